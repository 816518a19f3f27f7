"""An index is published from the dock, and a shared one is copied into a folder."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QMessageBox, QPlainTextEdit

from qgis_scrl.contract import CopyReport, methods
from qgis_scrl.dock.dialogs.shared_index_dialog import SharedIndexDialog
from qgis_scrl.dock.widgets.index_bar import IndexBar
from qgis_scrl.dock.widgets.status_banner import DockState
from qgis_scrl.settings import Settings
from tests.support.desk import Desk
from tests.support.events import answer, wait_until
from tests.support.paths import SCENE
from tests.support.postgis_in_qgis import shared_index_for_qgis

SHARED = "postgresql://anna@db.example.org/imagery?schema=city"
NOBODY = "postgresql://anna@127.0.0.1:1/imagery?schema=city"


@pytest.fixture
def silent() -> Iterator[str]:
    """The address of a server that takes a call and never says anything: a copy goes on until it is stopped."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"postgresql://anna@127.0.0.1:{server.getsockname()[1]}/imagery?schema=city"


def opened(desk: Desk, kind: type) -> list:
    """The dialogs of a kind that are open in the dock."""
    return [each for each in desk.dock.index_bar.findChildren(kind) if each.isVisible()]


def publish(desk: Desk, address: str) -> None:
    """Say in the dialog where the chosen index is to be published."""
    desk.dock.index_bar.publish_action.trigger()
    (dialog,) = opened(desk, SharedIndexDialog)
    before, _, schema = address.partition("?schema=")
    dialog.address.setText(before)
    dialog.schema.setText(schema)
    dialog.ok_button.click()


def said(desk: Desk, text: str) -> Callable[[], bool]:
    return lambda: any(text in sentence for sentence in desk.told)


def test_each_kind_of_index_is_offered_its_way(plain_settings):
    bar = IndexBar(Settings())
    for index, ways in (
        ("/data/city.scrl", (True, False)),
        (SHARED, (False, True)),
        ("dask://scheduler:8786/data/city.scrl", (False, False)),
    ):
        bar.choose(index)
        assert (bar.publish_action.isVisible(), bar.pull_action.isVisible()) == ways
        # What they hold is not known.
        assert not bar.publish_action.isEnabled()
        assert not bar.pull_action.isEnabled()


def test_the_dialog_says_what_it_is_for(qgis_app):
    dialog = SharedIndexDialog(published="city")
    assert "Publish city" in dialog.windowTitle()
    dialog.address.setText("postgresql://anna@db.example.org/imagery")
    assert dialog.index() == SHARED


def test_a_server_that_is_not_there_is_told(desk: Desk, town: Path) -> None:
    desk.use(town)
    publish(desk, NOBODY)
    wait_until(said(desk, "127.0.0.1:1/imagery cannot be reached"), 60, "the failure")
    assert not desk.dock.index_bar.is_building
    assert desk.dock.index_bar.index == str(town)
    assert NOBODY not in desk.settings.recent_indexes
    assert desk.dock.index_bar.publish_action.isEnabled()
    # It can be tried again with the same words.
    assert desk.dock.state is DockState.ERROR
    desk.told.clear()
    desk.dock.banner.button.click()
    assert desk.dock.index_bar.is_building
    wait_until(said(desk, "127.0.0.1:1/imagery cannot be reached"), 60, "the second failure")


def test_what_others_need_can_be_copied(desk: Desk, town: Path) -> None:
    desk.use(town)
    desk.dock.indexes.copy(methods.CopyIndexParams(str(town), NOBODY))
    statements = "\n".join(f"ALTER TABLE city.part_{n} OWNER TO city_writer;" for n in range(200))
    desk.dock.indexes._on_copied(CopyReport(NOBODY, 1, 1, 5, statements))
    (dialog,) = opened(desk, QDialog)
    (shown,) = dialog.findChildren(QPlainTextEdit)
    assert shown.toPlainText() == statements
    assert shown.isReadOnly()
    assert dialog.height() < 600, "however many statements"
    buttons = dialog.findChild(QDialogButtonBox)
    (copy,) = [button for button in buttons.buttons() if button.text() == "Copy"]
    QGuiApplication.clipboard().clear()
    copy.click()
    assert QGuiApplication.clipboard().text() == statements
    assert dialog.isVisible(), "to be compared with what is run"
    buttons.button(QDialogButtonBox.StandardButton.Close).click()
    assert not opened(desk, QDialog)


def test_what_is_said_of_a_copy_is_not_of_a_build(desk: Desk, town: Path, silent: str) -> None:
    bar = desk.dock.index_bar
    desk.use(town)
    publish(desk, silent)
    assert bar.is_building
    desk.dock.indexes.copy(methods.CopyIndexParams(str(town), NOBODY))
    assert said(desk, "being built or copied")()
    bar.cancel_button.click()
    assert bar.progress_text.text() == "Stopping; what is copied is kept…"
    wait_until(lambda: not bar.is_building, 60, "the end of the copy")
    bar.begin_build("town")
    bar.stopping_build()
    assert "tiles" in bar.progress_text.text()
    bar.end_build()


