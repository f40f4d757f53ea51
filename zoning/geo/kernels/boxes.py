"""Kernel for boxes that meet, by the cells of a grid."""

from __future__ import annotations

try:
    import cython
except ImportError:
    from zoning.geo.kernels import plain as cython

import numpy as np

from zoning.geo.kernels.door import real, whole, whole_room

__all__ = ["Cells"]


@cython.final
@cython.cclass
class Cells:
    """Boxes sorted into the cells of a grid.

    Parameters
    ----------
    grid : object
        `columns` and `rows`, and the columns and rows of cells that each box reaches over:
        `left` to `right`, `bottom` to `top`, arrays of int.
    low, high : array of float, shape (boxes, 2)
        South-west and north-east corners.
    wanted : array of bool
    """

    columns: cython.longlong
    cells: cython.longlong
    most: cython.longlong
    cell: cython.longlong
    place: cython.longlong
    left: cython.longlong[::1]
    right: cython.longlong[::1]
    bottom: cython.longlong[::1]
    top: cython.longlong[::1]
    low: cython.double[::1]
    high: cython.double[::1]
    wanted: cython.longlong[::1]
    first: cython.longlong[::1]
    member: cython.longlong[::1]

    def __init__(self, grid, low, high, wanted):
        n = len(wanted)
        self.columns, self.cells = grid.columns, grid.columns * grid.rows
        self.left, self.right = whole("left", grid.left, n), whole("right", grid.right, n)
        self.bottom, self.top = whole("bottom", grid.bottom, n), whole("top", grid.top, n)
        self.low = real("low", np.ascontiguousarray(low), 2 * n)
        self.high = real("high", np.ascontiguousarray(high), 2 * n)
        self.wanted = whole("wanted", wanted.astype(np.int64), n)
        # Where each cell begins among the members; two places more than there are cells.
        self.first = whole_room(self.cells + 2)
        self.member = whole_room(grid.entries)
        self.cell = self.place = 0
        with cython.nogil:
            self.most = _sort(self)

    def pairs(self, portion):
        """Pairs of boxes that overlap or touch, one of them wanted, in portions.

        Parameters
        ----------
        portion : int
            Pairs at a time, more where a cell holds more boxes.

        Returns
        -------
        tuple of two arrays of int or None
            The next ones; ``None`` when all were told. A pair that shares several cells is told
            in the first of them.
        """
        if self.cell >= self.cells:
            return None
        room = max(portion, self.most)
        one, two = np.empty(room, dtype=np.int64), np.empty(room, dtype=np.int64)
        a: cython.longlong[::1] = whole("one", one)
        b: cython.longlong[::1] = whole("two", two)
        count: cython.longlong
        with cython.nogil:
            count = _next_pairs(self, a, b)
        return one[:count], two[:count]


@cython.cfunc
@cython.nogil
def _sort(c: Cells) -> cython.longlong:
    """Boxes of every cell, by counting; the largest number in one."""
    first = c.first
    for k in range(len(c.left)):
        for row in range(c.bottom[k], c.top[k] + 1):
            for cell in range(row * c.columns + c.left[k], row * c.columns + c.right[k] + 1):
                first[cell + 2] += 1
    most: cython.longlong = 0
    for cell in range(c.cells):
        most = max(most, first[cell + 2])
        first[cell + 2] += first[cell + 1]
    for k in range(len(c.left)):
        for row in range(c.bottom[k], c.top[k] + 1):
            for cell in range(row * c.columns + c.left[k], row * c.columns + c.right[k] + 1):
                c.member[first[cell + 1]] = k
                first[cell + 1] += 1
    return most


@cython.cfunc
@cython.nogil
def _next_pairs(c: Cells, one: cython.longlong[::1], two: cython.longlong[::1]) -> cython.longlong:
    """Fill what room there is, from the cell and the place in it where the last portion ended."""
    count = 0
    while c.cell < c.cells:
        end = c.first[c.cell + 1]
        while c.place < end:
            if count + end - c.place > len(one):
                return count
            a = c.member[c.place]
            for q in range(c.place + 1, end):
                b = c.member[q]
                if _told_here(c, a, b) == 0:
                    continue
                # Members stand in ascending order: the first has the lower number.
                if c.wanted[a] == 1:
                    one[count] = a
                    two[count] = b
                else:
                    one[count] = b
                    two[count] = a
                count += 1
            c.place += 1
        c.cell += 1
    return count


@cython.cfunc
@cython.nogil
def _told_here(c: Cells, a: cython.longlong, b: cython.longlong) -> cython.longlong:
    """Whether two boxes meet, one is wanted, and this is the first cell that they share."""
    low, high = c.low, c.high
    if c.wanted[a] + c.wanted[b] == 0:
        return 0
    if low[2 * a] > high[2 * b] or low[2 * b] > high[2 * a]:
        return 0
    if low[2 * a + 1] > high[2 * b + 1] or low[2 * b + 1] > high[2 * a + 1]:
        return 0
    row = max(c.bottom[a], c.bottom[b])
    return 1 if row * c.columns + max(c.left[a], c.left[b]) == c.cell else 0
