"""Hits as one HTML page with pictures: it opens without a network, prints, and holds no script."""

from __future__ import annotations

import base64
import io
import math
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from ..contract.methods import WriteReportParams
from ..contract.notices import Stage, Unit
from ..contract.tiles import Hit
from ..errors import UsageError
from ..imagery.proj_data import coordinate_system, crs_name
from ..imagery.source import Source
from ..imagery.thumbnails import Window, write_thumbnails
from ..paths import check_folder
from ..progress import Progress
from .files import replace_file
from .store import StoreInfo

_ENDINGS = (".html", ".htm")
#: Side of a picture; twice as large as it is shown, for printers and fine screens.
_PIXELS = 288
_QUALITY = 85
#: Longer side of the map in its own units; the most rasters that are outlined in it, and that are pictured.
_MAP_SIDE = 1000.0
_MOST_RASTERS = 200
_MOST_PICTURES = 9
_RASTER_PIXELS = 800
#: A larger raster would have to be read for a minute.
_MOST_PIXELS = 60_000_000
_LONLAT = "EPSG:4326"


@dataclass(frozen=True)
class _Row:
    hit: Hit
    score: str
    lonlat: str
    place: str
    side: str
    label: bool | None
    picture: str


@dataclass(frozen=True)
class _Mark:
    """A hit on the map: its rank, its outline as an SVG path, and where the rank is written."""

    rank: int
    path: str
    x: float
    y: float


@dataclass(frozen=True)
class _Raster:
    """A raster on the map: its picture, its size in pixels, and how SVG transforms these into the map."""

    picture: str
    width: int
    height: int
    matrix: str


@dataclass(frozen=True)
class _Overview:
    width: float
    height: float
    outlines: tuple[str, ...]
    rasters: tuple[_Raster, ...]
    marks: tuple[_Mark, ...]


def check_report(path: Path) -> None:
    """Make sure that a report can be written there, before a long search.

    Raises:
        UsageError: The name does not end in ``.html``.
        FolderNotWritable: There is no folder for it.
    """
    if path.suffix.lower() not in _ENDINGS:
        raise UsageError(
            problem=f"A report is an HTML page, and {path.name} does not end in .html.",
            advice="Name it .html, such as report.html.",
        )
    check_folder(path.parent, path)


def write_report(params: WriteReportParams, info: StoreInfo, progress: Progress) -> int:
    """Write a report of hits; a file that was there is replaced in one step.

    Args:
        params: What it says.
        info: The index that the hits come from: where their rasters lie.
        progress: Told of each picture.

    Returns:
        How many hits have no picture; the page says so, too.

    Raises:
        UsageError: The CRS cannot be understood.
        DiskFull, FolderNotWritable: It cannot be written; a file that was there stays.
    """
    path = Path(params.out)
    check_report(path)
    projection = _Projection(params.crs)
    sources = {record.source.uri: record.source for record in info.sources}
    overview = _overview(params, sources, progress)
    pictures = _pictures(params.hits, sources, progress)
    labels = {label.tile_id: label.yes for label in params.labels}
    rows = [
        _Row(
            hit,
            _score(hit, params),
            f"{hit.lat:.5f}, {hit.lon:.5f}",
            projection.place(hit),
            f"{hit.ground_size_m:g} m",
            labels.get(hit.tile_id),
            pictures.get(hit.rank, ""),
        )
        for hit in params.hits
    ]
    missing = sum(not row.picture for row in rows)
    warning = params.words.pictures_missing
    for name, number in (("missing", missing), ("places", len(rows))):
        warning = warning.replace(f"{{{name}}}", str(number))
    page = _template().render(
        title=params.title,
        facts=params.facts,
        words=params.words,
        overview=overview,
        rows=rows,
        warning=warning if missing else "",
    )
    replace_file(path, page.encode())
    return missing


