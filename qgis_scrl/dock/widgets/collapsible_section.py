"""A box that folds, as QGIS has it, with an arrow that is seen on any theme."""

from __future__ import annotations

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QEvent, QSize
from qgis.PyQt.QtGui import QResizeEvent, QShowEvent
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from . import theme

#: Of the title's line, in pixels as QGIS has them: the arrow, and what is free beside the title.
_BESIDE_TITLE = 32


class CollapsibleSection(QgsCollapsibleGroupBox):
    """A group box that is folded at first; it never is wider than what is in it.

    Args:
        title: Shortened where there is no room for it.
    """

    # Qt may tell of a change of the theme before the constructor has ended.
    _full_title = ""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._full_title = title
        self.setSaveCollapsedState(False)
        self.setCollapsed(True)
        self.collapsedStateChanged.connect(self._dress)
        arrow = self._arrow()
        if arrow is not None:
            arrow.setAccessibleName(f"Fold or unfold: {title}")
            arrow.setToolTip("Fold or unfold this box")

    @property
    def full_title(self) -> str:
        """The title, also what is left out of it for want of room."""
        return self._full_title

    def set_title(self, title: str) -> None:
        """Show as much of a title as there is room for."""
        self._full_title = title
        self._fit_title()

    def setCollapsed(self, folded: bool) -> None:  # noqa: N802
        """Fold or unfold; QGIS draws its arrow anew even if nothing changes, and tells nobody."""
        super().setCollapsed(folded)
        self._dress()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Let the box be narrow: the title is shortened."""
        height = super().minimumSizeHint().height()
        layout = self.layout()
        return QSize(layout.minimumSize().width() if layout is not None else 0, height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the title."""
        super().resizeEvent(event)
        self._fit_title()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Take the theme's colour."""
        super().showEvent(event)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the theme."""
        super().changeEvent(event)
        if theme.follows_theme(event):
            self._dress()

    def _fit_title(self) -> None:
        title = theme.elided(self._full_title, self, self.width() - _BESIDE_TITLE)
        if title != self.title():
            self.setTitle(title)

    def _dress(self, _folded: bool = False) -> None:
        """Draw QGIS's arrow, which is dark on any theme, in the colour of the text."""
        arrow = self._arrow()
        if arrow is not None:
            arrow.setIcon(theme.recoloured(arrow.icon(), arrow.iconSize(), self))

    def _arrow(self) -> QToolButton | None:
        found: QToolButton | None = self.findChild(QToolButton, "collapseButton")
        return found
