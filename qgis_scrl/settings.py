"""Every setting of the plugin, typed, in one place.

They live in QGIS's own settings under ``qgis_scrl/``. A value that somebody has broken by hand, or
that another version wrote, reads as its default: settings never stop the plugin.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, Optional, TypeVar, overload

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

from .contract import from_json, methods

PREFIX = "qgis_scrl/"
LOG_LEVELS = ("error", "warning", "info", "debug")
AREAS = ("index", "view", "selection", "layer")
SORTS = ("rank", "distance", "date", "source")
MOST_HITS = 1000
MOST_CATALOGUES = 5

T = TypeVar("T")


class _Setting(Generic[T]):
    """A typed value in QGIS's settings: ``Settings().hits`` reads it, assigning writes it.

    Args:
        key: Its name below ``qgis_scrl/``.
        default: What it is until somebody sets it, or a function that says so.
        read: Makes the value of what is stored; raises ValueError or TypeError if it cannot.
        write: Makes what is stored of the value: a text.
    """

    def __init__(
        self,
        key: str,
        default: T | Callable[[], T],
        read: Callable[[str], T],
        write: Callable[[T], str] = str,
    ) -> None:
        self._key = PREFIX + key
        self._default = default
        self._read = read
        self._write = write

    @overload
    def __get__(self, owner: None, kind: Any) -> _Setting[T]: ...

    @overload
    def __get__(self, owner: Settings, kind: Any) -> T: ...

    def __get__(self, owner: Settings | None, kind: Any) -> _Setting[T] | T:
        if owner is None:
            return self
        stored = QgsSettings().value(self._key)
        try:
            return self.default if stored is None else self._read(str(stored))
        except (TypeError, ValueError):
            return self.default

    def __set__(self, owner: Settings, value: T) -> None:
        QgsSettings().setValue(self._key, self._write(value))

    @property
    def default(self) -> T:
        """What it is until somebody sets it."""
        value: T = self._default() if callable(self._default) else self._default
        return value


def _default_index_folder() -> str:
    documents = QStandardPaths.writableLocation(
        QStandardPaths.StandardLocation.DocumentsLocation
    ) or str(Path.home())
    # Not translated: it must stay the same folder when the language changes.
    return str(Path(documents) / "Voice indexes")


def _choice(*allowed: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in allowed:
            raise ValueError(text)
        return text

    return read


def _whole(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        return max(least, min(most, int(text)))

    return read


def _optional_score(text: str) -> float | None:
    if not text:
        return None
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def _numbers(text: str) -> tuple[float, ...]:
    values = from_json(tuple[float, ...], json.loads(text))
    if any(value <= 0 for value in values):
        raise ValueError(text)
    return values


def _texts(text: str) -> tuple[str, ...]:
    return from_json(tuple[str, ...], json.loads(text))


def _flag(key: str, default: bool) -> _Setting[bool]:
    return _Setting(key, default, lambda text: text == "true", json.dumps)


class Settings:
    """The plugin's settings; cheap to make, reads and writes through at once.

    Attributes:
        python_path: Python of the engine's environment; empty: found by itself.
        package_index: Address of one more index that the engine's packages are taken from; empty: none.
        microphone: Part of the name of the microphone; empty: the system's default.
        index_folder: Where new voice indexes are put.
        ground_sizes_m: Default sides of tiles; empty: suggested from the pixel size.
        log_level: How much the engine writes to QGIS's log, one of ``LOG_LEVELS``.
        hits: Number of hits wanted.
        last_index: Folder of the voice index chosen last; empty: none.
        recent_indexes: Folders of the indexes used, the last one first.
        recent_catalogues: Addresses of the STAC catalogues searched, the last one first.
        min_score: Lowest score shown; None: where the engine thinks that hits begin to be wrong.
        recording_keep: How many spoken questions are kept for "Ask again".
        area: Where to search, one of ``AREAS``.
        sort: How the list of results is sorted, one of ``SORTS``.
        zoom_to_hit: Whether choosing a hit also moves the map there.
        search_while_speaking: Whether the index is searched with what has been said so far.
        adaptive_end: Whether a shorter silence ends a recording where the question sounds complete.
        dock_was_shown: Whether the dock has been opened before.
        demo_questions: Whether the demo's questions are offered while its index is searched.
        tour_was_shown: Whether the hints of the tour have been shown.
        notes_file: GeoPackage of voice notes that was opened last; empty: none.
        notes_author: Who records voice notes.
        cluster: Address of the Dask scheduler that builds run on; empty: this computer builds alone.
        staging: Storage through which its workers send their parts; empty: they reach the folder of the index.
    """

    python_path = _Setting("python_path", "", str)
    package_index = _Setting("package_index", "", str)
    microphone = _Setting("microphone", "", str)
    index_folder = _Setting("index_folder", _default_index_folder, str)
    ground_sizes_m = _Setting[tuple[float, ...]]("ground_sizes_m", (), _numbers, json.dumps)
    log_level = _Setting("log_level", "info", _choice(*LOG_LEVELS))
    hits = _Setting("hits", 20, _whole(1, MOST_HITS))
    last_index = _Setting("last_index", "", str)
    recent_indexes = _Setting[tuple[str, ...]]("recent_indexes", (), _texts, json.dumps)
    recent_catalogues = _Setting[tuple[str, ...]]("recent_catalogues", (), _texts, json.dumps)
    min_score = _Setting[Optional[float]](
        "min_score", None, _optional_score, lambda value: "" if value is None else str(value)
    )
    recording_keep = _Setting("recording_keep", 10, _whole(0, 100))
    area = _Setting("area", "index", _choice(*AREAS))
    sort = _Setting("sort", "rank", _choice(*SORTS))
    zoom_to_hit = _flag("zoom_to_hit", True)
    search_while_speaking = _flag("search_while_speaking", True)
    adaptive_end = _flag("adaptive_end", True)
    dock_was_shown = _flag("dock_was_shown", False)
    demo_questions = _flag("demo_questions", False)
    tour_was_shown = _flag("tour_was_shown", False)
    notes_file = _Setting("notes_file", "", str)
    notes_author = _Setting("notes_author", "", str)
    cluster = _Setting("cluster", "", str)
    staging = _Setting("staging", "", str)

    @property
    def build_cluster(self) -> methods.Cluster | None:
        """Who makes the parts of a build; None: the engine's own process."""
        if not self.cluster:
            return None
        return methods.Cluster(self.cluster, staging=self.staging or None)

    @property
    def data_folder(self) -> Path:
        """Where the plugin keeps what it makes: questions, footprints (in the profile)."""
        return Path(QgsApplication.qgisSettingsDirPath()) / "qgis_scrl"

    @property
    def questions_folder(self) -> Path:
        """Where spoken questions are kept."""
        return self.data_folder / "questions"

    @property
    def score_maps_folder(self) -> Path:
        """Where maps of scores are kept."""
        return self.data_folder / "score_maps"

    def remember_index(self, folder: str) -> None:
        """Make a voice index the last one used."""
        others = [known for known in self.recent_indexes if known != folder]
        self.recent_indexes = tuple([folder, *others][:20])
        self.last_index = folder

    def list_index(self, folder: str) -> None:
        """Let a voice index be among those that were used; the last one stays it."""
        last = self.last_index
        self.remember_index(folder)
        self.last_index = last

    def forget_index(self, folder: str) -> None:
        """Take a voice index out of the list of those used."""
        self.recent_indexes = tuple(known for known in self.recent_indexes if known != folder)
        if self.last_index == folder:
            self.last_index = ""

    def remember_catalogue(self, address: str) -> None:
        """Make a catalogue the last one searched."""
        others = [known for known in self.recent_catalogues if known != address]
        self.recent_catalogues = tuple([address, *others][:MOST_CATALOGUES])

    def clear(self) -> None:
        """Set everything back to its default."""
        QgsSettings().remove(PREFIX.rstrip("/"))
