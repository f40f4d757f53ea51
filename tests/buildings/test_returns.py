"""Returns from the field: recorded, never overwritten, told, undone."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import LineString, Point, Polygon, box

from zoning.buildings.return_records import apply_returns, conflicts, history, resolve, undo_record
from zoning.buildings.returns import compare_return, read_return
from zoning.errors import InputError, LayerError, UsageError
from zoning.model import schema

CRS = "EPSG:2056"
X, Y = 2_750_000, 1_220_000
BOW = [(0, 0), (9, 9), (9, 0), (0, 9)]


@pytest.fixture
def register():
    """Three houses of 10 m in a row, 10 m apart."""
    frame = gpd.GeoDataFrame(
        {
            "building_id": ["h1", "h2", "h3"],
            "use": ["residential", "unknown", "commercial"],
            "floors": [2, None, 1],
            "persons": [4, 5, None],
            "persons_source": ["given", "estimated", None],
            "source": "osm",
            "source_id": ["h1", "h2", "h3"],
        },
        geometry=[box(X + 20 * i, Y, X + 20 * i + 10, Y + 10) for i in range(3)],
        crs=CRS,
    )
    return schema.conform(frame, schema.BUILDINGS)


class Journal:
    """An append-only journal as a project keeps it."""

    def __init__(self, register):
        self.register = register
        self.events = schema.empty(schema.EVENTS)

    def record(self, rows):
        rows = rows.copy()
        n = len(self.events)
        rows["event_id"] = [f"e{n + i:08d}" for i in range(len(rows))]
        rows["at"] = "2020-07-27T09:00:00Z"
        rows = schema.conform(rows, schema.EVENTS)
        self.events = pd.concat([self.events, rows], ignore_index=True)

    @property
    def now(self):
        return apply_returns(self.register, self.events).set_index("building_id")

    def back(self, rows, document="team A", geometry=None):
        frame = pd.DataFrame(rows)
        if geometry is not None:
            frame = gpd.GeoDataFrame(frame, geometry=geometry, crs=CRS)
        found = compare_return(
            self.now.reset_index(), frame, self.events, document=document, by=document
        )
        self.record(found.events)
        return found


@pytest.fixture
def journal(register):
    return Journal(register)


def test_a_change_is_recorded_with_before_and_after(journal):
    found = journal.back([{"building_id": "h1", "floors": "3", "use": "商住"}])
    assert found.counts["changed"] == 1
    assert journal.now.loc["h1", ["floors", "use", "figures"]].tolist() == [
        3,
        "mixed",
        "floors=survey",
    ]
    told = history(journal.events, "h1")
    assert told["change"].tolist() == ["floors: 2 -> 3; use: residential -> mixed"]
    assert told["by"].tolist() == ["team A"]


def test_an_empty_cell_says_nothing(journal):
    found = journal.back([{"building_id": "h1", "floors": None, "name": " "}])
    assert found.counts["unchanged"] == 1
    assert len(found.events) == 0


def test_surveyed_people_are_no_longer_an_estimate(journal):
    journal.back([{"building_id": "h2", "persons": 5}, {"building_id": "h1", "persons": 6}])
    assert journal.now.loc[["h1", "h2"], "persons"].tolist() == [6, 5]
    assert set(journal.now.loc[["h1", "h2"], "persons_source"]) == {"survey"}


def test_an_estimate_that_comes_back_as_it_was_is_no_survey(journal):
    found = journal.back([{"building_id": "h2", "persons": 5, "persons_source": "estimated"}])
    assert found.counts["unchanged"] == 1
    found = journal.back([{"building_id": "h2", "persons": 7, "persons_source": "estimated"}], "b")
    assert journal.now.loc["h2", ["persons", "persons_source"]].tolist() == [7, "survey"]


def test_the_whole_layer_comes_back_from_qgis(tmp_path, journal):
    file = tmp_path / "edited.gpkg"
    layer = journal.register.copy()
    layer.loc[layer["building_id"] == "h3", "floors"] = 4
    layer.to_file(file, layer="buildings", driver="GPKG")
    layer.iloc[:1].to_file(file, layer="zones", driver="GPKG")
    found = compare_return(
        journal.register, read_return(file), journal.events, document="t", by="t"
    )
    assert {k: n for k, n in found.counts.items() if n} == {"changed": 1, "unchanged": 2}


def test_excel_comes_back(tmp_path, journal):
    file = tmp_path / "back.xlsx"
    pd.DataFrame({"building_id": ["h1"], "floors": [9]}).to_excel(file, index=False)
    found = compare_return(
        journal.register, read_return(file), journal.events, document="t", by="t"
    )
    assert found.counts["changed"] == 1


def test_new_demolished_and_redrawn(journal):
    found = journal.back(
        [
            {"building_id": None, "action": "新增", "use": "住宅"},
            {"building_id": "h2", "action": "拆除", "use": None},
            {"building_id": "h1", "action": None, "use": None},
        ],
        geometry=[box(X, Y + 50, X + 8, Y + 58), None, box(X, Y, X + 12, Y + 10)],
    )
    assert {k: n for k, n in found.counts.items() if n} == {
        "new": 1,
        "demolished": 1,
        "changed": 1,
    }
    assert "h2" not in journal.now.index
    assert journal.now.loc["h1", "geometry"].area == 120
    (new,) = set(journal.now.index) - {"h1", "h3"}
    assert journal.now.loc[new, ["use", "source"]].tolist() == ["residential", "team A"]


def test_a_split_building_leaves_its_id_to_the_largest_piece(journal):
    journal.back(
        [{"building_id": "h1"}, {"building_id": "h1"}],
        geometry=[box(X, Y, X + 4, Y + 10), box(X + 4, Y, X + 10, Y + 10)],
    )
    assert journal.now.loc["h1", "geometry"].area == 60
    assert len(journal.now) == 4
    assert "split" in history(journal.events, "h1")["action"].tolist()


def test_two_teams_that_differ_are_a_conflict_and_nothing_is_overwritten(journal):
    journal.back([{"building_id": "h1", "floors": 3, "name": "Mill"}])
    found = journal.back(
        [{"building_id": "h1", "floors": 4, "address": "Lane 2"}], document="team B"
    )
    assert {k: n for k, n in found.counts.items() if n} == {"changed": 1, "conflict": 1}
    assert journal.now.loc["h1", ["floors", "name", "address"]].tolist() == [3, "Mill", "Lane 2"]
    (row,) = conflicts(journal.events).to_dict("records")
    assert (row["stands"], row["proposed"], row["by"]) == ("floors: 3", "floors: 4", "team B")
    journal.record(resolve(journal.events, row["event_id"], "proposed", by="chief"))
    assert journal.now.loc["h1", "floors"] == 4
    assert len(conflicts(journal.events)) == 0
    decision = journal.events["event_id"].iloc[-1]
    journal.record(undo_record(journal.events, decision, by="chief"))
    assert conflicts(journal.events)["event_id"].tolist() == [row["event_id"]]
    assert journal.now.loc["h1", "floors"] == 3
    journal.record(resolve(journal.events, row["event_id"], "proposed", by="chief"))
    with pytest.raises(UsageError, match="not open"):
        resolve(journal.events, row["event_id"], "stands", by="chief")


def test_a_team_that_repeats_the_old_value_does_not_contradict(journal):
    journal.back([{"building_id": "h1", "floors": 3}])
    found = journal.back([{"building_id": "h1", "floors": 2}], document="team B")
    assert found.counts["unchanged"] == 1
    assert journal.now.loc["h1", "floors"] == 3


def test_the_same_change_twice_is_no_conflict(journal):
    journal.back([{"building_id": "h1", "floors": 3}])
    found = journal.back([{"building_id": "h1", "floors": 3}], document="team B")
    assert found.counts["unchanged"] == 1


@pytest.mark.parametrize("first", ["demolished", "changed"])
def test_changed_by_one_and_demolished_by_the_other_is_a_conflict(journal, first):
    rows = {
        "demolished": [{"building_id": "h1", "action": "demolished"}],
        "changed": [{"building_id": "h1", "floors": 5}],
    }
    second = "changed" if first == "demolished" else "demolished"
    journal.back(rows[first])
    found = journal.back(rows[second], document="team B")
    assert found.counts["conflict"] == 1
    assert ("h1" in journal.now.index) == (first == "changed")
    (row,) = conflicts(journal.events).to_dict("records")
    journal.record(resolve(journal.events, row["event_id"], "proposed", by="chief"))
    assert ("h1" in journal.now.index) == (first == "demolished")


def test_a_new_building_that_another_team_has_drawn_is_a_conflict(journal):
    new = [{"building_id": None, "floors": 1}]
    journal.back(new, geometry=[box(X, Y + 50, X + 10, Y + 60)])
    found = journal.back(new, "team B", geometry=[box(X + 1, Y + 51, X + 11, Y + 61)])
    assert {k: n for k, n in found.counts.items() if n} == {"conflict": 1}
    assert len(journal.now) == 4
    point = journal.back(new, "team C", geometry=[Point(X + 5, Y + 5)])
    assert point.counts["conflict"] == 1
    rows = conflicts(journal.events)
    assert rows["stands"].str.startswith("same_place: ").all()
    journal.record(resolve(journal.events, rows["event_id"][0], "proposed", by="chief"))
    journal.record(resolve(journal.events, rows["event_id"][1], "stands", by="chief"))
    assert len(journal.now) == 5
    assert len(conflicts(journal.events)) == 0


def test_a_neighbour_that_shares_a_wall_is_new(journal):
    found = journal.back([{"building_id": None}], geometry=[box(X + 9.5, Y, X + 15, Y + 10)])
    assert found.counts["new"] == 1


def test_undo_takes_one_record_back_and_keeps_the_account(journal):
    journal.back([{"building_id": "h1", "floors": 3}])
    journal.back([{"building_id": "h2", "action": "demolished"}], document="team B")
    for key in ("h1", "h2"):
        event = history(journal.events, key)["event_id"].iloc[0]
        journal.record(undo_record(journal.events, event, by="chief"))
        assert history(journal.events, key)["undone"].tolist()[0]
    assert journal.now.loc["h1", "floors"] == 2
    assert "h2" in journal.now.index
    assert len(journal.events) == 4
    with pytest.raises(UsageError, match="already undone"):
        undo_record(journal.events, event, by="chief")


def test_what_a_later_record_builds_on_cannot_be_undone_first(journal):
    journal.back([{"building_id": "h3", "floors": 3}])
    event = history(journal.events, "h3")["event_id"].iloc[0]
    journal.record(
        pd.DataFrame(
            {
                "by": ["team C"],
                "action": ["changed"],
                "layer": ["buildings"],
                "target_id": ["h3"],
                "before": ['{"floors": 3}'],
                "after": ['{"floors": 6}'],
                "document": ["team C"],
            }
        )
    )
    with pytest.raises(UsageError, match="undo the later one first"):
        undo_record(journal.events, event, by="chief")


def test_bad_rows_are_refused_with_their_cause(journal):
    found = journal.back(
        [
            {"building_id": "h9", "floors": 1},
            {"building_id": "h1", "floors": "many"},
            {"building_id": "h3", "floors": 1, "action": "painted"},
            {"building_id": None, "floors": 1},
            {"building_id": "h2", "floors": 1},
            {"building_id": "h2", "floors": 2},
        ]
    )
    assert found.refused["cause"].tolist() == [
        "building_id is not in the register",
        "floors is no whole number",
        "action 'painted' is not known",
        "neither building_id nor geometry",
        "building_id stands more than once",
        "building_id stands more than once",
    ]
    assert found.counts["refused"] == 6
    assert len(found.events) == 0


def test_pieces_and_outlines_that_cannot_be_are_refused(journal):
    found = journal.back(
        [{"split_from": "h9"}, {"split_from": None}, {"split_from": None}],
        geometry=[box(0, 0, 9, 9), LineString([(0, 0), (9, 9)]), Polygon(BOW)],
    )
    assert found.refused["cause"].tolist() == [
        "the building that it was split from is not in the register",
        "a line, wanted an outline or a point",
        "an outline that crosses itself",
    ]


def test_a_status_that_says_nothing_is_passed_over(journal):
    rows = [{"building_id": "h1", "status": "fine"}, {"building_id": "h2", "status": "已拆除"}]
    found = journal.back(rows)
    assert {k: n for k, n in found.counts.items() if n} == {"demolished": 1, "unchanged": 1}


def test_the_same_document_is_not_taken_twice(journal):
    journal.back([{"building_id": "h1", "floors": 3}])
    with pytest.raises(InputError, match="in the journal already"):
        journal.back([{"building_id": "h1", "floors": 4}])


def test_returns_are_read_from_chinese_tables_and_points(tmp_path, journal):
    file = tmp_path / "back.csv"
    file.write_text("建筑物编号,层数,变更,经度,纬度\nh1,5,,,\n,2,新增,9.52,47.14\n", "gb18030")
    found = compare_return(
        journal.register, read_return(file), journal.events, document="t", by="t"
    )
    assert {k: n for k, n in found.counts.items() if n} == {"changed": 1, "new": 1}
    journal.record(found.events)
    (point,) = journal.now[journal.now["source"] == "t"].geometry
    assert point.geom_type == "Point"
    assert point.distance(Point(2_757_000, 1_222_700)) < 5_000
    file.write_text("floors\n1\n", "utf-8")
    with pytest.raises(LayerError, match="no column building_id"):
        read_return(file)
