"""A session with the real model, and a small index of the demo scene."""

from __future__ import annotations

import pytest

from engine.application.build import build_index
from engine.application.session import Session
from engine.contract.methods import BuildIndexParams
from engine.progress import Task
from tests.support import paths

SCENE = str(paths.SCENE)


@pytest.fixture(scope="session")
def session() -> Session:
    return Session()


@pytest.fixture(scope="session")
def index(session, tmp_path_factory) -> str:
    path = str(tmp_path_factory.mktemp("application") / "demo.scrl")
    build_index(session, BuildIndexParams(path, (SCENE,), (500.0,)), Task())
    return path
