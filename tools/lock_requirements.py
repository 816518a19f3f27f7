"""Write ``requirements/lock/``: what the plugin's installer downloads, exactly, with checksums.

One file for each system and Python, named ``SYSTEM-pyXYZ.txt``; where there is no file, there are no
wheels for that Python. pip takes them as they are::

    pip install --no-deps --require-hashes --only-binary :all: -r linux-py311.txt

Versions are those of ``requirements/`` wherever wheels of them exist, so that what is installed is
what was tested. Run with the environment of ``make setup-release``; needs the package index, and
downloads no package::

    .venv-release/bin/python -m tools.lock_requirements
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote, urlsplit

from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import canonicalize_name, parse_wheel_filename

REQUIREMENTS = Path(__file__).resolve().parents[1] / "requirements"
LOCK = REQUIREMENTS / "lock"
PYTHONS = ((3, 11), (3, 12), (3, 13), (3, 14))
# Newest glibc whose wheels are listed; older ones are, too.
NEWEST_GLIBC = 39
MACOS = (14, 0)
# What torch brings where it is built for CUDA, and only there.
CUDA_PACKAGES = ("nvidia-", "cuda-", "triton")
# PyTorch has stopped building for Intel Macs; its last one there knows numpy 1 only.
INTEL_MAC = ("torch==2.2.2", "torchaudio==2.2.2", "numpy<2")


@dataclass(frozen=True)
class Target:
    """One system with one Python.

    Attributes:
        file: Stem of the lock file's name; several targets may share a file.
        system: For people.
        platform: As uv names it.
        python: Major and minor version.
        machine: As ``platform.machine()`` says it, where a file serves several; else empty.
        fixed: Requirements that hold here instead of those of ``requirements/``.
        cuda: Whether torch is to use an NVIDIA card (about 3 GB more).
    """

    file: str
    system: str
    platform: str
    python: tuple[int, int]
    machine: str = ""
    fixed: tuple[str, ...] = ()
    cuda: bool = False

    @property
    def tags(self) -> frozenset[Tag]:
        """What wheels may be marked with to run here."""
        platforms = tuple(self._platforms())
        return frozenset(
            (
                *cpython_tags(python_version=self.python, platforms=platforms),
                *compatible_tags(
                    python_version=self.python,
                    interpreter=f"cp{self.python[0]}{self.python[1]}",
                    platforms=platforms,
                ),
            )
        )

    def _platforms(self) -> Iterator[str]:
        if self.platform.endswith("windows-msvc"):
            yield "win_amd64"
        elif self.platform.endswith("darwin"):
            yield from mac_platforms(MACOS, self.machine)
        else:
            yield from (f"manylinux_2_{minor}_x86_64" for minor in range(5, NEWEST_GLIBC + 1))
            yield from (f"manylinux{old}_x86_64" for old in ("1", "2010", "2014"))
            yield "linux_x86_64"


@dataclass(frozen=True)
class Locked:
    """One package as it is to be installed.

    Attributes:
        name: Canonical.
        version: Exact.
        hashes: SHA-256 sums of the wheels that fit; on any one machine, pip takes one of them.
        size: Bytes of the largest of them; 0 if nobody says.
        machine: Where only; empty for everywhere.
    """

    name: str
    version: str
    hashes: tuple[str, ...]
    size: int
    machine: str = ""

    def lines(self) -> str:
        """Return it as pip reads it."""
        marker = f' ; platform_machine == "{self.machine}"' if self.machine else ""
        size = f"# {self.size} bytes\n" if self.size else ""
        sums = " \\\n".join(f"    --hash=sha256:{value}" for value in sorted(self.hashes))
        return f"{size}{self.name}=={self.version}{marker} \\\n{sums}\n"


def targets() -> list[Target]:
    """Return every system and Python that the plugin's installer serves."""
    found = []
    for python in PYTHONS:
        tag = f"py{python[0]}{python[1]}"
        linux = "x86_64-manylinux_2_28"
        found += [
            Target(f"linux-{tag}", "Linux", linux, python),
            Target(f"linux-{tag}-cuda", "Linux with an NVIDIA card", linux, python, cuda=True),
            Target(f"windows-{tag}", "Windows", "x86_64-pc-windows-msvc", python),
            Target(f"macos-{tag}", "macOS", "aarch64-apple-darwin", python, "arm64"),
        ]
        if python < (3, 13):
            found.append(
                Target(f"macos-{tag}", "macOS", "x86_64-apple-darwin", python, "x86_64", INTEL_MAC)
            )
    return found


