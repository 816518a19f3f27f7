"""File and folder dialogs that do not block the rest of QGIS."""

from __future__ import annotations

import re
from collections.abc import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog, QWidget


def choose_file(
    parent: QWidget, title: str, start: str, chosen: Callable[[str], None], kinds: str = ""
) -> None:
    """Let the user choose an existing file.

    Args:
        parent: Qt's owner.
        title: Of the dialog, translated.
        start: The folder shown first; empty: the last one.
        chosen: Called with the path; not if the user cancels.
        kinds: Qt's file name filter; empty: all files.
    """
    dialog = _dialog(parent, title, start, QFileDialog.FileMode.ExistingFile, kinds)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def choose_files(
    parent: QWidget, title: str, start: str, chosen: Callable[[list[str]], None], kinds: str = ""
) -> None:
    """Let the user choose existing files; the rest as in :func:`choose_file`."""
    dialog = _dialog(parent, title, start, QFileDialog.FileMode.ExistingFiles, kinds)
    dialog.filesSelected.connect(chosen)
    dialog.open()


def choose_new_file(
    parent: QWidget, title: str, start: str, chosen: Callable[[str], None], kinds: str
) -> None:
    """Let the user name a file to be written; an existing one is asked about.

    Args:
        parent: Qt's owner.
        title: Of the dialog, translated.
        start: The file that is proposed.
        chosen: Called with the path; not if the user cancels.
        kinds: Qt's file name filter; the first ending of the chosen one is added to a name without.
    """
    dialog = _dialog(parent, title, start, QFileDialog.FileMode.AnyFile, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(start)

    def follow(kind: str) -> None:
        found = re.search(r"\*\.(\w+)", kind)
        dialog.setDefaultSuffix(found[1] if found else "")

    dialog.filterSelected.connect(follow)
    follow(kinds)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def choose_folder(parent: QWidget, title: str, start: str, chosen: Callable[[str], None]) -> None:
    """Let the user choose a folder; the rest as in :func:`choose_file`."""
    dialog = _dialog(parent, title, start, QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def _dialog(
    parent: QWidget, title: str, start: str, mode: QFileDialog.FileMode, kinds: str = ""
) -> QFileDialog:
    dialog = QFileDialog(parent, title, start, kinds)
    dialog.setFileMode(mode)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
