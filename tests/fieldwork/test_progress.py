"""Figures of the field and the bulletin in both languages."""

from datetime import datetime
from xml.etree import ElementTree

import pandas as pd
import pytest

from tests.fixtures import tengzhou
from zoning.errors import LayerError, UsageError
from zoning.fieldwork import bulletin, chart, measure, read_expected, unit_of

AT = datetime.fromisoformat("2020-07-27T17:00+08:00")


@pytest.fixture(scope="module")
def layers():
    return tengzhou.layers()


def progress(layers, **options):
    areas, districts, zones, buildings, expected = layers
    return measure(districts, zones, buildings, areas=areas, as_of=AT, expected=expected, **options)


def test_the_bulletin_of_tengzhou_in_chinese(layers):
    text = bulletin(progress(layers), lang="zh", unit=unit_of("滕州市"))
    assert text == (
        "截至7月27日17时，全市已完成普查区划分711个，完成率57%，划分普查小区1460个，"
        "标绘建筑物9680个。有12个镇街建筑物标绘超过20%，其中7个超过30%，3个超过70%。"
    )


def test_the_bulletin_of_tengzhou_in_english(layers):
    assert bulletin(progress(layers), lang="en", name="Tengzhou") == (
        "As of 17:00 on 27 July, 711 districts divided in Tengzhou (57 % of 1,247), "
        "with 1,460 zones; 9,680 buildings plotted. 12 townships have plotted more than 20 % "
        "of the buildings expected, 7 of them more than 30 %, 3 more than 70 %."
    )


def test_exactly_twenty_per_cent_is_not_over_twenty(layers):
    made = progress(layers)
    assert (made.table["plotted"] == 0.2).sum() == 1
    assert made.passed == {20: 12, 30: 7, 70: 3}


def test_by_supervision_group_the_sums_are_the_same(layers):
    made = progress(layers, by="group")
    assert made.table["code"].tolist() == ["第1组", "第2组", "第3组", "第4组"]
    assert made.table["districts_confirmed"].sum() == 711
    assert made.passed == {20: 12, 30: 7, 70: 3}


def test_without_expectations_no_share_of_buildings_is_claimed(layers):
    areas, districts, zones, buildings, _ = layers
    made = measure(districts, zones, buildings, areas=areas, as_of=AT)
    assert made.total["plotted"] is None
    assert made.total["completion"] == round(711 / 1247, 4)
    assert "%" not in bulletin(made, lang="zh").split("标绘建筑物")[1]
    with pytest.raises(UsageError, match="no township has one"):
        measure(districts, zones, buildings, areas=areas, as_of=AT, by="authority")


def test_disputes_and_days_in_the_bulletin(layers):
    from dataclasses import replace

    disputes = pd.DataFrame({"status": ["settled"] * 62 + ["open", "noise"]})
    made = replace(progress(layers, disputes=disputes), dispute_days=3.4)
    assert made.disputes == {"settled": 62, "open": 1}
    assert bulletin(made, lang="zh").endswith("协商处理有争议边界62处，较要求时间提前3天。")
    assert bulletin(made).endswith("62 disputed borders settled, 3 days ahead of time.")


def test_the_chart_is_a_picture_with_a_row_for_every_township(layers):
    root = ElementTree.fromstring(chart(progress(layers), lang="zh"))
    texts = [e.text for e in root.iter("{http://www.w3.org/2000/svg}text")]
    assert sum(t in tengzhou.NAMES for t in texts) == 21


def test_a_name_with_markup_is_text_in_the_chart(layers):
    areas, districts, zones, buildings, expected = layers
    areas = areas.assign(name="<script>&")
    made = measure(districts, zones, buildings, areas=areas, as_of=AT, expected=expected)
    root = ElementTree.fromstring(chart(made))
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))


def test_expectations_read_chinese_columns_and_name_what_is_wrong(tmp_path):
    file = tmp_path / "expected.csv"
    file.write_text("镇街代码,普查区数,建筑物数,督导组\n370481100,60,1500,第1组\n", "utf-8")
    table = read_expected(file)
    assert table["districts"].tolist() == [60]
    assert table["group"].tolist() == ["第1组"]
    file.write_text("code,districts\n1,2\n", "utf-8")
    with pytest.raises(LayerError, match="no column township_code"):
        read_expected(file)
    file.write_text("township_code,districts\n1,many\n", "utf-8")
    with pytest.raises(LayerError, match="column districts holds a value that is no number"):
        read_expected(file)