def pins(*names: str) -> list[str]:
    """Return the requirements of files in ``requirements/``."""
    lines = [
        line.partition("#")[0].strip()
        for name in names
        for line in (REQUIREMENTS / name).read_text(encoding="utf-8").splitlines()
    ]
    return [line for line in lines if line]


def package_of(requirement: str) -> str:
    """Return the name of the package that a requirement is about."""
    return canonicalize_name(re.split(r"[=<>!~ ;\[]", requirement, maxsplit=1)[0])


def uv(*arguments: str | Path) -> None:
    """Run uv.

    Raises:
        SystemExit: It fails; its words go to standard error.
    """
    environment = {**os.environ, "MACOSX_DEPLOYMENT_TARGET": ".".join(map(str, MACOS))}
    command = [sys.executable, "-m", "uv", *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"uv {' '.join(map(str, arguments))} failed:\n{done.stderr}")


def compile_for(target: Target, work: Path) -> dict[str, object]:
    """Return uv's solution for a target, as the ``pylock.toml`` that it writes."""
    alone = ["engine-no-deps.txt"]
    wanted = {package_of(line): line for line in pins("engine.txt", *alone)}
    fixed = {package_of(line): line for line in target.fixed}
    without_deps = {package_of(line) for line in pins(*alone)}
    common = (
        "--python-version", ".".join(map(str, target.python)), "--python-platform", target.platform,
        "--only-binary", ":all:", "--quiet", "--no-config",
    )  # fmt: skip
    # What lies in the output file already is what uv prefers; it goes elsewhere only if it must.
    solved = work / "solved.txt"
    solved.write_text("\n".join(pins("engine.txt", "constraints.txt")) + "\n", encoding="utf-8")
    request = work / "request.in"
    request.write_text(
        "\n".join(fixed.get(name, name) for name in wanted if name not in without_deps) + "\n",
        encoding="utf-8",
    )
    uv("pip", "compile", request, "-o", solved, "--no-header", "--no-annotate", *common)
    exact = work / "exact.in"
    exact.write_text(
        solved.read_text(encoding="utf-8")
        + "".join(fixed.get(name, wanted[name]) + "\n" for name in sorted(without_deps)),
        encoding="utf-8",
    )
    lock = work / "pylock.lock.toml"
    lock.unlink(missing_ok=True)
    uv("pip", "compile", exact, "--no-deps", "--format", "pylock.toml", "-o", lock, *common)
    return tomllib.loads(lock.read_text(encoding="utf-8"))


def wheels_of(package: dict[str, object], tags: frozenset[Tag]) -> Iterator[tuple[str, int]]:
    """Yield the SHA-256 sum and the size of each wheel that fits."""
    listed = package.get("wheels", [])
    if not isinstance(listed, list):
        return
    for wheel in listed:
        name = unquote(Path(urlsplit(str(wheel["url"])).path).name)
        if parse_wheel_filename(name)[3] & tags:
            yield str(wheel["hashes"]["sha256"]), int(wheel.get("size", 0))


def lock_for(target: Target, work: Path) -> list[Locked]:
    """Return every package of a target.

    Raises:
        SystemExit: A package has no wheel that fits.
    """
    packages = compile_for(target, work)["packages"]
    if not isinstance(packages, list):
        raise SystemExit("uv's lock file has no packages")
    locked = []
    for package in packages:
        name, version = str(package["name"]), str(package["version"])
        if name.startswith(CUDA_PACKAGES) and not target.cuda:
            continue
        if name == "torch" and target.system == "Linux":
            locked.append(torch_for_cpus(target.python, version))
            continue
        wheels = list(wheels_of(package, target.tags))
        if not wheels:
            raise SystemExit(f"{name} {version} has no wheel for {target.file} {target.machine}")
        locked.append(
            Locked(
                name, version, tuple(sum_ for sum_, _ in wheels), max(size for _, size in wheels)
            )
        )
    return locked


def torch_for_cpus(python: tuple[int, int], version: str) -> Locked:
    """Return the CPU build of torch for Linux, from ``requirements/torch-cpu.txt``.

    Raises:
        SystemExit: It is not listed there, or of another version.
    """
    wanted = f'python_version == "{python[0]}.{python[1]}"'
    for line in pins("torch-cpu.txt"):
        requirement, _, rest = line.partition(" ; ")
        marker, _, sum_ = rest.partition(" --hash=sha256:")
        if marker.strip() == wanted and requirement == f"torch=={version}+cpu":
            return Locked("torch", f"{version}+cpu", (sum_.strip(),), TORCH_CPU_BYTES)
    raise SystemExit(f"requirements/torch-cpu.txt has no torch {version} for {wanted}")


