"""The client with the real engine, and with engines that fail in every way."""

from __future__ import annotations

import dataclasses
import itertools
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProcessingFeedback, QgsTask
from qgis.PyQt.QtCore import QProcessEnvironment

from qgis_scrl import engine_client, texts
from qgis_scrl.contract import (
    AudioPart,
    Handshake,
    IndexInfo,
    Method,
    Nothing,
    Notice,
    Query,
    SearchParams,
    Stage,
    TilePart,
    messages,
    methods,
)
from qgis_scrl.engine_client import EngineClient, EngineError, Timing
from qgis_scrl.environment import (
    PLUGIN,
    EngineCommand,
    clean_environment,
    engine_command,
    engine_root,
)
from qgis_scrl.settings import Settings
from tests.support import faulty_engine
from tests.support.events import Told, assert_never_holds_up, let_pass, wait_until

DEMO = engine_root() / "resources" / "demo"
SCENE = str(DEMO / "scene.tif")
QUESTION = str(DEMO / "questions" / "11-storagetanks.ogg")
SPOKEN = Query((AudioPart(QUESTION),))
# Quick where nothing is waited for; where patience ends too soon on a busy machine, the usual one.
QUICK = Timing(restart=(0.05, 0.1, 0.2), end=0.5)

# What the faulty engine is asked, with whatever it is given and answers.
ECHO: Method[Any, Any] = Method("echo", dict, dict, "Answers with its parameters.", timeout_s=300.0)
WORK: Method[Any, Any] = Method("work", dict, dict, "Does what the fault says.", timeout_s=300.0)
IMPATIENT = dataclasses.replace(WORK, timeout_s=1.0)
BUILD = dataclasses.replace(WORK, may_be_resent=True)


def faulty_command(fault: str, memory: Path) -> EngineCommand:
    script = str(Path(faulty_engine.__file__))
    return EngineCommand(
        program=sys.executable,
        arguments=(script, fault, str(memory)),
        working_folder=str(Path(script).parent),
        environment=QProcessEnvironment.systemEnvironment(),
    )


class Clock:
    """The client's clock, which goes on when it is told to."""

    def __init__(self, client: EngineClient, monkeypatch: pytest.MonkeyPatch) -> None:
        self._client = client
        self._now = time.monotonic()
        monkeypatch.setattr(engine_client, "time", self)

    def monotonic(self) -> float:
        return self._now

    def advance(self, seconds: float) -> None:
        """Let time pass, and the client see it: not at once, which it would take for a sleeping computer."""
        for _ in range(round(seconds / 0.1)):
            self._now += 0.1
            wait_until(
                lambda: self._client._last_tick == self._now, 5, "the client's look at the clock"
            )


class Watched:
    """A client and everything that it says."""

    def __init__(self, client: EngineClient) -> None:
        self.client = client
        self.states: list[str] = []
        self.messages: list[tuple[str, int]] = []
        client.state_changed.connect(self.states.append)
        client.message.connect(lambda text, level: self.messages.append((text, level)))

    def ask(self, method: Method[Any, Any] = WORK, params: Any = None, **values: object) -> Told:
        return Told(self.client.request(method, values if params is None else params))


@pytest.fixture
def faulty(tmp_path):
    clients = []

    def make(fault: str, timing: Timing = QUICK) -> Watched:
        client = EngineClient(
            command=lambda: faulty_command(fault, tmp_path / "starts"), timing=timing
        )
        clients.append(client)
        return Watched(client)

    yield make
    for client in clients:
        client.stop()
    wait_until(lambda: engine_client.ending_processes() == 0, 10, "the end of the engines")


@pytest.fixture
def real(engine_python):
    client = EngineClient(timing=Timing(restart=(0.1, 0.2, 0.5)))
    yield Watched(client)
    client.stop()
    wait_until(lambda: engine_client.ending_processes() == 0, 10, "the end of the engine")


