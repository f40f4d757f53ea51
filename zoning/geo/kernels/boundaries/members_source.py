"""Zones as linked lists of their pieces, which grow and shrink piece by piece.

``head[z]`` is the first piece of zone ``z``, `after` and `before` lead from piece to piece, -1
at either end; `zone` is the zone of each piece. The graph is that of `zone_sums_source`.
"""

# ruff: noqa: F821 - annotations name kinds, not types

EXPORTED = ()


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
