"""Land and water: meadow, forest, fields, bare land, river, pond, sea and beach."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable

import numpy as np
from scipy import ndimage
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from .canvas import Array, Canvas, Colour, Frame, Window

FOREST_COLOURS = np.array(
    [
        (0.20, 0.32, 0.15),
        (0.24, 0.36, 0.17),
        (0.18, 0.29, 0.16),
        (0.29, 0.40, 0.19),
        (0.21, 0.31, 0.17),
        (0.33, 0.42, 0.21),
    ],
    np.float32,
)
FIELD_COLOURS: tuple[tuple[Colour, float], ...] = (
    ((0.33, 0.43, 0.22), 0.10),
    ((0.40, 0.48, 0.26), 0.10),
    ((0.27, 0.38, 0.20), 0.09),
    ((0.47, 0.50, 0.30), 0.05),
    ((0.60, 0.54, 0.38), 0.07),
    ((0.68, 0.60, 0.42), 0.05),
    ((0.50, 0.42, 0.31), 0.10),
    ((0.43, 0.35, 0.27), 0.12),
    ((0.37, 0.31, 0.25), 0.12),
    ((0.55, 0.55, 0.33), 0.06),
)


def blob(rng: np.random.Generator, x: float, y: float, radius: float, rough: float) -> Polygon:
    """Return a roundish closed outline, the more irregular the larger ``rough``."""
    turn = np.linspace(0, 2 * math.pi, 90, endpoint=False)
    r = np.ones_like(turn)
    for k in range(2, 7):
        r += rough / k**1.5 * rng.normal() * np.cos(k * turn + rng.uniform(0, 6.3))
    return Polygon(np.column_stack([x + radius * r * np.cos(turn), y + radius * r * np.sin(turn)]))


def meadow(canvas: Canvas) -> None:
    """Cover everything with grass of changing dryness; all else is painted over it."""
    dry = np.clip(0.5 + 0.28 * canvas.broad + 0.16 * canvas.coarse + 0.10 * canvas.medium, 0, 1)
    fresh = np.array((0.33, 0.40, 0.23), np.float32)
    straw = np.array((0.51, 0.49, 0.34), np.float32)
    canvas.rgb[:] = fresh + dry[..., None] * (straw - fresh)
    canvas.rgb *= (1 + 0.030 * canvas.fine + 0.030 * canvas.medium)[..., None]


def forest(canvas: Canvas, shape: BaseGeometry) -> None:
    """Plant a closed forest: a dark floor and one crown beside the other."""
    canvas.fill(shape, (0.17, 0.22, 0.13), grain=0.08, mottle=0.08, feather_m=6, occupy=False)
    canvas.scatter_trees(
        shape,
        5.6,
        radius=(2.6, 5.6),
        height=(9, 17),
        share=0.97,
        palette=FOREST_COLOURS,
    )
    found = canvas.mask(shape)
    if found is not None:
        canvas.free[found[0].where] &= found[1] < 0.5


def fields(
    canvas: Canvas,
    shape: BaseGeometry,
    angle: float,
    *,
    block_m: tuple[float, float] = (130.0, 210.0),
    strip_m: tuple[float, float] = (14.0, 45.0),
) -> None:
    """Divide the land into blocks by farm tracks, each block into strips of one crop each.

    Args:
        canvas: Where to paint.
        shape: The farmland.
        angle: Direction of the tracks in radians.
        block_m: Range of the block sides in metres.
        strip_m: Range of the strip widths in metres.
    """
    found = canvas.mask(shape)
    if found is None:
        return
    rng = canvas.rng
    window, cover = found
    u, v = Frame(shape.centroid.x, shape.centroid.y, angle).inside(window.x, window.y)
    # Nothing that a farmer laid out is quite straight.
    u = u + 2.0 * canvas.broad[window.where]
    v = v + 2.0 * canvas.broad[window.where][::-1]
    colours = np.array([c for c, _ in FIELD_COLOURS], np.float32)
    weights = np.array([w for _, w in FIELD_COLOURS])
    image = np.zeros((*window.shape, 3), np.float32)
    track = np.zeros(window.shape, np.float32)

    def cuts(low: float, high: float, step: tuple[float, float]) -> list[float]:
        out = [low]
        while out[-1] < high:
            out.append(out[-1] + float(rng.uniform(*step)))
        return out

    inner = cover > 0
    columns = cuts(float(u[inner].min()), float(u[inner].max()), block_m)
    for u0, u1 in itertools.pairwise(columns):
        in_column = inner & (u >= u0) & (u < u1)
        if not in_column.any():
            continue
        rows = cuts(float(v[in_column].min()), float(v[in_column].max()), block_m)
        for v0, v1 in itertools.pairwise(rows):
            here = np.nonzero(in_column & (v >= v0) & (v < v1))
            if not len(here[0]):
                continue
            hu, hv = u[here], v[here]
            along_u = bool(rng.random() < 0.5)
            across, along = (hv - v0, hu - u0) if along_u else (hu - u0, hv - v0)
            edges = np.array(cuts(0.0, (v1 - v0) if along_u else (u1 - u0), strip_m))
            index = np.clip(np.searchsorted(edges, across) - 1, 0, len(edges) - 1)
            crop = rng.choice(len(colours), size=len(edges), p=weights / weights.sum())
            tone = rng.uniform(0.88, 1.12, len(edges)).astype(np.float32)
            period = rng.choice([2.4, 3.0, 4.5, 6.0], size=len(edges)).astype(np.float32)
            strength = rng.uniform(0.01, 0.05, len(edges)).astype(np.float32)
            ploughed = np.sin(2 * math.pi * across / period[index]) * strength[index]
            light = tone[index] * (1 + ploughed)
            light += (
                0.05 * canvas.coarse[window.where][here] * (rng.random(len(edges)) + 0.3)[index]
            )
            light += (
                0.02 * canvas.medium[window.where][here] + 0.018 * canvas.fine[window.where][here]
            )
            image[here] = colours[crop][index] * light[:, None]
            furrow = np.abs(across - edges[np.clip(index, 1, None)])
            image[here] *= np.where((furrow < 0.7) & (index > 0), 0.82, 1.0)[:, None]
            rim = np.minimum.reduce([hu - u0, u1 - hu, hv - v0, v1 - hv])
            track[here] = np.clip((2.3 - rim) / 0.8, 0, 1)
            del along
    soil = np.array((0.66, 0.60, 0.49), np.float32) * (
        1 + 0.05 * canvas.medium[window.where][..., None]
    )
    image += (0.85 * track)[..., None] * (soil - image)
    canvas.paint(window, cover, image)
    canvas.free[window.where] &= cover < 0.5


def bare_land(canvas: Canvas, shape: BaseGeometry) -> None:
    """Strip the ground: pale brown soil, washed-out patches, tyre tracks, a few heaps and bushes."""
    found = canvas.mask(shape.buffer(8))
    if found is None:
        return
    window, cover = found
    cover = ndimage.gaussian_filter(cover, 10)
    cover = np.clip((cover - 0.5 + 0.12 * canvas.medium[window.where]) * 4, 0, 1)
    mix = np.clip(
        0.5
        + 0.25 * canvas.broad[window.where]
        + 0.25 * canvas.coarse[window.where]
        + 0.15 * canvas.medium[window.where],
        0,
        1,
    )[..., None]
    brown = np.array((0.56, 0.45, 0.35), np.float32)
    pale = np.array((0.73, 0.63, 0.51), np.float32)
    image = brown + mix * (pale - brown)
    image *= (1 + 0.04 * canvas.fine[window.where] + 0.03 * canvas.medium[window.where])[..., None]
    canvas.paint(window, cover, image)
    # Gullies: thin dark lines where a noise field crosses zero.
    gully = np.exp(-((canvas.coarse[window.where] / 0.05) ** 2)) * cover * 0.22
    canvas.paint(window, gully, (0.45, 0.36, 0.28))
    x0, y0, x1, y1 = shape.bounds
    for _ in range(9):
        xs = canvas.rng.uniform(x0, x1, 4)
        ys = canvas.rng.uniform(y0, y1, 4)
        line = smooth(list(zip(xs.tolist(), ys.tolist(), strict=True))).intersection(shape)
        for side in (-1.1, 1.1):
            wheel = line.buffer(8).boundary if side > 1 else line
            canvas.fill(wheel.buffer(0.7), (0.78, 0.70, 0.59), alpha=0.45, occupy=False)
    canvas.scatter_trees(shape, 16, radius=(0.8, 1.8), height=(0.6, 1.6), share=0.16, clump=0.8)
    canvas.free[window.where] &= cover < 0.5


def smooth(points: list[tuple[float, float]], step: float = 6.0) -> LineString:
    """Return a smooth curve through points (Catmull-Rom)."""
    p = np.array([points[0], *points, points[-1]], float)
    out: list[Array] = []
    for a, b, c, d in zip(p, p[1:], p[2:], p[3:], strict=False):
        n = max(2, int(np.hypot(*(c - b)) / step))
        t = np.linspace(0, 1, n, endpoint=False)[:, None]
        out.append(
            0.5
            * (
                2 * b
                + (c - a) * t
                + (2 * a - 5 * b + 4 * c - d) * t**2
                + (3 * b - a - 3 * c + d) * t**3
            )
        )
    return LineString(np.vstack([*out, p[-1:]]))


def water(
    canvas: Canvas,
    shape: BaseGeometry,
    shallow: Colour,
    deep: Colour,
    *,
    depth_m: float,
    ripple: float = 0.02,
    bank: Colour | None = (0.36, 0.36, 0.25),
    fade: Callable[[Array, Array], Array] | None = None,
) -> None:
    """Fill a basin: a muddy bank, paler water along it, darker in the middle, faint ripples.

    Args:
        canvas: Where to paint.
        shape: The water.
        shallow: Colour at the bank.
        deep: Colour far from it.
        depth_m: Distance from the bank over which the colour changes.
        ripple: Relative strength of the ripples.
        bank: Colour of the bank, or None for a built edge.
        fade: Opacity as a function of x and y, where waters of two colours meet.
    """
    if bank is not None:
        canvas.fill(shape.buffer(4), bank, alpha=0.8, mottle=0.10, feather_m=4)
    found = canvas.mask(shape)
    if found is None:
        return
    window, cover = found
    distance = ndimage.distance_transform_edt(np.pad(cover, 1)[1:-1, 1:-1]) * canvas.pixel_m
    part = (1 - np.exp(-distance / depth_m))[..., None].astype(np.float32)
    image = np.asarray(shallow, np.float32) * (1 - part) + np.asarray(deep, np.float32) * part
    image *= (1 + ripple * waves(canvas, window) + 0.03 * canvas.broad[window.where])[..., None]
    seen = cover if fade is None else cover * np.clip(fade(window.x, window.y), 0, 1)
    canvas.paint(window, seen, image)
    canvas.height[window.where][cover > 0.5] = 0
    canvas.free[window.where] &= cover < 0.5


def waves(canvas: Canvas, window: Window, angle: float = 0.5) -> Array:
    """Return wind ripples of about 6 m, broken up, mean 0."""
    u, v = Frame(0, 0, angle).inside(window.x, window.y)
    phase = 1.6 * canvas.coarse[window.where] + 0.8 * canvas.medium[window.where]
    long = np.sin(2 * math.pi * u / 7.5 + phase) + 0.6 * np.sin(
        2 * math.pi * (u + 0.35 * v) / 4.3 + 1.7 * phase
    )
    return (0.6 * long + 0.5 * canvas.medium[window.where]).astype(np.float32)


def coast_x(y: Array | float) -> Array:
    """Return where the beach's waterline lies (x) at a given y."""
    y = np.asarray(y, np.float32)
    return (2565 + 38 * np.sin(y / 265 + 0.5) + 14 * np.sin(y / 97 + 1.0)).astype(np.float32)


