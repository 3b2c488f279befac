"""Set in MkDocs what the pages need, and which folders a preview watches."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup, escape
from mkdocs.config.base import ValidationError
from mkdocs.config.config_options import URL, ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from newsdossier.model import Licence, Settings, addresses
from newsdossier.site import styles
from newsdossier.site.reporting import list_report_ways
from newsdossier.site.repository import parse_repository

SITE = Path(__file__).parent.parent / "site"

#: Folders whose files a preview reads anew at every build.
WATCHED = (SITE / "assets", SITE / "styles", SITE / "templates", SITE / "theme")

#: The pages made from the data that stand in the navigation; those written by hand follow.
NAVIGATION = [
    {"Home": "index.md"},
    {"Articles": "articles/index.md"},
    {"Compare": "comparison/index.md"},
    {"People and places": "entities/index.md"},
    {"Timeline": "timeline.md"},
    {"Sources": "sources.md"},
]

#: What the foot of every page leads to, where the site has it; before the last, the way to report a
#: mistake.
FOOT = [
    ("Download the data", addresses.DATA),
    ("Print edition", addresses.PRINTABLE),
    ("Coverage", addresses.COVERAGE),
    ("Contribute", "contributing.md"),
]

#: The entry that follows the comparison where a dispatch has two or more copies.
COPYING_TITLE, COPYING_PLACE = "What changed in copying", 3

#: The scripts of every page, which wait until the page is there.
SCRIPTS = [
    "assets/frame.js",
    "assets/notes.js",
    "assets/reading.js",
    "assets/search.js",
    "assets/comparison.js",
    "assets/question.js",
    "assets/copying.js",
    "assets/lanes.js",
    "assets/tools.js",
    "assets/anchors.js",
]

#: What no browser needs of them: lines of comments, blank lines, the space before a line.
_IDLE_IN_SCRIPT = re.compile(r"^\s*(?:/\*\*.*?\*/\s*|//.*\n)|^[ \t]+|^\n", re.MULTILINE)

#: The scripts in one file, which a reader fetches once.
JOINED = "assets/pages.js"

FEATURES = [
    "navigation.tabs",
    "toc.follow",
]

#: Two schemes of ours; "custom" keeps the theme from adding a colour of its own to them.
PALETTE = [
    {
        "media": "(prefers-color-scheme: light)",
        "scheme": "default",
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/moon-waning-crescent", "name": "Switch to dark"},
    },
    {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/brightness-5", "name": "Switch to light"},
    },
]

EXTENSIONS = {
    "footnotes": {"BACKLINK_TITLE": "Back to reference {} in the text"},
    "def_list": {},
    "md_in_html": {},
    "toc": {"toc_depth": "1-3"},
}

#: Where a site is said to live that has no address yet: where a preview shows it.
NO_ADDRESS = "http://127.0.0.1:8000/"


def configure(config: MkDocsConfig) -> None:
    """Set everything that does not depend on the dossier's content."""
    if config.theme.name != "material":
        raise PluginError("mkdocs.yml: the pages are made for one theme; write `theme: material`")
    _set_theme(config)
    _set_search(config)
    _set_markdown(config)
    _set_navigation(config)
    _set_validation(config)
    config.watch += [str(data_folder(config)), *map(str, WATCHED)]


def set_address(config: MkDocsConfig) -> None:
    """Set where the site is to live: what SITE_URL says, else `site_url` in mkdocs.yml."""
    address = os.environ.get("SITE_URL") or config.site_url or NO_ADDRESS
    try:
        config.site_url = URL(is_dir=True).run_validation(address)
    except ValidationError as error:
        raise PluginError(f"SITE_URL: {address!r} is no address: {error}") from None


def set_opened_from_folder(config: MkDocsConfig) -> None:
    """Make pages that need no web server, where OFFLINE asks for them."""
    if os.environ.get("OFFLINE", "").lower() in ("1", "true", "yes"):
        config.use_directory_urls = False


def describe_site(config: MkDocsConfig, dossier: Settings) -> None:
    """Take what is said of the site from the dossier, which alone says what it is.

    The theme writes them into its pages as they come, so they are escaped here.
    """
    config.site_name = escape(dossier.title)
    config.site_description = escape(dossier.summary)
    config.extra["dossier_settings"] = dossier
    config.extra["dossier_record"] = {
        "date": escape(dossier.updated),
        "language": escape(dossier.language),
        "rights": escape(dossier.licence.address) if dossier.licence else "",
    }
    if not config.copyright:
        rights = [_describe_licence(dossier.licence)] if dossier.licence else []
        config.copyright = " ".join([*rights, "Quotations belong to their authors."])


