"""Corners and rings of polygons as flat arrays, looked at once for all geometry rules."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from zoning.validate.context import Context

__all__ = ["CHECKED", "Corners", "corners_of", "named", "ring_shapes", "self_touches", "together"]

#: Layers whose geometry is checked.
CHECKED = ("areas", "districts", "zones", "buildings", "barriers")
#: A corner sharper than this is a spike (default of zoning; no manual gives a figure).
SPIKE_DEGREES = 1.0
#: Features of one layer beyond which one finding names them all (info rules).
MANY = 100
_CHUNK = 50_000


@dataclass(frozen=True)
class Corners:
    """What the rings of one layer show, by row of the layer.

    Parameters
    ----------
    spikes : array of float, shape (n, 4)
        Row, x and y of the tip, length in metres of its shorter leg.
    repeated : array of float, shape (n, 3)
        Row, x and y of a vertex that repeats the one before it.
    turned : array of int
        Rows with an exterior ring clockwise or an interior ring counter-clockwise.
    """

    spikes: np.ndarray
    repeated: np.ndarray
    turned: np.ndarray


def corners_of(context: Context, name: str) -> Corners:
    """The corners of a layer's polygons, computed once for all rules."""
    return context.once(("corners", name), lambda: _corners(context, name))


def _corners(context: Context, name: str) -> Corners:
    least = context.profile.widths["numeric"]
    geometry = context.geometry(name)
    polygonal = np.isin(shapely.get_type_id(geometry), (3, 6))
    rows = np.flatnonzero(context.finite(name) & polygonal)
    parts = [
        ring_shapes(geometry, rows[i : i + _CHUNK], least) for i in range(0, len(rows), _CHUNK)
    ]
    if not parts:
        return Corners(np.empty((0, 4)), np.empty((0, 3)), np.empty(0, int))
    return Corners(
        np.concatenate([p.spikes for p in parts]),
        np.concatenate([p.repeated for p in parts]),
        np.concatenate([p.turned for p in parts]),
    )


def ring_shapes(geometry: np.ndarray, rows: np.ndarray, least: float) -> Corners:
    """Spikes, repeated vertices and turned rings of some polygons.

    Parameters
    ----------
    geometry : array of Polygon or MultiPolygon
        The layer.
    rows : array of int
        Rows to look at.
    least : float
        Spikes with a leg shorter than this many metres are rounding.
    """
    parts, owner = shapely.get_parts(geometry[rows], return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    shell = np.r_[True, part[1:] != part[:-1]] if len(part) else np.empty(0, bool)
    ring_row = rows[owner[part]]
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    closing = np.r_[ring[1:] != ring[:-1], True] if len(ring) else np.empty(0, bool)
    # Relative to the ring's first vertex: far from the origin, products of coordinates lose
    # the digits that tell a corner from a straight line.
    first = np.r_[0, np.flatnonzero(closing)[:-1] + 1].astype(int)
    local = xy - xy[first[ring]]
    follows = np.arange(len(ring)) + 1
    follows[closing] = first[ring[closing]]
    step = local[follows] - local
    same = ~closing & (step == 0).all(axis=1)
    repeated = np.column_stack([ring_row[ring[same]], xy[same]])
    doubled = np.bincount(
        ring, local[:, 0] * local[follows, 1] - local[follows, 0] * local[:, 1], len(rings)
    )
    wrong = (doubled < 0) == shell
    turned = np.unique(ring_row[wrong & (doubled != 0)])
    spikes = _spikes(xy, local, ring, ~(same | closing), doubled, shell, ring_row, least)
    return Corners(spikes, repeated, turned)


def _spikes(xy, local, ring, kept, doubled, shell, ring_row, least):
    """Corners that point outwards and are sharper than the limit."""
    xy, local, ring = xy[kept], local[kept], ring[kept]
    if not len(ring):
        return np.empty((0, 4))
    last = np.r_[np.flatnonzero(ring[1:] != ring[:-1]), len(ring) - 1]
    first = np.r_[0, last[:-1] + 1]
    nth = np.arange(len(ring))
    after, before = nth + 1, nth - 1
    after[last], before[first] = first, last
    back, ahead = local[before] - local, local[after] - local
    dot = (back * ahead).sum(axis=1)
    cross = ahead[:, 0] * back[:, 1] - ahead[:, 1] * back[:, 0]
    inward = np.where((doubled[ring] > 0) == shell[ring], cross, -cross)
    legs = np.sqrt(np.minimum((back**2).sum(axis=1), (ahead**2).sum(axis=1)))
    sharp = (dot > 0) & (np.abs(cross) < np.tan(np.radians(SPIKE_DEGREES)) * dot)
    tip = sharp & (inward >= 0) & (legs > least)
    return np.column_stack([ring_row[ring[tip]], xy[tip], legs[tip]])


def together(shapes: np.ndarray) -> shapely.Geometry | None:
    """Several features as one place: a multi-geometry where they are of one kind."""
    parts = shapely.get_parts(shapes[~(shapely.is_missing(shapes) | shapely.is_empty(shapes))])
    if not len(parts):
        return None
    makers = {0: shapely.multipoints, 1: shapely.multilinestrings, 3: shapely.multipolygons}
    kinds = set(shapely.get_type_id(parts).tolist())
    if len(kinds) == 1 and kinds <= makers.keys():
        return makers[kinds.pop()](parts)
    return shapely.GeometryCollection(list(parts))


def self_touches(geometry: np.ndarray, usable: np.ndarray) -> list[tuple[int, object]]:
    """Rows whose rings touch each other, with the place; valid polygons only."""
    counts = np.where(usable, shapely.get_num_geometries(geometry), 0)
    holes = np.zeros(len(geometry), int)
    parts, owner = shapely.get_parts(geometry[usable], return_index=True)
    at = np.flatnonzero(usable)[owner]
    np.add.at(holes, at, shapely.get_num_interior_rings(parts))
    rows = np.flatnonzero((counts + holes) > 1)
    if not len(rows):
        return []
    parts, owner = shapely.get_parts(geometry[rows], return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    row = rows[owner[part]]
    one, two = shapely.STRtree(rings).query(rings)
    pair = (one < two) & (row[one] == row[two])
    one, two = one[pair], two[pair]
    touch = shapely.intersects(rings[one], rings[two])
    one, two = one[touch], two[touch]
    places = shapely.intersection(rings[one], rings[two])
    found: dict[int, list] = {}
    for i, place in zip(row[one], places):
        found.setdefault(int(i), []).append(place)
    return [(i, shapely.union_all(found[i])) for i in sorted(found)]


def named(rows: np.ndarray, places: np.ndarray) -> list[tuple[int, np.ndarray]]:
    """Places grouped by row: one pair a row, rows ascending."""
    order = np.argsort(rows, kind="stable")
    rows, places = rows[order].astype(int), places[order]
    starts = np.flatnonzero(np.r_[True, rows[1:] != rows[:-1]][: len(rows)])
    return [(int(rows[s]), group) for s, group in zip(starts, np.split(places, starts[1:]))]
