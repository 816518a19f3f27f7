"""German is 30 to 40 percent longer than English: with texts as long nothing is cut, and nothing too wide."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton, QWidget

from qgis_scrl import translation
from qgis_scrl.contract import (
    AudioPart,
    IndexedSource,
    IndexInfo,
    LevelReport,
    ProgressReport,
    Query,
    Stage,
    TextPart,
    TilePart,
    Unit,
    methods,
)
from qgis_scrl.dock.dialogs.catalogue_dialog import CatalogueDialog
from qgis_scrl.dock.dialogs.index_details_dialog import IndexDetailsDialog
from qgis_scrl.dock.dialogs.new_index_dialog import NewIndexDialog
from qgis_scrl.dock.widgets.status_banner import DockState
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.history import AskedQuery
from tests.support.desk import Desk, no_engine
from tests.support.events import let_pass
from tests.support.layers import some_hits

NARROW, NORMAL = 320, 420
NARROW_DIALOG = 520
#: A docked panel is seldom wider on a small screen.
WIDEST = 340
GROWTH = 0.4
#: To look at them: the folder that the pictures are put into.
PICTURES = os.environ.get("QGIS_SCRL_PICTURES", "")


class LongTexts(QTranslator):
    """Makes every word of the plugin's texts longer; fields and numbers stay."""

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(
        self, context: str, text: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str | None:
        if context != translation.CONTEXT:
            return None
        plural = text.replace("(s)", "s")
        return re.sub(r"\{[^}]*\}|%n|\w+", lambda found: _longer(found.group()), plural)


def _longer(word: str) -> str:
    if not word.isalpha() or len(word) < 3:
        return word
    # Rounded up: shorter words stay as they are.
    return word + word[: math.ceil(len(word) * GROWTH)].lower()


@pytest.fixture(autouse=True)
def long_texts(qgis_app: QApplication) -> Iterator[None]:
    translator = LongTexts()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def desk(long_texts: None) -> Iterator[Desk]:
    desk = Desk(EngineClient(command=no_engine))
    desk.dock.setFloating(True)
    yield desk
    desk.clear()


def catalogue_dialog(desk: Desk) -> CatalogueDialog:
    """Return the dialog with what a search has found."""
    dialog = CatalogueDialog(desk.client, desk.settings, desk.canvas.mapSettings(), desk.project)
    images = tuple(
        methods.CatalogueImage(
            f"S2B_32UNA_20240612_{number}_L2A", "sentinel-2-l2a", f"/vsicurl/http://x/{number}.tif",
            date(2024, 6, 12), 12.5, (), 123_456_789, 10.0,
        )
        for number in range(9)
    )  # fmt: skip
    dialog._on_found(methods.SearchCatalogueResult(images, 3, True, ("proprietary", "CC-BY-4.0")))
    return dialog


def an_index() -> IndexInfo:
    sources = tuple(
        IndexedSource(
            uri=f"/imagery/orthophotos/tile_{number}.tif", name=f"tile_{number}.tif", tiles=12_345,
            complete=number > 0, date=date(2024, 6, 12), pixel_size_m=0.2, crs="EPSG:25832",
            bounds=(6.9, 50.9, 7.0, 51.0),
        )
        for number in range(3)
    )  # fmt: skip
    return IndexInfo(
        path="/imagery/city.scrl", format_version=1, embedding_size=256, tiles=37_035, parts=3, bytes_on_disk=1_000_000_000,
        ground_sizes_m=(100.0, 200.0), overlap=0.0, bounds=(6.9, 50.9, 7.0, 51.0),
        since=date(2019, 6, 12), until=date(2024, 6, 12), complete=False, pending_tiles=1_234,
        model_matches=False, model_checksum="0123456789abcdef", sources=sources,
    )  # fmt: skip


def cut(widget: QWidget) -> list[str]:
    """Return the texts that do not fit into their widget, or that reach beyond the window."""
    found = []
    for part in widget.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, (QAbstractButton, QLabel)):
            continue
        if not part.text() or part.objectName().startswith("qt_"):
            continue
        wanted = part.sizeHint().width()
        if isinstance(part, QLabel) and part.wordWrap():
            fits = part.height() >= part.heightForWidth(part.width())
        elif type(part).__name__ in ("ElidedLabel", "SpeakButton"):
            fits = True
        else:
            fits = part.width() >= wanted
        right = part.mapTo(widget, part.rect().topRight()).x()
        if not fits or right >= widget.width():
            size = f"{part.width()} of {wanted}, up to {right} of {widget.width()}"
            found.append(f"{type(part).__name__} {part.text()!r}: {size}")
    return found


