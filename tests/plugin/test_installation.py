"""The engine's set-up for real: in an empty home, from an index or a folder of wheels, and against odds."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtNetwork import QNetworkProxy

from qgis_scrl.contract import AudioPart, Query, SearchParams, methods
from qgis_scrl.dock.widgets.setup_panel import SetupPanel, SetupState
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.environment import STAMP, engine_root, find_python, managed_environment, python_of
from qgis_scrl.errors import EngineError
from qgis_scrl.installation import environment_stamp, interpreters, lock_file, removal
from qgis_scrl.installation.installer import (
    DOWNLOADING,
    INSTALLING,
    MAKING,
    TITLES,
    Installer,
    InstallProgress,
    Plan,
    Verified,
    environment_state,
)
from qgis_scrl.settings import Settings
from tests.support.events import Heartbeat, Told, let_pass, wait_until
from tests.support.paths import BALL_FIELD, SCENE
from tests.support.this_python import PINNED_FOR, THIS_PYTHON
from tools.make_zip import CannotMake, make_zip
from tools.qgis_desktop import run_in_qgis

pytestmark = pytest.mark.usefixtures("pinned_for_this_python")

# A home as people have it: with a space, and letters beyond ASCII.
HOME_NAME = "Ana Müller 測試"
NOWHERE = "http://127.0.0.1:9/simple"
# As it is before a test moves into another home.
PIP_CONFIG = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config", "pip", "pip.conf")


class Watched:
    """An installer, and everything that it tells."""

    def __init__(self, host: interpreters.Host | None = None) -> None:
        self.installer = Installer(host)
        self.progress: list[InstallProgress] = []
        self.notes: list[str] = []
        self.ends: list[Verified | EngineError] = []
        self.installer.progressed.connect(self.progress.append)
        self.installer.noted.connect(self.notes.append)
        self.installer.finished.connect(self.ends.append)
        self.installer.failed.connect(self.ends.append)

    def wait(self, seconds: float = 300) -> Verified | EngineError:
        wait_until(lambda: bool(self.ends), seconds, "the end of the set-up")
        assert len(self.ends) == 1
        assert not self.installer.is_running
        return self.ends[0]

    def install(self, plan: Plan, seconds: float = 300) -> Verified:
        self.installer.install(plan)
        end = self.wait(seconds)
        assert isinstance(end, Verified), f"{end.text}\n{self.log}"
        return end

    def fail(self, plan: Plan, seconds: float = 120) -> EngineError:
        self.installer.install(plan)
        end = self.wait(seconds)
        assert isinstance(end, EngineError)
        assert end.message.endswith(".")
        assert end.next_step.endswith(".")
        return end

    @property
    def log(self) -> str:
        log = self.installer.log
        return log.read_text(encoding="utf-8", errors="replace") if log.is_file() else ""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder."""
    folder = tmp_path / HOME_NAME
    folder.mkdir()
    return _move_in(folder, monkeypatch)


@pytest.fixture
def packages(home: Path) -> None:
    """The package indexes of whoever runs the tests, known to pip in the empty home, too."""
    config = home / "config" / "pip" / "pip.conf"
    config.parent.mkdir(parents=True)
    if PIP_CONFIG.is_file():
        config.write_bytes(PIP_CONFIG.read_bytes())


