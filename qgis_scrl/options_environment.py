"""The options of the engine's environment: its state, its package index, repair and removal."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QWidget,
)

from .dock.widgets import theme
from .engine_client import EngineClient, ending_processes
from .environment import managed_environment
from .errors import reason_of
from .installation import interpreters, lock_file, removal
from .installation.environment_stamp import EnvironmentState, read_stamp, remove_stamp
from .installation.installer import Plan, environment_state, is_being_set_up
from .settings import Settings
from .translation import tr, tr_later

_STATES = {
    EnvironmentState.MISSING: tr_later("Not installed."),
    EnvironmentState.UNFINISHED: tr_later("The set-up is not finished. Press Repair to continue."),
    EnvironmentState.BROKEN: tr_later(
        "The Python of the environment no longer runs. Press Repair to create the environment again."
    ),
    EnvironmentState.OUTDATED: tr_later(
        "Set up for another version of the plugin. Press Repair to update it."
    ),
}
_WAIT_MS = 100
_MOST_WAITS = 50


class EnvironmentBox(QGroupBox):
    """State, repair and removal of the engine's environment.

    Args:
        client: The engine; stopped before its environment is removed.
        settings: The plugin's settings.
        repair: Checks and repairs the environment, visibly; None: not available from here.
        removed: Is called when the environment has been removed.
        parent: Qt's owner.
    """

    def __init__(
        self,
        client: EngineClient,
        settings: Settings,
        repair: Callable[[], None] | None = None,
        removed: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Engine environment"), parent)
        self._client = client
        self._settings = settings
        self._repair = repair
        self._removed = removed
        self._waits = 0
        self.said = theme.MutedLabel()
        self.said.setAccessibleName(tr("Environment status"))
        self.index = QLineEdit(settings.package_index)
        theme.readable_placeholder(
            self.index,
            tr("{index} (for torch)").format(index=lock_file.TORCH_INDEX)
            if interpreters.this_host().system == "linux"
            else tr("None in addition to PyPI"),
        )
        self.index.setAccessibleName(tr("Package index"))
        self.index.setToolTip(
            tr(
                "Packages come from PyPI; on Linux, torch comes from PyTorch's own index, because PyPI offers "
                "only the large CUDA build there. An index that you enter here, such as the mirror of your "
                "organisation, is used for all packages in addition to PyPI and instead of PyTorch's index."
            )
        )
        self.repair_button = theme.button(
            tr("Repair"),
            tr("Check all packages and reinstall missing or damaged ones"),
            self.repair,
        )
        self.remove_button = theme.button(
            tr("Remove environment"),
            tr("Delete the environment to free disk space; voice indexes are kept"),
            self.ask_to_remove,
        )
        form = QFormLayout(self)
        form.addRow(self.said)
        form.addRow(tr("Package &index"), self.index)
        row = QHBoxLayout()
        row.addWidget(self.repair_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        form.addRow(row)
        self._timer = QTimer(self)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._on_wait)
        self.refresh()

    def refresh(self) -> None:
        """Show the state of the environment."""
        state, stamp = environment_state(), read_stamp()
        if state is EnvironmentState.READY and stamp is not None:
            text = (
                tr("Python {version}, with NVIDIA GPU support.")
                if stamp.has_cuda
                else tr("Python {version}, CPU only.")
            ).format(version=stamp.python)
        else:
            text = tr(_STATES[state]) if state in _STATES else ""
        self.said.setText(f"{text} {managed_environment()}")
        there = state is not EnvironmentState.MISSING
        self.repair_button.setEnabled(self._repair is not None)
        self.repair_button.setText(tr("Repair") if there else tr("Set up"))
        self.remove_button.setEnabled(there)

    def apply(self) -> None:
        """Save the settings."""
        self._settings.package_index = self.index.text().strip()

    def repair(self) -> None:
        """Check and repair the environment; the dock shows the progress."""
        self.apply()
        if self._repair is not None:
            self._repair()
            self.said.setText(tr("The progress is shown in the Voice Search dock."))

    def ask_to_remove(self) -> None:
        """Remove the environment if the user confirms it."""
        answer = QMessageBox.question(
            self,
            tr("Remove environment"),
            tr(
                "Remove the engine's environment in {folder}? Voice indexes are kept, and the engine can be set "
                "up again at any time."
            ).format(folder=managed_environment()),
        )
        if answer == QMessageBox.StandardButton.Yes:
            self.remove()

    def remove(self) -> None:
        """Stop the engine and remove its environment."""
        if is_being_set_up():
            self.said.setText(
                tr(
                    "The engine is being set up in this or another QGIS window. Press Cancel in its Voice Search "
                    "dock, or wait until the set-up has finished; then try again."
                )
            )
            return
        self.remove_button.setEnabled(False)
        self.said.setText(tr("Stopping the engine…"))
        self._client.stop()
        # Windows cannot remove a running program.
        self._waits = 0
        self._timer.start()

    def _on_wait(self) -> None:
        self._waits += 1
        if ending_processes() and self._waits < _MOST_WAITS:
            return
        self._timer.stop()
        try:
            remove_stamp(managed_environment())
            removal.discard(managed_environment())
            removal.discard(Plan().work)
        except OSError as error:
            self.refresh()
            self.said.setText(
                tr(
                    "The environment cannot be removed: {reason}. Close other QGIS windows and all programs that "
                    "use {folder}, then try again."
                ).format(reason=reason_of(error), folder=managed_environment())
            )
            return
        self.refresh()
        self.said.setText(tr("Removed. The disk space is being freed."))
        if self._removed is not None:
            self._removed()
