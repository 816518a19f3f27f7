"""A virtual microphone for tests: PulseAudio plays a sound into a sink, PortAudio records what it plays.

The fixture :func:`virtual_microphone` starts a PulseAudio daemon of its own, with its own folder,
and points ALSA (and with it PortAudio) at it. Nothing of the user's sound setup is touched.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tools.virtual_microphone import VirtualMicrophone as PlayingFiles
from tools.virtual_microphone import missing_programs

if TYPE_CHECKING:
    import numpy as np


class VirtualMicrophone(PlayingFiles):
    """A virtual microphone into which a test can play samples, too."""

    _written = 0

    def play(self, samples: np.ndarray, rate: int = 16_000) -> subprocess.Popen[bytes]:
        """Begin to play ``samples`` into the desk microphone; returns at once."""
        # Here, for the tests inside QGIS's Python play files and have no need of it.
        import soundfile

        path = self.folder / f"played_{self._written}.wav"
        self._written += 1
        soundfile.write(path, samples, rate)
        return self.play_file(path)


def require_virtual_microphone() -> None:
    """Skip the test where PulseAudio is not installed; fail where it has to be (CI)."""
    missing = missing_programs()
    if not missing:
        return
    reason = f"no virtual microphone: {', '.join(missing)} not installed"
    if os.environ.get("CI") or os.environ.get("QGIS_SCRL_REQUIRE_MICROPHONE"):
        pytest.fail(reason)
    pytest.skip(reason)


def _recording_here(microphone: VirtualMicrophone, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in microphone.environment.items():
        monkeypatch.setenv(name, value)


@pytest.fixture(scope="session")
def virtual_microphone_daemon(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[VirtualMicrophone]:
    """The daemon of :func:`virtual_microphone`, started once."""
    require_virtual_microphone()
    folder = tmp_path_factory.mktemp("pulse")
    folder.chmod(0o700)
    microphone = VirtualMicrophone(folder)
    yield microphone
    microphone.close()


@pytest.fixture
def virtual_microphone(
    virtual_microphone_daemon: VirtualMicrophone, monkeypatch: pytest.MonkeyPatch
) -> Iterator[VirtualMicrophone]:
    """A microphone into which the test can play; this process, and its children, record from it."""
    _recording_here(virtual_microphone_daemon, monkeypatch)
    yield virtual_microphone_daemon
    virtual_microphone_daemon.stop_playing()


@pytest.fixture
def unpluggable_microphone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[VirtualMicrophone]:
    """As :func:`virtual_microphone`, with a daemon of its own that the test may end."""
    require_virtual_microphone()
    tmp_path.chmod(0o700)
    microphone = VirtualMicrophone(tmp_path)
    _recording_here(microphone, monkeypatch)
    yield microphone
    microphone.close()
