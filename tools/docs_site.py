"""`make docs`: the documentation as a site, in ``build/site``, from the pages as they lie in the repository.

The pages are copied as they are, at the same places, so that the links between them, which work where the
repository is browsed, work in the site too; what they link to goes along. Only the standard library here; MkDocs
has an environment of its own. Nothing is downloaded but that, once, and the site needs no network.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from .own_environment import ROOT, make_environment

CONFIG = ROOT / "mkdocs.yml"
SITE = ROOT / "build" / "site"
STAGE = ROOT / "build" / "docs"
PAGES = STAGE / "pages"
#: Pages outside of ``docs``.
OTHER_PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "resources/models/scrl-3/README.md",
    "resources/models/scrl-3-open/README.md",
    "resources/demo/README.md",
)
_LINK = re.compile(r"\]\(([^)#\s]+)(#[^)\s]*)?\)")
#: What docstrings say for Sphinx before the name of something.
_ROLE = re.compile(r":(?:mod|func|class|meth|data|attr):(?=`)")
_PYTHON = """# Python interface

How it is used: [Use it in Python](python.md). What a user can mend is raised as a `scrl.UserError`, whose text says what to do; its
subclasses are in `scrl.errors`. All functions may be called from several threads.

"""
#: What the page on the Python interface tells of, in this order.
_INTERFACE = (
    "open_index", "build_index", "Index", "Hits", "Hit", "Query", "TextPart", "AudioPart", "ImagePart", "TilePart",
    "PlacePart", "ProfilePart", "Label", "Filters", "SourceOptions", "IndexInfo", "BuildReport", "UserError",
)  # fmt: skip


def main() -> None:
    """Build the site; whatever MkDocs warns of is an error."""
    python = make_environment("docs")
    stage()
    done = subprocess.run(
        [str(python), "-m", "mkdocs", "build", "--strict", "-f", str(CONFIG), "-d", str(SITE)],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"The site was not built:\n{done.stderr}")
    print(f"{SITE.relative_to(ROOT)}/index.html")


def stage() -> None:
    """Copy the pages, what they link to and the engine's modules to where MkDocs looks for them."""
    shutil.rmtree(STAGE, ignore_errors=True)
    shutil.copytree(
        ROOT / "engine", STAGE / "python" / "scrl", ignore=shutil.ignore_patterns("__pycache__", "training")
    )  # fmt: skip
    for module in (STAGE / "python").rglob("*.py"):
        module.write_text(_ROLE.sub("", module.read_text(encoding="utf-8")), encoding="utf-8")
    for page in pages():
        text = page.read_text(encoding="utf-8")
        for target in linked(page, text):
            if target.suffix not in (".md", ".ipynb"):
                _write(target, target.read_bytes())
        _write(page, as_python_markdown(text).encode())
    notebook = ROOT / "docs" / "notebook.ipynb"
    _write(notebook.with_suffix(".md"), notebook_page(notebook.read_text(encoding="utf-8")).encode())  # fmt: skip
    told = "\n\n".join(f"::: scrl.{name}" for name in _INTERFACE)
    _write(ROOT / "docs" / "python-reference.md", f"{_PYTHON}{told}\n".encode())


def pages() -> list[Path]:
    """Return the pages of the site, as they lie in the repository."""
    return [*sorted((ROOT / "docs").glob("*.md")), *(ROOT / name for name in OTHER_PAGES)]


def linked(page: Path, text: str) -> Iterator[Path]:
    """Yield the files of the repository that a page links to."""
    for match in _LINK.finditer(text):
        if "://" not in match[1]:
            target = (page.parent / match[1]).resolve()
            if target.is_file() and target.is_relative_to(ROOT):
                yield target


def as_python_markdown(text: str) -> str:
    """Return a page as MkDocs reads Markdown: what belongs to an item of a list is indented by four, not by three."""
    text = re.sub(r"(?m)^ {3}(?=\S)", "    ", text)
    return text.replace("notebook.ipynb)", "notebook.md)")


def notebook_page(notebook: str) -> str:
    """Return a notebook as a page: its text, and its code in fences."""
    cells = json.loads(notebook)["cells"]
    return "\n\n".join(
        source if cell["cell_type"] == "markdown" else f"```python\n{source}\n```"
        for cell in cells
        if (source := "".join(cell["source"]))
    )


def _write(original: Path, content: bytes) -> None:
    place = PAGES / original.relative_to(ROOT)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)


if __name__ == "__main__":
    main()
