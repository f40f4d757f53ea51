"""Borders that two zones share in place but not vertex by vertex."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from zoning.validate.coverage.arrangement import Arrangement, Matched
from zoning.validate.coverage.face_verdicts import FINE, FaceVerdicts
from zoning.validate.coverage.patches import Patch

__all__ = ["mismatches"]


def mismatches(matched: Matched, arrangement: Arrangement, label: FaceVerdicts) -> list[Patch]:
    """One patch a stretch of border whose two sides have different vertices.

    A vertex that the other side lacks is no news where a gap or an overlap begins: only those
    away from every patch count. Borders of parents do not count either: zones may have
    vertices where their parent has none.

    Returns
    -------
    list of Patch
        Kind ``mismatch``: lines, no area, the zones on both sides.
    """
    is_zone = arrangement.owner < arrangement.n_zones
    half, owner = arrangement.half[is_zone], arrangement.owner[is_zone]
    place = arrangement.place[is_zone]
    piece = half // 2
    count = np.bincount(half, minlength=2 * len(arrangement.noded.pieces)).reshape(-1, 2)
    order = np.argsort(piece, kind="stable")
    piece, owner, place = piece[order], owner[order], place[order]
    pair = np.flatnonzero((piece[1:] == piece[:-1]) & (place[1:] != place[:-1]))
    pair = pair[(count[piece[pair]] == 1).all(axis=1)]
    if not len(pair):
        return []
    used, ids = np.unique(np.concatenate([place[pair], place[pair + 1]]), return_inverse=True)
    a, b = ids[: len(pair)], ids[len(pair) :]
    links = coo_matrix((np.ones(len(a)), (a, b)), shape=(len(used), len(used)))
    group = connected_components(links, directed=False)[1][a]
    noded = arrangement.noded
    lead = matched.order[matched.first]
    lacks = _lacks(noded, piece[pair], matched, lead[place[pair]])
    lacks |= _lacks(noded, piece[pair], matched, lead[place[pair + 1]])
    lacks &= ~_explained(arrangement, label)[noded.pieces[piece[pair]]]
    told = np.unique(group[lacks.any(axis=1)])
    pair, group = pair[np.isin(group, told)], group[np.isin(group, told)]
    return _patches(noded, piece[pair], group, np.stack([owner[pair], owner[pair + 1]], axis=1))


def _lacks(noded, piece, matched: Matched, edge: np.ndarray) -> np.ndarray:
    """Ends of pieces, two each, that are no vertex of the edge that runs along them."""
    ends = noded.nodes[noded.pieces[piece]]
    start, end = matched.edges.start[edge][:, None], matched.edges.end[edge][:, None]
    return ~((ends == start).all(axis=2) | (ends == end).all(axis=2))


def _explained(arrangement: Arrangement, label: FaceVerdicts) -> np.ndarray:
    """Nodes on the border of a patch."""
    noded, face = arrangement.noded, arrangement.faces.face
    wrong = np.append(label.kind != FINE, False)
    out = np.zeros(len(noded.nodes), dtype=bool)
    out[noded.pieces[wrong[face].reshape(-1, 2).any(axis=1)].ravel()] = True
    return out


def _patches(noded, piece, group, owners) -> list[Patch]:
    order = np.argsort(group, kind="stable")
    piece, group, owners = piece[order], group[order], owners[order]
    ends = noded.nodes[noded.pieces[piece]]
    lines = shapely.linestrings(ends)
    first = np.flatnonzero(np.concatenate([[True], group[1:] != group[:-1]]))[: len(group)]
    out = []
    for lo, hi in zip(first, np.append(first[1:], len(group))):
        shape = shapely.line_merge(shapely.multilinestrings(lines[lo:hi]))
        zones = tuple(np.unique(owners[lo:hi]).tolist())
        out.append(Patch("mismatch", shapely.normalize(shape), zones, length_m=float(shape.length)))
    return out
