"""A session with the real model, and a small index of the demo scene."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.application.build import build_index
from engine.application.session import Session
from engine.contract.methods import BuildIndexParams
from engine.progress import SilentProgress

DEMO = Path(__file__).resolve().parents[3] / "resources" / "demo"
SCENE = str(DEMO / "scene.tif")


@pytest.fixture(scope="session")
def session() -> Session:
    return Session()


@pytest.fixture(scope="session")
def index(session, tmp_path_factory) -> str:
    path = str(tmp_path_factory.mktemp("application") / "demo.scrl")
    build_index(session, BuildIndexParams(path, (SCENE,), (500.0,)), SilentProgress())
    return path
