"""GeoPackages, GeoJSON and other vector files as areas."""

from __future__ import annotations

import contextlib
import json
import random
import sqlite3
import struct
from pathlib import Path

import numpy as np
import shapely

from engine.index.filters import parse_area
from engine.index.tile_table import write_layer
from tests.support.paths import ROOT

from .mutators import break_bytes, break_json
from .target import Target

_SQL = (
    "CREATE VIEW zones AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS fid, NULL AS geom FROM n",
    "CREATE VIEW zones AS SELECT fid, geom, hex(randomblob({many})) AS bomb FROM kept",
    "CREATE VIEW zones AS SELECT * FROM zones",
    "CREATE VIEW zones AS SELECT a.fid, a.geom FROM kept a, kept b, kept c, kept d, kept e, kept f, kept g, kept h",
    "CREATE TRIGGER t AFTER INSERT ON kept BEGIN DELETE FROM kept; END",
    "CREATE VIEW zones AS SELECT fid, CAST(geom AS TEXT) AS geom FROM kept",
    "CREATE VIEW zones AS SELECT fid, zeroblob({many}) AS geom FROM kept",
    "CREATE TABLE zones (fid, geom)",
    "CREATE VIEW zones AS SELECT load_extension('/tmp/x.so') AS fid, geom FROM kept",
    "CREATE VIEW zones AS SELECT fid, readfile('/etc/passwd') AS geom FROM kept",
)  # fmt: skip
_UPDATES = (
    "UPDATE gpkg_contents SET srs_id = {n}", "UPDATE gpkg_geometry_columns SET column_name = 'fid'",
    "UPDATE gpkg_geometry_columns SET geometry_type_name = '{s}'", "UPDATE gpkg_contents SET table_name = '{s}'",
    "UPDATE gpkg_spatial_ref_sys SET definition = '{s}', organization_coordsys_id = {n}",
    "UPDATE gpkg_contents SET data_type = '{s}'", "DELETE FROM gpkg_spatial_ref_sys", "DELETE FROM gpkg_geometry_columns",
    "UPDATE zones SET geom = {n}", "UPDATE zones SET geom = NULL", "UPDATE zones SET geom = '{s}'",
    "INSERT INTO gpkg_extensions VALUES ('zones', 'geom', '{s}', 'x', 'read-write')", "PRAGMA application_id = {n}",
    "PRAGMA user_version = {n}", "UPDATE gpkg_contents SET min_x = 'x', max_x = {n}",
)  # fmt: skip


class Areas(Target):
    """GeoPackages, GeoJSON, FlatGeobuf and Shapefiles."""

    def __init__(self, samples: Path) -> None:
        boxes = [shapely.box(west, 40, west + 0.5, 41) for west in range(4)]
        shapes = np.array(
            [*boxes, shapely.MultiPolygon(boxes), boxes[0].difference(boxes[0].buffer(-0.1))]
        )
        self._files: dict[str, bytes] = {}
        for driver, name in (
            ("GPKG", "a.gpkg"),
            ("GeoJSON", "a.geojson"),
            ("FlatGeobuf", "a.fgb"),
            ("ESRI Shapefile", "a.shp"),
        ):
            file = samples / name
            columns = {"kind": np.array(["lake"] * len(shapes), dtype=object)}
            write_layer(
                file,
                "zones",
                driver,
                columns,
                shapes,
                geometry_type="Unknown" if driver != "ESRI Shapefile" else "MultiPolygon",
            )
        self._files = {file.name: file.read_bytes() for file in samples.iterdir()}
        self._document = json.loads(self._files["a.geojson"])

    def write(self, rng: random.Random, folder: Path) -> str:
        """Break the structure of one of them."""
        kind = rng.choice(
            (
                "geojson",
                "geojson",
                "gpkg sql",
                "gpkg values",
                "gpkg geometry",
                "gpkg bytes",
                "fgb",
                "shp",
            )
        )
        if kind == "geojson":
            document = json.loads(json.dumps(self._document))
            if rng.random() < 0.3:
                document["features"][0]["geometry"] = _nested(rng)
            if rng.random() < 0.3:
                document["crs"] = {"type": "name", "properties": {"name": _crs(rng)}}
            (folder / "a.geojson").write_bytes(
                break_json(rng, document) if rng.random() < 0.8 else json.dumps(document).encode()
            )
        elif kind in ("fgb", "gpkg bytes", "shp"):
            suffix = kind[:4].strip()
            for name, content in self._files.items():
                if suffix == "shp" and name[-3:] in ("shp", "shx", "dbf", "prj", "cpg"):
                    (folder / name).write_bytes(
                        break_bytes(rng, content) if rng.random() < 0.5 else content
                    )
                elif name == f"a.{suffix}":
                    (folder / name).write_bytes(break_bytes(rng, content))
        else:
            file = folder / "a.gpkg"
            file.write_bytes(self._files["a.gpkg"])
            with contextlib.closing(sqlite3.connect(file)) as database:
                _break_database(rng, database, kind)
        return kind

    def use(self, folder: Path) -> None:
        """Read it as a filter."""
        for suffix in (".geojson", ".gpkg", ".fgb", ".shp"):
            if (folder / f"a{suffix}").exists():
                area = parse_area(str(folder / f"a{suffix}"))
                if area.geometry.is_empty or not area.geometry.is_valid:
                    raise ArithmeticError("an area that was accepted is none")


