"""What a voice index holds, without a question: groups of tiles that look alike, and tiles least like the rest."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ... import texts
from ...contract import OddTile, TileGroup, index_name, methods
from ...help import Topic
from ...translation import tr
from ..widgets import formatting, theme
from ..widgets.focus import focus_kept
from ..widgets.picture_list import PictureList
from .tiles_dialog import TilesDialog

#: As many as have a colour or a pattern of their own on the map.
MOST_GROUPS = 48
#: Pictures of a group; the engine finds as many typical tiles.
_EXAMPLES = 4


class ExploreDialog(TilesDialog):
    """Shows groups and oddities of a voice index; the map and the dock stay usable.

    Args:
        index: Folder of the voice index.

    Attributes:
        result: What is shown; None if nothing is.

    Signals:
        explore_wanted(): Group the tiles, as :attr:`groups` and :attr:`in_view` say.
        cancel_wanted(): Stop that.
        group_asked(object): Search for places like this :class:`TileGroup`.
        alike_wanted(object): Search for places like this :class:`OddTile`.
        place_shown(object, bool): Show this :class:`OddTile` on the map; zoom close to it if the second is True.
        layers_wanted(): Add groups and oddities to the map.
    """

    topic = Topic.EXPLORING

    explore_wanted = pyqtSignal()
    cancel_wanted = pyqtSignal()
    group_asked = pyqtSignal(object)
    alike_wanted = pyqtSignal(object)
    place_shown = pyqtSignal(object, bool)
    layers_wanted = pyqtSignal()

    result: methods.ExploreIndexResult | None

    def __init__(self, index: str, parent: QWidget | None = None) -> None:
        super().__init__(index, parent)
        self.setWindowTitle(tr("What is in {name}?").format(name=index_name(index)))

        self.groups = QSpinBox()
        self.groups.setRange(1, MOST_GROUPS)
        self.groups.setValue(methods.ExploreIndexParams.groups)
        self.groups.setToolTip(tr("Into how many groups the tiles are divided, at most"))
        self.groups.setAccessibleName(tr("Number of groups"))
        label = QLabel(tr("&Groups:"))
        label.setBuddy(self.groups)
        self.in_view = QCheckBox(tr("Only what the map shows"))
        self.in_view.setToolTip(tr("Look only at tiles in the current extent of the map"))
        self.explore_button = theme.button(
            tr("Group again"),
            tr("Group the tiles anew with these settings"),
            self.explore_wanted.emit,
        )
        self.cancel_button = theme.button(
            tr("Cancel"),
            tr("Stop comparing tiles"),
            self.cancel_wanted.emit,
            name=tr("Stop comparing tiles"),
        )

        self.group_list = PictureList(tr("Groups of tiles that look alike"), _EXAMPLES)
        self.ask_button = theme.button(
            tr("Search for this group"),
            tr("Search for places that look like the selected group (Enter)"),
            self._ask_group,
            icon="like-this",
        )
        self.odd_list = PictureList(tr("Places least like the rest"), 1)
        self.zoom_button = theme.button(
            tr("Zoom to place"),
            tr("Zoom the map to the selected place (Enter)"),
            self._zoom,
        )
        self.alike_button = theme.button(
            tr("More like this"),
            tr("Search for places that look like the selected one"),
            self._ask_alike,
            icon="like-this",
        )
        self.tabs = QTabWidget()
        self.tabs.addTab(_page(self.group_list, self.ask_button), tr("Groups"))
        self.tabs.addTab(
            _page(self.odd_list, self.zoom_button, self.alike_button), tr("Least like the rest")
        )
        self.tabs.setTabToolTip(0, tr("Tiles that look alike, the largest group first"))
        self.tabs.setTabToolTip(1, tr("Tiles that look like no other, the oddest first"))
        self.layers_button = theme.button(
            tr("Add as layers"),
            tr(
                "Add the tiles with a colour for each group, and those least like the rest, to the map"
            ),
            self.layers_wanted.emit,
            icon="add-layers",
        )

        settings = theme.pack(
            QHBoxLayout(), label, self.groups, self.in_view, self.explore_button,
            self.cancel_button, wide=self.in_view,
        )  # fmt: skip
        bottom = theme.pack(QHBoxLayout(), self.layers_button, self.close_box, wide=self.close_box)
        theme.pack(
            QVBoxLayout(self), settings, self.busy, self.status, self.tabs, bottom,
            wide=self.tabs, margin=None,
        )  # fmt: skip
        self.group_list.itemSelectionChanged.connect(self._enable)
        self.group_list.itemActivated.connect(lambda _item: self._ask_group())
        self.odd_list.itemSelectionChanged.connect(self._on_odd_selected)
        self.odd_list.itemActivated.connect(lambda _item: self._zoom())
        self._enable()
        self.resize(self.fontMetrics().size(0, "x" * 76 + "\n" * 30))

    def show_result(self, result: methods.ExploreIndexResult) -> None:
        """Show groups and oddities."""
        self.result = result
        self.group_list.set_rows(
            [
                (_group_text(g), _group_description(g), [t.tile_id for t in g.examples])
                for g in result.groups
            ]
        )
        self.odd_list.set_rows(
            [(_odd_text(o), _odd_description(o), [o.tile_id]) for o in result.oddities]
        )
        self.group_list.setCurrentRow(0)
        lines = [
            tr("%n tile(s) in {groups}.", n=result.searched).format(
                groups=tr("%n group(s)", n=len(result.groups))
            ),
            *(texts.note(note) for note in result.notes),
        ]
        self.end(" ".join(lines))

    def wanted_pictures(self) -> list[int]:
        """Return the tiles that have no picture yet, those of each group's most typical tile first."""
        return list(dict.fromkeys((*self.group_list.missing, *self.odd_list.missing)))

    def set_picture(self, tile_id: int, image: QImage) -> None:
        """Show the picture of a tile; an empty one stands for a tile whose raster is gone."""
        for each in (self.group_list, self.odd_list):
            each.set_picture(tile_id, image)

    def _enable(self) -> None:
        with focus_kept(self, self.tabs.currentWidget().focusProxy()):
            free = not self._is_busy
            self.busy.setVisible(not free)
            self.cancel_button.setVisible(not free)
            self.explore_button.setVisible(free)
            self.ask_button.setEnabled(bool(self.group_list.selectedItems()))
            chosen = bool(self.odd_list.selectedItems())
            self.zoom_button.setEnabled(chosen)
            self.alike_button.setEnabled(chosen)
            self.layers_button.setEnabled(free and self.result is not None)

    def _group(self) -> TileGroup | None:
        row = self.group_list.selected_row
        return self.result.groups[row] if self.result is not None and row >= 0 else None

    def _oddity(self) -> OddTile | None:
        row = self.odd_list.selected_row
        return self.result.oddities[row] if self.result is not None and row >= 0 else None

    def _ask_group(self) -> None:
        group = self._group()
        if group is not None:
            self.group_asked.emit(group)

    def _ask_alike(self) -> None:
        oddity = self._oddity()
        if oddity is not None:
            self.alike_wanted.emit(oddity)

    def _on_odd_selected(self) -> None:
        self._enable()
        self._show_timer.start()

    def _show_place(self) -> None:
        oddity = self._oddity()
        if oddity is not None:
            self.place_shown.emit(oddity, False)

    def _zoom(self) -> None:
        self._show_timer.stop()
        oddity = self._oddity()
        if oddity is not None:
            self.place_shown.emit(oddity, True)


