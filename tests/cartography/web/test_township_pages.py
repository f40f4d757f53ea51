"""The index page: text as text, links that stay in their folder, no wider than a phone."""

import re

import geopandas as gpd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from zoning.cartography.web.township_pages import index_page, page_name


@settings(max_examples=80)
@given(st.text(min_size=1))
def test_a_page_name_stays_in_its_folder(code):
    name = page_name(code)
    assert "/" not in name
    assert "\\" not in name
    assert name.endswith(".html")
    assert name.isascii()


def page(town, **changes):
    rows = [
        {"code": "990112001", "name": "<script>alert(1)</script>", "persons": 1240},
        {"code": "990112002", "name": "x" * 200, "persons": None},
    ]
    options = {"title": "T <b>", "lang": "en", "notice": "<i>n</i>", "made": "2026-11-21"}
    towns = town.areas.assign(name=[r["name"] for r in rows])
    return index_page(towns, rows, ["name", "persons"], **{**options, **changes})


def test_text_from_data_is_text(town):
    text = page(town)
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert "<i>n</i>" not in text
    assert "1,240" in text


def test_the_picture_links_each_township_once_and_the_table_once(town):
    assert page(town).count('href="990112001.html"') == 2


def test_names_in_the_picture_stand_clear_of_each_other(town):
    boxes = [shapely.box(x, 0, x + 60, 900) for x in range(0, 3600, 60)]
    names = [f"第{i}街道办事处" for i in range(60)]
    towns = gpd.GeoDataFrame(
        {"area_code": [f"{i:03d}" for i in range(60)], "name": names}, geometry=boxes, crs=4545
    )
    rows = [{"code": c, "name": n} for c, n in zip(towns["area_code"], names, strict=True)]
    text = index_page(towns, rows, ["name"], title="T", lang="zh")
    placed = re.findall(r'<text x="(\d+)" y="(\d+)">([^<]*)</text>', text)
    assert 4 < len(placed) < 60
    assert all(name.endswith("街道") for *_, name in placed)
    half = [sum(9 if c > "z" else 5 for c in n) for *_, n in placed]
    boxes = [
        shapely.box(int(x) - h, int(y) - 16, int(x) + h, int(y))
        for (x, y, _), h in zip(placed, half, strict=True)
    ]
    first, second = shapely.STRtree(boxes).query(boxes, predicate="overlaps")
    assert len(first) == 0 == len(second)
    assert all(f"<title>{n}</title>" in text for n in names)


def test_chinese(town):
    assert "人数" in page(town, lang="zh")


@pytest.mark.browser
def test_on_a_phone_nothing_is_wider_than_the_screen(town, browser, tmp_path):
    path = tmp_path / "index.html"
    path.write_text(page(town), "utf-8")
    browser.open(path, width=390, height=800)
    assert browser.run("return document.documentElement.scrollWidth") <= 390
    assert browser.run("return document.querySelectorAll('svg path').length") == 2
    assert browser.others(path) == []
    assert browser.errors == []
