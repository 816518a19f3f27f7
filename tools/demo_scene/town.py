"""What people built on land: streets, houses, sports grounds, car parks, tanks, warehouses."""

from __future__ import annotations

import math

import numpy as np
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from .canvas import Canvas, Colour, Frame

ASPHALT: Colour = (0.42, 0.42, 0.43)
CONCRETE: Colour = (0.70, 0.69, 0.66)
PAVEMENT: Colour = (0.64, 0.62, 0.59)
WHITE: Colour = (0.93, 0.93, 0.92)

RED_ROOFS: tuple[Colour, ...] = (
    (0.62, 0.36, 0.27),
    (0.68, 0.42, 0.31),
    (0.56, 0.32, 0.25),
    (0.60, 0.45, 0.36),
    (0.48, 0.36, 0.31),
    (0.66, 0.50, 0.40),
)
GREY_ROOFS: tuple[Colour, ...] = (
    (0.52, 0.50, 0.49),
    (0.42, 0.41, 0.42),
    (0.60, 0.56, 0.51),
    (0.47, 0.40, 0.36),
    (0.66, 0.62, 0.57),
    (0.36, 0.36, 0.39),
    (0.57, 0.42, 0.34),
)


def road(
    canvas: Canvas,
    line: LineString,
    width: float = 8.0,
    *,
    pavement: float = 1.8,
    marking: bool = True,
    traffic: float = 0.012,
    height: float | None = None,
    colour: Colour = ASPHALT,
) -> None:
    """Paint a street with pavements, a dashed centre line and cars on it.

    Args:
        canvas: Where to paint.
        line: Centre line.
        width: Of the carriageway in metres.
        pavement: Width of the pavement on either side; 0 for none.
        marking: Whether it has a centre line.
        traffic: Cars per metre.
        height: Height of the deck, for a bridge.
        colour: Of the carriageway.
    """
    if pavement:
        canvas.fill(line.buffer(width / 2 + pavement, cap_style="flat"), PAVEMENT, height=height)
    canvas.fill(
        line.buffer(width / 2, cap_style="flat"), colour, grain=0.03, mottle=0.04, height=height
    )
    if marking:
        dashes = [
            _cut(line, s, s + 4) for s in np.arange(2, max(3.0, line.length - 4), 10, dtype=float)
        ]
        canvas.fill(unary_union([d.buffer(0.2) for d in dashes]), WHITE, alpha=0.6, oversample=2)
        for side in (-1, 1):
            edge = line.parallel_offset(width / 2 - 0.5, "left" if side > 0 else "right")
            canvas.fill(edge.buffer(0.15), WHITE, alpha=0.35)
    for _ in range(canvas.rng.poisson(traffic * line.length)):
        s = float(canvas.rng.uniform(0, line.length))
        frame = along(line, s)
        lane = width / 4 * (1 if canvas.rng.random() < 0.5 else -1)
        if height is None:
            canvas.car(frame.at(0, lane))
        else:
            canvas.slab(frame.at(0, lane), 4.5, 1.9, WHITE, height + 1.3)


def _cut(line: LineString, start: float, end: float) -> LineString:
    return LineString([line.interpolate(start), line.interpolate(min(end, line.length))])


def along(line: LineString, s: float) -> Frame:
    """Return the frame at distance ``s`` along a line, ``u`` pointing along it."""
    a, b = line.interpolate(max(0, s - 1)), line.interpolate(min(line.length, s + 1))
    p = line.interpolate(s)
    return Frame(p.x, p.y, math.atan2(b.y - a.y, b.x - a.x))


def street_trees(canvas: Canvas, line: LineString, offset: float, spacing: float) -> None:
    """Plant a row of trees on both sides of a street."""
    for side in (-1, 1):
        for s in np.arange(spacing / 2, line.length, spacing).tolist():
            if canvas.rng.random() < 0.75:
                x, y = along(line, float(s)).point(float(canvas.rng.normal(0, 1)), side * offset)
                if canvas.is_free(x, y, 0.6):
                    _tree(canvas, x, y, float(canvas.rng.uniform(2.0, 3.6)))


