"""``docs/commands.md``, made from the commands themselves: ``python -m tools.command_reference``."""

from __future__ import annotations

from pathlib import Path

import typer
import typer.main
from typer.cli import get_docs_for_click

from engine import catalogue_commands, notes_commands  # noqa: F401 (add their commands)
from engine.cli import app

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands.md"
_HEAD = """# Commands

Every command and option of the engine, made from the program itself. `scrl` is the name of the program where it was installed
with pip; in a checkout and in the plugin's environment it is `python -m engine`. Examples are in the [README](../README.md#use-it-on-the-command-line).
"""


def page() -> str:
    """Return the page as it should be."""
    command = typer.main.get_command(app)
    made = get_docs_for_click(obj=command, ctx=typer.Context(command), name="scrl")
    # Its title is the program's; the page has one.
    lines = [line.rstrip() for line in made.partition("\n")[2].strip().splitlines()]
    return f"{_HEAD}\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
