"""What the set-up of the engine decides without starting anything: Pythons, packages, errors, settings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from qgis.core import QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import QStandardPaths
from qgis.PyQt.QtNetwork import QNetworkProxy

from qgis_scrl.dock.widgets.setup_panel import SetupPanel
from qgis_scrl.environment import STAMP, find_python, managed_environment
from qgis_scrl.errors import EngineError
from qgis_scrl.installation import environment_stamp, interpreters, lock_file, network, setup_errors
from qgis_scrl.installation.installer import lock_checksums
from qgis_scrl.settings import Settings
from tests.support.environments import OLD_QGIS, an_environment, host

# --- layouts of other computers ---------------------------------------------------------------------


WINDOWS = (
    r"C:\Program Files\QGIS 3.40.1\apps\Python312\python3.exe",
    r"C:\Program Files\QGIS 3.40.1\apps\Python312\python.exe",
    r"C:\Program Files\QGIS 3.40.1\bin\python3.exe",
    r"C:\Program Files\QGIS 3.40.1\bin\qgis-bin.exe",
    r"C:\Users\Ana Müller\AppData\Local\Programs\Python\Python313\python.exe",
    r"C:\Program Files\Python311\python.exe",
)


def test_windows_takes_the_python_of_qgis_first_then_those_of_python_org() -> None:
    found = interpreters.candidates(
        host(
            "win32",
            r"C:\Program Files\QGIS 3.40.1\apps\Python312",
            "3.12",
            WINDOWS,
            LOCALAPPDATA=r"C:\Users\Ana Müller\AppData\Local",
            PROGRAMFILES=r"C:\Program Files",
        )
    )
    assert [candidate.path for candidate in found] == [
        WINDOWS[0], WINDOWS[1], WINDOWS[2], WINDOWS[4], WINDOWS[5],
    ]  # fmt: skip
    assert found[0].of_qgis
    assert not found[-1].of_qgis


def test_windows_of_osgeo4w_lies_elsewhere_and_is_found_too() -> None:
    path = r"D:\OSGeo4W\apps\Python312\python3.exe"
    computer = host("win32", r"D:\OSGeo4W\apps\Python312", "3.12", [path])
    assert interpreters.qgis_python(computer) == path


@pytest.mark.parametrize(
    ("prefix", "path"),
    [
        (
            "/Applications/QGIS-LTR.app/Contents/MacOS",
            "/Applications/QGIS-LTR.app/Contents/MacOS/bin/python3.12",
        ),
        (
            "/Applications/QGIS.app/Contents/Frameworks",
            "/Applications/QGIS.app/Contents/MacOS/python3.12",
        ),
        (
            "/Applications/QGIS.app/Contents/Frameworks/Python.framework/Versions/3.12",
            "/Applications/QGIS.app/Contents/Frameworks/Python.framework/Versions/3.12/bin/python3.12",
        ),
        ("/opt/homebrew/opt/qgis", "/opt/homebrew/opt/qgis/bin/python3"),
    ],
)
def test_macos_takes_the_python_of_the_bundle(prefix: str, path: str) -> None:
    others = [
        "/opt/homebrew/bin/python3.13",
        "/Library/Frameworks/Python.framework/Versions/3.11/bin/python3.11",
    ]
    found = interpreters.candidates(host("darwin", prefix, "3.12", [path, *others]))
    assert [candidate.path for candidate in found] == [path, *others]
    assert found[0].of_qgis
    assert not found[-1].of_qgis


def test_linux_takes_the_systems_python_then_newer_ones_on_the_path() -> None:
    files = [
        "/usr/bin/python3", "/usr/bin/python3.9", "/opt/py/bin/python3.13", "/usr/bin/python3.11",
        "/home/ana/.pyenv/versions/3.12.4/bin/python3",
    ]  # fmt: skip
    found = interpreters.candidates(
        host("linux", "/usr", "3.9", files, PATH="/opt/py/bin:relative:/usr/bin")
    )
    assert [candidate.path for candidate in found] == [
        "/usr/bin/python3.9", "/usr/bin/python3", "/opt/py/bin/python3.13", "/usr/bin/python3.11", files[4],
    ]  # fmt: skip


def test_windows_of_the_installation_manager_of_python_is_found_too() -> None:
    path = r"C:\Users\Ana\AppData\Local\Python\pythoncore-3.13-64\python.exe"
    computer = host(
        "win32",
        r"C:\OSGeo4W\apps\Python39",
        "3.9",
        [path],
        LOCALAPPDATA=r"C:\Users\Ana\AppData\Local",
    )
    assert [found.path for found in interpreters.candidates(computer)] == [path]


@pytest.mark.parametrize("system", OLD_QGIS)
def test_a_qgis_with_an_older_python_is_told_what_to_install(system: str) -> None:
    prefix, files = OLD_QGIS[system]
    supported = lock_file.supported_versions(system)
    computer = host(system, prefix, "3.9", files)
    assert interpreters.only_unsuitable(computer, supported)
    error = setup_errors.old_python("3.9", supported, system, "Set up now")
    assert error.code == "install-no-python"
    assert interpreters.version_range(supported) in error.message
    assert "3.9" in error.message
    assert ("python.org" in error.next_step) == (system != "linux")
    assert "Python 3.13" in error.next_step
    assert "Set up now" in error.next_step
    # With another Python beside QGIS it is known only by trying; a QGIS that brings one needs none.
    other = {
        "win32": r"C:\Python312\python.exe",
        "darwin": "/opt/homebrew/bin/python3.12",
        "linux": "/usr/bin/python3.12",
    }[system]
    assert not interpreters.only_unsuitable(host(system, prefix, "3.9", [*files, other]), supported)
    assert not interpreters.only_unsuitable(host(system, prefix, "3.12", files), supported)


def test_an_intel_mac_is_told_of_the_last_python_that_has_packages() -> None:
    assert lock_file.supported_versions("darwin", "x86_64") == ("3.11", "3.12")
    assert lock_file.supported_versions("darwin", "arm64") == ("3.11", "3.12", "3.13", "3.14")
    assert lock_file.supported_versions("win32", "AMD64") == ("3.11", "3.12", "3.13", "3.14")
    intel = lock_file.supported_versions("darwin", "x86_64")
    assert "Python 3.12" in setup_errors.old_python("3.9", intel, "darwin", "").next_step
    mac = probe(version="3.13.1", machine="x86_64", libc="", macos="15.1")
    reason = interpreters.why_not(mac, "darwin", intel)
    assert "3.13" in reason
    assert interpreters.version_range(intel) in reason


def test_this_computer_has_one() -> None:
    assert interpreters.candidates(interpreters.this_host())


# --- which of them will do ----------------------------------------------------------------------------


def probe(**changes: object) -> interpreters.Probe:
    told: dict[str, object] = {
        "path": "/usr/bin/python3", "version": "3.12.7", "implementation": "cpython", "bits": 64,
        "machine": "x86_64", "libc": "glibc 2.36", "macos": "", "has_venv": True,
        "has_ensurepip": True, "pip": "24.0", "managed": False,
    }  # fmt: skip
    return interpreters.Probe(**{**told, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("system", "changes", "reason"),
    [
        ("linux", {}, ""),
        ("win32", {"machine": "AMD64", "libc": ""}, ""),
        ("darwin", {"machine": "arm64", "libc": "", "macos": "15.1"}, ""),
        ("linux", {"version": "3.9.5"}, "Python 3.9"),
        ("linux", {"version": "3.14.0"}, "Python 3.14"),
        ("win32", {"bits": 32, "machine": "x86"}, "32-bit"),
        ("linux", {"implementation": "pypy"}, "pypy"),
        ("linux", {"machine": "aarch64"}, "aarch64"),
        ("linux", {"libc": "glibc 2.17"}, "glibc 2.28"),
        ("linux", {"libc": ""}, "glibc 2.28"),
        ("darwin", {"machine": "arm64", "macos": "12.6"}, "12.6"),
        ("linux", {"has_venv": False}, "venv"),
    ],
)
def test_unsuitable_pythons_are_refused_with_the_reason(
    system: str, changes: dict[str, object], reason: str
) -> None:
    told = interpreters.why_not(probe(**changes), system, ("3.11", "3.12", "3.13"))
    assert reason in told
    assert bool(reason) == bool(told)


def test_pip_can_come_from_ensurepip_or_from_a_pip_that_serves_others() -> None:
    assert interpreters.can_have_pip(probe(pip=""))
    assert interpreters.can_have_pip(probe(has_ensurepip=False, pip="23.0.1"))
    assert not interpreters.can_have_pip(probe(has_ensurepip=False, pip="20.3.4"))
    assert not interpreters.can_have_pip(probe(has_ensurepip=False, pip=""))


def test_what_is_no_python_does_not_pass_as_one() -> None:
    with pytest.raises(ValueError, match="nothing"):
        interpreters.Probe.from_output("/bin/echo", "probe\n")
    with pytest.raises(ValueError, match="needs "):
        interpreters.Probe.from_output("/x", '{"version": "3.12"}')


# --- packages -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", sorted(lock_file.lock_folder().glob("*-py3*.txt")), ids=lambda p: p.stem
)
def test_every_lock_file_is_read_whole(path: Path) -> None:
    lock = lock_file.parse(path)
    text = path.read_text(encoding="utf-8")
    assert len(lock.requirements) == len(re.findall(r"(?m)^[A-Za-z0-9]\S*==", text))
    assert all(item.size > 0 and "--hash=sha256:" in item.text for item in lock.requirements)
    assert {"torch", "torchaudio", "numpy", "rasterio"} <= {item.name for item in lock.requirements}


def test_a_processor_leaves_out_what_is_for_another() -> None:
    arm, intel = (lock_file.read_lock("darwin", "3.12", machine=m) for m in ("arm64", "x86_64"))
    versions = [{item.name: item.version for item in lock.requirements} for lock in (arm, intel)]
    assert versions[0]["torch"] != versions[1]["torch"]
    assert len(versions[0]) == len(arm.requirements)


def test_pytorchs_index_is_asked_for_its_own_build_alone_and_can_be_replaced() -> None:
    cpu, cuda = (
        lock_file.read_lock("linux", "3.11"),
        lock_file.read_lock("linux", "3.11", cuda=True),
    )
    torch, *others = lock_file.batches(cpu.requirements)
    assert lock_file.index_for(torch, "") == lock_file.TORCH_INDEX
    assert {lock_file.index_for(batch, "") for batch in others} == {""}
    mirror = "https://ana:word@packages.test/simple"
    assert {lock_file.index_for(batch, mirror) for batch in (torch, *others)} == {mirror}
    assert cpu.hosts("") == ("pypi.org", "download.pytorch.org")
    assert cpu.hosts(mirror) == ("pypi.org", "packages.test")
    for lock in (cuda, lock_file.read_lock("win32", "3.12"), lock_file.read_lock("darwin", "3.13")):
        assert lock.hosts("") == ("pypi.org",)
        assert lock_file.index_for(lock.requirements, "") == ""
    assert lock_file.host_of("file:///mnt/wheels/simple") == "/mnt/wheels/simple"


def test_batches_hold_everything_once_and_large_ones_alone() -> None:
    lock = lock_file.read_lock("linux", "3.11")
    made = lock_file.batches(lock.requirements)
    assert sorted(item.name for batch in made for item in batch) == sorted(
        item.name for item in lock.requirements
    )
    assert all(len(batch) == 1 or sum(i.size for i in batch) <= 8_000_000 for batch in made)
    assert [item.name for item in made[0]] == ["torch"]


def test_only_what_is_missing_old_or_damaged_is_needed() -> None:
    lock = lock_file.read_lock("linux", "3.11")
    installed = {item.name: item.version for item in lock.requirements}
    assert lock_file.needed(lock, installed) == []
    del installed["rich"]
    installed["numpy"] = "1.26.0"
    names = {item.name for item in lock_file.needed(lock, installed, ["Typing_Extensions"])}
    assert names == {"rich", "numpy", "typing-extensions"}


def test_missing_wheels_are_named() -> None:
    lock = lock_file.read_lock("linux", "3.11")
    two = [item for item in lock.requirements if item.name in ("torch", "markdown-it-py")]
    names = [
        f"torch-{two[1].version.replace('+', '%2B')}-cp311-cp311-manylinux_2_28_x86_64.whl",
        f"markdown_it_py-{two[0].version}-py3-none-any.whl",
        "README.txt",
    ]
    assert lock_file.missing_wheels(two, names) == []
    assert lock_file.missing_wheels(two, names[1:]) == [f"torch {two[1].version}"]


# --- what pip says, in the user's words -------------------------------------------------------------------

SAID = {
    "install-no-space": "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
    "install-damaged": "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.\n"
    "    numpy==2.4.6 from https://example.org/numpy.whl:\n        Expected sha256 1\n",
    "install-proxy": "WARNING: Retrying after connection broken by 'ProxyError('Cannot connect to proxy.', "
    "OSError('Tunnel connection failed: 407 Proxy Authentication Required'))': /simple/numpy/\n"
    "ERROR: No matching distribution found for numpy==2.4.6",
    "install-certificate": "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate "
    "verify failed: self-signed certificate in certificate chain'))\nERROR: No matching distribution found",
    "install-no-network": "NewConnectionError('<pip._vendor.urllib3...>: Failed to establish a new connection: "
    "[Errno -3] Temporary failure in name resolution'): /simple/affine/\nERROR: No matching distribution found",
    "install-too-long": "HINT: This error might have occurred since this system does not have Windows Long Path "
    "support enabled.",
    "install-blocked": "PermissionError: [WinError 32] The process cannot access the file because it is being "
    "used by another process: 'torch_cpu.dll'",
    "install-not-writable": "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied",
    "install-no-package": "ERROR: No matching distribution found for torch==2.13.0+cpu",
    # A constraint in pip's own configuration makes it say the same in another way.
    "install-no-package ": "ERROR: Cannot install torch==2.13.0+cpu because these package versions have "
    "conflicting dependencies.\nERROR: ResolutionImpossible: for help visit a page",
    "install-no-pip": "/usr/bin/python3: No module named pip",
}  # fmt: skip


@pytest.mark.parametrize("code", SAID)
@pytest.mark.parametrize("folder", [None, Path("/wheels")])
def test_what_pip_says_becomes_a_sentence_and_a_way_out(code: str, folder: Path | None) -> None:
    error = setup_errors.of_output(SAID[code], "Downloading", 1, folder)
    assert error.code == code.strip()
    assert error.message.endswith(".")
    assert error.next_step.endswith(".")
    assert "Traceback" not in error.text


def test_a_proxy_is_known_by_its_name_where_pip_does_not_call_it_one() -> None:
    said = (
        "NewConnectionError(\"HTTPSConnection(host='127.0.0.2', port=9): Failed to establish a new "
        'connection: [Errno 111] Connection refused")\nERROR: No matching distribution found'
    )
    codes = {
        proxy: setup_errors.of_output(said, "", 1, None, proxy=proxy).code
        for proxy in ("127.0.0.2", "proxy.corp", "")
    }
    assert codes == {
        "127.0.0.2": "install-proxy",
        "proxy.corp": "install-no-network",
        "": "install-no-network",
    }


def test_the_package_is_named() -> None:
    assert (
        "torch 2.13.0+cpu"
        in setup_errors.of_output(SAID["install-no-package"], "", 1, None).message
    )
    assert (
        "torch 2.13.0+cpu"
        in setup_errors.of_output(SAID["install-no-package "], "", 1, None).message
    )
    assert "numpy" in setup_errors.of_output(SAID["install-damaged"], "", 1, None).message


MISSED = (
    "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('<pip._vendor."
    "urllib3...>: Failed to establish a new connection: [Errno -2] Name or service not known')': {path}\n"
)


def test_the_index_that_alone_cannot_be_reached_is_named() -> None:
    nothing = "ERROR: No matching distribution found for torch==2.13.0+cpu\n"
    pytorchs = MISSED.format(path="/whl/cpu/torch/")
    index = lock_file.TORCH_INDEX
    alone = setup_errors.of_output(pytorchs * 2 + nothing, "", 1, None, index)
    assert alone.code == "install-no-network"
    expected = setup_errors.unreachable("install-no-network", index, "torch 2.13.0+cpu")
    assert alone.text == expected.text
    assert "torch 2.13.0+cpu" in alone.message
    assert "download.pytorch.org" in alone.message
    # Without any connection it is not that index's fault, nor where paths do not tell them apart.
    both = MISSED.format(path="/simple/torch/") + pytorchs + nothing
    assert "pytorch" not in setup_errors.of_output(both, "", 1, None, index).message
    mirrors = MISSED.format(path="/simple/torch/") + nothing
    mirror = "https://packages.test/simple"
    assert "packages.test" not in setup_errors.of_output(mirrors, "", 1, None, mirror).message
    # What is refused on the way to it is told as well.
    refused = pytorchs.replace("NewConnectionError", "ProxyError") + nothing
    assert "download.pytorch.org" in setup_errors.of_output(refused, "", 1, None, index).text


def test_an_unknown_failure_still_has_a_message() -> None:
    error = setup_errors.of_output("\nERROR: the moon is full\nbye\n", "Installing", 7, None)
    assert error.code == "install-failed"
    assert "the moon is full" in error.message
    assert "Installing" in error.message
    assert error.next_step == setup_errors.report_it()
    assert "-9" in setup_errors.of_output("", "Installing", -9, None).message


def test_what_a_python_of_ones_own_lacks_has_its_way_out() -> None:
    one = ["silero_vad"]
    easy = ["silero-vad==6.2.3"]
    mine = setup_errors.lacks("/home/ana/my env/bin/python", one, easy, False, True)
    assert "silero_vad" in mine.message
    assert (
        '`"/home/ana/my env/bin/python" -m pip install --no-deps silero-vad==6.2.3`'
        in mine.next_step
    )
    # pip refuses to put anything into the system's own.
    systems = setup_errors.lacks("/usr/bin/python3", one, easy, True, True).next_step
    assert "`/usr/bin/python3 -m venv --system-site-packages ~/voice-search`" in systems
    assert "`~/voice-search/bin/python -m pip install --no-deps silero-vad==6.2.3`" in systems
    # A Python with nothing in it can still be the base.
    bare = setup_errors.lacks("/opt/python3", ["numpy", "torch"], [], False, True)
    assert setup_errors.SET_UP_WITH in bare.next_step
    hopeless = setup_errors.lacks("/opt/python3.8", ["numpy", "torch"], [], False, False)
    assert setup_errors.SET_UP_WITH not in hopeless.next_step
    assert "Set up now" in hopeless.next_step


def test_a_missing_dll_is_told_apart() -> None:
    error = setup_errors.import_failed("torch", "ImportError: DLL load failed while importing _C")
    assert "Visual C++" in error.next_step


# --- the network ----------------------------------------------------------------------------------------


def test_qgis_proxy_is_handed_over_with_its_secrets_quoted() -> None:
    settings = QgsSettings()
    keys = {
        "proxy/proxyEnabled": True, "proxy/proxyType": "HttpProxy", "proxy/proxyHost": "proxy.corp",
        "proxy/proxyPort": "3128", "proxy/proxyUser": "ana@corp", "proxy/proxyPassword": "p@ss:w/rd",
        "proxy/proxyExcludedUrls": ["http://intranet.corp/wms", "maps.corp"],
    }  # fmt: skip
    try:
        for key, value in keys.items():
            settings.setValue(key, value)
        QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
        proxy = network.proxy_of_qgis()
        assert proxy is not None
        variables = network.proxy_variables(proxy)
        assert variables["HTTPS_PROXY"] == "http://ana%40corp:p%40ss%3Aw%2Frd@proxy.corp:3128"
        assert {"localhost", "intranet.corp", "maps.corp"} <= set(variables["NO_PROXY"].split(","))
        said = network.without_secrets(f"{variables['https_proxy']} and p@ss:w/rd", proxy)
        assert "p@ss" not in said
        assert "p%40ss" not in said
        said = network.without_secrets(
            "--extra-index-url https://ana:w0rd@packages.test/simple", None
        )
        assert said == "--extra-index-url https://***@packages.test/simple"
    finally:
        settings.remove("proxy")
        QgsNetworkAccessManager.instance().setFallbackProxyAndExcludes(
            QNetworkProxy(QNetworkProxy.ProxyType.DefaultProxy), [], []
        )
    assert network.proxy_of_qgis() is None


def test_a_socks_proxy_looks_names_up_behind_it() -> None:
    variables = network.proxy_variables(network.Proxy("socks5", "gate", 1080))
    assert variables["HTTP_PROXY"] == "socks5h://gate:1080"


# --- the stamp -----------------------------------------------------------------------------------------------


def test_the_stamp_tells_how_an_environment_is(tmp_path: Path) -> None:
    sums = lock_checksums()
    state = environment_stamp.EnvironmentState
    assert environment_stamp.state_of(sums, tmp_path / "none") is state.MISSING
    good = an_environment(tmp_path / "good")
    assert environment_stamp.state_of(sums, good) is state.READY
    stamp = environment_stamp.read_stamp(good)
    assert stamp is not None
    assert not stamp.has_cuda
    assert environment_stamp.state_of({**sums, "linux-py311.txt": "new"}, good) is state.OUTDATED
    assert (
        environment_stamp.state_of(sums, an_environment(tmp_path / "old", format=0))
        is state.OUTDATED
    )
    (good / "bin" / "python").unlink()
    assert environment_stamp.state_of(sums, good) is state.BROKEN
    (good / STAMP).write_text("{", encoding="utf-8")
    assert environment_stamp.state_of(sums, good) is state.UNFINISHED


def test_a_python_that_cannot_even_be_looked_at_is_told() -> None:
    """As in a folder that belongs to somebody else."""
    settings = Settings()
    settings.python_path = "/" + "x" * 300
    with pytest.raises(EngineError) as told:
        find_python(settings)
    assert told.value.code == "engine-python-unusable"
    panel = SetupPanel(settings)
    assert panel.is_needed()
    panel.use_python(settings.python_path)
    panel.end()


def test_the_environment_is_where_qt_has_data_of_a_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (str(tmp_path), ""):
        monkeypatch.setenv("XDG_DATA_HOME", folder)
        data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
        assert managed_environment() == Path(data) / "qgis_scrl" / "engine"


def test_half_an_environment_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("qgis_scrl.environment.engine_root", lambda: tmp_path / "plugin")
    folder = an_environment(managed_environment())
    assert find_python(Settings()) == folder / "bin" / "python"
    environment_stamp.remove_stamp(folder)
    with pytest.raises(EngineError) as caught:
        find_python(Settings())
    assert caught.value.code == "engine-missing"
