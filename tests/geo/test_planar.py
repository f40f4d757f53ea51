"""Faces of a plane of segments."""

from __future__ import annotations

import numpy as np
import pytest

from zoning.geo.planar import trace_faces


def ring(n, start):
    at = np.arange(n) + start
    return np.column_stack([at, np.roll(at, -1)])


@pytest.mark.parametrize("middle", [(403031.37, 3338105.18), (-12.0, 7.0)])
def test_a_face_of_square_micrometres_keeps_its_sign_far_from_the_origin(middle):
    unit = np.array([(0, 0), (1, 0), (1, 1), (0, 1)], dtype=float)
    xy = np.vstack([unit * 2e-5 + middle, unit * 1e5 + middle + 10.0, unit * 3e-5 - 4e4 + middle])
    ends = np.vstack([ring(4, start) for start in (0, 4, 8)])
    found = trace_faces(xy, ends)
    assert found.n_faces == 3
    assert sorted(found.area) == pytest.approx([4e-10, 9e-10, 1e10], rel=1e-2)
    assert (found.face.reshape(-1, 2).max(axis=1) >= 0).all()


def test_an_island_is_taken_off_the_face_around_it():
    unit = np.array([(0, 0), (1, 0), (1, 1), (0, 1)], dtype=float)
    xy = np.vstack([unit * 10, unit * 2 + 3, unit * 4 + 20])
    found = trace_faces(xy, np.vstack([ring(4, start) for start in (0, 4, 8)]))
    assert sorted(found.area) == pytest.approx([4.0, 16.0, 96.0])
    outside = found.face.reshape(-1, 2)[8:]
    assert (outside.min(axis=1) == -1).all()
