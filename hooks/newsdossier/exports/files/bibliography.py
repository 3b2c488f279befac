"""The articles as CSL-JSON, for reference managers."""

from __future__ import annotations

from newsdossier.exports.citations import cite_article
from newsdossier.exports.csl import as_csl
from newsdossier.exports.download import Download, Field, format_json
from newsdossier.exports.registry import Export, ExportSource

FIELDS = [
    Field("id", "string", "The article’s id."),
    Field("type", "string", "article-newspaper."),
    Field("title", "string", "The headline; in square brackets where the editor supplied it."),
    Field("container-title", "string", "Who published it; left out where the text names none."),
    Field("issued", "object", "The date, or first and last possible date; circa where inferred."),
    Field("language", "string", "The language of the text as received."),
    Field("note", "string", "What is inferred or not known."),
]


def _build(source: ExportSource) -> list[Download]:
    collation = source.collation
    works = [cite_article(collation, article) for article in collation.articles]
    return [
        Download(
            name="articles.csl.json",
            title="The articles as references",
            description="A reference for each article, for Zotero, pandoc and other users of CSL.",
            format="CSL-JSON",
            media_type="application/vnd.citationstyles.csl+json",
            content=format_json([as_csl(work) for work in works]),
            fields=FIELDS,
        )
    ]


EXPORT = Export(_build, position=70)
