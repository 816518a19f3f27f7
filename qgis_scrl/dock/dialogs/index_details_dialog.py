"""The content of a voice index; checking, repairing and compacting it; removing images from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...contract import IndexInfo, Method, ProgressReport, indexes, methods
from ...engine_client import EngineClient, Request
from ...errors import EngineError
from ...translation import tr, tr_later
from ..widgets import formatting, theme
from ..widgets.flow_layout import FlowLayout

_COLUMNS = (
    tr_later("Image"),
    tr_later("Tiles"),
    tr_later("Acquired"),
    tr_later("Pixel size"),
    tr_later("CRS"),
    tr_later("Path"),
)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_PROBLEMS_SHOWN = 5


class IndexDetailsDialog(QDialog):
    """Shows and maintains a voice index.

    Args:
        client: The engine.
        info: What the index contains.

    Signals:
        changed(): The index has changed.
        forget_wanted(str): Remove this index from the list; its folder stays.
    """

    changed = pyqtSignal()
    forget_wanted = pyqtSignal(str)

    def __init__(
        self, client: EngineClient, info: IndexInfo, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._client = client
        self._info = info
        self._request: Request | None = None
        self.facts = QFormLayout()
        self.table = QTableWidget(0, len(_COLUMNS))
        self.table.setHorizontalHeaderLabels([tr(column) for column in _COLUMNS])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().setVisible(False)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setAccessibleName(tr("Images of the voice index"))
        self.table.setToolTip(tr("Images that this index was built from"))
        self.status = theme.MutedLabel()
        self.status.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.status.setAccessibleName(tr("Status"))
        self.busy = theme.busy_bar(6)
        self.busy.setVisible(False)

        self.verify_button = theme.button(
            tr("Check and repair"),
            tr("Compare all files with their checksums and remove damaged parts"),
            self._verify,
        )
        self.compact_button = theme.button(
            tr("Compact"), tr("Merge small parts so that searches open fewer files"), self._compact
        )
        self.remove_button = theme.button(
            tr("Remove image…"),
            tr("Remove the selected image from the index; the image file is not deleted"),
            self._remove,
        )
        self.forget_button = theme.button(
            tr("Remove from list"),
            tr("Remove this index from the list; its folder is not deleted"),
            self._forget,
        )
        folder_button = theme.button(
            tr("Open folder"),
            tr("Open the folder of the index in the file manager"),
            self._open_folder,
        )
        actions = theme.pack(
            FlowLayout(),
            self.verify_button,
            self.compact_button,
            self.remove_button,
            folder_button,
            self.forget_button,
            spacing=theme.gap(self),
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        parts = (self.facts, self.table, actions, self.busy, self.status, buttons)
        theme.pack(QVBoxLayout(self), *parts, wide=self.table, margin=None)
        self.table.itemSelectionChanged.connect(self._enable)
        self.show_info(info)
        self.resize(self.fontMetrics().size(0, "x" * 100 + "\n" * 26))

    def show_info(self, info: IndexInfo) -> None:
        """Show what the index contains."""
        self._info = info
        self.setWindowTitle(tr("Voice index {name}").format(name=Path(info.path).stem))
        while self.facts.rowCount():
            self.facts.removeRow(0)
        for title, text in self._rows(info):
            label = QLabel(text)
            label.setWordWrap(True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setAccessibleName(tr("{title}: {text}").format(title=title, text=text))
            self.facts.addRow(title, label)
        self.table.setRowCount(len(info.sources))
        for row, source in enumerate(info.sources):
            tiles = formatting.number(source.tiles)
            texts = (
                source.name,
                tiles if source.complete else tr("{tiles} (not finished)").format(tiles=tiles),
                formatting.days(source.date, source.date),
                formatting.metres(float(f"{source.pixel_size_m:.3g}")),
                source.crs,
                source.uri,
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column in (1, 3):
                    item.setTextAlignment(_RIGHT)
                self.table.setItem(row, column, item)
        header = self.table.horizontalHeader()
        for column in range(len(_COLUMNS) - 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._enable()

    @staticmethod
    def _rows(info: IndexInfo) -> tuple[tuple[str, str], ...]:
        """Return titles and texts of what is shown above the table."""
        contents = tr("{tiles} in {parts}").format(
            tiles=tr("%n tile(s)", n=info.tiles), parts=tr("%n part(s)", n=info.parts)
        )
        state = (
            tr("Complete")
            if info.complete
            else tr("Build not finished: %n tile(s) remaining.", n=info.pending_tiles)
        )
        sizes = ", ".join(formatting.metres(size) for size in info.ground_sizes_m)
        model = (
            tr("{checksum} (current model)")
            if info.model_matches
            else tr("{checksum} (different model; rebuild the index)")
        )
        return (
            (tr("Folder"), info.path),
            (tr("Contents"), contents),
            (tr("Status"), state),
            (tr("Disk space"), formatting.size(info.bytes_on_disk)),
            (tr("Ground sizes"), sizes),
            (tr("Tile overlap"), formatting.percent(info.overlap)),
            (tr("Extent"), formatting.bounds(*info.bounds) if info.bounds else tr("empty")),
            (tr("Acquired"), formatting.days(info.since, info.until)),
            (tr("Model"), model.format(checksum=info.model_checksum[:12])),
        )

    def _enable(self) -> None:
        free = self._request is None
        self.verify_button.setEnabled(free)
        self.compact_button.setEnabled(free and self._info.parts > 1)
        self.remove_button.setEnabled(free and bool(self.table.selectedItems()))
        self.busy.setVisible(not free)

    def _verify(self) -> None:
        params = methods.VerifyIndexParams(self._info.path, repair=True)
        self._ask(methods.VERIFY_INDEX, params, self._on_verified, tr("Checking all files…"))

    def _compact(self) -> None:
        params = methods.IndexParams(self._info.path)
        self._ask(methods.COMPACT_INDEX, params, self._on_compacted, tr("Merging small parts…"))

    def _remove(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if not rows:
            return
        source = self._info.sources[rows[0].row()]
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Remove image"))
        box.setText(tr("Remove {image} from this voice index?").format(image=source.name))
        box.setInformativeText(
            tr("Searches will no longer find its tiles. The image file is not deleted.")
        )
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(lambda answer: self._on_remove(answer, source.uri, source.name))
        box.open()

    def _on_remove(self, answer: int, uri: str, name: str) -> None:
        if answer == QMessageBox.StandardButton.Yes:
            text = tr("Removing {image}…").format(image=name)
            params = methods.RemoveSourceParams(self._info.path, uri)
            self._ask(methods.REMOVE_SOURCE, params, self._on_removed, text)

    # A method, not a lambda: Qt does not call those of a deleted dialog.
    def _on_removed(self, report: indexes.RemoveReport) -> None:
        self._done(tr("{image} was removed.").format(image=Path(report.source).name))

    def _forget(self) -> None:
        self.forget_wanted.emit(self._info.path)
        self.accept()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._info.path))

    def _ask(
        self,
        method: Method[methods.Params, methods.Result],
        params: methods.Params,
        then: Callable[[methods.Result], None],
        text: str,
    ) -> None:
        request = self._client.request(method, params)
        self._request = request
        self.status.setText(text)
        request.progressed.connect(self._on_progress)
        request.finished.connect(then)
        request.failed.connect(self._on_failed)
        self._enable()

    def _on_progress(self, report: ProgressReport) -> None:
        self.busy.setRange(0, max(0, report.total))
        self.busy.setValue(report.done)
        self.status.setText(formatting.progress(report))

    def _on_verified(self, report: indexes.VerifyReport) -> None:
        problems = report.problems
        if not problems:
            self._done(tr("No problems found."))
            return
        lines = [
            tr("%n problem(s) repaired.", n=len(problems)),
            tr("Press Continue in the Voice Search panel to build removed parts again."),
        ]
        lines += [
            f"{problem.part}/{problem.file}: {problem.reason}"
            for problem in problems[:_PROBLEMS_SHOWN]
        ]
        if len(problems) > _PROBLEMS_SHOWN:
            lines.append(tr("%n more problem(s)", n=len(problems) - _PROBLEMS_SHOWN))
        self._done("\n".join(lines))

    def _on_compacted(self, report: indexes.CompactReport) -> None:
        text = tr("%n part(s) merged into {number}.", n=report.parts_before)
        self._done(text.format(number=formatting.number(report.parts_after)))

    def _on_failed(self, error: EngineError) -> None:
        self._request = None
        self.status.setText(error.text)
        self._enable()

    def _done(self, text: str) -> None:
        self.status.setText(text)
        request = self._client.request(methods.INDEX_INFO, methods.IndexParams(self._info.path))
        self._request = request
        request.finished.connect(self._on_info)
        request.failed.connect(self._on_failed)

    def _on_info(self, info: IndexInfo) -> None:
        self._request = None
        self.show_info(info)
        self._enable()
        self.changed.emit()

    def done(self, result: int) -> None:
        """Close; a running request is cancelled."""
        if self._request is not None:
            self._request.cancel()
        super().done(result)
