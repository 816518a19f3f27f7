"""The product's promise in QGIS: a desktop QGIS, a microphone, the engine, the map. Nothing is faked.

QGIS runs on a screen in memory; the sessions themselves are functions of ``tests.support.qgis_scenarios``.
"""

from __future__ import annotations

import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal

from tests.support.desktop import needs_desktop
from tests.support.microphone import require_virtual_microphone
from tests.support.paths import DEMO
from tests.support.shared_data import DATA, needs_shared
from tools.qgis_desktop import CannotRun, run_in_qgis

TANK_FARM = (9.295722, 48.30112)
LONG_BEACH_WEST = 9.3015

pytestmark = needs_desktop


def session(name: str, home: Path, seconds: float = 400, **task: Any) -> dict[str, Any]:
    """Run a scenario in a QGIS of its own."""
    require_virtual_microphone()
    task.setdefault("folder", str(home / "indexes"))
    return run_in_qgis(f"tests.support.qgis_scenarios:{name}", task, home, seconds=seconds)


def test_from_the_voice_to_the_pixels_of_the_map(tmp_path):
    found = session(
        "voice_to_map",
        tmp_path,
        raster=str(DEMO / "scene.tif"),
        ground_sizes=[200.0, 300.0],
        questions={
            "tanks": str(DEMO / "questions" / "11-storagetanks.ogg"),
            "beach": str(DEMO / "questions" / "03-beach.ogg"),
        },
    )["found"]
    lon, lat = TANK_FARM
    assert any(abs(x - lon) < 0.003 and abs(y - lat) < 0.002 for x, y in found["tanks"][:3])
    assert any(x > LONG_BEACH_WEST for x, _ in found["beach"][:3])


def test_the_demo_ends_in_pictures_of_the_window(tmp_path):
    """What `make demo` and `make screenshots` run, with every picture on the way."""
    require_virtual_microphone()
    tanks = DEMO / "questions" / "11-storagetanks.ogg"
    earlier = tmp_path / "scene 2019.tif"
    gdal.Translate(
        str(earlier), str(DEMO / "scene.tif"),
        metadataOptions=["TIFFTAG_DATETIME=2019:06:03 10:30:00"],
    )  # fmt: skip
    task = {
        "raster": str(DEMO / "scene.tif"),
        "questions": [["show me the white storage tanks", str(tanks), "storagetanks"]],
        "pictures": str(tmp_path / "pictures"),
        "indexes": str(tmp_path / "indexes"),
        "ground_sizes": [200.0, 300.0],
        "all_pictures": True,
        "earlier": str(earlier),
        "note": str(tanks),
    }
    made = run_in_qgis("tools.qgis_demo_script", task, tmp_path, seconds=400)["pictures"]
    names = [
        "0-set-up", "1-empty", "14-demo", "2-new-index", "3-building", "15-tour", "4-listening", "hits", "5-hit", "6-yes-and-no",
        "7-score-map", "8-keep-asking", "9-what-is-in-here", "10-voice-note", "11-history", "12-report", "13-through-time",
    ]  # fmt: skip
    assert [Path(path).stem for path in made] == [f"qgis-{name}" for name in names]
    assert all(Path(path).stat().st_size > 10_000 for path in made)


@needs_shared
def test_the_same_on_real_imagery(tmp_path):
    """UCM's test images as one raster: some of the best hits show the scene that was asked for."""
    truth = json.loads((DATA / "ucm" / "mosaic_test_truth.geojson").read_text())
    questions = spoken_of_one_scene(("airplane", "baseballdiamond", "beach", "forest", "harbor"))
    assert len(questions) >= 3
    found = session(
        "voice_to_map",
        tmp_path,
        raster=str(DATA / "ucm" / "mosaic_test.tif"),
        ground_sizes=[256 * 0.3],
        questions=questions,
    )["found"]
    right = {scene: scenes_at(truth, places[:10]).count(scene) for scene, places in found.items()}
    print(f"right among the first ten: {right}")
    assert sum(right.values()) > 0.4 * 10 * len(right), right


