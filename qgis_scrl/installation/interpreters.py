"""Which Pythons a computer may have for the engine, and which of them are suitable.

What differs between Windows, macOS and Linux is here, in functions that see a computer only as a
:class:`Host`: so that all three can be tested on any of them.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from ..contract import from_json
from ..translation import tr

#: What is newest is supported for longest; but of Annoy nobody has built wheels for 3.14 yet.
PREFERRED = ("3.13", "3.12", "3.11", "3.14")


@dataclass(frozen=True)
class Host:
    """A computer, as far as one must know it to look for a Python.

    Attributes:
        system: As ``sys.platform``: "win32", "darwin", "linux".
        exec_prefix: Where the Python inside QGIS is at home (``sys.exec_prefix``).
        version: That Python's version, such as "3.12".
        variables: The environment.
        home: The user's home folder.
        machine: The processor that QGIS runs on; empty: unknown.
        is_file: Says whether a path is a file.
        listing: Names in a folder; none if it is not there.
    """

    system: str
    exec_prefix: str
    version: str
    variables: Mapping[str, str] = field(default_factory=dict)
    home: str = ""
    machine: str = ""
    is_file: Callable[[str], bool] = os.path.isfile
    listing: Callable[[str], Sequence[str]] = field(default_factory=lambda: _listing)

    def path(self, *parts: str) -> PurePath:
        """Join parts as this computer does, whichever computer we are on."""
        kind = PureWindowsPath if self.system == "win32" else PurePosixPath
        return kind(*parts)


@dataclass(frozen=True)
class Candidate:
    """A Python that may be suitable.

    Attributes:
        path: Of its program.
        of_qgis: Whether it is QGIS's own.
    """

    path: str
    of_qgis: bool = False


@dataclass(frozen=True)
class Probe:
    """What a Python says of itself.

    Attributes:
        path: Of its program.
        version: Such as "3.12.7".
        implementation: "cpython", "pypy", ...
        bits: 32 or 64.
        machine: Such as "x86_64", "AMD64", "arm64".
        libc: Such as "glibc 2.36"; empty where there is none to tell.
        macos: Version of macOS; empty elsewhere.
        has_venv: Whether it can make environments.
        has_ensurepip: Whether it can put pip into them.
        pip: Version of its pip; empty: it has none.
        managed: Whether it belongs to the system, whose pip refuses to put anything into it.
    """

    path: str
    version: str
    implementation: str
    bits: int
    machine: str
    libc: str
    macos: str
    has_venv: bool
    has_ensurepip: bool
    pip: str
    managed: bool

    @property
    def short_version(self) -> str:
        """Such as "3.12"."""
        return ".".join(self.version.split(".")[:2])

    @classmethod
    def from_output(cls, path: str, output: str) -> Probe:
        """Read what ``environment_check.py probe`` has printed.

        Raises:
            ValueError: It is nothing of the kind.
        """
        lines = [line for line in output.splitlines() if line.startswith("{")]
        if not lines:
            raise ValueError("nothing recognised in the output")
        return from_json(cls, {**json.loads(lines[-1]), "path": path})


def this_host() -> Host:
    """Return the computer that we are on."""
    return Host(
        system=sys.platform if sys.platform in ("win32", "darwin") else "linux",
        exec_prefix=sys.exec_prefix,
        version=f"{sys.version_info.major}.{sys.version_info.minor}",
        variables=dict(os.environ),
        home=str(Path.home()),
        machine=platform.machine(),
    )


def candidates(host: Host) -> list[Candidate]:
    """Return the Pythons that are there, QGIS's own first, each once."""
    find = {"win32": _on_windows, "darwin": _on_macos}.get(host.system, _on_linux)
    found: dict[str, Candidate] = {}
    for candidate in find(host):
        key = candidate.path.lower() if host.system == "win32" else candidate.path
        if key not in found and host.is_file(candidate.path):
            found[key] = candidate
    return list(found.values())


def only_unsuitable(host: Host, supported: Sequence[str]) -> bool:
    """Say whether QGIS's own Python cannot be the base, and there is no other: known without starting any."""
    return host.version not in supported and all(found.of_qgis for found in candidates(host))


def qgis_python(host: Host) -> str:
    """Return the program of the Python inside QGIS; empty if it has none that runs by itself."""
    return next((found.path for found in candidates(host) if found.of_qgis), "")