def _tree(canvas: Canvas, x: float, y: float, radius: float) -> None:
    colour = np.array([(0.27, 0.37, 0.19)], np.float32) * canvas.rng.uniform(0.85, 1.25)
    one = np.ones(1, np.float32)
    canvas.trees(one * x, one * y, one * radius, one * 2.2 * radius, colour)


def houses(
    canvas: Canvas,
    shape: BaseGeometry,
    frame: Frame,
    *,
    roofs: tuple[Colour, ...],
    row_m: float = 58.0,
    lot_m: float = 14.5,
    cross_m: float = 175.0,
    size: tuple[float, float] = (12.8, 13.0),
    style: str = "hip",
    trees: float = 0.55,
) -> None:
    """Build a dense residential area: parallel streets, cross streets, a house on every lot.

    Args:
        canvas: Where to paint.
        shape: The area.
        frame: Its streets run along ``u``.
        roofs: Colours to draw from.
        row_m: Distance of the streets in metres.
        lot_m: Width of a lot in metres.
        cross_m: Distance of the cross streets in metres.
        size: Length and depth of a house in metres.
        style: "hip" or "gable".
        trees: Share of possible places with a tree.
    """
    rng = canvas.rng
    canvas.fill(shape, (0.43, 0.45, 0.30), grain=0.04, mottle=0.10, occupy=False)
    reach = math.hypot(*(shape.bounds[2] - shape.bounds[0], shape.bounds[3] - shape.bounds[1]))
    rows = np.arange(-reach, reach, row_m)
    crossings = np.arange(-reach, reach, cross_m)
    streets = [LineString([frame.point(-reach, v), frame.point(reach, v)]) for v in rows]
    streets += [LineString([frame.point(u, -reach), frame.point(u, reach)]) for u in crossings]
    area = shape.buffer(-2)
    pieces = [p for s in streets for p in _lines(s.intersection(area))]
    for piece in pieces:
        canvas.fill(piece.buffer(4.5), PAVEMENT)
    for piece in pieces:
        road(canvas, piece, 5.8, pavement=0, marking=False, traffic=0.006)
        canvas.fill(piece.buffer(0.12), WHITE, alpha=0.25)
    parked: list[Frame] = []
    for v in rows:
        for side in (-1, 1):
            for u in np.arange(-reach, reach, lot_m).tolist():
                lot = frame.at(
                    float(u + rng.normal(0, 0.6)), float(v + side * (0.28 * row_m + 0.3))
                )
                if not area.contains(Point(lot.x, lot.y)):
                    continue
                length = min(size[0] * float(rng.uniform(0.85, 1.1)), lot_m - 1.6)
                depth = size[1] * float(rng.uniform(0.85, 1.25))
                if not canvas.is_free(lot.x, lot.y, min(length, depth) / 2 - 0.5):
                    continue
                colour = roofs[int(rng.integers(len(roofs)))]
                tone = float(rng.uniform(0.9, 1.1))
                shade = (colour[0] * tone, colour[1] * tone, colour[2] * tone)
                back = lot.at(0, side * float(rng.normal(0, 0.8)), float(rng.normal(0, 0.02)))
                # The yard's own lawn or paving, so that lots differ.
                yard = ((0.36, 0.44, 0.24), (0.45, 0.46, 0.31), (0.58, 0.54, 0.46))[
                    int(rng.choice(3, p=[0.45, 0.35, 0.2]))
                ]
                canvas.fill(
                    lot.box(-lot_m / 2 + 0.3, -11, lot_m / 2 - 0.3, 11),
                    yard,
                    alpha=0.6,
                    occupy=False,
                )
                turned = rng.random() < 0.25
                body = back.at(0, 0, math.pi / 2) if turned else back
                a, b = (depth, length) if turned else (length, depth)
                wall = float(rng.uniform(3.2, 6.2))
                kind = style if rng.random() < 0.75 else ("gable" if style == "hip" else "hip")
                canvas.roof(body, a, b, wall, float(rng.uniform(0.42, 0.62)), shade, kind)
                if rng.random() < 0.45:
                    wing = back.at(
                        float(rng.choice([-1, 1])) * length * 0.28,
                        -side * depth * 0.42,
                        math.pi / 2,
                    )
                    canvas.roof(wing, depth * 0.55, length * 0.40, wall - 0.4, 0.5, shade, kind)
                # Driveway and the car on it.
                drive = lot.at(length * 0.30, -side * 9.2)
                canvas.slab(
                    Frame(drive.x, drive.y, drive.angle), 3.0, 6.5, (0.66, 0.65, 0.62), None
                )
                if rng.random() < 0.5:
                    parked.append(drive.at(0, 0, math.pi / 2))
                if rng.random() < 0.10:
                    pool = back.at(float(rng.uniform(-3, 3)), side * (depth / 2 + 4))
                    canvas.slab(pool, 6.5, 3.6, (0.42, 0.68, 0.74), None)
                if rng.random() < 0.25:
                    shed = back.at(float(rng.uniform(-5, 5)), side * (depth / 2 + 5.5))
                    canvas.roof(shed, 3.5, 2.8, 2.2, 0.3, (0.55, 0.53, 0.50), "gable")
    for spot in parked:
        canvas.car(spot)
    canvas.scatter_trees(area, 7.5, radius=(1.4, 3.4), height=(3.5, 8.0), share=trees, clump=0.25)
    found = canvas.mask(shape)
    if found is not None:
        canvas.free[found[0].where] &= found[1] < 0.5


