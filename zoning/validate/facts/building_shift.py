"""Buildings that lie beside the zones they belong to, as GCJ-02 shifts a map.

Borders run along streets and around houses. Where far more houses are cut by borders, or lie
outside, than once GCJ-02 is undone (or done), and almost none are then, the two layers were
drawn in different systems. Only these two moves are tried: a chance of some hundred metres
that mends a whole layer does not come about otherwise.
"""

from __future__ import annotations

import numpy as np
import shapely

from zoning.geo.gcj02 import gcj_to_wgs, moved_by, wgs_to_gcj
from zoning.model.tolerances import count, tolerance
from zoning.validate.core.context import Context, joined, polygonal
from zoning.validate.core.joins import join_buildings

__all__ = ["BuildingShift", "gcj_of_buildings"]

_OFF, _TIMES = tolerance("buildings_off"), tolerance("buildings_off_less")
_SAMPLE, _HOME = count("buildings_sampled"), count("buildings_home")

BuildingShift = tuple[float, float, float, float]


def gcj_of_buildings(context: Context) -> BuildingShift | None:
    """East and north offset in metres, share of buildings off as they are and once moved.

    ``None`` where nothing is shifted, or nothing can be said.
    """
    if context.crs is None or not context.has("zones", "buildings"):
        return None
    known = np.flatnonzero(polygonal(context, "buildings"))
    off = ~context.shared(joined).whole[known]
    if not len(known) or off.mean() < _OFF:
        return None
    names = context.labels("buildings")[known].astype(str)
    known = known[np.argsort(names, kind="stable")]
    rows = known[np.linspace(0, len(known) - 1, min(len(known), _SAMPLE)).astype(int)]
    before = float((~context.shared(joined).whole[rows]).mean())
    shapes = context.geometry("buildings")[rows]
    zones = context.geometry("zones")[context.members]
    at = shapely.get_coordinates(shapes)
    best = None
    for convert in (gcj_to_wgs, wgs_to_gcj):
        there = moved_by(convert, at, context.crs)
        if there is None:
            return None
        after = _share_off(shapes, there, zones)
        home = (before - after) * len(rows)
        if after * _TIMES > before or home < _HOME or (best and after >= best[3]):
            continue
        east, north = np.median(at - there, axis=0)
        # In a plan of equal blocks other moves would fit as well; then nothing is said.
        aside = [_share_off(shapes, at - turned, zones) for turned in _turned(east, north)]
        if after * _TIMES <= min(aside):
            best = (float(east), float(north), before, after)
    return best


def _share_off(shapes: np.ndarray, at: np.ndarray, zones: np.ndarray) -> float:
    """Share of buildings that no zone holds wholly, with other coordinates."""
    moved = shapely.set_coordinates(shapely.force_2d(shapes), at)
    moved = moved[shapely.is_valid(moved)]
    return float((~join_buildings(moved, zones).whole).mean()) if len(moved) else 1.0


def _turned(east: float, north: float) -> list[np.ndarray]:
    """Moves of the same length in seven other directions."""
    angles = np.linspace(0, 2 * np.pi, 8, endpoint=False)[1:]
    return [
        np.array([east * np.cos(a) - north * np.sin(a), east * np.sin(a) + north * np.cos(a)])
        for a in angles
    ]
