"""Voice notes in the dock: recorded at a place, shown on the map, found by a place, and asked with."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMessageBox

from qgis_scrl.contract import AudioPart, Hit, SearchResult
from qgis_scrl.dock.dialogs.notes_dialog import NotesDialog
from qgis_scrl.dock.widgets.status_banner import DockState
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.layers import notes as note_layers
from tests.support.desk import Desk
from tests.support.events import let_pass, wait_until
from tests.support.microphone import VirtualMicrophone
from tests.support.paths import BEACH, TANKS


@pytest.fixture
def desk(warm_engine: EngineClient, demo_index: Path) -> Iterator[Desk]:
    desk = Desk(warm_engine)
    desk.use(demo_index)
    yield desk
    desk.clear()


@pytest.fixture
def notes(desk: Desk, field_notes: Path, tmp_path: Path) -> NotesDialog:
    """The dialog with a copy of them."""
    file = tmp_path / "copy.gpkg"
    file.write_bytes(field_notes.read_bytes())
    desk.settings.notes_file = str(file)
    dialog = desk.dock.notes.open()
    wait_until(lambda: dialog.list.count() == 4, 30, "the notes")
    return dialog


def idle(desk: Desk, dialog: NotesDialog) -> None:
    wait_until(lambda: dialog.all_button.isEnabled(), 60, dialog.status.text())


def best_hit(desk: Desk, question: Path) -> Hit:
    desk.ask(question)
    result = desk.dock.answers.result
    assert result is not None
    return result.hits[0]


def layer_of(desk: Desk) -> QgsVectorLayer:
    layer = note_layers.notes_layer(desk.project, Path(desk.settings.notes_file))
    assert layer is not None
    return layer


def titles(dialog: NotesDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


@pytest.mark.microphone
def test_the_whole_way(
    listening_desk: Desk, virtual_microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    """Record a note on the map; it is a point of a layer; it fits where it should; it finds such places."""
    desk = listening_desk
    hit = best_hit(desk, TANKS)
    dialog = desk.dock.notes.open()
    assert "New" in dialog.status.text()
    assert not dialog.record_button.isEnabled()
    file = tmp_path / "notes.gpkg"
    desk.dock.notes.use(str(file))
    dialog.author.setText("Ann")
    dialog.comment.setText("seen from the road")
    dialog.record_button.click()
    let_pass(0.1)
    assert desk.canvas.mapTool() is desk.dock.notes._tool
    # Anywhere but where the tanks are.
    middle = desk.canvas.rect().center()
    QTest.mouseClick(desk.canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    wait_until(lambda: "Speak now" in dialog.status.text(), 30, "recording")
    assert dialog.stop_button.isVisible()
    assert not dialog.record_button.isChecked()
    virtual_microphone.play_file(TANKS)
    wait_until(lambda: dialog.list.count() == 1, 60, "the note")
    assert desk.settings.notes_author == "Ann"
    assert not dialog.comment.text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    feature = next(layer_of(desk).getFeatures())
    assert (feature["author"], feature["comment"]) == ("Ann", "seen from the road")
    there = desk.dock._map.centre_wgs84(desk.project)
    assert feature.geometry().asPoint().distance(there) < 1e-3
    # From a hit to notes.
    menu = desk.dock.results.list.menu_for(hit)
    next(each for each in menu.actions() if each.text() == "Which notes fit here?").trigger()
    wait_until(lambda: "fit best" in dialog.status.text(), 30, "notes that fit")
    assert "1. seen from the road" in titles(dialog)[0]
    # From a note to places.
    answers: list[SearchResult] = []
    desk.dock.answered.connect(answers.append)
    dialog.places_button.click()
    wait_until(lambda: bool(answers), 60, "places")
    assert hit.tile_id in [found.tile_id for found in answers[0].hits[:3]]
    asked = desk.dock.answers.asked_query
    assert asked is not None
    assert isinstance(asked.query.parts[0], AudioPart)


def test_notes_fit_a_place_wherever_they_were_recorded(desk: Desk, notes: NotesDialog) -> None:
    hit = best_hit(desk, BEACH)
    notes.fitting_button.click()
    let_pass(0.1)
    place = QgsGeometry.fromPointXY(QgsPointXY(hit.lon, hit.lat))
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    crs = desk.canvas.mapSettings().destinationCrs()
    place.transform(QgsCoordinateTransform(degrees, crs, desk.project))
    desk.dock.notes._tool.picked.emit(place, False)
    wait_until(lambda: "fit best" in notes.status.text(), 30, "notes that fit")
    assert "beach" in titles(notes)[0]
    assert not notes.fitting_button.isChecked()
    # A score for a picture is calibrated; one for a question is not, which is said.
    assert "similarities" not in notes.status.text()
    idle(desk, notes)
    notes.search_button.click()
    wait_until(lambda: "similarities" in notes.status.text(), 30, "notes for the question")
    assert "beach" in titles(notes)[0]
    notes.all_button.click()
    wait_until(lambda: notes.status.text() == "4 notes", 30, notes.status.text())


def test_a_note_is_played_and_selected_from_the_map(
    desk: Desk, notes: NotesDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    played: list[str] = []

    def play(path: str) -> bool:
        played.append(path)
        return True

    # There is no loudspeaker here.
    monkeypatch.setattr(desk.dock.notes.player, "play", play)
    layer_of(desk).selectByIds([3])
    assert "port" in notes.list.currentItem().text()
    notes.play_button.click()
    wait_until(lambda: bool(played), 30, "the sound")
    # The sound is gone with the dialog.
    assert stat.S_IMODE(Path(played[0]).stat().st_mode) == 0o600
    idle(desk, notes)
    notes.close()
    assert not Path(played[0]).exists()


def test_deleting_a_note_asks_and_says_so(desk: Desk, notes: NotesDialog) -> None:
    notes.list.setCurrentRow(0)
    notes.remove_button.click()
    box = notes.findChild(QMessageBox)
    assert "cannot be undone" in box.informativeText()
    box.button(QMessageBox.StandardButton.Cancel).click()
    let_pass(0.2)
    assert notes.list.count() == 4
    notes.remove_button.click()
    notes.findChildren(QMessageBox)[-1].button(QMessageBox.StandardButton.Yes).click()
    wait_until(lambda: notes.list.count() == 3, 30, "a note less")
    assert any("have been deleted" in text for text in desk.told)
    assert layer_of(desk).featureCount() == 3


def test_what_goes_wrong_is_told_in_the_dialog(
    desk: Desk, notes: NotesDialog, tmp_path: Path
) -> None:
    assert not notes.gps_button.isEnabled()
    notes.search_button.click()
    assert "Ask a question" in notes.status.text()
    assert not notes.reembed_button.isVisible()
    broken = tmp_path / "broken.gpkg"
    broken.write_bytes(b"no database" * 100)
    desk.dock.notes.use(str(broken))
    wait_until(lambda: "cannot be used as voice notes" in notes.status.text(), 30)
    assert desk.dock.state in (DockState.READY, DockState.RESULTS)
