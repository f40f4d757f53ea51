"""Corrections change what they say and nothing else."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest

from tests.fixtures.division_judge import assert_counted_once, assert_exact
from tests.fixtures.drawn_towns import CRS, rules, town
from zoning.boundaries import split


@pytest.fixture(scope="module")
def base():
    layers = town()
    return layers, divide(layers)


def divide(layers, overrides=None, **more):
    areas, homes, streets = layers
    return split(
        areas, buildings=homes, barriers=streets, profile=rules(), overrides=overrides, **more
    )


def correction(point=None, **columns):
    columns = {"override_id": "o1", "action": "assign", "target": "building", **columns}
    return gpd.GeoDataFrame({k: [v] for k, v in columns.items()}, geometry=[point], crs=CRS)


def border_house(made):
    """A house and a zone of its district across the street from it."""
    zones = made.zones.set_index("zone_code")
    for row in made.buildings.itertuples():
        others = zones[zones["district_code"] == zones["district_code"][row.zone_code]]
        others = others.drop(row.zone_code)
        near = others[others.distance(row.geometry) < 15]
        if len(near):
            return row.building_id, row.zone_code, near.index[0]
    raise AssertionError("no house near a border")


@pytest.mark.slow
def test_one_building_moves_and_only_two_zones_change(base):
    layers, before = base
    house, old, new = border_house(before)
    after = divide(layers, correction(target_id=house, zone_code=new))
    moved = after.buildings.set_index("building_id")["zone_code"]
    was = before.buildings.set_index("building_id")["zone_code"]
    assert moved[house] == new
    assert list(moved.index[moved != was]) == [house]
    a, b = (m.zones.set_index("zone_code") for m in (before, after))
    assert list(a.index) == list(b.index)
    changed = a.index[~a.geometry.geom_equals(b.geometry)]
    assert set(changed) == {old, new}
    assert_exact(layers[0], after)
    assert_counted_once(layers[1], after)


def test_a_plain_table_of_buildings_will_do(base):
    layers, before = base
    house, _, new = border_house(before)
    table = pd.DataFrame(correction(target_id=house, zone_code=new).drop(columns="geometry"))
    after = divide(layers, table)
    assert after.buildings.set_index("building_id")["zone_code"][house] == new


def test_codes_mean_those_that_people_know(base):
    layers, before = base
    house, _, new = border_house(before)

    def recode(zones, buildings):
        assert len(zones) == len(before.zones)
        return {c: f"known-{c}" for c in zones["zone_code"]}

    after = divide(layers, correction(target_id=house, zone_code=f"known-{new}"), recode=recode)
    assert after.buildings.set_index("building_id")["zone_code"][house] == new


def test_piece_named_by_a_point_moves(base):
    layers, before = base
    house, _, new = border_house(before)
    point = layers[1].set_index("building_id").geometry[house].centroid
    after = divide(layers, correction(point, target="atom", target_id="x", zone_code=new))
    assert after.buildings.set_index("building_id")["zone_code"][house] == new


def test_locked_zone_keeps_everything_and_says_so(base):
    layers, before = base
    house, old, new = border_house(before)
    lock = correction(override_id="o0", action="lock", target="zone", target_id=new)
    both = gpd.GeoDataFrame(pd.concat([lock, correction(target_id=house, zone_code=new)]), crs=CRS)
    after = divide(layers, both)
    assert after.buildings.set_index("building_id")["zone_code"][house] == old
    assert any("locked" in note for note in after.notes)


def test_what_cannot_be_honoured_is_named(base):
    layers, before = base
    far = before.zones.iloc[-1]["zone_code"]
    house = before.buildings.iloc[0]["building_id"]
    after = divide(layers, correction(target_id=house, zone_code=far))
    assert any("one piece" in note for note in after.notes)
    assert_exact(layers[0], after)
    nowhere = divide(layers, correction(target_id=house, zone_code="9999"))
    assert any("9999" in note for note in nowhere.notes)


def test_building_becomes_a_special_zone(base):
    layers, before = base
    house = before.buildings.iloc[10]["building_id"]
    after = divide(layers, correction(target_id=house, action="special"))
    special = after.zones[after.zones["kind"] == "special"]
    assert len(special) == 1
    assert after.buildings.set_index("building_id")["zone_code"][house] in set(special["zone_code"])
    assert_exact(layers[0], after)