def _break_database(rng: random.Random, database: sqlite3.Connection, kind: str) -> None:
    def run(*statements: str) -> None:
        for statement in statements:
            with contextlib.suppress(sqlite3.Error):
                database.execute(statement)
        database.commit()

    # GDAL's triggers need functions that only GDAL has.
    for (name,) in database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        run(f'DROP TRIGGER "{name}"')
    if kind == "gpkg sql":
        # The largest take seconds: most of the time of ten thousand inputs went into the same two views.
        many = rng.choice((0, 1, 21, 5_000, 10**6, 10**7, 10**8, 5 * 10**8, 9 * 10**8))
        view = rng.choice(_SQL).format(many=many)
        run("PRAGMA legacy_alter_table = ON", "ALTER TABLE zones RENAME TO kept", view)
    elif kind == "gpkg values":
        for _ in range(rng.choice((1, 2, 3))):
            said = rng.choice(
                (
                    "",
                    "POLYGON",
                    "x" * 5000,
                    "zones",
                    "PROJCS[",
                    "EPSG:4326",
                    "tiles",
                    "'" * 20,
                    "é\u202e",
                )
            ).replace("'", "''")
            run(
                rng.choice(_UPDATES).format(
                    n=rng.choice((-1, 0, 1, 4326, 32633, 2**31, 2**62, 999999, 1e308)), s=said
                )
            )
    else:
        with contextlib.suppress(sqlite3.Error):
            database.execute("UPDATE zones SET geom = ? WHERE fid <= 2", (_blob(rng),))
        database.commit()


def _blob(rng: random.Random) -> bytes:
    """Return the geometry of a GeoPackage, with lengths and numbers that no writer writes."""
    order = rng.choice((0, 1))
    sign = "<" if order else ">"
    head = struct.pack(
        "<2sBB", b"GP", rng.choice((0, 0, 9)), rng.choice((1, 0, 3, 5, 9, 0x11, 0xFF))
    ) + struct.pack("<i", 4326)
    many = rng.choice((0, 1, 4, 2**16, 2**31 - 1, 2**32 - 1))
    points = b"".join(
        struct.pack(
            f"{sign}2d", rng.uniform(-200, 200), rng.choice((0.0, 50.0, 1e308, float("nan")))
        )
        for _ in range(5)
    )
    bodies = (
        struct.pack(f"{sign}BII", order, 3, many), struct.pack(f"{sign}BIII", order, 3, 1, many) + points,
        struct.pack(f"{sign}BII", order, 7, 1) * rng.choice((10, 500, 20_000)) + struct.pack(f"{sign}BI", order, 1) + points[:16],
        struct.pack(f"{sign}BII", order, 6, many) + struct.pack(f"{sign}BIII", order, 3, 1, 4) + points[:64],
        struct.pack(f"{sign}BIII", order, rng.choice((10, 15, 17, 1003, 2**31 + 3)), 1, 4) + points, b"",
    )  # fmt: skip
    return head + break_bytes(rng, rng.choice(bodies) or b"\0", 1)


def _nested(rng: random.Random) -> dict:
    geometry: dict = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
    for _ in range(rng.choice((1, 30, 300))):
        geometry = {"type": "GeometryCollection", "geometries": [geometry]}
    return geometry


def _crs(rng: random.Random) -> str:
    monster = 'PROJCS["x",' * rng.choice((5, 2_000)) + "]"
    return rng.choice((
        "EPSG:32633", "urn:ogc:def:crs:EPSG::2056", "EPSG:999999", "+proj=pipeline +step +proj=axisswap", monster, "x" * 10_000,
        "+proj=ob_tran +o_proj=ob_tran +o_proj=longlat", "IAU:30100", "EPSG:4978", "EPSG:5773", "+proj=utm +zone=99",
        "+proj=longlat +nadgrids=../../../../etc/passwd", "+init=/dev/zero:1", f"ESRI::{ROOT}/Makefile",
    ))  # fmt: skip
