"""Kernels over outlines given as rows of segments: what lies inside, what a line meets.

A row is x0, y0, x1, y1. Outline ``o`` has the rows ``ring_from[o]:ring_from[o + 1]``.
"""

from __future__ import annotations

try:
    import cython
except ImportError:
    from zoning.geo.kernels import plain as cython

import numpy as np

from zoning.geo.kernels.door import real, real_room, total, whole, whole_room

if not cython.compiled:
    from math import sqrt

__all__ = ["clip_ridges", "foot_points", "rings_met"]


@cython.final
@cython.cclass
class _Clip:
    """Ridges that are cut, the rings that cut them, and what came of it so far."""

    ring_from: cython.longlong[::1]
    ring: cython.double[::1]
    ridge_from: cython.longlong[::1]
    ridge: cython.double[::1]
    snap: cython.double
    room: cython.longlong
    most: cython.longlong
    hits: cython.longlong
    pieces: cython.longlong
    turn: cython.longlong[::1]
    share: cython.double[::1]
    hit_segment: cython.longlong[::1]
    hit_at: cython.double[::1]
    piece: cython.longlong[::1]

    def __init__(self, ring_from, ring, ridge_from, ridge, snap, room):
        self.ring_from = whole("ring_from", ring_from)
        self.ring = real("ring", ring, 4 * total(ring_from))
        self.ridge_from = whole("ridge_from", ridge_from, len(ring_from))
        self.ridge = real("ridge", ridge, 4 * total(ridge_from))
        self.snap, self.room, self.most = snap, room, 4000
        self.hits = self.pieces = 0
        # Hits of one ridge, in their order along it: how far, and which node.
        self.share, self.turn = real_room(self.most), whole_room(self.most)
        self.hit_segment, self.hit_at = whole_room(room, -1), real_room(room)
        self.piece = whole_room(3 * room)

    def told(self):
        """As `clip_ridges` gives it."""
        piece = np.array(self.piece)[: 3 * self.pieces].reshape(-1, 3)
        return piece, np.array(self.hit_segment), np.array(self.hit_at)


def clip_ridges(ring_from, ring, ridge_from, ridge, snap, room):
    """Cut ridges by the ring of their face and keep what lies inside.

    Parameters
    ----------
    ring_from, ridge_from : array of int, shape (faces + 1,)
        Where the segments of each face's ring begin, and its ridges.
    ring, ridge : array of float, shape (n, 4)
    snap : float
        A hit so near the end of a segment is that end.
    room : int
        For so many pieces and hits.

    Returns
    -------
    tuple of three arrays or None
        Pieces: rows of first node, last node, ridge. Nodes are numbered: ``-1 - 2 r`` and
        ``-2 - 2 r`` the ends of ridge ``r``, ``3 k`` hit ``k``, ``3 s + 1`` and ``3 s + 2`` the
        first and last end of ring segment ``s``. Then the segment of each hit, -1 where there
        is none, and the share of it. ``None`` if the room is too small.
    """
    clip: _Clip = _Clip(ring_from, ring, ridge_from, ridge, snap, room)
    fits: cython.longlong
    with cython.nogil:
        fits = _clip_ridges(clip)
    return clip.told() if fits == 1 else None


@cython.cfunc
@cython.nogil
def _clip_ridges(c: _Clip) -> cython.longlong:
    for f in range(len(c.ring_from) - 1):
        for r in range(c.ridge_from[f], c.ridge_from[f + 1]):
            m = _hits_of(c, f, r)
            if m == -1:
                continue
            if m < 0 or _pieces_of(c, f, r, m) < 0:
                return 0
            c.hits += m
    return 1


@cython.cfunc
@cython.nogil
def _hits_of(c: _Clip, f: cython.longlong, r: cython.longlong) -> cython.longlong:
    """Where a ridge meets the ring of its face: how often; -1 without length, -2 without room."""
    ring = c.ring
    ax = c.ridge[4 * r]
    ay = c.ridge[4 * r + 1]
    bx = c.ridge[4 * r + 2]
    by = c.ridge[4 * r + 3]
    dx = bx - ax
    dy = by - ay
    length = sqrt(dx * dx + dy * dy)
    if length == 0.0:
        return -1
    low_x = min(ax, bx)
    high_x = max(ax, bx)
    low_y = min(ay, by)
    high_y = max(ay, by)
    m: cython.longlong = 0
    for s in range(c.ring_from[f], c.ring_from[f + 1]):
        x0 = ring[4 * s]
        x1 = ring[4 * s + 2]
        if (x0 < low_x and x1 < low_x) or (x0 > high_x and x1 > high_x):
            continue
        y0 = ring[4 * s + 1]
        y1 = ring[4 * s + 3]
        if (y0 < low_y and y1 < low_y) or (y0 > high_y and y1 > high_y):
            continue
        c0 = dx * (y0 - ay) - dy * (x0 - ax)
        c1 = dx * (y1 - ay) - dy * (x1 - ax)
        if (c0 > 0.0) == (c1 > 0.0):
            continue
        u = c0 / (c0 - c1)
        ex = x1 - x0
        ey = y1 - y0
        t = ((x0 + u * ex - ax) * dx + (y0 + u * ey - ay) * dy) / (length * length)
        if t < 0.0 or t > 1.0:
            continue
        node = _node_at(c, s, u, sqrt(ex * ex + ey * ey), m)
        if node < 0:
            return -2
        _sort_in(c, t, node, m)
        m += 1
        if m >= c.most:
            return -2
    return m


