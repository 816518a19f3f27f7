"""Pictures of tiles: asked of the engine a few at a time."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QObject, QTemporaryDir, pyqtSignal
from qgis.PyQt.QtGui import QImage

from ...contract import methods
from ..engine_requests import EngineRequests
from ..widgets.status_banner import log

_PIXELS = 96
_AT_A_TIME = 24


class TilePictures(QObject):
    """Fetches pictures for a list of tiles.

    Args:
        kind: Names its requests among those of the dock.
        engine_requests: What asks the engine.

    Signals:
        arrived(int, object): The picture of a tile, a :class:`QImage`; an empty one if its raster is gone.
    """

    arrived = pyqtSignal(int, object)

    def __init__(
        self, kind: str, engine_requests: EngineRequests, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._engine_requests = engine_requests
        self._folder: QTemporaryDir | None = None

    def fetch(self, index: str, tile_ids: Sequence[int], ratio: float) -> None:
        """Fetch the pictures of these tiles, and forget what is still to come of others.

        Args:
            index: Folder of the voice index.
            tile_ids: Its tiles, the most urgent first.
            ratio: Device pixels for each pixel of the window.
        """
        self._engine_requests.give_up(self._kind)
        if not tile_ids or not self._engine_requests.ready:
            return
        if self._folder is None:
            self._folder = QTemporaryDir()
        if not self._folder.isValid():
            log(f"There are no pictures: {self._folder.errorString()}")
            return
        now, later = tuple(tile_ids[:_AT_A_TIME]), tile_ids[_AT_A_TIME:]

        def arrive(result: methods.ThumbnailsResult) -> None:
            paths = {thumbnail.tile_id: thumbnail.path for thumbnail in result.thumbnails}
            for tile_id in now:
                self.arrived.emit(tile_id, QImage(paths.get(tile_id, "")))
            self.fetch(index, later, ratio)

        pixels = round(_PIXELS * max(1.0, ratio))
        self._engine_requests.ask(
            self._kind,
            methods.THUMBNAILS,
            methods.ThumbnailsParams(index, now, self._folder.path(), pixels),
            arrive,
            # No picture is no failure: the rest says it in words.
            lambda error: log(error.text) if not error.is_cancelled else None,
        )

    def end(self) -> None:
        """Fetch no more, and delete what was fetched."""
        self._engine_requests.give_up(self._kind)
        if self._folder is not None:
            self._folder.remove()
            self._folder = None