def runs(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


# --- with the real engine -------------------------------------------------------------------------


def test_handshake_and_end(real):
    assert real.client.state == "stopped"
    real.client.start()
    assert real.client.state == "starting"
    wait_until(lambda: real.client.state == "ready", 60)
    assert real.client.handshake.model.embedding_size > 0
    assert real.client.handshake.process == real.client.process_id
    number = real.client.process_id
    assert runs(number)
    real.client.stop()
    # It did not wait for the end of the process: that would have been heard of.
    assert engine_client.ending_processes() == 1
    assert real.client.state == "stopped"
    assert real.client.handshake is None
    wait_until(lambda: not runs(number), 5, "the end of the process")
    assert real.states == ["starting", "ready", "stopped"]
    assert real.messages == []


def test_requests_made_before_the_engine_runs_are_answered(real):
    told = [real.ask(methods.LIST_MICROPHONES, Nothing()) for _ in range(3)]
    assert real.client.state == "stopped"
    assert not any(t.ended for t in told)
    for t in told:
        assert isinstance(t.wait().result, methods.ListMicrophonesResult)


def test_the_window_lives_while_the_engine_builds_and_searches(warm_engine, tmp_path):
    small = str(tmp_path / "small.scrl")
    params = methods.BuildIndexParams(small, (SCENE,), (500.0,))
    Told(warm_engine.request(methods.BUILD_INDEX, params)).wait()

    numbers = itertools.count()

    def build_and_search() -> None:
        large = str(tmp_path / f"large{next(numbers)}.scrl")
        params = methods.BuildIndexParams(large, (SCENE,), (50.0,))
        build = Told(warm_engine.request(methods.BUILD_INDEX, params))
        wait_until(lambda: any(report.done > 0 for report in build.progress), 60)
        for _ in range(5):
            search = SearchParams(small, dataclasses.replace(SPOKEN, k=100))
            assert Told(warm_engine.request(methods.SEARCH, search)).wait().result.hits
        assert not build.ended
        build.request.cancel()
        build.wait()
        assert build.code == "cancelled"

    assert_never_holds_up(build_and_search)


def test_a_killed_engine_is_started_again_and_a_build_goes_on_by_itself(real, tmp_path):
    index = str(tmp_path / "killed.scrl")
    build = real.ask(methods.BUILD_INDEX, methods.BuildIndexParams(index, (SCENE,), (300.0,)))
    wait_until(lambda: any(report.done >= 32 for report in build.progress), 60)
    question = real.ask(methods.WARM_UP, Nothing())
    os.kill(real.client.process_id, signal.SIGKILL)
    question.wait(5)
    assert question.code == "engine-stopped"
    assert question.errors[0].next_step
    assert not build.ended
    report = build.wait(90).result
    assert report.tiles == report.tiles_in_index == 100
    assert Notice("engine-restarted") in build.notes
    assert real.states == ["starting", "ready", "restarting", "starting", "ready"]
    ((sentence, level),) = real.messages
    assert sentence.startswith(texts.message(Notice("engine-stopped")))
    assert level == 1
    # The question is asked again, as its retry button does.
    info = real.ask(methods.INDEX_INFO, methods.IndexParams(index)).wait().result
    assert isinstance(info, IndexInfo)
    assert info.complete


def test_an_engine_that_stands_still_is_started_again(engine_python, tmp_path):
    impatient = dataclasses.replace(methods.LIST_MICROPHONES, timeout_s=2.0)
    watched = Watched(EngineClient(timing=Timing(restart=(0.1,))))
    try:
        watched.ask(methods.LIST_MICROPHONES, Nothing()).wait()
        number = watched.client.process_id
        os.kill(number, signal.SIGSTOP)
        told = watched.ask(impatient, Nothing()).wait(10)
        assert told.errors[0].notice == Notice("engine-hangs", {"seconds": 2.0})
        wait_until(lambda: not runs(number), 5, "the end of the process")
        assert watched.ask(methods.LIST_MICROPHONES, Nothing()).wait().result is not None
    finally:
        watched.client.stop()


def test_an_engine_killed_while_it_records_and_searches(real, virtual_microphone, tmp_path):
    real.ask(methods.WARM_UP, Nothing()).wait()
    index, wav = str(tmp_path / "demo.scrl"), str(tmp_path / "question.wav")
    build = methods.BuildIndexParams(index, (SCENE,), (1000.0,))
    real.ask(methods.BUILD_INDEX, build).wait()
    recording = real.ask(methods.RECORD, methods.RecordParams(wav))
    wait_until(lambda: bool(recording.levels), 20, "the first level")
    virtual_microphone.play_file(Path(QUESTION))
    wait_until(lambda: recording.levels[-1].state == "speaking", 20, "speech")
    assert max(peak for level in recording.levels for peak in level.peaks) > 0.05
    search = real.ask(methods.SEARCH, SearchParams(index, SPOKEN))
    os.kill(real.client.process_id, signal.SIGKILL)
    assert recording.wait(5).code == search.wait(5).code == "engine-stopped"
    # Both are asked again, and answered.
    again = real.ask(methods.RECORD, methods.RecordParams(wav, hold=True))
    search = real.ask(methods.SEARCH, SearchParams(index, SPOKEN))
    assert search.wait().result.hits
    wait_until(lambda: bool(again.levels), 20, "the first level")
    player = virtual_microphone.play_file(Path(QUESTION))
    wait_until(lambda: player.poll() is not None, 20, "the end of the sound")
    again.request.stop_recording()
    assert again.wait(10).result.speech_seconds > 1


def test_two_qgis_at_once_on_one_index(real, engine_python, tmp_path):
    other = Watched(EngineClient())
    try:
        index = str(tmp_path / "shared.scrl")
        build_params = methods.BuildIndexParams(index, (SCENE,), (1000.0,))
        real.ask(methods.BUILD_INDEX, build_params).wait()
        searching = SearchParams(index, Query((TilePart(0),), k=1))
        assert other.ask(methods.SEARCH, searching).wait().result.searched == 9
        copy = tmp_path / "copy.tif"
        copy.write_bytes(Path(SCENE).read_bytes())
        adding = methods.AddToIndexParams(index, (str(copy),))
        build = real.ask(methods.ADD_TO_INDEX, adding)
        wait_until(lambda: bool(build.progress) or build.ended, 30, "the build")
        second = other.ask(methods.ADD_TO_INDEX, adding)
        second.wait()
        if not build.ended:
            assert second.code == "index-locked"
            assert int(second.errors[0].notice.values["pid"]) == real.client.process_id
        for watched in (real, other):
            assert watched.ask(methods.SEARCH, searching).wait().result.hits
        build.wait()
        assert other.ask(methods.SEARCH, searching).wait().result.searched == 18
    finally:
        other.client.stop()


def test_the_engine_ends_when_qgis_is_killed(engine_python, tmp_path):
    script = (
        "import sys; from qgis.core import QgsApplication; app = QgsApplication([], False);"
        "from qgis_scrl.engine_client import EngineClient; c = EngineClient();"
        "c.state_changed.connect(lambda s: print(s, c.process_id, c.log[-500:].split(), flush=True));"
        "c.start(); app.exec()"
    )
    qgis = subprocess.Popen(
        [sys.executable, "-c", script], cwd=PLUGIN.parent, stdout=subprocess.PIPE,
        # Settings of its own: those of this user may name another Python while some other test runs.
        env={**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
    )  # fmt: skip
    assert qgis.stdout is not None
    states = iter(qgis.stdout.readline, b"")
    told = next(line.split() for line in states if line.split()[0] in (b"ready", b"failed"))
    assert told[0] == b"ready", told
    number = int(told[1])
    assert runs(number)
    qgis.kill()
    qgis.wait()
    wait_until(lambda: not runs(number), 5, "the end of the engine")


def test_the_environment_is_clean(faulty, monkeypatch):
    foreign = {
        "PYTHONHOME": "/usr", "PYTHONPATH": "/usr/share/qgis/python", "GDAL_DATA": "/x", "PROJ_LIB": "/x",
        "LD_LIBRARY_PATH": "/x", "PIP_INDEX_URL": "x", "VIRTUAL_ENV": "/x", "PROJ_DATA": "/x",
    }  # fmt: skip
    for name, value in foreign.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HOME_SWEET_HOME", "kept")
    environment = clean_environment("debug")
    assert not set(foreign) & set(environment.keys())
    assert environment.value("HOME_SWEET_HOME") == "kept"
    assert environment.value("QGIS_SCRL_LOG_LEVEL") == "debug"


def test_where_the_engines_python_is(tmp_path, qgis_app):
    settings = Settings()
    command = engine_command()
    assert Path(command.program).is_file()
    assert command.arguments[-3:] == ("-m", "engine", "worker")
    settings.python_path = str(tmp_path / "python")
    with pytest.raises(EngineError) as caught:
        engine_command()
    assert caught.value.code == "engine-python-unusable"
    environment = tmp_path / "environment"
    (environment / "bin").mkdir(parents=True)
    (environment / "bin" / "python").symlink_to(command.program)
    settings.python_path = str(environment)
    assert engine_command().program == str(environment / "bin" / "python")


INSTALLED = """
import sys
sys.path.insert(0, sys.argv[1])
from qgis.core import QgsApplication
app = QgsApplication([], False)
import qgis_scrl.environment as environment
from qgis_scrl.contract import AudioPart, Query, SearchParams, methods
from qgis_scrl.engine_client import EngineClient
from qgis_scrl.settings import Settings
Settings().python_path = sys.argv[2]
assert str(environment.engine_root()) == sys.argv[1] + "/qgis_scrl"
assert environment.resource_path("icons", "icon.svg").is_file()
index, scene, question = sys.argv[3:]
client = EngineClient()
built = client.ask(methods.BUILD_INDEX, methods.BuildIndexParams(index, (scene,), (1000.0,)))
query = Query((AudioPart(question),), k=2)
found = client.ask(methods.SEARCH, SearchParams(index, query))
print(built.tiles, len(found.hits), methods.__name__)
"""


def test_the_installed_plugin_runs_the_engine_inside_it(engine_python, tmp_path):
    # As the zip is unpacked: the plugin's own modules lie beside the folder of the engine.
    plugin = tmp_path / "qgis_scrl"
    leave = shutil.ignore_patterns("__pycache__", ".venv", "engine", "resources")
    shutil.copytree(PLUGIN, plugin, ignore=leave)
    leave = shutil.ignore_patterns("__pycache__")
    shutil.copytree(engine_root() / "engine", plugin / "engine", ignore=leave)
    (plugin / "resources").symlink_to(engine_root() / "resources")
    index = str(tmp_path / "installed.scrl")
    done = subprocess.run(
        [sys.executable, "-c", INSTALLED, str(tmp_path), str(engine_python), index, SCENE, QUESTION],
        cwd=tmp_path, env={**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile")},
        capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    assert done.stdout.split() == ["9", "2", "qgis_scrl.engine.contract.methods"], done.stderr


# --- with engines that fail -----------------------------------------------------------------------


def test_an_engine_that_is_not_there_fails_what_was_asked(tmp_path):
    def missing() -> EngineCommand:
        raise EngineError("engine-missing")

    watched = Watched(EngineClient(command=missing))
    told = watched.ask()
    assert not told.ended
    told.wait(5)
    assert told.code == "engine-missing"
    assert watched.client.state == "failed"
    assert watched.messages == [(EngineError("engine-missing").text, 2)]
    # Asking again tries again.
    assert watched.ask().wait(5).code == "engine-missing"


def test_a_program_that_cannot_be_run(tmp_path):
    program = tmp_path / "python"
    program.write_text("not a program")
    program.chmod(0o755)
    command = EngineCommand(str(program), (), str(tmp_path), QProcessEnvironment())
    watched = Watched(EngineClient(command=lambda: command, timing=QUICK))
    assert watched.ask().wait(10).errors
    assert watched.client.state == "failed"


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("dies-at-start", "engine-ended-at-start"),
        ("greets-with-rubbish", "engine-garbage"),
        ("refuses", "engine-refused"),
        ("speaks-another-protocol", "engine-refused"),
        ("introduces-itself-badly", "engine-garbage"),
    ],
)
def test_a_bad_start_is_tried_again_and_then_given_up(faulty, tmp_path, fault, code):
    watched = faulty(fault)
    told = watched.ask()
    told.wait(20)
    assert told.code == code
    assert told.errors[0].text
    assert watched.client.state == "failed"
    assert watched.states == ["starting", "restarting"] * 3 + ["starting", "failed"]
    assert len((tmp_path / "starts").read_text()) == 4
    *warnings, last = watched.messages
    assert [level for _, level in warnings] == [1, 1, 1]
    assert last[1] == 2


def test_a_mute_engine_is_given_up(faulty):
    timing = Timing(handshake=0.4, restart=(0.05,), end=0.2)
    watched = faulty("mute", timing)
    assert watched.ask().wait(10).code == "engine-hangs"
    assert watched.client.state == "failed"


def test_a_start_that_succeeds_at_last(faulty):
    watched = faulty("dies-at-first-starts")
    assert watched.ask(ECHO, text="ä ö 語").wait(10).result == {"text": "ä ö 語"}
    assert watched.states == ["starting", "restarting"] * 2 + ["starting", "ready"]
    assert "no module named torch" in watched.messages[0][0]


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("crashes", "engine-stopped"),
        ("babbles", "engine-garbage"),
        ("babbles-without-end", "engine-garbage"),
        ("answers-others", "engine-garbage"),
        ("wrong-types", "engine-garbage"),
        ("never-answers", "engine-hangs"),
    ],
)
def test_a_fault_fails_the_request_once_and_the_engine_comes_back(faulty, fault, code):
    watched = faulty(fault)
    told = watched.ask(IMPATIENT if fault == "never-answers" else WORK)
    told.wait(10)
    assert told.code == code
    assert watched.ask(ECHO, back=True).wait(10).result == {"back": True}
    assert watched.states == ["starting", "ready", "restarting", "starting", "ready"]
    assert len(told.errors) == 1
    assert len(watched.messages) == 1


