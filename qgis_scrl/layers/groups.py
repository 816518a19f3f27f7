"""The groups of a voice index's tiles, and its oddities, as map layers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ..contract import TileGroup
from ..translation import tr
from .hits import PROPERTY

TILES, ODDITIES = "tiles", "oddities"
NUMBER, PHRASES = "group_number", "group_phrases"
#: Twelve colours that people with any kind of colour blindness tell apart (Krzywinski, mk.bcgsc.ca/colorblind).
_COLOURS = (
    "#9f0162", "#009f81", "#ff5aaf", "#00fccf", "#8400cd", "#008df9",
    "#00c2f9", "#ffb2fd", "#a40122", "#e20134", "#ff6e3a", "#ffc33b",
)  # fmt: skip
#: More groups than colours: the colours again, with another pattern.
_PATTERNS = ("solid", "b_diagonal", "f_diagonal", "cross", "horizontal", "vertical")
_OPACITY = 0.55


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
        symbol = QgsFillSymbol.createSimple(
            {
                "color": _COLOURS[place % len(_COLOURS)],
                "style": _PATTERNS[place // len(_COLOURS) % len(_PATTERNS)],
                "outline_style": "no",
            }
        )
        symbol.setOpacity(_OPACITY)
        categories.append(QgsRendererCategory(number, symbol, text))
    layer.setRenderer(QgsCategorizedSymbolRenderer(NUMBER, categories))
    # Colours alone are not for everybody: map tips name the group, too.
    layer.setMapTipTemplate(f"<b>[% {NUMBER} %]: [% {PHRASES} %]</b><br>[% source %]<br>[% date %]")
    layer.setDisplayExpression(f'"{NUMBER}" || \': \' || "{PHRASES}"')
    layer.triggerRepaint()


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
