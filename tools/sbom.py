"""Lists of parts (SBOM, CycloneDX JSON) of a release: one for each lock file, licences included.

cyclonedx-py lists the packages with their versions and sums; their licences are those of docs/dependencies.md.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from .plugin_metadata import ROOT, read_metadata

CYCLONEDX = ROOT / ".venv-release" / "bin" / "cyclonedx-py"
LOCKS = ROOT / "requirements" / "lock"
_ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \|(?: [^|]* \|)?$", re.MULTILINE)


def licences() -> dict[str, str]:
    """Return the licence of each package that docs/dependencies.md names in a table."""
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    named: dict[str, str] = {}
    for packages, licence in _ROW.findall(page):
        # "annoy (Spotify), or annoy-mm, wheels of the same code" names two.
        for name in re.findall(r"[a-z0-9][a-z0-9-]*", packages):
            named.setdefault(name, licence.strip())
    return named


def write_sboms(folder: Path) -> list[Path]:
    """Write ``NAME.cdx.json`` for each lock file of the engine, and return their paths.

    Raises:
        CalledProcessError: cyclonedx-py fails.
        KeyError: docs/dependencies.md does not name a package.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known, written = licences(), []
    for lock in sorted(LOCKS.glob("*.txt")):
        made = subprocess.run(
            [CYCLONEDX, "requirements", lock, "--output-reproducible"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        document = json.loads(made.stdout)
        document["metadata"]["component"] = {
            "type": "application",
            "name": "qgis_scrl",
            "version": read_metadata()["version"],
            "licenses": [{"license": {"id": "GPL-2.0-or-later"}}],
        }
        for component in document["components"]:
            name = component["name"]
            licence = known["nvidia-" if name.startswith("nvidia-") else name]
            component["licenses"] = [{"license": {"name": licence}}]
        file = folder / f"{lock.stem}.cdx.json"
        file.write_text(json.dumps(document, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        written.append(file)
    return written
