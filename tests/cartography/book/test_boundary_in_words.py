"""A boundary in words, from street to street, clockwise."""

import numpy as np
import pytest
import shapely

from zoning.cartography.book.boundary_in_words import Tracer, describe_boundary
from zoning.errors import UsageError
from zoning.lang.book_words import Words
from zoning.lang.column_names import column_name

#: Three squares of 100 m side by side; the middle one is described.
ZONES = np.array([shapely.box(x, 0, x + 100, 100) for x in (0, 100, 200)])
#: A street along the north of all, a river along the east of the middle one.
LINES = np.array(
    [shapely.LineString([(-50, 100), (350, 100)]), shapely.LineString([(200, -50), (200, 150)])]
)


def tracer(zones=ZONES, lines=LINES):
    return Tracer(zones, shapely.STRtree(zones), lines, shapely.STRtree(lines), range(len(zones)))


def said(lang="en", row=1, foreign=lambda i: None if i < 0 else "", names=("North St", "Aa")):
    runs = tracer().barriers(row, np.arange(2))
    kinds = ("road", "river")
    return describe_boundary(
        runs, words=Words(lang), feature=lambda i: (kinds[i], names[i]), foreign=foreign,
        number=lambda i: f"{i + 1:03d}",
    )  # fmt: skip


def test_neighbours_are_found_on_the_right_side():
    runs = tracer().neighbours(1)
    assert sorted((r.neighbour, round(r.length_m)) for r in runs) == [
        (-1, 100), (-1, 100), (0, 100), (2, 100)
    ]  # fmt: skip


def test_runs_go_clockwise_from_the_north_west():
    runs = tracer().barriers(1, np.arange(2))
    assert [r.barrier for r in runs] == [0, 1, -1, -1]
    assert tuple(runs[0].line[0]) == (100, 100)
    assert sum(r.length_m for r in runs) == pytest.approx(400)


def test_english():
    assert said() == (
        "From where a line over open ground meets North St in the north-west, clockwise: along "
        "North St east, 100 m; along Aa south, 100 m (beside 003); along the outer border west, "
        "100 m; along a line over open ground north, 100 m (beside 001); back to the start."
    )


def test_chinese():
    text = said("zh", names=("北街", ""))
    assert text.startswith("自西北角无明显地物的界线与北街交汇处起，顺时针：沿北街向东约100米")
    assert "沿无名河流向南约100米（邻003小区）" in text
    assert text.endswith("回到起点。")


def test_another_district_is_named():
    text = said(foreign=lambda i: None if i < 0 else "Upper Town")
    assert "along the border with Upper Town north" in text


def test_a_short_run_is_swallowed():
    bay = shapely.Polygon([(0, 0), (0, 100), (50, 100), (52, 102), (54, 100), (100, 100), (100, 0)])
    zones = np.array([bay])
    street = np.array(
        [shapely.LineString([(0, 100), (49, 100)]), shapely.LineString([(55, 100), (100, 100)])]
    )
    runs = tracer(zones, street).barriers(0, np.array([0, 0]))
    assert [r.barrier >= 0 for r in runs].count(True) == 1
    assert sum(r.length_m for r in runs) == pytest.approx(bay.length)


def test_a_zone_without_lines_has_one_run():
    runs = tracer(ZONES[:1], LINES[:0]).barriers(0, np.zeros(0, int))
    assert len(runs) == 1
    text = describe_boundary(
        runs, words=Words("en"), feature=None, foreign=lambda i: None, number=str
    )  # fmt: skip
    assert text == "Clockwise along the outer border, 400 m."


def test_a_street_that_only_crosses_is_not_followed():
    across = np.array([shapely.LineString([(150, -50), (150, 150)])])
    runs = tracer(ZONES, across).barriers(1, np.array([0]))
    assert all(r.barrier < 0 for r in runs)


def test_holes_and_detached_parts():
    ring = shapely.box(0, 0, 100, 100) - shapely.box(40, 40, 60, 60)
    zone = shapely.union(ring, shapely.box(300, 0, 320, 20))
    zones = np.array([zone, shapely.box(40, 40, 60, 60)])
    made = tracer(zones, LINES[:0])
    assert made.enclaves(0) == [1]
    assert made.parts(0) == 2
    assert made.enclaves(1) == []
    assert sum(r.length_m for r in made.barriers(0, np.zeros(0, int))) == pytest.approx(400)
    assert [r.neighbour for r in made.neighbours(0)].count(1) == 1
    words = Words("en")
    assert words.holes(["002"], 2) == "Without 002 inside it. 1 more detached part, see the map."
    assert Words("zh").holes(["002"], 1) == "其中002小区为飞地，不在本小区内。"


def test_languages():
    with pytest.raises(UsageError, match="fr"):
        Words("fr")
    assert Words("zh")["enumerator"] == "普查员"
    assert column_name("area_m2", "en") == "Area (m²)"
