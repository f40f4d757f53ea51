"""What stands in for Cython's module `cython` where kernels run as plain Python.

Only what the kernels use: marks that do nothing, and a cast. The compiled form never reads it.
"""

from __future__ import annotations

__all__ = ["cast", "cclass", "cfunc", "compiled", "final", "longlong", "nogil"]

compiled = False
longlong = int


def cfunc(thing):
    """The same function: compiled, it can be called from C alone."""
    return thing


cclass = final = cfunc


def cast(kind, value):
    """A number as another kind of number, cut off towards nought."""
    return kind(value)


class _NoGil:
    """Mark and block: compiled, other threads run meanwhile."""

    def __call__(self, thing):
        return thing

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False


nogil = _NoGil()
