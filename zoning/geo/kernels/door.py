"""The door of the kernels: what comes in is the array that it should be, or an error names it."""

from __future__ import annotations

import numpy as np

from zoning.errors import FaultError

__all__ = ["real", "real_room", "total", "whole", "whole_room"]


def whole(name: str, array: np.ndarray, size: int | None = None, out: bool = False) -> memoryview:
    """An array of int64, of any shape, row after row.

    Parameters
    ----------
    name : str
        What an error calls it.
    array : array of int64
    size : int, optional
        How many numbers it must have.
    out : bool
        It is written to. Others may be read-only and are copied then.

    Raises
    ------
    FaultError
        Another kind of numbers, not in one piece, of another size, or read-only.
    """
    return _checked(name, array, np.int64, size, out)


def real(name: str, array: np.ndarray, size: int | None = None, out: bool = False) -> memoryview:
    """An array of float64, of any shape, row after row; see `whole`."""
    return _checked(name, array, np.float64, size, out)


def total(start: np.ndarray) -> int:
    """Where the last group ends whose starts these are."""
    return int(start[-1])


def whole_room(size: int, value: int = 0) -> memoryview:
    """Room for `size` whole numbers to work in."""
    return memoryview(np.full(size, value, dtype=np.int64))


def real_room(size: int) -> memoryview:
    """Room for `size` floating numbers to work in."""
    return memoryview(np.zeros(size))


def _checked(name, array, kind, size, out):
    if getattr(array, "dtype", None) != kind:
        what = getattr(array, "dtype", type(array).__name__)
        raise FaultError(f"{name}: a kernel wants an array of {kind.__name__}, not {what}")
    if not array.flags.c_contiguous:
        raise FaultError(f"{name}: a kernel wants an array in one piece, row after row")
    if size is not None and array.size != size:
        raise FaultError(f"{name}: a kernel wants {size} numbers, not {array.size}")
    if not array.flags.writeable:
        if out:
            raise FaultError(f"{name}: a kernel writes to it, and it is read-only")
        array = array.copy()
    return memoryview(array.reshape(-1))
