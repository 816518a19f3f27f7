"""The client understands what has been recorded of the engine; the engine is held to the same."""

from __future__ import annotations

import random
import sys

import pytest
from qgis.PyQt.QtCore import QProcessEnvironment

from qgis_scrl import texts
from qgis_scrl.contract import from_json, messages, methods, to_json
from qgis_scrl.engine_client import EngineClient, Timing
from qgis_scrl.environment import EngineCommand
from tests import conversations
from tests.conversations import REPOSITORY
from tests.support.events import Told, wait_until

PLAYABLE = ["cancelling", "index_and_search", "mistakes", "recording"]


@pytest.mark.parametrize("name", conversations.names())
def test_every_message_of_the_engine_is_understood(name, tmp_path):
    for line in conversations.load(name, tmp_path):
        if line.speaker != "engine":
            continue
        message = messages.decode_engine_message(line.data.rstrip())
        raw = line.message
        if "error" in raw:
            assert isinstance(message, messages.ErrorResponse)
            assert message.id == raw["id"]
            assert to_json(message.failure) == raw["error"]["data"]
            assert message.text == raw["error"]["message"]
            # Whatever fails has words here, with the values that came.
            assert texts.message(message.failure, "?") not in ("?", message.failure.code)
        elif "result" in raw:
            assert message == messages.Response(raw["id"], raw["result"])
        else:
            assert isinstance(
                message, (messages.Progress, messages.Note, messages.Level, messages.Found)
            )


def test_a_damaged_message_is_understood_or_refused_and_nothing_else(tmp_path):
    chance = random.Random(4)
    lines = [
        line.data.rstrip()
        for name in conversations.names()
        for line in conversations.load(name, tmp_path)
        if line.speaker == "engine"
    ]
    refused = 0
    for _ in range(4000):
        damaged = bytearray(chance.choice(lines)[:2000])
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(damaged))
            damaged[at : at + chance.randint(0, 6)] = chance.choice(
                [b"", b"null", b"[]", b"{}", b"1e999", b"-1", b'"', b"\xff", b"true", b"NaN"]
            )
        try:
            messages.decode_engine_message(bytes(damaged))
        except messages.NotAMessage:
            refused += 1
    assert 0 < refused < 4000


@pytest.mark.parametrize(
    "line",
    [
        b'{"jsonrpc":"2.0","method":"$/progress","params":{"id":1,"report":{"stage":"other","unit":"tile","done":1e999,"total":0}}}',
        b'{"jsonrpc":"2.0","method":"$/progress","params":{"id":1,"report":{"stage":"x","unit":"tile","done":1,"total":0}}}',
        b'{"jsonrpc":"2.0","method":"$/progress","params":{"id":1}}',
        b'{"jsonrpc":"2.0","method":"$/level","params":{"id":1,"report":{"level_dbfs":-1,"peaks":3,"state":"speaking","seconds_left":1}}}',
        b'{"jsonrpc":"2.0","method":"$/other","params":{"id":1}}',
        b'{"jsonrpc":"2.0","id":true,"result":{}}',
        b'{"jsonrpc":"2.0","id":1}',
        b'{"jsonrpc":"2.0","id":1,"error":"no"}',
        b"[" * 50_000,
        b"\xff",
        b"null",
    ],
)
def test_what_is_no_message_is_refused(line):
    with pytest.raises(messages.NotAMessage):
        messages.decode_engine_message(line)


@pytest.mark.parametrize("name", PLAYABLE)
def test_the_client_keeps_to_the_recorded_conversation(name, tmp_path):
    command = EngineCommand(
        program=sys.executable,
        arguments=("-m", "tests.support.player", name, str(tmp_path)),
        working_folder=str(REPOSITORY),
        environment=QProcessEnvironment.systemEnvironment(),
    )
    client = EngineClient(command=lambda: command, timing=Timing(restart=(), cancel=5.0))
    asked: dict[int, Told] = {}
    expected: dict[int, dict] = {}
    try:
        client.start()
        for line in conversations.load(name, tmp_path)[2:]:
            raw = line.message
            if line.speaker == "engine":
                if "method" not in raw:
                    expected[raw["id"]] = raw
                continue
            wait_until(lambda: all(asked[number].ended for number in expected), 20, "an answer")
            if line.speaker == "sound":
                continue
            if raw["method"] == "shutdown":
                break
            if raw["method"] == "$/cancelRequest":
                asked[raw["params"]["id"]].request.cancel()
            elif raw["method"] == "$/stopRecording":
                asked[raw["params"]["id"]].request.stop_recording()
            else:
                # As it was said, word for word: some of it is no proper request.
                method = methods.METHODS[raw["method"]]
                asked[raw["id"]] = Told(client.request(method, raw["params"]))
                wait_until(lambda: client.state == "ready", 20, "the handshake")
    finally:
        log = client.log
        client.stop()
    assert log == ""
    assert len(expected) == len(asked) > 4
    for number, raw in expected.items():
        told = asked[number]
        if "error" in raw:
            assert to_json(told.errors[0].notice) == raw["error"]["data"]
        else:
            assert told.result == from_json(told.request.method.result, raw["result"])
    assert any(told.progress or told.levels for told in asked.values())
