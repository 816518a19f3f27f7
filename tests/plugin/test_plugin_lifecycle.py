"""The plugin in a desktop QGIS, with a screen in memory: load, unload, and nothing is left behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from qgis_scrl import classFactory
from qgis_scrl.processing.provider import ALGORITHMS
from tests.support.paths import SCENE
from tools.qgis_desktop import CannotRun, run_in_qgis


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_nothing_is_left_after_ten_reloads(engine_python: Path, tmp_path: Path) -> None:
    build = {
        "index": str(tmp_path / "small.scrl"),
        "inputs": [str(SCENE)],
        "ground_sizes_m": [50],
    }
    try:
        report = run_in_qgis(
            "tests.support.lifecycle_scenario:reload_ten_times",
            {"build": build},
            tmp_path / "home",
            seconds=240,
        )
    except CannotRun as problem:
        if os.environ.get("CI"):
            raise
        if "is not installed" in str(problem):
            pytest.skip(str(problem))
        raise
    assert len(report["left"]) == 10
    nothing = {
        "docks": [], "actions": [], "menus": [], "providers": [], "algorithms": [], "layers": 0,
        "shortcuts": 0, "widgets": [], "tasks": 0,
    }  # fmt: skip
    for number, left in enumerate(report["left"]):
        assert left == nothing, f"after unloading for the {number + 1}th time"
    for loaded in report["loaded"]:
        assert loaded["docks"] == ["ScrlVoiceSearchDock"]
        assert sorted(loaded["actions"]) == ["ScrlHistory", "ScrlShowDock", "ScrlSpeak", "ScrlType"]
        assert [name.replace("&", "") for name in loaded["menus"]] == ["Voice Search"]
        assert loaded["providers"] == ["scrl"]
        assert set(loaded["algorithms"]) == {f"scrl:{algorithm.NAME}" for algorithm in ALGORITHMS}
    assert all(report["shared"])
    assert [process for process in report["processes"] if is_running(process)] == []
    ours = [text for text in report["said"] if "oice" in text or "crl" in text.lower()]
    assert ours == [], "QGIS's log holds a warning of ours"


def test_without_a_window_it_brings_its_algorithms_only(qgis_app: QgsApplication) -> None:
    """As ``qgis_process`` loads it: no interface, no dock, no engine."""
    plugin = classFactory(None)
    plugin.initProcessing()
    assert QgsApplication.processingRegistry().providerById("scrl") is not None
    assert plugin.dock is None
    assert plugin.client is None
    plugin.unload()
    assert QgsApplication.processingRegistry().providerById("scrl") is None
    plugin.unload()  # A second time does no harm.
