"""Sums that judge a zone, and random spanning trees that show where to cut one.

Pieces are nodes of a graph in compressed rows: the neighbours of piece ``v`` stand in
``near[start[v]:start[v + 1]]``, with `length` and `hidden` of the common border. A zone is
judged by eleven sums over its pieces, so that any cut of a tree can be judged at once:

0 load, 1 second load, 2 area, 3 perimeter, 4 hidden border, 5 people, 6 and 7 people times x
and y, 8 people times squared distance, 9 load of pieces that are above the maximum alone,
10 number of these.

Every edge of a tree is a way to cut the pieces in two, each half hanging together. What is
compiled knows the kinds of all fields from ``trees.pxd``.
"""

from __future__ import annotations

try:
    import cython
except ImportError:
    from zoning.geo.kernels import plain as cython

import numpy as np

from zoning.geo.kernels.door import real, real_room, whole, whole_room

if not cython.compiled:
    from math import sqrt

__all__ = ["Search"]


@cython.final
@cython.cclass
class Search:
    """The pieces of one region, what a zone should be, and the arrays that a search works in.

    Parameters
    ----------
    graph : object
        Its `start`, `near`, `length`, `hidden` and `cost` are the neighbours of each piece, its
        `seed` the first random number, 1 to 2 ** 31 - 2.
    feature : array of float, shape (pieces, 11)
        The sums of each piece.
    rule : object
        Limits and weights: `target`, `low`, `high` of the load; what it costs to be `outside`
        them, `off` the target (`off2` squared), not round (`shape`; `thin`, squared), hidden
        (`cover`), spread out (`spread`), one zone `more`; `second`, `second_low`, `second_high`
        of the second load; the `heat` that worse steps are taken up to at first.
    """

    def __init__(self, graph, feature, rule):
        n, m = len(feature), len(graph.near)
        self.n = n
        self.seed = graph.seed
        self.start = whole("start", graph.start, n + 1)
        self.near = whole("near", graph.near, m)
        self.length = real("length", graph.length, m)
        self.hidden = real("hidden", graph.hidden, m)
        self.cost = real("cost", graph.cost, m)
        self.feature = real("feature", feature, 11 * n)
        self._judge(rule)
        self.zone, self.local, self.member, self.order, self.parent, self.depth, self.side = (
            whole_room(n) for _ in range(7)
        )
        self.front, self.front_from = whole_room(m + 1), whole_room(m + 1)
        self.sums, self.whole, self.zone_sums = (real_room(k) for k in (13 * n, 22, 11 * (n + 1)))
        self.head, self.after, self.before, self.stamp, self.queue, self.want, self.locked = (
            whole_room(n + 1) for _ in range(7)
        )

    def _judge(self, rule):
        self.target, self.low, self.high = rule.target, rule.low, rule.high
        self.outside, self.off, self.off2 = rule.outside, rule.off, rule.off2
        self.shape, self.thin, self.cover = rule.shape, rule.thin, rule.cover
        self.spread, self.more, self.heat = rule.spread, rule.more, rule.heat
        self.second, self.second_low, self.second_high = (
            rule.second, rule.second_low, rule.second_high,
        )  # fmt: skip

    def zones(self):
        """Zone of each piece, as an array of int."""
        return np.array(self.zone, dtype=np.int64)


@cython.cfunc
@cython.nogil
def badness(s: Search, z: cython.double[::1], at: cython.longlong) -> cython.double:
    """How bad a zone with these sums is; 0 would be perfect."""
    load = z[at]
    many = z[at + 10]
    bad = s.more
    if many > 0.0:
        extra = (load - z[at + 9]) / s.target
        bad += s.outside * (many - 1.0)
        if extra > 0.0:
            bad += s.outside * (2.0 + extra)
    else:
        off = load - s.target
        if off < 0.0:
            off = -off
        off = off / s.target
        bad += s.off * off + s.off2 * off * off
        if load < s.low:
            bad += s.outside * (1.0 + (s.low - load) / s.target)
        elif load > s.high:
            bad += s.outside * (1.0 + (load - s.high) / s.target)
        if s.second > 0.0:
            second = z[at + 1]
            if second < s.second_low:
                bad += s.outside * (1.0 + (s.second_low - second) / s.second)
            elif second > s.second_high:
                bad += s.outside * (1.0 + (second - s.second_high) / s.second)
    around = z[at + 3]
    if around > 0.0:
        roundness = 12.566370614359172 * z[at + 2] / (around * around)
        bad += s.shape * (1.0 - roundness)
        if roundness < 0.4:
            bad += s.thin * (0.4 - roundness) * (0.4 - roundness)
    bad += s.cover * z[at + 4]
    people = z[at + 5]
    if people > 0.0:
        mx = z[at + 6] / people
        my = z[at + 7] / people
        spread = z[at + 8] / people - mx * mx - my * my
        if spread > 0.0:
            bad += s.spread * sqrt(spread)
    return bad


@cython.cfunc
@cython.nogil
def super_badness(
    s: Search, z: cython.double[::1], at: cython.longlong, k: cython.longlong, fair: cython.double
) -> cython.double:
    """How bad it is to make `k` zones of a side with these sums."""
    n = k - z[at + 10]
    load = z[at] - z[at + 9]
    if n < 0.5:
        return s.outside * (0.5 - n) + s.outside * load / fair
    each = load / n
    off = (each - fair) / fair
    bad = s.off2 * off * off * n
    if off < 0.0:
        off = -off
    bad += s.off * off * n
    if each < s.low:
        bad += n * s.outside * (1.0 + (s.low - each) / fair)
    elif each > s.high:
        bad += n * s.outside * (1.0 + (each - s.high) / fair)
    if s.second > 0.0:
        second = z[at + 1] / k
        if second < s.second_low or second > s.second_high:
            bad += n * s.outside
    around = z[at + 3]
    if around > 0.0:
        bad += s.shape * k * (1.0 - 12.566370614359172 * z[at + 2] / (around * around))
    return bad + s.cover * z[at + 4]


