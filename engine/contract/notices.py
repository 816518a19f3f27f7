"""What is said in words, as a code with values: each side has its own table of texts.

The engine's table (:mod:`engine.errors`, :mod:`engine.texts`) is English, for the terminal and the logs;
the plugin's (``qgis_scrl/texts``) is translated, and its advice names buttons instead of options.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Optional


@dataclass(frozen=True)
class Notice:
    """A failure, or something that the user should know.

    Attributes:
        code: Names the sentence; never changes once released.
        values: What the sentence names; text, numbers, or lists of them.
    """

    code: str
    values: dict[str, Any] = field(default_factory=dict)


#: What an answer says beside its result, and a long request in passing.
NOTES: dict[str, tuple[str, ...]] = {
    "annoy-missing": (),
    "trees-unusable": ("part", "reason", "index"),
    "undated-left-out": ("tiles",),
    "not-taught": (),
    "source-reindexed": ("source",),
    "tiles-of-public-service": ("source", "service"),
    "tiles-of-few-pixels": ("source", "ground_size_m", "pixel_m", "pixels", "advised_m"),
    "crs-replaced": ("source", "crs", "own"),
    "new-hits-left-out": ("hits",),
    "notes-by-similarity": (),
    "engine-restarted": (),
    "cluster-joined": ("address", "count", "dashboard"),
    "cluster-worker-left-out": ("worker", "reason"),
    "cluster-workers-differ": ("count", "workers", "own"),
}

#: What a microphone test says.
VERDICTS: dict[str, tuple[str, ...]] = {
    "microphone-silent": (),
    "microphone-distorts": (),
    "microphone-quiet": (),
    "microphone-no-speech": (),
    "microphone-good": (),
}


#: What the engine has decided about a raster, where its metadata leave a choice.
DECISIONS: dict[str, tuple[str, ...]] = {
    "crs-from-option": ("crs", "own"),
    "crs-from-option-only": ("crs",),
    "crs-from-layer": ("crs", "own"),
    "crs-from-layer-only": ("crs",),
    "crs-from-prj": ("crs", "file"),
    "placed-by-gcps": ("count", "method", "rms_m"),
    "placed-by-rpcs": ("height_m", "error_m"),
    "placed-by-rpcs-of-unknown-accuracy": ("height_m",),
    "bands-from-layer": ("bands",),
    "stretch-from-layer": ("ranges",),
    "stretch-from-option": ("ranges",),
    "bands-from-option": ("bands",),
    "bands-by-header": ("bands",),
    "bands-by-name": ("bands", "names"),
    "bands-by-wavelength": ("bands", "nanometres"),
    "bands-by-product": ("bands", "product"),
    "bands-first": ("bands", "count"),
    "scene-composed": ("files",),
    "shown-inverted": (),
    "overviews-ignored": (),
    "public-service": ("service",),
    "date-from-option": ("date",),
    "date-from-name": ("date",),
    "date-from-item": ("date", "item"),
    "date-from-catalogue": ("date",),
    "nodata-from-option": ("value",),
    "nodata-guessed": ("values",),
    "nodata-beyond": ("limit",),
    "collar-left-out": ("colours", "percent"),
}


class Stage(str, Enum):
    """What long work is doing."""

    LOADING_MODEL = "loading-model"
    CHECKING_INSTALLATION = "checking-installation"
    READING_SOURCES = "reading-sources"
    SELECTING_TILES = "selecting-tiles"
    COMPARING_TILES = "comparing-tiles"
    EMBEDDING_TILES = "embedding-tiles"
    READING_TILES = "reading-tiles"
    MERGING_PARTS = "merging-parts"
    COPYING_PARTS = "copying-parts"
    VERIFYING_PARTS = "verifying-parts"
    WRITING_FOOTPRINTS = "writing-footprints"
    SCORING_TILES = "scoring-tiles"
    READING_NOTES = "reading-notes"
    SEARCHING_CATALOGUE = "searching-catalogue"
    OTHER = "other"


class Unit(str, Enum):
    """What long work counts."""

    TILE = "tile"
    SOURCE = "source"
    PART = "part"
    CHECK = "check"
    MODEL = "model"
    NOTE = "note"
    OTHER = "other"


@dataclass(frozen=True)
class ProgressReport:
    """How far a request is.

    Attributes:
        total: Of how many; 0 if unknown.
        rate: How many a second; None if unknown.
        seconds_left: Time left; None if unknown.
    """

    stage: Stage
    unit: Unit
    done: int
    total: int
    rate: Optional[float] = None
    seconds_left: Optional[float] = None

    @property
    def percent(self) -> float:
        """Share that is done, 0 to 100; 0 if the total is unknown."""
        return min(100.0, 100.0 * self.done / self.total) if self.total > 0 else 0.0
