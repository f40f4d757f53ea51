"""What every face of an arrangement is: fine, gap, overlap, outside; and who is concerned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from zoning.geo.dissolve import face_polygons
from zoning.geo.grouping import distinct_numbers
from zoning.validate.coverage.arrangement import Arrangement

if TYPE_CHECKING:
    from zoning.validate.coverage.coverage_model import Coverage

__all__ = ["FINE", "GAP", "OUTSIDE", "OVERLAP", "FaceVerdicts", "label_faces"]

FINE, GAP, OVERLAP, OUTSIDE = 0, 1, 2, 3


@dataclass(frozen=True)
class FaceVerdicts:
    """Kinds of faces and who is concerned.

    Parameters
    ----------
    kind : array of int
        Per face: FINE, GAP, OVERLAP or OUTSIDE.
    zones : array of int, shape (n, 2)
        Pairs of face and zone, sorted, for faces that are not fine: those over it; for a gap
        those beyond its border.
    under : array of int, shape (n, 2)
        Pairs of face and parent, for parts in the wrong parent and gaps that no zone borders.
    hidden : array of bool
        Zones whose rings are missing in the arrangement although they matter.
    """

    kind: np.ndarray
    zones: np.ndarray
    under: np.ndarray
    hidden: np.ndarray


def label_faces(arrangement: Arrangement, coverage: Coverage) -> FaceVerdicts:
    """Name every face that is not fine, with the zones and parents concerned."""
    face_of, counts = arrangement.planar.face, arrangement.counts
    zones, parents = counts[:, 0], counts[:, 1]
    kind = np.zeros(len(counts), dtype=np.int8)
    if len(coverage.holders):
        kind[(zones == 0) & (parents > 0)] = GAP
        kind[(zones == 1) & (parents == 0)] = OUTSIDE
    else:
        kind[zones == 0] = GAP
    kind[zones > 1] = OVERLAP
    is_zone = arrangement.owner < arrangement.n_zones
    half, owner = arrangement.half[is_zone], arrangement.owner[is_zone]
    astray = _astray(arrangement, coverage, kind, half, owner)
    kind[astray] = OUTSIDE
    hidden = np.zeros(arrangement.n_zones, dtype=bool)
    wrong = np.append(kind != FINE, False)
    over = _pairs(face_of[half], owner, wrong)
    named = np.bincount(over[:, 0], minlength=len(counts))
    crowded = named > zones
    hidden[over[crowded[over[:, 0]], 1]] = True
    hidden[_roomy(arrangement, coverage, kind)] = True
    unnamed = np.flatnonzero(wrong[:-1] & (named < zones))
    beside = _pairs(face_of[half ^ 1], owner, np.append(kind == GAP, False))
    found = [over, beside]
    if len(unnamed):
        found.append(_looked_up(arrangement, unnamed, coverage))
    both = np.concatenate(found)
    both = _distinct(both[:, 0], both[:, 1])
    return FaceVerdicts(kind, both, _parents_under(arrangement, coverage, kind, beside), hidden)


def _pairs(face: np.ndarray, owner: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Distinct pairs of a wanted face and an owner, sorted."""
    kept = wanted[face]
    return _distinct(face[kept], owner[kept])


