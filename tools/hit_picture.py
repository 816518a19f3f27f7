"""Draw hits into a picture of their raster: what `make demo` shows, and the README."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from PIL import Image, ImageDraw, ImageFont
from rasterio.enums import Resampling
from rasterio.warp import transform as transform_coordinates

PANEL_PIXELS = 900
MARGIN = 8
COLUMNS = 3
CAPTION_PIXELS = 64
HIT_COLOUR = (255, 214, 10)
HALO_COLOUR = (20, 20, 20)


@dataclass(frozen=True)
class Answer:
    """One question and its hits.

    Attributes:
        question: What was asked, in words.
        hits: A GeoJSON FeatureCollection as ``search --out`` writes it.
    """

    question: str
    hits: Path


def draw_answers(raster: Path, answers: Sequence[Answer], out: Path, most: int = 3) -> None:
    """Write a PNG with a panel for each question: the whole raster with the best hits in it.

    Args:
        raster: What was searched; any CRS, at least one band of 8 bit.
        answers: Questions and hits.
        out: The PNG.
        most: How many hits to draw.
    """
    with rasterio.open(raster) as source:
        scale = PANEL_PIXELS / max(source.width, source.height)
        width, height = round(source.width * scale), round(source.height * scale)
        bands = (1, 2, 3) if source.count >= 3 else (1, 1, 1)
        pixels = source.read(
            bands, out_shape=(3, height, width), resampling=Resampling.average
        ).transpose(1, 2, 0)
        if pixels.dtype != np.uint8:
            low, high = np.percentile(pixels, (2, 98))
            pixels = np.clip((pixels - low) / max(high - low, 1e-9) * 255, 0, 255).astype(np.uint8)
        crs, to_pixel = source.crs, ~source.transform
    panels = []
    for answer in answers:
        panel = Image.new("RGB", (width, height + CAPTION_PIXELS), (250, 250, 250))
        panel.paste(Image.fromarray(np.ascontiguousarray(pixels)), (0, CAPTION_PIXELS))
        draw = ImageDraw.Draw(panel)
        draw.text(
            (MARGIN, 14),
            f"“{answer.question}”",
            fill=(20, 20, 20),
            font=_font(25, width, answer.question),
        )
        features = json.loads(answer.hits.read_text(encoding="utf-8"))["features"]
        for feature in reversed(features[:most]):
            ring = np.array(feature["geometry"]["coordinates"][0])
            xs, ys = transform_coordinates("EPSG:4326", crs, ring[:, 0], ring[:, 1])
            corners = [to_pixel @ (x, y) for x, y in zip(xs, ys, strict=True)]
            points = [(x * scale, y * scale + CAPTION_PIXELS) for x, y in corners]
            draw.line(points, fill=HALO_COLOUR, width=9, joint="curve")
            draw.line(points, fill=HIT_COLOUR, width=5, joint="curve")
            left, top = min(p[0] for p in points), min(p[1] for p in points)
            rank = str(feature["properties"]["rank"])
            draw.ellipse(
                (left - 4, top - 4, left + 30, top + 30), fill=HIT_COLOUR, outline=HALO_COLOUR
            )
            draw.text(
                (left + 13, top + 13),
                rank,
                fill=HALO_COLOUR,
                font=ImageFont.load_default(22),
                anchor="mm",
            )
        panels.append(panel)
    columns = min(COLUMNS, len(panels))
    rows = math.ceil(len(panels) / columns)
    panel_height = height + CAPTION_PIXELS
    size = (columns * (width + MARGIN) - MARGIN, rows * (panel_height + MARGIN) - MARGIN)
    sheet = Image.new("RGB", size, (255, 255, 255))
    for number, panel in enumerate(panels):
        row, column = divmod(number, columns)
        sheet.paste(panel, (column * (width + MARGIN), row * (panel_height + MARGIN)))
    sheet.save(out)


def _font(size: int, width: int, text: str) -> ImageFont.ImageFont | ImageFont.FreeTypeFont:
    """Return the largest font up to ``size`` in which the text fits the width."""
    for smaller in range(size, 10, -1):
        font = ImageFont.load_default(smaller)
        if font.getlength(f"“{text}”") <= width - 2 * MARGIN:
            return font
    return ImageFont.load_default(10)
