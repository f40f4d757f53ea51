"""Kernel that pulls lines tight.

A chain is a line between two fixed ends. Each of its points in turn is taken out, or moved
towards the straight line between its neighbours, as long as no wall lies in the triangle that
is passed over and the line comes no nearer to any wall than the wall's `clear` (or than it was
before). The number of turns never grows: what lies inside a bend bends less.
"""

from __future__ import annotations

try:
    import cython
except ImportError:
    from zoning.geo.kernels import plain as cython

import numpy as np

from zoning.geo.kernels.door import real, total, whole, whole_room

if not cython.compiled:
    from math import sqrt

__all__ = ["Chains"]


@cython.final
@cython.cclass
class Chains:
    """Lines that are pulled tight, one after another, and what stands in their way.

    Parameters
    ----------
    xy : array of float, shape (points, 2)
        Points chain by chain; they move.
    start : array of int, shape (chains + 1,)
        Where each chain begins.
    wall, wall_from : array of float, shape (n, 6); array of int, shape (chains + 1,)
        Walls around each chain: two ends, how near a line may come, and 1 where the wall may
        share an end with a line.
    near, near_from : array of int, shape (n,); array of int, shape (chains + 1,)
        Chains, itself among them, that may be in a chain's way.
    """

    n: cython.longlong
    xy: cython.double[::1]
    start: cython.longlong[::1]
    after: cython.longlong[::1]
    wall: cython.double[::1]
    wall_from: cython.longlong[::1]
    near: cython.longlong[::1]
    near_from: cython.longlong[::1]
    # The move that is looked at: the line a-v-b becomes a-w-b. Its box, without w.
    ax: cython.double
    ay: cython.double
    vx: cython.double
    vy: cython.double
    bx: cython.double
    by: cython.double
    wx: cython.double
    wy: cython.double
    west: cython.double
    east: cython.double
    south: cython.double
    north: cython.double

    def __init__(self, xy, start, wall, wall_from, near, near_from):
        self.n = len(start) - 1
        points = total(start)
        self.xy = real("xy", xy, 2 * points, out=True)
        self.start = whole("start", start)
        self.wall_from = whole("wall_from", wall_from, len(start))
        self.wall = real("wall", wall, 6 * total(wall_from))
        self.near_from = whole("near_from", near_from, len(start))
        self.near = whole("near", near, total(near_from))
        # From point to point, -1 at the end; -2 marks a point that was left out.
        after = np.arange(1, points + 1)
        after[start[1:] - 1] = -1
        self.after = whole("after", after)

    def tighten(self, passes, settled):
        """Pull all tight, each so many times at most.

        Parameters
        ----------
        passes : int
        settled : array of int, shape (chains,)
            1 for chains that stay.

        Returns
        -------
        array of int, shape (points,)
            The points that are left in the order of the chain, from its start on, and -1 for
            the others.
        """
        most: cython.longlong = passes
        stays: cython.longlong[::1] = whole("settled", settled, self.n)
        line: cython.longlong[::1] = whole_room(len(self.after), -1)
        with cython.nogil:
            for k in range(self.n):
                for _ in range(most * (1 - stays[k])):
                    if _pull(self, k) == 0 and _cut_corners(self, k) == 0:
                        break
            _list_points(self, line)
        return np.array(line)


@cython.cfunc
@cython.nogil
def _pull(c: Chains, k: cython.longlong) -> cython.longlong:
    """Each point of a chain goes or moves once; whether one did."""
    changed = 0
    a = c.start[k]
    v = c.after[a]
    while v >= 0 and c.after[v] >= 0:
        b = c.after[v]
        ax = c.xy[2 * a]
        ay = c.xy[2 * a + 1]
        bx = c.xy[2 * b]
        by = c.xy[2 * b + 1]
        _look_at(c, a, v, b)
        free = _free(c, k, a, v, 0.5 * (ax + bx), 0.5 * (ay + by))
        if free == 1 and not (ax == bx and ay == by):
            c.after[a] = b
            c.after[v] = -2
            changed = 1
        else:
            if _nearer(c, k, a, v) == 1:
                changed = 1
            a = v
        v = b
    return changed


