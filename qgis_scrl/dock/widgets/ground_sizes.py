"""Ground sizes in words, and a list to choose them from."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.gui import QgsDoubleSpinBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from . import theme

#: What a square of that side holds: (up to that many metres, in words).
_WORDS: tuple[tuple[float, str], ...] = (
    (15, "a car or a tree"),
    (35, "a house, a swimming pool"),
    (75, "a house and its garden, a tennis court"),
    (150, "a large building, a ball field, an aeroplane"),
    (300, "a block of houses, a car park"),
    (700, "a village, a harbour, an airport terminal"),
    (1500, "a part of a town, an airport"),
    (5000, "a town, a lake"),
)
PRESETS = (25.0, 50.0, 100.0, 200.0, 500.0, 1000.0)


def in_words(size_m: float) -> str:
    """Return what a square of ``size_m`` metres holds, such as "a block of houses, a car park"."""
    for limit, words in _WORDS:
        if size_m <= limit:
            return words
    return "a landscape"


class GroundSizes(QWidget):
    """A list of sizes with ticks, and a field to add one.

    Signals:
        changed(): Other sizes are ticked.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggested: float | None = None
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setAccessibleName("Ground sizes")
        self.list.setToolTip(
            "The side of the squares that the imagery is cut into. Tick the size of what you look "
            "for; several sizes find both small and large things."
        )
        self.size = QgsDoubleSpinBox()
        self.size.setRange(1, 100_000)
        self.size.setDecimals(1)
        self.size.setSuffix(" m")
        self.size.setValue(300)
        self.size.setShowClearButton(False)
        self.size.setAccessibleName("Another ground size in metres")
        self.size.setToolTip("Another ground size in metres")
        self.size.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.calm_wheel(self.size)
        self.add = QPushButton("Add size")
        self.add.setToolTip("Add this size to the list")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(lambda: self._add(self.size.value(), ticked=True))
        row = QHBoxLayout()
        row.addWidget(self.size)
        row.addWidget(self.add)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        layout.addLayout(row)
        for preset in PRESETS:
            self._add(preset, ticked=False)
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * (len(PRESETS) + 1))
        self.list.itemChanged.connect(lambda _item: self.changed.emit())

    @property
    def sizes(self) -> tuple[float, ...]:
        """The ticked sizes in metres, ascending."""
        return tuple(
            float(item.data(Qt.ItemDataRole.UserRole))
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked
        )

    def suggest(self, size_m: float | None) -> None:
        """Mark, and if nothing is ticked by the user tick, the size that suits the imagery."""
        before, self._suggested = self._suggested, size_m
        ticked = self.sizes
        if size_m is not None:
            if not ticked or ticked == (before,):
                self.set_sizes((size_m,))
            else:
                self._add(size_m, ticked=size_m in ticked)
        self._name_all()

    def set_sizes(self, sizes: Sequence[float]) -> None:
        """Tick these and no others."""
        self.list.blockSignals(True)
        for item in self._items():
            item.setCheckState(Qt.CheckState.Unchecked)
        for size in sizes:
            self._add(size, ticked=True)
        self.list.blockSignals(False)
        self._name_all()
        self.changed.emit()

    def _add(self, size_m: float, ticked: bool) -> None:
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        row = 0
        for item in self._items():
            known = float(item.data(Qt.ItemDataRole.UserRole))
            if abs(known - size_m) < 1e-6:
                item.setCheckState(state)
                return
            row += known < size_m
        item = QListWidgetItem()
        item.setData(Qt.ItemDataRole.UserRole, size_m)
        item.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
        )
        item.setCheckState(state)
        self.list.insertItem(row, item)
        self._name(item)
        if ticked:
            self.list.scrollToItem(item)
            self.changed.emit()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _name_all(self) -> None:
        self.list.blockSignals(True)
        for item in self._items():
            self._name(item)
        self.list.blockSignals(False)

    def _name(self, item: QListWidgetItem) -> None:
        size = float(item.data(Qt.ItemDataRole.UserRole))
        suggested = " (suggested)" if size == self._suggested else ""
        item.setText(f"{size:g} m: {in_words(size)}{suggested}")
