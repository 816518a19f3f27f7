"""Values for the types of the contract, as plain JSON: some of every kind, drawn at random."""

from __future__ import annotations

import dataclasses
import enum
import random
import typing
from datetime import date
from typing import Annotated, Any, Literal

_GEO_JSON = dict[str, Any]
_WORDS = (
    "storage tanks",
    "",
    "2015",
    "2015-06-30",
    "*",
    "a.tif",
    "EPSG:32633",
    "x" * 300,
    "{path}",
    "\u202e",
    "0",
    "report",
    "id",
)


class Maker:
    """Makes plain JSON for the types of the contract."""

    def __init__(self, rng: random.Random, paths: tuple[str, ...]) -> None:
        self._rng = rng
        self._paths = paths

    def of(self, kind: Any, depth: int = 0) -> Any:
        """Return a value of a type."""
        rng, origin, inner = self._rng, typing.get_origin(kind), typing.get_args(kind)
        if kind == _GEO_JSON:
            corner = [rng.uniform(-200, 200), rng.uniform(-95, 95)]
            ring = [corner, [corner[0] + 1, corner[1]], [corner[0], corner[1] + 1], corner]
            return rng.choice(
                (
                    {"type": "Point", "coordinates": corner},
                    {"type": "Polygon", "coordinates": [ring]},
                    {},
                )
            )
        if kind is Any:
            return rng.choice((None, 1, "x"))
        if origin is Annotated:
            return rng.choice(self._paths)
        if origin is Literal:
            return rng.choice(inner)
        if origin is dict:
            return {
                rng.choice(_WORDS): self.of(inner[1], depth + 1) for _ in range(rng.randrange(3))
            }
        if origin is tuple and inner[-1] is Ellipsis:
            return [
                self.of(inner[0], depth + 1)
                for _ in range(rng.choice((0, 1, 1, 2)) if depth < 6 else 0)
            ]
        if origin is tuple:
            return [self.of(part, depth + 1) for part in inner]
        if inner:
            return (
                None
                if type(None) in inner and rng.random() < 0.5
                else self.of(rng.choice([k for k in inner if k is not type(None)]), depth + 1)
            )
        if dataclasses.is_dataclass(kind) or (isinstance(kind, type) and issubclass(kind, tuple)):
            return self._object(kind, depth)
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return rng.choice(list(kind)).value
        plain: dict[Any, typing.Callable[[], Any]] = {
            int: lambda: rng.choice((0, 1, 2, 5, 20, -1, 10**6, 2**40, 2**63, -(2**70))),
            float: lambda: rng.choice((0.0, 1.0, 0.5, 40.0, 500.0, -1.0, 1e-9, 1e9, 1e300)),
            str: lambda: rng.choice((*_WORDS, *self._paths)), bool: lambda: rng.random() < 0.5,
            date: lambda: rng.choice(("2015-06-30", "0001-01-01", "9999-12-31")), dict: dict, type(None): lambda: None,
        }  # fmt: skip
        return plain[kind]()

    def _object(self, kind: Any, depth: int) -> Any:
        hints = typing.get_type_hints(kind, include_extras=True)
        if not dataclasses.is_dataclass(kind):
            return [self.of(hint, depth + 1) for hint in hints.values()]
        made = {}
        for each in dataclasses.fields(kind):
            needed = (
                each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING
            )
            if needed or each.name == "kind" or self._rng.random() < 0.4:
                made[each.name] = self.of(hints[each.name], depth + 1)
        return made
