"""Everything can be read (WCAG 2.2 AA, measured in pictures of the real dock), and nothing is told by colour alone."""

from __future__ import annotations

import contextlib
import gc
import itertools
from collections.abc import Iterator

import pytest

pytest.importorskip("qgis.core", reason="needs QGIS's Python (make setup-qgis)")

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from qgis_scrl.contract import Query, TextPart
from qgis_scrl.dock.dialogs.changes_dialog import ChangesDialog
from qgis_scrl.dock.dialogs.explore_dialog import ExploreDialog
from qgis_scrl.dock.dialogs.new_index_dialog import NewIndexDialog
from qgis_scrl.dock.dialogs.notes_dialog import NotesDialog
from qgis_scrl.dock.dialogs.saved_searches_dialog import SavedSearchesDialog
from qgis_scrl.dock.widgets import theme
from qgis_scrl.dock.widgets.question_chips import Chip
from qgis_scrl.dock.widgets.status_banner import DockState
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.history import AskedQuery
from qgis_scrl.layers import groups, score_map
from qgis_scrl.options_page import OptionsPage
from tests.support.colours import (
    COLOUR_BLINDNESS,
    contrast,
    difference,
    lab,
    linear,
    seen_with,
    text_contrast,
)
from tests.support.desk import Desk, no_engine
from tests.support.events import let_pass
from tests.support.layers import some_hits

TEXT, LARGE_OR_ICON = 4.5, 3.0
THEMES = ("default", "Night Mapping")
#: Its own text has a contrast of 4.0 with its ground; what is drawn on that can be seen all the same.
MORE_THEMES = (*THEMES, "Blend of Gray")


