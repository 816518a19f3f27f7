"""Shared indexes with user and password from QGIS's authentication configurations: given to the engine, shown to nobody."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import processing
import pytest
from qgis.core import (
    QgsApplication,
    QgsAuthManager,
    QgsAuthMethodConfig,
    QgsCredentials,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsProviderRegistry,
    QgsSettings,
)

from qgis_scrl import credentials, diagnostics
from qgis_scrl.contract import Query, SearchParams, TextPart, auth_configuration, methods
from qgis_scrl.dock.dialogs.shared_index_dialog import SharedIndexDialog
from qgis_scrl.dock.widgets.status_banner import DockState
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.processing.provider import ScrlProvider
from qgis_scrl.settings import Settings
from tests.plugin.conftest import MASTER
from tests.support.desk import Desk, of_the_scene
from tests.support.events import Told, wait_until
from tests.support.postgis_server import server_address
from tests.support.refusing_server import RefusingServer, refusing_server
from tests.support.secrets_kept import files_with, seen_of
from tools.postgis import NoServer

USER, PASSWORD = "s3cret-anna", "s3cret pass'w\\ö\"=!%"


class Asked(QgsCredentials):
    """Answers QGIS's question for the master password, as its dialog would.

    Attributes:
        answer: The master password; None: the user cancels.
        times: How often the user was asked.
    """

    def __init__(self) -> None:
        super().__init__()
        self.answer: str | None = MASTER
        self.times = 0
        self.setInstance(self)

    def requestMasterPassword(self, password: str, stored: bool) -> tuple[bool, str]:  # noqa: N802
        self.times += 1
        return self.answer is not None, self.answer or ""

    def request(self, realm: str, user: str, password: str, message: str) -> tuple[bool, str, str]:
        raise AssertionError(realm)


@pytest.fixture(scope="module")
def asked(qgis_app: QgsApplication) -> Asked:
    """Whoever is asked by QGIS; for good, as QGIS keeps the last one."""
    return Asked()


@pytest.fixture
def auth(asked: Asked, auth_manager: QgsAuthManager) -> Asked:
    """QGIS's authentication database, unlocked."""
    asked.answer, asked.times = MASTER, 0
    return asked


def configuration(method: str = "Basic", **values: str) -> QgsAuthMethodConfig:
    made = QgsAuthMethodConfig(method, 2)
    made.setName("of the team")
    for name, value in values.items():
        made.setConfig(name, value)
    stored = QgsApplication.authManager().storeAuthenticationConfig(made)
    assert stored[0] if isinstance(stored, tuple) else stored
    return made


@pytest.fixture
def basic(auth: Asked) -> QgsAuthMethodConfig:
    return configuration(username=USER, password=PASSWORD)


@pytest.fixture
def door() -> Iterator[RefusingServer]:
    with refusing_server() as server:
        yield server


@pytest.fixture
def client(engine_python: Path) -> Iterator[EngineClient]:
    made = EngineClient()
    yield made
    made.stop()


def lock() -> None:
    QgsApplication.authManager().clearMasterPassword()
    assert credentials.is_locked()


def info(client: EngineClient, address: str) -> str:
    """Ask what an index holds, as the dock does by itself; returns the failure's code."""
    return Told(client.request(methods.INDEX_INFO, methods.IndexParams(address))).wait().code


def search(client: EngineClient, address: str) -> Told:
    return Told(client.request(methods.SEARCH, SearchParams(address, Query((TextPart("tanks"),)))))


def test_the_engine_is_given_user_and_password(client, door, basic):
    address = f"{door.address}?authcfg={basic.id()}"
    assert info(client, address) == "server-refuses"
    assert door.knocks == [(USER, PASSWORD)]
    # What has been corrected in QGIS is taken the next time.
    basic.setConfig("password", "another")
    assert QgsApplication.authManager().updateAuthenticationConfig(basic)
    assert info(client, address) == "server-refuses"
    assert door.knocks[1:] == [(USER, "another")]
    # Another engine knows nothing.
    client.restart()
    assert search(client, address).wait().code == "server-refuses"
    assert door.knocks[2:] == [(USER, "another")]


