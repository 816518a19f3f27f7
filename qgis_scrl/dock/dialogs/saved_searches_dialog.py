"""The saved searches of a voice index: kept asking, asked now, renamed, removed."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QShortcut,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...contract import SavedSearch, index_name
from ...help import Topic
from ...history import AskedQuery, shortened
from ...translation import tr
from ..widgets import formatting, theme
from ..widgets.announcing import LiveLabel
from ..widgets.focus import focus_kept
from ..widgets.help_button import add_help


class SavedSearchesDialog(QDialog):
    """Lists saved searches; the map and the dock stay usable.

    Args:
        index: Folder of the voice index.

    Attributes:
        searches: What is listed.

    Signals:
        keep_wanted(str): Keep asking the question of the dock, under this name.
        ask_wanted(object): Ask this :class:`SavedSearch` of the whole index.
        rename_wanted(object, str): Call this :class:`SavedSearch` so.
        remove_wanted(object): Remove this :class:`SavedSearch`.
        undo_wanted(): Bring the one back that was removed last.
    """

    keep_wanted = pyqtSignal(str)
    ask_wanted = pyqtSignal(object)
    rename_wanted = pyqtSignal(object, str)
    remove_wanted = pyqtSignal(object)
    undo_wanted = pyqtSignal()

    def __init__(self, index: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Saved searches of {name}").format(name=index_name(index)))
        self.index = index
        self.searches: tuple[SavedSearch, ...] = ()
        self._question: AskedQuery | None = None

        self.question = theme.MutedLabel()
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the search"))
        self.name.setToolTip(tr("What the search is called when it has found something"))
        label = QLabel(tr("&Name:"))
        label.setBuddy(self.name)
        self.keep_button = theme.button(
            tr("Keep asking"),
            tr("Ask this question of all imagery that is added to the index from now on"),
            self._keep,
            icon="keep-asking",
        )
        self.list = QTreeWidget()
        self.list.setHeaderLabels([tr("Name"), tr("Question"), tr("Saved"), tr("Last asked")])
        self.list.setRootIsDecorated(False)
        self.list.setAlternatingRowColors(True)
        self.list.setUniformRowHeights(True)
        # F2 and the button: a double click asks.
        self.list.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(tr("Saved searches"))
        self.ask_button = theme.button(
            tr("Ask now"),
            tr("Search the whole index with the selected question (Enter)"),
            self._ask,
            icon="ask-again",
        )
        self.rename_button = theme.button(
            tr("Rename"), tr("Give the selected search another name (F2)"), self._rename
        )
        self.remove_button = theme.button(
            tr("Remove"), tr("Ask the selected question no more (Del)"), self._remove
        )
        self.undo_button = theme.button(
            tr("Undo"),
            tr("Bring the search back that was removed last (Ctrl+Z)"),
            self.undo_wanted.emit,
        )
        self.status = LiveLabel()
        theme.selectable(self.status)
        self.status.setAccessibleName(tr("Status"))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        add_help(self, close, Topic.SAVED_SEARCHES)
        # Enter belongs to the field and to the list.
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        theme.pack(
            QVBoxLayout(self),
            self.question,
            theme.pack(QHBoxLayout(), label, self.name, self.keep_button, wide=self.name),
            self.list,
            theme.pack(
                QHBoxLayout(),
                self.ask_button,
                self.rename_button,
                self.remove_button,
                self.undo_button,
            ),
            self.status,
            close,
            wide=self.list,
            margin=None,
        )
        self.name.returnPressed.connect(self._keep)
        self.name.textChanged.connect(lambda _text: self._enable())
        self.list.itemSelectionChanged.connect(self._enable)
        self.list.itemActivated.connect(lambda _item, _column: self._ask())
        self.list.itemChanged.connect(self._on_renamed)
        for key, action in (
            (Qt.Key.Key_F2, self._rename),
            (Qt.Key.Key_Delete, self._remove),
            (QKeySequence.StandardKey.Undo, self.undo_button.click),
        ):
            shortcut = QShortcut(QKeySequence(key), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(action)
        self.undo_button.setEnabled(False)
        self.show_question(None)
        self.resize(self.fontMetrics().size(0, "x" * 84 + "\n" * 18))

    @property
    def current(self) -> SavedSearch | None:
        """The search that is selected; None if none is."""
        chosen = self.list.selectedItems()
        row = self.list.indexOfTopLevelItem(chosen[0]) if chosen else -1
        return self.searches[row] if 0 <= row < len(self.searches) else None

    def show_question(self, asked: AskedQuery | None) -> None:
        """Offer to keep asking a question; None: there is none."""
        self._question = asked
        if asked is None:
            self.question.setText(
                tr("Ask a question in the dock to keep asking it of imagery that is added later.")
            )
        else:
            title, least = shortened(asked.title), asked.query.min_score
            question = tr("Your question: {question}")
            if least is not None:
                question = tr("Your question: {question} (score ≥ {minimum})")
            minimum = formatting.number(least or 0.0, 2)
            self.question.setText(question.format(question=title, minimum=minimum))
            self.name.setText(title)
            self.name.selectAll()
        self._enable()

    def show_searches(self, searches: Sequence[SavedSearch], chosen: str = "") -> None:
        """List searches; the one of the name ``chosen`` is selected, or else the one where one was selected."""
        place = max(0, self.list.indexOfTopLevelItem(self.list.currentItem()))
        self.searches = ()
        self.list.clear()
        rows = [_row(search) for search in searches]
        self.list.addTopLevelItems(rows)
        self.searches = tuple(searches)
        names = [search.name for search in searches]
        if rows:
            row = names.index(chosen) if chosen in names else min(place, len(rows) - 1)
            self.list.setCurrentItem(rows[row])
        for column in range(self.list.columnCount() - 1):
            self.list.resizeColumnToContents(column)
            widest = self.fontMetrics().averageCharWidth() * 30
            self.list.setColumnWidth(column, min(widest, self.list.columnWidth(column)))
        self._enable()

    def say(self, text: str) -> None:
        """Say what has been done, or what went wrong."""
        self.status.setText(text)

    def _enable(self) -> None:
        with focus_kept(self, self.list):
            self.keep_button.setEnabled(
                self._question is not None and bool(self.name.text().strip())
            )
            for button in (self.ask_button, self.rename_button, self.remove_button):
                button.setEnabled(self.current is not None)

    def _keep(self) -> None:
        if self.keep_button.isEnabled():
            self.keep_wanted.emit(self.name.text().strip())

    def _ask(self) -> None:
        if self.current is not None:
            self.ask_wanted.emit(self.current)

    def _rename(self) -> None:
        chosen = self.list.selectedItems()
        if chosen:
            self.list.editItem(chosen[0], 0)

    def _on_renamed(self, item: QTreeWidgetItem, _column: int) -> None:
        row = self.list.indexOfTopLevelItem(item)
        if 0 <= row < len(self.searches) and item.text(0) != self.searches[row].name:
            self.rename_wanted.emit(self.searches[row], item.text(0))

    def _remove(self) -> None:
        if self.current is not None:
            self.remove_wanted.emit(self.current)


def _row(search: SavedSearch) -> QTreeWidgetItem:
    title = AskedQuery(search.query).title
    asked = formatting.moment(search.asked) if search.asked else tr("not yet")
    row = QTreeWidgetItem([search.name, title, formatting.moment(search.saved), asked])
    row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
    for column in range(row.columnCount()):
        row.setToolTip(column, f"{search.name}\n{title}")
    return row
