"""The search: what can be found, made of the data, and the file that the browser loads for it."""

from newsdossier.site.search.index import build_search_files

__all__ = ["build_search_files"]
