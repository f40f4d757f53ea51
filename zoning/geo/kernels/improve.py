"""Kernel that makes zones better, pair by pair and piece by piece (see `trees`).

Zones are linked lists of their pieces here, which grow and shrink piece by piece: ``head[z]``
is the first piece of zone ``z``, `after` and `before` lead from piece to piece, -1 at either
end; `zone` is the zone of each piece. ``zone_sums[11 * z:]`` are the sums of zone ``z``.
"""

from __future__ import annotations

try:
    import cython
except ImportError:
    from zoning.geo.kernels import plain as cython

if not cython.compiled:
    from zoning.geo.kernels.trees import (
        Search,
        badness,
        grow_tree,
        mark_side,
        other_side,
        sum_members,
        tree_sums,
    )  # fmt: skip

__all__ = ["improve"]


def improve(search: Search, zones, effort, fixed):
    """Make zones better: cut pairs of neighbours anew, merge, divide, move single pieces.

    Worse steps are taken up to a threshold that falls to nothing.

    Parameters
    ----------
    search : Search
        Divided into zones; the zone of each piece is brought up to date.
    zones : int
        How many there are.
    effort : object
        `sweeps` through all zones, `trees` for each cut of two zones, `flips`: single pieces
        tried per piece.
    fixed : bool
        Their number must stay.

    Returns
    -------
    tuple of int and float
        The number of zones and the sum of their badness.
    """
    many: cython.longlong = zones
    sweeps: cython.longlong = effort.sweeps
    trees: cython.longlong = effort.trees
    flips: cython.longlong = effort.flips * search.n
    stays: cython.longlong = fixed
    total: cython.double = 0.0
    with cython.nogil:
        _enter(search, many)
        for sweep in range(sweeps):
            heat = search.heat * (1.0 - sweep / (0.7 * sweeps))
            if heat < 0.0:
                heat = 0.0
            for _ in range(many):
                many = _step(search, many, trees, stays, heat)
            for _ in range(flips):
                _flip(search, 0.5 * heat)
        for z in range(many):
            total += badness(search, search.zone_sums, 11 * z)
    return many, total


@cython.cfunc
@cython.nogil
def _draw(s: Search) -> cython.longlong:
    """The next random number."""
    s.seed = s.seed * 48271 % 2147483647
    return s.seed


@cython.cfunc
@cython.nogil
def _put(s: Search, v: cython.longlong, z: cython.longlong) -> cython.longlong:
    """Enter a piece into the list of its zone."""
    first = s.head[z]
    s.zone[v] = z
    s.after[v] = first
    s.before[v] = -1
    if first >= 0:
        s.before[first] = v
    s.head[z] = v
    return 0


@cython.cfunc
@cython.nogil
def _take(s: Search, v: cython.longlong) -> cython.longlong:
    """Strike a piece from the list of its zone."""
    left = s.before[v]
    right = s.after[v]
    if left >= 0:
        s.after[left] = right
    else:
        s.head[s.zone[v]] = right
    if right >= 0:
        s.before[right] = left
    return 0


@cython.cfunc
@cython.nogil
def _gather(s: Search, z: cython.longlong, m: cython.longlong) -> cython.longlong:
    """Add the pieces of a zone to the members; returns how many these are then."""
    v = s.head[z]
    while v >= 0:
        s.local[v] = m
        s.member[m] = v
        m += 1
        v = s.after[v]
    return m


@cython.cfunc
@cython.nogil
def _part(s: Search, m: cython.longlong) -> cython.longlong:
    """The members are members no longer."""
    for i in range(m):
        s.local[s.member[i]] = -1
    return 0


@cython.cfunc
@cython.nogil
def _sum_zone(s: Search, z: cython.longlong) -> cython.longlong:
    m = _gather(s, z, 0)
    sum_members(s, m, s.zone_sums, 11 * z)
    return _part(s, m)


