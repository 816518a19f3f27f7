"""What all algorithms share: names, icon, the call to the engine and what is said when it fails.

An algorithm has four short parts: it *declares* its parameters (``initAlgorithm``), *reads* them
(``prepareAlgorithm``, in the main thread, where layers may be touched), *delegates* to the engine and
*reports* (``work``, in a thread of Processing's).
"""

from __future__ import annotations

import os
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ..engine_client import EngineError, call_and_wait
from ..environment import resource_path
from ..error_advice import sentence as plain_sentence
from ..results import MalformedAnswer
from ..settings import Settings

INDEX = "INDEX"

COMMON_TAGS = ("voice", "speech", "speak", "search", "image", "retrieval", "scrl")

BUILDING = "Voice index"
SEARCHING = "Voice search"

# Next steps that are parameters or algorithms here, where the dock has buttons.
NEXT_STEPS = {
    "index-missing": "Choose the folder NAME.scrl of a voice index, or make one with “Build voice index”.",
    "index-exists": "Use “Add imagery to voice index”, or choose another folder.",
    "index-empty": "Add imagery with “Add imagery to voice index”.",
    "index-of-another-model": "Build it again with “Build voice index”.",
    "index-damaged": "Build it again with “Build voice index”, in a new folder.",
    "index-locked": "Wait until the other QGIS or program has finished building, then run this again.",
    "no-sources": "Choose raster layers or files, or a folder that holds some.",
    "no-crs": "If you know it, choose it under “Coordinate system of rasters without one”.",
    "bad-bands": "Give one or three of its band numbers under “Bands to use”.",
    "source-too-small": "Choose a smaller ground size.",
    "source-too-coarse": "Choose a larger ground size.",
    "area-outside": "Choose an area inside it; “Voice index footprints” shows where that is.",
    "silent-recording": "Check that the microphone was not muted, and record it again.",
    "no-speech": "Record one spoken sentence, close to the microphone.",
    "nothing-matches-filter": "Widen the area or the dates.",
    "unknown-tile": "Choose a place where the voice index has tiles.",
    "unknown-source": "Give names of rasters that the voice index holds; * stands for any letters.",
    "disk-full": "Free some space, then run this again: it continues where it stopped.",
}


def tr(text: str) -> str:
    """Return ``text`` in the language of QGIS."""
    return QCoreApplication.translate("ScrlProcessing", text)


def sentence(code: str, message: str, next_step: str) -> str:
    """Return what the user reads of a failure: what is wrong and what to do about it."""
    if code in NEXT_STEPS:
        return f"{message} {tr(NEXT_STEPS[code])}"
    return plain_sentence(code, message, next_step)


class EngineAlgorithm(QgsProcessingAlgorithm):
    """An algorithm that lets the engine work.

    Subclasses say ``NAME``, ``TITLE``, ``GROUP``, ``SUMMARY`` and ``TAGS``, and write
    ``initAlgorithm``, ``prepareAlgorithm`` and ``work``.
    """

    NAME: ClassVar[str]
    TITLE: ClassVar[str]
    GROUP: ClassVar[str]
    SUMMARY: ClassVar[str]
    TAGS: ClassVar[str] = ""

    def name(self) -> str:
        """Return the last part of the id, which never changes: models and scripts name it."""
        return self.NAME

    def displayName(self) -> str:  # noqa: N802
        """Return the title."""
        return tr(self.TITLE)

    def group(self) -> str:
        """Return the title of the group."""
        return tr(self.GROUP)

    def groupId(self) -> str:  # noqa: N802
        """Return the group's unchanging name."""
        return self.GROUP.lower().replace(" ", "")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return what the dialog and `qgis_process help` say."""
        return tr(self.SUMMARY)

    def shortDescription(self) -> str:  # noqa: N802
        """Return the first sentence of the help, for tooltips."""
        return tr(self.SUMMARY).split(". ", 1)[0].rstrip(".") + "."

    def tags(self) -> list[str]:
        """Return words by which the toolbox finds the algorithm."""
        return [*COMMON_TAGS, *self.TAGS.split()]

    def icon(self) -> QIcon:
        """Return the icon of the provider."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:  # noqa: N802
        """Return the icon that the modeler draws."""
        return str(resource_path("icons", "icon.svg"))

    def createInstance(self) -> EngineAlgorithm:  # noqa: N802
        """Return a new one; each run has its own."""
        return type(self)()

    def processAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Run; a failure becomes one sentence and its next step, a cancelled run an empty result.

        Raises:
            QgsProcessingException: The engine refused, failed, or cannot be started.
        """
        try:
            return self.work(parameters, context, feedback)
        except MalformedAnswer as error:
            raise QgsProcessingException(sentence("bug", str(error), "")) from error
        except EngineError as error:
            if error.is_cancelled:
                feedback.pushInfo(tr("Cancelled. What was finished stays."))
                return {}
            text = sentence(error.code, error.message, error.next_step)
            if error.log:
                text += " " + tr("The details are in {}.").format(error.log)
            raise QgsProcessingException(text) from error

    def work(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Delegate to the engine, report, return the outputs."""
        raise NotImplementedError

    def engine(
        self, method: str, params: dict[str, Any], feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Return the engine's answer; options that are None are not sent.

        Raises:
            EngineError: With the code ``cancelled`` if the user cancelled.
        """
        given = {name: value for name, value in params.items() if value is not None}
        answer: dict[str, Any] = call_and_wait(method, given, feedback, Settings())
        return answer

    # --- parameters that several algorithms have --------------------------------------------------

    def add(self, parameter: QgsProcessingParameterDefinition, help_text: str = "") -> None:
        """Add a parameter that every user sees."""
        if help_text:
            parameter.setHelp(help_text)
        self.addParameter(parameter)

    def add_advanced(
        self, parameter: QgsProcessingParameterDefinition, help_text: str = ""
    ) -> None:
        """Add a parameter that hides under "Advanced parameters"."""
        advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
        parameter.setFlags(parameter.flags() | advanced)
        self.add(parameter, help_text)

    def add_index(self) -> None:
        """Add the voice index that is worked on."""
        self.add(
            QgsProcessingParameterFile(
                INDEX, tr("Voice index"), QgsProcessingParameterFile.Behavior.Folder
            ),
            tr("The folder NAME.scrl of a voice index."),
        )

    def index_path(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return the folder of the voice index that was chosen."""
        # The engine runs in another folder; a relative path would mean another place there.
        return os.path.abspath(  # noqa: PTH100 - links stay links
            self.parameterAsFile(parameters, INDEX, context)
        )

    def day(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> str | None:
        """Return a date parameter as ``2015-06-30``, None if it is empty."""
        if parameters.get(name) in (None, ""):
            return None
        when = self.parameterAsDateTime(parameters, name, context)
        return str(when.date().toString("yyyy-MM-dd")) if when.isValid() else None
