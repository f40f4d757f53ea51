"""Kernels of the partition, in the restricted Python that is compiled (see `planar_source`).

Pieces are nodes of a graph in compressed rows: the neighbours of piece ``v`` stand in
``near[start[v]:start[v + 1]]``, with `length` and `hidden` of the common border. A zone is
judged by ten sums over its pieces, so that any cut of a tree can be judged at once:

0 load, 1 second load, 2 area, 3 perimeter, 4 hidden border, 5 people, 6 and 7 people times x
and y, 8 people times squared distance, 9 load of pieces that are above the maximum alone,
10 number of these. `rule` holds the limits and weights, see `RULE` in partition.py.
"""

# ruff: noqa: F821 - annotations name kinds, not types

from math import sqrt

EXPORTED = ("divide", "improve")


def badness(z: "ff", at: "i", rule: "ff") -> "f":
    """How bad a zone with these sums is; 0 would be perfect."""
    load = z[at]
    target = rule[0]
    bad = rule[9]
    big = z[at + 9]
    if z[at + 10] > 0.0:
        extra = (load - big) / target
        bad += rule[3] * (z[at + 10] - 1.0)
        if extra > 0.0:
            bad += rule[3] * (2.0 + extra)
    else:
        off = load - target
        if off < 0.0:
            off = -off
        off = off / target
        bad += rule[4] * off + rule[5] * off * off
        if load < rule[1]:
            bad += rule[3] * (1.0 + (rule[1] - load) / target)
        elif load > rule[2]:
            bad += rule[3] * (1.0 + (load - rule[2]) / target)
        if rule[10] > 0.0:
            second = z[at + 1]
            if second < rule[11]:
                bad += rule[3] * (1.0 + (rule[11] - second) / rule[10])
            elif second > rule[12]:
                bad += rule[3] * (1.0 + (second - rule[12]) / rule[10])
    around = z[at + 3]
    if around > 0.0:
        roundness = 12.566370614359172 * z[at + 2] / (around * around)
        bad += rule[6] * (1.0 - roundness)
        if roundness < 0.4:
            bad += rule[14] * (0.4 - roundness) * (0.4 - roundness)
    bad += rule[7] * z[at + 4]
    people = z[at + 5]
    if people > 0.0:
        mx = z[at + 6] / people
        my = z[at + 7] / people
        spread = z[at + 8] / people - mx * mx - my * my
        if spread > 0.0:
            bad += rule[8] * sqrt(spread)
    return bad


def sum_members(
    m: "i",
    member: "ii",
    local: "ii",
    start: "ii",
    near: "ii",
    length: "ff",
    hidden: "ff",
    feature: "ff",
    out: "ff",
    at: "i",
) -> "i":
    """Sums over some pieces; borders between two of them are taken off."""
    for j in range(11):
        out[at + j] = 0.0
    for i in range(m):
        v = member[i]
        for j in range(11):
            out[at + j] += feature[11 * v + j]
        for e in range(start[v], start[v + 1]):
            if local[near[e]] >= 0:
                out[at + 3] -= length[e]
                out[at + 4] -= hidden[e]
    return m


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


def super_badness(z: "ff", at: "i", k: "i", rule: "ff", fair: "f") -> "f":
    """How bad it is to make `k` zones of a side with these sums."""
    n = k - z[at + 10]
    load = z[at] - z[at + 9]
    if n < 0.5:
        return rule[3] * (0.5 - n) + rule[3] * load / fair
    each = load / n
    off = (each - fair) / fair
    bad = rule[5] * off * off * n
    if off < 0.0:
        off = -off
    bad += rule[4] * off * n
    if each < rule[1]:
        bad += n * rule[3] * (1.0 + (rule[1] - each) / fair)
    elif each > rule[2]:
        bad += n * rule[3] * (1.0 + (each - rule[2]) / fair)
    if rule[10] > 0.0:
        second = z[at + 1] / k
        if second < rule[11] or second > rule[12]:
            bad += n * rule[3]
    around = z[at + 3]
    if around > 0.0:
        bad += rule[6] * k * (1.0 - 12.566370614359172 * z[at + 2] / (around * around))
    return bad + rule[7] * z[at + 4]


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


def put(v: "i", z: "i", zone: "ii", head: "ii", after: "ii", before: "ii") -> "i":
    """Enter a piece into the list of its zone."""
    zone[v] = z
    after[v] = head[z]
    before[v] = -1
    if head[z] >= 0:
        before[head[z]] = v
    head[z] = v
    return 0


def take(v: "i", zone: "ii", head: "ii", after: "ii", before: "ii") -> "i":
    """Strike a piece from the list of its zone."""
    if before[v] >= 0:
        after[before[v]] = after[v]
    else:
        head[zone[v]] = after[v]
    if after[v] >= 0:
        before[after[v]] = before[v]
    return 0


def gather(z: "i", m: "i", head: "ii", after: "ii", local: "ii", member: "ii") -> "i":
    """Add the members of a zone to a list; returns its new length."""
    v = head[z]
    while v >= 0:
        local[v] = m
        member[m] = v
        m += 1
        v = after[v]
    return m


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


def leaves_whole(
    v: "i",
    z: "i",
    zone: "ii",
    start: "ii",
    near: "ii",
    stamp: "ii",
    mark: "i",
    queue: "ii",
) -> "i":
    """Whether a zone still hangs together without one of its pieces."""
    wanted = 0
    first = -1
    for e in range(start[v], start[v + 1]):
        u = near[e]
        if zone[u] == z:
            stamp[u] = mark
            wanted += 1
            first = u
    if wanted < 2:
        return wanted
    n = 1
    queue[0] = first
    stamp[first] = mark + 1
    met = 1
    i = 0
    while i < n:
        u = queue[i]
        i += 1
        for e in range(start[u], start[u + 1]):
            w = near[e]
            if zone[w] == z and w != v and stamp[w] != mark + 1:
                if stamp[w] == mark:
                    met += 1
                    if met == wanted:
                        return 1
                stamp[w] = mark + 1
                queue[n] = w
                n += 1
    return 0


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


def other_zone(
    z: "i", head: "ii", after: "ii", start: "ii", near: "ii", zone: "ii", seed: "ii"
) -> "i":
    """A random zone beside another, by counting border pieces; -1 if there is none."""
    s = seed[0]
    n = 0
    found = -1
    v = head[z]
    while v >= 0:
        for e in range(start[v], start[v + 1]):
            y = zone[near[e]]
            if y != z:
                n += 1
                s = s * 48271 % 2147483647
                if s % n == 0:
                    found = y
        v = after[v]
    seed[0] = s
    return found


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
