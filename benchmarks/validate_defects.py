"""Faults of every kind, one function a kind, each with what a check must say about it.

Areas are taken in exact rational arithmetic from the coordinates put in, so that nothing is
compared with the arithmetic under test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
import shapely

from benchmarks.validate_scene import BLOCK, Scene, code, parent

__all__ = ["KINDS", "Seeded", "area_of"]

#: Places in a ring: the two vertices inside its east side, and the corners at its ends.
LOW, ONE, TWO, HIGH = 3, 4, 5, 6


@dataclass
class Seeded:
    """One fault.

    Parameters
    ----------
    kind : str
        Its class.
    wanted : list of (rules, names, area, border)
        Findings that must be there: rule (any of several), exactly these feature names; for
        a patch its area in m2 and the length of its border, else ``None``.
    near : set of str
        Features at the place: anything said about these alone is a consequence.
    """

    kind: str
    wanted: list = field(default_factory=list)
    near: set[str] = field(default_factory=set)

    def want(self, rules: str, names, patch=None) -> None:
        """Add a finding that must be there."""
        area, border = (None, None) if patch is None else (area_of(patch), border_of(patch))
        self.wanted.append((tuple(rules.split()), frozenset(names), area, border))
        self.near.update(names)


@dataclass
class Site:
    """A cell with its scene, and how to change it."""

    scene: Scene
    r: int
    c: int
    rng: np.random.Generator
    number: int

    @property
    def ring(self) -> np.ndarray:
        """A copy of the clean ring."""
        return self.scene.rings[self.r, self.c].copy()

    @property
    def name(self) -> str:
        """Code of the zone."""
        return code(self.r, self.c)

    @property
    def house(self) -> dict:
        """Its building."""
        return self.scene.buildings[self.r, self.c]

    @property
    def fresh(self) -> str:
        """A code that nobody has, in the same district."""
        return f"{parent(self.r, self.c)}001{500 + self.number:03d}"

    def at(self, dr: int, dc: int) -> str:
        """Code of a cell beside."""
        return code(self.r + dr, self.c + dc)

    @property
    def beside(self) -> list[str]:
        """Codes of the neighbours that share a side."""
        steps = ((0, 1), (0, -1), (1, 0), (-1, 0))
        return [self.at(*s) for s in steps if self.c + s[1] < self.scene.side]

    def put(self, ring: np.ndarray, holes=()) -> None:
        """Give the zone another shape."""
        self.scene.zones[self.r, self.c]["geometry"] = shapely.Polygon(ring, holes)

    def add(self, shape, name: str | None = None) -> str:
        """Add a zone."""
        name = name or self.fresh
        self.scene.zones["zone", self.number] = {"zone_code": name, "geometry": shape}
        return name

    def add_house(self, shape, **columns) -> str:
        """Add a building."""
        name = f"N{self.number:04d}"
        row = {"building_id": name, "zone_code": self.name, "number": 2, "persons": 3}
        self.scene.buildings["house", self.number] = {**row, **columns, "geometry": shape}
        return name

    def width(self, low: float = 1e-3, high: float = 10.0) -> float:
        """A width, evenly over the decades."""
        return float(10 ** self.rng.uniform(np.log10(low), np.log10(high)))

    def square(self, size: float) -> np.ndarray:
        """A square inside the zone, clear of its building."""
        x, y = self.scene.zones[self.r, self.c]["geometry"].centroid.coords[0]
        x, y = x - 24, y - 24
        half = size / 2
        return np.array(
            [[x - half, y - half], [x + half, y - half], [x + half, y + half], [x - half, y + half]]
        )


def area_of(points: np.ndarray) -> float:
    """Area of a ring in exact arithmetic."""
    xy = [(Fraction(float(x)), Fraction(float(y))) for x, y in points]
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(xy, xy[1:] + xy[:1]))
    return abs(float(twice / 2))


def border_of(points: np.ndarray) -> float:
    """Length of the border of a ring."""
    return float(np.hypot(*(points - np.roll(points, 1, axis=0)).T).sum())


def moved(site: Site, step: float) -> tuple[np.ndarray, np.ndarray]:
    """The zone's ring with its east side moved by `step`, and the strip between."""
    clean, ring = site.ring, site.ring
    ring[[ONE, TWO], 0] += step
    strip = np.array([clean[LOW], clean[ONE], clean[TWO], clean[HIGH], ring[TWO], ring[ONE]])
    return ring, strip


