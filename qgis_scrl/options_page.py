"""The plugin's page in QGIS's options."""

from __future__ import annotations

import re
from collections.abc import Callable

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from . import diagnostics
from .contract import Diagnostics, Method, Nothing, methods
from .dock.widgets import theme
from .dock.widgets.formatting import count
from .engine_client import EngineClient, Request
from .errors import EngineError
from .history import QuestionHistory
from .options_environment import EnvironmentBox
from .settings import LOG_LEVELS, Settings

TITLE = "Voice search"
_STATES = {
    "stopped": "The engine is not running. It starts with the dock.",
    "starting": "The engine is starting.",
    "restarting": "The engine stopped and is starting again.",
    "failed": "The engine does not run.",
}
_LEVEL_NAMES = {
    "error": "Errors only",
    "warning": "Errors and warnings",
    "info": "What it does",
    "debug": "Everything, for a bug report",
}


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page whenever QGIS's options are opened.

    Args:
        client: The engine.
        settings: The plugin's settings.
        repair: Checks and mends the engine's environment; None: it cannot be done from the options.
        changed: Is called when the engine may be found elsewhere, or not at all any more.
    """

    def __init__(
        self,
        client: EngineClient,
        settings: Settings,
        repair: Callable[[], None] | None = None,
        changed: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(TITLE, QIcon(theme.icon_path("icon")))
        self._client = client
        self._settings = settings
        self._repair = repair
        self._changed = changed
        self._page: OptionsPage | None = None

    def icon(self) -> QIcon:
        """Return the icon of the page."""
        return QIcon(theme.icon_path("icon"))

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:  # noqa: N802
        """Make the page."""
        self._page = OptionsPage(self._client, self._settings, parent, self._repair, self._changed)
        return self._page


class OptionsPage(QgsOptionsPageWidget):
    """Engine, microphone, where indexes are put, ground sizes, log, diagnostics."""

    def __init__(
        self,
        client: EngineClient,
        settings: Settings,
        parent: QWidget | None = None,
        repair: Callable[[], None] | None = None,
        changed: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._settings = settings
        self._changed = changed
        self._requests: list[Request] = []

        self.python = QgsFileWidget()
        self.python.setStorageMode(QgsFileWidget.StorageMode.GetFile)
        self.python.setFilePath(settings.python_path)
        self.python.lineEdit().setPlaceholderText("found by itself")
        _name(
            self.python,
            "Python of the engine",
            "The Python of the engine's environment. Empty: the plugin finds it by itself.",
        )
        self.engine_state = theme.MutedLabel()
        self.engine_state.setAccessibleName("State of the engine")
        self.restart = theme.button("Restart engine", "Start the engine anew", self._restart)
        self.log_level = QComboBox()
        for level in LOG_LEVELS:
            self.log_level.addItem(_LEVEL_NAMES[level], level)
        self.log_level.setCurrentIndex(self.log_level.findData(settings.log_level))
        _name(self.log_level, "Log level", "What the engine writes to QGIS's log messages")

        self.environment = EnvironmentBox(client, settings, repair, changed)
        self.microphone = QComboBox()
        self.microphone.addItem("The system's microphone", "")
        if settings.microphone:
            self.microphone.addItem(settings.microphone, settings.microphone)
            self.microphone.setCurrentIndex(1)
        _name(self.microphone, "Microphone", "The microphone that questions are spoken into")
        self.keep = QSpinBox()
        self.keep.setRange(1, 100)
        self.keep.setValue(max(1, settings.recording_keep))
        self.keep.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        _name(
            self.keep,
            "Number of spoken questions kept",
            "So many of your last questions are kept on this computer, for Ask again",
        )
        self.forget = theme.button(
            "Delete them now", "Delete the recordings of all questions", self._forget
        )

        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(settings.index_folder)
        _name(self.folder, "Folder for new voice indexes", "New voice indexes are put here")
        self.sizes = QLineEdit(" ".join(f"{size:g}" for size in settings.ground_sizes_m))
        self.sizes.setPlaceholderText("suggested from the images' pixel size")
        _name(
            self.sizes,
            "Default ground sizes in metres",
            "Sides of the tiles in metres, such as 100 200. Empty: suggested from the pixel size.",
        )
        self.zoom = QCheckBox("Move the map to the place that is chosen in the list")
        self.zoom.setChecked(settings.zoom_to_hit)
        self.zoom.setToolTip("Otherwise the place is selected and flashes, but the map stays")
        self.zoom.setAccessibleName(self.zoom.text())
        self.copy = theme.button(
            "Copy diagnostics",
            "Copy one page about QGIS, the plugin and the engine, for a bug report",
            self.copy_diagnostics,
        )
        self.copied = theme.MutedLabel()
        self.copied.setAccessibleName("What was copied")
        self._assemble()
        client.state_changed.connect(self._say)
        self._say()
        if client.state == "ready":
            self._ask(methods.LIST_MICROPHONES, self._on_microphones, lambda _error: None)

    def _assemble(self) -> None:
        engine = QGroupBox("Engine")
        form = QFormLayout(engine)
        form.addRow("&Python", self.python)
        form.addRow("&Log", self.log_level)
        row = QHBoxLayout()
        row.addWidget(self.engine_state, 1)
        row.addWidget(self.restart)
        form.addRow(row)
        questions = QGroupBox("Questions")
        form = QFormLayout(questions)
        form.addRow("&Microphone", self.microphone)
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addWidget(self.forget)
        row.addStretch(1)
        form.addRow("Questions kept", row)
        indexes = QGroupBox("Voice indexes and hits")
        form = QFormLayout(indexes)
        form.addRow("&Folder", self.folder)
        form.addRow("&Ground sizes (m)", self.sizes)
        form.addRow(self.zoom)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addWidget(self.copied, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for box in (engine, self.environment, questions, indexes):
            layout.addWidget(box)
        layout.addLayout(row)
        layout.addStretch(1)

    # --- QGIS calls these ------------------------------------------------------------------------

    def isValid(self) -> bool:  # noqa: N802
        """Return whether the page can be applied; says why not."""
        if self.wanted_sizes is None:
            self.copied.setText("Ground sizes are numbers of metres, such as 100 200.")
            self.sizes.setFocus()
            return False
        return True

    def apply(self) -> None:
        """Take over what was chosen; the engine starts anew if it has to."""
        settings = self._settings
        python, level = self.python.filePath().strip(), str(self.log_level.currentData())
        restart = python != settings.python_path or level != settings.log_level
        settings.python_path = python
        settings.log_level = level
        settings.microphone = str(self.microphone.currentData())
        settings.recording_keep = self.keep.value()
        if self.folder.filePath().strip():
            settings.index_folder = self.folder.filePath().strip()
        sizes = self.wanted_sizes
        if sizes is not None:
            settings.ground_sizes_m = sizes
        settings.zoom_to_hit = self.zoom.isChecked()
        self.environment.apply()
        if restart and self._client.state != "stopped":
            self._client.restart()
        elif restart and self._changed is not None:
            self._changed()

    # --- what happens ----------------------------------------------------------------------------

    @property
    def wanted_sizes(self) -> tuple[float, ...] | None:
        """The ground sizes that are written; None if they make no sense."""
        parts = [part for part in re.split(r"[\s,;]+", self.sizes.text().replace("m", "")) if part]
        try:
            sizes = tuple(sorted({float(part) for part in parts}))
        except ValueError:
            return None
        return sizes if all(0 < size < 1e6 for size in sizes) else None

    def copy_diagnostics(self) -> None:
        """Put the page for a bug report on the clipboard; the engine's part comes when it answers."""
        self.copied.setText("Asking the engine...")
        self.copy.setEnabled(False)
        if self._client.state == "ready":
            self._ask(methods.DIAGNOSTICS, self._copy, lambda _error: self._copy(None))
        else:
            self._copy(None)

    def _copy(self, engine: Diagnostics | None) -> None:
        plugin = diagnostics.plugin_part(self._client, self._settings)
        text = diagnostics.whole(plugin, engine, self._client.log)
        QApplication.clipboard().setText(text)
        self.copy.setEnabled(True)
        lines = count(len(text.splitlines()), "line")
        self.copied.setText(f"{lines} copied. Paste them into your bug report.")

    def _ask(
        self,
        method: Method[Nothing, methods.Result],
        then: Callable[[methods.Result], None],
        otherwise: Callable[[EngineError], None],
    ) -> None:
        request = self._client.request(method, Nothing())
        self._requests.append(request)
        # The options may be closed before the answer comes.
        request.finished.connect(lambda result: then(result) if _alive(self) else None)
        request.failed.connect(lambda error: otherwise(error) if _alive(self) else None)

    def _on_microphones(self, found: methods.ListMicrophonesResult) -> None:
        for microphone in found.microphones:
            if self.microphone.findData(microphone.name) < 0:
                self.microphone.addItem(microphone.name, microphone.name)

    def _restart(self) -> None:
        self._settings.python_path = self.python.filePath().strip()
        self._settings.log_level = str(self.log_level.currentData())
        self._client.restart()

    def _forget(self) -> None:
        try:
            left = QuestionHistory(self._settings).clear()
        except OSError as error:
            self.copied.setText(
                f"The recordings cannot be deleted: {error.strerror}. They lie in "
                f"{self._settings.questions_folder}."
            )
            return
        if left:
            self.copied.setText(
                f"{count(left, 'recording is', 'recordings are')} in use. Stop playing, then try again."
            )
            return
        self.forget.setEnabled(False)
        self.forget.setText("Deleted")

    def _say(self, _state: str = "") -> None:
        known = self._client.handshake
        if self._client.state == "ready" and known is not None:
            model = known.model.name if known.model is not None else "no model"
            self.engine_state.setText(f"Ready: version {known.engine}, {model}.")
        else:
            self.engine_state.setText(_STATES.get(self._client.state, self._client.state))


def _name(widget: QWidget, name: str, tip: str) -> None:
    widget.setAccessibleName(name)
    widget.setToolTip(tip)
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _alive(widget: QWidget) -> bool:
    """Return whether Qt still has a widget whose Python half we hold."""
    try:
        widget.objectName()
    except RuntimeError:
        return False
    return True
