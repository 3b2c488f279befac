"""Drafts of records for contributors, and figures for records that are there."""

from newsdossier.authoring.article_draft import draft_article
from newsdossier.authoring.draft import Draft, DraftRefused
from newsdossier.authoring.entity_draft import draft_entity
from newsdossier.authoring.figures import draft_figures, write_figures
from newsdossier.authoring.newfiles import write_new_files
from newsdossier.authoring.question_draft import draft_question

__all__ = [
    "Draft",
    "DraftRefused",
    "draft_article",
    "draft_entity",
    "draft_figures",
    "draft_question",
    "write_figures",
    "write_new_files",
]
