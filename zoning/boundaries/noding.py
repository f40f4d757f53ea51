"""Lines of borders and barriers, noded once for the whole county."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from zoning.boundaries.planar import Planar, number_nodes, trace_faces, without_dangles

__all__ = ["Lines", "node_lines", "split_lines"]

#: A noded segment lies on the line that it came from to within this many metres.
_ON_LINE = 1e-6


@dataclass(frozen=True)
class Lines:
    """Lines before noding, one row each.

    Parameters
    ----------
    geometry : array of LineString
    strength : array of float
        How well people see the line: 1 a main road or river, 0 nothing to see.
    border : array of bool
        Whether the line is the border of an area.
    """

    geometry: np.ndarray
    strength: np.ndarray
    border: np.ndarray

    @classmethod
    def join(cls, *several: Lines) -> Lines:
        """All lines one after another."""
        return cls(
            np.concatenate([s.geometry for s in several]),
            np.concatenate([s.strength for s in several]),
            np.concatenate([s.border for s in several]),
        )


def split_lines(geometry: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Single segments of lines: rows of x0, y0, x1, y1, and the line of each."""
    xy, line = shapely.get_coordinates(geometry, return_index=True)
    same = line[1:] == line[:-1]
    return np.hstack([xy[:-1], xy[1:]])[same], line[1:][same]


def node_lines(lines: Lines) -> tuple[Planar, np.ndarray, np.ndarray]:
    """Faces between lines, and what each segment follows.

    Returns
    -------
    faces : Planar
        Dangling lines and lines with the same face on both sides are left out.
    strength : array of float
        Of each segment, the strongest of the lines that it lies on.
    border : array of bool
        Of each segment, whether it lies on the border of an area.

    Notes
    -----
    Noding is GEOS's own for overlays; a border keeps every vertex that it had, and a node put
    into it lies on it to the last digit.
    """
    merged = shapely.union_all(lines.geometry)
    rows, _ = split_lines(shapely.get_parts(merged))
    # As large as the rows, and this is where the splitter's memory is highest.
    del merged
    xy, number = number_nodes(rows.reshape(-1, 2))
    ends = number.reshape(-1, 2)
    ends = ends[ends[:, 0] != ends[:, 1]]
    ends = np.unique(np.sort(ends, axis=1), axis=0)
    for _ in range(2):
        ends = ends[without_dangles(len(xy), ends)]
        faces = trace_faces(xy, ends)
        bridge = faces.face[0::2] == faces.face[1::2]
        if not bridge.any():
            break
        ends = ends[~bridge]
    else:
        faces = trace_faces(xy, ends)
    strength, border = _origin(faces, lines)
    return faces, strength, border


def _origin(faces: Planar, lines: Lines) -> tuple[np.ndarray, np.ndarray]:
    strength = np.zeros(len(faces.ends))
    border = np.zeros(len(faces.ends), dtype=bool)
    rows, line = split_lines(lines.geometry)
    made = faces.xy[faces.ends].reshape(-1, 4)
    left, right = _same_rows(made, rows)
    np.maximum.at(strength, left, lines.strength[line[right]])
    np.logical_or.at(border, left, lines.border[line[right]])
    rest = np.ones(len(made), dtype=bool)
    rest[left] = False
    rest = np.flatnonzero(rest)
    if len(rest):
        middle = shapely.points((made[rest, :2] + made[rest, 2:]) / 2)
        tree = shapely.STRtree(shapely.linestrings(rows.reshape(-1, 2, 2)))
        at, found = tree.query(middle, predicate="dwithin", distance=_ON_LINE)
        np.maximum.at(strength, rest[at], lines.strength[line[found]])
        np.logical_or.at(border, rest[at], lines.border[line[found]])
    return strength, border


def _same_rows(made: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of equal segments, whatever their direction."""
    both = np.vstack([made, rows])
    _, number = number_nodes(both.reshape(-1, 2))
    pair = np.sort(number.reshape(-1, 2), axis=1)
    key = pair[:, 0] * (number.max() + 1) + pair[:, 1]
    mine, theirs = key[: len(made)], key[len(made) :]
    order = np.argsort(mine, kind="stable")
    at = np.searchsorted(mine[order], theirs)
    hit = (at < len(mine)) & (mine[order][np.minimum(at, len(mine) - 1)] == theirs)
    return order[at[hit]], np.flatnonzero(hit)
