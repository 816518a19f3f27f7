"""Airport, railway, bridges and harbour."""

from __future__ import annotations

import itertools
import math

import numpy as np
from shapely.geometry import LineString, Point, Polygon
from shapely.ops import unary_union

from .canvas import Canvas, Colour, Frame
from .nature import water
from .town import ASPHALT, CONCRETE, WHITE, along, hall, road

APRON: Colour = (0.68, 0.67, 0.64)
YELLOW: Colour = (0.82, 0.70, 0.25)


def aircraft(canvas: Canvas, frame: Frame, length: float = 38.0) -> None:
    """Park an airliner; the frame's origin is its middle, ``u`` points to its nose."""
    k = length / 38.0
    tails: tuple[Colour, ...] = (
        (0.20, 0.30, 0.55),
        (0.70, 0.20, 0.18),
        (0.88, 0.88, 0.9),
        (0.2, 0.45, 0.4),
    )
    tail = tails[int(canvas.rng.integers(len(tails)))]
    body: Colour = (0.95, 0.95, 0.95)
    wing: Colour = (0.88, 0.89, 0.90)

    def shape(points: list[tuple[float, float]]) -> Polygon:
        return frame.polygon([(k * u, k * v) for u, v in points])

    for s in (-1, 1):
        canvas.fill(
            shape([(5.5, s * 1.5), (-1.8, s * 1.5), (-7.8, s * 17), (-5.2, s * 17.3), (0, s * 7)]),
            wing,
            height=3.6 * k,
            oversample=4,
            grain=0,
            mottle=0.01,
        )
        canvas.fill(
            shape([(-13.5, s * 0.5), (-17.2, s * 0.5), (-18.6, s * 6.4), (-16.9, s * 6.5)]),
            wing,
            height=5.0 * k,
            oversample=4,
            grain=0,
            mottle=0.0,
        )
        canvas.slab(frame.at(2.6 * k, s * 5.7 * k), 4.0 * k, 1.9 * k, (0.80, 0.81, 0.83), 2.4 * k)
    turn = np.linspace(-math.pi / 2, math.pi / 2, 9)
    nose = [(15.5 + 3.8 * math.cos(t), 1.95 * math.sin(t)) for t in turn.tolist()]
    hull = shape([*nose, (-9.0, 1.95), (-19.0, 0.4), (-19.0, -0.4), (-9.0, -1.95)])
    canvas.fill(hull, body, height=4.6 * k, oversample=4, grain=0, mottle=0.0)
    spine = LineString([frame.point(15 * k, 0), frame.point(-12 * k, 0)])
    canvas.fill(spine.buffer(0.8 * k), (0.99, 0.99, 0.99), height=5.2 * k, oversample=2, grain=0)
    canvas.slab(frame.at(17.6 * k, 0), 0.9 * k, 2.0 * k, (0.2, 0.22, 0.26), None)
    canvas.slab(frame.at(-15.8 * k, 0), 5.6 * k, 0.75 * k, tail, 9.5 * k)


def _service(canvas: Canvas, stand: Frame, length: float) -> None:
    """Put carts, trucks and stains around a parked aircraft."""
    rng = canvas.rng
    colours: tuple[Colour, ...] = (
        (0.9, 0.9, 0.9),
        (0.85, 0.75, 0.3),
        (0.4, 0.45, 0.5),
        (0.2, 0.2, 0.22),
    )
    for _ in range(int(rng.integers(3, 8))):
        u, v = (
            float(rng.uniform(-0.4, 0.5)) * length,
            float(rng.choice([-1, 1]) * rng.uniform(4, 13)),
        )
        spot = stand.at(u, v, float(rng.choice([0, math.pi / 2]) + rng.normal(0, 0.2)))
        colour = colours[int(rng.integers(len(colours)))]
        canvas.slab(spot, float(rng.uniform(3, 8)), 2.3, colour, 2.2)
    canvas.fill(
        Point(stand.point(0, 0)).buffer(float(rng.uniform(3, 6))), (0.4, 0.39, 0.38), alpha=0.12
    )


