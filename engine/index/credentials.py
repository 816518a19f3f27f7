"""What QGIS's authentication configurations stand for, for addresses that name one; in memory, and nowhere else."""

from __future__ import annotations

import threading
from collections.abc import Mapping

#: What libpq may be given. The server is named by the address alone.
PARAMETERS = ("user", "password", "sslcert", "sslkey", "sslrootcert", "sslpassword")


class Credentials:
    """What is known of each configuration; several threads may ask at once. It shows nothing of what it holds."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, dict[str, str]] = {}

    def keep(self, authcfg: str, parameters: Mapping[str, str]) -> None:
        """Keep what a configuration stands for, instead of what was known of it.

        Args:
            authcfg: The id of the configuration.
            parameters: Of :data:`PARAMETERS`.
        """
        with self._lock:
            self._known[authcfg] = dict(parameters)

    def of(self, authcfg: str) -> dict[str, str] | None:
        """Return what a configuration stands for; None if nobody has said it."""
        with self._lock:
            known = self._known.get(authcfg)
            return None if known is None else dict(known)

    def drop(self, authcfg: str, parameters: Mapping[str, str]) -> None:
        """Forget what a server has refused, unless something else is known by now."""
        with self._lock:
            if self._known.get(authcfg) == parameters:
                del self._known[authcfg]


#: Of this process: QGIS's engine. On the command line nobody fills it.
CREDENTIALS = Credentials()
