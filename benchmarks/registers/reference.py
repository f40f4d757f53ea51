"""A reference for round trips that shares no code with the package: iterated local search.

2-opt and Or-opt with first improvement, kicked out of local optima by double bridges
(Martin, Otto and Felten 1991), compiled by numba. Rounds of up to nine stops are solved
exactly by dynamic programming (Held and Karp 1962).
"""

from __future__ import annotations

import time

import numba
import numpy as np

__all__ = ["reference_length"]


def reference_length(matrix: np.ndarray, *, seconds: float = 30.0, still: int = 20_000) -> float:
    """Length of the best closed tour found.

    Parameters
    ----------
    matrix : array, shape (m, m)
        Distances, symmetric.
    seconds : float
        Time allowed.
    still : int
        Stop after so many kicks in a row without a shorter tour.
    """
    m = len(matrix)
    if m < 4:
        return float(sum(matrix[i, (i + 1) % m] for i in range(m)))
    if m <= 9:
        return _exact(np.ascontiguousarray(matrix))
    matrix = np.ascontiguousarray(matrix)
    tour = _start(matrix)
    best = _improve(matrix, tour)
    rng = np.random.default_rng(1)
    quiet, end = 0, time.monotonic() + seconds
    while quiet < still and time.monotonic() < end:
        # Three different places to cut, at random.
        cuts = np.sort(rng.random((500, m - 1)).argsort(axis=1)[:, :3], axis=1) + 1
        found, tour = _kick(matrix, tour, cuts)
        quiet = 0 if found < best - 1e-6 else quiet + len(cuts)
        best = min(best, found)
    return float(best)


@numba.njit(cache=True)
def _exact(d):
    m = len(d) - 1
    full = 1 << m
    cost = np.full((full, m), np.inf)
    for i in range(m):
        cost[1 << i, i] = d[0, i + 1]
    for mask in range(full):
        for i in range(m):
            here = cost[mask, i]
            if not np.isfinite(here):
                continue
            for j in range(m):
                if not mask & (1 << j):
                    far = here + d[i + 1, j + 1]
                    if far < cost[mask | (1 << j), j]:
                        cost[mask | (1 << j), j] = far
    best = np.inf
    for i in range(m):
        best = min(best, cost[full - 1, i] + d[i + 1, 0])
    return best


@numba.njit(cache=True)
def _start(d):
    m = len(d)
    seen = np.zeros(m, dtype=np.bool_)
    tour = np.zeros(m, dtype=np.int64)
    seen[0] = True
    for k in range(1, m):
        best, at = np.inf, -1
        for j in range(m):
            if not seen[j] and d[tour[k - 1], j] < best:
                best, at = d[tour[k - 1], j], j
        tour[k] = at
        seen[at] = True
    return tour


@numba.njit(cache=True)
def _length(d, tour):
    total = 0.0
    for k in range(len(tour)):
        total += d[tour[k], tour[(k + 1) % len(tour)]]
    return total


@numba.njit(cache=True)
def _reverse(tour, a, b):
    while a < b:
        tour[a], tour[b] = tour[b], tour[a]
        a += 1
        b -= 1


@numba.njit(cache=True)
def _improve(d, tour):
    m = len(tour)
    moved = True
    while moved:
        moved = False
        for a in range(m - 2):
            for b in range(a + 2, m):
                if a == 0 and b == m - 1:
                    continue
                i, j, k, e = tour[a], tour[a + 1], tour[b], tour[(b + 1) % m]
                if d[i, k] + d[j, e] < d[i, j] + d[k, e] - 1e-9:
                    _reverse(tour, a + 1, b)
                    moved = True
        for size in range(1, 4):
            for a in range(1, m - size + 1):
                p, s, t, q = tour[a - 1], tour[a], tour[a + size - 1], tour[(a + size) % m]
                freed = d[p, s] + d[t, q] - d[p, q]
                if freed <= 1e-9:
                    continue
                best, at, flip = 1e-9, -1, False
                for b in range(m):
                    if a - 1 <= b < a + size:
                        continue
                    u, v = tour[b], tour[(b + 1) % m]
                    base = freed + d[u, v]
                    one, two = base - d[u, s] - d[t, v], base - d[u, t] - d[s, v]
                    if one > best:
                        best, at, flip = one, b, False
                    if two > best:
                        best, at, flip = two, b, True
                if at >= 0:
                    if flip:
                        _reverse(tour, a, a + size - 1)
                    if at > a:
                        _reverse(tour, a, a + size - 1)
                        _reverse(tour, a + size, at)
                        _reverse(tour, a, at)
                    else:
                        _reverse(tour, at + 1, a - 1)
                        _reverse(tour, a, a + size - 1)
                        _reverse(tour, at + 1, a + size - 1)
                    moved = True
    return _length(d, tour)


@numba.njit(cache=True)
def _kick(d, tour, cuts):
    best = _length(d, tour)
    for cut in cuts:
        new = np.concatenate(
            (tour[: cut[0]], tour[cut[1] : cut[2]], tour[cut[0] : cut[1]], tour[cut[2] :])
        )
        length = _improve(d, new)
        if length < best - 1e-9:
            best, tour = length, new
    return best, tour
