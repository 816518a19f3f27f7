"""The worker says what has been recorded; the plugin is tested against the same recordings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests import conversations
from tests.conversations import differences, is_answer, kind_of
from tests.support.microphone import VirtualMicrophone
from tests.support.worker_process import HANGS_SECONDS, WorkerProcess

SPOKEN = ["recording"]


@pytest.mark.parametrize("name", [name for name in conversations.names() if name not in SPOKEN])
def test_the_worker_keeps_to_the_recorded_conversation(name, tmp_path):
    hold_conversation(name, tmp_path, None)


@pytest.mark.microphone
@pytest.mark.parametrize("name", SPOKEN)
def test_the_worker_keeps_to_a_recorded_conversation_with_sound(name, tmp_path, virtual_microphone):
    hold_conversation(name, tmp_path, virtual_microphone)


def hold_conversation(name: str, tmp_path: Path, microphone: VirtualMicrophone | None) -> None:
    """Say the plugin's part, and compare what the worker says."""
    work = tmp_path / "work"
    work.mkdir()
    worker = WorkerProcess(tmp_path / "worker.log")
    try:
        expected: list[Any] = []
        heard: list[Any] = []
        for line in conversations.load(name, work):
            if line.speaker == "engine":
                expected.append(line.message)
                continue
            while not _all_came(expected, heard):
                heard.append(worker.next())
            if line.speaker == "sound":
                assert microphone is not None
                microphone.play_file(Path(line.message))
            else:
                worker.write(line.data)
        while not _all_came(expected, heard):
            heard.append(worker.next())
        assert worker.process.wait(HANGS_SECONDS) == 0
    finally:
        worker.kill()
    assert worker.rubbish == []
    by_kind = {kind_of(message): message for message in expected}
    found = []
    for message in heard:
        kind = kind_of(message)
        assert kind in by_kind, f"nobody expected {message}"
        found += [f"{kind}: {text}" for text in differences(by_kind[kind], message)]
    assert found == []
    # One answer to each request, none twice.
    answers = [kind_of(message) for message in heard if is_answer(message)]
    assert sorted(map(str, answers)) == sorted(
        str(kind_of(message)) for message in expected if is_answer(message)
    )


def _all_came(expected, heard):
    kinds = [kind_of(message) for message in heard]
    answers = [kind_of(message) for message in expected if is_answer(message)]
    # Two errors without an id count as two.
    return {kind_of(message) for message in expected} <= set(kinds) and all(
        kinds.count(kind) >= answers.count(kind) for kind in answers
    )


def test_a_difference_is_noticed():
    recorded = {"id": 1, "result": {"tiles": 3, "seconds": 1.5, "hits": [{"rank": 1, "x": "a"}]}}
    same = {"id": 1, "result": {"tiles": 3, "seconds": 9.0, "hits": [{"rank": 1, "x": "b"}]}}
    other = {"id": 1, "result": {"tiles": 4, "seconds": "1", "hits": [{"rank": 1}]}}
    assert list(differences(recorded, same)) == []
    assert len(list(differences(recorded, other))) == 3
