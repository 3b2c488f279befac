"""The command line: what is typed after `newsdossier`, and what it prints and returns."""

from newsdossier.cli.program import main

__all__ = ["main"]
