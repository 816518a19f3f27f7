"""Speaking to the dock: a virtual microphone, the real engine, nothing faked."""

from __future__ import annotations

import os
import signal
from dataclasses import replace

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from qgis_scrl.dock.widgets.status_banner import DockState
from qgis_scrl.layers import group
from qgis_scrl.settings import Settings
from tests.support.desk import Desk
from tests.support.events import assert_never_holds_up, let_pass, wait_until
from tests.support.microphone import VirtualMicrophone
from tests.support.paths import BALL_FIELD

pytestmark = pytest.mark.microphone


@pytest.fixture
def desk(listening_desk: Desk) -> Desk:
    return listening_desk


def press(desk: Desk) -> None:
    QTest.mouseClick(desk.dock.speak.button, Qt.MouseButton.LeftButton)


def wait_until_it_listens(desk: Desk, seconds: float = 30) -> None:
    wait_until(lambda: bool(desk.dock.speak.time_left.text()), seconds, "an open microphone")


def wait_until_it_hears(desk: Desk) -> None:
    wait_until(lambda: desk.dock.speak.level.is_speaking, 30, "speech")


def test_press_speak_and_it_stops_by_itself(
    desk: Desk, virtual_microphone: VirtualMicrophone
) -> None:
    states: list[DockState] = []
    desk.dock.state_changed.connect(states.append)
    press(desk)
    assert desk.dock.state is DockState.LISTENING
    wait_until_it_listens(desk)
    assert desk.dock.speak.time_left.text().endswith(" s")
    virtual_microphone.play_file(BALL_FIELD)
    wait_until_it_hears(desk)
    wait_until(lambda: max(desk.dock.speak.waveform.peaks) > 0.05, 5, "the sound in the waveform")
    desk.wait_for(DockState.RESULTS, DockState.ERROR)
    assert desk.dock.state is DockState.RESULTS, desk.said
    assert states == [DockState.LISTENING, DockState.SEARCHING, DockState.RESULTS]
    assert len(group.hits_layers(desk.project)) == 1
    (recording,) = list(Settings().questions_folder.glob("*.wav"))
    assert recording.stat().st_size > 10_000
    assert desk.dock.speak.recent.count == 1


def test_the_window_never_freezes_while_it_listens(
    desk: Desk, virtual_microphone: VirtualMicrophone
) -> None:
    def ask_by_voice() -> None:
        press(desk)
        wait_until_it_listens(desk)
        virtual_microphone.play_file(BALL_FIELD)
        wait_until_it_hears(desk)
        desk.wait_for(DockState.RESULTS, DockState.ERROR)
        assert desk.dock.state is DockState.RESULTS, desk.said
        let_pass(0.5)

    ask_by_voice()  # What Qt and QGIS do once only is not the recording's.
    assert_never_holds_up(ask_by_voice)


def test_escape_cancels_wherever_the_focus_is(desk: Desk) -> None:
    press(desk)
    wait_until_it_listens(desk)
    QApplication.setActiveWindow(desk.iface.window)
    desk.canvas.setFocus()
    QTest.keyClick(desk.canvas, Qt.Key.Key_Escape)
    desk.wait_for(DockState.READY)
    assert not desk.dock.speak.is_listening
    assert desk.dock.speak.recent.count == 0
    assert group.hits_layers(desk.project) == []


def test_hold_to_talk_and_let_go(desk: Desk, virtual_microphone: VirtualMicrophone) -> None:
    QTest.keyPress(desk.dock.speak.button, Qt.Key.Key_Space)
    desk.wait_for(DockState.LISTENING)
    wait_until_it_listens(desk)
    player = virtual_microphone.play_file(BALL_FIELD)
    wait_until_it_hears(desk)
    wait_until(lambda: player.poll() is not None, 30, "the end of the sound")
    let_pass(2.0)  # Silence does not end it.
    assert desk.dock.state is DockState.LISTENING
    QTest.keyRelease(desk.dock.speak.button, Qt.Key.Key_Space)
    desk.wait_for(DockState.RESULTS, DockState.ERROR)
    assert desk.dock.state is DockState.RESULTS, desk.said


def test_a_second_press_stops_early(desk: Desk, virtual_microphone: VirtualMicrophone) -> None:
    press(desk)
    wait_until_it_listens(desk)
    virtual_microphone.play_file(BALL_FIELD)
    wait_until_it_hears(desk)
    peaks = len(desk.dock.speak.waveform.peaks)
    wait_until(lambda: len(desk.dock.speak.waveform.peaks) > peaks + 60, 5, "a second of speech")
    press(desk)
    desk.wait_for(DockState.RESULTS, DockState.ERROR, seconds=10)
    assert desk.dock.state is DockState.RESULTS, desk.said


def test_a_muted_microphone_is_told_with_the_way_out(desk: Desk) -> None:
    desk.settings.microphone = "muted_microphone"
    press(desk)
    wait_until(lambda: desk.dock.state is DockState.ERROR, 30, "the failure")
    assert desk.failure == "silent-recording"
    assert desk.dock.banner.button.isVisible()
    assert desk.dock.speak.button.isEnabled()
    assert not desk.dock.speak.is_listening


