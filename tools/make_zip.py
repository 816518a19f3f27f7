"""`make zip`: write ``dist/qgis_scrl.VERSION.zip``, what the plugin repository is given.

The same sources give the same bytes: files come from git's list in a fixed order, with the time of the
last commit and the same rights for all. Only the standard library.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from engine.model.files import DEFAULT

from .plugin_metadata import FILE as METADATA
from .plugin_metadata import ROOT, metadata_with_changes, read_metadata

PLUGIN = "qgis_scrl"
DIST = ROOT / "dist"
# Folders and files of the repository that go along, and where to; the plugin's own modules lie at the
# top of the zip, beside the engine.
PARTS = {
    "qgis_scrl": "",
    "engine": "engine",
    "resources": "resources",
    "requirements/lock": "requirements/lock",
    "requirements/cluster.txt": "requirements/cluster.txt",
    "metadata.txt": "metadata.txt",
    "LICENSE": "LICENSE",
    "CHANGELOG.md": "CHANGELOG.md",
    "docs/dependencies.md": "THIRD_PARTY.md",
}
# Training needs data, packages and days that no installed plugin has.
LEFT_OUT = ("engine/training",)
# Time stamps of zip files begin then.
EARLIEST = 315_532_800
MODELS = "resources/models"


class CannotMake(Exception):
    """The zip cannot be made; the message says what to do."""


@dataclass(frozen=True)
class Member:
    """One file of the zip.

    Attributes:
        source: Where it lies now.
        name: Its path in the zip.
    """

    source: Path
    name: str

    def content(self) -> bytes:
        """Return what the zip holds of it."""
        if self.name == f"{PLUGIN}/{METADATA.name}":
            return metadata_with_changes().encode()
        return self.source.read_bytes()


def git(*arguments: str) -> str:
    """Return what git prints.

    Raises:
        CannotMake: It fails, or is not there.
    """
    try:
        done = subprocess.run(
            ["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=False
        )
    except FileNotFoundError as error:
        raise CannotMake("git is not installed; the zip is made of what git knows.") from error
    if done.returncode:
        raise CannotMake(f"git {' '.join(arguments)} failed: {done.stderr.strip()}")
    return done.stdout


def members(model: str = DEFAULT) -> list[Member]:
    """Return the files that belong into the zip, sorted by their names there.

    Args:
        model: The one of the models in ``resources/models`` that goes along.

    Raises:
        CannotMake: A part is missing, or two files would have one name.
    """
    tracked = [name for name in git("ls-files", "-z", "--", *PARTS).split("\0") if name]
    models = {PurePosixPath(name).parts[2] for name in tracked if name.startswith(f"{MODELS}/")}
    if model not in models:
        raise CannotMake(f"There is no model {model}; there are {', '.join(sorted(models))}.")
    left_out = [*LEFT_OUT, *(f"{MODELS}/{name}" for name in models - {model})]
    found: dict[str, Member] = {}
    for part, place in PARTS.items():
        mine = [name for name in tracked if name == part or name.startswith(f"{part}/")]
        if not mine:
            raise CannotMake(f"{part} is not in the repository.")
        for name in mine:
            if name.startswith(tuple(f"{folder}/" for folder in left_out)):
                continue
            inside = PurePosixPath(PLUGIN, place, PurePosixPath(name).relative_to(part))
            target = str(inside)
            if target in found:
                raise CannotMake(f"{name} and {found[target].source} would both be {target}.")
            source = ROOT / name
            if not source.is_file():
                raise CannotMake(f"{name} is in the repository and not on the disk.")
            found[target] = Member(source, target)
    return [found[name] for name in sorted(found)]


def commit_time() -> tuple[int, int, int, int, int, int]:
    """Return when the last commit was made, UTC."""
    stamp = max(int(git("log", "-1", "--format=%ct").strip() or 0), EARLIEST)
    moment = time.gmtime(stamp)
    # Zip files count in steps of two seconds.
    return (*moment[:5], moment[5] // 2 * 2)


def make_zip(folder: Path = DIST, model: str = DEFAULT) -> Path:
    """Write the zip with a model and return its path, which names the model unless it is the default.

    Raises:
        CannotMake: Something that belongs into it is missing.
    """
    version = read_metadata()["version"]
    variant = "" if model == DEFAULT else f".{model}"
    target = folder / f"{PLUGIN}.{version}{variant}.zip"
    when = commit_time()
    files = members(model)
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for member in files:
            entry = zipfile.ZipInfo(member.name, when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, member.content())
    unfinished.replace(target)
    return target


def main() -> None:
    """Make the zip and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=DIST, help="where to (default: dist)")
    parser.add_argument(
        "--model", default=DEFAULT, help=f"which of resources/models (default: {DEFAULT})"
    )
    given = parser.parse_args()
    try:
        made = make_zip(given.folder.absolute(), given.model)
    except CannotMake as failure:
        sys.exit(f"No zip. {failure}")
    shown = made.relative_to(ROOT) if made.is_relative_to(ROOT) else made
    print(f"{shown}: {made.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
