"""Dwellings one by one, tied to the register."""

import pandas as pd
import pytest

from zoning.buildings.dwellings import count_dwellings, in_zones, take_dwellings
from zoning.errors import LayerError
from zoning.model import schema


@pytest.fixture
def register():
    rows = {
        "building_id": ["b1", "b2"],
        "source_id": ["7", "b2"],
        "zone_code": ["z1", "z2"],
        "dwellings": [None, 5],
    }
    return schema.conform(pd.DataFrame(rows), schema.BUILDINGS)


MERGED = pd.DataFrame({"source_id": ["s9"], "building_id": ["b1"]})


def test_a_chinese_list_is_taken_in(register):
    table = pd.DataFrame(
        {
            "建筑物编号": ["7", "s9", "b2", "none"],
            "门栋": ["A", "A", None, None],
            "楼层": ["1层", "2", None, None],
            "房号": ["101", "201", None, None],
            "是否空置": ["否", "是", None, None],
        }
    )
    made = take_dwellings(table, register, MERGED)
    assert made.table["dwelling_id"].tolist() == ["b1.1", "b1.2", "b2.1"]
    assert made.table["building_id"].tolist() == ["b1", "b1", "b2"]
    assert made.table["floor"].tolist()[:2] == [1, 2]
    assert made.table["vacant"].tolist()[:2] == [False, True]
    assert made.refused["row"].tolist() == [4]
    counted = count_dwellings(register, made.table)
    assert counted["dwellings"].tolist() == [2, 5]
    assert in_zones(made.table, register)["zone_code"].tolist() == ["z1", "z1", "z2"]


def test_a_dwelling_of_a_vertical_zone_keeps_its_own(register):
    table = pd.DataFrame({"building_id": ["b1", "b1"], "zone_code": ["z9", None]})
    made = take_dwellings(table, register, MERGED)
    assert in_zones(made.table, register)["zone_code"].tolist() == ["z9", "z1"]


def test_bad_lists_say_what_is_wrong(register):
    with pytest.raises(LayerError, match="no column building_id"):
        take_dwellings(pd.DataFrame({"x": []}), register, MERGED)
    with pytest.raises(LayerError, match="wanted yes or no"):
        take_dwellings(
            pd.DataFrame({"building_id": ["b1"], "vacant": ["perhaps"]}), register, MERGED
        )
