"""The catalogue of rules: each is a sentence, has an example, and is broken in a case."""

import re

from newsdossier.checks import catalogue
from newsdossier.checks.catalogue import example
from newsdossier.problems.rules import RULES
from tests.support.cases import CASES, EVERY_RULE, EXAMPLES, broken_by, read_case, rule_of


def test_every_rule_is_listed_with_an_example() -> None:
    """A rule that any module declares is listed once, has an example, and its example breaks it."""
    listed = [rule.name for rule in catalogue.list_rules()]
    assert sorted(RULES) == sorted(listed)
    assert sorted(path.stem for path in EXAMPLES) == sorted(listed)
    broken = {
        path.stem: {rule_of(line) for line in example(path.stem).problems} for path in EXAMPLES
    }
    broken["quotation-length"].discard("leak")  # words that are quoted at such length are both
    for changed in ("printed-words", "wording-verbatim"):  # an answer that changes is both
        broken[changed].discard("stale-reason")
    assert [name for name, rules in broken.items() if rules != {name}] == []


def test_every_rule_is_a_sentence() -> None:
    """A rule says in a sentence of its own what a contributor has to keep."""
    sentences = [rule.sentence for rule in catalogue.list_rules()]
    assert [s for s in sentences if not re.fullmatch(r"[A-Z].+\.", s)] == []
    assert len(set(sentences)) == len(sentences)


def test_no_case_repeats_an_example() -> None:
    """A case has a mistake that no example has."""
    shown = [str(edit) for path in EXAMPLES for edit in broken_by(path).edits]
    repeated = {
        path.stem for path in CASES if all(str(edit) in shown for edit in read_case(path).edits)
    }
    assert repeated == set()


def test_every_rule_is_among_those_told_together() -> None:
    """The faults that are told together break every rule there is, each in one of the files."""
    broken = [{rule_of(line) for line in read_case(path).problems} for path in EVERY_RULE]
    assert sorted(name for rules in broken for name in rules) == sorted(
        rule.name for rule in catalogue.list_rules()
    )
