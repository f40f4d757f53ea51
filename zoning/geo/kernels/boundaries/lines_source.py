"""Kernels that pull lines tight, in the restricted Python that is compiled (`planar_source`).

A chain is a line between two fixed ends. Each of its points in turn is taken out, or moved
towards the straight line between its neighbours, as long as no wall lies in the triangle that
is passed over and the line comes no nearer to any wall than the wall's `clear` (or than it was
before). The number of turns never grows: what lies inside a bend bends less.
"""

# ruff: noqa: F821 - annotations name kinds, not types

from math import sqrt

EXPORTED = ("tighten",)


def point_segment(px: "f", py: "f", ax: "f", ay: "f", bx: "f", by: "f") -> "f":
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


def side_of(px: "f", py: "f", ax: "f", ay: "f", bx: "f", by: "f") -> "f":
    """Above 0 where a point lies left of the line from a to b."""
    return (bx - ax) * (py - ay) - (by - ay) * (px - ax)


def segment_segment(ax: "f", ay: "f", bx: "f", by: "f", cx: "f", cy: "f", dx: "f", dy: "f") -> "f":
    """Squared distance of two segments, 0 where they cross."""
    one = side_of(cx, cy, ax, ay, bx, by)
    two = side_of(dx, dy, ax, ay, bx, by)
    if (one < 0.0 and two > 0.0) or (one > 0.0 and two < 0.0):
        three = side_of(ax, ay, cx, cy, dx, dy)
        four = side_of(bx, by, cx, cy, dx, dy)
        if (three < 0.0 and four > 0.0) or (three > 0.0 and four < 0.0):
            return 0.0
    return min(
        point_segment(ax, ay, cx, cy, dx, dy),
        point_segment(bx, by, cx, cy, dx, dy),
        point_segment(cx, cy, ax, ay, bx, by),
        point_segment(dx, dy, ax, ay, bx, by),
    )


def in_triangle(px: "f", py: "f", ax: "f", ay: "f", bx: "f", by: "f", cx: "f", cy: "f") -> "i":
    """1 where a point lies in a triangle or on its edge."""
    one = side_of(px, py, ax, ay, bx, by)
    two = side_of(px, py, bx, by, cx, cy)
    three = side_of(px, py, cx, cy, ax, ay)
    if one >= 0.0 and two >= 0.0 and three >= 0.0:
        return 1
    if one <= 0.0 and two <= 0.0 and three <= 0.0:
        return 1
    return 0


def allows(
    cx: "f", cy: "f", dx: "f", dy: "f", clear: "f", loose: "i",
    ax: "f", ay: "f", vx: "f", vy: "f", bx: "f", by: "f", wx: "f", wy: "f",
) -> "i":  # fmt: skip
    """Whether a wall from c to d lets the line a-v-b become a-w-b.

    Where the wall is `loose`, it may share an end with the line.
    """
    low = cx if cx < dx else dx
    high = dx if cx < dx else cx
    if ax < low - clear and bx < low - clear and vx < low - clear:
        return 1
    if ax > high + clear and bx > high + clear and vx > high + clear:
        return 1
    low = cy if cy < dy else dy
    high = dy if cy < dy else cy
    if ay < low - clear and by < low - clear and vy < low - clear:
        return 1
    if ay > high + clear and by > high + clear and vy > high + clear:
        return 1
    first = 0
    last = 0
    if loose == 1:
        if (cx == ax and cy == ay) or (cx == bx and cy == by):
            first = 1
        if (dx == ax and dy == ay) or (dx == bx and dy == by):
            last = 1
    if first == 1 and last == 1:
        # A straight line between the same ends on the other side.
        return 1 - in_triangle(0.5 * (cx + dx), 0.5 * (cy + dy), ax, ay, vx, vy, bx, by)
    if first == 0:
        if in_triangle(cx, cy, ax, ay, vx, vy, wx, wy) == 1:
            return 0
        if in_triangle(cx, cy, vx, vy, bx, by, wx, wy) == 1:
            return 0
    if last == 0:
        if in_triangle(dx, dy, ax, ay, vx, vy, wx, wy) == 1:
            return 0
        if in_triangle(dx, dy, vx, vy, bx, by, wx, wy) == 1:
            return 0
    if first == 0 and last == 0:
        then = min(
            segment_segment(ax, ay, wx, wy, cx, cy, dx, dy),
            segment_segment(wx, wy, bx, by, cx, cy, dx, dy),
        )
        if then >= clear * clear:
            return 1
        now = min(
            segment_segment(ax, ay, vx, vy, cx, cy, dx, dy),
            segment_segment(vx, vy, bx, by, cx, cy, dx, dy),
        )
        if then > 0.0 and then >= now:
            return 1
        return 1 if now == 0.0 else 0
    # They meet in one end: what matters is how near the other end and the bend come.
    ex = cx if last == 1 else dx
    ey = cy if last == 1 else dy
    then = min(
        point_segment(ex, ey, ax, ay, wx, wy),
        point_segment(ex, ey, wx, wy, bx, by),
        point_segment(wx, wy, cx, cy, dx, dy),
    )
    if then >= clear * clear:
        return 1
    now = min(
        point_segment(ex, ey, ax, ay, vx, vy),
        point_segment(ex, ey, vx, vy, bx, by),
        point_segment(vx, vy, cx, cy, dx, dy),
    )
    return 1 if then > 0.0 and then >= now else 0


