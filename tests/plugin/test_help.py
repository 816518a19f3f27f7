"""Help: a button in each dialog and F1, pages that are there without a network, for each algorithm, too."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QKeySequence
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDialog, QDialogButtonBox, QWidget

from engine.model.files import MODELS
from qgis_scrl.compat import SoundPlayer
from qgis_scrl.contract import IndexInfo
from qgis_scrl.dock import dialogs
from qgis_scrl.dock.dialogs.catalogue_dialog import CatalogueDialog
from qgis_scrl.dock.dialogs.changes_dialog import ChangesDialog
from qgis_scrl.dock.dialogs.explore_dialog import ExploreDialog
from qgis_scrl.dock.dialogs.history_dialog import HistoryDialog
from qgis_scrl.dock.dialogs.index_details_dialog import IndexDetailsDialog
from qgis_scrl.dock.dialogs.new_index_dialog import NewIndexDialog
from qgis_scrl.dock.dialogs.notes_dialog import NotesDialog
from qgis_scrl.dock.dialogs.saved_searches_dialog import SavedSearchesDialog
from qgis_scrl.dock.dialogs.shared_index_dialog import SharedIndexDialog
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.help import OF_ALGORITHMS, Topic, help_url
from qgis_scrl.options_page import OptionsPage
from qgis_scrl.processing.provider import ALGORITHMS, ScrlProvider
from tests.support.desk import Desk, no_engine
from tests.support.events import wait_until
from tests.support.paths import ROOT
from tools import make_zip, processing_reference

INDEX = "/imagery/city.scrl"
INFO = IndexInfo(
    INDEX, 1, "0", True, 256, 100, 1, 1000, (200.0,), 0.0, None, date(2020, 1, 1), date(2024, 1, 1), True, 0, ()
)  # fmt: skip
DIALOGS: dict[type[QDialog], tuple[Callable[[Desk], QDialog], Topic]] = {
    NewIndexDialog: (lambda d: NewIndexDialog(d.client, d.settings, d.project), Topic.BUILDING),
    IndexDetailsDialog: (lambda d: IndexDetailsDialog(d.client, INFO), Topic.BUILDING),
    CatalogueDialog: (
        lambda d: CatalogueDialog(d.client, d.settings, d.canvas.mapSettings(), d.project),
        Topic.CATALOGUE,
    ),
    ExploreDialog: (lambda d: ExploreDialog(INDEX), Topic.EXPLORING),
    ChangesDialog: (lambda d: ChangesDialog(INDEX, ()), Topic.CHANGES),
    SavedSearchesDialog: (lambda d: SavedSearchesDialog(INDEX), Topic.SAVED_SEARCHES),
    HistoryDialog: (lambda d: HistoryDialog(SoundPlayer()), Topic.HISTORY),
    NotesDialog: (lambda d: NotesDialog("Ada"), Topic.NOTES),
    SharedIndexDialog: (lambda d: SharedIndexDialog(), Topic.SHARED_INDEX),
}


@pytest.fixture
def desk(qgis_app: QgsApplication) -> Iterator[Desk]:
    desk = Desk(EngineClient(command=no_engine))
    yield desk
    desk.clear()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What the browser was asked to show."""
    urls: list[QUrl] = []

    def remember(url: QUrl) -> bool:
        urls.append(QUrl(url))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", remember)
    return urls


def test_every_dialog_of_the_plugin_is_tested() -> None:
    every = set()
    for module in pkgutil.iter_modules(dialogs.__path__, f"{dialogs.__name__}."):
        every |= {
            kind
            for kind in vars(importlib.import_module(module.name)).values()
            if isinstance(kind, type)
            and issubclass(kind, QDialog)
            and kind.__module__ == module.name
        }
    assert {kind for kind in every if not any(kind in other.__bases__ for other in every)} == set(
        DIALOGS
    )


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_help_of_a_dialog_shows_its_page(
    desk: Desk, opened: list[QUrl], kind: type[QDialog]
) -> None:
    build, topic = DIALOGS[kind]
    dialog = build(desk)
    dialog.show()
    help_buttons = [
        box.button(QDialogButtonBox.StandardButton.Help)
        for box in dialog.findChildren(QDialogButtonBox)
    ]
    assert len(help_buttons) == 1
    QTest.mouseClick(help_buttons[0], Qt.MouseButton.LeftButton)
    dialog.activateWindow()
    wait_until(lambda: QApplication.activeWindow() is dialog, 10, "the dialog has the keys")
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    assert opened == [help_url(topic)] * 2
    # Enter is for what the dialog does.
    assert not help_buttons[0].autoDefault()
    assert help_buttons[0].toolTip()
    dialog.reject()


def test_help_of_the_dock_and_of_the_options(desk: Desk, opened: list[QUrl]) -> None:
    desk.dock.index_bar.help_button.click()
    assert opened.pop() == help_url(Topic.CONTENTS)
    page = OptionsPage(desk.client, desk.settings)
    page.help.click()
    assert opened.pop() == help_url(Topic.INSTALLING)


def test_f1_in_the_dock_is_not_for_the_help_of_qgis(desk: Desk, opened: list[QUrl]) -> None:
    theirs = QAction(desk.iface.window, shortcut=QKeySequence("F1"))
    shown: list[bool] = []
    theirs.triggered.connect(shown.append)
    desk.iface.window.addAction(theirs)
    desk.iface.window.activateWindow()
    wait_until(lambda: QApplication.activeWindow() is desk.iface.window, 10, "the main window")
    pages = desk.dock._pages
    for page, topic in ((0, Topic.ASKING), (1, Topic.INSTALLING)):
        pages.setCurrentIndex(page)
        inside: QWidget = desk.dock.index_bar.choice if page == 0 else desk.dock.setup
        QTest.keyClick(inside, Qt.Key.Key_F1)
        assert opened.pop() == help_url(topic)
    assert shown == []
    QTest.keyClick(desk.canvas, Qt.Key.Key_F1)
    assert shown == [False]
    assert opened == []
    desk.iface.window.removeAction(theirs)


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="the zip is made of what git knows")
def test_every_page_is_in_the_zip_and_nothing_of_it_is_on_the_network() -> None:
    members = {member.source for member in make_zip.members(_model())}
    for topic in Topic:
        url = help_url(topic)
        assert url.isLocalFile()
        assert not url.hasFragment()  # Windows loses it
        assert Path(url.toLocalFile()) in members
    pages = ROOT / "resources" / "help"
    assert {path for path in pages.rglob("*") if path.is_file()} <= members


def _model() -> str:
    return sorted(path.name for path in MODELS.iterdir())[-1]


def test_every_algorithm_has_its_page(provider: ScrlProvider) -> None:
    assert {kind.NAME for kind in ALGORITHMS} == set(OF_ALGORITHMS)
    for algorithm in provider.algorithms():
        url = QUrl(algorithm.helpUrl())
        assert url == help_url(OF_ALGORITHMS[algorithm.name()])
        assert Path(url.toLocalFile()).is_file()


@pytest.fixture
def provider(qgis_app: QgsApplication, qgis_processing: None) -> Iterator[ScrlProvider]:
    provider = ScrlProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


def test_the_reference_of_the_algorithms_is_up_to_date(qgis_app: QgsApplication) -> None:
    wanted = processing_reference.PAGE.read_text(encoding="utf-8")
    assert wanted == processing_reference.page(), "run `make pages`"
