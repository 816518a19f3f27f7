"""The demo scene in the user's profile: the copy of its files, its voice index, and questions to begin with.

The plugin's own folder may be read-only, and is replaced by updates, so that what an index and a project refer to
lies in the profile.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .environment import resource_path
from .paths import exists
from .settings import Settings

_SCENE = "scene.tif"
_RECORDING = "questions/11-storagetanks.ogg"
_SLICE = 256 * 1024
#: Side of the tiles in metres: what a first question asks for is about so large.
TILE_M = 200.0


@dataclass(frozen=True)
class DemoQuestion:
    """A question that can be asked of the demo scene with one press.

    Attributes:
        text: What is asked, in English, as all questions are.
        recording: Sound file in which it is spoken; empty: it is typed.
    """

    text: str
    recording: str = ""


class Demo:
    """The demo's files in the profile.

    Args:
        settings: Knows where the profile is.

    Attributes:
        folder: Holds the copy of the scene and its voice index.
        scene: The raster.
        index: The voice index; not there until it has been built.
        questions: What can be asked with one press: two typed questions and a spoken one.
    """

    def __init__(self, settings: Settings) -> None:
        self.folder = settings.data_folder / "demo"
        self.scene = self.folder / _SCENE
        self.index = self.folder / "Demo scene.scrl"
        self._recording = self.folder / Path(_RECORDING).name
        self.questions = (
            DemoQuestion("boats in a harbour"),
            DemoQuestion("a football field"),
            DemoQuestion("show me the white storage tanks", str(self._recording)),
        )

    @property
    def is_there(self) -> bool:
        """Whether anything of the demo is in the profile."""
        return exists(self.folder)

    def copy(self) -> Iterator[None]:
        """Copy what is not there yet, a slice at each step; an index of another scene is deleted.

        Raises:
            OSError: The profile is read-only, or the disk is full; nothing half-written stays.
        """
        for source, target in (
            (resource_path("demo", _SCENE), self.scene),
            (resource_path("demo", *_RECORDING.split("/")), self._recording),
        ):
            if exists(target) and target.stat().st_size == source.stat().st_size:
                continue
            if target is self.scene:
                self.remove_index()
            yield from _copy(source, target)

    def remove_index(self) -> None:
        """Delete the voice index.

        Raises:
            OSError: It cannot be deleted.
        """
        if exists(self.index):
            shutil.rmtree(self.index)

    def remove(self) -> None:
        """Delete all of the demo.

        Raises:
            OSError: Something cannot be deleted.
        """
        if self.is_there:
            shutil.rmtree(self.folder)


def _copy(source: Path, target: Path) -> Iterator[None]:
    """Copy a file in slices; the target appears when it is whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with source.open("rb") as read, unfinished.open("wb") as write:
            while data := read.read(_SLICE):
                write.write(data)
                yield
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
