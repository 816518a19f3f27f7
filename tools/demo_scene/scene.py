"""Where everything lies: the plan of the demo scene, and the record of what was put where."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from shapely.geometry import LineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from . import nature, town, transport
from .canvas import Array, Canvas, Frame

SIZE_M = 3000.0


@dataclass(frozen=True)
class Place:
    """A place of one kind; the outline is in metres east and south of the upper left corner."""

    kind: str
    name: str
    outline: Polygon


def build(pixel_m: float, seed: int) -> tuple[Canvas, list[Place]]:
    """Paint the whole scene.

    Args:
        pixel_m: Pixel of the working canvas in metres.
        seed: Of everything random.

    Returns:
        The painted, not yet lit canvas, and what lies where.
    """
    canvas = Canvas(SIZE_M, pixel_m, seed)
    rng = canvas.rng
    places: list[Place] = []

    def place(kind: str, name: str, outline: BaseGeometry) -> None:
        whole = outline.intersection(box(0, 0, SIZE_M, SIZE_M))
        parts = getattr(whole, "geoms", [whole])
        places.extend(
            Place(kind, name, part)
            for part in parts
            if isinstance(part, Polygon) and part.area > 100
        )

    nature.meadow(canvas)

    # --- water first: land is built around it ------------------------------------------------
    shore_y = np.arange(-60, 1361, 10.0)
    shore = [(float(nature.coast_x(y)), float(y)) for y in shore_y.tolist()]
    sea = Polygon(
        [*shore, (2480, 1400), (2420, 1500), (2300, 1560), (2268, 1600), (2268, 2560), (2420, 2590),
         (2500, 2700), (2470, 2850), (2530, 3060), (3100, 3060), (3100, -60)]
    )  # fmt: skip
    nature.beach(canvas, 1400)
    transport.harbour_water(canvas, sea.intersection(box(2200, 1080, 3000, 3000)))

    stream = nature.smooth(
        [(-60, 930), (260, 880), (520, 960), (760, 1110), (1040, 1235), (1300, 1270), (1560, 1230),
         (1820, 1190), (2060, 1240), (2300, 1330), (2520, 1440), (2700, 1480)]
    )  # fmt: skip

    def fade_out(x: Array, y: Array) -> Array:
        return (2660 - x) / 260 + 0.0 * y

    banks = []
    for s in np.arange(0, stream.length, 12.0).tolist():
        p = stream.interpolate(float(s))
        width = (
            40
            + 3.5 * math.sin(s / 130)
            + 2.5 * math.sin(s / 47)
            + 38 * max(0, (p.x - 2250) / 350) ** 2
        )
        banks.append(p.buffer(width))
    river = LineString(stream.coords).buffer(36)
    for bank in banks:
        river = river.union(bank)
    river = river.buffer(-6).buffer(6)
    inland = river.intersection(box(0, 0, 2440, 3000))
    nature.water(
        canvas,
        river,
        (0.34, 0.39, 0.30),
        (0.25, 0.33, 0.28),
        depth_m=16,
        ripple=0.022,
        bank=None,
        fade=fade_out,
    )
    place("river", "Long River", inland.buffer(15))

    canvas.fill(
        river.buffer(5).difference(river.union(sea)),
        (0.40, 0.39, 0.28),
        alpha=0.8,
        mottle=0.10,
        feather_m=3,
    )
    ponds = [
        (
            "Forest Pond",
            nature.blob(rng, 700, 500, 72, 0.30),
            (0.24, 0.36, 0.30),
            (0.13, 0.25, 0.23),
        ),
        (
            "Meadow Pond",
            nature.blob(rng, 1905, 2880, 66, 0.34),
            (0.42, 0.47, 0.36),
            (0.32, 0.40, 0.32),
        ),
        (
            "Park Pond",
            nature.blob(rng, 2110, 2700, 60, 0.32),
            (0.26, 0.36, 0.27),
            (0.17, 0.27, 0.22),
        ),
    ]
    for name, outline, shallow, deep in ponds:
        nature.water(canvas, outline, shallow, deep, depth_m=12, ripple=0.012)
        place("pond", name, outline.buffer(25))

    # --- railway: the yard, and the line north over the river and south-east ------------------
    yard = Frame(1612, 1870, math.radians(86))
    north = nature.smooth(
        [
            yard.point(-455, 0),
            yard.point(-600, 2),
            (1568, 1230),
            (1560, 1000),
            (1585, 600),
            (1580, 250),
            (1560, -40),
        ]
    )
    south = nature.smooth(
        [yard.point(450, 0), (1660, 2390), (1735, 2520), (1760, 2700), (1755, 3060)]
    )
    roads = {
        "forest": nature.smooth([(868, -40), (872, 350), (850, 700), (790, 980), (745, 1110), (690, 1240), (660, 1420), (655, 1800), (660, 2300)]),
        "river": nature.smooth([(640, 1425), (1000, 1415), (1480, 1425), (1900, 1420), (2255, 1440)]),
        "bridge": nature.smooth([(1452, -40), (1470, 300), (1478, 640), (1468, 1000), (1462, 1240), (1478, 1425)]),
        "coast": nature.smooth([(2392, -40), (2380, 400), (2398, 700), (2352, 1000), (2306, 1180), (2292, 1330), (2262, 1470), (2222, 1600), (2214, 1900), (2212, 2300), (2222, 2600), (2300, 2750), (2310, 3060)]),
        "sports": nature.smooth([(1478, 632), (1750, 628), (2100, 640), (2392, 630)]),
        "airport": nature.smooth([(-40, 2275), (400, 2280), (660, 2285), (1200, 2268), (1480, 2290)]),
        "freight": nature.smooth([(1722, 1422), (1726, 1800), (1740, 2250), (1860, 2440), (2216, 2450)]),
    }  # fmt: skip

    # --- farmland -----------------------------------------------------------------------------
    farms = [
        ("North Fields", Polygon([(890, 0), (1420, 0), (1440, 620), (1430, 1140), (1290, 1175), (1060, 1140), (860, 1010), (880, 700)]), 0.22),
        ("West Fields", Polygon([(0, 1010), (230, 960), (480, 1030), (610, 1140), (560, 1190), (0, 1180)]), -0.35),
        ("South Fields", Polygon([(1800, 2490), (2190, 2480), (2230, 2600), (2170, 2605), (2010, 2640), (2000, 2790), (1800, 2790)]), 0.1),
        ("Heath Fields", Polygon([(0, 700), (600, 790), (640, 860), (420, 850), (180, 810), (0, 850)]), 0.1),
    ]  # fmt: skip
    for name, outline, angle in farms:
        nature.fields(canvas, outline, angle)
        place("farmland", name, outline)

    # --- bare land ------------------------------------------------------------------------------
    quarry = Polygon(
        [(20, 1620), (330, 1600), (610, 1640), (620, 2000), (590, 2230), (250, 2245), (20, 2220)]
    )
    nature.bare_land(canvas, quarry)
    place("bareland", "Stripped Ground", quarry.buffer(-10))

    # --- roads and tracks ------------------------------------------------------------------------
    for name, line in roads.items():
        town.road(canvas, line, 12 if name in ("coast", "freight") else 9, traffic=0.014)
    for line in (north, south):
        canvas.fill(line.buffer(9), (0.44, 0.43, 0.33), mottle=0.08, feather_m=3)
        for side in ("left", "right"):
            transport.tracks(canvas, line.parallel_offset(2.4, side))

    # Roads and tracks were drawn across the river: water again, then bridges above it.
    nature.water(
        canvas, river,
        (0.34, 0.39, 0.30), (0.25, 0.33, 0.28), depth_m=16, ripple=0.022, bank=None, fade=fade_out,
    )  # fmt: skip
    for name, key, width, truss in (
        ("Forest Bridge", "forest", 11.0, False),
        ("Middle Bridge", "bridge", 12.0, False),
        ("Coast Bridge", "coast", 15.0, True),
    ):
        span = roads[key].intersection(inland.buffer(14))
        span = max(getattr(span, "geoms", [span]), key=lambda g: g.length)
        transport.bridge(canvas, span, width, truss=truss)
        place("bridge", name, span.buffer(75))
    span = north.intersection(inland.buffer(14))
    span = max(getattr(span, "geoms", [span]), key=lambda g: g.length)
    transport.bridge(canvas, span, 11.0, railway=True, truss=True)
    place("bridge", "Railway Bridge", span.buffer(75))

    # --- station -----------------------------------------------------------------------------------
    place("railwaystation", "Central Station", transport.station(canvas, yard, 780, 18))

    # --- airport -------------------------------------------------------------------------------------
    field = Frame(870, 2850, math.radians(-2.5))
    parts = transport.airport(canvas, field, 1560)
    place("airport", "Airport Terminal", parts["apron"])
    place("runway", "Airport Runway", parts["runway"])
    place("airport", "Airport Grounds", parts["ground"].difference(parts["apron"].buffer(-30)))

    # --- sport -----------------------------------------------------------------------------------------
    for name, at, blue in (
        ("Great Stadium", Frame(1900, 705, 0.08), False),
        ("Coast Track", Frame(2272, 702, math.pi / 2 + 0.03), False),
        ("School Track", Frame(1900, 1050, -0.06), False),
    ):
        place(
            "playground",
            name,
            town.track_field(canvas, at, stand=name != "School Track", blue=blue).buffer(18),
        )
    for i in range(2):
        at = Frame(2047, 704 + i * 158, math.pi / 2 + 0.05)
        place("playground", f"Pitch {i + 1}", town.pitch(canvas, at, 105, 68).buffer(10))
    at = Frame(2250, 900, 0.02)
    place("playground", "Pitch 3", town.pitch(canvas, at, 100, 64).buffer(10))
    for u, v, colour in ((1868, 915, town.RED_ROOFS[0]), (1925, 925, (0.74, 0.74, 0.72))):
        town.hall(canvas, Frame(u, v, 0.05), 46, 20, colour, 10)
    for i in range(6):
        town.court(canvas, Frame(1690 + (i % 2) * 42, 900 + (i // 2) * 24), (0.28, 0.42, 0.58))
    for k, (x, y, turn) in enumerate(((62.0, 1340.0, -0.62), (540.0, 1345.0, -2.45))):
        place(
            "baseballfield",
            f"Ballpark {k + 1}",
            town.baseball(canvas, Frame(x, y, turn), radius=86).buffer(15),
        )
    for k in range(4):
        turn = 0.3 + k * math.pi / 2
        at = Frame(300, 1475).at(0, 0, turn).at(13, 0)
        place(
            "baseballfield",
            f"Softball {k + 1}",
            town.baseball(canvas, at, radius=62, skinned=True).buffer(8),
        )
    canvas.fill(Point(300, 1475).buffer(11), town.CONCRETE)

    # --- houses ------------------------------------------------------------------------------------------
    town.roundabout(canvas, 1085, 1830, [0.12 + k * math.pi / 2 for k in range(4)], 330)
    place("roundabout", "Big Roundabout", Point(1085, 1830).buffer(60))
    old_town = Polygon([(690, 1450), (1520, 1450), (1530, 2240), (700, 2250)]).difference(
        yard.box(-500, -500, 500, 130)
    )
    for k, (u0, v0, u1, v1) in enumerate(
        ((-420, -420, -8, -8), (8, -420, 440, -8), (-420, 8, -8, 440), (8, 8, 440, 440))
    ):
        quarter = Frame(1085, 1830, 0.12).box(u0, v0, u1, v1).intersection(old_town)
        quarter = quarter.difference(Point(1085, 1830).buffer(42))
        turn = 0.12 + (math.pi / 2 if k in (1, 2) else 0)
        town.houses(
            canvas,
            quarter,
            Frame(1085 + 37, 1830 + 37, turn),
            roofs=town.RED_ROOFS,
            row_m=51,
            lot_m=13.2,
            cross_m=160,
        )
    place("denseresidential", "Old Town", old_town)
    suburb = Polygon([(1620, 20), (2355, 20), (2350, 400), (2368, 605), (1620, 605)])
    town.houses(
        canvas, suburb, Frame(1990, 310, -0.16), roofs=town.GREY_ROOFS, row_m=58, lot_m=15.5, cross_m=190,
        size=(14.5, 13.5), style="gable", trees=0.75,
    )  # fmt: skip
    place("denseresidential", "Seaside Suburb", suburb)

    # --- shopping centre and car parks -----------------------------------------------------------------------
    lots = [
        (
            "Shopping Car Park",
            Polygon([(1762, 1560), (2075, 1560), (2075, 1835), (1762, 1835)]),
            0.0,
        ),
        (
            "Beach Car Park",
            Polygon([(2412, 40), (2450, 40), (2446, 330), (2408, 330)]),
            math.pi / 2,
        ),
    ]
    for name, outline, turn in lots:
        town.car_park(canvas, outline, Frame(outline.centroid.x, outline.centroid.y, turn))
        place("parking", name, outline)
    town.hall(canvas, Frame(1918, 1497), 290, 76, (0.78, 0.78, 0.76), 11)
    town.hall(canvas, Frame(2138, 1700, math.pi / 2), 240, 72, (0.70, 0.71, 0.72), 10)

    # --- storage tanks -----------------------------------------------------------------------------------------
    farm = Polygon([(1775, 1885), (2180, 1885), (2180, 2420), (1900, 2420), (1775, 2260)])
    canvas.fill(farm, (0.60, 0.56, 0.49), mottle=0.07, grain=0.05)
    for u in (1778, 1978, 2178):
        town.road(
            canvas,
            LineString([(u, 1890), (u, 2415 if u > 1900 else 2255)]),
            6,
            pavement=0,
            marking=False,
            traffic=0.004,
        )
    for v in (1888, 2055, 2225, 2412):
        town.road(
            canvas,
            LineString([(1778 if v < 2300 else 1900, v), (2178, v)]),
            6,
            pavement=0,
            marking=False,
            traffic=0.004,
        )
    spec = (
        (1878, 1970, 3, 3, 50, 20.0, 14.0), (2078, 1970, 4, 3, 44, 16.0, 12.0), (1878, 2140, 4, 4, 40, 13.5, 12.0),
        (2078, 2140, 3, 3, 52, 21.0, 15.0), (2070, 2318, 3, 3, 52, 20.0, 14.0), (1935, 2318, 2, 5, 27, 9.5, 10.0),
    )  # fmt: skip
    for cx, cy, nx, ny, step, radius, tall in spec:
        canvas.fill(
            box(
                cx - nx * step / 2 - 6,
                cy - ny * step / 2 - 2,
                cx + nx * step / 2 + 6,
                cy + ny * step / 2 + 2,
            ),
            (0.66, 0.62, 0.55),
            mottle=0.05,
        )
        for i in range(nx):
            for j in range(ny):
                x, y = cx + (i - (nx - 1) / 2) * step, cy + (j - (ny - 1) / 2) * step
                canvas.fill(
                    box(
                        x - step / 2 + 1, y - step / 2 + 1, x + step / 2 - 1, y + step / 2 - 1
                    ).boundary.buffer(0.7),
                    (0.72, 0.69, 0.62),
                    height=1.5,
                )
                canvas.fill(
                    LineString([(x, y), (x, cy + ny * step / 2)]).buffer(0.5),
                    (0.78, 0.78, 0.77),
                    height=1.0,
                )
                town.tank(
                    canvas,
                    x,
                    y,
                    radius * float(rng.uniform(0.94, 1.0)),
                    tall,
                    floating=bool(rng.random() < 0.18),
                )
        canvas.fill(
            box(
                cx - nx * step / 2,
                cy + ny * step / 2 - 0.8,
                cx + nx * step / 2,
                cy + ny * step / 2 + 0.8,
            ),
            (0.75, 0.75, 0.74),
            height=1.2,
        )
    place("storagetanks", "Tank Farm", farm)

    # --- harbour -----------------------------------------------------------------------------------------------
    transport.quay(canvas, Polygon([(2228, 1620), (2274, 1608), (2274, 2556), (2230, 2556)]))
    transport.breakwater(
        canvas,
        nature.smooth([(2290, 1572), (2500, 1585), (2720, 1640), (2830, 1800), (2840, 1960)]),
    )
    transport.breakwater(
        canvas,
        nature.smooth([(2400, 2585), (2620, 2570), (2780, 2480), (2840, 2330), (2842, 2180)]),
    )
    for k in range(7):
        transport.pier(canvas, Frame(2274, 1662 + 47 * k), 300 if k else 250, (9.5, 15.5))
    for k in range(7):
        transport.pier(canvas, Frame(2274, 2230 + 44 * k), 310, (9.0, 14.5))
    transport.quay(canvas, box(2268, 2040, 2470, 2078))
    transport.ship(canvas, Frame(2372, 2024, 0), 150, containers=True)
    transport.ship(canvas, Frame(2376, 2094, math.pi), 120, containers=False)
    for _ in range(26):
        spot = Frame(
            float(rng.uniform(2600, 2800)),
            float(rng.uniform(1760, 2420)),
            float(rng.uniform(0, 6.3)),
        )
        transport.boat(canvas, spot, float(rng.uniform(8, 14)))
    for k in range(9):
        town.hall(
            canvas,
            Frame(2250, 1660 + k * 100, math.pi / 2),
            float(rng.uniform(30, 70)),
            16,
            (0.62, 0.64, 0.68) if k % 2 else (0.66, 0.42, 0.34),
            7,
        )
    for k in range(9):
        for j in range(8):
            canvas.car(Frame(2234 + 0.1 * j, 1702 + k * 100 + 3 * j))
    place("port", "Fishing and Yacht Harbour", box(2262, 1630, 2620, 2000))
    place("port", "South Marina", box(2262, 2190, 2620, 2530))
    place("port", "Cargo Quay", box(2262, 2000, 2480, 2110))

    # --- beach, forest, and trees on what is left ---------------------------------------------------------------------
    sand = Polygon(
        [(x - 95, y) for x, y in shore if y < 1270]
        + [(x + 75, y) for x, y in reversed(shore) if y < 1270]
    )
    place("beach", "Long Beach", sand)
    woods = Polygon(
        [(-5, -5), (845, -5), (850, 300), (826, 640), (690, 770), (610, 760), (-5, 670)]
    )
    nature.forest(
        canvas, woods.difference(roads["forest"].buffer(14)).difference(ponds[0][1].buffer(5))
    )
    place("forest", "Great Forest", woods.difference(Point(700, 500).buffer(95)))
    grove = Polygon(
        [(2330, 2680), (2440, 2640), (2470, 2720), (2430, 2860), (2470, 2990), (2330, 2995)]
    )
    nature.forest(canvas, grove.difference(roads["coast"].buffer(12)))
    place("forest", "Coast Grove", grove)
    for name in ("river", "coast", "airport", "sports"):
        town.street_trees(canvas, roads[name], 10.5, 13)
    canvas.scatter_trees(river.buffer(26).difference(river), 6.5, share=0.55, clump=0.6)
    for _, outline, _, _ in ponds:
        canvas.scatter_trees(outline.buffer(26).difference(outline.buffer(2)), 6.5, share=0.75)
    canvas.scatter_trees(box(0, 1190, 640, 1620), 9, share=0.6, clump=0.9)
    canvas.scatter_trees(box(1600, 640, 2390, 1180), 9, share=0.16, clump=1.6)
    canvas.scatter_trees(
        box(0, 0, SIZE_M, SIZE_M), 12, share=0.10, clump=1.6, radius=(1.4, 4.2), height=(2.5, 9)
    )
    return canvas, places
