"""A layer that lies beside the border it shares with another: whether that is to be believed.

The offset at which the outlines of two layers fit best (`zoning.geo.shift`) is only believed
where it explains much that the place as it is does not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from zoning.geo.edges import Edges, edges_of, places_of
from zoning.geo.gcj02 import gcj_to_wgs, moved_by, wgs_to_gcj
from zoning.geo.shift import line_tree, points_along, refine_offset, share_on, vote_offset
from zoning.model.tolerances import by_name, tolerance
from zoning.validate.core.context import Context
from zoning.validate.core.rule import Finding
from zoning.validate.coverage.by_rule import edges_by_name
from zoning.validate.facts.building_shift import gcj_of_buildings

__all__ = ["Offset", "find_shifts", "offset_between", "outline"]

_REACH = tolerance("layer_reach")
_ON = tolerance("layer_on")
_LEAST = tolerance("least_shift")
_FITS = tolerance("shift_fits")
_ALIGNED, _ALIGNED_NEIGHBOURS = tolerance("aligned_parent"), tolerance("aligned_neighbours")
_EXACT = tolerance("aligned_exactly")
_BELIEVED = by_name("believed")


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


def find_shifts(context: Context) -> list[Finding]:
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
                found.append(_of_team(team, name, offset, outlines[team]))
    return found or _of_buildings(context)


def _of_buildings(context: Context) -> list[Finding]:
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
    return [_finding("buildings", "buildings", text, place, length)]


def _makes_sense(zones: np.ndarray, offset: Offset, ground: np.ndarray, inside: bool) -> bool:
    """Whether zones, moved back, lie in their parents, or beside their neighbours.

    Blocks of a regular plan look alike: moved by one block, they would fit their neighbours'
    outlines, and lie on top of them.
    """
    points = shapely.get_coordinates(shapely.point_on_surface(zones))
    points -= [offset.east_m, offset.north_m]
    held, _ = shapely.STRtree(ground).query(shapely.points(points), predicate="intersects")
    share = len(np.unique(held)) / len(points)
    return share >= _BELIEVED["home"] if inside else share <= _BELIEVED["aside"]


def _reference(context: Context) -> np.ndarray | None:
    if context.parents is not None and len(context.parents):
        return np.asarray(context.parents.geometry.array)
    if context.has("districts"):
        shapes = context.geometry("districts")[context.usable("districts")]
        return shapes if len(shapes) else None
    return None


def _of_team(team: str, other: str, offset: Offset, lines: np.ndarray) -> Finding:
    side = _direction(offset.east_m, offset.north_m)
    why = "as GCJ-02 shifts a map" if offset.kind == "GCJ-02" else "as another datum would"
    text = (
        f"{team} lies {offset.length_m:.0f} m {side} of the border that it shares with {other}, "
        f"{why} ({offset.after:.0%} of its outline fits once moved back, {offset.before:.0%} now)"
    )
    place = shapely.box(*lines.min(axis=(0, 1)), *lines.max(axis=(0, 1)))
    return _finding("zones", team, text, place, offset.length_m)


def _finding(layer: str, what: str, text: str, place: shapely.Geometry, metres: float) -> Finding:
    return Finding(layer, (what,), text, place, measured=metres, limit=_LEAST, unit="m")


def _direction(east: float, north: float) -> str:
    turn = round(np.degrees(np.arctan2(north, east)) / 45) % 8
    return "east north-east north north-west west south-west south south-east".split()[turn]


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
    points, tree = points_along(layer), line_tree(other)
    before = share_on(points, tree, _ON)
    if before >= _FITS or share_on(points, tree, _EXACT) >= aligned:
        return None
    best = None
    gcj = _as_gcj(points, tree, before, crs)
    if gcj is not None and _believed(before, gcj.after):
        best = gcj
    well = best is not None and best.after >= _BELIEVED["well"]
    rough = None if well else vote_offset(points, other, _REACH)
    if rough is not None:
        offset = refine_offset(points, rough, other, tree)
        after = share_on(points - offset, tree, _ON)
        chance = _by_chance(points, offset, tree)
        better = after > (best.after + _BELIEVED["better"] if best else 0)
        if better and _believed(max(before, chance), after):
            best = Offset(float(offset[0]), float(offset[1]), "datum", before, after)
    if best is None or best.length_m < _LEAST:
        return None
    return best


def _believed(before: float, after: float) -> bool:
    least = _BELIEVED["times"] * before + _BELIEVED["more"]
    return after >= _BELIEVED["least"] and after >= least


def _by_chance(points: np.ndarray, offset: np.ndarray, tree: shapely.STRtree) -> float:
    """Share of points on lines after moves of the same length in other directions."""
    length = max(float(np.hypot(*offset)), 50.0)
    shares = []
    for turn in np.linspace(0, 2 * np.pi, 12, endpoint=False) + 0.3:
        aside = np.array([np.cos(turn), np.sin(turn)]) * max(60.0, length / 3)
        shares.append(share_on(points - offset + aside, tree, _ON))
    return float(np.mean(shares))


def _as_gcj(points: np.ndarray, tree: shapely.STRtree, before: float, crs) -> Offset | None:
    """The shift of GCJ-02, undone or done, where one of them brings the outline home."""
    best = None
    for convert in (gcj_to_wgs, wgs_to_gcj):
        home = moved_by(convert, points, crs) if crs is not None else None
        if home is None:
            return None
        after = share_on(home, tree, _ON)
        if best is None or after > best.after:
            east, north = np.median(points - home, axis=0)
            best = Offset(float(east), float(north), "GCJ-02", before, after)
    return best