def test_a_fault_that_stays_is_given_up_but_not_one_that_comes_now_and_then(faulty):
    watched = faulty("crashes")
    for _ in range(3):
        assert watched.ask().wait(10).code == "engine-stopped"
    assert watched.ask().wait(10).code == "engine-stopped"
    assert watched.client.state == "failed"
    rare = faulty("crashes", Timing(restart=(0.05,), stable=0.0, end=0.2))
    for _ in range(4):
        assert rare.ask().wait(10).code == "engine-stopped"
        wait_until(lambda: rare.client.state == "ready", 10)


def test_a_build_is_sent_again_after_a_crash_and_not_for_ever(faulty):
    once = faulty("crashes-once")
    told = once.ask(BUILD)
    assert told.wait(10).result == {"starts": 2}
    assert len(told.notes) == 1
    once.client.stop()
    always = faulty("crashes", Timing(restart=(0.02,) * 9, end=0.2))
    told = always.ask(BUILD)
    assert told.wait(20).code == "engine-stopped"
    assert len(told.notes) == engine_client.MOST_RESUMES


def test_an_answer_that_is_not_what_was_asked_for_fails_the_request_alone(faulty):
    watched = faulty("a-list-as-result")
    assert watched.ask().wait(10).code == "engine-garbage"
    assert watched.ask(dataclasses.replace(ECHO, result=Handshake), a=1).wait(10).code == (
        "engine-garbage"
    )
    assert watched.ask(ECHO, a=1).wait(10).result == {"a": 1}
    assert watched.states == ["starting", "ready"]


