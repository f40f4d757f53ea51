"""Kernel that makes zones better, pair by pair and piece by piece (see `zone_sums_source`)."""

# ruff: noqa: F821 - annotations name kinds, not types

from zoning.geo.kernels.boundaries.members_source import gather, leaves_whole, other_zone, put, take
from zoning.geo.kernels.boundaries.trees_source import grow_tree, mark_side, other_side, tree_sums
from zoning.geo.kernels.boundaries.zone_sums_source import badness, sum_members

EXPORTED = ("improve",)


def best_cut(
    m: "i",
    member: "ii",
    local: "ii",
    trees: "i",
    start: "ii",
    near: "ii",
    length: "ff",
    hidden: "ff",
    cost: "ff",
    feature: "ff",
    rule: "ff",
    seed: "ii",
    order: "ii",
    parent: "ii",
    depth: "ii",
    front: "ii",
    front_from: "ii",
    sums: "ff",
    side: "ii",
    whole: "ff",
) -> "f":
    """Badness of the best way found to cut the members in two; `side` says how."""
    best = 1e300
    hopeless = rule[3] + 2.0 * rule[9]
    plain = 0
    if whole[10] == 0.0:
        plain = 1
    for t in range(trees):
        reached = grow_tree(
            m,
            member,
            local,
            start,
            near,
            cost,
            2.0 * (t % 3),
            seed,
            order,
            parent,
            front,
            front_from,
        )
        if reached < m:
            return 1e300
        tree_sums(
            m, member, local, start, near, length, hidden, feature, order, parent, depth, sums
        )
        found = -1
        for q in range(1, m):
            i = order[q]
            if best <= hopeless and plain == 1:
                # A side outside the limits costs more than the best so far.
                load = sums[13 * i]
                rest = whole[0] - load
                if load < rule[1] or load > rule[2] or rest < rule[1] or rest > rule[2]:
                    continue
            bad = badness(sums, 13 * i, rule)
            if bad < best:
                other_side(whole, sums, i)
                bad += badness(whole, 11, rule)
                if bad < best:
                    best = bad
                    found = i
        if found >= 0:
            mark_side(m, found, order, parent, side)
    return best


def try_flip(
    v: "i",
    y: "i",
    heat: "f",
    start: "ii",
    near: "ii",
    length: "ff",
    hidden: "ff",
    feature: "ff",
    rule: "ff",
    zone: "ii",
    zf: "ff",
    head: "ii",
    after: "ii",
    before: "ii",
    stamp: "ii",
    mark: "i",
    queue: "ii",
    whole: "ff",
) -> "i":
    """Move one piece to a neighbouring zone where that is better and cuts nothing off."""
    z = zone[v]
    if head[z] == v and after[v] < 0:
        return 0
    lz = 0.0
    hz = 0.0
    ly = 0.0
    hy = 0.0
    for e in range(start[v], start[v + 1]):
        u = zone[near[e]]
        if u == z:
            lz += length[e]
            hz += hidden[e]
        elif u == y:
            ly += length[e]
            hy += hidden[e]
    for j in range(11):
        whole[j] = zf[11 * z + j] - feature[11 * v + j]
        whole[11 + j] = zf[11 * y + j] + feature[11 * v + j]
    whole[3] += 2.0 * lz
    whole[4] += 2.0 * hz
    whole[14] -= 2.0 * ly
    whole[15] -= 2.0 * hy
    now = badness(zf, 11 * z, rule) + badness(zf, 11 * y, rule)
    then = badness(whole, 0, rule) + badness(whole, 11, rule)
    if then > now + heat - 1e-9:
        return 0
    if leaves_whole(v, z, zone, start, near, stamp, mark, queue) == 0:
        return 0
    for j in range(11):
        zf[11 * z + j] = whole[j]
        zf[11 * y + j] = whole[11 + j]
    take(v, zone, head, after, before)
    put(v, y, zone, head, after, before)
    return 1


