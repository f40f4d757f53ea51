"""Lines of borders and barriers, noded once for the whole county."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import cKDTree

from zoning.boundaries.ground.snapping import matched
from zoning.geo.edges import distinct, segments_of
from zoning.geo.noding import distinct_pairs
from zoning.geo.planar import Planar, number_nodes, trace_faces, without_dangles
from zoning.model.tolerances import count, in_a_row, tolerance

__all__ = ["Lines", "node_lines"]

_THIN = tolerance("one_place")
_ROUNDS = count("hair_rounds")
_ON_LINE = in_a_row("segment_on_line")


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


def node_lines(lines: Lines, grid: float | None = None) -> tuple[Planar, np.ndarray, np.ndarray]:
    """Faces between lines, and what each segment follows.

    Parameters
    ----------
    lines : Lines
    grid : float, optional
        Node on a grid of this size in metres; what was a vertex before stays where it was.

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
    into it lies on it to the last digit, unless another border runs within a micrometre of it.
    """
    lines = Lines(matched(lines.geometry, lines.border), lines.strength, lines.border)
    merged = shapely.union_all(lines.geometry, grid_size=grid)
    segments = segments_of(shapely.get_parts(merged))
    # As large as the segments, and this is where the splitter's memory is highest.
    del merged
    xy, number = number_nodes(np.hstack([segments.start, segments.end]).reshape(-1, 2))
    if grid is not None:
        _put_back(xy, lines, grid)
    ends = distinct_pairs(number.reshape(-1, 2), len(xy))[0]
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
    for _ in range(_ROUNDS):
        thin = _thin(faces)
        hair = _hairs(faces, border, thin)
        if not hair.any():
            break
        faces, strength, border = _without(faces, strength, border, hair, thin)
    return faces, strength, border


def _put_back(xy: np.ndarray, lines: Lines, grid: float) -> None:
    """Nodes that vertices were rounded to go back to these, to borders' vertices first."""
    tree = cKDTree(xy)
    for some in (lines.geometry[~lines.border], lines.geometry[lines.border]):
        known = distinct(shapely.get_coordinates(some))
        far, node = tree.query(known, distance_upper_bound=0.71 * grid)
        near = np.isfinite(far)
        xy[node[near]] = known[near]


def _thin(faces: Planar) -> np.ndarray:
    """Whether each face is thinner than a micrometre; False for what is outside (-1)."""
    inner = faces.face >= 0
    length = np.repeat(faces.lengths, 2)
    around = np.bincount(faces.face[inner], weights=length[inner], minlength=faces.n_faces)
    return np.append(2 * faces.area < _THIN * around, False)


def _hairs(faces: Planar, border: np.ndarray, thin: np.ndarray) -> np.ndarray:
    """Segments that go, so that thin land goes to its longest neighbour, not across a border."""
    two = faces.face.reshape(-1, 2)
    hair = np.zeros(len(two), dtype=bool)
    rows = np.flatnonzero(thin[two].any(axis=1) & ~border & (two >= 0).all(axis=1))
    if not len(rows):
        return hair
    face, other = two[rows].ravel(), two[rows, ::-1].ravel()
    rows = np.repeat(rows, 2)
    use = thin[face] & (face != other)
    pair, which = np.unique(np.column_stack([face, other])[use], axis=0, return_inverse=True)
    which = which.ravel()
    shared = np.bincount(which, weights=faces.lengths[rows[use]], minlength=len(pair))
    order = np.lexsort((-shared, pair[:, 0]))
    best = order[np.unique(pair[order, 0], return_index=True)[1]]
    hair[rows[use][np.isin(which, best)]] = True
    return hair


def _without(faces: Planar, strength, border, hair, thin):
    """Faces without some segments; what runs along them is seen as well as they were."""
    two = faces.face.reshape(-1, 2)
    seen = np.zeros(len(thin))
    np.maximum.at(seen, two[hair].ravel(), np.repeat(strength[hair], 2))
    lent = np.where(thin, seen, 0.0)[two].max(axis=1)
    stay = np.flatnonzero(~hair)
    stay = stay[without_dangles(len(faces.xy), faces.ends[stay])]
    made = trace_faces(faces.xy, faces.ends[stay])
    return made, np.maximum(strength, lent)[stay], border[stay]


def _origin(faces: Planar, lines: Lines) -> tuple[np.ndarray, np.ndarray]:
    strength = np.zeros(len(faces.ends))
    border = np.zeros(len(faces.ends), dtype=bool)
    rows = segments_of(lines.geometry)
    line = rows.owner
    made = faces.xy[faces.ends].reshape(-1, 4)
    left, right = _same_rows(made, np.hstack([rows.start, rows.end]))
    np.maximum.at(strength, left, lines.strength[line[right]])
    np.logical_or.at(border, left, lines.border[line[right]])
    rest = np.ones(len(made), dtype=bool)
    rest[left] = False
    rest = np.flatnonzero(rest)
    if not len(rest):
        return strength, border
    tree = shapely.STRtree(rows.lines)
    for near in _ON_LINE:
        middle = shapely.points((made[rest, :2] + made[rest, 2:]) / 2)
        at, found = tree.query(middle, predicate="dwithin", distance=near)
        np.maximum.at(strength, rest[at], lines.strength[line[found]])
        np.logical_or.at(border, rest[at], lines.border[line[found]])
        rest = np.delete(rest, at)
    return strength, border


def _same_rows(made: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of equal segments, whatever their direction."""
    xy, number = number_nodes(np.vstack([made, rows]).reshape(-1, 2))
    pairs, which, _ = distinct_pairs(number.reshape(-1, 2), len(xy))
    # The last place is for rows of no length.
    at = np.full(len(pairs) + 1, -1)
    at[which[: len(made)]] = np.arange(len(made))
    found = at[which[len(made) :]]
    hit = np.flatnonzero(found >= 0)
    return found[hit], hit
