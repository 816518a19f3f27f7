"""The house keeps to its plan: who may import what (docs: DESIGN, sections 1 and 2)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ENGINE = ROOT / "engine"
MODULES = sorted(ENGINE.rglob("*.py"))
# Data walk one way; a room may import rooms before it, never one after it.
WALK = {"audio": 0, "imagery": 0, "model": 1, "index": 2, "training": 3}


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the level and name of each import of a module, those inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((0, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.level, node.module or ""


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_the_engine_knows_nothing_of_qgis_and_imports_itself_relatively(path):
    absolute = {module.split(".")[0] for level, module in imports(path) if level == 0}
    assert not absolute & {"qgis", "PyQt5", "PyQt6", "osgeo", "engine", "tests", "tools", "pickle"}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_data_walk_one_way(path):
    parts = path.relative_to(ENGINE).parts
    if len(parts) < 2:
        return
    room = parts[0]
    for level, module in imports(path):
        if level == 2:
            other = module.split(".")[0]
            if other in WALK and other != room:
                assert WALK[other] < WALK[room], f"{room} imports {other}"


def test_the_walk_is_really_checked():
    crossing = {
        (path.relative_to(ENGINE).parts[0], module.split(".")[0])
        for path in MODULES
        for level, module in imports(path)
        if level == 2
    }
    assert ("index", "imagery") in crossing
    assert ("training", "model") in crossing


def test_every_module_says_what_it_is_for():
    for path in MODULES:
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), name(path)


def test_versions_agree():
    from engine import __version__

    metadata = (ROOT / "metadata.txt").read_text(encoding="utf-8")
    assert f"\nversion={__version__}\n" in metadata
