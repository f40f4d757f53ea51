"""Sites of buildings: small neighbours on one piece of ground, walls with little between them."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from zoning.boundaries.ground.sites import Walls, near_pairs, share_ground


def houses(*corners, size=8.0):
    return np.array([shapely.box(x, y, x + size, y + size) for x, y in corners])


def shared(geometry, load, cell=None, most=1.0):
    walls = Walls.of(geometry, 12.0)
    cell = np.zeros(len(geometry), dtype=int) if cell is None else np.array(cell)
    return share_ground(walls, np.arange(len(geometry)), cell, np.array(load), most).tolist()


def test_nearest_small_neighbours_share_until_they_hold_enough():
    row = houses((0, 0), (10, 0), (21, 0), (33, 0))
    assert shared(row, [0.4, 0.4, 0.4, 0.4]) == [0, 0, 2, 2]
    assert shared(row, [0.3, 0.3, 0.3, 0.3]) == [0, 0, 0, 3]


def test_large_far_and_foreign_buildings_share_nothing():
    row = houses((0, 0), (10, 0), (60, 0))
    assert shared(row, [1.0, 0.1, 0.1]) == [0, 1, 2]
    assert shared(row, [0.1, 0.1, 0.1]) == [0, 0, 2]
    assert shared(row, [0.1, 0.1, 0.1], cell=[0, 1, 1]) == [0, 1, 2]
    assert shared(row, [np.inf, 0.1, 0.1]) == [0, 1, 2]


def test_buildings_that_are_one_already_count_together():
    row = houses((0, 0), (4, 0), (14, 0))
    _, first = near_pairs(row, np.zeros(3, dtype=int))
    assert first.tolist() == [0, 0, 2]
    walls = Walls.of(row, 12.0)
    load = np.array([0.4, 0.4, 0.1])
    assert share_ground(walls, first, np.zeros(3, dtype=int), load, 1.0).tolist() == [0, 0, 0]
    assert share_ground(walls, first, np.zeros(3, dtype=int), load, 0.85).tolist() == [0, 0, 2]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 8), st.integers(0, 8), st.floats(0, 1.2)), min_size=1, max_size=25
    )
)
def test_no_group_holds_more_than_allowed(town):
    spots = {(x, y): load for x, y, load in town}
    row = houses(*((12 * x, 12 * y) for x, y in spots))
    load = np.array(list(spots.values()), dtype=float)
    part = np.array(shared(row, load), dtype=int)
    held = np.bincount(part, weights=load, minlength=len(load))
    members = np.bincount(part, minlength=len(load))
    assert (held[members > 1] <= 1.0 + 1e-9).all()
    assert (part[part] == part).all()
    assert (part <= np.arange(len(part))).all()


def test_walls_know_inside_from_outside_and_courtyards():
    court = shapely.Polygon(
        shapely.box(0, 0, 20, 20).exterior, [shapely.box(8, 8, 12, 12).exterior]
    )
    point = shapely.Point(40, 40)
    walls = Walls.of(np.array([court, point]), 100.0)
    points, owner = walls.sites()
    assert owner.tolist() == [0] * 8 + [1]
    inner = shapely.points(points[:8])
    assert shapely.contains_properly(court, inner).all()
    away = shapely.distance(inner, court.boundary)
    assert ((away > 0.3) & (away < 0.5)).all()
    start, rows = walls.rows()
    assert start.tolist() == [0, 8, 8]
    assert len(rows) == 8
