"""How readers report a mistake: by a form of the repository, by mail, or not at all."""

from __future__ import annotations

from urllib.parse import quote

from newsdossier.site.parts.page import ReportWays
from newsdossier.site.repository import Repository

#: What a message asks for; assets/tools.js fills in the statement in the first two lines.
_MESSAGE = """\
Where: {where}
Page: {page}

What is wrong, and what should stand there:

Where does the article say so?
"""


def list_report_ways(
    repository: Repository | None, contact: str | None, where: str, page: str
) -> ReportWays | None:
    """The ways to report a mistake in what is named `where` and stands on a page, if any.

    The page is its address, empty where that is not known.
    """
    form = repository.report_address(where, page) if repository else ""
    mail = _mail_address(contact, where, page) if contact else ""
    return ReportWays(form, mail) if form or mail else None


def _mail_address(contact: str, where: str, page: str) -> str:
    """The address that opens a message; RFC 6068 wants line breaks as CRLF."""
    body = _MESSAGE.format(where=where, page=page).replace("\n", "\r\n")
    subject = f"Mistake in {where}"
    return f"mailto:{quote(contact, safe='@')}?subject={quote(subject)}&body={quote(body)}"