def test_what_comes_in_pieces_twice_or_late(faulty):
    assert faulty("half-a-line").ask().wait(5).result == {"in": "two halves"}
    watched = faulty("answers-twice")
    told = watched.ask().wait(5)
    watched.ask(ECHO).wait()  # Its answer comes after both.
    assert told.results == [{"answer": 1}]
    assert watched.client.state == "ready"


def test_progress_counts_as_a_sign_of_life(faulty, monkeypatch):
    watched = faulty("works-in-steps")
    clock = Clock(watched.client, monkeypatch)
    told = watched.ask(IMPATIENT)
    for step in range(1, 9):
        wait_until(lambda: len(told.progress) == step)  # noqa: B023
        clock.advance(0.7)
        watched.ask(ECHO)  # It goes on.
    told.wait()
    assert told.result == {"done": True}
    assert [report.done for report in told.progress] == list(range(8))
    assert told.progress[0].seconds_left is None
    assert told.progress[3].percent == 30


def test_a_cancelled_request_ends_within_its_time_whatever_the_engine_does(faulty, monkeypatch):
    watched = faulty("answers-late", Timing())
    watched.ask(ECHO).wait()
    clock = Clock(watched.client, monkeypatch)
    told = watched.ask()
    told.request.cancel()
    told.request.cancel()
    clock.advance(0.9)
    assert not told.ended
    clock.advance(0.2)
    assert told.code == "cancelled"
    assert watched.ask(ECHO, a=1).wait().result == {"a": 1}  # After the answer, too late.
    assert told.results == []
    assert watched.client.state == "ready"


