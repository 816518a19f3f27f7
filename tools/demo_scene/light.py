"""Sunlight, shadow, haze and the camera."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from .canvas import Array, Canvas

SUN_AZIMUTH_DEG = 152.0
SUN_ELEVATION_DEG = 43.0


def _towards_sun() -> tuple[float, float, float]:
    azimuth, elevation = math.radians(SUN_AZIMUTH_DEG), math.radians(SUN_ELEVATION_DEG)
    flat = math.cos(elevation)
    return math.sin(azimuth) * flat, -math.cos(azimuth) * flat, math.sin(elevation)


def shadow(height: Array, pixel_m: float) -> Array:
    """Return how much of each pixel lies in the shadow of something higher, 0..1.

    Every pixel looks towards the sun in steps of one pixel; what rises over the line of sight there
    takes the sun away.
    """
    sx, sy, sz = _towards_sun()
    flat = math.hypot(sx, sy)
    rise = pixel_m * sz / flat
    steps = math.ceil(float(height.max()) / rise)
    dark = np.zeros_like(height)
    rows, columns = height.shape
    for step in range(1, steps + 1):
        dr, dc = round(step * sy / flat), round(step * sx / flat)
        here = slice(0, rows - dr), slice(max(0, -dc), columns - max(0, dc))
        there = slice(dr, rows), slice(max(0, dc), columns + min(0, dc))
        over = height[there] - height[here] - np.float32(step * rise)
        np.maximum(dark[here], np.clip(over * 2, 0, 1), out=dark[here])
    return ndimage.gaussian_filter(dark, 0.8)


def shine(height: Array, pixel_m: float) -> Array:
    """Return direct light on slopes relative to flat ground (Lambert), 0..1.5."""
    sx, sy, sz = _towards_sun()
    slope_y = np.gradient(height, pixel_m, axis=0)
    slope_x = np.gradient(height, pixel_m, axis=1)
    # A wall is one pixel wide and would shine or go black; no roof is steeper than this.
    slope_x, slope_y = np.clip(slope_x, -1.1, 1.1), np.clip(slope_y, -1.1, 1.1)
    direct = (sz - sx * slope_x - sy * slope_y) / np.sqrt(1 + slope_x**2 + slope_y**2) / sz
    return np.clip(direct, 0, 1.5).astype(np.float32)


def develop(canvas: Canvas, reduce: int) -> NDArray[np.uint8]:
    """Light the canvas and take the picture.

    Args:
        canvas: The finished canvas.
        reduce: How many canvas pixels make one pixel of the picture, per axis.

    Returns:
        The picture, (rows, columns, 3).
    """
    sun = shine(canvas.height, canvas.pixel_m) * (1 - shadow(canvas.height, canvas.pixel_m))
    tint_sun = np.array([0.60, 0.585, 0.55], np.float32)
    tint_sky = np.array([0.40, 0.42, 0.455], np.float32)
    picture = canvas.rgb * (sun[..., None] * tint_sun + tint_sky)
    # Slow changes of tone across the land, as of soil, haze and a mosaic's exposures.
    picture *= 1 + 0.025 * canvas.broad[..., None]
    picture = ndimage.gaussian_filter(picture, (0.6, 0.6, 0))
    side = canvas.side // reduce
    picture = picture.reshape(side, reduce, side, reduce, 3).mean(axis=(1, 3))
    # Providers of orthophotos sharpen what they sell.
    picture += 0.5 * (picture - ndimage.gaussian_filter(picture, (1.1, 1.1, 0)))
    # Atmosphere: contrast falls, shadows turn bluish grey, colours pale a little.
    grey = picture.mean(axis=2, keepdims=True)
    picture = grey + 0.90 * (picture - grey)
    picture = 0.93 * picture + np.array([0.030, 0.036, 0.046], np.float32)
    noise = np.random.default_rng(7).standard_normal((side, side, 1)).astype(np.float32)
    picture = picture + 0.006 * noise
    return (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)