def look(widget: QWidget, name: str) -> None:
    """Wait until it is laid out, and keep a picture where somebody wants one.

    A text that arrives late makes its row higher with the next events: a slow machine
    has some time for that. What is still cut afterwards is the test's to tell.
    """
    let_pass(0.15)
    for _ in range(20):
        if not cut(widget):
            break
        let_pass(0.15)
    if PICTURES:
        widget.grab().save(str(Path(PICTURES) / f"{name}.png"))


def fill(desk: Desk) -> None:
    """Show as much in the dock as there can be at once."""
    dock = desk.dock
    dock.index_bar.choice.addItem("city", "/imagery/city.scrl")
    dock.index_bar.choice.setCurrentIndex(dock.index_bar.choice.count() - 1)
    dock.index_bar.show_info(an_index())
    dock.results.show_result(some_hits(count=12), 0.6)
    dock.results.show_kept(True)
    dock.recognised_phrases.show_phrases(some_hits().understood)
    sentence = "several large white storage tanks beside a wide river with a bridge"
    parts = (TextPart(sentence), AudioPart("/q.wav", -0.5), TilePart(1, weight=-1.0))
    dock.chips.show_question(AskedQuery(Query(parts)), True)


@pytest.mark.parametrize("width", [NARROW, NORMAL])
@pytest.mark.parametrize("state", list(DockState))
def test_in_every_state_the_dock_shows_long_texts_whole(
    desk: Desk, state: DockState, width: int
) -> None:
    fill(desk)
    desk.dock.banner.show_state(state)
    desk.dock.resize(width, 1200)
    look(desk.dock, f"dock-{state.value}-{width}")
    assert desk.dock.width() == width
    assert desk.dock.minimumSizeHint().width() <= WIDEST
    assert desk.dock.widget().horizontalScrollBar().maximum() == 0
    assert cut(desk.dock.widget().widget()) == []


@pytest.mark.parametrize("width", [NARROW, NORMAL])
def test_while_it_builds_and_listens_the_dock_shows_long_texts_whole(
    desk: Desk, width: int
) -> None:
    fill(desk)
    bar, speak = desk.dock.index_bar, desk.dock.speak
    bar.begin_build("city")
    report = ProgressReport(Stage.EMBEDDING_TILES, Unit.TILE, 12_000, 37_035, 190.2, 4000.0)
    bar.show_progress("A city with a long name", report)
    speak.set_usable(True)
    speak.begin_listening(testing=True)
    speak.hear(LevelReport(-20.0, (0.1, 0.4, 0.2), "speaking", 28.4))
    desk.dock.filters.setCollapsed(False)
    desk.dock.filters.area.setCurrentIndex(desk.dock.filters.area.findData("layer"))
    desk.dock.resize(width, 1200)
    look(desk.dock, f"dock-busy-{width}")
    assert desk.dock.widget().horizontalScrollBar().maximum() == 0
    assert cut(desk.dock.widget().widget()) == []


@pytest.mark.parametrize("width", [NARROW, NORMAL])
def test_the_set_up_shows_long_texts_whole(desk: Desk, width: int) -> None:
    setup = desk.dock.setup
    desk.dock._pages.setCurrentWidget(setup)
    # The buttons of all its states at once.
    for button in setup.findChildren(QAbstractButton):
        button.setVisible(True)
    desk.dock.resize(width, 1000)
    look(desk.dock, f"setup-{width}")
    assert desk.dock.minimumSizeHint().width() <= WIDEST
    assert desk.dock.widget().horizontalScrollBar().maximum() == 0
    assert cut(setup) == []


def test_the_dialogs_show_long_texts_whole(desk: Desk) -> None:
    for name, dialog in (
        ("new-index", NewIndexDialog(desk.client, desk.settings, desk.project)),
        ("add", NewIndexDialog(desk.client, desk.settings, desk.project, None, an_index())),
        ("details", IndexDetailsDialog(desk.client, an_index())),
        ("catalogue", catalogue_dialog(desk)),
    ):
        dialog.show()
        for arrow in dialog.findChildren(QToolButton, "collapseButton"):
            arrow.click()
        look(dialog, name)
        assert cut(dialog) == []
        assert dialog.minimumSizeHint().width() <= NARROW_DIALOG
        dialog.resize(NARROW_DIALOG, 800)
        look(dialog, f"{name}-narrow")
        assert cut(dialog) == []
        dialog.reject()
