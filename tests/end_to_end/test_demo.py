"""The product's promise on imagery: spoken questions find the right places."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from pyproj import Transformer
from shapely.geometry import Point, shape

from engine.audio.recording import read_recording
from engine.audio.speech import check_speech
from engine.imagery.source import SourceOptions
from engine.imagery.tiling import TileSpec
from engine.index.builder import build_index
from engine.index.hit_files import write_hits
from engine.index.search import SearchOptions, search
from engine.index.store import VectorStore, open_store
from engine.training.datasets import load_voices, normalise_sentence
from tests.support.shared_data import DATA, needs_shared
from tools.demo import DEMO, GROUND_SIZES, OVERLAP, demo_questions, places, right_ranks
from tools.hit_picture import Answer, draw_answers

NEEDED_OF_TWELVE = 9


def ask(index: VectorStore, model, recording: Path, k: int):
    speech = check_speech(read_recording(recording))
    return search(index, model.encode_voice(speech.samples), SearchOptions(k=k)).hits


def test_the_demo_scene_answers_its_questions(model, tmp_path):
    sizes = tuple(float(size) for size in GROUND_SIZES)
    spec = TileSpec(sizes, overlap=float(OVERLAP), pixels=model.tile_pixels)
    path = tmp_path / "demo.scrl"
    report = build_index(
        path, [str(DEMO / "scene.tif")], model, spec, part_tiles=2048, batch_size=32
    )
    assert report.tiles > 500
    index = open_store(path, model.checksum)
    questions, truth = demo_questions(), places()
    assert len(questions) == len({question.kind for question in questions}) == 12
    answers, wrong = [], []
    for question in questions:
        hits = tmp_path / f"{question.kind}.geojson"
        write_hits(hits, ask(index, model, question.recording, 3))
        if not right_ranks(hits, truth[question.kind or ""]):
            wrong.append(question.kind)
        answers.append(Answer(question.text, hits))
    print(f"demo: {12 - len(wrong)} of 12 questions answered; wrong: {wrong}")
    assert 12 - len(wrong) >= NEEDED_OF_TWELVE, wrong
    draw_answers(DEMO / "scene.tif", answers[:2], tmp_path / "picture.png")
    assert (tmp_path / "picture.png").stat().st_size > 100_000


def test_shipped_demo_is_small():
    assert sum(file.stat().st_size for file in DEMO.rglob("*") if file.is_file()) <= 2_000_000


@needs_shared
def test_real_imagery_one_spoken_question_a_scene(model, tmp_path):
    """UCM's 420 test images as one raster: mean precision at 10 over its 21 scenes."""
    mosaic = DATA / "ucm" / "mosaic_test.tif"
    cells = json.loads((DATA / "ucm" / "mosaic_test_truth.geojson").read_text())["features"]
    side_m = 256 * 0.3
    path = tmp_path / "mosaic.scrl"
    spec = TileSpec((side_m,), pixels=model.tile_pixels)
    report = build_index(
        path, [str(mosaic)], model, spec, SourceOptions(), part_tiles=2048, batch_size=32
    )
    assert report.tiles == 420
    index = open_store(path, model.checksum)

    captions = [json.loads(line) for line in (DATA / "ucm" / "captions.jsonl").open()]
    scenes_of: dict[str, set[str]] = {}
    for row in captions:
        if row["split_80_20"] == "test":
            for text in row["captions"]:
                scenes_of.setdefault(normalise_sentence(text), set()).add(row["scene"])
    voices = [voice for voice in load_voices(DATA) if voice.dataset == "ucm"]
    first: dict[str, Path] = {}
    # A sentence of one scene alone, where a scene has such a recording.
    for voice in sorted(voices, key=lambda voice: len(scenes_of[voice.sentence])):
        for scene in sorted(scenes_of[voice.sentence]):
            first.setdefault(scene, voice.path)
    assert len(first) == 21
    to_map = Transformer.from_crs("EPSG:4326", "EPSG:32611", always_xy=True).transform
    centres = [(shape(cell["geometry"]), cell["properties"]["scene"]) for cell in cells]
    precision = {}
    for scene, recording in sorted(first.items()):
        right = [
            next(s for a, s in centres if a.contains(Point(*to_map(hit.lon, hit.lat)))) == scene
            for hit in ask(index, model, recording, 10)
        ]
        assert len(right) == 10
        precision[scene] = float(np.mean(right))
    mean = float(np.mean(list(precision.values())))
    print(f"mosaic_test.tif: mean P@10 over 21 scenes {100 * mean:.1f} %")
    print("  " + ", ".join(f"{scene} {100 * p:.0f}" for scene, p in precision.items()))
    assert mean > 0.5
