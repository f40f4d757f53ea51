"""Short closed walks: many small round trips at once, in plain numpy.

Tours are improved by 2-opt and Or-opt (one or two stops moved, either way round),
always the best move, until none is left (Croes 1958; Or 1976). Round trips of the same
number of stops are worked on together, which is what makes ten thousand zones quick.
"""

from __future__ import annotations

import numpy as np

from zoning.model.tolerances import count, tolerance

__all__ = ["improve_walks", "nearest_neighbour", "tour_length"]

_LEAST_GAIN = tolerance("least_gain")
_KINDS = count("kinds_of_step")
_MAX_WORK = tolerance("most_work")


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


def improve_walks(matrix: np.ndarray, tour: np.ndarray) -> np.ndarray:
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
    matrix = matrix.astype("float32")
    # A tour tries one kind of move after the other and is done when none of them gains.
    kind = np.zeros(z, dtype="int64")
    for _ in range(int(max(4 * m, min(40 * m, _MAX_WORK / (m * m))))):
        if (kind == _KINDS).all():
            break
        for k in range(_KINDS):
            rows = np.flatnonzero(kind == k)
            if len(rows):
                order, gain = _best_move(matrix[rows], tour[rows], k)
                better = gain > _LEAST_GAIN
                tour[rows[better]] = np.take_along_axis(tour[rows], order, axis=1)[better]
                kind[rows] = np.where(better, 0, k + 1)
    return _from_zero(tour)


def _from_zero(tour: np.ndarray) -> np.ndarray:
    m = tour.shape[1]
    shift = (tour == 0).argmax(axis=1)
    return np.take_along_axis(tour, (np.arange(m) + shift[:, None]) % m, axis=1)


def _best_move(matrix: np.ndarray, tour: np.ndarray, kind: int) -> tuple[np.ndarray, np.ndarray]:
    """Positions after the best move of one kind (0: 2-opt, else Or-opt of that size); its gain."""
    z, m = tour.shape
    flat = (tour[:, :, None] * m + tour[:, None, :]).reshape(z, -1)
    p = np.take_along_axis(matrix.reshape(z, -1), flat, axis=1).reshape(z, m, m)
    step = p[:, np.arange(m), (np.arange(m) + 1) % m]
    rows = np.arange(z)
    if kind == 0:
        gain = _two_opt(p, step).reshape(z, -1)
        at = gain.argmax(axis=1)
        a, b = np.divmod(at, m)
        return _reversed(a, b, m), gain[rows, at]
    gain, turned = _or_opt(p, step, kind)
    gain = gain.reshape(z, -1)
    at = gain.argmax(axis=1)
    a, b = np.divmod(at, m)
    return _moved(a, b, turned[rows, a, b], kind, m), gain[rows, at]


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
    return gain, flip


def _reversed(a: np.ndarray, b: np.ndarray, m: int) -> np.ndarray:
    """Positions with a+1..b turned round, one row a tour."""
    k = np.arange(m)[None, :]
    a, b = a[:, None], b[:, None]
    return np.where((k > a) & (k <= b), a + 1 + b - k, k)


def _moved(a, b, turned, size: int, m: int) -> np.ndarray:
    """Positions with the segment from a put between b and b+1, told from the segment on."""
    k = np.arange(m)[None, :]
    a, gap, turned = a[:, None], ((b - a) % m - size + 1)[:, None], turned[:, None]
    inside = np.where(turned, size - 1 - (k - gap), k - gap)
    order = np.where(k < gap, k + size, np.where(k < gap + size, inside, k))
    return (order + a) % m
