"""The parts of the coverage engine: matching, noding, faces, widths."""

import numpy as np
import pytest
import shapely
from shapely import box

from zoning.errors import FaultError
from zoning.geo import edges
from zoning.geo.dissolve import face_polygons
from zoning.geo.noding import node
from zoning.geo.planar import spread, trace_faces
from zoning.validate.coverage.arrangement import match_edges
from zoning.validate.coverage.engine import find_patches
from zoning.validate.coverage.widths import inscribed_widths

SQUARES = np.array([box(0, 0, 1, 1), box(1, 0, 2, 1)])


def test_edges_have_the_interior_on_the_left_whatever_the_ring_order():
    ring = shapely.Polygon(box(0, 0, 9, 9).exterior.coords, [box(3, 3, 6, 6).exterior.coords])
    for shape in (ring, shapely.reverse(ring)):
        found = edges.edges_of(np.array([shape]), np.array([0]))
        cross = found.start[:, 0] * found.end[:, 1] - found.end[:, 0] * found.start[:, 1]
        assert cross.sum() / 2 == 81 - 9


def test_repeated_vertices_make_no_edge():
    shape = shapely.Polygon([(0, 0), (1, 0), (1, 0), (1, 1), (0, 1)])
    assert len(edges.edges_of(np.array([shape]), np.array([0]))) == 4


def test_minus_zero_is_zero():
    left = shapely.Polygon([(-1, -0.0), (-0.0, 0.0), (0.0, 1), (-1, 1)])
    assert len(find_patches([left, box(0, 0, 1, 1)], within=[box(-1, 0, 1, 1)])) == 0


def test_shared_edge_is_one_place_that_fits():
    found = edges.edges_of(SQUARES, np.arange(2))
    matched = match_edges(found, found.take([]), 2)
    assert len(matched.places.first) == 7
    assert matched.fits.sum() == 1
    assert sorted(matched.places.count.tolist()) == [1] * 6 + [2]


def test_collisions_of_hashes_cost_time_only(monkeypatch):
    zones = [box(0, 0, 9, 10), box(10, 0, 20, 10), box(0, 10, 20, 20)]
    wanted = find_patches(zones, within=[box(0, 0, 20, 20)]).frame
    monkeypatch.setattr(edges, "hash_points", lambda p: np.zeros(len(p), np.uint64))
    found = find_patches(zones, within=[box(0, 0, 20, 20)]).frame
    assert found["zones"].tolist() == wanted["zones"].tolist()
    assert found["area_m2"].tolist() == wanted["area_m2"].tolist()


def segments(*lines):
    ends = np.array(lines, dtype=float)
    return ends[:, :2], ends[:, 2:]


def test_crossing_segments_share_a_node():
    noded = node(*segments((0, 0, 2, 2), (0, 2, 2, 0)), 1e-9)
    assert len(noded.pieces) == 4
    assert [1.0, 1.0] in noded.nodes.tolist()
    assert sorted(noded.segment.tolist()) == [0, 0, 1, 1]


def test_vertex_on_a_segment_cuts_it():
    noded = node(*segments((0, 0, 2, 0), (1, 0, 1, 5)), 1e-9)
    assert len(noded.pieces) == 3


def test_collinear_segments_share_their_middle_both_ways():
    noded = node(*segments((0, 0, 2, 0), (3, 0, 1, 0)), 1e-9)
    assert len(noded.pieces) == 3
    shared = [p for p in range(3) if (noded.piece == p).sum() == 2]
    assert sorted(noded.sign[noded.piece == shared[0]].tolist()) == [-1, 1]


def test_places_within_the_tolerance_are_one():
    noded = node(*segments((0, 0, 1, 1), (1 + 1e-10, 1, 2, 0)), 1e-9)
    used = np.unique(noded.pieces)
    assert sorted(noded.nodes[used].tolist()) == [[0, 0], [1, 1], [2, 0]]


def test_three_lines_through_one_point_meet_in_one_node():
    noded = node(*segments((-1, 0, 1, 0), (0, -1, 0, 1), (-1, -1, 1, 1)), 1e-9)
    assert len(noded.pieces) == 6
    assert len(np.unique(noded.pieces)) == 7


def test_faces_of_a_square_with_an_island():
    lines = [*square(0, 9), *square(3, 6)]
    noded = node(*segments(*lines), 1e-9)
    faces = trace_faces(noded.nodes, noded.pieces)
    areas = [p.area for p in face_polygons(faces, np.arange(faces.n_faces))]
    assert sorted(areas) == [9.0, 72.0]


def square(low, high):
    return [
        (low, low, high, low),
        (high, low, high, high),
        (high, high, low, high),
        (low, high, low, low),
    ]


def test_counts_spread_into_islands():
    noded = node(*segments(*square(0, 9), *square(3, 6)), 1e-9)
    faces = trace_faces(noded.nodes, noded.pieces)
    delta = np.zeros((2 * len(noded.pieces), 1), dtype=np.int64)
    left = 2 * noded.piece + (noded.sign < 0)
    delta[left] += 1
    delta[left ^ 1] -= 1
    counts = spread(faces, delta)[:, 0]
    assert sorted(counts.tolist()) == [1, 2]


@pytest.mark.parametrize(
    ("shape", "width"),
    [
        (box(0, 0, 10, 1), 1.0),
        (box(0, 0, 1000, 0.002), 0.002),
        (shapely.Polygon([(0, 0), (4, 0), (0, 3)]), 2.0),
        (shapely.Point(0, 0).buffer(5, quad_segs=64), 10.0),
        (shapely.difference(box(0, 0, 9, 9), box(2, 2, 9, 9)), 4 * (2 - np.sqrt(2))),
        (shapely.union(box(0, 0, 100, 0.001), box(40, 0, 41, 1)), 1.0),
        (shapely.MultiPolygon([box(0, 0, 1, 9), box(5, 0, 8, 9)]), 3.0),
    ],
)
def test_width_is_that_of_the_largest_circle_inside(shape, width):
    shapes = np.array([shape])
    got = inscribed_widths(shapes, shapely.area(shapes), shapely.length(shapes))[0]
    assert got == pytest.approx(width, rel=0.012)


def test_width_of_very_many_patches_stays_between_its_bounds():
    rng = np.random.default_rng(0)
    low = rng.uniform(0, 1000, (6000, 2))
    shapes = shapely.box(*low.T, *(low + rng.uniform(0.001, 10, (6000, 2))).T)
    side = np.array([min(s.bounds[2] - s.bounds[0], s.bounds[3] - s.bounds[1]) for s in shapes])
    got = inscribed_widths(shapes, shapely.area(shapes), shapely.length(shapes))
    assert (got <= side * 1.0001).all()
    assert (got >= side * 0.5).all()
    assert np.mean(got >= side * 0.9) > 0.9


def test_contradicting_faces_are_a_fault_and_no_answer(monkeypatch):
    def wrong(faces, delta):
        return np.zeros((len(faces.area), delta.shape[1]), dtype=np.int64)

    monkeypatch.setattr("zoning.validate.coverage.arrangement.spread", wrong)
    with pytest.raises(FaultError, match="contradict"):
        find_patches([box(0, 0, 1, 1)], within=[box(0, 0, 2, 1)])
