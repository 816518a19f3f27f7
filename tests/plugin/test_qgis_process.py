"""Every algorithm through ``qgis_process``: another process, no display, the plugin as it is installed."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
)

from qgis_scrl import texts
from qgis_scrl.contract import Notice
from qgis_scrl.environment import find_python
from qgis_scrl.settings import Settings
from tests.support.events import wait_until
from tests.support.paths import SCENE, TANKS
from tools.qgis_profile import make_profile

# Debian 12 starts it through a script that hands on an option of the desktop's, which it refuses.
PROGRAM = shutil.which("qgis_process.bin") or shutil.which("qgis_process") or ""

pytestmark = [
    pytest.mark.skipif(not PROGRAM, reason="needs qgis_process"),
]


@dataclass(frozen=True)
class Outcome:
    """What a run of ``qgis_process`` left.

    Attributes:
        code: Its exit code.
        results: The outputs, if it came to its end.
        said: Everything that it wrote.
    """

    code: int
    results: dict[str, Any]
    said: str


class Terminal:
    """Runs ``qgis_process`` with a profile of its own."""

    def __init__(self, folder: Path, settings: str = "") -> None:
        make_profile(folder, settings=settings)
        kept = {name: value for name, value in os.environ.items() if name not in NOT_HANDED_ON}
        # QGIS 3.22 asks for a display unless it is told of Qt's stand-in for one.
        own = {"QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(folder)}
        self._environment = {**kept, **own, "LC_ALL": "C.UTF-8"}

    def __call__(self, *arguments: str) -> Outcome:
        done = subprocess.run(
            [PROGRAM, *arguments],
            env=self._environment, capture_output=True, text=True, timeout=3000,
        )  # fmt: skip
        # Python's own warnings at start come before the document.
        start = done.stdout.find("{\n")
        results: dict[str, Any] = {}
        if "--json" in arguments and start >= 0:
            results = json.loads(done.stdout[start:]).get("results", {})
        return Outcome(done.returncode, results, done.stdout + done.stderr)

    def algorithm(self, name: str, **parameters: object) -> Outcome:
        given = []
        for key, value in parameters.items():
            values = value if isinstance(value, list) else [value]
            given += [f"{key}={one}" for one in values]
        return self("--json", "run", f"scrl:{name}", "--", *given)


NOT_HANDED_ON = ("DISPLAY", "WAYLAND_DISPLAY", "PYTHONPATH")


@pytest.fixture(scope="module")
def qgis_process(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    return Terminal(tmp_path_factory.mktemp("profile"))


@pytest.fixture(scope="module")
def index(qgis_process: Terminal, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("index") / "scene.scrl"
    done = qgis_process.algorithm(
        "buildindex", INPUTS=[SCENE], GROUND_SIZES="200, 300", OVERLAP=0.5, INDEX=path
    )
    assert done.code == 0, done.said
    assert done.results["TILES"] > 500
    assert (path / "index.json").is_file()
    return path


def test_the_plugin_offers_its_algorithms(qgis_process):
    done = qgis_process("list")
    assert done.code == 0
    for name in (
        "buildindex", "addtoindex", "indexfootprints", "exploreindex", "searchbyrecording",
        "searchbyexample",
    ):  # fmt: skip
        assert f"scrl:{name}" in done.said
    assert "Traceback" not in done.said
    explained = qgis_process("help", "scrl:searchbyrecording")
    assert "white storage tanks beside a river" in explained.said
    assert "RECORDING" in explained.said


def test_add(qgis_process, index):
    done = qgis_process.algorithm("addtoindex", INDEX=index, INPUTS=[SCENE])
    assert done.code == 0, done.said
    assert done.results["EMBEDDED"] == 0


def test_search_by_recording_into_a_geopackage(qgis_process, index, tmp_path):
    out = tmp_path / "hits.gpkg"
    done = qgis_process.algorithm(
        "searchbyrecording", INDEX=index, RECORDING=TANKS, HITS=3, OUTPUT=out
    )
    assert done.code == 0, done.said
    assert done.results["FOUND"] == 3
    assert out.is_file()


def test_a_model_starts_one_engine_and_leaves_none_behind(tmp_path_factory, index, tmp_path):
    starts, real = tmp_path / "starts", find_python(Settings())
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\necho x >> "{starts}"\nexec "{real}" "$@"\n')
    python.chmod(0o755)
    home = tmp_path_factory.mktemp("counting")
    terminal = Terminal(home, f"\n[qgis_scrl]\npython_path={python}\n")
    model = QgsProcessingModelAlgorithm("two", "two", "models")
    static = QgsProcessingModelChildParameterSource.fromStaticValue
    for name in ("first", "second"):
        step = QgsProcessingModelChildAlgorithm("scrl:searchbyrecording")
        step.setChildId(name)
        step.addParameterSources("INDEX", [static(str(index))])
        step.addParameterSources("RECORDING", [static(str(TANKS))])
        model.addChildAlgorithm(step)
    file = tmp_path / "two.model3"
    assert model.toFile(str(file))
    done = terminal("run", str(file))
    assert done.code == 0, done.said
    assert starts.read_text().split() == ["x"]
    wait_until(lambda: not processes_with(f"QGIS_CUSTOM_CONFIG_PATH={home}"), 10, "its end")


def processes_with(setting: str) -> list[str]:
    """Return the command lines of all processes with a setting in their environment."""
    found = []
    for process in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if process.name.isdigit() and setting.encode() in (process / "environ").read_bytes():
                found.append((process / "cmdline").read_text())
    return found


def test_search_by_example_into_geojson(qgis_process, index, tmp_path):
    out = tmp_path / "hits.geojson"
    done = qgis_process.algorithm(
        "searchbyexample", INDEX=index, POINT="9.2957,48.3011 [EPSG:4326]", HITS=3, OUTPUT=out
    )
    assert done.code == 0, done.said
    features = json.loads(out.read_text())["features"]
    assert [feature["properties"]["rank"] for feature in features] == [1, 2, 3]
    assert features[0]["properties"]["score"] > 0.95


def test_footprints(qgis_process, index, tmp_path):
    out = tmp_path / "footprints.geojson"
    done = qgis_process.algorithm("indexfootprints", INDEX=index, OUTPUT=out)
    assert done.code == 0, done.said
    assert len(json.loads(out.read_text())["features"]) == done.results["TILES"]


def test_a_mistake_is_a_sentence_and_an_exit_code(qgis_process, tmp_path):
    done = qgis_process.algorithm(
        "searchbyrecording", INDEX=tmp_path, RECORDING=TANKS, OUTPUT=tmp_path / "hits.gpkg"
    )
    assert done.code != 0
    failure = Notice("index-missing", {"path": str(tmp_path)})
    assert texts.sentence(failure, "processing") in done.said
    assert "Traceback" not in done.said
