"""Fixtures of the tests inside QGIS: real QGIS without a screen, the real engine beside it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsAuthManager

from qgis_scrl.contract import Nothing, methods, voice_notes
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.environment import find_python
from qgis_scrl.errors import EngineError
from qgis_scrl.installation import lock_file
from qgis_scrl.settings import Settings
from qgis_scrl.translation import install_translator
from tests.support.desk import Desk, of_the_scene
from tests.support.events import Told, answer, let_pass, wait_until
from tests.support.microphone import VirtualMicrophone
from tests.support.paths import AIRPORT, BEACH, HARBOUR, SCENE, TANKS
from tests.support.this_python import PINNED_FOR, THIS_PYTHON

MASTER = "the master's own word"
DATES_OF_DATED_INDEX = ("2012-07-01", "2018-07-01", "2021-07-01")


@pytest.fixture(autouse=True)
def plain_settings(qgis_app: QgsApplication) -> Iterator[None]:
    """Every test begins, and ends, with the plugin's settings as they are after installation, in English."""
    install_translator("en")
    Settings().clear()
    # It comes once, and not into the tests of other things.
    Settings().tour_was_shown = True
    yield
    Settings().clear()


@pytest.fixture
def auth_manager(qgis_app: QgsApplication) -> Iterator[QgsAuthManager]:
    """QGIS's authentication database, unlocked with :data:`MASTER`: the first password that is set is the only one."""
    manager = QgsApplication.authManager()
    assert not manager.isDisabled()
    manager.setPasswordHelperEnabled(False)
    assert manager.setMasterPassword(MASTER, True)
    yield manager
    manager.setMasterPassword(MASTER, True)
    for authcfg in manager.configIds():
        manager.removeAuthenticationConfig(authcfg)


@pytest.fixture(scope="session")
def engine_python(qgis_app: QgsApplication) -> Path:
    """The Python of the engine's environment; fails where ``make setup`` has not been run."""
    try:
        return find_python(Settings())
    except EngineError as error:
        pytest.fail(error.text)


@pytest.fixture(scope="session")
def warm_engine(engine_python: Path) -> Iterator[EngineClient]:
    """A real engine that has loaded its model; shared by tests that do no harm to it."""
    client = EngineClient()
    answers: list[object] = []
    request = client.request(methods.WARM_UP, Nothing())
    request.finished.connect(answers.append)
    request.failed.connect(answers.append)
    wait_until(lambda: bool(answers), 120)
    if isinstance(answers[0], EngineError):
        pytest.fail(answers[0].text)
    yield client
    client.stop()


@pytest.fixture
def pinned_for_this_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python that is newer than the pinned packages (Debian sid's) passes for one that they are for.

    It is the set-up that is tested with it; what comes after the download is not reached with it.
    """
    if THIS_PYTHON not in PINNED_FOR:
        folder = tmp_path / "lock for this Python"
        shutil.copytree(lock_file.lock_folder(), folder)
        newest, this = (version.replace(".", "") for version in (PINNED_FOR[-1], THIS_PYTHON))
        for ending in (".txt", "-cuda.txt"):
            shutil.copy(folder / f"linux-py{newest}{ending}", folder / f"linux-py{this}{ending}")
        monkeypatch.setattr(lock_file, "lock_folder", lambda: folder)


@pytest.fixture
def earth(tmp_path: Path) -> Path:
    """The demo scene stretched over 1,000 km: more tiles than a day's work, or than a disk holds."""
    path = tmp_path / "earth.vrt"
    corners = [0, 6_000_000, 1_000_000, 5_000_000]
    options = {"width": 1_000_000, "height": 1_000_000, "outputBounds": corners}
    gdal.Translate(str(path), str(SCENE), format="VRT", **options)
    return path


@pytest.fixture(scope="session")
def demo_index(warm_engine: EngineClient, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A voice index of the demo scene; tests must leave it as it is."""
    index = tmp_path_factory.mktemp("indexes") / "demo.scrl"
    request = warm_engine.request(methods.BUILD_INDEX, of_the_scene(index, 200))
    assert Told(request).wait(120).result.tiles == 225
    return index


@pytest.fixture
def town(warm_engine: EngineClient, tmp_path: Path) -> Path:
    """An index of a corner of the scene, which a test may change."""
    corner, index = tmp_path / "corner.tif", tmp_path / "town.scrl"
    gdal.Translate(str(corner), str(SCENE), srcWin=[0, 0, 400, 400]).FlushCache()
    params = methods.BuildIndexParams(str(index), (str(corner),), (400.0,))
    answer(warm_engine, methods.BUILD_INDEX, params)
    return index


@pytest.fixture
def desk(warm_engine: EngineClient) -> Iterator[Desk]:
    """A desk on which nothing has been done."""
    desk = Desk(warm_engine)
    yield desk
    desk.clear()


@pytest.fixture
def listening_desk(virtual_microphone: VirtualMicrophone, demo_index: Path) -> Iterator[Desk]:
    """A desk whose engine records from the virtual microphone, before its first question."""
    shutil.rmtree(Settings().questions_folder, ignore_errors=True)
    client = EngineClient()
    desk = Desk(client)
    try:
        desk.use(demo_index)
        wait_until(lambda: desk.dock._warm, 120, "a warm engine")
        yield desk
    finally:
        desk.clear()
        client.stop()
        let_pass(0.1)
        shutil.rmtree(Settings().questions_folder, ignore_errors=True)


@pytest.fixture(scope="session")
def field_notes(warm_engine: EngineClient, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four notes that were recorded far from the demo scene; tests leave them as they are."""
    file = tmp_path_factory.mktemp("notes") / "field.gpkg"
    for number, question in enumerate((AIRPORT, BEACH, HARBOUR, TANKS)):
        params = voice_notes.AddNoteParams(str(file), str(question), -70.0, 10.0 + number, "Ann")
        Told(warm_engine.request(methods.ADD_NOTE, params)).wait(60)
    return file


@pytest.fixture(scope="session")
def dated_index(warm_engine: EngineClient, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corner of the scene in three years, tiles of 500 m; tests must leave it as it is."""
    folder = tmp_path_factory.mktemp("dated")
    for number, day in enumerate(DATES_OF_DATED_INDEX):
        options = {"srcWin": [0, 1500, 1500, 1500], "scaleParams": [[0, 255, 10 * number, 255]]}
        gdal.Translate(str(folder / f"scene_{day}.tif"), str(SCENE), **options).FlushCache()
    index = folder / "dated.scrl"
    params = methods.BuildIndexParams(str(index), (str(folder),), (500.0,))
    assert Told(warm_engine.request(methods.BUILD_INDEX, params)).wait(120).result.tiles == 27
    return index
