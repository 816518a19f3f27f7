"""Computers with other Pythons than this one, and environments of the engine that were never set up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis_scrl.installation import environment_stamp, interpreters
from qgis_scrl.installation.installer import lock_checksums


def host(
    system: str, prefix: str, version: str, files: Sequence[str], **variables: str
) -> interpreters.Host:
    return interpreters.Host(
        system=system,
        exec_prefix=prefix,
        version=version,
        variables=variables,
        home="/home/ana" if system == "linux" else "",
        is_file=lambda path: path in files,
        listing=lambda folder: sorted(
            {Path(f).relative_to(folder).parts[0] for f in files if f.startswith(folder + "/")}
        ),
    )


#: QGIS 3.22 to 3.28 as they came: (system, exec_prefix, files).
OLD_QGIS = {
    "win32": (
        r"C:\Program Files\QGIS 3.22.16\apps\Python39",
        [
            r"C:\Program Files\QGIS 3.22.16\apps\Python39\python3.exe",
            r"C:\Program Files\QGIS 3.22.16\bin\python3.exe",
        ],
    ),
    "darwin": (
        "/Applications/QGIS-LTR.app/Contents/MacOS",
        ["/Applications/QGIS-LTR.app/Contents/MacOS/bin/python3.9"],
    ),
    "linux": ("/usr", ["/usr/bin/python3", "/usr/bin/python3.9"]),
}  # fmt: skip


def an_environment(folder: Path, **changes: object) -> Path:
    python = folder / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to("/usr/bin/python3")
    told: dict[str, object] = {
        "format": environment_stamp.FORMAT, "lock": "linux-py311.txt",
        "checksum": lock_checksums()["linux-py311.txt"], "python": "3.11.2", "annoy": "source",
        "plugin": "0.1.0",
    }  # fmt: skip
    environment_stamp.write_stamp(folder, environment_stamp.Stamp(**{**told, **changes}))  # type: ignore[arg-type]
    return folder
