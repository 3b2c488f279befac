"""What MkDocs calls while it builds or serves a site, in this order; MkDocs names the events."""

from __future__ import annotations

import os
from pathlib import Path

import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from newsdossier.mkdocs import settings, theme_files
from newsdossier.model import addresses
from newsdossier.problems.forms import format_plain
from newsdossier.problems.problem import ProblemsFound
from newsdossier.site import build, foot, policy, styles
from newsdossier.site.compact import compact
from newsdossier.site.fonts import font_files
from newsdossier.site.quiet_notes import shorten_calls
from newsdossier.site.render import build_site_environment, render_foot
from newsdossier.site.repository import parse_repository
from newsdossier.site.sanitise import sanitise_pages

log = get_plugin_logger("newsdossier")


@event_priority(100)  # before the plugins, which read what is set here
def on_config(config: MkDocsConfig) -> None:
    """Fit MkDocs to the pages, and the pages to how the site is opened."""
    settings.configure(config)
    settings.set_opened_from_folder(config)
    if not _is_preview():
        settings.set_address(config)


def on_pre_build(config: MkDocsConfig) -> None:
    """Make all pages, or stop with all problems, before MkDocs empties the site's folder."""
    built = _build(config)
    os.environ["SOURCE_DATE_EPOCH"] = str(built.epoch)
    settings.add_copying(config, built.pages)
    made = built.pages | built.files | built.moved | built.index
    config.extra["dossier_pages"] = made | font_files(log.info)
    if built.settings:
        settings.describe_site(config, built.settings)
    for line in built.unproved:
        log.info(line)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Hand over the pages and files made from the data, and the engine's styles and scripts."""
    in_navigation = settings.list_navigation(config)
    for path, content in config.extra.pop("dossier_pages").items():
        level = InclusionLevel.INCLUDED if path in in_navigation else InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, path, content=content, inclusion=level))
    if not files.get_file_from_path(settings.JOINED):
        files.append(File.generated(config, settings.JOINED, content=settings.join_scripts()))
    for asset in sorted((settings.SITE / "assets").iterdir()):
        path = f"assets/{asset.name}"
        is_joined = path in settings.SCRIPTS
        # One in the folder of pages takes its place.
        if not is_joined and not files.get_file_from_path(path):
            files.append(File.generated(config, path, abs_src_path=str(asset)))
    theme_files.join_sheet(files, config)
    settings.set_foot(config, files)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a page written by hand the foot that those made from the data have."""
    dossier = config.extra.get("dossier_settings")
    if page.file.generated_by or not dossier:
        return html
    site = "" if _is_preview() else addresses.public_address(config.site_url)
    lines = parse_repository(settings.repository_setting(config))
    guide = foot.build_guide(page.file.src_uri, str(page.title), dossier, site, lines)
    folders = bool(config.use_directory_urls)
    return html + render_foot(guide, build_site_environment(folders, site))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Let no page be published that has more in it than the list of our elements."""
    pages = [file.page for file in files.documentation_pages() if file.generated_by]
    written = {page.file.src_uri: page for page in pages if page and page.content}
    short = {path: shorten_calls(page.content or "") for path, page in written.items()}
    clean, told = sanitise_pages(short)
    for path, page in written.items():
        page.content = clean[path]
    if told and _is_preview():
        log.warning("\n".join(told))
    elif told:
        raise PluginError("\n".join(told))


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Give the page for what is not there its policy, and learn from it the theme's scripts."""
    if template_name == "404.html":
        config.extra["dossier_sheet"].read_page(output)
    if template_name != "404.html" or not _is_published(config):
        return output
    output = compact(output)
    config.extra["dossier_scripts"] = policy.list_script_shapes(output)
    return policy.add_policy(output, config.extra["dossier_scripts"])


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Leave out idle white space, and give a page its policy where a web server is to show it."""
    output = compact(output)
    config.extra["dossier_sheet"].read_page(output)
    if not _is_published(config):
        return output
    return policy.add_policy(output, config.extra["dossier_scripts"])


def on_post_build(config: MkDocsConfig) -> None:
    """Leave out of the style sheet what none of the pages has, now that all are known."""
    if not _is_preview():
        path = Path(config.site_dir, styles.STYLESHEET)
        path.write_text(config.extra["dossier_sheet"].write_used(), encoding="utf-8")


def _build(config: MkDocsConfig) -> build.BuiltSite:
    root, docs = settings.data_folder(config), Path(config.docs_dir)
    try:
        lines = parse_repository(settings.repository_setting(config))
    except ValueError as error:
        raise PluginError(f"REPOSITORY, or extra.repository in mkdocs.yml: {error}") from None
    if _is_preview():
        return build.preview(root, docs)
    site, folders = addresses.public_address(config.site_url), config.use_directory_urls
    try:
        return build.publish(
            root, site=site, folders=folders, cards=folders, docs=docs, repository=lines
        )
    except ProblemsFound as found:
        problems = format_plain(found.problems)
        raise PluginError(f"the data cannot be published:\n{problems}") from None


def _is_preview() -> bool:
    """Whether MkDocs runs as `mkdocs serve`: problems are then shown on a page, and it goes on."""
    command = click.get_current_context(silent=True)
    if command is None or command.info_name != "serve":
        return False
    return command.params.get("build_type") != "clean"


def _is_published(config: MkDocsConfig) -> bool:
    return bool(config.use_directory_urls) and not _is_preview()
