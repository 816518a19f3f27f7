"""What the layers in ``pyproject.toml`` (import-linter, ``make lint``) cannot say of the modules."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.paths import ROOT

ENGINE = ROOT / "engine"
PLUGIN = ROOT / "qgis_scrl"
MODULES = sorted(ENGINE.rglob("*.py"))
PLUGIN_MODULES = sorted(PLUGIN.rglob("*.py"))
CONTRACT_MODULES = sorted((ENGINE / "contract").rglob("*.py"))
# What Bandit, and with it the plugin repository, objects to in a plugin.
FORBIDDEN_IN_THE_PLUGIN = {"subprocess", "pickle", "marshal", "shelve", "ctypes", "sqlite3"}


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
def test_the_engine_imports_itself_relatively(path):
    """In QGIS it is ``qgis_scrl.engine``: a module ``engine`` would be that of another plugin."""
    assert "engine" not in {module.split(".")[0] for level, module in imports(path) if level == 0}


@pytest.mark.parametrize("path", PLUGIN_MODULES, ids=name)
def test_the_plugin_needs_nothing_but_qgis_and_the_standard_library(path):
    absolute = {module.split(".")[0] for level, module in imports(path) if level == 0}
    if path == PLUGIN / "contract.py":
        absolute.discard("engine")  # for the type checker
    # `processing` is QGIS's own, and `osgeo` comes with it.
    assert absolute <= {"qgis", "processing", "osgeo"} | (
        sys.stdlib_module_names - FORBIDDEN_IN_THE_PLUGIN
    )


@pytest.mark.parametrize("path", CONTRACT_MODULES, ids=name)
def test_the_contract_needs_nothing_but_the_standard_library_and_itself(path):
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))
    for level, module in imports(path):
        assert level == 1 or (level == 0 and module.split(".")[0] in sys.stdlib_module_names)


@pytest.mark.parametrize("path", PLUGIN_MODULES, ids=name)
def test_the_plugin_is_fit_for_the_plugin_repository(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))):
        assert not isinstance(node, ast.Assert), "no assert"
        if isinstance(node, ast.ExceptHandler):
            only_pass = [isinstance(statement, ast.Pass) for statement in node.body]
            assert only_pass != [True], "no try, except, pass"
        if isinstance(node, ast.Attribute):
            assert node.attr != "exec_", "exec() works in Qt 5 and Qt 6"
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            assert not (node.module or "").startswith("PyQt"), "Qt comes through qgis.PyQt"


def test_every_module_says_what_it_is_for():
    for path in (*MODULES, *PLUGIN_MODULES):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), name(path)


def test_versions_agree():
    from engine import __version__

    metadata = (ROOT / "metadata.txt").read_text(encoding="utf-8")
    assert f"\nversion={__version__}\n" in metadata
