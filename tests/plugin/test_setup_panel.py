"""The panel of the first start in the dock, and the options' part about the environment."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.PyQt.QtWidgets import QAbstractButton, QFileDialog

from qgis_scrl import environment, options_environment
from qgis_scrl.dock.widgets.setup_panel import SetupPanel, SetupState
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.environment import managed_environment
from qgis_scrl.errors import EngineError
from qgis_scrl.installation import lock_file, long_paths, removal, setup_errors
from qgis_scrl.installation.environment_stamp import FORMAT, Stamp
from qgis_scrl.installation.installer import DOWNLOADING, InstallProgress, Verified
from qgis_scrl.options_environment import EnvironmentBox
from qgis_scrl.options_page import OptionsPage
from qgis_scrl.settings import Settings
from tests.support.desk import Desk
from tests.support.environments import OLD_QGIS, an_environment, host
from tests.support.events import assert_never_holds_up, let_pass, wait_until

pytestmark = pytest.mark.usefixtures("pinned_for_this_python")


@pytest.fixture
def no_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer on which the engine has never been set up, and no checkout of the repository."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    found = environment.engine_root()
    checkout = environment.find_python

    def find(settings: Settings) -> Path:
        python = checkout(settings)
        if not settings.python_path and python.is_relative_to(found / ".venv"):
            raise EngineError("engine-missing", "The engine is not installed.", "Set it up.")
        return python

    monkeypatch.setattr(environment, "find_python", find)
    monkeypatch.setattr("qgis_scrl.dock.widgets.setup_panel.find_python", find)


@pytest.fixture
def desk(no_engine: None) -> Iterator[Desk]:
    client = EngineClient()
    desk = Desk(client)
    yield desk
    desk.clear()
    client.stop()


def visible_buttons(panel: SetupPanel) -> set[QAbstractButton]:
    return {
        button
        for button in panel.findChildren(QAbstractButton)
        if not button.isHidden() and button is not panel.cuda
    }


def test_the_dock_offers_the_set_up_instead_of_an_engine_that_is_not_there(desk: Desk) -> None:
    panel = desk.dock.setup
    assert panel.isVisible()
    assert not desk.dock.speak.isVisible()
    assert desk.client.state == "stopped"
    # First it sees whether QGIS's own Python happens to have everything; here it has not.
    assert panel.state is SetupState.LOOKING
    wait_until(lambda: panel.state is SetupState.OFFER, 60, "the look at QGIS's Python")
    assert visible_buttons(panel) == {
        panel.set_up_button, panel.demo_button, panel.own_button, panel.wheels_button,
    }  # fmt: skip
    said = panel.text.text()
    assert str(managed_environment()) in said
    assert re.search(r"3\d\d(\.\d)? MB", said)
    assert "GB" in said
    assert {"pypi.org", "download.pytorch.org"} <= set(re.findall(r"[\w.]+\.org", said))
    assert not desk.told


def test_a_set_up_asked_for_while_it_looks_for_a_python_is_begun(desk: Desk) -> None:
    """As the options can do at any time."""
    panel = desk.dock.setup
    assert panel.state is SetupState.LOOKING
    wait_until(lambda: panel.installer.is_running, 10, "the look")
    desk.dock.repair()
    assert panel.state is SetupState.WORKING
    wait_until(lambda: panel.bar.value() > 0 or panel.state is not SetupState.WORKING, 30, "a step")
    assert panel.state is SetupState.WORKING, panel.title.text()
    assert "Setting up" in panel.installer.log.read_text(encoding="utf-8")
    panel.installer.cancel()
    wait_until(lambda: panel.state is SetupState.OFFER, 5, "the end")


def test_closed_and_opened_again_it_goes_on_where_it_was(desk: Desk) -> None:
    panel = desk.dock.setup
    wait_until(lambda: panel.state is SetupState.OFFER, 60, "the look at QGIS's Python")
    panel.set_up()
    assert panel.state is SetupState.WORKING
    assert panel.cancel_button in visible_buttons(panel)
    desk.dock.hide()
    desk.dock.show()
    assert panel.state is SetupState.WORKING
    panel.installer.cancel()
    wait_until(lambda: panel.state is SetupState.OFFER, 5, "the end")
    assert panel.error is None


def test_a_failure_is_told_with_its_way_out_and_can_be_tried_again(
    desk: Desk, tmp_path: Path
) -> None:
    panel = desk.dock.setup
    wait_until(lambda: panel.state is SetupState.OFFER, 60, "the look at QGIS's Python")
    panel.set_up_from(tmp_path / "not there")
    wait_until(lambda: panel.state is SetupState.FAILED, 60, "the failure")
    assert panel.error is not None
    assert panel.error.code == "install-no-folder"
    assert (panel.title.text(), panel.text.text()) == (panel.error.message, panel.error.next_step)
    assert {panel.again_button, panel.log_button, panel.own_button} <= visible_buttons(panel)
    assert "not there" in panel.title.text()
    (tmp_path / "not there").mkdir()
    panel.again_button.click()
    wait_until(lambda: panel.state is SetupState.FAILED, 60, "the failure")
    assert panel.error.code == "install-no-package"


def test_when_it_is_ready_the_engine_starts_and_the_panel_goes(
    desk: Desk, engine_python: Path
) -> None:
    panel = desk.dock.setup
    wait_until(lambda: panel.state is SetupState.OFFER, 60, "the look at QGIS's Python")
    panel.use_python(str(engine_python))
    wait_until(lambda: desk.client.state == "ready", 80, "the engine")
    assert not panel.isVisible()
    assert desk.dock.speak.isVisible()
    assert Settings().python_path == str(engine_python)


def test_a_python_chosen_in_the_options_makes_the_panel_go(desk: Desk, engine_python: Path) -> None:
    panel = desk.dock.setup
    wait_until(lambda: panel.state is SetupState.OFFER, 60, "the look at QGIS's Python")
    page = OptionsPage(desk.client, Settings())
    page.python.setFilePath(str(engine_python))
    page.apply()
    page.deleteLater()
    # What another window of QGIS has set up is found in the same way.
    desk.dock.hide()
    desk.dock.show()
    assert not panel.isVisible()
    assert desk.dock.speak.isVisible()
    wait_until(lambda: desk.client.state == "ready", 80, "the engine")


def test_a_python_chosen_in_the_options_is_taken_by_the_dock_behind_them(
    desk: Desk, engine_python: Path
) -> None:
    wait_until(lambda: desk.dock.setup.state is SetupState.OFFER, 60, "the look at QGIS's Python")
    page = OptionsPage(desk.client, Settings(), changed=desk.dock.look_again)
    page.python.setFilePath(str(engine_python))
    page.apply()
    page.deleteLater()
    assert not desk.dock.setup.isVisible()
    wait_until(lambda: desk.client.state == "ready", 80, "the engine")


def test_a_set_up_that_runs_is_not_hidden_by_an_engine_that_starts(desk: Desk) -> None:
    panel = desk.dock.setup
    wait_until(lambda: panel.state is SetupState.OFFER, 60, "the look at QGIS's Python")
    panel.set_up()
    desk.dock.hide()
    desk.dock.show()
    assert panel.isVisible()
    panel.installer.cancel()
    wait_until(lambda: panel.state is SetupState.OFFER, 5, "the end")


def test_progress_is_in_bytes_and_steps(no_engine: None) -> None:
    panel = SetupPanel(Settings())
    told = InstallProgress(DOWNLOADING, "torch", 90_000_000, 356_000_000, True)
    panel.installer.progressed.emit(told)
    assert panel.doing.text() == f"{told.title}: torch (90 MB of 356 MB)"
    assert panel.bar.value() == 19
    panel.end()


def test_everything_has_a_name_for_screen_readers(no_engine: None) -> None:
    panel = SetupPanel(Settings())
    for button in panel.findChildren(QAbstractButton):
        assert button.accessibleName()
        assert button.toolTip()
    assert panel.accessibleName() == panel.title.text()
    panel.end()


def test_it_says_before_anything_where_packages_come_from(no_engine: None) -> None:
    settings = Settings()
    panel = SetupPanel(settings)
    assert "download.pytorch.org" in panel.text.text()
    panel.cuda.setChecked(True)
    assert "2.9 GB" in panel.text.text()
    assert "pypi.org" in panel.text.text()
    assert "download.pytorch.org" not in panel.text.text()
    panel.cuda.setChecked(False)
    settings.package_index = "https://ana:word@packages.test/simple"
    panel.begin()
    panel.end()
    said = SetupPanel(settings).text.text()
    assert "packages.test" in said
    assert "word" not in said


def test_an_older_qgis_is_told_which_python_to_install_before_anything_is_tried(
    no_engine: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Where tests put things is too deep for a Windows that does not.
    monkeypatch.setattr(long_paths, "are_enabled", lambda: True)
    prefix, files = OLD_QGIS["win32"]
    panel = SetupPanel(Settings(), host("win32", prefix, "3.9", files))
    supported = lock_file.supported_versions("win32")

    def advice(button: QAbstractButton) -> EngineError:
        return setup_errors.old_python("3.9", supported, "win32", button.text())

    assert panel.title.text() == advice(panel.set_up_button).message
    assert panel.text.text().startswith(advice(panel.set_up_button).next_step)
    assert panel.set_up_button in visible_buttons(panel)
    # Whoever presses it all the same is told the same.
    panel.set_up()
    wait_until(lambda: panel.state is SetupState.FAILED, 30, "the failure")
    assert panel.title.text() == advice(panel.again_button).message
    assert panel.text.text() == advice(panel.again_button).next_step
    assert panel.again_button in visible_buttons(panel)
    panel.end()


def test_a_bare_python_of_ones_own_becomes_the_base_of_the_engines_environment(
    no_engine: None, tmp_path: Path
) -> None:
    # The system's own may have torch from its distribution, and is not bare then.
    bare = tmp_path / "bare" / "bin" / "python3"
    command = ["/usr/bin/python3", "-m", "venv", "--without-pip", str(bare.parents[1])]
    subprocess.run(command, check=True)
    panel = SetupPanel(Settings())
    panel.use_python(str(bare))
    wait_until(lambda: panel.state is SetupState.FAILED, 80, "the verdict")
    assert panel.error is not None
    assert panel.error.code == "install-lacks-packages"
    assert {panel.set_up_button, panel.again_button} <= visible_buttons(panel)
    assert panel.set_up_button.text() == setup_errors.SET_UP_WITH
    assert setup_errors.SET_UP_WITH in panel.text.text()
    panel.set_up_button.click()
    wait_until(lambda: panel.bar.value() > 0, 40, "the environment")
    assert f"python='{bare}'" in panel.installer.log.read_text(encoding="utf-8")
    panel.installer.cancel()
    wait_until(lambda: panel.state is SetupState.OFFER, 5, "the end")
    panel.end()


def _visible_dialog(panel: SetupPanel) -> QFileDialog:
    (dialog,) = (found for found in panel.findChildren(QFileDialog) if found.isVisible())
    return dialog


def test_the_windows_for_choosing_do_not_hold_up_the_panel(no_engine: None, tmp_path: Path) -> None:
    panel = SetupPanel(Settings())
    panel.own_button.click()
    _visible_dialog(panel).reject()
    let_pass(0.1)
    assert panel.state is SetupState.OFFER
    panel.wheels_button.click()
    dialog = _visible_dialog(panel)
    dialog.selectFile(str(tmp_path))
    dialog.accept()
    wait_until(lambda: panel.state is SetupState.FAILED, 60, "the failure")
    assert panel.error is not None
    assert panel.error.code == "install-no-package"
    assert str(tmp_path) in panel.title.text()
    panel.end()


def test_a_managed_environment_is_preferred_to_a_setting_of_old(no_engine: None) -> None:
    settings = Settings()
    settings.python_path = "/somewhere/else/python"
    panel = SetupPanel(settings)
    assert panel.is_needed()
    stamp = Stamp(FORMAT, "linux-py311.txt", "", "3.11.2", "source", "0.1.0")
    panel.installer.finished.emit(Verified("/managed/python", stamp))
    assert settings.python_path == ""
    panel.end()


def test_unloading_in_the_middle_leaves_nothing_running(no_engine: None) -> None:
    panels = [SetupPanel(Settings()) for _ in range(5)]

    def unload() -> None:
        panel = panels.pop()
        panel.set_up()
        wait_until(lambda: panel.bar.value() > 0, 30, "the first step")
        panel.end()
        assert not panel.installer.is_running
        panel.deleteLater()
        let_pass(0.05)

    assert_never_holds_up(unload, 0.5, rounds=len(panels))
    for panel in panels:
        panel.end()


# --- the options -----------------------------------------------------------------------------------


def test_the_environment_can_be_removed_from_the_options(
    no_engine: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = an_environment(managed_environment())
    calls: list[str] = []
    client = EngineClient()
    box = EnvironmentBox(
        client, Settings(), lambda: calls.append("repair"), lambda: calls.append("removed")
    )
    assert "Python 3.11.2" in box.said.text()
    monkeypatch.setattr(
        options_environment.QMessageBox,
        "question",
        lambda *_given: options_environment.QMessageBox.StandardButton.No,
    )
    box.ask_to_remove()
    assert folder.is_dir()
    box.repair()
    box.remove()
    wait_until(lambda: "removed" in calls, 10, "the removal")
    wait_until(lambda: not removal.is_removing(), 10)
    assert not folder.exists()
    assert calls == ["repair", "removed"]
    assert not box.remove_button.isEnabled()
    box.index.setText(" https://packages.example.org/simple ")
    box.apply()
    assert Settings().package_index == "https://packages.example.org/simple"


def test_who_has_a_python_of_their_own_goes_on_with_it_when_the_environment_is_removed(
    desk: Desk, engine_python: Path
) -> None:
    wait_until(lambda: desk.dock.setup.state is SetupState.OFFER, 60, "the look at QGIS's Python")
    an_environment(managed_environment())
    Settings().python_path = str(engine_python)
    box = EnvironmentBox(desk.client, Settings(), None, desk.dock.look_again)
    box.remove()
    wait_until(lambda: not managed_environment().exists(), 10, "the removal")
    assert not desk.dock.setup.isVisible()
    wait_until(lambda: desk.client.state == "ready", 80, "the engine")


def test_an_environment_that_is_being_set_up_is_not_removed(no_engine: None) -> None:
    folder = an_environment(managed_environment())
    panel = SetupPanel(Settings())
    panel.set_up()
    wait_until(lambda: panel.bar.value() > 0, 30, "the first step")
    box = EnvironmentBox(EngineClient(), Settings())
    before = box.said.text()
    box.remove()
    assert box.said.text() != before
    assert box.remove_button.isEnabled()
    assert folder.is_dir()
    panel.end()
    box.remove()
    wait_until(lambda: not folder.exists(), 10, "the removal")
