"""The short form of the monkey of `make torture`: QGIS with the plugin is used at random, and still answers afterwards."""

from __future__ import annotations

from tests.support.desktop import needs_desktop
from tests.support.microphone import require_virtual_microphone
from tests.torture import monkey

pytestmark = needs_desktop


def test_whatever_is_pressed_nothing_breaks(tmp_path):
    require_virtual_microphone()
    told = monkey.run(tmp_path, seed=1, count=150, minutes=600)
    assert told["found"] == []
    assert told["turns"] == 150
