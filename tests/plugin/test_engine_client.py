"""The client with the real engine, and with engines that fail in every way."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProcessingFeedback, QgsTask
from qgis.PyQt.QtCore import QProcessEnvironment

from qgis_scrl import engine_client
from qgis_scrl.engine_client import EngineClient, EngineError, Timing, call_and_wait
from qgis_scrl.environment import (
    PLUGIN,
    EngineCommand,
    clean_environment,
    engine_command,
    engine_root,
)
from qgis_scrl.settings import Settings
from qgis_scrl.wire import LONGEST_LINE, Decoder, NotAMessage
from tests.support import faulty_engine
from tests.support.events import Heartbeat, Told, let_pass, wait_until

pytestmark = pytest.mark.timeout(120)

DEMO = engine_root() / "resources" / "demo"
SCENE = str(DEMO / "scene.tif")
QUESTION = str(DEMO / "questions" / "11-storagetanks.ogg")
QUICK = Timing(
    handshake=3.0,
    silence={},
    silence_otherwise=1.0,
    cancel=0.3,
    cancel_hang=0.7,
    restart=(0.05, 0.1, 0.2),
    end=0.5,
)


def faulty_command(fault: str, memory: Path) -> EngineCommand:
    script = str(Path(faulty_engine.__file__))
    return EngineCommand(
        program=sys.executable,
        arguments=(script, fault, str(memory)),
        working_folder=str(Path(script).parent),
        environment=QProcessEnvironment.systemEnvironment(),
    )


class Watched:
    """A client and everything that it says."""

    def __init__(self, client: EngineClient) -> None:
        self.client = client
        self.states: list[str] = []
        self.messages: list[tuple[str, int]] = []
        client.state_changed.connect(self.states.append)
        client.message.connect(lambda text, level: self.messages.append((text, level)))

    def ask(self, method: str = "work", **params: object) -> Told:
        return Told(self.client.request(method, params))


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
    began = time.perf_counter()
    real.client.stop()
    assert time.perf_counter() - began < 0.05
    assert real.client.state == "stopped"
    assert real.client.handshake is None
    wait_until(lambda: not runs(number), 5, "the end of the process")
    assert real.states == ["starting", "ready", "stopped"]
    assert real.messages == []


def test_requests_made_before_the_engine_runs_are_answered(real):
    told = [real.ask("list_microphones") for _ in range(3)]
    assert real.client.state == "stopped"
    assert not any(t.ended for t in told)
    for t in told:
        assert "microphones" in t.wait().result


def test_the_window_lives_while_the_engine_builds_and_searches(warm_engine, tmp_path):
    small = str(tmp_path / "small.scrl")
    params = {"index": small, "inputs": [SCENE], "ground_sizes_m": [500]}
    Told(warm_engine.request("build_index", params)).wait()

    def longest_gap(name: str) -> float:
        heart = Heartbeat()
        large = {"index": str(tmp_path / name), "inputs": [SCENE], "ground_sizes_m": [50]}
        build = Told(warm_engine.request("build_index", large))
        wait_until(lambda: any(report.done > 0 for report in build.progress), 60)
        for _ in range(5):
            parts = [{"kind": "recording", "path": QUESTION}]
            found = Told(warm_engine.request("search", {"index": small, "parts": parts, "k": 100}))
            assert found.wait().result["hits"]
        assert not build.ended
        build.request.cancel()
        build.wait(2)
        assert build.code == "cancelled"
        return heart.stop()

    # A busy machine holds any program up now and then; a slot that blocks does so every time.
    gaps = []
    for attempt in range(3):
        gaps.append(longest_gap(f"large{attempt}.scrl"))
        if gaps[-1] < 0.05:
            break
    assert min(gaps) < 0.05, gaps


def test_a_killed_engine_is_started_again_and_a_build_goes_on_by_itself(real, tmp_path):
    index = str(tmp_path / "killed.scrl")
    params = {"index": index, "inputs": [SCENE], "ground_sizes_m": [300]}
    build = real.ask("build_index", **params)
    wait_until(lambda: any(report.done >= 32 for report in build.progress), 60)
    question = real.ask("warm_up")
    os.kill(real.client.process_id, signal.SIGKILL)
    question.wait(5)
    assert question.code == "engine-stopped"
    assert question.errors[0].next_step
    assert not build.ended
    assert real.client.state == "restarting"
    report = build.wait(90).result
    assert report["tiles"] == report["tiles_in_index"] == 100
    assert len(build.notes) >= 1
    assert real.states == ["starting", "ready", "restarting", "starting", "ready"]
    ((sentence, level),) = real.messages
    assert "starting again" in sentence
    assert level == 1
    # The question is asked again, as its retry button does.
    assert real.ask("index_info", index=index).wait().result["complete"]


def test_an_engine_that_stands_still_is_started_again(engine_python, tmp_path):
    watched = Watched(
        EngineClient(timing=Timing(silence={}, silence_otherwise=2.0, restart=(0.1,)))
    )
    try:
        watched.ask("list_microphones").wait()
        number = watched.client.process_id
        os.kill(number, signal.SIGSTOP)
        told = watched.ask("list_microphones").wait(10)
        assert told.code == "engine-hangs"
        assert "2 s" in told.errors[0].message
        wait_until(lambda: not runs(number), 5, "the end of the process")
        assert "microphones" in watched.ask("list_microphones").wait().result
    finally:
        watched.client.stop()


def test_an_engine_killed_while_it_records_and_searches(real, virtual_microphone, tmp_path):
    real.ask("warm_up").wait()
    index = str(tmp_path / "demo.scrl")
    real.ask("build_index", index=index, inputs=[SCENE], ground_sizes_m=[1000]).wait()
    recording = real.ask("record", save=str(tmp_path / "question.wav"))
    wait_until(lambda: bool(recording.levels), 20, "the first level")
    virtual_microphone.play_file(Path(QUESTION))
    wait_until(lambda: recording.levels[-1].state == "speaking", 20, "speech")
    assert max(peak for level in recording.levels for peak in level.peaks) > 0.05
    parts = [{"kind": "recording", "path": QUESTION}]
    search = real.ask("search", index=index, parts=parts)
    os.kill(real.client.process_id, signal.SIGKILL)
    assert recording.wait(5).code == search.wait(5).code == "engine-stopped"
    # Both are asked again, and answered.
    again = real.ask("record", save=str(tmp_path / "question.wav"), hold=True)
    search = real.ask("search", index=index, parts=parts)
    assert search.wait().result["hits"]
    wait_until(lambda: bool(again.levels), 20, "the first level")
    player = virtual_microphone.play_file(Path(QUESTION))
    wait_until(lambda: player.poll() is not None, 20, "the end of the sound")
    again.request.stop_recording()
    assert again.wait(10).result["speech_seconds"] > 1


def test_two_qgis_at_once_on_one_index(real, engine_python, tmp_path):
    other = Watched(EngineClient())
    try:
        index = str(tmp_path / "shared.scrl")
        params = {"index": index, "inputs": [SCENE]}
        real.ask("build_index", **params, ground_sizes_m=[1000]).wait()
        searching = {"index": index, "parts": [{"kind": "tile", "tile_id": 0}], "k": 1}
        assert other.ask("search", **searching).wait().result["searched"] == 9
        copy = tmp_path / "copy.tif"
        copy.write_bytes(Path(SCENE).read_bytes())
        build = real.ask("add_to_index", index=index, inputs=[str(copy)])
        wait_until(lambda: bool(build.progress) or build.ended, 30, "the build")
        second = other.ask("add_to_index", index=index, inputs=[str(copy)])
        second.wait()
        if not build.ended:
            assert second.code == "index-locked"
            assert str(real.client.process_id) in second.errors[0].message
        for watched in (real, other):
            assert watched.ask("search", **searching).wait().result["hits"]
        build.wait()
        assert other.ask("search", **searching).wait().result["searched"] == 18
    finally:
        other.client.stop()


def test_the_engine_ends_when_qgis_is_killed(engine_python, tmp_path):
    script = (
        "import sys; from qgis.core import QgsApplication; app = QgsApplication([], False);"
        "from qgis_scrl.engine_client import EngineClient; c = EngineClient();"
        "c.state_changed.connect(lambda s: s == 'ready' and print(c.process_id, flush=True));"
        "c.start(); app.exec()"
    )
    qgis = subprocess.Popen(
        [sys.executable, "-c", script], cwd=PLUGIN.parent, stdout=subprocess.PIPE,
        env={**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path)},
    )  # fmt: skip
    assert qgis.stdout is not None
    number = int(qgis.stdout.readline())
    assert runs(number)
    qgis.kill()
    qgis.wait(10)
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
    command = engine_command(settings)
    assert Path(command.program).is_file()
    assert command.arguments[-3:] == ("-m", "engine", "worker")
    settings.python_path = str(tmp_path / "python")
    with pytest.raises(EngineError) as caught:
        engine_command(settings)
    assert caught.value.code == "engine-missing"
    assert "Options" in caught.value.next_step
    environment = tmp_path / "environment"
    (environment / "bin").mkdir(parents=True)
    (environment / "bin" / "python").symlink_to(command.program)
    settings.python_path = str(environment)
    assert engine_command(settings).program == str(environment / "bin" / "python")


INSTALLED = """
import sys
sys.path.insert(0, sys.argv[1])
from qgis.core import QgsApplication
app = QgsApplication([], False)
import qgis_scrl.environment as environment
from qgis_scrl.engine_client import call_and_wait
from qgis_scrl.settings import Settings
Settings().python_path = sys.argv[2]
assert str(environment.engine_root()) == sys.argv[1] + "/qgis_scrl"
assert environment.resource_path("icons", "icon.svg").is_file()
index, scene, question = sys.argv[3:]
built = call_and_wait(
    "build_index", {"index": index, "inputs": [scene], "ground_sizes_m": [1000]}, None, Settings()
)
parts = [{"kind": "recording", "path": question}]
found = call_and_wait("search", {"index": index, "parts": parts, "k": 2}, None, Settings())
print(built["tiles"], len(found["hits"]))
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
        capture_output=True, text=True, timeout=110,
    )  # fmt: skip
    assert done.stdout.split() == ["9", "2"], done.stderr


