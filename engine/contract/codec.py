"""Between the contract's types and plain JSON: the only place that reads or writes bare dictionaries.

Understood are frozen dataclasses, tuples (named ones too, written as lists), ``Optional``, unions of dataclasses that differ in their
``kind``, ``Literal``, enumerations of text, dates, absolute paths, numbers, text and GeoJSON objects.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import math
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, Union

_ABSOLUTE = "absolute path"

AbsolutePath = Annotated[str, _ABSOLUTE]
"""The path of a file or folder; relative ones mean different places on the two sides."""

GeoJson = dict[str, Any]
"""A GeoJSON geometry in EPSG:4326, passed through as it is."""

T = TypeVar("T")


class ContractError(ValueError):
    """A value does not have the type that the contract gives it; the text says where and why."""


def to_json(value: Any) -> Any:
    """Return a value of the contract as plain JSON types.

    Raises:
        ContractError: It holds something that the contract does not know, or a number that is none.
    """
    kind = type(value)
    if kind is float:
        if not math.isfinite(value):
            raise ContractError(f"{value} is not a number")
        return value
    if value is None or kind in (int, str, bool):
        return value
    if isinstance(value, (tuple, list)):
        return [to_json(item) for item in value]
    if dataclasses.is_dataclass(kind):
        return {name: to_json(getattr(value, name)) for name in _field_names(kind)}
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    # Subclasses, such as NumPy's numbers.
    for plain in (float, int, str):
        if isinstance(value, plain):
            return to_json(plain(value))
    raise ContractError(f"{kind.__name__} is not a type of the contract")


def from_json(kind: type[T], raw: Any, name: str = "value", *, strict: bool = False) -> T:
    """Return plain JSON as the type ``kind``.

    Args:
        kind: A type of the contract.
        raw: What :func:`to_json` returned, perhaps on the other side, or in another version.
        name: What the value is called in error messages.
        strict: Whether a field that the type does not have is an error; else it is skipped, so that
            what a later version has saved can be read.

    Raises:
        ContractError: A field is missing or is of another type.
    """
    read: _Reader = _reader(kind, strict)  # type: ignore[arg-type]
    try:
        value: T = read(raw)
    except _Wrong as wrong:
        raise ContractError(f"{name}{''.join(reversed(wrong.path))} {wrong.problem}") from wrong
    return value


class _Wrong(Exception):
    """A value is of another type; on its way up it collects where."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.path: list[str] = []


_Reader = Callable[[Any], Any]
#: ``X | None`` has a type of its own where it exists.
_UNIONS = {Union, getattr(types, "UnionType", Union)}