def test_the_microphone_can_be_tested(desk: Desk, virtual_microphone: VirtualMicrophone) -> None:
    desk.dock.asking.test_microphone()
    wait_until_it_listens(desk)
    virtual_microphone.play_file(BALL_FIELD)
    desk.wait_for(DockState.READY, DockState.ERROR, seconds=20)
    assert desk.dock.state is DockState.READY, desk.said
    virtual_microphone.stop_playing()
    desk.settings.microphone = "muted_microphone"
    desk.dock.asking.test_microphone()
    desk.wait_for(DockState.ERROR, seconds=20)
    assert desk.failure == "microphone-silent"
    assert desk.dock.banner.button.isVisible()


def test_the_microphones_are_listed(desk: Desk) -> None:
    wait_until(lambda: bool(desk.dock.speak._microphones), 30)
    names = [microphone.name for microphone in desk.dock.speak._microphones or ()]
    assert any("muted" in name for name in names)


def test_an_engine_killed_while_it_listens_is_told_and_the_retry_works(desk: Desk) -> None:
    press(desk)
    wait_until_it_listens(desk)
    os.kill(desk.client.process_id, signal.SIGKILL)
    desk.wait_for(DockState.ERROR, seconds=5)
    assert not desk.dock.speak.is_listening
    wait_until(lambda: desk.client.state == "ready", 60)
    QTest.mouseClick(desk.dock.banner.button, Qt.MouseButton.LeftButton)
    assert desk.dock.state is DockState.LISTENING
    wait_until_it_listens(desk, 60)
    desk.dock.cancel()


def test_closing_the_dock_closes_the_microphone(desk: Desk) -> None:
    press(desk)
    wait_until_it_listens(desk)
    desk.dock.close()
    assert not desk.dock.speak.is_listening
    assert desk.dock.state is DockState.READY
    wait_until(
        lambda: "record" not in [r.method.name for r in desk.client.running_requests], 3, "its end"
    )


def outlined(desk: Desk) -> int:
    return desk.dock._map.provisional_places


def test_what_is_found_meanwhile_is_outlined_until_the_answer_replaces_it(
    desk: Desk, virtual_microphone: VirtualMicrophone
) -> None:
    press(desk)
    wait_until_it_listens(desk)
    centre = desk.canvas.center()
    virtual_microphone.play_file(BALL_FIELD)
    wait_until(lambda: outlined(desk) > 0, 60, "places found meanwhile")
    # Nothing of it is kept, and the map stays where it is.
    assert desk.dock.speak.recent.count == 0
    assert group.hits_layers(desk.project) == []
    assert desk.canvas.center() == centre
    desk.wait_for(DockState.RESULTS, DockState.ERROR)
    assert desk.dock.state is DockState.RESULTS, desk.said
    assert outlined(desk) == 0
    assert len(group.hits_layers(desk.project)) == 1
    assert desk.dock.speak.recent.count == 1


def test_cancelling_takes_what_was_found_meanwhile_off_the_map(
    desk: Desk, virtual_microphone: VirtualMicrophone
) -> None:
    press(desk)
    wait_until_it_listens(desk)
    virtual_microphone.play_file(BALL_FIELD)
    wait_until(lambda: outlined(desk) > 0, 60, "places found meanwhile")
    QTest.keyClick(desk.dock, Qt.Key.Key_Escape)
    assert outlined(desk) == 0
    let_pass(0.5)
    assert outlined(desk) == 0
    assert group.hits_layers(desk.project) == []


def test_whoever_does_not_want_it_is_asked_nothing_meanwhile(
    desk: Desk, virtual_microphone: VirtualMicrophone
) -> None:
    Settings().search_while_speaking = False
    try:
        press(desk)
        (request,) = [r for r in desk.client.running_requests if r.method.name == "record"]
        assert request.params.search is None
        desk.dock.cancel()
        Settings().search_while_speaking = True
        press(desk)
        (request,) = [
            r for r in desk.client.running_requests if r.method.name == "record" and r.params.search
        ]
        assert request.params.search.index == desk.dock.index_bar.index
        desk.dock.cancel()
        desk.dock.asking.test_microphone()
        (request,) = [r for r in desk.client.running_requests if r.method.name == "test_microphone"]
        assert not hasattr(request.params, "search")
        desk.dock.cancel()
    finally:
        Settings().search_while_speaking = True


@pytest.mark.parametrize("adaptive", [True, False])
def test_whether_a_recording_may_end_sooner_is_as_the_options_say(
    desk: Desk, virtual_microphone: VirtualMicrophone, adaptive: bool
) -> None:
    Settings().adaptive_end = adaptive
    try:
        press(desk)
        (request,) = [r for r in desk.client.running_requests if r.method.name == "record"]
        assert request.params.adaptive is adaptive
        desk.dock.cancel()
    finally:
        Settings().adaptive_end = True


def test_a_search_meanwhile_that_fails_does_not_end_the_recording(
    desk: Desk, virtual_microphone: VirtualMicrophone, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = desk.dock.asking._asked_meanwhile

    def of_no_index(
        recording: str,
    ) -> object:  # The fault: what is asked meanwhile cannot be answered.
        params = whole(recording)
        assert params is not None
        return replace(params, index=params.index + ".gone")

    monkeypatch.setattr(desk.dock.asking, "_asked_meanwhile", of_no_index)
    press(desk)
    wait_until_it_listens(desk)
    virtual_microphone.play_file(BALL_FIELD)
    desk.wait_for(DockState.RESULTS, DockState.ERROR)
    assert desk.dock.state is DockState.RESULTS, desk.said
    assert len(group.hits_layers(desk.project)) == 1
