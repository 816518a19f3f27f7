"""Work in slices, each on one thread, instead of many threads for each step of one slice.

Torch shares out every convolution and lets the threads wait for each other after it. Where another program has a
part of the processor, all of them wait for the one that is held up, a hundred times for every batch. Slices meet once.
"""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch

_lock = threading.Lock()


def in_slices(
    function: Callable[[np.ndarray], np.ndarray], items: np.ndarray, size: int
) -> np.ndarray:
    """Return what a function makes of an array, computed slice by slice, on as many threads as torch has here.

    What comes out does not depend on the number of threads, if ``function`` on one thread does not.

    Args:
        function: Takes a slice along the first axis and returns an array with as many rows.
        items: At least one row.
        size: Rows in a slice. What is no longer than that does not wait behind the slices of others.

    Raises:
        BaseException: Whatever ``function`` raises first; slices that have not begun are left out.
    """
    # A single slice gets one thread, too: some of oneDNN's kernels spin at barriers of their own.
    threads = torch.get_num_threads() if len(items) > size else 1
    with _lock:
        # Threads do not live on in a process that has been forked.
        pool = _pool(threads, os.getpid())
    slices = np.split(items, range(size, len(items), size))
    return np.concatenate(list(pool.map(function, slices)))


@functools.lru_cache(maxsize=4)
def _pool(threads: int, _process: int) -> ThreadPoolExecutor:
    """Return threads in each of which torch has one.

    A new thread takes the number that was set last, whoever set it, and keeps it. So it is set in these for good, and
    put back for all others at once.
    """
    before = torch.get_num_threads()
    ready = threading.Barrier(threads + 1)

    def begin() -> None:
        torch.get_num_threads()  # Only a thread that has asked keeps what is set for it.
        torch.set_num_threads(1)
        ready.wait()

    pool = ThreadPoolExecutor(threads, "one-thread", begin)
    for _ in range(threads):
        pool.submit(os.getpid)
    ready.wait()
    torch.set_num_threads(before)
    return pool