def gap(site, told):
    ring, strip = moved(site, -site.width())
    site.put(ring)
    told.want("COV001", [site.name, site.at(0, 1)], strip)


def overlap(site, told):
    ring, strip = moved(site, site.width())
    site.put(ring)
    told.want("COV002", [site.name, site.at(0, 1)], strip)


def gap_at_the_rim(site, told):
    ring, strip = moved(site, -site.width())
    site.put(ring)
    told.want("COV001", [site.name], strip)


def outside(site, told):
    ring, strip = moved(site, site.width())
    site.put(ring)
    told.want("COV003", [site.name], strip)


def hole(site, told):
    square = site.square(site.width())
    site.put(site.ring, [square])
    told.want("COV001", [site.name], square)


def edge_matched_gap(site, told):
    """Two zones part, and a third fills the strip but for its middle."""
    ring, strip = moved(site, -site.width(0.5, 8))
    site.put(ring)
    # The strip is cut at its inner vertices: two thirds are filled, vertex by vertex.
    low, one, two, high, two_, one_ = strip
    fill = shapely.MultiPolygon([shapely.Polygon([low, one, one_])])
    name = site.add(shapely.union(fill, shapely.Polygon([two, high, two_])))
    told.want("COV001", [site.name, site.at(0, 1), name], np.array([one, two, two_, one_]))


def missing_zone(site, told):
    del site.scene.zones[site.r, site.c]
    told.want("COV001", site.beside, site.ring[:-1])


def sliver_zone(site, told):
    ring, strip = moved(site, -site.width(0.05, 1))
    site.put(ring)
    told.want("ZON003", [site.add(shapely.Polygon(strip))])


def duplicate(site, told):
    name = site.add(shapely.Polygon(site.ring))
    told.want("COV005", [site.name, name], site.ring[:-1])


def shifted_duplicate(site, told):
    shift = site.rng.uniform(-1.5, 1.5, 2)
    told.want("COV005", [site.name, site.add(shapely.Polygon(site.ring + shift))])


def straight(site, vertex):
    """Both sides of the border drawn straight; the zone alone has a vertex on it."""
    ring = site.ring
    other = site.scene.rings[site.r, site.c + 1].copy()
    keep = np.ones(len(other), bool)
    keep[[10, 11]] = False
    site.scene.zones[site.r, site.c + 1]["geometry"] = shapely.Polygon(other[keep])
    site.put(np.concatenate([ring[: LOW + 1], [vertex], ring[HIGH:]]))


def t_on_the_line(site, told):
    ring = site.ring
    straight(site, (ring[LOW] + ring[HIGH]) / 2)
    told.want("COV004", [site.name, site.at(0, 1)])


def t_off_the_line(site, told):
    ring = site.ring
    vertex = (ring[LOW] + ring[HIGH]) / 2 - [site.width(), 0]
    straight(site, vertex)
    told.want("COV001", [site.name, site.at(0, 1)], np.array([ring[LOW], vertex, ring[HIGH]]))


def rounding_in_the_last_place(site, told):
    ring = site.ring
    ring[ONE, site.rng.integers(2)] += site.rng.choice([-2, -1, 1, 2]) * np.spacing(ring[ONE, 1])
    site.put(ring)
    told.want("COV004", [site.name, site.at(0, 1)])


