"""The pinned packages of the engine: which file is for whom, what is in it, how large it is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ..environment import engine_root

_FILE_NAMES = {"win32": "windows", "darwin": "macos"}
_BYTES = re.compile(r"#\s*(?:download:\s*)?(\d+) bytes")
_REQUIREMENT = re.compile(
    r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\]*?))?\s*(?:\\|--hash|$)"
)
_MACHINE = re.compile(r"platform_machine\s*==\s*[\"']([^\"']+)[\"']")
_WHEEL = re.compile(r"(?P<name>[^-]+)-(?P<version>[^-]+)(?:-\d[^-]*)?-[^-]+-[^-]+-[^-]+\.whl")

#: Where PyTorch keeps its CPU builds; what lies on PyPI for Linux brings gigabytes of CUDA.
TORCH_INDEX = "https://download.pytorch.org/whl/cpu"
#: What is unpacked takes this much more than what is downloaded (measured on Linux: 4.0).
UNPACKED = 4.2


@dataclass(frozen=True)
class Requirement:
    """One pinned package.

    Attributes:
        name: Normalized as pip compares names.
        version: Exact.
        machine: The processor that it is for; empty: any.
        size: Of its wheel in bytes; 0 if unknown.
        text: Its lines in the file, sums included.
    """

    name: str
    version: str
    machine: str
    size: int
    text: str

    @property
    def is_cpu_build(self) -> bool:
        """Whether it lies in :data:`TORCH_INDEX` and not on PyPI."""
        return self.version.endswith("+cpu")


@dataclass(frozen=True)
class Lock:
    """A file of pinned packages.

    Attributes:
        path: Where it is.
        requirements: In its order.
        checksum: SHA-256 of the file.
    """

    path: Path
    requirements: tuple[Requirement, ...]
    checksum: str

    @property
    def download_bytes(self) -> int:
        """How much is downloaded."""
        return sum(requirement.size for requirement in self.requirements)

    @property
    def disk_bytes(self) -> int:
        """How much the environment takes when all is done."""
        return round(self.download_bytes * UNPACKED)

    def hosts(self, index: str) -> tuple[str, ...]:
        """Return where its packages come from, for people.

        Args:
            index: The package index of the user's own; empty: none.
        """
        more = index_for(self.requirements, index)
        return ("pypi.org", host_of(more)) if more else ("pypi.org",)


def index_for(requirements: Iterable[Requirement], index: str) -> str:
    """Return the package index that is asked beside those that pip knows; empty: none.

    PyTorch's is asked for its CPU build alone; one of the user's own may be a mirror of everything.

    Args:
        requirements: What is to be downloaded.
        index: The user's own; empty: none.
    """
    if index or not any(requirement.is_cpu_build for requirement in requirements):
        return index
    return TORCH_INDEX


def host_of(index: str) -> str:
    """Return the computer of a package index, without names and passwords; a folder as it is."""
    parts = urlsplit(index)
    return parts.hostname or parts.path or index


def lock_folder() -> Path:
    """Return the folder of pinned packages, in the repository or the installed plugin."""
    return engine_root() / "requirements" / "lock"


def supported_versions(system: str, machine: str = "") -> tuple[str, ...]:
    """Return the versions of Python that packages are pinned for, such as "3.12", lowest first.

    Args:
        system: As ``sys.platform``.
        machine: The processor; empty: any. It matters for Macs, which have two kinds.
    """
    kind = _FILE_NAMES.get(system, "linux")
    numbers = {
        int(match[1])
        for path in lock_folder().glob(f"{kind}-py3*.txt")
        if (match := re.search(r"-py3(\d+)\.txt$", path.name))
        and (kind != "macos" or machine in _machines(path))
    }
    return tuple(f"3.{number}" for number in sorted(numbers))


def version_of(package: str, system: str) -> str:
    """Return the version that a package is pinned to; empty if it is not."""
    for version in reversed(supported_versions(system)):
        for requirement in read_lock(system, version).requirements:
            if requirement.name == package:
                return requirement.version
    return ""


def has_cuda(system: str, version: str) -> bool:
    """Say whether there is a choice of packages for NVIDIA cards."""
    return _file(system, version, cuda=True).is_file()


def read_lock(system: str, version: str, cuda: bool = False, machine: str = "") -> Lock:
    """Read the packages for a computer.

    Args:
        system: As ``sys.platform``.
        version: Of Python, such as "3.12".
        cuda: For NVIDIA cards.
        machine: Leave out what is for other processors; empty: leave out nothing.

    Raises:
        OSError: There is no such file, or it cannot be read.
    """
    return parse(_file(system, version, cuda), machine)


def parse(path: Path, machine: str = "") -> Lock:
    """Read a file of pinned packages; raises OSError if it cannot be read."""
    content = path.read_bytes()
    requirements: list[Requirement] = []
    size = 0
    lines: list[str] = []
    for line in content.decode("utf-8").splitlines():
        if not lines and (line.startswith("#") or not line.strip()):
            match = _BYTES.fullmatch(line.strip())
            size = int(match[1]) if match else 0
            continue
        lines.append(line)
        if line.rstrip().endswith("\\"):
            continue
        requirement = _requirement(lines, size)
        if not machine or not requirement.machine or requirement.machine == machine:
            requirements.append(requirement)
        size, lines = 0, []
    return Lock(path, tuple(requirements), hashlib.sha256(content).hexdigest())


def batches(requirements: Iterable[Requirement], most: int = 8_000_000) -> list[list[Requirement]]:
    """Put packages together so that no download that is cut off loses more than ``most`` bytes.

    One that is larger by itself is alone. The largest come first: what is most likely to fail, for want
    of an index that has it, fails before the rest is downloaded for nothing.
    """
    small: list[list[Requirement]] = []
    large: list[list[Requirement]] = []
    room = 0
    for requirement in requirements:
        if requirement.size > most:
            large.append([requirement])
            continue
        if not small or requirement.size > room:
            small.append([])
            room = most
        small[-1].append(requirement)
        room -= requirement.size
    large.sort(key=lambda batch: -batch[0].size)
    return [*large, *small]


def missing_wheels(requirements: Iterable[Requirement], names: Sequence[str]) -> list[str]:
    """Return the packages, "name version", that no wheel in a folder with these files is of."""
    there = set()
    for name in names:
        match = _WHEEL.fullmatch(name)
        if match is not None:
            # In a file's name "+" may be written as "%2B".
            version = match["version"].replace("%2B", "+").replace("_", "+")
            there.add((normalized(match["name"]), version))
    return [
        f"{requirement.name} {requirement.version}"
        for requirement in requirements
        if (requirement.name, requirement.version) not in there
    ]


def needed(
    lock: Lock, installed: Mapping[str, str], damaged: Iterable[str] = ()
) -> list[Requirement]:
    """Return the packages that must be put in: missing, of another version, or damaged."""
    broken = {normalized(name) for name in damaged}
    return [
        requirement
        for requirement in lock.requirements
        if installed.get(requirement.name) != requirement.version or requirement.name in broken
    ]


def normalized(name: str) -> str:
    """Return a package's name as pip compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _machines(path: Path) -> str:
    """Return the processors that the first line of a file names."""
    with path.open(encoding="utf-8") as file:
        return file.readline()


def _requirement(lines: Sequence[str], size: int) -> Requirement:
    match = _REQUIREMENT.match(lines[0])
    if match is None:
        raise OSError(f"not a pinned package: {lines[0]}")
    machine = _MACHINE.search(match["marker"] or "")
    return Requirement(
        name=normalized(match["name"]),
        version=match["version"],
        machine=machine[1] if machine else "",
        size=size,
        text="\n".join(lines),
    )


def _file(system: str, version: str, cuda: bool) -> Path:
    kind = _FILE_NAMES.get(system, "linux")
    ending = "-cuda" if cuda else ""
    return lock_folder() / f"{kind}-py{version.replace('.', '')}{ending}.txt"