@functools.cache
def _reader(kind: Hashable, strict: bool) -> _Reader:
    """Return what reads a type: looked into once, since an answer holds thousands of one type."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind is Any:
        return lambda raw: raw
    if origin in _UNIONS:
        return _union_reader(inner, strict)
    if origin is Annotated:
        return _read_path
    if origin is Literal:
        return _one_of(inner)
    if origin is tuple:
        return _tuple_reader(inner, strict)
    if origin is dict:
        return _dict_reader(_reader(inner[1], strict))
    if dataclasses.is_dataclass(kind):
        return _dataclass_reader(kind, strict)
    if isinstance(kind, type) and issubclass(kind, tuple):
        read = _tuple_reader(tuple(_hints(kind).values()), strict)
        return lambda raw: kind(*read(raw))
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return _enum_reader(kind)
    return _SCALARS[kind]


def _read_float(raw: Any) -> float:
    if type(raw) is float:
        if math.isfinite(raw):
            return raw
    elif type(raw) is int:
        try:
            return float(raw)
        except OverflowError:
            raise _Wrong("must be a number") from None
    raise _Wrong("must be a number")


def _read_int(raw: Any) -> int:
    if type(raw) is int:
        return raw
    raise _Wrong("must be a whole number")


def _read_text(raw: Any) -> str:
    if isinstance(raw, str):
        return raw
    raise _Wrong("must be text")


def _read_bool(raw: Any) -> bool:
    if isinstance(raw, bool):
        return raw
    raise _Wrong("must be true or false")


def _read_date(raw: Any) -> date:
    try:
        return date.fromisoformat(raw)
    except (TypeError, ValueError) as error:
        raise _Wrong("must be a date such as 2015-06-30") from error


def _read_path(raw: Any) -> str:
    if not isinstance(raw, str) or "\0" in raw or not Path(raw).is_absolute():
        raise _Wrong("must be an absolute path")
    return raw


def _read_object(raw: Any) -> dict[str, Any]:
    if isinstance(raw, dict):
        return raw
    raise _Wrong("must be an object")


_SCALARS: dict[Any, _Reader] = {
    float: _read_float,
    int: _read_int,
    str: _read_text,
    bool: _read_bool,
    date: _read_date,
    dict: _read_object,
}


def _one_of(allowed: tuple[Any, ...]) -> _Reader:
    def read(raw: Any) -> Any:
        if raw not in allowed:
            raise _Wrong(f"must be one of {', '.join(map(str, allowed))}")
        return raw

    return read


def _enum_reader(kind: Any) -> _Reader:
    known = {item.value: item for item in kind}

    def read(raw: Any) -> Any:
        if not isinstance(raw, str) or raw not in known:
            raise _Wrong(f"must be one of {', '.join(known)}")
        return known[raw]

    return read


def _union_reader(kinds: tuple[Any, ...], strict: bool) -> _Reader:
    none, kinds = type(None) in kinds, tuple(kind for kind in kinds if kind is not type(None))
    if len(kinds) > 1 and all(dataclasses.is_dataclass(kind) for kind in kinds):
        read_some = _kind_reader(kinds, strict)
    elif len(kinds) == 1:
        read_some = _reader(kinds[0], strict)
    else:
        read_some = _either(tuple(_reader(kind, strict) for kind in kinds))
    return (lambda raw: None if raw is None else read_some(raw)) if none else read_some


def _kind_reader(kinds: tuple[Any, ...], strict: bool) -> _Reader:
    # The parts of a question tell by their kind what they are.
    readers = {typing.get_args(_hints(kind)["kind"])[0]: _reader(kind, strict) for kind in kinds}

    def read(raw: Any) -> Any:
        told = raw.get("kind") if isinstance(raw, dict) else None
        if not isinstance(told, str) or told not in readers:
            raise _Wrong(f"must be an object whose kind is {' or '.join(readers)}")
        return readers[told](raw)

    return read


def _either(readers: tuple[_Reader, ...]) -> _Reader:
    def read(raw: Any) -> Any:
        problems = []
        for reader in readers:
            try:
                return reader(raw)
            except _Wrong as wrong:  # noqa: PERF203
                problems.append(wrong.problem)
        raise _Wrong(" or ".join(problems))

    return read


def _tuple_reader(inner: tuple[Any, ...], strict: bool) -> _Reader:
    any_length = inner[-1] is Ellipsis
    readers = [_reader(kind, strict) for kind in (inner[:1] if any_length else inner)]

    def read(raw: Any) -> tuple[Any, ...]:
        if not isinstance(raw, (list, tuple)):
            raise _Wrong("must be a list")
        if not any_length and len(readers) != len(raw):
            raise _Wrong(f"must have {len(readers)} items")
        values: list[Any] = []
        try:
            if any_length:
                reader = readers[0]
                for item in raw:
                    values.append(reader(item))  # noqa: PERF401 - how far it came is told
            else:
                for reader, item in zip(readers, raw):
                    values.append(reader(item))
        except _Wrong as wrong:
            wrong.path.append(f"[{len(values)}]")
            raise
        return tuple(values)

    return read


def _dict_reader(reader: _Reader) -> _Reader:
    def read(raw: Any) -> dict[str, Any]:
        values = {}
        for key, item in _read_object(raw).items():
            try:
                values[str(key)] = reader(item)
            except _Wrong as wrong:  # noqa: PERF203
                wrong.path.append(f".{key}")
                raise
        return values

    return read


def _dataclass_reader(kind: Any, strict: bool) -> _Reader:
    hints, missing = _hints(kind), dataclasses.MISSING
    fields = [
        (
            field.name,
            _reader(hints[field.name], strict),
            field.default is missing and field.default_factory is missing,
        )
        for field in dataclasses.fields(kind)
    ]
    names = {name for name, _, _ in fields}

    def read(raw: Any) -> Any:
        if not isinstance(raw, dict):
            raise _Wrong("must be an object")
        if strict and raw.keys() - names:
            raise _Wrong(f"has no {min(raw.keys() - names)}")
        values = {}
        for name, reader, is_needed in fields:
            if name in raw:
                try:
                    values[name] = reader(raw[name])
                except _Wrong as wrong:
                    wrong.path.append(f".{name}")
                    raise
            elif is_needed:
                raise _Wrong(f"needs {name}")
        return kind(**values)

    return read


@functools.cache
def _field_names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@functools.cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind, include_extras=True)
