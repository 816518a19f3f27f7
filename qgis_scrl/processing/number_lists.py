"""Lists of numbers that the user writes into one line."""

from __future__ import annotations

import math
import re

from ..translation import tr


class BadNumbers(ValueError):
    """The text is no list of numbers as wanted; the message is the text."""


def positive_numbers(text: str) -> tuple[float, ...]:
    """Return the numbers above 0 in ``100, 200``, ascending and each once.

    Raises:
        BadNumbers: Something else is in the text.
    """
    try:
        values = sorted({float(word) for word in _words(text)})
    except ValueError as error:
        raise BadNumbers(text) from error
    if any(not math.isfinite(value) or value <= 0 for value in values):
        raise BadNumbers(text)
    return tuple(values)


def whole_numbers(text: str) -> tuple[int, ...]:
    """Return the one or three whole numbers from 1 in ``3, 2, 1``, in their order.

    Raises:
        BadNumbers: Something else, or another count of them, is in the text.
    """
    try:
        values = tuple(int(word) for word in _words(text))
    except ValueError as error:
        raise BadNumbers(text) from error
    if len(values) not in (0, 1, 3) or any(value < 1 for value in values):
        raise BadNumbers(text)
    return values


def bad_ground_sizes(text: str) -> str:
    """Return what is wrong with a text that lists no ground sizes."""
    return tr("“{text}” is not a list of ground sizes. Enter metres: 100, 200.").format(text=text)


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\s,;]+", text) if word]