@cython.cfunc
@cython.nogil
def sum_members(
    s: Search, m: cython.longlong, out: cython.double[::1], at: cython.longlong
) -> cython.longlong:
    """Sums over the members; borders between two of them are taken off."""
    start, near, local, feature = s.start, s.near, s.local, s.feature
    for j in range(11):
        out[at + j] = 0.0
    for i in range(m):
        v = s.member[i]
        for j in range(11):
            out[at + j] += feature[11 * v + j]
        for e in range(start[v], start[v + 1]):
            if local[near[e]] >= 0:
                out[at + 3] -= s.length[e]
                out[at + 4] -= s.hidden[e]
    return m


@cython.cfunc
@cython.nogil
def grow_tree(s: Search, m: cython.longlong, bias: cython.double) -> cython.longlong:
    """A random spanning tree over the members, parents first; prefers edges of low cost.

    `local` is the position of each piece among the members, -1 for others. `order` receives
    positions, `parent` the position of each one's parent. Returns how many were reached.
    """
    parent, front, front_from, cost = s.parent, s.front, s.front_from, s.cost
    chance: cython.longlong = s.seed * 48271 % 2147483647
    for i in range(m):
        parent[i] = -2
    root = chance % m
    parent[root] = -1
    s.order[0] = root
    reached = 1
    n_front = _reach(s, root, 0)
    while n_front > 0:
        chance = chance * 48271 % 2147483647
        pick = chance % n_front
        best = 2.0 + bias * cost[front[pick]]
        # The cheapest of three random edges of the frontier.
        for _ in range(2):
            chance = chance * 48271 % 2147483647
            other = chance % n_front
            price = bias * cost[front[other]] + 2.0
            if price < best:
                best = price
                pick = other
        w = s.local[s.near[front[pick]]]
        source = front_from[pick]
        n_front -= 1
        front[pick] = front[n_front]
        front_from[pick] = front_from[n_front]
        if parent[w] == -2:
            parent[w] = source
            s.order[reached] = w
            reached += 1
            n_front = _reach(s, w, n_front)
    s.seed = chance
    return reached


@cython.cfunc
@cython.nogil
def _reach(s: Search, w: cython.longlong, n_front: cython.longlong) -> cython.longlong:
    """Edges from a new member of the tree to those outside it join the frontier."""
    local, near, parent = s.local, s.near, s.parent
    v = s.member[w]
    for e in range(s.start[v], s.start[v + 1]):
        u = local[near[e]]
        if u >= 0 and parent[u] == -2:
            s.front[n_front] = e
            s.front_from[n_front] = w
            n_front += 1
    return n_front


@cython.cfunc
@cython.nogil
def tree_sums(s: Search, m: cython.longlong) -> cython.longlong:
    """The sums of every subtree, borders inside it taken off; 13 numbers a position.

    Positions 11 and 12 are the border and the hidden border towards the rest of the members.
    """
    sums, order, parent, depth, feature = s.sums, s.order, s.parent, s.depth, s.feature
    for i in range(m):
        v = s.member[i]
        for j in range(11):
            sums[13 * i + j] = feature[11 * v + j]
        sums[13 * i + 11] = 0.0
        sums[13 * i + 12] = 0.0
    depth[order[0]] = 0
    for k in range(1, m):
        w = order[k]
        depth[w] = depth[parent[w]] + 1
    _inner_borders(s, m)
    for k in range(m - 1, 0, -1):
        w = order[k]
        p = parent[w]
        for j in range(13):
            sums[13 * p + j] += sums[13 * w + j]
    return m


@cython.cfunc
@cython.nogil
def _inner_borders(s: Search, m: cython.longlong) -> cython.longlong:
    """Border of each position; one inside a subtree is taken off where its two sides meet."""
    sums, parent, depth, local, near = s.sums, s.parent, s.depth, s.local, s.near
    a: cython.longlong
    for i in range(m):
        v = s.member[i]
        for e in range(s.start[v], s.start[v + 1]):
            b = local[near[e]]
            if b < 0:
                continue
            long = s.length[e]
            covered = s.hidden[e]
            sums[13 * i + 11] += long
            sums[13 * i + 12] += covered
            if b < i:
                continue
            # The lowest common ancestor.
            a = i
            while a != b:
                if depth[a] >= depth[b]:
                    a = parent[a]
                else:
                    b = parent[b]
            sums[13 * a + 3] -= 2.0 * long
            sums[13 * a + 4] -= 2.0 * covered
            sums[13 * a + 11] -= 2.0 * long
            sums[13 * a + 12] -= 2.0 * covered
    return m


@cython.cfunc
@cython.nogil
def other_side(s: Search, i: cython.longlong) -> cython.longlong:
    """Sums of all members but one subtree, written behind those of all members."""
    whole, sums = s.whole, s.sums
    for j in range(11):
        whole[11 + j] = whole[j] - sums[13 * i + j]
    whole[14] += 2.0 * sums[13 * i + 11]
    whole[15] += 2.0 * sums[13 * i + 12]
    return 0


@cython.cfunc
@cython.nogil
def mark_side(s: Search, m: cython.longlong, found: cython.longlong) -> cython.longlong:
    """1 for the positions of one subtree, 0 for the others."""
    for i in range(m):
        s.side[i] = 0
    s.side[found] = 1
    for q in range(1, m):
        w = s.order[q]
        if w != found and s.side[s.parent[w]] == 1:
            s.side[w] = 1
    return 0