def test_what_is_copied_to_is_looked_into_anew(
    desk: Desk, town: Path, tmp_path: Path, silent: str
) -> None:
    target = Path(shutil.copytree(town, tmp_path / "target.scrl"))
    answer(desk.client, methods.ADD_TO_INDEX, methods.AddToIndexParams(str(town), (str(SCENE),)))
    desk.use(target)

    def sources() -> int:
        return len(desk.dock.indexes.info.sources) if desk.dock.indexes.info is not None else 0

    assert sources() == 1
    desk.dock.indexes.copy(methods.CopyIndexParams(silent, str(target)))
    (copy,) = desk.client.running_requests
    # What the copy would do; the engine lets nobody else write there.
    shutil.rmtree(target)
    shutil.copytree(town, target)
    assert sources() == 1
    desk.dock.indexes._on_copied(CopyReport(str(target), 1, 1, 5, ""))
    wait_until(lambda: sources() == 2, 60, "what it holds now")
    copy.cancel()


def test_only_what_is_copied_to_may_be_missing(
    desk: Desk, town: Path, tmp_path: Path, silent: str
) -> None:
    bar, indexes = desk.dock.index_bar, desk.dock.indexes
    target, gone = tmp_path / "target.scrl", tmp_path / "gone.scrl"
    shutil.copytree(town, gone)
    desk.use(gone)
    indexes.copy(methods.CopyIndexParams(silent, str(target)))
    shutil.rmtree(gone)
    indexes.refresh()
    desk.wait_for(DockState.ERROR)
    assert desk.failure == "index-gone"
    assert indexes.is_building
    # Of what is copied to, nothing may have been written yet.
    bar.choose(str(target))
    wait_until(lambda: indexes._engine_requests.running("info") is None, 60, "the answer")
    assert indexes.is_building
    assert desk.dock.state is not DockState.ERROR
    # Once it is stopped, it is not there.
    bar.cancel_button.click()
    desk.wait_for(DockState.ERROR)
    assert desk.failure == "index-gone"
    assert not indexes.is_building


@pytest.mark.postgis
def test_an_index_is_published_and_copied_back(desk: Desk, town: Path, tmp_path: Path) -> None:
    address = shared_index_for_qgis("town")
    # The password is in the environment, which an engine takes over when it starts.
    desk.client.restart()
    name = address.partition("?schema=")[2]
    bar = desk.dock.index_bar
    desk.use(town)
    # Stopped at once, nobody sees anything of it, and it is told that it goes on.
    publish(desk, address)
    assert bar.is_building
    assert not bar.publish_action.isEnabled()
    assert "copy" in bar.progress_bar.accessibleName()
    bar.cancel_button.click()
    wait_until(said(desk, "town has not been copied as a whole"), 60, "that it was stopped")
    assert not bar.is_building
    assert address not in desk.settings.recent_indexes
    desk.told.clear()
    publish(desk, address)
    wait_until(said(desk, "town is published"), 60, "the end")
    # The folder stays the chosen one, and the list has both.
    assert bar.index == desk.settings.last_index == str(town)
    assert desk.dock.indexes.info is not None
    assert address in desk.settings.recent_indexes
    assert bar.choice.findData(address) >= 0
    held = desk.dock.indexes.info.tiles
    bar.choose(address)
    wait_until(
        lambda: desk.dock.indexes.info is not None and desk.dock.indexes.info.path == address,
        60,
        "what the shared one holds",
    )
    assert desk.dock.indexes.info.tiles == held
    # Footprints of it, too.
    bar.footprints_action.trigger()
    wait_until(
        lambda: any("Footprints" in each.name() for each in desk.project.mapLayers().values()),
        60,
        "the footprints",
    )
    bar.pull_action.trigger()
    (chooser,) = opened(desk, QFileDialog)
    chooser.fileSelected.emit(str(tmp_path))
    chooser.close()
    wait_until(said(desk, f"{name} is on this computer, too"), 60, "the copy")
    pulled = tmp_path / f"{name}.scrl"
    assert bar.index == address
    assert bar.choice.findData(str(pulled)) >= 0
    info = answer(desk.client, methods.INDEX_INFO, methods.IndexParams(str(pulled)))
    assert info.tiles == held


@pytest.mark.postgis
def test_what_only_the_shared_index_holds_is_not_lost_unasked(
    desk: Desk, town: Path, tmp_path: Path
) -> None:
    address = shared_index_for_qgis("town")
    # The password is in the environment, which an engine takes over when it starts.
    desk.client.restart()
    answer(desk.client, methods.COPY_INDEX, methods.CopyIndexParams(str(town), address))
    answer(desk.client, methods.ADD_TO_INDEX, methods.AddToIndexParams(address, (str(SCENE),)))

    def sources() -> int:
        found = answer(desk.client, methods.INDEX_INFO, methods.IndexParams(address))
        return len(found.sources)

    assert sources() == 2
    desk.use(town)
    publish(desk, address)
    wait_until(lambda: bool(opened(desk, QMessageBox)), 60, "the question")
    (box,) = opened(desk, QMessageBox)
    assert "scene" in box.informativeText()
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert sources() == 2
    publish(desk, address)
    wait_until(lambda: bool(opened(desk, QMessageBox)), 60, "the question")
    (box,) = opened(desk, QMessageBox)
    box.button(QMessageBox.StandardButton.Yes).click()
    wait_until(said(desk, "town is published"), 60, "the end")
    assert sources() == 1
