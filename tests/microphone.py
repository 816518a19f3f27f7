"""A virtual microphone: PulseAudio plays a sound into a sink, PortAudio records what the sink plays.

The fixture :func:`virtual_microphone` starts a PulseAudio daemon of its own, with its own folder,
and points ALSA (and with it PortAudio) at it. Nothing of the user's sound setup is touched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

PROGRAMS = ("pulseaudio", "pactl", "paplay", "parec")
ALSA_PLUGIN = "alsa-lib/libasound_module_pcm_pulse.so"

ALSA_CONFIGURATION = """
pcm.!default {
    type pulse
    hint { show on description "Default" }
}
ctl.!default { type pulse }
pcm.desk_microphone {
    type pulse
    device "desk.monitor"
    hint { show on description "Microphone on the desk" }
}
pcm.muted_microphone {
    type pulse
    device "muted.monitor"
    hint { show on description "Muted microphone" }
}
"""


class VirtualMicrophone:
    """A PulseAudio daemon with two microphones: ``desk`` (the default) and ``muted``.

    Attributes:
        environment: What a process that is to record from it needs in its environment.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        socket = folder / "pulse.socket"
        configuration = folder / "asound.conf"
        configuration.write_text(ALSA_CONFIGURATION)
        self.environment = {
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder / "pulse"),
            "PULSE_STATE_PATH": str(folder / "state"),
            "PULSE_COOKIE": str(folder / "cookie"),
            "PULSE_SERVER": f"unix:{socket}",
            "ALSA_CONFIG_PATH": str(configuration),
        }
        self._children: list[subprocess.Popen[bytes]] = []
        self._players: list[subprocess.Popen[bytes]] = []
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm=yes"]
        for module in (
            f"module-native-protocol-unix socket={socket}",
            "module-null-sink sink_name=desk rate=48000 channels=2",
            "module-null-sink sink_name=muted rate=44100 channels=2",
        ):
            command += ["--load", module]
        with (folder / "pulseaudio.log").open("wb") as log:
            self._daemon = subprocess.Popen(command, env=self._env(), stdout=log, stderr=log)
        try:
            self._wait_until_up()
            self._pactl("set-default-source", "desk.monitor")
            self._pactl("set-default-sink", "desk")
            # An idle null sink wakes every two seconds only; a reader in a hurry keeps it awake, so
            # that sound comes as steadily as from a real microphone.
            for sink in ("desk", "muted"):
                self._run("parec", f"--device={sink}.monitor", "--latency-msec=50")
        except BaseException:
            self.close()
            raise

    def _env(self) -> dict[str, str]:
        own = {name: value for name, value in self.environment.items() if name != "PULSE_SERVER"}
        return {**os.environ, **own}

    def _pactl(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["pactl", *arguments],
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
            check=True,
            timeout=10,
        )

    def _run(self, *command: str) -> subprocess.Popen[bytes]:
        """Start a client of the daemon, which :meth:`close` ends."""
        child = subprocess.Popen(
            command,
            env={**os.environ, **self.environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._children.append(child)
        return child

    def _wait_until_up(self) -> None:
        deadline = time.monotonic() + 15
        while True:
            if self._daemon.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((self.folder / "pulseaudio.log").read_text())
            try:
                if "muted.monitor" in self._pactl("list", "short", "sources").stdout:
                    return
            except subprocess.CalledProcessError:
                time.sleep(0.05)

    def play(self, samples: np.ndarray, rate: int = 16_000) -> subprocess.Popen[bytes]:
        """Begin to play ``samples`` into the desk microphone; returns at once."""
        path = self.folder / f"played_{len(self._players)}.wav"
        soundfile.write(path, samples, rate)
        player = self._run("paplay", "--device=desk", "--latency-msec=50", str(path))
        self._players.append(player)
        return player

    def stop_playing(self) -> None:
        """End what is still being played."""
        _end(self._players)

    def unplug(self) -> None:
        """Take the microphones away, as if the sound server had died."""
        self._daemon.kill()
        self._daemon.wait(timeout=10)

    def close(self) -> None:
        """End the daemon and what is being played."""
        _end(self._children)
        if self._daemon.poll() is None:
            self._daemon.terminate()
            try:
                self._daemon.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.unplug()


def _end(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
        child.wait(timeout=10)


def require_virtual_microphone() -> None:
    """Skip the test where PulseAudio is not installed; fail where it has to be (CI)."""
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    places = (f"lib*/{ALSA_PLUGIN}", f"lib/*/{ALSA_PLUGIN}")
    if not any(any(Path("/usr").glob(place)) for place in places):
        missing.append("libasound2-plugins")
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
