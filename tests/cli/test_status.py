"""`zoning status` and `zoning confirm` on a project folder."""

from __future__ import annotations

import csv
import io
import json

import geopandas as gpd
import pandas as pd
import pytest
from shapely import box

from zoning.cli import main
from zoning.io.write import write_layers
from zoning.model import schema
from zoning.project.folder import ProjectFolder

CRS = "EPSG:2056"
TOML = """[project]
format = 1
name = "滕州市"
profile = "general"
crs = "EPSG:2056"
lang = "zh"

[progress]
expected = "expected.csv"
deadline = "2999-01-01T00:00"

[[inputs.areas]]
path = "areas.gpkg"
"""


@pytest.fixture
def folder(tmp_path):
    """A project as a run leaves it: two townships, three districts, four zones, five houses."""
    zones = gpd.GeoDataFrame(
        {
            "zone_code": ["1001001", "1001002", "1002001", "2001001"],
            "district_code": ["1001", "1001", "1002", "2001"],
        },
        geometry=[box(10 * i, 0, 10 * i + 10, 10) for i in range(4)],
        crs=CRS,
    )
    districts = zones.dissolve("district_code").reset_index()
    districts["township_code"] = districts["district_code"].str[0]
    areas = districts.dissolve("township_code").reset_index()
    areas = areas.rename(columns={"township_code": "area_code"}).assign(
        name=["东镇", "=西镇"], level="township"
    )
    codes = ["1001001", "1001001", "1001002", "2001001", None]
    buildings = gpd.GeoDataFrame(
        {"building_id": list("abcde"), "zone_code": codes, "number": [1, 2, 1, 1, None]},
        geometry=[box(0, 0, 1, 1)] * 5,
        crs=CRS,
    )
    (tmp_path / "zoning.toml").write_text(TOML, "utf-8")
    (tmp_path / "expected.csv").write_text(
        "township_code,districts,buildings,group\n1,2,4,A\n2,2,5,A\n", "utf-8"
    )
    layers = {
        "areas": schema.conform(areas, schema.AREAS),
        "districts": schema.conform(districts, schema.DISTRICTS),
        "zones": schema.conform(zones, schema.ZONES),
        "buildings": schema.conform(buildings, schema.BUILDINGS),
    }
    write_layers(tmp_path / "zoning.gpkg", layers)
    return tmp_path


@pytest.fixture
def zoning(capsys):
    def call(*args, code=0):
        assert main([str(a) for a in args]) == code, capsys.readouterr()
        return capsys.readouterr()

    return call


@pytest.mark.slow
def test_a_district_is_confirmed_and_counted(folder, zoning):
    assert zoning("confirm", folder, "--district", "1001", "--by", "王芳").out == "已确认：1001\n"
    made = json.loads(zoning("status", folder, "--format", "json").out)
    assert made["schema"] == "zoning-status/1"
    assert made["total"] == {
        "districts": 3,
        "districts_expected": 4,
        "districts_confirmed": 1,
        "zones": 2,
        "buildings": 4,
        "buildings_expected": 9,
        "completion": 0.25,
        "plotted": round(4 / 9, 4),
    }
    assert made["passed"] == {"20": 1, "30": 1, "70": 1}
    assert made["days"] > 300_000
    assert (
        "全市已完成普查区划分1个，完成率25%，划分普查小区2个，标绘建筑物4个。" in made["bulletin"]
    )


@pytest.mark.slow
def test_the_status_stands_in_the_layer_for_qgis(folder, zoning):
    zoning("confirm", folder, "--district", "1001", "--by", "王芳")
    zoning("confirm", folder, "--zone", "1001002", "--by", "B", "--return", "gate")
    zones = ProjectFolder.open(folder).read("zones").set_index("zone_code")
    assert zones["status"].tolist() == ["confirmed", "returned", "draft", "draft"]
    assert zones["status_by"].tolist()[:2] == ["王芳", "B"]
    events = ProjectFolder.open(folder).decisions("events")
    assert events.loc[events["action"] == "returned", "document"].tolist() == ["gate"]


@pytest.mark.slow
def test_everything_that_can_be_moved(folder, zoning):
    zoning("confirm", folder, "--district", "1001", "--by", "A")
    out = zoning("confirm", folder, "--all", "--by", "A", "--format", "json").out
    assert json.loads(out)["moved"] == ["1002", "2001"]
    out = zoning("confirm", folder, "--all", "--by", "A").out
    assert out == "没有可变更为已确认的\n"


