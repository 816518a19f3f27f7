"""The public Python interface: open a voice index, ask it, go through the hits.

    import scrl

    with scrl.open_index("city.scrl") as index:
        for hit in index.ask("white storage tanks", count=10, threshold=0.5):
            print(hit.rank, hit.score, hit.source, hit.geometry.wkt)

What a user can mend is raised as a :class:`UserError`, whose text says what to do; its subclasses are in
``scrl.errors``. All functions may be called from several threads. The first question loads the model, which
takes a second or two; further ones, of whatever index, do not.
"""

from __future__ import annotations

import functools
import logging
import os
import tempfile
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeAlias, overload

from .contract import tiles
from .contract.indexes import NO_OPTIONS, BuildReport, IndexInfo, SourceOptions
from .contract.methods import AddToIndexParams, BuildIndexParams, IndexParams, SearchParams
from .contract.methods import SearchResult as _SearchResult
from .contract.notices import Notice, Stage, Unit
from .contract.queries import (
    AudioPart,
    Filters,
    ImagePart,
    Label,
    PlacePart,
    ProfilePart,
    Query,
    QueryPart,
    TextPart,
    TilePart,
)
from .errors import NoQuery, UsageError, UserError, error_of
from .progress import Task

if TYPE_CHECKING:
    import numpy as np
    import shapely
    from numpy.typing import NDArray

    from .application.session import Session

__all__ = [
    "AudioPart",
    "BuildReport",
    "Filters",
    "Hit",
    "Hits",
    "ImagePart",
    "Index",
    "IndexInfo",
    "Label",
    "PlacePart",
    "ProfilePart",
    "Query",
    "SourceOptions",
    "TextPart",
    "TilePart",
    "UserError",
    "build_index",
    "open_index",
]

# Before torch is loaded, as in __main__.py: threads that wait for each other are not to take the time of others.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

PathLike: TypeAlias = "str | os.PathLike[str]"
Geometry: TypeAlias = "shapely.Geometry | Mapping[str, Any]"
Day: TypeAlias = "date | str"
#: Called with the name of the stage, steps done and steps in all (0: unknown); what it raises stops the work.
ProgressCallback: TypeAlias = Callable[[str, int, int], object]

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Hit(tiles.Hit):
    """A tile that answers a question.

    Attributes:
        rank: From 1.
        score: How likely it shows what was asked for, 0 to 1; of a model whose scores are not calibrated, the
            similarity.
        similarity: Cosine similarity to the question.
        tile_id: Names the tile in its index, until that is embedded again or built anew.
        source: Name of its raster.
        source_path: Path or address of its raster.
        date: When it was acquired, if known.
        ground_size_m: Its side in metres on the ground.
        lon: Longitude of its centre, degrees, EPSG:4326.
        lat: Latitude of its centre.
        footprint: Its outline: a closed ring of longitude and latitude.
        window: Column, row, width, height in pixels of its raster.
    """

    @property
    def geometry(self) -> shapely.Polygon:
        """Its footprint as a polygon of shapely, EPSG:4326."""
        import shapely

        return shapely.Polygon(self.footprint)

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        """The hit as a GeoJSON feature, which geopandas, shapely and others read."""
        properties = {each.name: each.of(self) for each in tiles.ATTRIBUTES}
        if self.date is not None:
            properties["date"] = self.date.isoformat()
        return {
            "type": "Feature",
            "id": self.tile_id,
            "properties": properties,
            "geometry": {"type": "Polygon", "coordinates": (self.footprint,)},
        }


