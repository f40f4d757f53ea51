"""Memory that is free, given back to the system."""

from __future__ import annotations

import ctypes
from functools import lru_cache

__all__ = ["give_back"]


@lru_cache(maxsize=1)
def _trim():
    """glibc's ``malloc_trim``, ``None`` with another C library."""
    try:
        return ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError, TypeError):
        return None


def give_back() -> None:
    """Return freed memory to the system where the C library can.

    Millions of small geometries leave holes that large arrays do not fit into; without this a
    county's peak is about a third higher. Takes some milliseconds.
    """
    trim = _trim()
    if trim is not None:
        trim(0)
