"""`newsdossier new`: what it writes is sound but for what is marked, and it writes over nothing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from newsdossier.cli import main
from tests.support.building import TESTS
from tests.support.cutting import long_runs
from tests.support.ferry import FERRY, copied

RAW = TESTS / "cases" / "recipes" / "harbour-notes.txt"


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in a folder that holds a copy of the ferry dossier."""

    def ran(*arguments: str | Path, originals: str | None = "dossier/originals") -> Ran:
        if originals:
            monkeypatch.setenv("DOSSIER_ORIGINALS", originals)
        else:
            monkeypatch.delenv("DOSSIER_ORIGINALS", raising=False)
        code = main([str(argument) for argument in arguments])
        return Ran(code, *capsys.readouterr())

    copied(tmp_path)
    monkeypatch.chdir(tmp_path)
    return ran


def everything(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, byte for byte."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def left_open(checked: Ran) -> list[str]:
    """The lines of a check that found marks and nothing else."""
    *lines, _ = checked.stderr.splitlines()
    assert [line for line in lines if not line.endswith(" [unfinished]")] == []
    assert checked.returncode == 1
    return lines


def marks(folder: Path, since: dict[str, bytes]) -> Iterator[str]:
    """The places of the marks in the files that are new."""
    for path in sorted(everything(folder).keys() - since.keys()):
        if path.endswith((".yml", ".md")):
            lines = (folder / path).read_text(encoding="utf-8").splitlines()
            for number, line in enumerate(lines, 1):
                if "TODO:" in line and not line.lstrip().startswith("# "):
                    yield f"{path}:{number}"


@pytest.mark.parametrize(
    "arguments",
    [
        ("article", RAW, "--id", "notes"),
        ("entity", "person", "second-mate"),
        ("entity", "law", "Act on Fog"),
        ("question", "weather"),
        ("question", "weather", "What", "was", "the", "weather?"),
    ],
    ids=str,
)
def test_check_lists_exactly_what_remains_to_be_said(
    run: Run, tmp_path: Path, arguments: tuple[str | Path, ...]
) -> None:
    """Each mark is a problem at its line, and there is no other problem."""
    before = everything(tmp_path)
    assert run("new", *arguments).returncode == 0
    lines = left_open(run("check"))
    found = sorted(marks(tmp_path, before))
    assert found
    heading = {line.partition(": ")[0].rpartition(":")[0] for line in lines}
    assert sorted(heading) == found
    written = everything(tmp_path)
    assert {path: written[path] for path in before} == before


@pytest.mark.parametrize("path", sorted((FERRY / "originals").glob("*.txt")), ids=lambda p: p.stem)
def test_every_invented_text_makes_a_sound_beginning(run: Run, tmp_path: Path, path: Path) -> None:
    """The proposed cut is one that the record can make, with its headline as printed."""
    made = run("new", "article", Path("dossier", "originals", path.name), "--id", "again")
    assert made.stdout.splitlines() == [
        f"{path.stem}: made from the same text",
        "dossier/articles/again.yml: written",
        "dossier/articles/again.md: written",
        "newsdossier check lists what is left to do, each at its line",
    ]
    assert left_open(run("check"))


@pytest.mark.parametrize(
    "text", [*sorted((FERRY / "originals").glob("*.txt")), RAW], ids=lambda path: path.stem
)
def test_a_beginning_repeats_no_sentence_of_its_text(run: Run, tmp_path: Path, text: Path) -> None:
    """What is written has no more than 15 words of the text in a row, and only marks are left."""
    assert run("new", "article", text, "--id", "begun").returncode == 0
    for ending in (".yml", ".md"):
        written = (tmp_path / "dossier" / "articles" / f"begun{ending}").read_text("utf-8")
        assert long_runs(written) & long_runs(text.read_text(encoding="utf-8")) == set()
    assert left_open(run("check"))


def test_a_text_is_taken_along_into_the_folder_of_originals(run: Run, tmp_path: Path) -> None:
    """It is copied byte for byte, and the line that says so comes first."""
    made = run("new", "article", RAW, "--id", "notes", originals=None)
    original = tmp_path / "originals" / RAW.name
    assert made.stdout.startswith(f"originals/{RAW.name}: copied from {RAW}\n")
    assert original.read_bytes() == RAW.read_bytes()
    record = yaml.safe_load((tmp_path / "dossier" / "articles" / "notes.yml").read_text())
    assert record["original"]["file"] == RAW.name
    assert record["original"]["sha256"] == sha256(RAW.read_bytes()).hexdigest()


def test_one_original_alone_is_proved_and_the_others_are_said_not_to_be(
    run: Run, tmp_path: Path
) -> None:
    """A contributor needs the text he adds, and not those of all others."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "retelling.txt").write_bytes(
        (FERRY / "originals" / "retelling.txt").read_bytes()
    )
    checked = run("check", originals="mine")
    assert checked.returncode == 0
    assert checked.stdout.splitlines()[1:] == [
        "no original here of courier and wire-copy: what these are said to print is not proved"
    ]
    record = tmp_path / "dossier" / "articles" / "retelling.yml"
    record.write_text(record.read_text().replace("quote: became warm", "quote: became cold"))
    assert "[quote-verbatim]" in run("check", originals="mine").stderr


def test_what_is_seen_in_a_text_is_written_where_it_can_be_pasted(run: Run, tmp_path: Path) -> None:
    """Known names with places and files, figures, quotations, days, and the open questions."""
    run("new", "article", RAW, "--id", "notes")
    text = (tmp_path / "dossier" / "articles" / "notes.yml").read_text()
    for line in (
        "#   excluded: 6 May 2021",
        "#   1: drawn by two tugs from",
        "#   2: “She is whole below,”",
        "#   entities/event/grounding.yml",
        "#     - {name: Ondrelle, in: [notes#headline, notes#1]}",
        "#  - injured  # How many people were injured?",
    ):
        assert line in text.replace("  #   excluded", "#   excluded"), text


def test_a_question_passes_once_it_is_complete(run: Run, tmp_path: Path) -> None:
    """When its marks are replaced and it is answered, the check gives the line that is missing."""
    run("new", "question", "soup", "What were they given?")
    record = tmp_path / "dossier" / "questions" / "soup.yml"
    values = {
        "label": "Soup",
        "type": "wording",
        "scope": "After the rescue.",
        "about": "grounding",
        "group": "aftermath",
        "verdict": "one witness",
        "because": "One copy of the dispatch alone says so.",
    }
    text = record.read_text(encoding="utf-8")
    for key, value in values.items():
        text = re.sub(rf"^{key}: .*TODO.*$", f"{key}: {value}", text, flags=re.MULTILINE)
    record.write_text(text, encoding="utf-8")
    article = tmp_path / "dossier" / "articles" / "retelling.yml"
    answer = "answers: [{question: soup, value: warm soup}, {question: helpers, "
    told = article.read_text(encoding="utf-8").replace("answers: [{question: helpers, ", answer)
    article.write_text(told, encoding="utf-8")
    problem, _ = run("check").stderr.splitlines()
    assert problem.endswith(" [stale-reason]")
    found = re.search(r"write `(answers_read: [0-9a-f]{8})`", problem)
    assert found
    record.write_text(f"{text}{found[1]}\n", encoding="utf-8")
    checked = run("check")
    assert (checked.returncode, checked.stderr) == (0, "")


def test_an_entity_has_the_places_that_print_its_name(run: Run, tmp_path: Path) -> None:
    """Where the originals are at hand its name is proved at once; who has it too is told."""
    made = run("new", "entity", "person", "Captain", "Ilva", "Dorrin")
    assert made.stdout.startswith("dossier/entities/person/captain-ilva-dorrin.yml: written\n")
    text = (tmp_path / "dossier/entities/person/captain-ilva-dorrin.yml").read_text()
    assert "- {name: Captain Ilva Dorrin, in: [courier#2]}" in text
    made = run("new", "entity", "person", "Ilva Dorrin")
    assert made.stdout.startswith("dorrin: “Ilva Dorrin” is a name of this person too\n")


def test_every_file_begins_with_its_schema(run: Run, tmp_path: Path) -> None:
    """The first line leads to where the dossier's schemas lie."""
    run("new", "question", "weather")
    settings = (tmp_path / "dossier" / "dossier.yml").read_text().splitlines()[0]
    begun = (tmp_path / "dossier" / "questions" / "weather.yml").read_text().splitlines()[0]
    assert begun == settings.replace("=../", "=../../").replace("dossier.json", "question.json")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("article", "none.txt"), "none.txt: there is no such file; "),
        (("article", "dossier"), "dossier: there is no such file; "),
        (("article", "latin.txt"), "latin.txt: this is not UTF-8 from byte 9 on; "),
        (("article", "empty.txt"), "empty.txt: the file is empty; "),
        (("article", "…"), "…: there is no such file; "),
        (("article", "….txt"), "no id can be made from this; "),
        (("article", "courier.txt"), "dossier/articles/courier.yml exists; "),
        (
            ("article", "courier.txt", "--id", "new"),
            "dossier/originals/courier.txt: another text has this name there; ",
        ),
        (("article", RAW, "--id", "retelling"), "dossier/articles/retelling.yml exists; "),
        (("article", RAW, "--id", "orphan"), "dossier/articles/orphan.md exists; "),
        (("article", RAW, "--id", "Harbour Notes"), ", such as harbour-notes"),
        (("article", RAW, "--id", "../up"), '"../up" is not an id: '),
        (("article", RAW, "--id", "index"), '"index" means something else; '),
        (("entity", "person", "nobody"), '"nobody" means something else; '),
        (("entity", "person", "hallow"), "dossier/entities/place/hallow.yml exists; "),
        (("entity", "person", "Hallow"), "dossier/entities/place/hallow.yml exists; "),
        (("entity", "ship", "Ondrelle"), '"ship" is no kind of entity; there are person, '),
        (("entity", "peron", "Ondrelle"), ': did you mean "person"? there are person, '),
        (("question", "con"), 'Windows can have no file "con"; take another, such as con-question'),
        (("question", "x" * 120), "the name has 120 characters, 80 at most; take another"),
        (("article", ".hid.txt"), ".hid.txt: this is a file's name alone; "),
        (("article", "a:b.txt"), "a:b.txt: this is a file's name alone; "),
        (("article", "large.txt"), "large.txt: this file has 513 kB, 512 kB at most; "),
        (("article", "nul-mark.txt"), "nul-mark.txt: this file has NUL characters, "),
        (("question", "injured"), "dossier/questions/injured.yml exists; "),
        (("question", "Injured?"), '"Injured?" is not an id: '),
        ((), "Usage: newsdossier new"),
    ],
    ids=str,
)
def test_what_cannot_be_begun_is_refused_and_nothing_is_written(
    run: Run, tmp_path: Path, arguments: tuple[str | Path, ...], told: str
) -> None:
    """The exit code is 2, a line says why, and every file is as it was."""
    (tmp_path / "latin.txt").write_bytes("Schöne F\xe4hre".encode("latin-1").replace(b"\xf6", b"o"))
    (tmp_path / "empty.txt").write_bytes(b" \n\t\n")
    (tmp_path / "….txt").write_text("A text.")
    (tmp_path / "courier.txt").write_text("Another text.")
    (tmp_path / ".hid.txt").write_text("A text.")
    (tmp_path / "a:b.txt").write_text("A text.")
    (tmp_path / "large.txt").write_text("A text. " * 65_600)
    (tmp_path / "nul-mark.txt").write_text("A \0 text.")
    (tmp_path / "dossier" / "articles" / "orphan.md").write_text("Alone.\n")
    before = everything(tmp_path)
    made = run("new", *arguments)
    assert told in made.stderr
    assert "Traceback" not in made.stderr
    assert made.returncode == 2
    assert everything(tmp_path) == before


