"""Add a content security policy, by hashes, to a page: what a browser may run and load for it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

#: The site's own files, and no script, style or frame written into a page but those named by hash.
#: The theme's style sheets hold their icons as data. `frame-ancestors` is for a server to say.
_RULES = (
    "default-src 'none'",
    "script-src 'self' {scripts}",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_ROOT = re.compile(r'new URL\("[^"\\]*",location\)')
_CHARSET = '<meta charset="utf-8">'


def list_script_shapes(page: str) -> list[str]:
    """The inline scripts of a page, without the address of the site's root that they name."""
    return [_normalise_script(script) for script in _INLINE.findall(page)]


def add_policy(page: str, known: Iterable[str]) -> str:
    """Add the policy to a page; it allows the inline scripts whose shape is known.

    They are known from a page that shows nothing of the data. To name all that a page has would let
    run whatever got into it. Raises ValueError where the head says no charset to put it behind.
    """
    scripts = [script for script in _INLINE.findall(page) if _normalise_script(script) in known]
    hashes = dict.fromkeys(f"'sha256-{_hash_script(script)}'" for script in scripts)
    rules = "; ".join(_RULES).format(scripts=" ".join(hashes))
    head, charset, rest = page.partition(_CHARSET)
    if not charset:
        raise ValueError(f"no {_CHARSET} in this page")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    return f"{head}{charset}{meta}{rest}"


def _normalise_script(script: str) -> str:
    return _ROOT.sub('new URL("",location)', script)


def _hash_script(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode()
