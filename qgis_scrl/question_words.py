"""A question in words: for a layer's properties and notes, for the history and for reports."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

from qgis.core import QgsLayerNotesUtils, QgsMapLayer

from . import contract
from .contract import AudioPart, Filters, GeoJson, QueryPart, TextPart
from .dock.widgets import formatting
from .history import AskedQuery, PartDetails, part_title
from .translation import tr


def facts(asked: AskedQuery) -> list[tuple[str, str]]:
    """Return what is known of a question: names and values, translated.

    Args:
        asked: The question; one without parts (of a layer of an earlier version) has few.
    """
    query = asked.query
    found = [(tr("Question"), asked.title)]
    if len(query.parts) > 1 or any(part.weight != 1.0 for part in query.parts):
        found.append((tr("Parts"), "; ".join(part_words(*each) for each in asked.parts)))
    elif query.parts and part_words(*asked.parts[0]) != asked.title:
        found.append((tr("Asked with"), part_words(*asked.parts[0])))
    found += [
        (tr("Voice index"), asked.index),
        (tr("Asked"), formatting.moment(asked.asked_at) if asked.asked_at else ""),
    ]
    found += filter_facts(query.filters)
    yes = sum(label.yes for label in query.labels)
    if query.labels:
        found.append((tr("Answers"), answers(yes, len(query.labels) - yes)))
    return [(name, value) for name, value in found if value]


def part_words(part: QueryPart, details: PartDetails) -> str:
    """Return a part of a question in words: 'heard “storage tanks”', 'typed “a river”, weight −0.5'."""
    name = part_title(part, details) or tr("a place on the map")
    if isinstance(part, AudioPart):
        text = tr("spoken, heard as “{words}”").format(words=name) if details.name else name
    elif isinstance(part, TextPart):
        text = tr("typed “{words}”").format(words=name)
    else:
        text = name
    if part.weight == 1.0:
        return text
    return tr("{part}, weight {weight}").format(part=text, weight=formatting.number(part.weight))


def filter_facts(filters: Filters) -> list[tuple[str, str]]:
    """Return where and when a question was asked, as :func:`facts` does; nothing if everywhere and always."""
    found = []
    if isinstance(filters.area, str):
        found.append((tr("Area"), filters.area))
    elif filters.area is not None:
        found.append((tr("Area"), _extent(filters.area)))
    if filters.since or filters.until:
        first, last = filters.since or "…", filters.until or "…"
        found.append((tr("Acquired"), tr("{first} to {last}").format(first=first, last=last)))
    if filters.sources:
        found.append((tr("Rasters"), ", ".join(filters.sources)))
    if filters.ground_sizes_m:
        sizes = map(formatting.metres, filters.ground_sizes_m)
        found.append((tr("Tile sizes"), ", ".join(sizes)))
    return found


def answers(yes: int, no: int) -> str:
    """Return how many answers there are: "4 yes, 2 no"; empty if there are none."""
    return tr("{yes} yes, {no} no").format(yes=yes, no=no) if yes or no else ""


def index_name(asked: AskedQuery) -> str:
    """Return the name of the index that a question was asked of."""
    return contract.index_name(asked.index)


def tell_layer(layer: QgsMapLayer, asked: AskedQuery) -> None:
    """Let a layer say its question in words: in its properties, and as its notes in the layer panel."""
    known = facts(asked)
    metadata = layer.metadata()
    metadata.setTitle(asked.title)
    metadata.setAbstract("\n".join(f"{name}: {value}" for name, value in known))
    layer.setMetadata(metadata)
    lines = (f"<b>{html.escape(name)}:</b> {html.escape(value)}" for name, value in known)
    QgsLayerNotesUtils.setLayerNotes(layer, "<p>" + "<br>".join(lines) + "</p>")


def _extent(area: GeoJson) -> str:
    """Return the extent of a GeoJSON geometry in degrees; empty if it has none."""
    points = list(_points(area.get("coordinates")))
    if not points:
        return ""
    west, south = (min(point[axis] for point in points) for axis in (0, 1))
    east, north = (max(point[axis] for point in points) for axis in (0, 1))
    return formatting.bounds(west, south, east, north)


def _points(coordinates: Any) -> Iterator[tuple[float, float]]:
    """Yield the corners of a geometry, however deep they lie in lists."""
    if not isinstance(coordinates, (list, tuple)) or not coordinates:
        return
    if isinstance(coordinates[0], (int, float)):
        yield float(coordinates[0]), float(coordinates[1])
    else:
        for each in coordinates:
            yield from _points(each)
