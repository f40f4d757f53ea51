"""Gaps and overlaps between the outlines of authorities, as closed faces.

Overlaps are what two outlines both cover. Gaps are faces between two or more outlines that
none covers. A gap that is open at an end is closed by the shortest line between the two
borders where they begin to diverge: where the gap widens by more than half a metre per metre.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely

from zoning.boundaries.borders_edges import Edges, edges_of, faces_of, owners_of, pairing

__all__ = ["Patch", "find_patches", "nearby_pairs"]

#: A gap that widens faster than this (metres per metre of border) is the borders parting.
_DIVERGING = 0.5
#: Spacing of the points at which the width of an open gap is read, as a share of the reach.
_READINGS = 0.05
#: A mouth wider than this share of the reach is no mouth: nothing there says "border".
_MOUTH = 0.5
_PARTING = object()


@dataclass(frozen=True)
class Patch:
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


def nearby_pairs(outlines, reach: float) -> list[tuple[int, int]]:
    """Pairs of outlines whose envelopes come within reach of each other, ``a < b``."""
    tree = shapely.STRtree(outlines)
    a, b = tree.query(outlines, predicate="dwithin", distance=reach)
    keep = a < b
    return sorted(zip(a[keep].tolist(), b[keep].tolist(), strict=True))


def find_patches(outlines, *, reach: float = 100.0) -> list[Patch]:
    """All gaps and overlaps between outlines.

    Parameters
    ----------
    outlines : array of Polygon or MultiPolygon
        One an authority, valid, in one metric CRS.
    reach : float
        How far apart (metres) two borders may run and still enclose an open gap.

    Returns
    -------
    list of Patch
        In no particular order.
    """
    outlines = np.asarray(outlines, dtype=object)
    # The same order whoever is named first, so that the result is the same to the last bit.
    order = np.lexsort([shapely.area(outlines), *np.round(shapely.bounds(outlines), 3).T[::-1]])
    return [
        replace(p, a=min(pair), b=max(pair), others=tuple(int(order[o]) for o in p.others))
        for p in _find(outlines[order], reach)
        for pair in [(int(order[p.a]), int(order[p.b]))]
    ]


def _find(outlines, reach: float) -> list[Patch]:
    edges = edges_of(outlines)
    loose = edges.take(pairing(edges) < 0)
    found = _overlaps(outlines, loose)
    gaps = _closed_gaps(outlines, loose)
    found += gaps
    if len(np.unique(loose.owner)) > 1 and reach > 0:
        found += _open_gaps(outlines, loose, [g.shape for g in gaps], reach)
    return found


def _overlaps(outlines, loose: Edges) -> list[Patch]:
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
        found.append(Patch("overlap", min(both), max(both), others, part))
    return found


def _closed_gaps(outlines, loose: Edges) -> list[Patch]:
    faces = faces_of(loose.lines)
    if len(faces) == 0:
        return []
    covered = np.unique(owners_of(faces, outlines)[0])
    empty = np.setdiff1d(np.arange(len(faces)), covered)
    found = []
    for face in faces[empty]:
        claims = _claimants(face, loose)
        if len(claims) > 1:
            found.append(Patch("gap", *sorted(claims[:2]), tuple(claims[2:]), face))
    return found


def _claimants(face, loose: Edges) -> list[int]:
    """Authorities on the rim of a face, the longest share first."""
    rim = edges_of([face])
    tree = shapely.STRtree(loose.lines)
    side, edge = tree.query(rim.middles, predicate="dwithin", distance=1e-6)
    length = np.bincount(loose.owner[edge], weights=rim.lengths[side])
    present = np.flatnonzero(length > 0)
    return [int(o) for o in present[np.lexsort([present, -np.round(length[present], 6)])]]


def _open_gaps(outlines, loose: Edges, gaps, reach: float) -> list[Patch]:
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
            shape = _trim(strip, lines[a], lines[b], reach)
            if shape is not None:
                found.append(Patch("gap", a, b, (), shape, closed=False))
    return found


def _within(line, other, reach: float):
    """The segments of a line that come within reach of another."""
    xy, part = shapely.get_coordinates(shapely.get_parts(line), return_index=True)
    go = part[1:] == part[:-1]
    pieces = shapely.linestrings(np.stack([xy[:-1][go], xy[1:][go]], axis=1))
    long = shapely.length(pieces) > 4 * reach
    pieces = np.concatenate(
        [pieces[~long], shapely.get_parts(shapely.segmentize(pieces[long], 2 * reach))]
    )
    tree = shapely.STRtree(shapely.get_parts(other))
    keep = np.unique(tree.query(pieces, predicate="dwithin", distance=reach)[0])
    return shapely.multilinestrings(pieces[keep])


def _trim(strip, line_a, line_b, reach: float):
    """The part of a strip between two borders that is left when its mouths are closed."""
    if shapely.get_dimensions(strip) != 2:
        return None
    rim = shapely.get_exterior_ring(strip)
    near = 1e-6 * reach
    on_a = _longest(shapely.intersection(rim, shapely.buffer(line_a, near)))
    on_b = _longest(shapely.intersection(rim, shapely.buffer(line_b, near)))
    if on_a is None or on_b is None:
        return None
    ends = [_mouth(on_a, on_b, end, reach) for end in (0, 1)]
    if any(e is _PARTING for e in ends):
        return None
    mouths = [e for e in ends if e is not None]
    cut = _cut(strip, mouths, on_a, on_b)
    if cut is None or shapely.length(on_a) < 3 * sum(m.length for m in mouths):
        return None
    return cut


def _longest(geometry):
    lines = shapely.get_parts(geometry)
    lines = lines[shapely.get_dimensions(lines) == 1]
    lines = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(lines)))
    lines = lines[shapely.length(lines) > 0]
    return lines[np.argmax(shapely.length(lines))] if len(lines) else None


def _mouth(on_a, on_b, end: int, reach: float):
    """The shortest line across at one end of a strip.

    ``None`` where the borders meet there; `_PARTING` where they have no ends, but run apart
    evenly like two sides of a third authority's land.
    """
    line = on_a if end == 0 else shapely.reverse(on_a)
    far = shapely.length(line)
    at = np.arange(0, far, max(_READINGS * reach, far / 5000))
    width = shapely.distance(shapely.line_interpolate_point(line, at), on_b)
    if width[0] < 1e-6:
        return None
    # Walk inwards while the gap narrows as fast as borders that part do.
    narrowing = -np.diff(width) > _DIVERGING * np.diff(at)
    if narrowing.all() or width[np.argmin(narrowing)] > _MOUTH * reach:
        return _PARTING
    stop = int(np.argmin(narrowing))
    corner = shapely.line_interpolate_point(line, at[stop])
    vertices = shapely.points(shapely.get_coordinates(line))
    close = shapely.dwithin(vertices, corner, 1.5 * _READINGS * reach)
    spots = np.append(vertices[close], corner)
    best = spots[np.argmin(np.round(shapely.distance(spots, on_b), 6))]
    return shapely.shortest_line(best, on_b)


def _cut(strip, mouths, on_a, on_b):
    """The widest piece of a strip between its mouths that still lies on both borders."""
    reaching = [_longer(m) for m in mouths if shapely.length(m) > 0]
    pieces = faces_of([*shapely.get_parts(shapely.boundary(strip)), *reaching])
    if len(pieces) == 0:
        return None
    inside = shapely.within(shapely.point_on_surface(pieces), strip)
    pieces = pieces[inside]
    facing = np.array(
        [
            min(
                shapely.length(shapely.intersection(p, shapely.buffer(on, 1e-4)))
                for on in (on_a, on_b)
            )
            for p in pieces
        ]
    )
    if len(pieces) == 0 or facing.max() < 1e-3:
        return None
    return pieces[np.argmax(np.round(facing, 6))]


def _longer(line, by: float = 1e-6):
    """A line a micrometre longer at both ends, so that it surely crosses what it touches."""
    (x0, y0), (x1, y1) = shapely.get_coordinates(line)[[0, -1]]
    length = np.hypot(x1 - x0, y1 - y0)
    dx, dy = (x1 - x0) / length * by, (y1 - y0) / length * by
    return shapely.linestrings([(x0 - dx, y0 - dy), (x1 + dx, y1 + dy)])
