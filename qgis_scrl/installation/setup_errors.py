"""What can go wrong while the engine is set up: each failure with its message and its next step."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from qgis.PyQt.QtCore import QLocale

from ..errors import EngineError
from ..translation import tr, tr_later
from . import lock_file, long_paths
from .interpreters import PREFERRED, version_range

#: Label of the button that makes the engine's environment from the user's own Python.
SET_UP_WITH = tr_later("Set up with this Python")


class _Known(NamedTuple):
    signs: re.Pattern[str]
    message: str
    next_step: str


#: What pip prints, and what that means. The first that fits decides, so the most certain come first.
_KNOWN = {
    "install-no-space": _Known(
        re.compile(
            r"(?i)No space left on device|Errno 28\b|WinError 112\b|not enough space|Errno 122\b|Disk quota"
        ),
        tr_later("The disk is full."),
        tr_later("Free some space, then press Try again. Downloaded files are kept."),
    ),
    "install-damaged": _Known(
        re.compile(
            r"(?i)DO NOT MATCH THE HASHES|BadZipFile|is not a zip file|has an invalid wheel"
        ),
        tr_later(
            "The file of {package} does not match its checksum: it was damaged in transit, or a proxy or "
            "mirror delivers another build."
        ),
        tr_later(
            "Press Try again. If it happens again, contact the administrator of the proxy or mirror."
        ),
    ),
    "install-proxy": _Known(
        re.compile(
            r"(?i)ProxyError|Cannot connect to proxy|Tunnel connection failed|407 Proxy|"
            r"Missing dependencies for SOCKS"
        ),
        tr_later("The proxy refused the connection."),
        tr_later(
            "Check Settings > Options > Network > Use proxy for web access (host, port, user, password), "
            "then press Try again; or install from local wheels."
        ),
    ),
    "install-certificate": _Known(
        re.compile(
            r"(?i)CERTIFICATE_VERIFY_FAILED|SSLCertVerificationError|SSLError|problem confirming the ssl|"
            r"invalid path: .*\.pem"
        ),
        tr_later(
            "The certificate of the server is not trusted by this computer, as is common in corporate "
            "networks."
        ),
        tr_later(
            "Import the certificate of your organisation in Settings > Options > Authentication > Manage "
            "Certificates, then press Try again; or install from local wheels."
        ),
    ),
    "install-no-network": _Known(
        re.compile(
            r"(?i)NewConnectionError|Failed to establish a new connection|Temporary failure in name resolution|"
            r"getaddrinfo failed|ConnectTimeoutError|ReadTimeoutError|Read timed out|Connection refused|"
            r"Network is unreachable|Connection broken|ConnectionResetError|RemoteDisconnected|HTTP error|"
            r"NameResolutionError"
        ),
        tr_later(
            "The package index cannot be reached: there is no internet connection, or a firewall blocks it."
        ),
        tr_later(
            "Check the connection, then press Try again; downloaded files are kept. Without internet "
            "access, install from local wheels."
        ),
    ),
    "install-too-long": _Known(
        re.compile(r"(?i)WinError 206\b|Windows Long Path"),
        tr_later("The path of a file is too long for Windows."),
        tr_later(
            "Ask your administrator to enable long paths in Windows (LongPathsEnabled), restart QGIS, then press "
            "Try again; or choose the Python of an environment in a short folder."
        ),
    ),
    "install-blocked": _Known(
        re.compile(
            r"(?i)WinError 225\b|WinError 32\b|virus|WinError 1260\b|being used by another process"
        ),
        tr_later(
            "Another program, probably an antivirus, has locked or removed a file of the engine."
        ),
        tr_later(
            "Exclude the folder of the engine from the antivirus scan, close other QGIS windows, then press "
            "Try again."
        ),
    ),
    "install-not-writable": _Known(
        re.compile(
            r"(?i)Permission denied|Access is denied|Errno 13\b|WinError 5\b|Read-only file system|Errno 30\b"
        ),
        tr_later("The folder of the engine is not writable."),
        tr_later("Check that you have write permission for this folder, then press Try again."),
    ),
    "install-no-package": _Known(
        re.compile(
            r"(?i)No matching distribution found|Could not find a version that satisfies|ResolutionImpossible"
        ),
        tr_later("None of the package indexes offers {package} for this computer."),
        tr_later(
            "Clear Package index in Settings > Options > Voice search (the CPU build of torch then comes "
            "from PyTorch's own index), or enter an index that has the package, then press Try again; or "
            "install from local wheels."
        ),
    ),
    "install-no-pip": _Known(
        re.compile(
            r"(?i)No module named pip|ensurepip is not available|No module named ensurepip|"
            r"No module named 'ensurepip'"
        ),
        tr_later("This Python cannot install packages: both pip and ensurepip are missing."),
        tr_later(
            "On Debian and Ubuntu, run `sudo apt install python3-venv`, then press Try again. Otherwise, "
            "install Python from python.org, or add the wheel of pip to the folder of wheels."
        ),
    ),
}
#: Failures that may concern one of several package indexes.
_CONNECTION = ("install-no-network", "install-proxy", "install-certificate")
_PACKAGE = re.compile(
    r"(?:No matching distribution found for|satisfies the requirement|Cannot install) ([\w.+-]+(?:==[\w.+-]+)?)"
)


#: Those that differ when the packages come from a folder of wheels.
_FROM_WHEELS = {
    "install-damaged": (
        tr_later(
            "The wheel of {package} does not match its checksum: it is damaged, or another build."
        ),
        tr_later(
            "Download the wheels again with the requirements file of this plugin version (see the user guide)."
        ),
    ),
    "install-no-package": (
        tr_later("The folder of wheels does not contain {package} for this computer."),
        tr_later("Add it to the folder, then press Try again."),
    ),
}


def of_output(
    output: str,
    step: str,
    code: int,
    folder: Path | None,
    index: str = "",
    proxy: str = "",
) -> EngineError:
    """Return the failure that the output of a child process describes.

    Args:
        output: Of the process.
        step: What it was run for, translated: "Downloading packages".
        code: Its exit code.
        folder: The folder of wheels that the packages came from; None: the internet.
        index: The package index that was used in addition to those that pip knows; empty: none.
        proxy: Host of the proxy that was to be used; empty: none.
    """
    for kind, sort in _KNOWN.items():
        if sort.signs.search(output):
            # A newer pip tells of a proxy as of any other host, by its name alone.
            if kind == "install-no-network" and proxy and f"host='{proxy}'" in output:
                kind = "install-proxy"
            if kind in _CONNECTION and index and _only_missed(output, index):
                return unreachable(kind, index, _package(output))
            return known(kind, _package(output), folder)
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if re.match(r"(?i)error|\w*Error\b", line)] or lines
    if errors:
        message = tr("The set-up of the engine failed at “{step}” (exit code {code}): {reason}.")
    else:
        message = tr("The set-up of the engine failed at “{step}” (exit code {code}).")
    return EngineError(
        "install-failed",
        message.format(step=step, code=code, reason=_short(errors[-1]) if errors else ""),
        report_it(),
    )


def report_it() -> str:
    """Return the next step after a failure that should not happen."""
    return tr("Press Try again. If it fails again, press Show log and report the problem.")


def known(kind: str, package: str = "", folder: Path | None = None) -> EngineError:
    """Return a failure with a known solution."""
    _signs, message, step = _KNOWN[kind]
    if folder is not None:
        message, step = _FROM_WHEELS.get(kind, (message, step))
    return EngineError(kind, tr(message).format(package=package or tr("a package")), tr(step))


def unreachable(kind: str, index: str, package: str = "") -> EngineError:
    """Return the failure of one package index that cannot be reached, while the others can."""
    host = lock_file.host_of(index)
    return EngineError(
        kind,
        tr(
            "{package} comes from {host}, which cannot be reached from this computer; other package indexes can."
        ).format(package=package or tr("The next package"), host=host),
        tr(
            "Try again later. In a corporate network, ask for {host} to be allowed, or enter a mirror of it "
            "under Package index in Settings > Options > Voice search, then press Try again; or install "
            "from local wheels. Downloaded files are kept."
        ).format(host=host),
    )


def no_space(folder: Path, wanted: int, free: int) -> EngineError:
    """Return the failure of a disk that is too small, found before anything is downloaded."""
    return EngineError(
        "install-no-space",
        tr("The engine needs {needed} in {folder}, but only {free} is available.").format(
            needed=size(wanted), folder=folder, free=size(free)
        ),
        tr("Free some space, then press Try again."),
    )


def not_writable(folder: Path, reason: str) -> EngineError:
    """Return the failure of a folder in which nothing can be created."""
    return EngineError(
        "install-not-writable",
        tr("The folder {folder} is not writable: {reason}.").format(folder=folder, reason=reason),
        tr("Check that you have write permission for this folder, or use your own Python."),
    )


def too_long(folder: Path, length: int) -> EngineError:
    """Return the error for a folder below which Windows has no room for the engine's files.

    Args:
        folder: Of the environment.
        length: Of the longest path in it, in characters.
    """
    kind = "install-too-long"
    return EngineError(
        kind,
        tr(
            "The folder {folder} is too deep for Windows: paths in it would be {length} characters long, and Windows "
            "takes {limit}."
        ).format(folder=folder, length=length, limit=long_paths.LIMIT),
        tr(_KNOWN[kind].next_step),
    )


def busy() -> EngineError:
    """Return the failure of the second of two QGIS that set up the engine at the same time."""
    return EngineError(
        "install-busy",
        tr("Another QGIS is already setting up the engine."),
        tr("Wait until it has finished, then press Try again."),
    )


def no_python(reasons: list[str], supported: Sequence[str]) -> EngineError:
    """Return the failure of a computer without a suitable Python.

    Args:
        reasons: Why those that were found are unsuitable.
        supported: Suitable versions, lowest first.
    """
    message = tr("No suitable Python found (64-bit {versions}).").format(
        versions=version_range(supported)
    )
    if reasons:
        message += " " + tr("Checked: {reasons}.").format(reasons="; ".join(reasons))
    return EngineError(
        "install-no-python",
        message,
        tr(
            "Install one from python.org or your system's packages, then press Try again; or use your own "
            "Python."
        ),
    )


def old_python(own: str, supported: Sequence[str], system: str, button: str) -> EngineError:
    """Return the failure of a computer whose only Python is that of a QGIS with another version.

    Args:
        own: Version of QGIS's Python, such as "3.9".
        supported: Suitable versions, lowest first.
        system: As ``sys.platform``.
        button: Label of the button to press afterwards, translated.
    """
    best = next((version for version in PREFERRED if version in supported), supported[-1])
    if system == "linux":
        step = tr(
            "Install Python {version} with its module venv (Debian and Ubuntu, if available: "
            "`sudo apt install python{version}-venv`), then press {button}. If it is installed in an unusual "
            "location, press Use my own Python and choose it."
        )
    else:
        step = tr(
            "Install Python {version} from python.org, then press {button}; the Python of QGIS is not "
            "changed. If it is installed in an unusual location, press Use my own Python and choose it."
        )
    return EngineError(
        "install-no-python",
        tr(
            "No suitable Python found (64-bit {versions}); this QGIS comes with Python {own}."
        ).format(versions=version_range(supported), own=own),
        step.format(version=best, button=button),
    )


def import_failed(module: str, reason: str) -> EngineError:
    """Return the failure of a package that is installed and cannot be loaded."""
    if re.search(r"DLL load failed|WinError 126\b|VCRUNTIME|MSVCP", reason):
        step = tr(
            "Install the Microsoft Visual C++ Redistributable (x64), then press Try again. If it is already "
            "installed, an antivirus may have removed a file: exclude the folder of the engine from the "
            "scan, then press Try again."
        )
    else:
        step = tr(
            "Press Try again to reinstall damaged packages. An antivirus may have removed a file."
        )
    return EngineError(
        "install-import-failed",
        tr("The package {package} is installed but cannot be loaded: {reason}.").format(
            package=module, reason=_short(reason)
        ),
        step,
    )


def lacks(
    python: str, modules: Sequence[str], easy: Sequence[str], managed: bool, base: bool
) -> EngineError:
    """Return the failure of the user's own Python that lacks packages.

    Args:
        python: Its program.
        modules: Required modules that it lacks.
        easy: The packages, "name==version", that fix it if pip installs them with ``--no-deps``; none: it
            takes more than that.
        managed: Whether pip refuses to install anything into it.
        base: Whether the engine's environment can be made from it.
    """
    shown = f'"{python}"' if " " in python else python
    if easy and managed:
        # Distributions have torch, but not these.
        step = tr(
            "Create an environment on top of it: `{python} -m venv --system-site-packages ~/voice-search`, "
            "then run `~/voice-search/bin/python -m pip install --no-deps {packages}`. Then press Use my own "
            "Python and choose ~/voice-search/bin/python."
        )
    elif easy:
        step = tr("Run `{python} -m pip install --no-deps {packages}`, then press Try again.")
    elif base:
        step = tr(
            "Press {button}: the packages are installed into a separate folder, and this Python is not "
            "changed. Or choose another Python that has them."
        )
    else:
        step = tr(
            "Install them there and press Try again, choose another Python, or press Set up now."
        )
    return EngineError(
        "install-lacks-packages",
        tr("The Python {python} cannot run the engine. Missing packages: {packages}.").format(
            python=python, packages=", ".join(modules)
        ),
        step.format(python=shown, packages=" ".join(easy), button=tr(SET_UP_WITH)),
    )


def size(count: int) -> str:
    """Return a number of bytes in a suitable unit, as the user's locale writes it."""
    decimals = 1 if count >= 999_500_000 else 0
    units = QLocale.DataSizeFormat.DataSizeSIFormat
    return str(QLocale().formattedDataSize(max(count, 0), decimals, units))


def _package(output: str) -> str:
    match = _PACKAGE.search(output)
    if match is not None:
        return match[1].replace("==", " ")
    # "  torch==2.13.0+cpu from file:///..." follows the complaint about sums.
    match = re.search(r"HASHES FROM.*?\n\s+(?:unknown package|([\w.+-]+)==)", output, re.DOTALL)
    return match[1] if match is not None and match[1] else ""


def _only_missed(output: str, index: str) -> bool:
    """Say whether, of all addresses, only those of one index have not answered."""
    # pip names the path alone: "... after connection broken by '...': /whl/cpu/torch/".
    missed = re.findall(r"connection broken by .*: (/\S*)", output)
    place = urlsplit(index).path.rstrip("/") + "/"
    # PyPI's own path, which mirrors like to have as well: nobody can say whose it was.
    return place != "/simple/" and bool(missed) and all(path.startswith(place) for path in missed)


def _short(line: str) -> str:
    text = line.strip().rstrip(".")
    return text if len(text) <= 200 else f"{text[:197]}..."
