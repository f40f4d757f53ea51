"""Which pieces of land lie beside each other, and along what."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from zoning.boundaries.ground.atoms import Pieces
from zoning.geo.grouping import first_connected
from zoning.geo.noding import distinct_pairs
from zoning.model.tolerances import tolerance

__all__ = ["Adjacency", "adjacency", "components", "connected", "join_wholes", "merge_empty"]

_SMALL_M2 = tolerance("small_empty")
_THIN_M = tolerance("thin_empty")


@dataclass(frozen=True)
class Adjacency:
    """Pairs of pieces with a common border.

    Parameters
    ----------
    pair : array of int, shape (pairs, 2)
        Lower piece first, ascending.
    length : array of float
        Of the common border, in metres.
    hidden : array of float
        Of it, the length that people do not see, weighted by how badly they see it.
    seen : array of float
        Of it, the length weighted by how well they see it.
    turn : array of float
        How much the common border turns where it follows something visible, in radians.
    """

    pair: np.ndarray
    length: np.ndarray
    hidden: np.ndarray
    seen: np.ndarray
    turn: np.ndarray


def adjacency(
    pieces: Pieces, label: np.ndarray, n: int, rows: np.ndarray | None = None, bends: bool = False
) -> Adjacency:
    """Common borders of labelled faces inside the same area.

    Parameters
    ----------
    pieces : Pieces
    label : array of int, shape (faces,)
        Piece of each face, -1 to leave it out.
    n : int
        Number of pieces.
    rows : array of int, optional
        Segments to look at; all.
    bends : bool, default False
        Fill ``turn``.
    """
    two = pieces.planar.face.reshape(-1, 2)
    row = inner_segments(pieces) if rows is None else rows
    left, right = label[two[row, 0]], label[two[row, 1]]
    good = (left != right) & (left >= 0) & (right >= 0)
    row, left, right = row[good], left[good], right[good]
    length = pieces.planar.lengths[row]
    strength = pieces.strength[row]
    pair, inverse, _ = distinct_pairs(np.column_stack([left, right]), n)
    count = len(pair)
    return Adjacency(
        pair,
        np.bincount(inverse, weights=length, minlength=count),
        np.bincount(inverse, weights=length * (1.0 - strength), minlength=count),
        np.bincount(inverse, weights=length * strength, minlength=count),
        np.bincount(inverse, weights=_bends(pieces, row) if bends else None, minlength=count),
    )


def inner_segments(pieces: Pieces) -> np.ndarray:
    """Segments with two faces of the same area."""
    left, right = pieces.planar.face[0::2], pieces.planar.face[1::2]
    row = np.flatnonzero((left >= 0) & (right >= 0) & (left != right))
    return row[pieces.area[left[row]] == pieces.area[right[row]]]


def _bends(pieces: Pieces, row: np.ndarray) -> np.ndarray:
    """Radians that the border turns at the end of each segment, if the next is its neighbours' too.

    A line that follows nothing does not count: it is straightened in the end.
    """
    planar = pieces.planar
    half = 2 * row
    following = planar.after[half]
    same = planar.face[following ^ 1] == planar.face[half ^ 1]
    step = planar.xy[planar.tail[half ^ 1]] - planar.xy[planar.tail[half]]
    after = planar.xy[planar.tail[following ^ 1]] - planar.xy[planar.tail[following]]
    cross = step[:, 0] * after[:, 1] - step[:, 1] * after[:, 0]
    bend = np.abs(np.arctan2(cross, (step * after).sum(axis=1)))
    return np.where(same & (pieces.strength[row] > 0), bend, 0.0)


def components(n: int, pair: np.ndarray) -> np.ndarray:
    """Number of the connected part that each of `n` things belongs to, in their order."""
    # Numbered by first member, so that the order of edges does not matter.
    return np.unique(first_connected(n, pair), return_inverse=True)[1]


def merge_empty(
    pieces: Pieces, load: np.ndarray, parent: np.ndarray, may: np.ndarray | None = None,
    label: np.ndarray | None = None,
) -> np.ndarray:  # fmt: skip
    """Labels that join empty small, thin or cut-off pieces to a neighbour.

    Parameters
    ----------
    pieces : Pieces
    load : array of int, shape (faces,)
        Number of buildings in each face; a face with any is never merged by itself.
    parent : array of int, shape (faces,)
        Face between barriers that each one is a piece of: an empty piece of a face that was
        divided goes back to it.
    may : array of bool, shape (faces,), optional
        Faces that may be merged; all.
    label : array of int, shape (faces,), optional
        Faces with the same label are one from the start.

    Returns
    -------
    array of int, shape (faces,)
        Label of each face, 0 to n - 1.
    """
    n = pieces.planar.n_faces
    label = np.arange(n) if label is None else label
    divided = np.bincount(parent, minlength=n)[parent] > 1
    stays = np.zeros(n, dtype=bool) if may is None else ~may
    rows = inner_segments(pieces)
    # Inside an area, a border is that of a zone which may have to stay.
    rows = rows[~pieces.border[rows]]
    two = pieces.planar.face.reshape(-1, 2)[rows]
    for _ in range(4):
        count = int(label.max()) + 1
        area = np.bincount(label, weights=pieces.planar.area, minlength=count)
        around = _perimeter(pieces, label, count)
        empty = np.bincount(label, weights=load, minlength=count) == 0
        empty &= np.bincount(label, weights=stays, minlength=count) == 0
        orphan = np.bincount(label, weights=~divided, minlength=count) == 0
        thin = 2 * area < _THIN_M * around
        go = empty & (orphan | (area < _SMALL_M2) | thin)
        # Only the borders of what has to go matter.
        near = rows[go[label[two[:, 0]]] | go[label[two[:, 1]]]]
        touch = adjacency(pieces, label, count, near)
        target = _best_neighbour(touch, go, count)
        moved = np.flatnonzero(target >= 0)
        if not len(moved):
            break
        label = components(count, np.column_stack([moved, target[moved]]))[label]
    return label


def join_wholes(pieces: Pieces, whole: np.ndarray) -> np.ndarray:
    """Labels of faces, those of one whole in one area that hang together being one."""
    n = pieces.planar.n_faces
    if not (whole >= 0).any():
        return np.arange(n)
    key = np.where(whole >= 0, whole * (pieces.area.max() + 2) + pieces.area, -1 - np.arange(n))
    return connected(pieces, key)


def connected(pieces: Pieces, label: np.ndarray) -> np.ndarray:
    """Labels taken apart where their faces do not hang together."""
    n = pieces.planar.n_faces
    two = pieces.planar.face.reshape(-1, 2)
    two = two[(two >= 0).all(axis=1)]
    same = two[(label[two[:, 0]] == label[two[:, 1]]) & (two[:, 0] != two[:, 1])]
    return components(n, same)


def _perimeter(pieces, label, n):
    half = np.where(pieces.planar.face >= 0, label[pieces.planar.face], -1)
    outer = (half >= 0) & (half != half.reshape(-1, 2)[:, ::-1].ravel())
    length = np.repeat(pieces.planar.lengths, 2)
    return np.bincount(half[outer], weights=length[outer], minlength=n)


def _best_neighbour(touch, go, n):
    """For each piece that has to go, the neighbour behind the least visible line."""
    a = np.concatenate([touch.pair[:, 0], touch.pair[:, 1]])
    b = np.concatenate([touch.pair[:, 1], touch.pair[:, 0]])
    score = np.concatenate([touch.hidden + 0.1 * touch.length] * 2)
    order = np.lexsort((b, -score, a))
    order = order[go[a[order]]]
    first = np.unique(a[order], return_index=True)
    best = np.full(n, -1, dtype=np.int64)
    best[first[0]] = b[order][first[1]]
    return best
