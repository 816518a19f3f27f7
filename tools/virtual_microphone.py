"""A virtual microphone: PulseAudio plays a sound into a sink, and that sink is recorded from.

The daemon is one of our own, in a folder of its own; nothing of the user's sound setup is touched.
Only the standard library: the demo runs it from QGIS's Python, the tests from the engine's too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

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
        self._first = _before_all_others()
        command = [*self._first, "pulseaudio", "-n"]
        command += ["--daemonize=no", "--exit-idle-time=-1", "--disable-shm=yes"]
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
            timeout=120,
        )

    def _run(self, *command: str) -> subprocess.Popen[bytes]:
        """Start a client of the daemon, which :meth:`close` ends."""
        child = subprocess.Popen(
            [*self._first, *command],
            env={**os.environ, **self.environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._children.append(child)
        return child

    def _wait_until_up(self) -> None:
        deadline = time.monotonic() + 120
        while True:
            if self._daemon.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((self.folder / "pulseaudio.log").read_text())
            try:
                if "muted.monitor" in self._pactl("list", "short", "sources").stdout:
                    return
            except subprocess.CalledProcessError:
                time.sleep(0.05)

    def play_file(self, path: Path) -> subprocess.Popen[bytes]:
        """Begin to play a sound file into the desk microphone; returns at once.

        Args:
            path: Whatever libsndfile reads: WAV, FLAC, Ogg Vorbis or Opus.
        """
        # The daemon has two seconds of it in advance, so that a busy machine makes no gaps.
        player = self._run("paplay", "--device=desk", "--latency-msec=2000", str(path))
        self._players.append(player)
        return player

    def stop_playing(self) -> None:
        """End what is still being played."""
        _end(self._players)

    def unplug(self) -> None:
        """Take the microphones away, as if the sound server had died."""
        self._daemon.kill()
        self._daemon.wait(timeout=120)

    def close(self) -> None:
        """End the daemon and what is being played."""
        _end(self._children)
        if self._daemon.poll() is None:
            self._daemon.terminate()
            try:
                self._daemon.wait(timeout=120)
            except subprocess.TimeoutExpired:
                self.unplug()


def _before_all_others() -> list[str]:
    """Return the command that lets another run before all others, empty where that is not allowed.

    Sound does not wait: on a machine that is busy with other things it would come with gaps.
    """
    first = ["chrt", "--rr", "1"]
    try:
        allowed = subprocess.run([*first, "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        allowed = False
    return first if allowed else []


def _end(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
        child.wait(timeout=120)


def missing_programs() -> list[str]:
    """Return what is not installed and would have to be, as names of programs or Debian packages."""
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    places = (f"lib*/{ALSA_PLUGIN}", f"lib/*/{ALSA_PLUGIN}")
    if not any(any(Path("/usr").glob(place)) for place in places):
        missing.append("libasound2-plugins")
    return missing
