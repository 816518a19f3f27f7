"""Imagery that lies elsewhere than when it was indexed: recognised, and its new place written down."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from ..contract.indexes import RelocatedSource, RelocateReport, SourceFailure
from ..contract.notices import Stage, Unit
from ..errors import ImageryError, SourceDiffers, SourceMoved, UnknownSource
from ..imagery.proj_data import coordinate_system
from ..imagery.reader import read_tiles
from ..imagery.source import Source, describe_source
from ..imagery.source_uris import local_path, same_raster, source_name
from ..imagery.tiling import TileSpec
from ..paths import exists, expanded
from ..progress import Progress
from .part_jobs import TileEncoder
from .plan import SourceRecord
from .store import StoreInfo, VectorStore, check_model, open_store, open_writer

#: So many tiles of a source are embedded again and compared.
_COMPARED_TILES = 8
#: Of so many planned tiles those are chosen that the index holds.
_CANDIDATES = 1024
#: The same pixels give this cosine similarity at least, on whatever computer.
_SAME = 0.98
#: What a source is at its new place is what it was: only its address and the stamps of its files are new.
_KEPT = (
    "crs_wkt", "transform", "width", "height", "bands", "stretch", "date", "pixel_size_m", "empty", "decisions",
)  # fmt: skip


def relocate(
    uri: str | Path, old: str, new: str, encoder: TileEncoder, progress: Progress | None = None
) -> RelocateReport:
    """Replace the beginning of the paths of an index's sources, where the raster there is the one that was indexed.

    Compared are size, position and some tiles, which are embedded again. A source that cannot be found, or differs,
    keeps its old path.

    Args:
        uri: ``NAME.scrl``.
        old: A drive, a folder, the beginning of an address, or the whole path of one source.
        new: What takes its place.
        encoder: The model.
        progress: Told of every source.

    Raises:
        UnknownSource: No source lies there.
        IndexOfAnotherModel: Its tiles cannot be compared with this model.
        IndexMissing, IndexUnreadable, IndexFormatTooNew, IndexDamaged, IndexLocked, DiskFull, FolderNotWritable,
        Cancelled: Nothing has changed.
    """
    progress = progress or Progress()
    with open_writer(uri) as writer:
        info = writer.info
        check_model(info, encoder.checksum)
        old, places = _new_places(info, old, new)
        store = open_store(uri)
        taken = {same_raster(record.source.uri): record.number for record in info.sources}
        found: dict[int, Source] = {}
        failed: list[SourceFailure] = []
        progress.start(Stage.READING_SOURCES, len(places), Unit.SOURCE)
        for record, place in places:
            progress.check_cancelled()
            try:
                if taken.get(same_raster(place), record.number) != record.number:
                    difference = "the index holds the raster there as another one"
                    raise _differs(record, place, difference)
                found[record.number] = _source_at(place, record, store, encoder)
            except ImageryError as error:
                failed.append(SourceFailure(record.source.uri, error.notice()))
            progress.advance()
        if found:
            inputs = (moved_path(name, old, new) or name for name in info.settings.inputs)
            writer.relocate(found, tuple(sorted(inputs)), progress)
    relocated = (
        RelocatedSource(record.source.uri, place)
        for record, place in places
        if record.number in found
    )
    return RelocateReport(tuple(relocated), tuple(failed))


def moved_path(uri: str, old: str, new: str) -> str | None:
    """Return an address whose beginning ``old`` has become ``new``; None if it begins otherwise.

    The beginning ends where a folder's name ends. Before it, a driver of GDAL's may be named: ``GPKG:/data/a.gpkg:t``.
    """
    folders = re.split(r"[/\\]", old.rstrip("/\\"))
    pattern = r"[/\\]".join(map(re.escape, folders))
    # Drives and shares of Windows are the same in capitals.
    windows = re.match(r"[A-Za-z]:$|$", folders[0]) and (folders[0] or "\\" in old)
    match = re.match(
        rf"(?P<driver>(?:[A-Za-z][A-Za-z0-9_]+:(?!//)|/vsi\w+(?:/|(?=/vsi)))*\"?){pattern}(?P<rest>$|[/\\:\"].*)",
        uri,
        re.DOTALL | (re.IGNORECASE if windows else 0),
    )
    if match is None:
        return None
    rest = match["rest"]
    if "\\" in rest and "/" in new and "\\" not in new:
        rest = rest.replace("\\", "/")
    return match["driver"] + new.rstrip("/\\") + rest


def lost_sources(info: StoreInfo) -> dict[str, list[SourceRecord]]:
    """Return the sources of an index that no longer are where they were, by file name."""
    lost: dict[str, list[SourceRecord]] = {}
    for record in info.sources:
        path = local_path(record.source.uri)
        if path is not None and not exists(path):
            lost.setdefault(record.source.name, []).append(record)
    return lost


def moved_from(
    uri: str, index: str, lost: Mapping[str, Sequence[SourceRecord]]
) -> SourceMoved | None:
    """Return the failure to add a raster that an index holds already, under a path where it no longer is.

    It is compared as it was understood when it was indexed: the CRS may be one that the user gave.

    Args:
        uri: The raster to add.
        index: The index, for the message.
        lost: As of :func:`lost_sources`.
    """
    now = local_path(uri)
    if now is None:
        return None
    for record in lost.get(source_name(uri), ()):
        try:
            found = describe_source(uri, record.options)
        except ImageryError:
            continue
        if not _difference(record.source, found):
            old, new = _changed_beginning(str(local_path(record.source.uri)), str(now))
            return SourceMoved(source=uri, index=index, old=old, new=new)
    return None


def _new_places(info: StoreInfo, old: str, new: str) -> tuple[str, list[tuple[SourceRecord, str]]]:
    """Return how the old paths begin, and the sources that lie there with their new addresses.

    Raises:
        UnknownSource: There is none.
    """
    if "://" not in new and not new.startswith("/vsi"):
        new = os.path.abspath(expanded(new))  # noqa: PTH100 (links stay links)
    # As it is written in the index; else as the terminal means it.
    for begin in (old, os.path.abspath(expanded(old))):  # noqa: PTH100
        places = [
            (record, place)
            for record in info.sources
            if (place := moved_path(record.source.uri, begin, new)) is not None
        ]
        if places:
            return begin, places
    raise UnknownSource(source=old, index=info.uri)


def _source_at(
    place: str, record: SourceRecord, store: VectorStore, encoder: TileEncoder
) -> Source:
    """Return a source at its new place.

    Raises:
        ImageryError: It is not there, or another raster is.
    """
    described = describe_source(place, record.options)
    difference = _difference(record.source, described)
    if difference:
        raise _differs(record, place, difference)
    kept = {name: getattr(record.source, name) for name in _KEPT}
    source = dataclasses.replace(described, **kept)
    if not _shows_the_same(source, record, store, encoder):
        raise _differs(record, place, "its pixels are others than those that were indexed")
    return source


def _difference(known: Source, found: Source) -> str:
    """Return in what size and position of two rasters differ, as the end of a sentence; nothing if they do not."""
    if (known.width, known.height) != (found.width, found.height):
        return f"it has {found.width} x {found.height} pixels, not {known.width} x {known.height}"
    step = 1e-6 * max(map(abs, (*known.transform[:2], *known.transform[3:5])))
    shift = np.abs(np.subtract(known.transform, found.transform))
    corner_shift = shift @ [known.width, known.height, 1, known.width, known.height, 1]
    if corner_shift > max(step, 1e-12 * max(map(abs, known.transform))):
        return "it lies elsewhere, or has pixels of another size"
    if known.crs_wkt != found.crs_wkt and coordinate_system(known.crs_wkt) != coordinate_system(
        found.crs_wkt
    ):
        return "it has another CRS"
    return ""


def _shows_the_same(
    source: Source, record: SourceRecord, store: VectorStore, encoder: TileEncoder
) -> bool:
    """Embed some tiles again, and tell whether they are what the index holds."""
    spec: TileSpec = store.info.settings.tile_spec
    some = np.unique(
        np.linspace(0, record.planned_tiles - 1, min(_CANDIDATES, record.planned_tiles)).astype(int)
    )
    held = [
        tile_id
        for table in store.items((record.first_tile_id + some).tolist())
        for tile_id in table.columns["tile_id"].tolist()
    ]
    chosen = sorted(held)[:: max(1, len(held) // _COMPARED_TILES)][:_COMPARED_TILES]
    for tile_id in chosen:
        number = tile_id - record.first_tile_id
        batches = list(read_tiles(source, spec, number, number + 1))
        if not batches:
            return False  # empty, where something was shown
        vector = encoder.encode_images(batches[0].images)[0]
        if float(vector @ store.vectors([tile_id])[0]) < _SAME * float(np.linalg.norm(vector)):
            return False
    return True


def _differs(record: SourceRecord, place: str, difference: str) -> SourceDiffers:
    return SourceDiffers(path=place, source=record.source.uri, difference=difference)


def _changed_beginning(old: str, new: str) -> tuple[str, str]:
    """Return two paths without the folders at their ends that are the same."""
    before, now = Path(old), Path(new)
    while before.name and before.name == now.name:
        before, now = before.parent, now.parent
    return str(before), str(now)
