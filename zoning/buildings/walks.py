"""Short closed walks: many small round trips at once, in plain numpy.

Tours are improved by 2-opt and Or-opt (segments of one to three stops, either way round),
always the best move, until none is left (Croes 1958; Or 1976). Round trips of the same
number of stops are worked on together, which is what makes ten thousand zones quick.
"""

from __future__ import annotations

import numpy as np

__all__ = ["improve", "nearest_neighbour", "tour_length"]

_LEAST_GAIN = 1e-6
#: Stops times stops times rounds that one batch may take before it is left as it is.
_MAX_WORK = 4e8


def tour_length(matrix: np.ndarray, tour: np.ndarray) -> np.ndarray:
    """Length of each closed tour.

    Parameters
    ----------
    matrix : array, shape (z, m, m)
        Distances, symmetric.
    tour : array of int, shape (z, m)
        Order of stops.
    """
    z = np.arange(len(matrix))[:, None]
    return matrix[z, tour, np.roll(tour, -1, axis=1)].sum(axis=1)


def nearest_neighbour(matrix: np.ndarray) -> np.ndarray:
    """Tours from stop 0, always on to the nearest stop not yet seen (the lowest of equals)."""
    z, m, _ = matrix.shape
    row = np.arange(z)
    tour = np.zeros((z, m), dtype="int64")
    seen = np.zeros((z, m), dtype=bool)
    seen[:, 0] = True
    for step in range(1, m):
        ahead = np.where(seen, np.inf, matrix[row, tour[:, step - 1]])
        tour[:, step] = ahead.argmin(axis=1)
        seen[row, tour[:, step]] = True
    return tour


def improve(matrix: np.ndarray, tour: np.ndarray) -> np.ndarray:
    """Tours no longer than the given ones, stop 0 first.

    Parameters
    ----------
    matrix : array, shape (z, m, m)
        Distances, symmetric, finite.
    tour : array of int, shape (z, m)
        Where to start from.
    """
    z, m, _ = matrix.shape
    tour = tour.copy()
    if m < 4 or not z:
        return tour
    rounds = int(max(m // 4, min(20 * m, _MAX_WORK / (m * m))))
    open_ = np.arange(z)
    for _ in range(rounds):
        here = tour[open_]
        lists, gain = _best_moves(matrix[open_], here)
        better = gain > _LEAST_GAIN
        if not better.any():
            break
        tour[open_[better]] = np.take_along_axis(here, lists, axis=1)[better]
        open_ = open_[better]
    return _from_zero(tour)


def _from_zero(tour: np.ndarray) -> np.ndarray:
    m = tour.shape[1]
    shift = (tour == 0).argmax(axis=1)
    return np.take_along_axis(tour, (np.arange(m) + shift[:, None]) % m, axis=1)


def _best_moves(matrix: np.ndarray, tour: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The order of positions after the best move of each tour, and what it gains."""
    z, m = tour.shape
    rows = np.arange(z)[:, None, None]
    p = matrix[rows, tour[:, :, None], tour[:, None, :]]
    step = p[:, np.arange(m), (np.arange(m) + 1) % m]
    best = np.full(z, -np.inf)
    choice = np.zeros((z, 4), dtype="int64")
    for kind in range(4):
        gain = _two_opt(p, step) if kind == 0 else _or_opt(p, step, kind)
        turned = None
        if kind:
            gain, turned = gain
        flat = gain.reshape(z, -1)
        at = flat.argmax(axis=1)
        value = flat[np.arange(z), at]
        win = value > best + _LEAST_GAIN
        best[win] = value[win]
        a, b = np.divmod(at, m)
        flip = np.zeros(z, dtype="int64") if turned is None else turned[np.arange(z), a, b]
        choice[win] = np.column_stack([np.full(z, kind), a, b, flip])[win]
    return _apply(choice, m), best


def _two_opt(p: np.ndarray, step: np.ndarray) -> np.ndarray:
    """Gain of reversing positions a+1..b, for a < b."""
    ahead = np.roll(p, (-1, -1), axis=(1, 2))
    gain = step[:, :, None] + step[:, None, :] - p - ahead
    m = step.shape[1]
    gain[:, np.tri(m, dtype=bool)] = -np.inf
    return gain


def _or_opt(p: np.ndarray, step: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Gain of moving the `size` positions from a between b and b+1, and whether turned."""
    m = step.shape[1]
    a = np.arange(m)
    end, before, after = (a + size - 1) % m, (a - 1) % m, (a + size) % m
    freed = step[:, before] + step[:, end] - p[:, before, after]
    straight = np.swapaxes(p, 1, 2)[:, a, :] + np.roll(p[:, end, :], -1, axis=2)
    turned = np.swapaxes(p, 1, 2)[:, end, :] + np.roll(p[:, a, :], -1, axis=2)
    flip = turned < straight
    gain = freed[:, :, None] + step[:, None, :] - np.where(flip, turned, straight)
    offset = (a[None, :] - a[:, None]) % m
    gain[:, (offset < size) | (offset == m - 1)] = -np.inf
    if size > m - 2:
        gain[:] = -np.inf
    return gain, flip.astype("int64")


def _apply(choice: np.ndarray, m: int) -> np.ndarray:
    """Positions in their new order, one row a tour."""
    kind, a, b, flip = (choice[:, i : i + 1] for i in range(4))
    k = np.arange(m)[None, :]
    # 2-opt: a+1..b reversed.
    inside = (k > a) & (k <= b)
    two = np.where(inside, a + 1 + b - k, k)
    # Or-opt, told from the segment's beginning: the stops up to b, then the segment.
    size = np.maximum(kind, 1)
    gap = (b - a) % m - size + 1
    moved = np.where(flip == 1, size - 1 - (k - gap), k - gap)
    other = np.where(k < gap, k + size, np.where(k < gap + size, moved, k))
    other = (other + a) % m
    return np.where(kind == 0, two, other)
