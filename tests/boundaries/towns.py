"""Small towns that can be checked by eye."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely

from zoning.model.profile import CodeRules, Limits, Profile, Range

CRS = "EPSG:32650"


def rules(low=150, target=250, high=350, **more) -> Profile:
    """A profile with one range in persons."""
    limits = Limits((Range("persons", low, target, high),))
    return Profile("test", "Test", urban=limits, rural=limits, codes=CodeRules(), **more)


def area(*polygons, code="1", level="township") -> gpd.GeoDataFrame:
    """Areas with codes counted from `code`."""
    codes = [f"{int(code) + i}" for i in range(len(polygons))]
    return gpd.GeoDataFrame({"area_code": codes, "level": level}, geometry=list(polygons), crs=CRS)


def grid_streets(size: float, step: float) -> gpd.GeoDataFrame:
    """Streets every `step` metres over a square of `size`."""
    at = np.arange(step, size, step)
    lines = [shapely.LineString([(x, 0), (x, size)]) for x in at]
    lines += [shapely.LineString([(0, y), (size, y)]) for y in at]
    ids = [f"s{i}" for i in range(len(lines))]
    return gpd.GeoDataFrame({"barrier_id": ids, "kind": "road"}, geometry=lines, crs=CRS)


def houses(xy, persons, side=8.0) -> gpd.GeoDataFrame:
    """Square houses around points."""
    xy = np.asarray(xy, dtype=float).reshape(-1, 2)
    shapes = shapely.box(*(xy - side / 2).T, *(xy + side / 2).T) if side else shapely.points(xy)
    ids = [f"b{i:04d}" for i in range(len(xy))]
    return gpd.GeoDataFrame(
        {"building_id": ids, "persons": np.broadcast_to(persons, len(xy))}, geometry=shapes, crs=CRS
    )


def grid_houses(size: float, step: float, persons=10, side=8.0) -> gpd.GeoDataFrame:
    """A house in the middle of every square of `step` metres."""
    at = np.arange(step / 2, size, step)
    x, y = np.meshgrid(at, at)
    return houses(np.column_stack([x.ravel(), y.ravel()]), persons, side)


def town(size=600.0, block=100.0, plot=25.0, persons=10):
    """A square town: one area, streets around blocks, houses on plots."""
    return (
        area(shapely.box(0, 0, size, size)),
        grid_houses(size, plot, persons),
        grid_streets(size, block),
    )
