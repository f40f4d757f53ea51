"""Faults of the shapes: of one zone, between neighbours, against what holds them.

One function a kind, each with what a check must say about it.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import shapely

from benchmarks.validate_scene import parent
from benchmarks.validate_site import Site, area_of, border_of

#: Places in a ring: the two vertices inside its east side, and the corners at its ends.
LOW, ONE, TWO, HIGH = 3, 4, 5, 6


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
