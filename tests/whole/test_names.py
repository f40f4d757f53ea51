"""Columns are known by one table of names in every command, and in Python."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import box

import zoning
from zoning.buildings.return_files import read_return
from zoning.io.intake.columns import CANDIDATES, known_names
from zoning.model.schema import BUILDINGS
from zoning.project.borders.compare_files import compare_files, compare_folder

CRS = 4545
SIDES = [box(0, 0, 1000, 520), box(0, 500, 1000, 999)]


def towns(i, **columns):
    return gpd.GeoDataFrame({k: [v] for k, v in columns.items()}, geometry=[SIDES[i]], crs=CRS)


@pytest.mark.slow
@pytest.mark.parametrize("names", [("行政代码", "名称"), ("XZQDM", "XZQMC"), ("GB_CODE", "LABEL")])
def test_sides_of_a_border_are_named_by_any_column(tmp_path, names):
    a, b = (towns(i, **dict(zip(names, (f"50010{i}", "x"), strict=True))) for i in (0, 1))
    found = zoning.compare_borders(a, b)
    assert found.frame["dispute_id"].tolist() == ["500100-500101-001"]
    assert [n for n in found.notes if f"area_code = {names[0]}" in n]
    for frame, name in ((a, "a"), (b, "b")):
        frame.to_file(tmp_path / f"{name}.gpkg")
    found = compare_files((tmp_path / "a.gpkg", None), (tmp_path / "b.gpkg", None))
    assert found.frame["dispute_id"].tolist() == ["500100-500101-001"]
    assert [n for n in found.notes if f"a.gpkg: area_code = {names[0]}" in n]
    pd.concat([a, b], ignore_index=True).to_file(tmp_path / "all.gpkg")
    found = compare_folder(tmp_path / "all.gpkg")
    assert found.frame["dispute_id"].tolist() == ["500100-500101-001"]
    assert [n for n in found.notes if f"area_code = {names[0]}" in n]


def test_people_of_a_dispute_are_counted_under_any_name():
    houses = gpd.GeoDataFrame({"人口": [7], "户数": [2]}, geometry=[box(10, 505, 20, 515)], crs=CRS)
    a, b = towns(0, area_code="1"), towns(1, area_code="2")
    found = zoning.compare_borders(a, b, buildings=houses)
    assert found.frame[["persons", "households"]].iloc[0].tolist() == [7, 2]
    assert "buildings: households = 户数, persons = 人口" in found.notes


@pytest.mark.parametrize("column", sorted(set(BUILDINGS.columns) & set(CANDIDATES["buildings"])))
def test_a_return_knows_every_name_that_init_knows(tmp_path, column):
    for name in CANDIDATES["buildings"][column]:
        row = {"building_id": "b1", "变更": "变更", name: "3", "备注": "x"}
        pd.DataFrame([row]).to_csv(tmp_path / "back.csv", index=False)
        back = read_return(tmp_path / "back.csv")
        assert back[column].tolist() == (["b1"] if column == "building_id" != name else ["3"])
        assert back.attrs["left"] == (
            [name, "备注"] if column == "building_id" != name else ["备注"]
        )


def test_names_of_the_layer_are_kept_and_nothing_is_said():
    frame = pd.DataFrame({"area_code": ["1"], "行政代码": ["2"]})
    assert known_names(frame, "areas") == (frame, [])
    weak = pd.DataFrame({"id": [1], "name": ["x"]})
    assert known_names(weak, "areas") == (weak, [])


def test_the_check_from_python_knows_them_too():
    halves = [box(0, 0, 500, 1000), box(500, 0, 1000, 1000)]
    zones = gpd.GeoDataFrame(
        {"普查小区代码": ["7001001001", "7001001002"], "人数": [250, 240]}, geometry=halves, crs=CRS
    )
    town = gpd.GeoDataFrame({"行政代码": ["7001"]}, geometry=[box(0, 0, 1000, 1000)], crs=CRS)
    found = zoning.check(zones, within=town, profile="un", ignore="CRS")
    assert found.counts["blocker"] == found.counts["error"] == 0
    assert found.notes[:2] == ("zones: zone_code = 普查小区代码, persons = 人数",
                               "areas: area_code = 行政代码")  # fmt: skip


@pytest.mark.slow
def test_a_split_says_what_was_converted():
    town = gpd.GeoDataFrame({"code": ["7001"]}, geometry=[box(9e5, 9e5, 901e3, 901e3)], crs=2056)
    made = zoning.split(town, barriers=town.iloc[:0].to_crs(4326), profile="general")
    assert made.notes == zoning.split(town, profile="general").notes
    made = zoning.split(town.to_crs(4326), profile="general")
    assert "areas: converted from EPSG:4326 to EPSG:32628" in made.notes
