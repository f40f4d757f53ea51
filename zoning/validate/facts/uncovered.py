"""Land of an upper area in none of the areas in it: a village that nobody drew.

Zones fill the smallest areas that there are. An upper area that holds smaller ones is filled
where these fill it; its other land is in nobody's charge, and whoever lives there is not counted.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely

from zoning.model.profile import UNITS
from zoning.model.tolerances import tolerance
from zoning.validate.core.context import Context, polygonal
from zoning.validate.core.levels import holders, ranks
from zoning.validate.coverage.by_rule import NOISE, area_patches, judged, widths_of
from zoning.validate.coverage.coverage_model import tolerance_of
from zoning.validate.coverage.engine import find_patches
from zoning.validate.coverage.patches import KINDS, Draft, Patch, Patches
from zoning.validate.coverage.to_patches import measured

__all__ = ["blocks_left_over", "left_over"]

_SAME = tolerance("told_already")


def left_over(context: Context) -> Patches:
    """Land of upper areas that lies in none of the areas in them and in no zone.

    ``parents`` are rows of the layer ``areas``; zones are not named. What COV007 tells as a
    border between two areas is left out.
    """
    return context.shared(_left_over)


def _left_over(context: Context) -> Patches:
    none = Patches.none(context.crs)
    if not context.has("areas"):
        return none
    rows = np.flatnonzero(polygonal(context, "areas"))
    rank = ranks(context["areas"]["level"].iloc[rows].tolist())
    if not len(rows) or (rank < 0).any():
        return none
    geometry = context.geometry("areas")[rows]
    child, parent = holders(geometry, rank)
    found: list[Patch] = []
    for level in np.unique(rank[parent]).tolist():
        upper = np.unique(parent[rank[parent] == level])
        # A village in a township fills the township, not once more its county.
        between = rank[parent] > level
        inner = np.setdiff1d(np.flatnonzero(rank > level), child[between])
        found += _lacking(context, geometry, upper, inner, rows)
    if not found:
        return none
    drawn = _without_zones(context, _untold(context, found))
    tolerance = max(tolerance_of(geometry), NOISE)
    return measured(Draft.of(drawn), widths_of(context), tolerance, context.crs)


def _lacking(context, geometry, upper, inner, rows) -> list[Patch]:
    """Land of some areas in none of others."""
    allowed = context["allowed_gaps"].geometry if context.has("allowed_gaps") else None
    found = find_patches(geometry[inner], within=geometry[upper], allowed=allowed)
    found = found.take(found.code == KINDS.index("gap"))
    points = shapely.point_on_surface(found.shape)
    patch, at = shapely.STRtree(geometry[upper]).query(points, predicate="intersects")
    names: list[tuple[int, ...]] = [()] * len(found)
    for i, k in zip(patch.tolist(), rows[upper[at]].tolist()):
        names[i] = (*names[i], k)
    return [replace(p, zones=(), parents=tuple(sorted(n))) for p, n in zip(found, names)]


def _untold(context: Context, patches: list[Patch]) -> list[Patch]:
    """The patches that are no border between two areas, as COV007 tells it."""
    told = [p.geometry for p in area_patches(context) if p.kind == "gap"]
    if not told:
        return patches
    shapes = np.array([p.geometry for p in patches], dtype=object)
    known = np.array(told, dtype=object)
    patch, border = shapely.STRtree(known).query(shapes, predicate="intersects")
    shared = shapely.area(shapely.intersection(shapes[patch], known[border]))
    share = np.bincount(patch, shared, minlength=len(shapes))
    return [patches[i] for i in np.flatnonzero(share < _SAME * shapely.area(shapes)).tolist()]


def _without_zones(context: Context, patches: list[Patch]) -> list[Patch]:
    """The patches less what zones cover: there, they lie outside their own area (COV003)."""
    shapes = np.array([p.geometry for p in patches] + [None], dtype=object)[:-1]
    over = judged(context).outside.shape
    zone, patch = shapely.STRtree(shapes).query(over, predicate="intersects")
    drawn = []
    for i, one in enumerate(patches):
        mine = over[zone[patch == i]]
        if not len(mine):
            drawn.append(one)
            continue
        rest = shapely.difference(one.geometry, shapely.union_all(mine))
        parts = [g for g in shapely.get_parts(rest) if g.geom_type == "Polygon" and g.area > 0]
        drawn += [replace(one, geometry=g) for g in parts]
    return drawn


def blocks_left_over(context: Context) -> list[tuple[shapely.Geometry, np.ndarray]]:
    """Stretches of blocks that hold people and lie in no zone: their land, and their rows.

    A block belongs to a zone where an inner point of one of its parts does.
    """
    if not context.has("blocks"):
        return []
    units = context["blocks"][list(UNITS)].fillna(0).sum(axis=1).to_numpy(dtype=float)
    rows = np.flatnonzero(polygonal(context, "blocks") & (units > 0))
    parts, at = shapely.get_parts(context.geometry("blocks")[rows], return_index=True)
    points = shapely.point_on_surface(parts)
    held = np.zeros(len(rows), dtype=bool)
    for name in ("zones", "allowed_gaps"):
        if context.has(name):
            land = context.geometry(name)[polygonal(context, name)]
            held[at[shapely.STRtree(land).query(points, predicate="intersects")[0]]] = True
    lost = ~held[at]
    if not lost.any():
        return []
    stretches = shapely.normalize(shapely.get_parts(shapely.union_all(parts[lost])))
    part, stretch = shapely.STRtree(stretches).query(points[lost], predicate="intersects")
    mine = rows[at[lost]][part]
    # A block of several parts is told once, with the first of its stretches.
    order = np.lexsort((stretch, mine))
    first = order[np.unique(mine[order], return_index=True)[1]]
    told = [(s, mine[first[stretch[first] == s]]) for s in range(len(stretches))]
    return [(stretches[s], of) for s, of in told if len(of)]
