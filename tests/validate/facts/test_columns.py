"""What is computed by column says the same as what is told one by one."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, Polygon, box

from tests.fixtures.four_zones import CRS, X0, Y0, zones
from zoning.fieldwork.fingerprints import page_fingerprints
from zoning.geo.grouping import groups, order_of
from zoning.model.codes import is_well_formed, number_of, parent_of
from zoning.model.profile import CodeRules, load_profile
from zoning.validate.check import make_context
from zoning.validate.core.context import Context
from zoning.validate.facts.code_parts import zone_codes
from zoning.validate.facts.shapes import ring_shapes
from zoning.validate.facts.visible import inner_and_visible

CODES = st.one_of(st.none(), st.text(alphabet="0019aZ.-_ \u4e00\u0663/\0", min_size=1, max_size=9))


@pytest.mark.slow
@given(st.lists(CODES, max_size=30), st.sampled_from([None, 3, 4]))
def test_codes_taken_apart_by_column(codes, district_length):
    rules = CodeRules(zone_digits=3, district_length=district_length)
    frame = pd.DataFrame({"zone_code": pd.Series(codes, dtype=object)})
    profile = replace(load_profile("un"), codes=rules)
    parts = zone_codes(Context(layers={"zones": frame}, profile=profile))
    for i, code in enumerate(codes):
        if code is None:
            assert (parts.parent[i], parts.number[i], parts.well_formed[i]) == (None, -1, False)
            continue
        number = number_of(code, rules)
        assert parts.parent[i] == parent_of(code, rules)
        assert parts.number[i] == (-1 if number is None else number)
        assert parts.well_formed[i] == is_well_formed(code, rules)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 3)), max_size=40))
def test_order_by_counting_is_a_stable_sort(pairs):
    keys = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    assert order_of(keys[:, 0], 7).tolist() == np.argsort(keys[:, 0], kind="stable").tolist()
    both = order_of(keys[:, 0], 7, (keys[:, 1], 4))
    assert both.tolist() == np.lexsort((keys[:, 1], keys[:, 0])).tolist()
    order, first = groups(keys[:, 0], 7)
    count, first = np.diff(first), first[:-1]
    assert order.tolist() == order_of(keys[:, 0], 7).tolist()
    assert count.sum() == len(keys)
    assert (np.sort(keys[:, 0])[first[count > 0]] == np.flatnonzero(count)).all()


def test_text_is_trimmed_alike_in_every_kind_of_column():
    raw = [" 7001001001", "7001001002\u3000", "", None]
    for dtype in ("str", "object"):
        frame = zones(zone_code=pd.Series(raw, dtype=dtype))
        context = make_context({"zones": frame}, load_profile("un"))
        assert context["zones"]["zone_code"].tolist() == ["7001001001", "7001001002", None, None]
    numbers = zones(zone_code=[7001001001.0, 7001001002.0, np.nan, 3.0])
    context = make_context({"zones": numbers}, load_profile("un"))
    assert context["zones"]["zone_code"].tolist() == ["7001001001", "7001001002", None, "3"]


def test_the_part_of_a_border_near_a_barrier():
    # 1.5 m beside the lower half of the border that runs north.
    street = LineString([(X0 + 101.5, Y0), (X0 + 101.5, Y0 + 100)])
    barriers = gpd.GeoDataFrame({"barrier_id": ["b"]}, geometry=[street], crs=CRS)
    context = make_context({"zones": zones(), "barriers": barriers}, load_profile("un"))
    inner, visible = inner_and_visible(context)
    assert inner.tolist() == [200, 200, 200, 200]
    # The street's tip is near the first five metres of the border to the north as well.
    assert visible.tolist() == [100, 105, 0, 5]


def test_corners_of_a_multipolygon_and_a_hole():
    spike = Polygon([(0, 0), (10, 0), (10, 10), (5, 10), (5, 60), (4.99, 10), (0, 10)])
    hole = [(2, 2), (2, 2), (4, 2), (4, 4), (2, 4)]
    shapes = np.array([box(20, 0, 30, 10).union(box(40, 0, 50, 10)), spike, Polygon(
        [(0, 0), (9, 0), (9, 9), (0, 9)], [hole])])  # fmt: skip
    found = ring_shapes(shapes, np.array([0, 1, 2]), 0.001)
    assert found.spikes[:, :3].tolist() == [[1, 5, 60]]
    assert found.repeated.tolist() == [[2, 2, 2]]
    assert 2 in found.turned.tolist()


def test_a_page_lists_buildings_by_number_whatever_the_order_of_rows():
    frame = zones().assign(kind=None, part=None)
    listed = pd.DataFrame(
        {
            "building_id": ["c", "a", "b", "d"],
            "zone_code": ["7001001001", "7001001001", "7001001001", None],
            "number": pd.array([2, 1, 1, None], dtype="Int64"),
        }
    )
    prints = page_fingerprints(frame, listed)
    assert prints.equals(page_fingerprints(frame, listed.iloc[[3, 2, 1, 0]]))
    other = listed.assign(number=pd.array([1, 2, 1, None], dtype="Int64"))
    changed = prints != page_fingerprints(frame, other)
    assert changed.tolist() == [True, False, False, False]
