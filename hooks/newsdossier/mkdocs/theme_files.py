"""Take from the theme's files what pages are to have of them, and leave out the others."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from newsdossier.mkdocs import settings
from newsdossier.site import fonts, styles
from newsdossier.site.styles.sheet import Sheet

#: The theme's style sheets in the order in which it reads them; they become part of ours.
_SHEETS = (r"assets/stylesheets/main\.\w+\.min\.css", r"assets/stylesheets/palette\.\w+\.min\.css")

#: The theme's scripts, for which frame.js and our search stand in, and the maps of its files.
_LEFT_OUT = re.compile(r"assets/(?:javascripts|stylesheets)/.*")


def join_sheet(files: Files, config: MkDocsConfig) -> None:
    """Make the one style sheet that pages load out of the theme's, the fonts' and ours."""
    theme = [
        file.content_string
        for name in _SHEETS
        for file in files.css_files()
        if re.fullmatch(name, file.src_uri)
    ]
    for file in [file for file in files if _LEFT_OUT.fullmatch(file.src_uri)]:
        files.remove(file)
    given = files.get_file_from_path(styles.STYLESHEET)  # one in the folder of pages
    ours = given.content_string if given else styles.join_sheets()
    if given:
        files.remove(given)
    sheet = Sheet("".join(theme), fonts.write_stylesheet("fonts") + ours)
    sheet.read_scripts(_list_scripts(files, config))
    content = sheet.write_whole()
    files.append(File.generated(config, styles.STYLESHEET, content=content))
    config.extra["dossier_sheet"] = sheet


def _list_scripts(files: Files, config: MkDocsConfig) -> list[str]:
    """The scripts of pages: ours, and those that mkdocs.yml names."""
    ours = [path.read_text(encoding="utf-8") for path in (settings.SITE / "assets").glob("*.js")]
    named = [files.get_file_from_path(str(script)) for script in config.extra_javascript]
    return ours + [file.content_string for file in named if file]
