"""``metadata.txt``: the one place of the plugin's version and of its addresses."""

from __future__ import annotations

import configparser
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "metadata.txt"
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
