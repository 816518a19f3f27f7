"""The tables of ``docs/protocol.md``, made from ``engine/contract``: ``python -m tools.protocol_tables``."""

from __future__ import annotations

import dataclasses
import enum
import string
import typing
from pathlib import Path
from typing import Annotated, Any, Literal, Union

from engine.contract import audio, engine, indexes, messages, methods, notices, queries, tiles
from engine.contract.codec import GeoJson
from engine.errors import ERRORS, Cancelled

PAGE = Path(__file__).resolve().parents[1] / "docs" / "protocol.md"
_BEGIN, _END = "<!-- made from engine/contract: {} -->", "<!-- end -->"


def tables() -> dict[str, str]:
    """Return the generated parts of the page under their names."""
    return {
        "methods": _methods(),
        "types": _types(),
        "failures": _failures(),
        "notices": _notices(),
    }


def with_tables(page: str) -> str:
    """Return the page with its generated parts made anew."""
    for name, table in tables().items():
        begin = _BEGIN.format(name)
        before, _, rest = page.partition(begin)
        page = f"{before}{begin}\n{table}\n{_END}{rest.partition(_END)[2]}"
    return page


def _methods() -> str:
    lines = [
        "| method | params | result | does | silent at most | sent again |",
        "|---|---|---|---|---|---|",
    ]
    for method in methods.METHODS.values():
        again = "yes" if method.may_be_resent else ""
        does = method.does.replace("``", "`")
        lines.append(
            f"| `{method.name}` | {_link(method.params)} | {_link(method.result)} | {does} "
            f"| {method.timeout_s:g} s | {again} |"
        )
    return "\n".join(lines)


def _types() -> str:
    found: list[Any] = []
    for module in (methods, queries, tiles, indexes, audio, engine, notices, messages):
        own = (kind for kind in vars(module).values() if isinstance(kind, type))
        found += [k for k in own if k.__module__ == module.__name__ and dataclasses.is_dataclass(k)]
    hidden = {
        methods.Method,
        methods.Nothing,
        tiles.Attribute,
        indexes.Raster,
        messages.Request,
        messages.Response,
        messages.ErrorResponse,
    }
    lines = ["| type | fields |", "|---|---|"]
    for kind in found:
        if kind not in hidden:
            hints = typing.get_type_hints(kind, include_extras=True)
            fields = ", ".join(
                _field(field, hints[field.name]) for field in dataclasses.fields(kind)
            )
            lines.append(f"| `{kind.__name__}` | {fields} |")
    return "\n".join(lines)


def _failures() -> str:
    lines = ["| code | values | methods |", "|---|---|---|"]
    for code in (*ERRORS, Cancelled.code):
        if code in methods.FAILURES:
            used = [m.name for m in methods.METHODS.values() if code in m.failures]
            lines.append(f"| `{code}` | {', '.join(value_names(code))} | {', '.join(used)} |")
    return "\n".join(lines)


def value_names(code: str) -> list[str]:
    """Return the names of a failure's values: those that its sentence and its next step name."""
    return named(ERRORS[code].message, ERRORS[code].next_step) if code in ERRORS else []


def named(*templates: str) -> list[str]:
    """Return the values that templates name, each once."""
    fields = (name for text in templates for _, name, _, _ in string.Formatter().parse(text))
    return list(dict.fromkeys(filter(None, fields)))


def _notices() -> str:
    lines = ["| said as | codes |", "|---|---|"]
    for name, codes in (("note", notices.NOTES), ("verdict", notices.VERDICTS)):
        told = [f"`{code}`" + (f" ({', '.join(v)})" if v else "") for code, v in codes.items()]
        lines.append(f"| {name} | {', '.join(told)} |")
    for kind in (notices.Stage, notices.Unit):
        told = [f"`{item.value}`" for item in kind]
        lines.append(f"| {kind.__name__.lower()} | {', '.join(told)} |")
    return "\n".join(lines)


def _link(kind: Any) -> str:
    return "" if kind is methods.Nothing else f"`{kind.__name__}`"


def _field(field: dataclasses.Field[Any], hint: Any) -> str:
    required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    return f"`{field.name}`{'' if required else '?'}: {_type(hint)}"


def _type(hint: Any) -> str:
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if hint == GeoJson:
        return "object"
    if origin is Annotated:
        return "absolute path"
    if origin is Literal:
        return " or ".join(f'"{value}"' for value in inner)
    if origin is Union:
        # In an order of their own: Python remembers a union in that of whoever wrote it first.
        names = sorted(_type(part) for part in inner if part is not type(None))
        return " or ".join([*names, "null"] if type(None) in inner else names)
    if origin is tuple:
        return (
            f"[{_type(inner[0])}]" if inner[-1] is Ellipsis else f"[{', '.join(map(_type, inner))}]"
        )
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return "text"
    plain = {int: "integer", float: "number", str: "text", bool: "bool"}
    return plain.get(hint, getattr(hint, "__name__", str(hint)))


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
