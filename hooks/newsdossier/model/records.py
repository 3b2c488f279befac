"""The typed records of a dossier; the JSON Schemas for editors are made from them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PrivateAttr,
    StringConstraints,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from newsdossier.problems import limits
from newsdossier.problems.problem import Place, Problem
from newsdossier.source.located_yaml import Source, Value
from newsdossier.source.unfinished import is_open
from newsdossier.text.nearest import did_you_mean

#: The rules told here.
RULES = {
    "record": "A file holds keys and values.",
    "missing-key": "A record has every key that it needs.",
    "unknown-key": "A record has no other keys than it may have.",
    "wrong-value": "A value is what its key takes: a text, a list, a figure, one of a few words.",
}

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LABEL = r"^(headline|[sf]?[1-9][0-9]{0,3})$"

REFERENCE = r"^[a-z0-9-]+#[a-z0-9-]+$"
CHECKSUM = r"^[0-9a-f]{64}$"
ADDRESS = r"^https?://[^\s]+$"


def _left_open(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    """A mark for what is still to be said may stand for any text, so that the rest is checked."""
    return value if isinstance(value, str) and is_open(value) else handler(value)


OPEN = WrapValidator(_left_open)

Id = Annotated[str, StringConstraints(pattern=ID, max_length=limits.ID), OPEN]
Label = Annotated[str, StringConstraints(pattern=LABEL), OPEN]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
#: Any word, as a rule tells the languages there are.
Language = Annotated[str, StringConstraints(min_length=1, max_length=limits.ID), OPEN]
Reference = Annotated[str, StringConstraints(pattern=REFERENCE), OPEN]
Edtf = Annotated[str, StringConstraints(strip_whitespace=True, min_length=4)]


class _OneOrMany:
    """A list that may be written as its only item."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        wrap = BeforeValidator(lambda value: value if isinstance(value, list) else [value])
        return wrap.__get_pydantic_core_schema__(source, handler)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        many = handler(schema)
        return {"anyOf": [many["items"], many]} if "items" in many else many


ONE_OR_MANY = _OneOrMany()
NOT_EMPTY = Field(min_length=1)


class Record(BaseModel):
    """A part of a file that knows where it was written."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, use_attribute_docstrings=True
    )
    _source: Source = PrivateAttr(default=Source(""))

    #: The field that a plain text stands for, where a record may be written as one.
    shorthand: ClassVar[str | None] = None

    @model_validator(mode="before")
    @classmethod
    def _from_shorthand(cls, value: Any) -> Any:
        if cls.shorthand and isinstance(value, str):
            return {cls.shorthand: value}
        return value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        full = handler(schema)
        if cls.shorthand is None:
            return full
        return {"anyOf": [{"type": "string"}, full]}

    def place(self, *keys: str | int) -> Place:
        """Where the field under `keys`, as written in the file, stands."""
        return self._source.place(*keys)

    def located(self, source: Source) -> Self:
        """The same record, it and all its parts knowing where they were written."""
        self._source = source
        for name, info in type(self).model_fields.items():
            for keys, part in _parts(getattr(self, name)):
                part.located(source.inside(info.alias or name, *keys))
        return self


def _parts(value: Any) -> Iterator[tuple[tuple[str | int, ...], Record]]:
    if isinstance(value, Record):
        yield (), value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, Record):
                yield (index,), item


class Rights(StrEnum):
    """What may be published of an article: short quotations, or the whole."""

    QUOTATION = "quotation"
    FULL = "full"


class Mode(StrEnum):
    """How an article gives a speaker's words."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    STANCE = "stance"


class Attribution(StrEnum):
    """Whose word a statement is, as a reader is to see at a glance."""

    QUOTED = "quoted"
    REPORTED = "reported"
    STANCE = "stance"
    UNNAMED = "unnamed"
    PAPER = "paper"


