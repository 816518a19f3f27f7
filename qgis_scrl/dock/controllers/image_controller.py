"""The image of a hit as a layer of the project, wherever it lies: in a file, or on a web server."""

from __future__ import annotations

from qgis.core import Qgis, QgsApplication, QgsProject, QgsRasterLayer, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from ...compat import raster_source
from ...contract import Tile
from ...translation import tr


class ImageController(QObject):
    """Opens images.

    Args:
        parent: The dock.

    Signals:
        told(str, int): A sentence for QGIS's message bar, and its level.
    """

    told = pyqtSignal(str, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._project = QgsProject.instance()
        self._tasks: list[_OpenTask] = []

    def open(self, tile: Tile) -> None:
        """Add the image of a tile to the project, below all else; show it if it is there already."""
        for layer in self._project.mapLayers().values():
            is_image = isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal"
            if is_image and raster_source(layer.source())[0] == tile.source_path:
                shown = self._project.layerTreeRoot().findLayer(layer.id())
                if shown is not None:
                    shown.setItemVisibilityCheckedParentRecursive(True)
                self.told.emit(
                    tr("{name} is in the project.").format(name=layer.name()),
                    int(Qgis.MessageLevel.Info),
                )
                return
        task = _OpenTask(tile)
        task.taskCompleted.connect(lambda: self._on_opened(task))
        task.taskTerminated.connect(lambda: self._on_failed(task))
        self._tasks.append(task)
        QgsApplication.taskManager().addTask(task)

    def _on_opened(self, task: _OpenTask) -> None:
        self._tasks.remove(task)
        layer = task.layer
        if layer is None:
            return
        self._project.addMapLayer(layer, False)
        # Below the hits, whose layer stays the active one: clicks on the map go on selecting them.
        self._project.layerTreeRoot().addLayer(layer)
        self.told.emit(
            tr("{name} was added to the project.").format(name=task.tile.source),
            int(Qgis.MessageLevel.Success),
        )

    def _on_failed(self, task: _OpenTask) -> None:
        self._tasks.remove(task)
        if not task.isCanceled():
            self.told.emit(
                tr("{name} cannot be opened in QGIS. Check that it is still there: {path}").format(
                    name=task.tile.source, path=task.tile.source_path
                ),
                int(Qgis.MessageLevel.Warning),
            )

    def end(self) -> None:
        """Give up what is being opened."""
        for task in self._tasks:
            task.cancel()


class _OpenTask(QgsTask):
    """Opens a raster in a thread of QGIS's: on a slow server that takes seconds."""

    def __init__(self, tile: Tile) -> None:
        super().__init__(tr("Opening {name}").format(name=tile.source), QgsTask.Flag.CanCancel)
        self.tile = tile
        self.layer: QgsRasterLayer | None = None

    def run(self) -> bool:
        """Open it."""
        layer = QgsRasterLayer(self.tile.source_path, self.tile.source, "gdal")
        if not layer.isValid() or self.isCanceled():
            return False
        layer.moveToThread(QApplication.instance().thread())
        self.layer = layer
        return True
