"""Kernels over disjoint sets.

``part[v]`` leads from each member towards the lowest of its set, which is its own.
"""

from __future__ import annotations

try:
    import cython
except ImportError:
    from zoning.geo.kernels import plain as cython

from zoning.geo.kernels.door import real, whole

__all__ = ["join_small", "unite"]


def unite(ends, part):
    """Give each node the lowest node that segments connect it with.

    Parameters
    ----------
    ends : array of int, shape (segments, 2)
    part : array of int, shape (nodes,)
        Starts as 0, 1, 2 ... and is brought up to date.

    Returns
    -------
    int
        How many sets there are.
    """
    pair: cython.longlong[::1] = whole("ends", ends)
    lowest: cython.longlong[::1] = whole("part", part, out=True)
    count: cython.longlong
    with cython.nogil:
        count = _unite(pair, lowest)
    return count


def join_small(pair, most, held, part):
    """Join pairs in order while the sum of both does not pass `most`.

    Parameters
    ----------
    pair : array of int, shape (pairs, 2)
    most : float
    held, part : array of float and of int, shape (members,)
        `part` gives the first of those that are one, `held` their sum at its place; both are
        brought up to date.

    Returns
    -------
    int
        How often two were joined.
    """
    row: cython.longlong[::1] = whole("pair", pair)
    first: cython.longlong[::1] = whole("part", part, out=True)
    load: cython.double[::1] = real("held", held, len(part), out=True)
    limit: cython.double = most
    count: cython.longlong
    with cython.nogil:
        count = _join_small(row, limit, load, first)
    return count


@cython.cfunc
@cython.nogil
def _root(v: cython.longlong, part: cython.longlong[::1]) -> cython.longlong:
    """The first of those that are one with `v`; halves the path to it."""
    while part[v] != v:
        part[v] = part[part[v]]
        v = part[v]
    return v


@cython.cfunc
@cython.nogil
def _unite(ends: cython.longlong[::1], part: cython.longlong[::1]) -> cython.longlong:
    for s in range(len(ends) // 2):
        a = _root(ends[2 * s], part)
        b = _root(ends[2 * s + 1], part)
        if a < b:
            part[b] = a
        elif b < a:
            part[a] = b
    count = 0
    for v in range(len(part)):
        part[v] = part[part[v]]
        if part[v] == v:
            count += 1
    return count


@cython.cfunc
@cython.nogil
def _join_small(
    pair: cython.longlong[::1],
    most: cython.double,
    held: cython.double[::1],
    part: cython.longlong[::1],
) -> cython.longlong:
    count = 0
    for i in range(len(pair) // 2):
        a = _root(pair[2 * i], part)
        b = _root(pair[2 * i + 1], part)
        if a == b or held[a] + held[b] > most:
            continue
        if b < a:
            a, b = b, a
        part[b] = a
        held[a] += held[b]
        count += 1
    for v in range(len(part)):
        part[v] = part[part[v]]
    return count
