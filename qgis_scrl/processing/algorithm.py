"""What all algorithms share: names, icon, the call to the engine and what is said when it fails.

An algorithm has four short parts: it *declares* its parameters (``initAlgorithm``), *reads* them
(``prepareAlgorithm``, in the main thread, where layers may be touched), *delegates* to the engine and
*reports* (``work``, in a thread of Processing's).
"""

from __future__ import annotations

import os
from datetime import date
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
)
from qgis.PyQt.QtGui import QIcon

from ..contract import Method, methods
from ..environment import resource_path
from ..errors import EngineError
from ..translation import tr, tr_later

INDEX = "INDEX"

COMMON_TAGS = tr_later("voice speech speak search image retrieval scrl")

BUILDING = tr_later("Voice index")
SEARCHING = tr_later("Voice search")


class EngineAlgorithm(QgsProcessingAlgorithm):
    """An algorithm that lets the engine work.

    Subclasses say ``NAME``, ``TITLE``, ``GROUP``, ``SUMMARY`` and ``TAGS``, and write
    ``initAlgorithm``, ``prepareAlgorithm`` and ``work``.
    """

    NAME: ClassVar[str]
    TITLE: ClassVar[str]
    GROUP: ClassVar[str]
    SUMMARY: ClassVar[str]
    TAGS: ClassVar[str]

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
        """Return words by which the toolbox finds the algorithm, in English and the user's language."""
        words = (COMMON_TAGS, tr(COMMON_TAGS), self.TAGS, tr(self.TAGS))
        return list(dict.fromkeys(" ".join(words).split()))

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
        except EngineError as error:
            if error.is_cancelled:
                feedback.pushInfo(error.message)
                return {}
            text = error.in_processing
            if error.log:
                text += " " + tr("See {log} for details.").format(log=error.log)
            raise QgsProcessingException(text) from error

    def work(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Delegate to the engine, report, return the outputs."""
        raise NotImplementedError

    def ask(
        self,
        method: Method[methods.Params, methods.Result],
        params: methods.Params,
        feedback: QgsProcessingFeedback,
    ) -> methods.Result:
        """Return the answer of the provider's engine.

        Raises:
            EngineError: With the code ``cancelled`` if the user cancelled.
        """
        result: methods.Result = self.provider().client.ask(method, params, feedback)
        return result

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
            tr("Folder NAME.scrl of a voice index."),
        )

    def index_path(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return the folder of the voice index that was chosen."""
        return self.path(parameters, INDEX, context)

    def path(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """Return the absolute path of a file or folder parameter; empty if it is empty."""
        given = str(self.parameterAsFile(parameters, name, context))
        # The engine runs in another folder; a relative path would mean another place there.
        return os.path.abspath(given) if given else ""  # noqa: PTH100 - links stay links

    def day(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> date | None:
        """Return a date parameter, None if it is empty."""
        if parameters.get(name) in (None, ""):
            return None
        when = self.parameterAsDateTime(parameters, name, context)
        return date.fromisoformat(when.date().toString("yyyy-MM-dd")) if when.isValid() else None
