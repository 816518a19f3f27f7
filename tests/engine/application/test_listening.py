"""What a question finds while it is still being spoken."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.application import recording as recordings
from engine.application.listening import Listening
from engine.application.search import search
from engine.application.session import Session
from engine.audio.completeness import sounds_complete
from engine.audio.microphone import _Listener
from engine.audio.recording import Recording, read_recording
from engine.audio.speech import check_speech
from engine.contract.methods import RecordParams, SearchParams, SearchResult
from engine.contract.queries import AudioPart, Query, TilePart
from engine.errors import Cancelled
from engine.progress import Task
from tests.support.microphone import VirtualMicrophone
from tests.support.paths import BALL_FIELD
from tests.support.sounds import RATE, Samples, question, silence, white_noise


def eventually(condition: Callable[[], bool], seconds: float, what: str = "it") -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, f"waited in vain for {what}"
        time.sleep(0.01)


class Told(Task):
    """Notes what is found meanwhile."""

    def __init__(self) -> None:
        self.results: list[SearchResult] = []

    def found(self, result: SearchResult) -> None:
        self.results.append(result)


def asked(index: str, path: Path, *others: TilePart, k: int = 20) -> SearchParams:
    return SearchParams(index, Query((AudioPart(str(path)), *others), k=k))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "question.wav"


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def listening(session: Session, index: str, path: Path, told: Told) -> Iterator[Listening]:
    with Listening(session, asked(index, path, k=200), str(path), told) as listening:
        yield listening


def hear(listener: _Listener, sound: Samples) -> None:
    for at in range(0, len(sound), 1_600):
        if not listener.done:
            listener.take(sound[at : at + 1_600])


def room(seconds: float) -> Samples:
    return white_noise(seconds, 0.0003)


def test_what_was_said_until_a_pause_is_told_and_is_the_recording(
    listening: Listening, told: Told, session: Session, index: str, path: Path
) -> None:
    pieces: list[Samples] = []

    def take(samples: Samples) -> bool:
        pieces.append(samples)
        eventually(lambda: listening.take(samples), 60, "the piece before")
        return True

    listener = _Listener(30.0, 8.0, on_so_far=take)
    hear(listener, np.concatenate([room(0.6), question(), room(2.0)]))
    assert listener.done
    spoken = Recording(listener.question(), "microphone")
    assert len(pieces) > 3
    assert np.array_equal(spoken.samples, pieces[-1])
    eventually(lambda: bool(told.results), 60, "hits")
    encoded = listening.encoded(spoken)
    assert encoded is not None
    # The same vector, to the bit, as of the recording that is asked with.
    whole = session.model().encode_voice(check_speech(spoken).samples)
    assert np.array_equal(encoded.vector, whole)
    # Nothing of the words is missing: the last one is followed by what is left after speech.
    assert len(spoken.samples) > (0.3 + 2.65) * RATE


def test_whoever_wants_the_plain_pause_is_not_cut_short() -> None:
    spoken = check_speech(read_recording(BALL_FIELD)).samples
    assert sounds_complete(spoken)
    sound = np.concatenate([room(0.6), spoken, room(2.0)])

    def heard_until_the_end(adaptive: bool) -> float:
        listener = _Listener(30.0, 8.0, adaptive=adaptive)
        hear(listener, sound)
        last = listener.end_of_speech.end
        assert last is not None
        return (listener.length - last) / RATE

    # A block of 0.1 s at most later.
    assert 0.5 <= heard_until_the_end(True) < 0.65
    assert 0.8 <= heard_until_the_end(False) < 0.95


def test_a_question_that_goes_on_after_a_pause_is_whole(listening: Listening) -> None:
    listener = _Listener(30.0, 8.0, on_so_far=lambda samples: listening.take(samples))
    begun = question()[: int(0.95 * RATE)]
    hear(listener, np.concatenate([room(0.6), begun, room(0.6), question(), room(2.0)]))
    assert len(listener.question()) > (0.5 + 0.95 + 0.6 + 2.6) * RATE


def test_what_was_said_after_the_last_piece_is_not_lost() -> None:
    taken: list[Samples] = []

    def only_once(samples: Samples) -> bool:
        taken.append(samples)
        return len(taken) == 1

    listener = _Listener(30.0, 8.0, on_so_far=only_once)
    hear(listener, np.concatenate([room(0.6), question(), room(2.0)]))
    assert len(listener.question()) > len(taken[0]) + RATE


def test_a_pause_is_offered_again_until_it_is_taken() -> None:
    offered: list[int] = []

    def not_yet(samples: Samples) -> bool:
        offered.append(len(samples))
        return False

    listener = _Listener(30.0, 8.0, on_so_far=not_yet)
    hear(listener, np.concatenate([room(0.6), question(), room(2.0)]))
    assert len(offered) > 10
    assert offered == sorted(offered)


def test_another_recording_is_not_taken_for_what_was_encoded(listening: Listening) -> None:
    assert listening.take(question())
    assert listening.encoded(Recording(question()[:-1], "microphone")) is None


def test_what_goes_wrong_meanwhile_is_not_told_and_ends_nothing(
    session: Session, index: str, path: Path, told: Told
) -> None:
    params = asked(index, path, TilePart(99_999))  # The fault: there is no such tile.
    with Listening(session, params, str(path), told) as listening:
        assert listening.take(question())
        encoded = listening.encoded(Recording(question(), "microphone"))
        assert encoded is not None
        eventually(lambda: listening.take(silence(1.0)), 60, "the end of the search")
        eventually(lambda: listening.take(question()), 60, "the end of a search of silence")
    assert told.results == []


def test_what_is_found_meanwhile_is_what_the_answer_finds(
    listening: Listening, told: Told, session: Session, index: str, path: Path
) -> None:
    from engine.audio.recording import write_recording

    assert listening.take(question())
    eventually(lambda: bool(told.results), 60, "hits")
    write_recording(path, Recording(question(), "microphone"))
    answer = search(session, asked(index, path, k=50), Task())
    assert [hit.tile_id for hit in told.results[0].hits][:5] == [
        hit.tile_id for hit in answer.hits
    ][:5]
    assert len(told.results[0].hits) <= 50


@pytest.mark.microphone
def test_the_answer_to_a_spoken_question_needs_no_encoder_any_more(
    session: Session, index: str, path: Path, virtual_microphone: VirtualMicrophone
) -> None:
    class Speaking(Told):
        begun = threading.Event()

        def level(self, _report: object) -> None:
            if not self.begun.is_set():
                self.begun.set()
                virtual_microphone.play(np.concatenate([question(), silence(3.0)]))

    task = Speaking()
    params = asked(index, path)
    heard = recordings.record(session, RecordParams(str(path), search=params), task)
    assert heard.speech_seconds > 2.0
    assert task.results
    answer = search(session, params, Task())
    assert answer.hits
    assert not answer.timings_ms.encoder
    assert [hit.tile_id for hit in task.results[-1].hits][:3] == [
        hit.tile_id for hit in answer.hits
    ][:3]


@pytest.mark.microphone
def test_cancelling_ends_what_is_done_meanwhile(
    session: Session, index: str, path: Path, virtual_microphone: VirtualMicrophone
) -> None:
    class Impatient(Told):
        begun = False

        def level(self, report: object) -> None:
            if not self.begun:
                self.begun = True
                virtual_microphone.play(np.concatenate([question()] * 4))
            self.is_cancelled = bool(self.results)

    task = Impatient()
    with pytest.raises(Cancelled):
        recordings.record(session, RecordParams(str(path), search=asked(index, path)), task)
    assert not path.exists()
    assert not [t for t in threading.enumerate() if t.name.startswith("listening") and _stays(t)]


def _stays(thread: threading.Thread) -> bool:
    thread.join(30)
    return thread.is_alive()
