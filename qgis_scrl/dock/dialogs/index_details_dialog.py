"""The content of a voice index; checking, repairing and compacting it; removing and relocating its images."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from os.path import commonprefix
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
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ... import texts
from ...compat import raster_source
from ...contract import IndexedSource, IndexInfo, Method, ProgressReport, indexes, methods
from ...engine_client import EngineClient, Request
from ...errors import EngineError
from ...help import Topic
from ...paths import exists
from ...translation import tr, tr_later
from ..widgets import formatting, theme
from ..widgets.file_dialogs import choose_folder
from ..widgets.flow_layout import FlowLayout
from ..widgets.help_button import add_help
from ..widgets.question_box import ask_first

_COLUMNS = (
    tr_later("Image"),
    tr_later("Tiles"),
    tr_later("Acquired"),
    tr_later("Pixel size"),
    tr_later("CRS"),
    tr_later("Decisions"),
    tr_later("Path"),
)
_NUMBERS = (1, 3, 5)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LINES_SHOWN = 5


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
        self.decisions = QLabel()
        theme.selectable(self.decisions)
        self.decisions.setAccessibleName(tr("Decisions"))
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
        self.relocate_button = theme.button(
            tr("Relocate…"),
            tr("Say where the image files are now, if they were moved; nothing is embedded again"),
            self._relocate,
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
            self.relocate_button,
            folder_button,
            self.forget_button,
            spacing=theme.gap(self),
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        add_help(self, buttons, Topic.BUILDING)
        parts = (
            self.facts, self.table, self.decisions, actions, self.busy, self.status, buttons,
        )  # fmt: skip
        theme.pack(QVBoxLayout(self), *parts, wide=self.table, margin=None)
        self.table.itemSelectionChanged.connect(self._on_selection)
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
            cells = (
                source.name,
                tiles if source.complete else tr("{tiles} (not finished)").format(tiles=tiles),
                formatting.days(source.date, source.date),
                formatting.metres(float(f"{source.pixel_size_m:.3g}")),
                source.crs,
                formatting.number(len(source.decisions)) if source.decisions else "",
                source.uri,
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column in _NUMBERS:
                    item.setTextAlignment(_RIGHT)
                self.table.setItem(row, column, item)
        header = self.table.horizontalHeader()
        for column in range(len(_COLUMNS) - 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._on_selection()

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

    def _selected(self) -> IndexedSource | None:
        rows = self.table.selectionModel().selectedRows()
        return self._info.sources[rows[0].row()] if rows else None

    def _on_selection(self) -> None:
        """Show what was decided about the selected image; without one, of how many there is something to show."""
        source = self._selected()
        if source is not None:
            lines = [texts.note(notice) for notice in source.decisions]
        else:
            decided = sum(bool(source.decisions) for source in self._info.sources)
            hint = tr("%n image(s) with decisions: select one to read them.", n=decided)
            lines = [hint] if decided else []
        self.decisions.setText("\n".join(lines))
        self.decisions.setVisible(bool(lines))
        self._enable()

    def _enable(self) -> None:
        free = self._request is None
        self.verify_button.setEnabled(free)
        self.compact_button.setEnabled(free and self._info.parts > 1)
        self.remove_button.setEnabled(free and bool(self.table.selectedItems()))
        self.relocate_button.setEnabled(free and bool(self._info.sources))
        self.busy.setVisible(not free)

    def _verify(self) -> None:
        params = methods.VerifyIndexParams(self._info.path, repair=True)
        self._ask(methods.VERIFY_INDEX, params, self._on_verified, tr("Checking all files…"))

    def _compact(self) -> None:
        params = methods.IndexParams(self._info.path)
        self._ask(methods.COMPACT_INDEX, params, self._on_compacted, tr("Merging small parts…"))

    def _remove(self) -> None:
        source = self._selected()
        if source is None:
            return
        ask_first(
            self,
            tr("Remove image"),
            tr("Remove {image} from this voice index?").format(image=source.name),
            tr("Searches will no longer find its tiles. The image file is not deleted."),
            lambda: self._remove_source(source.uri, source.name),
        )

    def _remove_source(self, uri: str, name: str) -> None:
        text = tr("Removing {image}…").format(image=name)
        params = methods.RemoveSourceParams(self._info.path, uri)
        self._ask(methods.REMOVE_SOURCE, params, self._on_removed, text)

    # A method, not a lambda: Qt does not call those of a deleted dialog.
    def _on_removed(self, report: indexes.RemoveReport) -> None:
        self._done(tr("{image} was removed.").format(image=Path(report.source).name))

    def _relocate(self) -> None:
        """Ask for the folder that the images which are not where they were are in now."""
        old = common_folder(missing_files(self._info.sources))
        if not old:
            self.status.setText(tr("All images of this index are where they were."))
            return
        title = tr("Choose the folder that was {folder}").format(folder=old)
        start = str(Path(self._info.path).parent)
        choose_folder(self, title, start, lambda new: self._relocate_to(old, new))

    def _relocate_to(self, old: str, new: str) -> None:
        params = methods.RelocateParams(self._info.path, old, new)
        text = tr("Comparing the images in {folder}…").format(folder=new)
        self._ask(methods.RELOCATE_INDEX, params, self._on_relocated, text)

    def _on_relocated(self, report: indexes.RelocateReport) -> None:
        lines = [tr("%n image(s) relocated.", n=len(report.relocated))]
        lines += _shortened(
            [
                tr("{image} keeps its old path: {reason}").format(
                    image=failed.source, reason=texts.sentence(failed.failure)
                )
                for failed in report.failed
            ],
        )
        self._done("\n".join(lines))

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
        lines += _shortened([f"{one.part}/{one.file}: {one.reason}" for one in problems])
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


def missing_files(sources: Sequence[IndexedSource]) -> list[str]:
    """Return the files of an index's images that are not where they were when they were indexed."""
    files = [raster_source(source.uri)[0] for source in sources if "://" not in source.uri]
    return [file for file in files if not file.startswith("/vsi") and not exists(file)]


def common_folder(files: Sequence[str]) -> str:
    """Return the innermost folder that all files lie in, of any system; that of the first if there is none."""
    # Not `commonpath`: it knows the paths of one system only.
    for prefix in (commonprefix(list(files)), *files[:1]):  # noqa: RUF071
        folder = re.match(r"(.*)[/\\]", prefix, re.DOTALL)
        if folder is not None:
            return folder[1] or folder[0]
    return ""


def _shortened(lines: Sequence[str]) -> list[str]:
    """Return the first of many lines, and how many there are more."""
    more = len(lines) - _LINES_SHOWN
    shown = list(lines[:_LINES_SHOWN])
    return [*shown, tr("%n more problem(s)", n=more)] if more > 0 else shown
