"""What searches and maps of scores share: the question and the filters in, what was understood out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.core import (
    QgsGeometry,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
)

from .. import texts
from ..contract import AudioPart, Filters, ImagePart, Notice, Phrase, QueryPart, TextPart
from ..translation import tr
from .algorithm import EngineAlgorithm, Run
from .geojson import WGS84, area_of, as_filter, geometries, place_parts
from .number_lists import ground_sizes

TEXT = "TEXT"
RECORDING = "RECORDING"
POINT = "POINT"
PLACES = "PLACES"
IMAGE = "IMAGE"
EXAMPLES = (POINT, PLACES, IMAGE)
AREA = "AREA"
EXTENT = "EXTENT"
SINCE = "SINCE"
UNTIL = "UNTIL"
SOURCES = "SOURCES"
GROUND_SIZES = "GROUND_SIZES"


class QuestionAlgorithm(EngineAlgorithm):
    """An algorithm that asks a voice index a question; subclasses declare of what parts, and what is written."""

    # --- the question -----------------------------------------------------------------------------

    def add_text(self, optional: bool = False) -> None:
        """Add a typed sentence."""
        self.add(
            QgsProcessingParameterString(TEXT, tr("What to look for"), optional=optional),
            tr("A word, a phrase or a sentence in English."),
        )

    def add_recording(self, optional: bool = False) -> None:
        """Add a recorded sentence."""
        self.add(
            QgsProcessingParameterFile(
                RECORDING,
                tr("Recorded question"),
                fileFilter=tr("Audio files (*.wav *.flac *.ogg *.opus *.mp3);;All files (*.*)"),
                optional=optional,
            ),
            tr("One spoken English sentence, up to 30 seconds."),
        )

    def add_examples(self) -> None:
        """Add a point, a layer of places, and an image; none of them must be given."""
        self.add(
            QgsProcessingParameterPoint(POINT, tr("A place on the map"), optional=True),
            tr("Finds more of what can be seen there."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                PLACES,
                tr("Points or polygons as examples"),
                [
                    QgsProcessing.SourceType.TypeVectorPoint,
                    QgsProcessing.SourceType.TypeVectorPolygon,
                ],
                optional=True,
            ),
            tr("A layer, or its selected features; a few of them."),
        )
        self.add(
            QgsProcessingParameterFile(
                IMAGE,
                tr("Image as example"),
                fileFilter=tr(
                    "Images (*.png *.jpg *.jpeg *.tif *.tiff *.jp2 *.webp);;All files (*.*)"
                ),
                optional=True,
            ),
            tr("An aerial picture of what you are looking for, seen from above."),
        )

    def parts(self, run: Run) -> tuple[QueryPart, ...]:
        """Return the parts of the question, of those that are declared and given."""
        parts: list[QueryPart] = []
        text = self.parameterAsString(run.parameters, TEXT, run.context).strip()
        if text:
            parts.append(TextPart(text))
        recording = run.path(RECORDING)
        if recording:
            parts.append(AudioPart(recording))
        shapes = []
        if run.parameters.get(POINT):
            point = self.parameterAsPoint(run.parameters, POINT, run.context, WGS84)
            shapes.append(QgsGeometry.fromPointXY(point))
        source = self.parameterAsSource(run.parameters, PLACES, run.context)
        if source is not None:
            shapes += geometries(source, run.context, run.feedback)
        image = run.path(IMAGE)
        if image:
            # Before the places: it gives the question its name.
            parts.append(ImagePart(image))
        return (*parts, *place_parts(shapes))

    def name_of_question(self, run: Run) -> str:
        """Return what the question is called if nothing is recognised in it."""
        text = self.parameterAsString(run.parameters, TEXT, run.context).strip()
        return text or Path(run.path(IMAGE)).name

    # --- the filters ------------------------------------------------------------------------------

    def add_filters(self) -> None:
        """Add where and when."""
        self.add(
            QgsProcessingParameterFeatureSource(
                AREA,
                tr("Only inside these polygons"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            ),
            tr("A polygon layer in any CRS, or its selected features."),
        )
        self.add(QgsProcessingParameterExtent(EXTENT, tr("Only inside this extent"), optional=True))
        for name, title in ((SINCE, tr("Acquired since")), (UNTIL, tr("Acquired until"))):
            self.add(
                QgsProcessingParameterDateTime(
                    name, title, QgsProcessingParameterDateTime.Type.Date, optional=True
                )
            )
        self.add_advanced(
            QgsProcessingParameterString(SOURCES, tr("Only these rasters"), optional=True),
            tr("File names, separated by commas; * stands for any characters."),
        )
        self.add_advanced(
            QgsProcessingParameterString(
                GROUND_SIZES, tr("Only tiles of these ground sizes (metres)"), optional=True
            ),
            tr("Numbers: 100, 200."),
        )

    def read(self, run: Run) -> None:
        """Read the filters, all but the area."""
        since, until = run.day(SINCE), run.day(UNTIL)
        if since and until and since > until:
            raise QgsProcessingException(
                tr("“{since}” is later than “{until}”. Swap the two dates.").format(
                    since=tr("Acquired since"), until=tr("Acquired until")
                )
            )
        self._filters = Filters(
            since=since.isoformat() if since else None,
            until=until.isoformat() if until else None,
            sources=tuple(name.strip() for name in run.text(SOURCES).split(",") if name.strip()),
            ground_sizes_m=ground_sizes(run.text(GROUND_SIZES)),
        )

    def filters(self, run: Run) -> Filters:
        """Return the filters, the area among them."""
        return replace(self._filters, area=as_filter(self._area(run)))

    def _area(self, run: Run) -> QgsGeometry | None:
        extent = None
        if run.parameters.get(EXTENT):
            extent = self.parameterAsExtentGeometry(run.parameters, EXTENT, run.context, WGS84)
        source = self.parameterAsSource(run.parameters, AREA, run.context)
        return area_of(source, extent, run.context, run.feedback)

    # --- the answer -------------------------------------------------------------------------------

    def tell_understood(
        self,
        notes: tuple[Notice, ...],
        understood: tuple[Phrase, ...],
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Tell what an answer says beside its result."""
        for note in notes:
            feedback.pushWarning(texts.note(note))
        if understood:
            feedback.pushInfo(tr("Heard as: {phrases}").format(phrases=phrases_of(understood)))


def phrases_of(understood: tuple[Phrase, ...]) -> str:
    """Return the phrases that were understood as one text."""
    return "; ".join(phrase.text for phrase in understood)
