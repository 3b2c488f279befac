"""Rules on quotation marks, which tell whose words stand within them; they need the originals."""

from __future__ import annotations

from collections.abc import Iterator

from newsdossier.checks.rules import Finding, register_checks
from newsdossier.dossier.dossier import Dossier
from newsdossier.model import Rights
from newsdossier.problems.rules import RuleGroup

rule = register_checks(RuleGroup.PROOFS)


@rule
def rendition_marks(dossier: Dossier) -> Iterator[Finding]:
    """A rendition has “double” marks where the article has marks, ‘single’ ones for its own words.

    An apostrophe is no mark.
    """
    for name, body in (dossier.bodies or {}).items():
        if dossier.articles[name].rights is Rights.FULL:
            continue
        for block in dossier.rendition(name).blocks:
            for one in block.quotations:
                where = (one.bare_words, [block.label])
                if one.is_double and body.quotations.never_quote(*where):
                    message = f'the original does not print "{one.words}" within quotation marks'
                    yield block.place, f"{message}; write ‘ and ’ around it"
                if not one.is_double and body.quotations.always_quote(*where):
                    message = f'the original prints "{one.words}" within quotation marks'
                    yield block.place, f"{message}; write “ and ” around it"