def _concrete(canvas: Canvas, shape: Polygon, frame: Frame, colour: Colour = APRON) -> None:
    """Lay concrete slabs: joints every 7.5 m, each slab a slightly different grey."""
    canvas.fill(shape, colour, grain=0.02, mottle=0.03)
    found = canvas.mask(shape)
    if found is None:
        return
    window, cover = found
    u, v = frame.inside(window.x, window.y)
    side = 7.5
    cell = (np.floor(u / side) * 12.9898 + np.floor(v / side) * 78.233).astype(np.float32)
    tone = np.modf(np.abs(np.sin(cell) * 43758.5))[0] - 0.5
    canvas.rgb[window.where] *= (1 + 0.05 * tone * cover)[..., None]
    joint = np.minimum(np.abs(u / side - np.round(u / side)), np.abs(v / side - np.round(v / side)))
    canvas.paint(window, cover * 0.16 * (joint * side < 0.35), (0.35, 0.35, 0.34))


def airport(canvas: Canvas, frame: Frame, runway_m: float) -> dict[str, Polygon]:
    """Build an airport.

    Args:
        canvas: Where to build.
        frame: Origin at the middle of the runway; ``u`` along it, the terminal at negative ``v``.
        runway_m: Length of the runway.

    Returns:
        Outlines: "runway", "apron" (terminal and parked aircraft) and "ground" (all of it).
    """
    half = runway_m / 2
    ground = frame.box(-half - 70, -470, half + 70, 120)
    canvas.fill(ground, (0.54, 0.51, 0.37), mottle=0.10, grain=0.04, feather_m=6)
    # Mown stripes beside the runway.
    for v in np.arange(-150.0, 110, 24).tolist():
        canvas.fill(frame.box(-half - 40, v, half + 40, v + 11), (0.60, 0.57, 0.42), alpha=0.45)

    # Taxiways with yellow centre lines and worn shoulders.
    taxi_v = -150.0
    taxi = [LineString([frame.point(-half + 12, taxi_v), frame.point(half - 12, taxi_v)])]
    ends = [((k, 0.0), (k, taxi_v)) for k in (-half + 14, -half * 0.55, -half * 0.12)]
    ends += [((k, 0.0), (k, taxi_v)) for k in (half * 0.33, half * 0.68, half - 14)]
    ends += [((k * half, taxi_v), (k * half, -235.0)) for k in (-0.62, -0.35, -0.05, 0.25, 0.5)]
    ends += [((k * half, -12.0), (k * half + 120, taxi_v)) for k in (-0.3, 0.5)]
    taxi += [LineString([frame.point(*a), frame.point(*b)]) for a, b in ends]
    canvas.fill(unary_union([t.buffer(15.5) for t in taxi]), (0.53, 0.53, 0.50), mottle=0.03)
    canvas.fill(unary_union([t.buffer(11.5) for t in taxi]), (0.60, 0.60, 0.58), mottle=0.04)

    strip = frame.box(-half - 60, -30, half + 60, 30)
    canvas.fill(strip, (0.55, 0.54, 0.50), mottle=0.04)
    runway = frame.box(-half, -22.5, half, 22.5)
    canvas.fill(runway, (0.48, 0.48, 0.48), grain=0.025, mottle=0.04)
    for v in np.arange(-20, 20, 4.5).tolist():
        canvas.fill(
            frame.box(-half, v, half, v + 0.3), (0.38, 0.38, 0.38), alpha=0.25, occupy=False
        )
    # Rubber of landing wheels, darkest in the touchdown zones.
    for end in (-1, 1):
        for v in (-5.0, 5.0):
            for reach, alpha in ((520, 0.16), (330, 0.22), (200, 0.22)):
                u0, u1 = sorted((end * (half - 90), end * (half - 90 - reach)))
                patch = frame.box(u0, v - 3, u1, v + 3)
                canvas.fill(patch, (0.22, 0.22, 0.23), alpha=alpha, feather_m=4)
    dashes = np.arange(-half + 110, half - 110, 50.0).tolist()
    marks = [frame.box(u, -0.5, u + 30, 0.5) for u in dashes]
    for end in (-1, 1):
        for v in np.arange(-20.2, 20, 3.6).tolist():
            if abs(v + 0.9) > 2.5:
                u0, u1 = sorted((end * (half - 8), end * (half - 38)))
                marks.append(frame.box(u0, v, u1, v + 1.8))
        for v in (-12.5, 9.5):
            u0, u1 = sorted((end * (half - 300), end * (half - 350)))
            marks.append(frame.box(u0, v - 1.5, u1, v + 4.5))
        for n, v in enumerate((-6.5, 2.5)):
            u0 = end * (half - 52)
            at = frame.at(u0, v, 0 if end < 0 else math.pi)
            marks.append(at.box(0, 0, 9, 1.2))
            marks.append(at.box(0, 0, 1.2, 3.6) if n else at.box(7.8, -2, 9, 1.5))
    marks.append(frame.box(-half, 21, half, 21.9))
    marks.append(frame.box(-half, -21.9, half, -21))
    canvas.fill(unary_union(marks), WHITE, alpha=0.88, oversample=2)

    # The apron and the terminal with three piers.
    u0, u1 = -half * 0.68, half * 0.56
    apron = frame.box(u0, -420, u1, -222)
    _concrete(canvas, apron, frame)
    yellow = [LineString([frame.point(u0 + 10, -240), frame.point(u1 - 10, -240)])]
    canvas.fill(
        unary_union([t.buffer(0.25) for t in [*taxi, *yellow]]), YELLOW, alpha=0.75, oversample=2
    )
    front = -418.0
    roof: Colour = (0.80, 0.81, 0.82)
    piers = [u0 + 150, (u0 + u1) / 2 - 12, u1 - 182]
    canvas.fill(frame.box(u0 + 20, front - 75, u1 - 20, front - 28), ASPHALT, mottle=0.03)
    stands: list[tuple[Frame, float]] = []
    for pier in piers:
        stands += [
            (frame.at(pier + side * (14 + 21), v, math.pi if side > 0 else 0.0), 36.0)
            for side in (-1, 1)
            for v in (-375.0, -333.0, -291.0)
        ]
        stands.append((frame.at(pier, -244, -math.pi / 2), 36.0))
    between = [(a + b) / 2 for a, b in itertools.pairwise(piers)]
    for middle in between:
        for u in (-44.0, 0.0, 44.0):
            if abs(u) < (piers[1] - piers[0]) / 2 - 70:
                stands.append((frame.at(middle + u, -378, -math.pi / 2), 36.0))
        # A second row stands free in the middle of the apron.
        for u in (-42.0, 0.0, 42.0):
            if abs(u) < (piers[1] - piers[0]) / 2 - 60:
                stands.append((frame.at(middle + u, -300, -math.pi / 2), 36.0))
    for u in (u0 + 28.0, u0 + 70.0):
        for v in (-262.0, -312.0, -366.0):
            stands.append((frame.at(u, v, math.pi * 0.75), 30.0))
    for u in np.arange(u1 - 88, u1 - 10, 30).tolist():
        for v in (-258.0, -296.0, -334.0, -372.0):
            stands.append((frame.at(float(u), v, -math.pi / 2 + 0.4), 22.0))
    for stand, length in stands:
        lead = LineString([stand.point(length * 0.5, 0), stand.point(-length * 0.8, 0)])
        canvas.fill(lead.buffer(0.25), YELLOW, alpha=0.6, oversample=2)
    hall(canvas, frame.at((u0 + u1) / 2, front), u1 - u0 - 120, 42, roof, 15)
    for pier in piers:
        canvas.fill(frame.box(pier - 13, front, pier + 13, -272), (0.62, 0.62, 0.60))
        hall(canvas, frame.at(pier, -338, math.pi / 2), 130, 17, roof, 10)
        hall(canvas, frame.at(pier, front - 2), 60, 56, (0.86, 0.87, 0.88), 18)
        for side in (-1, 1):
            for v in (-375.0, -333.0, -291.0):
                bridge = frame.at(pier + side * 14, v + 6, math.pi / 2 + side * 0.5)
                canvas.slab(bridge, 12, 3.0, (0.76, 0.77, 0.78), 5.0)
    for stand, length in stands:
        if canvas.rng.random() < 0.93:
            aircraft(canvas, stand.at(0, 0, float(canvas.rng.normal(0, 0.015))), length)
        _service(canvas, stand, length)
    # Hangars west of the terminal, aircraft on their way.
    for i in range(3):
        hall(canvas, frame.at(u0 - 75, -390 + i * 62, math.pi / 2), 48, 62, (0.72, 0.76, 0.80), 14)
    aircraft(canvas, frame.at(-half * 0.2, taxi_v, math.pi), 38)
    aircraft(canvas, frame.at(half * 0.42, taxi_v), 38)
    aircraft(canvas, frame.at(-half * 0.86, 0), 40)
    aircraft(canvas, frame.at(half * 0.33, -70, math.pi / 2), 38)
    return {
        "runway": frame.box(-half - 20, -100, half + 20, 60),
        "apron": frame.box(u0 - 40, -450, u1 + 20, -190),
        "ground": frame.box(-half - 60, -460, half + 60, 70),
    }


