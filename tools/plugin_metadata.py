"""``metadata.txt``: the one place of the plugin's version and of its addresses."""

from __future__ import annotations

import configparser
import re
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "metadata.txt"
CHANGELOG = ROOT / "CHANGELOG.md"
# Where the project is at home; no public one is decided yet.
ADDRESSES = ("tracker", "repository", "homepage")
UNDECIDED = "example.org"


def read_metadata(file: Path = FILE) -> dict[str, str]:
    """Return the section ``general``, names as they are written.

    Raises:
        ValueError: The file is no such file.
    """
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    try:
        parser.read_string(file.read_text(encoding="utf-8"))
        return dict(parser.items("general"))
    except (OSError, configparser.Error, UnicodeDecodeError) as error:
        raise ValueError(f"{file} cannot be read as metadata: {error}") from error


def undecided_addresses(metadata: dict[str, str]) -> list[str]:
    """Return the keys whose address is nobody's."""
    hosts = {name: urlsplit(metadata.get(name, "")).hostname or "" for name in ADDRESSES}
    hosts["email"] = metadata.get("email", "").rpartition("@")[2]
    return [
        name for name, host in hosts.items() if host == UNDECIDED or host.endswith(f".{UNDECIDED}")
    ]


def notes(version: str) -> str:
    """Return the changelog's section of a version; empty if there is none."""
    section = re.search(
        rf"^## \[{re.escape(version)}\][^\n]*\n(.*?)(?=^## \[|\Z)",
        CHANGELOG.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL,
    )  # fmt: skip
    return section.group(1).strip() if section else ""


def metadata_with_changes() -> str:
    """Return ``metadata.txt`` as the zip holds it: its ``changelog`` tells what is new in this version.

    QGIS's plugin manager shows it. Until a version is named in the changelog, what is not released yet is new.
    """
    text = FILE.read_text(encoding="utf-8")
    version = read_metadata()["version"]
    changes = notes(version) or notes("Unreleased")
    # A value goes on in lines that are indented; an empty one would end it for some readers.
    lines = [line.strip() for line in changes.replace("**", "").splitlines() if line.strip()]
    joined = "\n    ".join([version, *(line.lstrip("# ") for line in _unwrapped(lines))])
    return re.sub(r"^changelog=.*$", lambda _: f"changelog={joined}", text, flags=re.MULTILINE)


def _unwrapped(lines: list[str]) -> list[str]:
    """Join the lines of each paragraph of a Markdown list."""
    joined: list[str] = []
    for line in lines:
        if joined and not line.startswith(("- ", "#")) and not joined[-1].startswith("#"):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined
