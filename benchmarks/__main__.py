"""`python -m benchmarks`: measure, print tables, write JSON."""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import platform
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from engine.errors import UserError

from .tables import Table

# As the engine's programs do, before torch is loaded.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

BENCHMARKS = (
    "encoders",
    "whole_numbers",
    "build",
    "query",
    "annoy",
    "voice_to_map",
    "end_of_speech",
    "tile_pixels",
    "processing",
    "void",
    "memory",
    "small_things",
    "blending",
    "blend_scores",
    "changes",
    "score_map",
    "feedback",
    "notes",
    "ann",
    "cluster",
    "cluster_search",
    "shared_index",
)
DEFAULT = ("encoders", "build", "query", "annoy", "voice_to_map", "processing")
DEFAULT_SIZES = (10_000, 100_000)


class Result(Protocol):
    """What a benchmark returns: a dataclass that can show itself."""

    def tables(self) -> tuple[Table, ...]:
        """Return the result as tables."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks that are named; return the exit code."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.benchmarks) - {*BENCHMARKS, "all"}
    if unknown:
        parser.error(f"there is no benchmark {min(unknown)}")
    if min(chosen.sizes) < 1 or chosen.rounds < 1:
        parser.error("sizes and rounds are 1 or more")
    names = _names(chosen.benchmarks)
    try:
        document = run(names, chosen.sizes, chosen.model, chosen.rounds, chosen.data)
    except UserError as error:
        print(f"{error.message} {error.next_step}", file=sys.stderr)
        return int(error.exit_code)
    if chosen.json is not None:
        chosen.json.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    return 0


def run(
    names: Sequence[str],
    sizes: Sequence[int],
    model_folder: Path | None,
    rounds: int,
    data: Path,
) -> dict[str, Any]:
    """Run benchmarks, print their tables as they come, and return all as plain JSON types.

    Args:
        names: Some of :data:`BENCHMARKS`.
        sizes: Tiles in the indexes of "annoy", "ann", "cluster_search" and "shared_index"; "query" and "score_map" ask one of the smallest size.
        model_folder: The model; None takes the bundled one.
        rounds: Of those that compare speeds.
        data: The image sets, for "whole_numbers", "small_things", "blending", "blend_scores", "changes",
            "feedback" and "notes".

    Raises:
        ModelMissing, ModelDamaged: There is no model to measure.
    """
    import torch

    from engine.application.session import Session
    from engine.model.checkpoint import load_model

    from .ann import FIRST_VOICE, measure_ann
    from .annoy_recall import PART_TILES, measure_annoy
    from .blend_scores import measure_blend_scores
    from .blending import measure_blending
    from .build import measure_build
    from .changes import measure_changes
    from .encoders import measure_encoders
    from .end_of_speech import measure_end_of_speech
    from .feedback import measure_feedback
    from .large_index import write_large_index
    from .memory import measure_memory
    from .notes import measure_notes
    from .processing import measure_processing
    from .query import QueryResult, measure_query
    from .score_map import ScoreMapTimes, measure_score_map
    from .shared_index import measure_shared_index
    from .small_things import measure_small_things
    from .tile_pixels import measure_tile_pixels
    from .tile_vectors import enlarged, real_vectors
    from .voice_to_map import TILES, VoiceToMapResults, measure_voice_to_map
    from .void_hits import measure_void_hits
    from .whole_numbers import measure_whole_numbers

    model = load_model(model_folder)

    def query() -> QueryResult:
        vectors = real_vectors(model)
        size = min(sizes)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "large.scrl"
            part = enlarged(vectors.images, size, PART_TILES)
            write_large_index(path, part, size, PART_TILES, model.checksum, model.embedding_size)
            return measure_query(model, path, rounds=rounds)

    def score_map() -> ScoreMapTimes:
        vectors = real_vectors(model)
        size = min(sizes)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "large.scrl"
            part = enlarged(vectors.images, size, PART_TILES)
            write_large_index(path, part, size, PART_TILES, model.checksum, model.embedding_size)
            return measure_score_map(vectors, path, rounds, with_points=size <= DEFAULT_SIZES[-1])

    def voice_to_map() -> VoiceToMapResults:
        vectors = real_vectors(model)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "large.scrl"
            part = enlarged(vectors.images, TILES, PART_TILES)
            write_large_index(path, part, TILES, PART_TILES, model.checksum, model.embedding_size)
            return measure_voice_to_map(path, TILES, rounds)

    def cluster() -> Result:
        from .cluster import measure_cluster  # Dask need not be installed for the others

        return measure_cluster(model, rounds, model_folder)

    def cluster_search() -> Result:
        from .cluster_search import measure_cluster_search

        vectors = real_vectors(model, first_voice=FIRST_VOICE)
        return measure_cluster_search(vectors, model_folder, model.checksum, sizes, _tell)

    measures: dict[str, Callable[[], Result]] = {
        "encoders": lambda: measure_encoders(model, rounds),
        "whole_numbers": lambda: measure_whole_numbers(
            model, load_model(model_folder, floating_point=True), rounds, data
        ),
        "build": lambda: measure_build(model, rounds),
        "query": query,
        "annoy": lambda: measure_annoy(
            real_vectors(model), model.checksum, sizes, PART_TILES, _tell
        ),
        "voice_to_map": voice_to_map,
        "end_of_speech": lambda: measure_end_of_speech(data),
        "tile_pixels": lambda: measure_tile_pixels(model, data),
        "processing": lambda: measure_processing(rounds),
        "void": lambda: measure_void_hits(model),
        "memory": lambda: measure_memory(model_folder),
        "small_things": lambda: measure_small_things(model, data),
        "blending": lambda: measure_blending(model, data),
        "blend_scores": lambda: measure_blend_scores(model, data),
        "changes": lambda: measure_changes(Session(model_folder), data),
        "score_map": score_map,
        "feedback": lambda: measure_feedback(model, data),
        "notes": lambda: measure_notes(Session(model_folder), data),
        "ann": lambda: measure_ann(
            real_vectors(model, first_voice=FIRST_VOICE), model.checksum, sizes, told=_tell
        ),
        "cluster": cluster,
        "cluster_search": cluster_search,
        "shared_index": lambda: measure_shared_index(
            real_vectors(model, first_voice=FIRST_VOICE), model.checksum, sizes, _tell
        ),
    }
    machine = {
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "processor": processor(),
        "threads": torch.get_num_threads(),
        "load": os.getloadavg()[0],
        "python": platform.python_version(),
        "torch": torch.__version__,
        "model": model.config.name,
        "model_checksum": model.checksum,
    }
    print(
        f"{machine['cores']} cores (load {machine['load']:.1f}), {machine['processor']}, Python {machine['python']}, "
        f"torch {machine['torch']}, model {machine['model']} ({machine['model_checksum']})\n",
        flush=True,
    )
    document: dict[str, Any] = {"machine": machine}
    for name in names:
        _tell(f"{name} ...")
        result: Any = measures[name]()
        for table in result.tables():
            print(table.text(), flush=True)
        document[name] = dataclasses.asdict(result)
    return document


def processor() -> str:
    """Name the processor, and what torch uses of it: a figure says nothing without."""
    import torch

    from engine.model.quantisation import multiplies_integers

    name = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        found = re.search(r"^model name\s*:\s*(.+)$", cpuinfo.read_text("utf-8"), re.MULTILINE)
        name = found[1] if found else name
    vnni = "with" if multiplies_integers() else "without"
    return f"{name} ({torch.backends.cpu.get_cpu_capability()}, {vnni} VNNI)"


def _names(words: Sequence[str]) -> tuple[str, ...]:
    if "all" in words:
        return BENCHMARKS
    return tuple(name for name in BENCHMARKS if name in (words or DEFAULT))


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "benchmarks",
        nargs="*",
        metavar="NAME",
        help=f"{', '.join(BENCHMARKS)} or all; without: {', '.join(DEFAULT)}",
    )
    parser.add_argument(
        "--sizes",
        nargs="+",
        type=int,
        default=list(DEFAULT_SIZES),
        metavar="TILES",
        help="sizes of the indexes for annoy, ann and shared_index; 1000000 takes minutes and some 5 GB of disk",
    )
    parser.add_argument(
        "--rounds",
        type=int,
        default=5,
        help="rounds of those that compare speeds",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all numbers there too")
    parser.add_argument(
        "--data",
        type=Path,
        metavar="FOLDER",
        default=Path("../shared/data"),
        help="image sets, for whole_numbers, small_things, blending, blend_scores, changes, feedback, notes, end_of_speech and tile_pixels",
    )
    parser.add_argument("--model", type=Path, metavar="FOLDER", help="instead of the bundled model")
    return parser


if __name__ == "__main__":
    sys.exit(main())
