"""Conditions as SQL: which tiles of a state are meant, and how many they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from psycopg import sql

from ..store import Conditions

_LARGEST_ID = int(np.iinfo(np.int64).max)


@dataclass(frozen=True)
class Filter:
    """Conditions for rows of a table of tiles.

    Attributes:
        where: A condition in SQL.
        values: The values of its parameters.
        tiles: How many tiles meet it.
        parts: Parts that hold any, ascending, with their numbers of tiles.
    """

    where: sql.Composable
    values: Mapping[str, Any]
    tiles: int
    parts: Mapping[int, int]


def place_condition(place: shapely.Geometry) -> tuple[sql.Composable, dict[str, Any]]:
    """Return the condition that a footprint touches a place (EPSG:4326)."""
    shape = shapely.to_wkb(shapely.set_srid(shapely.force_2d(place), 4326), include_srid=True)
    return sql.SQL("ST_Intersects(footprint, %(place)s::bytea::geometry)"), {"place": shape}


def within(conditions: Conditions) -> tuple[list[sql.Composable], dict[str, Any]]:
    """Return the conditions for place and ids: to all others there are no tiles but these."""
    parts: list[sql.Composable] = []
    values: dict[str, Any] = {}
    if conditions.tile_ids is not None:
        ranges = ",".join(
            f"[{_clamped(start)},{_clamped(stop)})"
            for start, stop in conditions.tile_ids
            if start < stop
        )
        parts.append(sql.SQL("tile_id <@ %(ids)s::text::int8multirange"))
        values["ids"] = f"{{{ranges}}}"
    if conditions.area is not None:
        part, more = place_condition(conditions.area)
        parts.append(part)
        values |= more
    return parts, values


def attributes(conditions: Conditions) -> tuple[list[sql.Composable], dict[str, Any]]:
    """Return the conditions for sources and ground sizes."""
    parts: list[sql.Composable] = []
    values: dict[str, Any] = {}
    if conditions.sources is not None:
        parts.append(sql.SQL("source = ANY(%(sources)s::int[])"))
        values["sources"] = sorted(conditions.sources)
    if conditions.ground_sizes_m:
        parts.append(
            sql.SQL(
                "EXISTS (SELECT 1 FROM unnest(%(sizes)s::float8[]) AS size"
                " WHERE abs(ground_size_m::float8 - size) <= 1e-4 * abs(size))"
            )
        )
        values["sizes"] = [float(np.float32(size)) for size in conditions.ground_sizes_m]
    return parts, values


def dates(conditions: Conditions) -> tuple[list[sql.Composable], dict[str, Any]]:
    """Return the conditions for the date, which a tile without one does not meet."""
    parts: list[sql.Composable] = []
    values: dict[str, Any] = {}
    for name, sign in (("since", ">="), ("until", "<=")):
        day = getattr(conditions, name)
        if day is not None:
            parts.append(sql.SQL(f"date {sign} %({name})s::date"))
            values[name] = day
    return parts, values


def all_of(parts: list[sql.Composable]) -> sql.Composable:
    """Return conditions as one that is met where all of them are."""
    return sql.SQL(" AND ").join(parts) if parts else sql.SQL("true")


def _clamped(number: int) -> int:
    return max(-_LARGEST_ID, min(_LARGEST_ID, number))
