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
from zoning.validate.coverage.counting_sort import order_of
from zoning.validate.coverage.edges import Edges, match, runs
from zoning.validate.coverage.faces import Faces, spread, trace
from zoning.validate.coverage.noding import Noded, expanded, node

#: The tolerance is widened so many times before a contradiction is given up on. None is known
#: that the first does not settle.
_SLACKS = (1.0, 16.0, 256.0)

__all__ = ["Arrangement", "Matched", "arrange", "match_edges"]


@dataclass(frozen=True)
class Matched:
    """Edges of zones and parents, matched by place.

    Parameters
    ----------
    edges : Edges
        Owners from `n_zones` on are parents.
    order, first : array of int
        Edges by place, and where each place begins.
    fits : array of bool
        Per place.
    n_zones : int
        Rows of zones.
    """

    edges: Edges
    order: np.ndarray
    first: np.ndarray
    fits: np.ndarray
    n_zones: int

    @property
    def loose(self) -> np.ndarray:
        """Edges that do not fit, one a place."""
        return self.order[self.first[~self.fits]]


@dataclass(frozen=True)
class Arrangement:
    """Faces, and the zones and parents along their borders.

    Parameters
    ----------
    noded : Noded
        Nodes and pieces.
    faces : Faces
        Walks around faces.
    counts : array of int, shape (walks, 2)
        Zones and parents over every face.
    half, owner : array of int
        A zone or parent (number from `n_zones` on) has this half-edge on its border and lies on
        its left.
    place : array of int
        Place that it comes from.
    n_zones : int
        Rows of zones.
    """

    noded: Noded
    faces: Faces
    counts: np.ndarray
    half: np.ndarray
    owner: np.ndarray
    place: np.ndarray
    n_zones: int


def match_edges(zones: Edges, parents: Edges, n_zones: int) -> Matched:
    """Match the edges of zones and parents; see :func:`zoning.validate.coverage.edges.match`."""
    edges = zones.joined(Edges(parents.start, parents.end, parents.owner + np.int32(n_zones)))
    order, first, fits = match(edges, n_zones)
    return Matched(edges, order, first, fits, n_zones)


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
    new = np.append(True, place[1:] != place[:-1])[: len(place)]
    used, which = place[new], np.cumsum(new) - 1
    lead = matched.order[matched.first[used]]
    start, end = base.start[lead], base.end[lead]
    if rungs is not None:
        start, end = np.concatenate([start, rungs[0]]), np.concatenate([end, rungs[1]])
    for slack in _SLACKS:
        noded = node(start, end, slack * tolerance)
        half, owner, origin = _borders(noded, which, base.owner[edge], along, used)
        faces = trace(noded.nodes, noded.pieces)
        delta = _differences(half, owner, len(noded.pieces), matched.n_zones)
        counts = spread(faces, delta)
        if _agree(faces, counts, delta):
            return Arrangement(noded, faces, counts, half, owner, origin, matched.n_zones)
    raise FaultError("coverage check: the faces of the arrangement contradict each other")


def _differences(half, owner, n_pieces: int, n_zones: int) -> np.ndarray:
    """Zones and parents that end at each half-edge: on its left more than on its right."""
    delta = np.zeros((2 * n_pieces, 2), dtype=np.int64)
    for column, mine in enumerate((owner < n_zones, owner >= n_zones)):
        on = np.bincount(half[mine], minlength=len(delta))
        delta[:, column] = on - on[np.arange(len(delta)) ^ 1]
    return delta


def _agree(faces: Faces, counts: np.ndarray, delta: np.ndarray) -> bool:
    """Whether no count is negative and every half-edge tells the same as the counts."""
    at = faces.face
    left, right = at[::2], at[1::2]
    all_counts = np.concatenate([counts, np.zeros((1, 2), dtype=np.int64)])
    same = all_counts[left] - all_counts[right] == delta[::2]
    return bool(same.all() and (counts[~faces.outer] >= 0).all())


def _records(matched: Matched, suspects: np.ndarray):
    """Every edge in the places wanted: place, edge, and whether it runs as the first one."""
    order, first = matched.order, matched.first
    length = runs(first, len(order))
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
    step = np.arange(len(place)) - np.repeat(np.cumsum(length) - length, length)
    edge = order[first[place] + step]
    lead = order[first[place]]
    edges = matched.edges
    along = (edges.start[edge] == edges.start[lead]).all(axis=1)
    return place, edge, along


def _borders(noded: Noded, which, owner, along, used):
    """Half-edges with the owner on their left; what runs both ways along a piece is dropped."""
    back, at = expanded(noded.segment, which)
    owner = owner[back].astype(np.int64)
    sign = np.where(along[back], 1, -1) * noded.sign[at]
    piece, origin = noded.piece[at], used[which[back]]
    order = order_of(piece, len(noded.pieces), (owner, int(owner.max(initial=0)) + 1))
    a, b = order[1:], order[:-1]
    new = (piece[a] != piece[b]) | (owner[a] != owner[b])
    first = np.flatnonzero(np.append(True, new)[: len(order)])
    net = np.add.reduceat(sign[order], first) if len(first) else sign
    kept = np.flatnonzero(net)
    lead = order[first[kept]]
    return 2 * piece[lead] + (net[kept] < 0), owner[lead], origin[lead]


def suspects_of(matched: Matched, geometry: np.ndarray, members: np.ndarray) -> np.ndarray:
    """Zones that own an edge that does not fit, or that such an edge runs through or along."""
    edges, n_zones = matched.edges, matched.n_zones
    length = runs(matched.first, len(matched.order))
    loose = matched.order[np.repeat(~matched.fits, length)]
    owner = edges.owner[loose]
    out = np.zeros(n_zones, dtype=bool)
    out[owner[owner < n_zones]] = True
    rest = np.flatnonzero(members & ~out)
    lead = matched.loose
    if len(rest) and len(lead):
        lines = shapely.linestrings(np.stack([edges.start[lead], edges.end[lead]], axis=1))
        tree = shapely.STRtree(geometry[rest])
        out[rest[np.unique(tree.query(lines, predicate="intersects")[1])]] = True
    return out
