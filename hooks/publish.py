"""MkDocs loads this file: the events that it calls are the engine's."""

from mkdocs.exceptions import Abort

try:
    from newsdossier.mkdocs import *  # noqa: F403
except ModuleNotFoundError as missing:  # the requirements have grown since they were installed
    install = "python -m pip install --require-hashes -r requirements.txt"
    raise Abort(f"{missing.name} is not installed; run: {install}") from None
