"""Segments noded, against exact arithmetic on every pair and against GEOS."""

from itertools import pairwise
from random import Random

import numpy as np
import pytest
import shapely
from geo.arrangements import SEGMENTS, TOLERANCE, TRIANGLES, as_arrays, noded_exactly
from hypothesis import given, settings
from hypothesis import strategies as st

from zoning.geo.noding import cut, distinct_pairs, node


def as_set(nodes, pieces):
    """Pieces by the rounded places of their ends."""
    ends = np.round(nodes[pieces], 6) + 0.0
    return {tuple(sorted(map(tuple, two))) for two in ends.tolist()}


@settings(deadline=None)
@given(SEGMENTS)
def test_pieces_are_those_of_exact_arithmetic(segments):
    noded = node(*as_arrays(segments), TOLERANCE)
    wanted = noded_exactly(segments)
    assert len(noded.pieces) == len(wanted)
    rounded = {
        tuple(sorted((round(float(x), 6) + 0.0, round(float(y), 6) + 0.0) for x, y in piece))
        for piece in wanted
    }
    assert as_set(noded.nodes, noded.pieces) == rounded


@settings(deadline=None)
@given(SEGMENTS)
def test_pieces_are_those_of_geos(segments):
    noded = node(*as_arrays(segments), TOLERANCE)
    merged = shapely.union_all(shapely.linestrings(segments))
    lines = shapely.linestrings(noded.nodes[noded.pieces])
    assert lines.size >= len(shapely.get_parts(merged))
    assert shapely.length(lines).sum() == pytest.approx(merged.length, abs=1e-9)
    assert shapely.hausdorff_distance(shapely.multilinestrings(lines), merged) < 1e-9


@settings(deadline=None)
@given(SEGMENTS)
def test_each_segment_is_the_sum_of_its_pieces(segments):
    start, end = as_arrays(segments)
    noded = node(start, end, TOLERANCE)
    way = np.diff(noded.nodes[noded.pieces], axis=1)[:, 0][noded.piece] * noded.sign[:, None]
    total = np.column_stack(
        [np.bincount(noded.segment, way[:, i], minlength=len(start)) for i in (0, 1)]
    )
    assert total == pytest.approx(end - start, abs=1e-9)
    assert (np.diff(noded.segment) >= 0).all()


@settings(deadline=None)
@given(SEGMENTS, st.integers(0, 2**32 - 1))
def test_order_and_direction_of_segments_change_no_digit(segments, seed):
    random = Random(seed)
    one = node(*as_arrays(segments), TOLERANCE)
    turned = [s[:: random.choice((1, -1))] for s in segments]
    random.shuffle(turned)
    two = node(*as_arrays(turned), TOLERANCE)
    assert np.array_equal(one.nodes, two.nodes)
    assert np.array_equal(one.pieces, two.pieces)


@pytest.mark.parametrize("far", [0.0, 437_500.0])
@settings(deadline=None)
@given(TRIANGLES)
def test_a_ring_drawn_twice_a_hair_apart_is_one(far, triangles):
    ring = np.array([*triangles[0], triangles[0][0]], dtype=float) + far
    off = 0.4 * TOLERANCE
    start, end = np.vstack([ring[:-1], ring[:-1] + off]), np.vstack([ring[1:], ring[1:] + off])
    noded = node(start, end, TOLERANCE)
    assert len(noded.pieces) == len(np.unique(noded.pieces)) == 3
    assert np.bincount(noded.piece).tolist() == [2, 2, 2]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=25))
def test_distinct_pairs(ends):
    ends = np.array(ends, dtype=np.int64).reshape(-1, 2)
    pairs, which, sign = distinct_pairs(ends, 6)
    wanted = sorted({tuple(sorted(two)) for two in ends.tolist() if two[0] != two[1]})
    assert list(map(tuple, pairs.tolist())) == wanted
    for two, at, way in zip(ends.tolist(), which.tolist(), sign.tolist(), strict=True):
        if two[0] == two[1]:
            assert at == -1
        else:
            assert pairs[at][::way].tolist() == two


@settings(deadline=None)
@given(st.lists(st.integers(0, 4), min_size=1, max_size=9))
def test_cutting_puts_nodes_in_their_order(counts):
    first = 2 * len(counts)
    ends = np.arange(first).reshape(-1, 2)
    into = np.repeat(np.arange(len(counts)), counts)
    parts, origin = cut(ends, into, first + np.arange(len(into)))
    wanted, put = [], first
    for row, count in enumerate(counts):
        way = [2 * row, *range(put, put + count), 2 * row + 1]
        wanted += [(a, b, row) for a, b in pairwise(way)]
        put += count
    assert list(zip(*parts.T.tolist(), origin.tolist(), strict=True)) == wanted
