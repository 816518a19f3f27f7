"""What each method of the wire does, on top of the engine's own functions.

Every method takes its parameters and a :class:`Task` and returns what ``docs/protocol.md`` says.
Methods run in threads of their own, several at once; what they share is guarded here.
"""

from __future__ import annotations

import collections
import contextlib
import dataclasses
import logging
import os
import platform
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from . import __version__
from . import protocol as wire
from .capabilities import ModelIdentity, capabilities, model_identity
from .errors import (
    IndexBusy,
    IndexMissing,
    MicrophoneBusy,
    NoQuery,
    UserError,
)
from .paths import check_folder, exists
from .progress import Progress

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .audio.microphone import Microphone
    from .audio.recording import Recording, Samples
    from .imagery.source import Source, SourceOptions
    from .index.builder import BuildReport
    from .index.filters import Area
    from .index.search import Hit, VoiceIndex
    from .model.checkpoint import ScrlModel

#: Tiles embedded between two looks at whether to stop: less than a second's work on a laptop.
BATCH_SIZE = 32
#: Tiles in a part of a new index: what is searched while a build runs grows by as many.
PART_TILES = 2048
#: From so many parts on, a finished build merges them, so that searches open fewer files.
MERGE_FROM = 8
#: Peaks of 20 ms of sound go into a level message.
PEAK_SAMPLES = 320
MOST_PEAKS = 200
PHRASES = 5
#: Bytes of one tile on disk beside its vector: its row and its footprint.
ROW_BYTES = 460
#: And with trees, which hold the vector again as float32: its share of the branches.
BRANCH_BYTES = 360
_OPEN_INDEXES = 4
_HEARD_RECORDINGS = 32

_log = logging.getLogger(__name__)


class Task(Progress, Protocol):
    """The request that a method works for: its progress, and the wishes of whoever asked."""

    @property
    def is_cancelled(self) -> bool:
        """Whether it has been cancelled."""

    @property
    def stop_wanted(self) -> bool:
        """Whether a recording is to stop and take what has been said."""

    def level(self, level_dbfs: float, peaks: Sequence[float], state: str, left: float) -> None:
        """Tell what the microphone hears."""


@dataclass(frozen=True)
class Method:
    """How a method is called.

    Attributes:
        params: The dataclass of its parameters.
        run: What it does.
    """

    params: type[Any]
    run: Callable[[Any, Task], Any]


@dataclass(frozen=True)
class _Heard:
    """A recording that has been checked already: the whole and the speech in it."""

    whole: Recording
    speech: Recording


