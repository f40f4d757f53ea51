"""Edges of polygons as arrays: what the measures of zones stand on.

Nothing here is shared with the splitter or the validator: shapely and numpy only.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

__all__ = ["Edges", "along", "covers_exactly", "match", "signed", "turning"]


@dataclass(frozen=True)
class Edges:
    """Undirected edges of polygons.

    Attributes
    ----------
    xy : ndarray of shape (n, 4)
        Ends of each edge, the lexicographically smaller first.
    left, right : ndarray of int
        Row of the polygon on either side, -1 where there is none.
    sum, times : ndarray of int
        Times walked forwards minus times walked backwards, and times walked at all.
    """

    xy: np.ndarray
    left: np.ndarray
    right: np.ndarray
    sum: np.ndarray
    times: np.ndarray

    @property
    def length(self) -> np.ndarray:
        """Length of each edge."""
        return np.hypot(self.xy[:, 2] - self.xy[:, 0], self.xy[:, 3] - self.xy[:, 1])


def signed(polygons: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Every edge of every ring, polygon on its left: ends, +1 or -1, row of the polygon."""
    rows = np.arange(len(polygons))
    parts, part_row = shapely.get_parts(polygons, return_index=True)
    rings, ring_part = shapely.get_rings(shapely.orient_polygons(parts), return_index=True)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    same = ring[1:] == ring[:-1]
    start, end = xy[:-1][same] + 0.0, xy[1:][same] + 0.0
    back = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    ends = np.where(back[:, None], np.c_[end, start], np.c_[start, end])
    return ends, np.where(back, -1, 1), rows[part_row[ring_part[ring[:-1][same]]]]


def match(polygons: np.ndarray) -> Edges:
    """Undirected edges with the polygons to their left and right."""
    ends, sign, row = signed(polygons)
    order = np.lexsort(ends.T)
    ends, sign, row = ends[order], sign[order], row[order]
    new = np.r_[True, (ends[1:] != ends[:-1]).any(axis=1)]
    group = np.cumsum(new) - 1
    n = int(group[-1]) + 1 if len(group) else 0
    left, right = np.full(n, -1), np.full(n, -1)
    left[group[sign > 0]] = row[sign > 0]
    right[group[sign < 0]] = row[sign < 0]
    total = np.bincount(group, sign, n).astype(np.int64)
    return Edges(ends[new], left, right, total, np.bincount(group, minlength=n))


def covers_exactly(pieces: np.ndarray, whole: np.ndarray) -> int:
    """How many edges speak against `pieces` being an exact coverage of `whole`.

    With every polygon valid and on the left of its edges, the pieces' edges minus those of
    the whole cancel if and only if each point of the whole lies in exactly one piece: the
    winding number of the difference is then zero everywhere. No tolerance is involved.
    """
    a, b = signed(pieces), signed(whole)
    ends = np.concatenate([a[0], b[0]])
    sign = np.r_[a[1], -b[1]]
    order = np.lexsort(ends.T)
    new = np.r_[True, (ends[order][1:] != ends[order][:-1]).any(axis=1)]
    total = np.bincount(np.cumsum(new) - 1, sign[order])
    invalid = int((~shapely.is_valid(pieces)).sum() + (~shapely.is_valid(whole)).sum())
    return int((total != 0).sum()) + invalid


def along(
    xy: np.ndarray, lines: np.ndarray, *, within: float = 2.0, step: float = 4.0
) -> np.ndarray:
    """Share of each segment that runs along a line at most `within` metres away.

    Segments are cut into pieces of at most `step` metres; a piece counts where a segment of
    `lines` is that near its middle and differs from it by at most 30 degrees, so that a mere
    crossing counts for nothing.
    """
    length = np.hypot(xy[:, 2] - xy[:, 0], xy[:, 3] - xy[:, 1])
    pieces = np.maximum(1, np.ceil(length / step)).astype(np.int64)
    row = np.repeat(np.arange(len(xy)), pieces)
    rank = np.arange(len(row)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    t = (rank + 0.5) / pieces[row]
    middle = xy[row, :2] + t[:, None] * (xy[row, 2:] - xy[row, :2])
    segments = _segments(lines)
    if not len(segments) or not len(row):
        return np.zeros(len(xy))
    tree = shapely.STRtree(shapely.linestrings(segments.reshape(-1, 2, 2)))
    piece, other = tree.query(shapely.points(middle), predicate="dwithin", distance=within)
    way = (xy[:, 2:] - xy[:, :2]) / np.maximum(length, 1e-12)[:, None]
    run = segments[:, 2:] - segments[:, :2]
    run = run / np.maximum(np.hypot(*run.T), 1e-12)[:, None]
    parallel = np.abs((way[row[piece]] * run[other]).sum(axis=1)) >= np.cos(np.radians(30))
    hit = np.zeros(len(row), dtype=bool)
    hit[piece[parallel]] = True
    return np.bincount(row, hit, len(xy)) / pieces


def _segments(lines: np.ndarray) -> np.ndarray:
    xy, line = shapely.get_coordinates(shapely.get_parts(lines), return_index=True)
    same = line[1:] == line[:-1]
    out = np.c_[xy[:-1], xy[1:]][same]
    return out[(out[:, :2] != out[:, 2:]).any(axis=1)]


def turning(xy: np.ndarray) -> float:
    """Degrees turned per 100 m along segments, at points where exactly two of them meet."""
    if not len(xy):
        return 0.0
    point = np.concatenate([xy[:, :2], xy[:, 2:]])
    order = np.lexsort(point.T)
    new = np.r_[True, (point[order][1:] != point[order][:-1]).any(axis=1)]
    group = np.cumsum(new) - 1
    count = np.bincount(group)
    first = np.flatnonzero(new)[count == 2]
    one, two = order[first], order[first + 1]
    way = xy[:, 2:] - xy[:, :2]
    angle = np.arctan2(way[:, 1], way[:, 0])
    leaving = np.r_[angle, angle + np.pi]
    bend = np.abs((leaving[one] - leaving[two]) % (2 * np.pi) - np.pi)
    total = np.hypot(*way.T).sum()
    return float(np.degrees(bend.sum()) / total * 100.0)
