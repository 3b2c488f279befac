"""A reference for each statement, in RIS and in CSL-JSON."""

from __future__ import annotations

from newsdossier.exports.citations import cite_statement
from newsdossier.exports.csl import as_csl
from newsdossier.exports.download import Download, Field, format_json
from newsdossier.exports.registry import Export, ExportSource
from newsdossier.exports.ris import as_ris

DESCRIPTION = "A reference for each statement, with its id and its permanent address."

CSL_FIELDS = [
    Field("id", "string", "The statement’s article and id, joined by a hyphen."),
    Field("type", "string", "webpage."),
    Field("title", "string", "What is said, in the dossier’s own words."),
    Field("container-title", "string", "The dossier’s title."),
    Field("issued", "object", "The day of the last change to the data."),
    Field("URL", "string", "The address of its note; left out where the site’s is not known."),
    Field("language", "string", "The language of the dossier."),
    Field("note", "string", "The statement’s id: ARTICLE#STATEMENT."),
]

#: The tags of RIS, each with the field of CSL-JSON that says the same.
TAGS = {
    "TY": "type",
    "ID": "id",
    "TI": "title",
    "T2": "container-title",
    "PY": "issued",
    "DA": "issued",
    "LA": "language",
    "UR": "URL",
    "N1": "note",
}


def _build(source: ExportSource) -> list[Download]:
    works = [
        cite_statement(source.collation, sourced, source.base.site)
        for sourced in source.collation.statements
    ]
    described = {field.name: field for field in CSL_FIELDS}
    return [
        Download(
            name="statements.ris",
            title="The statements as references, in RIS",
            description=DESCRIPTION,
            format="RIS",
            media_type="application/x-research-info-systems",
            content="".join(f"{as_ris(work)}\n\n" for work in works).encode(),
            fields=[
                Field(tag, "string", described[name].description) for tag, name in TAGS.items()
            ],
        ),
        Download(
            name="statements.csl.json",
            title="The statements as references, in CSL-JSON",
            description=DESCRIPTION,
            format="CSL-JSON",
            media_type="application/vnd.citationstyles.csl+json",
            content=format_json([as_csl(work) for work in works]),
            fields=CSL_FIELDS,
        ),
    ]


EXPORT = Export(_build, position=75)
