"""Numbers that can be walked: complete, stable once printed, short."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, Point, box

from zoning.buildings import number_buildings
from zoning.buildings.distances import Walking
from zoning.buildings.rounds import entry_points, plan_rounds, walk
from zoning.buildings.streets import build_streets, neighbours_clockwise
from zoning.buildings.walks import improve_walks, nearest_neighbour, tour_length
from zoning.errors import LayerError

CRS = "EPSG:2056"


def zones(*boxes):
    codes = [f"z{i}" for i in range(len(boxes))]
    return gpd.GeoDataFrame({"zone_code": codes}, geometry=list(boxes), crs=CRS)


def points(*xy):
    ids = [f"b{i:03d}" for i in range(len(xy))]
    return gpd.GeoDataFrame({"building_id": ids}, geometry=[Point(p) for p in xy], crs=CRS)


def streets(*lines, rank=1):
    frame = {"kind": "road", "rank": rank, "barrier_id": [str(i) for i in range(len(lines))]}
    return gpd.GeoDataFrame(frame, geometry=[LineString(c) for c in lines], crs=CRS)


def in_order(layer):
    return layer.sort_values("number")["building_id"].tolist()


def issue(**numbers):
    rows = [("number", "z0", holder, n) for holder, n in numbers.items()]
    return pd.DataFrame(rows, columns=["kind", "code", "holder", "number"])


def test_one_side_of_a_street_before_the_other():
    # A street of 300 m entered from the west; houses face each other every 30 m.
    houses = [(30 * i + 15, y) for y in (10, -10) for i in range(10)]
    out = number_buildings(
        points(*houses), zones(box(0, -60, 330, 60)), barriers=streets([(0, 0), (320, 0)])
    )
    side = np.sign(out.sort_values("number").geometry.y)
    assert (np.diff(side) != 0).sum() == 1


def test_the_entry_that_maps_show_is_where_the_round_begins():
    layer = points((15, 10), (90, 10), (60, -10)).assign(zone_code="z0")
    ground, road = zones(box(0, -60, 100, 60)), streets([(-5, 0), (100, 0)])
    rounds = plan_rounds(layer, ground, road)
    (begin,) = rounds.stops.xy[rounds.building < 0]
    assert entry_points(layer, ground, road)["z0"].tolist() == begin.tolist()
    assert entry_points(layer, ground, None) == {}


def test_where_crossing_is_free_houses_that_face_each_other_follow_each_other():
    layer = points(*[(30 * i + 15, y) for y in (10, -10) for i in range(6)])
    layer["zone_code"] = "z0"
    rule = Walking(crossing_m=0.0)
    rounds = plan_rounds(layer, zones(box(0, -60, 330, 60)), streets([(0, 0), (200, 0)]), rule)
    m = rounds.matrix(0)
    rows = {b: i for i, b in enumerate(rounds.building)}
    assert m[rows[0], rows[6]] == 20.0
    assert m[rows[0], rows[1]] == 50.0


def test_distances_round_a_block_and_across():
    # Two houses on the north side, one on the south side of a street; a junction between.
    layer = points((10, 5), (90, 5), (10, -5))
    layer["zone_code"] = "z0"
    network = streets([(0, 0), (100, 0)], [(50, 0), (50, 100)])
    rounds = plan_rounds(layer, zones(box(0, -50, 100, 100)), network)
    m, row = rounds.matrix(0), {b: i for i, b in enumerate(rounds.building)}
    # 80 m along, 5 m to each door, and the side street is crossed once.
    assert m[row[0], row[1]] == pytest.approx(80 + 10 + 20)
    assert m[row[0], row[2]] == pytest.approx(10 + 20)
    assert (m == m.T).all()


def test_parts_that_no_street_connects_are_a_straight_line_with_a_detour_apart():
    layer = points((10, 5), (10, 505))
    layer["zone_code"] = "z0"
    network = streets([(0, 0), (100, 0)], [(0, 500), (100, 500)])
    rounds = plan_rounds(layer, zones(box(0, -50, 100, 600)), network)
    row = {b: i for i, b in enumerate(rounds.building)}
    assert rounds.matrix(0)[row[0], row[1]] == pytest.approx(1.3 * 500)


def test_corners_of_a_crossing_and_of_a_blind_alley():
    network = build_streets(streets([(-10, 0), (10, 0)], [(0, -10), (0, 10)]))
    assert len(network) == 4
    half = np.arange(8)
    ring = neighbours_clockwise(network, half, np.zeros(8, dtype=int))
    at_cross = [h for h in half if tuple(network.xy[h]) == (0, 0)]
    assert sorted(ring[at_cross]) == sorted(at_cross)
    assert all(ring[h] == h for h in half if h not in at_cross)
    for h in at_cross:
        turn = network.angle[h] - network.angle[ring[h]]
        assert np.isclose(turn % (2 * np.pi), np.pi / 2)


def test_a_zone_without_a_street_is_walked_in_a_serpentine():
    grid = [(30 * i, 100 - 50 * k) for k in range(3) for i in range(4)]
    out = number_buildings(points(*grid), zones(box(-10, -10, 110, 110)))
    assert in_order(out) == [f"b{i:03d}" for i in [0, 1, 2, 3, 7, 6, 5, 4, 8, 9, 10, 11]]


def test_numbers_start_at_one_in_every_zone_and_are_null_outside():
    layer = points((10, 10), (20, 10), (110, 10), (500, 10))
    out = number_buildings(layer, zones(box(0, 0, 100, 100), box(100, 0, 200, 100)))
    assert out["zone_code"].tolist()[:3] == ["z0", "z0", "z1"]
    assert sorted(out["number"].dropna()) == [1, 1, 2]
    assert out["number"].isna().tolist() == [False, False, False, True]
    assert str(out["number"].dtype) == "Int64"


def test_a_decided_zone_is_kept():
    layer = points((10, 10), (20, 10)).assign(zone_code=["z1", None])
    out = number_buildings(layer, zones(box(0, 0, 100, 100), box(100, 0, 200, 100)))
    assert out["zone_code"].tolist()[0] == "z1"
    assert out["number"].isna().tolist() == [False, True]


def test_printed_numbers_stand_and_new_buildings_take_the_next_free_ones():
    layer = points((10, 10), (20, 10), (30, 10), (40, 10))
    issued = issue(b001=1, b003=2, gone=5)
    out = number_buildings(layer, zones(box(0, 0, 100, 100)), issued=issued)
    assert out["number"].tolist() == [6, 1, 7, 2]


def test_a_building_that_moved_to_another_zone_does_not_take_its_number_along():
    layer = points((110, 10)).assign(building_id="b001")
    issued = issue(b001=9)
    out = number_buildings(layer, zones(box(0, 0, 100, 100), box(100, 0, 200, 100)), issued=issued)
    assert out["number"].tolist() == [1]


def test_a_layer_without_ids_is_refused():
    with pytest.raises(LayerError, match="no column building_id"):
        number_buildings(points((1, 1)).drop(columns="building_id"), zones(box(0, 0, 9, 9)))


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=25),
    st.randoms(use_true_random=False),
)
def test_the_order_of_rows_does_not_matter(places, random):
    layer = points(*[(10 * x + 3, 10 * y + 3) for x, y in places])
    area = zones(box(-1, -1, 155, 400), box(155, -1, 400, 400))
    network = streets([(0, 100), (300, 100)], [(150, 0), (150, 300)], [(0, 200), (300, 210)])
    out = number_buildings(layer, area, barriers=network)
    order = list(range(len(layer)))
    random.shuffle(order)
    mixed = number_buildings(layer.iloc[order], area.iloc[::-1], barriers=network.iloc[::-1])
    assert out["number"].equals(mixed.sort_index()["number"])
    for _, zone in out.groupby("zone_code"):
        assert sorted(zone["number"]) == list(range(1, len(zone) + 1))


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 12), st.integers(0, 10**6))
def test_improved_rounds_visit_everything_and_are_no_longer(m, seed):
    xy = np.random.default_rng(seed).random((3, m, 2)) * 1000
    matrix = np.hypot(*(xy[:, :, None] - xy[:, None]).transpose(3, 0, 1, 2))
    start = nearest_neighbour(matrix)
    tour = improve_walks(matrix, start)
    assert (np.sort(tour, axis=1) == np.arange(m)).all()
    assert (tour[:, 0] == 0).all()
    assert (tour_length(matrix, tour) <= tour_length(matrix, start) + 1e-6).all()


def test_rounds_of_five_stops_are_the_shortest_there_are():
    from itertools import permutations

    xy = np.random.default_rng(3).random((40, 6, 2)) * 1000
    matrix = np.hypot(*(xy[:, :, None] - xy[:, None]).transpose(3, 0, 1, 2))
    every = np.array([(0, *p) for p in permutations(range(1, 6))])
    best = [min(tour_length(np.repeat(m[None], len(every), 0), every)) for m in matrix]
    found = tour_length(matrix, improve_walks(matrix, nearest_neighbour(matrix)))
    assert found.sum() <= 1.01 * sum(best)


def test_the_walk_returns_a_rank_for_every_building():
    layer = points((10, 5), (90, 5), (10, -5)).assign(zone_code="z0")
    rounds = plan_rounds(layer, zones(box(0, -50, 100, 100)), streets([(0, 0), (100, 0)]))
    position = walk(rounds)
    assert position[rounds.building < 0].tolist() == [-1]
    assert sorted(position[rounds.building >= 0]) == [0, 1, 2]


def plain_distances(places, lines):
    """Metres along a street graph without sides, told from scratch: Floyd on its junctions."""
    from shapely import get_parts, multilinestrings, node

    pieces = get_parts(node(multilinestrings([LineString(c) for c in lines])))
    ends = [(tuple(p.coords[0]), tuple(p.coords[-1])) for p in pieces]
    names = sorted({e for pair in ends for e in pair})
    far = {a: {b: 0.0 if a == b else np.inf for b in names} for a in names}
    for (a, b), piece in zip(ends, pieces, strict=True):
        far[a][b] = far[b][a] = min(far[a][b], piece.length)
    for k in names:
        for a in names:
            for b in names:
                far[a][b] = min(far[a][b], far[a][k] + far[k][b])
    out = np.zeros((len(places), len(places)))
    near = [min(range(len(pieces)), key=lambda e, p=p: pieces[e].distance(p)) for p in places]
    for i, p in enumerate(places):
        for j, q in enumerate(places):
            s, t = pieces[near[i]], pieces[near[j]]
            u, v = s.project(p), t.project(q)
            ways = [abs(u - v)] if near[i] == near[j] else []
            for a, out_a in zip(ends[near[i]], (u, s.length - u), strict=True):
                for b, in_b in zip(ends[near[j]], (v, t.length - v), strict=True):
                    ways.append(out_a + far[a][b] + in_b)
            out[i, j] = min(ways) + s.distance(p) + t.distance(q) if i != j else 0.0
    return out


def test_distances_agree_with_a_plain_street_graph_where_crossing_is_free():
    lines = [
        [(0, 0), (300, 10)], [(0, 100), (300, 110)], [(20, -20), (30, 200)],
        [(150, -20), (160, 60), (140, 120)], [(280, 0), (290, 150)], [(30, 180), (160, 190)],
        [(160, 190), (140, 115)],
    ]  # fmt: skip
    rng = np.random.default_rng(5)
    places = np.round(rng.uniform((5, -15), (295, 195), (14, 2)), 1)
    layer = points(*places.tolist()).assign(zone_code="z0")
    area = zones(box(-50, -50, 350, 250))
    rounds = plan_rounds(layer, area, streets(*lines), Walking(crossing_m=0.0))
    rows = np.argsort(rounds.building)[1:]
    mine = rounds.matrix(0)[np.ix_(rows, rows)]
    assert np.abs(mine - plain_distances([Point(p) for p in places], lines)).max() < 0.01


def test_a_crossing_never_shortens_a_walk_and_costs_at_most_what_it_says():
    layer = points((10, 5), (90, 5), (10, -5), (90, -5), (55, 60)).assign(zone_code="z0")
    network = streets([(0, 0), (100, 0)], [(50, 0), (50, 100)])
    area = zones(box(0, -50, 100, 120))
    free, dear = (
        plan_rounds(layer, area, network, Walking(crossing_m=c)).matrix(0) for c in (0.0, 20.0)
    )
    assert (dear >= free - 1e-9).all()
    assert (dear <= free + 2 * 20.0 + 1e-9).all()
