"""Pairs of boxes that meet, by a sweep across strips of the land or by cells of a grid.

Boxes are sorted by their west side within strips twice as high as they are on average; a box
meets only what begins before it ends. For very many small boxes of which each meets few, this
takes a fraction of what a tree takes to be built and asked, and it needs arrays alone. A
kernel finds the same pairs quicker still, box by box in the cells of a grid.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from zoning.geo import kernels
from zoning.geo.grouping import offsets, steps
from zoning.geo.kernels.boxes import Cells
from zoning.model.tolerances import count, tolerance

__all__ = ["meeting_boxes"]

_Pairs = tuple[np.ndarray, np.ndarray]

_PORTION = count("boxes_a_portion")
_BITS = count("key_bits")
_MANY = count("boxes_for_kernel")
_TINY = tolerance("not_nothing_scaled")


def meeting_boxes(low: np.ndarray, high: np.ndarray, wanted: np.ndarray) -> Iterator[_Pairs]:
    """Pairs of boxes that overlap or touch and of which one is wanted, in portions.

    Parameters
    ----------
    low, high : array of float, shape (n, 2)
        South-west and north-east corners.
    wanted : array of bool
        Of each box. Of a pair, one that is wanted comes first, the lower number where both are.

    Yields
    ------
    tuple of two arrays of int
        Every such pair once, and some whose boxes come near each other.

    Examples
    --------
    >>> low, high = np.array([[0, 0], [1, 1], [5, 5.0]]), np.array([[2, 2], [4, 4], [6, 6.0]])
    >>> [(a.tolist(), b.tolist()) for a, b in meeting_boxes(low, high, np.ones(3, bool))]
    [([0], [1])]
    """
    if not wanted.any():
        return
    grid = _Grid.over(low, high) if len(low) > _MANY and kernels.compiled() else None
    if grid is not None:
        yield from grid.pairs(low, high, wanted)
    else:
        yield from _swept(low, high, wanted)


@dataclass(frozen=True)
class _Grid:
    """Cells twice as large as boxes are on average, and those that each box reaches over."""

    columns: int
    rows: int
    left: np.ndarray
    right: np.ndarray
    bottom: np.ndarray
    top: np.ndarray

    @classmethod
    def over(cls, low: np.ndarray, high: np.ndarray) -> _Grid | None:
        """``None`` where some boxes are so large beside the others that cells do not pay."""
        counts, ends = [], []
        for axis in (0, 1):
            begin, end = low[:, axis].copy(), high[:, axis].copy()
            base = begin.min()
            whole = max(float(end.max() - base), _TINY)
            side = max(2 * float(end.mean() - begin.mean()), _TINY)
            count = int(np.clip(whole / side, 1, np.sqrt(len(low))))
            counts.append(count)
            for corner in (begin, end):
                corner -= base
                corner *= count / whole
                ends.append(np.minimum(corner, count - 1).astype(np.int64))
        left, right, bottom, top = ends
        grid = cls(counts[0], counts[1], left, right, bottom, top)
        return grid if grid.entries <= 8 * len(low) else None

    @property
    def entries(self) -> int:
        """Cells that boxes reach over, all told."""
        return int(((self.right - self.left + 1) * (self.top - self.bottom + 1)).sum())

    def pairs(self, low: np.ndarray, high: np.ndarray, wanted: np.ndarray) -> Iterator[_Pairs]:
        """As :func:`meeting_boxes`, by the kernel."""
        cells = Cells(self, low, high, wanted)
        while (portion := cells.pairs(_PORTION)) is not None:
            yield portion


def _swept(low: np.ndarray, high: np.ndarray, wanted: np.ndarray) -> Iterator[_Pairs]:
    """As :func:`meeting_boxes`, by strips and arrays."""
    box, is_first, end = _entries(low, high, wanted)
    asked = wanted[box]
    south, north = low[box, 1], high[box, 1]
    # What is wanted meets all that follow; what is not, those that follow and are wanted.
    for one, two in ((np.arange(len(box)), asked), (np.flatnonzero(asked), ~asked)):
        before = offsets(two)
        two = np.flatnonzero(two)
        begin, count = before[one + 1], before[end[one]] - before[one + 1]
        ends = np.cumsum(count)
        if not len(one) or not ends[-1]:
            continue
        cuts = np.append(np.flatnonzero(np.diff(ends // _PORTION)) + 1, len(one)).tolist()
        for start, stop in zip([0, *cuts], cuts):
            each = count[start:stop]
            a = np.repeat(one[start:stop], each)
            shift = begin[start:stop] - (ends[start:stop] - each - (ends[start] - count[start]))
            b = two[np.arange(len(a)) + np.repeat(shift, each)]
            # Two boxes that share several strips are told in the first of them only.
            meet = (south[a] <= north[b]) & (south[b] <= north[a]) & (is_first[a] | is_first[b])
            a, b = a[meet], b[meet]
            mine, other = box[a], box[b]
            swap = np.where(asked[a] & asked[b], mine > other, asked[b])
            yield np.where(swap, other, mine), np.where(swap, mine, other)


def _entries(
    low: np.ndarray, high: np.ndarray, wanted: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Boxes by strip and west side, in strips where one is wanted.

    Returns the box of each entry, whether this is the first strip of that box, and where
    those of the strip end that begin before it ends.
    """
    west, base = low[:, 0].min(), low[:, 1].min()
    east, top = high[:, 0].max(), high[:, 1].max()
    mean = float(high[:, 1].mean() - low[:, 1].mean())
    tall = max(mean, float(top - base) / len(low))
    strips = max(1, min(int((top - base) / max(2 * tall, _TINY)), 1 << 20))
    rows = strips / max(top - base, _TINY)
    columns = (2.0**_BITS - 1) / max(east - west, _TINY)
    lowest, highest = (((c[:, 1] - base) * rows).astype(np.int64) for c in (low, high))
    start, stop = (((c[:, 0] - west) * columns).astype(np.int64) for c in (low, high))
    length = highest - lowest + 1
    box = np.repeat(np.arange(len(low)), length)
    step = steps(length)
    strip = lowest[box] + step
    asked = np.zeros(strips + 1, dtype=bool)
    asked[strip[wanted[box]]] = True
    if not asked[:-1].all():
        kept = np.flatnonzero(asked[strip])
        box, step, strip = box[kept], step[kept], strip[kept]
    strip <<= _BITS
    key = strip + start[box]
    order = np.argsort(key)
    box = box[order]
    end = np.searchsorted(key[order], strip[order] + stop[box], side="right")
    return box, step[order] == 0, end
