"""People on buildings: exact sums, no dependence on the order of rows, honest notes."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import box

from zoning.buildings import spread_people
from zoning.buildings.population import apportion
from zoning.errors import CRSError, LayerError

CRS = "EPSG:2056"


def areas(*population, level="township"):
    """Squares of 100 m side by side, codes a0, a1, ..."""
    return gpd.GeoDataFrame(
        {
            "area_code": [f"a{i}" for i in range(len(population))],
            "level": level,
            "population": pd.array(population, dtype="Int64"),
        },
        geometry=[box(100 * i, 0, 100 * i + 100, 100) for i in range(len(population))],
        crs=CRS,
    )


def houses(*rows, **columns):
    """Rows of (x, side): squares standing on the line y = 10."""
    return gpd.GeoDataFrame(
        {"building_id": [f"b{i}" for i in range(len(rows))], **columns},
        geometry=[box(x, 10, x + side, 10 + side) for x, side in rows],
        crs=CRS,
    )


def test_floor_area_decides():
    out = spread_people(houses((10, 10), (30, 10), (50, 20), floors=[1, 2, 1]), areas(70))
    assert out["persons"].tolist() == [10, 20, 40]
    assert set(out["persons_source"]) == {"estimated"}


def test_uses_that_nobody_lives_in_get_nobody():
    uses = ["yes", "industrial", "商住楼", None]
    out = spread_people(houses((10, 10), (30, 10), (50, 10), (70, 10), use=uses), areas(50))
    assert out["persons"].tolist() == [20, 0, 10, 20]


def test_a_small_building_of_unknown_use_is_a_shed():
    out = spread_people(houses((10, 4), (30, 10), use=["yes", "yes"]), areas(9))
    assert out["persons"].tolist() == [0, 9]


def test_given_people_stay_and_are_subtracted():
    out = spread_people(houses((10, 10), (30, 10), (50, 10), persons=[30, None, None]), areas(70))
    assert out["persons"].tolist() == [30, 20, 20]
    assert out["persons_source"].tolist() == ["given", "estimated", "estimated"]


def test_an_earlier_estimate_is_made_anew():
    first = spread_people(houses((10, 10), (30, 10)), areas(70))
    assert spread_people(first, areas(10))["persons"].tolist() == [5, 5]


def test_known_households_lead_over_floor_area():
    out = spread_people(houses((10, 10), (30, 20), households=[3, 1]), areas(8))
    assert out["persons"].tolist() == [6, 2]


def test_villages_lead_and_the_township_takes_the_rest():
    both = pd.concat([areas(100).assign(area_code="t"), areas(30, level="village")])
    both.loc[both["level"] == "village", "geometry"] = box(0, 0, 45, 100)
    out = spread_people(houses((10, 10), (30, 10), (60, 10)), both)
    assert out["persons"].tolist() == [15, 15, 70]


def test_totals_of_zones_lead_over_those_of_areas():
    zones = areas(30, 40).rename(columns={"area_code": "zone_code", "population": "persons"})
    out = spread_people(houses((10, 10), (30, 10), (110, 10)), areas(100, 40), zones=zones)
    assert out["persons"].tolist() == [15, 15, 40]
    assert out.attrs["notes"] == ["a0: 70 persons left over, every building has its own figure"]


def test_the_method_of_an_estimate_is_written_down_once():
    first = spread_people(houses((10, 10), (30, 10), households=[2, None]), areas(9))
    again = spread_people(first, areas(9))
    assert again["figures"].tolist() == ["persons=estimated:homes", "persons=estimated:floor_area"]


def test_no_building_no_home_and_too_many_given_are_said():
    out = spread_people(
        houses((110, 10), (210, 10), use=["factory", "yes"], persons=[None, 50]),
        areas(7, 8, 9),
    )
    assert out["persons"].tolist() == [8, 50]
    assert out.attrs["notes"] == [
        "a0: 7 persons left over, no building to put them on",
        "a2: buildings hold 41 persons more than its figure",
    ]


def test_outside_every_area_nothing_is_known():
    out = spread_people(houses((10, 10), (510, 10)), areas(7))
    assert out["persons"].isna().tolist() == [False, True]
    assert out["persons_source"].isna().tolist() == [False, True]


def test_the_argument_is_not_changed():
    given_layer = houses((10, 10))
    before = given_layer.copy()
    spread_people(given_layer, areas(7))
    pd.testing.assert_frame_equal(given_layer, before)


def test_bad_input_is_named():
    twice = houses((10, 10), (30, 10)).assign(building_id="same")
    with pytest.raises(LayerError, match="building_id same stands more than once"):
        spread_people(twice, areas(7))
    with pytest.raises(CRSError, match="EPSG:2056"):
        spread_people(houses((10, 10)), areas(7).to_crs("EPSG:4326"))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 5000), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 3), st.floats(0.01, 1e6)), min_size=1, max_size=30),
)
def test_apportioned_numbers_add_up(totals, items):
    group = np.array([g % len(totals) for g, _ in items])
    weights = np.array([w for _, w in items])
    out = apportion(np.array(totals), group, weights)
    for g, total in enumerate(totals):
        mine = out[group == g]
        assert len(mine) == 0 or mine.sum() == total
        if len(mine):
            quota = total * weights[group == g] / weights[group == g].sum()
            assert np.abs(mine - quota).max() <= 1 + 1e-6


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.permutations(range(12)), st.integers(0, 999))
def test_the_order_of_rows_does_not_matter(order, people):
    layer = houses(*[(8 * i, 5 + i % 3) for i in range(12)])
    out = spread_people(layer, areas(people))
    mixed = spread_people(layer.iloc[list(order)], areas(people)).sort_index()
    assert out["persons"].equals(mixed["persons"])


@pytest.mark.realdata
def test_liechtenstein_adds_up_to_the_official_figures(shared_data):
    file = shared_data / "liechtenstein.gpkg"
    towns = gpd.read_file(file, layer="municipalities").to_crs(CRS)
    towns = towns.rename(columns={"code": "area_code"}).assign(level="township")
    layer = gpd.read_file(file, layer="buildings").to_crs(CRS)
    layer = layer.rename(columns={"osm_id": "building_id", "building": "use"})
    out = spread_people(layer, towns)
    assert out["persons"].sum() == 38749
    assert sorted(out["building_id"][out["persons"].isna()]) == ["w2104", "w3036", "w3037", "w3038"]
    town = gpd.sjoin(out.set_geometry(out.centroid), towns)["area_code"]
    sums = out.groupby(town)["persons"].sum()
    assert sums.to_dict() == towns.set_index("area_code")["population"].to_dict()
