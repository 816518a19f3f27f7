"""The demo scene: one press from an empty dock to hits, and nothing is left when it is removed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMessageBox, QPushButton

from qgis_scrl import demo as demo_files
from qgis_scrl.demo import Demo
from qgis_scrl.dock.widgets.setup_panel import SetupPanel, SetupState
from qgis_scrl.dock.widgets.status_banner import DockState, status_message
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.installation.installer import Verified
from qgis_scrl.settings import Settings
from tests.support.desk import Desk
from tests.support.events import wait_until
from tests.support.paths import SCENE


@pytest.fixture
def demo(qgis_app: object) -> Iterator[Demo]:
    """The demo's files, of which there are none yet."""
    demo = Demo(Settings())
    shutil.rmtree(demo.folder, ignore_errors=True)
    yield demo
    shutil.rmtree(demo.folder, ignore_errors=True)
    if demo.folder.is_file():
        demo.folder.unlink()


@pytest.fixture
def desk(demo: Demo, warm_engine: EngineClient) -> Iterator[Desk]:
    """An empty desk: the scene that others find on theirs is taken away."""
    desk = Desk(warm_engine)
    desk.project.removeMapLayer(desk.scene.id())
    desk.wait_for(DockState.EMPTY)
    yield desk
    wait_until(lambda: not desk.dock.indexes.is_building, 60, "the end of the build")
    desk.clear()


@pytest.fixture
def opened(desk: Desk, demo: Demo, demo_index: Path) -> Desk:
    """A desk on which the demo is open; its index is there already."""
    for _ in demo.copy():
        pass
    # Built of the same scene at another place; what it finds is the same.
    shutil.copytree(demo_index, demo.index)
    press(desk.dock.demo_bar.try_button)
    wait_for_questions(desk)
    return desk


def press(button: QPushButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def wait_for_questions(desk: Desk) -> None:
    bar = desk.dock.demo_bar
    wait_until(lambda: bar.questions[0].isVisible(), 120, "the questions")
    wait_until(bar.questions[0].isEnabled, 20, "being ready")


def answer(desk: Desk, button: QPushButton) -> str:
    """Press a question and wait; returns what the chip says of it."""
    answers: list[object] = []
    desk.dock.answered.connect(answers.append)
    press(button)
    wait_until(lambda: bool(answers) or desk.dock.state is DockState.ERROR, 60, "an answer")
    desk.dock.answered.disconnect(answers.append)
    assert answers, desk.said
    return desk.dock.chips.chips[0].text.text()


def scenes(desk: Desk, demo: Demo) -> list[QgsRasterLayer]:
    return [
        layer for layer in desk.project.mapLayers().values() if layer.source() == str(demo.scene)
    ]


def test_one_press_builds_the_demo_and_three_questions_are_answered(desk: Desk, demo: Demo) -> None:
    own = QgsRasterLayer(str(SCENE), "mine")
    desk.project.addMapLayer(own)
    bar = desk.dock.demo_bar
    assert not bar.remove_button.isVisible()
    press(bar.try_button)
    wait_until(lambda: desk.dock.indexes.is_building, 30, "the build")
    assert desk.dock.index_bar.cancel_button.isVisible()
    wait_for_questions(desk)
    assert demo.scene.read_bytes() == SCENE.read_bytes()
    assert not bar.try_button.isVisible()
    assert "225" in desk.dock.index_bar.summary.text()
    assert Path(desk.dock.index_bar.index) == demo.index
    # On top of the user's own, and seen.
    assert [node.name() for node in desk.project.layerTreeRoot().children()] == [
        "Demo scene",
        "mine",
    ]
    (layer,) = scenes(desk, demo)
    seen = desk.canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent())
    assert desk.canvas.extent().contains(seen)
    assert [answer(desk, button) for button in bar.questions[:2]] == [
        question.text for question in demo.questions[:2]
    ]
    assert "heard" in answer(desk, bar.questions[2])
    assert desk.dock.speak.waveform.peaks
    assert bar.isVisible(), "they were the demo's own"
    desk.dock.asking.ask_text("a forest")
    wait_until(lambda: not bar.isVisible(), 60, "the end of the suggestions")


def test_the_second_time_the_index_is_used_again(opened: Desk, demo: Demo) -> None:
    assert not opened.dock.indexes.is_building
    written = (demo.index / "index.json").stat().st_mtime_ns
    press(opened.dock.demo_bar.close_button)
    assert not opened.dock.demo_bar.isVisible()
    opened.dock.index_bar.choose("")
    opened.project.removeMapLayer(scenes(opened, demo)[0].id())
    press(opened.dock.demo_bar.try_button)
    wait_for_questions(opened)
    assert (demo.index / "index.json").stat().st_mtime_ns == written
    assert len(scenes(opened, demo)) == 1
    opened.dock.index_bar.choose("")
    press(opened.dock.demo_bar.try_button)
    wait_for_questions(opened)
    assert len(scenes(opened, demo)) == 1, "it is there already"


