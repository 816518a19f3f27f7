"""What requests share: the model, open voice indexes, recordings, and who may write or record."""

from __future__ import annotations

import collections
import contextlib
import os
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ..capabilities import model_identity
from ..contract.audio import Microphone
from ..contract.codec import is_address
from ..contract.engine import ModelInfo
from ..contract.indexes import SourceOptions
from ..contract.notices import Stage, Unit
from ..contract.queries import AudioPart, ImagePart, QueryPart, TextPart
from ..errors import IndexBusy, MicrophoneBusy
from ..progress import Task

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..audio.recording import Recording
    from ..imagery.source import Source
    from ..index.store import VectorStore
    from ..model.checkpoint import ScrlModel
    from ..model.feedback import Background

    Vector = NDArray[np.float32]

Key = TypeVar("Key")
Value = TypeVar("Value")

_OPEN_INDEXES = 4
_HEARD_RECORDINGS = 32
_ENCODED_PARTS = 256
_DESCRIBED_SOURCES = 10_000


@dataclass(frozen=True)
class Heard:
    """A recording that has been checked already: the whole and the speech in it."""

    whole: Recording
    speech: Recording


class Session:
    """Everything that outlives a request; several threads may use it at once.

    Args:
        model_folder: The model to use; None for the bundled one.
        lasting: Whether further requests will come.

    Attributes:
        tiles_per_second: Pace of the last build, as far as it is known.
        microphones: The microphones that were found last.
    """

    def __init__(self, model_folder: Path | None = None, lasting: bool = False) -> None:
        self.lasting = lasting
        self.tiles_per_second: float | None = None
        self.microphones: tuple[Microphone, ...] | None = None
        self.model_folder = model_folder
        self._model: ScrlModel | None = None
        self._model_lock = threading.Lock()
        self._lock = threading.Lock()
        self._indexes: collections.OrderedDict[str, VectorStore] = collections.OrderedDict()
        # As long as their indexes are open: an index that has been written is opened anew.
        self._backgrounds: weakref.WeakKeyDictionary[VectorStore, Background] = (
            weakref.WeakKeyDictionary()
        )
        self._writers: dict[str, Task] = {}
        self._heard: collections.OrderedDict[tuple[str, int, int], Heard] = (
            collections.OrderedDict()
        )
        self._encoded: collections.OrderedDict[
            tuple[QueryPart, tuple[str, int, int] | None], Vector
        ] = collections.OrderedDict()
        self._described: collections.OrderedDict[tuple[str, SourceOptions], Source] = (
            collections.OrderedDict()
        )
        self._recording = threading.Lock()

    def close(self) -> None:
        """Let go of the model, of files and of recordings."""
        with self._lock:
            self._indexes.clear()
            self._heard.clear()
            self._encoded.clear()
            self._described.clear()
        with self._model_lock:
            self._model = None

    # --- the model --------------------------------------------------------------------------------

    def model(self, task: Task | None = None) -> ScrlModel:
        """Return the model, loaded when it is first needed.

        Args:
            task: Told that it is being loaded, and asked whether to stop.

        Raises:
            ModelMissing, ModelDamaged: There is no model to load.
        """
        if task is not None and self._model is None:
            task.start(Stage.LOADING_MODEL, 0, Unit.MODEL)
        with self._model_lock:
            if self._model is None:
                from ..model.checkpoint import load_model

                self._model = load_model(self.model_folder)
            model = self._model
        if task is not None:
            task.check_cancelled()
        return model

    def identity(self) -> ModelInfo:
        """Return which model it is; the bundled one need not be loaded for it.

        Raises:
            ModelMissing, ModelDamaged: There is no model to load.
        """
        found = model_identity() if self.model_folder is None else None
        if found is None:
            model = self.model()
            found = ModelInfo(
                model.config.name, model.checksum, model.embedding_size, model.tile_pixels
            )
        return found

    # --- voice indexes ----------------------------------------------------------------------------

    def open_index(self, path: str | Path) -> VectorStore:
        """Return an index open for search; kept open until something is written.

        Raises:
            IndexMissing, IndexUnreadable, IndexFormatTooNew, IndexDamaged, IndexOfAnotherModel.
        """
        from ..index.store import open_store

        key = _key_of(path)
        with self._lock:
            known = self._indexes.pop(key, None)
            if known is not None and known.is_current():
                self._indexes[key] = known
                return known
        index = open_store(path, self.identity().checksum)
        self._keep(self._indexes, key, index, _OPEN_INDEXES)
        return index

    def close_index(self, path: Path) -> None:
        """Let go of the files of an index; whoever asks it next opens it again."""
        with self._lock:
            self._indexes.pop(os.path.realpath(path), None)

    def background(self, index: VectorStore) -> Background:
        """Return how the tiles of an open index spread, measured when it is first needed."""
        from ..index.background import sampled_background

        with self._lock:
            known = self._backgrounds.get(index)
        if known is None:
            known = sampled_background(index)
            with self._lock:
                self._backgrounds[index] = known
        return known

    @contextlib.contextmanager
    def writing(self, path: str | Path, task: Task) -> Iterator[None]:
        """Be the only request that writes an index.

        A request that has been cancelled may still be at its last batch: it is waited for.

        Raises:
            IndexBusy: Another request is writing it.
        """
        key = _key_of(path)
        while True:
            with self._lock:
                other = self._writers.get(key)
                if other is None:
                    self._writers[key] = task
                    break
            if not other.is_cancelled:
                raise IndexBusy(path=path)
            task.check_cancelled()
            time.sleep(0.02)
        try:
            yield
        finally:
            with self._lock:
                del self._writers[key]
                # Its files are let go: Windows removes none that is mapped.
                self._indexes.pop(key, None)

    # --- imagery ----------------------------------------------------------------------------------

    def describe(self, uri: str, options: SourceOptions) -> Source:
        """Return a raster as :func:`~engine.imagery.source.describe_source` does, and remember it.

        A dialog asks anew at every change of a ground size, of a thousand rasters perhaps.

        Raises:
            ImageryError: It cannot be used.
        """
        from ..imagery.source import describe_source, has_changed

        key = uri, options
        with self._lock:
            known = self._described.get(key)
        if known is not None and not has_changed(known):
            return known
        source = describe_source(uri, options)
        self._keep(self._described, key, source, _DESCRIBED_SOURCES)
        return source

    # --- sound ------------------------------------------------------------------------------------

    def heard(self, path: Path) -> Heard | None:
        """Return a recording that has been checked before, unless the file has changed."""
        key = _stamp(path)
        with self._lock:
            return None if key is None else self._heard.get(key)

    def remember(self, path: Path, heard: Heard) -> None:
        """Keep a recording that has been checked."""
        key = _stamp(path)
        if key is not None:
            self._keep(self._heard, key, heard, _HEARD_RECORDINGS)

    def _keep(
        self, kept: collections.OrderedDict[Key, Value], key: Key, value: Value, most: int
    ) -> None:
        """Keep a value as the latest one; of more than ``most`` the earliest goes."""
        with self._lock:
            kept[key] = value
            kept.move_to_end(key)
            while len(kept) > most:
                kept.popitem(last=False)

    # --- questions --------------------------------------------------------------------------------

    def encoded(self, part: QueryPart, encode: Callable[[], Vector]) -> Vector:
        """Return the vector of a sentence, recording or picture, computed when it is first asked with.

        Whoever weighs the parts of a question, or takes one away, asks with the others again and again.

        Args:
            part: The part; its weight does not matter.
            encode: Computes its vector.
        """
        key = _part_key(part)
        if key is None:
            return encode()
        with self._lock:
            known = self._encoded.get(key)
        if known is None:
            known = encode()
            self._keep(self._encoded, key, known, _ENCODED_PARTS)
        return known

    def remember_vector(self, part: AudioPart, vector: Vector) -> None:
        """Keep the vector of a recording that was encoded before it was written."""
        key = _part_key(part)
        if key is not None:
            self._keep(self._encoded, key, vector, _ENCODED_PARTS)

    @contextlib.contextmanager
    def microphone(self, task: Task) -> Iterator[None]:
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

    @contextlib.contextmanager
    def idle_microphone(self, wait: bool) -> Iterator[bool]:
        """Keep others from recording for a moment; says whether nobody records.

        Args:
            wait: Whether to wait until nobody does.
        """
        free = self._recording.acquire(blocking=wait)
        try:
            yield free
        finally:
            if free:
                self._recording.release()


def _part_key(part: QueryPart) -> tuple[QueryPart, tuple[str, int, int] | None] | None:
    """Return what is the same for a part as long as its vector is; None where that cannot be known."""
    stamp = _stamp(Path(part.path)) if isinstance(part, (AudioPart, ImagePart)) else None
    if stamp is None and not isinstance(part, TextPart):
        return None
    return replace(part, weight=1.0), stamp


def _stamp(path: Path) -> tuple[str, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return str(path), found.st_mtime_ns, found.st_size


def _key_of(path: str | Path) -> str:
    """Return what is the same for all names of an index."""
    return path if isinstance(path, str) and is_address(path) else os.path.realpath(path)