def _on_windows(host: Host) -> Iterable[Candidate]:
    # C:\Program Files\QGIS 3.40\apps\Python312 is where it lives, \bin is where its launchers are.
    prefix = host.path(host.exec_prefix)
    for name in ("python3.exe", "python.exe"):
        yield Candidate(str(prefix / name), of_qgis=True)
    if prefix.parent.name.lower() == "apps":
        yield Candidate(str(prefix.parent.parent / "bin" / "python3.exe"), of_qgis=True)
    roots = [
        host.path(host.variables.get("LOCALAPPDATA", ""), "Programs", "Python"),
        host.path(host.variables.get("PROGRAMFILES", "")),
        host.path(host.variables.get("SYSTEMDRIVE", "C:") + "\\"),
    ]
    for version in PREFERRED:
        for root in roots:
            folder = root / f"Python{version.replace('.', '')}"
            yield Candidate(str(folder / "python.exe"))
        # Python's own installation manager, which python.org offers instead of an installer.
        kept = host.path(host.variables.get("LOCALAPPDATA", ""), "Python")
        yield Candidate(str(kept / f"pythoncore-{version}-64" / "python.exe"))


def _on_macos(host: Host) -> Iterable[Candidate]:
    # sys.exec_prefix is .../QGIS.app/Contents/MacOS, .../Contents/Frameworks, or in a framework below.
    prefix = host.path(host.exec_prefix)
    bundle = next((parent for parent in (prefix, *prefix.parents) if parent.suffix == ".app"), None)
    if bundle is not None:
        contents = bundle / "Contents"
        names = (f"python{host.version}", "python3")
        for folder in (
            contents / "MacOS" / "bin",
            contents / "MacOS",
            contents / "Frameworks" / "bin",
        ):
            for name in names:
                yield Candidate(str(folder / name), of_qgis=True)
        framework = contents / "Frameworks" / "Python.framework" / "Versions" / host.version
        yield Candidate(str(framework / "bin" / f"python{host.version}"), of_qgis=True)
    else:
        yield Candidate(str(prefix / "bin" / "python3"), of_qgis=True)
    for version in PREFERRED:
        framework = host.path("/Library/Frameworks/Python.framework/Versions", version)
        yield Candidate(str(framework / "bin" / f"python{version}"))
        for place in ("/opt/homebrew/bin", "/usr/local/bin"):
            yield Candidate(str(host.path(place, f"python{version}")))


def _on_linux(host: Host) -> Iterable[Candidate]:
    prefix = host.path(host.exec_prefix)
    for name in (f"python{host.version}", "python3"):
        yield Candidate(str(prefix / "bin" / name), of_qgis=True)
    places = host.variables.get("PATH", "").split(":")
    for folder in dict.fromkeys([*places, "/usr/local/bin", "/usr/bin"]):
        if not folder.startswith("/"):
            continue
        for version in PREFERRED:
            yield Candidate(str(host.path(folder, f"python{version}")))
    if host.home:
        root = host.path(host.home, ".pyenv", "versions")
        for release in sorted(host.listing(str(root)), reverse=True):
            yield Candidate(str(root / release / "bin" / "python3"))


def why_not(probe: Probe, system: str, supported: Sequence[str]) -> str:
    """Return why a Python cannot be the base of the engine's environment, translated; empty if it can.

    Args:
        probe: What it says of itself.
        system: As in :class:`Host`.
        supported: Versions for which packages are pinned, such as "3.12".
    """
    if probe.implementation != "cpython":
        return tr("{name} instead of CPython").format(name=probe.implementation)
    if probe.bits != 64:
        return tr("32-bit")
    if probe.short_version not in supported:
        return tr("Python {version} instead of {versions}").format(
            version=probe.short_version, versions=version_range(supported)
        )
    machine = probe.machine.lower()
    if machine not in ("x86_64", "amd64") and not (system == "darwin" and machine == "arm64"):
        return tr("no packages for this processor type ({machine})").format(machine=probe.machine)
    if system == "linux":
        name, _, number = probe.libc.partition(" ")
        if name != "glibc" or _numbers(number) < (2, 28):
            return tr("glibc 2.28 or later is required; found: {libc}").format(
                libc=probe.libc or tr("none")
            )
    if system == "darwin" and _numbers(probe.macos) < (14,):
        return tr("macOS 14 or later is required; found: {version}").format(version=probe.macos)
    if not probe.has_venv:
        return tr("its module venv is missing")
    return ""


def can_have_pip(probe: Probe) -> bool:
    """Say whether an environment of this Python gets a pip without further help."""
    return probe.has_ensurepip or _numbers(probe.pip) >= (22, 3)


def version_range(versions: Sequence[str]) -> str:
    """Return versions, lowest first, as a range: "3.11 to 3.14"."""
    if len(versions) < 2:
        return "".join(versions)
    return tr("{first} to {last}").format(first=versions[0], last=versions[-1])


def _numbers(version: str) -> tuple[int, ...]:
    numbers = []
    for part in version.split("."):
        if not part.isdigit():
            break
        numbers.append(int(part))
    return tuple(numbers)


def _listing(folder: str) -> Sequence[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names are wanted
    except OSError:
        return ()
