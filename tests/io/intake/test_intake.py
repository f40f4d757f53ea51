"""From a delivered file to a layer: guesses, ids, quarantine, overlaps."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely import LineString, Point, Polygon, box

from zoning.errors import LayerError, UsageError
from zoning.io.intake.columns import guess_columns, parse_maps
from zoning.io.intake.rejected import quarantine, without_streets
from zoning.io.intake.rows import (
    overlaps_of_areas,
    take_areas,
    take_barriers,
    take_blocks,
    take_buildings,
)


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (["行政代码", "名称", "户数", "人口"], ["行政代码", "名称", "人口", "户数"]),
        (["XZQDM", "XZQMC"], ["XZQDM", "XZQMC"]),
        (["code", "name", "region", "population"], ["code", "name", "population"]),
        (["GEOID10", "TOTPOP"], ["GEOID10", "TOTPOP"]),
    ],
)
def test_area_columns_are_guessed(columns, expected):
    assert list(guess_columns(columns, "areas").values()) == expected


def test_what_the_user_said_goes_first():
    found = guess_columns(["code", "gb"], "areas", given={"area_code": "gb"})
    assert found == {"area_code": "gb"}
    with pytest.raises(LayerError, match="columns are: code, gb"):
        guess_columns(["code", "gb"], "areas", given={"area_code": "nope"})


@pytest.mark.parametrize(
    "item", ["x", "areas=c", "towns.area_code=c", "areas.colour=c", "areas.name="]
)
def test_maps_that_do_not_parse_are_named(item):
    with pytest.raises(UsageError, match="--map"):
        parse_maps([item])


def areas(codes, shapes):
    return gpd.GeoDataFrame({"c": codes}, geometry=shapes, crs=4545)


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (["1", "1"], "code 1 stands more than once"),
        (["1", None], "empty in row 2"),
        (["1", "  "], "empty in row 2"),
    ],
)
def test_bad_codes_are_named(codes, words):
    with pytest.raises(LayerError, match=words):
        take_areas(areas(codes, [box(0, 0, 1, 1)] * 2), {"area_code": "c"}, "township")


def test_areas_without_a_code_or_of_another_kind_are_named():
    frame = areas(["1"], [box(0, 0, 1, 1)])
    with pytest.raises(LayerError, match=r"--map areas\.area_code"):
        take_areas(frame, {}, "township")
    with pytest.raises(LayerError, match="only LineString"):
        take_areas(areas(["1"], [LineString([(0, 0), (1, 1)])]), {"area_code": "c"}, "township")
    points = take_areas(areas(["1"], [Point(0, 0)]), {"area_code": "c"}, "village")
    assert points.geom_type.tolist() == ["Point"]


def test_buildings_without_ids_get_them_from_their_place():
    frame = gpd.GeoDataFrame(geometry=[box(0, 0, 1, 1), box(5, 5, 6, 6), box(0, 0, 1, 1)], crs=4545)
    taken = take_buildings(frame, {}, "survey")
    shuffled = take_buildings(frame.iloc[[2, 0, 1]], {}, "survey")
    assert taken["building_id"].is_unique
    assert taken["building_id"].tolist() == shuffled["building_id"].tolist()
    assert taken.geometry.tolist() == shuffled.geometry.tolist()


def test_repeated_building_ids_are_told_apart_whatever_the_order_of_rows():
    shapes = [box(5, 5, 6, 6), box(0, 0, 1, 1)]
    frame = gpd.GeoDataFrame({"id": ["w1", "w1"]}, geometry=shapes, crs=4545)
    taken = take_buildings(frame, {"building_id": "id"}, "osm").set_index("building_id").geometry
    other = take_buildings(frame.iloc[::-1], {"building_id": "id"}, "osm")
    assert sorted(taken.index) == ["w1", "w1-2"]
    assert taken.to_dict() == other.set_index("building_id").geometry.to_dict()


def test_addresses_are_put_together():
    frame = gpd.GeoDataFrame(
        {"street": ["Heiligkreuz", "Städtle", None], "housenumber": ["4", None, "9"]},
        geometry=[Point(i, 0) for i in range(3)], crs=4545,
    )  # fmt: skip
    taken = take_buildings(frame, {}, "osm").set_index(["building_id"])["address"]
    assert sorted(taken.dropna()) == ["Heiligkreuz 4", "Städtle"]


@pytest.mark.parametrize(
    ("columns", "street", "number"),
    [("addr:street addr:housenumber", "Main St", 4.0), ("strname deinr", "Gasse", "4"),
     ("路名 门牌号", "人民路", "4")],
)  # fmt: skip
def test_addresses_come_from_any_pair_of_columns(columns, street, number):
    columns = columns.split()
    data = {columns[0]: [street, None], columns[1]: [number, number]}
    frame = gpd.GeoDataFrame(data, geometry=[Point(0, 0), Point(1, 0)], crs=4545)
    taken = take_buildings(frame, guess_columns(columns, "buildings"), "own")
    assert taken["address"].dropna().tolist() == [f"{street} 4"]
    alone = frame[[columns[1], "geometry"]]
    taken = take_buildings(alone, guess_columns([columns[1]], "buildings"), "own")
    assert taken["address"].tolist() == ["4", "4"]


def test_streets_are_no_buildings():
    ring = [(0, 0), (1, 0), (1, 1), (0, 0)]
    lines = [LineString(ring), LineString([(0, 0), (5, 5)]), LineString([(1, 1), (2, 2)])]
    frame = gpd.GeoDataFrame({"name": list("abc")}, geometry=lines, crs=4545)
    with pytest.raises(LayerError, match=r"3 lines, 1 of them closed outlines.*--barriers"):
        without_streets(frame, source="s")
    with pytest.raises(LayerError, match="1 lines, 0 of them closed"):
        without_streets(frame.iloc[:1].assign(highway="residential"), source="s")
    outlines = frame.iloc[[0, 0, 1]].reset_index(drop=True)
    assert without_streets(outlines, source="s") == (outlines, [])
    mixed = gpd.GeoDataFrame(
        {"building": ["yes", None, "yes"], "highway": [None, "service", None]},
        geometry=[box(0, 0, 1, 1), lines[0], lines[0]], crs=4545,
    )  # fmt: skip
    kept, problems = without_streets(mixed, source="s")
    assert len(kept) == 2
    assert [p.ids for p in problems] == [("row 2",)]


def test_barriers_get_kind_and_rank_from_their_class():
    frame = gpd.GeoDataFrame(
        {"id": list("abcd"), "highway": ["primary", "track", "path", "unheard of"]},
        geometry=[LineString([(0, i), (1, i)]) for i in range(4)], crs=4545,
    )  # fmt: skip
    taken = take_barriers(frame, {"barrier_id": "id", "class": "highway"})
    assert taken["kind"].tolist() == ["road"] * 4
    assert taken["rank"].tolist() == [1, 3, 4, 3]
    rivers = take_barriers(frame[["geometry"]], {}, "river")
    assert set(rivers["kind"]) == {"river"}
    assert set(rivers["rank"]) == {1}


def test_river_areas_give_their_outline():
    frame = gpd.GeoDataFrame({"id": ["a"]}, geometry=[box(0, 0, 1, 1)], crs=4545)
    assert take_barriers(frame, {"barrier_id": "id"}, "river").geometry.iloc[0].length == 4


def test_blocks_keep_their_counts():
    frame = gpd.GeoDataFrame({"GEOID10": ["1"], "TOTPOP": [7.0]}, geometry=[box(0, 0, 1, 1)])
    taken = take_blocks(frame, guess_columns(["GEOID10", "TOTPOP"], "blocks"))
    assert taken["persons"].tolist() == [7]


def test_rows_that_cannot_be_used_are_set_aside_by_name():
    bow_tie = Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])
    nan = Polygon([(0, 0), (np.nan, 1), (1, 0), (0, 0)])
    frame = gpd.GeoDataFrame(
        {"k": list("abcde")}, geometry=[box(0, 0, 1, 1), None, bow_tie, nan, Polygon()], crs=4545
    )
    usable, problems = quarantine(frame, "k", source="x.gpkg", layer="areas", blocks=True)
    assert usable["k"].tolist() == ["a"]
    assert [(p.ids, p.blocks) for p in problems] == [
        (("b", "e"), True),
        (("d",), True),
        (("c",), True),
    ]
    assert "x.gpkg: areas c: invalid geometry" in str(problems[2])


def test_overlaps_are_measured_and_noise_is_not():
    frame = gpd.GeoDataFrame(
        {"area_code": ["a", "b", "c"], "level": "township"},
        geometry=[box(0, 0, 100, 100), box(90, 0, 200, 100), box(199.99, 0, 300, 100)],
        crs=4545,
    )
    pairs = overlaps_of_areas(frame)
    assert pairs[["a", "b", "area_m2"]].to_numpy().tolist() == [["a", "b", 1000.0]]


def test_areas_that_projecting_made_invalid_are_still_compared():
    bow = Polygon([(0, 0), (10, 10), (10, 0), (0, 10), (5, 20)])
    other = Polygon([(0, 0), (10, 9), (11, 0), (1, 10), (5, 19)])
    with pytest.raises(shapely.errors.GEOSException):
        shapely.intersection(bow, other)
    areas = gpd.GeoDataFrame(
        {"area_code": ["1", "2"], "level": "township"}, geometry=[bow, other], crs=25832
    )
    found = overlaps_of_areas(areas)
    assert found[["a", "b"]].to_numpy().tolist() == [["1", "2"]]


def test_counts_of_hundreds_of_digits_are_left_out():
    frame = gpd.GeoDataFrame(
        {"persons": [5, 10**400, 10**30], "floors": ["6层", None, "2"]},
        geometry=[box(i, 0, i + 1, 1) for i in range(3)], crs=4545,
    )  # fmt: skip
    frame["id"] = ["a", "b", "c"]
    names = {"building_id": "id", "persons": "persons", "floors": "floors"}
    taken = take_buildings(frame, names, "own").set_index("building_id")
    assert taken["persons"].fillna(-1).to_dict() == {"a": 5, "b": -1, "c": -1}
    assert taken["floors"].fillna(-1).to_dict() == {"a": 6, "b": -1, "c": 2}


def test_areas_that_projecting_made_infinite_overlap_nothing():
    far = Polygon([(0, 0), (9, 0), (9, np.inf), (0, 9)])
    areas = gpd.GeoDataFrame(
        {"area_code": ["1", "2", "3"], "level": "township"},
        geometry=[box(0, 0, 5, 5), box(4, 0, 9, 5), far], crs=4545,
    )  # fmt: skip
    assert overlaps_of_areas(areas)[["a", "b"]].to_numpy().tolist() == [["1", "2"]]
