"""Listings: every household a line, nothing runs as a formula, nothing leaks to the public."""

import io

import pandas as pd
import pytest

from zoning.buildings.listing import COLUMNS, gone_numbers, listing, write_listing
from zoning.errors import LayerError, UsageError
from zoning.lang.text_tables import safe_cell, text_table
from zoning.model import schema
from zoning.model.profile import load_profile


@pytest.fixture
def buildings():
    rows = {
        "building_id": ["b1", "b2", "b3", "b4"],
        "zone_code": ["z1", "z1", "z1", None],
        "number": [2, 1, 3, None],
        "use": ["residential", "unknown", "military", "residential"],
        "address": ["=HYPERLINK(1)", None, "Camp road 1", None],
        "name": [None, "Mühle <b>", "No. 7 Regiment", None],
        "households": [3, None, None, None],
        "persons": [9, 4, None, 1],
        "persons_source": ["given", "estimated", None, "given"],
    }
    return schema.conform(pd.DataFrame(rows), schema.BUILDINGS)


def test_a_line_a_household_in_visiting_order(buildings):
    table = listing(buildings)
    assert table["number"].tolist() == [1, 2, 2, 2, 3]
    assert table["line"].tolist() == [1, 2, 3, 4, 5]
    assert list(table.columns) == list(COLUMNS)


def test_dwellings_are_listed_one_by_one_in_their_own_zone(buildings):
    rows = {
        "dwelling_id": ["d1", "d2"],
        "building_id": "b1",
        "entrance": ["A", "B"],
        "floor": [2, 1],
        "room": ["201", "101"],
        "zone_code": [None, "z2"],
    }
    table = listing(buildings, dwellings=pd.DataFrame(rows))
    mine = table[table["building_id"] == "b1"]
    assert mine[["zone_code", "entrance", "room"]].values.tolist() == [
        ["z1", "A", "201"],
        ["z2", "B", "101"],
    ]


def test_the_public_copy_tells_no_figure_and_no_household(buildings):
    table = listing(buildings, public=True)
    assert table["number"].tolist() == [1, 2, 3]
    assert table[["households", "persons", "dwellings", "persons_source"]].isna().all(axis=None)


def test_places_that_the_profile_keeps_unnamed_have_no_name(buildings):
    table = listing(buildings, profile=load_profile("cn-2020"), lang="zh")
    row = table[table["building_id"] == "b3"].iloc[0]
    assert pd.isna(row["name"])
    assert pd.isna(row["address"])
    assert row["use"] == "特殊单位"
    assert table.loc[0, "persons_source"] == "推算"


def test_printed_numbers_of_demolished_buildings_stay_on_the_list(buildings):
    issued = pd.DataFrame(
        {"kind": "number", "code": "z1", "holder": ["b1", "gone"], "number": [2, 7]}
    )
    table = listing(buildings, gone=gone_numbers(issued, buildings))
    assert table[table["number"] == 7]["remarks"].tolist() == ["demolished"]


def test_a_zone_that_is_not_there_is_named(buildings):
    with pytest.raises(UsageError, match="zone z9: no building"):
        listing(buildings, zones=["z1", "z9"])


def test_no_cell_runs_as_a_formula(buildings, tmp_path):
    table = listing(buildings)
    text = write_listing(table, tmp_path / "l.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    back = pd.read_csv(io.BytesIO(text), dtype="str")
    assert back["Address"].dropna().tolist()[0] == "'=HYPERLINK(1)"
    write_listing(table, tmp_path / "l.xlsx", lang="zh")
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(tmp_path / "l.xlsx").active
    assert [c.value for c in sheet[1]][:3] == ["普查小区代码", "建筑物编号", "序号"]
    assert {c.data_type for row in sheet.iter_rows() for c in row} <= {"n", "s"}
    with pytest.raises(LayerError, match=r"\.csv, \.xlsx or \.pdf"):
        write_listing(table, tmp_path / "l.doc")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", " =1", "＝1"])
def test_what_starts_a_formula_gets_an_apostrophe(text):
    assert safe_cell(text) == "'" + text


@pytest.mark.slow
def test_the_pdf_is_the_same_twice_and_has_a_page_a_zone(buildings, tmp_path):
    from zoning.cartography.book.listing_pages import listing_pdf

    two = pd.concat([buildings, buildings.assign(zone_code="z2", building_id=list("abcd"))])
    table = listing(two)
    one = listing_pdf(table, tmp_path / "a.pdf", title="County", lang="zh").read_bytes()
    again = listing_pdf(table, tmp_path / "b.pdf", title="County", lang="zh").read_bytes()
    assert one == again
    assert one.count(b"/Type /Page\n") == 2


def test_tables_line_up_chinese_and_numbers():
    table = pd.DataFrame({"名称": ["渝北", "ab"], "n": [1234, 5]})
    assert text_table(table).splitlines() == ["名称      n", "渝北  1,234", "ab        5"]
