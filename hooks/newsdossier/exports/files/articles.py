"""The articles as a table."""

from __future__ import annotations

from newsdossier.exports.columns import (
    ADDRESS,
    computed_column,
    describe_field,
    describe_part,
    record_column,
)
from newsdossier.exports.download import Download
from newsdossier.exports.inferences import DESCRIPTION, infer_in_article
from newsdossier.exports.registry import Export, ExportSource
from newsdossier.exports.table import Column, Table
from newsdossier.model import Agency, Article, Dated, OriginReference, Translated
from newsdossier.model.addresses import LinkBase, article_page


def _build(source: ExportSource) -> list[Download]:
    table = Table(
        "articles",
        "The articles",
        "One line for each article: what is known of it, and what is inferred.",
        _list_columns(source.base),
        source.collation.articles,
        key=("id",),
    )
    return [table.as_csv()]


def _get_itself(article: Article) -> Article:
    return article


def _get_translation(article: Article) -> Translated | None:
    return article.translated_from


def _get_origin(article: Article) -> OriginReference | None:
    return article.origin


def _list_columns(base: LinkBase) -> list[Column[Article]]:
    return [
        *(record_column(Article, name, _get_itself) for name in ("id", "formerly")),
        computed_column("address", ADDRESS, lambda article: base.resolve(article_page(article.id))),
        *(
            record_column(Article, name, _get_itself)
            for name in ("title", "title_supplied", "label", "publisher", "publisher_note")
        ),
        computed_column(
            "agencies",
            describe_field(Article, "agencies"),
            lambda article: [one.entity for one in article.agencies],
            "array",
        ),
        computed_column(
            "agencies_because",
            f"For each of “agencies”: {describe_part(Agency, 'because')}",
            lambda article: [one.because for one in article.agencies],
            "array",
        ),
        *(
            record_column(Dated, name, lambda article: article.issued, f"issued_{name}")
            for name in ("date", "words", "because")
        ),
        record_column(Article, "language", _get_itself),
        record_column(Translated, "language", _get_translation, "translated_from"),
        record_column(Translated, "because", _get_translation, "translated_because"),
        record_column(OriginReference, "origin", _get_origin),
        record_column(OriginReference, "because", _get_origin, "origin_because"),
        computed_column("inferred", DESCRIPTION, infer_in_article, "array"),
        record_column(Article, "rights", _get_itself),
        record_column(Article, "notes", _get_itself),
    ]


EXPORT = Export(_build, position=30)