# Of the wheel for Python 3.11; those for others differ by less than a percent.
TORCH_CPU_BYTES = 191_794_682


def merge(per_machine: Sequence[tuple[str, list[Locked]]]) -> list[Locked]:
    """Return one list for several machines; what differs between them says for which it is."""
    machines = [machine for machine, _ in per_machine]
    if len(machines) == 1:
        return per_machine[0][1]
    everything = sorted(
        ((package.name, package.version, machine, package)
         for machine, packages in per_machine for package in packages),
        key=lambda row: row[:3],
    )  # fmt: skip
    merged = []
    for (name, version), group in groupby(everything, key=lambda row: row[:2]):
        rows = list(group)
        if len(rows) == len(machines):
            sums = {value for *_, package in rows for value in package.hashes}
            size = max(package.size for *_, package in rows)
            merged.append(Locked(name, version, tuple(sums), size))
        else:
            merged += [
                Locked(name, version, package.hashes, package.size, machine)
                for _, _, machine, package in rows
            ]
    return merged


def header(file: str, found: Sequence[Target], packages: Sequence[Locked]) -> str:
    """Return the comment at the head of a lock file."""
    python = ".".join(map(str, found[0].python))
    machines = ", ".join(target.machine for target in found if target.machine) or "x86_64"
    total = max(
        sum(p.size for p in packages if p.machine in ("", target.machine)) for target in found
    )
    torch = (
        "# torch is the CPU build of PyTorch's own index; pip must be given its address.\n"
        if found[0].system == "Linux"
        else ""
    )
    return (
        f"# {file}.txt: {found[0].system} ({machines}), Python {python}\n"
        "# Written by tools/lock_requirements.py from requirements/; not by hand.\n"
        f"# download: {total} bytes\n{torch}\n"
    )


def lock_annoy(work: Path) -> None:
    """Write the three files of Annoy: its source, what builds it, and wheels of the same code."""
    source = work / "annoy.in"
    python = ".".join(map(str, PYTHONS[0]))
    for name, request, options in (
        ("annoy-source", pins("annoy.txt"), ("--no-binary", "annoy")),
        ("annoy-build", ["setuptools", "wheel"], ("--only-binary", ":all:")),
    ):
        source.write_text("\n".join(request) + "\n", encoding="utf-8")
        uv(
            "pip", "compile", source, "--generate-hashes", "--no-deps", "--quiet", "--no-config",
            "--no-header", "--no-annotate", "--python-version", python,
            "-o", work / f"{name}.txt", *options,
        )  # fmt: skip
        text = (work / f"{name}.txt").read_text(encoding="utf-8")
        (LOCK / f"{name}.txt").write_text(
            "# Written by tools/lock_requirements.py from requirements/; not by hand.\n" + text,
            encoding="utf-8",
        )
    source.write_text("\n".join(pins("annoy-prebuilt.txt")) + "\n", encoding="utf-8")
    found: dict[str, Locked] = {}
    for target in targets():
        lock = work / "pylock.annoy.toml"
        lock.unlink(missing_ok=True)
        uv(
            "pip", "compile", source, "--universal", "--no-deps", "--quiet", "--no-config",
            "--python-version", python, "--format", "pylock.toml", "-o", lock,
        )  # fmt: skip
        for package in tomllib.loads(lock.read_text(encoding="utf-8"))["packages"]:
            wheels = list(wheels_of(package, target.tags))
            if wheels:
                before = found.get(package["name"])
                sums = {sum_ for sum_, _ in wheels} | set(before.hashes if before else ())
                size = max(size for _, size in wheels)
                found[package["name"]] = Locked(
                    package["name"], package["version"], tuple(sums), size
                )
    (LOCK / "annoy-prebuilt.txt").write_text(
        "# Written by tools/lock_requirements.py from requirements/; not by hand.\n"
        + "".join(package.lines() for package in found.values()),
        encoding="utf-8",
    )


def main() -> None:
    """Write all lock files anew."""
    LOCK.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for file, group in groupby(
            sorted(targets(), key=lambda target: target.file), key=lambda target: target.file
        ):
            found = list(group)
            packages = merge([(target.machine, lock_for(target, work)) for target in found])
            packages.sort(key=lambda package: (package.name, package.machine))
            text = header(file, found, packages) + "".join(p.lines() for p in packages)
            (LOCK / f"{file}.txt").write_text(text, encoding="utf-8")
            print(f"requirements/lock/{file}.txt: {len(packages)} packages", flush=True)
        lock_annoy(work)


if __name__ == "__main__":
    main()
