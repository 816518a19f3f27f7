"""Questions to the engine, one of each kind at a time."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject

from ..contract import Method, methods
from ..engine_client import EngineClient, Request
from ..errors import EngineError


class EngineRequests(QObject):
    """Asks the engine; of each kind of question only the last one counts."""

    def __init__(self, client: EngineClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.client = client
        self._requests: dict[str, Request] = {}

    @property
    def ready(self) -> bool:
        """Whether the engine answers at once."""
        return self.client.state == "ready"

    def running(self, kind: str) -> Request | None:
        """Return the question of a kind that waits for its answer."""
        return self._requests.get(kind)

    def ask(
        self,
        kind: str,
        method: Method[methods.Params, methods.Result],
        params: methods.Params,
        then: Callable[[methods.Result], object],
        otherwise: Callable[[EngineError], None],
    ) -> Request:
        """Ask; an earlier question of the same kind is given up, and its answer not heard."""
        self.give_up(kind)
        request = self.client.request(method, params)
        self._requests[kind] = request

        def is_current() -> bool:
            if self._requests.get(kind) is not request:
                return False
            del self._requests[kind]
            return True

        request.finished.connect(lambda result: then(result) if is_current() else None)
        request.failed.connect(lambda error: otherwise(error) if is_current() else None)
        return request

    def give_up(self, *kinds: str) -> None:
        """Cancel questions of these kinds."""
        for kind in kinds:
            request = self._requests.pop(kind, None)
            if request is not None:
                request.cancel()

    def end(self) -> None:
        """Cancel all."""
        self.give_up(*list(self._requests))
