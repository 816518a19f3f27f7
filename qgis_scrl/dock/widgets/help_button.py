"""The Help button of dialogs, which F1 presses, too."""

from __future__ import annotations

from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QShortcut

from ...help import Topic, open_help
from ...translation import tr


def add_help(dialog: QDialog, box: QDialogButtonBox, topic: Topic) -> None:
    """Add a Help button to the buttons of a dialog.

    Args:
        dialog: In which F1 does the same.
        box: Its buttons.
        topic: What the dialog is about.
    """
    button = box.addButton(QDialogButtonBox.StandardButton.Help)
    button.setAutoDefault(False)
    button.setToolTip(tr("Show the page of the user guide about this in the browser (F1)"))
    box.helpRequested.connect(lambda: open_help(topic))
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), dialog)
    shortcut.activated.connect(button.click)
