"""What searches and maps of scores share: the question in, what was understood out."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsGeometry,
    QgsProcessing,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
)

from .. import texts
from ..answers import understood_title
from ..contract import AudioPart, ImagePart, Notice, Phrase, ProfilePart, QueryPart, TextPart
from ..translation import tr
from .algorithm import Run
from .filters import FilteredAlgorithm
from .geojson import WGS84, geometries, place_parts

TEXT = "TEXT"
RECORDING = "RECORDING"
POINT = "POINT"
PLACES = "PLACES"
IMAGE = "IMAGE"
PROFILE = "PROFILE"
EXAMPLES = (POINT, PLACES, IMAGE)


class QuestionAlgorithm(FilteredAlgorithm):
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

    def add_profile(self, optional: bool = False) -> None:
        """Add a search profile."""
        self.add(
            QgsProcessingParameterFile(
                PROFILE,
                tr("Search profile"),
                fileFilter=tr("Search profiles (*.scrlprofile);;All files (*.*)"),
                optional=optional,
            ),
            tr("Saved in the dock with Save as search profile."),
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
        profile = run.path(PROFILE)
        if profile:
            parts.append(ProfilePart(profile))
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
        return text or Path(run.path(IMAGE)).name or Path(run.path(PROFILE)).stem

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
            title = understood_title(understood, spoken=True)
            feedback.pushInfo(
                tr("{title}: {text}").format(title=title, text=phrases_of(understood))
            )


def phrases_of(understood: tuple[Phrase, ...]) -> str:
    """Return the phrases that were understood as one text."""
    return "; ".join(phrase.text for phrase in understood)