class Bound(StrEnum):
    """What a printed figure says of the number it stands for."""

    EQ = "eq"
    GT = "gt"
    GTE = "gte"
    LT = "lt"
    LTE = "lte"
    APPROX = "approx"


class Status(StrEnum):
    """Whether an answer is held up, taken back, or only imagined."""

    ASSERTED = "asserted"
    DENIED = "denied"
    RETRACTED = "retracted"
    SUPERSEDED = "superseded"
    HYPOTHETICAL = "hypothetical"


class Type(StrEnum):
    """What kind of value answers a question."""

    COUNT = "count"
    DATE = "date"
    CHOICE = "choice"
    ENTITIES = "entities"
    WORDING = "wording"


class Verdict(StrEnum):
    """How the answers of a row stand to each other."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    CHANGED = "changed over time"
    CONTRADICT = "contradict"
    DIFFER = "differ"
    TRANSLATION = "translation"
    SINGLE = "single source"


class Kind(StrEnum):
    """What sort of thing an entity is; each has a folder of its own."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    LAW = "law"
    PUBLICATION = "publication"


class Voice(Record):
    """Somebody who speaks, or through whom a report passes."""

    shorthand = "name"

    name: Text | None = None
    """An entity's id, the word `nobody`, or the text's own words for the unnamed (with a space)."""
    words: Text | None = None
    """What the text calls an unnamed or inferred speaker."""
    entity: Id | None = None
    """Whom the editor takes the unnamed to be; needs `because`."""
    because: Text | None = None
    """The ground of the editor's inference."""

    @property
    def entity_id(self) -> str | None:
        """The entity that speaks, where there is one."""
        if self.name and " " not in self.name and self.name != "nobody":
            return self.name
        return self.entity

    @property
    def unnamed(self) -> str | None:
        """The text's words for a speaker it does not name, or `nobody`."""
        if self.words:
            return self.words
        return self.name if self.name and (" " in self.name or self.name == "nobody") else None


class Agency(Record):
    """A news agency whose material an article carries."""

    shorthand = "entity"

    entity: Id
    """The agency."""
    of: Text | None = None
    """What alone is its own, where that is not the text: a photograph."""
    because: Text | None = None
    """What in the article shows it, where the article does not state it outright."""


class Dated(Record):
    """A date, with what the text prints and how the editor got from one to the other."""

    date: Edtf
    """The date in EDTF: 2022-01-11, 2022-09/2022-12, 2022-01~."""
    words: Text | None = None
    """The words as printed, where they are not a full date."""
    because: Text | None = None
    """The ground, where the date is inferred."""


class Translated(Record):
    """The language a text was translated from; always an inference."""

    language: Language
    """An ISO 639-1 code, or `und` where only the translating shows."""
    because: Text
    """The ground."""


class OriginReference(Record):
    """The dispatch that an article goes back to."""

    shorthand = "origin"

    origin: Id
    """The origin's id, or `none`."""
    because: Text | None = None
    """What in the article shows it."""


class OriginalPiece(Record):
    """One piece of an original: a labelled part of the body, or an exclusion with its reason."""

    block: Label | None = None
    """headline, paragraph 1, 2 …, sub-head s1, s2 …, paragraph of a box f1, f2 …"""
    excluded: Text | None = None
    """Why this piece is not part of the article."""
    opens: Text
    """Its opening words; searched after the piece before it."""
    sources: Annotated[list[Id], ONE_OR_MANY] = []
    """Whom a box's own source line names."""

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.block is None) == (self.excluded is None):
            raise ValueError("a piece is either a `block` or `excluded`; give one of them")
        return self


def plain_name(name: str) -> str:
    """A file's name that cannot lead out of its folder; raises ValueError for any other."""
    if name.startswith(".") or any(mark in name for mark in "/\\:\0"):
        message = "this is a file's name alone; write it without folders, colon or leading dot"
        raise ValueError(message)
    return name


