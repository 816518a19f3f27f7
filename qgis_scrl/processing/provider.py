"""The provider ``scrl``: the group of algorithms that QGIS's Processing toolbox shows."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..environment import resource_path
from .add_to_index import AddToIndex
from .build_index import BuildIndex
from .index_footprints import IndexFootprints
from .search_by_example import SearchByExample
from .search_by_recording import SearchByRecording

ALGORITHMS = (BuildIndex, AddToIndex, IndexFootprints, SearchByRecording, SearchByExample)


class ScrlProvider(QgsProcessingProvider):
    """Offers the algorithms of voice search to Processing."""

    def id(self) -> str:
        """Return the first part of the name of every algorithm: ``scrl:buildindex``."""
        return "scrl"

    def name(self) -> str:
        """Return the name that the toolbox shows."""
        return "Voice search (SCRL)"

    def longName(self) -> str:  # noqa: N802
        """Return the name that `qgis_process list` shows."""
        return "Voice search of imagery (SCRL)"

    def icon(self) -> QIcon:
        """Return the icon of the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:  # noqa: N802
        """Return the icon that the modeler draws."""
        return str(resource_path("icons", "icon.svg"))

    def loadAlgorithms(self) -> None:  # noqa: N802
        """Add the algorithms; QGIS calls it again when its settings change."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
