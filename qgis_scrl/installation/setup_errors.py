"""What can go wrong while the engine is set up: each failure with its sentence and its way out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from ..errors import EngineError
from . import lock_file
from .interpreters import PREFERRED, in_words

#: The button that makes the engine's environment from a Python of the user's own.
SET_UP_WITH = "Set up with this Python"
OPTIONS = "Settings > Options > Voice search"
_RESUMES = "What has been downloaded is kept"

# The first that is found in what pip has said decides, so the most certain stand first.
_SIGNS: tuple[tuple[str, str], ...] = (
    (
        "install-no-space",
        r"No space left on device|Errno 28\b|WinError 112\b|not enough space|Errno 122\b|Disk quota",
    ),
    ("install-damaged", r"DO NOT MATCH THE HASHES|BadZipFile|is not a zip file|has an invalid wheel"),
    (
        "install-proxy",
        r"ProxyError|Cannot connect to proxy|Tunnel connection failed|407 Proxy|"
        r"Missing dependencies for SOCKS",
    ),
    (
        "install-certificate",
        r"CERTIFICATE_VERIFY_FAILED|SSLCertVerificationError|SSLError|problem confirming the ssl|"
        r"invalid path: .*\.pem",
    ),
    (
        "install-no-network",
        r"NewConnectionError|Failed to establish a new connection|Temporary failure in name resolution|"
        r"getaddrinfo failed|ConnectTimeoutError|ReadTimeoutError|Read timed out|Connection refused|"
        r"Network is unreachable|Connection broken|ConnectionResetError|RemoteDisconnected|HTTP error|"
        r"NameResolutionError",
    ),
    ("install-too-long", r"WinError 206\b|Windows Long Path"),
    ("install-blocked", r"WinError 225\b|WinError 32\b|virus|WinError 1260\b|being used by another process"),
    (
        "install-not-writable",
        r"Permission denied|Access is denied|Errno 13\b|WinError 5\b|Read-only file system|Errno 30\b",
    ),
    (
        "install-no-package",
        r"No matching distribution found|Could not find a version that satisfies|ResolutionImpossible",
    ),
    (
        "install-no-pip",
        r"No module named pip|ensurepip is not available|No module named ensurepip|"
        r"No module named 'ensurepip'",
    ),
)  # fmt: skip
#: Those of which the next question is: which of several addresses?
_ON_THE_WAY = ("install-no-network", "install-proxy", "install-certificate")
_PACKAGE = re.compile(
    r"(?:No matching distribution found for|satisfies the requirement|Cannot install) ([\w.+-]+(?:==[\w.+-]+)?)"
)


def of_output(
    output: str,
    doing: str,
    code: int,
    log: Path,
    folder: Path | None,
    index: str = "",
    proxy: str = "",
) -> EngineError:
    """Return the failure that a child process has told of in its own way.

    Args:
        output: What it has written.
        doing: What it was for: "downloading torch".
        code: Its exit code.
        log: Where all of it is kept.
        folder: The folder of wheels that it took them from; None: the internet.
        index: The package index that was asked beside those that pip knows; empty: none.
        proxy: Host of the proxy that was to be used; empty: none.
    """
    for kind, signs in _SIGNS:
        if re.search(signs, output, re.IGNORECASE):
            # A newer pip tells of a proxy as of any other host, by its name alone.
            if kind == "install-no-network" and proxy and f"host='{proxy}'" in output:
                kind = "install-proxy"
            if kind in _ON_THE_WAY and index and _only_missed(output, index):
                return unreachable(kind, index, log, _package(output))
            return known(kind, log, _package(output), folder)
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if re.match(r"(?i)error|\w*Error\b", line)] or lines
    said = f": {_short(errors[-1])}" if errors else ""
    return EngineError(
        "install-failed",
        f"Setting up the engine failed while {doing} (code {code}){said}.",
        "Press Try again; if it stays so, press Show log and report it.",
        str(log),
    )


def known(kind: str, log: Path, package: str = "", folder: Path | None = None) -> EngineError:
    """Return a failure of which we know what to do."""
    what = package or "a package"
    sentences = {
        "install-no-space": (
            "There is no space left on the disk.",
            f"Free some, then press Try again. {_RESUMES}.",
        ),
        "install-damaged": (
            f"The file of {what} is not the one that was checked for this plugin: damaged on its way, "
            "or another build.",
            "Press Try again; a proxy or a mirror that changes files is a matter for who runs it."
            if folder is None
            else "Download the wheels again with the plugin's own list (see the user guide).",
        ),
        "install-proxy": (
            "The proxy between this computer and the internet refuses the connection.",
            "Check Settings > Options > Network > Use proxy for web access (host, port, name, password), "
            "then press Try again; or install from a folder of wheels.",
        ),
        "install-certificate": (
            "The connection is encrypted with a certificate that this computer does not trust, as "
            "company networks often do it.",
            "Add your company's certificate in Settings > Options > Authentication > Manage certificates, "
            "then press Try again; or install from a folder of wheels.",
        ),
        "install-no-network": (
            "The packages cannot be reached: no internet, or a firewall in between.",
            f"Check the connection, then press Try again. {_RESUMES}. Without internet, install from a "
            "folder of wheels.",
        ),
        "install-too-long": (
            "Windows allows no paths that long.",
            "Ask who runs this computer to allow long paths in Windows, then press Try again.",
        ),
        "install-blocked": (
            "Another program, probably an antivirus, holds or has removed a file of the engine.",
            "Allow the folder of the engine in the antivirus, close other windows of QGIS, then press "
            "Try again.",
        ),
        "install-not-writable": (
            "The folder of the engine cannot be written to.",
            "Give yourself the right to write there, then press Try again.",
        ),
        "install-no-package": (
            (
                f"None of the package indexes that were asked offers {what} for this computer."
                if folder is None
                else f"The folder of wheels holds no {what} for this computer."
            ),
            (
                f"Empty Package index in {OPTIONS} (PyTorch's own is asked then for the CPU build of torch), "
                "or name one there that has it, then press Try again; or install from a folder of wheels."
                if folder is None
                else "Put it there, then press Try again."
            ),
        ),
        "install-no-pip": (
            "This Python cannot install packages: it has neither pip nor ensurepip.",
            "On Debian and Ubuntu: `sudo apt install python3-venv`, then press Try again. Otherwise install "
            "Python from python.org, or put pip's wheel into a folder of wheels.",
        ),
    }
    message, step = sentences[kind]
    return EngineError(kind, message, step, str(log))


def unreachable(kind: str, index: str, log: Path, package: str = "") -> EngineError:
    """Return the failure of one package index that cannot be reached, while the others can."""
    host = lock_file.host_of(index)
    return EngineError(
        kind,
        f"The package {package or 'that is next'} comes from {host}, which cannot be reached from here; other package "
        "indexes can.",
        f"Try again later; in a company, ask for {host} to be allowed, or name a mirror of it under Package "
        f"index in {OPTIONS}, then press Try again. Or install from a folder of wheels. {_RESUMES}.",
        str(log),
    )


def no_space(folder: Path, wanted: int, free: int, log: Path) -> EngineError:
    """Return the failure of a disk that is too small, found before anything is downloaded."""
    return EngineError(
        "install-no-space",
        f"The engine needs {size(wanted)} in {folder}, and {size(free)} are free there.",
        "Free some space, then press Try again.",
        str(log),
    )


def not_writable(folder: Path, reason: str) -> EngineError:
    """Return the failure of a folder in which nothing can be made."""
    return EngineError(
        "install-not-writable",
        f"The folder {folder} cannot be written to ({reason}).",
        "Give yourself the right to write there, or use a Python of your own.",
    )


def busy() -> EngineError:
    """Return the failure of the second of two QGIS that install at once."""
    return EngineError(
        "install-busy",
        "Another QGIS is setting up the engine right now.",
        "Wait until it has finished, then press Try again: this one will find it ready.",
    )


def no_python(reasons: list[str], supported: str, log: Path) -> EngineError:
    """Return the failure of a computer without a Python that will do."""
    tried = f" Looked at: {'; '.join(reasons)}." if reasons else ""
    return EngineError(
        "install-no-python",
        f"The engine needs Python {supported} (64 bits), and there is none here that will do.{tried}",
        "Install one (python.org, or your system's packages), then press Try again; or choose a Python "
        "of your own.",
        str(log),
    )


def old_python(
    own: str, supported: Sequence[str], system: str, button: str, log: Path | None = None
) -> EngineError:
    """Return the failure of a computer whose only Python is that of a QGIS with another version.

    Args:
        own: Version of QGIS's Python, such as "3.9".
        supported: Versions that will do, lowest first.
        system: As ``sys.platform``.
        button: What is to be pressed afterwards.
        log: Where more is told; None: nothing has been tried.
    """
    best = next((version for version in PREFERRED if version in supported), supported[-1])
    if system == "linux":
        how = (
            f"Install Python {best} with its module venv (Debian and Ubuntu, where they have it: "
            f"`sudo apt install python{best}-venv`)"
        )
    else:
        how = f"Install Python {best} from python.org (QGIS keeps its own)"
    return EngineError(
        "install-no-python",
        f"The engine needs Python {in_words(supported)} (64 bits); this QGIS brings Python {own}, and there "
        "is no other here.",
        f"{how}, then press {button}: it is found by itself. If it lies in an unusual place, press Use a "
        "Python of my own and choose it.",
        None if log is None else str(log),
    )


def import_failed(module: str, reason: str, log: Path) -> EngineError:
    """Return the failure of a package that is installed and does not run."""
    if re.search(r"DLL load failed|WinError 126\b|VCRUNTIME|MSVCP", reason):
        step = (
            "Install Microsoft's Visual C++ Redistributable (x64), then press Try again; if it is there "
            "already, an antivirus may have removed a file: allow the folder, and press Try again."
        )
    else:
        step = "Press Try again: what is damaged is put in again. An antivirus may have removed a file."
    return EngineError(
        "install-import-failed",
        f"The package {module} is installed but does not run here: {_short(reason)}.",
        step,
        str(log),
    )


def lacks(
    python: str, modules: Sequence[str], easy: Sequence[str], managed: bool, base: bool
) -> EngineError:
    """Return the failure of a Python of the user's own that lacks packages.

    Args:
        python: Its program.
        modules: What the engine cannot do without.
        easy: The packages, "name==version", that mend it if pip puts them in with ``--no-deps``; none: it
            takes more than that.
        managed: Whether pip refuses to put anything into it.
        base: Whether the engine's environment can be made from it.
    """
    shown = f'"{python}"' if " " in python else python
    if easy and managed:
        # Distributions have torch, but not these.
        step = (
            f"Make an environment on top of it: `{shown} -m venv --system-site-packages ~/voice-search`, then "
            f"`~/voice-search/bin/python -m pip install --no-deps {' '.join(easy)}`. Then press Use a Python "
            "of my own and choose ~/voice-search/bin/python."
        )
    elif easy:
        step = f"Run `{shown} -m pip install --no-deps {' '.join(easy)}`, then press Try again."
    elif base:
        step = (
            f"Press {SET_UP_WITH}: the packages go into a folder of their own, and it stays as it is. Or "
            "choose another Python, one that has them."
        )
    else:
        step = "Install them there and press Try again, choose another Python, or press Set up now."
    return EngineError(
        "install-lacks-packages",
        f"The Python {python} cannot run the engine as it is: it lacks {', '.join(modules)}.",
        step,
    )


def size(count: int) -> str:
    """Return a number of bytes as people read it."""
    if count >= 999_500_000:
        return f"{count / 1e9:.1f} GB"
    if count >= 999_500:
        return f"{count / 1e6:.0f} MB"
    return f"{max(count, 0) / 1e3:.0f} kB"


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
