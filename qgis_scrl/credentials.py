"""What QGIS's authentication configurations stand for, for addresses of shared indexes that name one.

Asked for when it is to be sent to the engine, never kept: a password that is changed in QGIS counts at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qgis.core import QgsApplication, QgsDataSourceUri

from .contract import AUTHCFG, Notice, auth_configuration, to_json
from .errors import EngineError
from .translation import tr

LOCKED = "credentials-locked"
#: After these another password may be what is wanted.
REFUSED = ("server-refuses", "credentials-unknown")

_PROVIDER = "postgres"
#: Beside user and password, what methods with certificates give: paths of files that QGIS makes.
_OPTIONS = ("sslcert", "sslkey", "sslrootcert", "sslpassword")


def configurations(line: bytes, params: Any) -> list[str]:
    """Return the ids of the configurations that a request's addresses name.

    Args:
        line: The request as it is sent.
        params: Its parameters.
    """
    # Most name none, and a build may have ten thousand rasters to look through.
    if AUTHCFG.encode() not in line:
        return []
    return list(dict.fromkeys(filter(None, map(auth_configuration, _texts(to_json(params))))))


def is_locked() -> bool:
    """Tell whether QGIS needs its master password before it gives anything."""
    return not QgsApplication.authManager().masterPasswordIsSet()


def unlock() -> bool:
    """Let QGIS ask the user for its master password, unless it knows it; returns whether it does now."""
    return bool(QgsApplication.authManager().setMasterPassword(True))


def check(authcfg: str) -> None:
    """Check what can be known of a configuration without the master password.

    Raises:
        EngineError: ``credentials-missing``, ``credentials-unusable``.
    """
    manager = QgsApplication.authManager()
    if manager.isDisabled():
        raise _unusable(authcfg, " ".join(manager.disabledMessage().split()).rstrip("."))
    if authcfg not in manager.configIds():
        raise EngineError(Notice("credentials-missing", {"authcfg": authcfg}))


def parameters(authcfg: str) -> dict[str, str]:
    """Return what libpq connects with. Never shown, never kept.

    Raises:
        EngineError: ``credentials-locked``, ``credentials-missing``, ``credentials-unusable``.
    """
    check(authcfg)
    if is_locked():
        raise EngineError(LOCKED)
    manager = QgsApplication.authManager()
    is_known, items = manager.updateDataSourceUriItems([], authcfg, _PROVIDER)
    uri = QgsDataSourceUri(" ".join(items) if is_known else "")
    given = {"user": uri.username(), "password": uri.password()}
    given.update({name: uri.param(name) for name in _OPTIONS if uri.hasParam(name)})
    given = {name: value for name, value in given.items() if value}
    if not given:
        method = manager.configAuthMethodKey(authcfg)
        raise _unusable(authcfg, tr("its method is {method}").format(method=method))
    return given


def _unusable(authcfg: str, reason: str) -> EngineError:
    return EngineError(Notice("credentials-unusable", {"authcfg": authcfg, "reason": reason}))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