@cython.cfunc
@cython.nogil
def _node_at(
    c: _Clip, s: cython.longlong, u: cython.double, along: cython.double, m: cython.longlong
) -> cython.longlong:
    """Node of a hit at a share of a segment: an end of it or a new one; -2 without room."""
    if u * along < c.snap:
        return 3 * s + 1
    if (1.0 - u) * along < c.snap:
        return 3 * s + 2
    k = c.hits + m
    if k >= c.room:
        return -2
    c.hit_segment[k] = s
    c.hit_at[k] = u
    return 3 * k


@cython.cfunc
@cython.nogil
def _sort_in(
    c: _Clip, t: cython.double, node: cython.longlong, m: cython.longlong
) -> cython.longlong:
    """Kept sorted along the ridge; ties stay in the order of the ring."""
    while m > 0 and c.share[m - 1] > t:
        c.share[m] = c.share[m - 1]
        c.turn[m] = c.turn[m - 1]
        m -= 1
    c.share[m] = t
    c.turn[m] = node
    return m


@cython.cfunc
@cython.nogil
def _pieces_of(
    c: _Clip, f: cython.longlong, r: cython.longlong, m: cython.longlong
) -> cython.longlong:
    """What lies inside the ring of a ridge that was hit so often; -2 without room."""
    ax = c.ridge[4 * r]
    ay = c.ridge[4 * r + 1]
    dx = c.ridge[4 * r + 2] - ax
    dy = c.ridge[4 * r + 3] - ay
    start_t = 0.0
    start_n: cython.longlong = -1 - 2 * r
    for i in range(m + 1):
        stop_t = 1.0
        stop_n: cython.longlong = -2 - 2 * r
        if i < m:
            stop_t = c.share[i]
            stop_n = c.turn[i]
        mid = (start_t + stop_t) / 2.0
        if (
            stop_t > start_t
            and stop_n != start_n
            and _inside(c, f, ax + mid * dx, ay + mid * dy) == 1
        ):
            if c.pieces >= c.room:
                return -2
            c.piece[3 * c.pieces] = start_n
            c.piece[3 * c.pieces + 1] = stop_n
            c.piece[3 * c.pieces + 2] = r
            c.pieces += 1
        start_t = stop_t
        start_n = stop_n
    return 0


@cython.cfunc
@cython.nogil
def _inside(c: _Clip, f: cython.longlong, px: cython.double, py: cython.double) -> cython.longlong:
    """Whether a point is inside the ring of a face, by counting crossings."""
    ring = c.ring
    odd = 0
    for s in range(c.ring_from[f], c.ring_from[f + 1]):
        y0 = ring[4 * s + 1]
        y1 = ring[4 * s + 3]
        if (y0 > py) != (y1 > py):
            x0 = ring[4 * s]
            x1 = ring[4 * s + 2]
            if px < x0 + (py - y0) * (x1 - x0) / (y1 - y0):
                odd = 1 - odd
    return odd


