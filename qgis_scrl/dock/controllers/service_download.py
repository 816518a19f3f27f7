"""Processing's dialog for downloading imagery of a map service: the area is drawn on the map, progress shown there."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog

from ...services.service import is_service
from ...translation import tr

_ALGORITHM = "scrl:fetchservice"


def open_download(folder: Path, project: QgsProject, finished: Callable[[str], None]) -> bool:
    """Open the dialog; returns False if Processing, a plugin of QGIS's, is switched off.

    Args:
        folder: Where voice indexes are: the imagery is put beside them.
        project: Its first service layer is suggested.
        finished: Called with the virtual raster, once there is one and the dialog was closed.
    """
    try:
        import processing
    except ImportError:
        return False
    if QgsApplication.processingRegistry().algorithmById(_ALGORITHM) is None:
        return False
    layer = next(
        node.layer() for node in project.layerTreeRoot().findLayers() if is_service(node.layer())
    )
    chosen = {"LAYER": layer.id(), "FOLDER": str(_free_folder(folder, layer.name()))}
    dialog = processing.createAlgorithmDialog(_ALGORITHM, chosen)
    if dialog is None:
        return False
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    rasters: list[str] = []

    def note(is_well: bool, results: dict[str, Any]) -> None:
        if is_well and results.get("RASTER"):
            rasters[:] = [results["RASTER"]]

    dialog.algorithmFinished.connect(note)
    # A method of Processing's hides the signal of that name.
    closed = QDialog.finished.__get__(dialog)
    closed.connect(lambda _result: finished(rasters[0]) if rasters else None)
    dialog.show()
    return True


def _free_folder(folder: Path, layer: str) -> Path:
    kept = "".join(letter if letter.isalnum() or letter in " -_" else "_" for letter in layer)
    name = tr("{name} imagery").format(name=kept.strip() or "service")
    names = itertools.chain([name], (f"{name} ({number})" for number in itertools.count(2)))
    return next(path for one in names if not (path := folder / one).exists())