class Original(Record):
    """The received text: its file, its checksum, and how it is cut."""

    file: Annotated[Text, AfterValidator(plain_name)]
    """The file's name in the folder of originals."""
    sha256: Annotated[str, StringConstraints(pattern=CHECKSUM)]
    """The checksum of the file's bytes."""
    blocks: Annotated[list[OriginalPiece], NOT_EMPTY]
    """The whole file in order, each piece by its opening words."""


class Silent(Record):
    """A question that an article says nothing on, as somebody who looked found."""

    shorthand = "question"

    question: Id
    """The question's id."""
    note: Text | None = None
    """What the article has that comes nearest."""


class ReadAs(Record):
    """What the editor takes a printed artefact to mean; this is compared, the words are shown."""

    value: Annotated[list[Text], NOT_EMPTY, ONE_OR_MANY]
    """The value that is compared."""
    bound: Bound = Bound.EQ
    """The bound that is compared."""
    because: Text
    """The ground."""


class Answer(Record):
    """What a statement gives to a question: a typed value."""

    question: Id
    """The question's id."""
    value: Annotated[list[Text], NOT_EMPTY, ONE_OR_MANY]
    """A number, an EDTF date, a choice, entities or a wording, as the question's type asks."""
    bound: Bound = Bound.EQ
    """`more than 230` is {value: 230, bound: gt}; `nearly` and `about` are approx."""
    of: Text | None = None
    """What exactly is counted or meant, where that is not the question's scope."""
    as_of: Edtf | None = None
    """When the claim holds; left out: the article's date."""
    status: Status = Status.ASSERTED
    """Whether the answer is held up, taken back, or only imagined."""
    by: Annotated[list[Id], ONE_OR_MANY] = []
    """Who retracted, denied or superseded it."""
    on: Edtf | None = None
    """When that was."""
    read_as: ReadAs | None = None
    """What the editor takes the printed words to mean, where they are an artefact."""
    because: Text | None = None
    """The ground, where the value is the editor's inference."""


class Statement(Record):
    """One thing an article says: where, who says it, how, and what it is about."""

    id: Id
    """Its name within the article; the rendition marks it with a footnote of this name."""
    at: Annotated[list[Label], NOT_EMPTY, ONE_OR_MANY]
    """The block or blocks that say it: 3, headline, s1, f1."""
    says: Text
    """What is said, in the dossier's own words."""
    quote: Annotated[list[Text], ONE_OR_MANY] = []
    """The words that prove it, verbatim and short."""
    speaker: Annotated[list[Voice], ONE_OR_MANY] = []
    """Who says it: entities, words for the unnamed, or `nobody`; left out: the article itself."""
    mode: Mode | None = None
    """direct (a quoted sentence), mixed (with quoted words), indirect, stance (a self-portrait)."""
    via: Annotated[list[Voice], ONE_OR_MANY] = []
    """Whose report it passes through, nearest the speaker first."""
    to: Annotated[list[Voice], ONE_OR_MANY] = []
    """To whom it was said, where the text tells."""
    when: Dated | None = None
    """When what it tells happened."""
    about: Annotated[list[Id], NOT_EMPTY, ONE_OR_MANY]
    """The entities it is about, by their ids."""
    origin: OriginReference | None = None
    """The dispatch it goes back to, where that is not the article's."""
    answers: list[Answer] = []
    """What it gives to the questions."""
    note: Text | None = None
    """An editor's remark, shown as such."""

    @property
    def attribution(self) -> Attribution:
        """Whose word it is."""
        if not self.speaker:
            return Attribution.PAPER
        if all(voice.name == "nobody" for voice in self.speaker):
            return Attribution.UNNAMED
        if self.mode is Mode.DIRECT:
            return Attribution.QUOTED
        return Attribution.STANCE if self.mode is Mode.STANCE else Attribution.REPORTED


