"""The plugin's page in QGIS's options."""

from __future__ import annotations

import re
from collections.abc import Callable

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt import sip
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
from .engine_client import EngineClient, Request
from .errors import EngineError, reason_of
from .help import Topic, open_help
from .history import QuestionHistory
from .options_environment import EnvironmentBox
from .settings import Settings
from .translation import tr, tr_later

_STATES = {
    "stopped": tr_later("The engine is not running. It starts when the dock is opened."),
    "starting": tr_later("The engine is starting…"),
    "restarting": tr_later("The engine stopped and is restarting…"),
    "failed": tr_later("The engine cannot be started."),
}
_LEVEL_NAMES = {
    "error": tr_later("Errors"),
    "warning": tr_later("Errors and warnings"),
    "info": tr_later("Information"),
    "debug": tr_later("Everything (for bug reports)"),
}


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page whenever QGIS's options are opened.

    Args:
        client: The engine.
        settings: The plugin's settings.
        repair: Checks and repairs the engine's environment; None: not available from the options.
        changed: Is called when the engine may be found elsewhere, or not at all any more.
    """

    def __init__(
        self,
        client: EngineClient,
        settings: Settings,
        repair: Callable[[], None] | None = None,
        changed: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(tr("Voice search"), QIcon(theme.icon_path("icon")))
        self._client = client
        self._settings = settings
        self._repair = repair
        self._changed = changed
        self._page: OptionsPage | None = None

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:  # noqa: N802
        """Make the page."""
        self._page = OptionsPage(self._client, self._settings, parent, self._repair, self._changed)
        return self._page


class OptionsPage(QgsOptionsPageWidget):
    """Engine, microphone, folder of new indexes, ground sizes, cluster, log, diagnostics."""

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
        self.python.lineEdit().setPlaceholderText(tr("Automatic"))
        _name(
            self.python,
            tr("Python of the engine"),
            tr(
                "Python executable of the engine's environment. Leave empty to use the environment that the "
                "plugin manages."
            ),
        )
        self.engine_state = theme.MutedLabel()
        self.engine_state.setAccessibleName(tr("Engine status"))
        self.restart = theme.button(
            tr("Restart engine"), tr("Stop the engine and start it again"), self._restart
        )
        self.log_level = QComboBox()
        for level, title in _LEVEL_NAMES.items():
            self.log_level.addItem(tr(title), level)
        self.log_level.setCurrentIndex(self.log_level.findData(settings.log_level))
        _name(
            self.log_level,
            tr("Log level"),
            tr("What the engine writes to the log messages panel of QGIS"),
        )

        self.environment = EnvironmentBox(client, settings, repair, changed)
        self.microphone = QComboBox()
        self.microphone.addItem(tr("System default"), "")
        if settings.microphone:
            self.microphone.addItem(settings.microphone, settings.microphone)
            self.microphone.setCurrentIndex(1)
        _name(self.microphone, tr("Microphone"), tr("Microphone that records the questions"))
        self.keep = QSpinBox()
        self.keep.setRange(1, 100)
        self.keep.setValue(max(1, settings.recording_keep))
        self.keep.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        _name(
            self.keep,
            tr("Number of recordings kept"),
            tr(
                "Number of recent questions whose recordings are kept on this computer, for Ask again"
            ),
        )
        self.forget = theme.button(
            tr("Delete now"), tr("Delete the recordings of all questions"), self._forget
        )

        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(settings.index_folder)
        _name(
            self.folder,
            tr("Folder for new voice indexes"),
            tr("Folder in which new voice indexes are created"),
        )
        self.sizes = QLineEdit(" ".join(f"{size:g}" for size in settings.ground_sizes_m))
        theme.readable_placeholder(self.sizes, tr("Suggested from the pixel size of the images"))
        _name(
            self.sizes,
            tr("Default ground sizes in metres"),
            tr(
                "Side lengths of the tiles in metres, for example 100 200. Leave empty for a suggestion based "
                "on the pixel size."
            ),
        )
        self.cluster = QLineEdit(settings.cluster)
        theme.readable_placeholder(self.cluster, tr("None: this computer builds alone"))
        _name(
            self.cluster,
            tr("Dask scheduler for builds"),
            tr(
                "Address of a Dask scheduler whose workers build voice indexes, for example tcp://host:8786. Leave "
                "empty to build on this computer."
            ),
        )
        self.staging = QLineEdit(settings.staging)
        theme.readable_placeholder(
            self.staging, tr("None: the workers reach the folder of the index")
        )
        _name(
            self.staging,
            tr("Staging storage of the cluster"),
            tr(
                "Folder or address through which the workers send what they have built, for example "
                "s3://bucket/prefix. Leave empty if they reach the folder of the voice index under the same path."
            ),
        )
        self.zoom = QCheckBox(tr("Zoom to the place selected in the list"))
        self.zoom.setChecked(settings.zoom_to_hit)
        self.zoom.setToolTip(
            tr("If unchecked, the place is selected and flashes, but the map does not move")
        )
        self.zoom.setAccessibleName(self.zoom.text())
        self.early = QCheckBox(tr("Search while I speak"))
        self.early.setChecked(settings.search_while_speaking)
        self.early.setToolTip(
            tr(
                "Places found with what has been said so far are outlined on the map, until the answer replaces them"
            )
        )
        self.early.setAccessibleName(self.early.text())
        self.adaptive = QCheckBox(tr("End a recording sooner when the question sounds complete"))
        self.adaptive.setChecked(settings.adaptive_end)
        self.adaptive.setToolTip(
            tr(
                "If checked, 0.5 s of silence are enough where a sentence sounds complete. If unchecked, recording "
                "always waits for 0.8 s of silence, which gives you time for pauses."
            )
        )
        self.adaptive.setAccessibleName(self.adaptive.text())
        self.copy = theme.button(
            tr("Copy diagnostics"),
            tr("Copy information about QGIS, the plugin and the engine, for a bug report"),
            self.copy_diagnostics,
        )
        self.help = theme.button(
            tr("Help"),
            tr("Show the page of the user guide about installing the engine in the browser"),
            lambda: open_help(Topic.INSTALLING),
        )
        self.copied = theme.MutedLabel()
        self.copied.setAccessibleName(tr("Status message"))
        self._assemble()
        client.state_changed.connect(self._say)
        self._say()
        if client.state == "ready":
            self._ask(methods.LIST_MICROPHONES, self._on_microphones, lambda _error: None)

    def _assemble(self) -> None:
        engine = QGroupBox(tr("Engine"))
        form = QFormLayout(engine)
        form.addRow(tr("&Python"), self.python)
        form.addRow(tr("&Log level"), self.log_level)
        row = QHBoxLayout()
        row.addWidget(self.engine_state, 1)
        row.addWidget(self.restart)
        form.addRow(row)
        questions = QGroupBox(tr("Questions"))
        form = QFormLayout(questions)
        form.addRow(tr("&Microphone"), self.microphone)
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addWidget(self.forget)
        row.addStretch(1)
        form.addRow(tr("Recordings kept"), row)
        form.addRow(self.adaptive)
        indexes = QGroupBox(tr("Voice indexes and results"))
        form = QFormLayout(indexes)
        form.addRow(tr("&Folder"), self.folder)
        form.addRow(tr("&Ground sizes (m)"), self.sizes)
        form.addRow(self.zoom)
        form.addRow(self.early)
        cluster = QGroupBox(tr("Cluster"))
        form = QFormLayout(cluster)
        form.addRow(tr("&Scheduler"), self.cluster)
        form.addRow(tr("S&taging"), self.staging)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addWidget(self.copied, 1)
        row.addWidget(self.help)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for box in (engine, self.environment, questions, indexes, cluster):
            layout.addWidget(box)
        layout.addLayout(row)
        layout.addStretch(1)

    # --- QGIS calls these ------------------------------------------------------------------------

    def isValid(self) -> bool:  # noqa: N802
        """Return whether the page can be applied; shows the reason if not."""
        if self.wanted_sizes is None:
            self.copied.setText(tr("Ground sizes must be numbers in metres, for example 100 200."))
            self.sizes.setFocus()
            return False
        return True

    def apply(self) -> None:
        """Save the settings; restarts the engine if one of them requires it."""
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
        settings.search_while_speaking = self.early.isChecked()
        settings.adaptive_end = self.adaptive.isChecked()
        settings.cluster = self.cluster.text().strip()
        settings.staging = self.staging.text().strip()
        self.environment.apply()
        if restart and self._client.state != "stopped":
            self._client.restart()
        elif restart and self._changed is not None:
            self._changed()

    # --- actions ---------------------------------------------------------------------------------

    @property
    def wanted_sizes(self) -> tuple[float, ...] | None:
        """The ground sizes that were entered; None if they are invalid."""
        parts = [part for part in re.split(r"[\s,;]+", self.sizes.text().replace("m", "")) if part]
        try:
            sizes = tuple(sorted({float(part) for part in parts}))
        except ValueError:
            return None
        return sizes if all(0 < size < 1e6 for size in sizes) else None

    def copy_diagnostics(self) -> None:
        """Put the page for a bug report on the clipboard; the engine's part comes when it answers."""
        self.copied.setText(tr("Collecting information…"))
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
        lines = len(text.splitlines())
        self.copied.setText(tr("%n line(s) copied. Paste them into your bug report.", n=lines))

    def _ask(
        self,
        method: Method[Nothing, methods.Result],
        then: Callable[[methods.Result], None],
        otherwise: Callable[[EngineError], None],
    ) -> None:
        request = self._client.request(method, Nothing())
        self._requests.append(request)
        # The options may be closed before the answer comes.
        request.finished.connect(lambda result: then(result) if not sip.isdeleted(self) else None)
        request.failed.connect(lambda error: otherwise(error) if not sip.isdeleted(self) else None)

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
                tr("The recordings in {folder} cannot be deleted: {reason}.").format(
                    folder=self._settings.questions_folder, reason=reason_of(error)
                )
            )
            return
        if left:
            self.copied.setText(
                tr("%n recording(s) still in use. Stop playback, then try again.", n=left)
            )
            return
        self.forget.setEnabled(False)
        self.forget.setText(tr("Deleted"))

    def _say(self, _state: str = "") -> None:
        known = self._client.handshake
        if self._client.state == "ready" and known is not None:
            model = known.model.name if known.model is not None else tr("none")
            self.engine_state.setText(
                tr("Ready (version {version}, model: {model})").format(
                    version=known.engine, model=model
                )
            )
        else:
            self.engine_state.setText(tr(_STATES.get(self._client.state, self._client.state)))


def _name(widget: QWidget, name: str, tip: str) -> None:
    widget.setAccessibleName(name)
    widget.setToolTip(tip)
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
