"""The dock's parts without an engine: keyboard, names for screen readers, themes, scaling, states."""

from __future__ import annotations

import dataclasses
import gc
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import QLocale, QPoint, QPointF, QRect, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPalette, QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QScrollBar,
    QToolButton,
    QWidget,
)

from qgis_scrl import texts
from qgis_scrl.answers import score_range
from qgis_scrl.contract import (
    AudioPart,
    LevelReport,
    Microphone,
    Phrase,
    ProgressReport,
    Query,
    Stage,
    TextPart,
    Unit,
    methods,
)
from qgis_scrl.dock.dialogs.catalogue_dialog import CatalogueDialog
from qgis_scrl.dock.dialogs.new_index_dialog import NewIndexDialog
from qgis_scrl.dock.widgets import formatting, theme
from qgis_scrl.dock.widgets.filters_panel import FiltersPanel
from qgis_scrl.dock.widgets.ground_sizes import PRESETS, GroundSizes, examples
from qgis_scrl.dock.widgets.index_bar import IndexBar
from qgis_scrl.dock.widgets.recognised_phrases import RecognisedPhrases
from qgis_scrl.dock.widgets.results_panel import ResultsPanel
from qgis_scrl.dock.widgets.speak_panel import SpeakPanel
from qgis_scrl.dock.widgets.status_banner import (
    DockState,
    StatusBanner,
    StatusMessage,
    status_message,
)
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.errors import EngineError
from qgis_scrl.history import AskedQuery
from qgis_scrl.options_page import OptionsPage
from qgis_scrl.settings import Settings
from qgis_scrl.translation import install_translator
from tests.support.desk import Desk, interface, no_engine
from tests.support.events import let_pass, wait_until
from tests.support.layers import polygons, some_hits
from tests.support.paths import ROOT

CONTROLS = (
    QAbstractButton,
    QComboBox,
    QAbstractSpinBox,
    QAbstractSlider,
    QAbstractItemView,
    QLineEdit,
)


@pytest.fixture
def desk(qgis_app: object) -> Iterator[Desk]:
    """A desk without an engine."""
    desk = Desk(EngineClient(command=no_engine))
    yield desk
    desk.clear()


def controls(widget: QWidget) -> list[QWidget]:
    """The controls of a widget that are ours, not parts of one of Qt's or QGIS's own."""
    found = []
    for control in widget.findChildren(QWidget):
        parent = control.parentWidget()
        inner = isinstance(control, QScrollBar) or isinstance(parent, (QComboBox, QAbstractSpinBox))
        foreign = type(parent).__name__ in (
            "QgsFileWidget",
            "QgsProjectionSelectionWidget",
            "QgsFilterLineEdit",
            "QDialogButtonBox",
            "QTableWidget",
            "QHeaderView",
        ) or control.objectName() in ("collapseButton", "qt_toolbar_ext_button")
        hidden_by_qt = control.objectName().startswith("qt_") or (
            type(parent).__name__ in ("CollapsibleSection", "FiltersPanel")
            and isinstance(control, QAbstractButton)
        )
        titlebar = type(control).__name__ in ("QDockWidgetTitleButton", "QWidget")
        popup = parent is not None and isinstance(parent.parentWidget(), QComboBox)
        in_view = isinstance(parent, QAbstractItemView) or popup
        if isinstance(control, CONTROLS) and not (
            inner or foreign or hidden_by_qt or titlebar or in_view
        ):
            found.append(control)
    return found


def nameless(widget: QWidget) -> list[str]:
    def name(control: QWidget) -> str:
        text = control.text() if isinstance(control, QAbstractButton) else ""
        return control.accessibleName() or text

    return [
        f"{type(control).__name__} {name(control)!r} tip {control.toolTip()!r}"
        for control in controls(widget)
        if not name(control)
        or (
            not (control.toolTip() or isinstance(control, QAbstractItemView))
            and control.isEnabled()
            and control.isVisibleTo(widget)
        )
    ]


# --- for everybody ---------------------------------------------------------------------------------


def test_every_control_of_the_dock_has_a_name_and_a_tooltip(desk: Desk) -> None:
    desk.dock.results.show_result(some_hits())
    assert len(controls(desk.dock)) >= 18
    assert nameless(desk.dock) == []


