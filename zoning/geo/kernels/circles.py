"""Kernel for the largest circle inside a polygon.

Sums and quotients stand in the order of `zoning.validate.coverage.widths`, whose arrays give
the same bits.
"""

from __future__ import annotations

try:
    import cython
except ImportError:
    from zoning.geo.kernels import plain as cython

import numpy as np

from zoning.geo.kernels.door import real, real_room, whole

__all__ = ["largest_circles"]


@cython.final
@cython.cclass
class _Edges:
    """Edges shape by shape, with the interior on the left, and the normals that point there."""

    first: cython.longlong[::1]
    x: cython.double[::1]
    y: cython.double[::1]
    far_x: cython.double[::1]
    far_y: cython.double[::1]
    nx: cython.double[::1]
    ny: cython.double[::1]

    def __init__(self, edges):
        n = len(edges.x)
        self.first = whole("first", np.append(edges.first, n))
        self.x, self.y = real("x", edges.x), real("y", edges.y, n)
        self.far_x, self.far_y = real("far_x", edges.far_x, n), real("far_y", edges.far_y, n)
        self.nx, self.ny = real("nx", edges.nx, n), real("ny", edges.ny, n)


def largest_circles(edges, tried, steps, golden):
    """Radius of the largest circle inside each shape.

    Parameters
    ----------
    edges : object
        Columns `x`, `y` to `far_x`, `far_y`, with the normals `nx`, `ny`; and `first`, where
        each shape begins among them.
    tried : array of int, shape (shapes,)
        Places in which each edge is tried.
    steps : int
        How often the best place is narrowed down by golden section.
    golden : float
        The golden ratio, below 1.

    Returns
    -------
    array of float, shape (shapes,)
    """
    columns: _Edges = _Edges(edges)
    samples: cython.longlong[::1] = whole("tried", tried, len(edges.first))
    out: cython.double[::1] = real_room(len(tried))
    times: cython.longlong = steps
    share: cython.double = golden
    with cython.nogil:
        for k in range(len(samples)):
            out[k] = _largest(columns, k, samples[k], times, share)
    return np.array(out)


@cython.cfunc
@cython.nogil
def _largest(
    c: _Edges, k: cython.longlong, samples: cython.longlong, steps: cython.longlong,
    golden: cython.double,
) -> cython.double:  # fmt: skip
    best = -1.7976931348623157e308
    edge = c.first[k]
    at = 0.0
    for e in range(c.first[k], c.first[k + 1]):
        for s in range(samples):
            share = (s + 0.5) / samples
            radius = _ball(c, k, e, share)
            if radius > best:
                best = radius
                edge = e
                at = share
    low = at - 0.5 / samples
    high = at + 0.5 / samples
    one = high - golden * (high - low)
    two = low + golden * (high - low)
    f_one = _ball(c, k, edge, one)
    f_two = _ball(c, k, edge, two)
    best = max(best, f_one, f_two)
    for _ in range(steps):
        if f_one > f_two:
            high = two
            two = one
            f_two = f_one
            one = high - golden * (high - low)
            f_one = _ball(c, k, edge, one)
            best = max(best, f_one)
        else:
            low = one
            one = two
            f_one = f_two
            two = low + golden * (high - low)
            f_two = _ball(c, k, edge, two)
            best = max(best, f_two)
    return best


@cython.cfunc
@cython.nogil
def _ball(c: _Edges, k: cython.longlong, edge: cython.longlong, at: cython.double) -> cython.double:
    """Radius at which a circle that grows from a place of an edge inwards meets another."""
    px = c.x[edge] + at * (c.far_x[edge] - c.x[edge])
    py = c.y[edge] + at * (c.far_y[edge] - c.y[edge])
    ax = c.nx[edge]
    ay = c.ny[edge]
    radius = 1.7976931348623157e308
    for other in range(c.first[k], c.first[k + 1]):
        mx = c.nx[other]
        my = c.ny[other]
        tx = c.x[other] - px
        ty = c.y[other] - py
        sx = c.far_x[other] - px
        sy = c.far_y[other] - py
        depth = -(mx * tx + my * ty)
        turn = 1 - (mx * ax + my * ay)
        if depth > 0 and turn != 0:
            line = depth / turn
            foot = line * (my * ax - mx * ay)
            # The edge runs along (my, -mx); where the circle would touch it must lie on it.
            if foot > my * tx - mx * ty and foot < my * sx - mx * sy and line < radius:
                radius = line
        ahead = 2 * (ax * tx + ay * ty)
        if ahead > 0:
            one = (tx * tx + ty * ty) / ahead
            if one < radius:
                radius = one
        ahead = 2 * (ax * sx + ay * sy)
        if ahead > 0:
            two = (sx * sx + sy * sy) / ahead
            if two < radius:
                radius = two
    return radius