def tracks(canvas: Canvas, line: LineString, *, height: float | None = None) -> None:
    """Lay one railway track: ballast, sleepers, two rails."""
    canvas.fill(
        line.buffer(2.3, cap_style="flat"),
        (0.47, 0.43, 0.40),
        mottle=0.05,
        grain=0.05,
        height=height,
    )
    for side in ("left", "right"):
        rail = line.parallel_offset(0.75, side)
        canvas.fill(rail.buffer(0.26), (0.22, 0.20, 0.20), alpha=0.8, occupy=False)


def train(canvas: Canvas, line: LineString, start: float, cars: int, colour: Colour) -> None:
    """Put a train of cars of 20 m on a track, a fixed distance from its beginning."""
    for i in range(cars):
        s = start + 21.5 * i
        if s > line.length - 12:
            return
        spot = along(line, s)
        canvas.slab(spot, 20.5, 3.0, colour, 4.0)
        canvas.slab(spot, 19.5, 1.2, tuple(min(1.0, 1.12 * c) for c in colour), 4.3)  # type: ignore[arg-type]


def station(canvas: Canvas, frame: Frame, length: float, count: int) -> Polygon:
    """Build a railway station: a fan of parallel tracks, platforms under roofs, trains, a hall.

    Args:
        canvas: Where to build.
        frame: Centre; tracks run along ``u``.
        length: Of the yard in metres.
        count: Number of tracks.

    Returns:
        Its outline.
    """
    rng = canvas.rng
    half = length / 2
    gap = 5.2
    # Every third gap is wide enough for a platform in the middle half of the yard.
    offsets: list[float] = []
    platforms: list[float] = []
    v = 0.0
    for i in range(count):
        offsets.append(v)
        if i < count * 0.62 and i % 2 == 1:
            platforms.append(v + 6.4)
            v += 12.8
        else:
            v += gap
    middle = (offsets[0] + offsets[-1]) / 2
    offsets = [o - middle for o in offsets]
    platforms = [p - middle for p in platforms]
    wide = offsets[-1] - offsets[0]
    yard = frame.polygon(
        [
            (-half - 90, -6), (-half * 0.72, -wide / 2 - 7), (half * 0.72, -wide / 2 - 7), (half + 90, -6),
            (half + 90, 6), (half * 0.72, wide / 2 + 7), (-half * 0.72, wide / 2 + 7), (-half - 90, 6),
        ]
    )  # fmt: skip
    canvas.fill(yard, (0.50, 0.46, 0.42), mottle=0.08, grain=0.06, feather_m=3)
    canvas.fill(
        yard.buffer(-5), (0.43, 0.40, 0.38), alpha=0.5, mottle=0.10, grain=0.06, feather_m=5
    )
    lines = []
    for o in offsets:
        # Tracks run together towards both throats of the yard.
        u = np.linspace(-half - 80, half + 80, 60)
        squeeze = np.clip((half + 70 - np.abs(u)) / (half * 0.42), 0, 1)
        squeeze = squeeze * squeeze * (3 - 2 * squeeze)
        lines.append(
            LineString(
                [
                    frame.point(a, o * b + 2.3 * np.sign(o) * (1 - b))
                    for a, b in zip(u.tolist(), squeeze.tolist(), strict=True)
                ]
            )
        )
    for line in lines:
        tracks(canvas, line)
    liveries: tuple[Colour, ...] = (
        (0.85, 0.86, 0.87),
        (0.62, 0.22, 0.18),
        (0.30, 0.40, 0.55),
        (0.55, 0.40, 0.30),
        (0.35, 0.36, 0.36),
        (0.78, 0.77, 0.72),
    )
    for i, line in enumerate(lines):
        if rng.random() < 0.8:
            freight = i >= count * 0.62
            start = float(rng.uniform(half * 0.45, half * (1.2 if freight else 1.0)))
            cars = int(rng.integers(6, 14))
            livery = liveries[int(rng.integers(len(liveries)))]
            if freight:
                for k in range(cars):
                    train(
                        canvas,
                        line,
                        start + 16.5 * k,
                        1,
                        liveries[int(rng.integers(len(liveries)))],
                    )
            else:
                train(canvas, line, start, cars, livery)
    for k, p in enumerate(platforms):
        canvas.fill(frame.box(-150, p - 4, 160, p + 4), (0.66, 0.65, 0.62), height=1.0)
        colour = (0.86, 0.87, 0.88) if k % 3 else (0.60, 0.70, 0.80)
        canvas.roof(frame.at(5, p), 230, 7.4, 5.0, 0.12, colour, "gable", 0.01)
    if platforms:
        # A footbridge hall across the platforms, the station building beside them.
        v0, v1 = -wide / 2 - 10, platforms[-1] + 6
        hall(canvas, frame.at(-20, (v0 + v1) / 2, math.pi / 2), v1 - v0, 16, (0.84, 0.85, 0.86), 9)
        front = frame.at(-10, -wide / 2 - 26)
        canvas.fill(front.box(-110, -34, 110, 16), (0.66, 0.64, 0.60), mottle=0.04)
        canvas.roof(front, 130, 22, 12, 0.25, (0.66, 0.52, 0.44), "hip")
        canvas.roof(front.at(0, 0, math.pi / 2), 30, 40, 14, 0.3, (0.60, 0.48, 0.42), "hip")
        for u in np.arange(-100, 100, 3.0).tolist():
            if rng.random() < 0.6:
                canvas.car(front.at(float(u), -26, math.pi / 2))
    return frame.box(-half * 0.9, -wide / 2 - 20, half * 0.9, wide / 2 + 15)


