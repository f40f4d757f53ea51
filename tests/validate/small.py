"""Small layers for the tests of the judge: four zones of 100 m around a crossing."""

from __future__ import annotations

import geopandas as gpd
from shapely import box

CRS = "EPSG:25832"
X0, Y0 = 540_000, 5_220_000


def square(column, row, size=100):
    """A square of the grid, counted from the south-west."""
    x, y = X0 + column * size, Y0 + row * size
    return box(x, y, x + size, y + size)


def zones(**columns):
    """Zones 001 to 004 of district 7001001, 2 by 2."""
    data = {
        "zone_code": [f"7001001{n:03d}" for n in (1, 2, 3, 4)],
        "district_code": "7001001",
        "persons": [240, 250, 260, 270],
        **columns,
    }
    places = [square(0, 0), square(1, 0), square(0, 1), square(1, 1)]
    return gpd.GeoDataFrame(data, geometry=places, crs=CRS)


def areas():
    """The township that the four zones fill."""
    place = box(X0, Y0, X0 + 200, Y0 + 200)
    return gpd.GeoDataFrame({"area_code": ["7001"], "level": "township"}, geometry=[place], crs=CRS)


def buildings():
    """One building of 10 m in the middle of each zone, with 10, 20, 30 and 40 people."""
    frame = zones()[["zone_code", "geometry"]]
    places = [box(c.x - 5, c.y - 5, c.x + 5, c.y + 5) for c in frame.geometry.centroid]
    data = {
        "building_id": ["b1", "b2", "b3", "b4"],
        "zone_code": frame["zone_code"],
        "number": [1, 1, 1, 1],
        "persons": [10, 20, 30, 40],
        "households": [4, 8, 12, 16],
    }
    return gpd.GeoDataFrame(data, geometry=places, crs=CRS)
