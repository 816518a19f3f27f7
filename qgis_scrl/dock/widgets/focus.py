"""Where the keys go when what had them cannot be pressed any more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QWidget


@contextmanager
def focus_kept(window: QWidget, instead: QWidget) -> Iterator[None]:
    """Enable, disable, show and hide the widgets of a dialog; the focus stays where the user has put it.

    Qt would move it from a button that is disabled to whatever comes next, such as *Delete*.

    Args:
        window: The dialog.
        instead: Has the focus if what had it cannot any more.
    """
    before = window.focusWidget()
    yield
    if before is not None and window.focusWidget() is not before:
        instead.setFocus(Qt.FocusReason.OtherFocusReason)