class Article(Record):
    """One text by one publisher, and its statements."""

    id: Id = ""
    """The file's name without its ending."""
    title: Text
    """The printed headline, or one the editor supplied."""
    title_supplied: bool = False
    """true where the original has no headline."""
    label: Text
    """A short name for columns and cards."""
    publisher: Id | None = None
    """Who published it; left out where the text names none."""
    publisher_note: Text | None = None
    """What the text shows of an unnamed publisher."""
    agencies: list[Agency] = []
    """The news agencies whose material it carries."""
    issued: Dated
    """When it was published."""
    language: Language
    """The language of the text as received."""
    translated_from: Translated | None = None
    """The language it was translated from."""
    origin: OriginReference | None = None
    """The dispatch that its statements go back to unless they name another."""
    rights: Rights = Rights.QUOTATION
    """quotation: short quotations of it are published; full: the whole, by permission."""
    original: Original
    """The received text."""
    notes: Annotated[list[Text], ONE_OR_MANY] = []
    """An editor's remarks on the whole text."""
    silent: list[Silent] = []
    """The questions it says nothing on."""
    statements: list[Statement] = Field(default=[], max_length=limits.STATEMENTS)
    """What it says."""


class Name(Record):
    """What texts call an entity, with the places that prove it."""

    name: Text
    """As printed."""
    in_: Annotated[list[Reference], NOT_EMPTY, ONE_OR_MANY] = Field(alias="in")
    """ARTICLE#BLOCK, ARTICLE#STATEMENT (its speaker is the caller) or ARTICLE#excluded."""
    description: bool = False
    """true for what it is called that is no name ("an exiled opponent"); shown, never linked."""
    because: Text | None = None
    """The ground, where no text makes the equation."""


class Entity(Record):
    """Somebody or something that statements are about."""

    id: Id = ""
    """The file's name without its ending."""
    kind: Kind = Kind.PERSON
    """The folder it lies in."""
    title: Text
    """The name its page carries."""
    summary: Text | None = None
    """Who or what this is, in one line, from the articles alone."""
    names: list[Name]
    """Names and descriptions alike."""
    search: Annotated[list[Text], ONE_OR_MANY] = []
    """What a reader may type that no article has; found by search, shown as such."""
    notes: Annotated[list[Text], ONE_OR_MANY] = []
    """An editor's knowledge that is in no article; shown as such."""


class Question(Record):
    """A row of the comparison: one thing asked of every article."""

    id: Id = ""
    """The file's name without its ending."""
    asks: Text
    """The question, one thing only."""
    label: Text
    """The same in a few words."""
    type: Type
    """What kind of value answers it."""
    unit: Text | None = None
    """What a count counts."""
    whole: bool = True
    """false where a count may be a fraction."""
    choices: dict[Id, Text] = {}
    """The choices and how they read."""
    tolerance: float = Field(default=0.05, ge=0, le=1)
    """How far `approx` reaches to either side, as a fraction of the figure."""
    scope: Text
    """Which event, which period, which group is meant."""
    about: Annotated[list[Id], NOT_EMPTY, ONE_OR_MANY]
    """The entities it is about."""
    group: Id
    """The section of the comparison it stands in."""
    order: int = Field(default=100, ge=0, le=9999)
    """Its place within the group, smallest first."""
    verdict: Annotated[list[Verdict], NOT_EMPTY, ONE_OR_MANY]
    """How the answers stand to each other; where there are two, the main one first."""
    because: Text
    """Why they stand so."""
    notes: Annotated[list[Text], ONE_OR_MANY] = []
    """An editor's remarks, shown as such."""


class Origin(Record):
    """One dispatch that several articles go back to."""

    id: Id = ""
    """The file's name without its ending."""
    title: Text
    """What it is called here."""
    agency: Id | None = None
    """Whose dispatch it is."""
    because: Text
    """What shows that the articles go back to it."""
    notes: Annotated[list[Text], ONE_OR_MANY] = []
    """An editor's remarks, shown as such."""