def test_a_demo_that_is_removed_leaves_nothing_but_what_is_the_users(
    opened: Desk, demo: Demo
) -> None:
    own = QgsRasterLayer(str(SCENE), "mine")
    opened.project.addMapLayer(own)
    answer(opened, opened.dock.demo_bar.questions[0])
    press(opened.dock.demo_bar.remove_button)
    (box,) = opened.dock.findChildren(QMessageBox)
    assert demo.scene.exists(), "not before it has been confirmed"
    box.button(QMessageBox.StandardButton.Yes).click()
    assert not demo.folder.exists()
    assert list(opened.project.mapLayers().values()) == [own]
    assert opened.settings.recent_indexes == ()
    assert opened.dock.state is DockState.EMPTY
    assert opened.dock.banner.message == status_message(DockState.EMPTY)
    assert opened.dock.demo_bar.try_button.isVisible()
    assert not opened.dock.demo_bar.remove_button.isVisible()


def test_in_another_index_the_demo_is_not_seen(opened: Desk, demo_index: Path) -> None:
    assert opened.dock.index_bar.remove_demo_action.isVisible()
    opened.use(demo_index)
    assert not opened.dock.demo_bar.isVisible()
    assert not opened.dock.index_bar.remove_demo_action.isVisible()


def test_a_build_that_is_stopped_leaves_an_empty_dock_and_goes_on_later(
    desk: Desk, demo: Demo
) -> None:
    bar, index_bar = desk.dock.demo_bar, desk.dock.index_bar
    press(bar.try_button)
    wait_until(lambda: index_bar.cancel_button.isVisible(), 30, "the build")
    press(index_bar.cancel_button)
    wait_until(lambda: not desk.dock.indexes.is_building, 60, "the end of the build")
    assert desk.dock.index_bar.index == ""
    desk.wait_for(DockState.EMPTY)
    assert desk.settings.recent_indexes == ()
    assert "goes on" in bar.text.text()
    assert "goes on" in desk.told[-1]
    press(bar.try_button)
    wait_until(lambda: desk.dock.indexes.is_building, 30, "the build")
    press(index_bar.cancel_button)


@pytest.mark.parametrize("disk", ["read-only", "full"])
def test_a_profile_that_cannot_be_written_is_told(
    desk: Desk, demo: Demo, disk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if disk == "read-only":
        # For root, there is no folder that cannot be written: a file is where the folder would be.
        demo.folder.parent.mkdir(parents=True, exist_ok=True)
        demo.folder.write_text("")
    else:
        monkeypatch.setattr(Path, "open", open_on_full_disk)
    press(desk.dock.demo_bar.try_button)
    desk.wait_for(DockState.ERROR)
    monkeypatch.undo()
    assert desk.failure == "demo-not-written"
    assert str(demo.folder) in desk.said
    assert desk.dock.demo_bar.try_button.isEnabled()
    assert not desk.project.mapLayers()
    if disk == "full":
        assert list(demo.folder.iterdir()) == [], "nothing half-written"
    else:
        demo.folder.unlink()
    press(desk.dock.banner.button)
    wait_until(lambda: desk.dock.indexes.is_building, 30, "the build")
    press(desk.dock.index_bar.cancel_button)


_open = Path.open


def open_on_full_disk(path: Path, mode: str = "r", **others: Any) -> Any:
    """Open a file, but a copy that begins on a disk that is full."""
    return _open(Path("/dev/full") if path.suffix == ".part" else path, mode, **others)


def test_a_copy_goes_on_in_steps(demo: Demo) -> None:
    assert sum(1 for _ in demo.copy()) >= SCENE.stat().st_size / demo_files._SLICE
    assert list(demo.copy()) == [], "it is there"


def test_pressed_before_the_engine_is_ready_it_opens_then(
    demo: Demo, demo_index: Path, engine_python: Path
) -> None:
    for _ in demo.copy():
        pass
    shutil.copytree(demo_index, demo.index)
    client = EngineClient()
    desk = Desk(client)
    try:
        assert client.state == "starting"
        press(desk.dock.demo_bar.try_button)
        assert not desk.dock.demo_bar.try_button.isEnabled()
        assert "engine" in desk.dock.demo_bar.text.text()
        wait_for_questions(desk)
    finally:
        desk.clear()
        client.stop()


def test_without_an_engine_the_set_up_comes_first(
    qgis_app: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = SetupPanel(Settings())
    installs: list[object] = []
    monkeypatch.setattr(panel.installer, "install", installs.append)
    order: list[str] = []
    panel.ready.connect(lambda: order.append("ready"))
    panel.demo_wanted.connect(lambda: order.append("demo"))
    panel.show()
    press(panel.demo_button)
    assert len(installs) == 1
    assert panel.state is SetupState.WORKING
    panel.installer.finished.emit(Verified("/usr/bin/python3", None))
    assert order == ["ready", "demo"]
    panel.set_up_button.click()
    panel.installer.finished.emit(Verified("/usr/bin/python3", None))
    assert order == ["ready", "demo", "ready"]
    panel.end()
    panel.deleteLater()


def test_the_project_of_others_is_left_alone(opened: Desk) -> None:
    before = set(QgsProject.instance().mapLayers())
    opened.dock.demo.begin()
    wait_until(lambda: opened.dock.demo_bar.questions[0].isEnabled(), 20, "being ready")
    assert set(QgsProject.instance().mapLayers()) == before
