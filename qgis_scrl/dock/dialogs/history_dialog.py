"""All questions of the project: found by words, asked again, kept or forgotten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMessageBox,
    QShortcut,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...compat import SoundPlayer
from ...history import AskedQuery
from ...paths import is_file
from ...project_history import HistoryEntry
from ...question_words import answers, facts, index_name
from ...translation import tr
from ..widgets import formatting, theme
from ..widgets.flow_layout import FlowLayout
from ..widgets.recent_questions import PlayButton

_ENTRY = int(Qt.ItemDataRole.UserRole)


class HistoryDialog(QDialog):
    """Lists the questions of the project; the map and the dock stay usable.

    Args:
        player: Plays recordings.

    Signals:
        ask_wanted(object): Ask this :class:`HistoryEntry` again.
        typed_wanted(object): Ask this one with what was heard typed, for its recording is gone.
        layer_wanted(object): Show the layer of this one.
        keep_wanted(object, bool): Keep this one; False: no longer.
        forget_wanted(object): Forget this one.
        undo_wanted(): Take the last forgetting back.
        delete_wanted(): Delete all recordings.
    """

    ask_wanted = pyqtSignal(object)
    typed_wanted = pyqtSignal(object)
    layer_wanted = pyqtSignal(object)
    keep_wanted = pyqtSignal(object, bool)
    forget_wanted = pyqtSignal(object)
    undo_wanted = pyqtSignal()
    delete_wanted = pyqtSignal()

    def __init__(self, player: SoundPlayer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Questions of this project"))
        self._askable = False
        self._with_layer: Sequence[HistoryEntry] = ()

        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Find by words"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setToolTip(
            tr(
                "Show only questions with all these words: what was typed or heard, examples, the name of the voice "
                "index (Ctrl+F)"
            )
        )
        self.filter.setAccessibleName(tr("Find questions by words"))
        self.list = _QuestionList()
        self.details = QLabel()
        theme.selectable(self.details)
        self.details.setAccessibleName(tr("Details of the selected question"))
        self.status = theme.MutedLabel()
        self.status.setAccessibleName(tr("Status"))

        self.play_button = PlayButton(player)
        self.ask_button = theme.button(
            tr("Ask again"),
            tr(
                "Search again with this question: in the same voice index, with the same filters and answers (Enter)"
            ),
            self._with_current(self.ask_wanted.emit),
            icon="ask-again",
        )
        self.typed_button = theme.button(
            tr("Ask as text"),
            tr("Search with the words that were heard, because the recording has been deleted"),
            self._with_current(self.typed_wanted.emit),
            icon="type",
        )
        self.layer_button = theme.button(
            tr("Show its layer"),
            tr("Show the layer of its results, if it is still in the project"),
            self._with_current(self.layer_wanted.emit),
            icon="footprints",
        )
        self.keep_button = theme.button(
            tr("Keep"),
            tr("Keep this question and its recording, however many others follow (K)"),
            icon="keep",
        )
        self.keep_button.setCheckable(True)
        self.keep_button.clicked.connect(self._keep)
        self.forget_button = theme.button(
            tr("Forget"),
            tr(
                "Remove this question from the list; its recording is deleted when this window closes (Delete)"
            ),
            self._with_current(self.forget_wanted.emit),
            icon="cancel",
        )
        self.undo_button = theme.button(
            tr("Undo"),
            tr("Bring the question that was forgotten last back (Ctrl+Z)"),
            self.undo_wanted.emit,
            icon="undo",
            name=tr("Bring the forgotten question back"),
        )
        self.undo_button.setEnabled(False)
        self.delete_button = theme.button(
            tr("Delete all recordings…"),
            tr(
                "Delete all recorded questions from this computer, of other projects, too; the list stays"
            ),
            self.delete_wanted.emit,
            icon="clear",
        )
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        # Enter belongs to the list.
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)

        actions = theme.pack(
            FlowLayout(), self.ask_button, self.typed_button, self.play_button, self.layer_button,
            self.keep_button, self.forget_button, self.undo_button,
        )  # fmt: skip
        bottom = theme.pack(QHBoxLayout(), self.delete_button, close, wide=close)
        theme.pack(
            QVBoxLayout(self), self.filter, self.list, self.details, actions, self.status, bottom,
            wide=self.list, margin=None,
        )  # fmt: skip
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self._enter_list)
        self.list.itemSelectionChanged.connect(self._show_current)
        self.list.itemActivated.connect(lambda *_row: self.ask_button.click())
        self.list.forget_pressed.connect(self.forget_button.click)
        self.list.keep_pressed.connect(self.keep_button.click)
        self.list.undo_pressed.connect(self.undo_button.click)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.filter.setFocus)
        self.resize(self.fontMetrics().size(0, "x" * 110 + "\n" * 26))
        self._show_current()

    @property
    def current(self) -> HistoryEntry | None:
        """The question that is selected."""
        chosen = self.list.selectedItems()
        entry: HistoryEntry | None = chosen[0].data(0, _ENTRY) if chosen else None
        return entry

    def show_entries(
        self, entries: Sequence[HistoryEntry], with_layer: Sequence[HistoryEntry]
    ) -> None:
        """Show these questions; the one that was selected stays selected, or its neighbour.

        Args:
            entries: The newest first.
            with_layer: Those whose layer is in the project.
        """
        before = self.current
        place = max(0, self.list.indexOfTopLevelItem(self.list.currentItem()))
        self._with_layer = with_layer
        self.list.setSortingEnabled(False)
        self.list.clear()
        self.list.addTopLevelItems([_Row(entry) for entry in entries])
        self.list.setSortingEnabled(True)
        rows = [self.list.topLevelItem(number) for number in range(self.list.topLevelItemCount())]
        same = [row for row in rows if before and row.data(0, _ENTRY).is_of(before.asked)]
        if rows:
            self.list.setCurrentItem(same[0] if same else rows[min(place, len(rows) - 1)])
        self._filter()

    def select(self, asked: AskedQuery) -> None:
        """Select a question, whatever is being looked for; if it is not listed, say what is known of it."""
        self.filter.clear()
        for number in range(self.list.topLevelItemCount()):
            row = self.list.topLevelItem(number)
            if row.data(0, _ENTRY).is_of(asked):
                self.list.setCurrentItem(row)
                return
        self.list.setCurrentItem(None)
        known = "\n".join(_fact_lines(asked))
        self.details.setText(known or tr("The question of this layer is not known."))

    def set_askable(self, askable: bool) -> None:
        """Set whether a search can be started now."""
        self._askable = askable
        self._enable()

    def set_undoable(self, undoable: bool) -> None:
        """Set whether there is a forgotten question to bring back."""
        self.undo_button.setEnabled(undoable)

    def ask_to_delete(self, count: int, size: int, then: Callable[[], None]) -> None:
        """Ask whether so many recordings, of so many bytes, are to be deleted."""
        box = QMessageBox(
            QMessageBox.Icon.Question,
            tr("Delete all recordings"),
            tr("Delete %n recording(s), {size}?", n=count).format(size=formatting.size(size)),
            parent=self,
        )
        box.setInformativeText(
            tr(
                "All recorded questions of all projects are deleted from this computer, kept ones, too. This cannot "
                "be undone. The questions stay in the list, with the words that were heard."
            )
        )
        delete = box.addButton(tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        delete.clicked.connect(lambda _checked=False: then())
        box.open()

    def say(self, text: str) -> None:
        """Say what has happened."""
        self.status.setText(text)

    def _with_current(self, action: Callable[[HistoryEntry], None]) -> Callable[[], None]:
        def act() -> None:
            entry = self.current
            if entry is not None:
                action(entry)

        return act

    def _keep(self, kept: bool) -> None:
        entry = self.current
        if entry is not None:
            self.keep_wanted.emit(entry, kept)

    def _enter_list(self) -> None:
        """Go from the words to what they have found."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _filter(self) -> None:
        words, shown, first = self.filter.text(), 0, None
        for number in range(self.list.topLevelItemCount()):
            row = self.list.topLevelItem(number)
            matches = row.data(0, _ENTRY).matches(words)
            row.setHidden(not matches)
            shown += matches
            first = first or (row if matches else None)
        current = self.list.currentItem()
        if first is not None and (current is None or current.isHidden()):
            self.list.setCurrentItem(first)
        elif first is None:
            self.list.setCurrentItem(None)
        total = self.list.topLevelItemCount()
        if not total:
            text = tr("No question has been asked in this project yet.")
        elif not shown:
            text = tr("No question has these words. Delete a word to see more.")
        elif shown < total:
            text = tr("{shown} of %n question(s)", n=total).format(shown=formatting.number(shown))
        else:
            text = tr("%n question(s)", n=total)
        self.say(text)
        self._show_current()

    def _show_current(self) -> None:
        entry = self.current
        self.details.setText("" if entry is None else _details(entry))
        recording = "" if entry is None else entry.asked.recording
        if is_file(recording):
            self.play_button.show_recording(recording)
        else:
            self.play_button.hide()
        self._enable()

    def _enable(self) -> None:
        entry = self.current
        gone = entry is not None and bool(entry.asked.missing_files)
        typed = entry.asked.typed if entry and gone else None
        can_type = typed is not None and not typed.missing_files
        self.ask_button.setEnabled(self._askable and entry is not None and not gone)
        self.typed_button.setVisible(can_type)
        self.typed_button.setEnabled(self._askable and can_type)
        self.layer_button.setEnabled(entry in self._with_layer)
        self.keep_button.setEnabled(entry is not None)
        self.keep_button.setChecked(entry is not None and entry.kept)
        self.forget_button.setEnabled(entry is not None)


