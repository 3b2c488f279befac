"""MkDocs loads this file: the events that it calls are the engine's."""

from newsdossier.mkdocs import *  # noqa: F403
