"""Time and memory: stopwatches, and functions run in a process of their own."""

from __future__ import annotations

import contextlib
import multiprocessing
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Returned = TypeVar("Returned")

MIB = 2**20
CACHE = Path(__file__).resolve().parents[1] / ".cache" / "benchmarks"


class Stopwatch:
    """Adds up the wall time of the blocks that it measures; one thread at a time.

    Attributes:
        seconds: Their sum.
    """

    def __init__(self) -> None:
        self.seconds = 0.0

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """Measure a block."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds += time.perf_counter() - began

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return ``function``, measured."""

        def measured(*args: Any, **kwargs: Any) -> Any:
            with self.running():
                return function(*args, **kwargs)

        return measured

    def around_items(self, function: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
        """Return a function that returns an iterator, the making of each item measured."""

        def measured(*args: Any, **kwargs: Any) -> Iterator[Any]:
            items = function(*args, **kwargs)
            while True:
                with self.running():
                    found = list(_first(items))
                if not found:
                    return
                yield from found

        return measured


def seconds_of(
    function: Callable[Given, Returned], *args: Given.args, **kwargs: Given.kwargs
) -> tuple[float, Returned]:
    """Return how long a call took, and what it returned."""
    began = time.perf_counter()
    result = function(*args, **kwargs)
    return time.perf_counter() - began, result


@dataclass(frozen=True)
class Memory:
    """Memory of a process in bytes.

    Attributes:
        before: Resident when the work began: the interpreter and its libraries.
        peak: Most that was ever resident, mapped files included.
        private: Resident at the end without mapped files, which the system can take back at any
            time; None where the system does not say.
    """

    before: int
    peak: int
    private: int | None


def in_child(function: Callable[..., Any], *args: Any) -> tuple[Any, Memory]:
    """Run a function of a module in a fresh process.

    Returns:
        What it returned, and the memory of that process.

    Raises:
        BaseException: Whatever the function raised.
    """
    # Spawned, not forked: a fork would start with the memory of this process.
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=spawn) as pool:
        result: tuple[Any, Memory] = pool.submit(_measured, function, args).result()
    return result


def _measured(function: Callable[..., Any], args: tuple[Any, ...]) -> tuple[Any, Memory]:
    before = _status("VmRSS") or peak_memory()
    result = function(*args)
    return result, Memory(before, peak_memory(), _status("RssAnon"))


def peak_memory() -> int:
    """Return the most bytes that were ever resident in this process.

    On Linux not by ``getrusage``: the kernel carries the peak of the parent over into a child that
    it starts.
    """
    peak = _status("VmHWM")
    if peak is not None:
        return peak
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def _status(name: str) -> int | None:
    """Return a value in bytes from ``/proc/self/status``; None where there is no such file."""
    try:
        text = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    found = re.search(rf"^{name}:\s+(\d+) kB$", text, re.MULTILINE)
    return None if found is None else int(found[1]) * 1024


def _first(items: Iterator[Any]) -> Iterator[Any]:
    for item in items:
        yield item
        return
