"""Read the docstrings of records' fields, which schemas and tables give as descriptions."""

from __future__ import annotations

import ast
import inspect
from functools import cache
from itertools import pairwise


@cache
def read_field_docstrings(record: type) -> dict[str, str]:
    """The docstrings that stand under the fields of a class, by the names of the fields.

    Pydantic can read them too, but would at every start, and most commands show none.
    """
    (definition,) = ast.parse(inspect.getsource(record)).body
    assert isinstance(definition, ast.ClassDef)
    found: dict[str, str] = {}
    for neighbours in pairwise(definition.body):
        match neighbours:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = inspect.cleandoc(text)
    return found
