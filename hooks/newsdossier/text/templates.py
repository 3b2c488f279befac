"""Jinja environments for the templates of our packages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


def build_environment(package: str, finalize: Callable[[Any], Any] | None = None) -> Environment:
    """The templates in a package's folder `templates`; an undefined name in one is an error.

    `finalize` gets each value before it is written. With it all text that it does not return as
    Markup is escaped for HTML; without it nothing is escaped. A line that holds nothing but a
    block leaves no line behind.
    """
    return Environment(
        loader=PackageLoader(package),
        autoescape=finalize is not None,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