@cython.cfunc
@cython.nogil
def _enter(s: Search, zones: cython.longlong) -> cython.longlong:
    """The lists and sums of zones as they are, none of them locked."""
    s.mark = 1
    for v in range(s.n):
        s.local[v] = -1
        s.stamp[v] = 0
    for z in range(s.n + 1):
        s.head[z] = -1
        s.locked[z] = 0
    for v in range(s.n - 1, -1, -1):
        _put(s, v, s.zone[v])
    for z in range(zones):
        _sum_zone(s, z)
    return 0


@cython.cfunc
@cython.nogil
def _other_zone(s: Search, z: cython.longlong) -> cython.longlong:
    """A random zone beside another, by counting border pieces; -1 if there is none."""
    chance = s.seed
    n: cython.longlong = 0
    found: cython.longlong = -1
    v = s.head[z]
    while v >= 0:
        for e in range(s.start[v], s.start[v + 1]):
            y = s.zone[s.near[e]]
            if y != z:
                n += 1
                chance = chance * 48271 % 2147483647
                if chance % n == 0:
                    found = y
        v = s.after[v]
    s.seed = chance
    return found


@cython.cfunc
@cython.nogil
def _step(
    s: Search,
    zones: cython.longlong,
    trees: cython.longlong,
    fixed: cython.longlong,
    heat: cython.double,
) -> cython.longlong:
    """Cut a random zone, alone or with a neighbour, or merge the two; the new number of zones."""
    z = _draw(s) % zones
    if s.locked[z] == 1:
        return zones
    chance = _draw(s)
    y: cython.longlong = -1
    alone = 0
    if fixed == 0 and s.zone_sums[11 * z] > s.target * 1.25 and chance % 3 == 0:
        alone = 1
    if alone == 0:
        y = _other_zone(s, z)
        if y < 0 or s.locked[y] == 1:
            return zones
    m = _gather(s, z, 0)
    now = badness(s, s.zone_sums, 11 * z)
    if alone == 0:
        m = _gather(s, y, m)
        now += badness(s, s.zone_sums, 11 * y)
    sum_members(s, m, s.whole, 0)
    one = 1e300
    if alone == 0 and fixed == 0:
        one = badness(s, s.whole, 0)
    best = 1e300
    if m > 1:
        best = _best_cut(s, m, trees)
    _part(s, m)
    if one < best and one < now + heat - 1e-9:
        zones -= 1
        _merge(s, m, z, y, zones)
    elif best < now + heat - 1e-9:
        if alone == 1:
            y = zones
            s.locked[y] = 0
            zones += 1
        _cut(s, m, z, y)
    return zones


@cython.cfunc
@cython.nogil
def _best_cut(s: Search, m: cython.longlong, trees: cython.longlong) -> cython.double:
    """Badness of the best way found to cut the members in two; `side` says how."""
    best = 1e300
    hopeless = s.outside + 2.0 * s.more
    plain = 1 if s.whole[10] == 0.0 else 0
    for t in range(trees):
        if grow_tree(s, m, 2.0 * (t % 3)) < m:
            return 1e300
        tree_sums(s, m)
        found: cython.longlong = -1
        for q in range(1, m):
            i = s.order[q]
            if best <= hopeless and plain == 1:
                # A side outside the limits costs more than the best so far.
                load = s.sums[13 * i]
                rest = s.whole[0] - load
                if load < s.low or load > s.high or rest < s.low or rest > s.high:
                    continue
            bad = badness(s, s.sums, 13 * i)
            if bad < best:
                other_side(s, i)
                bad += badness(s, s.whole, 11)
                if bad < best:
                    best = bad
                    found = i
        if found >= 0:
            mark_side(s, m, found)
    return best