def _lines(geometry: BaseGeometry) -> list[LineString]:
    parts = getattr(geometry, "geoms", [geometry])
    return [p for p in parts if isinstance(p, LineString) and p.length > 20]


def roundabout(canvas: Canvas, x: float, y: float, arms: list[float], reach: float) -> None:
    """Build a roundabout with a planted island and four or more arms."""
    centre = Frame(x, y)
    disc = Point(x, y)
    for angle in arms:
        arm = LineString(
            [centre.at(0, 0, angle).point(0, 0), centre.at(0, 0, angle).point(reach, 0)]
        )
        road(canvas, arm, 11, traffic=0.03)
    canvas.fill(disc.buffer(33), PAVEMENT, height=0.0)
    canvas.fill(disc.buffer(31), ASPHALT, grain=0.03)
    canvas.fill(disc.buffer(24.6).boundary.buffer(0.2), WHITE, alpha=0.5)
    canvas.fill(disc.buffer(17.5), (0.80, 0.79, 0.75))
    canvas.fill(disc.buffer(16.5), (0.34, 0.46, 0.22), mottle=0.05)
    canvas.fill(disc.buffer(8.5), (0.60, 0.42, 0.34))
    canvas.fill(disc.buffer(6.5), (0.36, 0.47, 0.24))
    for k in range(10):
        spot = centre.at(0, 0, k * math.pi / 5)
        _tree(canvas, *spot.point(12.5, 0), 2.0)
    _tree(canvas, x, y, 3.2)
    for k in range(9):
        spot = centre.at(0, 0, k * 0.7).at(float(canvas.rng.choice([21.0, 27.5])), 0, math.pi / 2)
        canvas.car(spot)


