"""Uses one input after the other in a process of its own: ``python -m tests.torture.fuzz.case FOLDER SEED``.

Standard input names inputs, "TARGET NUMBER" a line; each is answered with a line of JSON. Whoever asked sees a crash, or
a use without end, by the end of this process: it belongs to the input that was asked for last.
"""

from __future__ import annotations

import faulthandler
import json
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

from engine.errors import Cancelled, UserError

from .target import Target
from .targets import TARGETS

_READING_DEPTH, _WRITING_DEPTH = sys.getrecursionlimit(), 50_000
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
#: What changes names, or leaves this computer.
_CHANGES = {
    "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "shutil.rmtree",
    "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn",
}  # fmt: skip


def _is_this_computer(address: Any) -> bool:
    return isinstance(address, tuple) and address[0] in ("127.0.0.1", "::1")


class _Watch:
    """Notes what Python does outside of a folder; SQLite and GDAL are watched by what lies around it."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self.outside: list[str] = []
        self.is_on = False
        sys.addaudithook(self._see)

    def _see(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.is_on:
            return
        if event == "open":
            path, _, flags = arguments
            if isinstance(path, int) or not (flags or 0) & _WRITES or str(path) == os.devnull:
                return
        elif event not in _CHANGES:
            return
        elif event == "socket.connect" and _is_this_computer(arguments[1]):
            # Workers of this computer, which a build may ask for.
            return
        named = arguments[0]
        path = (
            os.path.abspath(os.fsdecode(named))  # noqa: PTH100 (a link stays what it is called)
            if isinstance(named, str | bytes | os.PathLike)
            else ""
        )
        # What is written with a file descriptor belongs to what was opened.
        if isinstance(named, int) and event.startswith("os."):
            return
        if not path.startswith(self._root):
            self.outside.append(f"{event} {arguments[0]!r}"[:200])


def _limit(target: Target) -> None:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    space = pages * resource.getpagesize() + target.memory_bytes
    resource.setrlimit(resource.RLIMIT_AS, (space, resource.RLIM_INFINITY))
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + target.cpu_seconds
    # Beyond it the kernel ends the process, wherever it is.
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))


def _verdict(target: Target, folder: Path, watch: _Watch) -> dict[str, Any]:
    watch.outside.clear()
    watch.is_on = True
    began = time.process_time()
    try:
        target.use(folder)
        answer = {"verdict": "result"}
    except UserError as error:
        # A sentence is told on a terminal, in JSON and to QGIS.
        json.dumps(error.as_dict()).encode()
        answer = {"verdict": "refused", "code": error.code, "detail": error.message[:300]}
        if error.code == "bug":
            answer["verdict"] = "bug"
    except Cancelled:
        answer = {"verdict": "refused", "code": "cancelled"}
    except MemoryError:
        answer = {"verdict": "memory", "detail": traceback.format_exc()[-3000:]}
    except BaseException as error:
        answer = {
            "verdict": "bug",
            "detail": traceback.format_exc()[-6000:],
            "where": _where(error),
        }
    finally:
        watch.is_on = False
    if watch.outside:
        answer = {
            "verdict": "outside",
            "detail": "\n".join(watch.outside[:5]),
            "where": watch.outside[0],
        }
    return {**answer, "seconds": time.process_time() - began}


def _where(error: BaseException) -> str:
    """Name a bug: the same in two inputs is the same bug."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [
        frame
        for frame in frames
        if "/engine/" in frame.filename and "/tests/" not in frame.filename
    ]
    frame = (ours or frames)[-1]
    return f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno} {frame.name}"


def main() -> None:
    """Use inputs until there are no more."""
    root, seed = Path(sys.argv[1]).resolve(), sys.argv[2]
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    here = root / "here"
    os.environ.update(XDG_STATE_HOME=str(here / "state"), TMPDIR=str(here))
    tempfile.tempdir = str(here)
    # Where it is when the kernel ends it for computing without end.
    faulthandler.register(signal.SIGXCPU, chain=True)
    watch = _Watch(here)
    targets: dict[str, Target] = {}
    for line in sys.stdin:
        name, number = line.split()
        if name not in targets:
            samples = root / "samples" / name
            samples.mkdir(parents=True, exist_ok=True)
            here.mkdir(exist_ok=True)
            targets[name] = TARGETS[name].made(samples)
        target = targets[name]
        shutil.rmtree(here, ignore_errors=True)
        folder = here / "input"
        folder.mkdir(parents=True)
        os.chdir(here)
        # Documents are nested more deeply than what reads them must bear.
        sys.setrecursionlimit(_WRITING_DEPTH)
        told = target.write(random.Random(f"{seed} {name} {number}"), folder)
        sys.setrecursionlimit(_READING_DEPTH)
        around = sorted(path.name for path in root.iterdir())
        (root / "told").write_text(told, encoding="utf-8", errors="backslashreplace")
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        _limit(target)
        answer = _verdict(target, folder, watch)
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        if answer["verdict"] in ("result", "refused") and {"told", *around} != {
            p.name for p in root.iterdir()
        }:
            answer = {
                "verdict": "outside",
                "detail": f"{sorted(p.name for p in root.iterdir())}",
                "where": "beside it",
            }
        answers.write(json.dumps({"told": told, **answer}) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
