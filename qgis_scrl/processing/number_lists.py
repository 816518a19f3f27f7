"""Numbers, and lists of them, that the user writes into one line."""

from __future__ import annotations

import math
import re

from qgis.core import QgsProcessingException

from ..contract import indexes
from ..translation import tr


def ground_sizes(text: str) -> tuple[float, ...]:
    """Return the numbers above 0 in ``100, 200``, ascending and each once.

    Raises:
        QgsProcessingException: Something else is in the text.
    """
    try:
        values = sorted({float(word) for word in _words(text)})
    except ValueError:
        values = [math.nan]
    if not all(math.isfinite(value) and value > 0 for value in values):
        raise QgsProcessingException(
            tr("“{text}” is not a list of ground sizes. Enter metres: 100, 200.").format(text=text)
        )
    return tuple(values)


def band_numbers(text: str) -> tuple[int, ...]:
    """Return the one or three whole numbers from 1 in ``3, 2, 1``, in their order.

    Raises:
        QgsProcessingException: Something else, or another count of them, is in the text.
    """
    try:
        values = tuple(int(word) for word in _words(text))
    except ValueError:
        values = (0,)
    if len(values) not in (0, 1, 3) or any(value < 1 for value in values):
        raise QgsProcessingException(
            tr("“{text}” is not a list of bands. Enter one band number, or three: 3, 2, 1.").format(
                text=text
            )
        )
    return values


def empty_pixels(text: str) -> tuple[float | None, bool]:
    """Return the value of empty pixels, if one is given, and whether others may be looked for.

    Raises:
        QgsProcessingException: It is neither a number nor "none".
    """
    word = text.strip()
    if word.lower() in ("", "none"):
        return None, not word
    value = indexes.pixel_value(word)
    if value is None:
        raise QgsProcessingException(
            tr(
                "“{text}” is not a value of pixels. Enter a number, such as 0 or -9999, or none."
            ).format(text=text)
        )
    return value, True


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\s,;]+", text) if word]
