"""The dock as a screen reader meets it: what there is, in which state, and what is said when something happens."""

from __future__ import annotations

import pytest
from gi.repository import Atspi

from tests.accessibility.conftest import Reader, has, walk

#: Controls that one does something with; scroll bars and frames are the toolkit's.
ROLES = (
    "push button", "check box", "combo box", "text", "slider", "spin button", "list", "table", "progress bar",
    "toggle button", "radio button", "menu item",
)  # fmt: skip
DESCRIPTION = "object:property-change:accessible-description"
pytestmark = pytest.mark.timeout(900)


def test_everything_in_the_dock_has_a_name_and_a_state(reader: Reader) -> None:
    dock = reader.find("Voice Search")
    controls = [one for one in walk(dock) if one.get_role_name() in ROLES]
    # Parts of a combo box are named by what they show.
    named = [one for one in controls if one.get_parent().get_role_name() != "combo box"]
    assert len(named) >= 18
    assert [
        (one.get_role_name(), one.get_description()) for one in named if not one.get_name()
    ] == []
    for one in named:
        if one.get_role_name() == "push button" and one.get_name() not in ("Close", "Float"):
            assert has(one, Atspi.StateType.FOCUSABLE), one.get_name()
    speak = reader.find("Speak a question", "push button")
    assert has(speak, Atspi.StateType.ENABLED)
    assert not has(reader.find("Repeat this search"), Atspi.StateType.ENABLED), (
        "nothing is found yet"
    )


def test_the_tour_is_read_where_the_focus_is(reader: Reader) -> None:
    button = reader.find("Next", "push button")
    assert button is not None
    assert "Press Speak" in button.get_description()
    button.grab_focus()
    reader.wait(lambda: has(button, Atspi.StateType.FOCUSED), "the focus")
    before = len(reader.heard)
    button.do_action(0)
    reader.wait(
        lambda: [
            one
            for one in reader.heard[before:]
            if one.kind == DESCRIPTION
            and one.focused
            and "slider above the list" in one.description
        ],
        "the second hint",
    )
    reader.find("Skip the tour").do_action(0)
    reader.wait(lambda: reader.find("Next", "push button") is None, "the end of the tour")


def test_a_search_is_announced_from_its_beginning_to_what_it_found(reader: Reader) -> None:
    field = reader.find("Type a question", "text")
    field.grab_focus()
    reader.wait(lambda: has(field, Atspi.StateType.FOCUSED), "the focus")
    before = len(reader.heard)
    field.set_text_contents("white storage tanks")

    def spoken(part: str) -> bool:
        """Whether it was said of the control with the focus."""
        return any(
            part in one.description
            for one in reader.heard[before:]
            if one.kind == DESCRIPTION and one.focused and one.name == field.get_name()
        )

    with reader.engine_asleep():
        reader.press_enter()
        reader.wait(lambda: spoken("Searching for white storage tanks"), "that it searches")
    reader.wait(lambda: spoken("found."), "what it found")
    # The state itself is there to be read, too.
    assert reader.find("Repeat this search") is not None
    reader.wait(lambda: has(reader.find("Repeat this search"), Atspi.StateType.ENABLED), "a result")
    found = reader.find("Places found", "list")
    rows = [row for row in walk(found) if row.get_role_name() == "list item"]
    assert rows
    first = rows[0].get_name()
    assert first.startswith("Rank 1, score 0."), first
    assert "scene.tif" in first, "a hit is read out in full"
    assert "Ground size: 500 m" in first