@cache
def _template() -> jinja2.Template:
    # Comes with torch, which needs it. Names of layers and files are anybody's: they are escaped.
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    source = Path(__file__).with_name("report.html").read_text(encoding="utf-8")
    return environment.from_string(source)


def _score(hit: Hit, params: WriteReportParams) -> str:
    if params.calibrated:
        return f"{params.words.score} {100 * hit.score:.0f}%"
    return f"{params.words.similarity} {hit.similarity:.3f}"


def _pictures(
    hits: Sequence[Hit], sources: Mapping[str, Source], progress: Progress
) -> dict[int, str]:
    """Return the pictures of hits under their ranks, as data URIs; those of rasters that are gone are missing."""
    wanted: dict[str, dict[int, Window]] = {}
    for hit in hits:
        if hit.source_path in sources:
            wanted.setdefault(hit.source_path, {})[hit.rank] = hit.window
    progress.start(Stage.READING_TILES, len(hits), Unit.TILE)
    made: dict[int, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        for uri, windows in wanted.items():
            files = write_thumbnails(
                sources[uri], windows, Path(folder), _PIXELS, progress.check_cancelled
            )
            for rank, file in files.items():
                made[rank] = _as_jpeg(file)
                progress.check_cancelled()
            progress.advance(len(windows))
    return made


def _as_jpeg(file: Path) -> str:
    content = io.BytesIO()
    with Image.open(file) as picture:
        picture.convert("RGB").save(content, format="JPEG", quality=_QUALITY, optimize=True)
    return "data:image/jpeg;base64," + base64.b64encode(content.getvalue()).decode()


class _Projection:
    """From longitude and latitude into the coordinate system that the user works in.

    Args:
        crs: As pyproj understands it; None for longitude and latitude themselves.

    Raises:
        UsageError: It is not understood.
    """

    def __init__(self, crs: str | None) -> None:
        try:
            self.crs = coordinate_system(crs or _LONLAT)
            self._name = crs_name(crs or _LONLAT)
            self._transformer = Transformer.from_crs(_LONLAT, self.crs, always_xy=True)
        except (CRSError, UnicodeEncodeError) as error:
            raise UsageError(
                problem=f"{crs} is not a coordinate system.", advice="Give one such as EPSG:32633."
            ) from error

    def place(self, hit: Hit) -> str:
        """Return where a hit is, with the name of the coordinate system; nothing for longitude and latitude."""
        if self.crs.is_geographic and self.crs == CRS(_LONLAT):
            return ""
        x, y = self._transformer.transform(hit.lon, hit.lat)
        if not (math.isfinite(x) and math.isfinite(y)):
            return ""
        decimals = 5 if self.crs.is_geographic else 1
        return f"{x:.{decimals}f}, {y:.{decimals}f} ({self._name})"

    def line(self, ring: Iterable[Sequence[float]]) -> NDArray[np.float64] | None:
        """Return a ring of longitudes and latitudes [n, 2]; None if it is nowhere there."""
        lonlat = np.asarray([point[:2] for point in ring], dtype=np.float64)
        x, y = self._transformer.transform(lonlat[:, 0], lonlat[:, 1])
        line = np.stack([x, y], axis=1)
        return line if np.isfinite(line).all() else None


def _overview(
    params: WriteReportParams, sources: Mapping[str, Source], progress: Progress
) -> _Overview | None:
    """Return the map of all hits, on small pictures of their rasters; None if they are nowhere there."""
    uris = {hit.source_path for hit in params.hits} & sources.keys()
    used = [sources[uri] for uri in sorted(uris)][:_MOST_RASTERS]
    projection = _Projection(_map_crs(params, used))
    lines = {hit.rank: projection.line(hit.footprint) for hit in params.hits}
    hits = {rank: line for rank, line in lines.items() if line is not None}
    if not hits:
        return None
    outlines = [projection.line(source.footprint_4326.exterior.coords) for source in used]
    frame = _Frame.of(projection, [*hits.values(), *outlines])
    marks = []
    for rank, line in hits.items():
        drawn = frame.on_map(line)
        x, y = (round(float(value), 1) for value in (drawn.min(axis=0) + drawn.max(axis=0)) / 2)
        marks.append(_Mark(rank, _svg_path(drawn), x, y))
    paths = [_svg_path(frame.on_map(line)) for line in outlines if line is not None]
    small = [s for s in used[:_MOST_PICTURES] if _is_read_at_once(s, projection)]
    rasters = [
        _Raster(picture, source.width, source.height, frame.matrix(source))
        for source in small
        if (picture := _raster_picture(source, progress))
    ]
    return _Overview(*frame.size, tuple(paths), tuple(rasters), tuple(marks))


def _map_crs(params: WriteReportParams, used: Sequence[Source]) -> str | None:
    """Return the coordinate system of the map: that of the rasters, if they share one."""
    shared = {source.crs_wkt for source in used}
    return shared.pop() if len(shared) == 1 else params.crs


@dataclass(frozen=True)
class _Frame:
    """Where the map lies in its coordinate system, and how much larger it is drawn.

    Attributes:
        west: Its left edge.
        south: Its lower edge.
        east: Its right edge.
        north: Its upper edge.
        wide: How long a unit to the east is, compared with one to the north.
    """

    west: float
    south: float
    east: float
    north: float
    wide: float = 1.0

    @staticmethod
    def of(projection: _Projection, lines: Sequence[NDArray[np.float64] | None]) -> _Frame:
        """Return that of lines, with a margin."""
        points = np.concatenate([line for line in lines if line is not None])
        (west, south), (east, north) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
        # Degrees of longitude are shorter than those of latitude.
        is_degrees = projection.crs.is_geographic
        wide = math.cos(math.radians((south + north) / 2)) if is_degrees else 1.0
        margin = 0.02 * max(east - west, north - south)
        return _Frame(west - margin, south - margin, east + margin, north + margin, wide)

    @property
    def _scale(self) -> float:
        longest = max((self.east - self.west) * self.wide, self.north - self.south)
        return _MAP_SIDE / max(longest, 1e-9)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height on the page, in its own units."""
        scale = self._scale
        width = (self.east - self.west) * self.wide * scale
        return round(width, 1), round((self.north - self.south) * scale, 1)

    def on_map(self, line: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return where points [n, 2] of the coordinate system are drawn."""
        x = (line[:, 0] - self.west) * self.wide
        return np.stack([x, self.north - line[:, 1]], axis=1) * self._scale

    def matrix(self, source: Source) -> str:
        """Return how SVG transforms a raster's pixels into the map."""
        a, b, c, d, e, f = source.transform
        corners = np.array([[c, f], [c + a, f + d], [c + b, f + e]])
        origin, right, down = self.on_map(corners)
        numbers = (*(right - origin), *(down - origin), *origin)
        return " ".join(f"{number:.8g}" for number in numbers)


def _is_read_at_once(source: Source, projection: _Projection) -> bool:
    """Return whether a whole raster can be read in a moment and placed with its own transform."""
    is_local = not source.uri.startswith(("/vsi", "<")) and "://" not in source.uri
    is_small = source.width * source.height <= _MOST_PIXELS
    return is_local and is_small and coordinate_system(source.crs_wkt) == projection.crs


def _raster_picture(source: Source, progress: Progress) -> str:
    """Return a small picture of a raster as a data URI; nothing if it is gone."""
    with tempfile.TemporaryDirectory() as folder:
        window = (0.0, 0.0, float(source.width), float(source.height))
        check = progress.check_cancelled
        made = write_thumbnails(source, {0: window}, Path(folder), _RASTER_PIXELS, check)
        return _as_jpeg(made[0]) if made else ""


def _svg_path(line: NDArray[np.float64]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in line) + "Z"