def test_every_control_of_the_dialogs_has_a_name_and_a_tooltip(desk: Desk) -> None:
    dialog = NewIndexDialog(desk.client, desk.settings, desk.project)
    dialog.show()
    assert nameless(dialog) == []
    dialog.reject()
    view = desk.canvas.mapSettings()
    catalogue = CatalogueDialog(desk.client, desk.settings, view, desk.project)
    catalogue.show()
    assert nameless(catalogue) == []
    catalogue.reject()
    page = OptionsPage(desk.client, desk.settings)
    assert nameless(page) == []


def test_the_cluster_of_the_options_makes_the_parts_of_builds(desk: Desk) -> None:
    assert NewIndexDialog(desk.client, desk.settings, desk.project).params.cluster is None
    page = OptionsPage(desk.client, desk.settings)
    page.cluster.setText(" tcp://host:8786 ")
    page.staging.setText("s3://bucket/prefix")
    page.apply()
    again = OptionsPage(desk.client, desk.settings)
    assert (again.cluster.text(), again.staging.text()) == ("tcp://host:8786", "s3://bucket/prefix")
    wanted = methods.Cluster("tcp://host:8786", staging="s3://bucket/prefix")
    assert NewIndexDialog(desk.client, desk.settings, desk.project).params.cluster == wanted
    again.cluster.clear()
    again.apply()
    assert desk.settings.build_cluster is None


def test_that_recordings_wait_for_the_plain_pause_is_remembered(desk: Desk) -> None:
    page = OptionsPage(desk.client, desk.settings)
    assert page.adaptive.isChecked()
    page.adaptive.setChecked(False)
    page.apply()
    try:
        assert Settings().adaptive_end is False
        assert not OptionsPage(desk.client, desk.settings).adaptive.isChecked()
    finally:
        Settings().adaptive_end = True


def test_windows_for_choosing_go_with_the_dock(desk: Desk) -> None:
    """Else they would stay when the plugin is unloaded."""
    desk.dock.speak._open()
    desk.dock.index_bar._open_another()
    found = desk.dock.findChildren(QFileDialog)
    assert len(found) == 2
    for dialog in found:
        dialog.reject()


def test_indexes_of_one_name_are_told_apart(qgis_app: object) -> None:
    settings = Settings()
    for folder in ("/a/city.scrl", "/b/city.scrl", "/b/town.scrl"):
        settings.remember_index(folder)
    bar = IndexBar(settings)
    texts = [bar.choice.itemText(row) for row in range(3)]
    assert texts == ["town", "city (b)", "city (a)"]


def test_the_arrow_that_folds_has_a_name(desk: Desk) -> None:
    arrow = desk.dock.filters.findChild(QToolButton, "collapseButton")
    assert arrow is not None
    assert arrow.accessibleName()
    assert arrow.toolTip()


def test_a_name_or_a_folder_that_cannot_be_is_told_while_it_is_written(desk: Desk) -> None:
    dialog = NewIndexDialog(desk.client, desk.settings, desk.project)
    dialog.sizes.set_sizes((100,))
    for name in ("x" * 300, "a/b", "..", ""):
        dialog.name.setText(name)
        assert dialog.problem
        assert dialog.estimate.text() == dialog.problem
        assert not dialog.build_button.isEnabled()
    dialog.name.setText("city")
    dialog.place.setFilePath("/" + "x" * 300)
    assert dialog.problem == ""
    wanted: list[object] = []
    dialog.build_wanted.connect(wanted.append)
    dialog.build_button.click()
    assert not wanted
    assert dialog.place.filePath() in dialog.estimate.text()
    dialog.reject()


def test_tab_reaches_every_control_that_can_be_used(desk: Desk) -> None:
    desk.dock.results.show_result(some_hits())
    desk.dock.speak.set_usable(True)
    desk.dock.filters.setCollapsed(False)
    QApplication.setActiveWindow(desk.iface.window)
    desk.dock.index_bar.choice.setFocus()
    reached: set[QWidget] = set()
    for _ in range(80):
        focus = QApplication.focusWidget()
        if focus is None or (focus in reached and focus is desk.dock.index_bar.choice):
            break
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    wanted = [
        desk.dock.speak.button,
        desk.dock.speak.microphone_button,
        desk.dock.speak.open_button,
        desk.dock.index_bar.new_button,
        desk.dock.filters.area,
        desk.dock.filters.hits,
        desk.dock.results.sort,
        desk.dock.results.least,
        desk.dock.results.list,
    ]
    missing = [w.accessibleName() for w in wanted if w not in reached]
    assert missing == []


