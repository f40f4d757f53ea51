"""A place for a fault in a scene, and what a check must say about the fault.

Areas are taken in exact rational arithmetic from the coordinates put in, so that nothing is
compared with the arithmetic under test.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
import shapely

from benchmarks.validate_scene import Scene, code, parent

__all__ = ["Seeded", "Site", "area_of", "border_of"]


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
