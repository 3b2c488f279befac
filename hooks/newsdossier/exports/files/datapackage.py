"""The description of all other files, as a Frictionless data package."""

from __future__ import annotations

from datetime import date

from slugify import slugify

from newsdossier.analysis.dates import parse_date
from newsdossier.exports.download import Download, Field, Json, format_json
from newsdossier.exports.registry import Export, ExportSource

FIELDS = [
    Field("name, title, description", "string", "The dossier."),
    Field("homepage", "string", "The site’s address, where it has one."),
    Field("created", "string", "The day of the last change of the data."),
    Field("licenses", "array", "What others may do with the annotations and retellings."),
    Field("resources", "array", "A record of each file, with what follows."),
    Field("resources.path", "string", "The file’s name, beside this one."),
    Field("resources.mediatype", "string", "Its media type."),
    Field("resources.bytes", "integer", "Its size."),
    Field("resources.hash", "string", "Its checksum, SHA-256."),
    Field("resources.schema", "object", "For a table: its fields, each with type and meaning."),
]


def _build(source: ExportSource) -> list[Download]:
    """Build the description of the files that were built before."""
    settings, site = source.collation.dossier.settings, source.base.site
    licence = settings.licence
    described = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": slugify(settings.title),
        "title": settings.title,
        "description": settings.summary,
        **({"homepage": site} if site else {}),
        "created": f"{date.fromordinal(int(parse_date(settings.updated).low))}T00:00:00Z",
        **(
            {"licenses": [{"name": licence.name, "title": licence.title, "path": licence.address}]}
            if licence
            else {}
        ),
        "resources": [_describe_file(file) for file in source.files],
    }
    return [
        Download(
            name="datapackage.json",
            title="All files, described",
            description="Name, size, checksum and fields of each file, as a data package of "
            "Frictionless: programs read the tables by it.",
            format="JSON",
            media_type="application/vnd.datapackage+json",
            content=format_json(described),
            fields=FIELDS,
        )
    ]


def _describe_file(file: Download) -> Json:
    return {
        "name": slugify(file.name.replace(".", "-")),
        "path": file.name,
        **({"type": "table"} if file.is_table else {}),
        "title": file.title,
        "description": file.description,
        "format": file.name.rpartition(".")[2],
        "mediatype": file.media_type,
        "encoding": "utf-8",
        "bytes": len(file.content),
        "hash": f"sha256:{file.sha256}",
        **({"schema": _describe_table(file)} if file.is_table else {}),
    }


def _describe_table(file: Download) -> Json:
    return {
        "fields": [_describe_field(field) for field in file.fields],
        **({"primaryKey": list(file.key)} if file.key else {}),
        **(
            {
                "foreignKeys": [
                    {
                        "fields": [one.field],
                        "reference": {"resource": f"{one.table}-csv", "fields": [one.key]},
                    }
                    for one in file.foreign_keys
                ]
            }
            if file.foreign_keys
            else {}
        ),
    }


def _describe_field(field: Field) -> Json:
    return {
        "name": field.name,
        "type": field.type,
        "description": field.description,
        **({"constraints": {"enum": list(field.choices)}} if field.choices else {}),
    }


EXPORT = Export(_build, position=900)
