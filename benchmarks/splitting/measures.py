"""Measures of zones, taken from the layers alone.

They share no code with the splitter and read none of its verdicts: `reason`, `in_range`,
`compactness` and `visible_share` of the zones are not looked at, people are counted again
from the buildings.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from benchmarks.splitting.edges import along, covers_exactly, match, turning

__all__ = ["Measures", "measure", "parents_within_ulps"]


@dataclass(frozen=True)
class Measures:
    """Figures of one division; lengths in metres, shares from 0 to 1.

    Deviation, compactness and the share on barriers are over the avoidable zones.
    """

    zones: int
    unavoidable: int
    causes: dict[str, int]
    in_range: float
    out_of_range: tuple[str, ...]
    deviation: float
    compactness: float
    on_barrier: float
    turning: float
    turning_off_barrier: float
    spread_mean: float
    spread_p90: float
    buildings: int
    cut: int
    cut_off_barrier: int
    outside_own_zone: int
    unassigned: int
    multipart: int
    coverage_faults: int
    geos_valid: bool
    parent_ulps: float
    persons_differ: int
    table: pd.DataFrame = field(repr=False)


def measure(
    areas: gpd.GeoDataFrame,
    zones: gpd.GeoDataFrame,
    buildings: gpd.GeoDataFrame,
    barriers: gpd.GeoDataFrame | None,
    *,
    published: gpd.GeoDataFrame | None = None,
    low: float = 150,
    target: float = 250,
    high: float = 350,
) -> Measures:
    """Measure a division of areas into zones.

    Parameters
    ----------
    areas : GeoDataFrame
        The polygons that were to be divided (lowest level), as they were given.
    zones : GeoDataFrame
        Columns ``zone_code``, ``kind``, ``stack``, ``persons``; polygons, none if virtual.
    buildings : GeoDataFrame
        Polygons or points with ``persons`` and ``zone_code`` (null outside every area).
    barriers : GeoDataFrame or None
        Lines.
    published : GeoDataFrame, optional
        The areas with the nodes that the splitter put into their borders; the zones must
        cover these exactly. Without it, the given ones.
    low, target, high : float
        The limits in persons.
    """
    zones = zones.reset_index(drop=True)
    people, inhabited = _people(zones, buildings)
    shape = zones.geometry.notna().to_numpy() & _first_of_stack(zones)
    ground = zones[shape].reset_index(drop=True)
    polygons = np.asarray(ground.geometry.array)
    parts = shapely.get_parts(np.asarray(areas.geometry.array))
    part = _part_of(polygons, parts)
    cause = _causes(zones, ground, people, inhabited, polygons, parts, part, low, high)
    avoidable = cause == ""
    inside = (people >= low) & (people <= high)
    edges = match(polygons)
    row_of = np.full(len(zones), -1)
    row_of[np.flatnonzero(shape)] = np.arange(len(ground))
    counted = avoidable[shape]
    both = (edges.left >= 0) & (edges.right >= 0)
    inner = both & (part[edges.left] == part[edges.right])
    lines = _lines(barriers)
    share = np.zeros(len(edges.xy))
    share[inner] = along(edges.xy[inner], lines)
    judged = inner & (counted[edges.left] | counted[edges.right])
    length = edges.length
    area, around = shapely.area(polygons), shapely.length(polygons)
    compact = 4 * np.pi * area / around**2
    cut, cut_free = _cut(edges.xy[inner], buildings, lines)
    mean, p90, spread = _spread(zones, buildings)
    whole = areas if published is None else published
    out = avoidable & ~inside
    table = pd.DataFrame(
        {"zone_code": zones["zone_code"], "persons": people, "cause": cause, "spread": spread}
    )
    return Measures(
        zones=len(zones),
        unavoidable=int((~avoidable).sum()),
        causes={k: int(n) for k, n in pd.Series(cause[~avoidable]).value_counts().items()},
        in_range=float(inside[avoidable].mean()) if avoidable.any() else 1.0,
        out_of_range=tuple(
            f"{c} {p:.0f}" for c, p in zip(zones["zone_code"][out], people[out])
        ),
        deviation=float(np.abs(people[avoidable] - target).mean()),
        compactness=float(compact[counted].mean()),
        on_barrier=float((share * length)[judged].sum() / max(length[judged].sum(), 1e-9)),
        turning=turning(edges.xy[inner]),
        turning_off_barrier=turning(edges.xy[inner & (share < 0.5)]),
        spread_mean=mean,
        spread_p90=p90,
        buildings=len(buildings),
        cut=cut,
        cut_off_barrier=cut_free,
        outside_own_zone=_outside(zones, buildings),
        unassigned=_unassigned(areas, buildings),
        multipart=int((shapely.get_type_id(polygons) != 3).sum()),
        coverage_faults=covers_exactly(polygons, np.asarray(whole.geometry.array)),
        geos_valid=bool(shapely.coverage_is_valid(polygons)),
        parent_ulps=parents_within_ulps(areas, whole),
        persons_differ=int((zones["persons"].fillna(0).to_numpy(float) != people).sum()),
        table=table,
    )  # fmt: skip


def _people(zones, buildings):
    """People and inhabited buildings of each zone; those of vertical parts as written."""
    code = pd.Index(zones["zone_code"])
    row = code.get_indexer(buildings["zone_code"])
    persons = buildings["persons"].fillna(0).to_numpy(float)
    here = row >= 0
    people = np.bincount(row[here], persons[here], len(zones))
    inhabited = np.bincount(row[here], persons[here] > 0, len(zones)).astype(int)
    apart = zones["kind"].isin(["vertical", "virtual"]).to_numpy()
    people[apart] = zones["persons"].fillna(0).to_numpy(float)[apart]
    return people, inhabited


def _first_of_stack(zones):
    stack = zones["stack"].astype("object").where(zones["stack"].notna(), None)
    return ~(stack.notna() & stack.duplicated()).to_numpy()


def _part_of(polygons, parts):
    """The part of an area in which each polygon's inner point lies; -1 for none."""
    points = shapely.point_on_surface(polygons)
    point, part = shapely.STRtree(parts).query(points, predicate="intersects")
    out = np.full(len(polygons), -1)
    out[point] = part
    return out


