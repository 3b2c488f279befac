"""The command line: `newsdossier check`, `new`, `pages`, `coverage`, `schema` and `pack`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from newsdossier import newfiles, skeletons
from newsdossier.build import checked, originals_folder, publish
from newsdossier.gaps import gaps
from newsdossier.pack import pack
from newsdossier.problems import ProblemsFound, plain
from newsdossier.records import Kind, schemas
from newsdossier.rows import rows
from newsdossier.skeletons import Refused, Skeleton
from newsdossier.urls import public
from newsdossier.words import plural


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
    _add_new(commands.add_parser("new", help="begin an article, an entity or a question"))
    pages = commands.add_parser(
        "pages", help="write all pages as Markdown, and the data, to a folder"
    )
    pages.add_argument("out", type=Path, metavar="OUT", help="the folder; it must not exist yet")
    pages.add_argument("--site", default="", help="the address on the web that citations give")
    pages.set_defaults(run=_pages)
    coverage = commands.add_parser("coverage", help="show what no statement covers")
    coverage.set_defaults(run=_coverage)
    schema = commands.add_parser("schema", help="write the JSON Schemas into the data's folder")
    schema.set_defaults(run=_schema)
    packed = commands.add_parser("pack", help="pack a built site into a zip, for `make offline`")
    packed.add_argument("folder", type=Path, metavar="FOLDER", help="the folder of the site")
    packed.add_argument("out", type=Path, metavar="ZIP", help="the zip, made anew")
    packed.set_defaults(run=_pack)
    return parser


def _add_new(parser: argparse.ArgumentParser) -> None:
    things = parser.add_subparsers(required=True, metavar="THING")
    article = things.add_parser("article", help="propose the record and rendition of a raw text")
    article.add_argument("file", type=Path, metavar="FILE", help="the raw text, in UTF-8")
    article.add_argument("--id", help="its id, such as dawn-2022-01-11; else made from FILE's name")
    article.set_defaults(run=_new_article)
    entity = things.add_parser("entity", help="begin a person, an organisation, a place …")
    entity.add_argument("kind", type=Kind, metavar="KIND", help=", ".join(Kind))
    entity.add_argument("words", nargs="+", metavar="ID|TITLE", help="its id, or its name")
    entity.add_argument("--id", help="its id, where the name is given")
    entity.set_defaults(run=_new_entity)
    question = things.add_parser("question", help="begin a row of the comparison")
    question.add_argument("name", metavar="ID", help="its id, such as injured")
    question.add_argument("asks", nargs="*", metavar="WORDS", help="what it asks")
    question.set_defaults(run=_new_question)


def _new_article(args: argparse.Namespace) -> int:
    return _begun(lambda: skeletons.article(args.dossier, args.file, args.id))


def _new_entity(args: argparse.Namespace) -> int:
    folder = originals_folder(args.dossier)
    words = " ".join(args.words)
    return _begun(lambda: skeletons.entity(args.dossier, args.kind, words, args.id, folder))


def _new_question(args: argparse.Namespace) -> int:
    return _begun(lambda: skeletons.question(args.dossier, args.name, " ".join(args.asks)))


def _begun(begin: Callable[[], Skeleton]) -> int:
    """Write what a record begins with, and say what was written; nothing is written over."""
    try:
        skeleton = begin()
        newfiles.write(skeleton.files)
    except Refused as why:
        print(why, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename}: {error.strerror}; nothing was written", file=sys.stderr)
        return 2
    for line in skeleton.told:
        print(line)
    for path in skeleton.files:
        print(f"{path}: written")
    print("newsdossier check lists what is still to be said, each at its line")
    return 0


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
    site = public(args.site)
    if args.site and not site:
        print(f"{args.site} is no address on the web; write https://…", file=sys.stderr)
        return 2
    made = publish(args.dossier, site=site)
    written = {path: text.encode() for path, text in made.pages.items()}
    for path, content in (written | made.files).items():
        target = args.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return 0


def _coverage(args: argparse.Namespace) -> int:
    dossier = checked(args.dossier)
    if dossier.bodies is None:
        print(
            "the originals are needed for this; name their folder in DOSSIER_ORIGINALS",
            file=sys.stderr,
        )
        return 2
    found = list(gaps(dossier))
    for gap in found:
        print(f"{gap.article}#{gap.label}: {gap.sentence}")
    print(f"{plural(len(found), 'sentence')} that no statement quotes from")
    for name in dossier.articles:
        unreviewed = [row.question.id for row in rows(dossier).values() if name in row.unreviewed]
        print(f"{name}: {plural(len(unreviewed), 'question')} not yet reviewed", *unreviewed)
    return 0


def _schema(args: argparse.Namespace) -> int:
    if not args.dossier.is_dir():
        print(f"{args.dossier} is no folder; name the data's folder", file=sys.stderr)
        return 2
    folder = args.dossier / "schema"
    folder.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
    return 0


def _pack(args: argparse.Namespace) -> int:
    if not args.folder.is_dir():
        print(f"{args.folder} is no folder; name the site's folder", file=sys.stderr)
        return 2
    pack(args.folder, args.out)
    return 0