def _describe_licence(licence: Licence) -> str:
    link = Markup('<a href="{}" rel="license">{}</a>').format(licence.address, licence.title)
    return f"Annotations and retellings: {link}."


def add_copying(config: MkDocsConfig, pages: Iterable[str]) -> None:
    """Lead the navigation to what changed in copying, where there are such pages."""
    if entry := addresses.choose_copying_entry(pages):
        entries = list(config.nav or [])
        config.nav = [*entries[:COPYING_PLACE], {COPYING_TITLE: entry}, *entries[COPYING_PLACE:]]


def list_navigation(config: MkDocsConfig) -> set[str]:
    """The pages that the navigation leads to by a title."""
    entries = [entry for entry in config.nav or [] if isinstance(entry, dict)]
    return {path for entry in entries for path in entry.values()}


def set_foot(config: MkDocsConfig, files: Files) -> None:
    """Lead the foot of every page to the pages that no tab shows, and to where mistakes go."""
    found = [(title, files.get_file_from_path(path)) for title, path in FOOT]
    links = [(title, file.url) for title, file in found if file]
    dossier: Settings | None = config.extra.get("dossier_settings")
    title, contact = (dossier.title, dossier.contact) if dossier else ("", None)
    repository = parse_repository(repository_setting(config))
    if ways := list_report_ways(repository, contact, title, ""):
        links.insert(-1, ("Report a mistake", ways.form or ways.mail))
        if ways.form and ways.mail:
            links.insert(-1, ("Report by mail", ways.mail))
    config.extra["foot_links"] = links


def data_folder(config: MkDocsConfig) -> Path:
    """The folder of the dossier's data: `extra.dossier` in mkdocs.yml, else `dossier`."""
    return Path(config.config_file_path).parent / str(config.extra.get("dossier") or "dossier")


def repository_setting(config: MkDocsConfig) -> str:
    """The repository that the data lies in: what REPOSITORY says, else `extra.repository`."""
    return os.environ.get("REPOSITORY") or str(config.extra.get("repository") or "")


def _set_theme(config: MkDocsConfig) -> None:
    theme = config.theme
    theme.dirs.insert(1 if theme.custom_dir else 0, str(SITE / "theme"))
    theme["font"] = False  # the theme would load fonts from another host
    theme["features"] = list(dict.fromkeys([*FEATURES, *theme["features"]]))
    if "palette" not in theme:
        theme["palette"] = PALETTE
    config.extra["generator"] = False
    config.extra_css[:0] = [styles.STYLESHEET]
    config.extra_javascript[:0] = [_deferred(JOINED)]


def join_scripts() -> str:
    """The scripts of every page that wait until it is there, joined in their order.

    An error in one is told on the console as ever, and stops none of the others.
    """
    texts = [(SITE / path).read_text(encoding="utf-8") for path in SCRIPTS]
    said = (_IDLE_IN_SCRIPT.sub("", text) for text in texts)
    return "\n".join(f"try {{\n{text}}} catch (error) {{ reportError(error); }}" for text in said)


def _deferred(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.defer = True
    return script


def _set_search(config: MkDocsConfig) -> None:
    """Let the theme make no index of its own; site/search makes ours from the data."""
    if search := config.plugins.get("material/search"):
        search.config["enabled"] = False


def _set_markdown(config: MkDocsConfig) -> None:
    own = [name for name in EXTENSIONS if name not in config.markdown_extensions]
    config.markdown_extensions += own
    for name, options in EXTENSIONS.items():
        config.mdx_configs[name] = options | config.mdx_configs.get(name, {})


def _set_navigation(config: MkDocsConfig) -> None:
    """Put the pages written by hand behind the others: those of `nav`, else all in the folder."""
    by_hand = config.nav or [file.name for file in sorted(Path(config.docs_dir).glob("*.md"))]
    config.nav = [*NAVIGATION, *by_hand]


def _set_validation(config: MkDocsConfig) -> None:
    for levels in (config.validation.nav, config.validation.links):
        for name in levels:
            levels[name] = logging.WARNING