def _causes(zones, ground, people, inhabited, polygons, parts, part, low, high):
    """Why a zone outside the limits could not be otherwise; empty where it could.

    tower: the one inhabited building in it holds more than the maximum. empty, small: it is
    the whole of an area or of a detached part of one, with nobody or fewer than the minimum.
    """
    cause = np.full(len(zones), "", dtype=object)
    cause[(people > high) & (_houses_of_stack(zones, inhabited) == 1)] = "tower"
    alone = np.bincount(part[part >= 0], minlength=len(parts))[part] == 1
    size = shapely.area(parts)[part]
    alone &= (part >= 0) & (np.abs(shapely.area(polygons) - size) <= 1e-6 * size)
    whole = np.isin(zones["zone_code"].to_numpy(), ground["zone_code"].to_numpy()[alone])
    cause[whole & (people < low)] = "small"
    cause[whole & (people == 0)] = "empty"
    cause[(zones["kind"] == "virtual").to_numpy()] = "virtual"
    return cause


def _houses_of_stack(zones, inhabited):
    """Inhabited buildings of a zone; those of the whole stack where a zone is part of one."""
    stack = zones["stack"].astype("object").where(zones["stack"].notna(), zones["zone_code"])
    return pd.Series(inhabited).groupby(stack.to_numpy()).transform("sum").to_numpy()


def _lines(barriers):
    if barriers is None or not len(barriers):
        return np.empty(0, dtype=object)
    return np.asarray(barriers.geometry.array)


def _cut(inner, buildings, lines, least=0.01):
    """Buildings crossed by an inner line over more than a centimetre: all, and those where
    some of the crossing runs along no barrier."""
    shapes = np.asarray(buildings.geometry.array)
    solid = np.flatnonzero(shapely.get_dimensions(shapes) == 2)
    if not len(solid) or not len(inner):
        return 0, 0
    segments = shapely.linestrings(inner.reshape(-1, 2, 2))
    line, house = shapely.STRtree(shapes[solid]).query(segments, predicate="intersects")
    pieces = shapely.intersection(segments[line], shapes[solid][house])
    pieces, of = shapely.get_parts(pieces, return_index=True)
    linear = shapely.get_dimensions(pieces) == 1
    pieces, of = pieces[linear], of[linear]
    # A line along a wall does not cut: its middle lies on the outline.
    middle = shapely.line_interpolate_point(pieces, 0.5, normalized=True)
    deep = shapely.distance(middle, shapely.boundary(shapes[solid][house[of]])) > least / 2
    deep &= shapely.length(pieces) > least
    pieces, of = pieces[deep], of[deep]
    ends = [shapely.get_coordinates(shapely.get_point(pieces, i)) for i in (0, -1)]
    ends = np.concatenate(ends, axis=1)
    free = along(ends, lines, step=1.0) < 0.999
    return len(np.unique(house[of])), len(np.unique(house[of[free]]))


