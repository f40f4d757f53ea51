"""Kernels over a planar graph of segments: points, half-edges, faces, rings.

Half-edges: segment ``s`` from ``a`` to ``b`` gives half-edge ``2 s`` (a to b) and ``2 s + 1``
(b to a); the other direction of ``h`` is ``h ^ 1``.
"""

from __future__ import annotations

try:
    import cython
except ImportError:
    from zoning.geo.kernels import plain as cython

import numpy as np

from zoning.geo.kernels.door import real, whole, whole_room

__all__ = ["label_cycles", "next_clockwise", "number_points", "peel", "trace_rings"]


def number_points(bits, number, first):
    """Number distinct points by their first row.

    Parameters
    ----------
    bits : array of int, shape (points, 2)
        The bytes of the coordinates as whole numbers.
    number, first : array of int, shape (points,)
        Receive the number of each point, and the row that each number stands for.

    Returns
    -------
    int
        How many distinct points there are.
    """
    n = len(number)
    row: cython.longlong[::1] = whole("bits", bits, 2 * n)
    given: cython.longlong[::1] = whole("number", number, out=True)
    stands: cython.longlong[::1] = whole("first", first, n, out=True)
    # A power of two, at least twice as many as points.
    slot: cython.longlong[::1] = whole_room(1 << max((2 * n).bit_length(), 4), -1)
    count: cython.longlong
    with cython.nogil:
        count = _number_points(row, slot, given, stands)
    return count


@cython.cfunc
@cython.nogil
def _number_points(
    bits: cython.longlong[::1],
    slot: cython.longlong[::1],
    number: cython.longlong[::1],
    first: cython.longlong[::1],
) -> cython.longlong:
    count: cython.longlong = 0
    mask: cython.longlong = len(slot) - 1
    for i in range(len(number)):
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


def next_clockwise(tail, start, step, after):
    """Next half-edge around the face on the left of each: at the head, the next one clockwise.

    Parameters
    ----------
    tail : array of int, shape (half-edges,)
        Node that each starts from.
    start : array of int, shape (nodes + 1,)
        Where each node's half-edges begin when they stand node by node.
    step : array of float, shape (half-edges, 2)
        Which way each goes.
    after : array of int, shape (half-edges,)
        Receives the next one of each.
    """
    n = len(tail)
    node: cython.longlong[::1] = whole("tail", tail)
    begin: cython.longlong[::1] = whole("start", start)
    way: cython.double[::1] = real("step", step, 2 * n)
    then: cython.longlong[::1] = whole("after", after, n, out=True)
    fill: cython.longlong[::1] = whole("start", start.copy())
    order: cython.longlong[::1] = whole_room(n)
    with cython.nogil:
        _next_clockwise(node, begin, fill, order, way, then)


@cython.cfunc
@cython.nogil
def _next_clockwise(
    tail: cython.longlong[::1],
    start: cython.longlong[::1],
    fill: cython.longlong[::1],
    order: cython.longlong[::1],
    step: cython.double[::1],
    after: cython.longlong[::1],
) -> cython.longlong:
    for each in range(len(tail)):
        node = tail[each]
        order[fill[node]] = each
        fill[node] += 1
    for v in range(len(start) - 1):
        low = start[v]
        high = start[v + 1]
        for i in range(low + 1, high):
            h = order[i]
            x = step[2 * h]
            y = step[2 * h + 1]
            j = i - 1
            while j >= low:
                k = order[j]
                if _before(x, y, step[2 * k], step[2 * k + 1]) == 0:
                    break
                order[j + 1] = order[j]
                j -= 1
            order[j + 1] = h
        for i in range(low, high):
            k = high - 1 if i == low else i - 1
            after[order[i] ^ 1] = order[k]
    return 0


@cython.cfunc
@cython.nogil
def _before(
    ax: cython.double, ay: cython.double, bx: cython.double, by: cython.double
) -> cython.longlong:
    """Whether direction a comes before b, counter-clockwise from the positive x axis."""
    upper_a = 1 if ay > 0.0 or (ay == 0.0 and ax > 0.0) else 0
    upper_b = 1 if by > 0.0 or (by == 0.0 and bx > 0.0) else 0
    if upper_a != upper_b:
        return upper_a
    return 1 if ax * by - ay * bx > 0.0 else 0


