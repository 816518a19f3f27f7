"""A build or a copy of a voice index among QGIS's tasks.

If the engine dies under it, the client starts it again and it goes on where it was.
"""

from __future__ import annotations

import threading
from typing import Union

from qgis.core import QgsTask

from ...contract import methods
from ...engine_client import Request

BuildParams = Union[
    methods.BuildIndexParams,
    methods.AddToIndexParams,
    methods.ResumeBuildParams,
    methods.ReembedIndexParams,
]


class BuildTask(QgsTask):
    """What QGIS shows of a build or a copy among its tasks; the work itself is done by the engine.

    Args:
        description: What is done, translated.
        request: The method that builds, adds, goes on, or copies.
        name: Of the index, for people.
        stopped: What is said if the user stops it; empty: the usual.
    """

    def __init__(self, description: str, request: Request, name: str, stopped: str = "") -> None:
        super().__init__(description, QgsTask.Flag.CanCancel)
        params = request.params
        self.index: str = (
            params.target if isinstance(params, methods.CopyIndexParams) else params.index
        )
        self.name = name
        self.stopped = stopped
        self.request = request
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
        self.stop()

    def stop(self) -> None:
        """Stop it; what is finished stays and can be gone on with. Of a build it can be searched, too."""
        if self.request.is_running:
            self.request.cancel()

    def end(self, good: bool) -> None:
        """Let the task end."""
        self._good = good
        self._over.set()
