"""The house the code lives in: data flows one way, and MkDocs stays at the door."""

import ast
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from building import ROOT

PACKAGE = ROOT / "hooks" / "newsdossier"

#: Each module may import only those that stand before it.
ORDER = [
    "pack",
    "revisions",
    "swap",
    "problems",
    "limits",
    "files",
    "characters",
    "yamlsource",
    "unfinished",
    "records",
    "changes",
    "quotes",
    "originals",
    "renditions",
    "load",
    "values",
    "names",
    "rows",
    "alignment",
    "gaps",
    "leaks",
    "collisions",
    "checks",
    "collate",
    "urls",
    "repository",
    "words",
    "differences",
    "review",
    "drawings",
    "citations",
    "exports",
    "linkeddata",
    "views",
    "cards",
    "render",
    "sanitise",
    "policy",
    "build",
    "drafts",
    "sightings",
    "skeletons",
    "newfiles",
    "cli",
    "__main__",
]


def module_of(path: Path) -> str:
    """The module, or the package within the package, that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, those of single names within a module included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_data_flow_one_way() -> None:
    """A module imports only modules that stand before it in the flow."""
    wrong = []
    for path in sorted(PACKAGE.rglob("*.py")):
        module = module_of(path)
        if module == "__init__":
            continue
        for name in imports(path):
            _, *inner = name.split(".") if name.startswith("newsdossier.") else [""]
            if inner and inner[0] != module and ORDER.index(inner[0]) > ORDER.index(module):
                wrong.append(f"{module} imports {inner[0]}")
    assert wrong == []


def test_the_order_names_every_module_once() -> None:
    """The order of the flow is that of the modules that are there."""
    there = {module_of(path) for path in PACKAGE.rglob("*.py")} - {"__init__"}
    assert there == set(ORDER)
    assert all(a != b for a, b in pairwise(sorted(ORDER)))


def test_the_generator_knows_nothing_of_mkdocs() -> None:
    """No module of the generator imports MkDocs; the doorway alone does."""
    importing = [
        path.name
        for path in (ROOT / "hooks").rglob("*.py")
        if any(name.split(".")[0] == "mkdocs" for name in imports(path))
    ]
    assert importing == ["publish.py"]


def test_every_module_says_its_one_job() -> None:
    """A module's first line says what it is for."""
    for path in PACKAGE.rglob("*.py"):
        assert path.read_text(encoding="utf-8").startswith('"""'), path
