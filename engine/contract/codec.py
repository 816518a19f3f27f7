"""Between the contract's types and plain JSON: the only place that reads or writes bare dictionaries.

Understood are frozen dataclasses, tuples (named ones too, written as lists), ``Optional``, unions of dataclasses
that differ in their ``kind``, ``Literal``, enumerations of text, dates, absolute paths, numbers, text and GeoJSON
objects.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import itertools
import math
import os
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, Union

_ABSOLUTE = "absolute path"

AbsolutePath = Annotated[str, _ABSOLUTE]
"""The path of a file or folder; relative ones mean different places on the two sides.

Of an index also an address that is no path: ``postgresql://...``, ``dask://...``, ``dask+tls://...``.
"""

_SHARED = "postgresql://"
_ON_CLUSTER = ("dask://", "dask+tls://")


def is_shared(address: str) -> bool:
    """Tell whether the address of an index is that of a shared one, in a database."""
    return address.lower().startswith(_SHARED)


def is_address(address: str) -> bool:
    """Tell whether an index is named by an address, not by a path: a shared one, or one that a cluster searches."""
    return address.lower().startswith((_SHARED, *_ON_CLUSTER))


GeoJson = dict[str, Any]
"""A GeoJSON geometry in EPSG:4326, passed through as it is."""

T = TypeVar("T")


class ContractError(ValueError):
    """A value does not have the type that the contract gives it; the text says where and why."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.where = ""

    def __str__(self) -> str:
        return f"{self.where} {self.problem}".lstrip()


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
    try:
        return _reader(kind, strict)(raw)  # type: ignore[arg-type]
    except ContractError as error:
        error.where = name + error.where
        raise


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
        return _choice_reader({text: text for text in inner})
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
        return _choice_reader({item.value: item for item in kind})
    return _SCALARS[kind]


def _exactly(kind: type, called: str) -> _Reader:
    def read(raw: Any) -> Any:
        if type(raw) is kind:
            return raw
        raise ContractError(f"must be {called}")

    return read


def _read_float(raw: Any) -> float:
    if type(raw) is float and math.isfinite(raw):
        return raw
    try:
        return float(_read_int(raw))
    except (ContractError, OverflowError):
        raise ContractError("must be a number") from None


def _read_date(raw: Any) -> date:
    try:
        return date.fromisoformat(raw)
    except (TypeError, ValueError) as error:
        raise ContractError("must be a date such as 2015-06-30") from error


def _read_path(raw: Any) -> str:
    if not isinstance(raw, str) or "\0" in raw:
        raise ContractError("must be an absolute path")
    if not Path(raw).is_absolute() and not is_address(raw):
        raise ContractError("must be an absolute path")
    try:
        os.fsencode(raw)
    except UnicodeError as error:
        # Half a surrogate pair: JSON can write it, no disk knows it.
        raise ContractError("must be an absolute path") from error
    return raw


_read_int = _exactly(int, "a whole number")
_read_object = _exactly(dict, "an object")
_SCALARS: dict[Any, _Reader] = {
    float: _read_float,
    int: _read_int,
    str: _exactly(str, "text"),
    bool: _exactly(bool, "true or false"),
    date: _read_date,
    dict: _read_object,
}


def _choice_reader(choices: dict[str, Any]) -> _Reader:
    def read(raw: Any) -> Any:
        if not isinstance(raw, str) or raw not in choices:
            raise ContractError(f"must be one of {', '.join(choices)}")
        return choices[raw]

    return read


def _union_reader(kinds: tuple[Any, ...], strict: bool) -> _Reader:
    none, kinds = type(None) in kinds, tuple(kind for kind in kinds if kind is not type(None))
    readers = [_reader(kind, strict) for kind in kinds]
    if len(kinds) == 1:
        read_some = readers[0]
    elif all(map(dataclasses.is_dataclass, kinds)):
        # The parts of a question tell by their kind what they are.
        told = [typing.get_args(_hints(kind)["kind"])[0] for kind in kinds]
        read_some = _kind_reader(dict(zip(told, readers)))
    else:
        read_some = _either(readers)
    return (lambda raw: None if raw is None else read_some(raw)) if none else read_some


def _kind_reader(readers: dict[str, _Reader]) -> _Reader:
    def read(raw: Any) -> Any:
        told = raw.get("kind") if isinstance(raw, dict) else None
        if not isinstance(told, str) or told not in readers:
            raise ContractError(f"must be an object whose kind is {' or '.join(readers)}")
        return readers[told](raw)

    return read


def _either(readers: list[_Reader]) -> _Reader:
    def read(raw: Any) -> Any:
        problems = []
        for reader in readers:
            try:
                return reader(raw)
            except ContractError as error:  # noqa: PERF203
                problems.append(error.problem)
        raise ContractError(" or ".join(problems))

    return read


def _tuple_reader(inner: tuple[Any, ...], strict: bool) -> _Reader:
    any_length = inner[-1] is Ellipsis
    readers = [_reader(kind, strict) for kind in inner if kind is not Ellipsis]

    def read(raw: Any) -> tuple[Any, ...]:
        if not isinstance(raw, (list, tuple)):
            raise ContractError("must be a list")
        if not any_length and len(readers) != len(raw):
            raise ContractError(f"must have {len(readers)} items")
        values: list[Any] = []
        try:
            for reader, item in zip(itertools.repeat(readers[0]) if any_length else readers, raw):
                values.append(reader(item))
        except ContractError as error:
            error.where = f"[{len(values)}]{error.where}"
            raise
        return tuple(values)

    return read


def _dict_reader(reader: _Reader) -> _Reader:
    def read(raw: Any) -> dict[str, Any]:
        values = {}
        for key, item in _read_object(raw).items():
            try:
                values[str(key)] = reader(item)
            except ContractError as error:  # noqa: PERF203
                error.where = f".{key}{error.where}"
                raise
        return values

    return read


def _dataclass_reader(kind: Any, strict: bool) -> _Reader:
    hints = _hints(kind)
    readers = {field.name: _reader(hints[field.name], strict) for field in dataclasses.fields(kind)}
    needed = {
        field.name
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }

    def read(raw: Any) -> Any:
        if not needed <= _read_object(raw).keys():
            raise ContractError(f"needs {min(needed - raw.keys())}")
        if strict and raw.keys() - readers.keys():
            raise ContractError(f"has no {min(raw.keys() - readers.keys())}")
        values = {}
        for name, reader in readers.items():
            if name in raw:
                try:
                    values[name] = reader(raw[name])
                except ContractError as error:
                    error.where = f".{name}{error.where}"
                    raise
        return kind(**values)

    return read


@functools.cache
def _field_names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind, include_extras=True)
