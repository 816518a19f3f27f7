"""The short form of the soak of `make torture`: what is counted must not grow, and a computer that slept is no fault of the engine."""

from __future__ import annotations

from tests.support.desktop import needs_desktop
from tests.support.microphone import require_virtual_microphone
from tests.torture import soak

pytestmark = needs_desktop


def test_nothing_grows_and_nothing_is_taken_for_hung(tmp_path):
    require_virtual_microphone()
    told = soak.run(tmp_path, questions=30, builds=3, openings=5, warm_up=20, asleep=2.0)
    # Of so few questions memory says nothing.
    assert soak.wrong(told, growth=None) == []
    assert {name: told[name][what] for name, what in COUNTED.items()} == {
        "ask": 30,
        "build": 3,
        "open": 5,
        "suspend": 3,
    }


COUNTED = {"ask": "questions", "build": "builds", "open": "openings", "suspend": "slept"}


def test_what_grows_is_told():
    part = {
        "qgis_mb": [100.0, 106.0], "engine_mb": [300.0, 310.0], "qgis_fd": [20, 21], "qgis_task": [5, 5],
        "engine_fd": [9, 9], "engine_task": [2, 3], "more_handles": {"socket": 1}, "more_engine_handles": {},
    }  # fmt: skip
    assert soak.wrong({"ask": part}) == [
        "ask: qgis_fd 20 -> 21 {'socket': 1}",
        "ask: engine_task 2 -> 3 {}",
        "ask: qgis_mb 100.0 -> 106.0",
    ]
