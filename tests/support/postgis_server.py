"""A PostgreSQL server for tests of shared indexes: that of ``make postgis``, or one that QGIS_SCRL_POSTGIS names."""

from __future__ import annotations

import atexit
import contextlib
import functools
import os
import secrets
from urllib.parse import quote

import pytest

from tools.postgis import NoServer, server

NAMED = "QGIS_SCRL_POSTGIS"


@functools.cache
def server_address() -> str:
    """Return the address of a database; the password of its user is in the environment.

    The server is started once for all tests of a process, and ends with it.

    Raises:
        NoServer: There is none.
    """
    address = os.environ.get(NAMED)
    if address is None:
        stack = contextlib.ExitStack()
        running = stack.enter_context(server())
        atexit.register(stack.close)
        address, os.environ["PGPASSWORD"] = running.address, running.password
    return address


@functools.cache
def database_uri() -> str:
    """Return the address of a database with both extensions; the password is in the environment."""
    import psycopg  # which QGIS's Python does not have

    address = server_address()
    with psycopg.connect(address, autocommit=True) as connection:
        for extension in ("postgis", "vector"):
            connection.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
    return address


def shared_index_uri(schema: str | None = None) -> str:
    """Return the address of a shared index that is not there yet; skips the test where there is no server."""
    try:
        address = database_uri()
    except NoServer as reason:
        pytest.skip(str(reason))
    return f"{address}?schema={quote(schema or f'test_{secrets.token_hex(6)}')}"
