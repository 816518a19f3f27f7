"""What a voice index holds; checking, repairing, compacting it; taking images out of it."""

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
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...contract import IndexInfo, Method, ProgressReport, indexes, methods
from ...engine_client import EngineClient, Request
from ...errors import EngineError
from ..widgets import formatting, theme

_COLUMNS = ("Image", "Tiles", "Taken", "Pixel", "Coordinate system", "Path")


class IndexDetailsDialog(QDialog):
    """Shows a voice index and looks after it.

    Args:
        client: The engine.
        info: What the index holds.

    Signals:
        changed(): The index has changed.
        forget_wanted(str): Take this index off the list; its folder stays.
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
        self.table.setHorizontalHeaderLabels(_COLUMNS)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().setVisible(False)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setAccessibleName("Images of the voice index")
        self.table.setToolTip("The images that this index was made of")
        self.said = theme.MutedLabel()
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.setAccessibleName("What was found")
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setFixedHeight(6)
        self.busy.setVisible(False)

        self.verify_button = theme.button(
            "Check and repair",
            "Compare every file with its checksum; damaged parts are dropped",
            self._verify,
        )
        self.compact_button = theme.button(
            "Compact", "Merge small parts, so that searches open fewer files", self._compact
        )
        self.remove_button = theme.button(
            "Remove image...",
            "Take the selected image out of the index; the image itself stays",
            self._remove,
        )
        self.forget_button = theme.button(
            "Take off the list", "Do not offer this index any more; its folder stays", self._forget
        )
        folder_button = theme.button(
            "Open folder", "Show the folder of the index", self._open_folder
        )
        actions = QHBoxLayout()
        for button in (self.verify_button, self.compact_button, self.remove_button):
            actions.addWidget(button)
        actions.addStretch(1)
        actions.addWidget(folder_button)
        actions.addWidget(self.forget_button)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(self.facts)
        layout.addWidget(self.table, 1)
        layout.addLayout(actions)
        layout.addWidget(self.busy)
        layout.addWidget(self.said)
        layout.addWidget(buttons)
        self.table.itemSelectionChanged.connect(self._enable)
        self.show_info(info)
        self.resize(self.fontMetrics().size(0, "x" * 100 + "\n" * 26))

    def show_info(self, info: IndexInfo) -> None:
        """Show what the index holds."""
        self._info = info
        self.setWindowTitle(f"Voice index {Path(info.path).stem}")
        while self.facts.rowCount():
            self.facts.removeRow(0)
        sizes = ", ".join(f"{size:g} m" for size in info.ground_sizes_m)
        state = (
            "complete"
            if info.complete
            else f"not finished, {formatting.count(info.pending_tiles, 'tile')} to go"
        )
        rows = (
            ("Folder", info.path),
            (
                "Holds",
                f"{formatting.count(info.tiles, 'tile')} in {formatting.count(info.parts, 'part')}, {state}",
            ),
            ("On the disk", formatting.size(info.bytes_on_disk)),
            ("Ground sizes", f"{sizes}; overlap {info.overlap:.0%}"),
            (
                "Covers",
                formatting.degrees(*info.bounds) if info.bounds else "nothing yet",
            ),
            ("Taken", formatting.days(info.since, info.until)),
            (
                "Model",
                f"{info.model_checksum[:12]} ({'this one' if info.model_matches else 'another one: build it again'})",
            ),
        )
        for title, text in rows:
            label = QLabel(text)
            label.setWordWrap(True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setAccessibleName(f"{title}: {text}")
            self.facts.addRow(title, label)
        self.table.setRowCount(len(info.sources))
        for row, source in enumerate(info.sources):
            tiles = f"{source.tiles:,}" + ("" if source.complete else " (not finished)")
            texts = (
                source.name,
                tiles,
                str(source.date or "unknown"),
                f"{source.pixel_size_m:.3g} m",
                source.crs,
                source.uri,
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column in (1, 3):
                    item.setTextAlignment(
                        int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                    )
                self.table.setItem(row, column, item)
        header = self.table.horizontalHeader()
        for column in range(len(_COLUMNS) - 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._enable()

    def _enable(self) -> None:
        free = self._request is None
        self.verify_button.setEnabled(free)
        self.compact_button.setEnabled(free and self._info.parts > 1)
        self.remove_button.setEnabled(free and bool(self.table.selectedItems()))
        self.busy.setVisible(not free)

    def _verify(self) -> None:
        params = methods.VerifyIndexParams(self._info.path, repair=True)
        self._ask(methods.VERIFY_INDEX, params, self._on_verified, "Checking every file...")

    def _compact(self) -> None:
        params = methods.IndexParams(self._info.path)
        self._ask(methods.COMPACT_INDEX, params, self._on_compacted, "Merging small parts...")

    def _remove(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if not rows:
            return
        source = self._info.sources[rows[0].row()]
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Remove image")
        box.setText(f"Take {source.name} out of this voice index?")
        box.setInformativeText("Its tiles are not found any more. The image itself stays.")
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(lambda answer: self._on_remove(answer, source.uri, source.name))
        box.open()

    def _on_remove(self, answer: int, uri: str, name: str) -> None:
        if answer == QMessageBox.StandardButton.Yes:
            params = methods.RemoveSourceParams(self._info.path, uri)
            self._ask(methods.REMOVE_SOURCE, params, self._on_removed, f"Removing {name}...")

    # A method, not a lambda: Qt does not call those of a dialog that is gone.
    def _on_removed(self, report: indexes.RemoveReport) -> None:
        self._done(f"{Path(report.source).name} was removed.")

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
        saying: str,
    ) -> None:
        request = self._client.request(method, params)
        self._request = request
        self.said.setText(saying)
        request.progressed.connect(self._on_progress)
        request.finished.connect(then)
        request.failed.connect(self._on_failed)
        self._enable()

    def _on_progress(self, report: ProgressReport) -> None:
        self.busy.setRange(0, max(0, report.total))
        self.busy.setValue(report.done)
        self.said.setText(formatting.progress(report))

    def _on_verified(self, report: indexes.VerifyReport) -> None:
        problems = report.problems
        if not problems:
            self._done("All is well.")
            return
        lines = [f"{problem.part} {problem.file}: {problem.reason}" for problem in problems[:5]]
        more = f"\nand {len(problems) - 5} more" if len(problems) > 5 else ""
        self._done(
            f"{formatting.count(len(problems), 'problem')} repaired; press Continue in the dock to make "
            "what was dropped again.\n" + "\n".join(lines) + more
        )

    def _on_compacted(self, report: indexes.CompactReport) -> None:
        self._done(
            f"{formatting.count(report.parts_before, 'part')} became {report.parts_after:,}."
        )

    def _on_failed(self, error: EngineError) -> None:
        self._request = None
        self.said.setText(error.text)
        self._enable()

    def _done(self, text: str) -> None:
        self.said.setText(text)
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
        """Close; a check that is going on is not needed any more."""
        if self._request is not None:
            self._request.cancel()
        super().done(result)
