"""What all algorithms share: names, icon, the call to the engine and what is said when it fails.

An algorithm has four short parts: it *declares* its parameters (``initAlgorithm``), *reads* them (``read``,
in the main thread, where layers may be touched), *delegates* to the engine and *reports* (``work``, in a
thread of Processing's).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
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

from .. import texts
from ..contract import Method, codec, has_password, is_shared, methods
from ..engine_client import EngineClient
from ..environment import resource_path
from ..errors import EngineError
from ..help import OF_ALGORITHMS, help_url
from ..translation import tr, tr_later

INDEX = "INDEX"

COMMON_TAGS = tr_later("voice speech speak search image retrieval scrl")

BUILDING = tr_later("Voice index")
SEARCHING = tr_later("Voice search")


@dataclass(frozen=True)
class Run:
    """The values of an algorithm's parameters, and who is told of the progress.

    Attributes:
        algorithm: Whose parameters they are.
        parameters: The values by name.
        context: The project and its transforms.
        feedback: Hears nothing that matters while the values are only read.
    """

    algorithm: EngineAlgorithm
    parameters: dict[str, Any]
    context: QgsProcessingContext
    feedback: QgsProcessingFeedback

    def ask(
        self, method: Method[methods.Params, methods.Result], params: methods.Params
    ) -> methods.Result:
        """Return the answer of the provider's engine.

        Raises:
            EngineError: With the code ``cancelled`` if the user cancelled.
        """
        client: EngineClient = self.algorithm.provider().client
        return client.ask(method, params, self.feedback)

    def text(self, name: str) -> str:
        """Return a text parameter."""
        return str(self.algorithm.parameterAsString(self.parameters, name, self.context))

    def flag(self, name: str) -> bool:
        """Return a boolean parameter."""
        return bool(self.algorithm.parameterAsBool(self.parameters, name, self.context))

    def path(self, name: str) -> str:
        """Return the absolute path of a file or folder parameter; empty if it is empty."""
        given = str(self.algorithm.parameterAsFile(self.parameters, name, self.context))
        # The engine runs in another folder; a relative path would mean another place there.
        return os.path.abspath(given) if given else ""  # noqa: PTH100 - links stay links

    def index(self) -> str:
        """Return the voice index: the absolute path of its folder, or its address; empty if it is empty.

        Raises:
            QgsProcessingException: The address holds a password: Processing writes parameters into its history.
        """
        given = str(self.algorithm.parameterAsFile(self.parameters, INDEX, self.context)).strip()
        if not codec.is_address(given):
            return self.path(INDEX)
        if is_shared(given) and has_password(given):
            raise QgsProcessingException(tr(texts.NO_PASSWORD))
        return given

    def day(self, name: str) -> date | None:
        """Return a date parameter, None if it is empty."""
        if self.parameters.get(name) in (None, ""):
            return None
        when = self.algorithm.parameterAsDateTime(self.parameters, name, self.context)
        return date.fromisoformat(when.date().toString("yyyy-MM-dd")) if when.isValid() else None


class EngineAlgorithm(QgsProcessingAlgorithm):
    """An algorithm that lets the engine work.

    Subclasses say ``NAME``, ``TITLE``, ``GROUP``, ``SUMMARY`` and ``TAGS``, and write
    ``initAlgorithm``, ``work`` and, if something can be wrong before that, ``read``.
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

    def helpUrl(self) -> str:  # noqa: N802
        """Return the page of the user guide about it, for the Help button."""
        return str(help_url(OF_ALGORITHMS[self.NAME]).toString())

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

    def checkParameterValues(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Find what can be found wrong before anything is started."""
        # First, for QGIS's own check would only say that a value is incorrect.
        run = Run(self, parameters, context, QgsProcessingFeedback(False))
        try:
            if isinstance(self.parameterDefinition(INDEX), QgsProcessingParameterFile):
                run.index()
            self.read(run)
        except QgsProcessingException as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        """Read the parameters."""
        self.read(Run(self, parameters, context, feedback))
        return True

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
            return self.work(Run(self, parameters, context, feedback))
        except EngineError as error:
            if error.is_cancelled:
                feedback.pushInfo(error.message)
                return {}
            text = error.in_processing
            if error.log:
                text += " " + tr("See {log} for details.").format(log=error.log)
            raise QgsProcessingException(text) from error

    def read(self, run: Run) -> None:
        """Read the parameters and keep what ``work`` needs of them.

        Raises:
            QgsProcessingException: They cannot be used.
        """

    def work(self, run: Run) -> dict[str, Any]:
        """Delegate to the engine, report, return the outputs."""
        raise NotImplementedError

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
