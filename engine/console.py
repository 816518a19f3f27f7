"""What the command line shows: progress bars, tables, errors; results go to standard output only."""

from __future__ import annotations

import ctypes
import json
import math
import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from rich.console import Console
from rich.live import Live
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars
from rich.progress import Task as Bar
from rich.table import Table
from rich.text import Text

from .contract.audio import LevelReport
from .contract.notices import Notice, Stage, Unit
from .errors import Cancelled, ExitCode, FileVanished, UnexpectedFailure, UserError
from .paths import expanded
from .progress import Task
from .texts import STAGES, UNITS, counted, text_of

# Where no terminal shows a moving bar, a line is printed this often.
LINE_EVERY_SECONDS = 10.0

# A table in a file or a pipe keeps its columns.
PIPE_WIDTH = 160

# The bar of the sound level.
LEVEL_WIDTH = 40
LEVEL_FLOOR_DBFS = -60.0


def _console(stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else PIPE_WIDTH
    # A name such as scene[old].tif is a name, and no mark-up.
    return Console(
        file=stream, highlight=False, soft_wrap=stderr, width=width, markup=False, emoji=False
    )


def _print_json(document: Any) -> None:
    """Print a JSON document; letters that the terminal or the pipe has not become escapes."""
    text = json.dumps(document, indent=2, ensure_ascii=False, default=str, allow_nan=False)
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        text = json.dumps(document, indent=2, default=str, allow_nan=False)
    print(text)


class RateColumn(ProgressColumn):
    """Steps per second."""

    def render(self, task: Bar) -> Text:
        """Return the text for a task."""
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:.1f} {task.fields['unit']}/s")


class TerminalProgress(Task):
    """Progress as bars on a terminal and as lines elsewhere.

    While it is entered, Ctrl-C is a wish that long work grants at its next step; twice means at once.

    Args:
        patient: Whether to wait for that step from the beginning; else once is enough until a stage begins.
    """

    def __init__(self, patient: bool = True) -> None:
        self._patient = patient
        self._console = _console(stderr=True)
        self._bars: Bars | None = None
        self._levels: Live | None = None
        self._title, self._unit = "", ""
        self._total, self._done = 0, 0
        self._begun = self._said = time.monotonic()

    def __enter__(self) -> TerminalProgress:
        self._before = signal.signal(signal.SIGINT, self._on_signal)
        return self

    def __exit__(self, *_exception: object) -> None:
        self._close()
        signal.signal(signal.SIGINT, self._before)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        if self.is_cancelled or not self._patient:
            raise KeyboardInterrupt
        self.is_cancelled = True

    def start(self, stage: Stage | str, total: int, unit: Unit | str) -> None:
        """Begin a stage; the bar of the last one stays where it ended."""
        self._close()
        # These cannot be asked to stop, and leave nothing behind.
        quick = (Stage.LOADING_MODEL, Stage.CHECKING_INSTALLATION)
        self._patient = stage not in quick
        self._title = STAGES[stage] if isinstance(stage, Stage) else stage
        self._unit = UNITS[unit] if isinstance(unit, Unit) else unit
        self._total, self._done = total, 0
        self._begun = self._said = time.monotonic()
        if self._console.is_terminal and total:
            self._bars = Bars(
                TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
                RateColumn(), TimeRemainingColumn(), console=self._console,
            )  # fmt: skip
            self._bars.add_task(self._title, total=total, unit=f"{self._unit}s")
            self._bars.start()
        elif total:
            self._console.print(f"{self._title}: {counted(total, self._unit)}")

    def advance(self, steps: int = 1) -> None:
        """Report ``steps`` more as done."""
        self._done += steps
        if self._bars is not None:
            self._bars.advance(self._bars.task_ids[0], steps)
        elif time.monotonic() - self._said > LINE_EVERY_SECONDS:
            self._said = time.monotonic()
            rate = self._done / (self._said - self._begun)
            left = (self._total - self._done) / rate if rate else math.inf
            self._console.print(
                f"{self._title}: {self._done} of {counted(self._total, self._unit)}, "
                f"{rate:.1f} per second, {left:.0f} s left"
            )

    def note(self, notice: Notice | str) -> None:
        """Print a line above the bar."""
        self._console.print(notice if isinstance(notice, str) else text_of(notice), soft_wrap=True)

    def level(self, report: LevelReport) -> None:
        """Show the sound level while the microphone is open."""
        if self._levels is None:
            # Raising inside what sound and display have locked would hang; the next report sees the wish.
            self._patient = True
            # Not before it listens: the first words would be lost.
            self._console.print("Speak now; press Ctrl-C to cancel.")
            self._levels = Live(console=self._console, refresh_per_second=10, transient=True)
            self._levels.start()
        share = max(0.0, min(1.0, 1 - report.level_dbfs / LEVEL_FLOOR_DBFS))
        bar = "█" * round(share * LEVEL_WIDTH)
        self._levels.update(
            Text(
                f"{bar:<{LEVEL_WIDTH}} {report.level_dbfs:5.0f} dB  {report.state}  "
                f"{report.seconds_left:.0f} s left"
            )
        )

    def _close(self) -> None:
        """Take the bars down."""
        for shown in (self._bars, self._levels):
            if shown is not None:
                shown.stop()
        self._bars = self._levels = None


