"""Boxes that meet, by cells of a grid, in the restricted Python that is compiled.

See `widths_source` for the kinds of arguments. Boxes come as the columns and rows of cells that
they reach over (``left`` to ``right``, ``bottom`` to ``top``) and as their sides.
"""

# ruff: noqa: F821 - annotations name kinds, not types

EXPORTED = ("sort_into_cells", "pairs_in_cells")


def sort_into_cells(
    n: "i",
    columns: "i",
    cells: "i",
    left: "ii",
    right: "ii",
    bottom: "ii",
    top: "ii",
    first: "ii",
    member: "ii",
) -> "i":
    """Boxes of every cell, by counting.

    `first` comes as noughts and says where each cell begins in `member`; it has two places
    more than there are cells. The largest number in one cell is given back.
    """
    for k in range(n):
        for row in range(bottom[k], top[k] + 1):
            for cell in range(row * columns + left[k], row * columns + right[k] + 1):
                first[cell + 2] += 1
    most = 0
    for cell in range(cells):
        most = max(most, first[cell + 2])
        first[cell + 2] += first[cell + 1]
    for k in range(n):
        for row in range(bottom[k], top[k] + 1):
            for cell in range(row * columns + left[k], row * columns + right[k] + 1):
                member[first[cell + 1]] = k
                first[cell + 1] += 1
    return most


def pairs_in_cells(
    columns: "i",
    cells: "i",
    left: "ii",
    bottom: "ii",
    west: "ff",
    east: "ff",
    south: "ff",
    north: "ff",
    wanted: "ii",
    first: "ii",
    member: "ii",
    room: "i",
    state: "ii",
    one: "ii",
    two: "ii",
) -> "i":
    """Pairs of boxes that overlap or touch, one of them wanted, until the room is full.

    `state` holds the cell and the place in it to go on from; a cell past the last one says
    that all are told. A pair that shares several cells is told in the first of them.
    """
    count = 0
    cell = state[0]
    p = state[1]
    while cell < cells:
        end = first[cell + 1]
        while p < end:
            if count + end - p > room:
                state[0] = cell
                state[1] = p
                return count
            a = member[p]
            for q in range(p + 1, end):
                b = member[q]
                if wanted[a] + wanted[b] == 0:
                    continue
                if west[a] > east[b] or west[b] > east[a]:
                    continue
                if south[a] > north[b] or south[b] > north[a]:
                    continue
                if max(bottom[a], bottom[b]) * columns + max(left[a], left[b]) != cell:
                    continue
                # Members stand in ascending order: the first has the lower number.
                if wanted[a] == 1:
                    one[count] = a
                    two[count] = b
                else:
                    one[count] = b
                    two[count] = a
                count += 1
            p += 1
        cell += 1
    state[0] = cell
    state[1] = p
    return count
