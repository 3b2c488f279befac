"""The records of a dossier: their types, their vocabulary, and the ways to read and write them.

What other packages use is named here; the addresses of pages are in `newsdossier.model.addresses`.
"""

from newsdossier.model.article import (
    Agency,
    Article,
    Original,
    OriginalPiece,
    Silent,
    Translated,
    plain_name,
)
from newsdossier.model.docstrings import read_field_docstrings
from newsdossier.model.entity import Entity, Name
from newsdossier.model.fields import ID, ONE_OR_MANY, Edtf, Language, Text
from newsdossier.model.origin import LittleShared, Origin, SharedFigures
from newsdossier.model.parsing import parse
from newsdossier.model.question import Question, Variant
from newsdossier.model.record import LocatedText, Record
from newsdossier.model.schema import schemas
from newsdossier.model.settings import Group, Licence, Settings, StoryLine
from newsdossier.model.statement import (
    Answer,
    Dated,
    OriginReference,
    ReadAs,
    Statement,
    Voice,
)
from newsdossier.model.vocabulary import (
    Attribution,
    Bound,
    Cause,
    Kind,
    Mode,
    Rights,
    Status,
    Type,
    Verdict,
)
from newsdossier.source.labels import BlockKind, Label, Reference

__all__ = [
    "ID",
    "ONE_OR_MANY",
    "Agency",
    "Answer",
    "Article",
    "Attribution",
    "BlockKind",
    "Bound",
    "Cause",
    "Dated",
    "Edtf",
    "Entity",
    "Group",
    "Kind",
    "Label",
    "Language",
    "Licence",
    "LittleShared",
    "LocatedText",
    "Mode",
    "Name",
    "Origin",
    "OriginReference",
    "Original",
    "OriginalPiece",
    "Question",
    "ReadAs",
    "Record",
    "Reference",
    "Rights",
    "Settings",
    "SharedFigures",
    "Silent",
    "Statement",
    "Status",
    "StoryLine",
    "Text",
    "Translated",
    "Type",
    "Variant",
    "Verdict",
    "Voice",
    "parse",
    "plain_name",
    "read_field_docstrings",
    "schemas",
]
