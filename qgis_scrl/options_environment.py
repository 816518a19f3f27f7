"""The options' part about the engine's environment: repair it, remove it, where packages come from."""

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
from .installation import interpreters, lock_file, removal
from .installation.environment_stamp import EnvironmentState, read_stamp, remove_stamp
from .installation.installer import Plan, environment_state, is_being_set_up
from .settings import Settings

_SAYINGS = {
    EnvironmentState.MISSING: "Not installed.",
    EnvironmentState.UNFINISHED: "The set-up has not been finished. Repair goes on with it.",
    EnvironmentState.BROKEN: "Its Python does not run any more. Repair makes it anew.",
    EnvironmentState.OUTDATED: "Made for another version of the plugin. Repair brings it up to date.",
}
_WAIT_MS = 100
_MOST_WAITS = 50


class EnvironmentBox(QGroupBox):
    """What is installed for the engine, and what can be done about it.

    Args:
        client: The engine; stopped before its environment is removed.
        settings: The plugin's settings.
        repair: Checks and mends the environment, visibly; None: it cannot be done from here.
        removed: Is called when the environment has been removed; None: nobody wants to know.
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
        super().__init__("Environment of the engine", parent)
        self._client = client
        self._settings = settings
        self._repair = repair
        self._removed = removed
        self._waits = 0
        self.said = theme.MutedLabel()
        self.said.setAccessibleName("State of the environment")
        self.index = QLineEdit(settings.package_index)
        self.index.setPlaceholderText(
            f"{lock_file.TORCH_INDEX}, for torch" if _is_linux() else "none beside PyPI"
        )
        self.index.setAccessibleName("Package index")
        self.index.setToolTip(
            "Packages come from PyPI; on Linux torch comes from PyTorch's own index, as PyPI has only its "
            "large build there. Here you can name another index, such as a mirror of your company: it is "
            "asked for every package, beside PyPI and instead of PyTorch's."
        )
        self.repair_button = theme.button(
            "Repair", "Check every package and put in again what is missing or damaged", self.repair
        )
        self.remove_button = theme.button(
            "Remove environment", "Give the disk back; voice indexes stay", self.ask_to_remove
        )
        form = QFormLayout(self)
        form.addRow(self.said)
        form.addRow("Package &index", self.index)
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
        """Say how the environment is."""
        state, stamp = environment_state(), read_stamp()
        text = _SAYINGS.get(state, "")
        if state is EnvironmentState.READY and stamp is not None:
            kind = "for NVIDIA cards" if stamp.has_cuda else "for the processor"
            text = f"Python {stamp.python}, {kind}."
        self.said.setText(f"{text} {managed_environment()}")
        there = state is not EnvironmentState.MISSING
        self.repair_button.setEnabled(self._repair is not None)
        self.repair_button.setText("Repair" if there else "Set up")
        self.remove_button.setEnabled(there)

    def apply(self) -> None:
        """Take over what was chosen."""
        self._settings.package_index = self.index.text().strip()

    def repair(self) -> None:
        """Check and mend the environment; the dock shows how far it is."""
        self.apply()
        if self._repair is not None:
            self._repair()
            self.said.setText("The dock Voice Search shows how far it is.")

    def ask_to_remove(self) -> None:
        """Remove the environment if the user means it."""
        answer = QMessageBox.question(
            self,
            "Remove environment",
            f"Remove the engine's environment in {managed_environment()}? Voice indexes stay; the "
            "engine can be set up again at any time.",
        )
        if answer == QMessageBox.StandardButton.Yes:
            self.remove()

    def remove(self) -> None:
        """Stop the engine and give the disk back."""
        if is_being_set_up():
            self.said.setText(
                "The engine is being set up, here or in another window of QGIS. Press Cancel in its "
                "dock Voice Search, or wait until it is done; then try again."
            )
            return
        self.remove_button.setEnabled(False)
        self.said.setText("The engine is ending.")
        self._client.stop()
        # Windows removes no program that runs.
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
                f"It cannot be removed: {error.strerror}. Close other windows of QGIS, and whatever "
                f"uses {managed_environment()}, then try again."
            )
            return
        self.refresh()
        self.said.setText("Removed. The disk has its space back in a moment.")
        if self._removed is not None:
            self._removed()


def _is_linux() -> bool:
    return interpreters.this_host().system == "linux"
