"""``scrl:fetchservice``: what a map service shows in an area, as files that can be indexed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingException,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import Qt

from ..services.download import CannotDownload, Download, Report
from ..services.fetching import POLITE_RATE
from ..services.service import MANY_REQUESTS, grid_of, is_service, terms_of
from ..translation import LocaleFloat, tr, tr_later
from .algorithm import BUILDING, EngineAlgorithm, Run

LAYER = "LAYER"
EXTENT = "EXTENT"
RESOLUTION = "RESOLUTION"
RATE = "RATE"
CONFIRMED = "CONFIRMED"
MANY = "MANY"
FOLDER = "FOLDER"
RASTER = "RASTER"
BLOCKS = "BLOCKS"
LEFT_OUT = "LEFT_OUT"
REQUESTS = "REQUESTS"
#: 256 pixels of it are a tile of 256 m, between a block of houses and a harbour.
_RESOLUTION_M = 1.0


class FetchService(EngineAlgorithm):
    """Downloads an area of an XYZ, WMS or WMTS layer, or goes on with a download."""

    NAME = "fetchservice"
    TITLE = tr_later("Download imagery of a map service")
    GROUP = BUILDING
    TAGS = tr_later("xyz wms wmts tiles basemap")
    SUMMARY = tr_later(
        "Downloads what an XYZ, WMS or WMTS layer shows in an area, so that a voice index can be built of it. The "
        "result is a folder of GeoTIFF files and a virtual raster (VRT) of all of them, which is the input of Build "
        "voice index.\n\n"
        "Many services do not allow this. The first run downloads nothing: it says how many requests are needed, how "
        "much space, and which terms the service states. Tick the confirmation and run it again.\n\n"
        "Requests are made one at a time, through QGIS's own network settings, authentication and cache. A service "
        "that is busy is given time. Blocks that cannot be fetched whole are left out and named. Run it again with the "
        "same layer, area, resolution and folder to fetch what is missing."
    )

    def initAlgorithm(self, config: Any = None) -> None:  # noqa: N802
        """Declare the parameters."""
        self.add(
            QgsProcessingParameterRasterLayer(LAYER, tr("Layer of a map service")),
            tr("An XYZ, WMS or WMTS layer."),
        )
        self.add(
            QgsProcessingParameterExtent(EXTENT, tr("Area")),
            tr("Only this part of the service is downloaded."),
        )
        number = QgsProcessingParameterNumber
        self.add(
            number(
                RESOLUTION,
                tr("Ground resolution (metres per pixel)"),
                number.Type.Double,
                _RESOLUTION_M,
                minValue=0.05,
            ),
            tr(
                "Tiles of 200 m need 1 m, tiles of 50 m need 0.25 m. A tiled service is read at the zoom level that is "
                "as fine, or at its finest."
            ),
        )
        self.add(
            QgsProcessingParameterBoolean(
                CONFIRMED, tr("I may download this imagery from this service"), False
            ),
            tr(
                "The first run without it says how much that is, and which terms the service states."
            ),
        )
        self.add_advanced(
            QgsProcessingParameterBoolean(
                MANY, tr("Download even if it takes more than 10,000 requests"), False
            ),
        )
        self.add_advanced(
            number(
                RATE,
                tr("Requests per second, at most"),
                number.Type.Double,
                POLITE_RATE,
                minValue=0.01,
                maxValue=50.0,
            ),
        )
        self.add(
            QgsProcessingParameterFolderDestination(FOLDER, tr("Folder for the imagery")),
            tr("Folder to create, or the one of a download that is to go on."),
        )
        self.addOutput(QgsProcessingOutputFile(RASTER, tr("Virtual raster of the imagery")))
        for name, title in (
            (BLOCKS, tr("Blocks in the folder")),
            (LEFT_OUT, tr("Blocks left out")),
            (REQUESTS, tr("Requests made")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def read(self, run: Run) -> None:
        """Read what is to be downloaded, and refuse what nobody has confirmed."""
        layer = self.parameterAsRasterLayer(run.parameters, LAYER, run.context)
        if not is_service(layer):
            raise QgsProcessingException(
                tr("Choose an XYZ, WMS or WMTS layer. Files can be indexed as they are.")
            )
        if not layer.isValid():
            text = tr("{layer} cannot be opened. Check its address and your connection.")
            raise QgsProcessingException(text.format(layer=layer.name()))
        crs = layer.dataProvider().crs()
        area = self.parameterAsExtent(run.parameters, EXTENT, run.context, crs)
        if area.isEmpty() or not area.isFinite():
            raise QgsProcessingException(tr("The area is empty. Draw one, or use the map view."))
        extent = layer.extent()
        if not extent.isEmpty():
            area = area.intersect(extent)
            if area.isEmpty():
                raise QgsProcessingException(
                    tr("The area lies outside of {layer}.").format(layer=layer.name())
                )
        resolution = self.parameterAsDouble(run.parameters, RESOLUTION, run.context)
        grid = grid_of(layer, area, resolution)
        terms = terms_of(layer)
        told = [
            tr("%n request(s)", n=grid.requests),
            tr("about {megabytes:.0f} MB").format(
                megabytes=LocaleFloat(max(1.0, grid.bytes_on_disk / 1e6))
            ),
            tr("{resolution:.3g} m per pixel").format(
                resolution=LocaleFloat(grid.ground_resolution_m)
            ),
        ]
        self._told = ", ".join(told) + ".\n" + str(terms)
        lines = [self._told]
        if grid.requests > MANY_REQUESTS and not run.flag(MANY):
            lines.append(
                tr(
                    "That is a lot for one service: choose a smaller area or a coarser resolution, or allow it under "
                    "Advanced parameters."
                )
            )
        if not run.flag(CONFIRMED):
            lines.append(
                tr(
                    "Nothing was downloaded. If you may download this, tick “I may download this imagery from this "
                    "service” and run it again."
                )
            )
        if len(lines) > 1:
            raise QgsProcessingException("\n".join(lines))
        folder = self.parameterAsFileOutput(run.parameters, FOLDER, run.context)
        rate = self.parameterAsDouble(run.parameters, RATE, run.context)
        try:
            # Links stay links.
            self._download = Download(layer, grid, Path(os.path.abspath(folder)), rate)  # noqa: PTH100
        except CannotDownload as error:
            raise QgsProcessingException(str(error)) from error
        self._folder = folder

    def work(self, run: Run) -> dict[str, Any]:
        """Download, and say what is missing."""
        feedback = run.feedback
        feedback.pushInfo(self._told)
        there = self._download.blocks_there
        if there:
            feedback.pushInfo(tr("%n block(s) are there already.", n=there))
        # At once: this thread has no event loop that would pass it on.
        feedback.canceled.connect(self._download.cancel, Qt.ConnectionType.DirectConnection)
        if feedback.isCanceled():
            self._download.cancel()
        try:
            report = self._download.run(
                feedback.setProgress, lambda text: feedback.reportError(text, False)
            )
        except CannotDownload as error:
            raise QgsProcessingException(str(error)) from error
        finally:
            feedback.canceled.disconnect(self._download.cancel)
        self._tell(report, run)
        return {
            FOLDER: self._folder,
            RASTER: report.raster,
            BLOCKS: report.done,
            LEFT_OUT: len(report.left_out),
            REQUESTS: report.requests,
        }

    def _tell(self, report: Report, run: Run) -> None:
        """Say what was downloaded.

        Raises:
            QgsProcessingException: Nothing was.
        """
        again = tr("Run it again with the same parameters to fetch what is missing.")
        if report.stopped:
            text = tr("The download has stopped: {reason}. What has been downloaded is kept.")
            raise QgsProcessingException(f"{text.format(reason=report.stopped)} {again}")
        if report.left_out:
            text = tr("%n block(s) were left out.", n=len(report.left_out))
            run.feedback.pushWarning(f"{text} {again}")
        if report.is_cancelled:
            run.feedback.pushInfo(again)
        elif not report.done and not report.left_out:
            raise QgsProcessingException(
                tr("The service shows nothing in this area. Check the layer on the map.")
            )
        run.feedback.pushInfo(tr("%n block(s) are in the folder.", n=report.done))