class Group(Record):
    """A section of the comparison."""

    id: Id
    """Its name in a question's `group`."""
    title: Text
    """Its heading."""


class StoryLine(Record):
    """One sentence of the story on the home page, with the statements that bear it."""

    text: Text
    """The sentence, in the dossier's own words."""
    sources: Annotated[list[Reference], NOT_EMPTY, ONE_OR_MANY]
    """ARTICLE#STATEMENT, one or several."""


class Licence(Record):
    """What others may do with the annotations and retellings."""

    name: Text
    """Its short name, as SPDX lists it."""
    title: Text
    """Its name."""
    address: Annotated[str, StringConstraints(pattern=ADDRESS)]
    """Where its text stands on the web."""


class Settings(Record):
    """What holds for the whole dossier."""

    title: Text
    """The site's title."""
    summary: Text
    """What the dossier is about, in one sentence."""
    language: Language = "en"
    """The language the dossier is written in."""
    updated: Edtf
    """The day of the last change to the data; built files carry it."""
    longest_quotation: int = Field(default=15, ge=1, le=15)
    """The most words one quotation may have."""
    licence: Licence | None = None
    """What others may do with the annotations and retellings; quotations are their authors'."""
    groups: list[Group]
    """The sections of the comparison, in order."""
    story: list[StoryLine]
    """The story in a few sentences, each with its sources."""
    notes: Annotated[list[Text], ONE_OR_MANY] = []
    """An editor's remarks on the whole, shown as such."""


R = TypeVar("R", bound=Record)


def parse(
    model: type[R], value: Value, source: Source, **given: str
) -> tuple[R | None, list[Problem]]:
    """The record that a file's value makes, or everything that is wrong with it.

    `given` holds what the file's place says rather than its text: its id, its kind.
    """
    if not isinstance(value, dict):
        message = "the file holds no keys; write each value behind its key"
        return None, [Problem(source.place(), "record", message)]
    stray = [
        Problem(source.place(key), "unknown-key", f'"{key}" is told by the file\'s name; remove it')
        for key in given
        if key in value
    ]
    try:
        return model.model_validate(value | given).located(source), stray
    except ValidationError as error:
        return None, stray + [_problem(model, item, source) for item in error.errors()]


def _problem(model: type[Record], error: Any, source: Source) -> Problem:
    keys: tuple[str | int, ...] = error["loc"]
    place = source.place(*keys)
    match error["type"]:
        case "missing":
            return Problem(place, "missing-key", f'"{keys[-1]}" is missing; add it')
        case "extra_forbidden":
            hint = did_you_mean(str(keys[-1]), _fields_at(model, keys[:-1]))
            place = source.key_place(*keys)
            return Problem(place, "unknown-key", f'unknown key "{keys[-1]}"{hint or "; remove it"}')
        case _:
            return Problem(place, "wrong-value", _wrong_value(error))


#: What a text that has a pattern looks like.
PATTERNS = {
    ID: "is no id; write small letters and digits, with hyphens between, such as ferry-accident",
    LABEL: "is no block; write headline, or 3 for a paragraph, s1 for a sub-head, f1 in a box",
    REFERENCE: "is no reference; write ARTICLE#BLOCK or ARTICLE#STATEMENT",
    CHECKSUM: "is no checksum; write the 64 digits that `sha256sum FILE` prints",
    ADDRESS: "is no address; write one that starts with https://",
}