def beach(canvas: Canvas, y_end: float) -> None:
    """Paint dunes, sand, wet sand, breakers and the sea north of ``y_end``.

    All follows from the distance to the waterline, pushed about by noise.
    """
    window = canvas.window(2330, 0, canvas.size_m, y_end)
    if window is None:
        return
    w = window.where
    line = coast_x(window.y) + 5 * canvas.coarse[w] + 1.2 * canvas.medium[w]
    d = window.x - line
    fade = np.clip((y_end - window.y) / 70, 0, 1) * np.ones_like(d)
    light = (1 + 0.022 * canvas.fine[w] + 0.022 * canvas.medium[w] + 0.03 * canvas.coarse[w])[
        ..., None
    ]

    # Dunes fade into dry sand.
    inland = np.clip((d + 118 + 16 * canvas.coarse[w]) / 14, 0, 1) * fade
    dune = np.clip(0.5 + 0.9 * canvas.medium[w] + 0.6 * canvas.coarse[w] - (d + 106) / 10, 0, 1)
    sand = np.array((0.86, 0.79, 0.66), np.float32) * light
    grass = np.array((0.46, 0.47, 0.31), np.float32) * light
    canvas.paint(window, inland, sand + (0.75 * dune)[..., None] * (grass - sand))
    # Trodden lines parallel to the water.
    ridges = 0.5 + 0.5 * np.sin(d / 2.4 + 2.0 * canvas.coarse[w])
    canvas.paint(window, 0.10 * ridges * inland * (d < -12), (0.72, 0.64, 0.52))
    wet = np.clip((d + 13) / 9, 0, 1) * fade
    canvas.paint(window, 0.85 * wet * (d < 3), (0.62, 0.54, 0.43))

    # Water: sandy shallows, turquoise, deep blue-green.
    sea = np.clip(d / 2.0, 0, 1)
    t = np.clip(d / 190, 0, 1)[..., None] ** 0.75
    stops = [(0.62, 0.68, 0.60), (0.34, 0.55, 0.55), (0.17, 0.39, 0.44), (0.12, 0.31, 0.38)]
    image = np.zeros((*window.shape, 3), np.float32)
    for i, colour in enumerate(stops):
        weight = np.clip(1 - np.abs(t * (len(stops) - 1) - i), 0, 1)
        image += weight * np.asarray(colour, np.float32)
    swell = np.sin(2 * math.pi * (d + 9 * canvas.coarse[w]) / 19) * np.exp(-d / 300)
    image *= (1 + 0.05 * swell + 0.03 * waves(canvas, window, 0.15))[..., None]
    canvas.paint(window, sea, image)

    # Breakers: three broken white lines and the lace of foam behind each.
    torn = canvas.medium[w] + 0.7 * canvas.fine[w]
    for start, width, gap in ((1.5, 2.2, -0.9), (15, 4.6, -0.35), (34, 4.6, 0.25), (58, 3.4, 0.8)):
        crest = start + 5.5 * canvas.coarse[w] * min(1.0, start / 12)
        ridge = np.exp(-(((d - crest) / width) ** 2))
        lace = np.exp(-np.clip(crest - d, 0, None) / (3.2 * width)) * (d < crest)
        along = np.clip(0.9 * np.roll(canvas.coarse[w], int(start) * 7, axis=0) + 0.9 - gap, 0, 1)
        foam = np.clip(ridge * (1.25 + 0.4 * torn) + 0.75 * lace * (torn > 0.35), 0, 1) * along
        canvas.paint(window, 0.92 * foam * fade * (d > -1), (0.95, 0.96, 0.95))
    canvas.free[w] &= d < -112
    # Bathers' parasols and towels on the dry sand.
    for _ in range(420):
        y = float(canvas.rng.uniform(20, y_end - 120))
        crowd = math.sin(y / 140) + math.sin(y / 37)
        if canvas.rng.random() > 0.25 + 0.35 * crowd:
            continue
        x = float(coast_x(y)) - float(canvas.rng.gamma(3.0, 8.0)) - 14
        palette = ((0.85, 0.25, 0.2), (0.2, 0.4, 0.75), (0.95, 0.95, 0.95), (0.9, 0.75, 0.2))
        colour = palette[int(canvas.rng.integers(4))]
        canvas.slab(Frame(x, y, float(canvas.rng.uniform(0, 3))), 2.0, 2.0, colour, 1.8)