@cython.cfunc
@cython.nogil
def _nearer(
    c: Chains, k: cython.longlong, a: cython.longlong, v: cython.longlong
) -> cython.longlong:
    """Move a point towards the straight line between its neighbours, as far as it goes."""
    dx = c.bx - c.ax
    dy = c.by - c.ay
    span = dx * dx + dy * dy
    t = 0.5
    if span > 0.0:
        t = ((c.vx - c.ax) * dx + (c.vy - c.ay) * dy) / span
        if t < 0.1:
            t = 0.1
        if t > 0.9:
            t = 0.9
    mx = c.ax + t * dx - c.vx
    my = c.ay + t * dy - c.vy
    share = 0.9
    for _ in range(5):
        if share * share * (mx * mx + my * my) < 0.0025:
            break
        wx = c.vx + share * mx
        wy = c.vy + share * my
        if _free(c, k, a, v, wx, wy) == 1:
            c.xy[2 * v] = wx
            c.xy[2 * v + 1] = wy
            return 1
        share *= 0.5
    return 0


@cython.cfunc
@cython.nogil
def _cut_corners(c: Chains, k: cython.longlong) -> cython.longlong:
    """Put two points for one where that makes a chain much shorter; returns how often.

    Only points that were left out before are used again.
    """
    cuts = 0
    spare = c.start[k]
    a = c.start[k]
    v = c.after[a]
    while c.after[v] >= 0:
        b = c.after[v]
        while spare < c.start[k + 1] and c.after[spare] != -2:
            spare += 1
        if spare == c.start[k + 1]:
            break
        if _cut_corner(c, k, a, v, spare) == 1:
            cuts += 1
            a = spare
        else:
            a = v
        v = b
    return cuts


@cython.cfunc
@cython.nogil
def _cut_corner(
    c: Chains, k: cython.longlong, a: cython.longlong, v: cython.longlong, spare: cython.longlong
) -> cython.longlong:
    """Two points for `v`, the second of them `spare`, if that can be."""
    b = c.after[v]
    vx = c.xy[2 * v]
    vy = c.xy[2 * v + 1]
    share = 0.5
    for _ in range(3):
        px = share * (c.xy[2 * a] - vx)
        py = share * (c.xy[2 * a + 1] - vy)
        qx = share * (c.xy[2 * b] - vx)
        qy = share * (c.xy[2 * b + 1] - vy)
        saved = sqrt(px * px + py * py) + sqrt(qx * qx + qy * qy)
        saved -= sqrt((px - qx) * (px - qx) + (py - qy) * (py - qy))
        if saved < 1.0:
            break
        # With the spare point on the way to b, point v may go to its place before it.
        c.xy[2 * spare] = vx + qx
        c.xy[2 * spare + 1] = vy + qy
        c.after[spare] = b
        c.after[v] = spare
        _look_at(c, a, v, spare)
        if _free(c, k, a, v, vx + px, vy + py) == 1:
            c.xy[2 * v] = vx + px
            c.xy[2 * v + 1] = vy + py
            return 1
        c.after[v] = b
        c.after[spare] = -2
        share *= 0.5
    return 0


@cython.cfunc
@cython.nogil
def _list_points(c: Chains, line: cython.longlong[::1]) -> cython.longlong:
    for k in range(c.n):
        i = c.start[k]
        v = i
        while v >= 0:
            line[i] = v
            i += 1
            v = c.after[v]
    return 0