def test_a_request_that_is_sent_again_has_them_again(client, door, basic, tmp_path, demo_index):
    address = f"{door.address}?authcfg={basic.id()}"
    params = methods.CopyIndexParams(str(demo_index), address)
    told = Told(client.request(methods.COPY_INDEX, params))
    wait_until(lambda: client.state == "ready", 60, "the engine")
    client.restart()
    assert told.wait().code == "server-refuses"
    assert set(door.knocks) == {(USER, PASSWORD)}


def test_addresses_without_a_configuration_need_none(client, auth, tmp_path):
    lock()
    assert info(client, str(tmp_path / "x.scrl")) == "index-missing"
    assert info(client, "postgresql://a@127.0.0.1:1/x") == "server-unreachable"
    assert auth.times == 0


def test_the_master_password_is_asked_for_when_the_user_has_acted(client, door, basic):
    address = f"{door.address}?authcfg={basic.id()}"
    auth = QgsCredentials.instance()
    lock()
    assert info(client, address) == "credentials-locked"
    assert auth.times == 0
    auth.answer = None
    first, second = search(client, address), search(client, address)
    assert first.wait().code == "credentials-locked"
    assert second.wait().code == "credentials-locked"
    assert auth.times > 0
    assert door.knocks == []
    auth.answer, auth.times = MASTER, 0
    first, second = search(client, address), search(client, address)
    beside = Told(client.request(methods.INDEX_INFO, methods.IndexParams(address)))
    for told in (first, second, beside):
        assert told.wait().code in credentials.REFUSED
    assert auth.times == 1
    assert set(door.knocks) == {(USER, PASSWORD)}


def test_a_request_that_waits_for_the_user_can_be_cancelled(client, door, basic):
    lock()
    client.start()
    wait_until(lambda: client.state == "ready", 60, "the engine")
    told = search(client, f"{door.address}?authcfg={basic.id()}")
    told.request.cancel()
    assert told.wait().code == "cancelled"
    assert client.running_requests == ()
    # Nobody is asked for its sake any more: what follows comes after.
    assert info(client, f"{door.address}?authcfg={basic.id()}") == "credentials-locked"
    assert QgsCredentials.instance().times == 0


def test_what_qgis_does_not_know_or_cannot_use_is_said(client, door, auth):
    assert info(client, f"{door.address}?authcfg=nosuch1") == "credentials-missing"
    token = configuration("EsriToken", token="s3cret")  # noqa: S106
    told = search(client, f"{door.address}?authcfg={token.id()}").wait()
    assert told.code == "credentials-unusable"
    assert "EsriToken" in told.errors[0].text
    assert "s3cret" not in told.errors[0].text
    # Neither is asked of the user.
    lock()
    assert search(client, f"{door.address}?authcfg=nosuch1").wait().code == "credentials-missing"
    assert auth.times == 0


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl")
def test_certificates_are_given_as_files(auth, tmp_path):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out",
         str(certificate), "-days", "30", "-subj", "/CN=anna"],
        check=True, capture_output=True,
    )  # fmt: skip
    made = configuration("PKI-Paths", certpath=str(certificate), keypath=str(key), keypass="")
    given = credentials.parameters(made.id())
    assert given["user"] == "anna"
    assert "BEGIN CERTIFICATE" in Path(given["sslcert"]).read_text()
    assert "PRIVATE KEY" in Path(given["sslkey"]).read_text()
    assert "password" not in given


