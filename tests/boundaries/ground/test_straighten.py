"""Free lines pulled tight: straight where nothing is in the way, and only there."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, Point, box

from zoning.boundaries.ground.atoms import Pieces, locate
from zoning.boundaries.ground.noded_lines import Lines, node_lines
from zoning.boundaries.ground.straighten import straighten
from zoning.geo.dissolve import dissolve

SQUARE = box(0, 0, 100, 100)


def _pieces(free, seen=()):
    """A square that lines divide; `free` follow nothing."""
    ring = LineString(SQUARE.exterior.coords)
    lines = np.array([ring, *free, *seen], dtype=object)
    strength = np.array([0.0] + [0.0] * len(free) + [1.0] * len(seen))
    border = np.arange(len(lines)) == 0
    planar, strength, border = node_lines(Lines(lines, strength, border))
    return Pieces(planar, strength, border, np.zeros(planar.n_faces, dtype=np.int64))


def _after(free, houses, seen=(), before=None):
    """Polygons before and after, and what `straighten` gives back."""
    pieces = _pieces(free, seen)
    zone = np.arange(pieces.planar.n_faces)
    place, made = straighten(pieces, zone, np.array(houses, dtype=object), before)
    n = pieces.planar.n_faces
    return dissolve(pieces.planar, zone, n), dissolve(pieces.planar, zone, n, place), made


def _line(made):
    (line,) = made.values()
    return line


ZIGZAG = LineString([(0, 50), (20, 60), (40, 45), (60, 58), (80, 44), (100, 50)])


def test_open_ground_is_crossed_in_a_straight_line():
    _, _, made = _after([ZIGZAG], [])
    assert _line(made).equals(LineString([(0, 50), (100, 50)]))


def test_a_house_stays_on_its_side_two_metres_off():
    house = box(35, 46, 65, 56)
    _, after, made = _after([LineString([(0, 50), (20, 80), (80, 80), (100, 50)])], [house])
    line = _line(made)
    assert 1.99 < line.distance(house) < 3.0
    assert line.length < 105
    below = after[locate(after, np.array([Point(50, 1)]))[0]]
    assert below.contains(house)


def test_a_gap_that_is_narrower_stays_halfway():
    houses = [box(30, 50.5, 70, 70), box(30, 30, 70, 49.5)]
    _, _, made = _after([LineString([(0, 40), (20, 50), (80, 50), (100, 60)])], houses)
    line = _line(made)
    assert min(line.distance(h) for h in houses) > 0.45


def test_a_point_house_is_no_less_a_house():
    house = Point(50, 55)
    _, after, made = _after([LineString([(0, 50), (50, 70), (100, 50)])], [house])
    assert _line(made).distance(house) > 1.99
    assert after[locate(after, np.array([Point(50, 1)]))[0]].contains(house)


def test_a_line_along_a_shared_wall_loses_its_teeth():
    houses = [box(30, 50, 70, 70), box(30, 30, 70, 50)]
    teeth = [(x, 50 + 0.003 * (-1) ** x) for x in range(30, 71)]
    _, _, made = _after([LineString([(0, 50), *teeth, (100, 50)])], houses)
    assert shapely.get_num_points(_line(made)) < 8


def test_what_people_see_does_not_move():
    before, after, made = _after([], [], seen=[ZIGZAG])
    assert made == {}
    assert shapely.equals(before, after).all()


def test_an_earlier_line_stays_while_nothing_is_in_its_way():
    _, _, first = _after([ZIGZAG], [])
    key = next(iter(first))
    wish = {key: LineString([(0, 50), (40, 51), (100, 50)])}
    _, _, kept = _after([ZIGZAG], [], before=wish)
    assert kept[key].equals(wish[key])
    road = LineString([(30, 100), (40, 47), (50, 100)])
    _, _, fresh = _after([ZIGZAG], [], seen=[road], before=wish)
    assert not fresh[key].crosses(road)


@pytest.mark.parametrize("closed", [box(30, 30, 70, 70), Point(50, 50).buffer(20)])
def test_a_closed_line_stays_around_its_house(closed):
    house = box(45, 45, 55, 55)
    _, after, _ = _after([LineString(closed.exterior.coords)], [house])
    home = after[locate(after, np.array([Point(50, 50)]))[0]]
    assert home.contains(house)
    assert home.area < 5000


@pytest.mark.slow
@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.data())
def test_zones_stay_a_coverage_and_houses_where_they_were(data):
    """Stacked wavy lines with houses between them."""
    heights = st.integers(-9, 9)
    free, houses = [], []
    for base in (25, 50, 75):
        wave = [(x, base + data.draw(heights)) for x in range(10, 100, 10)]
        free.append(LineString([(0, base), *wave, (100, base)]))
    lines = shapely.union_all(free)
    for x in range(4, 100, 12):
        y = data.draw(st.integers(3, 92))
        house = box(x, y, x + 5, y + 5)
        if not house.intersects(lines):
            houses.append(house)
    before, after, _ = _after(free, houses)
    assert shapely.is_valid(after).all()
    assert shapely.coverage_is_valid(after)
    assert shapely.area(after).sum() == pytest.approx(1e4)
    middle = shapely.centroid(np.array(houses, dtype=object))
    assert (locate(before, middle) == locate(after, middle)).all()
    lines = shapely.union_all(shapely.boundary(after))
    assert not any(lines.crosses(h) for h in houses)
    assert shapely.length(shapely.boundary(after)).sum() <= (
        shapely.length(shapely.boundary(before)).sum() + 1e-9
    )
