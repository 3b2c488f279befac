"""The doorway: MkDocs loads this file, and the generator behind it knows nothing of MkDocs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files

log = get_plugin_logger("dossier")


def on_startup(command: str, dirty: bool) -> None:
    """Tell a preview from a build: a preview shows problems on a page and goes on."""
    os.environ["DOSSIER_PREVIEW"] = "1" if command == "serve" else ""
    sys.path.insert(0, str(Path(__file__).parent))


def on_config(config: MkDocsConfig) -> None:
    """Fit the site to how it is opened: in a preview, or from a folder."""
    if not config.use_directory_urls:  # the offline plugin would load this from another host
        config.extra["polyfills"] = ["assets/search-from-folder.js"]
    if os.environ.get("DOSSIER_PREVIEW"):
        for name in [name for name in sys.modules if name.partition(".")[0] == "newsdossier"]:
            del sys.modules[name]


def on_pre_build(config: MkDocsConfig) -> None:
    """Make all pages, or stop with all problems, before MkDocs empties the site's folder."""
    from newsdossier import build, problems, repository, urls

    root = Path(config.config_file_path).parent / config.extra["dossier"]
    docs = Path(config.docs_dir)
    try:
        if os.environ.get("DOSSIER_PREVIEW"):
            made = build.preview(root, docs)
        else:
            site, served = urls.public(config.site_url), config.use_directory_urls
            lines = repository.repository(str(config.extra.get("repository") or ""))
            made = build.publish(
                root, site=site, folders=served, cards=served, docs=docs, repository=lines
            )
    except problems.ProblemsFound as found:
        raise PluginError(f"the data cannot be published:\n{found}") from None
    except ValueError as error:
        raise PluginError(f"extra.repository in mkdocs.yml: {error}") from None
    os.environ["SOURCE_DATE_EPOCH"] = str(made.epoch)
    config.extra["dossier_pages"] = made.pages | made.files
    for line in made.unproved:
        log.info(line)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Hand the pages and files to MkDocs beside those written by hand."""
    for path, content in config.extra.pop("dossier_pages").items():
        files.append(File.generated(config, path, content=content))