@pytest.fixture
def speak(qgis_app: object) -> Iterator[SpeakPanel]:
    panel = SpeakPanel()
    panel.set_usable(True)
    panel.resize(360, 200)
    panel.show()
    yield panel
    panel.deleteLater()


def noted(panel: SpeakPanel) -> list[Any]:
    events: list[Any] = []
    panel.speak_wanted.connect(events.append)
    panel.stop_wanted.connect(lambda: events.append("stop"))
    return events


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_button_works_with_the_keyboard(speak: SpeakPanel, key: Qt.Key) -> None:
    events = noted(speak)
    QTest.keyClick(speak.button, key)
    assert events == [False]
    speak.begin_listening()
    QTest.keyClick(speak.button, key)
    assert events == [False, "stop"]


def test_a_click_speaks_and_a_second_one_stops(speak: SpeakPanel) -> None:
    events = noted(speak)
    QTest.mouseClick(speak.button, Qt.MouseButton.LeftButton)
    speak.begin_listening()
    QTest.mouseClick(speak.button, Qt.MouseButton.LeftButton)
    assert events == [False, "stop"]


@pytest.mark.parametrize("how", ["mouse", "space"])
def test_held_down_it_listens_until_it_is_let_go(speak: SpeakPanel, how: str) -> None:
    events = noted(speak)
    speak.speak_wanted.connect(lambda _hold: speak.begin_listening())
    if how == "mouse":
        QTest.mousePress(speak.button, Qt.MouseButton.LeftButton)
    else:
        QTest.keyPress(speak.button, Qt.Key.Key_Space)
    wait_until(lambda: events == [True], 5, "that it listens")
    if how == "mouse":
        QTest.mouseRelease(speak.button, Qt.MouseButton.LeftButton)
    else:
        QTest.keyRelease(speak.button, Qt.Key.Key_Space)
    assert events == [True, "stop"]
    speak.end_listening()
    QTest.mouseClick(speak.button, Qt.MouseButton.LeftButton)
    assert events == [True, "stop", False], "the next click is a click"


def test_while_it_listens_level_waveform_and_time_are_shown(speak: SpeakPanel) -> None:
    speak.begin_listening()
    assert not speak.open_button.isEnabled()
    speak.hear(LevelReport(-20.0, (0.4,), "waiting", 28.4))
    waiting = speak.waveform.accessibleDescription()
    speak.begin_listening()
    speak.hear(LevelReport(-20.0, (0.1, 0.4, 0.2), "speaking", 28.4))
    assert speak.waveform.peaks == (0.1, 0.4, 0.2)
    assert speak.time_left.text() == formatting.seconds(28)
    assert speak.waveform.accessibleDescription() not in ("", waiting), "of the same level"
    speak.set_usable(True)
    assert not speak.open_button.isEnabled(), "nothing else while it listens"
    question = AskedQuery(Query((AudioPart("/q.wav"),)), seconds=3.2, peaks=(0.1, 0.5))
    speak.end_listening(question)
    assert speak.play_button.isVisible()
    assert speak.time_left.text() == formatting.seconds(3.2, 1)


def test_microphones_can_be_chosen_and_a_missing_one_is_marked(speak: SpeakPanel) -> None:
    chosen: list[str] = []
    speak.microphone_chosen.connect(chosen.append)
    found = (Microphone(0, "default", True, 48_000), Microphone(3, "Headset", False, 16_000))
    speak.set_microphones(found, "Desk")
    default, headset, missing = [action.text() for action in speak._microphone_menu.actions()[:3]]
    assert default != "default", "ALSA's name for it tells nobody anything"
    assert headset == "Headset"
    assert missing.startswith("Desk ")
    speak._microphone_menu.actions()[1].trigger()
    assert chosen == ["Headset"]
    speak.set_microphones((), "")
    shown = [action.text() for action in speak._microphone_menu.actions() if action.isEnabled()]
    assert "Headset" not in shown
    assert speak._microphone_menu.actions()[1].text(), "it says that there is none"
    assert not speak._microphone_menu.actions()[1].isEnabled()