def test_an_engine_that_never_stops_what_was_cancelled_is_started_again(faulty):
    timing = dataclasses.replace(QUICK, cancel=0.3, cancel_hang=0.7)
    watched = faulty("never-answers", timing)
    told = watched.ask()
    wait_until(lambda: watched.client.state == "ready")
    told.request.cancel()
    assert told.wait(3).code == "cancelled"
    wait_until(lambda: watched.states[2:] == ["restarting", "starting", "ready"], 5)


def test_a_request_cancelled_before_it_was_sent(faulty):
    watched = faulty("none")
    told = watched.ask()
    told.request.cancel()
    assert told.wait(5).code == "cancelled"


def test_a_flood_of_progress_or_log_does_not_hold_up_the_window(faulty):
    for fault in ("floods", "logs-a-lot"):
        watched = faulty(fault, Timing())
        watched.ask(ECHO).wait(10)
        assert_never_holds_up(lambda: watched.ask().wait(30))  # noqa: B023
        assert watched.client.state == "ready"


def test_what_is_stopped_before_it_has_started_stays_so(faulty):
    watched = faulty("none")
    told = watched.ask()
    watched.client.stop()
    assert told.code == "cancelled"
    let_pass(0.2)
    assert watched.client.state == "stopped"
    assert watched.client.process_id == 0