@cython.cfunc
@cython.nogil
def _look_at(
    c: Chains, a: cython.longlong, v: cython.longlong, b: cython.longlong
) -> cython.longlong:
    """Point `v` between `a` and `b` is the one that may move."""
    c.ax = c.xy[2 * a]
    c.ay = c.xy[2 * a + 1]
    c.vx = c.xy[2 * v]
    c.vy = c.xy[2 * v + 1]
    c.bx = c.xy[2 * b]
    c.by = c.xy[2 * b + 1]
    c.west = min(c.ax, c.vx, c.bx)
    c.east = max(c.ax, c.vx, c.bx)
    c.south = min(c.ay, c.vy, c.by)
    c.north = max(c.ay, c.vy, c.by)
    return 0


@cython.cfunc
@cython.nogil
def _free(
    c: Chains,
    k: cython.longlong,
    a: cython.longlong,
    v: cython.longlong,
    wx: cython.double,
    wy: cython.double,
) -> cython.longlong:
    """Whether the point looked at, `v` of chain `k`, may go to w."""
    wall, xy, after = c.wall, c.xy, c.after
    c.wx = wx
    c.wy = wy
    for i in range(c.wall_from[k], c.wall_from[k + 1]):
        at = 6 * i
        clear = wall[at + 4]
        if (
            _beside(c, wall[at], wall[at + 1], wall[at + 2], wall[at + 3], clear) == 0
            and _allows(c, wall[at], wall[at + 1], wall[at + 2], wall[at + 3], clear, wall[at + 5])
            == 0
        ):
            return 0
    for i in range(c.near_from[k], c.near_from[k + 1]):
        p = c.start[c.near[i]]
        while after[p] >= 0:
            q = after[p]
            if (
                p != a
                and p != v
                and _beside(c, xy[2 * p], xy[2 * p + 1], xy[2 * q], xy[2 * q + 1], 0.5) == 0
                and _allows(c, xy[2 * p], xy[2 * p + 1], xy[2 * q], xy[2 * q + 1], 0.5, 1.0) == 0
            ):
                return 0
            p = q
    return 1


@cython.cfunc
@cython.nogil
def _beside(
    c: Chains,
    cx: cython.double,
    cy: cython.double,
    dx: cython.double,
    dy: cython.double,
    clear: cython.double,
) -> cython.longlong:
    """Whether a wall from c to d is farther than `clear` from the box around the line."""
    if c.east < min(cx, dx) - clear or c.west > max(cx, dx) + clear:
        return 1
    if c.north < min(cy, dy) - clear or c.south > max(cy, dy) + clear:
        return 1
    return 0


@cython.cfunc
@cython.nogil
def _allows(
    c: Chains,
    cx: cython.double,
    cy: cython.double,
    dx: cython.double,
    dy: cython.double,
    clear: cython.double,
    loose: cython.double,
) -> cython.longlong:
    """Whether a wall from c to d lets the line a-v-b become a-w-b.

    Where the wall is `loose` (1), it may share an end with the line.
    """
    first = 0
    last = 0
    if loose == 1.0:
        if (cx == c.ax and cy == c.ay) or (cx == c.bx and cy == c.by):
            first = 1
        if (dx == c.ax and dy == c.ay) or (dx == c.bx and dy == c.by):
            last = 1
    if first == 1 and last == 1:
        # A straight line between the same ends on the other side.
        mx = 0.5 * (cx + dx)
        my = 0.5 * (cy + dy)
        return 1 - _in_triangle(mx, my, c.ax, c.ay, c.vx, c.vy, c.bx, c.by)
    if first == 0 and _passed_over(c, cx, cy) == 1:
        return 0
    if last == 0 and _passed_over(c, dx, dy) == 1:
        return 0
    if first == 0 and last == 0:
        then = min(
            _apart(c.ax, c.ay, c.wx, c.wy, cx, cy, dx, dy),
            _apart(c.wx, c.wy, c.bx, c.by, cx, cy, dx, dy),
        )
        if then >= clear * clear:
            return 1
        now = min(
            _apart(c.ax, c.ay, c.vx, c.vy, cx, cy, dx, dy),
            _apart(c.vx, c.vy, c.bx, c.by, cx, cy, dx, dy),
        )
        return 1 if (then > 0.0 and then >= now) or now == 0.0 else 0
    # They meet in one end: what matters is how near the other end and the bend come.
    ex = cx if last == 1 else dx
    ey = cy if last == 1 else dy
    then = min(
        _off(ex, ey, c.ax, c.ay, c.wx, c.wy),
        _off(ex, ey, c.wx, c.wy, c.bx, c.by),
        _off(c.wx, c.wy, cx, cy, dx, dy),
    )
    if then >= clear * clear:
        return 1
    now = min(
        _off(ex, ey, c.ax, c.ay, c.vx, c.vy),
        _off(ex, ey, c.vx, c.vy, c.bx, c.by),
        _off(c.vx, c.vy, cx, cy, dx, dy),
    )
    return 1 if then > 0.0 and then >= now else 0


