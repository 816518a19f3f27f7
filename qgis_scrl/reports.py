"""What a report says of hits, beside their pictures: shared by the dock and by Processing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QLocale

from .compat import crs_text
from .contract import Hit, methods
from .dock.widgets import formatting
from .history import AskedQuery
from .question_words import facts
from .translation import tr


def report_params(
    asked: AskedQuery,
    found: Sequence[Hit],
    out: Path | str,
    crs: QgsCoordinateReferenceSystem,
    details: Sequence[tuple[str, str]] = (),
) -> methods.WriteReportParams:
    """Return what the engine is told to write.

    Args:
        asked: The question of the hits, with what has been said of them.
        found: The hits.
        out: The ``.html`` to write.
        crs: Coordinate system in which places are told beside longitude and latitude.
        details: Further names and values that the head of the page says.
    """
    return methods.WriteReportParams(
        asked.index,
        tuple(found),
        str(out),
        title_of(asked),
        (*facts(asked), *details, (tr("Places"), formatting.number(len(found)))),
        asked.query.labels,
        crs_text(crs) or None,
        calibrated=is_calibrated(found),
        words=methods.ReportWords(
            language=QLocale().name().partition("_")[0],
            map=tr("Map"),
            hits=tr("Places"),
            score=tr("Score"),
            similarity=tr("Similarity"),
            yes=tr("Yes"),
            no=tr("No"),
            no_picture=tr("No picture: the raster has been moved or deleted"),
            pictures_missing=tr(
                "Without a picture, because their images have been moved or deleted: {missing} of {places} places."
            ),
            no_date=tr("no date"),
            made_with=tr("Made with the QGIS plugin qgis_scrl"),
        ),
    )


def missing_pictures(written: methods.WrittenReport) -> str:
    """Return what to say of places without a picture; empty if all have one."""
    if not written.without_picture:
        return ""
    return tr(
        "%n place(s) in the report have no picture, because their images have been moved or deleted. If they were "
        "moved, use Relocate… under Details in the dock, then make the report again.",
        n=written.without_picture,
    )


def title_of(asked: AskedQuery) -> str:
    """Return the title of the report of a question."""
    return asked.title or asked.name or tr("Places found")


def is_calibrated(found: Sequence[Hit]) -> bool:
    """Return whether the scores of hits are probabilities: else they are the similarities."""
    return any(hit.score != hit.similarity for hit in found)
