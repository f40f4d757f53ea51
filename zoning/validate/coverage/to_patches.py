"""From faces that are not fine to patches: allowed gaps, doubled zones, measures, mismatches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
import shapely

from zoning.geo.dissolve import face_polygons
from zoning.geo.grouping import first_connected, is_first
from zoning.model.tolerances import tolerance
from zoning.validate.coverage.arrangement import Arrangement, Matched
from zoning.validate.coverage.face_verdicts import FINE, GAP, OUTSIDE, OVERLAP, FaceVerdicts
from zoning.validate.coverage.open_gaps import joined_cells
from zoning.validate.coverage.patches import KINDS, Draft, Patch, Patches
from zoning.validate.coverage.widths import inscribed_widths

if TYPE_CHECKING:
    from zoning.validate.coverage.coverage_model import Coverage

__all__ = ["draft_patches", "measured", "mismatches"]

_GAP, _OVERLAP, _MISMATCH = (KINDS.index(k) for k in ("gap", "overlap", "mismatch"))
_KIND = np.full(4, -1, dtype=np.int8)
_KIND[[GAP, OVERLAP, OUTSIDE]] = [_GAP, _OVERLAP, KINDS.index("outside")]
_COVERED = tolerance("covered_by_others")
_TWICE = tolerance("drawn_twice")
_DRAWN_M = tolerance("allowed_edge")
_WITHIN = tolerance("within_other")


def draft_patches(
    arrangement: Arrangement,
    label: FaceVerdicts,
    coverage: Coverage,
    allowed: np.ndarray,
    lost: np.ndarray,
) -> Draft:
    """Faces that are not fine as patches.

    Parameters
    ----------
    allowed : array of Polygon
        Where gaps are allowed.
    lost : array of geometry
        Zones that could not be used; a gap that lies mostly inside the hull of one is theirs.
    """
    faces = np.flatnonzero(label.kind != FINE)
    if not len(faces):
        return Draft.of([])
    kind = _KIND[label.kind[faces]]
    zones, parents = _tuples(label.zones, faces), _tuples(label.under, faces)
    shapes = face_polygons(arrangement.planar, faces)
    draft = Draft(kind, shapes, zones, parents, np.zeros(len(faces), dtype=bool))
    if not len(coverage.holders):
        draft = _with_notches(draft, arrangement, faces)
    draft = _without_holes_of(draft, lost)
    draft = _with_allowed(draft, allowed)
    return _twice(draft, coverage)


def _tuples(pairs: np.ndarray, faces: np.ndarray) -> list[tuple[int, ...]]:
    if not len(pairs):
        return [()] * len(faces)
    count = np.bincount(pairs[:, 0], minlength=int(faces[-1]) + 1)
    high = np.cumsum(count)[faces]
    low = high - count[faces]
    names = pairs[:, 1].tolist()
    return [tuple(names[a:b]) for a, b in zip(low.tolist(), high.tolist())]


def _with_notches(draft: Draft, arrangement: Arrangement, faces: np.ndarray) -> Draft:
    """Cells between rungs as one gap each, where it is deep and lies between two zones."""
    gaps = np.flatnonzero(draft.kind == _GAP)
    notch, deep = joined_cells(arrangement, faces[gaps])
    drop = np.zeros(len(draft), dtype=bool)
    drop[gaps[notch >= 0]] = True
    add = []
    for k in np.unique(notch[notch >= 0]).tolist():
        parts = [draft.patch(i) for i in gaps[notch == k].tolist()]
        zones = tuple(sorted({z for p in parts for z in p.zones}))
        if deep[k] and len(zones) > 1:
            shape = shapely.coverage_union_all([p.geometry for p in parts])
            add.append(Patch("gap", shape, zones))
    return draft.changed(drop, add)


def _without_holes_of(draft: Draft, lost: np.ndarray) -> Draft:
    hulls = [h for h in map(_hull, lost) if h is not None]
    gaps = np.flatnonzero(draft.kind == _GAP)
    if not hulls or not len(gaps):
        return draft
    shapes = draft.shape[gaps]
    tree = shapely.STRtree(np.array(hulls, dtype=object))
    gap, hull = tree.query(shapes, predicate="intersects")
    common = shapely.area(shapely.intersection(shapes[gap], tree.geometries[hull]))
    share = np.bincount(gap, common, minlength=len(gaps))
    drop = np.zeros(len(draft), dtype=bool)
    drop[gaps[share >= 0.5 * shapely.area(shapes)]] = True
    return draft.changed(drop, [])


def _hull(shape):
    """Convex hull of the finite vertices of a zone that could not be used."""
    points = shapely.get_coordinates(shape)
    points = points[np.isfinite(points).all(axis=1)]
    return shapely.multipoints(points).convex_hull if len(points) > 2 else None


def _with_allowed(draft: Draft, allowed: np.ndarray) -> Draft:
    """Gaps divided into what the allowed layer covers and the rest."""
    rows = ~(shapely.is_missing(allowed) | shapely.is_empty(allowed))
    rows[rows] = shapely.is_valid(allowed[rows])
    gaps = np.flatnonzero(draft.kind == _GAP)
    if not rows.any() or not len(gaps):
        return draft
    cover = shapely.union_all(allowed[rows])
    shapely.prepare(cover)
    allowed_here = draft.allowed.copy()
    allowed_here[gaps[shapely.covers(cover, draft.shape[gaps])]] = True
    part = gaps[shapely.intersects(cover, draft.shape[gaps]) & ~allowed_here[gaps]]
    drop = np.zeros(len(draft), dtype=bool)
    add: list[Patch] = []
    for i in part.tolist():
        patch = draft.patch(i)
        inner = _wide_parts(shapely.intersection(patch.geometry, cover))
        if inner:
            drop[i] = True
            rest = _wide_parts(shapely.difference(patch.geometry, cover))
            add += [replace(patch, geometry=g, allowed=True) for g in inner]
            add += [replace(patch, geometry=g) for g in rest]
    return replace(draft, allowed=allowed_here).changed(drop, add)


def _wide_parts(shape) -> list:
    parts = [g for g in shapely.get_parts(shape) if g.geom_type == "Polygon"]
    return [g for g in parts if 2 * g.area > _DRAWN_M * g.length]


def _twice(draft: Draft, coverage: Coverage) -> Draft:
    """Overlaps of two zones that are nearly one, or of which one lies in the other, merged."""
    at, one, two = _claims(draft, _covered(draft, coverage))
    if not len(at):
        return draft
    size = len(coverage.zones)
    pairs, back = np.unique(one * size + two, return_inverse=True)
    shared = np.bincount(back, shapely.area(draft.shape)[at])
    a, b = pairs // size, pairs % size
    area, length = shapely.area(coverage.zones), shapely.length(coverage.zones)
    large, small = np.maximum(area[a], area[b]), np.minimum(area[a], area[b])
    twice = shared >= _TWICE * large
    spare = coverage.tolerance * np.where(area[a] < area[b], length[a], length[b])
    within = ~twice & (small - shared <= spare + _WITHIN * small)
    order = np.argsort(back, kind="stable")
    first = np.searchsorted(back[order], np.arange(len(pairs) + 1))
    taken = np.zeros(len(draft), dtype=bool)
    add = []
    # Copies first, then the largest, so that the order of rows decides among equals only.
    chosen = np.flatnonzero(twice | within)
    chosen = chosen[np.lexsort((small[chosen], large[chosen], -shared[chosen], ~twice[chosen]))]
    for k in chosen.tolist():
        mine = at[order[first[k] : first[k + 1]]]
        mine = mine[~taken[mine]]
        if len(mine):
            taken[mine] = True
            swap = within[k] and area[b[k]] < area[a[k]]
            names = (int(b[k]), int(a[k])) if swap else (int(a[k]), int(b[k]))
            kind = "duplicate" if twice[k] else "nested"
            add.append(_as_one(kind, names, [draft.patch(i) for i in mine]))
    return draft.changed(taken, add)


def _covered(draft: Draft, coverage: Coverage) -> np.ndarray:
    """Overlaps of zones that other zones cover for the most part; few, even where all overlap."""
    rows = np.flatnonzero(draft.kind == _OVERLAP)
    names = [draft.zones[i] for i in rows.tolist()]
    count = np.fromiter(map(len, names), dtype=np.int64, count=len(names))
    zone = np.fromiter(chain.from_iterable(names), dtype=np.int64, count=int(count.sum()))
    at = np.repeat(np.arange(len(rows)), count)
    area = shapely.area(draft.shape[rows])
    covered = np.bincount(zone, area[at], minlength=len(coverage.zones))
    much = covered >= _COVERED * _TWICE * shapely.area(coverage.zones)
    return rows[np.unique(at[much[zone]])]


def _claims(draft: Draft, rows: np.ndarray):
    """Every pair of zones that an overlap belongs to: row of the patch and the two zones."""
    found = []
    for i in rows.tolist():
        names = draft.zones[i]
        found += [(i, one, two) for k, one in enumerate(names) for two in names[k + 1 :]]
    return np.array(found, dtype=np.int64).reshape(-1, 3).T


def _as_one(kind: str, names: tuple[int, int], parts: list[Patch]) -> Patch:
    shape = parts[0].geometry if len(parts) == 1 else shapely.union_all([p.geometry for p in parts])
    parents = {q for p in parts for q in p.parents}
    return Patch(kind, shape, names, tuple(sorted(parents)))


def measured(draft: Draft, widths: Mapping[str, float], tolerance: float, crs) -> Patches:
    """Patches with area, width, length and class; those below the tolerance left out."""
    lines = draft.kind == _MISMATCH
    area, border = shapely.area(draft.shape), shapely.length(draft.shape)
    width = np.zeros(len(draft))
    width[~lines] = inscribed_widths(draft.shape[~lines], area[~lines], border[~lines])
    length = np.where(lines, border, np.maximum(border / 2 - width, width))
    classes = np.array([*widths, "territorial"], dtype=object)
    named = classes[np.searchsorted(list(widths.values()), width, side="right")]
    kept = np.flatnonzero(lines | (width > tolerance))
    small = np.ones(len(draft), dtype=bool)
    small[kept] = False
    draft = draft.changed(small, [])
    draft.shape = shapely.normalize(draft.shape)
    return Patches.of(draft, area[kept], width[kept], length[kept], named[kept], crs)


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
    count = np.bincount(half, minlength=len(arrangement.planar.face)).reshape(-1, 2)
    order = np.argsort(piece, kind="stable")
    piece, owner, place = piece[order], owner[order], place[order]
    pair = np.flatnonzero((piece[1:] == piece[:-1]) & (place[1:] != place[:-1]))
    pair = pair[(count[piece[pair]] == 1).all(axis=1)]
    if not len(pair):
        return []
    used, ids = np.unique(np.concatenate([place[pair], place[pair + 1]]), return_inverse=True)
    group = first_connected(len(used), ids.reshape(2, -1).T)[ids[: len(pair)]]
    planar = arrangement.planar
    lacks = _lacks(planar, piece[pair], matched, matched.lead[place[pair]])
    lacks |= _lacks(planar, piece[pair], matched, matched.lead[place[pair + 1]])
    lacks &= ~_explained(arrangement, label)[planar.ends[piece[pair]]]
    told = np.unique(group[lacks.any(axis=1)])
    pair, group = pair[np.isin(group, told)], group[np.isin(group, told)]
    return _patches(planar, piece[pair], group, np.stack([owner[pair], owner[pair + 1]], axis=1))


def _lacks(planar, piece, matched: Matched, edge: np.ndarray) -> np.ndarray:
    """Ends of pieces, two each, that are no vertex of the edge that runs along them."""
    ends = planar.xy[planar.ends[piece]]
    start, end = matched.edges.start[edge][:, None], matched.edges.end[edge][:, None]
    return ~((ends == start).all(axis=2) | (ends == end).all(axis=2))


def _explained(arrangement: Arrangement, label: FaceVerdicts) -> np.ndarray:
    """Nodes on the border of a patch."""
    planar = arrangement.planar
    wrong = np.append(label.kind != FINE, False)
    out = np.zeros(len(planar.xy), dtype=bool)
    out[planar.ends[wrong[planar.face].reshape(-1, 2).any(axis=1)].ravel()] = True
    return out


def _patches(planar, piece, group, owners) -> list[Patch]:
    order = np.argsort(group, kind="stable")
    piece, group, owners = piece[order], group[order], owners[order]
    ends = planar.xy[planar.ends[piece]]
    lines = shapely.linestrings(ends)
    first = np.flatnonzero(is_first(group))
    out = []
    for lo, hi in zip(first, np.append(first[1:], len(group))):
        shape = shapely.line_merge(shapely.multilinestrings(lines[lo:hi]))
        zones = tuple(np.unique(owners[lo:hi]).tolist())
        out.append(Patch("mismatch", shapely.normalize(shape), zones, length_m=float(shape.length)))
    return out
