"""Whether coordinates fit the coordinate system that a layer names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import geopandas as gpd
import numpy as np
import pyproj
import shapely

from zoning.geo.crs import is_metric, label, spot
from zoning.model.tolerances import tolerance

__all__ = ["Extent", "Placed", "distortion", "extent_of", "fits_alone", "like_degrees", "misfit"]

_DISTORTED = tolerance("distorted")
_ORIGIN = tolerance("plan_origin")


class Placed(Protocol):
    """What is asked of a layer: its file, its name, its CRS and the box of its coordinates."""

    @property
    def path(self) -> str: ...
    @property
    def layer(self) -> str: ...
    @property
    def crs(self) -> pyproj.CRS | None: ...
    @property
    def bounds(self) -> tuple[float, ...]: ...


@dataclass(frozen=True)
class Extent:
    """A layer's file, name, CRS and the box of its coordinates, empty without any."""

    path: str
    layer: str
    crs: pyproj.CRS | None = None
    bounds: tuple[float, ...] = ()


def extent_of(frame: gpd.GeoDataFrame, layer: str, path: str = "") -> Extent:
    """The extent of a frame; coordinates that are no numbers do not count."""
    bounds = shapely.bounds(np.asarray(frame.geometry.array))
    bounds = bounds[np.isfinite(bounds).all(axis=1)]
    box = (*bounds[:, :2].min(axis=0), *bounds[:, 2:].max(axis=0)) if len(bounds) else ()
    return Extent(path, layer, frame.crs, tuple(float(v) for v in box))


def distortion(facts: Placed) -> float | None:
    """How many times too large areas come out, ``None`` where that is not worth a word.

    Plans drawn from the origin and systems that cannot be computed with count as fine.
    """
    if facts.crs is None or not facts.bounds or not is_metric(facts.crs) or _is_drawing(facts):
        return None
    try:
        scale = _areal_scale(facts.crs, facts.bounds)
    except pyproj.exceptions.ProjError:
        return None
    return scale if scale is not None and abs(scale - 1) > _DISTORTED else None


def misfit(facts: Placed, others: Sequence[Placed]) -> tuple[str, str | None] | None:
    """What is wrong with a layer's coordinates, with a milder severity where it is that.

    Parameters
    ----------
    facts : Placed
        A layer with CRS and bounds.
    others : sequence of Placed
        The other layers of the check: one that lies elsewhere speaks against it.

    Returns
    -------
    (text, severity or None), or None
        ``None`` where coordinates fit.
    """
    assert facts.crs is not None, "CRS001 reports a layer without one"
    try:
        return _misfit(facts, facts.crs, others)
    except pyproj.exceptions.ProjError:
        return f"coordinate system {label(facts.crs)[:60]} cannot be computed with", None


def fits_alone(facts: Placed) -> bool:
    """Whether a layer with bounds can bear witness where others lie: no blocker by itself."""
    wrong = misfit(facts, ())
    return wrong is None or wrong[1] is not None


def _misfit(
    facts: Placed, crs: pyproj.CRS, others: Sequence[Placed]
) -> tuple[str, str | None] | None:
    x0, y0, x1, y1 = facts.bounds
    name = label(crs)
    if crs.is_geographic:
        if abs(x0) <= 360 and abs(x1) <= 360 and abs(y0) <= 90 and abs(y1) <= 90:
            return _elsewhere(facts, others)
        if max(abs(x0), abs(x1)) <= 90 and max(abs(y0), abs(y1)) <= 360:
            return f"latitude stands first, {name} is used with longitude first; swap x and y", None
        return f"coordinates such as {x0:.6g}, {y0:.6g} are no degrees, {name} is in degrees", None
    if not is_metric(crs):
        unit = crs.axis_info[0].unit_name if crs.axis_info else "no unit"
        return f"{name} is in {unit}, not in metres; convert to a metric system", "warning"
    return _projected(facts, crs, name) or _elsewhere(facts, others)