class Methods:
    """All methods, and what they keep between two requests: the model, open indexes, recordings."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._model_lock = threading.Lock()
        self._model: ScrlModel | None = None
        self._indexes: collections.OrderedDict[str, tuple[tuple[int, int, int], VoiceIndex]] = (
            collections.OrderedDict()
        )
        self._writers: dict[str, Task] = {}
        self._heard: collections.OrderedDict[tuple[str, int, int], _Heard] = (
            collections.OrderedDict()
        )
        self._recording = threading.Lock()
        self._microphones: list[Microphone] | None = None
        self._tiles_per_second: float | None = None

    def table(self) -> dict[str, Method]:
        """Return the methods under their names on the wire."""
        return {
            "initialize": Method(wire.InitializeParams, self.initialize),
            "warm_up": Method(wire.NoParams, self.warm_up),
            "describe_sources": Method(wire.DescribeSourcesParams, self.describe_sources),
            "estimate_build": Method(wire.EstimateBuildParams, self.estimate_build),
            "build_index": Method(wire.BuildIndexParams, self.build_index),
            "add_to_index": Method(wire.AddToIndexParams, self.add_to_index),
            "resume_build": Method(wire.IndexParams, self.resume_build),
            "index_info": Method(wire.IndexParams, self.index_info),
            "verify_index": Method(wire.VerifyIndexParams, self.verify_index),
            "compact_index": Method(wire.IndexParams, self.compact_index),
            "remove_source": Method(wire.RemoveSourceParams, self.remove_source),
            "list_microphones": Method(wire.NoParams, self.list_microphones),
            "record": Method(wire.RecordParams, self.record),
            "test_microphone": Method(wire.TestMicrophoneParams, self.test_microphone),
            "read_recording": Method(wire.ReadRecordingParams, self.read_recording),
            "search": Method(wire.SearchParams, self.search),
            "thumbnails": Method(wire.ThumbnailsParams, self.thumbnails),
            "write_footprints": Method(wire.WriteFootprintsParams, self.write_footprints),
            "diagnostics": Method(wire.NoParams, self.diagnostics),
        }

    # --- the engine itself ------------------------------------------------------------------------

    def initialize(self, params: wire.InitializeParams, _task: Task) -> Any:
        """Say who the engine is.

        Raises:
            ProtocolMismatch: The plugin speaks another protocol.
        """
        if params.protocol != wire.PROTOCOL:
            raise wire.ProtocolMismatch(known=wire.PROTOCOL, asked=params.protocol)
        return {
            "protocol": wire.PROTOCOL,
            "engine": __version__,
            "python": platform.python_version(),
            "process": os.getpid(),
            "model": model_identity(),
            "capabilities": capabilities(),
        }

    def warm_up(self, _params: wire.NoParams, task: Task) -> Any:
        """Load everything that the first question needs, and ask a test question."""
        began = time.monotonic()
        model = self._load_model()
        task.check_cancelled()
        from .audio.speech import EndOfSpeech, find_speech
        from .imagery.proj_data import check_proj_data
        from .index import geometry, hit_files, search  # noqa: F401 (so that the first search need not)

        # An environment that cannot place anything on the map is not ready, whatever else it can.
        check_proj_data()
        sound = (0.1 * np.sin(np.arange(16_000) / 5)).astype(np.float32)
        find_speech(sound)
        EndOfSpeech().feed(sound[:1600])
        task.check_cancelled()
        model.encode_voice(sound)
        model.encode_images(np.zeros((1, model.tile_pixels, model.tile_pixels, 3), dtype=np.uint8))
        return {"seconds": time.monotonic() - began}

    def diagnostics(self, _params: wire.NoParams, task: Task) -> Any:
        """Return the page for a bug report."""
        from .doctor import run_checks

        task.start("Looking at the installation", 0, "check")
        checks = run_checks()
        width = max(len(check.topic) for check in checks)
        lines = [
            f"{'ok' if c.ok else '!!'} {c.topic:<{width}}  {c.value}  {c.next_step}".rstrip()
            for c in checks
        ]
        return {"checks": checks, "text": "\n".join(lines)}

    def _load_model(self) -> ScrlModel:
        with self._model_lock:
            if self._model is None:
                from .model.checkpoint import load_model

                self._model = load_model()
            return self._model

    def _identity(self) -> ModelIdentity:
        """Return the model's identity, without loading it.

        Raises:
            ModelMissing, ModelDamaged: There is no model to load.
        """
        found = model_identity()
        if found is None:
            model = self._load_model()
            found = ModelIdentity(
                model.config.name, model.checksum, model.embedding_size, model.tile_pixels
            )
        return found

    # --- imagery ----------------------------------------------------------------------------------

    def describe_sources(self, params: wire.DescribeSourcesParams, task: Task) -> Any:
        """Look at rasters before they are indexed."""
        from .imagery.tiling import default_ground_size
        from .index.maintenance import crs_name

        sources, failed = _look_at(params.inputs, _options(params.options), task)
        return {
            "sources": [
                {
                    "uri": source.uri,
                    "name": source.name,
                    "crs": crs_name(source.crs_wkt),
                    "width": source.width,
                    "height": source.height,
                    "pixel_size_m": source.pixel_size_m,
                    "date": source.date,
                    "bounds": source.bounds_4326,
                    "suggested_ground_size_m": default_ground_size(source),
                }
                for source in sources
            ],
            "failed": _failures(failed),
        }

    def estimate_build(self, params: wire.EstimateBuildParams, task: Task) -> Any:
        """Say how many tiles a build will have, and about how long it takes."""
        from .imagery.tiling import TileGrid, TileSpec

        identity = self._identity()
        spec = TileSpec(
            tuple(sorted(set(params.ground_sizes_m))),
            overlap=params.overlap,
            pixels=identity.tile_pixels,
        )
        sources, failed = _look_at(params.inputs, _options(params.options), task)
        tiles = 0
        for source in sources:
            task.check_cancelled()
            try:
                tiles += len(TileGrid(source, spec))
            except UserError as error:
                failed.append((source.uri, error))
        rate = self._pace(task)
        return {
            "tiles": tiles,
            "seconds": tiles / rate,
            "bytes": tiles * _bytes_per_tile(identity.embedding_size),
            "failed": _failures(failed),
        }

    def _pace(self, task: Task) -> float:
        """Return tiles a second: of the last build, else as the image encoder alone makes them."""
        if self._tiles_per_second is None:
            model = self._load_model()
            task.check_cancelled()
            images = np.zeros((8, model.tile_pixels, model.tile_pixels, 3), dtype=np.uint8)
            spent = []
            for _ in range(3):  # The first one warms up; of the others, the quieter moment counts.
                task.check_cancelled()
                began = time.perf_counter()
                model.encode_images(images)
                spent.append(time.perf_counter() - began)
            # Reading goes on beside it, but takes its share of the machine.
            self._tiles_per_second = len(images) / (1.3 * min(spent))
        return self._tiles_per_second

    # --- voice indexes ----------------------------------------------------------------------------

    def build_index(self, params: wire.BuildIndexParams, task: Task) -> Any:
        """Build a voice index; goes on where an interrupted build of the same stopped."""
        from .imagery.tiling import TileSpec
        from .index.builder import build_index
        from .index.format import read_index

        check_folder(params.index.parent, params.index)
        with self._writing(params.index, task):
            model = self._load_for(task)
            spec = TileSpec(
                tuple(sorted(set(params.ground_sizes_m))),
                overlap=params.overlap,
                pixels=model.tile_pixels,
            )
            try:
                part_tiles = read_index(params.index).part_tiles
            except IndexMissing:
                part_tiles = PART_TILES
            report = build_index(
                params.index,
                params.inputs,
                model,
                spec,
                _options(params.options),
                part_tiles=part_tiles,
                batch_size=BATCH_SIZE,
                progress=task,
            )
            return self._report(params.index, report, task)

    def add_to_index(self, params: wire.AddToIndexParams, task: Task) -> Any:
        """Add rasters to a voice index."""
        return self._add(params.index, params.inputs, _options(params.options), task)

    def resume_build(self, params: wire.IndexParams, task: Task) -> Any:
        """Go on with what an interrupted build or add has left."""
        from .imagery.source import SourceOptions
        from .index.builder import BuildReport
        from .index.format import read_index

        index = read_index(params.index)
        unfinished = {work.source for work in index.pending_work()}
        uris = [r.source.uri for r in index.sources if r.number in unfinished]
        if not uris:
            nothing = BuildReport(0, 0, 0, (), 0.0, (), ())
            return self._report(params.index, nothing, task)
        return self._add(params.index, uris, SourceOptions(), task)

    def _add(
        self, index: Path, inputs: Sequence[str], options: SourceOptions, task: Task
    ) -> dict[str, Any]:
        from .index.builder import add_to_index
        from .index.format import read_index

        read_index(index)  # A folder that is no index is told before the model is loaded.
        with self._writing(index, task):
            report = add_to_index(
                index, inputs, self._load_for(task), options, batch_size=BATCH_SIZE, progress=task
            )
            return self._report(index, report, task)

    def _load_for(self, task: Task) -> ScrlModel:
        if self._model is None:
            task.start("Loading the model", 0, "model")
        model = self._load_model()
        task.check_cancelled()
        return model

    def _report(self, index: Path, report: BuildReport, task: Task) -> dict[str, Any]:
        """Return what a build did, and merge its small parts where there are many.

        Raises:
            UserError: No index came of it; the failure of the first source.
        """
        from .index.format import INDEX_FILE, read_index
        from .index.maintenance import compact_index

        if report.tiles >= 256 and report.seconds > 0:
            self._tiles_per_second = report.tiles / report.seconds
        if report.failed and not exists(index / INDEX_FILE):
            # Nothing could be read: why is more to the point than that there is no index.
            raise report.failed[0][1]
        state = read_index(index)
        if len(state.parts) >= MERGE_FROM and report.parts and not task.is_cancelled:
            compact_index(index, task)
        document = {field.name: getattr(report, field.name) for field in dataclasses.fields(report)}
        return {**document, "failed": _failures(report.failed), "tiles_in_index": state.rows}

    def index_info(self, params: wire.IndexParams, _task: Task) -> Any:
        """Say what a voice index holds."""
        from .index.format import FORMAT_VERSION
        from .index.maintenance import index_info

        info = index_info(params.index)
        identity = model_identity()
        matches = identity is not None and identity.checksum == info.model_checksum
        if matches:
            # Whoever asks about an index will soon ask it something.
            threading.Thread(target=self._prepare, args=(params.index,), daemon=True).start()
        return {
            **wire.plain(info),
            "format_version": FORMAT_VERSION,
            "model_matches": matches,
        }

    def _prepare(self, path: Path) -> None:
        """Open an index and check it as a search would, so that the first one need not."""
        from .index.search import SEARCH_K

        try:
            for part in self._open(path).parts:
                if part.trees() is None or part.entry.rows <= SEARCH_K:
                    part.check_vectors()
        except UserError as error:
            # The search will tell it, to somebody who listens.
            _log.debug("%s cannot be prepared: %s", path, error)

    def verify_index(self, params: wire.VerifyIndexParams, task: Task) -> Any:
        """Compare a voice index with its checksums."""
        from .index.maintenance import verify_index

        if not params.repair:
            return verify_index(params.index, False, task)
        with self._writing(params.index, task):
            return verify_index(params.index, True, task)

    def compact_index(self, params: wire.IndexParams, task: Task) -> Any:
        """Merge small parts."""
        from .index.maintenance import compact_index

        with self._writing(params.index, task):
            return compact_index(params.index, task)

    def remove_source(self, params: wire.RemoveSourceParams, task: Task) -> None:
        """Take a raster out of a voice index."""
        from .index.maintenance import remove_source

        with self._writing(params.index, task):
            remove_source(params.index, params.source, task)

    def write_footprints(self, params: wire.WriteFootprintsParams, task: Task) -> Any:
        """Write all footprints into a GeoPackage."""
        from .index.search import VoiceIndex
        from .index.tiles_layer import write_tiles_layer

        tiles = write_tiles_layer(params.out, VoiceIndex.open(params.index), task)
        return {"path": params.out, "tiles": tiles}

    @contextlib.contextmanager
    def _writing(self, index: Path, task: Task) -> Iterator[None]:
        """Be the only request that writes an index.

        A request that has been cancelled may still be at its last batch: it is waited for.

        Raises:
            IndexBusy: Another request is writing it.
        """
        key = os.path.realpath(index)
        while True:
            with self._lock:
                other = self._writers.get(key)
                if other is None:
                    self._writers[key] = task
                    break
            if not other.is_cancelled:
                raise IndexBusy(path=index)
            task.check_cancelled()
            time.sleep(0.02)
        try:
            yield
        finally:
            with self._lock:
                del self._writers[key]
                # Its files are let go: Windows removes none that is mapped.
                self._indexes.pop(key, None)

    def _open(self, path: Path) -> VoiceIndex:
        """Return an index open for search; kept open until its ``index.json`` changes.

        Raises:
            IndexMissing, IndexUnreadable, IndexFormatTooNew, IndexDamaged, IndexOfAnotherModel.
        """
        from .index.format import INDEX_FILE
        from .index.search import VoiceIndex

        key = os.path.realpath(path)
        try:
            found = (path / INDEX_FILE).stat()
        except OSError as error:
            with self._lock:
                self._indexes.pop(key, None)
            raise IndexMissing(path=path) from error
        stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
        with self._lock:
            known = self._indexes.get(key)
            if known is not None and known[0] == stamp:
                self._indexes.move_to_end(key)
                return known[1]
        index = VoiceIndex.open(path, self._identity().checksum)
        with self._lock:
            self._indexes[key] = (stamp, index)
            self._indexes.move_to_end(key)
            while len(self._indexes) > _OPEN_INDEXES:
                self._indexes.popitem(last=False)
        return index

    # --- sound ------------------------------------------------------------------------------------

    def list_microphones(self, _params: wire.NoParams, _task: Task) -> Any:
        """List the microphones; while one is recording, those of the last time."""
        from .audio.microphone import list_microphones

        if self._recording.acquire(blocking=self._microphones is None):
            try:
                self._microphones = list_microphones()
            finally:
                self._recording.release()
        return {
            "microphones": [
                {
                    "index": m.index,
                    "name": m.name,
                    "is_default": m.is_default,
                    "default_rate": m.default_rate,
                }
                for m in self._microphones or ()
            ]
        }

    def record(self, params: wire.RecordParams, task: Task) -> Any:
        """Record one spoken question into a file."""
        from .audio.microphone import record
        from .audio.recording import write_recording

        check_folder(params.save.parent, params.save)
        meter = _Meter(task)
        with self._microphone(task):
            recording = record(
                params.device,
                on_level=meter.on_level,
                should_stop=lambda: task.stop_wanted,
                hold=params.hold,
                on_sound=meter.on_sound,
            )
        heard = _check(recording)
        write_recording(params.save, recording)
        self._remember(params.save, heard)
        return {"path": params.save, **_description(heard)}

    def test_microphone(self, params: wire.TestMicrophoneParams, task: Task) -> Any:
        """Listen for some seconds and say how the microphone is heard."""
        from .audio.microphone import listen
        from .audio.speech import find_speech, peak_dbfs, without_offset

        meter = _Meter(task)
        with self._microphone(task):
            heard = listen(
                max(0.5, min(30.0, params.seconds)),
                params.device,
                on_level=meter.on_level,
                should_stop=lambda: task.stop_wanted,
                on_sound=meter.on_sound,
            )
        samples = without_offset(heard.samples)
        peak = peak_dbfs(samples)
        speech = len(samples) > 0 and peak > -60.0 and find_speech(samples) is not None
        return {"peak_dbfs": peak, "speech": speech, "verdict": _verdict(peak, speech)}

    def read_recording(self, params: wire.ReadRecordingParams, _task: Task) -> Any:
        """Check that a file is a question."""
        return _description(self._hear(params.path, {}))

    @contextlib.contextmanager
    def _microphone(self, task: Task) -> Iterator[None]:
        """Be the only request that records; one that was cancelled is waited for.

        Raises:
            MicrophoneBusy: Another request records.
        """
        deadline = time.monotonic() + 3.0
        while not self._recording.acquire(timeout=0.05):
            task.check_cancelled()
            if time.monotonic() > deadline:
                raise MicrophoneBusy
        try:
            yield
        finally:
            self._recording.release()

    def _hear(self, path: Path, timings: dict[str, float]) -> _Heard:
        """Read and check a recording, unless that has been done already.

        Raises:
            NotAudio, RecordingTooLong, SilentRecording, NoSpeech: It is no question.
        """
        from .audio.recording import read_recording

        key = _stamp(path)
        if key is not None:
            with self._lock:
                known = self._heard.get(key)
            if known is not None:
                return known
        with _timed(timings, "read"):
            recording = read_recording(path)
        with _timed(timings, "speech_check"):
            heard = _check(recording)
        self._remember(path, heard)
        return heard

    def _remember(self, path: Path, heard: _Heard) -> None:
        key = _stamp(path)
        if key is None:
            return
        with self._lock:
            self._heard[key] = heard
            while len(self._heard) > _HEARD_RECORDINGS:
                self._heard.popitem(last=False)

    # --- search -----------------------------------------------------------------------------------

    def search(self, params: wire.SearchParams, task: Task) -> Any:
        """Find the tiles nearest to a question."""
        from .index.filters import parse_since, parse_until
        from .index.hit_files import write_hits, writer_for
        from .index.search import SearchOptions

        if not params.parts:
            raise NoQuery
        if params.out is not None:
            writer_for(params.out)
            check_folder(params.out.parent, params.out)
        options = SearchOptions(
            k=params.k,
            area=_area(params.area),
            since=parse_since(params.since) if params.since else None,
            until=parse_until(params.until) if params.until else None,
            sources=params.sources,
            ground_sizes_m=params.ground_sizes_m or None,
            suppress_overlap=params.suppress_overlap,
            exact=params.exact,
            min_score=params.min_score,
        )
        index = self._open(params.index)
        timings = dict.fromkeys(("read", "speech_check", "features", "encoder", "search"), 0.0)
        query, heard = self._question(params.parts, index, timings, task)
        task.check_cancelled()
        model = self._load_model()
        with _timed(timings, "search"):
            result = index.search(query, options, model.calibration(spoken=heard is not None))
        task.check_cancelled()
        if params.out is not None:
            write_hits(params.out, result.hits)
        # Only what was spoken has a meaning in words.
        understood = [] if heard is None else model.understood(heard, PHRASES)
        return {
            "hits": [_hit(hit) for hit in result.hits],
            "searched": result.searched,
            "method": result.method,
            "notes": result.notes,
            "understood": understood,
            "default_min_score": model.default_min_score,
            "timings_ms": {name: round(1000 * spent, 2) for name, spent in timings.items()},
        }

    def _question(
        self,
        parts: Sequence[wire.QuestionPart],
        index: VoiceIndex,
        timings: dict[str, float],
        task: Task,
    ) -> tuple[NDArray[np.float32], NDArray[np.float32] | None]:
        """Return the vector of the question and that of its spoken parts alone."""
        from .index.geometry import tiles_at
        from .index.search import blend_queries

        queries: list[tuple[NDArray[np.float32], float]] = []
        spoken: list[tuple[NDArray[np.float32], float]] = []
        for part in parts:
            task.check_cancelled()
            if isinstance(part, wire.RecordingPart):
                heard = self._hear(part.path, timings)
                vector = self._encode(heard.speech.samples, timings)
                spoken.append((vector, part.weight))
            elif isinstance(part, wire.TilePart):
                vector = index.vector_of_tile(part.tile_id)
            else:
                vector = tiles_at(index, part.geometry).vector
            queries.append((vector, part.weight))
        wanted = [(vector, weight) for vector, weight in spoken if weight > 0]
        return blend_queries(queries), blend_queries(wanted) if wanted else None

    def _encode(self, samples: Samples, timings: dict[str, float]) -> NDArray[np.float32]:
        """Return the vector of a question, timed in its two steps."""
        model = self._load_model()
        with _timed(timings, "features"):
            features = model.voice_features(samples)
        with _timed(timings, "encoder"):
            vector: NDArray[np.float32] = model.encode_features(features)
        return vector

    def thumbnails(self, params: wire.ThumbnailsParams, task: Task) -> Any:
        """Write tiles as small pictures."""
        from .imagery.thumbnails import write_thumbnails

        check_folder(params.folder, params.folder)
        index = self._open(params.index)
        sources = index.file.source_by_number()
        wanted: dict[int, dict[int, tuple[float, float, float, float]]] = {}
        for tile_id in params.tile_ids:
            for part in index.parts:
                row = part.row_of(tile_id)
                if row is not None:
                    left, top, width, height = part.rows["window"][row].tolist()
                    of_source = wanted.setdefault(int(part.rows["source"][row]), {})
                    of_source[tile_id] = (left, top, width, height)
                    break
        pixels = max(16, min(1024, params.pixels))
        files: dict[int, Path] = {}
        for number, windows in wanted.items():
            files |= write_thumbnails(
                sources[number].source, windows, params.folder, pixels, task.check_cancelled
            )
        return {"files": files}


class _Meter:
    """Turns what the microphone module tells into level messages."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._rest = np.zeros(0, dtype=np.float32)
        self._peaks: list[float] = []

    def on_sound(self, block: Samples) -> None:
        """Take sound."""
        self._rest = np.concatenate([self._rest, block])
        whole = len(self._rest) // PEAK_SAMPLES
        pieces = np.abs(self._rest[: whole * PEAK_SAMPLES]).reshape(whole, PEAK_SAMPLES)
        self._peaks += [round(float(peak), 4) for peak in pieces.max(axis=1)]
        used = whole * PEAK_SAMPLES
        self._rest = self._rest[used:]

    def on_level(self, level_dbfs: float, state: str, seconds_left: float) -> None:
        """Tell the level; what the task raises ends the recording."""
        self._task.check_cancelled()
        # Who holds the button may make a pause; for them nothing is finished.
        told = "waiting" if state == "waiting" else "speaking"
        self._task.level(level_dbfs, self._peaks, told, seconds_left)
        self._peaks = []


