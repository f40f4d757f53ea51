"""Faces, counts over them and polygons made of them, against GEOS and Euler's formula."""

from random import Random

import numpy as np
import pytest
import shapely
from geo.arrangements import SEGMENTS, SPOT, TOLERANCE, TRIANGLES, as_arrays
from hypothesis import given, settings
from hypothesis import strategies as st

from zoning.geo.dissolve import dissolve, face_polygons
from zoning.geo.edges import edges_of
from zoning.geo.noding import node
from zoning.geo.planar import found_in, spread, trace_faces, without_dangles


def arranged(segments):
    noded = node(*as_arrays(segments), TOLERANCE)
    return trace_faces(noded.nodes, noded.pieces)


def shares(geometry):
    return np.sort(shapely.area(geometry))


@settings(deadline=None)
@given(SEGMENTS)
def test_faces_are_those_of_polygonize(segments):
    found = arranged(segments)
    lines = shapely.linestrings(found.xy[found.ends])
    wanted = shapely.get_parts(shapely.polygonize(lines))
    assert np.sort(found.area) == pytest.approx(shares(wanted), abs=1e-9)


@settings(deadline=None)
@given(SEGMENTS)
def test_eulers_formula(segments):
    found = arranged(segments)
    part = {int(v): {int(v)} for v in np.unique(found.ends)}
    for a, b in found.ends.tolist():
        if part[a] is not part[b]:
            part[a] |= part[b]
            for v in part[b]:
                part[v] = part[a]
    parts = len({id(p) for p in part.values()})
    assert len(part) - len(found.ends) + found.n_faces + 1 == 1 + parts


@settings(deadline=None)
@given(SEGMENTS)
def test_polygons_of_faces_are_valid_and_fill_them(segments):
    found = arranged(segments)
    shapes = face_polygons(found, np.arange(found.n_faces))
    assert shapely.is_valid(shapes).all()
    assert shapely.area(shapes) == pytest.approx(found.area, abs=1e-9)
    assert shapely.union_all(shapes).area == pytest.approx(found.area.sum(), abs=1e-9)
    edges = edges_of(shapes)
    cross = edges.start[:, 0] * edges.end[:, 1] - edges.end[:, 0] * edges.start[:, 1]
    sums = np.bincount(edges.owner, cross / 2, minlength=len(shapes))
    assert sums == pytest.approx(found.area, abs=1e-9)


@settings(deadline=None)
@given(SEGMENTS, st.integers(0, 2**32 - 1))
def test_dissolved_faces_are_those_of_a_coverage_union(segments, seed):
    random = Random(seed)
    found = arranged(segments)
    label = np.array([random.randrange(-1, 3) for _ in range(found.n_faces)], dtype=np.int64)
    shapes = face_polygons(found, np.arange(found.n_faces))
    for k, made in enumerate(dissolve(found, label, 3)):
        mine = shapes[label == k]
        if not len(mine):
            assert made is None
            continue
        wanted = shapely.coverage_union_all(mine)
        assert made.is_valid
        assert made.area == pytest.approx(wanted.area, abs=1e-9)
        assert shapely.symmetric_difference(made, wanted, grid_size=1e-7).area < 1e-6


@settings(deadline=None)
@given(TRIANGLES)
def test_counts_over_faces_are_the_triangles_that_hold_them(triangles):
    shapes = shapely.polygons([(*t, t[0]) for t in triangles])
    edges = edges_of(shapes)
    noded = node(edges.start, edges.end, TOLERANCE)
    found = trace_faces(noded.nodes, noded.pieces)
    half = 2 * noded.piece + (noded.sign < 0)
    on = np.bincount(half, minlength=len(found.face))
    delta = (on - on[np.arange(len(on)) ^ 1])[:, None]
    inside = shapely.point_on_surface(face_polygons(found, np.arange(found.n_faces)))
    wanted = shapely.contains(shapes[:, None], inside[None, :]).sum(axis=0)
    assert spread(found, delta)[:, 0].tolist() == wanted.tolist()


def test_counts_reach_islands_within_islands():
    rings = [shapely.box(k, k, 20 - k, 20 - k) for k in range(0, 9, 2)]
    edges = edges_of(np.array(rings))
    noded = node(edges.start, edges.end, TOLERANCE)
    found = trace_faces(noded.nodes, noded.pieces)
    delta = np.zeros((len(found.face), 1), dtype=np.int64)
    half = 2 * noded.piece + (noded.sign < 0)
    delta[half], delta[half ^ 1] = 1, -1
    by_area = np.argsort(-found.area)
    assert found.area[by_area].tolist() == [144.0, 112.0, 80.0, 48.0, 16.0]
    assert spread(found, delta)[by_area, 0].tolist() == [1, 2, 3, 4, 5]


@settings(deadline=None)
@given(SEGMENTS)
def test_dangles_are_taken_away_until_none_is_left(segments):
    noded = node(*as_arrays(segments), TOLERANCE)
    left = list(range(len(noded.pieces)))
    while True:
        degree = np.bincount(noded.pieces[left].ravel(), minlength=len(noded.nodes))
        kept = [k for k in left if (degree[noded.pieces[k]] > 1).all()]
        if kept == left:
            break
        left = kept
    alive = without_dangles(len(noded.nodes), noded.pieces)
    assert np.flatnonzero(alive).tolist() == left


@settings(deadline=None)
@given(st.lists(SPOT, max_size=12), st.lists(SPOT, max_size=12))
def test_points_are_found_in_a_table(points, table):
    wanted = [table.index(p) if p in table else -1 for p in points]
    as_array = [np.array(some, dtype=float).reshape(-1, 2) for some in (points, table)]
    assert found_in(*as_array).tolist() == wanted
