"""The command line: what is typed after `newsdossier`, and what it prints and returns."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from newsdossier.analysis.rows import rows
from newsdossier.analysis.unquoted import find_unquoted
from newsdossier.analysis.wording import plural
from newsdossier.authoring import skeletons
from newsdossier.authoring.newfiles import write_new_files
from newsdossier.authoring.skeletons import Draft, DraftRefused
from newsdossier.checks.examination import UNPROVED, describe_unproved, examine, load_sound
from newsdossier.dossier.dossier import Dossier
from newsdossier.dossier.originals import originals_folder
from newsdossier.model import Kind, Reference, schemas
from newsdossier.model.addresses import public_address
from newsdossier.output.pack import pack
from newsdossier.output.swap import swap
from newsdossier.problems.forms import (
    format_github,
    format_json,
    format_log,
    format_plain,
    format_summary,
)
from newsdossier.problems.problem import Problem, ProblemsFound
from newsdossier.review import report
from newsdossier.review.base import BaseNotFound, open_base
from newsdossier.review.dossiers import compare_dossiers
from newsdossier.site.build import publish
from newsdossier.site.repository import parse_repository
from newsdossier.text.nearest import did_you_mean


def main(arguments: list[str] | None = None) -> int:
    """Run one command: 0 when all is well, 1 with problems, 2 for wrong usage."""
    args = _parser().parse_args(arguments)
    try:
        return int(args.run(args))
    except ProblemsFound as found:
        print(format_plain(found.problems), file=sys.stderr)
        return 1
    except OSError as error:  # a path that the system cannot have, read or write
        named = f"{error.filename}: " if error.filename else ""
        print(f"{named}{error.strerror or error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="newsdossier", description="An annotated dossier.")
    parser.add_argument("--dossier", type=Path, default=Path("dossier"), help="the data's folder")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="show every problem of the data")
    check.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="show the problems in these files or folders only",
    )
    check.add_argument(
        "--format",
        choices=["plain", "github", "json"],
        default="plain",
        help="lines to read, annotations in a workflow of GitHub, or JSON",
    )
    check.set_defaults(run=_check)
    _add_new(commands.add_parser("new", help="begin an article, an entity or a question"))
    pages = commands.add_parser(
        "pages", help="write all pages as Markdown, and the data, to a folder"
    )
    pages.add_argument("out", type=Path, metavar="OUT", help="the folder; it must not exist yet")
    pages.add_argument("--site", default="", help="the address on the web that citations give")
    pages.add_argument("--repository", default="", help="OWNER/NAME, for links to edit and report")
    pages.set_defaults(run=_pages)
    coverage = commands.add_parser("coverage", help="show what no statement covers")
    coverage.set_defaults(run=_coverage)
    schema = commands.add_parser("schema", help="write the JSON Schemas into the data's folder")
    schema.set_defaults(run=_schema)
    swapped = commands.add_parser(
        "swap", help="make a folder anew, all or nothing; for `make site`"
    )
    swapped.add_argument("folder", type=Path, metavar="FOLDER", help="the folder, made anew")
    swapped.add_argument(
        "command", nargs=argparse.REMAINDER, metavar="COMMAND", help="makes the folder named last"
    )
    swapped.set_defaults(run=_swap)
    packed = commands.add_parser("pack", help="pack a built site into a zip, for `make offline`")
    packed.add_argument("folder", type=Path, metavar="FOLDER", help="the folder of the site")
    packed.add_argument("out", type=Path, metavar="ZIP", help="the zip, made anew")
    packed.set_defaults(run=_pack)
    diff = commands.add_parser("diff", help="tell what a change does to the dossier")
    diff.add_argument("base", metavar="BASE", help="its state before: a folder or a git revision")
    diff.add_argument("--format", choices=("markdown", "json"), default="markdown")
    diff.set_defaults(run=_diff)
    return parser


def _add_new(parser: argparse.ArgumentParser) -> None:
    things = parser.add_subparsers(required=True, metavar="THING")
    article = things.add_parser("article", help="propose the record and rendition of a raw text")
    article.add_argument("file", type=Path, metavar="FILE", help="the raw text, in UTF-8")
    article.add_argument("--id", help="its id, such as dawn-2022-01-11; else made from FILE's name")
    article.set_defaults(run=_new_article)
    entity = things.add_parser("entity", help="begin a person, an organisation, a place …")
    entity.add_argument("kind", type=_kind, metavar="KIND", help=", ".join(Kind))
    entity.add_argument("words", nargs="+", metavar="ID|TITLE", help="its id, or its name")
    entity.add_argument("--id", help="its id, where the name is given")
    entity.set_defaults(run=_new_entity)
    question = things.add_parser("question", help="begin a row of the comparison")
    question.add_argument("name", metavar="ID", help="its id, such as injured")
    question.add_argument("asks", nargs="*", metavar="WORDS", help="what it asks")
    question.set_defaults(run=_new_question)


def _kind(word: str) -> Kind:
    """The kind of entity that a word names."""
    if word not in list(Kind):
        hint = did_you_mean(word, Kind)
        message = f'"{word}" is no kind of entity{hint or ";"} there are {", ".join(Kind)}'
        raise argparse.ArgumentTypeError(message)
    return Kind(word)


def _new_article(args: argparse.Namespace) -> int:
    return _begun(args, lambda: skeletons.draft_article(args.dossier, args.file, args.id))


def _new_entity(args: argparse.Namespace) -> int:
    folder = originals_folder(args.dossier)
    words = " ".join(args.words)
    return _begun(
        args, lambda: skeletons.draft_entity(args.dossier, args.kind, words, args.id, folder)
    )


def _new_question(args: argparse.Namespace) -> int:
    asks = " ".join(args.asks)
    return _begun(args, lambda: skeletons.draft_question(args.dossier, args.name, asks))


def _begun(args: argparse.Namespace, begin: Callable[[], Draft]) -> int:
    """Write what a record begins with, and say what was written; nothing is written over."""
    try:
        draft = begin()
        write_new_files(draft.files, args.dossier)
    except DraftRefused as why:
        print(why, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename}: {error.strerror}; nothing was written", file=sys.stderr)
        return 2
    for line in draft.remarks:
        print(line)
    for path in draft.files:
        source = draft.copied_from.get(path)
        print(f"{path}: copied from {source}" if source else f"{path}: written")
    print("newsdossier check lists what is still to be said, each at its line")
    return 0


def _check(args: argparse.Namespace) -> int:
    dossier, problems = examine(args.dossier)
    if _told_unknown(args, problems):
        return 2
    if dossier is None or problems:
        shown = _within(args.files, problems, args.dossier.parent)
        _tell(shown, args)
        if others := len(problems) - len(shown):
            other = plural(others, "problem")
            print(f"{other} in other files; `newsdossier check` shows them", file=sys.stderr)
        return 1
    unproved = list(describe_unproved(dossier))
    if args.format == "json":
        print(format_json([], unproved))
        return 0
    print("\n".join([f"{args.dossier}: no problems, {_size(dossier)}", *unproved]))
    return 0


def _size(dossier: Dossier) -> str:
    """How much a dossier holds: 5 articles, 228 statements, 71 questions."""
    counts = {
        "article": len(dossier.articles),
        "statement": len(dossier.statements),
        "question": len(dossier.questions),
    }
    return ", ".join(plural(count, noun) for noun, count in counts.items())


def _tell(problems: list[Problem], args: argparse.Namespace) -> None:
    """Show problems in the form that is asked for."""
    match args.format:
        case "json":
            print(format_json(problems, [] if originals_folder(args.dossier) else [UNPROVED]))
        case "github":
            print(format_github(problems))
            if file := os.environ.get("GITHUB_STEP_SUMMARY"):
                with Path(file).open("a", encoding="utf-8") as job:
                    job.write(format_summary(problems))
            else:
                print(format_log(problems))
        case _:
            colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
            print(format_plain(problems, colour=colour), file=sys.stderr)


def _within(files: list[Path], problems: list[Problem], root: Path) -> list[Problem]:
    """The problems that stand in the files and folders; all where none is named."""
    named = {file.resolve() for file in files}
    places = [(one, (root / one.place.path).resolve()) for one in problems]
    return [one for one, path in places if not named or not named.isdisjoint([path, *path.parents])]


def _told_unknown(args: argparse.Namespace, problems: list[Problem]) -> bool:
    """Tell which of the files to be checked are none; a missing one may be a problem itself."""
    root = args.dossier.parent
    unknown = [
        file
        for file in args.files
        if not os.path.lexists(file) and not _within([file], problems, root)
    ]
    for file in unknown:
        print(f"{file}: there is no such file", file=sys.stderr)
    return bool(unknown)


def _pages(args: argparse.Namespace) -> int:
    if os.path.lexists(args.out):
        print(f"{args.out} exists; name a new folder", file=sys.stderr)
        return 2
    site = public_address(args.site)
    if args.site and not site:
        print(f"{args.site} is no address on the web; write https://…", file=sys.stderr)
        return 2
    try:
        lines = parse_repository(args.repository)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    made = publish(args.dossier, site=site, repository=lines)
    written = {path: text.encode() for path, text in made.pages.items()}
    for path, content in (written | made.files).items():
        target = args.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return 0


def _coverage(args: argparse.Namespace) -> int:
    dossier = load_sound(args.dossier)
    if dossier.bodies is None:
        print(
            "the originals are needed for this; name their folder in DOSSIER_ORIGINALS",
            file=sys.stderr,
        )
        return 2
    found = list(find_unquoted(dossier))
    for one in found:
        print(f"{Reference.to(one.article, one.label)}: {one.sentence}")
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
    written = {folder / name: text for name, text in schemas().items()}
    for path in [folder, *written]:
        # Never through a link, which could lead anywhere, nor into a pipe.
        is_sound = path.is_dir() if path == folder else path.is_file()
        if os.path.lexists(path) and (path.is_symlink() or not is_sound):
            what = "folder" if path == folder else "file"
            print(f"{path}: this is no {what} but something else; remove it", file=sys.stderr)
            return 2
    folder.mkdir(exist_ok=True)
    for path, text in written.items():
        path.write_text(text, encoding="utf-8")
    return 0


def _swap(args: argparse.Namespace) -> int:
    if not args.command:
        print(f"name the command that makes {args.folder}", file=sys.stderr)
        return 2
    if args.folder.name in ("", ".."):
        print(f"{args.folder} has no name to be made under; name a folder", file=sys.stderr)
        return 2
    try:
        return swap(args.folder, args.command)
    except OSError as error:  # no such command, or a folder that cannot be made or removed
        print(f"{args.folder}: {error}", file=sys.stderr)
        return 1


def _pack(args: argparse.Namespace) -> int:
    if not args.folder.is_dir():
        print(f"{args.folder} is no folder; name the site's folder", file=sys.stderr)
        return 2
    if args.out.is_dir():
        print(f"{args.out} is a folder; name a zip to be made", file=sys.stderr)
        return 2
    pack(args.folder, args.out)
    return 0


def _diff(args: argparse.Namespace) -> int:
    # Leaks are not among the problems: they are found in finished pages, and none are made here.
    try:
        with open_base(args.base, args.dossier) as folder:
            before, problems_before = examine(folder)
    except BaseNotFound as error:
        print(error, file=sys.stderr)
        return 2
    after, problems_after = examine(args.dossier)
    if before is None or after is None:
        raise ProblemsFound(problems_before if before is None else problems_after)
    found = compare_dossiers(before, after, problems_before, problems_after)
    print({"markdown": report.as_markdown, "json": report.as_json}[args.format](found), end="")
    return 0