def _bytes_per_tile(embedding_size: int) -> int:
    from .index.annoy_trees import annoy_package

    trees = 0 if annoy_package() is None else 4 * embedding_size + BRANCH_BYTES
    return 2 * embedding_size + ROW_BYTES + trees


def _check(recording: Recording) -> _Heard:
    from .audio.speech import check_speech

    return _Heard(recording, check_speech(recording))


def _description(heard: _Heard) -> dict[str, Any]:
    samples = np.abs(heard.whole.samples)
    pieces = np.array_split(samples, min(MOST_PEAKS, max(1, len(samples) // PEAK_SAMPLES)))
    return {
        "seconds": heard.whole.seconds,
        "speech_seconds": heard.speech.seconds,
        "peaks": [round(float(piece.max(initial=0.0)), 4) for piece in pieces],
    }


def _verdict(peak: float, speech: bool) -> str:
    if peak < -60.0:
        return (
            "Nothing can be heard: the microphone is muted, or this program may not use it. "
            "Check it in the system's sound settings, or choose another one."
        )
    if peak > -0.5:
        return "The microphone is too loud and distorts; turn its level down."
    if peak < -35.0:
        return "The microphone is very quiet; turn its level up, or speak closer to it."
    if not speech:
        return "The microphone works, but nobody spoke; say a sentence while it listens."
    return "The microphone works, and speech is heard well."


def _area(area: dict[str, Any] | str | None) -> Area | None:
    from .index.filters import parse_area
    from .index.geometry import area_from_geojson

    if area is None:
        return None
    return parse_area(area) if isinstance(area, str) else area_from_geojson(area)


def _hit(hit: Hit) -> dict[str, Any]:
    fields = {field.name: getattr(hit, field.name) for field in dataclasses.fields(hit)}
    ring = np.asarray(hit.footprint.exterior.coords)[:, :2]
    return {**fields, "footprint": ring.tolist()}


def _options(params: wire.SourceOptionsParams) -> SourceOptions:
    from .imagery.source import SourceOptions

    return SourceOptions(crs=params.crs, bands=params.bands, date=params.date)


def _look_at(
    inputs: Sequence[str], options: SourceOptions, task: Task
) -> tuple[list[Source], list[tuple[str, UserError]]]:
    """Describe what the inputs name, and say which of it cannot be read."""
    from .imagery.source import describe_source, find_sources

    uris = find_sources(inputs)
    sources: list[Source] = []
    failed: list[tuple[str, UserError]] = []
    task.start("Looking at the sources", len(uris), "source")
    for uri in uris:
        task.check_cancelled()
        try:
            sources.append(describe_source(uri, options))
        except UserError as error:
            failed.append((uri, error))
        task.advance()
    return sources, failed


def _failures(failed: Sequence[tuple[str, UserError]]) -> list[dict[str, str]]:
    return [{"source": uri, **error.as_dict()} for uri, error in failed]


def _stamp(path: Path) -> tuple[str, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return str(path), found.st_mtime_ns, found.st_size


@contextlib.contextmanager
def _timed(timings: dict[str, float], name: str) -> Iterator[None]:
    began = time.perf_counter()
    try:
        yield
    finally:
        timings[name] = timings.get(name, 0.0) + time.perf_counter() - began
