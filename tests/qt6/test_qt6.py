"""Every module can be imported, and every widget built, drawn and closed under PyQt6."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PyQt6 import QtCore, QtGui, QtWidgets

import qgis_scrl
from tests.qt6.standin import Anything

MODULES = sorted(module.name for module in pkgutil.walk_packages(qgis_scrl.__path__, "qgis_scrl."))
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def application() -> QtWidgets.QApplication:
    return QtWidgets.QApplication([])


@pytest.fixture
def settings(tmp_path, monkeypatch):
    from qgis_scrl.settings import Settings

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return Settings()


@pytest.mark.parametrize("name", MODULES)
def test_every_module_can_be_imported(name):
    importlib.import_module(name)


def _module(name: str):
    return importlib.import_module(f"qgis_scrl.{name}")


def _builders(settings, parent) -> dict[str, Callable[[], QtWidgets.QWidget]]:
    """How each widget of the plugin is built."""
    client = Anything()
    player = _module("compat").SoundPlayer()
    widgets = "dock.widgets."

    def engine():
        return _module("engine_client").EngineClient()

    return {
        "StatusBanner": lambda: _module(widgets + "status_banner").StatusBanner(parent),
        "GroundSizes": lambda: _module(widgets + "ground_sizes").GroundSizes(parent),
        "SpeakButton": lambda: _module(widgets + "speak_panel").SpeakButton(parent),
        "LevelMeter": lambda: _module(widgets + "speak_panel").LevelMeter(parent),
        "SpeakPanel": lambda: _module(widgets + "speak_panel").SpeakPanel(parent),
        "ElidedLabel": lambda: _module(widgets + "theme").ElidedLabel("A long text", parent),
        "ElidedButton": lambda: _module(widgets + "theme").ElidedButton("A long text"),
        "MutedLabel": lambda: _module(widgets + "theme").MutedLabel("A text", parent),
        "QuestionField": lambda: _module(widgets + "question_field").QuestionField(parent),
        "QuestionChips": lambda: _module(widgets + "question_chips").QuestionChips(parent),
        "Chip": lambda: _module(widgets + "question_chips").Chip(
            _module("contract").TextPart("storage tanks"), _module("history").PartDetails()
        ),
        "LabelBar": lambda: _module(widgets + "label_bar").LabelBar(parent),
        "NewPlacesBar": lambda: _module(widgets + "new_places_bar").NewPlacesBar(parent),
        "DemoBar": lambda: _module(widgets + "demo_bar").DemoBar(
            _module("demo").Demo(settings).questions, parent
        ),
        "TourPanel": lambda: _module(widgets + "tour_panel").TourPanel(parent),
        "Outline": lambda: _module(widgets + "tour_panel").Outline(parent),
        "ExploreDialog": lambda: _module("dock.dialogs.explore_dialog").ExploreDialog(
            "/imagery/city.scrl", parent
        ),
        "ChangesDialog": lambda: _module("dock.dialogs.changes_dialog").ChangesDialog(
            "/imagery/city.scrl", (), parent
        ),
        "SavedSearchesDialog": lambda: _module(
            "dock.dialogs.saved_searches_dialog"
        ).SavedSearchesDialog("/imagery/city.scrl", parent),
        "SharedIndexDialog": lambda: _module("dock.dialogs.shared_index_dialog").SharedIndexDialog(
            parent
        ),
        "TimePanel": lambda: _module(widgets + "time_panel").TimePanel(parent),
        "PictureList": lambda: _module(widgets + "picture_list").PictureList("Places", 2),
        "RecentQuestions": lambda: _module(widgets + "recent_questions").RecentQuestions(
            player, parent
        ),
        "FiltersPanel": lambda: _module(widgets + "filters_panel").FiltersPanel(settings, parent),
        "IndexBar": lambda: _module(widgets + "index_bar").IndexBar(settings, parent),
        "HitList": lambda: _module(widgets + "hit_list").HitList(parent),
        "Waveform": lambda: _module(widgets + "waveform").Waveform(parent),
        "RecognisedPhrases": lambda: _module(widgets + "recognised_phrases").RecognisedPhrases(
            parent
        ),
        "ResultsPanel": lambda: _module(widgets + "results_panel").ResultsPanel(settings, parent),
        "SetupPanel": lambda: _module(widgets + "setup_panel").SetupPanel(settings),
        "NewIndexDialog": lambda: _module("dock.dialogs.new_index_dialog").NewIndexDialog(
            engine(), settings, _project()
        ),
        "CatalogueDialog": lambda: _module("dock.dialogs.catalogue_dialog").CatalogueDialog(
            engine(), settings, client, _project(), parent
        ),
        "IndexDetailsDialog": lambda: _module(
            "dock.dialogs.index_details_dialog"
        ).IndexDetailsDialog(engine(), _index_info()),
        "HistoryDialog": lambda: _module("dock.dialogs.history_dialog").HistoryDialog(
            _module("compat").SoundPlayer(parent), parent
        ),
        "NotesDialog": lambda: _module("dock.dialogs.notes_dialog").NotesDialog("Ada", parent),
        "OptionsPage": lambda: _module("options_page").OptionsPage(engine(), settings),
        "VoiceSearchDock": lambda: _module("dock.dock_widget").VoiceSearchDock(
            engine(), settings, _module("dock.controllers.map_view").MapView(client)
        ),
    }


def _index_info():
    """An index of one raster, as the engine describes it."""
    day = date(2024, 6, 12)
    return _module("contract").IndexInfo(
        path="/imagery/city.scrl", format_version=1, model_checksum="0123456789abcdef", model_matches=True,
        embedding_size=256, tiles=900, parts=1, bytes_on_disk=1_000_000, ground_sizes_m=(100.0, 200.0),
        overlap=0.0, bounds=(6.9, 50.9, 7.0, 51.0), since=day, until=day, complete=True, pending_tiles=0,
        sources=(),
    )  # fmt: skip


def _project():
    from qgis.core import QgsProject

    return QgsProject.instance()


NAMES = (
    "StatusBanner", "GroundSizes", "SpeakButton", "LevelMeter", "SpeakPanel", "ElidedLabel", "ElidedButton", "MutedLabel",
    "RecentQuestions", "FiltersPanel", "IndexBar", "HitList", "Waveform", "RecognisedPhrases",
    "ResultsPanel", "SetupPanel", "NewIndexDialog", "CatalogueDialog", "IndexDetailsDialog",
    "OptionsPage", "VoiceSearchDock", "QuestionField", "QuestionChips", "Chip", "LabelBar", "NewPlacesBar",
    "DemoBar", "TourPanel", "Outline", "ExploreDialog", "HistoryDialog", "NotesDialog", "ChangesDialog", "SavedSearchesDialog", "TimePanel", "PictureList",
    "SharedIndexDialog",
)  # fmt: skip
# The widgets above build these, or are these.
PARTS = {
    "_Pages", "_Row", "_PushButton", "_ToolButton", "PlayButton", "DateField", "EnvironmentBox",
    "CollapsibleSection", "_Icon", "_QuestionList", "TilesDialog", "LiveLabel",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_every_widget_can_be_built_and_drawn(name, application, settings):
    parent = QtWidgets.QWidget()
    widget = _builders(settings, parent)[name]()
    widget.resize(400, 300)
    image = widget.grab()
    assert not image.isNull()
    for _ in range(5):
        QtCore.QCoreApplication.processEvents()
    widget.close()
    widget.deleteLater()
    QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete.value)


def test_no_widget_is_forgotten():
    widgets = set()
    for name in MODULES:
        module = importlib.import_module(name)
        for kind, found in inspect.getmembers(module, inspect.isclass):
            if found.__module__ == name and issubclass(found, QtWidgets.QWidget):
                widgets.add(kind)
    assert widgets - set(NAMES) - PARTS == set()


def test_rows_of_time_are_shown_and_escape_closes_the_strip(application, settings):
    contract = _module("contract")
    ring = ((9.0, 48.0), (9.1, 48.0), (9.0, 48.1), (9.0, 48.0))
    tile = contract.DatedTile(
        1, "a", "/a", date(2020, 1, 1), 100.0, 9.0, 48.0, ring, (0.0, 0.0, 1.0, 1.0), 0.5
    )
    picture = QtGui.QImage(4, 4, QtGui.QImage.Format.Format_RGB32)
    panel = _module("dock.widgets.time_panel").TimePanel()
    panel.show_tiles((tile,), 0, True)
    panel.set_picture(1, picture)
    panel.show()
    assert not panel.grab().isNull()
    key, none = QtCore.Qt.Key.Key_Escape, QtCore.Qt.KeyboardModifier.NoModifier
    panel.event(QtGui.QKeyEvent(QtCore.QEvent.Type.KeyPress, key, none))
    assert not panel.isVisible()
    query = contract.Query((contract.TextPart("tanks"),))
    saved = _module("dock.dialogs.saved_searches_dialog").SavedSearchesDialog("/x/a.scrl")
    saved.show_searches((contract.SavedSearch("tanks", query, "2026-01-01T10:00:00+00:00"),))
    assert saved.current.name == "tanks"
    changes = _module("dock.dialogs.changes_dialog").ChangesDialog("/x/a.scrl", ())
    changed = contract.methods.Change(1, tile, tile, 1.5)
    changes.show_result(contract.methods.FindChangesResult((changed,), 3))
    changes.show_question(_module("history").AskedQuery(query))
    changes.list.set_picture(1, picture)
    assert not changes.grab().isNull()
    assert changes.list.count() == 1
