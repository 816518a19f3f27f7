"""What the plugin repository demands of a zip, as far as the zip itself tells.

The rules are those of its validator and of the file checks of its scanner; the tools that the scanner
runs (Bandit, detect-secrets, flake8) are run by :mod:`tools.check_zip`. Only the standard library.
"""

from __future__ import annotations

import configparser
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

PLUGIN = "qgis_scrl"
MOST_BYTES = 25_000_000
REQUIRED = (
    "name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker",
    "repository", "homepage",
)  # fmt: skip
REQUIRED_FILES = ("__init__.py", "metadata.txt", "LICENSE", "THIRD_PARTY.md", "engine/worker.py")
FORBIDDEN_FOLDERS = ("__MACOSX", ".git", "__pycache__", "tests", "training", ".cache")
BINARIES = (".exe", ".dll", ".so", ".dylib", ".pyd", ".bat", ".sh", ".ps1", ".cmd", ".pyc", ".whl")
ICONS = (".svg", ".png", ".jpg", ".jpeg")
NEWEST_QGIS = "4.99"
_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?$")
_BOOLEANS = ("experimental", "deprecated", "server")


def problems(file: Path) -> list[str]:
    """Return what is wrong with a zip, a sentence each; empty if nothing is."""
    size = file.stat().st_size
    found = []
    if size > MOST_BYTES:
        found.append(f"It has {size:,} bytes; {MOST_BYTES:,} are allowed.")
    try:
        with zipfile.ZipFile(file) as archive:
            damaged = archive.testzip()
            if damaged is not None:
                found.append(f"{damaged} is damaged.")
            found += _file_problems(archive)
            found += _metadata_problems(archive, file)
    except zipfile.BadZipFile:
        found.append("It is not a zip.")
    return found


def _file_problems(archive: zipfile.ZipFile) -> Iterator[str]:
    names = archive.namelist()
    for name in REQUIRED_FILES:
        if f"{PLUGIN}/{name}" not in names:
            yield f"{name} is missing."
    if not any(name.endswith("/model.safetensors") for name in names):
        yield "The model is missing."
    seen: set[str] = set()
    for entry in archive.infolist():
        path = PurePosixPath(entry.filename)
        if path.parts[0] != PLUGIN or path.is_absolute() or ".." in entry.filename:
            yield f"{path} lies outside of {PLUGIN}/."
        if set(path.parts) & set(FORBIDDEN_FOLDERS):
            yield f"{path} lies in a folder that does not belong into the zip."
        if path.suffix.lower() in BINARIES:
            yield f"{path} is a program or library."
        if path.name.startswith("."):
            yield f"{path} is hidden."
        if (entry.external_attr >> 16) & 0o111:
            yield f"{path} is marked as executable."
        # Windows and macOS do not tell upper case from lower case.
        if entry.filename.lower() in seen:
            yield f"{path} is there twice."
        seen.add(entry.filename.lower())


def _metadata_problems(archive: zipfile.ZipFile, file: Path) -> Iterator[str]:
    try:
        text = archive.read(f"{PLUGIN}/metadata.txt").decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        yield "metadata.txt is missing or not UTF-8."
        return
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    try:
        parser.read_string(text)
        metadata = dict(parser.items("general"))
    except configparser.Error as error:
        yield f"metadata.txt cannot be read: {error}"
        return
    for key in REQUIRED:
        if not metadata.get(key, "").strip():
            yield f"metadata.txt lacks {key}."
    version = metadata.get("version", "")
    if not _VERSION.match(version):
        yield f"The version {version!r} is no semantic version."
    # One with another model than the default names it, too.
    if not re.fullmatch(rf"{PLUGIN}\.{re.escape(version)}(\.[a-z0-9-]+)?\.zip", file.name):
        yield f"The name {file.name} does not say the version {version}."
    if metadata.get("qgisMaximumVersion") != NEWEST_QGIS:
        yield f"qgisMaximumVersion is not {NEWEST_QGIS}."
    for key in ("tracker", "repository", "homepage"):
        address = urlsplit(metadata.get(key, ""))
        if address.scheme not in ("http", "https") or not address.netloc:
            yield f"{key} is no web address."
    if "@" not in metadata.get("email", ""):
        yield "email is no address."
    if "/" in metadata.get("author", ""):
        yield "author holds a slash, which the repository refuses."
    for key in _BOOLEANS:
        if metadata.get(key, "False").lower() not in ("true", "false"):
            yield f"{key} is neither True nor False."
    icon = metadata.get("icon", "")
    if not icon.lower().endswith(ICONS) or f"{PLUGIN}/{icon}" not in archive.namelist():
        yield f"The icon {icon!r} is not in the zip, or no picture."