@dataclass
class Output:
    """How one command answers: as tables for people, or as one JSON document."""

    as_json: bool = False

    def __post_init__(self) -> None:
        self.console = _console(stderr=False)

    def json(self, document: Any) -> None:
        """Print a JSON document, if that is how this command answers."""
        if self.as_json:
            _print_json(document)

    def text(self, text: str) -> None:
        """Print a line for people."""
        if not self.as_json:
            # The terminal wraps it: a path that is cut into lines cannot be copied.
            self.console.print(text, soft_wrap=True)

    def table(self, title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Print a table for people; numbers to the right."""
        if self.as_json:
            return
        table = Table(title=title, title_justify="left", header_style="bold")
        for number, column in enumerate(columns):
            numeric = bool(rows) and all(isinstance(row[number], int | float) for row in rows)
            table.add_column(column, justify="right" if numeric else "left", overflow="fold")
        for row in rows:
            table.add_row(*("" if value is None else str(value) for value in row))
        self.console.print(table)


def fail(error: BaseException, as_json: bool) -> NoReturn:
    """Tell what went wrong and leave with the exit code that belongs to it.

    A :class:`UserError` is told as it is; anything else is a bug, whose traceback goes into a file.
    """
    if isinstance(error, Cancelled | KeyboardInterrupt):
        _console(stderr=True).print(Cancelled.message)
        sys.exit(int(ExitCode.CANCELLED))
    if not isinstance(error, UserError):
        error = bug_report(error)
    if as_json:
        try:
            _print_json({"error": error.as_dict()})
            sys.stdout.flush()
        except OSError:
            # Nobody reads it any more, or its disk is full: standard error still tells, and what is
            # left in the buffer must not fail once more when Python ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    console = _console(stderr=True)
    console.print(f"Error: {error.message}", style="bold red", soft_wrap=True)
    console.print(f"What to do: {error.next_step}", soft_wrap=True)
    sys.exit(int(error.exit_code))


def explain_vanished_files(as_json: bool) -> None:
    """Tell what happened and leave, when a file that is read where it lies has gone, instead of dying of ``SIGBUS``.

    The kernel sends the signal to the thread that touches the file, which is in a loop of NumPy's or Annoy's over
    vectors: nothing of Python's or malloc's is half done, so that Python can be called there and then. A handler of the
    module ``signal`` would be called after that loop, which never goes on.
    """
    if not hasattr(signal, "SIGBUS"):
        return

    def tell(_number: int) -> None:
        code = int(FileVanished.exit_code)
        try:
            _console(stderr=True).show_cursor()
            fail(FileVanished(), as_json)
        finally:
            sys.stderr.flush()
            # Not through the loop, nor through what others have to tidy up: they may touch the file as well.
            os._exit(code)

    global _on_sigbus
    _on_sigbus = ctypes.CFUNCTYPE(None, ctypes.c_int)(tell)
    set_handler = ctypes.CDLL(None).signal
    set_handler.argtypes = [ctypes.c_int, type(_on_sigbus)]
    set_handler.restype = ctypes.c_void_p
    set_handler(signal.SIGBUS, _on_sigbus)


#: Must live as long as the process.
_on_sigbus: Any = None


def bug_report(error: BaseException) -> UnexpectedFailure:
    """Write the traceback of a bug into a file and return the error that names it."""
    state = Path(os.environ.get("XDG_STATE_HOME") or expanded("~/.local/state"))
    # Several at once, in threads of a worker, must not overwrite each other.
    moment = f"{time.strftime('%Y%m%d-%H%M%S')}-{time.time_ns() % 1_000_000_000:09d}"
    text = "".join(traceback.format_exception(error))
    log: Path | str = "the traceback above"
    for folder in (state, Path(tempfile.gettempdir())):
        file = folder / "qgis_scrl" / f"failure-{moment}.txt"
        if not folder.is_absolute():
            continue  # the user of a container that nobody has given a home
        try:
            # It names files and places of the user's, and the temporary folder is everybody's.
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as stream:
                stream.write(text)
        except OSError:
            continue  # a home that is missing, full or not ours
        log = file
        break
    else:
        # Nowhere to write: the terminal is the last place where the report is not lost.
        sys.stderr.write(text)
    first_line = (str(error).splitlines() or [""])[0]
    return UnexpectedFailure(what=f"{type(error).__name__}: {first_line}", log=log)