class Hits(Sequence[Hit]):
    """The answer to a question: hits, best first.

    Examples:
        >>> hits = index.ask("white storage tanks", count=3)
        >>> [hit.rank for hit in hits]
        [1, 2, 3]
        >>> hits[0].geometry.geom_type
        'Polygon'
        >>> hits.understood[0]
        'storage tanks'

    Attributes:
        searched: Number of tiles that met the conditions.
        method: "annoy" if trees proposed candidates (scored exactly afterwards), else "exact".
        understood: The phrases nearest to what was said or typed, the nearest first.
        notes: What should be known of the question or the answer, such as that the model was probably not taught
            what was asked for; sentences.
        default_threshold: From this score on, a hit is more likely right than wrong; 0: the scores of the model
            are not calibrated.
    """

    def __init__(self, result: _SearchResult) -> None:
        from .texts import text_of

        self._hits = tuple(Hit(**vars(hit)) for hit in result.hits)
        self.searched = result.searched
        self.method = result.method
        self.understood = tuple(phrase.text for phrase in result.understood)
        self.notes = tuple(text_of(note) for note in result.notes)
        self.default_threshold = result.default_min_score or 0.0

    def __len__(self) -> int:
        return len(self._hits)

    @overload
    def __getitem__(self, item: int) -> Hit: ...

    @overload
    def __getitem__(self, item: slice) -> tuple[Hit, ...]: ...

    def __getitem__(self, item: int | slice) -> Hit | tuple[Hit, ...]:
        return self._hits[item]

    def __repr__(self) -> str:
        best = f", best {self._hits[0].score:.2f}" if self._hits else ""
        return f"<{len(self)} hits in {self.searched} tiles{best}>"

    def _repr_html_(self) -> str:
        """Return the hits as the table that Jupyter shows."""
        from html import escape

        shown = ("rank", "score", "lat", "lon", "ground_size_m", "date", "tile_id", "source")
        head = "".join(f"<th>{name}</th>" for name in shown)
        rows = [
            [f"{v:.6g}" if isinstance(v, float) else escape(str(v)) for v in values]
            for values in ([getattr(hit, name) for name in shown] for hit in self)
        ]
        body = "".join("<tr>" + "".join(f"<td>{v}</td>" for v in row) + "</tr>" for row in rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        """The hits as a GeoJSON feature collection: ``geopandas.GeoDataFrame.from_features(hits, crs=4326)``."""
        features = [hit.__geo_interface__ for hit in self]
        return {"type": "FeatureCollection", "features": features}

    def to_file(self, path: PathLike) -> None:
        """Write the hits with their footprints (EPSG:4326); a file that is there is replaced.

        Args:
            path: ``.gpkg``, ``.geojson`` or ``.csv``.

        Raises:
            UserError: The ending is another one, or the file cannot be written.
        """
        from .index.hit_files import write_hits

        write_hits(Path(path), self)

    def to_geojson(self, path: PathLike | None = None) -> str:
        """Return the hits as the text of a GeoJSON file (RFC 7946), and write it to ``path`` if that is given.

        Raises:
            UserError: The file cannot be written.
        """
        from .index.files import replace_file
        from .index.hit_files import hits_as_geojson
        from .paths import check_folder

        content = hits_as_geojson(self)
        if path is not None:
            check_folder(Path(path).parent, Path(path))
            replace_file(Path(path), content)
        return content.decode("utf-8")


class Index:
    """A voice index, open to questions; :func:`open_index` and :func:`build_index` return it.

    As a context manager it lets go of its files in the end, which Windows demands before they are deleted.

    Attributes:
        path: Its folder.
        build_report: What :func:`build_index` has done; None if the index was only opened.
    """

    def __init__(
        self, path: Path, session: Session, build_report: BuildReport | None = None
    ) -> None:
        self.path = path
        self.build_report = build_report
        self._session = session

    def __enter__(self) -> Index:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<voice index {str(self.path)!r}>"

    def close(self) -> None:
        """Let go of the files of the index; the next question opens them again."""
        self._session.close_index(self.path)

    @property
    def info(self) -> IndexInfo:
        """What the index holds: tiles, rasters, sizes, dates, bounds, model.

        Examples:
            >>> index.info.ground_sizes_m
            (500.0,)
            >>> [source.name for source in index.info.sources]
            ['scene.tif']
        """
        from .application.inspection import index_info

        return index_info(self._session, IndexParams(str(self.path)), Task())

    def ask(
        self,
        text: str | None = None,
        *,
        file: PathLike | None = None,
        audio: NDArray[np.floating[Any] | np.signedinteger[Any]] | None = None,
        rate: int | None = None,
        like: int | tiles.Tile | None = None,
        place: Geometry | None = None,
        count: int = 20,
        threshold: float | None = None,
        area: Geometry | PathLike | None = None,
        since: Day | None = None,
        until: Day | None = None,
        sources: Iterable[str] = (),
        ground_sizes: Iterable[float] = (),
        merge: bool = True,
        exact: bool = False,
        per_source: int | None = None,
    ) -> Hits:
        """Find the places that look like what is asked for.

        Of ``text``, ``file``, ``audio``, ``like`` and ``place`` at least one is given; several are blended with
        equal weights. For other weights, and for answers of yes and no, see :meth:`search`.

        Examples:
            >>> hits = index.ask("a harbour with boats", count=5)
            >>> len(hits)
            5
            >>> index.ask(file=recording, threshold=0.5)[0].source
            'scene.tif'
            >>> west, south, east, north = index.info.bounds
            >>> half = shapely.box(west, south, (west + east) / 2, north)
            >>> all(hit.geometry.intersects(half) for hit in index.ask("a forest", area=half))
            True

        Args:
            text: An English phrase; upper and lower case are the same.
            file: A recorded question (WAV, FLAC, OGG, MP3), a picture (whatever GDAL reads; it need not be
                georeferenced), or a search profile (``.scrlprofile``).
            audio: A recorded question as samples, [n] or [n, channels]: floating point in [-1, 1], or signed integers
                of full scale; at most 30 s.
            rate: Samples per second of ``audio``.
            like: A hit or the id of a tile of this index: its like is looked for.
            place: A point (the smallest tile there) or a polygon (the tiles mostly in it), in EPSG:4326, as a geometry
                of shapely or GeoJSON: its like is looked for.
            count: Most hits wanted.
            threshold: Hits have at least this score; None: no threshold.
            area: Hits touch this area: a polygon of shapely or GeoJSON in EPSG:4326, or the path of a vector file in
                any CRS.
            since: Acquired then or later: a date, or ``"2015"``, ``"2015-06"``, ``"2015-06-30"``.
            until: Acquired then or earlier.
            sources: Only these rasters: names or paths, ``*`` and ``?`` stand for any characters.
            ground_sizes: Only tiles with these sides, in metres.
            merge: Of hits that show the same place only the best stays.
            exact: Compare with every tile, without Annoy.
            per_source: Most hits of each raster; None: no limit.

        Raises:
            UserError: The question or a filter cannot be understood, or the index cannot be read.
        """
        parts: list[QueryPart] = []
        if text is not None:
            parts.append(TextPart(text))
        if file is not None:
            parts.append(_file_part(Path(file)))
        if like is not None:
            parts.append(TilePart(like.tile_id if isinstance(like, tiles.Tile) else int(like)))
        if place is not None:
            parts.append(PlacePart(_geojson(place)))
        within = str(Path(area)) if isinstance(area, str | os.PathLike) else area
        filters = Filters(
            within if within is None or isinstance(within, str) else _geojson(within),
            None if since is None else str(since),
            None if until is None else str(until),
            tuple(sources),
            tuple(float(size) for size in ground_sizes),
        )

        def with_parts(*more: QueryPart) -> Query:
            return Query(
                (*parts, *more), filters, count, threshold, merge, exact, per_source=per_source
            )

        if audio is None:
            return self.search(with_parts())
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "question.wav"
            _write_sound(path, audio, rate)
            return self.search(with_parts(AudioPart(str(path))))

    def search(self, query: Query) -> Hits:
        """Ask a question that is data: weighted parts, filters, labels.

        Examples:
            >>> fields = scrl.Query(
            ...     (scrl.TextPart("a baseball field"), scrl.TextPart("trees", weight=-0.5)), k=3
            ... )
            >>> len(index.search(fields))
            3

        Raises:
            UserError: As :meth:`ask`.
        """
        from .application.search import search

        if not query.parts:
            raise NoQuery
        return Hits(search(self._session, SearchParams(str(self.path), query), Task()))

    def add(
        self,
        inputs: PathLike | Iterable[PathLike],
        *,
        options: SourceOptions = NO_OPTIONS,
        allow_large: bool = False,
        progress: ProgressCallback | None = None,
    ) -> BuildReport:
        """Add rasters to the index; parameters, warnings and errors as of :func:`build_index`."""
        from .application.build import add_to_index

        params = AddToIndexParams(str(self.path), _inputs(inputs), options, allow_large)
        return _warned(add_to_index(self._session, params, _Watched(progress)))


def open_index(path: PathLike, *, model: PathLike | None = None) -> Index:
    """Open a voice index.

    Examples:
        >>> with scrl.open_index(folder) as index:
        ...     hits = index.ask("white storage tanks", count=3)
        >>> len(hits)
        3

    Args:
        path: Its folder, ``NAME.scrl``.
        model: Folder of a model; None: the bundled one.

    Raises:
        UserError: There is no index, it is damaged, or another model has made it.
    """
    session = _session(model)
    folder = Path(path)
    session.open_index(folder)
    return Index(folder, session)


def build_index(
    path: PathLike,
    inputs: PathLike | Iterable[PathLike],
    *,
    ground_sizes: Sequence[float] = (),
    overlap: float = 0.0,
    options: SourceOptions = NO_OPTIONS,
    allow_large: bool = False,
    progress: ProgressCallback | None = None,
    model: PathLike | None = None,
) -> Index:
    """Build a voice index of rasters, or go on with a build that was interrupted.

    A raster that cannot be read is left out with a warning, and is in ``index.build_report.failed``.

    Examples:
        >>> built = scrl.build_index(new_folder, scene, ground_sizes=[1000])
        >>> built.build_report.tiles_in_index == built.info.tiles
        True

    Args:
        path: Folder of the index, ``NAME.scrl``; the folder that holds it must exist.
        inputs: Rasters: files, folders, patterns, addresses; one or several.
        ground_sizes: Sides of the tiles in metres; empty: one that suits the first raster.
        overlap: Share of the side that neighbouring tiles have in common, 0 to 0.9.
        options: What is to be said of the rasters: CRS, bands, date, empty pixels.
        allow_large: Whether to begin a build that takes more than a day, or more room than the disk has.
        progress: Called with the name of the stage, steps done and steps in all (0: unknown); what it raises stops the
            build, which the same call goes on with.
        model: Folder of a model; None: the bundled one.

    Raises:
        UserError: Nothing could be indexed, or the index cannot be written.
    """
    from .application.build import build_index as build

    session = _session(model)
    folder = Path(path)
    params = BuildIndexParams(
        str(folder),
        _inputs(inputs),
        tuple(float(size) for size in ground_sizes),
        overlap,
        options,
        allow_large,
    )
    return Index(folder, session, _warned(build(session, params, _Watched(progress))))


@functools.lru_cache(maxsize=2)
def _session_of(model: Path | None) -> Session:
    from .application.session import Session

    return Session(model)


def _session(model: PathLike | None) -> Session:
    """Return what all indexes of a model share."""
    return _session_of(None if model is None else Path(model).absolute())


class _Watched(Task):
    """Tells a callback of the progress."""

    def __init__(self, tell: ProgressCallback | None) -> None:
        self._tell = tell
        self._stage, self._done, self._total = "", 0, 0

    def start(self, stage: Stage | str, total: int, unit: Unit | str) -> None:
        """Begin a stage."""
        from .texts import STAGES

        self._stage = STAGES[stage] if isinstance(stage, Stage) else stage
        self._done, self._total = 0, total
        self._report()

    def advance(self, steps: int = 1) -> None:
        """Report steps as done."""
        self._done += steps
        self._report()

    def note(self, notice: Notice | str) -> None:
        """Log what is said in passing."""
        from .texts import text_of

        _log.info("%s", notice if isinstance(notice, str) else text_of(notice))

    def _report(self) -> None:
        if self._tell is not None:
            self._tell(self._stage, self._done, self._total)


def _warned(report: BuildReport) -> BuildReport:
    """Return the report, having warned of what is not in the index."""
    for failed in report.failed:
        warnings.warn(f"Left out {failed.source}: {error_of(failed.failure)}", stacklevel=3)
    return report


def _inputs(inputs: PathLike | Iterable[PathLike]) -> tuple[str, ...]:
    given = [inputs] if isinstance(inputs, str | os.PathLike) else inputs
    return tuple(os.fspath(each) for each in given)


def _geojson(geometry: Geometry) -> dict[str, Any]:
    """Return a geometry, or a feature with one, as GeoJSON."""
    found = geometry if isinstance(geometry, Mapping) else geometry.__geo_interface__
    return dict(found["geometry"] if found.get("type") == "Feature" else found)


def _file_part(path: Path) -> QueryPart:
    """Return what a file asks for: a profile and pictures are known by their endings."""
    from .imagery.formats import readable_suffixes
    from .model.profile import SUFFIX

    suffix = path.suffix.lower()
    if suffix == SUFFIX:
        return ProfilePart(str(path))
    return ImagePart(str(path)) if suffix in readable_suffixes() else AudioPart(str(path))


def _write_sound(path: Path, audio: NDArray[Any], rate: int | None) -> None:
    """Write samples as they are; whoever reads the file mixes, resamples and checks them.

    Raises:
        UsageError: They are no sound.
    """
    import numpy as np
    import soundfile

    if rate is None:
        raise UsageError(
            problem="Samples without a sample rate say nothing.",
            advice="Give it: ask(audio=samples, rate=16000).",
        )
    samples = np.asarray(audio)
    if samples.dtype.kind == "i":
        samples = samples / -float(np.iinfo(samples.dtype).min)
    if samples.dtype.kind != "f" or samples.ndim not in (1, 2) or not np.isfinite(samples).all():
        raise UsageError(
            problem=f"An array of {samples.dtype} with the shape {samples.shape} is no sound.",
            advice="Give finite numbers, floating point in [-1, 1] or signed integers, [n] or [n, channels].",
        )
    soundfile.write(path, samples.astype(np.float32), rate, format="WAV", subtype="FLOAT")