def test_stopping_fails_what_runs_and_kills_what_does_not_end(faulty):
    watched = faulty("does-not-end")
    watched.ask(ECHO).wait(5)
    number = watched.client.process_id
    watched.client.stop()
    assert watched.client.state == "stopped"
    wait_until(lambda: not runs(number), 5, "the end of the process")
    watched = faulty("never-answers")
    told = watched.ask()
    waiting = watched.ask()
    wait_until(lambda: watched.client.state == "ready")
    watched.client.stop()
    assert told.code == waiting.code == "cancelled"
    assert watched.client.running_requests == ()


def test_restarting_by_hand(faulty, tmp_path):
    watched = faulty("never-answers")
    question, build = watched.ask(), watched.ask(BUILD)
    wait_until(lambda: watched.client.state == "ready")
    watched.client.restart()
    assert question.code == "engine-restarted"
    assert not build.ended
    wait_until(lambda: watched.client.state == "ready", 5)
    assert len((tmp_path / "starts").read_text()) == 2
    assert build.request in watched.client.running_requests


def test_a_slot_may_end_the_client_or_ask_more(faulty):
    watched = faulty("answers-twice")
    told = watched.ask()
    more = []
    told.request.finished.connect(lambda _result: more.append(watched.ask(ECHO, a=1)))
    told.wait(5)
    assert more[0].wait(5).result == {"a": 1}
    stopped = watched.ask()
    stopped.request.finished.connect(lambda _result: watched.client.stop())
    stopped.wait(5)
    assert watched.client.state == "stopped"