def improve(
    n: "i",
    zones: "i",
    sweeps: "i",
    trees: "i",
    flips: "i",
    fixed: "i",
    start: "ii",
    near: "ii",
    length: "ff",
    hidden: "ff",
    cost: "ff",
    feature: "ff",
    rule: "ff",
    zone: "ii",
    locked: "ii",
    seed: "ii",
    local: "ii",
    member: "ii",
    order: "ii",
    parent: "ii",
    depth: "ii",
    front: "ii",
    front_from: "ii",
    sums: "ff",
    side: "ii",
    whole: "ff",
    zf: "ff",
    head: "ii",
    after: "ii",
    before: "ii",
    stamp: "ii",
    queue: "ii",
    total: "ff",
) -> "i":
    """Make zones better: cut pairs of neighbours anew, merge, divide, move single pieces.

    Worse steps are taken up to a threshold that falls to nothing. Zones whose `locked` is 1
    stay as they are. Returns the number of zones; `total` receives the sum of badness.
    """
    for v in range(n):
        local[v] = -1
        stamp[v] = 0
    for z in range(n + 1):
        head[z] = -1
    for v in range(n - 1, -1, -1):
        put(v, zone[v], zone, head, after, before)
    for z in range(zones):
        m = gather(z, 0, head, after, local, member)
        sum_members(m, member, local, start, near, length, hidden, feature, zf, 11 * z)
        for i in range(m):
            local[member[i]] = -1
    mark = 1
    s = seed[0]
    for sweep in range(sweeps):
        heat = rule[13] * (1.0 - sweep / (0.7 * sweeps))
        if heat < 0.0:
            heat = 0.0
        for _ in range(zones):
            s = seed[0] * 48271 % 2147483647
            seed[0] = s
            z = s % zones
            if locked[z] == 1:
                continue
            s = s * 48271 % 2147483647
            seed[0] = s
            alone = 0
            if fixed == 0 and zf[11 * z] > rule[0] * 1.25 and s % 3 == 0:
                alone = 1
                y = -1
            else:
                y = other_zone(z, head, after, start, near, zone, seed)
                if y < 0 or locked[y] == 1:
                    continue
            m = gather(z, 0, head, after, local, member)
            now = badness(zf, 11 * z, rule)
            if alone == 0:
                m = gather(y, m, head, after, local, member)
                now += badness(zf, 11 * y, rule)
            sum_members(m, member, local, start, near, length, hidden, feature, whole, 0)
            if alone == 0 and fixed == 0:
                one = badness(whole, 0, rule)
            else:
                one = 1e300
            best = 1e300
            if m > 1:
                best = best_cut(
                    m,
                    member,
                    local,
                    trees,
                    start,
                    near,
                    length,
                    hidden,
                    cost,
                    feature,
                    rule,
                    seed,
                    order,
                    parent,
                    depth,
                    front,
                    front_from,
                    sums,
                    side,
                    whole,
                )
            for i in range(m):
                local[member[i]] = -1
            if one < best and one < now + heat - 1e-9:
                # One zone is better than two: the last zone takes the number that is free.
                for i in range(m):
                    take(member[i], zone, head, after, before)
                    put(member[i], z, zone, head, after, before)
                for j in range(11):
                    zf[11 * z + j] = whole[j]
                last = zones - 1
                if y != last:
                    while head[last] >= 0:
                        v = head[last]
                        take(v, zone, head, after, before)
                        put(v, y, zone, head, after, before)
                    for j in range(11):
                        zf[11 * y + j] = zf[11 * last + j]
                    locked[y] = locked[last]
                zones = last
            elif best < now + heat - 1e-9:
                if alone == 1:
                    y = zones
                    locked[y] = 0
                    zones += 1
                for i in range(m):
                    take(member[i], zone, head, after, before)
                for i in range(m):
                    if side[i] == 1:
                        put(member[i], z, zone, head, after, before)
                    else:
                        put(member[i], y, zone, head, after, before)
                for k in range(2):
                    q = z
                    if k == 1:
                        q = y
                    m = gather(q, 0, head, after, local, member)
                    sum_members(m, member, local, start, near, length, hidden, feature, zf, 11 * q)
                    for i in range(m):
                        local[member[i]] = -1
        for _ in range(flips * n):
            s = seed[0] * 48271 % 2147483647
            v = s % n
            s = s * 48271 % 2147483647
            seed[0] = s
            many = start[v + 1] - start[v]
            if many == 0:
                continue
            y = zone[near[start[v] + s % many]]
            if y != zone[v] and locked[y] == 0 and locked[zone[v]] == 0:
                mark += 2
                try_flip(
                    v,
                    y,
                    0.5 * heat,
                    start,
                    near,
                    length,
                    hidden,
                    feature,
                    rule,
                    zone,
                    zf,
                    head,
                    after,
                    before,
                    stamp,
                    mark,
                    queue,
                    whole,
                )
    total[0] = 0.0
    for z in range(zones):
        total[0] += badness(zf, 11 * z, rule)
    return zones
