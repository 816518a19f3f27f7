"""What a layer of a map service (XYZ, WMS or WMTS) is: its address, its terms, and its grid of requests."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsPointXY,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication, QUrl

from ..compat import METRES
from ..contract import public_services
from ..translation import tr

PROVIDER = "wms"
#: Above so many requests, few owners of a service like it that nobody has asked them.
MANY_REQUESTS = 10_000
_TITLES = ("Fees", "Access Constraints")
_TILE = 256
_TILES_A_BLOCK = 4
_MAP = 1024
_WORLD = 20037508.342789244
#: A native resolution that is so little coarser than what was asked for serves as well.
_TOLERANCE = 1.01
# Deflated aerial imagery in RGBA, in bytes a pixel: measured on the demo scene.
_BYTES_A_PIXEL = 2.6


def is_service(layer: object) -> bool:
    """Whether imagery of a layer can be downloaded here."""
    return isinstance(layer, QgsRasterLayer) and layer.providerType() == PROVIDER


@dataclass(frozen=True)
class Terms:
    """What is known of the terms of use.

    Attributes:
        stated: What the service or the layer's metadata say, one entry each; may be empty.
        owner: Who runs it, if it is a public server whose terms usually forbid bulk download; else empty.
    """

    stated: tuple[str, ...]
    owner: str

    def __str__(self) -> str:
        """Return them as sentences."""
        lines = list(self.stated) or [tr("The service states no terms: ask its owner.")]
        if self.owner:
            text = tr("It is run by {owner}, whose terms of use usually forbid bulk download.")
            lines.append(text.format(owner=self.owner))
        return "\n".join(lines)


def terms_of(layer: QgsRasterLayer) -> Terms:
    """Return the terms that a service states: in its capabilities, or in the metadata of the layer."""
    described = layer.dataProvider().htmlMetadata()
    stated = []
    # The provider offers them nowhere else; it translates the titles.
    for title in _TITLES:
        shown = QCoreApplication.translate("QgsWmsProvider", title)
        found = re.search(f"<td>{re.escape(shown)}</td><td>(.*?)</td>", described, re.DOTALL)
        text = unescape(re.sub(r"<[^>]*>", " ", found[1])).strip() if found else ""
        if text and text != "-":
            stated.append(f"{shown}: {text}")
    metadata = layer.metadata()
    # QGIS 3.38 moved it to the properties.
    holder = layer.serverProperties()
    attribution = holder.attribution() if hasattr(holder, "attribution") else layer.attribution()
    stated += [text for text in (attribution, *metadata.rights()) if text]
    stated += [
        constraint.constraint for constraint in metadata.constraints() if constraint.constraint
    ]
    owner = public_services.owner_of(_url(layer).host()) or ""
    return Terms(tuple(dict.fromkeys(stated)), owner)


def identity_of(layer: QgsRasterLayer) -> dict[str, object]:
    """Return what a service is recognised by, without anything secret: a token may be renewed."""
    uri = _decoded(layer)
    url = _url(layer)
    names = ("type", "layers", "styles", "tileMatrixSet", "crs")
    port = f":{url.port()}" if url.port() >= 0 else ""
    address = f"{url.scheme()}://{url.host()}{port}{url.path()}"
    return {
        "address": address,
        **{name: uri[name] for name in names if isinstance(uri.get(name), str)},
    }


def _decoded(layer: QgsRasterLayer) -> dict[str, object]:
    return dict(QgsProviderRegistry.instance().decodeUri(PROVIDER, layer.source()))


def _url(layer: QgsRasterLayer) -> QUrl:
    return QUrl(str(_decoded(layer).get("url", "")))


@dataclass(frozen=True)
class Piece:
    """What one request brings.

    Attributes:
        bounds: Where it lies, in the CRS of the grid.
        left: Pixels from the left side of its block.
        top: Pixels from the upper side of its block.
    """

    bounds: QgsRectangle
    left: int
    top: int


@dataclass(frozen=True)
class Block:
    """What becomes one file.

    Attributes:
        column: Its position in the grid.
        row: The same, counted downwards.
    """

    column: int
    row: int

    @property
    def name(self) -> str:
        """Name of the file, without its ending."""
        return f"column {self.column} row {self.row}"


@dataclass(frozen=True)
class Grid:
    """How an area of a service is divided into requests and files.

    Attributes:
        crs: The CRS of the layer, in which it is asked for.
        area: The area, in that CRS.
        pixel: Side of a pixel, in units of the CRS.
        ground_resolution_m: The same in metres on the ground, in the middle of the area.
        side: Pixels along a side of what one request brings.
        pieces: Requests along a side of a block.
        left: Where the grid begins.
        top: The same.
    """

    crs: QgsCoordinateReferenceSystem
    area: QgsRectangle
    pixel: float
    ground_resolution_m: float
    side: int
    pieces: int
    left: float
    top: float

    @property
    def block_side(self) -> int:
        """Pixels along a side of a block."""
        return self.side * self.pieces

    @property
    def requests(self) -> int:
        """Number of requests for the whole area."""
        west, north, east, south = self._reach(self.side)
        return (east - west) * (south - north)

    @property
    def bytes_on_disk(self) -> int:
        """About how much room the files take."""
        return round(self.requests * self.side**2 * _BYTES_A_PIXEL)

    @property
    def block_count(self) -> int:
        """Number of blocks."""
        west, north, east, south = self._reach(self.block_side)
        return (east - west) * (south - north)

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks that touch the area, row by row."""
        west, north, east, south = self._reach(self.block_side)
        for row in range(north, south):
            for column in range(west, east):
                yield Block(column, row)

    def bounds_of(self, block: Block) -> QgsRectangle:
        """Return where a block lies."""
        return self._box(block.column, block.row, self.block_side)

    def pieces_of(self, block: Block) -> Iterator[Piece]:
        """Yield the requests of a block that touch the area."""
        west, north, east, south = self._reach(self.side)
        for down in range(self.pieces):
            for across in range(self.pieces):
                column, row = block.column * self.pieces + across, block.row * self.pieces + down
                if west <= column < east and north <= row < south:
                    box = self._box(column, row, self.side)
                    yield Piece(box, across * self.side, down * self.side)

    def _box(self, column: int, row: int, pixels: int) -> QgsRectangle:
        step = pixels * self.pixel
        west, north = self.left + column * step, self.top - row * step
        return QgsRectangle(west, north - step, west + step, north)

    def _reach(self, pixels: int) -> tuple[int, int, int, int]:
        """Return the first column and row that touch the area, and the first ones after it."""
        step, least = pixels * self.pixel, 1e-6
        return (
            math.floor((self.area.xMinimum() - self.left) / step + least),
            math.floor((self.top - self.area.yMaximum()) / step + least),
            math.ceil((self.area.xMaximum() - self.left) / step - least),
            math.ceil((self.top - self.area.yMinimum()) / step - least),
        )


