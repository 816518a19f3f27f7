"""Sets up the engine's environment: one child process after another, without blocking the user interface.

The steps are written as a generator that yields the process to run and receives its outcome, so that they
read from top to bottom; :class:`Installer` runs them with ``QProcess``. Whatever interrupts it (cancel, no
network, a killed QGIS), the next start resumes: downloads are kept, and a package that is installed and
undamaged is left alone.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
import os
import shutil
import time
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, Union

from qgis.PyQt.QtCore import (
    QFile,
    QLockFile,
    QObject,
    QProcess,
    QProcessEnvironment,
    QTimer,
    pyqtSignal,
)

from ..contract import Nothing, methods
from ..engine_client import EngineClient, Timing
from ..environment import (
    clean_environment,
    command_with,
    managed_environment,
    plugin_version,
    python_of,
)
from ..errors import CANCELLED, EngineError
from ..translation import tr, tr_later
from . import (
    environment_stamp,
    interpreters,
    lock_file,
    long_paths,
    network,
    removal,
    setup_errors,
)

SCRIPT = Path(__file__).with_name("environment_check.py")
#: What the engine imports; each is imported in a child process of its own.
MODULES = (
    "numpy", "torch", "torchaudio", "silero_vad", "scipy", "rasterio", "shapely", "pyogrio", "pyproj",
    "soundfile", "safetensors", "PIL", "typer", "rich", "filelock",
)  # fmt: skip
#: The engine runs without these, with less to offer: the note that says so.
OPTIONAL = {
    "sounddevice": tr_later(
        "No microphone can be used, only recordings can be opened: {reason}. This needs the package "
        "sounddevice and, on Debian and Ubuntu, `sudo apt install libportaudio2`."
    ),
    "pystac_client": tr_later(
        "STAC catalogues cannot be searched: {reason}. This needs the package pystac-client."
    ),
}
#: What no Linux distribution has; pip installs them without their dependencies, which are there.
ALONE = ("silero_vad", "sounddevice")
#: Ways to install Annoy: files of pinned packages, and how pip takes them.
_ANNOY: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "source": (
        ("annoy-build.txt", ("--only-binary", ":all:")),
        ("annoy-source.txt", ("--no-binary", "annoy", "--no-build-isolation")),
    ),
    "prebuilt": (("annoy-prebuilt.txt", ("--only-binary", ":all:")),),
}
TITLES = (
    tr_later("Finding a suitable Python"),
    tr_later("Creating the environment"),
    tr_later("Downloading packages"),
    tr_later("Installing packages"),
    tr_later("Preparing torchaudio"),
    tr_later("Preparing Annoy"),
    tr_later("Checking packages"),
    tr_later("Testing the engine"),
)
PYTHON, MAKING, DOWNLOADING, INSTALLING, AUDIO, ANNOY, CHECKING, ASKING = range(len(TITLES))
_POLL_MS = 250
#: A child process without output and without progress for so long counts as hung.
_SILENCE_SECONDS = 900.0
_TAIL = 200_000
#: What pip and venv need beside the packages.
_SPARE_BYTES = 100_000_000


@dataclass(frozen=True)
class Plan:
    """What is to be set up.

    Attributes:
        target: Folder of the environment.
        wheels: Folder to take the packages from; None: the internet.
        cuda: For NVIDIA cards.
        python: Base of the environment; empty: one is looked for.
        index: Address of one more package index; empty: those that pip knows, and PyTorch's own for
            its CPU build.
    """

    target: Path = dataclasses.field(default_factory=managed_environment)
    wheels: Path | None = None
    cuda: bool = False
    python: str = ""
    index: str = ""

    @property
    def work(self) -> Path:
        """Where downloads and temporary files lie until all is done."""
        return self.target.with_name(f"{self.target.name}-setup")

    @property
    def lock(self) -> Path:
        """Is there while it is set up, by this QGIS or another."""
        return self.target.with_name(f"{self.target.name}-setup.lock")

    @property
    def log(self) -> Path:
        """The log; stays when the environment is removed."""
        return self.target.with_name(f"{self.target.name}-setup.log")


@dataclass(frozen=True)
class InstallProgress:
    """Progress of a set-up.

    Attributes:
        step: Which of ``TITLES``, from 0.
        detail: What the step is at, such as a package; translated.
        done: Bytes, or pieces, of this step.
        total: Of how many; 0 if unknown.
        in_bytes: Whether these are bytes.
    """

    step: int
    detail: str = ""
    done: int = 0
    total: int = 0
    in_bytes: bool = False

    @property
    def title(self) -> str:
        """The name of the step."""
        return tr(TITLES[self.step])

    @property
    def text(self) -> str:
        """One line with all of it."""
        text = self.title
        if self.detail:
            text = tr("{step}: {detail}").format(step=text, detail=self.detail)
        if self.in_bytes and self.total:
            text = tr("{step} ({done} of {total})").format(
                step=text,
                done=setup_errors.size(min(self.done, self.total)),
                total=setup_errors.size(self.total),
            )
        return text

    @property
    def percent(self) -> int:
        """Of the whole, 0 to 100: downloading and installing take most of the time."""
        shares = (1, 3, 60, 22, 3, 3, 5, 3)
        inside = min(1.0, self.done / self.total) if self.total else 0.0
        return int(sum(shares[: self.step]) + shares[self.step] * inside)


@dataclass(frozen=True)
class _Run:
    """A child process to run; ``watch`` is asked four times a second how far it is."""

    program: str
    arguments: tuple[str, ...]
    environment: QProcessEnvironment
    watch: Callable[[], InstallProgress] | None = None


@dataclass(frozen=True)
class _Outcome:
    """What came of a child process, or of the test question and the ``error`` it was refused with."""

    #: Exit code; -1: it could not be started.
    code: int
    output: str
    error: EngineError | None = None

    @property
    def reason(self) -> str:
        """Why it failed, in one line: its last one."""
        return _last_line(self.output) or tr("exit code {code}").format(code=self.code)


@dataclass(frozen=True)
class _Question:
    """The engine is to be started with this Python and asked the test question."""

    python: str


@dataclass(frozen=True)
class Verified:
    """The end of it.

    Attributes:
        python: That runs the engine.
        stamp: Of the managed environment; None for a Python of the user's own.
    """

    python: str
    stamp: environment_stamp.Stamp | None = None


T = TypeVar("T")
#: Yields what is to be done next, and receives what came of it.
_Steps = Generator[Union[_Run, _Question], _Outcome, T]


class Installer(QObject):
    """Sets the environment up in the background, or checks a Python of the user's own.

    Exactly one of ``finished`` and ``failed`` is emitted for each start, never from inside it.

    Args:
        host: The computer; None: this one.
        parent: Qt's owner.

    Attributes:
        possible_base: A Python that was checked, lacks packages, and can be the base of the environment.

    Signals:
        progressed(object): An :class:`InstallProgress`.
        noted(str): A sentence in passing.
        finished(object): A :class:`Verified`.
        failed(object): An :class:`EngineError`; code "cancelled" if it was cancelled.
    """

    progressed = pyqtSignal(object)
    noted = pyqtSignal(str)
    finished = pyqtSignal(object)
    failed = pyqtSignal(object)

    def __init__(
        self, host: interpreters.Host | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._host = host or interpreters.this_host()
        self.possible_base = ""
        self._steps: _Steps[Verified] | None = None
        self._plan = Plan()
        self._process: QProcess | None = None
        self._client: EngineClient | None = None
        self._run: _Run | None = None
        self._output = b""
        self._last_sign = 0.0
        self._last_told: InstallProgress | None = None
        self._cancelled = False
        self._lock: QLockFile | None = None
        self._proxy: network.Proxy | None = None
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._on_poll)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(lambda: self._advance(None))

    # --- what the plugin uses ---------------------------------------------------------------------

    @property
    def is_running(self) -> bool:
        """Whether it is at work."""
        return self._steps is not None

    @property
    def log(self) -> Path:
        """The file of the log."""
        return self._plan.log

    def install(self, plan: Plan) -> None:
        """Set the environment up, go on with it, bring it up to date or mend it: whatever it needs."""
        self._begin(plan, self._install())

    def check(self, python: str) -> None:
        """Check that a Python of the user's own can run the engine."""
        self._begin(Plan(), self._check(python))

    def look(self, python: str) -> None:
        """See whether a Python happens to have everything: as :meth:`check`, but in one go."""
        self._begin(Plan(), self._look(python))

    def cancel(self) -> None:
        """Stop within a second; what has been downloaded is kept."""
        if self.is_running and not self._cancelled:
            self._cancelled = True
            self._log("Cancelled.")
            if self._process is not None:
                self._process.kill()
            else:
                # Between two steps, or while the engine is asked.
                self._first.start(0)

    def end(self) -> None:
        """Stop at once, telling nobody: the plugin is being unloaded."""
        self._poll.stop()
        self._first.stop()
        self._steps = None
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect()
            process.errorOccurred.disconnect()
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()
        self._drop_client()
        self._unlock()

    # --- one child process after another ------------------------------------------------------------

    def _begin(self, plan: Plan, steps: _Steps[Verified]) -> None:
        if self.is_running:
            return
        self._plan = plan
        self._steps = steps
        self.possible_base = ""
        self._cancelled = False
        self._last_told = None
        self._first.start(0)

    def _advance(self, outcome: _Outcome | None) -> None:
        """Give the steps what came of the last wish, and fulfil the next one."""
        steps = self._steps
        if steps is None:
            return
        if self._cancelled:
            self._drop_client()
            steps.close()
            self._over(EngineError(CANCELLED, tr("Cancelled. Downloaded files are kept.")))
            return
        try:
            # A generator that has not begun takes None only.
            wish = next(steps) if outcome is None else steps.send(outcome)
        except StopIteration as end:
            self._over(end.value)
        except EngineError as error:
            self._log(f"Failed: {error.text}")
            self._over(error)
        except OSError as error:
            self._log(f"Failed: {error}")
            self._over(setup_errors.of_output(str(error), tr("Writing files"), 1, None))
        else:
            if isinstance(wish, _Question):
                self._ask(wish)
            else:
                self._start(wish)

    def _over(self, result: Verified | EngineError) -> None:
        self._steps = None
        self._unlock()
        if isinstance(result, EngineError):
            result.log = str(self.log)
            self.failed.emit(result)
        else:
            self.finished.emit(result)

    def _start(self, run: _Run) -> None:
        self._run = run
        self._output = b""
        self._last_sign = time.monotonic()
        self._log(f"$ {run.program} {' '.join(run.arguments)}")
        self._process = process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        process.setProcessEnvironment(run.environment)
        process.setWorkingDirectory(str(Path(run.program).parent))
        process.readyRead.connect(self._on_output)
        process.errorOccurred.connect(self._on_error)
        process.finished.connect(self._on_finished)
        process.start(run.program, list(run.arguments))
        process.closeWriteChannel()
        self._poll.start()

    def _on_output(self) -> None:
        if self._process is None:
            return
        data = bytes(self._process.readAll())
        self._last_sign = time.monotonic()
        self._output = (self._output + data)[-_TAIL:]
        self._log(data.decode("utf-8", "replace").rstrip("\r\n"))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        # All others are followed by `finished`.
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            reason = self._process.errorString()
            self._log(reason)
            self._ended(_Outcome(-1, reason))

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        self._on_output()
        if status == QProcess.ExitStatus.CrashExit:
            code = code or 1
        self._ended(_Outcome(code, self._output.decode("utf-8", "replace")))

    def _ended(self, outcome: _Outcome) -> None:
        self._poll.stop()
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self._advance(outcome)

    def _on_poll(self) -> None:
        run = self._run
        if run is not None and run.watch is not None:
            told = run.watch()
            if told != self._last_told:
                self._last_sign = time.monotonic()
            self._say(told)
        if time.monotonic() - self._last_sign > _SILENCE_SECONDS and self._process is not None:
            self._log(f"No sign of life for {_SILENCE_SECONDS:.0f} s: ended.")
            self._output += b"\nReadTimeoutError: no sign of life"
            self._process.kill()

    def _say(self, progress: InstallProgress) -> None:
        if progress != self._last_told:
            self._last_told = progress
            self.progressed.emit(progress)

    # --- the test question --------------------------------------------------------------------------

    def _ask(self, question: _Question) -> None:
        command = command_with(question.python)
        # Once: an engine that ends right away would do so again.
        self._client = EngineClient(
            parent=self, command=lambda: command, timing=Timing(restart=(), handshake=120.0)
        )
        request = self._client.request(methods.WARM_UP, Nothing())
        request.finished.connect(lambda told: self._answered(_Outcome(0, str(told))))
        request.failed.connect(lambda error: self._answered(_Outcome(1, error.message, error)))

    def _answered(self, outcome: _Outcome) -> None:
        if self._client is not None:
            self._log(self._client.log)
            self._log(f"Test question: {outcome.output}")
            self._drop_client()
            self._advance(outcome)

    def _drop_client(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            client.stop()
            client.deleteLater()

    # --- the steps ------------------------------------------------------------------------------------

    def _install(self) -> _Steps[Verified]:
        plan = self._plan
        self._say(InstallProgress(PYTHON))
        length = long_paths.too_long(str(plan.target), self._host.system, long_paths.are_enabled)
        if length:
            raise setup_errors.too_long(plan.target, length)
        self._make_room()
        inner = str(python_of(plan.target))
        probe = yield from self._usable_environment()
        if probe is None:
            probe = yield from self._make_environment()
        lock = lock_file.read_lock(
            self._host.system, probe.short_version, plan.cuda, machine=probe.machine
        )
        pip = yield from self._pip_of(inner, probe)

        environment_stamp.remove_stamp(plan.target)
        wanted = yield from self._wanted(lock, inner)
        self._check_wheels(wanted)
        self._check_space(wanted)
        wheels = plan.wheels
        if wheels is None:
            wheels = yield from self._download(pip, wanted)
        yield from self._put_in(pip, wanted, wheels)
        yield from self._prepare_torchaudio(inner)
        annoy = yield from self._prepare_annoy(pip, inner)
        failed = yield from self._import_each(inner)
        for module in _needed(failed):
            raise setup_errors.import_failed(module, failed[module])
        yield from self._answer(inner)
        stamp = environment_stamp.Stamp(
            format=environment_stamp.FORMAT,
            lock=lock.path.name,
            checksum=lock.checksum,
            python=probe.version,
            annoy=annoy,
            plugin=plugin_version(),
        )
        environment_stamp.write_stamp(plan.target, stamp)
        removal.discard(plan.work)
        self._log("The engine is ready.")
        return Verified(inner, stamp)

    def _check(self, python: str) -> _Steps[Verified]:
        """The steps for a Python of the user's own, which is never changed."""
        self._plan.log.parent.mkdir(parents=True, exist_ok=True)
        self._say(InstallProgress(PYTHON, python))
        probe = yield from self._probe(python)
        if isinstance(probe, str):
            raise EngineError(
                "install-no-python",
                tr("{path} is not a usable Python: {reason}.").format(path=python, reason=probe),
                tr(
                    "Choose the Python executable (python or python.exe) of an environment that contains the "
                    "engine's packages."
                ),
            )
        failed = yield from self._import_each(python)
        missing = _needed(failed)
        if missing:
            if not self._why_not(probe):
                self.possible_base = python
            raise setup_errors.lacks(
                python, missing, self._easy(failed), probe.managed, bool(self.possible_base)
            )
        yield from self._answer(python)
        return Verified(python)

    def _look(self, python: str) -> _Steps[Verified]:
        self._plan.log.parent.mkdir(parents=True, exist_ok=True)
        done = yield self._script(python, "import", *MODULES)
        if done.code:
            raise setup_errors.lacks(python, [_last_line(done.output)], (), False, False)
        yield from self._answer(python)
        return Verified(python)

    def _make_room(self) -> None:
        plan = self._plan
        parent = plan.target.parent
        try:
            parent.mkdir(parents=True, exist_ok=True)
            trial = parent / f".write-test-{os.getpid()}"
            trial.write_bytes(b"")
            trial.unlink()
        except OSError as error:
            if error.errno in (28, 122):
                raise setup_errors.no_space(parent, _SPARE_BYTES, 0) from error
            raise setup_errors.not_writable(parent, error.strerror or str(error)) from error
        self._lock = _lock_of(plan)
        if not self._lock.tryLock(0):
            taken = self._lock.error() == QLockFile.LockError.LockFailedError
            self._lock = None
            raise (
                setup_errors.busy()
                if taken
                else setup_errors.not_writable(parent, tr("the lock file cannot be created"))
            )
        if plan.log.exists():
            plan.log.replace(plan.log.with_suffix(".old.log"))
        removal.sweep(parent)
        temporary = plan.work / "tmp"
        removal.discard(temporary)
        temporary.mkdir(parents=True)
        self._proxy = network.proxy_of_qgis()
        self._log(f"Setting up {plan.target}, plugin {plugin_version()}, {plan}")

    def _unlock(self) -> None:
        lock, self._lock = self._lock, None
        if lock is not None:
            lock.unlock()

    def _why_not(self, probe: interpreters.Probe) -> str:
        """Return why a Python cannot be the base; empty if it can."""
        system = self._host.system
        return interpreters.why_not(
            probe, system, lock_file.supported_versions(system, probe.machine)
        )

    def _easy(self, modules: Iterable[str]) -> list[str]:
        """Return what pip has to put in without dependencies, if that is all that is missing."""
        names = {module: module.replace("_", "-") for module in modules}
        if not set(names) <= set(ALONE):
            return []
        return [
            f"{name}=={lock_file.version_of(name, self._host.system)}" for name in names.values()
        ]

    def _usable_environment(self) -> _Steps[interpreters.Probe | None]:
        """Return what the Python of an environment that is there says; None: it must be made anew."""
        if not self._plan.target.exists():
            return None
        inner = str(python_of(self._plan.target))
        found = yield from self._suitable(inner)
        if not isinstance(found, str):
            return found
        self._log(f"The environment cannot be kept ({found}); it is made anew.")
        removal.discard(self._plan.target)
        return None

    def _make_environment(self) -> _Steps[interpreters.Probe]:
        base = yield from self._find_base()
        self._say(InstallProgress(MAKING, tr("Python {version}").format(version=base.version)))
        without = () if base.has_ensurepip else ("--without-pip",)
        command = ("-m", "venv", *without, str(self._plan.target))
        made = yield _Run(base.path, command, self._environment())
        if made.code:
            raise setup_errors.of_output(
                made.output, tr(TITLES[MAKING]), made.code, self._plan.wheels
            )
        found = yield from self._probe(str(python_of(self._plan.target)))
        if isinstance(found, str):
            raise setup_errors.import_failed(f"Python {base.version}", found)
        return found

    def _find_base(self) -> _Steps[interpreters.Probe]:
        choice = (
            [interpreters.Candidate(self._plan.python)]
            if self._plan.python
            else interpreters.candidates(self._host)
        )
        reasons: list[str] = []
        without_pip = False
        for candidate in choice:
            found = yield from self._suitable(candidate.path)
            if isinstance(found, str):
                reasons.append(f"{candidate.path}: {found}")
            elif interpreters.can_have_pip(found) or _pip_wheel(self._plan.wheels):
                return found
            else:
                without_pip = True
        for reason in reasons:
            self._log(reason)
        if without_pip:
            raise setup_errors.known("install-no-pip")
        host = self._host
        supported = lock_file.supported_versions(host.system, host.machine)
        if not self._plan.python and interpreters.only_unsuitable(host, supported):
            raise setup_errors.old_python(host.version, supported, host.system, tr("Try again"))
        raise setup_errors.no_python(reasons[:4], supported)

    def _suitable(self, python: str) -> _Steps[interpreters.Probe | str]:
        """Ask a Python what it is; returns a reason if it cannot be the base, or does not say."""
        found = yield from self._probe(python)
        return found if isinstance(found, str) else self._why_not(found) or found

    def _probe(self, python: str) -> _Steps[interpreters.Probe | str]:
        """Ask a Python what it is; returns a reason if it does not say."""
        if not self._host.is_file(python):
            return tr("the file does not exist")
        told = yield self._script(python, "probe")
        if told.code:
            return told.reason
        try:
            return interpreters.Probe.from_output(python, told.output)
        except ValueError as error:
            self._log(f"{python}: {error}")
            return tr("unexpected output")

    def _pip_of(self, inner: str, probe: interpreters.Probe) -> _Steps[tuple[str, ...]]:
        """Return how pip is called for the environment: its own, its base's, or a wheel of pip."""
        if probe.pip:
            return (inner, "-m", "pip")
        wheel = _pip_wheel(self._plan.wheels)
        if wheel is not None:
            return (inner, str(wheel / "pip"))
        base = yield from self._find_base()
        return (base.path, "-m", "pip", "--python", inner)

    def _wanted(self, lock: lock_file.Lock, inner: str) -> _Steps[list[lock_file.Requirement]]:
        """Return the packages that are missing, of another version, or damaged."""
        self._say(InstallProgress(MAKING, tr("checking the installed packages")))
        told = yield self._script(inner, "look")
        try:
            found = json.loads(_last_line(told.output))
            installed, damaged = dict(found["installed"]), list(found["damaged"])
        except (ValueError, KeyError, TypeError):
            installed, damaged = {}, []
        wanted = lock_file.needed(lock, installed, damaged)
        self._log(f"Wanted: {', '.join(item.name for item in wanted) or 'nothing'}.")
        return wanted

    def _check_wheels(self, wanted: Iterable[lock_file.Requirement]) -> None:
        folder = self._plan.wheels
        if folder is None:
            return
        try:
            names = [path.name for path in folder.iterdir()]
        except OSError as error:
            raise EngineError(
                "install-no-folder",
                tr("The folder of wheels {folder} cannot be read: {reason}.").format(
                    folder=folder, reason=error.strerror
                ),
                tr("Choose the folder again."),
            ) from error
        missing = lock_file.missing_wheels(wanted, names)
        if missing:
            shown = ", ".join(missing[:6]) + (", ..." if len(missing) > 6 else "")
            raise EngineError(
                "install-no-package",
                tr(
                    "The folder {folder} lacks %n wheel(s) that this computer needs: {packages}.",
                    n=len(missing),
                ).format(folder=folder, packages=shown),
                tr(
                    "Add them to the folder, then press Try again; the user guide explains how to download "
                    "them."
                ),
            )

    def _check_space(self, wanted: Iterable[lock_file.Requirement]) -> None:
        bytes_wanted = sum(item.size for item in wanted)
        if not bytes_wanted:
            return
        total = round(bytes_wanted * lock_file.UNPACKED) + _SPARE_BYTES
        if self._plan.wheels is None:
            total += max(0, bytes_wanted - environment_stamp.size_of(self._plan.work))
        free = shutil.disk_usage(self._plan.target).free
        if free < total:
            raise setup_errors.no_space(self._plan.target, total, free)

    def _download(self, pip: tuple[str, ...], wanted: list[lock_file.Requirement]) -> _Steps[Path]:
        wheels, temporary = self._plan.work / "wheels", self._plan.work / "tmp"
        wheels.mkdir(parents=True, exist_ok=True)
        total = sum(item.size for item in wanted)
        for number, batch in enumerate(lock_file.batches(wanted)):
            detail = batch[0].name
            if len(batch) > 1:
                detail = tr("%n small package(s)", n=len(batch))
            listed = self._plan.work / f"download-{number}.txt"
            index = lock_file.index_for(batch, self._plan.index)
            more = ("--extra-index-url", index) if index else ()
            _write_list(listed, batch)

            def watch(detail: str = detail) -> InstallProgress:
                done = environment_stamp.size_of(wheels) + environment_stamp.size_of(temporary)
                return InstallProgress(DOWNLOADING, detail, min(done, total), total, True)

            done = yield self._pip(
                pip, "download", "--no-deps", "--require-hashes", "--only-binary", ":all:",
                "--no-cache-dir", "--progress-bar", "off", "--timeout", "15", "--retries", "2",
                *more, "--dest", str(wheels), "--requirement", str(listed), watch=watch,
            )  # fmt: skip
            if done.code:
                raise setup_errors.of_output(
                    done.output, watch().text, done.code, None, index,
                    self._proxy.host if self._proxy is not None else "",
                )  # fmt: skip
        return wheels

    def _put_in(
        self, pip: tuple[str, ...], wanted: list[lock_file.Requirement], wheels: Path
    ) -> _Steps[None]:
        if not wanted:
            return
        listed = self._plan.work / "install.txt"
        _write_list(listed, wanted)
        site = _site_packages(self._plan.target)
        marks = {f"{item.name.replace('-', '_')}-{item.version}.dist-info": item for item in wanted}
        total = sum(item.size for item in wanted) or len(wanted)

        def watch() -> InstallProgress:
            try:
                there = {name.lower() for name in os.listdir(site)}  # noqa: PTH208
            except OSError:
                there = set()
            inside = [item for mark, item in marks.items() if mark.lower() in there]
            done = sum(item.size or 1 for item in inside)
            detail = tr("{done} of {total}").format(done=len(inside), total=len(wanted))
            return InstallProgress(INSTALLING, detail, done, total)

        done = yield self._pip(
            pip, "install", "--no-deps", "--require-hashes", "--only-binary", ":all:", "--no-user",
            "--no-cache-dir", "--no-index", "--find-links", str(wheels), "--force-reinstall",
            "--no-warn-script-location", "--progress-bar", "off", "--requirement", str(listed),
            watch=watch, offline=True,
        )  # fmt: skip
        if done.code:
            raise setup_errors.of_output(
                done.output, tr(TITLES[INSTALLING]), done.code, self._plan.wheels
            )

    def _prepare_torchaudio(self, inner: str) -> _Steps[None]:
        self._say(InstallProgress(AUDIO))
        first = yield self._script(inner, "torchaudio")
        if not first.code:
            return
        moved = yield self._script(inner, "move-compiled", "out")
        again = yield self._script(inner, "torchaudio")
        if again.code:
            yield self._script(inner, "move-compiled", "back")
            reason = _last_line(again.output) or _last_line(moved.output)
            raise setup_errors.import_failed("torchaudio", reason)

    def _prepare_annoy(self, pip: tuple[str, ...], inner: str) -> _Steps[str]:
        """Annoy from source where a compiler is, prebuilt where not; "" if neither: exact search."""
        self._say(InstallProgress(ANNOY))
        works = yield self._script(inner, "annoy")
        if not works.code:
            stamp = environment_stamp.read_stamp(self._plan.target)
            return stamp.annoy if stamp is not None and stamp.annoy else "prebuilt"
        for way in ("source", "prebuilt") if _has_compiler(self._host) else ("prebuilt",):
            if (yield from self._install_annoy(pip, way)):
                works = yield self._script(inner, "annoy")
                if not works.code:
                    return way
                yield self._pip(pip, "uninstall", "--yes", "annoy", "annoy-mm", offline=True)
        self.noted.emit(
            tr("Annoy could not be installed: searches are exact, but slower in large indexes.")
        )
        return ""

    def _install_annoy(self, pip: tuple[str, ...], way: str) -> _Steps[bool]:
        place: tuple[str, ...] = ()
        if self._plan.wheels is not None:
            place = ("--no-index", "--find-links", str(self._plan.wheels))
        elif self._plan.index:
            place = ("--extra-index-url", self._plan.index)
        for name, options in _ANNOY[way]:
            done = yield self._pip(
                pip, "install", "--no-deps", "--require-hashes", "--no-user", "--no-cache-dir",
                "--timeout", "20", "--retries", "1", *options, *place,
                "--requirement", str(lock_file.lock_folder() / name), offline=self._plan.wheels is not None,
            )  # fmt: skip
            if done.code:
                return False
        return True

    def _import_each(self, python: str) -> _Steps[dict[str, str]]:
        """Import each package in a child process of its own; return those that fail, with the reason."""
        failed: dict[str, str] = {}
        modules = (*MODULES, *OPTIONAL)
        for number, module in enumerate(modules):
            self._say(InstallProgress(CHECKING, module, number, len(modules)))
            done = yield self._script(python, "import", module)
            if done.code:
                failed[module] = done.reason
                if module in OPTIONAL:
                    self.noted.emit(tr(OPTIONAL[module]).format(reason=done.reason))
        return failed

    def _answer(self, python: str) -> _Steps[None]:
        self._say(InstallProgress(ASKING))
        answer = yield _Question(python)
        if not answer.code:
            return
        if answer.error is not None and answer.error.code == "coordinate-systems-missing":
            # Of all that it may say, this is what the user can mend.
            raise answer.error
        raise EngineError(
            "install-no-answer",
            tr("The engine is installed but does not respond: {reason}").format(
                reason=answer.output
            ),
            setup_errors.report_it(),
        )

    # --- commands -----------------------------------------------------------------------------------

    def _environment(self) -> QProcessEnvironment:
        environment = clean_environment()
        temporary = self._plan.work / "tmp"
        if temporary.is_dir():
            # A small /tmp must not stop a large package, and what is there shows how far it is.
            for name in ("TMPDIR", "TEMP", "TMP"):
                environment.insert(name, str(temporary))
        environment.insert("PYTHONNOUSERSITE", "1")
        return environment

    def _script(self, python: str, *arguments: str) -> _Run:
        return _Run(python, ("-s", str(SCRIPT), *arguments), self._environment())

    def _pip(
        self,
        pip: tuple[str, ...],
        *arguments: str,
        watch: Callable[[], InstallProgress] | None = None,
        offline: bool = False,
    ) -> _Run:
        environment = self._environment()
        for name in ("PIP_DISABLE_PIP_VERSION_CHECK", "PIP_NO_INPUT", "PIP_NO_COLOR"):
            environment.insert(name, "1")
        if offline:
            # The user's own configuration names indexes, and mirrors; here it has no say.
            environment.insert("PIP_CONFIG_FILE", os.devnull)
        else:
            variables = network.certificate_variables(self._plan.work)
            if self._proxy is not None:
                variables.update(network.proxy_variables(self._proxy))
            for name, value in variables.items():
                environment.insert(name, value)
        return _Run(pip[0], (*pip[1:], *arguments), environment, watch)

    def _log(self, text: str) -> None:
        if not text:
            return
        now = datetime.datetime.now().astimezone().strftime("%H:%M:%S")
        line = network.without_secrets(f"{now} {text}\n", self._proxy).encode("utf-8", "replace")
        # Qt's file tells of a full disk by its result: a log must not be what fails.
        file = QFile(str(self._plan.log))
        if file.open(QFile.OpenModeFlag.Append):
            file.write(line)
            file.close()


def lock_checksums() -> dict[str, str]:
    """Return the SHA-256 of each file of pinned packages, by name."""
    return {
        path.name: lock_file.parse(path).checksum
        for path in lock_file.lock_folder().glob("*-py3*.txt")
    }


def is_being_set_up() -> bool:
    """Say whether the managed environment is being set up, by this QGIS or another."""
    lock = _lock_of(Plan())
    if lock.tryLock(0):
        lock.unlock()
        return False
    return bool(lock.error() == QLockFile.LockError.LockFailedError)


def _lock_of(plan: Plan) -> QLockFile:
    lock = QLockFile(str(plan.lock))
    # Only a lock whose owner has died is stale, however long an installation takes.
    lock.setStaleLockTime(0)
    return lock


def environment_state() -> environment_stamp.EnvironmentState:
    """Return how the managed environment is, without starting anything."""
    return environment_stamp.state_of(lock_checksums())


def _has_compiler(host: interpreters.Host) -> bool:
    # On Windows a compiler is found through its own shell only, and hardly anyone has one.
    return host.system != "win32" and any(shutil.which(name) for name in ("c++", "g++", "clang++"))


def _pip_wheel(folder: Path | None) -> Path | None:
    found = sorted(folder.glob("pip-*.whl")) if folder is not None else []
    return found[-1] if found else None


def _write_list(file: Path, requirements: Iterable[lock_file.Requirement]) -> None:
    file.write_text("".join(f"{item.text}\n" for item in requirements), encoding="utf-8")


def _site_packages(environment: Path) -> Path:
    found = sorted(environment.glob("lib/python3*/site-packages"))
    return found[0] if found else environment / "Lib" / "site-packages"


def _needed(modules: Iterable[str]) -> list[str]:
    return [module for module in modules if module not in OPTIONAL]


def _last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1] if lines else ""
