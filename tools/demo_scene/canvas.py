"""The ground that everything is painted on: colour, height and what is already occupied.

Map coordinates are metres east (x) and metres south (y) of the upper left corner of the scene.
Everything that stands up writes its height too: :mod:`light` turns heights into slopes and shadows,
so that houses, crowns, tanks and aircraft are lit by the same sun.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.features import rasterize
from rasterio.transform import Affine
from scipy import ndimage
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

# Images are float32; what is computed in between may be wider.
Array = NDArray[np.floating[Any]]
Mask = NDArray[np.bool_]
Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Window:
    """A rectangle of the canvas: its slices, and the map coordinates of its pixel centres.

    ``x`` has shape (1, columns) and ``y`` (rows, 1), so that they broadcast.
    """

    where: tuple[slice, slice]
    x: Array
    y: Array

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.y.shape[0], self.x.shape[1]


@dataclass(frozen=True)
class Frame:
    """A rotated coordinate frame: ``u`` runs along ``angle`` (radians, clockwise from east)."""

    x: float
    y: float
    angle: float = 0.0

    def point(self, u: float, v: float) -> tuple[float, float]:
        """Return the map coordinates of a point of the frame."""
        c, s = math.cos(self.angle), math.sin(self.angle)
        return self.x + c * u - s * v, self.y + s * u + c * v

    def polygon(self, corners: Sequence[tuple[float, float]]) -> Polygon:
        """Return a polygon given in the frame's coordinates, in map coordinates."""
        return Polygon([self.point(u, v) for u, v in corners])

    def box(self, u0: float, v0: float, u1: float, v1: float) -> Polygon:
        """Return a rectangle aligned with the frame."""
        return self.polygon([(u0, v0), (u1, v0), (u1, v1), (u0, v1)])

    def inside(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Return (u, v) of map coordinates."""
        c, s = np.float32(math.cos(self.angle)), np.float32(math.sin(self.angle))
        dx, dy = x - np.float32(self.x), y - np.float32(self.y)
        return c * dx + s * dy, c * dy - s * dx

    def at(self, u: float, v: float, turn: float = 0.0) -> Frame:
        """Return a frame whose origin is a point of this one, turned by ``turn``."""
        x, y = self.point(u, v)
        return Frame(x, y, self.angle + turn)


class Canvas:
    """Colour (rows, columns, 3) in 0..1, height in metres, and which ground is still free.

    Args:
        size_m: Side of the square scene in metres.
        pixel_m: Pixel of the working canvas in metres (finer than the delivered one).
        seed: Everything random follows from it.
    """

    def __init__(self, size_m: float, pixel_m: float, seed: int) -> None:
        self.size_m = size_m
        self.pixel_m = pixel_m
        self.rng = np.random.default_rng(seed)
        side = round(size_m / pixel_m)
        self.side = side
        self.rgb: Array = np.zeros((side, side, 3), np.float32)
        self.height: Array = np.zeros((side, side), np.float32)
        self.free: Mask = np.ones((side, side), np.bool_)
        self.fine = self._noise(1.1)
        self.medium = self._noise(5.0)
        self.coarse = self._noise(28.0)
        self.broad = self._noise(150.0)
        self._crowns: dict[tuple[int, int], tuple[Array, Array]] = {}

    def _noise(self, scale_m: float) -> Array:
        """Return smooth noise with mean 0 and deviation 1 whose blobs are about ``scale_m`` wide."""
        step = max(1.0, scale_m / self.pixel_m / 2)
        cells = math.ceil(self.side / step) + 5
        grid = self.rng.standard_normal((cells, cells)).astype(np.float32)
        grid = ndimage.gaussian_filter(grid, 0.8)
        # Cubic up to 2 m, then linear: linear alone would show the grid, cubic alone takes long.
        linear = min(step, 4.0) if step > 4 else 1.0
        field = ndimage.zoom(grid, step / linear, order=3) if step > linear else grid
        field = ndimage.zoom(field, linear, order=1) if linear > 1 else field
        field = field[: self.side, : self.side]
        return ((field - field.mean()) / field.std()).astype(np.float32)

    def window(self, x0: float, y0: float, x1: float, y1: float) -> Window | None:
        """Return the part of the canvas between two corners, or None if it lies outside."""
        p = self.pixel_m
        c0, c1 = max(0, math.floor(x0 / p)), min(self.side, math.ceil(x1 / p))
        r0, r1 = max(0, math.floor(y0 / p)), min(self.side, math.ceil(y1 / p))
        if c0 >= c1 or r0 >= r1:
            return None
        x = ((np.arange(c0, c1, dtype=np.float32) + 0.5) * p)[None, :]
        y = ((np.arange(r0, r1, dtype=np.float32) + 0.5) * p)[:, None]
        return Window((slice(r0, r1), slice(c0, c1)), x, y)

    def mask(self, shape: BaseGeometry, oversample: int = 1) -> tuple[Window, Array] | None:
        """Return where a geometry lies, as coverage in 0..1 with edges smoothed by oversampling."""
        if shape.is_empty:
            return None
        x0, y0, x1, y1 = shape.bounds
        window = self.window(x0 - 1, y0 - 1, x1 + 1, y1 + 1)
        if window is None:
            return None
        rows, columns = window.shape
        p = self.pixel_m / oversample
        left = float(window.x[0, 0]) - self.pixel_m / 2
        top = float(window.y[0, 0]) - self.pixel_m / 2
        burnt = rasterize(
            [(shape, 1)],
            out_shape=(rows * oversample, columns * oversample),
            transform=Affine(p, 0, left, 0, p, top),
            dtype="uint8",
        )
        if oversample == 1:
            return window, burnt.astype(np.float32)
        blocks = burnt.reshape(rows, oversample, columns, oversample)
        return window, blocks.mean(axis=(1, 3), dtype=np.float32)

    def paint(self, window: Window, cover: Array, colour: Array | Colour) -> None:
        """Blend a colour, or an image of colours, over the window where it is covered."""
        part = self.rgb[window.where]
        part += cover[..., None] * (np.asarray(colour, np.float32) - part)

    def textured(
        self, window: Window, colour: Colour, grain: float, mottle: float, shift: int = 0
    ) -> Array:
        """Return an image of one colour with fine grain and larger mottles."""
        # Another part of the same noise for another material: what lies side by side must not line up.
        r, c = window.where
        r2 = np.arange(r.start + shift, r.stop + shift) % self.side
        c2 = np.arange(c.start + 2 * shift, c.stop + 2 * shift) % self.side
        take = np.ix_(r2, c2)
        light = (
            1
            + grain * self.fine[take]
            + mottle * (0.5 * self.medium[take] + 0.5 * self.coarse[take])
        )
        return light[..., None] * np.asarray(colour, np.float32)

    def fill(
        self,
        shape: BaseGeometry,
        colour: Colour,
        *,
        alpha: float = 1.0,
        grain: float = 0.02,
        mottle: float = 0.03,
        feather_m: float = 0.0,
        height: float | None = None,
        occupy: bool = True,
        oversample: int = 1,
        shift: int = 0,
    ) -> None:
        """Paint a geometry with one textured colour.

        Args:
            shape: Polygon(s) in map coordinates.
            colour: Red, green, blue in 0..1.
            alpha: Opacity.
            grain: Relative strength of pixel-sized texture.
            mottle: Relative strength of texture of 5 to 30 m.
            feather_m: Width over which the edge fades.
            height: Height in metres to write there; None leaves it.
            occupy: Whether trees and houses placed later stay away.
            oversample: Sub-pixels per pixel and axis, for small shapes.
            shift: Takes the texture from elsewhere.
        """
        found = self.mask(shape.buffer(feather_m) if feather_m else shape, oversample)
        if found is None:
            return
        window, cover = found
        if feather_m:
            cover = ndimage.gaussian_filter(cover, feather_m / self.pixel_m / 2)
        self.paint(
            window, cover * np.float32(alpha), self.textured(window, colour, grain, mottle, shift)
        )
        if height is not None:
            part = self.height[window.where]
            part[cover > 0.5] = height
        if occupy:
            self.free[window.where] &= cover < 0.5

    def is_free(self, x: float, y: float, radius: float) -> bool:
        """Return whether the square of half side ``radius`` around a point is unoccupied."""
        window = self.window(x - radius, y - radius, x + radius, y + radius)
        return window is not None and bool(self.free[window.where].all())

    def roof(
        self,
        frame: Frame,
        length: float,
        width: float,
        wall: float,
        pitch: float,
        colour: Colour,
        style: str = "gable",
        grain: float = 0.03,
    ) -> None:
        """Put a building with a pitched or flat roof, its ridge along the frame's ``u``.

        Args:
            frame: Centre and direction.
            length: Along ``u`` in metres.
            width: Along ``v`` in metres.
            wall: Height of the eaves in metres.
            pitch: Rise of the roof per metre.
            colour: Of the roof.
            style: "gable", "hip" or "flat".
            grain: Texture of the roof.
        """
        reach = math.hypot(length, width) / 2 + 1
        window = self.window(frame.x - reach, frame.y - reach, frame.x + reach, frame.y + reach)
        if window is None:
            return
        u, v = frame.inside(window.x, window.y)
        du, dv = length / 2 - np.abs(u), width / 2 - np.abs(v)
        edge = np.minimum(du, dv)
        cover = np.clip(edge / self.pixel_m + 0.5, 0, 1)
        rise = {"gable": dv, "hip": edge, "flat": np.zeros_like(edge)}[style]
        top = wall + pitch * np.maximum(rise, 0)
        self.paint(window, cover, self.textured(window, colour, grain, 0.04, shift=int(frame.x)))
        part = self.height[window.where]
        inside = edge > 0
        part[inside] = np.maximum(part, top)[inside]
        self.free[window.where] &= ~inside

    def slab(
        self, frame: Frame, length: float, width: float, colour: Colour, height: float | None
    ) -> None:
        """Put a small flat rectangle (a car, a marking, a platform) with smooth edges."""
        reach = math.hypot(length, width) / 2 + 1
        window = self.window(frame.x - reach, frame.y - reach, frame.x + reach, frame.y + reach)
        if window is None:
            return
        u, v = frame.inside(window.x, window.y)
        cover = np.clip((length / 2 - np.abs(u)) / self.pixel_m + 0.5, 0, 1) * np.clip(
            (width / 2 - np.abs(v)) / self.pixel_m + 0.5, 0, 1
        )
        self.paint(window, cover, colour)
        if height is not None:
            part = self.height[window.where]
            part[cover > 0.5] = height

    def car(self, frame: Frame, colour: Colour | None = None) -> None:
        """Put a car, 4.5 m long, with dark windows before and behind its roof."""
        if colour is None:
            colour = CAR_COLOURS[int(self.rng.integers(len(CAR_COLOURS)))]
        stretch = float(self.rng.uniform(0.92, 1.1))
        self.slab(frame, 4.5 * stretch, 1.9, colour, 1.2)
        dark = (0.12, 0.14, 0.17)
        self.slab(frame.at(0.8, 0), 0.6, 1.4, dark, 1.4)
        self.slab(frame.at(-1.6, 0), 0.35, 1.3, dark, 1.4)

    def _crown(self, radius_px: int, variant: int) -> tuple[Array, Array]:
        """Return (dome in 0..1, leaf texture) of a tree crown, made once per size and variant."""
        key = radius_px, variant
        if key not in self._crowns:
            rng = np.random.default_rng(1000 * radius_px + variant)
            side = 2 * radius_px + 1
            axis = np.arange(-radius_px, radius_px + 1, dtype=np.float32)
            turn = np.arctan2(axis[:, None], axis[None, :])
            lobes = sum(
                rng.uniform(0.03, 0.12) * np.cos(k * turn + rng.uniform(0, 6.3)) for k in (2, 3, 5)
            )
            distance = np.hypot(axis[:, None], axis[None, :]) / (radius_px * (0.92 + lobes))
            dome = np.sqrt(np.clip(1 - distance**2, 0, 1)).astype(np.float32)
            leaf = ndimage.gaussian_filter(rng.standard_normal((side, side)), 0.9)
            leaf = (leaf / leaf.std()).astype(np.float32)
            # Bumps on the dome are what the sun models into clumps of leaves.
            bumps = ndimage.gaussian_filter(rng.standard_normal((side, side)), 1.6)
            dome = np.where(dome > 0, np.clip(dome + 0.10 * bumps / bumps.std(), 0.05, 1.2), 0)
            self._crowns[key] = dome.astype(np.float32), leaf
        return self._crowns[key]

    def trees(self, x: Array, y: Array, radius: Array, height: Array, colour: Array) -> None:
        """Put trees: arrays of n centres, crown radii and heights in metres, and (n, 3) colours."""
        for i in np.argsort(height):
            radius_px = max(2, round(float(radius[i]) / self.pixel_m))
            dome, leaf = self._crown(radius_px, int(self.rng.integers(8)))
            c = round(float(x[i]) / self.pixel_m) - radius_px
            r = round(float(y[i]) / self.pixel_m) - radius_px
            side = 2 * radius_px + 1
            if c < 0 or r < 0 or c + side > self.side or r + side > self.side:
                continue
            where = slice(r, r + side), slice(c, c + side)
            top = height[i] * (0.5 + 0.5 * dome)
            part = self.height[where]
            seen = (dome > 0) & (top > part)
            part[seen] = top[seen]
            self.rgb[where][seen] = colour[i] * (0.95 + 0.10 * leaf[seen])[:, None]

    def scatter_trees(
        self,
        shape: BaseGeometry,
        spacing: float,
        *,
        radius: tuple[float, float] = (2.2, 4.5),
        height: tuple[float, float] = (6.0, 11.0),
        share: float = 1.0,
        clump: float = 0.0,
        palette: NDArray[np.float32] | None = None,
        anywhere: bool = False,
    ) -> None:
        """Scatter trees over a geometry on a jittered grid.

        Args:
            shape: Where.
            spacing: Mean distance in metres.
            radius: Range of crown radii in metres.
            height: Range of heights in metres.
            share: Which part of the grid's places gets a tree.
            clump: 0 for even, 1 for groups with open ground between.
            palette: (k, 3) colours to draw from.
            anywhere: Also on occupied ground.
        """
        palette = TREE_COLOURS if palette is None else palette
        x0, y0, x1, y1 = shape.bounds
        gridx, gridy = np.meshgrid(np.arange(x0, x1, spacing), np.arange(y0, y1, spacing))
        gx = (gridx + self.rng.uniform(-0.45, 0.45, gridx.shape) * spacing).ravel()
        gy = (gridy + self.rng.uniform(-0.45, 0.45, gridy.shape) * spacing).ravel()
        inside = (gx > 1) & (gy > 1) & (gx < self.size_m - 1) & (gy < self.size_m - 1)
        gx, gy = gx[inside], gy[inside]
        found = self.mask(shape)
        if found is None or not len(gx):
            return
        window, cover = found
        r = (gy / self.pixel_m).astype(int) - window.where[0].start
        c = (gx / self.pixel_m).astype(int) - window.where[1].start
        inside = (r >= 0) & (c >= 0) & (r < cover.shape[0]) & (c < cover.shape[1])
        inside[inside] &= cover[r[inside], c[inside]] > 0.5
        if not anywhere:
            inside[inside] &= self.free[window.where][r[inside], c[inside]]
        chance = np.full(len(gx), share)
        if clump:
            density = self.coarse[window.where][
                np.clip(r, 0, cover.shape[0] - 1), np.clip(c, 0, cover.shape[1] - 1)
            ]
            chance = share * np.clip(1 + clump * 1.8 * density, 0, 1.6)
        inside &= self.rng.random(len(gx)) < chance
        gx, gy = gx[inside], gy[inside]
        n = len(gx)
        size = self.rng.beta(2, 2.5, n)
        colours: Array = palette[self.rng.integers(len(palette), size=n)]
        colours = colours * self.rng.uniform(0.85, 1.15, (n, 1))
        # Stands of one kind or age: tone and size drift over tens of metres.
        at = (gy / self.pixel_m).astype(int), (gx / self.pixel_m).astype(int)
        drift = 0.6 * self.coarse[at] + 0.6 * self.broad[at]
        colours = colours * np.clip(1 + 0.07 * drift, 0.75, 1.3)[:, None]
        size = np.clip(size + 0.10 * drift, 0.05, 1)
        self.trees(
            gx.astype(np.float32),
            gy.astype(np.float32),
            (radius[0] + size * (radius[1] - radius[0])).astype(np.float32),
            (height[0] + size * (height[1] - height[0])).astype(np.float32),
            colours.astype(np.float32),
        )


CAR_COLOURS: tuple[Colour, ...] = (
    (0.93, 0.93, 0.93),
    (0.90, 0.91, 0.92),
    (0.72, 0.74, 0.76),
    (0.60, 0.62, 0.64),
    (0.16, 0.16, 0.18),
    (0.22, 0.23, 0.25),
    (0.62, 0.14, 0.12),
    (0.16, 0.25, 0.46),
    (0.70, 0.66, 0.56),
    (0.94, 0.94, 0.95),
)
TREE_COLOURS: NDArray[np.float32] = np.array(
    [
        (0.26, 0.36, 0.18),
        (0.30, 0.40, 0.20),
        (0.23, 0.33, 0.18),
        (0.35, 0.42, 0.22),
        (0.29, 0.36, 0.22),
    ],
    np.float32,
)