def grid_of(layer: QgsRasterLayer, area: QgsRectangle, resolution_m: float) -> Grid:
    """Return how an area of a service is asked for.

    Args:
        layer: The layer of the service.
        area: In the CRS of the layer.
        resolution_m: Wanted side of a pixel on the ground. Of a service with zoom levels the coarsest is taken that
            is as fine, else its finest.
    """
    provider = layer.dataProvider()
    crs = provider.crs()
    metres = _metres_per_unit(crs, area.center())
    pixel = resolution_m / metres
    native = sorted(provider.nativeResolutions())
    if not native:
        across = math.ceil(max(area.width(), area.height()) / pixel - 1e-6)
        side = max(1, min(_MAP, across))
        left, top = area.xMinimum(), area.yMaximum()
        return Grid(crs, area, pixel, resolution_m, side, 1, left, top)
    pixel = max((one for one in native if one <= _TOLERANCE * pixel), default=native[0])
    left, top = -_WORLD, _WORLD
    if crs.authid() not in ("EPSG:3857", "EPSG:900913"):
        left, top = provider.extent().xMinimum(), provider.extent().yMaximum()
    return Grid(crs, area, pixel, pixel * metres, _TILE, _TILES_A_BLOCK, left, top)


def _metres_per_unit(crs: QgsCoordinateReferenceSystem, place: QgsPointXY) -> float:
    """Return how many metres on the ground a unit of a CRS is there, in the direction in which it is longer."""
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, QgsProject.instance().transformContext())
    measure.setEllipsoid("WGS84")
    step = 1e-3 if crs.isGeographic() else 100.0
    across, up = (
        measure.convertLengthMeasurement(
            measure.measureLine(place, QgsPointXY(place.x() + x, place.y() + y)), METRES
        )
        for x, y in ((step, 0.0), (0.0, step))
    )
    return max(across, up) / step
