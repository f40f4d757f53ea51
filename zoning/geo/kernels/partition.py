"""Kernel that divides pieces into zones from nothing (see `trees`)."""

from __future__ import annotations

try:
    import cython
except ImportError:
    from zoning.geo.kernels import plain as cython

if not cython.compiled:
    from zoning.geo.kernels.trees import (
        Search,
        grow_tree,
        mark_side,
        other_side,
        sum_members,
        super_badness,
        tree_sums,
    )  # fmt: skip

__all__ = ["divide"]


def divide(search: Search, count, trees):
    """Cut the pieces, which hang together, into `count` zones by cutting trees.

    The largest superzone is cut first, where the best of some random trees is best.

    Returns
    -------
    int
        The number of zones, less than `count` where there are too few pieces; -1 if they do
        not hang together. The zone of each piece stands in the search.
    """
    wanted: cython.longlong = count
    tries: cython.longlong = trees
    zones: cython.longlong
    with cython.nogil:
        zones = _divide(search, wanted, tries)
    return zones


@cython.cfunc
@cython.nogil
def _divide(s: Search, count: cython.longlong, trees: cython.longlong) -> cython.longlong:
    for v in range(s.n):
        s.zone[v] = 0
        s.local[v] = -1
    s.want[0] = count
    zones = 1
    z = 0
    while z < zones:
        if s.want[z] < 2:
            z += 1
            continue
        m = _members(s, z)
        if m < 2:
            s.want[z] = 1
            for i in range(m):
                s.local[s.member[i]] = -1
            continue
        k = _best_share(s, m, s.want[z], trees)
        if k < 0:
            return -1
        for i in range(m):
            v = s.member[i]
            s.local[v] = -1
            if s.side[i] == 1:
                s.zone[v] = zones
        s.want[zones] = k
        s.want[z] -= k
        zones += 1
    return zones


@cython.cfunc
@cython.nogil
def _members(s: Search, z: cython.longlong) -> cython.longlong:
    """Pieces of a superzone become the members; how many there are."""
    m = 0
    for v in range(s.n):
        if s.zone[v] == z:
            s.local[v] = m
            s.member[m] = v
            m += 1
    return m


@cython.cfunc
@cython.nogil
def _best_share(
    s: Search, m: cython.longlong, k: cython.longlong, trees: cython.longlong
) -> cython.longlong:
    """How many of the members' `k` zones one side gets in the best cut; `side` says which."""
    sum_members(s, m, s.whole, 0)
    plain = s.whole[0] - s.whole[9]
    usual = k - s.whole[10]
    if usual < 1.0:
        usual = 1.0
    fair = plain / usual
    if fair <= 0.0:
        fair = 1.0
    best = 1e300
    best_k: cython.longlong = 1
    for t in range(trees):
        if grow_tree(s, m, 4.0 * (t % 3)) < m:
            return -1
        tree_sums(s, m)
        _subtree_sizes(s, m)
        found: cython.longlong = -1
        for q in range(1, m):
            i = s.order[q]
            other_side(s, i)
            ka = _share(s, m, k, i, fair)
            bad = super_badness(s, s.sums, 13 * i, ka, fair)
            if bad < best:
                bad += super_badness(s, s.whole, 11, k - ka, fair)
                if bad < best:
                    best = bad
                    best_k = ka
                    found = i
        if found >= 0:
            mark_side(s, m, found)
    return best_k


@cython.cfunc
@cython.nogil
def _subtree_sizes(s: Search, m: cython.longlong) -> cython.longlong:
    """From here on `depth` is the number of pieces in a subtree."""
    for i in range(m):
        s.depth[i] = 1
    for q in range(m - 1, 0, -1):
        i = s.order[q]
        s.depth[s.parent[i]] += s.depth[i]
    return 0


@cython.cfunc
@cython.nogil
def _share(
    s: Search, m: cython.longlong, k: cython.longlong, i: cython.longlong, fair: cython.double
) -> cython.longlong:
    """How many of `k` zones a subtree should have."""
    load = s.sums[13 * i] - s.sums[13 * i + 9]
    ka = cython.cast(cython.longlong, load / fair + s.sums[13 * i + 10] + 0.5)
    if ka < 1:
        ka = 1
    if ka > k - 1:
        ka = k - 1
    # No more zones than pieces on either side.
    if ka > s.depth[i]:
        ka = s.depth[i]
    if k - ka > m - s.depth[i]:
        ka = k - m + s.depth[i]
    return ka
