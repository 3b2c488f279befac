"""The addresses in files and notes lead to pages, and the same data make the same files."""

import re
from pathlib import Path

from newsdossier.site.build import BuiltSite
from tests.support.exported import SITE, parse_page, publish_all, read_linked_data


def test_what_the_files_name_is_there(made: BuiltSite) -> None:
    """Each address of a statement or an entity in the files leads to a place on a page."""
    names: dict[str, set[str]] = {}
    for page in made.pages.values():
        address = read_linked_data(page)["@graph"][0]["@id"]
        names[address] = {element.get("id", "") for element in parse_page(page).iter()} | {""}
    for file in ("statements.jsonl", "comparison.json", "articles.csv", "entities.csv"):
        text = made.files[f"data/{file}"].decode()
        for address in re.findall(rf"{re.escape(SITE)}[^\s\",]*", text):
            page, _, name = address.partition("#")
            assert name in names[page], address


def test_a_note_leads_to_where_its_statement_stands(made: BuiltSite) -> None:
    """Each note leads to the blocks of its statement, on its article's page."""
    for path, page in made.pages.items():
        items = parse_page(page).iter("li")
        for note in (item for item in items if item.get("id", "").startswith("fn:")):
            links = [link.get("href") or "" for link in note.iter("a")]
            blocks = [to.partition("#") for to in links if re.search(r"#(p|f|s)?\d|#headline", to)]
            assert blocks
            if path.startswith("articles/"):
                assert {page for page, *_ in blocks} == {""}
            else:
                article = note.get("id", "").removeprefix("fn:").partition("--")[0]
                assert {page for page, *_ in blocks} == {f"../articles/{article}/"}


def test_files_are_the_same_every_time(folder: Path, made: BuiltSite) -> None:
    """The same records make the same bytes; what the site's address is changes nothing else."""
    assert publish_all(folder, site=SITE).files == made.files
    elsewhere = publish_all(folder, site="https://example.net/").files
    for path, content in made.files.items():
        if "datapackage" not in path:
            assert elsewhere[path] == content.replace(SITE.encode(), b"https://example.net/")