@cython.cfunc
@cython.nogil
def _passed_over(c: Chains, px: cython.double, py: cython.double) -> cython.longlong:
    """1 where a point lies between the line as it is and as it would be."""
    if _in_triangle(px, py, c.ax, c.ay, c.vx, c.vy, c.wx, c.wy) == 1:
        return 1
    return _in_triangle(px, py, c.vx, c.vy, c.bx, c.by, c.wx, c.wy)


@cython.cfunc
@cython.nogil
def _off(
    px: cython.double,
    py: cython.double,
    ax: cython.double,
    ay: cython.double,
    bx: cython.double,
    by: cython.double,
) -> cython.double:
    """Squared distance of a point from a segment."""
    dx = bx - ax
    dy = by - ay
    span = dx * dx + dy * dy
    if span > 0.0:
        t = ((px - ax) * dx + (py - ay) * dy) / span
        if t > 1.0:
            t = 1.0
        if t > 0.0:
            ax += t * dx
            ay += t * dy
    return (px - ax) * (px - ax) + (py - ay) * (py - ay)


@cython.cfunc
@cython.nogil
def _left(
    px: cython.double,
    py: cython.double,
    ax: cython.double,
    ay: cython.double,
    bx: cython.double,
    by: cython.double,
) -> cython.double:
    """Above 0 where a point lies left of the line from a to b."""
    return (bx - ax) * (py - ay) - (by - ay) * (px - ax)


@cython.cfunc
@cython.nogil
def _apart(
    ax: cython.double,
    ay: cython.double,
    bx: cython.double,
    by: cython.double,
    cx: cython.double,
    cy: cython.double,
    dx: cython.double,
    dy: cython.double,
) -> cython.double:
    """Squared distance of two segments, 0 where they cross."""
    one = _left(cx, cy, ax, ay, bx, by)
    two = _left(dx, dy, ax, ay, bx, by)
    if (one < 0.0 and two > 0.0) or (one > 0.0 and two < 0.0):
        three = _left(ax, ay, cx, cy, dx, dy)
        four = _left(bx, by, cx, cy, dx, dy)
        if (three < 0.0 and four > 0.0) or (three > 0.0 and four < 0.0):
            return 0.0
    return min(
        _off(ax, ay, cx, cy, dx, dy),
        _off(bx, by, cx, cy, dx, dy),
        _off(cx, cy, ax, ay, bx, by),
        _off(dx, dy, ax, ay, bx, by),
    )


@cython.cfunc
@cython.nogil
def _in_triangle(
    px: cython.double,
    py: cython.double,
    ax: cython.double,
    ay: cython.double,
    bx: cython.double,
    by: cython.double,
    cx: cython.double,
    cy: cython.double,
) -> cython.longlong:
    """1 where a point lies in a triangle or on its edge."""
    one = _left(px, py, ax, ay, bx, by)
    two = _left(px, py, bx, by, cx, cy)
    three = _left(px, py, cx, cy, ax, ay)
    if one >= 0.0 and two >= 0.0 and three >= 0.0:
        return 1
    return 1 if one <= 0.0 and two <= 0.0 and three <= 0.0 else 0
