"""A collapsible group box, as QGIS has it, whose arrow is visible on any theme."""

from __future__ import annotations

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from ...translation import tr
from . import theme

#: Width of the title's line that the title cannot use, in pixels: QGIS's arrow and margins.
_BESIDE_TITLE = 32


class CollapsibleSection(theme.FollowsTheme, QgsCollapsibleGroupBox):
    """A group box that is collapsed at first; it is never wider than its content.

    Args:
        title: Elided where it does not fit.
    """

    # Qt may report a change of the theme before the constructor has ended.
    _full_title = ""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._full_title = title
        self.setSaveCollapsedState(False)
        self.setCollapsed(True)
        self.collapsedStateChanged.connect(lambda _collapsed: self._apply_theme())
        arrow = self._arrow()
        if arrow is not None:
            arrow.setAccessibleName(tr("Expand or collapse: {title}").format(title=title))
            arrow.setToolTip(tr("Expand or collapse this section"))

    @property
    def full_title(self) -> str:
        """The whole title, elided or not."""
        return self._full_title

    def set_title(self, title: str) -> None:
        """Show a title, elided where it does not fit."""
        self._full_title = title
        self._fit_title()

    def setCollapsed(self, collapsed: bool) -> None:  # noqa: N802
        """Collapse or expand; QGIS draws its arrow anew even if nothing changes, without a signal."""
        super().setCollapsed(collapsed)
        self._apply_theme()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Let the box be narrow: the title is elided."""
        height = super().minimumSizeHint().height()
        layout = self.layout()
        return QSize(layout.minimumSize().width() if layout is not None else 0, height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the title."""
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        title = theme.elided(self._full_title, self, self.width() - _BESIDE_TITLE)
        if title != self.title():
            self.setTitle(title)

    def _apply_theme(self) -> None:
        """Draw QGIS's arrow, which is dark on any theme, in the colour of the text."""
        arrow = self._arrow()
        if arrow is not None:
            arrow.setIcon(theme.recoloured(arrow.icon(), arrow.iconSize(), self))

    def _arrow(self) -> QToolButton | None:
        found: QToolButton | None = self.findChild(QToolButton, "collapseButton")
        return found
