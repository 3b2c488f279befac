"""The links of pages that lead to the lines they are made from, and to the form for a mistake."""

from lxml.html import document_fromstring


class SourceLinks:
    """The links of a page that lead to its sources, by their accessible names."""

    def __init__(self, page: str) -> None:
        self.found: list[tuple[str, str]] = [
            (link.get("aria-label", ""), link.get("href", ""))
            for link in document_fromstring(page).iter("a")
            if link.get("class") == "edit-link"
        ]

    def of(self, verb: str) -> list[tuple[str, str]]:
        """What links of one sort are for, and where they lead."""
        return [(name.removeprefix(verb), to) for name, to in self.found if name.startswith(verb)]
