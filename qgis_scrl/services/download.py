"""A folder with what a service shows in an area: GeoTIFFs, a virtual raster of them all, and what is known of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import QgsRasterBlockFeedback, QgsRasterDataProvider, QgsRasterLayer

from ..compat import crs_text
from ..translation import tr
from .fetching import Fetcher, LeftOut, Pace, Refused, Stopped, TileListener
from .service import Block, Grid, identity_of, terms_of

LEDGER = "download.json"
_FORMAT = 1
_DONE, _EMPTY, _LEFT_OUT = "done", "empty", "left-out:"
#: So many pictures one after the other that were not to be had: the service is down, or does not let this be done.
_MOST_FAILURES_IN_A_ROW = 5
_CREATION = ("COMPRESS=DEFLATE", "PREDICTOR=2", "TILED=YES")
_BLUE_TO_RED = [3, 2, 1, 4]


class CannotDownload(Exception):
    """Nothing can be downloaded; the text says why and what to do."""


@dataclass
class Report:
    """What a download did.

    Attributes:
        raster: The virtual raster of all files; empty if there is no imagery.
        done: Blocks that lie there now.
        empty: Blocks in which the service shows nothing.
        left_out: Why others are missing, by their names.
        kept: Blocks that lay there before.
        requests: Requests that were made.
        stopped: Why it ended early, in words; empty if it did not.
        is_cancelled: Whether the user ended it.
    """

    raster: str = ""
    done: int = 0
    empty: int = 0
    left_out: dict[str, str] = field(default_factory=dict)
    kept: int = 0
    requests: int = 0
    stopped: str = ""
    is_cancelled: bool = False


class Download:
    """Downloads an area of a service into a folder, or goes on with it.

    Made in the main thread, run in any.

    Args:
        layer: The layer of the service.
        grid: The area and its blocks.
        folder: Where the files go; made if it does not exist.
        rate: Most requests a second.

    Raises:
        CannotDownload: The folder holds something else, or cannot be written to.
    """

    def __init__(self, layer: QgsRasterLayer, grid: Grid, folder: Path, rate: float) -> None:
        self._provider: QgsRasterDataProvider = layer.dataProvider().clone()
        self._grid = grid
        self._folder = folder
        self._rate = rate
        self._feedback = QgsRasterBlockFeedback()
        terms = terms_of(layer)
        self._facts: dict[str, Any] = {
            "format": _FORMAT,
            "service": identity_of(layer),
            "layer": layer.name(),
            "crs": crs_text(grid.crs),
            "pixel": grid.pixel,
            "block_side": grid.block_side,
            "ground_resolution_m": grid.ground_resolution_m,
            "area": _numbers(grid),
            "terms": list(terms.stated),
            "owner": terms.owner,
            "started": _now(),
            "blocks": {},
        }
        self._read_ledger()

    @property
    def blocks_there(self) -> int:
        """Number of blocks that need not be downloaded again."""
        return sum(self._is_there(block) for block in self._grid.blocks())

    def cancel(self) -> None:
        """End it soon, from any thread."""
        self._feedback.cancel()

    def run(
        self,
        progress: Callable[[float], None] = lambda percent: None,
        said: Callable[[str], None] = lambda text: None,
    ) -> Report:
        """Fetch what is missing.

        Args:
            progress: Is told the percentage.
            said: Is told which blocks are left out and why.

        Raises:
            CannotDownload: The folder cannot be written to.
        """
        report = Report()
        pace = Pace(self._rate, self._feedback.isCanceled)
        with TileListener() as listener:
            fetcher = Fetcher(self._provider, pace, self._feedback, listener)
            self._fetch_all(fetcher, report, progress, said)
        self._sum_up(report)
        return report

    def _fetch_all(
        self,
        fetcher: Fetcher,
        report: Report,
        progress: Callable[[float], None],
        said: Callable[[str], None],
    ) -> None:
        """Fetch the blocks that are missing, and count."""
        failures = 0
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._write_ledger()
            for number, block in enumerate(self._grid.blocks()):
                if self._is_there(block):
                    report.kept += 1
                    continue
                try:
                    self._note(block, _DONE if self._fetch(fetcher, block) else _EMPTY)
                    failures = 0
                except LeftOut as error:
                    failures += 1
                    self._note(block, f"{_LEFT_OUT}{error}")
                    text = tr("{block} was left out: {reason}.")
                    said(text.format(block=block.name, reason=error))
                    if failures == _MOST_FAILURES_IN_A_ROW:
                        raise Refused(str(error)) from error
                progress(100.0 * (number + 1) / self._grid.block_count)
        except Stopped:
            report.is_cancelled = True
        except Refused as error:
            report.stopped = str(error)
        except OSError as error:
            raise self._not_writable(error) from error
        finally:
            report.requests = fetcher.requests

    def _fetch(self, fetcher: Fetcher, block: Block) -> bool:
        """Write the file of a block; returns False if the service has nothing there."""
        side = self._grid.side
        found = []
        for piece in self._grid.pieces_of(block):
            pixels = fetcher.fetch(piece.bounds, side)
            if pixels is not None:
                found.append((piece, pixels))
        if not found:
            return False
        whole = self._grid.block_side
        # Written only when all of it is there: half a block would be taken for imagery.
        dataset = gdal.GetDriverByName("MEM").Create("", whole, whole, 4, gdal.GDT_Byte)
        box = self._grid.bounds_of(block)
        pixel = self._grid.pixel
        dataset.SetGeoTransform((box.xMinimum(), pixel, 0.0, box.yMaximum(), 0.0, -pixel))
        dataset.SetProjection(self._grid.crs.toWkt())
        for piece, pixels in found:
            dataset.WriteRaster(
                piece.left,
                piece.top,
                side,
                side,
                pixels,
                band_list=_BLUE_TO_RED,
                buf_pixel_space=4,
                buf_line_space=4 * side,
                buf_band_space=1,
            )
        colours = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand)
        for band, colour in enumerate(colours, 1):
            dataset.GetRasterBand(band).SetColorInterpretation(colour)
        rights = "; ".join(self._facts["terms"])
        if rights:
            dataset.SetMetadataItem("TIFFTAG_COPYRIGHT", rights)
        file = self._file(block)
        unfinished = file.with_suffix(".part")
        try:
            written = _quietly(
                lambda: gdal.GetDriverByName("GTiff").CreateCopy(
                    str(unfinished), dataset, options=list(_CREATION)
                )
            )
            if written is None:
                raise OSError(gdal.GetLastErrorMsg() or tr("unknown reason"))
            del written  # closes it
            unfinished.replace(file)
        finally:
            unfinished.unlink(missing_ok=True)
        return True

    def _sum_up(self, report: Report) -> None:
        """Count the blocks and make the virtual raster of those that are there.

        Raises:
            CannotDownload: The folder cannot be written to.
        """
        files = []
        for block in self._grid.blocks():
            state = self._facts["blocks"].get(block.name, "")
            if self._is_there(block) and state == _DONE:
                files.append(str(self._file(block)))
            elif state == _EMPTY:
                report.empty += 1
            elif state.startswith(_LEFT_OUT):
                report.left_out[block.name] = state.removeprefix(_LEFT_OUT)
        report.done = len(files)
        if not files:
            return
        raster = self._folder / f"{self._folder.name}.vrt"
        unfinished = raster.with_suffix(".part")
        made = _quietly(lambda: gdal.BuildVRT(str(unfinished), files))
        try:
            if made is None:
                raise OSError(gdal.GetLastErrorMsg() or tr("unknown reason"))
            del made  # writes it
            # One that is the same is not replaced: an index would take it for a changed raster.
            if not raster.exists() or raster.read_bytes() != unfinished.read_bytes():
                unfinished.replace(raster)
        except OSError as error:
            raise self._not_writable(error) from error
        finally:
            unfinished.unlink(missing_ok=True)
        report.raster = str(raster)

    # --- what is known of the folder -------------------------------------------------------------

    def _file(self, block: Block) -> Path:
        return self._folder / f"{block.name}.tif"

    def _is_there(self, block: Block) -> bool:
        state = self._facts["blocks"].get(block.name)
        return state == _EMPTY or (state == _DONE and self._file(block).is_file())

    def _note(self, block: Block, state: str) -> None:
        self._facts["blocks"][block.name] = state
        self._write_ledger()

    def _read_ledger(self) -> None:
        """Go on where a folder that was begun before stopped.

        Raises:
            CannotDownload: It holds other imagery.
        """
        file = self._folder / LEDGER
        text = tr("{folder} contains other files. Choose an empty folder, or a new one.")
        try:
            if not file.exists():
                if self._folder.is_dir() and any(self._folder.iterdir()):
                    raise CannotDownload(text.format(folder=self._folder))
                return
            found = json.loads(file.read_text(encoding="utf-8"))
            kept = {name: found[name] for name in ("started", "blocks")}
        except OSError as error:
            raise self._not_writable(error) from error
        except (ValueError, KeyError, TypeError) as error:
            raise CannotDownload(text.format(folder=self._folder)) from error
        same = ("format", "service", "crs", "pixel", "block_side", "area")
        if any(found.get(name) != self._facts[name] for name in same):
            other = tr(
                "{folder} contains imagery of another service, area or resolution. Choose another folder, or the same "
                "layer, area and resolution as before to go on."
            )
            raise CannotDownload(other.format(folder=self._folder))
        self._facts.update(kept)

    def _write_ledger(self) -> None:
        self._facts["updated"] = _now()
        file = self._folder / LEDGER
        unfinished = file.with_suffix(".part")
        unfinished.write_text(
            json.dumps(self._facts, indent=1, ensure_ascii=False), encoding="utf-8"
        )
        unfinished.replace(file)

    def _not_writable(self, error: OSError) -> CannotDownload:
        text = tr(
            "The imagery cannot be written to {folder} ({reason}). Choose another folder, or make room."
        )
        reason = error.strerror or str(error)
        return CannotDownload(text.format(folder=self._folder, reason=reason))


def _numbers(grid: Grid) -> list[float]:
    area = grid.area
    corners = (area.xMinimum(), area.yMinimum(), area.xMaximum(), area.yMaximum())
    return [round(value, 6) for value in corners]


def _now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="seconds")


def _quietly(make: Callable[[], gdal.Dataset | None]) -> gdal.Dataset | None:
    """Have GDAL make a file, without its complaints on the terminal."""
    gdal.ErrorReset()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return make()
    except RuntimeError:  # where something has switched on exceptions
        return None
    finally:
        gdal.PopErrorHandler()
