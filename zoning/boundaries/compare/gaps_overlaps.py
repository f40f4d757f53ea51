"""Gaps and overlaps between the outlines of authorities, as closed faces.

Overlaps are what two outlines both cover. Gaps are faces between two or more outlines that
none covers. A gap that is open at an end is closed by the shortest line between the two
borders where they begin to diverge: where the gap widens by more than half a metre per metre.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

import numpy as np
import shapely
from shapely.ops import substring

from zoning.boundaries.ground.snapping import matched_areas
from zoning.geo.edges import Edges, edges_of, faces_of, owners_of, segments_of, unmatched
from zoning.model.tolerances import count, tolerance

__all__ = ["DisputedPatch", "PassedOver", "gaps_and_overlaps", "nearby_pairs"]

_CORNER_NEAR = tolerance("corner_at_reading")
_DIVERGING = tolerance("borders_parting")
_READINGS = tolerance("width_readings")
_MOUTH = tolerance("widest_mouth")
_LONG = count("worth_a_note")
_ON = tolerance("on_border_moved")
_HAIR = tolerance("hair")
_REACH_M, _FURTHER_OUT = tolerance("compare_reach"), tolerance("further_out")
_ONE_PLACE, _NO_LINE = tolerance("one_place"), tolerance("no_line")


@dataclass(frozen=True)
class DisputedPatch:
    """One connected gap or overlap.

    Parameters
    ----------
    kind : str
        ``gap`` or ``overlap``.
    a, b : int
        Positions of the two claimants, ``a < b``.
    others : tuple of int
        Further authorities whose outline touches a gap or covers part of an overlap.
    shape : Polygon
        The disputed ground.
    closed : bool
        False for a gap that a straight line closes at one end or at both.
    """

    kind: str
    a: int
    b: int
    others: tuple[int, ...]
    shape: shapely.Polygon
    closed: bool = True


@dataclass(frozen=True)
class PassedOver:
    """Ground between two borders that is not listed as a gap, and why.

    Parameters
    ----------
    a, b : int
        Positions of the two neighbours.
    shape : Polygon
    why : str
    """

    a: int
    b: int
    shape: shapely.Polygon
    why: str


def nearby_pairs(outlines, reach: float) -> list[tuple[int, int]]:
    """Pairs of outlines whose envelopes come within reach of each other, ``a < b``."""
    tree = shapely.STRtree(outlines)
    a, b = tree.query(outlines, predicate="dwithin", distance=reach)
    keep = a < b
    return sorted(zip(a[keep].tolist(), b[keep].tolist(), strict=True))


def gaps_and_overlaps(
    outlines, *, reach: float = _REACH_M, passed_over: list[PassedOver] | None = None
) -> list[DisputedPatch]:
    """All gaps and overlaps between outlines.

    Parameters
    ----------
    outlines : array of Polygon or MultiPolygon
        One an authority, valid, in one metric CRS.
    reach : float
        How far apart (metres) two borders may run and still enclose an open gap.
    passed_over : list, optional
        Gets the ground along which two borders run for long, but which is not listed.

    Returns
    -------
    list of DisputedPatch
        In no particular order.
    """
    outlines = np.asarray(outlines, dtype=object)
    # The same order whoever is named first, so that the result is the same to the last bit.
    order = np.lexsort([shapely.area(outlines), *np.round(shapely.bounds(outlines), 3).T[::-1]])
    unlisted: list[PassedOver] = []
    found = _find(outlines[order], reach, unlisted)
    if passed_over is not None:
        passed_over += [
            replace(p, a=min(pair), b=max(pair))
            for p in unlisted
            for pair in [(int(order[p.a]), int(order[p.b]))]
        ]
    return [
        replace(p, a=min(pair), b=max(pair), others=tuple(int(order[o]) for o in p.others))
        for p in found
        for pair in [(int(order[p.a]), int(order[p.b]))]
    ]


def _find(outlines, reach: float, unlisted: list[PassedOver]) -> list[DisputedPatch]:
    # Hairlines between borders that are one would hide gaps and grow onto overlaps.
    outlines = matched_areas(outlines)
    edges = edges_of(outlines)
    loose = unmatched(edges)
    found = _overlaps(outlines, loose)
    gaps = _closed_gaps(outlines, loose)
    found += gaps
    if len(np.unique(loose.owner)) > 1 and reach > 0:
        found += _open_gaps(outlines, loose, [g.shape for g in gaps], reach, unlisted)
    return found


def _overlaps(outlines, loose: Edges) -> list[DisputedPatch]:
    tree = shapely.STRtree(outlines)
    a, b = tree.query(outlines, predicate="intersects")
    restless = np.isin(np.arange(len(outlines)), loose.owner)
    keep = (a < b) & restless[a] & restless[b]
    a, b = a[keep], b[keep]
    shared = shapely.intersection(outlines[a], outlines[b])
    parts, of_pair = shapely.get_parts(shared, return_index=True)
    areal = (shapely.get_dimensions(parts) == 2) & (shapely.area(parts) > 0)
    parts, of_pair = parts[areal], of_pair[areal]
    if len(parts) == 0:
        return []
    face, owner = owners_of(parts, outlines)
    found = []
    for i, (part, pair) in enumerate(zip(parts, of_pair, strict=True)):
        both = {int(a[pair]), int(b[pair])}
        others = tuple(int(o) for o in owner[face == i] if int(o) not in both)
        found.append(DisputedPatch("overlap", min(both), max(both), others, part))
    return found


def _closed_gaps(outlines, loose: Edges) -> list[DisputedPatch]:
    faces = faces_of(loose.lines)
    if len(faces) == 0:
        return []
    # An inner point may lie on an edge that two neighbours share: covered all the same.
    inside = shapely.point_on_surface(faces)
    covered = np.unique(shapely.STRtree(outlines).query(inside, predicate="intersects")[0])
    empty = np.setdiff1d(np.arange(len(faces)), covered)
    found = []
    for face in faces[empty]:
        claims = _claimants(face, loose)
        if len(claims) > 1:
            a, b = sorted(claims[:2])
            found.append(DisputedPatch("gap", a, b, tuple(claims[2:]), face))
    return found


def _claimants(face, loose: Edges) -> list[int]:
    """Authorities on the rim of a face, the longest share first."""
    rim = edges_of([face])
    tree = shapely.STRtree(loose.lines)
    side, edge = tree.query(rim.middles, predicate="dwithin", distance=_ONE_PLACE)
    length = np.bincount(loose.owner[edge], weights=rim.lengths[side])
    present = np.flatnonzero(length > 0)
    return [int(o) for o in present[np.lexsort([present, -np.round(length[present], 6)])]]


def _open_gaps(outlines, loose: Edges, gaps, reach: float, unlisted) -> list[DisputedPatch]:
    lines = {
        int(o): shapely.line_merge(shapely.multilinestrings(loose.lines[loose.owner == o]))
        for o in np.unique(loose.owner)
    }
    tree = shapely.STRtree(outlines)
    found = []
    for a, b in nearby_pairs(list(lines.values()), reach):
        a, b = list(lines)[a], list(lines)[b]
        near_a = shapely.buffer(_within(lines[a], lines[b], reach), reach, quad_segs=4)
        near_b = shapely.buffer(_within(lines[b], lines[a], reach), reach, quad_segs=4)
        zone = shapely.intersection(near_a, near_b)
        taken = outlines[tree.query(zone, predicate="intersects")]
        taken = [*shapely.intersection(taken, shapely.box(*shapely.bounds(zone))), *gaps]
        free = shapely.difference(zone, shapely.union_all(taken))
        for strip in shapely.get_parts(free):
            shape, why = _trim(strip, lines[a], lines[b], reach)
            if shape is not None:
                found.append(DisputedPatch("gap", a, b, (), shape, closed=False))
            elif why:
                unlisted.append(PassedOver(a, b, strip, why))
    return found


def _within(line, other, reach: float):
    """The segments of a line that come within reach of another."""
    pieces = segments_of(shapely.get_parts(line)).lines
    long = shapely.length(pieces) > 4 * reach
    pieces = np.concatenate(
        [pieces[~long], shapely.get_parts(shapely.segmentize(pieces[long], 2 * reach))]
    )
    tree = shapely.STRtree(shapely.get_parts(other))
    keep = np.unique(tree.query(pieces, predicate="dwithin", distance=reach)[0])
    return shapely.multilinestrings(pieces[keep])


def _trim(strip, line_a, line_b, reach: float):
    """The part of a strip between two borders that is left when its mouths are closed.

    Where that is nothing: ``None``, and why, if both borders run along it for long.
    """
    if shapely.get_dimensions(strip) != 2 or strip.area < _HAIR * strip.length:
        return None, ""
    runs = _runs(strip, line_a, line_b)
    along = [sum(r.length for label, r in runs if label == s) for s in (0, 1)]
    long = min(along) > _LONG * reach
    mouths, ends = [], [i for i, (label, _) in enumerate(runs) if label < 0]
    if not 1 <= len(ends) <= 2 or len(runs) < 3:
        return None, f"it is open at {len(ends)} ends" if long else ""
    for i in ends:
        before, after = runs[i - 1], runs[(i + 1) % len(runs)]
        if {before[0], after[0]} != {0, 1}:
            return None, "one of the two borders leaves it before its end" if long else ""
        mouth = _closing((shapely.reverse(before[1]), after[1]), reach)
        if mouth is None:
            return None, "the borders do not come close enough at its end" if long else ""
        mouths.append(mouth)
    sides = [shapely.multilinestrings([r for label, r in runs if label == s]) for s in (0, 1)]
    cut = _cut(strip, mouths, [runs[i][1] for i in ends], *sides)
    if cut is None or sum(along) < 6 * sum(m.length for m in mouths):
        return None, "its ends are too wide for its length" if long else ""
    return (cut, "") if cut.area > _HAIR * cut.length else (None, "")


def _runs(strip, line_a, line_b) -> list[tuple[int, shapely.LineString]]:
    """The outer rim of a strip in order, in stretches on A (0), on B (1) or on neither (-1)."""
    xy = shapely.get_coordinates(shapely.get_exterior_ring(strip))
    middles = shapely.points((xy[1:] + xy[:-1]) / 2)
    far = np.column_stack([shapely.distance(middles, line) for line in (line_a, line_b)])
    label = np.where(far.min(axis=1) <= _ON, np.argmin(far, axis=1), -1)
    change = np.flatnonzero(label != np.roll(label, 1))
    if len(change) == 0:
        return []
    turn = change[0]
    label, xy = np.roll(label, -turn), np.vstack([np.roll(xy[:-1], -turn, axis=0), xy[turn]])
    starts = np.append(change - turn, len(label))
    return [
        (int(label[i]), shapely.linestrings(xy[i : j + 1])) for i, j in itertools.pairwise(starts)
    ]


def _closing(inward, reach: float):
    """The line across between two borders that closes an open gap for good, ``None`` for none.

    Once the ground behind it is settled, one border ends at the line and the other one runs
    along it. Where the two would still be found side by side beyond it, it moves out to there:
    otherwise settling would leave a gap, which a new comparison would list.
    """
    mouth = _outermost(inward, reach)
    while mouth is not None:
        place = _from_outside(mouth, inward)
        again = [_outermost(pair, reach) for pair in _beyond(inward, mouth)]
        further = [
            m for m in again if m is not None and _from_outside(m, inward) < place - _FURTHER_OUT
        ]
        if not further:
            break
        mouth = min(further, key=lambda m: (_from_outside(m, inward), m.bounds))
    return mouth


def _outermost(inward, reach: float):
    """Of the lines across that either of two borders sees the outer one."""
    both = [_mouth(line, other, reach) for line, other in (inward, inward[::-1])]
    if both[0] is None or both[1] is None:
        return None
    return min(both, key=lambda m: (_from_outside(m, inward), m.bounds))


def _beyond(inward, mouth) -> list[tuple]:
    """Two borders outside a line across, which one of them runs along, then the other."""
    ends = shapely.points(shapely.get_coordinates(mouth))
    ends = ends[np.argsort(shapely.distance(ends, inward[0]), kind="stable")]
    outside = []
    for line, end in zip(inward, ends, strict=True):
        at = float(shapely.line_locate_point(line, end))
        if at <= _ONE_PLACE:
            return []
        outside.append(substring(line, 0.0, at))
    across = shapely.get_coordinates(ends)
    longer = [
        shapely.linestrings(np.vstack([shapely.get_coordinates(line)[:-1], way]))
        for line, way in zip(outside, (across, across[::-1]), strict=True)
    ]
    return [(longer[0], outside[1]), (outside[0], longer[1])]


def _mouth(line, other, reach: float):
    """The shortest line across between two borders that both lead inwards from an open end.

    ``None`` where they have no ends, but run apart evenly like two sides of a third party.
    """
    far = shapely.length(line)
    # Counted from the inner end: the outer one lies wherever the reach happens to end.
    at = far - np.arange(0, far, max(_READINGS * reach, far / 5000))[::-1]
    width = shapely.distance(shapely.line_interpolate_point(line, at), other)
    # From where it is no wider than a mouth walk inwards while it narrows as fast as borders
    # that part do.
    first = int(np.argmax(width <= _MOUTH * reach))
    narrowing = -np.diff(width[first:]) > _DIVERGING * np.diff(at[first:])
    if width[first] > _MOUTH * reach or narrowing.all() or not narrowing[0]:
        return None
    corner = shapely.line_interpolate_point(line, at[first + int(np.argmin(narrowing))])
    vertices = shapely.points(shapely.get_coordinates(line))
    # Borders part at a vertex of one of them; between the readings it is only nearly known where.
    away = shapely.distance(vertices, corner)
    if away.min() <= _CORNER_NEAR * _READINGS * reach:
        corner = vertices[np.argmin(np.round(away, 6))]
    return shapely.shortest_line(corner, other)


def _from_outside(mouth, inward) -> float:
    """How far (metres) along the two borders that lead inwards a line across them lies.

    Beyond the outer of two such lines the borders part all the way, as either sees it. Beyond
    the inner one they may run side by side once more, and settling would leave a gap there.
    """
    ends = shapely.points(shapely.get_coordinates(mouth))
    way = [
        float(shapely.line_locate_point(line, ends[np.argmin(shapely.distance(ends, line))]))
        for line in inward
    ]
    return round(sum(way), 6)


def _cut(strip, mouths, outside, on_a, on_b):
    """The piece of a strip behind its mouths that lies on both borders, the longest one."""
    reaching = [_longer(m) for m in mouths if shapely.length(m) > 0]
    pieces = faces_of([*shapely.get_parts(shapely.boundary(strip)), *reaching])
    pieces = pieces[shapely.within(shapely.point_on_surface(pieces), strip)]
    open_air = shapely.points([shapely.get_coordinates(run)[:2].mean(axis=0) for run in outside])
    pieces = pieces[shapely.distance(pieces[:, None], open_air[None, :]).min(axis=1) > _ONE_PLACE]
    if len(pieces) == 0:
        return None
    rims = [shapely.intersection(pieces, shapely.buffer(on, _ON)) for on in (on_a, on_b)]
    facing = np.round(shapely.length(rims).min(axis=0), 6)
    return pieces[np.argmax(facing)] if facing.max() > _NO_LINE else None


def _longer(line, by: float = _ONE_PLACE):
    """A line a micrometre longer at both ends, so that it surely crosses what it touches."""
    (x0, y0), (x1, y1) = shapely.get_coordinates(line)[[0, -1]]
    length = np.hypot(x1 - x0, y1 - y0)
    dx, dy = (x1 - x0) / length * by, (y1 - y0) / length * by
    # Its own ends stay vertices: one that is a corner of the rim must not be missed by a hair.
    return shapely.linestrings([(x0 - dx, y0 - dy), (x0, y0), (x1, y1), (x1 + dx, y1 + dy)])
