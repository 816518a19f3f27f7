"""Every fault of the engine at every method: told in one sentence, once, and the engine comes back."""

from __future__ import annotations

import dataclasses
import json
import random
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import QProcessEnvironment

from qgis_scrl import engine_client
from qgis_scrl.contract import Method, Notice, messages
from qgis_scrl.engine_client import EngineClient, Timing
from qgis_scrl.environment import EngineCommand
from tests.support import fault_table, faulty_engine
from tests.support.contract_values import Maker
from tests.support.events import Told, wait_until

ECHO: Method[Any, Any] = Method("echo", dict, dict, "Answers with its parameters.", timeout_s=0.5)
METHODS = fault_table.tested_methods()


class StandingClock:
    """The client's clock, which stands still until it is told to go on: a busy machine is never taken for a fault."""

    def __init__(self) -> None:
        self._now = time.monotonic()

    def monotonic(self) -> float:
        return self._now

    def advance(self) -> None:
        """Let less time pass than the client takes for a sleeping computer."""
        self._now += 0.9


@pytest.fixture
def client_with(tmp_path, monkeypatch):
    """Return what makes a client whose engine has a fault at every method, once at each."""
    monkeypatch.setattr(messages, "LONGEST_LINE", faulty_engine.HUGE // 2)
    clock = StandingClock()
    monkeypatch.setattr(engine_client, "time", clock)
    maker = Maker(random.Random(0), ("/data/a.tif",))
    results = tmp_path / "results.json"
    results.write_text(json.dumps({method.name: maker.of(method.result) for method in METHODS}))
    clients = []

    def make(fault: str) -> tuple[EngineClient, StandingClock]:
        script = str(Path(faulty_engine.__file__))
        command = EngineCommand(
            program=sys.executable,
            arguments=("-S", "-E", script, fault, str(tmp_path / "known"), str(results)),
            working_folder=str(tmp_path),
            environment=QProcessEnvironment.systemEnvironment(),
        )
        timing = Timing(restart=(0.01,) * (2 * len(METHODS)), end=0.5)
        clients.append(EngineClient(command=lambda: command, timing=timing))
        return clients[-1], clock

    yield make
    monkeypatch.undo()
    for client in clients:
        client.stop()
    wait_until(lambda: engine_client.ending_processes() == 0, 10, "the end of the engines")


@pytest.mark.parametrize("fault", faulty_engine.FAULTS_OF_METHODS)
def test_a_fault_at_any_method_is_told_in_one_sentence_and_the_engine_comes_back(
    client_with, fault
):
    client, clock = client_with(fault)
    said: list[str] = []
    client.message.connect(lambda text, _level: said.append(text))
    for method in METHODS:
        said.clear()
        told = Told(client.request(dataclasses.replace(method, timeout_s=0.5), {}))
        if fault == "hung":
            wait_until(lambda: bool(told.progress), 30, f"progress of {method.name}")  # noqa: B023
            clock.advance()
        later = Told(client.request(ECHO, {"a": 1})) if fault == "late" else None
        told.wait(30)
        code = told.errors[0].code if told.errors else None
        assert code == fault_table.expected(method, fault), (method.name, told.errors)
        assert len(told.errors) + len(told.results) == 1, method.name
        if told.errors:
            assert told.errors[0].message.endswith("."), method.name
            assert "\n" not in told.errors[0].message
        elif fault in fault_table.ENDS_THE_ENGINE:
            assert told.notes == [Notice("engine-restarted")], method.name
        assert len(said) == (fault in fault_table.ENDS_THE_ENGINE), (method.name, said)
        # It works again; and no second answer has come.
        later = later or Told(client.request(ECHO, {"a": 1}))
        assert later.wait(30).result == {"a": 1}
        assert len(told.errors) + len(told.results) == 1, method.name
    assert client.state == "ready"
    assert client.running_requests == ()


def test_the_table_is_up_to_date():
    page = fault_table.PAGE.read_text(encoding="utf-8")
    assert page == fault_table.with_table(page), (
        "run `.venv/bin/python -m tests.support.fault_table`"
    )