# --- with engines that fail -----------------------------------------------------------------------


def test_an_engine_that_is_not_there_fails_what_was_asked(tmp_path):
    def missing() -> EngineCommand:
        raise EngineError("engine-missing", "It is not installed.", "Install it.")

    watched = Watched(EngineClient(command=missing))
    told = watched.ask()
    assert not told.ended
    told.wait(5)
    assert told.code == "engine-missing"
    assert watched.client.state == "failed"
    assert watched.messages == [("It is not installed. Install it.", 2)]
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
        ("dies-at-start", "engine-stopped"),
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
    assert watched.ask("echo", text="ä ö 語").wait(10).result == {"text": "ä ö 語"}
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
        ("a-list-as-result", "engine-garbage"),
        ("never-answers", "engine-hangs"),
    ],
)
def test_a_fault_fails_the_request_once_and_the_engine_comes_back(faulty, fault, code):
    watched = faulty(fault)
    told = watched.ask()
    told.wait(10)
    assert told.code == code
    assert watched.client.state == "restarting"
    assert watched.ask("echo", back=True).wait(10).result == {"back": True}
    assert watched.client.state == "ready"
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
    told = once.ask("build_index")
    assert told.wait(10).result == {"starts": 2}
    assert len(told.notes) == 1
    once.client.stop()
    always = faulty("crashes", Timing(restart=(0.02,) * 9, end=0.2))
    told = always.ask("build_index")
    assert told.wait(20).code == "engine-stopped"
    assert len(told.notes) == engine_client.MOST_RESUMES


