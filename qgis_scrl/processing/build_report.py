"""What a build did, told to the user and given to the next step of a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsProcessingOutputNumber

from ..results import BuildReport, FailedSource
from .algorithm import EngineAlgorithm, sentence, tr

TILES = "TILES"
EMBEDDED = "EMBEDDED"
LEFT_OUT = "LEFT_OUT"


def add_build_outputs(algorithm: EngineAlgorithm) -> None:
    """Declare the numbers that a build gives."""
    for name, title in (
        (TILES, tr("Tiles in the index")),
        (EMBEDDED, tr("Tiles embedded by this run")),
        (LEFT_OUT, tr("Rasters left out")),
    ):
        algorithm.addOutput(QgsProcessingOutputNumber(name, title))


def report_build(message: dict[str, Any], feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Tell what a build did and return its numbers.

    Raises:
        QgsProcessingException: Nothing at all could be indexed.
    """
    report = BuildReport.from_message(message)
    tell_left_out(report.failed, feedback)
    if report.failed and not report.tiles_in_index:
        raise QgsProcessingException(why(report.failed[0]))
    if report.skipped_sources:
        feedback.pushInfo(
            tr("Rasters that were there already, unchanged: {}.").format(
                len(report.skipped_sources)
            )
        )
    feedback.pushInfo(
        tr(
            "{} tiles embedded in {:.1f} s, {} empty ones left out. The index holds {} tiles."
        ).format(report.tiles, report.seconds, report.skipped_empty, report.tiles_in_index)
    )
    return {
        TILES: report.tiles_in_index,
        EMBEDDED: report.tiles,
        LEFT_OUT: len(report.failed),
    }


def tell_left_out(failed: Sequence[FailedSource], feedback: QgsProcessingFeedback) -> None:
    """Say which rasters could not be indexed, each with its reason."""
    for source in failed:
        feedback.reportError(tr("Left out {}: {}").format(source.source, why(source)), False)


def why(source: FailedSource) -> str:
    """Return why a raster could not be indexed and what to do about it."""
    return sentence(source.code, source.message, source.next_step)
