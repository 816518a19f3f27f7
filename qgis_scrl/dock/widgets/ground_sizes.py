"""Ground sizes with examples of what fits into them, and a list to choose them from."""

from __future__ import annotations

import math
from collections.abc import Sequence

from qgis.gui import QgsDoubleSpinBox
from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...translation import tr, tr_later
from . import formatting, theme

#: What fits into a square: up to which side in metres, examples.
_EXAMPLES: tuple[tuple[float, str], ...] = (
    (15, tr_later("car, tree")),
    (35, tr_later("house, swimming pool")),
    (75, tr_later("house with garden, tennis court")),
    (150, tr_later("large building, sports field, aircraft")),
    (300, tr_later("residential block, car park")),
    (700, tr_later("village, harbour, airport terminal")),
    (1500, tr_later("town district, airport")),
    (5000, tr_later("town, lake")),
    (math.inf, tr_later("landscape")),
)
PRESETS = (25.0, 50.0, 100.0, 200.0, 500.0, 1000.0)


def examples(size_m: float) -> str:
    """Return what fits into a square of ``size_m`` metres, such as "residential block, car park"."""
    text = next(text for limit, text in _EXAMPLES if size_m <= limit)
    return tr(text)


class GroundSizes(QWidget):
    """A list of sizes with check boxes, and a field to add one.

    Signals:
        changed(): Other sizes are checked.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggested: float | None = None
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setAccessibleName(tr("Ground sizes"))
        self.list.setToolTip(
            tr(
                "Side of the square tiles that the imagery is cut into. Select the size of what you "
                "are looking for; several sizes find both small and large objects."
            )
        )
        self.size = QgsDoubleSpinBox()
        self.size.setRange(1, 100_000)
        self.size.setDecimals(1)
        self.size.setSuffix(" m")
        self.size.setValue(300)
        self.size.setShowClearButton(False)
        self.size.setAccessibleName(tr("Other ground size in metres"))
        self.size.setToolTip(tr("Other ground size in metres"))
        self.size.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.calm_wheel(self.size)
        self.add = theme.button(
            tr("Add size"),
            tr("Add this size to the list"),
            lambda: self._add(self.size.value(), ticked=True),
        )
        row = theme.pack(QHBoxLayout(), self.size, self.add)
        row.addStretch(1)
        theme.pack(QVBoxLayout(self), self.list, row)
        for preset in PRESETS:
            self._add(preset, ticked=False)
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * (len(PRESETS) + 1))
        self.list.itemChanged.connect(lambda _item: self.changed.emit())

    @property
    def sizes(self) -> tuple[float, ...]:
        """The checked sizes in metres, ascending."""
        return tuple(
            float(item.data(Qt.ItemDataRole.UserRole))
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked
        )

    def suggest(self, size_m: float | None) -> None:
        """Mark the size that suits the imagery, and check it unless the user has checked others."""
        before, self._suggested = self._suggested, size_m
        ticked = self.sizes
        if size_m is not None:
            if not ticked or ticked == (before,):
                self.set_sizes((size_m,))
            else:
                self._add(size_m, ticked=size_m in ticked)
        self._name_all()

    def set_sizes(self, sizes: Sequence[float]) -> None:
        """Check these and no others."""
        with QSignalBlocker(self.list):
            for item in self._items():
                item.setCheckState(Qt.CheckState.Unchecked)
            for size in sizes:
                self._add(size, ticked=True)
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
        item.setCheckState(state)
        self.list.insertItem(row, item)
        self._name(item)
        if ticked:
            self.list.scrollToItem(item)
            self.changed.emit()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _name_all(self) -> None:
        with QSignalBlocker(self.list):
            for item in self._items():
                self._name(item)

    def _name(self, item: QListWidgetItem) -> None:
        size = float(item.data(Qt.ItemDataRole.UserRole))
        text = (
            tr("{size}: {examples} (suggested)")
            if size == self._suggested
            else tr("{size}: {examples}")
        )
        item.setText(text.format(size=formatting.metres(size), examples=examples(size)))
