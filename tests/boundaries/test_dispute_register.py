"""The register: states, steps, and ids that outlive a new delivery."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from zoning import compare_borders
from zoning.boundaries.dispute_register import (
    common_superior,
    event,
    fold,
    geometry_hash,
    match_disputes,
    require_step,
)
from zoning.errors import SettlementError

CRS = "EPSG:4545"
HASHES = {"1": "aa", "2": "bb"}


def delivered(bulges, shift=0.0):
    """A and B with one overlap 20 m wide at each place (metres along the border)."""
    a = shapely.union_all(
        [shapely.box(0, 0, 1000, 100), *[shapely.box(x, 100, x + 20, h) for x, h in bulges]]
    )
    b = shapely.box(0, 100, 1000, 200)
    frames = [
        gpd.GeoDataFrame({"area_code": [c]}, geometry=[shapely.transform(s, lambda xy: xy + shift)],
                         crs=CRS)
        for c, s in (("1", a), ("2", b))
    ]  # fmt: skip
    return compare_borders(*frames).frame


def journal(rows, start=1):
    table = pd.DataFrame(rows)
    table["event_id"] = [f"e{start + i:08d}" for i in range(len(table))]
    table["at"] = [f"2026-01-01T00:00:{start + i:02d}Z" for i in range(len(table))]
    return table


@pytest.fixture
def register():
    found = delivered([(100, 112), (500, 110)])
    _, rows = match_disputes(
        found, fold(journal([]).reindex(columns=["layer", "event_id"])), HASHES, by="x"
    )
    return journal(rows)


def step(events, action, dispute="1-2-001", **after):
    more = journal([event(action, dispute, by="x", after=after)], start=len(events) + 1)
    return pd.concat([events, more], ignore_index=True)


def states(events):
    return fold(events, CRS).set_index("dispute_id")["status"].to_dict()


def test_what_is_found_first_is_numbered_and_open(register):
    assert states(register) == {"1-2-001": "open", "1-2-002": "open"}
    row = fold(register, CRS).iloc[0]
    assert row["area_m2"] == pytest.approx(240)
    assert (row["hash_a"], row["hash_b"]) == ("aa", "bb")
    assert row["updated"] == "2026-01-01T00:00:01Z"


def test_the_same_delivery_again_is_no_event(register):
    known = fold(register, CRS)
    again, rows = match_disputes(delivered([(100, 112), (500, 110)]), known, HASHES, by="x")
    assert rows == []
    assert again["dispute_id"].tolist() == ["1-2-001", "1-2-002"]


@pytest.mark.slow
def test_ids_survive_a_new_delivery_and_say_what_changed(register):
    events = step(register, "proposed", method="midline")
    # The first grew, the second is gone, a third is new and lies north of nothing known.
    found, rows = match_disputes(
        delivered([(100, 117), (800, 120)]), fold(events, CRS), HASHES, by="y"
    )
    assert {r["target_id"]: r["action"] for r in rows} == {
        "1-2-001": "changed",
        "1-2-002": "gone",
        "1-2-003": "found",
    }
    assert found.set_index("dispute_id")["status"].to_dict() == {
        "1-2-001": "proposed",
        "1-2-003": "open",
    }
    changed = next(r for r in rows if r["action"] == "changed")
    assert '"area_m2": 240.0' in changed["before"]
    assert '"area_m2": 340.0' in changed["after"]
    later = pd.concat([events, journal(rows, len(events) + 1)], ignore_index=True)
    assert states(later) == {"1-2-001": "proposed", "1-2-002": "withdrawn", "1-2-003": "open"}


def test_the_way_from_a_proposal_to_a_settled_line_and_back(register):
    events = step(register, "proposed", method="midline")
    events = step(events, "agreed", side="b")
    assert states(events)["1-2-001"] == "agreed_b"
    events = step(events, "agreed", side="a")
    assert fold(events, CRS).iloc[0]["agreed"] == "a,b"
    events = step(events, "settled", method="midline")
    row = fold(events, CRS).iloc[0]
    assert (row["status"], row["previous"], row["method"]) == ("settled", "agreed_a", "midline")
    events = step(events, "undone")
    assert states(events)["1-2-001"] == "agreed_a"
    # Nothing is overwritten: all steps are still there, in order.
    assert '"settled"' in fold(events, CRS).iloc[0]["history"]
    assert len(events) == 7


def test_steps_are_refused_where_the_state_does_not_allow_them(register):
    known = fold(register, CRS)
    with pytest.raises(SettlementError, match="1-2-001 is open: agreed is for those that are"):
        require_step(known, ["1-2-001"], "agreed")
    with pytest.raises(SettlementError, match="no dispute nine"):
        require_step(known, ["nine"], "proposed")
    assert len(require_step(known, ["1-2-002", "1-2-001"], "settled")) == 2


def test_visits_and_passing_up_change_no_state(register):
    events = step(register, "visited", on="2026-07-01", present="both", seen="a ditch")
    events = step(events, "passed", superior="0")
    row = fold(events, CRS).iloc[0]
    assert row["status"] == "open"
    assert row["passed_to"] == "0"
    assert "a ditch" in row["visits"]


def test_the_nearest_common_superior():
    areas = pd.DataFrame(
        {"area_code": ["0", "01", "02", "011", "021"], "parent_code": [None, "0", "0", "01", "02"]}
    )
    assert common_superior(areas, "011", "021") == "0"
    assert common_superior(areas, "011", "02") == "0"
    chinese = pd.DataFrame({"area_code": [], "parent_code": []})
    assert common_superior(chinese, "500112", "500105") == "5001"
    assert common_superior(chinese, "500112001", "500112002") == "500112"
    assert common_superior(chinese, "x", "y") is None


def test_a_hash_is_of_the_ground_not_of_its_first_vertex():
    one = shapely.Polygon([(0, 0), (1, 0), (1, 1)])
    two = shapely.Polygon([(1, 0), (1, 1), (0, 0)])
    assert geometry_hash(one) == geometry_hash(two) != geometry_hash(shapely.box(0, 0, 1, 1))
