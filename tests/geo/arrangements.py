"""Segments and polygons on a small grid of whole numbers, and their topology by brute force."""

from fractions import Fraction
from itertools import combinations, pairwise

import numpy as np
from hypothesis import strategies as st

#: Places no farther apart than this are one; crossings on the grid are far farther apart.
TOLERANCE = 1e-9

SPOT = st.tuples(st.integers(0, 7), st.integers(0, 7))
SEGMENTS = st.lists(
    st.tuples(SPOT, SPOT).filter(lambda ends: ends[0] != ends[1]), min_size=1, max_size=14
)
TRIANGLES = st.lists(
    st.tuples(SPOT, SPOT, SPOT).filter(lambda corners: _twice_area(*corners) != 0),
    min_size=1,
    max_size=7,
)


def _twice_area(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def as_arrays(segments):
    """Starts and ends of segments."""
    ends = np.array(segments, dtype=float)
    return ends[:, 0], ends[:, 1]


def noded_exactly(segments):
    """The set of pieces between nodes, by exact arithmetic on each pair of segments."""
    on = [{*map(_exact, s)} for s in segments]
    for (i, one), (j, two) in combinations(enumerate(segments), 2):
        for point in _common(one, two):
            on[i].add(point)
            on[j].add(point)
    pieces = set()
    for points in on:
        row = sorted(points)
        pieces |= set(pairwise(row))
    return pieces


def _exact(point):
    return Fraction(point[0]), Fraction(point[1])


def _common(one, two):
    """Where two segments cross or touch; for an overlap its two ends."""
    (ax, ay), (bx, by) = one
    (cx, cy), (dx, dy) = two
    ux, uy, vx, vy = bx - ax, by - ay, dx - cx, dy - cy
    turn = ux * vy - uy * vx
    if turn:
        s = Fraction((cx - ax) * vy - (cy - ay) * vx, turn)
        t = Fraction((cx - ax) * uy - (cy - ay) * ux, turn)
        return [(ax + s * ux, ay + s * uy)] if 0 <= s <= 1 and 0 <= t <= 1 else []
    return [_exact(p) for p in two if _is_on(p, one)] + [_exact(p) for p in one if _is_on(p, two)]


def _is_on(point, segment):
    (ax, ay), (bx, by) = segment
    x, y = point
    flat = (bx - ax) * (y - ay) == (by - ay) * (x - ax)
    return flat and min(ax, bx) <= x <= max(ax, bx) and min(ay, by) <= y <= max(ay, by)
