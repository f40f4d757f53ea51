"""A village that nobody delivered: said by run, refused by sign-off, unless it is allowed."""

import json

import geopandas as gpd
import pytest
from shapely import box

from zoning.cli import main
from zoning.project.signoff.verification import verify


def write(path, key, codes, shapes, **columns):
    frame = gpd.GeoDataFrame({key: codes, **columns}, geometry=shapes, crs=25832)
    frame.translate(540_000, 5_220_000).pipe(frame.set_geometry).to_file(path)
    return str(path)


@pytest.fixture
def files(tmp_path):
    """A township of four villages of which one is missing, and twelve houses in each."""
    squares = [box(x, y, x + 400, y + 400) for x in (0, 400) for y in (0, 400)]
    codes = [f"7001{n:02d}" for n in range(1, 5)]
    homes = [
        box(x0 + dx, y0 + dy, x0 + dx + 10, y0 + dy + 10)
        for x0, y0, *_ in (s.bounds for s in squares)
        for dx in (50, 150, 250, 350)
        for dy in (60, 200, 340)
    ]
    ids = [f"b{n:02d}" for n in range(len(homes))]
    return {
        "towns": write(tmp_path / "towns.gpkg", "code", ["7001"], [box(0, 0, 800, 800)]),
        "villages": write(tmp_path / "villages.gpkg", "code", codes[:3], squares[:3]),
        "homes": write(tmp_path / "homes.gpkg", "id", ids, homes, persons=20),
        "lake": write(tmp_path / "lake.gpkg", "name", ["Lake"], squares[3:]),
    }


def make(tmp_path, files, *more):
    place = str(tmp_path / "p")
    areas = ["--areas", files["towns"], files["villages"]]
    given = [
        "--buildings",
        files["homes"],
        "--profile",
        "general",
        "--map",
        "buildings.building_id=id",
    ]
    assert main(["init", place, *areas, *given, *more]) == 0
    return place


@pytest.mark.slow
def test_run_says_who_is_not_counted_and_signoff_is_refused(tmp_path, files, capsys):
    place = make(tmp_path, files)
    assert "12 of 48 buildings with 240 people lie in no area" in capsys.readouterr().out
    assert main(["run", place, "--quiet"]) == 1
    said = capsys.readouterr().out
    assert "not counted: 12 buildings with 240 people stand in no zone (b36, b37, b38, …)" in said
    assert main(["run", place, "--quiet", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["uncounted"]["buildings"]["persons"] == 240
    assert main(["validate", place, "--select", "COV", "--format", "json"]) == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["rule_id"], finding["severity"]) == ("COV001", "error")
    assert (finding["feature_ids"], finding["area_m2"]) == (["7001"], 160_000)
    assert (finding["n_buildings"], finding["persons"]) == (12, 240)
    assert main(["signoff", place, "--by", "Li Wei"]) == 1


@pytest.mark.slow
def test_land_that_is_rightly_in_no_zone_stands_against_nothing(tmp_path, files, capsys):
    place = make(tmp_path, files, "--allowed-gaps", files["lake"])
    assert main(["run", place, "--quiet"]) == 0
    capsys.readouterr()
    assert main(["validate", place, "--select", "COV", "--format", "json"]) == 0
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["rule_id"], finding["severity"], finding["persons"]) == ("COV001", "info", 240)
    assert main(["signoff", place, "--by", "Li Wei"]) == 0
    (package,) = (tmp_path / "p" / "signoff").glob("*.zip")
    done = verify(package)
    assert done.ok, done.differences
