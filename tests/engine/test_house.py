"""The house the code lives in: data flows one way, and MkDocs stays at the door."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

from tests.support.building import ROOT

PACKAGE = ROOT / "hooks" / "newsdossier"

#: Each package may import only those that stand before it.
FLOW = [
    "text",
    "problems",
    "source",
    "model",
    "dossier",
    "analysis",
    "checks",
    "exports",
    "review",
    "authoring",
    "site",
    "output",
    "mkdocs",
    "cli",
    "__main__",
]


def module_of(path: Path) -> str:
    """The dotted name of a module within the package; a package is named by itself."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


MODULES = {module_of(path): path for path in PACKAGE.rglob("*.py")}


def imports(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, those of single names within a module included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules_imported(path: Path) -> set[str]:
    """The modules of the package that a file imports."""
    found = set()
    for name in imports(path):
        inner = name.removeprefix("newsdossier.") if name.startswith("newsdossier.") else ""
        while inner and inner not in MODULES:
            inner = inner.rpartition(".")[0]
        found.add(inner)
    return found - {""}


def test_packages_import_only_those_before_them() -> None:
    """Data flows one way from package to package."""
    wrong = [
        f"{module} imports {name}"
        for module, path in MODULES.items()
        for name in modules_imported(path)
        if module and FLOW.index(name.split(".")[0]) > FLOW.index(module.split(".")[0])
    ]
    assert wrong == []


def test_modules_of_a_package_import_in_no_circle() -> None:
    """Within a package, too, the modules can be put in an order."""
    order = TopologicalSorter({m: modules_imported(path) - {m} for m, path in MODULES.items()})
    order.prepare()  # raises CycleError, which names the circle


def test_the_flow_names_every_package_once() -> None:
    """The order of the flow is that of the packages that are there."""
    assert sorted(FLOW) == sorted({name.split(".")[0] for name in MODULES if name})


def test_only_the_package_mkdocs_imports_mkdocs() -> None:
    """MkDocs is needed to publish, and for nothing else."""
    importing = {
        module.split(".")[0]
        for module, path in MODULES.items()
        if any(name.split(".")[0] == "mkdocs" for name in imports(path))
    }
    assert importing == {"mkdocs"}


def test_every_module_says_its_one_job() -> None:
    """A module's first line says what it is for."""
    for path in PACKAGE.rglob("*.py"):
        assert path.read_text(encoding="utf-8").startswith('"""'), path
