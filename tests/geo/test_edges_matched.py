"""Edges of polygons and which of them are shared, against pairs compared one by one."""

from random import Random

import numpy as np
import pytest
import shapely
from geo.arrangements import SEGMENTS, TOLERANCE, as_arrays
from hypothesis import given, settings
from hypothesis import strategies as st

from zoning.geo import edges as library
from zoning.geo.dissolve import dissolve
from zoning.geo.edges import edges_of, join_lines, pairing, places_of, segments_of, unmatched
from zoning.geo.noding import node
from zoning.geo.planar import trace_faces

BORDER = [((0, 0), (7, 0)), ((7, 0), (7, 7)), ((7, 7), (0, 7)), ((0, 7), (0, 0))]


CASES = st.tuples(SEGMENTS, st.integers(0, 2**32 - 1))


def polygons(case):
    """Polygons and multipolygons, with holes, that meet vertex by vertex or not at all."""
    segments, random = case[0], Random(case[1])
    noded = node(*as_arrays(segments + BORDER), TOLERANCE)
    found = trace_faces(noded.nodes, noded.pieces)
    label = np.array([random.randrange(-1, 4) for _ in range(found.n_faces)], dtype=np.int64)
    made = dissolve(found, label, 4)
    return np.array([shapely.reverse(g) if random.random() < 0.5 else g for g in made])


def as_tuples(edges):
    return list(zip(map(tuple, edges.start.tolist()), map(tuple, edges.end.tolist()), strict=True))


@settings(deadline=None, max_examples=50)
@given(CASES)
def test_edges_have_the_land_on_their_left(case):
    shapes = polygons(case)
    edges = edges_of(shapes)
    cross = edges.start[:, 0] * edges.end[:, 1] - edges.end[:, 0] * edges.start[:, 1]
    sums = np.bincount(edges.owner, cross / 2, minlength=len(shapes))
    there = ~shapely.is_missing(shapes)
    assert sums[there] == pytest.approx(shapely.area(shapes[there]), abs=1e-9)
    assert (sums[~there] == 0).all()
    assert edges.lengths.sum() == pytest.approx(np.nansum(shapely.length(shapes)), abs=1e-9)


@settings(deadline=None, max_examples=50)
@given(CASES)
def test_some_rows_are_those_of_all(case):
    shapes = polygons(case)
    every, some = edges_of(shapes), edges_of(shapes, np.array([1, 3]))
    wanted = every.take(np.isin(every.owner, [1, 3]))
    assert as_tuples(some) == as_tuples(wanted)
    assert some.owner.tolist() == wanted.owner.tolist()


@settings(deadline=None, max_examples=50)
@given(CASES)
def test_edges_of_oriented_polygons_keep_the_order_of_their_vertices(case):
    shapes = polygons(case)
    shapes = shapely.orient_polygons(shapes[~shapely.is_missing(shapes)])
    rings = shapely.get_rings(shapely.get_parts(shapes))
    assert as_tuples(edges_of(shapes)) == as_tuples(segments_of(rings))


@pytest.mark.parametrize("collide", [False, True], ids=["hash", "all hashes alike"])
@settings(deadline=None, max_examples=50)
@given(case=CASES, doubled=st.booleans())
def test_pairs_are_those_that_brute_force_finds(collide, case, doubled):
    shapes = polygons(case)
    shapes = np.concatenate([shapes, shapes[:1]]) if doubled else shapes
    edges = edges_of(shapes)
    with pytest.MonkeyPatch.context() as patch:
        if collide:
            patch.setattr(library, "hash_points", lambda p: np.zeros(len(p), np.uint64))
        places, twin = places_of(edges), pairing(edges)
    both = as_tuples(edges)
    here = [[k for k, other in enumerate(both) if set(other) == set(e)] for e in both]
    wanted = [
        sum(same) - i if len(same) == 2 and both[same[0]] != both[same[1]] else -1
        for i, same in enumerate(here)
    ]
    assert twin.tolist() == wanted
    groups = np.split(places.order, places.first[1:]) if len(both) else []
    assert sorted(sorted(g.tolist()) for g in groups) == sorted(map(list, {*map(tuple, here)}))
    for group, turned in zip(groups, np.split(places.turned, places.first[1:]), strict=False):
        assert turned.tolist() == [both[k] != both[group[0]] for k in group]


@settings(deadline=None, max_examples=50)
@given(CASES, st.permutations(range(4)))
def test_order_of_rows_is_irrelevant(case, order):
    shapes = polygons(case)
    one, two = unmatched(edges_of(shapes)), unmatched(edges_of(shapes[order]))
    mine = sorted(zip(as_tuples(one), one.owner.tolist(), strict=True))
    theirs = sorted(zip(as_tuples(two), np.array(order)[two.owner].tolist(), strict=True))
    assert mine == theirs


@settings(deadline=None, max_examples=50)
@given(CASES)
def test_unmatched_edges_are_the_border_of_the_union_of_geos(case):
    shapes = polygons(case)
    shapes = shapes[~shapely.is_missing(shapes)]
    if not len(shapes):
        return
    border = shapely.boundary(shapely.coverage_union_all(shapes))
    edges = unmatched(edges_of(shapes))
    line = join_lines(edges.lines)
    assert line.length == pytest.approx(border.length, abs=1e-9)
    if len(edges):
        assert shapely.hausdorff_distance(line, border) < 1e-9


def test_segments_of_lines_keep_the_line_of_each():
    lines = [shapely.LineString([(0, 0), (1, 0), (1, 2)]), shapely.LineString([(5, 5), (6, 6)])]
    found = segments_of(lines)
    assert as_tuples(found) == [((0, 0), (1, 0)), ((1, 0), (1, 2)), ((5, 5), (6, 6))]
    assert found.owner.tolist() == [0, 0, 1]
    assert shapely.to_wkt(found.lines[2]) == "LINESTRING (5 5, 6 6)"


def test_what_is_no_polygon_has_no_edges():
    shapes = [None, shapely.Polygon(), shapely.box(0, 0, 1, 1)]
    assert edges_of(shapes).owner.tolist() == [2] * 4
    assert len(edges_of([])) == len(edges_of([None])) == 0
    assert len(pairing(edges_of([None]))) == 0
    assert len(edges_of([None]).lines) == 0