def test_they_are_written_nowhere(engine_python, door, basic, tmp_path, monkeypatch):
    for name in ("XDG_STATE_HOME", "TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path))
    Settings().log_level = "debug"
    address = f"{door.address}?authcfg={basic.id()}"
    logged: list[str] = []
    QgsApplication.messageLog().messageReceived.connect(lambda *said: logged.append(repr(said)))
    client = EngineClient()
    said: list[str] = []
    client.message.connect(lambda text, _level: said.append(text))
    desk = Desk(client)
    try:
        desk.dock.indexes._take_shared(address)
        desk.wait_for(DockState.ERROR)
        told = search(client, address).wait()
        page = diagnostics.whole(
            diagnostics.plugin_part(client, Settings()),
            Told(client.request(methods.DIAGNOSTICS, methods.Nothing())).wait(180).result,
            client.log,
        )
        seen = seen_of(client.process_id)
        shown = desk.said
        assert QgsProject.instance().write(str(tmp_path / "project.qgs"))
    finally:
        desk.clear()
        client.stop()
    QgsSettings().sync()
    assert (USER, PASSWORD) in door.knocks
    assert "password authentication failed" in told.errors[0].text
    assert "QGIS_SCRL_LOG_LEVEL=debug" in seen
    assert basic.id() in page
    everything = "".join((*logged, *said, page, seen, shown, told.errors[0].text, client.log))
    assert "s3cret" not in everything
    profile = Path(QgsApplication.qgisSettingsDirPath())
    assert any(profile.rglob("*"))
    assert files_with("s3cret", [tmp_path, profile]) == []


def test_the_dialog_takes_the_configuration_of_a_connection(basic):
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    uri = f"dbname='imagery' host=db.example.org port=5433 sslmode=require authcfg={basic.id()}"
    connection = metadata.createConnection(uri, {"authcfg": basic.id()})
    metadata.saveConnection(connection, "Team database")
    try:
        dialog = SharedIndexDialog()
        row = dialog.connections.findText("Team database")
        dialog.connections.setCurrentIndex(row)
        dialog.connections.activated.emit(row)
        assert dialog.ok_button.isEnabled()
        assert basic.id() in dialog.note.text()
        address = dialog.index()
        assert auth_configuration(address) == basic.id()
        assert "sslmode=require" in address
        assert "s3cret" not in address + dialog.address.text() + dialog.note.text()
    finally:
        metadata.deleteConnection("Team database")


@pytest.fixture
def locked_desk(engine_python, basic) -> Iterator[Desk]:
    """A desk with an engine of its own, while QGIS's authentication database is locked."""
    lock()
    client = EngineClient()
    desk = Desk(client)
    yield desk
    desk.clear()
    client.stop()


def test_the_dock_asks_where_the_user_has_acted(locked_desk, door, basic):
    desk, auth = locked_desk, QgsCredentials.instance()
    desk.dock.index_bar.choose(f"{door.address}?authcfg={basic.id()}")
    desk.wait_for(DockState.ERROR)
    assert desk.failure == "credentials-locked"
    assert desk.dock._retry == desk.dock.indexes.unlock
    assert auth.times == 0
    desk.dock._retry()
    wait_until(lambda: bool(door.knocks), 60, "a knock")
    assert auth.times == 1
    assert door.knocks[0] == (USER, PASSWORD)


def test_a_copy_asks_once_and_again_when_it_is_tried_again(locked_desk, door, basic, tmp_path):
    desk, auth = locked_desk, QgsCredentials.instance()
    address = f"{door.address}?authcfg={basic.id()}"
    wait_until(lambda: desk.client.state == "ready", 60, "the engine")
    auth.answer = None
    desk.dock.indexes.copy(methods.CopyIndexParams(address, str(tmp_path / "pulled.scrl")))
    desk.wait_for(DockState.ERROR)
    assert desk.failure == "credentials-locked"
    assert auth.times == 1
    assert not door.knocks
    auth.answer = MASTER
    desk.dock.banner.button.click()
    wait_until(lambda: bool(door.knocks), 60, "a knock")
    assert auth.times == 2
    assert door.knocks[0] == (USER, PASSWORD)
    desk.wait_for(DockState.ERROR)
    assert desk.failure == "server-refuses"


# --- Processing -----------------------------------------------------------------------------------


@pytest.fixture
def provider(client: EngineClient, qgis_processing: None) -> Iterator[ScrlProvider]:
    made = ScrlProvider(client)
    assert QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider("scrl")


def asked_in_processing(index: str) -> dict:
    parameters = {"INDEX": index, "TEXT": "storage tanks", "OUTPUT": "TEMPORARY_OUTPUT"}
    return processing.run("scrl:searchbytext", parameters, feedback=QgsProcessingFeedback(False))


def test_algorithms_are_answered_with_them(provider, door, basic):
    auth = QgsCredentials.instance()
    address = f"{door.address}?authcfg={basic.id()}"
    lock()
    with pytest.raises(QgsProcessingException, match="does not let you in"):
        asked_in_processing(address)
    assert auth.times == 1
    assert door.knocks == [(USER, PASSWORD)]
    lock()
    auth.answer = None
    with pytest.raises(QgsProcessingException, match="QGIS_AUTH_PASSWORD_FILE"):
        asked_in_processing(address)


def test_algorithms_take_no_password(provider, door):
    with pytest.raises(QgsProcessingException, match="Leave the password out"):
        asked_in_processing(door.address.replace("//", "//anna:secret@"))
    assert door.knocks == []


# --- with a real server ---------------------------------------------------------------------------


@pytest.mark.postgis
def test_an_index_is_published_searched_and_pulled(client, provider, auth, tmp_path, monkeypatch):
    try:
        address = server_address()
    except NoServer as reason:
        pytest.skip(str(reason))
    user = f"anna_{os.getpid()}"
    where, database = address.partition("@")[2].rsplit("/", 1)
    host, port = where.split(":")
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    words = {
        "dbname": database,
        "host": host,
        "port": port,
        "user": "postgres",
        "password": os.environ["PGPASSWORD"],
    }
    administrator = metadata.createConnection(" ".join(f"{n}='{v}'" for n, v in words.items()), {})
    quoted = PASSWORD.replace("'", "''")
    for statement in (
        "CREATE EXTENSION IF NOT EXISTS postgis",
        "CREATE EXTENSION IF NOT EXISTS vector",
        f"CREATE ROLE {user} LOGIN CREATEROLE PASSWORD '{quoted}'",
        f"GRANT CREATE ON DATABASE {database} TO {user}",
    ):
        administrator.executeSql(statement)
    monkeypatch.delenv("PGPASSWORD")
    made = configuration(username=user, password=PASSWORD)
    shared = f"postgresql://{where}/{database}?authcfg={made.id()}&schema=of_{user}"
    local = tmp_path / "scene.scrl"
    Told(client.request(methods.BUILD_INDEX, of_the_scene(local, 500))).wait(180)
    lock()
    published = methods.CopyIndexParams(str(local), shared)
    assert Told(client.request(methods.COPY_INDEX, published)).wait(180).result.copied > 0
    found = search(client, shared).wait(120).result
    assert found.hits
    assert asked_in_processing(shared)["FOUND"] > 0
    pulled = methods.CopyIndexParams(shared, str(tmp_path / "pulled.scrl"))
    assert Told(client.request(methods.COPY_INDEX, pulled)).wait(180).result.copied > 0
    # A password that has changed on the server, then in QGIS.
    administrator.executeSql(f"ALTER ROLE {user} PASSWORD 'new'")
    client.restart()
    assert info(client, shared) == "server-refuses"
    made.setConfig("password", "new")
    assert QgsApplication.authManager().updateAuthenticationConfig(made)
    again = Told(client.request(methods.INDEX_INFO, methods.IndexParams(shared)))
    assert again.wait().result.tiles == found.searched > 0
