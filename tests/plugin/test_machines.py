"""What differs on computers that the tests do not run on: decided by functions that see only what they are given."""

from __future__ import annotations

import dataclasses
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from qgis_scrl import texts
from qgis_scrl.contract import Notice
from qgis_scrl.dock.dialogs.new_index_dialog import NewIndexDialog
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.errors import EngineError
from qgis_scrl.installation import interpreters, long_paths
from qgis_scrl.installation.installer import Installer, Plan
from qgis_scrl.paths import make_private
from qgis_scrl.synchronised_folders import synchronised_by
from tests.support.desk import Desk, no_engine
from tests.support.events import wait_until


@pytest.fixture
def desk(qgis_app: object) -> Iterator[Desk]:
    """A desk without an engine."""
    desk = Desk(EngineClient(command=no_engine))
    yield desk
    desk.clear()


# --- macOS: the microphone --------------------------------------------------------------------------


@pytest.mark.parametrize("system", ["darwin", "win32", "linux"])
def test_silence_on_macos_is_explained_by_whom_macos_asks(system):
    silent = Notice("silent-recording", {"peak_dbfs": -120.0})
    said = texts.next_step(silent, "dock", system=system)
    tested = texts.verdict(Notice("microphone-silent"), system=system)
    assert said.startswith("Check that the microphone is not muted")
    for text in (said, tested):
        assert ("/Applications/QGIS.app/Contents/MacOS/QGIS" in text) == (system == "darwin")
    # A recording that Processing is given was made by another program.
    assert "Terminal" not in texts.next_step(silent, "processing", system=system)
    assert "Terminal" not in texts.verdict(Notice("microphone-quiet"), system=system)


# --- Windows: long paths ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("user", "system", "enabled", "long"),
    [
        ("ada", "win32", False, False),
        ("ada.lovelace", "win32", False, False),
        ("countess-of-lovelace.ANALYTICAL-ENGINES", "win32", False, True),
        ("countess-of-lovelace.ANALYTICAL-ENGINES", "win32", True, False),
        ("countess-of-lovelace.ANALYTICAL-ENGINES", "linux", False, False),
    ],
)
def test_a_folder_with_too_little_room_for_the_engines_paths(user, system, enabled, long):
    folder = rf"C:\Users\{user}\AppData\Local\qgis_scrl\engine"
    length = long_paths.too_long(folder, system, lambda: enabled)
    assert bool(length) == long
    if long:
        longest = rf"{folder}\Lib\site-packages" + "\\" + "x" * long_paths.LONGEST_INSIDE
        assert length == len(longest) > long_paths.LIMIT


def test_the_longest_path_is_that_of_the_packages_that_are_pinned():
    site = next(Path(__file__).parents[2].glob(".venv/lib/python3*/site-packages"), None)
    if site is None or not (site / "torch").is_dir():
        pytest.skip("needs the engine's packages in .venv")
    # Those of torch are far longer than all others.
    here = next(site.glob("torch-*.dist-info"))
    longest = max(len(str(file.relative_to(site))) for file in here.rglob("*") if file.is_file())
    assert 0.8 * long_paths.LONGEST_INSIDE < longest <= long_paths.LONGEST_INSIDE


def test_it_is_told_before_anything_is_downloaded_or_written(tmp_path, monkeypatch, qgis_app):
    monkeypatch.setattr(long_paths, "are_enabled", lambda: False)
    host = dataclasses.replace(interpreters.this_host(), system="win32")
    target = tmp_path / ("d" * 120) / "engine"
    installer = Installer(host)
    failures: list[EngineError] = []
    installer.failed.connect(failures.append)
    installer.install(Plan(target=target))
    wait_until(lambda: bool(failures))
    assert failures[0].code == "install-too-long"
    assert str(target) in failures[0].message
    assert "LongPathsEnabled" in failures[0].next_step
    assert not target.parent.exists()


# --- folders that are synchronised --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("folder", "system", "variables", "home", "program"),
    [
        (r"C:\Users\Ada\OneDrive\Documents\Voice indexes", "win32",
         {"OneDrive": r"C:\Users\Ada\OneDrive"}, r"C:\Users\Ada", "OneDrive"),
        (r"d:\work\contoso\x", "win32", {"OneDriveCommercial": r"D:\Work\Contoso"}, r"C:\Users\Ada", "OneDrive"),
        (r"D:\Work\Contoso2\x", "win32", {"OneDriveCommercial": r"D:\Work\Contoso"}, r"C:\Users\Ada", ""),
        (r"C:\Users\Ada\OneDrive - Contoso\x", "win32", {}, r"C:\Users\Ada", "OneDrive"),
        (r"C:\Users\Ada\Dropbox (Personal)\x", "win32", {}, r"C:\Users\Ada", "Dropbox"),
        (r"C:\Users\Ada\Documents", "win32", {"OneDrive": ""}, r"C:\Users\Ada", ""),
        ("/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/x", "darwin", {}, "/Users/ada", "iCloud Drive"),
        ("/Users/ada/Library/CloudStorage/OneDrive-Contoso/x", "darwin", {}, "/Users/ada", "OneDrive"),
        ("/Users/ada/Library/CloudStorage/GoogleDrive-ada@example.org/x", "darwin", {}, "/Users/ada", "GoogleDrive"),
        ("/Users/ada/Library/Application Support/x", "darwin", {}, "/Users/ada", ""),
        ("/home/ada/Nextcloud/x", "linux", {}, "/home/ada", "Nextcloud"),
        ("/home/ada/dropbox-archive-2019", "linux", {}, "/home/ada", "Dropbox"),
        ("/home/ada/Dropboxes/x", "linux", {}, "/home/ada", ""),
        ("/srv/Dropbox/x", "linux", {}, "/home/ada", ""),
        ("/home/ada", "linux", {}, "/home/ada", ""),
        ("/", "linux", {}, "", ""),
    ],
)  # fmt: skip
def test_folders_that_are_synchronised(folder, system, variables, home, program):
    assert synchronised_by(folder, system, variables, home) == program


def test_the_dialog_says_so_of_the_folder_of_a_new_index_and_lets_it_be_used(
    desk, monkeypatch, tmp_path
):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    dialog = NewIndexDialog(desk.client, desk.settings, desk.project)
    dialog.place.setFilePath(str(tmp_path / "plain"))
    assert dialog.place_hint.isHidden()
    problem = dialog.problem
    dialog.place.setFilePath(str(tmp_path / "Nextcloud" / "indexes"))
    assert not dialog.place_hint.isHidden()
    assert dialog.place_hint.text().startswith("Nextcloud synchronises this folder")
    assert dialog.problem == problem
    dialog.place.setFilePath(str(tmp_path / "plain"))
    assert dialog.place_hint.isHidden()
    dialog.deleteLater()


# --- folders of the user's alone ----------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
def test_a_private_folder_is_private_even_if_an_earlier_version_made_it(tmp_path):
    old = tmp_path / "questions"
    old.mkdir(mode=0o755)
    for folder in (old, tmp_path / "new" / "questions"):
        make_private(folder)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
