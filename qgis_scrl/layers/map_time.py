"""The time that the map shows: set to one day, and put back."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsProject,
    QgsRasterLayer,
    QgsTemporalNavigationObject,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from ..compat import FIXED_RANGE
from .raster_layers import raster_choice


def range_of(day: date) -> QgsDateTimeRange:
    """Return the whole of a day; layers have their times in UTC, as QGIS writes them."""
    begin = QDateTime(QDate(day.year, day.month, day.day), QTime(0, 0), Qt.TimeSpec.UTC)
    return QgsDateTimeRange(begin, begin.addDays(1), True, False)


@dataclass(frozen=True)
class _Former:
    """What the temporal controller, if there is one, and the map had."""

    mode: Any
    extents: QgsDateTimeRange | None
    shown: QgsDateTimeRange


class MapTime:
    """The time of a map, while a place is looked at through time.

    Args:
        canvas: The map; its temporal controller follows, if it has one.
        project: Its raster layers that say nothing of their time get it from the index meanwhile.
    """

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        self._canvas = canvas
        self._project = project
        self._former: _Former | None = None
        self._rasters: dict[str, tuple[Any, QgsDateTimeRange]] = {}

    @property
    def _controller(self) -> QgsTemporalNavigationObject | None:
        found = self._canvas.temporalController()
        return found if isinstance(found, QgsTemporalNavigationObject) else None

    def date_rasters(self, days: Mapping[str, date]) -> None:
        """Tell raster layers when they were taken, by their paths, unless they know it themselves."""
        known = {os.path.normpath(path): day for path, day in days.items()}
        for layer in self._project.mapLayers().values():
            if not isinstance(layer, QgsRasterLayer) or layer.id() in self._rasters:
                continue
            day = known.get(os.path.normpath(raster_choice(layer).path))
            properties = layer.temporalProperties()
            if day is None or properties is None or properties.isActive():
                continue
            self._rasters[layer.id()] = properties.mode(), properties.fixedTemporalRange()
            properties.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
            properties.setFixedTemporalRange(range_of(day))
            properties.setIsActive(True)

    def show(self, day: date) -> None:
        """Show one day on the map."""
        controller = self._controller
        if self._former is None:
            self._former = _Former(
                None if controller is None else controller.navigationMode(),
                None if controller is None else controller.temporalExtents(),
                self._canvas.mapSettings().temporalRange(),
            )
        if controller is None:
            self._canvas.setTemporalRange(range_of(day))
        else:
            controller.setTemporalExtents(range_of(day))
            controller.setNavigationMode(FIXED_RANGE)
        self._canvas.refresh()

    def put_back(self) -> None:
        """Show the time that the map showed before, and let raster layers be as they were."""
        for layer_id, (mode, fixed) in self._rasters.items():
            layer = self._project.mapLayer(layer_id)
            if isinstance(layer, QgsRasterLayer):
                properties = layer.temporalProperties()
                properties.setIsActive(False)
                properties.setMode(mode)
                properties.setFixedTemporalRange(fixed)
        self._rasters = {}
        former, self._former = self._former, None
        if former is None:
            return
        controller = self._controller
        if controller is not None and former.extents is not None:
            controller.setTemporalExtents(former.extents)
            controller.setNavigationMode(former.mode)
        self._canvas.setTemporalRange(former.shown)
        self._canvas.refresh()