@pytest.mark.slow
def test_csv_is_safe_and_the_chart_is_written(folder, zoning, tmp_path):
    out = zoning(
        "status", folder, "--format", "csv", "--chart", tmp_path / "chart.svg", "--quiet"
    ).out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [r["name"] for r in rows] == ["东镇", "'=西镇"]
    assert (tmp_path / "chart.svg").read_text("utf-8").startswith("<svg")
    again = zoning("status", folder, "--chart", tmp_path / "chart.svg", code=2)
    assert "exists; give --overwrite" in again.err


@pytest.mark.slow
def test_the_table_ends_with_the_total(folder, zoning):
    zoning("confirm", folder, "--district", "1001", "--by", "A")
    chinese = zoning("status", folder).out.splitlines()
    assert chinese[0].split()[:3] == ["代码", "名称", "普查区"]
    assert chinese[3].split()[0] == "合计"
    lines = zoning("status", folder, "--lang", "en").out.splitlines()
    assert lines[0].split()[:3] == ["code", "name", "districts"]
    assert lines[3].split() == ["total", "3", "4", "1", "2", "4", "9", "25", "%", "44", "%"]


@pytest.mark.slow
def test_by_group_and_as_of(folder, zoning):
    zoning("confirm", folder, "--district", "2001", "--by", "A")
    made = json.loads(zoning("status", folder, "--group-by", "group", "--format", "json").out)
    assert [(r["code"], r["districts_confirmed"]) for r in made["rows"]] == [("A", 1)]
    made = json.loads(
        zoning("status", folder, "--as-of", "2020-01-01T00:00", "--format", "json").out
    )
    assert made["total"]["districts_confirmed"] == 0
    assert made["total"]["buildings"] == 0
    grown = json.loads(zoning("status", folder, "--since", "2020-01-01", "--format", "json").out)
    assert grown["since"]["growth"] == {"districts_confirmed": 1, "zones": 1, "buildings": 4}
    assert "较1月1日：普查区+1个" in grown["bulletin"]


@pytest.mark.slow
def test_settings_that_are_wrong_are_named(folder, zoning):
    file = folder / "zoning.toml"
    text = file.read_text("utf-8")
    file.write_text(text.replace('deadline = "2999-01-01T00:00"', 'deadline = "soon"'), "utf-8")
    assert "deadline soon: wanted a time" in zoning("status", folder, code=2).err
    file.write_text(text.replace("deadline", "end"), "utf-8")
    assert "[progress] end is not known" in zoning("status", folder, code=2).err


def test_a_folder_that_was_never_run_says_so(folder, zoning):
    (folder / "zoning.gpkg").unlink()
    for command in (("status", folder), ("confirm", folder, "--all", "--by", "A")):
        assert "no zones yet" in zoning(*command, code=2).err


@pytest.mark.slow
def test_numbers_given_out_count_from_their_moment(folder, zoning):
    project = ProjectFolder.open(folder)
    rows = pd.DataFrame(
        {
            "issued_id": ["i1", "i2"],
            "kind": "number",
            "code": "1001001",
            "holder": ["a", "b"],
            "number": [1, 2],
            "at": ["2020-07-01T00:00:00Z", "2020-07-20T00:00:00Z"],
        }
    )
    project.record(issued=rows)
    made = json.loads(
        zoning("status", folder, "--as-of", "2020-07-10T00:00+00:00", "--format", "json").out
    )
    assert made["total"]["buildings"] == 1


@pytest.mark.slow
def test_all_passes_over_what_was_returned(folder, zoning):
    zoning("confirm", folder, "--district", "1001", "--by", "A")
    zoning("confirm", folder, "--district", "1001", "--by", "B", "--return", "gate")
    zoning("confirm", folder, "--all", "--by", "A")
    districts = ProjectFolder.open(folder).read("districts").set_index("district_code")["status"]
    assert districts["1001"] == "returned"
    assert (districts.drop("1001") == "confirmed").all()
    zoning("confirm", folder, "--district", "1001", "--by", "A")
    assert (ProjectFolder.open(folder).read("districts")["status"] == "confirmed").all()
