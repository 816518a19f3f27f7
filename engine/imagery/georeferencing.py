"""How the pixels of a raster lie on the Earth: positions in EPSG:4326 and lengths in true metres.

Lengths are geodesics on the WGS 84 ellipsoid (Karney 2013, through PROJ), so they are true whatever
the coordinate system says of itself: web Mercator's metres, degrees and feet all come out alike.
"""

from __future__ import annotations

import threading
from typing import TypeAlias

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from pyproj import Geod, Transformer
from pyproj.exceptions import CRSError, ProjError

from .proj_data import complete_proj_data, coordinate_system

AffineCoefficients: TypeAlias = tuple[float, float, float, float, float, float]
Floats: TypeAlias = NDArray[np.float64]

complete_proj_data()
_GEOD = Geod(ellps="WGS84")
# Some inverse projections stop iterating at a fraction of a millimetre, which is a lot for a pixel of
# 1 cm; lengths are therefore measured over at least this many metres and divided.
_MEASURED_LENGTH_M = 10.0
_EDGE_POINTS = 33
_transformers = threading.local()


class CannotBeLocated(ValueError):
    """The coordinate system does not lead to longitude and latitude."""


def _transformer(crs_wkt: str) -> Transformer:
    """Return the way to EPSG:4326; one per thread, because PROJ's objects must not be shared."""
    known: dict[str, Transformer] = getattr(_transformers, "by_crs", {})
    if crs_wkt not in known:
        try:
            known[crs_wkt] = Transformer.from_crs(
                coordinate_system(crs_wkt), "EPSG:4326", always_xy=True
            )
        except (CRSError, ProjError, UnicodeEncodeError) as error:
            raise CannotBeLocated(str(error)) from error
        _transformers.by_crs = known
    return known[crs_wkt]


def leads_to_lonlat(crs: str) -> bool:
    """Tell whether a coordinate system is known and leads to longitude and latitude."""
    try:
        _transformer(crs)
    except CannotBeLocated:
        return False
    return not coordinate_system(crs).is_geocentric


def distances_m(crs: str, these: Floats, those: Floats) -> Floats:
    """Return the true distances in metres between positions [n, 2] (x, y) in a coordinate system."""
    lon1, lat1 = _transformer(crs).transform(these[:, 0], these[:, 1])
    lon2, lat2 = _transformer(crs).transform(those[:, 0], those[:, 1])
    return np.asarray(_GEOD.inv(lon1, lat1, lon2, lat2)[2], dtype=np.float64)


