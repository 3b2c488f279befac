"""The articles as CSL-JSON, for reference managers."""

from __future__ import annotations

from newsdossier.analysis.collate import Collation
from newsdossier.exports import citations
from newsdossier.exports.downloads import Download, Field, indented

FIELDS = [
    Field("id", "string", "The article’s id."),
    Field("type", "string", "article-newspaper."),
    Field("title", "string", "The headline; in square brackets where the editor supplied it."),
    Field("container-title", "string", "Who published it; left out where the text names none."),
    Field("issued", "object", "The date, or first and last possible date; circa where inferred."),
    Field("language", "string", "The language of the text as received."),
    Field("note", "string", "What is inferred or not known."),
]


def bibliography(collation: Collation) -> Download:
    """The articles' bibliographic records."""
    works = [citations.cite_article(collation, article) for article in collation.articles]
    return Download(
        name="articles.csl.json",
        title="The articles as references",
        description="A reference for each article, for Zotero, pandoc and other users of CSL.",
        format="CSL-JSON",
        mediatype="application/vnd.citationstyles.csl+json",
        content=indented([citations.as_csl(work) for work in works]),
        fields=FIELDS,
    )