def test_params_that_are_no_json_are_told(faulty):
    watched = faulty("none")
    told = watched.ask(when=object())
    assert told.wait(5).code == "bug"
    assert watched.ask(ECHO).wait(5).result == {}


def test_a_line_without_end_is_refused():
    decoder = messages.LineDecoder()
    decoder.feed(b"x" * messages.LONGEST_LINE)
    assert decoder.next() is None
    decoder.feed(b"x")
    with pytest.raises(messages.NotAMessage):
        decoder.next()


# --- waiting for an answer -------------------------------------------------------------------------


class Feedback(QgsProcessingFeedback):
    """Cancels after a number of progress reports."""

    def __init__(self, cancel_after: int | None = None) -> None:
        super().__init__()
        self.titles: list[str] = []
        self.percents: list[float] = []
        self.cancel_after = cancel_after
        self.progressChanged.connect(self._on_progress)

    def setProgressText(self, text):  # noqa: N802
        self.titles.append(text)

    def _on_progress(self, percent):
        self.percents.append(percent)
        if self.cancel_after is not None and len(self.percents) >= self.cancel_after:
            self.cancel()


class Asker:
    """Asks a client and waits, in the client's thread or in another one."""

    def __init__(self, thread: str) -> None:
        self.thread = thread

    def __call__(
        self, client: EngineClient, method: Method[Any, Any] = WORK, params: Any = None,
        feedback: Any = None,
    ) -> Any:  # fmt: skip
        outcome: list[Any] = []

        def work() -> None:
            try:
                outcome.append(client.ask(method, params or {}, feedback))
            except EngineError as error:
                outcome.append(error)

        if self.thread == "its own":
            work()
        else:
            thread = threading.Thread(target=work)
            thread.start()
            wait_until(lambda: not thread.is_alive(), 60)
        if isinstance(outcome[0], EngineError):
            raise outcome[0]
        return outcome[0]


@pytest.fixture(params=["its own", "another"])
def ask(request):
    return Asker(request.param)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("dies-at-start", "engine-ended-at-start"),
        ("refuses", "engine-refused"),
        ("crashes", "engine-stopped"),
        ("babbles", "engine-garbage"),
        ("a-list-as-result", "engine-garbage"),
        ("never-answers", "engine-hangs"),
        ("fails-in-the-future", "of-the-future"),
    ],
)
def test_waiting_for_an_engine_that_fails(faulty, ask, fault, code):
    with pytest.raises(EngineError) as caught:
        ask(faulty(fault).client, IMPATIENT if fault == "never-answers" else WORK)
    assert caught.value.code == code


def test_waiting_for_an_answer_with_progress(faulty, ask):
    feedback = Feedback()
    assert ask(faulty("works-for-long").client, feedback=feedback) == {"done": True}
    assert feedback.titles == [texts.stage(Stage.EMBEDDING_TILES)]
    assert max(feedback.percents) == 70
    assert ask(faulty("half-a-line").client) == {"in": "two halves"}
    assert ask(faulty("floods").client, feedback=Feedback()) == {"done": True}