@pytest.fixture
def from_pypi(packages: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pinned packages without those of PyTorch's own index, which not every tester reaches."""
    if THIS_PYTHON not in PINNED_FOR:
        pytest.skip(f"packages are pinned for Python {', '.join(PINNED_FOR)}, not {THIS_PYTHON}")
    folder = tmp_path / "lock of PyPI"
    folder.mkdir()
    for path in lock_file.lock_folder().glob("linux-py3??.txt"):
        wanted = [r for r in lock_file.parse(path).requirements if not r.is_cpu_build]
        text = "".join(f"# {r.size} bytes\n{r.text}\n" for r in wanted)
        (folder / path.name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(lock_file, "lock_folder", lambda: folder)


def _move_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(folder))
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    return folder


@pytest.fixture
def unreachable(home: Path) -> None:
    """All package indexes that pip knows are at an address where nobody listens; so is :data:`NOWHERE`."""
    config = home / "config" / "pip" / "pip.conf"
    config.parent.mkdir(parents=True)
    config.write_text(
        f"[global]\nindex-url = {NOWHERE}\nextra-index-url = {NOWHERE}\nfind-links = \n",
        encoding="utf-8",
    )


@dataclasses.dataclass(frozen=True)
class SmallLock:
    """One tiny package in place of all the pinned ones: named like a CPU build of PyTorch's index.

    Attributes:
        wheel: Its file, in a folder where pip looks.
    """

    wheel: Path


@pytest.fixture
def small_lock(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallLock:
    """pip's own index is there and empty; PyTorch's is at an address where nobody listens."""
    index, links, lock = (tmp_path / name for name in ("index", "links", "lock"))
    for folder in (index, links, lock):
        folder.mkdir()
    config = home / "config" / "pip" / "pip.conf"
    config.parent.mkdir(parents=True)
    config.write_text(
        f"[global]\nindex-url = {index.as_uri()}\nextra-index-url = \nfind-links = {links}\n",
        encoding="utf-8",
    )
    wheel = links / "scrl_probe-1.0+cpu-py3-none-any.whl"
    about = "scrl_probe-1.0+cpu.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("scrl_probe.py", "")
        archive.writestr(
            f"{about}/METADATA", "Metadata-Version: 2.1\nName: scrl-probe\nVersion: 1.0+cpu\n"
        )
        archive.writestr(
            f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{about}/RECORD", "")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    version = f"py3{sys.version_info.minor}"
    (lock / f"linux-{version}.txt").write_text(
        f"# {wheel.stat().st_size} bytes\nscrl-probe==1.0+cpu \\\n    --hash=sha256:{digest}\n"
    )
    monkeypatch.setattr(lock_file, "lock_folder", lambda: lock)
    monkeypatch.setattr(lock_file, "TORCH_INDEX", NOWHERE.replace("simple", "whl/cpu"))
    return SmallLock(wheel)


# --- the whole of it ----------------------------------------------------------------------------------


def _from_the_zip_to_the_first_hits(home: Path, wheels: str = "") -> dict[str, Any]:
    """Install the built zip in a fresh QGIS, set the engine up, build, ask; returns what came of it."""
    try:
        file = make_zip(home / "dist")
    except CannotMake as failure:
        pytest.skip(str(failure))
    task = {
        "wheels": wheels, "indexes": str(home / "indexes"), "question": "the baseball field",
        "recording": str(BALL_FIELD), "kind": "baseballfield",
    }  # fmt: skip
    profiles = home / "profiles of QGIS"
    done = run_in_qgis("tools.first_hits_script", task, profiles, seconds=1100, zip_file=file)
    # It is the installed plugin that has done it, with nothing of this checkout.
    plugin = profiles / "profiles" / "default" / "python" / "plugins" / "qgis_scrl"
    assert done["plugin"] == str(plugin)
    assert done["scene"] == str(plugin / "resources" / "demo" / "scene.tif")
    assert not any(path.is_symlink() for path in plugin.rglob("*"))
    assert done["python"] == str(python_of(managed_environment()))
    assert home in managed_environment().parents
    assert environment_state() is environment_stamp.EnvironmentState.READY
    assert done["hits"] > 0
    assert done["right"]
    assert done["right"][0] <= 3
    return done


@pytest.mark.slow
def test_from_the_zip_to_the_first_hits_in_two_clicks(home: Path, packages: None) -> None:
    done = _from_the_zip_to_the_first_hits(home)
    assert "(from pypi.org, download.pytorch.org)" in done["offered"]
    assert done["steps"] == list(TITLES)


@pytest.mark.slow
def test_offline_from_the_zip_and_a_folder_of_wheels_to_the_first_hits(
    home: Path, unreachable: None, wheels: Path
) -> None:
    done = _from_the_zip_to_the_first_hits(home, str(wheels))
    assert TITLES[DOWNLOADING] not in done["steps"]
    # Annoy was not in the folder: it works all the same, and says so.
    assert done["annoy"] == ""
    assert done["notes"]


#: What a set-up says at ten moments, in this order; after each it is killed.
MOMENTS = (
    "Finding a suitable Python", "Creating the environment: Python", "checking the installed packages",
    "Downloading packages: torch ", "Downloading packages: scipy ", "small package", "Installing packages: 1 of",
    "Preparing torchaudio", "Checking packages: rasterio", "Testing the engine",
)  # fmt: skip


def _killed_at(moment: str, target: Path) -> None:
    """Set up in a process of its own, which is killed when it says ``moment``."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.support.interrupted_setup", str(target)],
        cwd=engine_root(), stdout=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    assert child.stdout is not None
    try:
        assert any(moment in line for line in child.stdout), moment
    finally:
        os.killpg(child.pid, signal.SIGKILL)
        child.communicate()


@pytest.mark.slow
def test_killed_at_ten_moments_it_goes_on_and_downloads_nothing_twice(
    home: Path, packages: None
) -> None:
    plan = Plan()
    whole: dict[str, int] = {}
    for moment in MOMENTS:
        _killed_at(moment, plan.target)
        assert environment_state() is not environment_stamp.EnvironmentState.READY, moment
        kept = {path.name: path.stat().st_mtime_ns for path in (plan.work / "wheels").glob("*.whl")}
        # A wheel that is whole is never read again.
        assert all(kept[name] == when for name, when in whole.items()), moment
        whole = kept
    watched = Watched()
    watched.install(plan)
    assert environment_state() is environment_stamp.EnvironmentState.READY
    assert "Wanted: nothing." in watched.log
    assert not plan.work.exists()


@pytest.mark.slow
def test_a_killed_set_up_goes_on_and_what_is_damaged_later_is_mended(
    home: Path, packages: None, tmp_path: Path
) -> None:
    plan = Plan()
    assert plan.target == managed_environment()
    assert home in plan.target.parents
    assert environment_state() is environment_stamp.EnvironmentState.MISSING

    # Whoever sets it up first is killed in the middle of a download.
    _killed_at("Downloading packages: pyogrio ", plan.target)
    kept = {path.name: path.stat().st_mtime_ns for path in (plan.work / "wheels").iterdir()}
    assert any(name.startswith("scipy") for name in kept)
    assert environment_state() is environment_stamp.EnvironmentState.UNFINISHED

    # This one goes on, and the window lives meanwhile.
    heart = Heartbeat()
    watched = Watched()
    installed = watched.install(plan)
    heart.stop()
    assert heart.share_held_up < 0.1
    assert installed.python == str(python_of(plan.target))
    assert not any(f"Downloading {name}" in watched.log.split("$")[-1] for name in kept)
    assert watched.log.count("File was already downloaded") >= len(kept) - 1
    percents = [told.percent for told in watched.progress]
    assert percents == sorted(percents)
    in_bytes = [told for told in watched.progress if told.step == DOWNLOADING]
    assert in_bytes[-1].total == lock_file.read_lock("linux", "3.11").download_bytes
    assert any(told.step == INSTALLING and told.done for told in watched.progress)
    assert environment_state() is environment_stamp.EnvironmentState.READY
    assert not plan.work.exists()

    settings = Settings()
    assert find_python(settings) == python_of(plan.target)
    _ask_for_hits(tmp_path / "demo.scrl")

    # An antivirus takes a file away: it is told by the checks, and mended without the rest.
    victim = next(plan.target.glob("lib/python3*/site-packages/shapely/lib*.so"))
    victim.unlink()
    mended = Watched()
    mended.install(plan)
    assert victim.is_file()
    assert "Wanted: shapely." in mended.log

    # A plugin update: other pins. The panel brings it up to date by itself.
    stamp = environment_stamp.read_stamp(plan.target)
    assert stamp is not None
    old = json.loads((plan.target / STAMP).read_text(encoding="utf-8"))
    (plan.target / STAMP).write_text(json.dumps({**old, "checksum": "old"}), encoding="utf-8")
    panel = SetupPanel(settings)
    assert panel.is_needed()
    ready: list[int] = []
    panel.ready.connect(lambda: ready.append(1))
    panel.begin()
    assert panel.state is SetupState.WORKING
    wait_until(lambda: bool(ready), 120, "the update")
    assert environment_state() is environment_stamp.EnvironmentState.READY
    assert not panel.is_needed()
    panel.end()

    # And the disk gets it all back.
    removal.discard(plan.target)
    assert environment_state() is environment_stamp.EnvironmentState.MISSING
    wait_until(lambda: not removal.is_removing(), 60, "the removal")
    assert not list(plan.target.parent.glob("engine.removing*"))


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of wheels, fetched as the user guide says."""
    wheels = tmp_path_factory.mktemp("räder von morgen")
    lock = lock_file.read_lock("linux", "3.11")
    clean = {**os.environ, "XDG_CONFIG_HOME": str(PIP_CONFIG.parents[1])}
    subprocess.run(
        [
            "/usr/bin/python3", "-m", "pip", "download", "-q", "--no-deps", "--require-hashes",
            "--only-binary", ":all:", "--no-cache-dir", "--extra-index-url", lock_file.TORCH_INDEX,
            "--retries", "0", "--timeout", "15",
            "-d", str(wheels), "-r", str(lock.path),
        ],
        check=True, env=clean,
    )  # fmt: skip
    return wheels


@pytest.mark.slow
def test_a_wheel_that_is_missing_or_damaged(
    home: Path, unreachable: None, wheels: Path, tmp_path: Path
) -> None:
    # One that is missing is named before anything is done.
    gone = next(wheels.glob("rasterio-*.whl"))
    gone.rename(tmp_path / gone.name)
    plan = Plan(wheels=wheels)
    error = Watched().fail(plan)
    assert error.code == "install-no-package"
    assert "rasterio 1.4.4" in error.message
    # One that is damaged is not installed.
    gone.write_bytes((tmp_path / gone.name).read_bytes()[:-1] + b"x")
    error = Watched().fail(plan)
    assert error.code == "install-damaged"
    shutil.move(tmp_path / gone.name, gone)


def _ask_for_hits(index: Path) -> None:
    """Build an index of the demo scene with the environment that the plugin finds, and ask it."""
    client = EngineClient()
    try:
        build = methods.BuildIndexParams(str(index), (str(SCENE),), (200.0,))
        built = Told(client.request(methods.BUILD_INDEX, build)).wait(120).result
        assert built.tiles_in_index > 0
        asked = SearchParams(str(index), Query((AudioPart(str(BALL_FIELD)),), k=5))
        assert Told(client.request(methods.SEARCH, asked)).wait(60).result.hits
    finally:
        client.stop()
        let_pass(0.2)


# --- against odds ----------------------------------------------------------------------------------------


def test_pytorchs_index_may_be_out_of_reach_where_another_has_its_build(
    home: Path, small_lock: SmallLock
) -> None:
    watched = Watched()
    error = watched.fail(Plan())
    # It got as far as the first package that this small set-up does not have.
    assert error.code == "install-import-failed"
    assert "connection broken" in watched.log
    assert "Successfully installed scrl-probe-1.0+cpu" in watched.log


def test_pytorchs_index_out_of_reach_is_named_where_no_other_has_its_build(
    home: Path, small_lock: SmallLock
) -> None:
    small_lock.wheel.unlink()
    error = Watched().fail(Plan())
    assert error.code == "install-no-network"
    assert "scrl-probe 1.0+cpu" in error.message
    assert "127.0.0.1" in error.message
    # Whoever has a mirror names it.
    mirror = small_lock.wheel.parent / "mirror"
    mirror.mkdir()
    error = Watched().fail(Plan(index=mirror.as_uri()))
    assert error.code == "install-no-package"


def test_no_network(home: Path, unreachable: None) -> None:
    watched = Watched()
    error = watched.fail(Plan(index=NOWHERE))
    assert error.code == "install-no-network"
    assert error.log == str(Plan().log)
    assert "127.0.0.1" in watched.log


def test_a_proxy_that_refuses(home: Path, unreachable: None) -> None:
    settings = QgsSettings()
    try:
        for key, value in {
            "proxyEnabled": True, "proxyType": "HttpProxy", "proxyHost": "127.0.0.2", "proxyPort": "9",
            "proxyUser": "ana", "proxyPassword": "s3cret-word",
        }.items():  # fmt: skip
            settings.setValue(f"proxy/{key}", value)
        QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
        config = home / "config" / "pip" / "pip.conf"
        config.write_text(
            config.read_text().replace("http://127.0.0.1:9", "https://packages.invalid")
        )
        watched = Watched()
        error = watched.fail(Plan(index="https://packages.invalid/simple"))
    finally:
        settings.remove("proxy")
        QgsNetworkAccessManager.instance().setFallbackProxyAndExcludes(
            QNetworkProxy(QNetworkProxy.ProxyType.DefaultProxy), [], []
        )
    assert error.code == "install-proxy"
    assert "s3cret-word" not in watched.log


def test_cancel_ends_it_in_the_middle_and_the_next_start_goes_on(
    home: Path, from_pypi: None
) -> None:
    watched = Watched()
    watched.installer.install(Plan())
    wait_until(
        lambda: any(told.step == DOWNLOADING and told.done > 1000 for told in watched.progress), 60
    )
    watched.installer.cancel()
    error = watched.wait(5)
    assert isinstance(error, EngineError)
    assert error.is_cancelled
    assert watched.progress[-1].step == DOWNLOADING
    assert environment_state() is environment_stamp.EnvironmentState.UNFINISHED
    again = Watched()
    again.installer.install(Plan())
    wait_until(lambda: any(told.step == DOWNLOADING for told in again.progress), 60)
    again.installer.cancel()
    again.wait(5)


def test_two_qgis_at_once(home: Path) -> None:
    first, second = Watched(), Watched()
    first.installer.install(Plan())
    wait_until(lambda: bool(first.progress), 10)
    error = second.fail(Plan())
    assert error.code == "install-busy"
    first.installer.cancel()
    first.wait(5)
    # Now it is free.
    third = Watched()
    third.installer.install(Plan())
    wait_until(lambda: any(told.step == MAKING for told in third.progress), 30)
    third.installer.cancel()
    third.wait(5)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 48 MiB."""
    yield from _mounted(tmp_path / "small disk", "size=48m")


@pytest.fixture
def readonly_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk that cannot be written to, by root neither."""
    yield from _mounted(tmp_path / "read only", "ro")


def _mounted(folder: Path, options: str) -> Iterator[Path]:
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("needs the right to mount a small disk")
    yield folder
    wait_until(lambda: not removal.is_removing(), 20)
    subprocess.run(["umount", "--lazy", str(folder)], check=False)


def test_a_disk_that_is_too_small_is_told_before_anything_is_downloaded(small_disk: Path) -> None:
    error = Watched().fail(Plan(target=small_disk / "engine"))
    assert error.code == "install-no-space"
    assert "GB" in error.message
    assert not list(small_disk.glob("engine-setup/wheels/*"))


def test_a_disk_that_fills_up_meanwhile(
    home: Path, from_pypi: None, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Something else takes the space after it has been looked at.
    monkeypatch.setattr(Installer, "_check_space", lambda *_given: None)
    error = Watched().fail(Plan(target=small_disk / "engine"))
    assert error.code == "install-no-space"


def test_a_folder_that_cannot_be_written_to(readonly_disk: Path, tmp_path: Path) -> None:
    error = Watched().fail(Plan(target=readonly_disk / "qgis_scrl" / "engine"))
    assert error.code == "install-not-writable"
    (tmp_path / "file").write_text("in the way")
    error = Watched().fail(Plan(target=tmp_path / "file" / "qgis_scrl" / "engine"))
    assert error.code == "install-not-writable"


def _python_without_pip(folder: Path) -> Path:
    """Make a Python as Debian has it without python3-venv and python3-pip."""
    version = f"python3.{sys.version_info.minor}"
    library = folder / "lib" / version
    library.mkdir(parents=True)
    for path in Path("/usr/lib", version).iterdir():
        if path.name not in ("ensurepip", "dist-packages", "sitecustomize.py"):
            (library / path.name).symlink_to(path)
    python = folder / "python3"
    python.write_text(f'#!/bin/sh\nPYTHONHOME="{folder}" exec /usr/bin/python3 "$@"\n')
    python.chmod(0o755)
    return python


def test_a_python_without_pip(home: Path, tmp_path: Path) -> None:
    python = _python_without_pip(tmp_path / "debian")
    error = Watched().fail(Plan(python=str(python)))
    assert error.code == "install-no-pip"
    assert "python3-venv" in error.next_step


def test_no_python_that_will_do(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = interpreters.Host("linux", str(tmp_path), "3.9")
    monkeypatch.setattr(interpreters, "candidates", lambda _host: [])
    error = Watched(nothing).fail(Plan())
    assert error.code == "install-no-python"
    assert interpreters.version_range(lock_file.supported_versions("linux")) in error.message
    monkeypatch.setattr(lock_file, "supported_versions", lambda *_given: ("3.99",))
    error = Watched().fail(Plan(python="/usr/bin/python3"))
    assert error.code == "install-no-python"
    assert f"Python {THIS_PYTHON}" in error.message


def test_a_half_made_environment_that_does_not_run_is_made_anew(home: Path, packages: None) -> None:
    plan = Plan()
    python = python_of(plan.target)
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\nexit 3\n")
    python.chmod(0o755)
    watched = Watched()
    watched.installer.install(plan)
    wait_until(lambda: any(told.step == DOWNLOADING for told in watched.progress), 40)
    watched.installer.cancel()
    watched.wait(5)
    assert "it is made anew" in watched.log


# --- a Python of one's own --------------------------------------------------------------------------------


def test_a_python_of_ones_own_is_checked_and_used(home: Path, engine_python: Path) -> None:
    settings = Settings()
    panel = SetupPanel(settings)
    ready: list[int] = []
    panel.ready.connect(lambda: ready.append(1))
    panel.use_python("/usr/bin/python3")
    wait_until(lambda: panel.state is SetupState.FAILED, 60, "the verdict")
    assert panel.error is not None
    assert panel.error.code == "install-lacks-packages"
    assert "silero_vad" in panel.error.message  # Distributions have torch, but not this.
    assert settings.python_path == ""
    panel.use_python("/etc/hostname")
    wait_until(lambda: panel.state is SetupState.FAILED, 60, "the verdict")
    assert panel.error.code == "install-no-python"
    # The folder of an environment will do, too.
    panel.use_python(str(engine_python.parents[1]))
    wait_until(lambda: bool(ready), 120, "the test question")
    assert Path(settings.python_path) == engine_python
    panel.end()


def _environment_without(folder: Path, engine_python: Path, *names: str) -> Path:
    """Make an environment with the engine's packages but some, and a pip of its own."""
    subprocess.run(["/usr/bin/python3", "-m", "venv", str(folder)], check=True)
    source = next(engine_python.parents[1].glob("lib/python3*/site-packages"))
    site = next(folder.glob("lib/python3*/site-packages"))
    for path in source.iterdir():
        if not path.name.startswith(names) and not (site / path.name).exists():
            (site / path.name).symlink_to(path)
    return python_of(folder)


@pytest.mark.slow
def test_the_command_that_is_told_mends_what_no_distribution_has(
    home: Path, packages: None, engine_python: Path, tmp_path: Path
) -> None:
    python = _environment_without(tmp_path / "my env", engine_python, "silero_vad", "sounddevice")
    panel = SetupPanel(Settings())
    ready: list[int] = []
    panel.ready.connect(lambda: ready.append(1))
    panel.use_python(str(python))
    wait_until(lambda: panel.state is SetupState.FAILED, 150, "the verdict")
    assert panel.error is not None
    command = panel.error.next_step.split("`")[1]
    assert "--no-deps silero-vad==" in command
    subprocess.run(shlex.split(command), check=True, capture_output=True)
    panel.again_button.click()
    wait_until(lambda: bool(ready), 150, "the test question")
    assert Settings().python_path == str(python)
    panel.end()
