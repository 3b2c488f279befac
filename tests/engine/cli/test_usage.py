"""The command line: what one may ask for, and what is told of a word or a path that is wrong."""

import re
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from pkgutil import iter_modules

import click
import pytest

from newsdossier import cli
from newsdossier.cli import main
from tests.support.commands import run_command
from tests.support.ferry import FERRY, change, copied
from tests.support.machines import MACHINES


def commands() -> dict[str, click.Command]:
    """Every command that a module of the command line defines, by what is typed for it."""
    names = [f"{cli.__name__}.{module.name}" for module in iter_modules(cli.__path__)]
    defined = [one for name in names for one in vars(import_module(name)).values()]
    groups = [one for one in defined if isinstance(one, click.Group)]
    within = {
        f"{group.name} {name}": one for group in groups for name, one in group.commands.items()
    }
    top = {
        str(one.name): one
        for one in defined
        if isinstance(one, click.Command) and one not in within.values() and one.name != "program"
    }
    return top | within


@pytest.mark.parametrize("asked", ["-h", "--help"])
def test_help_lists_every_command(asked: str) -> None:
    """The help names each command that there is, in a line that says what it does; exit code 0."""
    ran = run_command(asked)
    _, _, listing = ran.stdout.partition("Commands:\n")
    told = dict(line.split(maxsplit=1) for line in listing.splitlines())
    assert told.keys() == {name for name in commands() if " " not in name}
    assert [
        line for line in told.values() if not re.fullmatch(r"[A-Z].*(?:\.|…|\.\.\.)", line)
    ] == []
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("name", commands())
def test_a_command_has_a_help_of_its_own(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A command's help gives its usage and a sentence on every option; exit code 0."""
    assert main([*name.split(), "--help"]) == 0
    out, err = capsys.readouterr()
    assert (out.partition(" [OPTIONS]")[0], err) == (f"Usage: newsdossier {name}", "")
    options = [one for one in commands()[name].params if isinstance(one, click.Option)]
    assert [one.opts for one in options if not one.help or not one.help.endswith(".")] == []


def test_the_version_is_told() -> None:
    """The version is that of the package; exit code 0."""
    ran = run_command("--version")
    assert ran.stdout == f"newsdossier, version {version('newsdossier')}\n"
    assert ran.returncode == 0


@pytest.mark.parametrize("arguments", [[], ["chekc"], ["check", "--fix"], ["pages"]])
def test_wrong_usage_is_told_by_exit_code_two(arguments: list[str]) -> None:
    """A command that does not exist, or lacks what it needs, ends in 2 with the usage."""
    ran = run_command("--dossier", FERRY, *arguments)
    assert ran.returncode == 2
    assert ran.stderr.startswith("Usage: newsdossier")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chekc"], "Did you mean 'check'?"),
        (["check", "--formt", "json"], "Did you mean '--format'?"),
    ],
    ids=["command", "option"],
)
def test_a_mistyped_word_is_answered_with_the_nearest(arguments: list[str], told: str) -> None:
    """Of commands and options the nearest is named."""
    assert told in run_command("--dossier", FERRY, *arguments).stderr


def test_pages_are_never_written_over_a_folder_that_exists(tmp_path: Path) -> None:
    """An OUT that exists is wrong usage too, and stays as it is."""
    ran = run_command("--dossier", FERRY, "pages", tmp_path)
    assert (ran.returncode, ran.stderr) == (2, f"{tmp_path} exists; name a new folder\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "dossier/none.yml"], "dossier/none.yml: there is no such file"),
        (["pages", "dossier/dossier.yml/x"], "dossier/dossier.yml/x: Not a directory"),
        (["pages", "dangling"], "dangling exists; name a new folder"),
        (["pages", "x" * 300], f"{'x' * 300}: File name too long"),
        (["pack", "dossier", "z/zz.zip"], "z/.zz.zip-new: No such file or directory"),
        (["pack", "dossier", "."], ". is a folder; name a zip to be made"),
        (["swap", ".", "true"], ". has no name to be made under; name a folder"),
        (["schema"], "dossier/schema/article.json: this is no file but something else; remove it"),
        (["--dossier", "other", "schema"], "other/schema: this is no folder but something else;"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_a_wrong_path_is_told_in_one_line(
    arguments: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The exit code is 2, there is no traceback, and no link is written through."""
    (copied(tmp_path) / "schema").mkdir(exist_ok=True)
    (tmp_path / "kept").write_text("as it was")
    (tmp_path / "dossier" / "schema" / "article.json").symlink_to(tmp_path / "kept")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "schema").write_text("no folder")
    (tmp_path / "dangling").symlink_to("nowhere")
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(told)
    assert (tmp_path / "kept").read_text() == "as it was"


def test_what_is_told_can_be_printed_everywhere(tmp_path: Path) -> None:
    """A letter that a terminal lacks is shown by its number, and all else as it is."""
    edited, originals = copied(tmp_path), FERRY / "originals"
    change(edited, {"file": "dossier.yml", "replace": "The Ondrelle", "with": "Die “Öndrelle”"})
    asked = ("--dossier", edited, "diff", FERRY)
    told = run_command(*asked, originals=originals)
    plain = run_command(*asked, originals=originals, variables=MACHINES["east, plain ASCII"])
    assert "Öndrelle" in told.stdout
    assert plain.stdout == told.stdout.encode("ascii", "backslashreplace").decode()
    assert (plain.returncode, plain.stderr) == (0, "")
