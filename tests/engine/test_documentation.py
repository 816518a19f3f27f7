"""The documentation: pages that are made of the code, examples that run, links that lead somewhere."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys

import nbformat
import pytest

import engine
from engine import errors
from tests.support.paths import ROOT
from tools import command_reference, docs_site

DOCS = ROOT / "docs"
NOTEBOOK = DOCS / "notebook.ipynb"


def _code_cells() -> list[str]:
    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    return [cell.source for cell in cells if cell.cell_type == "code"]


def test_the_commands_are_those_of_the_program():
    wanted = command_reference.PAGE.read_text(encoding="utf-8")
    assert wanted == command_reference.page(), "run `make pages`"


def test_the_notebook_is_kept_without_outputs():
    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells)


@pytest.mark.slow
def test_the_notebook_runs_in_jupyter(tmp_path, monkeypatch):
    import nbclient

    (tmp_path / "scrl").symlink_to(ROOT / "engine")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    where = {"metadata": {"path": str(DOCS)}}
    nbclient.NotebookClient(notebook, timeout=600, resources=where).execute()
    shown = [out for cell in notebook.cells if cell.cell_type == "code" for out in cell.outputs]
    assert any("<table>" in out.get("data", {}).get("text/html", "") for out in shown)


def test_the_page_on_python_names_what_there_is():
    page = (DOCS / "python.md").read_text(encoding="utf-8")
    for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        for node in ast.walk(ast.parse(block)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                thing = {"scrl": engine, "index": engine.Index, "hits": engine.Hits}.get(
                    node.value.id
                )
                assert thing is None or hasattr(thing, node.attr) or node.attr == "errors", ast.unparse(node)  # fmt: skip
            if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "scrl.errors":
                assert hasattr(errors, node.attr)


@pytest.mark.parametrize("page", docs_site.pages(), ids=lambda page: page.name)
def test_links_between_pages_lead_to_files(page):
    text = page.read_text(encoding="utf-8")
    links = [m[1] for m in re.finditer(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)", text) if "://" not in m[1]]
    assert [link for link in links if not (page.parent / link).exists()] == []
    # A page that is not in the site would be a warning of MkDocs, and no site.
    linked = {path for path in docs_site.linked(page, text) if path.suffix == ".md"}
    assert linked <= set(docs_site.pages())


def test_every_page_of_the_documentation_is_in_the_site(tmp_path, monkeypatch):
    config = docs_site.CONFIG.read_text(encoding="utf-8")
    named = set(re.findall(r": (\S+\.md)$", config, re.MULTILINE))
    made = {"docs/notebook.md", "docs/python-reference.md"}
    assert named == {str(page.relative_to(ROOT)) for page in docs_site.pages()} | made
    monkeypatch.setattr(docs_site, "STAGE", tmp_path)
    monkeypatch.setattr(docs_site, "PAGES", tmp_path / "pages")
    docs_site.stage()
    assert all((tmp_path / "pages" / name).is_file() for name in named)
    assert (tmp_path / "pages" / "docs" / "images" / "qgis-hits.png").is_file()
    notebook = (tmp_path / "pages" / "docs" / "notebook.md").read_text(encoding="utf-8")
    assert notebook.count("```python") == len(_code_cells())


@pytest.mark.slow
def test_the_site_is_built_without_a_warning_and_needs_no_network():
    done = subprocess.run(
        [sys.executable, "-m", "tools.docs_site"],
        cwd=ROOT, env={**os.environ}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for page in docs_site.SITE.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.findall(r'(?:src|<link [^>]*href)="(?:https?:)?//[^"]*"', text), page.name
    interface = (docs_site.SITE / "docs" / "python-reference.html").read_text(encoding="utf-8")
    assert all(f'id="scrl.{name}"' in interface for name in ("Index.ask", "Hits", "open_index"))
