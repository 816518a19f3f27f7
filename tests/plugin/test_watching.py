"""The dock says what saved searches find in imagery that has been added to the chosen index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

from osgeo import gdal

from qgis_scrl.contract import Query, TextPart, methods
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.layers import group
from tests.support.desk import Desk
from tests.support.events import Told, let_pass, wait_until
from tests.support.paths import SCENE

QUESTION = Query((TextPart("a beach by the sea"),), min_score=0.4)


@pytest.fixture
def desk(warm_engine: EngineClient) -> Iterator[Desk]:
    desk = Desk(warm_engine)
    yield desk
    desk.clear()


def answer(client: EngineClient, method, params):
    return Told(client.request(method, params)).wait(60).result


@pytest.fixture
def town(warm_engine: EngineClient, tmp_path: Path) -> Path:
    """An index of a corner of the scene with two saved searches."""
    corner, index = tmp_path / "corner.tif", tmp_path / "town.scrl"
    gdal.Translate(str(corner), str(SCENE), srcWin=[0, 0, 400, 400]).FlushCache()
    answer(
        warm_engine, methods.BUILD_INDEX, methods.BuildIndexParams(str(index), (str(corner),), (400.0,))
    )  # fmt: skip
    never = Query((TextPart("storage tanks"),), min_score=1.0)
    for name, query in (("beaches", QUESTION), ("never", never)):
        params = methods.SaveSearchParams(str(index), name, query)
        answer(warm_engine, methods.SAVE_SEARCH, params)
    return index


def test_new_places_are_told_after_a_build_and_shown(desk: Desk, town: Path) -> None:
    line = desk.dock.new_places
    desk.use(town)
    let_pass(0.3)
    assert not line.isVisible()
    params = methods.AddToIndexParams(str(town), (str(SCENE),))
    desk.dock.indexes.build(methods.ADD_TO_INDEX, params, "town")
    wait_until(line.isVisible, 60, "new places")
    assert "new place" in line.label.text()
    assert "“beaches”" in line.label.text()
    # Not shown yet, it is still new the next time.
    desk.dock.index_bar.choose("")
    wait_until(lambda: not line.isVisible(), 10)
    desk.use(town)
    wait_until(line.isVisible, 60, "new places again")
    line.show_button.click()
    assert not line.isVisible()
    wait_until(lambda: desk.dock.watching._found is None, 10, "the layer")
    layers = [each for each in group.our_layers(desk.project) if each.name() == "New: beaches"]
    assert layers[0].featureCount() > 0
    feature = next(layers[0].getFeatures())
    assert feature["question"] == "beaches"
    assert feature["source"] == SCENE.name
    wait_until(lambda: desk.dock._engine_requests.running("mark-seen") is None, 10)
    found = answer(desk.client, methods.WATCH_INDEX, methods.WatchIndexParams(str(town)))
    assert [each.hits for each in found.searches] == [(), ()]


def test_saved_searches_that_cannot_be_read_are_told_and_cost_nothing_else(
    desk: Desk, town: Path
) -> None:
    (town.parent / "town searches.json").write_text("{")
    desk.use(town)
    wait_until(lambda: any("saved searches" in text for text in desk.told), 30, "what is wrong")
    assert not desk.dock.new_places.isVisible()
    assert desk.dock.speak.button.isEnabled()
