"""Codes and numbers that were given out stay, whatever a later run counts."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import box

from zoning.model import schema
from zoning.model.profile import CodeRules
from zoning.project import issued_codes

RULES = CodeRules()


def zones(**boxes):
    """Zones of district D from x-ranges: ``zones(D001=(0, 10))``."""
    frame = gpd.GeoDataFrame(
        {"zone_code": list(boxes), "district_code": "D", "kind": "ordinary"},
        geometry=[box(a, 0, b, 10) for a, b in boxes.values()], crs=4545,
    )  # fmt: skip
    return schema.conform(frame, schema.ZONES)


def buildings(**places):
    """Buildings by zone: ``buildings(D001="ab")``; numbers count in each zone."""
    rows = [(name, code, i + 1) for code, names in places.items() for i, name in enumerate(names)]
    return pd.DataFrame(rows, columns=["building_id", "zone_code", "number"])


def issue(zones_frame, buildings_frame, issued=None):
    issued = schema.empty(schema.ISSUED) if issued is None else issued
    rows = issued_codes.rows_to_issue(zones_frame, buildings_frame, issued)
    return pd.concat([issued, schema.conform(rows, schema.ISSUED)], ignore_index=True)


@pytest.fixture
def first():
    z = zones(D001=(0, 10), D002=(10, 20), D003=(20, 30))
    b = buildings(D001="abc", D002="def", D003="ghi")
    return z, b, issue(z, b)


def test_the_first_run_changes_no_code(first):
    z, b, _ = first
    assert issued_codes.keep_codes(z, b, schema.empty(schema.ISSUED), RULES) == {}


def test_the_same_zones_counted_in_another_order_get_their_codes_back(first):
    _, _, issued = first
    z = zones(D001=(20, 30), D002=(0, 10), D003=(10, 20))
    b = buildings(D001="ghi", D002="abc", D003="def")
    assert issued_codes.keep_codes(z, b, issued, RULES) == {
        "D001": "D003", "D002": "D001", "D003": "D002",
    }  # fmt: skip


def test_a_zone_that_lost_one_building_keeps_its_code(first):
    _, _, issued = first
    z = zones(D001=(12, 20), D002=(0, 12), D003=(20, 30))
    b = buildings(D001="ef", D002="abcd", D003="ghi")
    assert issued_codes.keep_codes(z, b, issued, RULES) == {"D001": "D002", "D002": "D001"}


def test_the_larger_half_of_a_zone_keeps_the_code_the_other_takes_a_free_one(first):
    _, _, issued = first
    z = zones(D001=(0, 4), D002=(4, 10), D003=(10, 20), D004=(20, 30))
    b = buildings(D001="a", D002="bc", D003="def", D004="ghi")
    kept = issued_codes.keep_codes(z, b, issued, RULES)
    assert kept == {"D001": "D004", "D002": "D001", "D003": "D002", "D004": "D003"}


def test_a_code_on_paper_is_never_given_to_another_zone(first):
    _, _, issued = first
    page = pd.DataFrame({"issued_id": ["p"], "kind": "page", "code": ["D002"], "holder": ["x"]})
    issued = pd.concat([issued, schema.conform(page, schema.ISSUED)], ignore_index=True)
    merged = zones(D001=(0, 20), D002=(20, 22), D003=(22, 30))
    homes = buildings(D001="abcxyz", D003="ghi")
    kept = issued_codes.keep_codes(merged, homes, issued, RULES)
    codes = {kept.get(c, c) for c in merged["zone_code"]}
    assert "D002" not in codes
    free = issued_codes.keep_codes(merged, homes, issued[issued["kind"] != "page"], RULES)
    assert "D002" in {free.get(c, c) for c in merged["zone_code"]}


def test_nothing_new_is_issued_twice(first):
    z, b, issued = first
    assert len(issued_codes.rows_to_issue(z, b, issued)) == 0
    moved = b.assign(number=[1, 2, 3, 3, 2, 1, 1, 2, 3])
    again = issued_codes.rows_to_issue(z, moved, issued)
    assert again["holder"].tolist() == ["d", "f"]


def test_changes_and_stale_pages_are_named(first):
    z, b, issued = first
    prints = issued_codes.page_fingerprints(z, b)
    pages = pd.DataFrame(
        {"issued_id": ["p1", "p2"], "kind": "page", "code": ["D001", "D003"],
         "holder": prints.loc[["D001", "D003"]].to_numpy()}
    )  # fmt: skip
    issued = pd.concat([issued, schema.conform(pages, schema.ISSUED)], ignore_index=True)
    later = zones(D001=(0, 12), D002=(12, 20), D003=(20, 30))
    changes = issued_codes.compare(later, b, (z, b), issued)
    assert changes.changed == ("D001", "D002")
    assert changes.unchanged == 1
    assert changes.stale == ("D001",)
    assert issued_codes.compare(z, b, (z, b), issued).stale == ()
    assert "2 changed; 1 zones as before" in str(changes)


def test_a_fingerprint_does_not_depend_on_where_a_ring_starts():
    a = zones(D001=(0, 10))
    b = a.set_geometry([a.geometry.iloc[0].reverse()])
    assert issued_codes.fingerprints(a).equals(issued_codes.fingerprints(b))
