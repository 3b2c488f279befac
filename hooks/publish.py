"""The doorway: MkDocs loads this file, and the generator behind it knows nothing of MkDocs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

log = get_plugin_logger("dossier")

#: The commands that run in this process: a preview is `mkdocs serve`, and nothing else is one.
commands: set[str] = set()


def on_startup(command: str, dirty: bool) -> None:
    """Tell a preview from a build: a preview shows problems on a page and goes on."""
    commands.add(command)
    sys.path.insert(0, str(Path(__file__).parent))


def on_config(config: MkDocsConfig) -> None:
    """Fit the site to how it is opened: in a preview, or from a folder."""
    if not config.use_directory_urls:  # the offline plugin would load this from another host
        config.extra["polyfills"] = ["assets/search-from-folder.js"]
    if "serve" in commands:
        for name in [name for name in sys.modules if name.partition(".")[0] == "newsdossier"]:
            del sys.modules[name]


def on_pre_build(config: MkDocsConfig) -> None:
    """Make all pages, or stop with all problems, before MkDocs empties the site's folder."""
    from newsdossier.model import addresses
    from newsdossier.problems import problem
    from newsdossier.site import build, fonts, repository

    root = Path(config.config_file_path).parent / config.extra["dossier"]
    docs = Path(config.docs_dir)
    try:
        lines = repository.repository(str(config.extra.get("repository") or ""))
    except ValueError as error:
        raise PluginError(f"extra.repository in mkdocs.yml: {error}") from None
    try:
        if "serve" in commands:
            made = build.preview(root, docs)
        else:
            site, served = addresses.public_address(config.site_url), config.use_directory_urls
            made = build.publish(
                root, site=site, folders=served, cards=served, docs=docs, repository=lines
            )
    except problem.ProblemsFound as found:
        raise PluginError(f"the data cannot be published:\n{found}") from None
    os.environ["SOURCE_DATE_EPOCH"] = str(made.epoch)
    config.extra["dossier_pages"] = made.pages | made.files | fonts.font_files(log.info)
    for line in made.unproved:
        log.info(line)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Hand the pages and files to MkDocs beside those written by hand."""
    for path, content in config.extra.pop("dossier_pages").items():
        files.append(File.generated(config, path, content=content))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Let no page be published that has more in it than the list of our elements."""
    from newsdossier.site import sanitise

    found: list[str] = []
    for page in [file.page for file in files.documentation_pages() if file.generated_by]:
        if page and page.content:
            page.content, taken = sanitise.sanitise(page.content)
            found += [f"{page.file.src_uri}: {piece} has no place in a page" for piece in taken]
    if found and "serve" in commands:
        log.warning("\n".join(found))
    elif found:
        raise PluginError("\n".join(["text of the data has become markup:", *found]))


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Give the page for what is not there its policy, and learn from it the theme's scripts."""
    if template_name != "404.html" or not _is_served(config):
        return output
    from newsdossier.site import policy

    config.extra["dossier_scripts"] = policy.shapes(output)
    return policy.enforced(output, config.extra["dossier_scripts"])


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give a page its policy where a web server is to show it."""
    if not _is_served(config):
        return output
    from newsdossier.site import policy

    return policy.enforced(output, config.extra["dossier_scripts"])


def _is_served(config: MkDocsConfig) -> bool:
    return bool(config.use_directory_urls) and "serve" not in commands
