"""Items in groups that are numbered from 0: sorted, counted, taken apart and numbered within.

Keys that number nodes, segments or faces have no more values than there are items, and their
items lie near each other; counting them keeps to the processor's cache, where a sort would
compare.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from zoning.geo.kernels.sets import unite

__all__ = [
    "distinct_numbers",
    "expanded",
    "first_connected",
    "groups",
    "is_first",
    "offsets",
    "order_of",
    "steps",
]


def order_of(key: np.ndarray, size: int, then: tuple[np.ndarray, int] | None = None) -> np.ndarray:
    """Places of `key` in ascending order, equal keys in the order that they have.

    Parameters
    ----------
    key : array of int
        From 0 to `size` - 1.
    size : int
        Number of values.
    then : tuple of array and int, optional
        A second key that decides among equals, and the number of its values.

    Examples
    --------
    >>> order_of(np.array([2, 0, 2, 1]), 3).tolist()
    [1, 3, 0, 2]
    """
    if then is not None:
        first = order_of(*then)
        return first[order_of(key[first], size)]
    count = len(key)
    wide = np.int32 if max(count, size) < 2**31 else np.int64
    # A matrix with one entry a row, read by columns: the transposition counts and scatters.
    rows = np.arange(count + 1, dtype=wide)
    table = csr_matrix((np.empty(count, np.int8), key.astype(wide), rows), shape=(count, size))
    return table.tocsc().indices.astype(np.int64)


def offsets(counts: np.ndarray | list[int]) -> np.ndarray:
    """Starts of consecutive groups with these sizes, and the end of the last one."""
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)


def groups(keys: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Positions sorted by group, and where each of `n` groups starts among them, with the end."""
    return order_of(keys, n), offsets(np.bincount(keys, minlength=n))


def steps(counts: np.ndarray) -> np.ndarray:
    """Number of each item within its group, for consecutive groups with these sizes.

    Examples
    --------
    >>> steps(np.array([3, 0, 2])).tolist()
    [0, 1, 2, 0, 1]
    """
    start = offsets(counts)
    return np.arange(start[-1]) - np.repeat(start[:-1], counts)


def expanded(keys: np.ndarray, asked: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """All places of `keys`, which is sorted, that hold each asked number.

    Returns the index into `asked` and the place, for every hit.
    """
    size = int(max(keys.max(initial=-1), asked.max(initial=-1))) + 1
    start = offsets(np.bincount(keys, minlength=size))
    count = np.diff(start)[asked]
    return np.repeat(np.arange(len(asked)), count), np.repeat(start[asked], count) + steps(count)


def is_first(*columns: np.ndarray) -> np.ndarray:
    """Which rows differ from the one before in some column; the first one does."""
    fresh = np.ones(len(columns[0]), dtype=bool)
    fresh[1:] = columns[0][1:] != columns[0][:-1]
    for column in columns[1:]:
        fresh[1:] |= column[1:] != column[:-1]
    return fresh


def distinct_numbers(keys: np.ndarray) -> np.ndarray:
    """Sorted distinct keys; quicker for many integers than numpy's table of hashes."""
    ordered = np.sort(keys)
    return ordered[is_first(ordered)]


def first_connected(n: int, pairs: np.ndarray) -> np.ndarray:
    """For each of `n` things the lowest one that pairs, shape (k, 2), connect it with.

    Examples
    --------
    >>> first_connected(5, np.array([[4, 2], [2, 1]])).tolist()
    [0, 1, 1, 3, 1]
    """
    part = np.arange(n)
    unite(np.ascontiguousarray(pairs), part)
    return part
