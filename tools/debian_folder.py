"""Folders with a Debian release in them, made by debootstrap: what `make test-matrix` and `make postgis` stand on.

They need root and the package mirror that apt uses here, and are kept for the next time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from .setup_environment import SetupFailed, install_system_packages

SECONDS = 3600
# pip inside must reach what it reaches outside.
HANDED_OVER = ("PIP_INDEX_URL", "PIP_CERT", "SSL_CERT_FILE", "HTTPS_PROXY", "https_proxy")


class CannotMakeFolder(Exception):
    """A release cannot be made or used here; the message says why."""


def prepare() -> None:
    """Install debootstrap where it is missing.

    Raises:
        CannotMakeFolder: No folder can be made on this computer; the message says why.
    """
    if os.name != "posix" or os.geteuid() != 0:
        raise CannotMakeFolder("This needs root: debootstrap and chroot do.")
    if shutil.which("debootstrap") is None:
        try:
            install_system_packages(["debootstrap"])
        except SetupFailed as error:
            raise CannotMakeFolder(str(error)) from error


def run(command: Sequence[str | Path], log: Path, seconds: float = SECONDS) -> int:
    """Run a program; what it says goes to the log."""
    with log.open("ab") as file:
        file.write(f"\n$ {' '.join(map(str, command))}\n".encode())
        file.flush()
        return subprocess.run(
            [str(word) for word in command], stdout=file, stderr=file, check=False, timeout=seconds
        ).returncode


def inside(root: Path, command: str, log: Path) -> int:
    """Run a shell command inside a release."""
    handed = [f"{name}={os.environ[name]}" for name in HANDED_OVER if name in os.environ]
    return run(
        ["chroot", root, "/usr/bin/env", "-i", "HOME=/root", "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
         "LC_ALL=C.UTF-8", "DEBIAN_FRONTEND=noninteractive", *handed, "/bin/sh", "-ec", command],
        log,
    )  # fmt: skip


def mirror() -> str:
    """Return the package mirror that apt uses on this computer.

    Raises:
        CannotMakeFolder: apt names none.
    """
    done = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    addresses = [line for line in done.stdout.splitlines() if "security" not in line]
    if not addresses:
        raise CannotMakeFolder("apt names no package mirror on this computer.")
    return addresses[0]


def trust(root: Path) -> None:
    """Let a release trust the certificates that this computer trusts."""
    bundle = Path("/etc/ssl/certs/ca-certificates.crt")
    if bundle.is_file():
        (root / bundle.parent.relative_to("/")).mkdir(parents=True, exist_ok=True)
        shutil.copy(bundle, root / bundle.relative_to("/"))


def make_folder(root: Path, suite: str, packages: Sequence[str], log: Path) -> Path:
    """Make a folder with a release and packages in it, or complete one that was begun.

    Args:
        root: The folder.
        suite: Name of the release.
        packages: What is installed in it.
        log: Where debootstrap and apt say what they do.

    Raises:
        CannotMakeFolder: debootstrap or apt fails; the log says why.
    """
    done = root / "root" / ".complete"
    if done.is_file() and done.read_text(encoding="utf-8") == "\n".join(packages):
        return root
    if not (root / "root" / ".made").is_file():
        if root.exists():
            shutil.rmtree(root)
        if run(["debootstrap", "--variant=minbase", suite, root, mirror()], log):
            raise CannotMakeFolder(f"debootstrap cannot make {suite}; see {log}.")
        (root / "root" / ".made").touch()
    # The certificates and the way to the mirror of this computer hold inside, too.
    shutil.copy("/etc/resolv.conf", root / "etc" / "resolv.conf")
    for name in ("apt.conf", "apt.conf.d"):
        source, target = Path("/etc/apt", name), root / "etc" / "apt" / name
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        elif source.is_file():
            shutil.copy(source, target)
    trust(root)
    names = " ".join(packages)
    if inside(
        root, f"apt-get update -q && apt-get install -yq --no-install-recommends {names}", log
    ):
        raise CannotMakeFolder(f"The packages of {suite} cannot be installed; see {log}.")
    trust(root)  # The package of certificates has put its own there.
    done.write_text("\n".join(packages), encoding="utf-8")
    return root
