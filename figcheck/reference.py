"""Writes docs/reference.md: every public name of figcheck with its fields, from the docstrings in the code."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import textwrap
import typing
from collections.abc import Iterator
from typing import Any

import figcheck
from figcheck import models

__all__ = ["members", "page"]

_HEAD = """# Reference

Every public name of `figcheck`, written from its docstring by `make docs`; do not edit here. `dir(figcheck)` lists
them. All types are frozen, and all of a report dumps to JSON ([schema](report.schema.json)). The examples begin with:

```python
>>> from datetime import date
>>> from decimal import Decimal
>>> from figcheck import *

```
"""


def page() -> str:
    """The page: calls first, then types, each by name.

    >>> "## `check`" in page(), "## `Report`" in page()
    (True, True)
    """
    names = [name for name in figcheck.__all__ if not name.startswith("_")]
    calls = [name for name in names if inspect.isfunction(getattr(figcheck, name))]
    types = [name for name in names if inspect.isclass(getattr(figcheck, name))]
    parts = [_call(name) for name in calls] + [_type(name) for name in types]
    return "\n".join([_HEAD, *parts])


def _call(name: str) -> str:
    function = getattr(figcheck, name)
    return f"## `{name}`\n\n```text\n{name}{_signature(function)}\n```\n\n{_prose(function)}"


class _Bare(str):
    """An annotation that is shown as it stands in the code."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _signature(function: Any) -> str:
    """Parameters and result as in the code."""
    found = inspect.signature(function)
    parameters = [
        p.replace(annotation=_Bare(p.annotation)) if isinstance(p.annotation, str) else p
        for p in found.parameters.values()
    ]
    return str(found.replace(parameters=parameters, return_annotation=_Bare(found.return_annotation)))


def _type(name: str) -> str:
    cls = getattr(figcheck, name)
    rows = [f"| `{field}` | `{_cell(kind)}` | {_cell(told)} |" for field, kind, told in _fields(cls)]
    table = ["| field | type | |", "|---|---|---|", *rows, ""] if rows else []
    told = [f"**`{_heading(cls, name)}`**: {_first(member)}\n" for name, member in _methods(cls)]
    return "\n".join([f"## `{name}`\n\n{_prose(cls)}", *table, *told])


def members(cls: type) -> dict[str, str]:
    """What is said of each public field, property and method of a type; "" where nothing is."""
    return {name: told for name, _, told in _fields(cls)} | {name: _first(member) for name, member in _methods(cls)}


def _fields(cls: Any) -> Iterator[tuple[str, str, str]]:
    """Name, type and meaning of each field: from a model's descriptions, else from the texts under the fields."""
    kinds = inspect.get_annotations(cls)
    if hasattr(cls, "model_fields"):
        for name, field in cls.model_fields.items():
            kind = str(kinds.get(name, field.annotation))
            yield name, kind, _with_values(kind, field.description or "")
        return
    told = _texts_under_fields(cls)
    fields = [f.name for f in dataclasses.fields(cls)] if dataclasses.is_dataclass(cls) else list(told)
    for name in fields:
        yield name, str(kinds.get(name, "")), told.get(name, "")


def _with_values(kind: str, told: str) -> str:
    """The meaning of a field, and the values that it may have where its type is a list of them."""
    named = getattr(models, kind.removesuffix(" | None"), None)
    values = typing.get_args(named) if typing.get_origin(named) is typing.Literal else ()
    return f"{told} One of {', '.join(f'`{value}`' for value in values)}." if told and values else told


def _texts_under_fields(cls: type) -> dict[str, str]:
    """The string that stands under an annotated field, by the field's name."""
    body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    assert isinstance(body, ast.ClassDef)
    out = {}
    for field, text in zip(body.body, body.body[1:]):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(text, ast.Expr):
            value = text.value
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                out[field.target.id] = " ".join(value.value.split())
    return out


def _methods(cls: type) -> Iterator[tuple[str, object]]:
    """The public methods and properties that the type itself has, in the order of its code."""
    for name, member in vars(cls).items():
        if name.startswith("_") or name in {"model_config", "model_fields"}:
            continue
        if isinstance(member, property) or hasattr(member, "func") or inspect.isfunction(member):
            yield name, member


def _heading(cls: type, name: str) -> str:
    member = vars(cls)[name]
    if not inspect.isfunction(member):
        return name
    return name + _signature(member).replace("(self, ", "(").replace("(self)", "()")


def _first(member: object) -> str:
    """The first paragraph of a docstring, and what comes before its example."""
    doc = inspect.cleandoc(getattr(member, "__doc__", None) or "")
    return " ".join(doc.partition(">>>")[0].split())


def _prose(member: object) -> str:
    """A docstring as Markdown: its examples as blocks of code."""
    out: list[str] = []
    inside = False
    for line in inspect.cleandoc(getattr(member, "__doc__", None) or "").splitlines():
        starts = line.startswith(">>>")
        if starts and not inside:
            out.append("```python")
            inside = True
        elif inside and not line.strip():
            out += ["", "```"]
            inside = False
        out.append(line)
    return "\n".join([*out, *(["", "```"] if inside else []), ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
