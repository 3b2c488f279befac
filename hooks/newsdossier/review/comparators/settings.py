"""Compares the settings of the dossier, with its groups of questions and its story."""

from __future__ import annotations

from collections.abc import Iterator

from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Settings
from newsdossier.review.difference import Difference, Outcome, Subject
from newsdossier.review.records import Comparator, compare_fields, match_items

GROUPS = Comparator(Subject.GROUP, title="title")
STORY = Comparator(Subject.STORY_LINE, title="text")


def compare(before: Dossier, after: Dossier) -> Iterator[Difference]:
    """Compare the settings, then the groups, then the story."""
    old, new = before.settings, after.settings
    for field in compare_fields(old, new, ("groups", "story")):
        place = new.place(field.name.partition(".")[0])
        yield Difference(Subject.SETTING, "", field.name, Outcome.CHANGED, "", place, [field])
    yield from _compare_groups(old, new)
    yield from _compare_story(old, new)


def _compare_groups(old: Settings, new: Settings) -> Iterator[Difference]:
    before, after = ({one.id: one for one in state.groups} for state in (old, new))
    for name in sorted({*before, *after}):
        yield from GROUPS.compare("", name, before.get(name), after.get(name))


def _compare_story(old: Settings, new: Settings) -> Iterator[Difference]:
    for one, other in match_items(old.story, new.story, lambda line: (line.text, *line.sources)):
        lines = new.story if other else old.story
        number = next(i for i, line in enumerate(lines, 1) if line is (other or one))
        yield from STORY.compare("", str(number), one, other)
