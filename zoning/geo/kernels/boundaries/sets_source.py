"""Kernels over disjoint sets, in the restricted Python that is compiled (see `planar_source`).

``part[v]`` leads from each member towards the lowest of its set, which is its own.
"""

# ruff: noqa: F821 - annotations name kinds, not types

EXPORTED = ("unite", "join_small")


def root(v: "i", part: "ii") -> "i":
    """The first of those that are one with `v`; halves the path to it."""
    while part[v] != v:
        part[v] = part[part[v]]
        v = part[v]
    return v


def unite(n: "i", ends: "ii", nodes: "i", part: "ii") -> "i":
    """Give each node the lowest node that segments connect it with; `part` starts as 0, 1, 2 ..."""
    for s in range(n):
        a = root(ends[2 * s], part)
        b = root(ends[2 * s + 1], part)
        if a < b:
            part[b] = a
        elif b < a:
            part[a] = b
    count = 0
    for v in range(nodes):
        part[v] = part[part[v]]
        if part[v] == v:
            count += 1
    return count


def join_small(n: "i", pair: "ii", most: "f", members: "i", held: "ff", part: "ii") -> "i":
    """Join pairs in order while the sum of both does not pass `most`.

    `part` gives the first of those that are one, `held` their sum at its place; both are
    brought up to date.
    """
    count = 0
    for i in range(n):
        a = root(pair[2 * i], part)
        b = root(pair[2 * i + 1], part)
        if a == b or held[a] + held[b] > most:
            continue
        if b < a:
            c = a
            a = b
            b = c
        part[b] = a
        held[a] += held[b]
        count += 1
    for v in range(members):
        part[v] = part[part[v]]
    return count