@cython.cfunc
@cython.nogil
def _merge(
    s: Search, m: cython.longlong, z: cython.longlong, y: cython.longlong, last: cython.longlong
) -> cython.longlong:
    """One zone instead of two: the last zone takes the number that is free."""
    for i in range(m):
        _take(s, s.member[i])
        _put(s, s.member[i], z)
    for j in range(11):
        s.zone_sums[11 * z + j] = s.whole[j]
    if y != last:
        while s.head[last] >= 0:
            v = s.head[last]
            _take(s, v)
            _put(s, v, y)
        for j in range(11):
            s.zone_sums[11 * y + j] = s.zone_sums[11 * last + j]
        s.locked[y] = s.locked[last]
    return 0


@cython.cfunc
@cython.nogil
def _cut(s: Search, m: cython.longlong, z: cython.longlong, y: cython.longlong) -> cython.longlong:
    """Members on the marked side become zone `z`, the others zone `y`."""
    for i in range(m):
        _take(s, s.member[i])
    for i in range(m):
        _put(s, s.member[i], z if s.side[i] == 1 else y)
    _sum_zone(s, z)
    _sum_zone(s, y)
    return 0


@cython.cfunc
@cython.nogil
def _flip(s: Search, heat: cython.double) -> cython.longlong:
    """Move a random piece to a neighbouring zone where that is better and cuts nothing off."""
    v = _draw(s) % s.n
    chance = _draw(s)
    many = s.start[v + 1] - s.start[v]
    if many == 0:
        return 0
    z = s.zone[v]
    y = s.zone[s.near[s.start[v] + chance % many]]
    if y == z or s.locked[y] == 1 or s.locked[z] == 1:
        return 0
    s.mark += 2
    if s.head[z] == v and s.after[v] < 0:
        return 0
    _sums_after(s, v, z, y)
    now = badness(s, s.zone_sums, 11 * z) + badness(s, s.zone_sums, 11 * y)
    then = badness(s, s.whole, 0) + badness(s, s.whole, 11)
    if then > now + heat - 1e-9 or _leaves_whole(s, v, z) == 0:
        return 0
    for j in range(11):
        s.zone_sums[11 * z + j] = s.whole[j]
        s.zone_sums[11 * y + j] = s.whole[11 + j]
    _take(s, v)
    _put(s, v, y)
    return 1


@cython.cfunc
@cython.nogil
def _sums_after(
    s: Search, v: cython.longlong, z: cython.longlong, y: cython.longlong
) -> cython.longlong:
    """Sums of two zones if a piece went from the first to the second."""
    lz = hz = ly = hy = 0.0
    for e in range(s.start[v], s.start[v + 1]):
        u = s.zone[s.near[e]]
        if u == z:
            lz += s.length[e]
            hz += s.hidden[e]
        elif u == y:
            ly += s.length[e]
            hy += s.hidden[e]
    for j in range(11):
        s.whole[j] = s.zone_sums[11 * z + j] - s.feature[11 * v + j]
        s.whole[11 + j] = s.zone_sums[11 * y + j] + s.feature[11 * v + j]
    s.whole[3] += 2.0 * lz
    s.whole[4] += 2.0 * hz
    s.whole[14] -= 2.0 * ly
    s.whole[15] -= 2.0 * hy
    return 0


@cython.cfunc
@cython.nogil
def _leaves_whole(s: Search, v: cython.longlong, z: cython.longlong) -> cython.longlong:
    """Whether a zone still hangs together without one of its pieces."""
    mark = s.mark
    wanted = 0
    first: cython.longlong = -1
    for e in range(s.start[v], s.start[v + 1]):
        u = s.near[e]
        if s.zone[u] == z:
            s.stamp[u] = mark
            wanted += 1
            first = u
    if wanted < 2:
        return wanted
    n = 1
    s.queue[0] = first
    s.stamp[first] = mark + 1
    met = 1
    i = 0
    while i < n:
        u = s.queue[i]
        i += 1
        for e in range(s.start[u], s.start[u + 1]):
            w = s.near[e]
            if s.zone[w] == z and w != v and s.stamp[w] != mark + 1:
                if s.stamp[w] == mark:
                    met += 1
                    if met == wanted:
                        return 1
                s.stamp[w] = mark + 1
                s.queue[n] = w
                n += 1
    return 0
