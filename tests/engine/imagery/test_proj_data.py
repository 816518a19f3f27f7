"""PROJ's data are found where a distribution's packages put them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pyproj
import pytest

from tests.support.paths import ROOT, SCENE

TELL = """
import sys
sys.base_prefix = {base!r}
from engine.imagery.georeferencing import leads_to_lonlat
print(leads_to_lonlat("EPSG:32633"))
"""


def tell(site: Path, base: Path) -> subprocess.CompletedProcess[str]:
    """Ask a Python whose pyproj has no data beside it whether it knows UTM."""
    return subprocess.run(
        [sys.executable, "-c", TELL.format(base=str(base))],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(site), "PATH": "", "PROJ_DATA": "", "PROJ_LIB": ""},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def site(tmp_path):
    """The real pyproj without the data that its wheel brings: as a distribution packs it."""
    installed = Path(pyproj.__file__).parent
    site = tmp_path / "site"
    (site / "pyproj").mkdir(parents=True)
    for entry in installed.iterdir():
        if entry.name not in ("proj_dir", "datadir.py"):
            (site / "pyproj" / entry.name).symlink_to(entry)
    libraries = installed.parent / "pyproj.libs"
    if libraries.is_dir():
        (site / "pyproj.libs").symlink_to(libraries)
    # It looks for data beside this file, wherever a link to it leads.
    (site / "pyproj" / "datadir.py").write_bytes((installed / "datadir.py").read_bytes())
    return site


def test_the_data_beside_the_systems_python_are_found(site, tmp_path):
    data, base = pyproj.datadir.get_data_dir(), tmp_path / "base"
    nothing = tell(site, base)
    assert nothing.returncode != 0
    assert "CoordinateSystemsMissing" in nothing.stderr

    (base / "share").mkdir(parents=True)
    (base / "share" / "proj").symlink_to(data)
    found = tell(site, base)
    assert found.stdout.strip() == "True", found.stderr


def test_without_any_data_the_way_out_is_told(site, tmp_path):
    # No system Python has them either: a prefix where nothing is.
    start = "import sys; sys.base_prefix = '/nowhere'; from engine.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", start, "index", "build", "new.scrl", str(SCENE)],
        cwd=tmp_path,
        env={
            **os.environ, "PYTHONPATH": f"{site}{os.pathsep}{ROOT}", "PATH": "", "PROJ_DATA": "",
            "PROJ_LIB": "",
        },
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 6, done.stderr
    said = " ".join((done.stdout + done.stderr).split())
    assert "proj.db) is missing" in said
    assert "sudo apt install proj-data" in said
    assert "Traceback" not in said
    assert "report it" not in said


WAYS = """
import sys
sys.base_prefix = '/nowhere'
from engine.errors import CoordinateSystemsMissing
from engine.imagery.proj_data import check_proj_data, coordinate_system
from engine.index.maintenance import crs_name

for way in (
    check_proj_data, lambda: crs_name("EPSG:4326"), lambda: coordinate_system("EPSG:32633")
):
    try:
        way()
    except CoordinateSystemsMissing as error:
        print(error.code)
"""


def test_data_that_are_lost_later_are_told_wherever_they_are_needed(site):
    done = subprocess.run(
        [sys.executable, "-c", WAYS],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(site), "PATH": "", "PROJ_DATA": "", "PROJ_LIB": ""},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.split() == ["coordinate-systems-missing"] * 3, done.stderr
