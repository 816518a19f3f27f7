"""Kills runs at random moments, gives the same command again, and compares the result with that of a run that nobody has killed.

A run is a class of :data:`RUNS`: its command, what of it is killed, how its result is read.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.windows import Window

from engine.errors import ExitCode, IndexMissing
from engine.index.maintenance import index_info, verify_index
from engine.index.store import open_store
from tests.support import cluster as dask_processes
from tests.support.index_contents import tiles_of
from tests.support.paths import ROOT, SCENE

_TICKS = os.sysconf("SC_CLK_TCK")
_HANGS_SECONDS = 1_800.0
#: A command as `python -m engine` runs it, which says when its modules are loaded: kills before that show nothing.
_READY = (
    "import sys, engine.handlers, engine.application.session; from engine.__main__ import main;"
    "print('ready', flush=True); sys.argv[0] = 'engine'; main()"
)
#: Who comes too early is told that the server still holds the lock of whoever was killed.
_LOCKED_SECONDS = 60.0


class CannotRun(Exception):
    """A run is impossible on this computer; the message says why."""


class Run(ABC):
    """A run that is killed."""

    def __init__(self, folder: Path, stack: contextlib.ExitStack) -> None:
        """Make what all its runs share.

        Args:
            folder: For all its files.
            stack: Ends what it has started.

        Raises:
            CannotRun: Something is not installed.
        """
        self.folder = folder

    @abstractmethod
    def command(self, address: str) -> list[str]:
        """Return the arguments of `python -m engine`."""

    def expected(self) -> Any:  # noqa: B027 (most are compared with themselves)
        """Return what :meth:`contents` is in the end; None: that of a run without a kill."""

    def address(self, name: str) -> str:
        """Return where a result goes."""
        return str(self.folder / f"{name}.scrl")

    def begin(self, number: int, address: str) -> None:  # noqa: B027 (most begin with nothing)
        """Lay out what is there before the run."""

    @abstractmethod
    def contents(self, address: str) -> Any:
        """Return what is compared."""

    def wrong(self, address: str, number: int) -> str:
        """Say what is wrong with what a kill has left; empty if nothing is."""
        if not (Path(address) / "index.json").exists():
            return ""
        return "; ".join(str(problem) for problem in verify_index(address).problems)

    def sessions(self) -> set[int]:
        """Return the sessions of other processes that work for it."""
        return set()

    def kill(self, process: subprocess.Popen[bytes], rng: random.Random) -> tuple[str, set[int]]:
        """Kill a part of it: returns which, and with what exit codes the command then ends."""
        os.killpg(process.pid, signal.SIGKILL)
        return "the command", {-signal.SIGKILL}

    def mend(self) -> None:  # noqa: B027 (most have nothing to mend)
        """Start again what an administrator would start again."""

    def end(self, address: str) -> None:
        """Remove a result."""
        shutil.rmtree(address, ignore_errors=True)


class SerialBuild(Run):
    """A build by one process, with the real model."""

    def __init__(self, folder: Path, stack: contextlib.ExitStack) -> None:
        super().__init__(folder, stack)
        self.raster = _small_raster(folder / "scene.tif")

    def command(self, address: str) -> list[str]:
        return ["index", "build", address, str(self.raster), "--ground-size", "150", "--part-tiles", "16"]  # fmt: skip

    def contents(self, address: str) -> Any:
        return tiles_of(Path(address)), index_info(address).complete


class DaskBuild(SerialBuild):
    """The same build by two workers of a scheduler, each a process of its own."""

    def __init__(self, folder: Path, stack: contextlib.ExitStack) -> None:
        super().__init__(folder, stack)
        try:
            import distributed  # noqa: F401
        except ImportError as reason:
            raise CannotRun(f"{reason} (requirements/cluster.txt)") from reason
        self._port = str(dask_processes.free_port())
        self._scheduler = contextlib.ExitStack()
        self._workers = [contextlib.ExitStack(), contextlib.ExitStack()]
        for held in (*self._workers, self._scheduler):
            stack.push(held)
        self._pids: dict[contextlib.ExitStack, int] = {}
        self.mend()

    def expected(self) -> Any:
        serial = self.address("serial")
        _run_to_its_end(super().command(serial))
        return self.contents(serial)

    @property
    def _address(self) -> str:
        return f"tcp://127.0.0.1:{self._port}"

    def mend(self) -> None:
        from distributed import Client

        # Workers without a scheduler end by themselves; a computer that came back starts its own.
        if not self._lives(self._scheduler):
            for worker in self._workers:
                if self._lives(worker):
                    _wait_for(lambda pid=self._pids[worker]: not _is_alive(pid), "the end of a worker")  # fmt: skip
            options = ["--host", "127.0.0.1", "--port", self._port, "--dashboard", "127.0.0.1:0"]
            self._start(self._scheduler, "cluster-scheduler", *options)
        for worker in self._workers:
            if not self._lives(worker):
                self._start(worker, "cluster-worker", self._address, "--processes", "1")
        with Client(self._address, timeout=120, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=300)

    def _lives(self, held: contextlib.ExitStack) -> bool:
        return held in self._pids and _is_alive(self._pids[held])

    def _start(self, held: contextlib.ExitStack, *arguments: str) -> None:
        held.close()
        self._pids[held] = held.enter_context(dask_processes.running("-m", "engine", *arguments, output=subprocess.DEVNULL)).pid  # fmt: skip

    def command(self, address: str) -> list[str]:
        return [*super().command(address), "--cluster", self._address]

    def sessions(self) -> set[int]:
        return {self._pids[worker] for worker in self._workers}

    def kill(self, process: subprocess.Popen[bytes], rng: random.Random) -> tuple[str, set[int]]:
        victim = rng.choice(["build", "worker", "computer", "scheduler"])
        if victim == "build":
            return super().kill(process, rng)
        if victim == "scheduler":
            os.killpg(self._pids[self._scheduler], signal.SIGKILL)
            return "the scheduler", {ExitCode.MACHINE}
        session = self._pids[rng.choice(self._workers)]
        working = [pid for pid in _processes_of({session}) if pid != session]
        if victim == "worker" and working:
            # Its nanny starts another one.
            os.kill(max(working, key=_ticks_of), signal.SIGKILL)
            return "a worker's process", {ExitCode.OK}
        os.killpg(session, signal.SIGKILL)
        return "a worker's computer", {ExitCode.OK}


class Publish(Run):
    """A folder is published to PostgreSQL; every other time over an older state of it."""

    TILES = 12_000
    PARTS = 12

    def __init__(self, folder: Path, stack: contextlib.ExitStack) -> None:
        super().__init__(folder, stack)
        from tests.support.postgis_server import database_uri
        from tools.postgis import NoServer

        try:
            self._database = database_uri()
        except NoServer as reason:
            raise CannotRun(str(reason)) from reason
        self._new, self._old = folder / "new.scrl", folder / "old.scrl"
        rng = np.random.default_rng(1)
        vectors = rng.normal(size=(self.TILES, 324)).astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        parts = np.split(vectors.astype(np.float16), self.PARTS)
        _write_index(self._old, parts[: self.PARTS // 2], self.TILES)
        _write_index(self._new, parts, self.TILES)
        self._expected = {path: self.contents(str(path)) for path in (self._old, self._new)}

    def address(self, name: str) -> str:
        return f"{self._database}?schema=kill_{name}"

    def begin(self, number: int, address: str) -> None:
        if number % 2:
            _run_to_its_end(["index", "publish", str(self._old), address])

    def command(self, address: str) -> list[str]:
        return ["index", "publish", str(self._new), address]

    def expected(self) -> Any:
        return self._expected[self._new]

    def contents(self, address: str) -> Any:
        store = open_store(address)
        digest = hashlib.sha256()
        count = 0
        for table in store.items():
            ids = [tile.tile_id for tile in table]
            count += len(ids)
            digest.update(repr(sorted(table, key=lambda tile: tile.tile_id)).encode())
            digest.update(store.vectors(sorted(ids)).tobytes())
        return count, digest.hexdigest(), repr(store.info.settings)

    def wrong(self, address: str, number: int) -> str:
        try:
            found = self.contents(address)
        except IndexMissing:
            return "the older state is gone" if number % 2 else ""
        whole = [self._expected[self._new]] + ([self._expected[self._old]] if number % 2 else [])
        if found not in whole:
            return f"{found[0]} tiles are shown, neither the older state nor the new one"
        return "; ".join(str(problem) for problem in verify_index(address).problems)

    def end(self, address: str) -> None:
        import psycopg

        with psycopg.connect(self._database, autocommit=True) as connection:
            connection.execute(f"DROP SCHEMA {address.partition('schema=')[2]} CASCADE")


RUNS: dict[str, type[Run]] = {"serial": SerialBuild, "dask": DaskBuild, "publish": Publish}


@dataclass(frozen=True)
class Kills:
    """What became of the kills of a run.

    Attributes:
        killed: How often what was killed.
        equal: How many results were that of a run without a kill in the end.
        failures: What was wrong with the others.
    """

    killed: dict[str, int]
    equal: int
    failures: tuple[str, ...]


def kill_and_resume(name: str, seed: int, count: int, minutes: float) -> Kills:
    """Kill a run ``count`` times, or until the time is over; each is followed by the same command, to its end.

    A moment is a share of the processor time that the run without a kill takes after its modules are loaded, and some
    milliseconds: there are moments at which it waits for others. A run that ended before its moment does not count.

    Raises:
        CannotRun: Not on this computer.
    """
    rng = random.Random(f"{seed} {name}")
    deadline = time.monotonic() + 60 * minutes
    killed: dict[str, int] = {}
    equal = number = 0
    failures: list[str] = []
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kill-")))
        run = RUNS[name](folder, stack)
        expected = run.expected()
        whole = run.address("unkilled")
        seconds, _ = _attempt(run, whole, None, rng)
        expected = run.contents(whole) if expected is None else expected
        if run.contents(whole) != expected:
            failures.append("without a kill: not equal")
        while sum(killed.values()) < count and time.monotonic() < deadline:
            number += 1
            address = run.address(f"killed{number}")
            run.begin(number, address)
            moment = rng.uniform(0.0, 1.0)
            _, what = _attempt(run, address, moment * seconds, rng)
            if not what:
                run.end(address)
                continue
            victim, problem = what
            killed[victim] = killed.get(victim, 0) + 1
            wrong = [problem, run.wrong(address, number)]
            run.mend()
            try:
                _run_to_its_end(run.command(address))
                same = run.contents(address) == expected
                wrong.append("" if same else "not equal")
                wrong += [str(found) for found in verify_index(address).problems]
            except Exception as error:
                same = False
                wrong.append(repr(error))
            equal += same
            found = "; ".join(filter(None, wrong))
            print(f"{name} {number}: {victim} at {moment:.3f}: {found or 'equal'}", flush=True)
            if found:
                failures.append(f"kill {number} of {victim} at {moment:.3f}: {found}")
            run.end(address)
    return Kills(killed, equal, tuple(failures))


def _small_raster(path: Path) -> Path:
    with rasterio.open(SCENE) as scene:
        window = Window(0, 0, 2000, 2000)
        profile = {
            **scene.profile,
            "width": 2000,
            "height": 2000,
            "transform": scene.window_transform(window),
        }
        with rasterio.open(path, "w", **profile) as out:
            out.write(scene.read(window=window))
    return path


def _write_index(path: Path, parts: list[Any], tiles: int) -> None:
    """Write an index of a raster of so many tiles, of which the parts are there."""
    from benchmarks.large_index import write_large_index

    write_large_index(path, parts, sum(map(len, parts)), len(parts[0]), "e" * 64, 324)


def _attempt(
    run: Run, address: str, cpu_seconds: float | None, rng: random.Random
) -> tuple[float, tuple[str, str] | None]:
    """Run, and kill something when so much processor time is taken.

    Returns:
        What was taken, and what was killed and what was wrong with that; None: it ended before.
    """
    with tempfile.TemporaryFile() as said, _started(run.command(address), said) as process:
        assert process.stdout is not None
        process.stdout.readline()
        sessions = run.sessions() | {process.pid}
        base, used, began = _cpu_seconds(sessions), 0.0, time.monotonic()
        while process.poll() is None:
            used = max(used, _cpu_seconds(sessions) - base)
            if cpu_seconds is not None and used >= cpu_seconds:
                time.sleep(rng.uniform(0.0, 0.05))
                if process.poll() is not None:
                    break
                what, codes = run.kill(process, rng)
                code = process.wait(_HANGS_SECONDS)
                wrong = "" if code in codes else f"it ended with {code}: {_tail(said)}"
                return used, (what, wrong)
            if time.monotonic() - began > _HANGS_SECONDS:
                raise TimeoutError(run.command(address))
            time.sleep(0.002)
        if process.returncode != 0:
            raise RuntimeError(_tail(said))
    return used, None


def _run_to_its_end(command: list[str]) -> None:
    """Run a command; a server that still holds the lock of the one that was killed is given some time."""
    end = time.monotonic() + _LOCKED_SECONDS
    while True:
        with tempfile.TemporaryFile() as said, _started(command, said) as process:
            code = process.wait(_HANGS_SECONDS)
            if code == 0:
                return
            if (
                code != ExitCode.INDEX
                or time.monotonic() > end
                or b"written by" not in _tail(said).encode()
            ):
                raise RuntimeError(f"{command} ended with {code}: {_tail(said)}")  # fmt: skip
        time.sleep(0.2)


@contextlib.contextmanager
def _started(command: list[str], said: Any) -> Any:
    process = subprocess.Popen(
        [sys.executable, "-c", _READY, *command], cwd=ROOT, stdout=subprocess.PIPE, stderr=said,
        start_new_session=True, env={**os.environ, "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        assert process.stdout is not None
        process.stdout.close()


def _tail(said: Any) -> str:
    said.seek(0)
    return str(said.read()[-3000:].decode(errors="replace"))


def _wait_for(condition: Any, what: str) -> None:
    end = time.monotonic() + _HANGS_SECONDS
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.05)


def _stat(pid: int) -> list[str]:
    """Return the fields of /proc/PID/stat after the name; none if it has gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return []


def _is_alive(pid: int) -> bool:
    fields = _stat(pid)
    return bool(fields) and fields[0] != "Z"


def _processes_of(sessions: Iterable[int]) -> list[int]:
    pids = [int(path.name) for path in Path("/proc").glob("[0-9]*")]
    return [pid for pid in pids if (fields := _stat(pid)) and int(fields[3]) in sessions]


def _ticks_of(pid: int) -> int:
    fields = _stat(pid)
    return int(fields[11]) + int(fields[12]) if fields else 0


def _cpu_seconds(sessions: set[int]) -> float:
    """Return the processor time of all processes of sessions."""
    return sum(_ticks_of(pid) for pid in _processes_of(sessions)) / _TICKS
