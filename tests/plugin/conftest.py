"""Fixtures of the tests inside QGIS: real QGIS without a screen, the real engine beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from qgis_scrl.engine_client import EngineClient
from qgis_scrl.environment import find_python
from qgis_scrl.errors import EngineError
from qgis_scrl.settings import Settings
from tests.plugin.events import wait_until


@pytest.fixture(autouse=True)
def plain_settings(qgis_app: QgsApplication) -> Iterator[None]:
    """Every test begins, and ends, with the plugin's settings as they are after installation."""
    Settings().clear()
    yield
    Settings().clear()


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
    request = client.request("warm_up")
    request.finished.connect(answers.append)
    request.failed.connect(answers.append)
    wait_until(lambda: bool(answers), 120)
    if isinstance(answers[0], EngineError):
        pytest.fail(answers[0].text)
    yield client
    client.stop()