def track_field(canvas: Canvas, frame: Frame, *, stand: bool = True, blue: bool = False) -> Polygon:
    """Build a running track of 400 m around a football pitch; returns its outline."""
    half, inner = 42.2, 36.5
    spine = LineString([frame.point(-half, 0), frame.point(half, 0)])
    canvas.fill(spine.buffer(inner + 16), (0.40, 0.46, 0.28), mottle=0.04)
    red: Colour = (0.36, 0.48, 0.62) if blue else (0.66, 0.33, 0.26)
    outer = spine.buffer(inner + 9.8, quad_segs=32)
    canvas.fill(outer, red, grain=0.015, mottle=0.02)
    canvas.fill(frame.box(-half - 12, inner - 0.1, half + 30, inner + 9.8), red, mottle=0.02)
    for lane in range(9):
        ring = spine.buffer(inner + lane * 1.22, quad_segs=32).boundary
        canvas.fill(ring.buffer(0.12), WHITE, alpha=0.42, oversample=2)
    canvas.fill(spine.buffer(inner - 0.3, quad_segs=32), red, grain=0.015)
    pitch(canvas, frame, 104, 66)
    for side in (-1, 1):
        # The long jump's and the shot put's corners.
        spot = frame.at(side * (half + 20), 14)
        canvas.slab(spot, 12, 3, (0.85, 0.78, 0.62), None)
    if stand:
        for v, depth in ((-(inner + 21), 13.0), (inner + 22, 8.0)):
            canvas.fill(frame.box(-48, v - depth / 2 - 2, 48, v + depth / 2 + 2), CONCRETE)
            canvas.roof(frame.at(0, v), 86, depth, 7.0, 0.12, (0.86, 0.87, 0.88), "gable", 0.01)
    return spine.buffer(inner + 10)


def pitch(canvas: Canvas, frame: Frame, length: float, width: float) -> Polygon:
    """Lay a football pitch with mowing stripes and white lines; returns its outline."""
    hl, hw = length / 2, width / 2
    outline = frame.box(-hl - 3, -hw - 3, hl + 3, hw + 3)
    canvas.fill(outline, (0.30, 0.48, 0.22), mottle=0.02)
    stripes = 16
    for i in range(stripes):
        u0 = -hl + i * length / stripes
        colour = (0.35, 0.54, 0.25) if i % 2 else (0.29, 0.48, 0.21)
        canvas.fill(frame.box(u0, -hw, u0 + length / stripes, hw), colour, mottle=0.015)
    lines: list[BaseGeometry] = [frame.box(-hl, -hw, hl, hw).boundary]
    lines.append(LineString([frame.point(0, -hw), frame.point(0, hw)]))
    lines.append(Point(frame.point(0, 0)).buffer(9.15).boundary)
    for side in (-1, 1):
        for deep, wide in ((16.5, 20.2), (5.5, 9.2)):
            ends = sorted((side * hl, side * (hl - deep)))
            lines.append(frame.box(ends[0], -wide, ends[1], wide).boundary)
        canvas.slab(frame.at(side * (hl + 1), 0), 2.0, 7.3, (0.88, 0.88, 0.88), 2.0)
    canvas.fill(unary_union([g.buffer(0.22) for g in lines]), WHITE, alpha=0.85, oversample=2)
    return outline


def court(canvas: Canvas, frame: Frame, colour: Colour) -> None:
    """Paint a small hard court (tennis, basketball)."""
    canvas.fill(frame.box(-18, -9, 18, 9), (0.30, 0.45, 0.36))
    canvas.fill(frame.box(-12, -5.5, 12, 5.5), colour)
    canvas.fill(frame.box(-12, -5.5, 12, 5.5).boundary.buffer(0.15), WHITE, alpha=0.8)
    canvas.fill(LineString([frame.point(0, -6), frame.point(0, 6)]).buffer(0.15), WHITE, alpha=0.8)


