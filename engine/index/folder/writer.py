"""The only writer of a voice index in a folder: every change is committed atomically."""

from __future__ import annotations

import contextlib
import dataclasses
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...contract.indexes import VerifyReport
from ...contract.notices import Stage, Unit
from ...errors import FolderNotWritable, IndexExists, IndexLocked, VoiceIndexError
from ...imagery.source import Source
from ...paths import exists, is_folder, writing
from ...progress import Progress
from ..files import TEMPORARY_SUFFIX, check_no_link, link_or_copy, remove_folder, sync_folder
from ..plan import NewSource, PlannedPart, SourceRecord, WorkRange
from ..rows import rows_of
from ..state import FORMAT_VERSION, IndexFile, PartEntry
from ..store import EmbeddedTiles, StoreInfo, StoreSettings
from .format import (
    INDEX_FILE,
    PARTS_FOLDER,
    read_index,
    write_index,
)
from .maintenance import (
    find_problems,
    groups_to_merge,
    repaired,
    replace_parts,
    with_new_layer,
    without_sources,
)
from .part import part_name, place_part, stage_part
from .transaction import LOCK_FILE, TILES_LAYER_FILE, WRITER_FILE, locked, sweep

#: In the folder of an index: the one that is to take its place, complete in itself.
SUCCESSOR_FOLDER = "successor"


@dataclass(frozen=True)
class StagedPart:
    """A part that has been written and has no name yet.

    Attributes:
        entry: What ``index.json`` is to say of it.
        folder: The name of its folder, beside the parts.
    """

    entry: PartEntry
    folder: str


@dataclass(frozen=True)
class FolderTarget:
    """The :class:`engine.index.store.PartTarget` of a folder: beside its parts, under temporary names.

    Attributes:
        parts: The folder of the parts.
        model_checksum: The model that makes the vectors.
        suffix: End of the temporary names, another one in each run. A job that outlives its run on another
            machine does no harm: the next writer removes what it makes.

    Every call writes under a name of its own: a job that was given to a second worker, because the first one
    seemed dead, cannot disturb what that one has written.
    """

    parts: Path
    model_checksum: str
    suffix: str

    def write(
        self, part: PlannedPart, tiles: EmbeddedTiles, sources: Sequence[SourceRecord]
    ) -> StagedPart:
        """Write a part; :meth:`FolderWriter.commit` gives it its name."""
        name = part_name(part.number)
        staging = self.parts / f"{name}-{uuid.uuid4().hex[:8]}{self.suffix}"
        by_number = {record.number: record for record in sources}
        entry = stage_part(
            staging,
            name,
            rows_of(tiles, by_number),
            tiles.vectors,
            by_number,
            part.work,
            self.model_checksum,
        )
        return StagedPart(entry, staging.name)

    def elsewhere(self, folder: Path) -> FolderTarget:
        """Return the same target in another folder, from which the parts are to be brought here."""
        return dataclasses.replace(self, parts=folder)

    def staging(self, name: str) -> Path:
        """Return where a part is until it has its name."""
        return self.parts / (name + self.suffix)


