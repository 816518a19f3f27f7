"""All questions of the project: found by words, asked again, kept or forgotten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt, pyqtSignal
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
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ...compat import SoundPlayer
from ...help import Topic
from ...history import AskedQuery
from ...paths import is_file
from ...project_history import HistoryEntry
from ...question_words import answers, facts, index_name
from ...translation import tr, tr_later
from ..widgets import formatting, theme
from ..widgets.flow_layout import FlowLayout
from ..widgets.focus import focus_kept
from ..widgets.help_button import add_help
from ..widgets.recent_questions import PlayButton

#: Columns that are more than text.
_INDEX, _ASKED, _PLACES = 2, 3, 4
_NO_PARENT = QModelIndex()


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
        theme.readable_placeholder(self.filter, tr("Find by words"))
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
        add_help(self, close, Topic.HISTORY)
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
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.filter)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._enter_list)
        self.list.selectionModel().selectionChanged.connect(lambda *_change: self._show_current())
        self.list.activated.connect(lambda _cell: self.ask_button.click())
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
        chosen = self.list.selectionModel().selectedRows()
        return self.list.questions.rows[chosen[0].row()] if chosen else None

    def show_entries(
        self, entries: Sequence[HistoryEntry], with_layer: Sequence[HistoryEntry]
    ) -> None:
        """Show these questions; the one that was selected stays selected, or its neighbour.

        Args:
            entries: The newest first.
            with_layer: Those whose layer is in the project.
        """
        self._with_layer = with_layer
        self._rearrange(lambda: self.list.questions.set_entries(entries))

    def select(self, asked: AskedQuery) -> None:
        """Select a question, whatever is being looked for; if it is not listed, say what is known of it."""
        self.filter.clear()
        row = self.list.questions.row_of(asked)
        if row >= 0:
            self._go_to(row)
            return
        self.list.clearSelection()
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
        self._rearrange(lambda: self.list.questions.set_words(self.filter.text()))

    def _rearrange(self, change: Callable[[], None]) -> None:
        """Change the rows; the question that is selected stays so, or its neighbour is."""
        before, place = self.current, max(0, self.list.currentIndex().row())
        change()
        questions = self.list.questions
        shown, total = len(questions.rows), questions.total
        if shown:
            same = -1 if before is None else questions.row_of(before.asked)
            self._go_to(same if same >= 0 else min(place, shown - 1))
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

    def _go_to(self, row: int) -> None:
        self.list.setCurrentIndex(self.list.questions.index(row, 0))

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
        with focus_kept(self, self.list):
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


class _Questions(QAbstractTableModel):
    """The questions that are listed: sorted by what a column means, not by what it says.

    Attributes:
        rows: Those with the words that are looked for, in the order of the list.
        total: How many there are of all.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[HistoryEntry] = []
        self._entries: Sequence[HistoryEntry] = ()
        self._words = ""
        self._column, self._descending = _ASKED, True

    @property
    def total(self) -> int:
        """How many questions there are, with whatever words."""
        return len(self._entries)

    def set_entries(self, entries: Sequence[HistoryEntry]) -> None:
        """List these."""
        self._entries = entries
        self._arrange()

    def set_words(self, words: str) -> None:
        """List only those with these words."""
        self._words = words
        self._arrange()

    def row_of(self, asked: AskedQuery) -> int:
        """Return the row of a question; -1 if it is not listed."""
        return next((row for row, entry in enumerate(self.rows) if entry.is_of(asked)), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; Qt calls it."""
        self._column, self._descending = column, order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def _arrange(self) -> None:
        found = [entry for entry in self._entries if entry.matches(self._words)]
        found.sort(key=_COLUMNS[self._column].key, reverse=self._descending)
        self.beginResetModel()
        self.rows = found
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = _NO_PARENT) -> int:  # noqa: N802
        """Return how many are listed."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = _NO_PARENT) -> int:  # noqa: N802
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(_COLUMNS[section].name)
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says; asked for the cells in sight only."""
        entry = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[index.column()].text(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.asked.index if index.column() == _INDEX else entry.asked.title
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _PLACES:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


class _QuestionList(QTreeView):
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
        self.questions = _Questions(self)
        self.setModel(self.questions)
        self.setAccessibleName(tr("Questions of this project"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSortingEnabled(True)
        self.sortByColumn(_ASKED, Qt.SortOrder.DescendingOrder)
        header = self.header()
        header.setStretchLastSection(False)
        # By the rows in sight: to measure hundreds takes too long.
        header.setResizeContentsPrecision(0)
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
                "{name} has been deleted or moved, so it cannot be asked again. Put the file back, or show another "
                "example."
            ).format(name=missing[0])
        )
    return "\n".join(lines)


def _fact_lines(asked: AskedQuery) -> list[str]:
    return [tr("{name}: {value}").format(name=name, value=value) for name, value in facts(asked)]


@dataclass(frozen=True)
class _Column:
    """A column: its name, what it says of a question, and what it is sorted by."""

    name: str
    text: Callable[[HistoryEntry], str]
    key: Callable[[HistoryEntry], Any]


_COLUMNS = (
    _Column(tr_later("Question"), lambda e: e.asked.title, lambda e: e.asked.title.casefold()),
    _Column(tr_later("Answers"), lambda e: answers(e.yes, e.no), lambda e: len(e.asked.query.labels)),
    _Column(tr_later("Voice index"), lambda e: index_name(e.asked), lambda e: e.asked.index.casefold()),
    _Column(tr_later("Asked"), lambda e: formatting.moment(e.asked.asked_at), lambda e: e.asked.asked_at),
    _Column(tr_later("Places"), lambda e: formatting.number(e.hits), lambda e: e.hits),
    _Column(tr_later("Recording"), lambda e: _recording(e), lambda e: _recording(e)),
    _Column(tr_later("Kept"), lambda e: tr("Kept") if e.kept else "", lambda e: e.kept),
)  # fmt: skip
