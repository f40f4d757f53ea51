"""Kernel that divides pieces into zones from nothing (see `zone_sums_source`)."""

# ruff: noqa: F821 - annotations name kinds, not types

from zoning.geo.kernels.boundaries.trees_source import grow_tree, mark_side, other_side, tree_sums
from zoning.geo.kernels.boundaries.zone_sums_source import sum_members, super_badness

EXPORTED = ("divide",)


def divide(
    n: "i",
    count: "i",
    trees: "i",
    start: "ii",
    near: "ii",
    length: "ff",
    hidden: "ff",
    cost: "ff",
    feature: "ff",
    rule: "ff",
    zone: "ii",
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
    want: "ii",
) -> "i":
    """Cut pieces 0 to n - 1, which hang together, into `count` zones by cutting trees.

    The largest superzone is cut first, where the best of some random trees is best. Returns
    the number of zones, which is less than `count` where there are too few pieces.
    """
    for v in range(n):
        zone[v] = 0
        local[v] = -1
    want[0] = count
    zones = 1
    z = 0
    while z < zones:
        if want[z] < 2:
            z += 1
            continue
        m = 0
        for v in range(n):
            if zone[v] == z:
                local[v] = m
                member[m] = v
                m += 1
        if m < 2:
            want[z] = 1
            for i in range(m):
                local[member[i]] = -1
            continue
        sum_members(m, member, local, start, near, length, hidden, feature, whole, 0)
        k = want[z]
        plain = whole[0] - whole[9]
        usual = k - whole[10]
        if usual < 1.0:
            usual = 1.0
        fair = plain / usual
        if fair <= 0.0:
            fair = 1.0
        best = 1e300
        best_k = 1
        for t in range(trees):
            reached = grow_tree(
                m,
                member,
                local,
                start,
                near,
                cost,
                4.0 * (t % 3),
                seed,
                order,
                parent,
                front,
                front_from,
            )
            if reached < m:
                return -1
            tree_sums(
                m, member, local, start, near, length, hidden, feature, order, parent, depth, sums
            )
            # From here on `depth` is the number of pieces in a subtree.
            for i in range(m):
                depth[i] = 1
            for q in range(m - 1, 0, -1):
                depth[parent[order[q]]] += depth[order[q]]
            found = -1
            for q in range(1, m):
                i = order[q]
                other_side(whole, sums, i)
                ka = int((sums[13 * i] - sums[13 * i + 9]) / fair + sums[13 * i + 10] + 0.5)
                if ka < 1:
                    ka = 1
                if ka > k - 1:
                    ka = k - 1
                # No more zones than pieces on either side.
                if ka > depth[i]:
                    ka = depth[i]
                if k - ka > m - depth[i]:
                    ka = k - m + depth[i]
                bad = super_badness(sums, 13 * i, ka, rule, fair)
                if bad < best:
                    bad += super_badness(whole, 11, k - ka, rule, fair)
                    if bad < best:
                        best = bad
                        best_k = ka
                        found = i
            if found >= 0:
                mark_side(m, found, order, parent, side)
        for i in range(m):
            v = member[i]
            local[v] = -1
            if side[i] == 1:
                zone[v] = zones
        want[zones] = best_k
        want[z] = k - best_k
        zones += 1
    return zones
