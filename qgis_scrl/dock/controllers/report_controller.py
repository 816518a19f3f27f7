"""Reports of the hits that are listed: an HTML page, and a print layout."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices

from ...answers import understood_title
from ...contract import Hit, methods
from ...errors import not_written
from ...history import AskedQuery
from ...layers.report_layout import make_layout, pictures_of
from ...reports import missing_pictures, report_params, title_of
from ...settings import Settings
from ...translation import tr
from ..engine_requests import EngineRequests
from ..widgets import formatting
from ..widgets.file_dialogs import choose_new_file
from ..widgets.results_panel import ResultsPanel
from ..widgets.status_banner import DockState, StatusMessage
from .label_controller import LabelController
from .map_view import MapView
from .results_controller import ResultsController

#: What no system takes in the name of a file.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class ReportController(QObject):
    """Does what the button *Report* asks for.

    Signals:
        told(str, int): A sentence for QGIS's message bar and its ``Qgis.MessageLevel``.
        state_wanted(object, object, object): A :class:`DockState`, a :class:`StatusMessage`, and what tries
            it again (or None).
        failed(object, object): An :class:`EngineError`, and what tries it again.
        rested(): Nothing is going on any more.
    """

    told = pyqtSignal(str, int)
    state_wanted = pyqtSignal(object, object, object)
    failed = pyqtSignal(object, object)
    rested = pyqtSignal()

    def __init__(
        self,
        panel: ResultsPanel,
        answers: ResultsController,
        labelling: LabelController,
        engine_requests: EngineRequests,
        settings: Settings,
        map_view: MapView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._answers = answers
        self._labelling = labelling
        self._engine_requests = engine_requests
        self._settings = settings
        self._map = map_view
        self._project = QgsProject.instance()
        panel.page_wanted.connect(self._choose_page)
        panel.layout_wanted.connect(self.make_layout)

    def _choose_page(self) -> None:
        asked = self._answers.asked_query
        if asked is None:
            return
        name = _NOT_IN_NAMES.sub("_", title_of(asked))[:60].strip(". ") or "report"
        folder = self._project.absolutePath() or str(Path(asked.index).parent)
        choose_new_file(
            self._panel,
            tr("Save the report"),
            str(Path(folder) / f"{name}.html"),
            self.write_page,
            tr("HTML pages (*.html)"),
        )

    def write_page(self, path: str) -> None:
        """Let the engine write the hits that are shown as an HTML page, and open it."""
        asked, found = self._labelling.with_labels(), self._shown()
        if asked is None or not found or not self._engine_requests.ready:
            return
        params = report_params(asked, found, path, self._project.crs(), self._details())
        request = self._engine_requests.ask(
            "report",
            methods.WRITE_REPORT,
            params,
            self._on_page,
            lambda error: self.failed.emit(error, lambda: self.write_page(path)),
        )
        request.progressed.connect(lambda report: self._say_busy(formatting.progress(report)))
        self._say_busy()

    def make_layout(self) -> None:
        """Let the engine write pictures of the hits that are shown, and make an atlas of them."""
        asked, found, layer = self._answers.asked_query, self._shown(), self._answers.layer
        if asked is None or not found or layer is None or not self._engine_requests.ready:
            return
        folder = self._new_folder()
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            self.failed.emit(not_written(folder, error), self.make_layout)
            return
        self._engine_requests.ask(
            "report",
            methods.THUMBNAILS,
            pictures_of(asked, found, folder),
            lambda _made: self._on_pictures(layer.id(), asked, folder),
            lambda error: self.failed.emit(error, self.make_layout),
        )
        self._say_busy()

    def give_up(self) -> None:
        """Stop making a report."""
        self._engine_requests.give_up("report")

    def _shown(self) -> Sequence[Hit]:
        return sorted(self._panel.shown_hits(), key=lambda hit: hit.rank)

    def _details(self) -> list[tuple[str, str]]:
        """Return what the page says beyond the question: what was heard, how it was searched."""
        result, least = self._answers.result, self._panel.least_score
        handshake = self._engine_requests.client.handshake
        found = []
        if result is not None and result.understood:
            phrases = ", ".join(phrase.text for phrase in result.understood)
            found.append((understood_title(result.understood), phrases))
        if handshake is not None and handshake.model is not None:
            found.append((tr("Model"), handshake.model.name))
        if result is not None and result.searched:
            found.append((tr("Tiles searched"), formatting.number(result.searched)))
        if least is not None:
            found.append((tr("Minimum score"), formatting.number(least, 2)))
        return found

    def _new_folder(self) -> Path:
        """Return where the pictures of a layout go: beside a saved project, so that they move with it."""
        home = self._project.absolutePath()
        if home:
            parent = Path(home) / f"{self._project.baseName()} report pictures"
        else:
            parent = self._settings.data_folder / "report pictures"
        stamp = f"{datetime.now():%Y-%m-%d %H%M%S} {uuid.uuid4().hex[:4]}"
        return parent / stamp

    def _on_page(self, written: methods.WrittenReport) -> None:
        self.rested.emit()
        saved = tr("The report was saved to {file}.").format(file=written.path)
        missing = missing_pictures(written)
        level = Qgis.MessageLevel.Warning if missing else Qgis.MessageLevel.Success
        self.told.emit(f"{saved} {missing}".strip(), int(level))
        QDesktopServices.openUrl(QUrl.fromLocalFile(written.path))

    def _on_pictures(self, layer_id: str, asked: AskedQuery, folder: Path) -> None:
        self.rested.emit()
        layer = self._project.mapLayer(layer_id)
        if not isinstance(layer, QgsVectorLayer):
            return  # Taken off the map meanwhile.
        layout = make_layout(self._project, layer, asked, title_of(asked), folder)
        self._project.layoutManager().addLayout(layout)
        self._map.open_layout(layout)
        self.told.emit(
            tr(
                "The layout “{name}” was added to the project, with a page for each place. Use Atlas > Export "
                "Atlas as PDF there."
            ).format(name=layout.name()),
            int(Qgis.MessageLevel.Success),
        )

    def _say_busy(self, progress: str = "") -> None:
        if self._engine_requests.running("report") is not None:
            saying = StatusMessage(progress or tr("Making the report…"), tr("Press Esc to cancel."))
            self.state_wanted.emit(DockState.SEARCHING, saying, None)
