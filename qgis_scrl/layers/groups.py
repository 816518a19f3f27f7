"""The groups of a voice index's tiles, and its oddities, as map layers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..compat import OVER_POINT
from ..contract import TileGroup
from ..translation import tr
from .hits import PROPERTY

TILES, ODDITIES = "tiles", "oddities"
NUMBER, PHRASES = "group_number", "group_phrases"
#: Of the sets of Okabe and Ito and of Tol the twelve that stay farthest apart for people with any kind of colour
#: blindness: a difference of at least 18 in CIELAB. Neighbours of the list differ most.
COLOURS = (
    "#332288", "#ee8866", "#117733", "#eedd88", "#aa4499", "#66ccee",
    "#882255", "#aaaa00", "#ee3377", "#ffaabb", "#000000", "#ffffff",
)  # fmt: skip
#: Nobody has to tell colours apart: each of the first sixteen groups has a pattern or an outline of its own. With the
#: twelve colours, 48 groups are all different.
PATTERNS = (
    "solid", "b_diagonal", "cross", "horizontal", "f_diagonal", "dense5", "vertical", "diagonal_x",
)  # fmt: skip
_OPACITY = 0.45
#: More labels cost time, and say nothing that these do not.
_MOST_LABELS = 2_000


def make_groups_layer(
    file: Path, index: Path, groups: Sequence[TileGroup]
) -> QgsVectorLayer | None:
    """Open the tiles of a voice index with their groups, as the engine has written them.

    Args:
        file: The GeoPackage.
        index: Folder of the voice index.
        groups: What the legend says.

    Returns:
        The layer, or None if QGIS cannot open it.
    """
    layer = _opened(file, TILES, tr("Groups of {index}").format(index=index.stem))
    if layer is not None:
        set_categories(layer, [(group.number, legend(group)) for group in groups])
        _mark(layer, "groups", index)
    return layer


def make_oddities_layer(file: Path, index: Path) -> QgsVectorLayer | None:
    """Open the tiles that are least like the rest of a voice index; see :func:`make_groups_layer`."""
    layer = _opened(file, ODDITIES, tr("Least like the rest of {index}").format(index=index.stem))
    if layer is not None:
        style_oddities(layer)
        _mark(layer, "oddities", index)
    return layer


def legend(group: TileGroup) -> str:
    """Return what the legend says of a group: "3: beaches, sea shores"."""
    return _label(group.number, group.description)


def style_groups(layer: QgsVectorLayer) -> None:
    """Give a layer of tiles with groups a colour for each group, named after what the layer says of it."""
    numbers = sorted(layer.uniqueValues(layer.fields().indexFromName(NUMBER)))
    set_categories(layer, [(number, _label(number, _phrases(layer, number))) for number in numbers])


def set_categories(layer: QgsVectorLayer, groups: Sequence[tuple[int, str]]) -> None:
    """Give a layer a category for each group, by number, with its text for the legend."""
    categories = []
    for place, (number, text) in enumerate(groups):
        categories.append(QgsRendererCategory(number, _symbol(place), text))
    layer.setRenderer(QgsCategorizedSymbolRenderer(NUMBER, categories))
    _number_tiles(layer)
    # What the number stands for, map tips say, too.
    layer.setMapTipTemplate(f"<b>[% {NUMBER} %]: [% {PHRASES} %]</b><br>[% source %]<br>[% date %]")
    layer.setDisplayExpression(f'"{NUMBER}" || \': \' || "{PHRASES}"')
    layer.triggerRepaint()


def _symbol(place: int) -> QgsFillSymbol:
    """Return the looks of a group: its colour, through which imagery is seen, and its pattern on that."""
    colour, pattern = QColor(COLOURS[place % len(COLOURS)]), PATTERNS[place % len(PATTERNS)]
    ground = QColor(colour)
    ground.setAlphaF(_OPACITY)
    symbol = QgsFillSymbol.createSimple({"style": "solid", "outline_style": "no"})
    symbol.setColor(ground)
    drawn = {
        "color": colour.name(),
        "style": "no" if pattern == "solid" else pattern,
        "outline_style": "solid" if place // len(PATTERNS) % 2 else "no",
        "outline_color": colour.name(),
        "outline_width": "0.6",
    }
    symbol.appendSymbolLayer(QgsSimpleFillSymbolLayer.create(drawn))
    return symbol


def _number_tiles(layer: QgsVectorLayer) -> None:
    """Write the number of its group on each tile that has room for it."""
    settings = QgsPalLayerSettings()
    settings.fieldName = NUMBER
    settings.placement = OVER_POINT
    settings.centroidWhole = True
    settings.fitInPolygonOnly = True
    settings.limitNumLabels = True
    settings.maxNumLabels = _MOST_LABELS
    letters = QgsTextFormat()
    letters.setSize(9)
    letters.setColor(QColor("black"))
    halo = letters.buffer()
    halo.setEnabled(True)
    halo.setColor(QColor("white"))
    halo.setSize(0.8)
    letters.setBuffer(halo)
    settings.setFormat(letters)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def style_oddities(layer: QgsVectorLayer) -> None:
    """Give a layer of oddities outlines that stand out from the colours of groups, and say how odd they are."""
    outline = {"style": "no", "outline_color": "#000000", "outline_width": "0.9"}
    symbol = QgsFillSymbol.createSimple(outline)
    light = {**outline, "outline_color": "#ffffff", "outline_width": "0.4"}
    symbol.appendSymbolLayer(QgsSimpleFillSymbolLayer.create(light))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    rank = QgsExpression.quotedString(tr("Rank"))
    layer.setDisplayExpression(f"{rank} || ' ' || \"rank\" || ', ' || \"source\"")
    tip = tr("Rank {rank}, similarity to the rest {similarity}").format(
        rank="[% rank %]", similarity="[% round(similarity, 3) %]"
    )
    layer.setMapTipTemplate(f"<b>{tip}</b><br>[% source %]<br>[% date %]")
    layer.triggerRepaint()


def _opened(file: Path, table: str, name: str) -> QgsVectorLayer | None:
    layer = QgsVectorLayer(f"{file}|layername={table}", name, "ogr")
    return layer if layer.isValid() else None


def _mark(layer: QgsVectorLayer, kind: str, index: Path) -> None:
    layer.setReadOnly(True)  # Written anew when the index is looked into again.
    layer.setCustomProperty(PROPERTY + "layer", kind)
    layer.setCustomProperty(PROPERTY + "index", str(index))


def _label(number: int, phrases: str) -> str:
    return tr("{number}: {phrases}").format(number=number, phrases=phrases)


def _phrases(layer: QgsVectorLayer, number: int) -> str:
    request = QgsFeatureRequest().setFilterExpression(f'"{NUMBER}" = {number}').setLimit(1)
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return next((str(feature[PHRASES]) for feature in layer.getFeatures(request)), "")
