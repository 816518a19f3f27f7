"""Slices on threads of their own: what comes out, and what it does to torch's threads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator

import numpy as np
import pytest
import torch

from engine.model.checkpoint import SLICE_TILES
from engine.model.one_thread_each import in_slices


@pytest.fixture
def two_threads() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    yield
    torch.set_num_threads(before)


def test_slices_come_back_in_order(two_threads):
    items = np.arange(23)
    assert (in_slices(lambda part: part * 2, items, 4) == items * 2).all()


def test_two_slices_are_at_work_at_once_each_on_one_thread(two_threads):
    both = threading.Barrier(2)
    seen: set[int] = set()

    def work(part: np.ndarray) -> np.ndarray:
        both.wait(timeout=60)
        seen.add(torch.get_num_threads())
        return part

    in_slices(work, np.arange(8), 4)
    assert seen == {1}
    assert torch.get_num_threads() == 2
    beginner = threading.Thread(target=lambda: seen.add(torch.get_num_threads()))
    beginner.start()
    beginner.join()
    assert seen == {1, 2}


def test_a_single_slice_is_at_work_beside_two_others(two_threads):
    """The picture of a question does not wait for a build."""
    asked = threading.Event()

    def wait(part: np.ndarray) -> np.ndarray:
        assert asked.wait(timeout=60)
        return part

    build = threading.Thread(target=in_slices, args=(wait, np.arange(40), 4))
    build.start()
    threads = in_slices(lambda part: part + torch.get_num_threads(), np.zeros(1, dtype=int), 4)
    asked.set()
    build.join()
    assert threads == [1]
    assert torch.get_num_threads() == 2


def test_what_fails_in_a_slice_is_raised(two_threads):
    def work(part: np.ndarray) -> np.ndarray:
        if 9 in part:
            raise MemoryError("nine")
        return part

    with pytest.raises(MemoryError, match="nine"):
        in_slices(work, np.arange(16), 4)
    assert len(in_slices(work, np.arange(8), 4)) == 8


def test_vectors_do_not_depend_on_the_number_of_threads(model, two_threads):
    pixels = model.tile_pixels
    images = np.random.default_rng(0).integers(
        0, 256, (3 * SLICE_TILES - 1, pixels, pixels, 3), dtype=np.uint8
    )
    by_two = model.encode_images(images)
    torch.set_num_threads(1)
    by_one = model.encode_images(images)
    assert (by_two == by_one).all()


_ASK = """
import json, os
{load}
import torch
print(json.dumps(os.environ.get("OMP_WAIT_POLICY")))
"""


@pytest.mark.parametrize("load", ["import engine.__main__", "import engine; engine.open_index"])
@pytest.mark.parametrize("chosen", [None, "ACTIVE"])
def test_threads_wait_passively_unless_the_user_chose_otherwise(load, chosen):
    environment = {name: text for name, text in os.environ.items() if name != "OMP_WAIT_POLICY"}
    if chosen is not None:
        environment["OMP_WAIT_POLICY"] = chosen
    asked = subprocess.run(
        [sys.executable, "-c", _ASK.format(load=load)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(asked.stdout) == (chosen or "PASSIVE")
