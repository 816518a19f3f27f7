"""The provider ``scrl``: the group of algorithms that QGIS's Processing toolbox shows."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..engine_client import EngineClient, Timing
from ..environment import resource_path
from ..translation import tr
from .add_to_index import AddToIndex
from .build_index import BuildIndex
from .explore_index import ExploreIndex
from .fetch_service import FetchService
from .find_changes import FindChanges
from .import_notes import ImportNotes
from .index_footprints import IndexFootprints
from .report import Report
from .save_search import SaveSearch
from .score_map import ScoreMap
from .search_by_example import SearchByExample
from .search_by_profile import SearchByProfile
from .search_by_recording import SearchByRecording
from .search_by_text import SearchByText
from .search_catalogue import SearchCatalogue
from .search_notes import SearchNotes
from .watch_index import WatchIndex

ALGORITHMS = (
    BuildIndex, AddToIndex, IndexFootprints, SearchByRecording, SearchByText, SearchByExample, ScoreMap,
    SearchByProfile, FindChanges, ExploreIndex, SaveSearch, WatchIndex, Report, FetchService,
    ImportNotes, SearchNotes, SearchCatalogue,
)  # fmt: skip


class ScrlProvider(QgsProcessingProvider):
    """Offers the algorithms of voice search to Processing.

    Args:
        client: The engine that answers them; None: one of its own, as in ``qgis_process``, which starts with
            the first algorithm, stays warm, and ends with the provider or with QGIS.

    Attributes:
        client: That engine.
    """

    def __init__(self, client: EngineClient | None = None) -> None:
        super().__init__()
        self._is_own = client is None
        # Nobody wants to wait a minute in a terminal to be told that the engine does not start.
        self.client = client or EngineClient(timing=Timing(restart=(0.5, 2.0)))

    def unload(self) -> None:
        """End the engine, if it is the provider's own; QGIS calls it."""
        if self._is_own:
            self.client.stop()

    def id(self) -> str:
        """Return the first part of the name of every algorithm: ``scrl:buildindex``."""
        return "scrl"

    def name(self) -> str:
        """Return the name that the toolbox shows."""
        return tr("Voice search (SCRL)")

    def longName(self) -> str:  # noqa: N802
        """Return the name that `qgis_process list` shows."""
        return tr("Voice search of imagery (SCRL)")

    def supportedOutputRasterLayerExtensions(self) -> list[str]:  # noqa: N802
        """Return the formats of rasters that the engine writes."""
        return ["tif"]

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
