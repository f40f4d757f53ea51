"""Statuses follow from the journal and fall back to draft when a zone changes."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import box

from zoning.errors import UsageError
from zoning.fieldwork import apply_statuses, move, staffing
from zoning.model import schema
from zoning.model.profile import load_profile

CRS = "EPSG:2056"


@pytest.fixture
def layers():
    """Two districts of two zones each, four squares in a row."""
    zones = gpd.GeoDataFrame(
        {
            "zone_code": ["d1001", "d1002", "d2001", "d2002"],
            "district_code": ["d1", "d1", "d2", "d2"],
            "persons": [240, 260, 100, 0],
        },
        geometry=[box(10 * i, 0, 10 * i + 10, 10) for i in range(4)],
        crs=CRS,
    )
    districts = zones.dissolve("district_code").reset_index().assign(township_code="t")
    return {
        "districts": schema.conform(districts, schema.DISTRICTS),
        "zones": schema.conform(zones, schema.ZONES),
    }


def journal(*frames):
    events = pd.concat(frames, ignore_index=True)
    events["event_id"] = [f"e{i:08d}" for i in range(len(events))]
    events["at"] = [f"2020-07-{i + 1:02d}T00:00:00Z" for i in range(len(events))]
    return schema.conform(events, schema.EVENTS)


def with_status(layers, events, **options):
    districts, zones, notes = apply_statuses(
        layers["districts"], layers["zones"], events, **options
    )
    return {"districts": districts, "zones": zones}, notes


def test_without_events_everything_is_draft(layers):
    out, notes = with_status(layers, schema.empty(schema.EVENTS))
    assert set(out["districts"]["status"]) == set(out["zones"]["status"]) == {"draft"}
    assert notes == []


def test_a_confirmed_district_takes_its_zones_along(layers):
    events = journal(move("districts", ["d1"], "confirmed", by="A", **layers))
    out, notes = with_status(layers, events)
    assert out["districts"]["status"].tolist() == ["confirmed", "draft"]
    assert out["zones"]["status"].tolist() == ["confirmed", "confirmed", "draft", "draft"]
    assert out["zones"]["status_by"].tolist()[:2] == ["A", "A"]
    assert notes == []


def test_the_later_move_counts(layers):
    first = move("districts", ["d1"], "confirmed", by="A", **layers)
    out, _ = with_status(layers, journal(first))
    second = move("zones", ["d1002"], "returned", by="B", reason="gate missing", **out)
    out, _ = with_status(layers, journal(first, second))
    assert out["zones"]["status"].tolist()[:2] == ["confirmed", "returned"]
    assert out["districts"]["status"].tolist()[0] == "confirmed"


def test_a_changed_zone_is_draft_again_and_it_is_said(layers):
    events = journal(
        move("districts", ["d1"], "confirmed", by="A", **layers),
        move("zones", ["d2001"], "confirmed", by="A", **layers),
    )
    changed = {n: f.copy() for n, f in layers.items()}
    changed["zones"].loc[[0, 2], "geometry"] = [box(0, 0, 9, 10), box(20, 0, 29, 10)]
    out, notes = with_status(changed, events)
    assert out["districts"]["status"].tolist() == ["draft", "draft"]
    assert out["zones"]["status"].tolist() == ["draft"] * 4
    assert notes == [
        "1 districts changed since they were confirmed and are draft again: d1",
        "1 zones changed since they were confirmed and are draft again: d2001",
    ]


def test_as_of_an_earlier_moment(layers):
    events = journal(
        move("districts", ["d1"], "confirmed", by="A", **layers),
        move("districts", ["d2"], "confirmed", by="A", **layers),
    )
    out, _ = with_status(layers, events, until="2020-07-01T12:00:00Z")
    assert out["districts"]["status"].tolist() == ["confirmed", "draft"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"codes": ["d9"], "to": "confirmed"}, "district d9: no such code"),
        ({"codes": ["d1"], "to": "accepted"}, "d1 is draft: only submitted becomes accepted"),
        ({"codes": ["d1"], "to": "confirmed", "by": " "}, "say who decided"),
        ({"codes": ["d1"], "to": "returned"}, "say the reason"),
        ({"codes": ["d1"], "to": "finished"}, "status finished: not one of draft"),
    ],
)
def test_moves_that_cannot_be(layers, options, message):
    out, _ = with_status(layers, schema.empty(schema.EVENTS))
    with pytest.raises(UsageError, match=message):
        move("districts", **{"by": "A", **options}, **out)


def test_staffing_follows_the_profile(layers):
    out = staffing(layers["zones"], layers["districts"], load_profile("cn-2020"))
    assert out.to_dict("records") == [
        {
            "township_code": "t",
            "zones": 4,
            "persons": 600,
            "households": None,
            "enumerators": 3,
            "supervisors_min": 1,
            "supervisors_max": 1,
        }
    ]
