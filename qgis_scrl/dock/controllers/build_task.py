"""Building a voice index: a QGIS task with progress.

If the engine dies under a build, the client starts it again and the build goes on where it was.
"""

from __future__ import annotations

import threading
from typing import Any, Union

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...contract import BuildReport, Method, ProgressReport, methods
from ...engine_client import EngineClient, Request
from ...errors import EngineError
from ...translation import tr

BuildParams = Union[methods.BuildIndexParams, methods.AddToIndexParams, methods.IndexParams]


class _BuildTask(QgsTask):
    """What QGIS shows of a build among its tasks; the work itself is done by the engine.

    Signals:
        cancel_wanted(): The user has cancelled the task in QGIS.
    """

    cancel_wanted = pyqtSignal()

    def __init__(self, description: str) -> None:
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._over = threading.Event()
        self._good = False

    def run(self) -> bool:
        """Wait, in a thread of QGIS's, until the engine is done."""
        while not self._over.wait(0.2):
            if self.isCanceled():
                return False
        return self._good

    def cancel(self) -> None:
        """Cancel, from QGIS's list of tasks or because QGIS ends."""
        super().cancel()
        self.cancel_wanted.emit()

    def end(self, good: bool) -> None:
        """Let the task end."""
        self._good = good
        self._over.set()


class IndexBuild(QObject):
    """A build that is going on.

    Args:
        client: The engine.
        method: The one that builds, adds, or goes on.
        params: Of the method.
        name: Of the index, for people.

    Signals:
        progressed(object): A :class:`ProgressReport`.
        noted(object): A :class:`Notice` in passing.
        finished(object): A :class:`BuildReport`.
        failed(object): An :class:`EngineError`; what was finished stays.
    """

    progressed = pyqtSignal(object)
    noted = pyqtSignal(object)
    finished = pyqtSignal(object)
    failed = pyqtSignal(object)

    def __init__(
        self,
        client: EngineClient,
        method: Method[Any, BuildReport],
        params: BuildParams,
        name: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._method = method
        self._params = params
        self.index = params.index
        self.name = name
        self._request: Request | None = None
        doing = (
            tr("Adding to voice index {name}")
            if method is methods.ADD_TO_INDEX
            else tr("Building voice index {name}")
        )
        self.task = _BuildTask(doing.format(name=name))
        self.task.cancel_wanted.connect(self.cancel)

    def start(self) -> None:
        """Begin."""
        QgsApplication.taskManager().addTask(self.task)
        self._request = self._client.request(self._method, self._params)
        self._request.progressed.connect(self._on_progress)
        self._request.noted.connect(self.noted)
        self._request.finished.connect(self._on_finished)
        self._request.failed.connect(self._on_failed)

    def cancel(self) -> None:
        """Stop; what is finished stays, and can be searched and gone on with."""
        if self._request is not None and self._request.is_running:
            self._request.cancel()

    def _on_progress(self, report: ProgressReport) -> None:
        self.task.setProgress(report.percent)
        self.progressed.emit(report)

    def _on_finished(self, report: BuildReport) -> None:
        self.task.end(True)
        self.finished.emit(report)

    def _on_failed(self, error: EngineError) -> None:
        self.task.end(False)
        self.failed.emit(error)