@pytest.mark.parametrize("state", list(DockState))
def test_each_state_has_its_own_sentence_and_next_step(qgis_app: object, state: DockState) -> None:
    banner = StatusBanner()
    banner.show_state(state)
    said = status_message(state)
    assert said.sentence
    assert said.next_step
    assert banner.accessibleName() == said.sentence
    others = {status_message(other).sentence for other in DockState if other is not state}
    assert said.sentence not in others


def test_a_long_sentence_wraps_and_is_seen_whole(qgis_app: object) -> None:
    banner = StatusBanner()
    long = "No microphone can be used because nothing is plugged in. " * 3
    banner.show_state(DockState.ERROR, StatusMessage(long, long, "Try again"))
    banner.resize(320, banner.heightForWidth(320))
    banner.show()
    let_pass(0.05)
    assert banner.button.width() < 200
    for label in (banner._sentence, banner._next_step):
        assert label.width() > 250, "the text has the width of the banner"
        assert label.height() >= label.heightForWidth(label.width())


# --- results ---------------------------------------------------------------------------------------


def test_without_results_there_is_nothing_to_sort_or_to_slide(qgis_app: object) -> None:
    panel = ResultsPanel(Settings())
    panel.show()
    assert panel.hint.isVisible()
    assert not panel.least.isVisible()
    panel.show_result(some_hits())
    assert not panel.hint.isVisible()
    assert panel.list.isVisible()


def test_the_threshold_of_the_engine_sets_the_slider(qgis_app: object) -> None:
    panel = ResultsPanel(Settings())
    panel.show_result(some_hits(), 0.6)
    assert [hit.rank for hit in panel.shown_hits()] == [1, 2, 3, 4]
    panel.show_result(some_hits(), None)
    assert len(panel.shown_hits()) == 6


def test_a_score_between_two_steps_of_the_slider_is_kept_exactly(qgis_app: object) -> None:
    panel = ResultsPanel(Settings())
    answer = some_hits()
    # Just above the fourth best: the list must hide it, as the layer does.
    least = sorted((hit.score for hit in answer.hits), reverse=True)[3] + 1e-5
    panel.show_result(answer, least)
    assert panel.least_score == least
    assert [hit.rank for hit in panel.shown_hits()] == [1, 2, 3]
    panel.least.setValue(panel.least.value() + 1)
    assert panel.least_score != least


def test_hidden_hits_are_told_and_shown_with_one_press(qgis_app: object) -> None:
    panel = ResultsPanel(Settings())
    panel.show()
    panel.show_result(some_hits(), 0.6)
    assert panel.hidden_button.isVisible()
    assert "2" in panel.hidden_button.text()
    QTest.keyClick(panel.hidden_button, Qt.Key.Key_Space)
    assert len(panel.shown_hits()) == 6
    assert not panel.hidden_button.isVisible()


def test_bars_of_calibrated_scores_mean_the_same_in_every_answer(qgis_app: object) -> None:
    panel = ResultsPanel(Settings())
    panel.show_result(some_hits())
    assert panel.list.painter.score_range == (0.0, 1.0)
    cosines = dataclasses.replace(some_hits(), default_min_score=0.0)
    panel.show_result(cosines)
    assert panel.list.painter.score_range == score_range(cosines)


def test_hits_are_read_out_in_full(qgis_app: object) -> None:
    panel = ResultsPanel(Settings())
    panel.show_result(some_hits())
    model = panel.list.hits
    text = model.data(model.index(0), int(Qt.ItemDataRole.AccessibleTextRole))
    day, score = formatting.day("2024-06-12"), formatting.number(0.9, 3)
    for part in ("1", score, "scene.tif", day, formatting.metres(200)):
        assert part in text
    model.set_distances({1: 1234.5})
    assert formatting.distance(1234.5) in model.details(some_hits().hits[0])


def test_what_was_understood_is_shown_and_escaped(qgis_app: object) -> None:
    panel = RecognisedPhrases()
    assert not panel.isVisibleTo(None)
    panel.show_phrases([Phrase("a <b>bridge</b> & river", 0.7), Phrase("a canal", 0.5)])
    assert "&lt;b&gt;" in panel.phrases.text()
    assert panel.phrases.accessibleDescription() == "a <b>bridge</b> & river, a canal"


def test_phrases_that_only_come_close_are_not_called_heard(qgis_app: object) -> None:
    panel = RecognisedPhrases()
    titles = []
    for likely in (True, False):
        for spoken in (True, False):
            panel.show_phrases([Phrase("seas", 0.6, likely)], spoken)
            titles.append(panel._title)
    assert titles == ["Heard as", "Understood as", "Closest known phrases", "Closest known phrases"]


