"""The registry of rules."""

import pytest

from newsdossier.checks import catalogue
from newsdossier.problems.rules import RULES, RuleGroup, declare_rule


def test_a_name_is_declared_once() -> None:
    """Two rules of one name would be told apart by nobody."""
    taken = catalogue.list_rules()[0]
    with pytest.raises(ValueError, match=taken.name):
        declare_rule(RuleGroup.PAGES, __name__, taken.name, "Another sentence.")
    assert RULES[taken.name] is taken


def test_rules_are_listed_by_group() -> None:
    """Each group has rules, and they stand together."""
    groups = [rule.group for rule in catalogue.list_rules()]
    assert list(dict.fromkeys(groups)) == list(RuleGroup)
    assert groups == sorted(groups, key=list(RuleGroup).index)