def _page(content: QWidget, *buttons: QWidget) -> QWidget:
    page = QWidget()
    row = theme.pack(QHBoxLayout(), *buttons)
    row.addStretch(1)
    page.setFocusProxy(content)
    theme.pack(QVBoxLayout(page), content, row, wide=content, margin=None)
    return page


def _group_text(group: TileGroup) -> str:
    size = tr("{tiles} · {share}").format(
        tiles=tr("%n tile(s)", n=group.tiles), share=formatting.percent(group.share)
    )
    return (
        tr("{number}: {phrases}").format(number=group.number, phrases=group.description)
        + f"\n{size}"
    )


def _group_description(group: TileGroup) -> str:
    return tr("Group {number}: {phrases}; {tiles}, {share} of all").format(
        number=group.number,
        phrases=group.description,
        tiles=tr("%n tile(s)", n=group.tiles),
        share=formatting.percent(group.share),
    )


def _odd_text(oddity: OddTile) -> str:
    day = formatting.day(oddity.date) or tr("no date")
    place = f"{oddity.lat:.5f}, {oddity.lon:.5f}"
    details = f"{day} · {formatting.metres(oddity.ground_size_m)} · {place}"
    return f"{oddity.rank}. {oddity.source}\n{details}"


def _odd_description(oddity: OddTile) -> str:
    likeness = tr("Rank {rank}, similarity to the rest {similarity}").format(
        rank=oddity.rank, similarity=formatting.number(oddity.similarity, 3)
    )
    return f"{likeness}, {oddity.source}, {oddity.lat:.5f}, {oddity.lon:.5f}"
