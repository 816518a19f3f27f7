"""Colours as people see them: contrast (WCAG 2.2), lightness and difference (CIELAB), and what the colour-blind see."""

from __future__ import annotations

import collections
import math

from qgis.PyQt.QtGui import QColor, QImage

Rgb = tuple[float, float, float]

#: Machado, Oliveira and Fernandes (2009), severity 1.0; for linear RGB.
COLOUR_BLINDNESS: dict[str, tuple[Rgb, Rgb, Rgb]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: QColor) -> Rgb:
    """Return a colour in linear RGB, 0 to 1 (IEC 61966-2-1)."""

    def of(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return of(colour.redF()), of(colour.greenF()), of(colour.blueF())


def seen_with(colour: Rgb, blindness: str) -> Rgb:
    """Return what somebody with this colour blindness sees, both in linear RGB."""
    red, green, blue = (
        min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, colour, strict=True))))
        for row in COLOUR_BLINDNESS[blindness]
    )
    return red, green, blue


def luminance(colour: Rgb) -> float:
    """Return the relative luminance of a colour in linear RGB."""
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(linear(one)), luminance(linear(other))))
    return (high + 0.05) / (low + 0.05)


def lab(colour: Rgb) -> Rgb:
    """Return a colour in CIELAB (D65), of linear RGB."""
    red, green, blue = colour
    xyz = (
        (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047,
        0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
        (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883,
    )
    x, y, z = (
        value ** (1 / 3) if value > (6 / 29) ** 3 else value / (3 * (6 / 29) ** 2) + 4 / 29
        for value in xyz
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: Rgb, other: Rgb) -> float:
    """Return how different two colours of linear RGB look (CIE 1976); 2.3 is just noticed."""
    return math.dist(lab(one), lab(other))


def text_contrast(picture: QImage) -> float:
    """Return the contrast of what is written in a picture: its ground is the most frequent colour.

    Strokes are thin and smoothed, so that the colour of the text is that which is farthest from the ground.
    """
    counts = collections.Counter(
        picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())
    )
    ground = QColor(counts.most_common(1)[0][0])
    return max(contrast(QColor(pixel), ground) for pixel in counts)