def _projected(facts: Placed, crs: pyproj.CRS, name: str) -> tuple[str, str | None] | None:
    x0, y0, x1, y1 = facts.bounds
    if _is_drawing(facts):
        return None
    inside = _within_use(crs, facts.bounds)
    if inside is False:
        if _within_use(crs, (y0, x0, y1, x1)):
            return f"northing stands first where {name} wants easting; swap x and y", None
        if like_degrees(facts.bounds):
            return f"coordinates look like degrees, {name} is in metres", None
        return (
            f"coordinates around {spot((x0 + x1) / 2, (y0 + y1) / 2, 0)} lie outside the area "
            f"for which {name} is made",
            None,
        )
    scale = distortion(facts)
    if scale is not None:
        return f"{name} makes areas {scale:.2f} times as large here; convert to a local one", (
            "warning"
        )
    return None


def _is_drawing(facts: Placed) -> bool:
    """A plan drawn from the origin: examples, tests, local grids. It lies nowhere."""
    at_origin = max(map(abs, facts.bounds[:2])) <= _ORIGIN
    return at_origin and not like_degrees(facts.bounds)


def like_degrees(bounds: Sequence[float]) -> bool:
    """Whether a box of coordinates looks like longitudes and latitudes of one region."""
    x0, y0, x1, y1 = bounds
    in_range = max(abs(x0), abs(x1)) <= 180 and max(abs(y0), abs(y1)) <= 90
    small = x1 - x0 < 5 and y1 - y0 < 5
    # A plan drawn by hand has corners at 3 or 12.5, the globe has none there.
    drawn = all(float(v * 10).is_integer() for v in bounds)
    return in_range and small and not drawn and not (x0 <= 1 <= x1 + 1 and y0 <= 1 <= y1 + 1)


def _within_use(crs: pyproj.CRS, bounds: Sequence[float]) -> bool | None:
    """Whether the middle lies in the CRS's area of use, two degrees around it included."""
    use = crs.area_of_use
    if use is None:
        return None
    x, y = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
    lon, lat = pyproj.Transformer.from_crs(crs, crs.geodetic_crs, always_xy=True).transform(x, y)
    if not np.isfinite([lon, lat]).all():
        return False
    wide = use.west > use.east
    east = use.east + 360 if wide else use.east
    lon = lon + 360 if wide and lon < use.west else lon
    return use.west - 2 <= lon <= east + 2 and use.south - 2 <= lat <= use.north + 2


def _areal_scale(crs: pyproj.CRS, bounds: Sequence[float]) -> float | None:
    x, y = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
    to_degrees = pyproj.Transformer.from_crs(crs, crs.geodetic_crs, always_xy=True)
    lon, lat = to_degrees.transform(x, y)
    if not np.isfinite([lon, lat]).all():
        return None
    scale = pyproj.Proj(crs).get_factors(lon, lat).areal_scale
    return float(scale) if np.isfinite(scale) and scale > 0 else None


def _elsewhere(facts: Placed, others: Sequence[Placed]) -> tuple[str, None] | None:
    """Swapped axes that only show beside another layer."""
    if not others or any(_meet(facts, other) for other in others):
        return None
    x0, y0, x1, y1 = facts.bounds
    swapped = Extent(facts.path, facts.layer, crs=facts.crs, bounds=(y0, x0, y1, x1))
    other = others[0]
    if _meet(swapped, other):
        return f"x and y are exchanged: only so does it meet {other.path or other.layer}", None
    return None


def _meet(one: Placed, two: Placed) -> bool:
    """Whether the boxes of two layers touch, in their common CRS or else in degrees."""
    if one.crs is two.crs or one.crs == two.crs:
        return _touch(one.bounds, two.bounds)
    boxes = []
    for facts in (one, two):
        try:
            x0, y0, x1, y1 = facts.bounds
            box = _to_degrees(facts.crs).transform_bounds(x0, y0, x1, y1)
        except pyproj.exceptions.ProjError:
            return True
        if not np.isfinite(box).all():
            return False
        boxes.append(box)
    return _touch(*boxes)


@lru_cache(maxsize=32)
def _to_degrees(crs: pyproj.CRS) -> pyproj.Transformer:
    # PROJ takes a while to look through its database for the best operation.
    return pyproj.Transformer.from_crs(crs, 4326, always_xy=True)


def _touch(one: Sequence[float], two: Sequence[float]) -> bool:
    (a0, b0, a1, b1), (c0, d0, c1, d1) = one, two
    return a0 <= c1 and c0 <= a1 and b0 <= d1 and d0 <= b1