def test_a_folder_that_holds_no_dossier_is_wrong_usage(run: Run) -> None:
    """A wrong --dossier is told, and no folder is made."""
    made = run("--dossier", "nowhere", "new", "article", RAW)
    assert made.returncode == 2
    assert made.stderr == "nowhere: no dossier is here; name its folder with --dossier FOLDER\n"


def test_a_wrong_folder_of_originals_is_told(run: Run, tmp_path: Path) -> None:
    """What the variable names is not made, nor passed over."""
    before = everything(tmp_path)
    made = run("new", "article", RAW, originals="nowhere")
    assert made.returncode == 2
    assert made.stderr.startswith("DOSSIER_ORIGINALS names nowhere, which is no folder; ")
    assert everything(tmp_path) == before


def test_a_failure_leaves_none_of_the_files(run: Run, tmp_path: Path) -> None:
    """Where one file cannot be written, the text that was copied before it is taken away again."""
    (tmp_path / "dossier" / "articles").rename(tmp_path / "moved")
    (tmp_path / "dossier" / "articles").write_text("No folder.")
    before = everything(tmp_path)
    made = run("new", "article", RAW, "--id", "notes")
    assert made.stderr.endswith(": File exists; nothing was written\n")
    assert made.returncode == 2
    assert everything(tmp_path) == before