def test_projects_in_geographic_southern_and_rotated_coordinates(tmp_path):
    session("coordinate_systems", tmp_path)


def test_the_engine_is_killed_while_it_builds_listens_and_searches(tmp_path):
    outcome = session("engine_killed", tmp_path, seconds=800)
    assert "tiles of 100 m" in outcome["tiles"]
    assert "engine" in outcome["told"].lower()


def test_the_index_is_removed_while_it_is_open(tmp_path):
    told = session("index_removed", tmp_path)["told"]
    assert "removed.scrl" in told
    assert "python -m" not in told


def test_loaded_and_unloaded_ten_times(tmp_path):
    session("reload", tmp_path)


def test_no_engine_outlives_a_qgis_that_is_killed(tmp_path):
    file = tmp_path / "process"
    with pytest.raises(CannotRun):
        session("killed_qgis", tmp_path, file=str(file))
    number = int(file.read_text())
    while runs(number):
        time.sleep(0.1)


def test_two_qgis_on_one_index(tmp_path):
    shared = tmp_path / "shared"
    session("index_removed", tmp_path / "before", folder=str(shared))  # Leaves a finished index.
    signs = {name: str(tmp_path / name) for name in ("building", "refused")}
    both = {"index": str(tmp_path / "both.scrl"), "shared": str(shared / "removed.scrl"), **signs}
    with ThreadPoolExecutor() as pool:
        first = pool.submit(session, "first_of_two", tmp_path / "first", 800, **both)
        second = pool.submit(session, "second_of_two", tmp_path / "second", 800, **both)
        told = second.result()["told"]
        first.result()
    assert "is being written by another process" in told
    assert "Wait until that build has finished, here or in another QGIS" in told


def test_a_raster_that_is_no_local_file(tmp_path):
    outcome = session("not_a_local_file", tmp_path)
    assert {line[:9] for line in outcome["lines"]} == {"in memory", "street ma"}
    # The reason is in the line, what to do about it in the tooltip, too.
    for line, tip in zip(outcome["lines"], outcome["tips"], strict=True):
        assert tip.startswith(f"{line} ")
    assert outcome["said"]


# --- help -----------------------------------------------------------------------------------------


def runs(number: int) -> bool:
    """Whether a process is there and is no zombie."""
    try:
        os.kill(number, 0)
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def spoken_of_one_scene(scenes: tuple[str, ...]) -> dict[str, str]:
    """Return a recording for each scene, of a sentence that is said of no other scene."""
    scenes_of: dict[str, set[str]] = {}
    with (DATA / "ucm" / "captions.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["split_80_20"] == "test":
                for text in row["captions"]:
                    scenes_of.setdefault(plain(text), set()).add(row["scene"])
    chosen: dict[str, str] = {}
    for path, text in recordings():
        of = scenes_of.get(plain(text), set())
        if len(of) == 1 and of <= set(scenes):
            chosen.setdefault(next(iter(of)), str(path))
    return chosen


def plain(sentence: str) -> str:
    return " ".join("".join(c for c in sentence.lower() if c.isalnum() or c == " ").split())


def recordings() -> list[tuple[Path, str]]:
    with (DATA / "voices" / "manifest.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    ucm = [row for row in rows if row["dataset"] == "ucm"]
    return [(DATA / "voices" / row["file"], row["caption"]) for row in ucm]


def scenes_at(truth: dict[str, Any], places: list[list[float]]) -> list[str]:
    """Return the scene of the cell at each longitude and latitude."""
    from osgeo import osr

    degrees, metres = osr.SpatialReference(), osr.SpatialReference()
    for reference, code in ((degrees, 4326), (metres, 32611)):
        reference.ImportFromEPSG(code)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    to_map = osr.CoordinateTransformation(degrees, metres)
    scenes = []
    for lon, lat in places:
        x, y, _ = to_map.TransformPoint(lon, lat)
        for cell in truth["features"]:
            (west, north), (east, _), (_, south) = cell["geometry"]["coordinates"][0][:3]
            if west <= x < east and south < y <= north:
                scenes.append(cell["properties"]["scene"])
    return scenes