def rings_met(row, owner, ring_from, ring, met):
    """Mark the owners whose outline a line touches.

    Parameters
    ----------
    row : array of float, shape (lines, 4)
    owner : array of int, shape (lines, 2)
        Two outlines beside each line, below 0 for none.
    ring_from, ring : array of int, shape (outlines + 1,); array of float, shape (n, 4)
    met : array of int, shape (outlines,)
        Becomes 1 for those that are touched.

    Returns
    -------
    int
        How many became so.
    """
    line: cython.double[::1] = real("row", row, 2 * owner.size)
    beside: cython.longlong[::1] = whole("owner", owner)
    begin: cython.longlong[::1] = whole("ring_from", ring_from, len(met) + 1)
    wall: cython.double[::1] = real("ring", ring, 4 * total(ring_from))
    mark: cython.longlong[::1] = whole("met", met, out=True)
    count: cython.longlong = 0
    with cython.nogil:
        for i in range(len(beside)):
            o = beside[i]
            if o >= 0 and mark[o] == 0 and _meets(line, i // 2, begin[o], begin[o + 1], wall) == 1:
                mark[o] = 1
                count += 1
    return count


@cython.cfunc
@cython.nogil
def _meets(
    row: cython.double[::1],
    r: cython.longlong,
    low: cython.longlong,
    high: cython.longlong,
    ring: cython.double[::1],
) -> cython.longlong:
    """Whether a line touches one of the segments from `low` to `high`."""
    ax = row[4 * r]
    ay = row[4 * r + 1]
    dx = row[4 * r + 2] - ax
    dy = row[4 * r + 3] - ay
    low_x = min(ax, ax + dx)
    high_x = max(ax, ax + dx)
    low_y = min(ay, ay + dy)
    high_y = max(ay, ay + dy)
    for s in range(low, high):
        x0 = ring[4 * s]
        y0 = ring[4 * s + 1]
        x1 = ring[4 * s + 2]
        y1 = ring[4 * s + 3]
        if (x0 < low_x and x1 < low_x) or (x0 > high_x and x1 > high_x):
            continue
        if (y0 < low_y and y1 < low_y) or (y0 > high_y and y1 > high_y):
            continue
        c0 = dx * (y0 - ay) - dy * (x0 - ax)
        c1 = dx * (y1 - ay) - dy * (x1 - ax)
        if (c0 > 0.0) == (c1 > 0.0):
            continue
        ex = x1 - x0
        ey = y1 - y0
        d0 = ex * (ay - y0) - ey * (ax - x0)
        d1 = ex * (ay + dy - y0) - ey * (ax + dx - x0)
        if (d0 > 0.0) != (d1 > 0.0):
            return 1
    return 0


def foot_points(pair, ring_from, ring, reach, inset):
    """For corners that face a wall nearby, the point of the wall that they face.

    Parameters
    ----------
    pair : array of int, shape (pairs, 2)
        Buildings that are neighbours.
    ring_from, ring : array of int, shape (buildings + 1,); array of float, shape (n, 4)
        Their walls.
    reach, inset : float
        How far a corner sees; how far inside the wall the point is put.

    Returns
    -------
    tuple of two arrays
        The points, and the building of each.
    """
    beside: cython.longlong[::1] = whole("pair", pair)
    begin: cython.longlong[::1] = whole("ring_from", ring_from)
    wall: cython.double[::1] = real("ring", ring, 4 * total(ring_from))
    room = int(np.diff(ring_from)[pair].sum())
    points, owner = np.empty((room, 2)), np.empty(room, dtype=np.int64)
    out: cython.double[::1] = real("points", points)
    of: cython.longlong[::1] = whole("owner", owner)
    spot: cython.double[::1] = real_room(2)
    far: cython.double = reach
    deep: cython.double = inset
    count: cython.longlong = 0
    with cython.nogil:
        for p in range(len(beside)):
            b = beside[p ^ 1]
            for i in range(begin[beside[p]], begin[beside[p] + 1]):
                if _foot(wall, i, begin[b], begin[b + 1], far, spot) == 1:
                    dx = spot[0] - wall[4 * i]
                    dy = spot[1] - wall[4 * i + 1]
                    away = sqrt(dx * dx + dy * dy)
                    out[2 * count] = spot[0] + deep * dx / away
                    out[2 * count + 1] = spot[1] + deep * dy / away
                    of[count] = b
                    count += 1
    return points[:count], owner[:count]


@cython.cfunc
@cython.nogil
def _foot(
    ring: cython.double[::1],
    i: cython.longlong,
    low: cython.longlong,
    high: cython.longlong,
    reach: cython.double,
    spot: cython.double[::1],
) -> cython.longlong:
    """Whether the wall nearest to corner `i` faces it; `spot` receives the place on it."""
    px = ring[4 * i]
    py = ring[4 * i + 1]
    best = reach * reach
    found = 0
    for s in range(low, high):
        x0 = ring[4 * s]
        y0 = ring[4 * s + 1]
        ex = ring[4 * s + 2] - x0
        ey = ring[4 * s + 3] - y0
        size = ex * ex + ey * ey
        if size == 0.0:
            continue
        t = ((px - x0) * ex + (py - y0) * ey) / size
        inner = 1
        if t <= 0.0:
            t = 0.0
            inner = 0
        elif t >= 1.0:
            t = 1.0
            inner = 0
        dx = x0 + t * ex - px
        dy = y0 + t * ey - py
        far = dx * dx + dy * dy
        if far < best:
            best = far
            spot[0] = x0 + t * ex
            spot[1] = y0 + t * ey
            found = inner
    return 1 if found == 1 and best > 0.0025 else 0
