"""Places of texts: never on each other, never lost, along their lines."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.label_judge import overlaps
from zoning.cartography.page.label_places import (
    CELL,
    PageGround,
    PlacedLabel,
    place_beside,
    place_numbers,
)
from zoning.cartography.page.line_names import along_line, key_spot, resample


def width_of(text, size):
    return 0.2 * size * len(text)


def test_a_box_is_taken_once():
    ground = PageGround(10, 10, 50, 50)
    assert ground.free(20, 20, 25, 22)
    ground.take(20, 20, 25, 22)
    assert not ground.free(24.9, 21.9, 27, 25)
    assert ground.free(25.0, 20, 27, 22)


def test_outside_the_frame_nothing_is_free():
    ground = PageGround(10, 10, 50, 50)
    assert not ground.free(9.9, 20, 12, 22)
    assert not ground.free(58, 20, 60.1, 22)
    assert not ground.points_free(np.array([[9.95, 20.0]]))


def test_ink_is_where_the_line_is():
    ground = PageGround(0, 0, 20, 20)
    ground.draw(np.array([[0.0, 10.1], [20.0, 10.1]]), [0], 2)
    assert ground.darkness(5, 9, 6, 11) == 2 * round(1 / CELL)
    assert ground.darkness(5, 12, 6, 14) == 0


def test_two_lines_are_not_joined():
    ground = PageGround(0, 0, 20, 20)
    lines = np.array([[1.0, 1], [5, 1], [1, 15], [5, 15]])
    ground.draw(lines, np.array([0, 2]))
    assert ground.darkness(0, 3, 20, 13) == 0


def test_the_right_side_is_preferred():
    ground = PageGround(0, 0, 40, 40)
    x, y = place_beside(ground, 20, 20, 4, 2, gap=1.0)
    assert (x, y) == (23, 20)
    ground.take(21, 19, 25, 21)
    x, y = place_beside(ground, 20, 20, 4, 2, gap=1.0)
    assert (x, y) == (20, 18)  # above


def test_full_ground_has_no_place():
    ground = PageGround(0, 0, 10, 10)
    ground.take(0, 0, 10, 10)
    assert place_beside(ground, 5, 5, 2, 1) is None


def test_numbers_stand_on_large_buildings_and_beside_small_ones():
    ground = PageGround(0, 0, 60, 60)
    points = np.array([[20.0, 20.0], [40.0, 40.0]])
    labels, left = place_numbers(
        ground, points, ["1", "2"], (7.0,), solid=np.array([0.0, 0.65]), width_of=width_of
    )
    assert not left
    assert (labels[0].x, labels[0].y) == (20, 20)
    assert labels[1].x > 40.65


def test_a_crowd_gets_leader_lines():
    ground = PageGround(0, 0, 60, 60)
    points = np.full((12, 2), 30.0)
    texts = [str(i) for i in range(12)]
    labels, left = place_numbers(
        ground, points, texts, (7.0,), solid=np.zeros(12), width_of=width_of, reach=30
    )
    assert not left
    assert sorted(a.text for a in labels) == sorted(texts)
    assert all(a.leader == (30.0, 30.0) for a in labels if abs(a.x - 30) + abs(a.y - 30) > 6)
    assert overlaps(labels) == []


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.floats(1, 59), st.floats(1, 59)), min_size=1, max_size=40))
def test_no_number_is_lost_and_none_overlap(points):
    ground = PageGround(0, 0, 60, 60)
    texts = [str(i + 1) for i in range(len(points))]
    labels, left = place_numbers(
        ground, np.array(points), texts, (7.0, 6.0), solid=np.zeros(len(points)),
        width_of=width_of, reach=60,
    )  # fmt: skip
    assert sorted([a.owner for a in labels] + left) == list(range(len(points)))
    assert overlaps(labels) == []
    for label in labels:
        low, high = label.corners().min(axis=0), label.corners().max(axis=0)
        assert (low >= -1e-9).all()
        assert (high <= 60 + 1e-9).all()


def test_overlaps_are_seen():
    one = PlacedLabel("1", "number", 10, 10, 4, 2, 7, owner=0)
    two = PlacedLabel("2", "number", 12, 10.5, 4, 2, 7, owner=1)
    turned = PlacedLabel("x", "street", 10, 14, 4, 2, 7, angle=0.8, owner=2)
    assert overlaps([one, two, turned]) == [("1", "2")]


def street(*points):
    return resample(np.array(points, float))


def test_resample_keeps_the_line():
    line = street((0, 0), (10, 0), (10, 10))
    assert np.allclose(np.hypot(*np.diff(line, axis=0).T), 0.5)
    assert shapely.LineString(line).length == pytest.approx(19.5, abs=0.01)


def test_a_name_lies_on_its_straight_street():
    ground = PageGround(0, 0, 100, 100)
    labels = along_line(
        ground, street((10, 50), (90, 50)), "Main Street", kind="street", sizes=(7.0,),
        width_of=width_of, owner=1,
    )  # fmt: skip
    assert len(labels) == 1
    assert labels[0].angle == 0
    assert (labels[0].x, labels[0].y) == pytest.approx((50, 50), abs=0.6)


@pytest.mark.parametrize("end", [(10, 80), (80, 10), (10, 20), (30, 90)])
def test_a_name_reads_from_the_left_or_from_below(end):
    for a, b in (((50, 50), end), (end, (50, 50))):
        labels = along_line(
            PageGround(0, 0, 100, 100), street(a, b), "Lane", kind="street", sizes=(7.0,),
            width_of=width_of, owner=1,
        )  # fmt: skip
        assert np.cos(labels[0].angle) >= -1e-9


def test_a_bent_river_carries_its_name_letter_by_letter():
    turn = np.linspace(0, np.pi, 80)
    line = resample(np.column_stack([50 + 18 * np.cos(turn), 50 + 18 * np.sin(turn)]))
    labels = along_line(
        PageGround(0, 0, 100, 100), line, "Meander", kind="water", sizes=(9.0,), width_of=width_of,
        owner=1,
    )  # fmt: skip
    assert "".join(a.text for a in labels) == "Meander"
    spots = shapely.points([(a.x, a.y) for a in labels])
    assert shapely.distance(spots, shapely.LineString(line)).max() < 1.0


def test_a_street_too_short_has_no_name():
    ground = PageGround(0, 0, 100, 100)
    short = street((10, 50), (14, 50))
    assert along_line(
        ground, short, "A very long name", kind="street", sizes=(7.0,), width_of=width_of, owner=1
    ) == []  # fmt: skip
    assert key_spot(ground, street((10, 50), (30, 50))) is not None


def test_a_second_name_keeps_off_the_first():
    ground = PageGround(0, 0, 100, 100)
    labels = []
    for owner, line in enumerate(([(10, 50), (90, 50)], [(50, 10), (50, 90)])):
        labels += along_line(
            ground, street(*line), "Crossing Road", kind="street", sizes=(8.0,),
            width_of=width_of, owner=owner,
        )  # fmt: skip
    assert len({a.owner for a in labels}) == 2
    assert overlaps(labels) == []