def bridge(
    canvas: Canvas, line: LineString, width: float, *, railway: bool = False, truss: bool = False
) -> Polygon:
    """Carry a road or railway over the water; returns the outline of the deck."""
    deck_height = 9.0
    deck = line.buffer(width / 2 + 2.0, cap_style="flat")
    for s in np.arange(16, line.length - 8, 24).tolist():
        pier = along(line, float(s))
        canvas.slab(pier, 3.0, width + 8, (0.62, 0.61, 0.58), 3.0)
    canvas.fill(deck, (0.78, 0.77, 0.74), grain=0.02, height=deck_height, oversample=2)
    if railway:
        tracks(canvas, line.parallel_offset(2.4, "left"), height=deck_height)
        tracks(canvas, line.parallel_offset(2.4, "right"), height=deck_height)
    else:
        road(
            canvas,
            line,
            width,
            pavement=0,
            traffic=0.03,
            height=deck_height,
            colour=(0.50, 0.50, 0.50),
        )
    for side in ("left", "right"):
        rail = line.parallel_offset(width / 2 + 1.6, side)
        top = deck_height + (6 if truss else 1.2)
        canvas.fill(rail.buffer(0.35), (0.85, 0.85, 0.84), height=top, oversample=2)
        for s in np.arange(3, line.length - 2, 7.0 if truss else 14.0).tolist():
            p = rail.interpolate(float(s))
            canvas.slab(Frame(p.x, p.y), 0.9, 0.9, (0.72, 0.72, 0.72), top)
    if truss:
        for s in np.arange(3, line.length - 2, 7.0).tolist():
            beam = along(line, float(s))
            canvas.slab(beam, 0.7, width + 3, (0.70, 0.71, 0.70), deck_height + 6)
    return deck


