"""Kernels over a planar graph of segments, in the restricted Python that is compiled.

The same text runs in three ways: as plain Python over memoryviews, compiled while developing,
and from the committed machine-independent code. So it keeps to ``for``, ``while``, ``if``,
whole and floating numbers, and flat arrays given by the caller. Annotations say what each
argument is: ``i`` a whole number, ``f`` a floating one, ``ii`` and ``ff`` arrays of them.

Half-edges: segment ``s`` from ``a`` to ``b`` gives half-edge ``2 s`` (a to b) and ``2 s + 1``
(b to a); the other direction of ``h`` is ``h ^ 1``.
"""

# ruff: noqa: F821 - annotations name kinds, not types

from math import sqrt

EXPORTED = (
    "number_points",
    "next_clockwise",
    "peel",
    "label_cycles",
    "unite",
    "trace_rings",
    "clip_ridges",
    "rings_met",
    "foot_points",
    "join_small",
)


def number_points(n: "i", bits: "ii", size: "i", slot: "ii", number: "ii", first: "ii") -> "i":
    """Number distinct points by their first row; `bits` are the coordinates' bytes as integers.

    `slot` holds -1 and has a power of two of places, at least twice as many as points. The
    row that each number stands for is left in `first`.
    """
    count = 0
    mask = size - 1
    for i in range(n):
        a = bits[2 * i]
        b = bits[2 * i + 1]
        h = (a % 2147483647) * 40503 + (b % 2147483629) * 69069 + (a >> 32) + (b >> 32) * 31
        h = (h ^ (h >> 17)) & mask
        while True:
            s = slot[h]
            if s < 0:
                slot[h] = count
                first[count] = i
                number[i] = count
                count += 1
                break
            r = first[s]
            if bits[2 * r] == a and bits[2 * r + 1] == b:
                number[i] = s
                break
            h = (h + 1) & mask
    return count


def before_in_turn(ax: "f", ay: "f", bx: "f", by: "f") -> "i":
    """Whether direction a comes before b, counter-clockwise from the positive x axis."""
    upper_a = 0
    if ay > 0.0 or (ay == 0.0 and ax > 0.0):
        upper_a = 1
    upper_b = 0
    if by > 0.0 or (by == 0.0 and bx > 0.0):
        upper_b = 1
    if upper_a != upper_b:
        return upper_a
    if ax * by - ay * bx > 0.0:
        return 1
    return 0


def next_clockwise(
    n_nodes: "i",
    n_half: "i",
    tail: "ii",
    start: "ii",
    fill: "ii",
    order: "ii",
    step: "ff",
    after: "ii",
) -> "i":
    """Next half-edge around the face on the left of each: at the head, the next one clockwise.

    `step` holds dx, dy of each half-edge, `start` where each node's half-edges begin in
    `order`, `fill` a copy of it.
    """
    for h in range(n_half):
        v = tail[h]
        order[fill[v]] = h
        fill[v] += 1
    for v in range(n_nodes):
        low = start[v]
        high = start[v + 1]
        for i in range(low + 1, high):
            h = order[i]
            x = step[2 * h]
            y = step[2 * h + 1]
            j = i - 1
            while j >= low:
                k = order[j]
                if before_in_turn(x, y, step[2 * k], step[2 * k + 1]) == 0:
                    break
                order[j + 1] = order[j]
                j -= 1
            order[j + 1] = h
        for i in range(low, high):
            k = i - 1
            if i == low:
                k = high - 1
            after[order[i] ^ 1] = order[k]
    return 0


def peel(n_segments: "i", ends: "ii", degree: "ii", link: "ii", alive: "ii") -> "i":
    """Drop dangling segments, and those that dangle then, and so on.

    `link` holds for each node the exclusive-or of its segments' numbers, so that the last
    segment of a node is known without a list.
    """
    gone = 0
    for s in range(n_segments):
        t = s
        while alive[t] == 1 and (degree[ends[2 * t]] == 1 or degree[ends[2 * t + 1]] == 1):
            alive[t] = 0
            gone += 1
            a = ends[2 * t]
            b = ends[2 * t + 1]
            degree[a] -= 1
            degree[b] -= 1
            link[a] = link[a] ^ t
            link[b] = link[b] ^ t
            if degree[a] == 1:
                t = link[a]
            elif degree[b] == 1:
                t = link[b]
    return gone


def unite(n: "i", ends: "ii", nodes: "i", part: "ii") -> "i":
    """Give each node the lowest node that segments connect it with; `part` starts as 0, 1, 2 ...

    Disjoint sets by halved paths, the lower root winning.
    """
    for s in range(n):
        a = ends[2 * s]
        b = ends[2 * s + 1]
        while part[a] != a:
            part[a] = part[part[a]]
            a = part[a]
        while part[b] != b:
            part[b] = part[part[b]]
            b = part[b]
        if a < b:
            part[b] = a
        elif b < a:
            part[a] = b
    count = 0
    for v in range(nodes):
        part[v] = part[part[v]]
        if part[v] == v:
            count += 1
    return count


def label_cycles(n: "i", after: "ii", label: "ii", order: "ii") -> "i":
    """Number the cycles of a permutation; `order` lists their members one after another."""
    count = 0
    at = 0
    for start in range(n):
        if label[start] < 0:
            h = start
            while label[h] < 0:
                label[h] = count
                order[at] = h
                at += 1
                h = after[h]
            count += 1
    return count


def trace_rings(
    n: "i",
    after: "ii",
    keep: "ii",
    tail: "ii",
    seen: "ii",
    where: "ii",
    stack: "ii",
    out: "ii",
    ring: "ii",
    sizes: "ii",
) -> "i":
    """Rings along the kept half-edges, cut apart where they meet themselves in a node.

    `keep` is 1 for half-edges with different things on both sides. `where` is -1 for every
    node. `out` receives half-edges ring by ring, `ring` the first half-edge of the walk that a
    ring came from, `sizes` the length of each ring; the count of rings is returned.
    """
    rings = 0
    at = 0
    for start in range(n):
        if keep[start] == 1 and seen[start] == 0:
            top = 0
            h = start
            while True:
                node = tail[h]
                if where[node] >= 0:
                    low = where[node]
                    for i in range(low, top):
                        out[at] = stack[i]
                        at += 1
                        where[tail[stack[i]]] = -1
                    ring[rings] = start
                    sizes[rings] = top - low
                    rings += 1
                    top = low
                if seen[h] == 1:
                    break
                seen[h] = 1
                where[node] = top
                stack[top] = h
                top += 1
                g = after[h]
                while keep[g] == 0:
                    g = after[g ^ 1]
                h = g
    return rings


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


def join_small(n: "i", pair: "ii", most: "f", members: "i", held: "ff", part: "ii") -> "i":
    """Join pairs in order while the sum of both does not pass `most`.

    `part` gives the first of those that are one, `held` their sum at its place; both are
    brought up to date.
    """
    count = 0
    for i in range(n):
        a = pair[2 * i]
        b = pair[2 * i + 1]
        while part[a] != a:
            part[a] = part[part[a]]
            a = part[a]
        while part[b] != b:
            part[b] = part[part[b]]
            b = part[b]
        if a == b or held[a] + held[b] > most:
            continue
        if b < a:
            c = a
            a = b
            b = c
        part[b] = a
        held[a] += held[b]
        count += 1
    for v in range(members):
        part[v] = part[part[v]]
    return count
