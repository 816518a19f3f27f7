"""What a build did, told to the user and given to the next step of a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsProcessingOutputNumber

from .. import texts
from ..contract import BuildReport, SourceFailure
from ..translation import LocaleFloat, tr
from .algorithm import EngineAlgorithm

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


def report_build(report: BuildReport, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Tell what a build did and return its numbers.

    Raises:
        QgsProcessingException: Nothing at all could be indexed.
    """
    tell_left_out(report.failed, feedback)
    for decided in report.decisions:
        for notice in decided.decisions:
            text = tr("{raster}: {decision}")
            feedback.pushInfo(text.format(raster=decided.source, decision=texts.note(notice)))
    if report.failed and not report.tiles_in_index:
        raise QgsProcessingException(why(report.failed[0]))
    if report.skipped_sources:
        feedback.pushInfo(
            tr("%n raster(s) already in the index, unchanged.", n=len(report.skipped_sources))
        )
    feedback.pushInfo(
        tr("%n tile(s) embedded in {seconds:.1f} s.", n=report.tiles).format(
            seconds=LocaleFloat(report.seconds)
        )
    )
    if report.skipped_empty:
        feedback.pushInfo(tr("%n empty tile(s) skipped.", n=report.skipped_empty))
    feedback.pushInfo(tr("The index contains %n tile(s).", n=report.tiles_in_index))
    return {
        TILES: report.tiles_in_index,
        EMBEDDED: report.tiles,
        LEFT_OUT: len(report.failed),
    }


def tell_left_out(failed: Sequence[SourceFailure], feedback: QgsProcessingFeedback) -> None:
    """Say which rasters could not be indexed, each with its reason."""
    for source in failed:
        text = tr("{raster} was left out: {reason}")
        feedback.reportError(text.format(raster=source.source, reason=why(source)), False)


def why(source: SourceFailure) -> str:
    """Return why a raster could not be indexed and what to do about it."""
    return texts.sentence(source.failure, "processing")
