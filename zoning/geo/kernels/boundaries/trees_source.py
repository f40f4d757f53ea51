"""Random spanning trees over pieces and the sums of their subtrees (see `zone_sums_source`).

Every edge of a tree is a way to cut the pieces in two, each half hanging together.
"""

# ruff: noqa: F821 - annotations name kinds, not types

EXPORTED = ()


def grow_tree(
    m: "i",
    member: "ii",
    local: "ii",
    start: "ii",
    near: "ii",
    cost: "ff",
    bias: "f",
    seed: "ii",
    order: "ii",
    parent: "ii",
    front: "ii",
    front_from: "ii",
) -> "i":
    """A random spanning tree over the members, parents first; prefers edges of low cost.

    `local` is the position of each piece among the members, -1 for others. `order` receives
    positions, `parent` the position of each one's parent. Returns how many were reached.
    """
    s = seed[0]
    for i in range(m):
        parent[i] = -2
    s = s * 48271 % 2147483647
    root = s % m
    parent[root] = -1
    order[0] = root
    reached = 1
    n_front = 0
    v = member[root]
    for e in range(start[v], start[v + 1]):
        u = local[near[e]]
        if u >= 0:
            front[n_front] = e
            front_from[n_front] = root
            n_front += 1
    while n_front > 0:
        s = s * 48271 % 2147483647
        pick = s % n_front
        best = 2.0 + bias * cost[front[pick]]
        # The cheapest of three random edges of the frontier.
        for _ in range(2):
            s = s * 48271 % 2147483647
            other = s % n_front
            price = bias * cost[front[other]] + 2.0
            if price < best:
                best = price
                pick = other
        e = front[pick]
        f = front_from[pick]
        n_front -= 1
        front[pick] = front[n_front]
        front_from[pick] = front_from[n_front]
        w = local[near[e]]
        if parent[w] != -2:
            continue
        parent[w] = f
        order[reached] = w
        reached += 1
        v = member[w]
        for g in range(start[v], start[v + 1]):
            u = local[near[g]]
            if u >= 0 and parent[u] == -2:
                front[n_front] = g
                front_from[n_front] = w
                n_front += 1
    seed[0] = s
    return reached


def tree_sums(
    m: "i",
    member: "ii",
    local: "ii",
    start: "ii",
    near: "ii",
    length: "ff",
    hidden: "ff",
    feature: "ff",
    order: "ii",
    parent: "ii",
    depth: "ii",
    sums: "ff",
) -> "i":
    """The sums of every subtree, borders inside it taken off; 13 numbers a position.

    Positions 11 and 12 are the border and the hidden border towards the rest of the members.
    A border inside a subtree is taken off at the lowest common ancestor of its two sides.
    """
    for i in range(m):
        v = member[i]
        for j in range(11):
            sums[13 * i + j] = feature[11 * v + j]
        sums[13 * i + 11] = 0.0
        sums[13 * i + 12] = 0.0
    depth[order[0]] = 0
    for k in range(1, m):
        i = order[k]
        depth[i] = depth[parent[i]] + 1
    for i in range(m):
        v = member[i]
        for e in range(start[v], start[v + 1]):
            j = local[near[e]]
            if j < 0:
                continue
            sums[13 * i + 11] += length[e]
            sums[13 * i + 12] += hidden[e]
            if j < i:
                continue
            a = i
            b = j
            while a != b:
                if depth[a] >= depth[b]:
                    a = parent[a]
                else:
                    b = parent[b]
            sums[13 * a + 3] -= 2.0 * length[e]
            sums[13 * a + 4] -= 2.0 * hidden[e]
            sums[13 * a + 11] -= 2.0 * length[e]
            sums[13 * a + 12] -= 2.0 * hidden[e]
    for k in range(m - 1, 0, -1):
        i = order[k]
        p = parent[i]
        for j in range(13):
            sums[13 * p + j] += sums[13 * i + j]
    return m


def other_side(whole: "ff", sums: "ff", i: "i") -> "i":
    """Sums of all members but one subtree, written behind those of all members."""
    for j in range(11):
        whole[11 + j] = whole[j] - sums[13 * i + j]
    whole[14] += 2.0 * sums[13 * i + 11]
    whole[15] += 2.0 * sums[13 * i + 12]
    return 0


def mark_side(m: "i", found: "i", order: "ii", parent: "ii", side: "ii") -> "i":
    """1 for the positions of one subtree, 0 for the others."""
    for i in range(m):
        side[i] = 0
    side[found] = 1
    for q in range(1, m):
        i = order[q]
        if i != found and side[parent[i]] == 1:
            side[i] = 1
    return 0
