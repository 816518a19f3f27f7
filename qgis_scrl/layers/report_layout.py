"""Hits as a print layout: an atlas with a page for each, with its picture, its place on the map, and its score."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpression,
    QgsExpressionContextUtils,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutObject,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsProperty,
    QgsRectangle,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from ..compat import FIT_WIDTH, MILLIMETRES, set_text_format
from ..contract import Hit, methods
from ..history import AskedQuery
from ..question_words import filter_facts, index_name
from ..translation import tr

#: Side of a picture as it is printed, in millimetres.
_PICTURE_MM = 85.0
#: Side of its file; of many hits smaller ones, or the folder would take hundreds of megabytes.
_FINE_PIXELS, _PIXELS = 448, 224
_FEW = 100
_MAP_MM = (183.0, 155.0)
#: How much of what lies around a hit the map shows, in shares of the hit's side.
_AROUND = 2.0
_NORTH_ARROW = ":/images/north_arrows/layout_default_north_arrow.svg"
_QUESTION, _DETAILS = "scrl_question", "scrl_details"


def pictures_of(asked: AskedQuery, found: Sequence[Hit], folder: Path) -> methods.ThumbnailsParams:
    """Return what lets the engine write the pictures of a layout into a folder, which must exist."""
    pixels = _FINE_PIXELS if len(found) <= _FEW else _PIXELS
    tiles = tuple(hit.tile_id for hit in found)
    return methods.ThumbnailsParams(asked.index, tiles, str(folder), pixels)


def make_layout(
    project: QgsProject, layer: QgsVectorLayer, asked: AskedQuery, title: str, pictures: Path
) -> QgsPrintLayout:
    """Make a print layout whose atlas shows one hit a page, A4 landscape; not yet part of the project.

    Args:
        project: The project; its visible layers are on the map.
        layer: The hits, a layer of the project.
        asked: Their question.
        title: Of each page.
        pictures: Folder with their pictures, see :func:`pictures_of`.
    """
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize("A4", QgsLayoutItemPage.Orientation.Landscape)
    taken = {each.name() for each in project.layoutManager().printLayouts()}
    layout.setName(_free_name(tr("Report: {title}").format(title=title), taken))
    # As variables: what a user has typed must not be evaluated.
    details = [
        index_name(asked),
        *(f"{name}: {value}" for name, value in filter_facts(asked.query.filters)),
    ]
    QgsExpressionContextUtils.setLayoutVariable(layout, _QUESTION, title)
    QgsExpressionContextUtils.setLayoutVariable(layout, _DETAILS, " · ".join(filter(None, details)))

    atlas = layout.atlas()
    atlas.setCoverageLayer(layer)
    atlas.setSortFeatures(True)
    atlas.setSortExpression('"rank"')
    atlas.setPageNameExpression('"rank"')
    atlas.setFilenameExpression("'hit_' || lpad(\"rank\", 4, '0')")
    atlas.setEnabled(True)

    _label(layout, f"[% @{_QUESTION} %]", (12, 10, 273, 11), 18, bold=True)
    _label(layout, f"[% @{_DETAILS} %]", (12, 21, 273, 7), 9)
    picture = QgsLayoutItemPicture(layout)
    picture.setId("picture")
    _place(layout, picture, (12, 31, _PICTURE_MM, _PICTURE_MM))
    source = f"{_folder(project, pictures)} || '/' || \"tile_id\" || '.png'"
    picture.dataDefinedProperties().setProperty(
        QgsLayoutObject.DataDefinedProperty.PictureSource, QgsProperty.fromExpression(source)
    )
    _label(layout, _facts_expression(), (12, 120, _PICTURE_MM, 60), 10)
    map_item = QgsLayoutItemMap(layout)
    map_item.setId("map")
    _place(layout, map_item, (102, 31, *_MAP_MM))
    map_item.setFrameEnabled(True)
    crs = project.crs() if project.crs().isValid() else layer.crs()
    map_item.setCrs(crs)
    # The atlas keeps the shape of this extent, and shapes the item after it.
    map_item.setExtent(_around(layer, crs, project, _MAP_MM[0] / _MAP_MM[1]))
    map_item.setAtlasDriven(True)
    map_item.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Auto)
    map_item.setAtlasMargin(_AROUND)
    bar = QgsLayoutItemScaleBar(layout)
    bar.setLinkedMap(map_item)
    bar.applyDefaultSize()
    bar.setBackgroundEnabled(True)
    _place(layout, bar, (105, 169))
    bar.setSegmentSizeMode(FIT_WIDTH)
    bar.setMinimumBarWidth(30)
    bar.setMaximumBarWidth(60)
    north = QgsLayoutItemPicture(layout)
    north.setPicturePath(_NORTH_ARROW)
    north.setLinkedMap(map_item)
    _place(layout, north, (269, 34, 13, 13))
    page = tr("Page {number} of {total}").format(
        number="[% @atlas_featurenumber %]", total="[% @atlas_totalfeatures %]"
    )
    _label(layout, page, (185, 190, 100, 8), 9, right=True)
    _label(layout, "[% format_date(now(), 'yyyy-MM-dd') %]", (12, 190, 100, 8), 9)
    return layout


def _around(
    layer: QgsVectorLayer, crs: QgsCoordinateReferenceSystem, project: QgsProject, ratio: float
) -> QgsRectangle:
    """Return an extent around all hits whose width is ``ratio`` times its height."""
    box = layer.extent()
    try:
        box = QgsCoordinateTransform(layer.crs(), crs, project).transformBoundingBox(box)
    except QgsCsException:
        box = QgsRectangle()  # They are nowhere there; whoever looks sees an empty map.
    height = max(box.height(), box.width() / ratio, 1e-6)
    centre = box.center()
    return QgsRectangle.fromCenterAndSize(centre, height * ratio, height)


def _facts_expression() -> str:
    """Return the text of what is known of a hit; QGIS evaluates what stands between ``[%`` and ``%]``."""
    lines = (
        (tr("Rank"), '"rank"'),
        (tr("Score"), "if(\"score\" = \"similarity\", round(\"score\", 3), round(100 * \"score\") || ' %')"),
        (tr("Place"), 'round("lat", 5) || \', \' || round("lon", 5)'),
        (tr("Date"), f"coalesce(format_date(\"date\", 'yyyy-MM-dd'), {QgsExpression.quotedString(tr('no date'))})"),
        (tr("Tile size"), "round(\"ground_size_m\", 1) || ' m'"),
        (tr("Raster"), '"source"'),
    )  # fmt: skip
    return "\n".join(f"{name}: [% {value} %]" for name, value in lines)


def _folder(project: QgsProject, pictures: Path) -> str:
    """Return an expression for the folder of the pictures: beside the project, it moves with it."""
    home = project.absolutePath()
    if home and Path(home) in pictures.parents:
        inside = pictures.relative_to(home).as_posix()
        return f"@project_folder || {QgsExpression.quotedString('/' + inside)}"
    return str(QgsExpression.quotedString(pictures.as_posix()))


def _place(layout: QgsPrintLayout, item: QgsLayoutItem, box: tuple[float, ...]) -> None:
    """Add an item at (x, y) or, with a size, at (x, y, width, height), in millimetres."""
    item.attemptMove(QgsLayoutPoint(box[0], box[1], MILLIMETRES))
    if len(box) > 2:
        item.attemptResize(QgsLayoutSize(box[2], box[3], MILLIMETRES))
    layout.addLayoutItem(item)


def _label(
    layout: QgsPrintLayout,
    text: str,
    box: tuple[float, float, float, float],
    points: float,
    bold: bool = False,
    right: bool = False,
) -> None:
    item = QgsLayoutItemLabel(layout)
    item.setText(text)
    text_format = QgsTextFormat()
    font = QFont()
    font.setBold(bold)
    text_format.setFont(font)
    text_format.setSize(points)
    text_format.setColor(QColor("black"))
    set_text_format(item, text_format)
    item.setHAlign(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    _place(layout, item, box)


def _free_name(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted} ({number})", number + 1
    return name