def boat(canvas: Canvas, frame: Frame, length: float) -> None:
    """Moor a yacht or motor boat; ``u`` points to its bow."""
    rng = canvas.rng
    w = 0.155 * length + 0.35
    h = length / 2
    hull = frame.polygon(
        [
            (-h, -0.8 * w),
            (-h, 0.8 * w),
            (0, w),
            (0.45 * h, 0.82 * w),
            (h, 0),
            (0.45 * h, -0.82 * w),
            (0, -w),
        ]
    )
    canvas.fill(hull, (0.95, 0.95, 0.94), height=1.8, oversample=4, grain=0, mottle=0)
    cabins: tuple[Colour, ...] = (
        (0.80, 0.80, 0.78), (0.30, 0.38, 0.52), (0.68, 0.58, 0.45), (0.90, 0.90, 0.9), (0.45, 0.46, 0.48),
    )  # fmt: skip
    canvas.slab(frame.at(-0.15 * h, 0), 0.75 * h, 1.1 * w, cabins[int(rng.integers(5))], 2.9)
    canvas.slab(frame.at(-0.75 * h, 0), 0.35 * h, 1.1 * w, (0.55, 0.48, 0.40), 1.6)
    if rng.random() < 0.55:
        canvas.slab(frame.at(0.12 * h, 0), 1.1 * h, 0.45, (0.9, 0.9, 0.9), 5.5)


