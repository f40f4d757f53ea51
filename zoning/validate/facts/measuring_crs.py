"""The coordinate system in which a check measures: metres on the ground, lines kept straight.

Zones are checked in their own system where it is metric and true to scale. Web Mercator is
metric and makes areas a third too large in Chongqing, three times in Stockholm: there, the
system of another layer is taken that is true, else the same projection with another scale.
A change of projection would bend long edges, and every vertex that a neighbour lacks would
open a gap of centimetres that nobody drew; a change of scale does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pyproj

from zoning.geo.crs import is_metric, label, working_crs
from zoning.geo.extent import distortion, extent_of

__all__ = ["Measure", "choose_measure"]

_WEB_MERCATOR = 3857


@dataclass(frozen=True)
class Measure:
    """In what to measure.

    Parameters
    ----------
    crs : pyproj.CRS
        Projected, in metres, true to scale as far as that can be had.
    told : pyproj.CRS
        In which findings are given back.
    note : str
        What to tell, empty where zones are checked in their own system.
    """

    crs: pyproj.CRS
    told: pyproj.CRS
    note: str = ""


def choose_measure(frames: Sequence[gpd.GeoDataFrame], *, chinese: bool) -> Measure:
    """The system to check in.

    Parameters
    ----------
    frames : sequence of GeoDataFrame
        Layers with a CRS and rows, zones first.
    chinese : bool
        Whether the census is China's.

    Raises
    ------
    CRSError
        No layer says where it lies.
    """
    first = frames[0]
    if not is_metric(first.crs):
        own = working_crs(frames, chinese=chinese)
        return Measure(own, own)
    if distortion(extent_of(first, "zones")) is None:
        return Measure(first.crs, first.crs)
    name = label(first.crs)
    for frame in frames[1:]:
        if is_metric(frame.crs) and distortion(extent_of(frame, "")) is None:
            note = f"lengths and areas are measured in {label(frame.crs)}, not in {name}"
            return Measure(frame.crs, frame.crs, note)
    if first.crs.to_epsg() == _WEB_MERCATOR:
        scale = _ground_scale(first)
        note = f"lengths and areas are measured on the ground, {name} makes them larger"
        return Measure(_scaled_mercator(1 / scale), first.crs, note)
    return Measure(first.crs, first.crs)


def _ground_scale(frame: gpd.GeoDataFrame) -> float:
    """Units of Web Mercator a metre in the middle of a layer, by the area of a square there."""
    x0, y0, x1, y1 = extent_of(frame, "").bounds
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    side = 500.0
    to_degrees = pyproj.Transformer.from_crs(frame.crs, 4326, always_xy=True)
    lon, lat = to_degrees.transform(
        x + side * np.array([-1, 1, 1, -1]), y + side * np.array([-1, -1, 1, 1])
    )
    area, _ = pyproj.Geod(ellps="WGS84").polygon_area_perimeter(lon, lat)
    return float(np.sqrt((2 * side) ** 2 / abs(area)))


def _scaled_mercator(scale: float) -> pyproj.CRS:
    return pyproj.CRS.from_proj4(
        f"+proj=merc +a=6378137 +b=6378137 +lon_0=0 +x_0=0 +y_0=0 +k={scale!r} "
        "+units=m +nadgrids=@null +no_defs"
    )