def rounding_to_millimetres(site, told):
    """The vertices of the east side alone, so that what must be said is known."""
    ring = site.ring
    ring[[ONE, TWO]] = np.round(ring[[ONE, TWO]], 3)
    site.put(ring)
    told.want("COV001 COV002", [site.name, site.at(0, 1)])


def spike(site, told):
    ring = site.ring
    way = ring[TWO] - ring[ONE]
    low, high = ring[ONE] + 0.499 * way, ring[ONE] + 0.501 * way
    tip = (low + high) / 2 + [site.rng.uniform(15, 30), 0]
    site.put(np.concatenate([ring[: ONE + 1], [low, tip, high], ring[TWO:]]))
    told.want("GEO004", [site.name])
    told.want("COV002", [site.name, site.at(0, 1)], np.array([low, tip, high]))


def bow_tie(site, told):
    ring = site.ring
    ring[[LOW, HIGH]] = ring[[HIGH, LOW]]
    site.put(ring)
    told.want("GEO003", [site.name])


def not_finite(site, told):
    ring = site.ring
    ring[ONE] = np.nan
    site.put(ring)
    told.want("GEO001", [site.name])


def empty(site, told):
    site.scene.zones[site.r, site.c]["geometry"] = shapely.Polygon()
    told.want("GEO002", [site.name])
    told.want("COV001", site.beside, site.ring[:-1])


def swapped_axes(site, told):
    site.put(site.ring[:, ::-1])
    told.near.add("zones")  # CRS004 names the layer
    told.want("COV003", [site.name], site.ring[:-1])
    told.want("COV001", site.beside, site.ring[:-1])


def multipart(site, told):
    far = site.scene.rings[site.r, site.c + 2]
    both = shapely.MultiPolygon([shapely.Polygon(site.ring), shapely.Polygon(far)])
    site.scene.zones[site.r, site.c]["geometry"] = both
    del site.scene.zones[site.r, site.c + 2]
    site.scene.buildings[site.r, site.c + 2].update(zone_code=site.name, number=2)
    told.near.update([site.at(0, 2), site.at(0, 3)])
    told.want("ZON001", [site.name])


def point_touch(site, told):
    ring = site.ring
    triangle = ring[ONE] + np.array([[0, 0], [-20, 5], [-20, -5]])
    site.put(ring, [triangle])
    site.add(shapely.Polygon(triangle))
    told.want("ZON002", [site.name])


def height(site, told):
    row = site.scene.zones[site.r, site.c]
    row["geometry"] = shapely.force_3d(row["geometry"], 12.0)
    told.want("GEO006", [site.name])


def corner(site, told):
    """One zone leaves the corner where townships or zones meet."""
    clean, ring = site.ring, site.ring
    ring[HIGH] -= site.width()
    site.put(ring)
    patch = np.array([clean[TWO], clean[HIGH], clean[HIGH + 1], ring[HIGH]])
    told.want("COV001", [site.name, site.at(0, 1), site.at(1, 0)], patch)


def nested(site, told):
    square = site.square(site.width(4, 16))
    told.want("COV006", [site.name, site.add(shapely.Polygon(square))], square)


def enclave_too_small(site, told):
    """A hole, and in it a zone that leaves a ring of ground."""
    outer, inner = site.square(16), site.square(16 - 2 * site.width(1e-3, 6))
    site.put(site.ring, [outer])
    name = site.add(shapely.Polygon(inner))
    told.want("COV001", [site.name, name])
    area = float(Fraction(area_of(outer)) - Fraction(area_of(inner)))
    told.wanted[-1] = (*told.wanted[-1][:2], area, border_of(outer) + border_of(inner))


def over_the_border(site, told):
    """Two zones of two townships share another line than the townships."""
    ring, strip = moved(site, site.width())
    other = site.scene.rings[site.r, site.c + 1].copy()
    other[[11, 10]] = ring[[ONE, TWO]]
    site.put(ring)
    site.scene.zones[site.r, site.c + 1]["geometry"] = shapely.Polygon(other)
    told.want("COV003", [site.name], strip)


