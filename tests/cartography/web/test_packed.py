"""Packed layers: what the page reads is what was written, within the grid."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.packed_reader import ints, read
from zoning.cartography.web.packed import PackedLayer, blob, decode_ints, encode_ints, grid_step

WIDE = st.integers(-(2**52), 2**52)


@settings(max_examples=60)
@given(st.lists(WIDE))
def test_numbers_come_back(values):
    assert decode_ints(encode_ints(values)).tolist() == values


def test_bytes_are_those_that_the_page_reads():
    # 0, -1, 1, -2, 63, -64, 64: zigzag 0, 1, 2, 3, 126, 127, 128.
    assert encode_ints([0, -1, 1, -2, 63, -64, 64]).hex() == "000102037e7f8001"


@pytest.mark.parametrize("latitude", [0.0, 29.7, 47.1, -60.0])
def test_grid_step_is_at_most_a_quarter_metre_on_the_ground(latitude):
    y = 6378137.0 * np.arctanh(np.sin(np.radians(latitude)))
    step = grid_step((0.0, y, 1.0, y), 0.25)
    assert step * np.cos(np.radians(latitude)) == pytest.approx(0.25, rel=1e-9)


def test_rings_of_a_polygon_with_a_hole_and_of_two_parts():
    holed = shapely.Polygon(
        [(0, 0), (10, 0), (10, 10), (0, 10)], [[(4, 4), (6, 4), (6, 6), (4, 6)]]
    )
    two = shapely.MultiPolygon([shapely.box(20, 0, 21, 1), shapely.box(30, 0, 31, 1)])
    geometry = np.array([holed, None, two, shapely.Point(5, 5)], dtype=object)
    layer = PackedLayer("x", geometry, 4)
    header, sections = read(blob([layer], origin=(0, 0), step=0.5))["x"]
    part = header["geometry"]
    assert ints(part["shape"], sections).tolist() == [3, 0, 3, 1]
    assert ints(part["rings"], sections).tolist() == [2, 0, 2, 1]
    # No closing vertex.
    assert ints(part["vertices"], sections).tolist() == [4, 4, 4, 4, 1]
    x, y = ints(part["x"], sections), ints(part["y"], sections)
    assert sorted(zip(x[:4], y[:4])) == [(0, 0), (0, 20), (20, 0), (20, 20)]
    # Outer ring one way, hole the other.
    area = [signed(x[a:b], y[a:b]) for a, b in ((0, 4), (4, 8))]
    assert area == [400 * 1.0, -16 * 1.0]


def signed(x, y):
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) / 2)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.floats(-1e5, 1e5), st.floats(-1e5, 1e5)), min_size=1, max_size=20),
    st.sampled_from([0.05, 0.25, 0.3]),
)
def test_no_point_moves_more_than_half_the_diagonal_of_the_grid(points, step):
    geometry = shapely.points(points)
    layer = PackedLayer("x", geometry, len(points))
    header, sections = read(blob([layer], origin=(-1e5, -1e5), step=step))["x"]
    part = header["geometry"]
    back = np.c_[ints(part["x"], sections), ints(part["y"], sections)] * step - 1e5
    moved = np.hypot(*(back - np.array(points)).T)
    assert moved.max() <= step * np.sqrt(0.5) + 1e-6


def test_a_sliver_smaller_than_the_grid_keeps_three_vertices():
    geometry = np.array([shapely.Polygon([(0, 0), (0.01, 0), (0, 0.01)])])
    header, sections = read(blob([PackedLayer("x", geometry, 1)], origin=(0, 0), step=0.25))["x"]
    assert ints(header["geometry"]["vertices"], sections).tolist() == [3]


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (["500112001001001", "500112001001010", "500112001002001"], "code"),
        (["b001", "b010", None], "text"),
        (["<b>", "${x}", "a\nb"], "text"),
        ([None, None], "null"),
    ],
)
def test_texts_come_back(texts, kind):
    layer = PackedLayer("x", None, len(texts))
    layer.add_text("c", texts)
    header, sections = read(blob([layer], origin=(0, 0), step=1))["x"]
    column = header["columns"][0]
    assert column["kind"] == kind
    if kind == "code":
        stem, tail = ints(column["stem"], sections), ints(column["tail"], sections)
        back = [
            column["stems"][s][0] + str(t).zfill(column["stems"][s][1]) for s, t in zip(stem, tail)
        ]
        assert back == texts
    if kind == "text":
        assert sections[column["section"]].decode().split("\x00") == [t or "" for t in texts]


def test_nulls_are_not_zero():
    layer = PackedLayer("x", None, 4)
    layer.add_ints("c", [0, None, 7, float("nan")])
    header, sections = read(blob([layer], origin=(0, 0), step=1))["x"]
    column = header["columns"][0]
    null = np.unpackbits(np.frombuffer(sections[column["nulls"]], np.uint8), bitorder="little")
    assert null[:4].tolist() == [0, 1, 0, 1]
    assert ints(column, sections)[[0, 2]].tolist() == [0, 7]


def test_same_layers_same_bytes():
    def make():
        layer = PackedLayer("x", np.array([shapely.box(0, 0, 3, 3)]), 1)
        layer.add_enum("e", ["road"])
        return blob([layer], origin=(0, 0), step=0.25)

    assert make() == make()