class FolderWriter:
    """The :class:`engine.index.store.VectorStoreWriter` of a folder that has been locked."""

    def __init__(self, path: Path, index: IndexFile) -> None:
        self.path = path
        self._index = index
        suffix = f"-{uuid.uuid4().hex[:8]}{TEMPORARY_SUFFIX}"
        self.target = FolderTarget(path / PARTS_FOLDER, index.model_checksum, suffix)

    @property
    def info(self) -> StoreInfo:
        """Description of the index as of the last commit."""
        return self._index.info(self.path)

    def plan(
        self,
        added: Sequence[NewSource] = (),
        replaced: frozenset[int] = frozenset(),
        postponed: frozenset[int] = frozenset(),
    ) -> tuple[PlannedPart, ...]:
        """Write down new sources, and plan the parts to be made."""
        index = self._index
        if replaced:
            index = without_sources(self.path, index, replaced)
        if added:
            index = index.with_sources(added)
        if index is not self._index:
            self._commit(index)
        return index.planned_parts(postponed)

    def commit(self, part: PlannedPart, written: StagedPart | None) -> None:
        """Give a part its name, in ``parts/`` and in ``index.json``."""
        if written is None:
            self._commit(self._index.with_part(part, None))
            return
        place_part(self.target.parts / written.folder, written.entry.name)
        for other in self.target.parts.glob(f"{written.entry.name}-*{self.target.suffix}"):
            remove_folder(other)  # of a worker that seemed dead
        self._commit(self._index.with_part(part, written.entry))

    @property
    def index(self) -> IndexFile:
        """The state as of the last commit."""
        return self._index

    def begin_copy(self, index: IndexFile, parts: tuple[PartEntry, ...]) -> None:
        """Say what another index says, with those of its parts that are here already."""
        numbers = dataclasses.replace(index.next, part=max(index.next.part, self._index.next.part))
        self._commit(dataclasses.replace(index, parts=parts, next=numbers))

    def copy_part(self, tiles: EmbeddedTiles, work: Sequence[WorkRange]) -> None:
        """Write and commit a part of the index that is copied."""
        part = PlannedPart(self._index.next.part, tuple(work))
        self.commit(part, self.target.write(part, tiles, self._index.sources))

    def remove_sources(self, numbers: frozenset[int]) -> None:
        """Take sources and their tiles out of the index."""
        self._commit(without_sources(self.path, self._index, numbers))

    def relocate(
        self, sources: Mapping[int, Source], inputs: tuple[str, ...], progress: Progress
    ) -> None:
        """Give sources other addresses; their parts are written again, for the layer of footprints names them.

        Raises:
            IndexDamaged, DiskFull, FolderNotWritable, Cancelled: The old state stays.
        """
        index = self._index.relocated(sources, inputs)
        entries = [e for e in index.parts if any(w.source in sources for w in e.work)]
        progress.start(Stage.WRITING_FOOTPRINTS, len(entries), Unit.PART)
        for entry in entries:
            progress.check_cancelled()
            index = with_new_layer(self.path, index, entry)
            progress.advance()
        self._commit(index)

    def compact(self, progress: Progress) -> None:
        """Merge small parts, with a commit after each merger."""
        groups = groups_to_merge(self.path, self._index)
        progress.start(Stage.MERGING_PARTS, sum(map(len, groups)), Unit.PART)
        for group in groups:
            progress.check_cancelled()
            self._commit(replace_parts(self.path, self._index, group))
            progress.advance(len(group))

    @contextlib.contextmanager
    def successor(self, settings: StoreSettings) -> Iterator[FolderWriter]:
        """Be the only writer of a second index, in a folder of this one."""
        path = self.path / SUCCESSOR_FOLDER
        check_no_link(path)
        try:
            _state(path, settings)
        except VoiceIndexError:  # of another model still, or damaged
            with writing(path):
                remove_folder(path)
        with folder_writer(path, settings) as writer:
            yield writer

    def succeed(self) -> None:
        """Link the parts of the successor into this folder, then replace ``index.json``.

        Whoever is killed before that leaves parts that the next writer removes, and the successor as it was.
        """
        following = read_index(self.path / SUCCESSOR_FOLDER)
        parts = []
        for number, entry in enumerate(following.parts, self._index.next.part):
            name = part_name(number)
            staging = self.target.staging(name)
            with writing(staging.with_name(name)):
                remove_folder(staging)
                staging.mkdir(parents=True)
                for file in (self.path / SUCCESSOR_FOLDER / PARTS_FOLDER / entry.name).iterdir():
                    link_or_copy(file, staging / file.name)
                sync_folder(staging)
            place_part(staging, name)
            parts.append(dataclasses.replace(entry, name=name))
        numbers = dataclasses.replace(following.next, part=self._index.next.part + len(parts))
        self._commit(dataclasses.replace(following, parts=tuple(parts), next=numbers))
        remove_folder(self.path / SUCCESSOR_FOLDER)

    def repair(self, progress: Progress) -> VerifyReport:
        """Verify; write damaged parts again whose vectors are sound, drop the others."""
        index = self._index
        problems = find_problems(self.path, index, progress)
        if problems:
            self._commit(repaired(self.path, index, problems))
        return VerifyReport(len(index.parts), index.rows, problems, bool(problems))

    def _commit(self, index: IndexFile) -> None:
        """Make ``index`` the state of the index, then tidy up behind it."""
        # The new parts are in today's format, whichever the index began with.
        index = dataclasses.replace(index, format_version=FORMAT_VERSION)
        write_index(self.path, index)
        self._index = index
        sweep(self.path, index, self.target.suffix)


@contextlib.contextmanager
def folder_writer(path: Path, settings: StoreSettings | None) -> Iterator[FolderWriter]:
    """Be the only writer of the index in the folder ``path``; see :meth:`engine.index.store.Backend.write`."""
    # Before the lock, which would leave its file in a folder that is not a voice index.
    _state(path, settings)
    made = not exists(path)
    with writing(path):
        path.mkdir(parents=True, exist_ok=True)
    try:
        with locked(path):
            index = _state(path, settings)
            sweep(path, index if exists(path / INDEX_FILE) else None)
            yield FolderWriter(path, index)
    except IndexLocked:
        made = False  # Another process was quicker: the folder and the lock in it are its own.
        raise
    finally:
        if made and not exists(path / INDEX_FILE):
            # No index was written: leave no empty folder behind.
            with contextlib.suppress(OSError):
                (path / LOCK_FILE).unlink(missing_ok=True)
                path.rmdir()


def _state(path: Path, settings: StoreSettings | None) -> IndexFile:
    """Return the index that is to be continued, or a new one; raises as :func:`folder_writer`."""
    if settings is None:
        return read_index(path)
    if exists(path) and not is_folder(path):
        raise FolderNotWritable(path=path, reason="a file of that name already exists")
    if exists(path / INDEX_FILE):
        found = read_index(path)
        differences = found.info(path).settings.differences(settings)
        if differences:
            raise IndexExists(path=path, difference=differences)
        return found
    ours = {PARTS_FOLDER, LOCK_FILE, WRITER_FILE, TILES_LAYER_FILE}
    with writing(path):
        strange = [
            item.name
            for item in (path.iterdir() if is_folder(path) else ())
            if item.name not in ours and item.suffix != TEMPORARY_SUFFIX
        ]
    if strange:
        raise IndexExists(path=path, difference=f"it contains {min(strange)}")
    return IndexFile.begin(settings)
