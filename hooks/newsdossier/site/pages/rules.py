"""The page of the rules that a dossier keeps, with an example of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdossier.analysis import wording
from newsdossier.checks.catalogue import Entry, list_entries
from newsdossier.model import addresses
from newsdossier.problems.rules import RuleGroup
from newsdossier.site.pages.registry import PageKind, PageSource
from newsdossier.site.parts.page import Page


@dataclass(frozen=True)
class RuleView:
    """A rule: its name, its sentence, an example that follows it and one that breaks it."""

    name: str
    sentence: list[tuple[str, bool]]
    """Its parts, each with whether it is code."""
    file: str
    keeps: str
    breaks: str
    is_told: bool
    """Whether the examples describe a file instead of quoting it."""
    problems: tuple[str, ...]


@dataclass(frozen=True)
class RuleGroupView:
    """Rules on one matter."""

    title: str
    rules: list[RuleView]


@dataclass(frozen=True)
class RulesPage(Page):
    """Every rule, group by group."""

    count: str
    groups: list[RuleGroupView]


def build_pages(_source: PageSource) -> Iterator[RulesPage]:
    """The page of rules; it is the same for every dossier."""
    groups = [
        RuleGroupView(one.value, list(map(_build_rule, list_entries(one)))) for one in RuleGroup
    ]
    yield RulesPage(
        path=addresses.RULES,
        title="Rules",
        description="Every rule that a change is checked for, with an example that follows it and "
        "one that breaks it.",
        kind_label="Guide",
        count=wording.plural(sum(len(group.rules) for group in groups), "rule"),
        groups=groups,
    )


def _build_rule(entry: Entry) -> RuleView:
    rule, shown = entry.rule, entry.example
    parts = enumerate(rule.sentence.split("`"))
    return RuleView(
        rule.name,
        [(part, bool(index % 2)) for index, part in parts if part],
        shown.file.removeprefix("../"),
        shown.keeps,
        shown.breaks,
        shown.is_told,
        shown.problems,
    )


KIND = PageKind(
    view=RulesPage,
    build=build_pages,
    template="rules",
    position=130,
)
