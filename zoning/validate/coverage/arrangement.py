"""The part of a coverage that does not fit, as faces with what lies over them.

Most edges match and are forgotten. The others, with the whole rings of the zones that they
belong to or run through and the outermost border, are noded and traced: nothing that is left
out can change how many zones lie over a face.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from zoning.errors import FaultError
from zoning.geo.edges import Edges, Places, places_of
from zoning.geo.grouping import expanded, is_first, order_of, steps
from zoning.geo.noding import Noded, node
from zoning.geo.planar import Planar, spread, trace_faces
from zoning.model.tolerances import in_a_row

_SLACKS = in_a_row("slacks")
#: What lies along an edge, packed into one number: zones left and right of it, parents left
#: and right of it, each counted in 16 bits.
_SIDES = np.array([1, 1 << 16, 1 << 32, 1 << 48], dtype=np.int64)
_ZL, _ZR, _PL, _PR = (int(s) for s in _SIDES)
#: Sides that need no further look: one zone on each side (within a parent, or with a parent
#: on each side), or the outermost border of zone and parent alike.
_FITS = np.array([_ZL + _ZR, _ZL + _ZR + _PL + _PR, _ZL + _PL, _ZR + _PR], dtype=np.int64)

__all__ = ["Arrangement", "Matched", "arrange", "match_edges"]


@dataclass(frozen=True)
class Matched:
    """Edges of zones and parents, matched by place.

    Parameters
    ----------
    edges : Edges
        Owners from `n_zones` on are parents.
    places : Places
        Edges by place.
    fits : array of bool
        Per place: the sides are as they should be.
    n_zones : int
        Rows of zones.
    """

    edges: Edges
    places: Places
    fits: np.ndarray
    n_zones: int

    @property
    def lead(self) -> np.ndarray:
        """The first edge of each place."""
        return self.places.order[self.places.first]


@dataclass(frozen=True)
class Arrangement:
    """Faces, and the zones and parents along their borders.

    Parameters
    ----------
    planar : Planar
        Nodes, pieces of edges between them, and faces.
    counts : array of int, shape (faces, 2)
        Zones and parents over every face.
    half, owner : array of int
        A zone or parent (number from `n_zones` on) has this half-edge on its border and lies on
        its left.
    place : array of int
        Place that it comes from.
    n_zones : int
        Rows of zones.
    """

    planar: Planar
    counts: np.ndarray
    half: np.ndarray
    owner: np.ndarray
    place: np.ndarray
    n_zones: int


def match_edges(zones: Edges, parents: Edges, n_zones: int) -> Matched:
    """Match the edges of zones and parents, and say where their sides are as they should be."""
    edges = zones.joined(Edges(parents.start, parents.end, parents.owner + n_zones))
    places = places_of(edges)
    # Counted from the first edge of the place: those that run as it does are on its left.
    side = places.turned + 2 * (edges.owner[places.order] >= n_zones)
    # An empty sum has no dtype of its own.
    sides = np.add.reduceat(_SIDES[side], places.first) if len(edges) else _SIDES[:0]
    return Matched(edges, places, np.isin(sides, _FITS), n_zones)


def arrange(matched: Matched, suspects: np.ndarray, tolerance: float, rungs=None) -> Arrangement:
    """Node and trace what does not fit.

    Parameters
    ----------
    matched : Matched
        All edges.
    suspects : array of bool
        Zones whose whole rings are wanted.
    tolerance : float
        Places no farther apart are one.
    rungs : tuple of two arrays, optional
        Starts and ends of segments that close openings; nobody owns them.

    Raises
    ------
    FaultError
        Counts over faces contradict each other: better no answer than a wrong one.
    """
    place, edge, along = _records(matched, suspects)
    base = matched.edges
    new = is_first(place)
    used, which = place[new], np.cumsum(new) - 1
    lead = matched.lead[used]
    start, end = base.start[lead], base.end[lead]
    if rungs is not None:
        start, end = np.concatenate([start, rungs[0]]), np.concatenate([end, rungs[1]])
    for slack in _SLACKS:
        noded = node(start, end, slack * tolerance)
        half, owner, origin = _borders(noded, which, base.owner[edge], along, used)
        planar = trace_faces(noded.nodes, noded.pieces)
        delta = _differences(half, owner, len(noded.pieces), matched.n_zones)
        counts = spread(planar, delta)
        if _agree(planar, counts, delta):
            return Arrangement(planar, counts, half, owner, origin, matched.n_zones)
    raise FaultError("coverage check: the faces of the arrangement contradict each other")


def _differences(half, owner, n_pieces: int, n_zones: int) -> np.ndarray:
    """Zones and parents that end at each half-edge: on its left more than on its right."""
    delta = np.zeros((2 * n_pieces, 2), dtype=np.int64)
    for column, mine in enumerate((owner < n_zones, owner >= n_zones)):
        on = np.bincount(half[mine], minlength=len(delta))
        delta[:, column] = on - on[np.arange(len(delta)) ^ 1]
    return delta


def _agree(planar: Planar, counts: np.ndarray, delta: np.ndarray) -> bool:
    """Whether no count is negative and every half-edge tells the same as the counts."""
    left, right = planar.face[::2], planar.face[1::2]
    all_counts = np.concatenate([counts, np.zeros((1, 2), dtype=np.int64)])
    same = all_counts[left] - all_counts[right] == delta[::2]
    return bool(same.all() and (counts >= 0).all())


def _records(matched: Matched, suspects: np.ndarray):
    """Every edge in the places wanted: place, edge, and whether it runs as the first one."""
    order, first = matched.places.order, matched.places.first
    length = matched.places.count
    owner = matched.edges.owner[order]
    is_zone = owner < matched.n_zones
    mine = np.zeros(len(order), dtype=bool)
    mine[is_zone] = suspects[owner[is_zone]]
    wanted = np.logical_or.reduceat(mine, first) | ~matched.fits
    # The outermost border: one zone and its parent on the same side.
    pair = length == 2
    pair[pair] = is_zone[first[pair]] != is_zone[first[pair] + 1]
    wanted |= pair
    # In the order of edges, neighbours beside each other; places are in the order of a hash.
    used = np.flatnonzero(wanted)
    at = np.full(len(order), -1)
    at[order[first[used]]] = used
    used = at[at >= 0]
    length = length[used]
    place = np.repeat(used, length)
    at = first[place] + steps(length)
    return place, order[at], ~matched.places.turned[at]


def _borders(noded: Noded, which, owner, along, used):
    """Half-edges with the owner on their left; what runs both ways along a piece is dropped."""
    back, at = expanded(noded.segment, which)
    owner = owner[back].astype(np.int64)
    sign = np.where(along[back], 1, -1) * noded.sign[at]
    piece, origin = noded.piece[at], used[which[back]]
    order = order_of(piece, len(noded.pieces), (owner, int(owner.max(initial=0)) + 1))
    first = np.flatnonzero(is_first(piece[order], owner[order]))
    net = np.add.reduceat(sign[order], first) if len(first) else sign
    kept = np.flatnonzero(net)
    lead = order[first[kept]]
    return 2 * piece[lead] + (net[kept] < 0), owner[lead], origin[lead]


def suspects_of(matched: Matched, geometry: np.ndarray, members: np.ndarray) -> np.ndarray:
    """Zones that own an edge that does not fit, or that such an edge runs through or along."""
    edges, n_zones = matched.edges, matched.n_zones
    loose = matched.places.order[np.repeat(~matched.fits, matched.places.count)]
    owner = edges.owner[loose]
    out = np.zeros(n_zones, dtype=bool)
    out[owner[owner < n_zones]] = True
    rest = np.flatnonzero(members & ~out)
    lead = matched.lead[~matched.fits]
    if len(rest) and len(lead):
        lines = edges.take(lead).lines
        tree = shapely.STRtree(geometry[rest])
        out[rest[np.unique(tree.query(lines, predicate="intersects")[1])]] = True
    return out
