"""Between the contract's types and plain JSON: the only place that reads or writes bare dictionaries.

Understood are frozen dataclasses, tuples, ``Optional``, unions of dataclasses that differ in their
``kind``, ``Literal``, enumerations of text, dates, absolute paths, numbers, text and GeoJSON objects.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import math
import typing
from collections.abc import Mapping
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
    if isinstance(value, enum.Enum):
        return value.value
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ContractError(f"{value} is not a number")
        return value
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_json(item) for item in value]
    raise ContractError(f"{type(value).__name__} is not a type of the contract")


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
    value: T = _read(kind, raw, name, strict)
    return value


def _read(kind: Any, raw: Any, name: str, strict: bool) -> Any:
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind is Any:
        return raw
    if origin is Union:
        return _read_union(inner, raw, name, strict)
    if origin is Annotated:
        if not isinstance(raw, str) or "\0" in raw or not Path(raw).is_absolute():
            raise ContractError(f"{name} must be an absolute path")
        return raw
    if origin is Literal:
        if raw not in inner:
            raise ContractError(f"{name} must be one of {', '.join(map(str, inner))}")
        return raw
    if origin is tuple:
        return _read_tuple(inner, raw, name, strict)
    if origin is dict:
        if not isinstance(raw, dict):
            raise ContractError(f"{name} must be an object")
        return {
            str(key): _read(inner[1], item, f"{name}.{key}", strict) for key, item in raw.items()
        }
    if dataclasses.is_dataclass(kind):
        return _read_dataclass(kind, raw, name, strict)
    return _read_scalar(kind, raw, name)


def _read_scalar(kind: Any, raw: Any, name: str) -> Any:
    if kind is float:
        if isinstance(raw, bool) or not isinstance(raw, (int, float)) or not _is_finite(raw):
            raise ContractError(f"{name} must be a number")
        return float(raw)
    if kind is int:
        if isinstance(raw, bool) or not isinstance(raw, int):
            raise ContractError(f"{name} must be a whole number")
        return raw
    if kind is date:
        try:
            return date.fromisoformat(raw)
        except (TypeError, ValueError) as error:
            raise ContractError(f"{name} must be a date such as 2015-06-30") from error
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        try:
            return kind(raw)
        except ValueError as error:
            known = ", ".join(str(item.value) for item in kind)
            raise ContractError(f"{name} must be one of {known}") from error
    if not isinstance(raw, kind):
        raise ContractError(f"{name} must be {'text' if kind is str else 'true or false'}")
    return raw


def _read_union(kinds: tuple[Any, ...], raw: Any, name: str, strict: bool) -> Any:
    if raw is None and type(None) in kinds:
        return None
    kinds = tuple(kind for kind in kinds if kind is not type(None))
    if len(kinds) > 1 and all(dataclasses.is_dataclass(kind) for kind in kinds):
        # The parts of a question tell by their kind what they are.
        by_kind = {typing.get_args(_hints(kind)["kind"])[0]: kind for kind in kinds}
        told = raw.get("kind") if isinstance(raw, dict) else None
        if not isinstance(told, str) or told not in by_kind:
            raise ContractError(f"{name} must be an object whose kind is {' or '.join(by_kind)}")
        return _read(by_kind[told], raw, name, strict)
    reasons = []
    for kind in kinds:
        try:
            return _read(kind, raw, name, strict)
        except ContractError as error:  # noqa: PERF203
            reasons.append(str(error))
    raise ContractError(" or ".join(reasons))


def _read_tuple(inner: tuple[Any, ...], raw: Any, name: str, strict: bool) -> tuple[Any, ...]:
    if not isinstance(raw, (list, tuple)):
        raise ContractError(f"{name} must be a list")
    kinds = inner[:1] * len(raw) if inner[-1] is Ellipsis else inner
    if len(kinds) != len(raw):
        raise ContractError(f"{name} must have {len(kinds)} items")
    pairs = enumerate(zip(kinds, raw))
    return tuple(_read(kind, item, f"{name}[{i}]", strict) for i, (kind, item) in pairs)


def _read_dataclass(kind: Any, raw: Any, name: str, strict: bool) -> Any:
    if not isinstance(raw, dict):
        raise ContractError(f"{name} must be an object")
    hints, fields = _hints(kind), dataclasses.fields(kind)
    unknown = sorted(raw.keys() - {field.name for field in fields}) if strict else []
    if unknown:
        raise ContractError(f"{name} has no {unknown[0]}")
    values = {}
    for field in fields:
        if field.name in raw:
            values[field.name] = _read(
                hints[field.name], raw[field.name], f"{name}.{field.name}", strict
            )
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise ContractError(f"{name} needs {field.name}")
    return kind(**values)


@functools.cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind, include_extras=True)


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:
        return False
