"""Make ``resources/styles/*.qml``: run with QGIS's own Python, then look at a map before committing.

    QT_QPA_PLATFORM=offscreen /usr/bin/python3 -m tools.make_styles

The styles are made by QGIS 3.22, the oldest version that the plugin supports, so that every later
one reads them. Hits have to be seen on any imagery, in sun and shade, and by the colour-blind: their
outlines are bright on a dark casing, and go from pale yellow to magenta, lighter to darker.
"""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsMapLayer,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsTextBackgroundSettings,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QSizeF, Qt
from qgis.PyQt.QtGui import QColor, QFont

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "styles"
# Weakest to strongest.
COLOURS = ("#fff3b0", "#ffd166", "#ff9f43", "#ff5d5d", "#ff2e93")
CASING = "#1b1b1f"
# Nothing else: loading a style must not overwrite what a layer remembers of its question.
STYLE = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling
HITS = "Polygon?crs=EPSG:4326&field=rank:integer&field=score:double&field=source:string"


def outline(colour: str, strength: float) -> QgsFillSymbol:
    """Return a bright outline on a dark casing, wider for a stronger hit.

    It has no fill: QGIS would fill a selected hit with yellow and hide the place itself.
    """
    casing = QgsSimpleLineSymbolLayer(QColor(CASING), 1.0 + 0.5 * strength)
    casing.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    line = QgsSimpleLineSymbolLayer(QColor(colour), 0.5 + 0.4 * strength)
    line.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, casing)
    symbol.appendSymbolLayer(line)
    return symbol


def badge_label(expression: str, corner: str) -> QgsVectorLayerSimpleLabeling:
    """Return labels on a dark badge in a corner of the footprint.

    Args:
        expression: What they say.
        corner: Its point, as an expression; the badge lies below and to the right of it.
    """
    text = QgsTextFormat()
    font = QFont("Open Sans")
    font.setBold(True)
    text.setFont(font)
    text.setSize(8)
    text.setColor(QColor("white"))
    buffer = QgsTextBufferSettings()
    buffer.setEnabled(False)
    text.setBuffer(buffer)
    badge = QgsTextBackgroundSettings()
    badge.setEnabled(True)
    badge.setType(QgsTextBackgroundSettings.ShapeType.ShapeRectangle)
    badge.setSizeType(QgsTextBackgroundSettings.SizeType.SizeBuffer)
    badge.setSize(QSizeF(1.1, 0.4))
    badge.setRadii(QSizeF(1.2, 1.2))
    badge.setRadiiUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    badge.setFillColor(QColor(CASING))
    badge.setStrokeColor(QColor("white"))
    badge.setStrokeWidth(0.25)
    text.setBackground(badge)
    label = QgsPalLayerSettings()
    label.fieldName = expression
    label.isExpression = not expression.isidentifier()
    label.setFormat(text)
    label.placement = QgsPalLayerSettings.Placement.OverPoint
    label.geometryGeneratorEnabled = True
    label.geometryGenerator = corner
    label.geometryGeneratorType = Qgis.GeometryType.Point if hasattr(Qgis, "GeometryType") else 0
    label.quadOffset = QgsPalLayerSettings.QuadrantPosition.QuadrantBelowRight
    # Inside the footprint: on the corner of four tiles a badge might mean any.
    label.xOffset, label.yOffset = 1.0, 0.6
    label.displayAll = True
    label.priority = 10
    label.obstacle = False
    return QgsVectorLayerSimpleLabeling(label)


def rank_label() -> QgsVectorLayerSimpleLabeling:
    """Return labels with the rank in the upper left corner."""
    labeling = badge_label("rank", "make_point(x_min($geometry), y_max($geometry))")
    label = labeling.settings()
    # Of labels that lie on each other, the better rank is on top.
    own = label.dataDefinedProperties()
    own.setProperty(QgsPalLayerSettings.Property.ZIndex, QgsProperty.fromExpression('-"rank"'))
    label.setDataDefinedProperties(own)
    return QgsVectorLayerSimpleLabeling(label)


def hits() -> QgsVectorLayer:
    """Return a layer with the style of hits."""
    layer = QgsVectorLayer(HITS, "hits", "memory")
    ranges = [
        QgsRendererRange(
            number / len(COLOURS),
            (number + 1) / len(COLOURS),
            outline(colour, number / (len(COLOURS) - 1)),
            f"{number / len(COLOURS):.2f} to {(number + 1) / len(COLOURS):.2f}",
        )
        for number, colour in enumerate(COLOURS)
    ]
    renderer = QgsGraduatedSymbolRenderer("score", ranges)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause("rank", False)]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    layer.setLabeling(rank_label())
    layer.setLabelsEnabled(True)
    return layer


def labels() -> QgsVectorLayer:
    """Return a layer with the style of labels: green and solid with a Y, red and dashed with an N."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=label:string", "labels", "memory")
    categories = []
    for value, colour, pen in (
        ("yes", "#2fbf71", Qt.PenStyle.SolidLine), ("no", "#ff5d5d", Qt.PenStyle.DashLine),
    ):  # fmt: skip
        symbol = outline(colour, 1.0)
        symbol.symbolLayer(1).setPenStyle(pen)
        categories.append(QgsRendererCategory(value, symbol, value))
    layer.setRenderer(QgsCategorizedSymbolRenderer("label", categories))
    # The ranks of hits are in the upper left corner.
    middle = "make_point((x_min($geometry) + x_max($geometry)) / 2, y_max($geometry))"
    layer.setLabeling(badge_label("if(\"label\" = 'yes', 'Y', 'N')", middle))
    layer.setLabelsEnabled(True)
    return layer


def footprints() -> QgsVectorLayer:
    """Return a layer with the style of footprints: a thin grid that leaves the imagery alone."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=id:integer", "footprints", "memory")
    symbol = QgsFillSymbol()
    fill = QgsSimpleFillSymbolLayer()
    fill.setFillColor(QColor(0, 0, 0, 0))
    fill.setStrokeColor(QColor("#35c7ff"))
    fill.setStrokeWidth(0.2)
    symbol.changeSymbolLayer(0, fill)
    symbol.setOpacity(0.75)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def main() -> int:
    """Write the styles."""
    application = QgsApplication([], True)
    application.initQgis()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, layer in (("hits", hits()), ("footprints", footprints()), ("labels", labels())):
        message, good = layer.saveNamedStyle(str(FOLDER / f"{name}.qml"), STYLE)
        if not good:
            print(message, file=sys.stderr)
            return 1
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