def baseball(
    canvas: Canvas, frame: Frame, *, radius: float = 96.0, skinned: bool = False
) -> Polygon:
    """Build a baseball field; the frame's origin is home plate, ``u`` points to second base.

    Args:
        canvas: Where to paint.
        frame: Home plate and direction.
        radius: Distance of the outfield fence in metres.
        skinned: Whether the whole infield is bare (as for softball).

    Returns:
        Its outline.
    """
    base = 27.4 if radius > 80 else 18.3
    dirt: Colour = (0.74, 0.52, 0.36)

    def wedge(r: float, half_angle: float = math.pi / 4, back: float = 0.0) -> Polygon:
        turn = np.linspace(-half_angle, half_angle, 40)
        return frame.polygon(
            [(-back, 0.0), *[(r * math.cos(t), r * math.sin(t)) for t in turn.tolist()]]
        )

    outline = wedge(radius, back=12).buffer(9)
    canvas.fill(outline, (0.42, 0.47, 0.28), mottle=0.05)
    canvas.fill(wedge(radius + 1.0).buffer(3), dirt, mottle=0.04)
    outfield = wedge(radius - 1).buffer(2)
    canvas.fill(outfield, (0.33, 0.46, 0.22), mottle=0.03)
    for k in range(-7, 8):
        stripe = frame.box(0, k * 13.0, radius + 9, k * 13.0 + 6.5).intersection(outfield)
        if not stripe.is_empty:
            canvas.fill(stripe, (0.38, 0.51, 0.26), alpha=0.7, mottle=0.03)
    mound = frame.point(base * 0.67, 0)
    arc = Point(mound).buffer(base * 1.18)
    infield = arc.intersection(wedge(base * 2.2).buffer(3.5))
    canvas.fill(infield, dirt, grain=0.03, mottle=0.04)
    square = frame.at(0, 0, -math.pi / 4).box(3.2, 3.2, base - 3.0, base - 3.0)
    if not skinned:
        canvas.fill(square, (0.34, 0.48, 0.23), mottle=0.03)
        canvas.fill(Point(mound).buffer(2.9), dirt)
    canvas.fill(Point(frame.point(0, 0)).buffer(4.2), dirt)
    for side in (-1, 1):
        foul = frame.at(0, 0, side * math.pi / 4)
        line = LineString([foul.point(0, 0), foul.point(radius - 2, 0)])
        canvas.fill(line.buffer(1.1), dirt, alpha=0.8, oversample=2)
        canvas.fill(line.buffer(0.2), WHITE, alpha=0.9, oversample=2)
        canvas.slab(foul.at(base, 0), 1.0, 1.0, WHITE, None)
        # Dugouts and small stands along the first and third base lines.
        canvas.fill(foul.box(6, side * 9 - 2.5, 40, side * 9 + 2.5), dirt, alpha=0.7)
        canvas.roof(foul.at(20, side * 13.5), 16, 4, 2.6, 0.1, (0.62, 0.62, 0.62), "gable")
        canvas.roof(foul.at(-7, side * 9), 16, 6, 3.5, 0.25, (0.72, 0.73, 0.74), "gable")
    canvas.fill(wedge(radius + 5).buffer(0.5).boundary.buffer(0.25), (0.36, 0.40, 0.33), height=1.2)
    return outline


def car_park(canvas: Canvas, shape: Polygon, frame: Frame, *, full: float = 0.7) -> None:
    """Mark out bays in double rows on asphalt and park cars in most of them.

    Args:
        canvas: Where to paint.
        shape: The paved area.
        frame: Rows run along ``u``.
        full: Share of bays that are taken.
    """
    canvas.fill(shape.buffer(3), PAVEMENT)
    canvas.fill(shape, (0.40, 0.40, 0.41), grain=0.02, mottle=0.06)
    rng = canvas.rng
    inner = shape.buffer(-5)
    reach = math.hypot(shape.bounds[2] - shape.bounds[0], shape.bounds[3] - shape.bounds[1]) / 2
    pitch_m, bay, deep = 18.0, 2.9, 5.2
    for row, v in enumerate(np.arange(-reach, reach, pitch_m)):
        taken = float(np.clip(full + rng.normal(0, 0.08), 0.2, 0.97))
        for i, u in enumerate(np.arange(-reach, reach, bay)):
            # Cross aisles every 25 bays; planted ends beside them.
            place = i % 27
            if place >= 25:
                continue
            p = frame.at(float(u), float(v))
            if not inner.contains(Point(p.x, p.y)):
                continue
            if place in (0, 24):
                canvas.slab(p, 2.2, 9.6, (0.37, 0.43, 0.26), 0.1)
                if rng.random() < 0.8:
                    _tree(canvas, *p.point(0, 2.4), float(rng.uniform(1.4, 2.4)))
                    _tree(canvas, *p.point(0, -2.4), float(rng.uniform(1.4, 2.4)))
                continue
            canvas.slab(p.at(-bay / 2, 0), 0.22, 2 * deep, (0.78, 0.78, 0.77), None)
            for side in (-1, 1):
                if rng.random() < taken:
                    turn = math.pi / 2 if rng.random() < 0.5 else -math.pi / 2
                    canvas.car(p.at(float(rng.normal(0, 0.1)), side * deep / 2, turn))
        if row % 2:
            for u in np.arange(-reach, reach, 60).tolist():
                p = frame.at(float(u + rng.uniform(0, 40)), float(v + pitch_m / 2 - 1.6))
                if inner.contains(Point(p.x, p.y)):
                    canvas.car(p)


