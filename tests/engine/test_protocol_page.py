"""``docs/protocol.md`` says what the contract says."""

from __future__ import annotations

from engine.contract.methods import FAILURES, METHODS, PROTOCOL
from engine.contract.notices import Stage
from engine.errors import ERRORS
from tests import conversations
from tools.protocol_tables import PAGE, tables, value_names, with_tables


def test_the_tables_are_up_to_date():
    page = PAGE.read_text(encoding="utf-8")
    assert page == with_tables(page), "run `.venv/bin/python -m tools.protocol_tables`"
    assert f"Protocol version: **{PROTOCOL}**" in page


def test_the_tables_hold_everything():
    made = tables()
    assert all(f"| `{name}` |" in made["methods"] for name in METHODS)
    assert all(f"| `{code}` |" in made["failures"] for code in FAILURES)
    assert all(f"`{stage.value}`" in made["notices"] for stage in Stage)
    for kind in ("Query", "ImagePart", "Hit", "BuildReport", "SearchResult", "Notice"):
        assert f"| `{kind}` |" in made["types"]


def test_every_failure_that_a_method_names_is_known():
    for method in METHODS.values():
        assert set(method.failures) <= set(ERRORS), method.name


def test_recorded_failures_are_those_that_their_methods_name(tmp_path):
    for name in conversations.names():
        asked = {}
        for line in conversations.load(name, tmp_path):
            message = line.message
            if line.speaker == "plugin" and isinstance(message, dict) and "id" in message:
                asked[message["id"]] = METHODS.get(message["method"])
            if line.speaker != "engine" or "error" not in message:
                continue
            code = message["error"]["data"]["code"]
            assert set(message["error"]["data"]["values"]) == set(value_names(code))
            method = asked.get(message["id"])
            if method is not None and code not in ("bad-request", "cancelled"):
                assert code in method.failures, (name, message)
