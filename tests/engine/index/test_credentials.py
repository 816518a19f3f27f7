"""Addresses that name an authentication configuration of QGIS: what it stands for comes from QGIS, and is told to nobody."""

from __future__ import annotations

from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg import sql

from engine.application.engine import use_credentials
from engine.application.session import Session
from engine.contract.indexes import auth_configuration, shared_address
from engine.contract.methods import UseCredentialsParams
from engine.errors import CredentialsUnknown, ServerRefuses, UsageError
from engine.index.builder import build_index
from engine.index.copies import copy_index
from engine.index.credentials import CREDENTIALS
from engine.index.postgis.address import Address
from engine.index.store import open_store, store_info
from engine.progress import Task
from tests.support.postgis_server import database_uri, shared_index_uri
from tests.support.refusing_server import refusing_server
from tests.support.scenes import PixelStatistics, write_scene
from tests.support.secrets_kept import files_with, seen_of
from tests.support.worker_process import Refused, WorkerProcess

USER, PASSWORD = "s3cret-anna", "s3cret pass'w\\ö!%"
AUTHCFG = "abc1234"


@pytest.fixture(autouse=True)
def nothing_is_known():
    yield
    CREDENTIALS._known.clear()


def known(user: str, password: str) -> None:
    params = UseCredentialsParams(AUTHCFG, {"user": user, "password": password})
    assert "s3cret" not in repr(params)
    use_credentials(Session(), params, Task())


def test_the_address_keeps_the_name_of_the_configuration_and_libpq_never_sees_it():
    uri = f"postgresql://db.example.org/imagery?authcfg={AUTHCFG}&sslmode=require&schema=city"
    address = Address.parse(uri)
    assert address.authcfg == AUTHCFG
    assert address.parameters == {"host": "db.example.org", "dbname": "imagery", "sslmode": "require"}  # fmt: skip
    assert shared_address(address.uri) == address.uri
    assert auth_configuration(address.uri) == AUTHCFG
    assert auth_configuration("postgresql://a@b/c") == ""
    assert auth_configuration("postgresql://[/?authcfg=x") == ""
    assert auth_configuration("/data/x.scrl?authcfg=x") == ""


def test_without_qgis_it_is_said_that_only_qgis_can_use_it():
    with pytest.raises(CredentialsUnknown, match=r"Only QGIS.*abc1234.*authcfg.*pgpass"):
        open_store(f"postgresql://db.example.org/imagery?authcfg={AUTHCFG}")


def test_what_a_server_refuses_is_shown_to_nobody_and_forgotten():
    with refusing_server() as server:
        uri = f"{server.address}?authcfg={AUTHCFG}"
        known(USER, PASSWORD)
        with pytest.raises(ServerRefuses, match="password authentication failed") as refused:
            store_info(uri)
        assert server.knocks == [(USER, PASSWORD)]
        assert "s3cret" not in str(refused.value)
        with pytest.raises(CredentialsUnknown):
            store_info(uri)
        known(USER, "other")
        with pytest.raises(ServerRefuses):
            store_info(uri)
        assert server.knocks[1:] == [(USER, "other")]


def test_what_has_been_corrected_meanwhile_is_not_forgotten():
    known(USER, "new")
    CREDENTIALS.drop(AUTHCFG, {"user": USER, "password": PASSWORD})
    assert CREDENTIALS.of(AUTHCFG) == {"user": USER, "password": "new"}
    # A copy: nobody else changes it.
    (CREDENTIALS.of(AUTHCFG) or {}).clear()
    assert CREDENTIALS.of(AUTHCFG) == {"user": USER, "password": "new"}


@pytest.mark.parametrize("parameters", [{"host": "evil.example.org"}, {"password": "s3cret\0"}])
def test_only_what_lets_a_user_in_is_taken(parameters):
    with pytest.raises(UsageError) as refused:
        use_credentials(Session(), UseCredentialsParams(AUTHCFG, parameters), Task())
    assert "evil" not in str(refused.value)
    assert "s3cret" not in str(refused.value)
    assert CREDENTIALS.of(AUTHCFG) is None


def test_the_worker_writes_them_nowhere(tmp_path):
    here = str(tmp_path)
    log = tmp_path / "worker.log"
    with refusing_server() as server:
        worker = WorkerProcess(
            log, QGIS_SCRL_LOG_LEVEL="debug", XDG_STATE_HOME=here, HOME=here, TMPDIR=here
        )
        try:
            index = f"{server.address}?authcfg={AUTHCFG}"
            given = {"user": USER, "password": PASSWORD}
            # At once, as the plugin does: the answer is not waited for.
            for _ in range(20):
                worker.ask("use_credentials", authcfg=AUTHCFG, parameters=given)
                with pytest.raises(Refused) as refused:
                    worker.call("index_info", index=index)
                assert refused.value.code == "server-refuses"
            for wrong in ({**given, "host": "x"}, {**given, "password": 5}, [PASSWORD], PASSWORD):
                with pytest.raises(Refused):
                    worker.call("use_credentials", authcfg=AUTHCFG, parameters=wrong)
            with pytest.raises(Refused):
                worker.call("use_credentials", authcfg=AUTHCFG, parameters=given, also=PASSWORD)
            worker.write(b'{"jsonrpc": "2.0", "method": "use_credentials", "s3cret\n')
            worker.answer(None)
            worker.call("diagnostics")
            seen = seen_of(worker.process.pid)
        finally:
            worker.close()
    assert set(server.knocks) == {(USER, PASSWORD)}
    assert "s3cret" not in repr(worker.heard) + repr(worker.rubbish)
    assert "QGIS_SCRL_LOG_LEVEL" in seen
    assert "s3cret" not in seen
    assert log.stat().st_size  # It has logged what it could not understand.
    assert files_with("s3cret", [tmp_path]) == []
    # The search finds what there is.
    (tmp_path / "forgotten.txt").write_text(PASSWORD)
    assert files_with("s3cret", [tmp_path]) == [tmp_path / "forgotten.txt"]


@pytest.mark.postgis
def test_an_index_is_published_pulled_and_asked_with_them(tmp_path, spec):
    uri = shared_index_uri()
    user = f"anna_{Address.parse(uri).schema[-6:]}"
    with psycopg.connect(database_uri(), autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE ROLE {} LOGIN CREATEROLE PASSWORD {}").format(
                sql.Identifier(user), sql.Literal(PASSWORD)
            )
        )
        connection.execute(
            sql.SQL("GRANT CREATE ON DATABASE postgres TO {}").format(sql.Identifier(user))
        )
    parts = urlsplit(uri)
    named = parts._replace(netloc=f"{parts.hostname}:{parts.port}").geturl() + f"&authcfg={AUTHCFG}"
    scene = tmp_path / "a.tif"
    write_scene(scene, seed=1)
    index, encoder = tmp_path / "a.scrl", PixelStatistics()
    build_index(index, [str(scene)], encoder, spec, part_tiles=60, batch_size=16)
    with pytest.raises(CredentialsUnknown):
        copy_index(index, named)
    known(user, "wrong")
    with pytest.raises(ServerRefuses) as refused:
        copy_index(index, named)
    assert user not in str(refused.value)
    known(user, PASSWORD)
    copy_index(index, named)
    store, tiles = open_store(named), store_info(index).tiles
    assert store.info.tiles == tiles > 0
    copy_index(named, tmp_path / "pulled.scrl")
    assert store_info(tmp_path / "pulled.scrl").tiles == tiles
    assert PASSWORD not in repr(store.info)
