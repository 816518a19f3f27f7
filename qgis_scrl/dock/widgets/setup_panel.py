"""The engine's set-up: what will be installed, where, how large; then its progress, and its failures."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path

from qgis.PyQt.QtCore import QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from ...environment import find_python, managed_environment, python_of
from ...errors import EngineError
from ...installation import interpreters, lock_file, setup_errors
from ...installation.environment_stamp import EnvironmentState, read_stamp
from ...installation.installer import Installer, InstallProgress, Plan, Verified, environment_state
from ...paths import is_folder
from ...settings import Settings
from ...translation import tr
from . import formatting, theme
from .file_dialogs import choose_file, choose_folder


class SetupState(Enum):
    """The state of the panel."""

    OFFER = "offer"
    LOOKING = "looking"
    WORKING = "working"
    FAILED = "failed"


class SetupPanel(QWidget):
    """Shown by the dock instead of everything else while the engine cannot run.

    Args:
        settings: The plugin's settings.
        host: The computer; None: this one.
        parent: Qt's owner.

    Attributes:
        state: What it shows.
        error: The last failure; None: none.
        installer: Does the work.
        notes: Notes of the last set-up.

    Signals:
        ready(): The engine can be started now.
        noted(str): A sentence for the message bar.
        demo_wanted(): The engine has been set up for the demo scene; comes after ``ready``.
    """

    ready = pyqtSignal()
    noted = pyqtSignal(str)
    demo_wanted = pyqtSignal()

    def __init__(
        self,
        settings: Settings,
        host: interpreters.Host | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._host = host or interpreters.this_host()
        self._again: Callable[[], None] = self.set_up
        self._own = ""
        self._base = ""
        self._has_looked = False
        self._for_demo = False
        self.state = SetupState.OFFER
        self.error: EngineError | None = None
        self.notes: list[str] = []
        self.installer = Installer(self._host, self)

        self.title = QLabel()
        theme.bold(self.title)
        self.text = theme.MutedLabel()
        theme.selectable(self.title)
        theme.selectable(self.text)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Set-up progress"))
        self.doing = theme.MutedLabel()
        self.doing.setAccessibleName(tr("Set-up step"))
        self.cuda = QCheckBox(tr("Use NVIDIA GPU (3 GB)"))
        self.cuda.setAccessibleName(self.cuda.text())
        self.cuda.setToolTip(
            tr(
                "Install the packages with CUDA, which builds indexes faster on an NVIDIA graphics "
                "card. Otherwise the processor (CPU) is used."
            )
        )
        self.cuda.toggled.connect(lambda _checked: self._show(self.state))
        self.set_up_button = theme.button(
            tr("Set up now"), tr("Download the packages and set up the engine"), self.set_up
        )
        self.demo_button = theme.button(
            tr("Set up with demo"),
            tr("Set up the engine, then open a small rendered scene with three questions"),
            self.set_up_for_demo,
            name=tr("Set up and try the demo scene"),
        )
        self.own_button = theme.button(
            tr("Use my own Python…"),
            tr("Choose the Python of an environment that contains the engine's packages"),
            self.choose_python,
        )
        self.wheels_button = theme.button(
            tr("Install offline…"),
            tr("Set up the engine without internet access, from a folder of wheels"),
            self.choose_wheels,
        )
        self.again_button = theme.button(
            tr("Try again"), tr("Continue where the set-up stopped"), lambda: self._again()
        )
        self.cancel_button = theme.button(
            tr("Cancel"), tr("Stop the set-up; downloaded files are kept"), self.installer.cancel
        )
        self.log_button = theme.button(
            tr("Show log"), tr("Open the log of the set-up"), self.show_log
        )
        self._changing = (
            self.bar,
            self.doing,
            self.again_button,
            self.cuda,
            self.set_up_button,
            self.demo_button,
            self.wheels_button,
            self.own_button,
            self.cancel_button,
            self.log_button,
        )
        parts = (self.title, self.text, *self._changing)
        layout = theme.pack(QVBoxLayout(self), *parts, spacing=theme.gap(self) + 2, margin=None)
        layout.addStretch(1)

        self.installer.progressed.connect(self._on_progress)
        self.installer.noted.connect(lambda sentence: self.notes.append(sentence))
        self.installer.finished.connect(self._on_finished)
        self.installer.failed.connect(self._on_failed)
        self._look_timer = QTimer(
            self, singleShot=True, timeout=lambda: self.installer.look(self._own)
        )
        self._show(SetupState.OFFER)

    # --- for the dock -------------------------------------------------------------------------------

    def is_needed(self) -> bool:
        """Return whether the engine cannot run, or was set up for another version of the plugin."""
        if self.installer.is_running:
            return self.state in (SetupState.WORKING, SetupState.LOOKING)
        try:
            python = find_python(self._settings)
        except EngineError:
            return True
        managed = python == python_of(managed_environment())
        return managed and environment_state() is EnvironmentState.OUTDATED

    def begin(self) -> None:
        """Check the environment: offer a set-up, or update an outdated one."""
        if self.installer.is_running or self.state is SetupState.FAILED:
            return
        stamp = read_stamp()
        if environment_state() is EnvironmentState.OUTDATED and stamp is not None:
            # The user has agreed once already; the new version only needs other packages.
            self.cuda.setChecked(stamp.has_cuda)
            self.set_up()
            return
        self._show(SetupState.OFFER)
        own = interpreters.qgis_python(self._host)
        if own and not self._has_looked and not self._settings.python_path.strip():
            self._has_looked = True
            self._own = own
            self._show(SetupState.LOOKING)
            self._look_timer.start(0)

    def set_up(self) -> None:
        """Set up the engine from the internet."""
        self.set_up_from(None)

    def set_up_for_demo(self) -> None:
        """Set up the engine from the internet, and open the demo scene after that."""
        self._for_demo = True
        self.set_up()

    def set_up_from(self, folder: Path | None) -> None:
        """Set up the engine from a folder of wheels; None: from the internet."""
        self._again = lambda: self.set_up_from(folder)
        self._own = ""
        plan = Plan(
            wheels=folder,
            cuda=self._has_cuda and self.cuda.isChecked(),
            python=self._base,
            index=self._settings.package_index.strip(),
        )
        self._work()
        self.installer.install(plan)

    def use_python(self, python: str) -> None:
        """Check the user's own Python, and use it if it can run the engine."""
        path = Path(python).expanduser()
        # A folder is taken as that of an environment: users choose either.
        self._own = str(python_of(path) if is_folder(path) else path)
        self._base = ""
        self._again = lambda: self.use_python(python)
        self._work()
        self.installer.check(self._own)

    def choose_python(self) -> None:
        """Ask for the user's own Python."""
        choose_file(self, tr("Choose the Python executable"), "", self.use_python)

    def choose_wheels(self) -> None:
        """Ask for a folder of wheels."""
        title = tr("Choose the folder with the engine's wheels")
        choose_folder(self, title, "", lambda folder: self.set_up_from(Path(folder)))

    def show_log(self) -> None:
        """Open the log in the system's text viewer."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.installer.log)))

    def end(self) -> None:
        """Stop everything; the plugin is being unloaded."""
        self._look_timer.stop()
        self.installer.end()

    # --- the installer ----------------------------------------------------------------------------------

    def _work(self) -> None:
        if self.state is SetupState.LOOKING:
            # The result of the search is not needed any more.
            self._look_timer.stop()
            self.installer.end()
        self.error = None
        self.notes = []
        self.doing.setText("")
        self.bar.setValue(0)
        self._show(SetupState.WORKING)

    def _on_progress(self, progress: InstallProgress) -> None:
        self.bar.setValue(progress.percent)
        self.doing.setText(progress.text)

    def _on_finished(self, verified: Verified) -> None:
        # A Python that the plugin manages is found without a setting, also by other profiles.
        self._settings.python_path = "" if verified.stamp is not None else verified.python
        self._base = ""
        self._show(SetupState.OFFER)
        for note in self.notes:
            self.noted.emit(note)
        self.ready.emit()
        if self._for_demo:
            self._for_demo = False
            self.demo_wanted.emit()

    def _on_failed(self, error: EngineError) -> None:
        if error.is_cancelled or self.state is SetupState.LOOKING:
            self._for_demo = False
            self._show(SetupState.OFFER)
            return
        self.error = error
        self._base = self.installer.possible_base or self._base
        self._show(SetupState.FAILED)

    # --- display --------------------------------------------------------------------------------------

    @property
    def _has_cuda(self) -> bool:
        return any(
            lock_file.has_cuda(self._host.system, version)
            for version in lock_file.supported_versions(self._host.system)
        )

    def _show(self, state: SetupState) -> None:
        self.state = state
        offers = [self.wheels_button, self.own_button]
        if self._has_cuda:
            offers.append(self.cuda)
        shown = {
            SetupState.OFFER: [self.set_up_button, self.demo_button, *offers],
            SetupState.LOOKING: [self.bar],
            SetupState.WORKING: [self.bar, self.doing, self.cancel_button, self.log_button],
            SetupState.FAILED: [self.again_button, *offers, self.log_button],
        }[state]
        # After a failed check of the user's own Python, "Try again" checks it again.
        if state is SetupState.FAILED and self._own:
            shown.append(self.set_up_button)
        for widget in self._changing:
            widget.setVisible(widget in shown)
        self.set_up_button.setText(tr(setup_errors.SET_UP_WITH) if self._base else tr("Set up now"))
        self.set_up_button.setAccessibleName(self.set_up_button.text())
        # The search for a Python has no steps to count.
        self.bar.setRange(0, 0 if state is SetupState.LOOKING else 100)
        if state is SetupState.OFFER:
            begun = environment_state() in (
                EnvironmentState.UNFINISHED,
                EnvironmentState.BROKEN,
            )
            self.title.setText(
                tr("The set-up of the engine is not finished. It continues where it stopped.")
                if begun
                else tr("The engine is not installed yet.")
            )
            explanation = tr(
                "Voice Search uses neural networks. They run on this computer in their own Python "
                "environment; the Python packages of QGIS are not changed."
            )
            self.text.setText(f"{explanation}\n{self._download_text()}")
            supported = lock_file.supported_versions(self._host.system, self._host.machine)
            if not begun and supported and interpreters.only_unsuitable(self._host, supported):
                needed = setup_errors.old_python(
                    self._host.version, supported, self._host.system, self.set_up_button.text()
                )
                self.title.setText(needed.message)
                self.text.setText(f"{needed.next_step}\n{self._download_text()}")
        elif state is SetupState.LOOKING:
            self.title.setText(tr("Looking for a suitable Python…"))
            self.text.setText(tr("This takes a few seconds."))
        elif state is SetupState.WORKING:
            self.title.setText(
                tr("Checking your Python…") if self._own else tr("Setting up the engine…")
            )
            self.text.setText(tr("You can keep working in QGIS and close this panel."))
        elif self.error is not None:
            self.title.setText(self.error.message)
            self.text.setText(self.error.next_step)
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(self.text.text())

    def _download_text(self) -> str:
        versions = lock_file.supported_versions(self._host.system, self._host.machine)
        if not versions:
            return tr("There are no packages for this platform. Use your own Python.")
        version = self._host.version if self._host.version in versions else versions[-1]
        cuda = self.cuda.isChecked() and lock_file.has_cuda(self._host.system, version)
        lock = lock_file.read_lock(self._host.system, version, cuda, machine=self._host.machine)
        return tr(
            "About {download} will be downloaded once (from {hosts}). About {disk} of disk space "
            "will be used in {folder}."
        ).format(
            download=formatting.size(lock.download_bytes),
            disk=formatting.size(lock.disk_bytes),
            hosts=", ".join(lock.hosts(self._settings.package_index.strip())),
            folder=managed_environment(),
        )
