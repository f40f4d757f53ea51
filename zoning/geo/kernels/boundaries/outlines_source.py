"""Kernels over outlines given as rows of segments: what lies inside, what a line meets.

In the restricted Python that is compiled (see `planar_source`).
"""

# ruff: noqa: F821 - annotations name kinds, not types

from math import sqrt

EXPORTED = ("clip_ridges", "rings_met", "foot_points")


def inside_ring(px: "f", py: "f", n: "i", first: "i", ring: "ff") -> "i":
    """Whether a point is inside closed lines given as segments, by counting crossings."""
    odd = 0
    for s in range(first, first + n):
        y0 = ring[4 * s + 1]
        y1 = ring[4 * s + 3]
        if (y0 > py) != (y1 > py):
            x0 = ring[4 * s]
            x1 = ring[4 * s + 2]
            if px < x0 + (py - y0) * (x1 - x0) / (y1 - y0):
                odd = 1 - odd
    return odd


def clip_ridges(
    n_faces: "i",
    ring_from: "ii",
    ring: "ff",
    ridge_from: "ii",
    ridge: "ff",
    snap: "f",
    hits_t: "ff",
    hits_n: "ii",
    hit_segment: "ii",
    hit_at: "ff",
    piece: "ii",
    room: "i",
) -> "i":
    """Cut ridges by the ring of their face and keep what lies inside.

    Face ``f`` has ring segments ``ring_from[f]:ring_from[f + 1]`` and ridges likewise; both
    are rows of x0, y0, x1, y1. A piece is a row of first node, last node, ridge. Nodes are
    numbered: ``-1 - 2 r`` and ``-2 - 2 r`` the ends of ridge ``r``, ``3 k`` hit ``k``,
    ``3 s + 1`` and ``3 s + 2`` the first and last end of ring segment ``s``. Returns the
    number of pieces; the number of hits stands in ``hits_n[0]``; -1 if `room` is too small.
    """
    pieces = 0
    hits = 0
    for f in range(n_faces):
        s0 = ring_from[f]
        s1 = ring_from[f + 1]
        for r in range(ridge_from[f], ridge_from[f + 1]):
            ax = ridge[4 * r]
            ay = ridge[4 * r + 1]
            bx = ridge[4 * r + 2]
            by = ridge[4 * r + 3]
            dx = bx - ax
            dy = by - ay
            length = sqrt(dx * dx + dy * dy)
            if length == 0.0:
                continue
            low_x = min(ax, bx)
            high_x = max(ax, bx)
            low_y = min(ay, by)
            high_y = max(ay, by)
            m = 0
            for s in range(s0, s1):
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
                hx = x0 + u * ex
                hy = y0 + u * ey
                t = ((hx - ax) * dx + (hy - ay) * dy) / (length * length)
                if t < 0.0 or t > 1.0:
                    continue
                along = sqrt(ex * ex + ey * ey)
                if u * along < snap:
                    node = 3 * s + 1
                elif (1.0 - u) * along < snap:
                    node = 3 * s + 2
                else:
                    if hits + m >= room or m >= 4000:
                        return -1
                    node = 3 * (hits + m)
                    hit_segment[hits + m] = s
                    hit_at[hits + m] = u
                # Kept sorted along the ridge; ties stay in the order of the ring.
                i = m
                while i > 0 and hits_t[i - 1] > t:
                    hits_t[i] = hits_t[i - 1]
                    hits_n[i] = hits_n[i - 1]
                    i -= 1
                hits_t[i] = t
                hits_n[i] = node
                m += 1
                if m >= 4000:
                    return -1
            hits_m = m
            start_t = 0.0
            start_n = -1 - 2 * r
            for i in range(hits_m + 1):
                if i < hits_m:
                    stop_t = hits_t[i]
                    stop_n = hits_n[i]
                else:
                    stop_t = 1.0
                    stop_n = -2 - 2 * r
                mid = (start_t + stop_t) / 2.0
                if (
                    stop_t > start_t
                    and stop_n != start_n
                    and inside_ring(ax + mid * dx, ay + mid * dy, s1 - s0, s0, ring) == 1
                ):
                    if pieces >= room:
                        return -1
                    piece[3 * pieces] = start_n
                    piece[3 * pieces + 1] = stop_n
                    piece[3 * pieces + 2] = r
                    pieces += 1
                start_t = stop_t
                start_n = stop_n
            hits += m
    hits_n[4000] = hits
    return pieces


def rings_met(
    n: "i",
    row: "ff",
    owner: "ii",
    ring_from: "ii",
    ring: "ff",
    met: "ii",
) -> "i":
    """Mark the owners whose outline a line touches: `owner` has two of them for each line.

    Outlines are rows of x0, y0, x1, y1; owners outside the list of outlines have none.
    """
    count = 0
    for r in range(n):
        ax = row[4 * r]
        ay = row[4 * r + 1]
        dx = row[4 * r + 2] - ax
        dy = row[4 * r + 3] - ay
        low_x = min(ax, ax + dx)
        high_x = max(ax, ax + dx)
        low_y = min(ay, ay + dy)
        high_y = max(ay, ay + dy)
        for k in range(2):
            o = owner[2 * r + k]
            if o < 0 or met[o] == 1:
                continue
            for s in range(ring_from[o], ring_from[o + 1]):
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
                if (d0 > 0.0) == (d1 > 0.0):
                    continue
                met[o] = 1
                count += 1
                break
    return count


def foot_points(
    n: "i",
    pair: "ii",
    ring_from: "ii",
    ring: "ff",
    reach: "f",
    inset: "f",
    room: "i",
    out: "ff",
    owner: "ii",
) -> "i":
    """For corners that face a wall nearby, the point of the wall that they face.

    `pair` has two outlines a row. A point is moved by `inset` into the building of the wall;
    `out` receives x, y and `owner` that building. Returns their number, -1 without room.
    """
    count = 0
    for p in range(n):
        for k in range(2):
            a = pair[2 * p + k]
            b = pair[2 * p + 1 - k]
            for i in range(ring_from[a], ring_from[a + 1]):
                px = ring[4 * i]
                py = ring[4 * i + 1]
                best = reach * reach
                bx = 0.0
                by = 0.0
                found = 0
                for s in range(ring_from[b], ring_from[b + 1]):
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
                        bx = x0 + t * ex
                        by = y0 + t * ey
                        found = inner
                if found == 1 and best > 0.0025:
                    if count >= room:
                        return -1
                    size = sqrt(best)
                    out[2 * count] = bx + inset * (bx - px) / size
                    out[2 * count + 1] = by + inset * (by - py) / size
                    owner[count] = b
                    count += 1
    return count