def _wrong_value(error: Any) -> str:
    """What is wrong with a value, and what to write: the model's own words for people."""
    value, given = error["input"], error.get("ctx", {})
    match error["type"]:
        case "enum":
            known = [choice.strip("'") for choice in re.split(", | or ", given["expected"])]
            hint = did_you_mean(str(value), known) or "; write one of them"
            return f'"{value}" is none of {", ".join(known)}{hint}'
        case "string_pattern_mismatch":
            return f'"{value}" {PATTERNS[given["pattern"]]}'
        case "string_type":
            return "a text is due here; write one, not a list or a mapping"
        case "list_type":
            return "a list is due here; put a hyphen before each item, or brackets around them"
        case "model_type" | "dict_type":
            return "keys with values are due here; write KEY: VALUE"
        case "too_short":
            return "the list is empty; write one item at least"
        case "string_too_short" if given["min_length"] > 1:
            return f'"{value}" is no date in EDTF; write 2022-01-11, 2022-01 or 2022-01~'
        case "string_too_short":
            return "the text is empty; write it or remove the key"
        case "string_too_long":
            return f"this has {len(str(value))} characters; write {given['max_length']} at most"
        case "too_long":
            return (
                f"the list has {given['actual_length']} items; write {given['max_length']} at most"
            )
        case "int_parsing" | "int_type" | "int_from_float":
            return f'"{value}" is no whole number; write digits'
        case "float_parsing" | "float_type":
            return f'"{value}" is no number; write digits, and a point before a fraction'
        case "bool_parsing" | "bool_type":
            return f'"{value}" is neither true nor false; write one of them'
        case "greater_than_equal":
            return f'"{value}" is too little; write {given["ge"]:g} at least'
        case "less_than_equal":
            return f'"{value}" is too much; write {given["le"]:g} at most'
        case "value_error":
            return str(given["error"])
        case _:
            message = str(error["msg"])
            return f"{message[:1].lower()}{message[1:]}; write another value"


def _fields_at(model: type[Record], keys: tuple[str | int, ...]) -> list[str]:
    """The keys that a part of a record may have."""
    for key in keys:
        if isinstance(key, str) and key in model.model_fields:
            inner = _record_in(model.model_fields[key].annotation)
            if inner is None:
                return []
            model = inner
    return [info.alias or name for name, info in model.model_fields.items()]


def _record_in(annotation: Any) -> type[Record] | None:
    """The record that a field's annotation holds, alone, in a list or as an option."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((r for r in map(_record_in, get_args(annotation)) if r), None)


#: The schema file of each kind of record.
SCHEMAS: dict[str, type[Record]] = {
    "article.json": Article,
    "dossier.json": Settings,
    "entity.json": Entity,
    "origin.json": Origin,
    "question.json": Question,
}


def schemas() -> dict[str, str]:
    """The JSON Schemas by which editors complete and check a file, as text by file name."""
    return {
        name: json.dumps(_schema(model), indent=2, ensure_ascii=False) + "\n"
        for name, model in SCHEMAS.items()
    }


def _schema(model: type[Record]) -> JsonSchemaValue:
    """A record's schema without what its file's name says; figures may be written as such."""
    schema = model.model_json_schema(by_alias=True)
    for told in ("id", "kind"):
        if model is not Group:
            schema["properties"].pop(told, None)
    written = _without_null(_with_figures(schema))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **written}


def _without_null(part: Any) -> Any:
    """A schema without `null`, which an editor would propose: what is not said is left out."""
    if isinstance(part, list):
        return [_without_null(item) for item in part if item != {"type": "null"}]
    if not isinstance(part, dict):
        return part
    inner = {key: _without_null(value) for key, value in part.items()}
    if inner.get("default", "") is None:
        del inner["default"]
    either = inner.get("anyOf", [])
    return (
        either[0] | {k: v for k, v in inner.items() if k != "anyOf"} if len(either) == 1 else inner
    )


def _with_figures(part: Any) -> Any:
    """A schema in which text may also be written as a figure, as YAML reads it in an editor."""
    if isinstance(part, list):
        return [_with_figures(item) for item in part]
    if not isinstance(part, dict):
        return part
    inner = {key: _with_figures(value) for key, value in part.items()}
    is_text = part.get("type") == "string" and "enum" not in part
    return inner | {"type": ["string", "number"]} if is_text else inner
