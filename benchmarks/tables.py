"""Results as plain text tables, which are Markdown tables too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """One table of results.

    Attributes:
        title: Its heading.
        columns: Their names; the first column is aligned left, the others right.
        rows: Cells, as long as ``columns``.
        notes: Sentences below the table: what was measured, and how.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()

    def text(self) -> str:
        """Return the table, ready to be pasted into ``docs/benchmarks.md``."""
        lines = (self.columns, *self.rows)
        widths = [max(len(line[i]) for line in lines) for i in range(len(self.columns))]
        rule = "|".join(
            "-" * (width + 2) if not i else "-" * (width + 1) + ":"
            for i, width in enumerate(widths)
        )
        body = [_line(self.columns, widths), f"|{rule}|", *(_line(r, widths) for r in self.rows)]
        return "\n".join([f"### {self.title}", "", *body, *_paragraphs(self.notes)]) + "\n"


def number(value: float | None, digits: int = 2) -> str:
    """Return a number as it stands in a table, "-" where there is none."""
    return "-" if value is None else f"{value:,.{digits}f}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [
        cell.rjust(width) if i else cell.ljust(width)
        for i, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return f"| {' | '.join(padded)} |"


def _paragraphs(notes: Sequence[str]) -> list[str]:
    return ["", *notes] if notes else []
