"""CPU of a question and of a tile by two checkpoints, in turn, in one process, on one thread.

For a new model beside the one that it replaces, taken out of the repository's history:

    python -m benchmarks.two_models FOLDER_OF_THE_OLD
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np
import torch

from engine.audio.recording import SAMPLE_RATE
from engine.model.checkpoint import ScrlModel, load_model

from .encoders import QUESTION_SECONDS, cpu_and_clock, demo_speech
from .tables import Table, number

BATCH = 32


def compare(old: ScrlModel, new: ScrlModel, rounds: int) -> Table:
    """Measure both.

    Args:
        old: What the ratios refer to.
        new: The other one; takes pictures of the same size.
        rounds: Of everything; one more before is not counted. Batches are embedded in every fifth.
    """
    samples = demo_speech()[: QUESTION_SECONDS * SAMPLE_RATE]
    pixels = np.random.default_rng(0).integers(
        0, 255, (BATCH, new.tile_pixels, new.tile_pixels, 3), dtype=np.uint8
    )
    spent: dict[str, tuple[list[float], list[float]]] = {}
    for turn in range(rounds + 1):
        for position, model in enumerate((old, new)):
            works: dict[str, Callable[[], object]] = {
                f"a question of {QUESTION_SECONDS} s": partial(model.encode_voice, samples),
                "a tile alone": partial(model.encode_images, pixels[:1]),
            }
            if turn % 5 == 0:
                works[f"{BATCH} tiles"] = partial(model.encode_images, pixels)
            for name, work in works.items():
                cpu, _clock = cpu_and_clock(work)
                if turn:
                    spent.setdefault(name, ([], []))[position].append(1e3 * cpu)
    rows = []
    for name, (before, after) in spent.items():
        ratio = median(b / a for a, b in zip(before, after, strict=True))
        rows.append((name, number(median(before), 1), number(median(after), 1), number(ratio, 3)))
    columns = ("CPU, ms", old.config.name, new.config.name, "ratio")
    return Table(
        "Two models in one run", columns, tuple(rows), ("Medians; ratios round by round.",)
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", type=Path, help="folder of the checkpoint to compare with")
    parser.add_argument("--model", type=Path, help="instead of the bundled model")
    parser.add_argument("--rounds", type=int, default=40)
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    print(compare(load_model(chosen.old), load_model(chosen.model), max(5, chosen.rounds)).text())


if __name__ == "__main__":
    main()
