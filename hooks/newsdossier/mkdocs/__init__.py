"""The events through which MkDocs runs the engine; `hooks/publish.py` hands them over."""

from newsdossier.mkdocs.events import (
    on_config,
    on_env,
    on_files,
    on_page_content,
    on_post_build,
    on_post_page,
    on_post_template,
    on_pre_build,
)

__all__ = [
    "on_config",
    "on_env",
    "on_files",
    "on_page_content",
    "on_post_build",
    "on_post_page",
    "on_post_template",
    "on_pre_build",
]
