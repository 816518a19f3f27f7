"""Where a secret may have got to: files, and what other users of the computer see of a process."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def files_with(secret: str, folders: Iterable[Path]) -> list[Path]:
    """Return the files below folders that hold a secret as text, in UTF-8 or UTF-16."""
    wanted = [secret.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    return [file for file in files if any(word in file.read_bytes() for word in wanted)]


def seen_of(process: int) -> str:
    """Return the command line and the environment of a process (Linux)."""
    return "".join(
        Path(f"/proc/{process}/{name}").read_bytes().decode("utf-8", "replace")
        for name in ("cmdline", "environ")
    )
