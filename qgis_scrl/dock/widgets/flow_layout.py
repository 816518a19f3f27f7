"""A row of buttons that wraps to the next line where the dock is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, QRect, QSize
from qgis.PyQt.QtWidgets import QLayout, QLayoutItem, QWidget

from ...compat import NO_ORIENTATION

_ANY_HEIGHT = 16_777_215


class FlowLayout(QLayout):
    """Puts widgets next to each other, and starts a new line where they do not fit.

    Args:
        spacing: Pixels between neighbours and between lines.
    """

    def __init__(self, spacing: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Add an item; Qt calls this."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return an item; None if there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Remove an item and return it; None if there is none."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def remove(self, widget: QWidget) -> None:
        """Take a widget out; it stays where it is, and is the caller's to hide.

        Not :meth:`removeWidget`: the item would be deleted behind Python's back, and what Python knows of it would
        stay for ever.
        """
        for index, item in enumerate(self._items):
            if item.widget() is widget:
                sip.transferback(self._items.pop(index))
                self.invalidate()
                return

    def arrange(self, widgets: Sequence[QWidget]) -> None:
        """Put widgets of the layout into this order."""
        places = {widget: place for place, widget in enumerate(widgets)}
        self._items.sort(key=lambda item: places[item.widget()])
        self.invalidate()

    def expandingDirections(self) -> Any:  # noqa: N802
        """Return that the layout does not expand."""
        return NO_ORIENTATION

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Position the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of a single line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of the largest item: that is all that must fit into a line."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, move: bool) -> int:
        """Lay out the items; return the height."""
        y, first = rect.y(), True
        for line in self._lines(rect.width()):
            y += 0 if first else self.spacing()
            first = False
            x, height = rect.x(), max(size.height() for _item, size in line)
            for item, size in line:
                if move:
                    # A label stands where the texts of the buttons beside it do.
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += height
        return y - rect.y()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return what stands in each line, with its size; what is hidden stands nowhere."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        room = 0
        for item in self._items:
            if item.isEmpty():
                continue
            # What is wider than a line is elided, not cut.
            size = item.sizeHint().boundedTo(QSize(max(1, width), _ANY_HEIGHT))
            if not lines or size.width() > room:
                lines.append([])
                room = width
            lines[-1].append((item, size))
            room -= size.width() + self.spacing()
        return lines