def test_what_comes_in_pieces_twice_or_late(faulty):
    assert faulty("half-a-line").ask().wait(5).result == {"in": "two halves"}
    watched = faulty("answers-twice")
    told = watched.ask().wait(5)
    let_pass(0.2)
    assert told.results == [{"answer": 1}]
    assert watched.client.state == "ready"
    watched = faulty("answers-late", Timing(silence_otherwise=5.0))
    assert watched.ask().wait(5).result == {"late": True}


def test_progress_counts_as_a_sign_of_life(faulty):
    told = faulty("works-for-long").ask()
    told.wait(10)  # longer than the patience of 1 s
    assert told.result == {"done": True}
    assert [report.done for report in told.progress] == list(range(8))
    assert told.progress[0].seconds_left is None
    assert told.progress[3].percent == 30


def test_a_cancelled_request_ends_within_its_time_whatever_the_engine_does(faulty):
    watched = faulty("answers-late", Timing(silence_otherwise=5.0, cancel=0.3, cancel_hang=5.0))
    wait_until(lambda: watched.ask("echo").wait(5).ended)
    told = watched.ask()
    let_pass(0.1)
    began = time.monotonic()
    told.request.cancel()
    told.request.cancel()
    told.wait(2)
    assert time.monotonic() - began < 1.0
    assert told.code == "cancelled"
    let_pass(1.6)  # the answer comes, too late
    assert told.results == []
    assert watched.client.state == "ready"