def peel(ends, degree, link, alive):
    """Drop dangling segments, and those that dangle then, and so on.

    Parameters
    ----------
    ends : array of int, shape (segments, 2)
    degree, link : array of int, shape (nodes,)
        Number of segments at each node, and the exclusive-or of their numbers, so that the last
        one is known without a list. Both are used up.
    alive : array of int, shape (segments,)
        1; becomes 0 for those that go.

    Returns
    -------
    int
        How many go.
    """
    pair: cython.longlong[::1] = whole("ends", ends, 2 * len(alive))
    many: cython.longlong[::1] = whole("degree", degree, out=True)
    last: cython.longlong[::1] = whole("link", link, len(degree), out=True)
    stays: cython.longlong[::1] = whole("alive", alive, out=True)
    gone: cython.longlong
    with cython.nogil:
        gone = _peel(pair, many, last, stays)
    return gone


@cython.cfunc
@cython.nogil
def _peel(
    ends: cython.longlong[::1],
    degree: cython.longlong[::1],
    link: cython.longlong[::1],
    alive: cython.longlong[::1],
) -> cython.longlong:
    gone = 0
    t: cython.longlong
    for s in range(len(alive)):
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


def label_cycles(after, label, order):
    """Number the cycles of a permutation.

    Parameters
    ----------
    after : array of int, shape (n,)
        The permutation.
    label, order : array of int, shape (n,)
        Receive the number of each member's cycle, and the members cycle by cycle.

    Returns
    -------
    int
        How many cycles there are.
    """
    n = len(after)
    then: cython.longlong[::1] = whole("after", after)
    number: cython.longlong[::1] = whole("label", label, n, out=True)
    member: cython.longlong[::1] = whole("order", order, n, out=True)
    count: cython.longlong
    with cython.nogil:
        count = _label_cycles(then, number, member)
    return count


@cython.cfunc
@cython.nogil
def _label_cycles(
    after: cython.longlong[::1], label: cython.longlong[::1], order: cython.longlong[::1]
) -> cython.longlong:
    count = 0
    at = 0
    h: cython.longlong
    for i in range(len(after)):
        label[i] = -1
    for i in range(len(after)):
        if label[i] < 0:
            h = i
            while label[h] < 0:
                label[h] = count
                order[at] = h
                at += 1
                h = after[h]
            count += 1
    return count


@cython.final
@cython.cclass
class _Walk:
    """What the search for rings works in."""

    after: cython.longlong[::1]
    keep: cython.longlong[::1]
    tail: cython.longlong[::1]
    seen: cython.longlong[::1]
    where: cython.longlong[::1]
    stack: cython.longlong[::1]
    out: cython.longlong[::1]
    first: cython.longlong[::1]
    sizes: cython.longlong[::1]

    def __init__(self, after, keep, tail, nodes):
        n, kept = len(after), int(keep.sum())
        self.after = whole("after", after)
        self.keep = whole("keep", keep, n)
        self.tail = whole("tail", tail, n)
        self.seen = whole_room(n)
        self.where = whole_room(nodes, -1)
        self.stack = whole_room(kept + 1)
        self.out, self.first, self.sizes = (whole_room(kept) for _ in range(3))

    def told(self, rings):
        """As `trace_rings` gives it."""
        return np.array(self.out), np.array(self.first)[:rings], np.array(self.sizes)[:rings]


def trace_rings(after, keep, tail, nodes):
    """Rings along the kept half-edges, cut apart where they meet themselves in a node.

    Parameters
    ----------
    after, tail : array of int, shape (half-edges,)
        Next half-edge around the face on the left of each, and the node that it starts from.
    keep : array of int, shape (half-edges,)
        1 for half-edges with different things on both sides, 0 for others.
    nodes : int
        How many nodes there are.

    Returns
    -------
    tuple of three arrays of int
        Half-edges ring by ring; of each ring the first half-edge of the walk that it came from;
        and its length.
    """
    walk: _Walk = _Walk(after, keep, tail, nodes)
    rings: cython.longlong
    with cython.nogil:
        rings = _trace_rings(walk)
    return walk.told(rings)


@cython.cfunc
@cython.nogil
def _trace_rings(walk: _Walk) -> cython.longlong:
    after, keep, tail = walk.after, walk.keep, walk.tail
    seen, where, stack = walk.seen, walk.where, walk.stack
    rings = 0
    at = 0
    h: cython.longlong
    top: cython.longlong
    for start in range(len(after)):
        if keep[start] == 0 or seen[start] == 1:
            continue
        top = 0
        h = start
        while True:
            node = tail[h]
            if where[node] >= 0:
                low = where[node]
                for i in range(low, top):
                    walk.out[at] = stack[i]
                    at += 1
                    where[tail[stack[i]]] = -1
                walk.first[rings] = start
                walk.sizes[rings] = top - low
                rings += 1
                top = low
            if seen[h] == 1:
                break
            seen[h] = 1
            where[node] = top
            stack[top] = h
            top += 1
            h = after[h]
            while keep[h] == 0:
                h = after[h ^ 1]
    return rings
