"""Corners and rings of polygons as flat arrays, looked at once for all geometry rules."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from zoning.model.tolerances import count, tolerance
from zoning.validate.core.context import Context

__all__ = [
    "CHECKED",
    "Corners",
    "corners_of",
    "named",
    "ring_shapes",
    "self_touches",
    "together",
]

#: Layers whose geometry is checked.
CHECKED = ("areas", "districts", "zones", "buildings", "barriers")
SPIKE_DEGREES = tolerance("spike_angle")
MANY = count("one_finding_for_all")
_CHUNK = count("shapes_a_time")
_MULTIPOLYGON = int(shapely.GeometryType.MULTIPOLYGON)


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
    kind, xy, offsets = shapely.to_ragged_array(geometry[rows], include_z=False)
    ends, parts = offsets[0], offsets[1]
    owner = np.arange(len(rows))
    if kind == shapely.GeometryType.MULTIPOLYGON:
        owner = np.repeat(owner, np.diff(offsets[2]))
    ring_row = rows[np.repeat(owner, np.diff(parts))]
    shell = np.zeros(len(ends) - 1, dtype=bool)
    shell[parts[:-1][np.diff(parts) > 0]] = True
    x, y = xy.T.copy()
    goes = np.ones(len(x), dtype=bool)
    goes[ends[1:] - 1] = False
    at = np.flatnonzero(goes)
    dx, dy = x[at + 1] - x[at], y[at + 1] - y[at]
    ring = np.repeat(np.arange(len(shell)), np.diff(ends) - 1)
    moves = (dx != 0) | (dy != 0)
    same = ~moves
    repeated = np.column_stack([ring_row[ring[same]], xy[at[same]]])
    if same.any():
        at, dx, dy, ring = at[moves], dx[moves], dy[moves], ring[moves]
    # Relative to the ring's first vertex: far from the origin, products of coordinates lose
    # the digits that tell a corner from a straight line.
    first = ends[:-1][ring]
    doubled = np.bincount(ring, (x[at] - x[first]) * dy - (y[at] - y[first]) * dx, len(shell))
    wrong = (doubled < 0) == shell
    turned = np.unique(ring_row[wrong & (doubled != 0)])
    tips, legs = _spikes(dx, dy, ring, (doubled > 0) == shell, least)
    spikes = np.column_stack([ring_row[ring[tips]], xy[at[tips]], legs])
    return Corners(spikes, repeated, turned)


def _spikes(dx, dy, ring, left, least) -> tuple[np.ndarray, np.ndarray]:
    """Edges that leave a corner pointing outwards, sharper than the limit; the shorter leg.

    `left` says of each ring whether the interior lies on its left.
    """
    count = len(ring)
    first = np.flatnonzero(np.append(True, ring[1:] != ring[:-1])[:count])
    before = np.arange(-1, count - 1)
    before[first] = np.append(first[1:], count)[: len(first)] - 1
    px, py = dx[before], dy[before]
    dot, cross = -(px * dx + py * dy), px * dy - py * dx
    tip = (dot > 0) & (np.abs(cross) < np.tan(np.radians(SPIKE_DEGREES)) * dot)
    tip = np.flatnonzero(tip)
    inward = np.where(left[ring[tip]], cross[tip], -cross[tip])
    legs = np.minimum(np.hypot(dx[tip], dy[tip]), np.hypot(px[tip], py[tip]))
    kept = (inward >= 0) & (legs > least)
    return tip[kept], legs[kept]


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
    counts = shapely.get_num_geometries(geometry) + shapely.get_num_interior_rings(geometry)
    multiple = np.flatnonzero(usable & (shapely.get_type_id(geometry) == _MULTIPOLYGON))
    if len(multiple):
        parts, owner = shapely.get_parts(geometry[multiple], return_index=True)
        np.add.at(counts, multiple[owner], shapely.get_num_interior_rings(parts))
    rows = np.flatnonzero(usable & (counts > 1))
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
