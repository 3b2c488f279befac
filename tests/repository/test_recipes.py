"""The recipes of the page on contributing, followed step by step exactly as they are written."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from newsdossier.site.build import publish
from tests.support.building import ROOT, copied
from tests.support.rendered import body, words

PAGE = ROOT / "docs" / "contributing.md"
FILE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Step:
    """What a step tells to do, and the text in the block behind it."""

    words: str
    block: str


def recipe(title: str) -> list[Step]:
    """The steps of the numbered list under a heading, each telling with the block behind it."""
    tree = SyntaxTreeNode(MarkdownIt("commonmark").parse(PAGE.read_text(encoding="utf-8")))
    under = ""
    steps: list[Step] = []
    for node in tree.children:
        if node.type == "heading":
            under = node.children[0].content
        elif node.type == "ordered_list" and under == title:
            for item in node.children:
                steps += steps_of(item)
    return steps


def steps_of(item: SyntaxTreeNode) -> Iterator[Step]:
    """The steps of an item of the list: paragraphs, each with the block that follows it."""
    told, *rest = item.children
    for node in rest:
        if node.type == "code_block":
            yield Step(told.children[0].content, node.content.rstrip("\n"))
        told = node


class Follower:
    """Somebody who does what the steps say, in a copy of the repository."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder
        self.found = ""
        self.ran: subprocess.CompletedProcess[str] | None = None

    def follow(self, step: Step) -> None:
        """Do one step; fails where it cannot be done, or does not do what it promises."""
        if named := FILE.findall(step.words):
            self.file = self.folder / named[-1]
        match step.words.split():
            case [*_, "Run"]:
                self.run(step.block)
            case ["which", "fails", *_]:
                self.sees(step.block, fails=True)
            case ["which", "says", *_]:
                self.sees(step.block, fails=False)
            case [*_, "find"]:
                text = self.file.read_text(encoding="utf-8")
                assert text.count(step.block) == 1, f"{step.block!r} in {self.file}"
                self.found = step.block
            case ["and", "write", *_]:
                text = self.file.read_text(encoding="utf-8")
                self.file.write_text(text.replace(self.found, step.block), encoding="utf-8")
            case ["Save", *_] | [*_, "Save", "as", _]:
                self.file.write_text(f"{step.block}\n", encoding="utf-8")
            case ["On", "the", "page", *_]:
                self.page_has(FILE.findall(step.words)[0], step.block)
            case _:
                pytest.fail(f"nobody knows what to do: {step.words}")

    def run(self, command: str) -> None:
        """Run a command of make, with the environment that the tests run in."""
        venv = Path(sys.prefix)
        self.ran = subprocess.run(
            f"{command} VENV={venv} --old-file={venv / 'run.stamp'}",
            shell=True,
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder / "hooks")},
            capture_output=True,
            text=True,
        )

    def sees(self, line: str, fails: bool) -> None:
        """The command that was run has said this line."""
        assert self.ran
        assert line in self.ran.stdout + self.ran.stderr, self.ran
        assert bool(self.ran.returncode) == fails

    def page_has(self, address: str, shown: str) -> None:
        """The page at an address shows these words."""
        pages = publish(self.folder / "tests" / "dossier").pages
        assert shown in words(body(pages[f"{address.rstrip('/')}.md"]))


@pytest.mark.parametrize(
    ("title", "steps"), [("Correct a spelling", 5), ("Add a statement", 5), ("Add an article", 10)]
)
def test_a_recipe_works_as_it_is_written(title: str, steps: int, tmp_path: Path) -> None:
    """Each step can be done as it stands, and the check and the page answer as it promises."""
    copy = tmp_path / "copy"
    copied(copy)
    follower = Follower(copy)
    told = recipe(title)
    assert len([step for step in told if step.words]) >= steps
    for step in told:
        follower.follow(step)