def test_an_engine_that_never_stops_what_was_cancelled_is_started_again(faulty):
    watched = faulty("never-answers")
    told = watched.ask()
    wait_until(lambda: watched.client.state == "ready")
    told.request.cancel()
    assert told.wait(3).code == "cancelled"
    wait_until(lambda: watched.client.state == "restarting", 5)
    wait_until(lambda: watched.client.state == "ready", 5)


def test_a_request_cancelled_before_it_was_sent(faulty):
    watched = faulty("none")
    told = watched.ask()
    told.request.cancel()
    assert told.wait(5).code == "cancelled"


def test_a_flood_of_progress_or_log_does_not_hold_up_the_window(faulty):
    for fault in ("floods", "logs-a-lot"):
        watched = faulty(fault, Timing())
        watched.ask("echo").wait(10)
        gaps = []
        for _ in range(3):
            heart = Heartbeat()
            watched.ask().wait(30)
            gaps.append(heart.stop())
        assert min(gaps) < 0.05, fault
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
    watched.ask("echo").wait(5)
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
    question, build = watched.ask(), watched.ask("build_index")
    wait_until(lambda: watched.client.state == "ready")
    watched.client.restart()
    assert question.code == "engine-stopped"
    assert not build.ended
    wait_until(lambda: watched.client.state == "ready", 5)
    assert len((tmp_path / "starts").read_text()) == 2
    assert build.request in watched.client.running_requests


def test_a_slot_may_end_the_client_or_ask_more(faulty):
    watched = faulty("answers-twice")
    told = watched.ask()
    more = []
    told.request.finished.connect(lambda _result: more.append(watched.ask("echo", a=1)))
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
    assert watched.ask("echo").wait(5).result == {}


def test_a_line_without_end_is_refused():
    decoder = Decoder()
    decoder.feed(b"x" * LONGEST_LINE)
    assert decoder.next() is None
    decoder.feed(b"x")
    with pytest.raises(NotAMessage):
        decoder.next()


# --- one question from a thread -------------------------------------------------------------------


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


def call_faulty(fault, tmp_path, method="work", feedback=None, timing=QUICK, **params):
    command = faulty_command(fault, tmp_path / "starts")
    return call_and_wait(method, params, feedback, command=command, timing=timing)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("dies-at-start", "engine-stopped"),
        ("greets-with-rubbish", "engine-garbage"),
        ("refuses", "engine-refused"),
        ("speaks-another-protocol", "engine-refused"),
        ("introduces-itself-badly", "engine-garbage"),
        ("crashes", "engine-stopped"),
        ("babbles", "engine-garbage"),
        ("answers-others", "engine-garbage"),
        ("never-answers", "engine-hangs"),
    ],
)
def test_waiting_for_an_engine_that_fails(fault, code, tmp_path):
    with pytest.raises(EngineError) as caught:
        call_faulty(fault, tmp_path)
    assert caught.value.code == code


def test_waiting_for_an_answer_with_progress(tmp_path):
    feedback = Feedback()
    assert call_faulty("works-for-long", tmp_path, feedback=feedback) == {"done": True}
    assert feedback.titles == ["Working"]
    assert max(feedback.percents) == 70
    assert call_faulty("half-a-line", tmp_path) == {"in": "two halves"}
    assert call_faulty("floods", tmp_path, feedback=Feedback()) == {"done": True}


def test_waiting_is_cancelled(tmp_path):
    began = time.monotonic()
    with pytest.raises(EngineError) as caught:
        call_faulty("works-for-long", tmp_path, feedback=Feedback(cancel_after=2))
    assert caught.value.is_cancelled
    assert time.monotonic() - began < 3.0


def test_waiting_in_a_thread_for_the_real_engine(engine_python, tmp_path):
    index = str(tmp_path / "thread.scrl")
    outcome: list[Any] = []

    def work(_task):
        params = {"index": index, "inputs": [SCENE], "ground_sizes_m": [1000]}
        outcome.append(call_and_wait("build_index", params, Feedback()))
        try:
            call_and_wait("index_info", {"index": index + "x"})
        except EngineError as error:
            outcome.append(error.code)
        return True

    task = QgsTask.fromFunction("wait", work)
    QgsApplication.taskManager().addTask(task)
    wait_until(lambda: len(outcome) == 2, 60)
    assert outcome[0]["tiles"] == 9
    assert outcome[1] == "index-missing"
