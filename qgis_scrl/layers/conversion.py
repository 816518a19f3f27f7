"""Rasters in formats that QGIS reads and the engine does not, written as Cloud Optimized GeoTIFFs by QGIS's GDAL."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsTask

from ..translation import tr

# Lossless; the values of ECW and MrSID are decoded ones, which another lossy compression would change.
_CREATION = ("COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER")


def readable(source: str) -> bool:
    """Tell whether QGIS's GDAL opens a source of the engine's as a raster."""
    dataset = _opened(source)
    return dataset is not None and dataset.RasterCount > 0


class ConversionTask(QgsTask):
    """Converts rasters one after another; what is finished stays when it is cancelled.

    Args:
        sources: What GDAL opens.
        folder: Where the files go; none is overwritten.

    Attributes:
        written: The file of each source that was converted.
        failures: Why the others were not, as GDAL says it.
    """

    def __init__(self, sources: Sequence[str], folder: Path) -> None:
        super().__init__(tr("Converting images to GeoTIFF"), QgsTask.Flag.CanCancel)
        self._sources = tuple(sources)
        self._folder = folder
        self.written: dict[str, str] = {}
        self.failures: dict[str, str] = {}

    def run(self) -> bool:
        """Convert, in a thread of QGIS's."""
        for number, source in enumerate(self._sources):
            if self.isCanceled():
                return False
            file = self._free_file(source)
            unfinished = file.with_suffix(".part")
            try:
                if self._convert(source, unfinished, number):
                    unfinished.replace(file)
                    self.written[source] = str(file)
            except (OSError, RuntimeError) as error:
                self.failures[source] = getattr(error, "strerror", None) or str(error)
            finally:
                unfinished.unlink(missing_ok=True)
        return not self.isCanceled()

    def _convert(self, source: str, file: Path, number: int) -> bool:
        """Write one source; returns False if that was cancelled.

        Raises:
            RuntimeError: GDAL cannot read the source, or write the file.
        """

        def go_on(share: float, _message: str, _data: object) -> int:
            self.setProgress(100.0 * (number + share) / len(self._sources))
            return 0 if self.isCanceled() else 1

        gdal.ErrorReset()
        dataset = _opened(source)
        done = dataset is not None and gdal.Translate(
            str(file), dataset, format="COG", creationOptions=list(_CREATION), callback=go_on
        )
        if self.isCanceled():
            return False
        if not done:
            raise RuntimeError(gdal.GetLastErrorMsg() or tr("unknown reason"))
        return True

    def _free_file(self, source: str) -> Path:
        stem = Path(source.strip('"')).stem.replace(":", "_").replace('"', "") or "image"
        names = itertools.chain([stem], (f"{stem} ({number})" for number in itertools.count(2)))
        return next(file for name in names if not (file := self._folder / f"{name}.tif").exists())


def _opened(source: str) -> gdal.Dataset | None:
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return gdal.OpenEx(source, gdal.OF_RASTER)
    except RuntimeError:  # where something has switched on exceptions
        return None
    finally:
        gdal.PopErrorHandler()