class Georeferencing:
    """The ground below one raster.

    Args:
        crs_wkt: Coordinate system of the raster, as WKT (anything pyproj reads will do).
        transform: Affine coefficients a, b, c, d, e, f: ``x = a*col + b*row + c``,
            ``y = d*col + e*row + f``.
        width: Columns of the raster.
        height: Rows of the raster.

    Raises:
        CannotBeLocated: If no way leads from the coordinate system to EPSG:4326, or the raster's
            centre is nowhere on the Earth.
    """

    def __init__(
        self, crs_wkt: str, transform: AffineCoefficients, width: int, height: int
    ) -> None:
        self.transform = transform
        self.width = width
        self.height = height
        self.crs_wkt = crs_wkt
        self._half_step = 0.5
        first = self.pixel_size_m
        if not np.isfinite(first) or first <= 0:
            raise CannotBeLocated("its centre is nowhere on the Earth")
        self._half_step = max(0.5, _MEASURED_LENGTH_M / 2 / first)

    def to_crs(self, columns: ArrayLike, rows: ArrayLike) -> tuple[Floats, Floats]:
        """Return x and y in the raster's coordinate system of positions in pixels.

        Args:
            columns: Any shape; 0 is the left edge of the first column.
            rows: Same shape; 0 is the upper edge of the first row.
        """
        a, b, c, d, e, f = self.transform
        col = np.asarray(columns, dtype=np.float64)
        row = np.asarray(rows, dtype=np.float64)
        return a * col + b * row + c, d * col + e * row + f

    def to_lonlat(self, columns: ArrayLike, rows: ArrayLike) -> tuple[Floats, Floats]:
        """Return longitude and latitude (degrees, EPSG:4326) of positions in pixels.

        Positions that are nowhere on the Earth give infinity.
        """
        x, y = self.to_crs(columns, rows)
        lon, lat = _transformer(self.crs_wkt).transform(x, y)
        lon, lat = np.asarray(lon, dtype=np.float64), np.asarray(lat, dtype=np.float64)
        # Global grids whose pixel centres lie on the poles reach half a pixel beyond them.
        return lon, np.where(np.isfinite(lat), np.clip(lat, -90.0, 90.0), lat)

    def to_unbroken_lonlat(self, columns: ArrayLike, rows: ArrayLike) -> tuple[Floats, Floats]:
        """Return as :meth:`to_lonlat`, without a jump from 180 to -180 degrees among the points of one shape.

        Args:
            columns: Positions in pixels, shape [n, points].
            rows: Same shape.
        """
        lon, lat = self.to_lonlat(columns, rows)
        return _unbroken(lon), lat

    def pixel_lengths(self, columns: ArrayLike, rows: ArrayLike) -> tuple[Floats, Floats]:
        """Return the true length in metres of one step along a row and one along a column.

        Args:
            columns: Positions in pixels, any shape.
            rows: Same shape.

        Returns:
            Two arrays of that shape; NaN where the position is nowhere on the Earth.
        """
        col, row = np.broadcast_arrays(
            np.asarray(columns, dtype=np.float64), np.asarray(rows, dtype=np.float64)
        )
        half = self._half_step
        lengths = []
        for step_col, step_row in ((half, 0.0), (0.0, half)):
            lon1, lat1 = self.to_lonlat(col - step_col, row - step_row)
            lon2, lat2 = self.to_lonlat(col + step_col, row + step_row)
            found = np.isfinite(lon1) & np.isfinite(lat1) & np.isfinite(lon2) & np.isfinite(lat2)
            metres = np.full(col.shape, np.nan)
            if found.any():
                _, _, metres[found] = _GEOD.inv(lon1[found], lat1[found], lon2[found], lat2[found])
            lengths.append(metres / (2 * half))
        return lengths[0], lengths[1]

    @property
    def pixel_size_m(self) -> float:
        """Side in metres of a square with the area of the pixel in the raster's centre."""
        along_row, along_column = self.pixel_lengths([self.width / 2], [self.height / 2])
        return float(np.sqrt(along_row[0] * along_column[0]))

    @property
    def mirrored(self) -> bool:
        """Whether the raster's rows and columns show the ground as in a mirror (south-up files)."""
        half = self._half_step
        col, row = self.width / 2, self.height / 2
        lon, lat = self.to_lonlat(
            [col - half, col + half, col, col], [row, row, row - half, row + half]
        )
        east = (lon[1] - lon[0] + 180) % 360 - 180, (lon[3] - lon[2] + 180) % 360 - 180
        north = lat[1] - lat[0], lat[3] - lat[2]
        # Rows run down: seen from above, a step along a row turns clockwise to one along a column.
        return bool(east[0] * north[1] - east[1] * north[0] > 0)

    def polygons_4326(self, corners: Floats) -> list[shapely.Polygon]:
        """Return quadrilaterals in EPSG:4326.

        A quadrilateral across the 180th meridian stays in one piece: its longitudes go on beyond
        180 on the side where less of it lies. One around a pole becomes all that lies between its
        edge and that pole, through all longitudes.

        Args:
            corners: Positions in pixels, shape [n, 4, 2] (column, row).
        """
        lon, lat = self.to_unbroken_lonlat(corners[..., 0], corners[..., 1])
        ring = np.stack([lon, lat], axis=-1)
        polygons = shapely.polygons(ring)
        with np.errstate(invalid="ignore"):
            around_a_pole = np.abs(lon[:, 3] - lon[:, 0]) > 180.0
        for place in np.flatnonzero(around_a_pole):
            polygons[place] = _polar_cap(ring[place])
        return list(polygons)

    def outline_4326(self) -> shapely.Polygon:
        """Return the outline of the whole raster in EPSG:4326.

        Edges are followed by points between the corners, since straight edges of a projected
        raster are curves in EPSG:4326. A raster around a pole gives all longitudes up to the pole.
        """
        along = np.linspace(0.0, 1.0, _EDGE_POINTS)[:-1]
        zero, one = np.zeros_like(along), np.ones_like(along)
        col = np.concatenate([along, one, 1 - along, zero]) * self.width
        row = np.concatenate([zero, along, one, 1 - along]) * self.height
        lon, lat = self.to_lonlat(col, row)
        known = np.isfinite(lon) & np.isfinite(lat)
        lon, lat = lon[known], lat[known]
        if len(lon) < 3:
            # Only the middle of the raster shows the Earth (a full disc seen from a satellite).
            return self._outline_from_inside()
        closed = np.unwrap(np.append(lon, lon[0]), period=360.0)
        if abs(closed[-1] - closed[0]) > 180.0:
            south, north = float(lat.min()), float(lat.max())
            _, centre = self.to_lonlat([self.width / 2], [self.height / 2])
            return (
                shapely.box(-180.0, south, 180.0, 90.0)
                if centre[0] > 0
                else shapely.box(-180.0, -90.0, 180.0, north)
            )
        lon = _unbroken(lon[np.newaxis])[0]
        if lon.max() - lon.min() >= 360.0 - 1e-9:
            return shapely.box(-180.0, lat.min(), 180.0, lat.max())
        return shapely.Polygon(np.stack([lon, lat], axis=-1))

    def _outline_from_inside(self) -> shapely.Polygon:
        """Return the box around all positions of a coarse grid that are on the Earth."""
        col, row = np.meshgrid(
            np.linspace(0, self.width, _EDGE_POINTS), np.linspace(0, self.height, _EDGE_POINTS)
        )
        lon, lat = self.to_lonlat(col.ravel(), row.ravel())
        known = np.isfinite(lon) & np.isfinite(lat)
        lon, lat = lon[known], lat[known]
        return shapely.box(lon.min(), lat.min(), lon.max(), lat.max())


def _polar_cap(ring: Floats) -> shapely.Polygon:
    """Return what lies between a ring around a pole [points, 2] and the pole."""
    turn = 360.0 if ring[-1, 0] > ring[0, 0] else -360.0
    pole = 90.0 if ring[:, 1].mean() > 0 else -90.0
    first = ring[0]
    closed = [*ring, (first[0] + turn, first[1]), (first[0] + turn, pole), (first[0], pole)]
    return shapely.Polygon(closed)


def _unbroken(lon: Floats) -> Floats:
    """Return longitudes [n, points] without jumps of 360, centred in -180..180 where possible."""
    with np.errstate(invalid="ignore"):
        unbroken: Floats = np.unwrap(lon, period=360.0, axis=-1)
    middle = (unbroken.min(axis=-1, keepdims=True) + unbroken.max(axis=-1, keepdims=True)) / 2
    # Exactly 180 stays 180, so that a raster from 0 to 360 is not torn from its own middle.
    return unbroken - 360.0 * np.ceil((middle - 180.0) / 360.0)
