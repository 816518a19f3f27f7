"""The benchmarks run, and their numbers agree with each other; how good they are is not tested."""

from __future__ import annotations

import dataclasses
import json
import operator

import numpy as np
import pytest

from benchmarks.__main__ import main
from benchmarks.annoy_recall import K, best_tiles, measure_annoy, recall_of
from benchmarks.build import measure_build
from benchmarks.encoders import measure_encoders
from benchmarks.feedback import _Asked, _best, _doubtful, _found, _Pool, _rounds
from benchmarks.large_index import write_large_index
from benchmarks.measuring import MIB, in_child
from benchmarks.memory import measure_memory, write_huge_raster
from benchmarks.query import measure_query
from benchmarks.score_map import measure_score_map
from benchmarks.tables import Table
from benchmarks.tile_vectors import RealVectors, enlarged
from benchmarks.two_models import compare
from benchmarks.whole_numbers import measure_whole_numbers
from engine.errors import ExitCode
from engine.imagery.tiling import TileSpec
from engine.index.background import sampled_background
from engine.index.maintenance import verify_index
from engine.index.store import open_store
from engine.model.calibration import Calibration
from engine.model.checkpoint import load_model
from tools.demo import demo_questions


def unit_vectors(count: int, size: int = 32, seed: int = 0) -> np.ndarray:
    vectors = np.random.default_rng(seed).normal(size=(count, size)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_enlarged_vectors_are_near_real_ones_and_hold_them():
    base = unit_vectors(40)
    chunks = list(enlarged(base, 500, 128))
    assert [len(chunk) for chunk in chunks] == [128, 128, 128, 116]
    vectors = np.concatenate(chunks).astype(np.float32)
    assert np.abs(np.linalg.norm(vectors, axis=1) - 1).max() < 1e-3
    scores = base @ vectors.T
    assert (scores.max(axis=1) > 0.999).all()  # every real vector is among them
    assert np.median(scores.max(axis=0)) > 0.7  # far above vectors at random
    again = np.concatenate(list(enlarged(base, 500, 500)))
    assert again.shape == (500, 32)
    few = np.concatenate(list(enlarged(base, 7, 4))).astype(np.float32)
    assert ((base @ few.T).max(axis=0) > 0.999).all()


@pytest.mark.parametrize("answers", [_best, _found, _doubtful])
def test_a_simulated_user_brings_a_wrong_question_to_what_is_meant(tmp_path, answers):
    rng = np.random.default_rng(2)
    meant = np.eye(32)[5]
    vectors = unit_vectors(300)
    vectors[:40] += 0.8 * meant + 0.1 * rng.normal(size=(40, 32))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    question = (vectors[100] + 0.3 * meant).astype(np.float32)
    question /= np.linalg.norm(question)
    pool = _Pool(vectors, np.arange(300) < 40, question, Calibration(10.0, -5.0))
    store = pool.index(tmp_path / "pool.scrl", "c" * 16)
    rounds = _rounds(_Asked(store, pool, sampled_background(store)), answers)
    assert rounds.shape == (4, 2)
    precision, recall = rounds.T
    assert precision[0] < 0.8
    assert precision[-1] >= max(0.9, precision[0])
    assert recall[-1] > recall[0]


def test_a_large_index_is_a_true_index(tmp_path):
    path = tmp_path / "large.scrl"
    vectors = unit_vectors(300).astype(np.float16)
    write_large_index(path, [vectors[:200], vectors[200:]], 300, 200, "c" * 16, 32)
    assert not verify_index(path).problems
    index = open_store(path)
    assert not index.info.pending
    for query in unit_vectors(5, seed=1):
        exact = best_tiles(index, query, exact=True)
        order = np.argsort(-(vectors.astype(np.float64) @ query.astype(np.float64)))
        assert exact == order[:K].tolist()
        assert recall_of(best_tiles(index, query, exact=True), exact) == 1.0


def test_recall_counts_what_is_common():
    assert recall_of([1, 2, 3, 4], [4, 3, 9, 8]) == 0.5
    assert recall_of([], [1]) == 0.0


def test_annoy_beside_exact():
    images = unit_vectors(200)
    vectors = RealVectors(images, unit_vectors(6, seed=2), "random vectors")
    report = measure_annoy(vectors, "c" * 16, [4600], part_tiles=2300)
    built, compacted = report.results
    assert (built.layout, built.parts, built.by_annoy) == ("as built", 2, 0.0)
    assert built.recall == built.lowest_recall == 1.0  # parts too small for cells are exact
    assert built.tree_bytes == 0
    assert (compacted.layout, compacted.parts, compacted.by_annoy) == ("compacted", 1, 1.0)
    assert 0 <= compacted.lowest_recall <= compacted.recall <= 1
    assert compacted.tree_bytes > 4600 * 32
    for result in report.results:
        assert result.tiles == 4600
        assert result.ratio == pytest.approx(result.annoy_ms / result.exact_ms)
        assert result.tree_seconds < result.write_seconds
        assert result.vector_bytes == 4600 * 32 * 2
        assert result.index_bytes > result.tree_bytes + result.vector_bytes
        for fresh in (result.exact_fresh, result.annoy_fresh):
            assert fresh.first_ms > 0
            assert fresh.memory.peak >= fresh.memory.before > 0
    assert "4,600" in report.tables()[0].text()
    assert json.loads(json.dumps(dataclasses.asdict(report)))["questions"] == 6


def test_build_beside_the_bare_encoder(model):
    result = measure_build(model, rounds=1, spec=TileSpec((600.0,)))
    assert result.tiles == 25
    assert result.ratio == pytest.approx(result.encoder[0] / result.build[0])
    assert 0 < result.embedding[0] + result.writing[0] < result.build[0]
    assert 0 < result.reading[0] < result.build[0]
    assert result.build_megapixels == pytest.approx(9.0, rel=0.01)
    assert all(table.text() for table in result.tables())
    assert json.loads(json.dumps(dataclasses.asdict(result)))["tiles"] == 25


def test_a_question_in_its_parts(model, tmp_path):
    path, size = tmp_path / "large.scrl", model.embedding_size
    vectors = unit_vectors(50, size).astype(np.float16)
    write_large_index(path, [vectors], 50, 50, model.checksum, size)
    recordings = [question.recording for question in demo_questions()[:2]]
    result = measure_query(model, path, recordings, rounds=1)
    assert (result.recordings, result.tiles) == (2, 50)
    assert all(ms > 0 for ms in result.steps_ms.values())
    # With two questions, medians are means and add up.
    assert result.total_ms == pytest.approx(sum(result.steps_ms.values()))
    assert result.speech_encoder_ms is not None
    assert result.encoder_ratio is not None
    assert result.total_ratio == pytest.approx(result.total_ms / result.speech_encoder_ms)
    assert result.encoder_ratio > 0
    assert "speech check" in result.tables()[0].text()


def test_a_map_of_scores_beside_a_search(tmp_path):
    path = tmp_path / "large.scrl"
    write_large_index(path, [unit_vectors(400).astype(np.float16)], 400, 400, "c" * 16, 32)
    vectors = RealVectors(unit_vectors(9), unit_vectors(3, seed=2), "random vectors")
    result = measure_score_map(vectors, path, 2, with_points=True)
    assert (result.tiles, result.rounds) == (400, 2)
    assert result.raster_ratio == pytest.approx(result.raster_seconds / result.search_seconds)
    assert result.raster_bytes > 400
    assert result.points_seconds is not None
    assert result.points_seconds > 0
    assert "400" in result.tables()[0].text()


def test_two_models_in_turn(model):
    table = compare(model, model, rounds=5)
    assert [row[0] for row in table.rows] == ["a question of 4 s", "a tile alone", "32 tiles"]
    assert all(float(cell) > 0 for row in table.rows for cell in row[1:])


def test_both_encoders_by_themselves(model):
    result = measure_encoders(model, rounds=1)
    assert [(tile.batch, tile.threads) for tile in result.tiles] == [
        (1, 1),
        (1, 2),
        (32, 1),
        (32, 2),
    ]
    assert all(tile.ms > 0 for tile in result.tiles)
    # In whole numbers the voice encoder takes about half of what its speech encoder takes without.
    assert result.question_cpu_ms[1] > 0.1 * result.bare_cpu_ms[1] > 0
    questions, tiles = result.tables()
    assert (len(questions.rows), len(tiles.rows)) == (2, 4)
    json.dumps(dataclasses.asdict(result))


def test_whole_numbers_beside_floating_point(model, tmp_path):
    floating = load_model(floating_point=True)
    result = measure_whole_numbers(model, floating, rounds=1, data=tmp_path)
    assert all(each > 0 for both in (*result.tile_ms.values(), result.question_ms) for each in both)
    (times,) = result.tables()  # Accuracy needs the data.
    assert len(times.rows) == 3
    json.dumps(dataclasses.asdict(result))


def test_memory_of_a_small_raster(model, tmp_path):
    write_huge_raster(tmp_path / "huge-2048.tif", 2048)
    result = measure_memory(None, 2048, 1024.0, 256.0, fine_tiles=16, cache=tmp_path)
    coarse, fine = result.runs
    assert (coarse.tiles, coarse.planned) == (4, 4)
    assert 16 <= fine.tiles <= fine.planned == 64
    assert result.within_limit == all(run.memory.peak < 1024 * MIB for run in result.runs)
    # The model and its libraries alone need more than this.
    assert min(run.memory.peak for run in result.runs) > 100 * MIB


def test_a_child_is_measured_without_its_parent():
    held = np.ones(200 * MIB, dtype=np.uint8)
    result, memory = in_child(operator.mul, b"x", 64 * MIB)
    assert len(result) == 64 * MIB
    assert memory.before + 60 * MIB < memory.peak < memory.before + 160 * MIB
    assert held.nbytes == 200 * MIB


def test_tables_line_up():
    lines = Table("Title", ("", "ms"), (("a long name", "1.0"), ("b", "23.0")), ("Note.",)).text()
    assert lines.splitlines()[2:6] == [
        "|             |   ms |",
        "|-------------|-----:|",
        "| a long name |  1.0 |",
        "| b           | 23.0 |",
    ]
    assert lines.endswith("\nNote.\n")


def test_usage_and_a_missing_model_are_told(tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["biuld"])
    assert stopped.value.code == 2
    assert "biuld" in capsys.readouterr().err
    written = tmp_path / "numbers.json"
    assert main(["build", "--model", str(tmp_path), "--json", str(written)]) == ExitCode.MACHINE
    assert not written.exists()
    assert str(tmp_path) in capsys.readouterr().err
