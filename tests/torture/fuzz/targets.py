"""All targets, under the names by which they are asked for."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path

from .target import Target


@dataclass(frozen=True)
class Entry:
    """A target that has not been imported: one that needs no torch starts much sooner.

    Attributes:
        module: Of this package.
        kind: Name of the class in it.
        about: What is broken, for the report.
    """

    module: str
    kind: str
    about: str

    def made(self, samples: Path) -> Target:
        """Return the target with its valid inputs."""
        target: Target = getattr(
            importlib.import_module(f".{self.module}", __package__), self.kind
        )(samples)
        return target


TARGETS = {
    "to-engine": Entry(
        "protocol",
        "ToEngine",
        "protocol lines to the engine (every method, its parameters generated from their types, then broken)",
    ),
    "to-plugin": Entry(
        "protocol",
        "ToPlugin",
        "protocol lines to the plugin (results of every method, failures, progress, levels)",
    ),
    "profiles": Entry("models", "Profiles", "search profiles"),
    "searches": Entry("indexes", "SavedSearches", "saved searches"),
    "index": Entry(
        "indexes",
        "IndexFiles",
        "voice indexes (index.json, part.json, rows.npy, vectors.npy, tree.ann, tiles.fgb, tiles.vrt)",
    ),
    "trees": Entry(
        "indexes",
        "Trees",
        "tree.ann with a checksum that fits (children out of range, cycles, wrong counts)",
    ),
    "sounds": Entry("sounds", "Sounds", "sound files (14 containers and codecs)"),
    "notes": Entry("notes", "Notes", "voice notes (GeoPackage with hostile SQL, types and pages)"),
    "positions": Entry("notes", "Positions", "positions of notes (CSV, GPX with entities)"),
    "areas": Entry(
        "areas", "Areas", "areas (GeoPackage with hostile SQL and geometries, GeoJSON, FlatGeobuf)"
    ),
    "rasters": Entry(
        "rasters",
        "Rasters",
        "rasters (TIFF tags, JPEG 2000, PNG, HFA, ENVI, VRT, WMS, KML, sidecars, CRS)",
    ),
    "checkpoints": Entry(
        "models", "Checkpoints", "checkpoints (safetensors, config.json, tokens.txt)"
    ),
}