def test_nothing_is_written_through_a_linked_folder(run: Run, tmp_path: Path) -> None:
    """A link in the place of a folder of records is told, and what it leads to stays as it is."""
    (tmp_path / "dossier" / "questions").rename(tmp_path / "elsewhere")
    (tmp_path / "dossier" / "questions").symlink_to(tmp_path / "elsewhere")
    before = everything(tmp_path)
    made = run("new", "question", "weather")
    assert made.stderr == (
        "dossier/questions: this is a link; put the folder itself here; nothing was written\n"
    )
    assert made.returncode == 2
    assert everything(tmp_path) == before


def test_a_folder_of_originals_elsewhere_is_named_once(run: Run, tmp_path: Path) -> None:
    """The setting is the contributor's own: the copy goes there, and one line says so."""
    mine = tmp_path / "mine"
    mine.mkdir()
    made = run("new", "article", RAW, "--id", "notes", originals=str(mine))
    assert (mine / RAW.name).read_bytes() == RAW.read_bytes()
    assert [line for line in made.stdout.splitlines() if str(mine) in line] == [
        f"{mine / RAW.name}: copied from {RAW}, into the folder that DOSSIER_ORIGINALS names"
    ]


def test_what_is_left_open_stops_no_other_check_of_the_file(run: Run, tmp_path: Path) -> None:
    """A record with marks is checked for the rest."""
    run("new", "article", RAW, "--id", "notes")
    record = tmp_path / "dossier" / "articles" / "notes.yml"
    record.write_text(record.read_text().replace("opens: The ferry", "opens: A ferry"))
    told = run("check").stderr
    assert "[unfinished]" in told
    assert "[original-cut]" in told


#: Texts that YAML would read as something else, or not at all.
AWKWARD = [
    "- a dash",
    "Boats: {ice}, [coal] # and more",
    "'quoted' \"twice\" \\ and %",
    "yes",
    "2021-05-06",
    "null and ~",
    "@at `tick` | pipe > more",
    "tab\there",
    "Nets\u00a0and\u200dropes",
    "*emphasis* &anchor !tag",
]


def test_whatever_a_text_holds_is_quoted_safely(run: Run, tmp_path: Path) -> None:
    """YAML reads back the words as they stand in the text, and no comment ends early."""
    for number, line in enumerate(AWKWARD):
        text = f"{line} in the paper\n\n“{line}” stands here, and 3 {line} boats came at dawn.\n"
        (tmp_path / f"odd-{number}.txt").write_text(text, encoding="utf-8")
        assert run("new", "article", f"odd-{number}.txt").returncode == 0
        written = (tmp_path / "dossier" / "articles" / f"odd-{number}.yml").read_text()
        record = yaml.load(written, Loader=yaml.BaseLoader)
        for block in record["original"]["blocks"]:
            assert block["opens"] in text
    left_open(run("check"))
