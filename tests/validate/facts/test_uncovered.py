"""Land of a township in none of its villages: told once, exactly, with its people."""

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from shapely import box

from tests.fixtures.four_zones import CRS, X0, Y0, buildings, square, zones
from zoning.validate import check
from zoning.validate.check import check_layers

LEVELS = ("county", "township", "village")


def land(rows):
    """Areas from pairs of code and polygon; the longer the code, the lower the level."""
    level = [LEVELS[len(code) // 2 - 1] for code, _ in rows]
    table = {"area_code": [code for code, _ in rows], "level": level}
    return gpd.GeoDataFrame(table, geometry=[shape for _, shape in rows], crs=CRS)


def town(villages=("700101", "700102", "700103", "700104")):
    """A township of 200 m with up to four villages, in which the four zones lie."""
    place = box(X0, Y0, X0 + 200, Y0 + 200)
    spots = {"700101": (0, 0), "700102": (1, 0), "700103": (0, 1), "700104": (1, 1)}
    return land([("7001", place)] + [(code, square(*spots[code])) for code in villages])


def told(frame, within, **options):
    result = check(frame, within=within, profile="un", select="COV", **options).frame
    columns = ["rule_id", "severity", "feature_ids", "n_buildings", "persons"]
    return [
        (*(None if pd.isna(v) else v for v in row[:-1]), round(row[-1], 3))
        for row in result[[*columns, "area_m2"]].itertuples(index=False)
    ]


def test_villages_that_fill_their_township_are_fine():
    assert told(zones(), town()) == []


def test_a_missing_village_is_a_gap_of_its_township_counted_in_people():
    frame = zones().drop(index=3)
    within = town(["700101", "700102", "700103"])
    expected = [("COV001", "error", "7001", 1, 40, 10_000.0)]
    assert told(frame, within, buildings=buildings()) == expected
    result = check(frame, within=within, profile="un", select="COV001").frame
    assert result.geometry.iloc[0].equals(square(1, 1))
    assert result["message"].iloc[0].startswith("land of township 7001 lies in no zone: 1.00 ha")


def test_the_order_of_rows_changes_nothing():
    frame, within = zones().drop(index=3), town(["700101", "700102"])
    there = check(frame.drop(index=2), within=within, profile="un", select="COV").frame
    back = check(frame.drop(index=2)[::-1], within=within[::-1], profile="un", select="COV").frame
    assert there["finding_id"].tolist() == back["finding_id"].tolist()
    assert there.geometry.to_wkb().tolist() == back.geometry.to_wkb().tolist()


def test_a_hole_between_villages_is_told_once_and_as_a_gap():
    ring = [(f"7001{n:02d}", square(n % 3, n // 3)) for n in range(9) if n != 4]
    within = land([("7001", box(X0, Y0, X0 + 300, Y0 + 300)), *ring])
    frame = gpd.GeoDataFrame(
        {"zone_code": [f"{code}001" for code, _ in ring]}, geometry=[g for _, g in ring], crs=CRS
    )
    assert told(frame, within) == [("COV001", "error", "7001", None, None, 10_000.0)]


def test_a_strip_between_two_villages_stays_a_border_that_does_not_match():
    within = town()
    within.loc[2, "geometry"] = box(X0 + 100.5, Y0 + 0.0, X0 + 200, Y0 + 100)
    frame = zones()
    frame.loc[1, "geometry"] = within.geometry[2]
    rules = [row[0] for row in told(frame, within)]
    assert rules.count("COV001") + rules.count("COV007") == 1, rules


def test_land_that_a_zone_covers_is_outside_its_area_and_no_gap():
    within = town(["700101", "700102", "700103"])
    assert told(zones(), within) == [("COV003", "error", "7001001004", None, None, 10_000.0)]
    frame = zones()
    frame.loc[3, "geometry"] = box(X0 + 100, Y0 + 100, X0 + 200, Y0 + 160)
    assert told(frame, within) == [
        ("COV001", "error", "7001", None, None, 4_000.0),
        ("COV003", "error", "7001001004", None, None, 6_000.0),
    ]


def test_a_county_lacks_only_what_no_township_tells():
    county = land([("70", box(X0, Y0, X0 + 300, Y0 + 200))])
    within = pd.concat([county, town(["700101"])], ignore_index=True)
    assert told(zones().iloc[:1], within) == [
        ("COV001", "error", "70", None, None, 20_000.0),
        ("COV001", "error", "7001", None, None, 30_000.0),
    ]


def test_a_township_without_villages_is_filled_by_its_own_zones():
    within = pd.concat([town(), land([("7002", box(X0 + 200, Y0, X0 + 300, Y0 + 200))])])
    extra = gpd.GeoDataFrame(
        {"zone_code": ["7002001001"]}, geometry=[within.geometry.iloc[-1]], crs=CRS
    )
    assert told(pd.concat([zones(), extra]), within) == []
    assert told(zones(), within) == [("COV001", "error", "7002", None, None, 20_000.0)]


@pytest.mark.parametrize(("share", "severities"), [(1.0, {"info"}), (0.5, {"info", "error"})])
def test_an_allowed_gap_is_only_told(share, severities):
    lake = gpd.GeoDataFrame(
        geometry=[box(X0 + 100, Y0 + 100, X0 + 200, Y0 + 100 + 100 * share)], crs=CRS
    )
    frame, within = zones().drop(index=3), town(["700101", "700102", "700103"])
    rows = told(frame, within, allowed_gaps=lake)
    assert {row[1] for row in rows} == severities
    assert sum(row[-1] for row in rows) == pytest.approx(10_000)


def test_a_border_drawn_twice_is_one_warning_a_township():
    within = town()
    within.loc[0, "geometry"] = shapely.buffer(within.geometry[0], 0.02, join_style="mitre")
    (row,) = told(zones(), within)
    assert row[:3] == ("COV001", "warning", "7001")
    assert row[-1] == pytest.approx(16.0016, abs=1e-3)


def test_blocks_with_people_in_no_zone_are_told_in_stretches():
    places = [square(column, row) for column, row in ((0, 0), (2, 0), (2, 1), (5, 5), (9, 9))]
    blocks = gpd.GeoDataFrame(
        {"block_id": list("abcde"), "persons": [5, 6, 7, 8, 0]}, geometry=places, crs=CRS
    )

    def told(**more):
        layers = {"zones": zones(), "areas": town(), "blocks": blocks, **more}
        frame = check_layers(layers, profile="un", select="COV").frame
        columns = ["rule_id", "layer", "feature_ids", "persons", "area_m2"]
        return frame[columns].astype(object).values.tolist()

    expected = [["COV001", "blocks", "b,c", 13, 20_000.0], ["COV001", "blocks", "d", 8, 10_000.0]]
    assert told() == expected
    lake = gpd.GeoDataFrame(geometry=[square(5, 5)], crs=CRS)
    assert told(allowed_gaps=lake) == expected[:1]
