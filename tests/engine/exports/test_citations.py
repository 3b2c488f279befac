"""Pages, articles and statements are cited in words, in BibTeX, in RIS and in CSL-JSON."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import Entry, parse_string

from newsdossier.dossier.dossier import Dossier
from newsdossier.exports.bibtex import as_bibtex
from newsdossier.exports.citations import Work
from newsdossier.exports.csl import as_csl
from newsdossier.exports.ris import as_ris
from newsdossier.site.build import BuiltSite
from tests.support.exported import SITE, parse_page, read_export, read_linked_data
from tests.support.rendered import of_class, words

#: Fields of CSL-JSON that are used here, with their types, as its schema has them.
CSL = {
    "id": str,
    "type": str,
    "title": str,
    "container-title": str,
    "issued": dict,
    "URL": str,
    "language": str,
    "note": str,
}
CSL_TYPES = {"article-newspaper", "webpage"}


def assert_csl(item: Mapping[str, Any]) -> None:
    """Hold an item against the schema of CSL-JSON."""
    assert {"id", "type", "title"} <= item.keys()
    for name, value in item.items():
        assert isinstance(value, CSL[name]), name
    assert item["type"] in CSL_TYPES
    issued = item["issued"]
    assert issued.keys() <= {"date-parts", "circa", "literal"}
    assert len(issued.get("date-parts", [[]])) in (1, 2)
    for parts in issued.get("date-parts", []):
        assert 1 <= len(parts) <= 3
        assert all(type(part) is int for part in parts)
    assert issued.get("circa", True) is True


def test_the_articles_are_references_in_csl(made: BuiltSite) -> None:
    """Each article is an item of CSL-JSON: no publisher where none is named, no certain guess."""
    items = {item["id"]: item for item in read_export(made, "articles.csl.json")}
    for item in items.values():
        assert_csl(item)
    assert items["courier"] == {
        "id": "courier",
        "type": "article-newspaper",
        "title": "Ferry aground off Skerrow",
        "container-title": "Skerrow Courier",
        "issued": {"date-parts": [[2021, 5, 2]]},
        "language": "en",
    }
    assert items["wire-copy"]["title"] == "[Coast guard says the steering failed]"
    assert "container-title" not in items["wire-copy"]
    assert items["wire-copy"]["issued"] == {"date-parts": [[2021, 5, 3]], "circa": True}
    assert items["retelling"]["issued"] == {"date-parts": [[2021, 5]], "circa": True}
    assert "translated from an undetermined language (inferred)" in items["retelling"]["note"]


def parse_ris(text: str) -> dict[str, str]:
    """A record of RIS by its tags; each may stand once, the type first and the end last."""
    lines = text.strip("\n").split("\n")
    fields = [(line[:2], line[2:6], line[6:]) for line in lines]
    assert {between for _, between, _ in fields} == {"  - "}
    tags = [tag for tag, _, _ in fields]
    assert len(set(tags)) == len(tags)
    assert (tags[0], tags[-1], fields[-1][2]) == ("TY", "ER", "")
    return {tag: value for tag, _, value in fields[:-1]}


@dataclass(frozen=True)
class Cited:
    """What a page says of citing something: of what, and in each form, parsed."""

    of: str
    line: str
    bibtex: Entry
    csl: dict[str, Any]


def cited(page: str) -> Iterator[Cited]:
    """What a page says of citing it."""
    (foot,) = of_class(parse_page(page), "cite")
    for one in of_class(foot, "citation"):
        bibtex, csl = ["".join(block.itertext()) for block in one.iter("pre")]
        (entry,) = parse_string(bibtex, "bibtex").entries.values()
        (item,) = json.loads(csl)
        (of,), (line,) = [
            [words(found) for found in of_class(one, name)]
            for name in ("citation-of", "citation-line")
        ]
        yield Cited(of, line, entry, item)


def test_every_page_says_how_to_cite_it(made: BuiltSite) -> None:
    """Title, dossier, day of the last change and address stand in each of the forms."""
    keys = set()
    for path, page in made.pages.items():
        one = next(cited(page))
        line, entry, item = one.line, one.bibtex, one.csl
        assert_csl(item)
        address = read_linked_data(page)["@graph"][0]["@id"]
        assert (item["URL"], entry.fields["url"]) == (address, address), path
        assert line.endswith(f"updated 12 May 2021. {address}")
        assert (entry.fields["year"], entry.fields["month"]) == ("2021", "May")
        assert item["issued"] == {"date-parts": [[2021, 5, 12]]}
        assert item["title"] in line or "“" in item["title"]
        if path != "index.md":
            assert item["container-title"] == "The Ondrelle aground"
            assert entry.fields["howpublished"] == "The Ondrelle aground"
        keys.add(item["id"])
    assert len(keys) == len(made.pages)


def test_an_articles_page_also_says_how_to_cite_the_article(made: BuiltSite) -> None:
    """The article itself is cited by what is known of it, and inferences are marked."""
    (_, courier), (_, wire), (_, retelling) = [
        cited(made.pages[f"articles/{name}.md"]) for name in ("courier", "wire-copy", "retelling")
    ]
    assert courier.line == "“Ferry aground off Skerrow”, Skerrow Courier, 2 May 2021."
    assert wire.line == (
        "“[Coast guard says the steering failed]”, publisher not named, 3 May 2021 (inferred)."
    )
    assert retelling.line == "“Ferry sat on a bench”, publisher not named, May 2021 (inferred)."
    assert "Title supplied by the editor" in wire.bibtex.fields["note"]
    assert "date inferred: 3 May 2021" in wire.csl["note"]
    assert not {"howpublished", "url"} & wire.bibtex.fields.keys()


#: What the commands of LaTeX that are written here print.
TEX = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{mark}": mark for mark in "#$%&_"},
}


def printed(tex: str) -> str:
    """What LaTeX prints of a field."""
    commands = "|".join(re.escape(command) for command in TEX)
    found = re.sub(rf"{commands}|\\.?|[{{}}#$%&_~^]", lambda m: TEX.get(m[0], "?"), tex[1:-1])
    return " ".join(found.split())


@given(
    st.text(
        st.one_of(st.sampled_from("\\{}$&%#_~^\"'@=, a1é“"), st.characters(categories=["L"])),
        min_size=1,
    ).filter(str.strip)
)
@settings(derandomize=True, deadline=None)
def test_any_title_comes_through_bibtex(title: str) -> None:
    """Whatever marks of TeX a title has, an entry can be read and prints it."""
    work = Work("key", "webpage", title, None, "2021-05", False, "en")
    (entry,) = parse_string(as_bibtex(work), "bibtex").entries.values()
    assert printed(entry.fields["title"]) == " ".join(title.split())


@pytest.mark.parametrize(
    ("date", "csl", "year", "month", "ris"),
    [
        ("2021", {"date-parts": [[2021]]}, "2021", None, "2021///"),
        ("2021-05", {"date-parts": [[2021, 5]], "circa": True}, "2021", "May", "2021/05//"),
        ("2021-05~", {"date-parts": [[2021, 5]], "circa": True}, "2021", "May", "2021/05//"),
        (
            *("2021-05/2021-07", {"date-parts": [[2021, 5], [2021, 7]], "circa": True}),
            *("2021", None, None),
        ),
        (
            *("2020-12/2021-01", {"date-parts": [[2020, 12], [2021, 1]], "circa": True}),
            *(None, None, None),
        ),
        ("2021-21", {"literal": "spring 2021"}, None, None, None),
    ],
)
def test_a_date_is_cited_no_finer_than_it_is_known(
    date: str, csl: dict[str, Any], year: str | None, month: str | None, ris: str | None
) -> None:
    """A span has two ends, what is uncertain is about, and a season stays in words."""
    work = Work("key", "article-newspaper", "Title", None, date, False, "en")
    item = as_csl(work)
    assert_csl(item)
    assert item["issued"] == csl | ({"circa": True} if date == "2021" else {})
    (entry,) = parse_string(as_bibtex(work), "bibtex").entries.values()
    assert (entry.fields.get("year"), entry.fields.get("month")) == (year, month)
    record = parse_ris(as_ris(work))
    assert (record.get("PY"), record.get("DA")) == (year, ris)


#: What is said of a statement beside its words: which article has it, and its id.
FOG = "As told by Courier, “Ferry aground off Skerrow”, 2 May 2021; statement courier#fog"


def test_every_statement_is_a_reference(made: BuiltSite, dossier: Dossier) -> None:
    """In both formats a statement has its words, its id and its permanent address."""
    items = {item["note"]: item for item in read_export(made, "statements.csl.json")}
    records = made.files["data/statements.ris"].decode().rstrip("\n").split("\n\n")
    ris = {one["N1"]: one for one in map(parse_ris, records)}
    assert len(items) == len(ris) == len(dossier.statements)
    for item in items.values():
        assert_csl(item)
    assert items[FOG] == {
        "id": "courier-fog",
        "type": "webpage",
        "title": "Captain Dorrin said that in the fog nothing could be seen any more",
        "container-title": "The Ondrelle aground",
        "issued": {"date-parts": [[2021, 5, 12]]},
        "URL": f"{SITE}articles/courier/#fn:fog",
        "language": "en",
        "note": FOG,
    }
    assert ris[FOG] == {
        "TY": "ELEC",
        "ID": "courier-fog",
        "TI": "Captain Dorrin said that in the fog nothing could be seen any more",
        "T2": "The Ondrelle aground",
        "PY": "2021",
        "DA": "2021/05/12/",
        "LA": "en",
        "UR": f"{SITE}articles/courier/#fn:fog",
        "N1": FOG,
    }
