"""Atoms of a split as plain graphs, and measures of any labelling of them.

Made from the layer `atoms` with shapely and numpy, so that every partitioner, this one and
its peers, is given the same pieces and judged by the same arithmetic.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from benchmarks.splitting.edges import along, match

__all__ = ["Atoms", "Judged", "Task", "atom_graph", "judge", "tasks"]


@dataclass(frozen=True)
class Atoms:
    """Atoms with persons, area, perimeter and middle; pairs of neighbours in one district.

    ``shared`` and ``seen`` are the metres that a pair shares, and those along a barrier.
    """

    persons: np.ndarray
    area: np.ndarray
    perimeter: np.ndarray
    xy: np.ndarray
    district: np.ndarray
    pair: np.ndarray
    shared: np.ndarray
    seen: np.ndarray


@dataclass(frozen=True)
class Task:
    """One connected piece of a district without its towers: what a peer is asked to divide."""

    rows: np.ndarray
    k: int
    pair: np.ndarray
    shared: np.ndarray
    seen: np.ndarray

    def csr(self, weight: np.ndarray | None = None) -> csr_array:
        """The symmetric adjacency matrix, in whole numbers of at least 1."""
        n = len(self.rows)
        w = np.ones(len(self.pair)) if weight is None else np.maximum(1, np.round(weight))
        a, b = self.pair.T
        made = csr_array((np.r_[w, w], (np.r_[a, b], np.r_[b, a])), shape=(n, n))
        made.sort_indices()
        return made


@dataclass(frozen=True)
class Judged:
    """Measures of one labelling."""

    zones: int
    out: int
    in_range: float
    deviation: float
    compactness: float
    on_barrier: float
    multipart: int


def atom_graph(atoms, barriers, digits: int = 12) -> Atoms:
    """The graph of a layer of atoms; districts are the first digits of their zone's code."""
    shapes = np.asarray(atoms.geometry.array)
    district = np.unique(atoms["zone_code"].str[:digits], return_inverse=True)[1]
    edges = match(shapes)
    inner = (edges.left >= 0) & (edges.right >= 0)
    inner[inner] = district[edges.left[inner]] == district[edges.right[inner]]
    length = edges.length[inner]
    seen = along(edges.xy[inner], np.asarray(barriers.geometry.array)) * length
    n = np.int64(len(shapes))
    low = np.minimum(edges.left[inner], edges.right[inner]).astype(np.int64)
    high = np.maximum(edges.left[inner], edges.right[inner])
    key, group = np.unique(low * n + high, return_inverse=True)
    return Atoms(
        persons=atoms["persons"].fillna(0).to_numpy(float),
        area=shapely.area(shapes),
        perimeter=shapely.length(shapes),
        xy=shapely.get_coordinates(shapely.centroid(shapes)),
        district=district,
        pair=np.c_[key // n, key % n],
        shared=np.bincount(group, length, len(key)),
        seen=np.bincount(group, seen, len(key)),
    )


def tasks(atoms: Atoms, *, target: float = 250, high: float = 350):
    """What peers are asked: towers taken out, each connected rest of a district on its own.

    Towers spoil the balance of every peer, so they are given zones of their own before. Rests
    that are one zone are no task: they keep one label each.

    Returns
    -------
    list of Task, ndarray
        Tasks with at least two zones to draw, and labels of all atoms to begin with.
    """
    n = len(atoms.persons)
    tower = atoms.persons > high
    a, b = atoms.pair.T
    free = ~tower[a] & ~tower[b]
    graph = csr_array((np.ones(free.sum()), (a[free], b[free])), shape=(n, n))
    piece = connected_components(graph, directed=False)[1]
    people = np.bincount(piece, atoms.persons)
    wanted = np.maximum(1, np.round(people / target)).astype(int)
    wanted[piece[tower]] = 1
    label = piece.copy()
    order = np.argsort(piece, kind="stable")
    start = np.searchsorted(piece[order], np.arange(len(people) + 1))
    by_piece = np.argsort(piece[a[free]], kind="stable")
    pairs = atoms.pair[free][by_piece]
    shared, seen = atoms.shared[free][by_piece], atoms.seen[free][by_piece]
    at = np.searchsorted(piece[pairs[:, 0]], np.arange(len(people) + 1))
    local = np.empty(n, dtype=np.int64)
    made = []
    for p in np.flatnonzero(wanted > 1):
        rows = order[start[p] : start[p + 1]]
        local[rows] = np.arange(len(rows))
        here = slice(at[p], at[p + 1])
        made.append(Task(rows, int(wanted[p]), local[pairs[here]], shared[here], seen[here]))
    return made, label


def judge(
    atoms: Atoms, label: np.ndarray, *, target: float = 250, low: float = 150, high: float = 350
) -> Judged:
    """Measures of a labelling of all atoms.

    Left out as unavoidable: a zone of one atom above the maximum, and a zone under the
    minimum all of whose neighbours in its district are such towers (or that has none).
    """
    label = np.unique(label, return_inverse=True)[1]
    n = label.max() + 1
    people = np.bincount(label, atoms.persons, n)
    lived = np.bincount(label, atoms.persons > 0, n)
    tower = (people > high) & (lived == 1)
    a, b = label[atoms.pair].T
    cut = a != b
    open_side = np.zeros(n, dtype=bool)
    open_side[a[cut & ~tower[b]]] = True
    open_side[b[cut & ~tower[a]]] = True
    forced = tower | ((people < low) & ~open_side)
    fine = (people >= low) & (people <= high)
    area = np.bincount(label, atoms.area, n)
    around = np.bincount(label, atoms.perimeter, n)
    around -= 2 * np.bincount(a[~cut], atoms.shared[~cut], n)
    compact = 4 * np.pi * area / around**2
    same = csr_array((np.ones((~cut).sum()), atoms.pair[~cut].T), shape=(len(label),) * 2)
    parts = connected_components(same, directed=False)[1]
    pieces = np.bincount(label[np.unique(parts, return_index=True)[1]], minlength=n)
    kept = ~forced
    judged = cut & (kept[a] | kept[b])
    return Judged(
        zones=int(n),
        out=int((kept & ~fine).sum()),
        in_range=float(fine[kept].mean()),
        deviation=float(np.abs(people[kept] - target).mean()),
        compactness=float(compact[kept].mean()),
        on_barrier=float(atoms.seen[judged].sum() / atoms.shared[judged].sum()),
        multipart=int((pieces > 1).sum()),
    )
