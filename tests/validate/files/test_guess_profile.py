"""Bare files without a profile: whose rules, and what is not judged then."""

import geopandas as gpd
import pytest
from shapely import box

from tests.fixtures.four_zones import areas, zones
from zoning.io.intake.columns import code_column
from zoning.validate.files.check_files import FileLayer, check_files
from zoning.validate.files.guess_profile import choose_profile

CHONGQING = (106.5, 29.7)
PROVIDENCE = (-71.4, 41.8)


def at(place, codes, crs=4326):
    x, y = place
    squares = [box(x + i / 100, y, x + (i + 1) / 100, y + 0.01) for i in range(len(codes))]
    return gpd.GeoDataFrame({"zone_code": codes}, geometry=squares, crs=4326).to_crs(crs)


@pytest.mark.parametrize(
    ("place", "codes", "profile"),
    [
        (CHONGQING, ["500112001001001", "500112001001002", "50011200100100X"], "cn-2020"),
        # 15 digits too, and 44 is a Chinese province as well as Rhode Island.
        (PROVIDENCE, ["440070001011000", "440070001011001", "440070001011002"], "un"),
        (CHONGQING, ["260960005000001", "260960005000002"], "un"),
        (CHONGQING, ["E01020454", "E01020455"], "un"),
    ],
)
def test_a_profile_by_codes_and_place(place, codes, profile):
    for crs in (4326, 3857):
        assert choose_profile({"zones": at(place, codes, crs)}).profile.name == profile
    bare = at(place, codes).set_crs(None, allow_override=True)
    assert choose_profile({"zones": bare}).profile.name in (profile, "cn-2020")


@pytest.mark.slow
def test_the_choice_is_said_and_foreign_codes_are_not_judged(tmp_path):
    frame = at(PROVIDENCE, ["440070001011000", "440070001011001", "44007000101100A"])
    frame.to_file(tmp_path / "zones.gpkg")
    found = check_files({"zones": [FileLayer(tmp_path / "zones.gpkg")]})
    assert found.profile == "un"
    assert found.notes[0].startswith("no --profile given: checked as un")
    assert found.skipped["COD003"] == found.skipped["COD006"]
    assert not set(found.frame["rule_id"]) & {"COD003", "COD006", "ZON004"}
    given = check_files({"zones": [FileLayer(tmp_path / "zones.gpkg")]}, profile="un")
    assert "COD003" in set(given.frame["rule_id"])
    assert not any("no --profile" in note for note in given.notes)


def test_codes_of_a_given_parent_are_judged_without_a_profile(tmp_path):
    frame = zones().drop(columns="district_code")
    frame.loc[3, "zone_code"] = "7001001000"
    frame.to_file(tmp_path / "zones.gpkg")
    areas().to_file(tmp_path / "areas.gpkg")
    files = {n: [FileLayer(tmp_path / f"{n}.gpkg")] for n in ("zones", "areas")}
    assert "COD003" in set(check_files(files).frame["rule_id"])


def test_codes_built_in_another_way_than_the_district_column_says(tmp_path):
    frame = zones(zone_code=list("ABCD"), district_code="77")
    frame.to_file(tmp_path / "zones.gpkg")
    found = check_files({"zones": [FileLayer(tmp_path / "zones.gpkg")]})
    assert "COD004" not in set(found.frame["rule_id"])
    assert "COD004: zone codes do not contain their district_code; not checked" in found.notes


def test_a_code_column_of_any_name_is_found_by_its_values(tmp_path):
    frame = zones().rename(columns={"zone_code": "BKG_KEY"}).drop(columns="district_code")
    frame["note"] = ["a", "a longer one", "b", "c"]
    assert code_column(frame.drop(columns="geometry")) == "BKG_KEY"
    both = frame.assign(serial=["x-001", "x-002", "x-003", "x-004"])
    assert code_column(both.drop(columns="geometry")) == "BKG_KEY"
    assert code_column(both.drop(columns="geometry"), ["BKG_KEY"]) == "serial"
    assert code_column(frame[["note"]]) is None
    frame.to_file(tmp_path / "zones.gpkg")
    found = check_files({"zones": [FileLayer(tmp_path / "zones.gpkg")]}, profile="un")
    assert any("zone_code = BKG_KEY" in note for note in found.notes)
    assert "COD001" not in set(found.frame["rule_id"])


def test_no_code_column_at_all_is_said_with_the_remedy(tmp_path):
    zones()[["persons", "geometry"]].assign(remark="none").to_file(tmp_path / "zones.gpkg")
    found = check_files({"zones": [FileLayer(tmp_path / "zones.gpkg")]}, profile="un")
    (message,) = found.frame.loc[found.frame["rule_id"] == "COD001", "message"]
    assert "name its column with --map zones.zone_code=NAME" in message
    assert "(columns are: persons, remark)" in message