def _distinct(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    size = int(b.max(initial=0)) + 1
    keys = distinct_numbers(a.astype(np.int64) * size + b)
    return np.column_stack([keys // size, keys % size])


def _inner_points(arrangement: Arrangement, faces: np.ndarray) -> np.ndarray:
    polygons = face_polygons(arrangement.planar, faces)
    return shapely.point_on_surface(polygons)


def _lookup(points: np.ndarray, geometry: np.ndarray, rows: np.ndarray):
    """Pairs of point and row whose polygon holds it."""
    tree = shapely.STRtree(geometry[rows])
    point, row = tree.query(points)
    shapely.prepare(geometry[rows[np.unique(row)]])
    x, y = shapely.get_x(points[point]), shapely.get_y(points[point])
    holds = shapely.contains_xy(geometry[rows[row]], x, y)
    return point[holds], rows[row[holds]]


def _looked_up(arrangement, faces, coverage) -> np.ndarray:
    """Zones over faces on whose border not all of them end."""
    points = _inner_points(arrangement, faces)
    point, zone = _lookup(points, coverage.zones, coverage.members)
    return _distinct(faces[point], zone)


def _parents_under(arrangement, coverage, kind, beside) -> np.ndarray:
    """Parents under parts that lie in the wrong one, and under gaps that no zone borders."""
    asked = (kind == OUTSIDE) & (arrangement.counts[:, 1] > 0)
    asked |= (kind == GAP) & (np.bincount(beside[:, 0], minlength=len(kind)) == 0)
    faces = np.flatnonzero(asked)
    if not len(coverage.holders) or not len(faces):
        return np.empty((0, 2), dtype=np.int64)
    point, parent = _lookup(_inner_points(arrangement, faces), coverage.parents, coverage.holders)
    return _distinct(faces[point], parent)


def _roomy(arrangement, coverage, kind) -> np.ndarray:
    """Zones that lie in a wrong face and whose rings the arrangement lacks."""
    is_zone = arrangement.owner < arrangement.n_zones
    shown = np.zeros(arrangement.n_zones, dtype=bool)
    shown[arrangement.owner[is_zone]] = True
    rest = coverage.members[~shown[coverage.members]]
    wrong = np.flatnonzero((kind == OVERLAP) | (kind == OUTSIDE))
    if not len(rest) or not len(wrong):
        return rest[:0]
    polygons = face_polygons(arrangement.planar, wrong)
    # One vertex is enough to find it: no border of a wrong face runs through such a zone.
    at, index = shapely.get_coordinates(coverage.zones[rest], return_index=True)
    first = np.unique(index, return_index=True)[1]
    inside = shapely.STRtree(shapely.points(at[first])).query(polygons, predicate="contains")[1]
    return rest[np.unique(inside)]


def _astray(arrangement, coverage, kind, half, owner) -> np.ndarray:
    """Faces of one zone each that lie in another parent than most of that zone."""
    if len(coverage.holders) < 2:
        return np.empty(0, dtype=np.int64)
    planar, counts = arrangement.planar, arrangement.counts
    face = planar.face[half]
    seen = _named(arrangement, coverage, face, owner, _across(arrangement, half))
    far = np.append(np.zeros(arrangement.n_zones, dtype=bool), False)
    far[seen[:, 1]] = True
    faces = np.unique(np.concatenate([face[far[owner] & (face >= 0)], seen[:, 0]]))
    pairs = _named(arrangement, coverage, face, owner, faces)
    # A face on whose border more zones end than lie over it holds whole zones that fit.
    named = np.bincount(pairs[:, 0], minlength=len(counts))
    pairs = pairs[(named == counts[:, 0])[pairs[:, 0]] & far[pairs[:, 1]]]
    pairs = pairs[counts[pairs[:, 0], 1] > 0]
    if not len(pairs):
        return pairs[:, 0]
    faces, back = np.unique(pairs[:, 0], return_inverse=True)
    point, parent = _lookup(_inner_points(arrangement, faces), coverage.parents, coverage.holders)
    under = np.full(len(faces), -1)
    under[point[::-1]] = parent[::-1]
    home = _homes(pairs[:, 1], under[back], planar.area[pairs[:, 0]])
    wrong = (counts[pairs[:, 0], 0] == 1) & (under[back] >= 0) & (under[back] != home)
    wrong &= kind[pairs[:, 0]] == FINE
    return np.unique(pairs[wrong, 0])


def _homes(zone: np.ndarray, parent: np.ndarray, area: np.ndarray) -> np.ndarray:
    """For every pair of zone and parent, the parent that has most of that zone's area."""
    size = int(parent.max(initial=0)) + 2
    keys, at = np.unique(zone * size + parent + 1, return_inverse=True)
    total = np.bincount(at, area)
    order = np.lexsort((keys, -total, keys // size))
    which, first = np.unique(keys[order] // size, return_index=True)
    home = keys[order[first]] % size - 1
    return home[np.searchsorted(which, zone)]


def _named(arrangement, coverage, face, owner, faces) -> np.ndarray:
    """Faces with the zones over them: by their borders, looked up where these do not tell all."""
    asked = np.append(np.zeros(len(arrangement.counts), dtype=bool), False)
    asked[faces] = True
    pairs = _distinct(face[asked[face]], owner[asked[face]])
    named = np.bincount(pairs[:, 0], minlength=len(arrangement.counts))
    unnamed = faces[named[faces] < arrangement.counts[faces, 0]]
    if not len(unnamed):
        return pairs
    both = np.concatenate([pairs, _looked_up(arrangement, unnamed, coverage)])
    return _distinct(both[:, 0], both[:, 1])


def _across(arrangement, half) -> np.ndarray:
    """Faces on both sides of a parent's border where the same zone may lie over both."""
    counts, face = arrangement.counts, arrangement.planar.face
    piece = np.unique(arrangement.half[arrangement.owner >= arrangement.n_zones] // 2)
    left, right = face[2 * piece], face[2 * piece + 1]
    both = (left >= 0) & (right >= 0)
    piece, left, right = piece[both], left[both], right[both]
    # More zones over each side than end there: one of them goes on beyond.
    ends = np.bincount(half, minlength=len(face))
    on = (counts[left, 0] > ends[2 * piece]) & (counts[right, 0] > ends[2 * piece + 1])
    return np.unique(np.concatenate([left[on], right[on]]))
