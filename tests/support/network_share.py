"""A share of a network, as far as one computer can have it: a FUSE file system (bindfs) that may be slow, and may vanish."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

_SECONDS = 60.0


class Share:
    """A folder that is seen at another place, through a process of its own.

    Args:
        folder: Two folders are made in it.
        rate: Bytes a second that can be read, and that can be written; None: without a limit.

    Attributes:
        path: Where it is seen.
        behind: What it shows.
    """

    def __init__(self, folder: Path, rate: int | None = None) -> None:
        if shutil.which("bindfs") is None or not os.access("/dev/fuse", os.R_OK | os.W_OK):
            pytest.skip("needs bindfs and /dev/fuse")
        self.path, self.behind = folder / "share", folder / "behind"
        for made in (self.path, self.behind):
            made.mkdir()
        self._limits = [f"--read-rate={rate}", f"--write-rate={rate}"] if rate else []
        self._server: subprocess.Popen[bytes] | None = None
        self.mount()

    def mount(self) -> None:
        """Show it, for the first time or again."""
        command = ["bindfs", "-f", "--no-allow-other", *self._limits, str(self.behind), str(self.path)]  # fmt: skip
        self._server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        end = time.monotonic() + _SECONDS
        while not os.path.ismount(self.path):
            if self._server.poll() is not None:
                pytest.skip("needs the right to mount with FUSE")
            assert time.monotonic() < end, "the share is not mounted"
            time.sleep(0.01)

    def cut(self) -> None:
        """End its server, as when the cable is pulled: whoever uses it is told that it is not connected."""
        assert self._server is not None
        self._server.kill()
        self._server.wait()

    def unmount(self) -> None:
        """Take it away: at its place is an empty folder, and files that are open stay so."""
        subprocess.run(["fusermount", "-uz", str(self.path)], check=False, capture_output=True)

    def come_back(self) -> None:
        """Show it again after it was cut or unmounted."""
        self.close()
        self.mount()

    def close(self) -> None:
        """Leave nothing."""
        self.unmount()
        self.cut()