def townships_part(site, told):
    """One township's border is moved alone: claimed by both, or by none."""
    step = site.width() * site.rng.choice([-1, 1])
    ring, strip = moved(site, step)
    clean = site.ring
    mine, theirs = parent(site.r, site.c), parent(site.r, site.c + 1)
    at = {tuple(clean[k]): ring[k] for k in (ONE, TWO)}
    border = shapely.get_coordinates(site.scene.parents[mine])
    border = np.array([at.get(tuple(p), p) for p in border])
    site.scene.parents[mine] = shapely.Polygon(border)
    told.want("COV007", [mine, theirs], strip)


def code_missing(site, told):
    site.scene.zones[site.r, site.c]["zone_code"] = None
    told.want("COD001", [f"row of {site.r},{site.c}"])


def code_twice(site, told):
    site.scene.zones[site.r, site.c]["zone_code"] = site.at(0, -1)
    told.want("COD002", [site.at(0, -1)])


def code_malformed(site, told):
    site.scene.zones[site.r, site.c]["zone_code"] = site.name[:-1] + "X"
    told.want("COD003", [site.name[:-1] + "X"])


def code_of_another_parent(site, told):
    far = parent(0, 0) if parent(site.r, site.c) != parent(0, 0) else parent(0, BLOCK)
    name = f"{far}001{500 + site.number:03d}"
    site.scene.zones[site.r, site.c]["zone_code"] = name
    told.want("COD004", [name])


def building_outside(site, told):
    far = site.scene.rings[:, :, :, 0].max() + 50 + 30 * site.number
    y = site.ring[0, 1]
    told.want("BLD001", [site.add_house(shapely.box(far, y, far + 9, y + 9))])


def building_unassigned(site, told):
    site.house["zone_code"] = None
    told.want("BLD002", [site.house["building_id"]])


def building_straddles(site, told):
    x, y = (site.ring[ONE] + site.ring[TWO]) / 2
    site.house["geometry"] = shapely.box(x - 8, y - 5, x + 4, y + 5)
    told.want("BLD003", [site.house["building_id"]])


def building_has_other_code(site, told):
    site.house.update(zone_code=site.at(0, -1), number=2)
    told.want("BLD004", [site.house["building_id"]])


def building_twice(site, told):
    shape = shapely.transform(site.house["geometry"], lambda c: c + 0.5)
    told.want("BLD005", [site.house["building_id"], site.add_house(shape)])


def number_twice(site, told):
    shape = shapely.Polygon(site.square(8))
    told.want("BLD006", [site.house["building_id"], site.add_house(shape, number=1)])


#: Kind to function, and where it may stand: anywhere inside, "inner" (no border of a township
#: beside), "border" (east side is one), "rim" (east side is the county's).
KINDS: dict[str, tuple[Callable, str]] = {
    f.__name__: (f, where)
    for where, group in {
        "any": (
            gap, overlap, hole, missing_zone, sliver_zone, duplicate, shifted_duplicate,
            rounding_in_the_last_place, rounding_to_millimetres, spike, bow_tie, not_finite,
            empty, swapped_axes, point_touch, height, corner, nested, enclave_too_small,
            edge_matched_gap, code_missing, code_twice, code_malformed, code_of_another_parent,
            building_outside, building_unassigned, building_straddles, building_has_other_code,
            building_twice, number_twice,
        ),
        "inner": (t_on_the_line, t_off_the_line, multipart),
        "border": (over_the_border, townships_part),
        "rim": (gap_at_the_rim, outside),
    }.items()
    for f in group
}  # fmt: skip


def fits(where: str, site: Site) -> bool:
    """Whether a kind may stand at a site."""
    rim = site.c == site.scene.side - 1
    border = site.c % BLOCK == BLOCK - 1 and not rim
    if where == "any":
        return not rim
    return {"inner": not rim and not border, "border": border, "rim": rim}[where]