class _Row(QTreeWidgetItem):
    """A question; sorted by what a column means, not by what it says."""

    def __init__(self, entry: HistoryEntry) -> None:
        asked = entry.asked
        super().__init__(
            [
                asked.title,
                answers(entry.yes, entry.no),
                index_name(asked),
                formatting.moment(asked.asked_at),
                formatting.number(entry.hits),
                _recording(entry),
                tr("Kept") if entry.kept else "",
            ]
        )
        self._keys: tuple[Any, ...] = (
            asked.title.casefold(), entry.yes + entry.no, index_name(asked).casefold(), asked.asked_at,
            entry.hits, _recording(entry), entry.kept,
        )  # fmt: skip
        self.setData(0, _ENTRY, entry)
        self.setToolTip(0, asked.title)
        self.setToolTip(2, asked.index)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setTextAlignment(4, Qt.AlignmentFlag(right))

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        """Compare by the column that is sorted by."""
        column = self.treeWidget().sortColumn()
        return bool(isinstance(other, _Row) and self._keys[column] < other._keys[column])


class _QuestionList(QTreeWidget):
    """The table of questions.

    Signals:
        forget_pressed(): Delete was pressed.
        keep_pressed(): K was.
        undo_pressed(): Ctrl+Z was.
    """

    forget_pressed = pyqtSignal()
    keep_pressed = pyqtSignal()
    undo_pressed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderLabels(
            [tr("Question"), tr("Answers"), tr("Voice index"), tr("Asked"), tr("Places"), tr("Recording"), tr("Kept")]
        )  # fmt: skip
        self.setAccessibleName(tr("Questions of this project"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSortingEnabled(True)
        self.sortByColumn(3, Qt.SortOrder.DescendingOrder)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let keys do what the buttons do."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_pressed.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.forget_pressed.emit()
        elif event.key() == Qt.Key.Key_K and not event.modifiers():
            self.keep_pressed.emit()
        else:
            super().keyPressEvent(event)


def _recording(entry: HistoryEntry) -> str:
    """Return whether the recording of a question is still there; empty if it was not spoken."""
    recording = entry.asked.recording
    if not recording:
        return ""
    return tr("deleted") if recording in entry.asked.missing_files else tr("there")


def _details(entry: HistoryEntry) -> str:
    """Return all that is known of a question, and whether it can be asked again."""
    lines = _fact_lines(entry.asked)
    if entry.heard:
        lines.append(tr("Sounds like: {phrases}").format(phrases=", ".join(entry.heard)))
    if not entry.whole:
        lines.append(
            tr(
                "Its area was too detailed to be saved: Ask again searches where the dock's filters say."
            )
        )
    missing = entry.asked.missing_files
    if missing and entry.asked.recording in missing:
        why = tr("Its recording has been deleted, so it cannot be asked again as it was.")
        step = tr("Speak it again.")
        if entry.asked.typed is not None:
            step = tr(
                "Speak it again, or press Ask as text to search with the words that were heard."
            )
        lines.append(f"{why} {step}")
    elif missing:
        lines.append(
            tr(
                "{name} has been deleted or moved, so it cannot be asked again. Put the file back, or show another example."
            ).format(name=missing[0])
        )
    return "\n".join(lines)


def _fact_lines(asked: AskedQuery) -> list[str]:
    return [tr("{name}: {value}").format(name=name, value=value) for name, value in facts(asked)]