def pier(
    canvas: Canvas, frame: Frame, length: float, boats: tuple[float, float], full: float = 0.88
) -> None:
    """Build a pier with moored boats on both sides; ``u`` runs away from the shore."""
    rng = canvas.rng
    small, large = boats
    size = float(rng.uniform(small, large))
    deck: Colour = (0.70, 0.66, 0.58)
    u = 14.0
    while u < length - 4:
        for side in (-1, 1):
            if rng.random() < full:
                long = size * float(rng.uniform(0.8, 1.15))
                turn = side * math.pi / 2 * (1 if rng.random() < 0.6 else -1)
                spot = frame.at(u + float(rng.normal(0, 0.2)), side * (2.4 + long / 2), turn)
                boat(canvas, spot, long)
        u += 0.33 * size + 1.9
        if rng.random() < 0.55:
            for side in (-1, 1):
                finger = frame.at(u - 0.165 * size - 0.95, side * (1.5 + size * 0.4))
                canvas.slab(finger, 0.9, size * 0.8, deck, 0.8)
    canvas.fill(frame.box(-6, -1.6, length, 1.6), deck, height=1.0, oversample=2, grain=0.04)
    canvas.fill(frame.box(length - 2, -9, length + 1.2, 9), deck, height=1.0, oversample=2)


def ship(canvas: Canvas, frame: Frame, length: float, *, containers: bool) -> None:
    """Moor a ship with a superstructure aft, with or without containers."""
    w = length * 0.072
    h = length / 2
    hull = frame.polygon(
        [
            (-h, -0.85 * w),
            (-h, 0.85 * w),
            (-0.9 * h, w),
            (0.7 * h, w),
            (h, 0),
            (0.7 * h, -w),
            (-0.9 * h, -w),
        ]
    )
    canvas.fill(hull, (0.50, 0.28, 0.23), height=7, oversample=2)
    canvas.fill(hull.buffer(-1.3), (0.58, 0.56, 0.53), height=7, oversample=2)
    canvas.slab(frame.at(-0.78 * h, 0), 0.16 * length, 1.7 * w, (0.93, 0.93, 0.92), 17)
    colours: tuple[Colour, ...] = (
        (0.62, 0.25, 0.2), (0.25, 0.38, 0.55), (0.85, 0.85, 0.83), (0.3, 0.48, 0.38), (0.75, 0.55, 0.3),
    )  # fmt: skip
    for u in np.arange(-0.55 * h, 0.7 * h, 7.0).tolist():
        if containers:
            for v in np.arange(-w + 1.5, w - 1.2, 2.6).tolist():
                colour = colours[int(canvas.rng.integers(5))]
                canvas.slab(
                    frame.at(float(u), float(v)),
                    6.2,
                    2.3,
                    colour,
                    float(canvas.rng.choice([9, 11, 13])),
                )
        elif int(u) % 3 == 0:
            canvas.slab(frame.at(float(u), 0), 5.0, 1.3 * w, (0.45, 0.43, 0.42), 8)


def breakwater(canvas: Canvas, line: LineString) -> None:
    """Heap rocks along a line in the water, with a path on top."""
    canvas.fill(line.buffer(11), (0.48, 0.46, 0.43), grain=0.16, mottle=0.10, height=1.0)
    rng = canvas.rng
    for s in np.arange(0, line.length, 1.1).tolist():
        for _ in range(3):
            side = float(rng.uniform(-11, 11))
            spot = along(line, float(s)).at(0, side, float(rng.uniform(0, 3)))
            tone = float(rng.uniform(0.34, 0.72))
            size = float(rng.uniform(1.2, 2.6))
            canvas.slab(
                spot, size, size * 0.8, (tone, 0.97 * tone, 0.92 * tone), 3.2 - abs(side) * 0.2
            )
    canvas.fill(line.buffer(2.4), (0.74, 0.72, 0.68), height=3.5)


def harbour_water(canvas: Canvas, shape: Polygon) -> None:
    """Fill the harbour and the sea off it: dark green-blue, no bank, fading into the beach's sea."""
    water(
        canvas,
        shape,
        (0.17, 0.29, 0.29),
        (0.12, 0.26, 0.30),
        depth_m=90,
        ripple=0.02,
        bank=None,
        fade=lambda x, y: (y - 1080) / 330 + 0.0 * x,
    )


def quay(canvas: Canvas, shape: Polygon) -> None:
    """Pave the land along the harbour."""
    canvas.fill(shape, CONCRETE, mottle=0.05, height=2.0)
