"""The share of an index vanishes while QGIS has it open: the engine may die of it, and the user is told what to do."""

from __future__ import annotations

import shutil

from qgis_scrl.contract import Query, TextPart, methods
from qgis_scrl.engine_client import EngineClient
from tests.support.events import Told, wait_until
from tests.support.network_share import Share


def test_a_share_that_is_cut_and_comes_back(engine_python, demo_index, tmp_path):
    share, client = Share(tmp_path), EngineClient()
    index = share.path / "x.scrl"
    shutil.copytree(demo_index, share.behind / "x.scrl")

    def ask(text: str) -> Told:
        params = methods.SearchParams(str(index), Query((TextPart(text),)))
        return Told(client.request(methods.SEARCH, params)).wait(120)

    try:
        expected = ask("storage tanks").result
        assert expected.hits
        share.cut()
        for text in ("a beach", "a harbour"):
            told = ask(text)
            # The vectors were read where they lie (SIGBUS), then the index is not there.
            (failure,) = told.errors
            assert failure.message
            assert failure.next_step
            assert failure.code in ("engine-stopped", "index-missing", "index-unreadable"), (
                failure.code
            )
            wait_until(lambda: client.state == "ready", 120, "the engine")
        share.come_back()
        assert ask("storage tanks").result.hits == expected.hits
    finally:
        client.stop()
        share.close()