def test_waiting_is_cancelled(faulty, ask):
    client = faulty("works-for-long", Timing(cancel=0.3)).client
    with pytest.raises(EngineError) as caught:
        ask(client, feedback=Feedback(cancel_after=2))
    assert caught.value.is_cancelled
    # The engine goes on working for whoever asks next.
    number = client.process_id
    assert ask(client, ECHO, {"a": 1}) == {"a": 1}
    assert client.process_id == number


def test_a_client_that_is_stopped_lets_those_go_that_wait(faulty):
    watched = faulty("never-answers")
    outcome: list[str] = []

    def work() -> None:
        try:
            watched.client.ask(WORK, {})
        except EngineError as error:
            outcome.append(error.code)

    thread = threading.Thread(target=work)
    thread.start()
    wait_until(lambda: watched.client.state == "ready")
    watched.client.stop()
    wait_until(lambda: not thread.is_alive(), 10)
    assert outcome == ["cancelled"]


def test_cancelling_ends_the_wait_even_if_the_clients_thread_waits_itself(faulty, monkeypatch):
    """A script that blocks the main thread until its algorithm has ended must not hang for ever."""
    client = faulty("works-for-long").client
    feedback, outcome = Feedback(), []

    def work() -> None:
        try:
            client.ask(WORK, {}, feedback)
        except EngineError as error:
            outcome.append(error.code)

    monkeypatch.setattr(engine_client, "_GRACE", 0.2)
    thread = threading.Thread(target=work)
    thread.start()
    feedback.cancel()
    thread.join(300)
    assert outcome == ["cancelled"]
    monkeypatch.setattr(engine_client, "_BLOCKED", 0.2)
    feedback = Feedback()
    thread = threading.Thread(target=work)
    thread.start()
    thread.join(300)
    assert outcome == ["cancelled", "engine-hangs"]
    # What was given up is not asked later.
    assert Told(client.request(ECHO, {"a": 1})).wait().result == {"a": 1}
    assert client.running_requests == ()


def test_many_threads_share_one_engine(engine_python, tmp_path):
    client = EngineClient()
    index = str(tmp_path / "thread.scrl")
    outcome: list[Any] = []
    processes = set()

    def work(_task, number):
        params = methods.BuildIndexParams(f"{index}{number}", (SCENE,), (1000.0,))
        outcome.append(client.ask(methods.BUILD_INDEX, params, Feedback()).tiles)
        processes.add(client.process_id)
        try:
            client.ask(methods.INDEX_INFO, methods.IndexParams(index))
        except EngineError as error:
            outcome.append(error.code)
        return True

    tasks = [QgsTask.fromFunction(f"wait {n}", work, n) for n in range(2)]
    for task in tasks:
        QgsApplication.taskManager().addTask(task)
    wait_until(lambda: len(outcome) == 4, 60)
    client.stop()
    assert sorted(outcome, key=str) == [9, 9, "index-missing", "index-missing"]
    assert len(processes) == 1


LEFT_BEHIND = """
import sys
from qgis.core import QgsApplication
app = QgsApplication([], False)
from qgis_scrl.contract import Nothing, methods
from qgis_scrl.engine_client import EngineClient
client = EngineClient()
client.ask(methods.LIST_MICROPHONES, Nothing())
print(client.process_id, flush=True)
if sys.argv[1] == "exits":
    app.exitQgis()
"""


@pytest.mark.parametrize("end", ["exits", "just ends"])
def test_no_engine_is_left_behind_by_a_script(engine_python, tmp_path, end):
    done = subprocess.run(
        [sys.executable, "-c", LEFT_BEHIND, end], cwd=PLUGIN.parent, capture_output=True, text=True,
        env={**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path)}, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    wait_until(lambda: not runs(int(done.stdout.split()[-1])), 5, "the end of the engine")
