"""A layer that lies beside the border it shares with another: how far, and why.

The outlines of two layers are taken as points every few metres. If one is displaced, the
differences between its points and those of the other pile up at one offset (a generalised
Hough transform), also where the two were digitised apart and share no vertex. The best offset
is refined by fitting points to lines, and only believed where it explains much that the
place as it is does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd
import pyproj
import shapely

from zoning.geo.edges import Edges, edges_of, places_of
from zoning.geo.gcj02_judge import in_china, to_gcj, undo_gcj
from zoning.geo.grouping import distinct_numbers
from zoning.validate.core.context import Context
from zoning.validate.coverage.by_rule import edges_by_name
from zoning.validate.facts.shift_buildings import gcj_of_buildings

__all__ = ["Offset", "Shift", "find_shifts", "offset_between"]

#: Offsets are searched up to this distance in metres; GCJ-02 reaches about 700.
_REACH = 900.0
#: Width of a cell of the vote, and distance within which a point lies on a line, in metres.
_CELL, _ON = 6.0, 3.0
#: Points of the outline that vote, and points that they are compared with.
_VOTERS, _STEP = 1500, 10.0
#: Offsets under this many metres are a matter of digitising.
_LEAST = 8.0
#: Share of the outline that lies on the other's border where nothing is shifted.
_FITS = 0.5
#: Share of the outline exactly on the other's border that speaks against any shift: on the
#: border of its parent, and on that of a neighbour, of which it shares a part only.
_ALIGNED, _ALIGNED_NEIGHBOURS, _EXACT = 0.25, 0.02, 0.02


@dataclass(frozen=True)
class Offset:
    """How a layer lies against another.

    Parameters
    ----------
    east_m, north_m : float
        Metres by which the layer lies away from where it should be.
    kind : str
        ``GCJ-02`` or ``datum``.
    before, after : float
        Share of its outline on the other's lines as it is, and once moved back.
    """

    east_m: float
    north_m: float
    kind: str
    before: float
    after: float

    @property
    def length_m(self) -> float:
        """Metres."""
        return float(np.hypot(self.east_m, self.north_m))


@dataclass(frozen=True)
class Shift:
    """A finding of CRS003 before it becomes one."""

    layer: str
    what: str
    text: str
    place: shapely.Geometry
    offset_m: float
    limit_m: float = _LEAST


def find_shifts(context: Context) -> list[Shift]:
    """Shifts of zones against areas or districts, of one team's against another's, of buildings.

    Zones are judged against the layer that they should fill; files of several teams against
    each other where no such layer was given; buildings against zones that are in place.
    """
    if not context.has("zones"):
        return []
    zones, shapes = context["zones"], context.geometry("zones")
    rows = np.flatnonzero(context.members)
    source = zones["source"].to_numpy() if "source" in zones else np.full(len(zones), "zones")
    teams = sorted({str(s) for s in pd.unique(source[rows])})
    parts = {t: shapes[rows[source[rows] == t]] for t in teams}
    if len(teams) == 1:
        outlines = {teams[0]: _segments(_single(context.shared(edges_by_name)[1]))}
    else:
        outlines = {t: outline(parts[t]) for t in teams}
    reference = _reference(context)
    found = []
    for n, team in enumerate(teams):
        if reference is not None:
            against = [("areas", outline(reference, all_edges=True), reference, True)]
        else:
            against = [(other, outlines[other], parts[other], False) for other in teams[:n]]
        for name, lines, ground, inside in against:
            aligned = _ALIGNED if inside else _ALIGNED_NEIGHBOURS
            offset = offset_between(outlines[team], lines, crs=context.crs, aligned=aligned)
            if offset is not None and _makes_sense(parts[team], offset, ground, inside):
                found.append(_shift(team, name, offset, outlines[team]))
    return found or _of_buildings(context)


def _of_buildings(context: Context) -> list[Shift]:
    """The shift of the buildings against zones that are not shifted themselves."""
    told = gcj_of_buildings(context)
    if told is None:
        return []
    east, north, before, after = told
    length = float(np.hypot(east, north))
    text = (
        f"buildings lie {length:.0f} m {_direction(east, north)} of the zones, as GCJ-02 shifts a "
        f"map ({before:.0%} are cut by a border or outside every zone, {after:.0%} once moved back)"
    )
    usable = context.geometry("buildings")[context.usable("buildings")]
    place = shapely.box(*shapely.total_bounds(usable))
    return [Shift("buildings", "buildings", text, place, length)]


def _makes_sense(zones: np.ndarray, offset: Offset, ground: np.ndarray, inside: bool) -> bool:
    """Whether zones, moved back, lie in their parents, or beside their neighbours.

    Blocks of a regular plan look alike: moved by one block, they would fit their neighbours'
    outlines, and lie on top of them.
    """
    points = shapely.get_coordinates(shapely.point_on_surface(zones))
    points -= [offset.east_m, offset.north_m]
    held, _ = shapely.STRtree(ground).query(shapely.points(points), predicate="intersects")
    share = len(np.unique(held)) / len(points)
    return share >= 0.9 if inside else share <= 0.1


def _reference(context: Context) -> np.ndarray | None:
    if context.parents is not None and len(context.parents):
        return np.asarray(context.parents.geometry.array)
    if context.has("districts"):
        shapes = context.geometry("districts")[context.usable("districts")]
        return shapes if len(shapes) else None
    return None


def _shift(team: str, other: str, offset: Offset, lines: np.ndarray) -> Shift:
    side = _direction(offset.east_m, offset.north_m)
    why = "as GCJ-02 shifts a map" if offset.kind == "GCJ-02" else "as another datum would"
    text = (
        f"{team} lies {offset.length_m:.0f} m {side} of the border that it shares with {other}, "
        f"{why} ({offset.after:.0%} of its outline fits once moved back, {offset.before:.0%} now)"
    )
    place = shapely.box(*lines.min(axis=(0, 1)), *lines.max(axis=(0, 1)))
    return Shift("zones", team, text, place, offset.length_m)


def _direction(east: float, north: float) -> str:
    names = (
        "east",
        "north-east",
        "north",
        "north-west",
        "west",
        "south-west",
        "south",
        "south-east",
    )
    return names[round(np.degrees(np.arctan2(north, east)) / 45) % 8]


def outline(shapes: np.ndarray, *, all_edges: bool = False) -> np.ndarray:
    """Segments that bound polygons and no second one, shape (n, 2, 2); all edges where asked."""
    edges = edges_of(shapes)
    return _segments(edges if all_edges else _single(edges))


def _single(edges: Edges) -> Edges:
    """Edges in whose place no other lies."""
    places = places_of(edges)
    return edges.take(np.sort(places.order[places.first[places.count == 1]]))


def _segments(edges: Edges) -> np.ndarray:
    return np.stack([edges.start, edges.end], axis=1)


def offset_between(
    layer: np.ndarray, other: np.ndarray, *, crs=None, aligned: float = _ALIGNED
) -> Offset | None:
    """By how much a layer is displaced against another, ``None`` where it is not.

    Parameters
    ----------
    layer, other : array of float, shape (n, 2, 2)
        Segments of the two outlines, as from :func:`outline`; one metric CRS.
    crs : pyproj.CRS, optional
        That CRS, to tell GCJ-02 from a datum.
    aligned : float
        Share of the layer's outline exactly on the other that shows that nothing is shifted.
    """
    if not len(layer) or not len(other):
        return None
    points = _voters(layer)
    tree = shapely.STRtree(shapely.linestrings(other))
    before = _share_on(points, tree)
    if before >= _FITS or _share_on(points, tree, _EXACT) >= aligned:
        return None
    best = None
    gcj = _as_gcj(points, tree, crs)
    if gcj is not None and _believed(before, gcj.after):
        best = gcj
    rough = _vote(points, other)
    if rough is not None and (best is None or best.after < 0.8):
        moved, after = _refine(points, -rough, other, tree)
        chance = _by_chance(points, moved, tree)
        if _believed(max(before, chance), after) and after > (best.after + 0.1 if best else 0):
            best = Offset(float(-moved[0]), float(-moved[1]), "datum", before, after)
    if best is None or best.length_m < _LEAST:
        return None
    return best


def _believed(before: float, after: float) -> bool:
    return after >= 0.12 and after >= 2.5 * before + 0.05


def _lengths(lines: np.ndarray) -> np.ndarray:
    way = lines[:, 1] - lines[:, 0]
    return np.sqrt((way * way).sum(axis=1))


def _along(lines: np.ndarray, share: np.ndarray) -> np.ndarray:
    """The place at a share of the length of each segment."""
    return (lines[:, 1] - lines[:, 0]) * share[:, None] + lines[:, 0]


def _voters(lines: np.ndarray) -> np.ndarray:
    """Points along lines, evenly spaced by length, at most `_VOTERS` of them."""
    length = _lengths(lines)
    ends = np.cumsum(length)
    count = int(min(_VOTERS, max(50, ends[-1] / _STEP)))
    at = (np.arange(count) + 0.5) / count * ends[-1]
    which = np.searchsorted(ends, at)
    along = at - (ends[which] - length[which])
    return _along(lines[which], along / length[which])


def _share_on(points: np.ndarray, tree: shapely.STRtree, distance: float = _ON) -> float:
    hit, _ = tree.query(shapely.points(points), predicate="dwithin", distance=distance)
    return len(np.unique(hit)) / len(points)


def _vote(points: np.ndarray, other: np.ndarray) -> np.ndarray | None:
    """The offset (layer minus other) at which most pairs of points agree, in metres."""
    low, high = points.min(axis=0) - _REACH, points.max(axis=0) + _REACH
    near = other[((other.max(axis=1) >= low) & (other.min(axis=1) <= high)).all(axis=1)]
    if not len(near):
        return None
    pieces = np.maximum(1, np.ceil(_lengths(near) / _STEP)).astype(int)
    which = np.repeat(np.arange(len(near)), pieces)
    nth = np.arange(len(which)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    there = _along(near[which], (nth + 0.5) / pieces[which])
    from scipy.ndimage import uniform_filter
    from scipy.spatial import cKDTree

    middle = int(_REACH / _CELL)
    size = 2 * middle + 1
    votes = np.zeros(size * size)
    tree = cKDTree(there)
    for start in range(0, len(points), 100):
        some = points[start : start + 100]
        pairs = cKDTree(some).sparse_distance_matrix(tree, _REACH, output_type="ndarray")
        voter, place = pairs["i"], pairs["j"]
        # One vote a point and cell: a long straight line must not vote many times.
        key = voter.astype(np.int32)
        for axis in (0, 1):
            key *= size
            apart = some[voter, axis] - there[place, axis]
            key += np.rint(apart / _CELL).astype(np.int32) + middle
        votes += np.bincount(distinct_numbers(key) % (size * size), minlength=size * size)
    # Each cell with the eight around it: an offset rarely falls into the middle of one.
    around = uniform_filter(votes.reshape(size, size), size=3, mode="constant")
    i, j = np.unravel_index(np.argmax(around), around.shape)
    return (np.array([i, j]) - size // 2) * _CELL


def _refine(points, move, other, tree) -> tuple[np.ndarray, float]:
    """The move that brings points onto lines, from a rough one: point-to-line least squares."""
    move = np.asarray(move, dtype=float)
    for reach in (30.0, 20.0, 12.0, 8.0, 5.0, 5.0):
        here = points + move
        point, line = tree.query_nearest(shapely.points(here), max_distance=reach)
        if len(point) < 10:
            break
        along = other[line, 1] - other[line, 0]
        size = np.hypot(*along.T)
        fine = size > 0
        normal = np.column_stack([-along[fine, 1], along[fine, 0]]) / size[fine, None]
        miss = ((other[line[fine], 0] - here[point[fine]]) * normal).sum(axis=1)
        left = normal.T @ normal
        if np.linalg.cond(left) > 1e6:
            break
        move = move + np.linalg.solve(left, normal.T @ miss)
    return move, _share_on(points + move, tree)


def _by_chance(points, move, tree) -> float:
    """Share of points on lines after moves of the same length in other directions."""
    length = max(float(np.hypot(*move)), 50.0)
    shares = []
    for turn in np.linspace(0, 2 * np.pi, 12, endpoint=False) + 0.3:
        aside = move + np.array([np.cos(turn), np.sin(turn)]) * max(60.0, length / 3)
        shares.append(_share_on(points + aside, tree))
    return float(np.mean(shares))


@lru_cache(maxsize=4)
def _to_degrees(crs) -> pyproj.Transformer:
    """Kept: each team is compared with each other one, and making it takes longer than that."""
    return pyproj.Transformer.from_crs(crs, 4326, always_xy=True)


def _as_gcj(points: np.ndarray, tree: shapely.STRtree, crs) -> Offset | None:
    """The shift of GCJ-02, undone or done, where one of them brings the outline home."""
    if crs is None:
        return None
    try:
        change = _to_degrees(crs)
    except pyproj.exceptions.ProjError:
        return None
    lonlat = np.column_stack(change.transform(points[:, 0], points[:, 1]))
    if not np.isfinite(lonlat).all() or not in_china(*lonlat.mean(axis=0)):
        return None
    before = _share_on(points, tree)
    best = None
    for convert in (undo_gcj, to_gcj):
        lon, lat = convert(lonlat).T
        home = np.column_stack(change.transform(lon, lat, direction="INVERSE"))
        after = _share_on(home, tree)
        if best is None or after > best.after:
            east, north = np.median(points - home, axis=0)
            best = Offset(float(east), float(north), "GCJ-02", before, after)
    return best
