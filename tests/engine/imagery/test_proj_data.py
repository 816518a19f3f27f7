"""PROJ's data are found where a distribution's packages put them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pyproj

ROOT = Path(__file__).resolve().parents[3]
TELL = """
import sys
sys.base_prefix = {base!r}
from engine.imagery.ground import leads_to_lonlat
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


def test_the_data_beside_the_systems_python_are_found(tmp_path):
    # The real pyproj without the data that its wheel brings: as a distribution packs it.
    installed, data = Path(pyproj.__file__).parent, pyproj.datadir.get_data_dir()
    site, base = tmp_path / "site", tmp_path / "base"
    (site / "pyproj").mkdir(parents=True)
    for entry in installed.iterdir():
        if entry.name not in ("proj_dir", "datadir.py"):
            (site / "pyproj" / entry.name).symlink_to(entry)
    libraries = installed.parent / "pyproj.libs"
    if libraries.is_dir():
        (site / "pyproj.libs").symlink_to(libraries)
    # It looks for data beside this file, wherever a link to it leads.
    (site / "pyproj" / "datadir.py").write_bytes((installed / "datadir.py").read_bytes())

    nothing = tell(site, base)
    assert nothing.returncode != 0
    assert "data directory not found" in nothing.stderr

    (base / "share").mkdir(parents=True)
    (base / "share" / "proj").symlink_to(data)
    found = tell(site, base)
    assert found.stdout.strip() == "True", found.stderr
