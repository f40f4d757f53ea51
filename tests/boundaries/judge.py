"""What every division must hold, judged by shapely alone."""

from __future__ import annotations

import numpy as np
import shapely


def assert_exact(given, made):
    """Published areas are those given; zones cover them once, each in one valid piece."""
    zones = made.zones[made.zones["kind"] != "virtual"]
    zones = zones[zones["stack"].isna() | (zones["stack"] == zones["zone_code"])]
    shapes = zones.geometry.to_numpy()
    assert (shapely.get_type_id(shapes) == 3).all()
    assert shapely.is_valid(shapes).all()
    tree = shapely.STRtree(shapes)
    a, b = tree.query(shapes, predicate="overlaps")
    assert shapely.area(shapely.intersection(shapes[a], shapes[b])).sum() < 1e-6
    assert shapely.coverage_is_valid(shapes)
    lowest = given[given["level"] == given["level"].iloc[-1]]
    published = made.areas.set_index("area_code").geometry
    for code, shape in zip(lowest["area_code"], lowest.geometry):
        own = published[code]
        assert shapely.hausdorff_distance(shape.boundary, own.boundary) < 1e-6
        assert abs(own.area - shape.area) <= 1e-9 * shape.area
        inside = shapes[shapely.intersects(own, shapely.point_on_surface(shapes))]
        assert own.symmetric_difference(shapely.union_all(inside)).area < 1e-6


def assert_counted_once(given, made):
    """Every building in an area counts in the one zone that it stands in."""
    house = made.buildings.set_index("building_id")
    assert sorted(house.index) == sorted(given["building_id"])
    shape = made.zones.set_index("zone_code").geometry
    points = shapely.centroid(house.geometry.to_numpy())
    ground = made.areas.geometry.to_numpy()
    inside = np.array([shapely.intersects(ground, p).any() for p in points], dtype=bool)
    assert (house["zone_code"].notna().to_numpy() == inside).all()
    for code, point in zip(house["zone_code"][inside], points[inside]):
        assert shapely.distance(shape[code], point) < 1e-9
    counted = house.groupby("zone_code")["persons"].sum()
    zones = made.zones.set_index("zone_code")["persons"].fillna(0)
    assert (counted.reindex(zones.index).fillna(0) == zones).all()


def avoidable(made, low, high):
    """Zones outside the limits that are neither one building nor all of their part of an area."""
    parts = shapely.get_parts(made.areas.geometry.to_numpy())
    held = made.buildings[made.buildings["persons"] > 0].groupby("zone_code").size()
    found = []
    for row in made.zones.itertuples():
        if low <= row.persons <= high:
            continue
        if row.persons > high and held.get(row.zone_code, 0) == 1:
            continue
        whole = parts[shapely.intersects(parts, row.geometry.representative_point())]
        if row.persons < low and abs(whole[0].area - row.geometry.area) < 1e-6 * row.geometry.area:
            continue
        found.append((row.zone_code, row.persons))
    return found


def rows(made):
    """Tables as bytes, for comparing two divisions."""
    out = []
    for frame in (made.areas, made.districts, made.zones, made.buildings):
        plain = frame.drop(columns=frame.geometry.name).astype("object")
        out.append(plain.where(plain.notna(), None).to_json(orient="values"))
        out.append(b"".join(w or b"-" for w in frame.geometry.to_wkb()))
    return out
