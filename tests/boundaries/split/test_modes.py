"""Ways of dividing: blocks, given numbers, village points, former zones, kinds of zones."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from tests.fixtures.division_judge import assert_exact, avoidable
from tests.fixtures.drawn_towns import CRS, area, grid_houses, houses, rules, town
from zoning.boundaries import split
from zoning.errors import LayerError, SplitError
from zoning.model.profile import CodeRules, Limits, Profile, Range


def squares(size, step, persons):
    at = np.arange(0, size, step)
    shapes = [shapely.box(x, y, x + step, y + step) for y in at for x in at]
    ids = [f"k{i:03d}" for i in range(len(shapes))]
    return gpd.GeoDataFrame({"block_id": ids, "persons": persons}, geometry=shapes, crs=CRS)


def test_blocks_are_never_cut():
    blocks = squares(600, 100, 60)
    areas = area(shapely.box(0, 0, 600, 600))
    made = split(areas, blocks=blocks, profile=rules())
    assert_exact(areas, made)
    assert avoidable_blocks(made) == []
    shared = shapely.STRtree(made.zones.geometry.to_numpy())
    middle = shapely.buffer(blocks.geometry.to_numpy(), -1)
    _, home = shared.query(middle, predicate="within")
    assert len(home) == len(blocks)


def avoidable_blocks(made):
    return [p for p in made.zones["persons"] if not 150 <= p <= 350]


def test_a_given_number_of_zones_is_kept_and_even():
    blocks = squares(600, 100, 50)
    areas = area(shapely.box(0, 0, 300, 600), shapely.box(300, 0, 600, 600))
    made = split(areas, blocks=blocks, profile=rules(), n_zones={"1": 3, "2": 6})
    counts = made.zones.groupby(made.zones["district_code"].str[0]).size()
    assert counts.to_dict() == {"1": 3, "2": 6}
    assert set(made.zones["persons"]) == {300, 150}


def test_no_zones_at_all_cannot_be_asked_for():
    with pytest.raises(SplitError, match="at least 1"):
        split(area(shapely.box(0, 0, 9, 9)), profile=rules(), n_zones={"1": 0})


def test_blocks_need_ids():
    blocks = squares(100, 50, 1).drop(columns="block_id")
    with pytest.raises(LayerError, match="block_id"):
        split(area(shapely.box(0, 0, 100, 100)), blocks=blocks, profile=rules())


def test_districts_grow_from_village_points_along_streets():
    areas, homes, streets = town(600, 100, 25)
    villages = gpd.GeoDataFrame(
        {"area_code": ["1001", "1002"], "level": "village", "name": ["West", "East"]},
        geometry=[shapely.Point(110, 310), shapely.Point(490, 310)],
        crs=CRS,
    )
    both = pd.concat([areas, villages], ignore_index=True)
    made = split(both, buildings=homes, barriers=streets, profile=rules())
    assert list(made.districts["district_code"]) == ["1001", "1002"]
    assert abs(made.districts.area.iloc[0] - made.districts.area.iloc[1]) < 1e-6
    assert abs(made.districts.union_all().area - 600 * 600) < 1e-6
    assert set(made.zones["district_code"]) == {"1001", "1002"}


def test_two_villages_in_one_block_are_named():
    areas, homes, streets = town(600, 100, 25)
    villages = gpd.GeoDataFrame(
        {"area_code": ["1001", "1002"], "level": "village"},
        geometry=[shapely.Point(141, 141), shapely.Point(141, 141)],
        crs=CRS,
    )
    with pytest.raises(SplitError, match=r"1001.*1002"):
        split(
            pd.concat([areas, villages], ignore_index=True),
            buildings=homes,
            barriers=streets,
            profile=rules(),
        )


@pytest.mark.slow
def test_former_zones_stay_where_they_fit():
    areas, homes, streets = town()
    first = split(areas, buildings=homes, barriers=streets, profile=rules())
    same = split(areas, buildings=homes, barriers=streets, profile=rules(), previous=first.zones)
    assert list(same.zones["zone_code"]) == list(first.zones["zone_code"])
    gone = same.zones.geometry.symmetric_difference(first.zones.geometry).area
    assert gone.max() < 1e-6
    grown = homes.assign(persons=np.where(homes.geometry.centroid.x < 200, 25, 10))
    later = split(areas, buildings=grown, barriers=streets, profile=rules(), previous=first.zones)
    assert_exact(areas, later)
    assert avoidable(later, 150, 350) == []
    untouched = first.zones[first.zones.bounds["minx"] > 250].set_index("zone_code")
    kept = later.zones.set_index("zone_code").reindex(untouched.index)
    assert (kept.geometry.symmetric_difference(untouched.geometry).area < 1e-6).mean() > 0.5


def test_compound_stays_whole_where_it_fits():
    areas, homes, streets = town(400, 200, 25, persons=10)
    gate = gpd.GeoDataFrame(
        {"compound_id": ["c1"]}, geometry=[shapely.box(50, 50, 150, 150)], crs=CRS
    )
    made = split(areas, buildings=homes, barriers=streets, compounds=gate, profile=rules())
    inside = made.buildings[made.buildings.within(gate.geometry.iloc[0])]
    assert len(inside) == 16
    assert inside["zone_code"].nunique() == 1


def test_two_limits_hold_at_once():
    limits = Limits((Range("persons", 100, None, 625), Range("households", 40, 125, 250)))
    profile = Profile("two", "Two", urban=limits, rural=limits, codes=CodeRules())
    homes = grid_houses(600, 25, persons=6).assign(households=2)
    made = split(area(shapely.box(0, 0, 600, 600)), buildings=homes, profile=profile)
    assert made.zones["persons"].between(100, 625).all()
    assert made.zones["households"].between(40, 250).all()


def test_urban_and_rural_areas_have_their_own_ranges():
    urban = Limits((Range("persons", 300, 400, 500),))
    rural = Limits((Range("persons", 100, 150, 200),))
    profile = Profile("both", "Both", urban=urban, rural=rural, codes=CodeRules())
    areas = area(shapely.box(0, 0, 400, 400), shapely.box(400, 0, 800, 400))
    areas["urban"] = [True, False]
    homes = houses([(x, y) for x in range(12, 800, 25) for y in range(12, 400, 25)], 8)
    made = split(areas, buildings=homes, profile=profile)
    town_ = made.zones["district_code"].str.startswith("1")
    assert made.zones["persons"][town_].between(300, 500).all()
    assert made.zones["persons"][~town_].between(100, 200).all()


def test_building_above_the_profile_maximum_becomes_a_stack():
    areas, homes, streets = town(400)
    homes["floors"] = 1
    homes.loc[homes.index[5], ["persons", "floors"]] = [1000, 20]
    made = split(
        areas, buildings=homes, barriers=streets, profile=replace(rules(), building_max=600)
    )
    stack = made.zones[made.zones["kind"] == "vertical"]
    assert len(stack) == 4
    assert stack["persons"].sum() == 1000
    assert stack["stack"].nunique() == 1
    assert stack.geometry.to_wkb().nunique() == 1
    assert stack["part"].iloc[0] == "floors 1-5 and open ground"
    assert stack["n_buildings"].sum() == 1
    assert_exact(areas, made)


def test_people_registered_at_demolished_buildings_get_a_virtual_zone():
    villages = area(shapely.box(0, 0, 400, 400), code="500112001001").assign(level="village")
    homes = grid_houses(400, 25).assign(status="standing")
    homes.loc[homes.index[:4], "status"] = "demolished"
    made = split(villages, buildings=homes, profile="cn-2020")
    virtual = made.zones[made.zones["kind"] == "virtual"]
    assert list(virtual["zone_code"]) == ["500112001001900"]
    assert list(virtual["persons"]) == [40]
    assert virtual.geometry.isna().all()
    assert made.zones["persons"].sum() == homes["persons"].sum()
    assert made.districts["persons"].iloc[0] == homes["persons"].sum()


def test_special_use_above_the_threshold_is_a_zone_of_its_own():
    areas, homes, streets = town(400)
    homes["use"] = "dwelling"
    homes.loc[homes.index[20], ["use", "persons"]] = ["hospital", 220]
    profile = replace(rules(), special={"hospital": 200})
    made = split(areas, buildings=homes, barriers=streets, profile=profile)
    special = made.zones[made.zones["kind"] == "special"]
    assert list(special["persons"]) == [220]
    assert list(special["reason"]) == ["special"]