@pytest.fixture(params=THEMES)
def themed_desk(qgis_app: QgsApplication, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """A desk in a theme in which QGIS's own text can be read, with something everywhere."""
    with desk_in(qgis_app, request.param) as desk:
        yield desk


@pytest.fixture(params=MORE_THEMES)
def any_desk(qgis_app: QgsApplication, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """A desk in any of QGIS's themes."""
    with desk_in(qgis_app, request.param) as desk:
        yield desk


@contextlib.contextmanager
def desk_in(qgis_app: QgsApplication, name: str) -> Iterator[Desk]:
    """Make a desk in one of QGIS's themes."""
    # Qt goes through a list of all widgets; Python must not collect some of them meanwhile.
    gc.collect()
    gc.disable()
    before, palette = qgis_app.styleSheet(), QApplication.palette()
    try:
        assert name in QgsApplication.uiThemes()
        QgsApplication.setUITheme(name)
        desk = Desk(EngineClient(command=no_engine))
        dock = desk.dock
        dock._pages.setCurrentIndex(0)
        dock.setFloating(True)
        dock.resize(380, 1100)
        yield desk
        desk.clear()
    finally:
        qgis_app.setStyleSheet(before)
        QApplication.setPalette(palette)
        gc.enable()


def unreadable(window: QWidget) -> list[str]:
    """Return what is written, or drawn as an icon, with too little contrast; what is disabled need not be read."""
    let_pass(0.1)
    found = []
    image = window.grab().toImage()
    plain = of_a_plain_button()
    for part in window.findChildren(QWidget):
        kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox)
        if not (part.isVisible() and part.isEnabled() and isinstance(part, kinds)):
            continue
        foreign = ("QgsFilterLineEdit", "QgsFileWidget")
        if type(part).__name__ in foreign or type(part.parent()).__name__ in foreign:
            continue  # QGIS's own.
        in_style_sheet = bool(QApplication.instance().styleSheet())
        if isinstance(part, QComboBox) and in_style_sheet:
            continue  # QGIS's theme "Night Mapping" gives every combo box 3.7 to 4.1.
        if part.objectName().startswith("qt_") or isinstance(part.parent(), QComboBox):
            continue
        text = part.currentText() if isinstance(part, QComboBox) else part.text()
        if isinstance(part, QLineEdit) and not text:
            text = part.placeholderText()
        needed = TEXT if text else LARGE_OR_ICON
        if isinstance(part, QPushButton) and plain < needed:
            needed = 0.95 * plain  # "Night Mapping" of QGIS 3.40 gives its buttons 3.4.
        if not text and not (isinstance(part, QAbstractButton) and not part.icon().isNull()):
            continue
        corner = part.mapTo(window, part.rect().topLeft())
        # Without its frame, which is no text.
        shown = part.rect().translated(corner).adjusted(4, 3, -4, -3)
        shown = shown.intersected(part.visibleRegion().boundingRect().translated(corner))
        if shown.width() < 4 or shown.height() < 4:
            continue
        measured = text_contrast(image.copy(shown))
        if measured < needed:
            found.append(
                f"{type(part).__name__} {text!r} {part.accessibleName()!r}: {measured:.2f}"
            )
    return found


def of_a_plain_button() -> float:
    """Return the contrast that QGIS's theme gives to every button."""
    button = QPushButton("Cancel")
    button.show()
    let_pass(0.1)
    return text_contrast(button.grab(button.rect().adjusted(4, 3, -4, -3)).toImage())


def test_the_dock_can_be_read_in_every_state(themed_desk: Desk) -> None:
    dock = themed_desk.dock
    dock.speak.set_usable(True)
    dock.speak.set_typable("")
    dock.filters.setCollapsed(False)
    dock.tour.begin()
    for state in DockState:
        if state is DockState.RESULTS:
            dock.results.show_result(some_hits(), 0.6)
            dock.chips.show_question(AskedQuery(Query((TextPart("white storage tanks"),))), True)
            dock.demo_bar.show_questions("Three questions")
        dock.banner.show_state(state)
        found = unreadable(dock)
        assert not found, (state, found)


def test_the_dialogs_can_be_read(themed_desk: Desk) -> None:
    desk = themed_desk
    for dialog in (
        NewIndexDialog(desk.client, desk.settings, desk.project),
        ExploreDialog("/imagery/city.scrl"),
        ChangesDialog("/imagery/city.scrl", ()),
        SavedSearchesDialog("/imagery/city.scrl"),
        NotesDialog("Ada"),
        OptionsPage(desk.client, desk.settings),
    ):
        dialog.show()
        found = unreadable(dialog)
        dialog.close()
        dialog.deleteLater()
        assert not found, (type(dialog).__name__, found)


def test_text_on_the_plugins_own_colours_can_be_read() -> None:
    white = QColor("white")
    for ground in (theme.ACCENT, theme.ACCENT_HOVER, theme.LISTENING, theme.LISTENING_HOVER):
        assert contrast(white, ground) >= TEXT, ground.name()


SIGNALS = (theme.SCORE, theme.SPEECH, theme.GOOD, theme.WARNING)


@pytest.mark.parametrize(
    "ground", ["#ffffff", "#efefef", "#b2b2b2", "#727272", "#323232", "#000000"]
)
def test_a_signal_is_fitted_to_any_ground_and_keeps_its_hue(ground: str) -> None:
    for colour in SIGNALS:
        tint = theme.mixed(QColor(ground), colour, 0.14)
        found = theme.seen(colour, QColor(ground), tint)
        assert contrast(found, QColor(ground)) >= LARGE_OR_ICON, (colour.name(), ground)
        assert contrast(found, tint) >= LARGE_OR_ICON, (colour.name(), ground)
        assert theme.contrast(found, tint) == pytest.approx(contrast(found, tint))
        if found.hsvSaturation() > 40:
            turned = abs(found.hsvHue() - colour.hsvHue())
            assert min(turned, 360 - turned) <= 5


def middle(part: QWidget, window: QWidget) -> tuple[int, int]:
    """Return the left edge and the middle of the height of a part, in its window."""
    corner = part.mapTo(window, part.rect().topLeft())
    return corner.x(), corner.y() + part.height() // 2


@pytest.mark.parametrize("state", list(DockState))
def test_the_strip_of_each_state_is_seen(any_desk: Desk, state: DockState) -> None:
    dock = any_desk.dock
    dock.banner.show_state(state)
    let_pass(0.1)
    image = dock.grab().toImage()
    left, y = middle(dock.banner, dock)
    outside, strip, tint = (image.pixelColor(left + x, y) for x in (-3, 1, 7))
    assert contrast(strip, outside) >= LARGE_OR_ICON - 0.05, (strip.name(), outside.name())
    assert contrast(strip, tint) >= LARGE_OR_ICON - 0.05, (strip.name(), tint.name())


def test_bars_of_scores_and_their_details_are_seen(any_desk: Desk) -> None:
    desk = any_desk
    desk.dock.results.show_result(some_hits(), 0.0)
    let_pass(0.1)
    hits = desk.dock.results.list
    image = hits.viewport().grab().toImage()
    # The second row: the first may have the focus.
    row = hits.visualRect(hits.model().index(1, 0))
    words = image.copy(row.adjusted(row.height() + 4, row.height() // 3, -60, -4))
    assert text_contrast(words) >= TEXT
    line = row.top() + row.height() // 6
    colours = [image.pixelColor(x, line + 2) for x in range(row.width() // 3, row.width())]
    bar = [c for c in colours if c.hsvSaturation() > 90]
    ground = image.pixelColor(row.right() - 2, row.top() + 2)
    assert len(bar) > 20
    assert contrast(bar[len(bar) // 2], ground) >= LARGE_OR_ICON
    empty = [c for c in colours if c.hsvSaturation() < 40 and contrast(c, ground) > 1.15]
    assert empty
    assert contrast(bar[len(bar) // 2], empty[0]) >= LARGE_OR_ICON - 0.05


def test_the_edge_of_a_part_of_the_question_is_seen(any_desk: Desk) -> None:
    dock = any_desk.dock
    parts = (TextPart("storage tanks"), TextPart("a river", -0.5))
    dock.chips.show_question(AskedQuery(Query(parts)), True)
    let_pass(0.1)
    image = dock.grab().toImage()
    chips = dock.chips.findChildren(Chip)
    assert len(chips) == 2
    for chip in chips:
        left, y = middle(chip, dock)
        outside, inside = image.pixelColor(left - 2, y), image.pixelColor(left + 4, y)
        edge = max(
            (image.pixelColor(left + x, y) for x in (0, 1)), key=lambda c: contrast(c, outside)
        )
        # Smoothing takes a little of a line of one pixel.
        assert contrast(edge, outside) >= LARGE_OR_ICON - 0.3, (edge.name(), outside.name())
        assert contrast(edge, inside) >= LARGE_OR_ICON - 0.3


# --- colour alone ------------------------------------------------------------------------------------


@pytest.mark.parametrize("sight", ["any", *COLOUR_BLINDNESS])
def test_a_map_of_scores_can_be_ordered_with_any_colour_vision(sight: str) -> None:
    colours = [linear(QColor(name)) for name in score_map._COLOURS]
    if sight != "any":
        colours = [seen_with(colour, sight) for colour in colours]
    light = [lab(colour)[0] for colour in colours]
    assert light == sorted(light)
    for one, other in itertools.pairwise(colours):
        assert difference(one, other) >= 15
        assert lab(other)[0] - lab(one)[0] >= 8


@pytest.mark.parametrize("sight", ["any", *COLOUR_BLINDNESS])
def test_groups_can_be_told_apart_with_any_colour_vision(sight: str) -> None:
    colours = [linear(QColor(name)) for name in groups.COLOURS]
    if sight != "any":
        colours = [seen_with(colour, sight) for colour in colours]
    assert min(difference(*pair) for pair in itertools.combinations(colours, 2)) >= 18


@pytest.mark.parametrize("sight", COLOUR_BLINDNESS)
def test_outlines_of_hits_are_ordered_by_lightness_too(sight: str) -> None:
    from tools.make_styles import COLOURS

    light = [lab(seen_with(linear(QColor(name)), sight))[0] for name in COLOURS]
    assert light == sorted(light, reverse=True), "and by their width"
