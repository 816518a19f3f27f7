"""`make postgis`: a PostgreSQL server with PostGIS and pgvector, for tests and benchmarks of shared indexes.

Debian trixie brings all three; they live in a folder made by debootstrap, ``build/postgis/``, kept for the next time.
:func:`server` runs PostgreSQL from it as a user of its own, on the loopback interface, with its data in a folder that is
removed afterwards. ``python -m tools.postgis serve`` does so until Ctrl-C, to try things out.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .debian_folder import CannotMakeFolder, make_folder, prepare
from .plugin_metadata import ROOT

FOLDER = ROOT / "build" / "postgis"
SUITE = "trixie"
PACKAGES = ("postgresql-17-postgis-3", "postgresql-17-pgvector")
PROGRAMS = "/usr/lib/postgresql/17/bin"
USER = "postgres"
START_SECONDS = 60
#: Of a server that lives for an hour: nothing is to survive the machine, and shared memory is files.
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "dynamic_shared_memory_type": "mmap",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_wal_size": "2GB",
    "shared_buffers": "512MB",
    "maintenance_work_mem": "1GB",
    "max_connections": "60",
    "jit": "off",
    "lc_messages": "C",
}


class NoServer(Exception):
    """There is no server here; the message says why."""


@dataclass(frozen=True)
class Server:
    """A server that runs.

    Attributes:
        port: On 127.0.0.1.
        password: Of its superuser ``postgres``.
        pid: Of its first process.
        data: Its data folder.
    """

    port: int
    password: str
    pid: int
    data: Path

    @property
    def address(self) -> str:
        """Where its first database is, without the password."""
        return f"postgresql://{USER}@127.0.0.1:{self.port}/postgres"


def folder() -> Path:
    """Return where the server's programs are.

    Raises:
        NoServer: Nobody has made it.
    """
    root = FOLDER / SUITE
    if not (root / PROGRAMS.lstrip("/") / "postgres").is_file():
        raise NoServer(
            "no PostgreSQL with PostGIS and pgvector: run `make postgis` (root, debootstrap)"
        )
    if os.geteuid() != 0:
        raise NoServer("the server of `make postgis` is started by root only (chroot)")
    return root


@contextlib.contextmanager
def server(settings: dict[str, str] | None = None) -> Iterator[Server]:
    """Run a server with an empty database.

    Args:
        settings: Of PostgreSQL, beside :data:`SETTINGS`.

    Raises:
        NoServer: It has not been made, or does not start.
    """
    root = folder()
    name = f"scrl-{secrets.token_hex(4)}"
    data = root / "var/lib/postgresql" / name
    owner = _user_of(root)
    data.mkdir(mode=0o700)
    password, file = secrets.token_hex(16), root / "tmp" / name
    try:
        file.write_text(password)
        for path in (data, file):
            os.chown(path, *owner)
        inside = f"/var/lib/postgresql/{name}"
        made = subprocess.run(
            [*_as_user(root), f"{PROGRAMS}/initdb", "-D", inside, "-U", USER, "--auth=scram-sha-256",
             f"--pwfile=/tmp/{name}", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync",
             "-c", "dynamic_shared_memory_type=mmap"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        file.unlink()
        if made.returncode:
            raise NoServer(f"initdb fails: {made.stderr.strip()}")
        port = _free_port()
        options = {**SETTINGS, **(settings or {}), "port": str(port)}
        words = [word for key, value in options.items() for word in ("-c", f"{key}={value}")]
        with (data / "server.log").open("wb") as log:
            process = subprocess.Popen(
                [*_as_user(root), f"{PROGRAMS}/postgres", "-D", inside, *words],
                stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        try:
            _wait_for(process, port, data / "server.log")
            yield Server(port, password, process.pid, data)
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
    finally:
        shutil.rmtree(data, ignore_errors=True)
        file.unlink(missing_ok=True)


def _as_user(root: Path) -> list[str]:
    """Return how a program is run as the server's user; it ends when the process that has started it does."""
    return [
        "chroot", str(root), "/usr/bin/setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups",
        "--pdeathsig", "INT", "/usr/bin/env", "-i", "LC_ALL=C.UTF-8",
    ]  # fmt: skip


def _user_of(root: Path) -> tuple[int, int]:
    for line in (root / "etc/passwd").read_text(encoding="utf-8").splitlines():
        name, _, user, group, *_ = line.split(":")
        if name == USER:
            return int(user), int(group)
    raise NoServer(f"{root} has no user {USER}")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    for _ in range(10 * START_SECONDS):
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            # It listens before it answers.
            if "ready to accept connections" in log.read_text(encoding="utf-8"):
                return
        time.sleep(0.1)
    raise NoServer(f"PostgreSQL does not start: {log.read_text(encoding='utf-8')[-500:]}")


def main() -> None:
    """Make the server's folder; with ``serve``, run a server until Ctrl-C."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("action", nargs="?", choices=("make", "serve"), default="make")
    action = parser.parse_args().action
    FOLDER.mkdir(parents=True, exist_ok=True)
    try:
        prepare()
        root = make_folder(FOLDER / SUITE, SUITE, PACKAGES, FOLDER / f"{SUITE}.log")
        if action == "make":
            print(f"PostgreSQL with PostGIS and pgvector: {root}")
            return
        # However it is ended, the server is to end with it.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit())
        with server() as running:
            print(f"{running.address}\nPGPASSWORD={running.password}\nCtrl-C ends it.", flush=True)
            signal.pause()
    except (CannotMakeFolder, NoServer) as failure:
        sys.exit(str(failure))
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
