"""The PostgreSQL server of tests, prepared through QGIS, whose Python has no psycopg."""

from __future__ import annotations

import os
import secrets

import pytest
from qgis.core import QgsProviderRegistry

from tests.support.postgis_server import server_address
from tools.postgis import NoServer


def shared_index_for_qgis(name: str) -> str:
    """Return the address of a shared index that is not there yet; skips the test where there is no server.

    Args:
        name: What its schema is called, with something behind it.
    """
    try:
        server = server_address()
    except NoServer as reason:
        pytest.skip(str(reason))
    where, database = server.partition("@")[2].rsplit("/", 1)
    host, port = where.split(":")
    password = os.environ["PGPASSWORD"]
    words = f"dbname='{database}' host='{host}' port='{port}' user='postgres' password='{password}'"
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    for extension in ("postgis", "vector"):
        metadata.createConnection(words, {}).executeSql(
            f"CREATE EXTENSION IF NOT EXISTS {extension}"
        )
    return f"{server}?schema={name}_{secrets.token_hex(4)}"