def hall(
    canvas: Canvas, frame: Frame, length: float, width: float, colour: Colour, height: float = 9.0
) -> None:
    """Put a flat-roofed hall with skylights, vents and a parapet."""
    rng = canvas.rng
    canvas.fill(frame.box(-length / 2 - 6, -width / 2 - 6, length / 2 + 6, width / 2 + 6), CONCRETE)
    canvas.roof(frame, length, width, height + 0.8, 0.0, (0.80, 0.80, 0.79), "flat")
    window_roof = frame.box(-length / 2 + 1, -width / 2 + 1, length / 2 - 1, width / 2 - 1)
    canvas.fill(window_roof, colour, grain=0.02, mottle=0.03, height=height)
    for u in np.arange(-length / 2 + 12, length / 2 - 8, 12).tolist():
        canvas.fill(
            frame.box(u, -width / 2 + 1, u + 0.5, width / 2 - 1), (0.3, 0.3, 0.3), alpha=0.18
        )
        for v in np.arange(-width / 2 + 9, width / 2 - 6, 14).tolist():
            if rng.random() < 0.45:
                box = frame.at(float(u + rng.uniform(-3, 3)), float(v))
                canvas.slab(box, 3.4, 2.2, (0.82, 0.83, 0.84), height + 1.6)


def tank(
    canvas: Canvas, x: float, y: float, radius: float, height: float, *, floating: bool
) -> None:
    """Put a cylindrical storage tank with a cone roof, or an open one whose roof floats inside."""
    window = canvas.window(x - radius - 1, y - radius - 1, x + radius + 1, y + radius + 1)
    if window is None:
        return
    r = np.hypot(window.x - x, window.y - y)
    cover = np.clip((radius - r) / canvas.pixel_m + 0.5, 0, 1)
    tone = float(canvas.rng.uniform(0.93, 1.03))
    white = (0.92 * tone, 0.92 * tone, 0.90 * tone)
    canvas.paint(window, cover, canvas.textured(window, white, 0.01, 0.012))
    top = height + 0.22 * (radius - r)
    if floating:
        rim = radius - 0.9
        top = np.where(r < rim, height - 3.5, height + 0.3)
        canvas.paint(window, np.clip((rim - r) * 2, 0, 1), (0.72, 0.70, 0.66))
        canvas.paint(window, np.exp(-(((r - rim * 0.75) / 0.4) ** 2)) * 0.4, (0.45, 0.42, 0.4))
    else:
        seams = np.abs(np.sin(6 * np.arctan2(window.y - y, window.x - x))) < 0.05
        canvas.paint(window, 0.22 * seams * (r < radius), (0.55, 0.55, 0.55))
        canvas.paint(window, np.clip(1.4 - r, 0, 1) * 0.8, (0.5, 0.5, 0.52))
    part = canvas.height[window.where]
    inside = r < radius
    part[inside] = top[inside]
    canvas.free[window.where] &= ~inside
    # A stair around the wall shows as a thin darker line.
    stair = Frame(x, y, float(canvas.rng.uniform(0, 6.3)))
    canvas.slab(stair.at(radius + 0.5, 0), 1.0, 6.0, (0.6, 0.6, 0.6), height * 0.5)
