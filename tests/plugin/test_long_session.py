"""What a session of many questions must not pile up; found by the soak of `make torture`, kept small."""

from __future__ import annotations

import gc
import typing
import weakref
from functools import partial
from pathlib import Path

from qgis.PyQt.QtWidgets import QLabel, QWidget, QWidgetItem

from qgis_scrl.dock.widgets.flow_layout import FlowLayout
from qgis_scrl.plugin import VoiceSearchPlugin
from tests.support.desk import Desk
from tests.support.events import let_pass, wait_until


def layout_items() -> int:
    """Return how many items of layouts Python knows."""
    gc.collect()
    return sum(isinstance(thing, QWidgetItem) for thing in gc.get_objects())


def test_what_is_taken_out_of_a_row_is_forgotten(qgis_app: object) -> None:
    window = QWidget()
    flow = FlowLayout(2, window)
    stays, comes = QLabel("stays"), QLabel("comes")
    flow.addWidget(stays)
    before = layout_items()
    for _ in range(50):
        flow.addWidget(comes)
        flow.arrange([comes, stays])
        assert [item.widget() for item in flow._items] == [comes, stays]
        flow.remove(comes)
    assert flow.count() == 1
    assert layout_items() == before
    window.deleteLater()


def test_many_questions_leave_nothing_behind(desk: Desk, demo_index: Path) -> None:
    desk.use(demo_index)
    counted = []
    answers: list[int] = []
    desk.dock.answered.connect(lambda _result: answers.append(len(answers)))
    for number in range(12):
        desk.dock.speak.text_entered.emit(f"storage tanks {number}", False)
        wait_until(partial(answers.__contains__, number), 60, "an answer")
        let_pass(0.05)
        if number in (3, 11):
            counted.append(layout_items())
    assert counted[1] == counted[0]
    result, labelling = desk.dock.answers.result, desk.dock.labelling
    assert result is not None
    assert len(labelling._known) <= 2
    assert len(labelling._hits[str(demo_index)]) == len(result.hits)


def test_an_unloaded_plugin_is_not_kept_for_its_types(qgis_app: object) -> None:
    plugin = VoiceSearchPlugin(None)
    # As a plugin does when its modules are loaded: typing remembers what it was asked for.
    kind = type("OfThePlugin", (), {})
    asked, kept = typing.Optional[kind], weakref.ref(kind)  # noqa: UP045 (the other way is not remembered)
    assert asked
    del asked, kind
    gc.collect()
    assert kept() is not None
    plugin.unload()
    gc.collect()
    assert kept() is None
