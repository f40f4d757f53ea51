"""Kernels over a planar graph of segments, in the restricted Python that is compiled.

The same text runs in three ways: as plain Python over memoryviews, compiled while developing,
and from the committed machine-independent code. So it keeps to ``for``, ``while``, ``if``,
whole and floating numbers, and flat arrays given by the caller. Annotations say what each
argument is: ``i`` a whole number, ``f`` a floating one, ``ii`` and ``ff`` arrays of them.

Half-edges: segment ``s`` from ``a`` to ``b`` gives half-edge ``2 s`` (a to b) and ``2 s + 1``
(b to a); the other direction of ``h`` is ``h ^ 1``.
"""

# ruff: noqa: F821 - annotations name kinds, not types

EXPORTED = (
    "number_points",
    "next_clockwise",
    "peel",
    "label_cycles",
    "trace_rings",
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