# --- looks -----------------------------------------------------------------------------------------


def contrast(image: QImage) -> int:
    lightness = [
        image.pixelColor(x, y).lightness()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    ]
    return max(lightness) - min(lightness)


def distance_of_icon(button: QAbstractButton) -> float:
    """Return how far the lightness of an icon is from that of its ground."""
    icon = button.icon().pixmap(button.iconSize()).toImage()
    ground = button.window().grab().toImage().pixelColor(button.window().rect().bottomRight())
    ink = [
        icon.pixelColor(x, y).lightness()
        for x in range(icon.width())
        for y in range(icon.height())
        if icon.pixelColor(x, y).alpha() > 200
    ]
    assert ink
    return abs(sum(ink) / len(ink) - ground.lightness())


@pytest.mark.parametrize("theme", ["light", "dark palette", "dark style sheet"])
def test_icons_and_text_are_seen_in_any_theme(qgis_app: QApplication, theme: str) -> None:
    # Qt goes through a list of all widgets; Python must not collect some of them meanwhile, which
    # it may, as tests (unlike QGIS) make widgets without a parent.
    gc.collect()
    gc.disable()
    before, palette = qgis_app.styleSheet(), QApplication.palette()
    try:
        if theme == "dark palette":
            dark = QPalette(QColor("#2b2b2b"))
            QApplication.setPalette(dark)
        elif theme == "dark style sheet":
            qgis_app.setStyleSheet("QWidget { color: #c0c0c0; background-color: #323232; }")
        panel = SpeakPanel()
        panel.set_usable(True)
        panel.resize(360, 120)
        panel.show()
        let_pass(0.05)
        for button in (panel.microphone_button, panel.open_button):
            assert distance_of_icon(button) > 80, theme
        banner = StatusBanner()
        banner.show_state(DockState.ERROR)
        banner.resize(300, 90)
        banner.show()
        let_pass(0.05)
        assert contrast(banner.grab().toImage().copy(40, 0, 200, 80)) > 60
        panel.deleteLater()
        banner.deleteLater()
    finally:
        qgis_app.setStyleSheet(before)
        QApplication.setPalette(palette)
        gc.enable()


@pytest.mark.parametrize("theme", ["light", "dark palette", "dark style sheet"])
def test_the_arrow_of_a_folded_box_is_seen_in_any_theme(qgis_app: QApplication, theme: str) -> None:
    gc.collect()
    gc.disable()  # See above.
    before, palette = qgis_app.styleSheet(), QApplication.palette()
    try:
        if theme == "dark palette":
            QApplication.setPalette(QPalette(QColor("#2b2b2b")))
        elif theme == "dark style sheet":
            qgis_app.setStyleSheet("QWidget { color: #c0c0c0; background-color: #323232; }")
        panel = FiltersPanel(Settings())
        panel.show()
        let_pass(0.05)
        arrow = panel.findChild(QToolButton, "collapseButton")
        assert arrow is not None
        for folded in (True, False, True):
            panel.setCollapsed(folded)
            let_pass(0.05)
            assert distance_of_icon(arrow) > 80, (theme, folded)
        panel.end()
        panel.deleteLater()
    finally:
        qgis_app.setStyleSheet(before)
        QApplication.setPalette(palette)
        gc.enable()


def test_unfolded_it_shows_the_layers_only_where_one_is_to_be_chosen(qgis_app: object) -> None:
    panel = FiltersPanel(Settings())
    panel.show()
    let_pass(0.05)
    panel.setCollapsed(False)
    let_pass(0.05)
    assert panel.area.isVisible()
    assert not panel.layer.isVisible()
    panel.area.setCurrentIndex(panel.area.findData("layer"))
    panel.setCollapsed(True)
    panel.setCollapsed(False)
    assert panel.layer.isVisible()
    panel.end()