def _spread(zones, buildings):
    """Root mean square distance of people from their zone's centre: mean, 90th percentile."""
    row = pd.Index(zones["zone_code"]).get_indexer(buildings["zone_code"])
    xy = shapely.get_coordinates(shapely.centroid(np.asarray(buildings.geometry.array)))
    weight = np.where(row >= 0, buildings["persons"].fillna(0).to_numpy(float), 0.0)
    n, row = len(zones), np.maximum(row, 0)
    mass = np.bincount(row, weight, n)
    safe = np.maximum(mass, 1e-9)
    centre = np.c_[np.bincount(row, weight * xy[:, 0], n), np.bincount(row, weight * xy[:, 1], n)]
    centre = centre / safe[:, None]
    square = ((xy - centre[row]) ** 2).sum(axis=1)
    spread = np.sqrt(np.bincount(row, weight * square, n) / safe)
    known = spread[mass > 0]
    if not len(known):
        return 0.0, 0.0, spread
    return float(known.mean()), float(np.quantile(known, 0.9)), spread


def _outside(zones, buildings):
    """Buildings that do not lie in the zone that counts them.

    A building across a line belongs where its centre lies; or, where the centre lies
    outside the footprint or on a line, where most of it lies.
    """
    ground = zones[zones.geometry.notna()].drop_duplicates("zone_code")
    row = pd.Index(ground["zone_code"]).get_indexer(buildings["zone_code"])
    shapes = np.asarray(buildings.geometry.array)[row >= 0]
    home = np.asarray(ground.geometry.array)[row[row >= 0]]
    shapely.prepare(home)
    wrong = ~shapely.intersects(home, shapely.centroid(shapes))
    shapes, home = shapes[wrong], home[wrong]
    share = shapely.area(shapely.intersection(shapes, home))
    lost = share < 0.5 * shapely.area(shapes) * (1 - 1e-9)
    point = shapely.get_dimensions(shapes) == 0
    return int((lost | point).sum() + (buildings["zone_code"].notna().to_numpy() & (row < 0)).sum())


def _unassigned(areas, buildings):
    """Buildings whose centre lies in an area and that no zone counts."""
    loose = buildings[buildings["zone_code"].isna()]
    if not len(loose):
        return 0
    tree = shapely.STRtree(np.asarray(areas.geometry.array))
    points = shapely.centroid(np.asarray(loose.geometry.array))
    return len(np.unique(tree.query(points, predicate="within")[0]))


def parents_within_ulps(given: gpd.GeoDataFrame, published: gpd.GeoDataFrame) -> float:
    """How far published borders stray from those given, in units in the last place.

    The larger of: published vertices from the given line, given vertices from the published
    line, over the unit in the last place of the largest coordinate.
    """
    a = shapely.boundary(np.asarray(given.geometry.array))
    b = shapely.boundary(np.asarray(published.geometry.array))
    # Whole metres as origin: subtracting them loses no bit, and distances keep theirs.
    corner = np.floor(shapely.total_bounds(a)[:2])
    ulp = np.spacing(np.abs(shapely.total_bounds(a)).max())
    a, b = (shapely.transform(x, lambda xy: xy - corner) for x in (a, b))
    return max(_farthest(a, b), _farthest(b, a)) / ulp


def _farthest(lines, others):
    xy, _ = shapely.get_coordinates(lines, return_index=True)
    points = shapely.points(np.unique(xy, axis=0))
    segments = shapely.get_coordinates(others, return_index=True)
    same = segments[1][1:] == segments[1][:-1]
    pairs = np.stack([segments[0][:-1][same], segments[0][1:][same]], axis=1)
    tree = shapely.STRtree(shapely.linestrings(pairs))
    near = tree.query_nearest(points, all_matches=False, return_distance=True)[1]
    return float(near.max()) if len(near) else 0.0
