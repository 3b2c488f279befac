"""The command line: `newsdossier check`, `newsdossier pages`, `newsdossier schema`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from newsdossier.build import publish
from newsdossier.problems import ProblemsFound, plain
from newsdossier.records import schemas


def main(arguments: list[str] | None = None) -> int:
    """Run one command: 0 when all is well, 1 with problems, 2 for wrong usage."""
    args = _parser().parse_args(arguments)
    try:
        return int(args.run(args))
    except ProblemsFound as found:
        print(plain(found.problems), file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="newsdossier", description="An annotated dossier.")
    parser.add_argument("--dossier", type=Path, default=Path("dossier"), help="the data's folder")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    commands.add_parser("check", help="show every problem of the data").set_defaults(run=_check)
    pages = commands.add_parser("pages", help="write the Markdown of all pages to a folder")
    pages.add_argument("out", type=Path, metavar="OUT", help="the folder; it must not exist yet")
    pages.set_defaults(run=_pages)
    schema = commands.add_parser("schema", help="write the JSON Schemas into the data's folder")
    schema.set_defaults(run=_schema)
    return parser


def _check(args: argparse.Namespace) -> int:
    made = publish(args.dossier)
    print(f"{args.dossier}: no problems, {len(made.pages)} pages")
    for line in made.unproved:
        print(line)
    return 0


def _pages(args: argparse.Namespace) -> int:
    if args.out.exists():
        print(f"{args.out} exists; name a new folder", file=sys.stderr)
        return 2
    for path, text in publish(args.dossier).pages.items():
        target = args.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return 0


def _schema(args: argparse.Namespace) -> int:
    folder = args.dossier / "schema"
    folder.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
    return 0