def test_a_long_name_of_a_layer_does_not_widen_the_dock(desk: Desk) -> None:
    panel = desk.dock.filters
    desk.dock.setFloating(True)
    desk.dock.resize(1, 700)
    let_pass(0.1)
    scroll = desk.dock.widget().horizontalScrollBar()
    assert scroll.maximum() == 0
    layer = polygons("Districts of the whole country in the year 2015, second version " * 2)
    desk.project.addMapLayer(layer)
    panel.area.setCurrentIndex(panel.area.findData("layer"))
    panel.layer.setLayer(layer)
    let_pass(0.1)
    assert scroll.maximum() == 0
    assert panel.title().endswith("\u2026")
    assert panel.full_title.startswith(panel.title()[:-1])
    assert layer.name() in panel.toolTip()
    panel.setCollapsed(False)
    let_pass(0.1)
    assert scroll.maximum() == 0
    assert panel.full_title.endswith(layer.name())
    layer.setName("Districts")
    panel.area.setCurrentIndex(0)
    desk.dock.resize(600, 700)
    let_pass(0.1)
    assert panel.title() == panel.full_title
    assert panel.title().endswith(panel.area.currentText())


def wheel(widget: QWidget) -> bool:
    """Turn the wheel by one step, with the mouse over a widget; says whether it keeps it for itself."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, QPointF(widget.mapToGlobal(middle.toPoint())), QPoint(0, 0), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    return bool(event.isAccepted())


def test_scrolling_through_the_dock_changes_nothing_in_it(desk: Desk) -> None:
    for folder in ("/indexes/a.scrl", "/indexes/b.scrl"):
        desk.settings.remember_index(folder)
    desk.dock.index_bar.fill()
    desk.dock.results.show_result(some_hits())
    desk.dock.filters.setCollapsed(False)
    let_pass(0.1)
    controls = (
        (desk.dock.index_bar.choice, lambda: desk.dock.index_bar.choice.currentIndex()),
        (desk.dock.filters.area, lambda: desk.dock.filters.area.currentIndex()),
        (desk.dock.filters.hits, lambda: desk.dock.filters.hits.value()),
        (desk.dock.results.sort, lambda: desk.dock.results.sort.currentIndex()),
        (desk.dock.results.least, lambda: desk.dock.results.least.value()),
    )
    desk.dock.results.least.setValue(100)
    QApplication.setActiveWindow(desk.iface.window)
    for control, value in controls:
        desk.dock.results.list.setFocus()
        before = value()
        assert not wheel(control), control.accessibleName()
        assert value() == before
    desk.dock.filters.hits.setFocus()
    assert wheel(desk.dock.filters.hits), "it has been clicked: now it is meant"


def test_in_a_narrow_dock_the_number_of_places_is_seen_whole(desk: Desk) -> None:
    desk.dock.results.show_result(some_hits(count=1000), 0.6)
    desk.dock.setFloating(True)
    desk.dock.resize(1, 700)
    let_pass(0.1)
    count = desk.dock.results.count
    assert formatting.number(1000) in count.text()
    assert count.width() >= count.sizeHint().width()
    assert desk.dock.widget().horizontalScrollBar().maximum() == 0


def test_nothing_is_scrolled_while_the_list_could_be_shorter(desk: Desk) -> None:
    """Labels that wrap at the narrowest width take no room in a wider dock."""
    dock = desk.dock
    dock.results.show_result(some_hits(count=12), 0.0)
    dock.recognised_phrases.show_phrases(
        [Phrase(f"a phrase of several words, {number}", 0.9) for number in range(5)]
    )
    dock.results.set_repeatable(True)
    dock.banner.show_state(DockState.RESULTS, StatusMessage("6 places found.", "Some words. " * 12))
    dock.demo_bar.show_questions("Some words. " * 12)
    dock.setFloating(True)
    scroll, hits = dock.widget(), dock.results.list
    for height in range(500, 1300, 50):
        dock.resize(700, height)
        let_pass(0.1)
        spare = hits.height() - hits.minimumHeight()
        assert scroll.verticalScrollBar().maximum() == 0 or spare <= 2, (height, spare)
    assert spare > 2, "in a high dock it takes the room"


def test_the_set_up_needs_no_more_room_than_it_has_to_show(desk: Desk) -> None:
    desk.dock.setFloating(True)
    desk.dock.resize(1, 700)
    desk.dock._pages.setCurrentWidget(desk.dock.setup)
    let_pass(0.1)
    scroll = desk.dock.widget()
    assert scroll.verticalScrollBar().maximum() == 0
    assert scroll.horizontalScrollBar().maximum() == 0
    desk.dock._pages.setCurrentIndex(0)
    desk.dock.resize(1, 300)
    let_pass(0.1)
    assert scroll.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_control_can_be_reached_in_a_small_window(
    qgis_app: object, scale: int, language: str
) -> None:
    """900 x 600 pixels, also with letters twice as large; with all that the dock shows at times."""
    before = QApplication.font()
    larger = QFont(before)
    larger.setPointSizeF(before.pointSizeF() * scale)
    QApplication.setFont(larger)
    install_translator(language)
    try:
        desk = Desk(EngineClient(command=no_engine))
        dock, window = desk.dock, desk.iface.window
        window.resize(900, 600)
        dock._pages.setCurrentIndex(0)
        dock.results.show_result(some_hits(), 0.6)
        dock.recognised_phrases.show_phrases(some_hits().understood)
        parts = (TextPart("several white storage tanks"), TextPart("a river", -0.5))
        dock.chips.show_question(AskedQuery(Query(parts)), True)
        dock.filters.setCollapsed(False)
        dock.demo_bar.show_questions("Three questions to begin with")
        dock.tour.begin()
        dock.banner.show_state(DockState.ERROR)
        window.resizeDocks([dock], [1], Qt.Orientation.Horizontal)
        let_pass(0.3)
        scroll = dock.widget()
        assert window.width() == 900, "nothing makes the window wider"
        assert scroll.horizontalScrollBar().maximum() == 0
        shown = [c for c in controls(dock) if c.isVisible() and scroll.isAncestorOf(c)]
        assert len(shown) >= 25
        for control in shown:
            top = control.mapTo(scroll.widget(), QPoint(0, 0)).y()
            scroll.verticalScrollBar().setValue(top)
            corner = control.mapTo(scroll.viewport(), QPoint(0, 0))
            seen = scroll.viewport().rect().intersected(QRect(corner, control.size()))
            assert seen.size() == control.size(), (control.accessibleName(), corner)
        desk.clear()
    finally:
        QApplication.setFont(before)
        install_translator("en")


SCALED = """
import json, sys
from qgis.testing import start_app
app = start_app()
from tests.plugin.test_dock_parts import scaled_report
print("REPORT" + json.dumps(scaled_report(sys.argv[1])))
"""


def scaled_report(picture: str) -> dict[str, Any]:
    """Runs in a process of its own, with ``QT_SCALE_FACTOR``."""
    desk = Desk(EngineClient(command=no_engine))
    desk.dock.results.show_result(some_hits(), 0.6)
    desk.dock.index_bar.choice.addItem("a voice index with quite a long name")
    desk.dock.setFloating(True)
    desk.dock.resize(340, 760)
    let_pass(0.2)
    page = desk.dock.widget().widget()
    cut = [
        f"{type(c).__name__} {c.accessibleName()}"
        for c in controls(desk.dock)
        if c.isVisible()
        and isinstance(c, (QAbstractButton, QComboBox))
        and (c.mapTo(page, c.rect().bottomRight()).x() > page.width())
    ]
    desk.dock.grab().save(picture)
    report = {"ratio": desk.dock.devicePixelRatioF(), "cut": cut, "width": page.width()}
    report["wide"] = sorted(
        (w.minimumSizeHint().width(), type(w).__name__, w.accessibleName())
        for w in page.children()
        if isinstance(w, QWidget)
    )[-3:]
    report["scrolls"] = desk.dock.widget().horizontalScrollBar().maximum()
    return report


@pytest.mark.parametrize("factor", ["1", "1.25", "2"])
def test_nothing_is_cut_off_at_any_scaling(qgis_app: object, factor: str, tmp_path: Path) -> None:
    import os

    picture = tmp_path / "dock.png"
    run = subprocess.run(
        [sys.executable, "-c", SCALED, str(picture)],
        cwd=ROOT,
        env={**os.environ, "QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert "REPORT" in run.stdout, run.stderr[-2000:]
    report = json.loads(run.stdout.partition("REPORT")[2].splitlines()[0])
    assert report["ratio"] == pytest.approx(float(factor))
    assert report["cut"] == []
    assert report["scrolls"] == 0, report["wide"]
    assert QImage(str(picture)).width() >= 330 * float(factor)


def test_every_icon_is_there(qgis_app: object) -> None:
    widget = QWidget()
    for path in Path(theme.icon_path("icon")).parent.glob("*.svg"):
        icon = theme.themed_icon(path.stem, widget)
        assert not icon.pixmap(24, 24).isNull(), path
        assert contrast(icon.pixmap(24, 24).toImage()) >= 0


# --- words -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", PRESETS)
def test_every_ground_size_is_explained(size: float) -> None:
    assert examples(size) != examples(size * 4)


def test_ground_sizes_are_suggested_until_the_user_has_chosen(qgis_app: object) -> None:
    sizes = GroundSizes()
    sizes.suggest(200)
    assert sizes.sizes == (200,)
    sizes.suggest(30)
    assert sizes.sizes == (30,), "another suggestion replaces the first"
    sizes.set_sizes((50, 500))
    sizes.suggest(100)
    assert sizes.sizes == (50, 500), "what the user has chosen stays"
    items = [sizes.list.item(row) for row in range(sizes.list.count())]
    metres = [float(item.data(Qt.ItemDataRole.UserRole)) for item in items]
    assert metres == sorted(metres)
    names = {size: item.text() for size, item in zip(metres, items, strict=True)}
    assert all(text.startswith(formatting.metres(size)) for size, text in names.items())
    marked = [size for size, text in names.items() if not text.endswith(examples(size))]
    assert marked == [100], "the suggested one is marked"


@pytest.fixture
def locale(request: pytest.FixtureRequest) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize("locale", ["en_US"], indirect=True)
def test_numbers_are_written_as_people_write_them(locale: None) -> None:
    assert formatting.number(12345) == "12,345"
    assert formatting.number(0.5) == "0.5"
    assert formatting.number(200.0) == "200"
    assert formatting.percent(0.25) == "25%"
    assert formatting.size(306_000) == "306 kB"
    assert formatting.size(2_650_000_000) == "2.6 GB"
    assert [formatting.duration(s) for s in (0.2, 45, 200, 8000)] == [
        "1 s",
        "45 s",
        "3 min",
        "2 h 13 min",
    ]
    assert formatting.distance(141.4) == "141 m"
    assert formatting.distance(1234) == "1.2 km"
    assert formatting.distance(1_234_567) == "1,235 km"
    assert formatting.bounds(-70.5, -33.2, 3, 4) == "70.5000°W to 3.0000°E, 33.2000°S to 4.0000°N"
    report = ProgressReport(Stage.EMBEDDING_TILES, Unit.TILE, 120, 4000, 190.2, 20.4)
    assert formatting.progress(report) == "Embedding tiles: 120 of 4,000 · 190/s · 20 s left"


@pytest.mark.parametrize("locale", ["en_US"], indirect=True)
def test_dates_are_written_with_the_whole_year(locale: None) -> None:
    assert formatting.day("2024-06-12") == "6/12/2024"
    assert formatting.day(None) == ""
    assert formatting.days("2015-01-01", "2019-12-31") == "1/1/2015 to 12/31/2019"
    assert formatting.days("2015-01-01", "2015-01-01") == "1/1/2015"
    assert formatting.days(None, None) not in ("", "None")
    assert formatting.years("2015-01-01", "2019-12-31") == "2015 to 2019"
    assert formatting.years("2015-01-01", None) == ""
    assert formatting.moment("2026-11-25T14:03:22") == "11/25/2026, 2:03 PM"


@pytest.mark.parametrize("locale", ["de_DE"], indirect=True)
def test_numbers_and_dates_follow_the_locale(locale: None) -> None:
    assert formatting.number(12345.5, 1) == "12.345,5"
    assert formatting.size(2_650_000_000) == "2,6 GB"
    assert formatting.distance(1234) == "1,2 km"
    assert formatting.day("2024-06-12") == "12.06.2024"
    assert formatting.clock_time("2026-11-25T14:03:22") == "14:03"


def test_no_advice_of_the_dock_names_the_command_line() -> None:
    assert set(texts.FAILURES) >= methods.FAILURES
    for code, failure in texts.FAILURES.items():
        assert "python -m" not in failure.dock, code
        assert "--" not in failure.dock, code


def test_without_an_engine_the_dock_says_what_to_do(desk: Desk) -> None:
    wait_until(lambda: desk.dock.state is DockState.ERROR, 10)
    assert desk.failure == "engine-not-running"
    assert desk.told == [EngineError("engine-missing").text]
    assert desk.dock.banner.button.isVisible()
    assert interface().window.isVisible()