def free_move(
    k: "i", a: "i", v: "i", b: "i", wx: "f", wy: "f",
    xy: "ff", after: "ii", start: "ii",
    wall: "ff", wall_from: "ii", near: "ii", near_from: "ii",
) -> "i":  # fmt: skip
    """Whether point v of chain k, between a and b, may go to w."""
    ax = xy[2 * a]
    ay = xy[2 * a + 1]
    vx = xy[2 * v]
    vy = xy[2 * v + 1]
    bx = xy[2 * b]
    by = xy[2 * b + 1]
    for i in range(wall_from[k], wall_from[k + 1]):
        at = 6 * i
        if (
            allows(
                wall[at], wall[at + 1], wall[at + 2], wall[at + 3], wall[at + 4],
                int(wall[at + 5]), ax, ay, vx, vy, bx, by, wx, wy,
            )
            == 0
        ):  # fmt: skip
            return 0
    for i in range(near_from[k], near_from[k + 1]):
        c = start[near[i]]
        while after[c] >= 0:
            d = after[c]
            if c != a and c != v:
                ok = allows(
                    xy[2 * c], xy[2 * c + 1], xy[2 * d], xy[2 * d + 1], 0.5, 1,
                    ax, ay, vx, vy, bx, by, wx, wy,
                )  # fmt: skip
                if ok == 0:
                    return 0
            c = d
    return 1


def cut_corners(
    k: "i", end: "i", xy: "ff", start: "ii", after: "ii",
    wall: "ff", wall_from: "ii", near: "ii", near_from: "ii",
) -> "i":  # fmt: skip
    """Put two points for one where that makes chain k much shorter; returns how often.

    Only points that were left out before are used again: those from ``start[k]`` to `end`.
    """
    cuts = 0
    spare = start[k]
    a = start[k]
    v = after[a]
    while after[v] >= 0:
        b = after[v]
        while spare < end and after[spare] != -2:
            spare += 1
        if spare == end:
            break
        vx = xy[2 * v]
        vy = xy[2 * v + 1]
        share = 0.5
        for _ in range(3):
            px = share * (xy[2 * a] - vx)
            py = share * (xy[2 * a + 1] - vy)
            qx = share * (xy[2 * b] - vx)
            qy = share * (xy[2 * b + 1] - vy)
            saved = sqrt(px * px + py * py) + sqrt(qx * qx + qy * qy)
            saved -= sqrt((px - qx) * (px - qx) + (py - qy) * (py - qy))
            if saved < 1.0:
                break
            # With the spare point on the way to b, point v may go to its place before it.
            xy[2 * spare] = vx + qx
            xy[2 * spare + 1] = vy + qy
            after[spare] = b
            after[v] = spare
            if (
                free_move(
                    k, a, v, spare, vx + px, vy + py, xy, after, start,
                    wall, wall_from, near, near_from,
                )
                == 1
            ):  # fmt: skip
                xy[2 * v] = vx + px
                xy[2 * v + 1] = vy + py
                cuts += 1
                v = spare
                break
            after[v] = b
            after[spare] = -2
            share *= 0.5
        a = v
        v = b
    return cuts


def tighten(
    n: "i",
    passes: "i",
    xy: "ff",
    start: "ii",
    after: "ii",
    wall: "ff",
    wall_from: "ii",
    near: "ii",
    near_from: "ii",
    settled: "ii",
    line: "ii",
) -> "i":
    """Pull `n` chains tight, one after another; returns how many points there are at last.

    Chain k begins at point ``start[k]``; `after` leads from point to point, -1 at the end, and
    -2 marks a point that was left out. `line` receives the points that are left in the order
    of the chain, from ``start[k]`` on, and -1 for the others. `wall` has six numbers each: two
    ends, how near a line may come, and 1 where the wall may share an end with a line. `near`
    are the chains, itself among them, that may be in a chain's way. Chains that are `settled`
    stay.
    """
    left = 0
    for k in range(n):
        for _ in range(passes * (1 - settled[k])):
            changed = 0
            a = start[k]
            v = after[a]
            while v >= 0 and after[v] >= 0:
                b = after[v]
                ax = xy[2 * a]
                ay = xy[2 * a + 1]
                vx = xy[2 * v]
                vy = xy[2 * v + 1]
                bx = xy[2 * b]
                by = xy[2 * b + 1]
                mx = 0.5 * (ax + bx)
                my = 0.5 * (ay + by)
                if free_move(
                    k, a, v, b, mx, my, xy, after, start, wall, wall_from, near, near_from
                ) == 1 and not (ax == bx and ay == by):
                    after[a] = b
                    after[v] = -2
                    changed = 1
                    v = b
                    continue
                dx = bx - ax
                dy = by - ay
                span = dx * dx + dy * dy
                t = 0.5
                if span > 0.0:
                    t = ((vx - ax) * dx + (vy - ay) * dy) / span
                    if t < 0.1:
                        t = 0.1
                    if t > 0.9:
                        t = 0.9
                mx = ax + t * dx - vx
                my = ay + t * dy - vy
                share = 0.9
                for _ in range(5):
                    if share * share * (mx * mx + my * my) < 0.0025:
                        break
                    wx = vx + share * mx
                    wy = vy + share * my
                    if (
                        free_move(
                            k, a, v, b, wx, wy, xy, after, start,
                            wall, wall_from, near, near_from,
                        )
                        == 1
                    ):  # fmt: skip
                        xy[2 * v] = wx
                        xy[2 * v + 1] = wy
                        changed = 1
                        break
                    share *= 0.5
                a = v
                v = b
            if changed == 0:
                cut = cut_corners(
                    k, start[k + 1], xy, start, after, wall, wall_from, near, near_from
                )
                if cut == 0:
                    break
    for k in range(n):
        i = start[k]
        v = start[k]
        while v >= 0:
            line[i] = v
            i += 1
            left += 1
            v = after[v]
        for j in range(i, start[k + 1]):
            line[j] = -1
    return left
