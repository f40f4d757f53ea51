"""The same work on several things, in threads where the work lets others run beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

__all__ = ["each"]

_Thing = TypeVar("_Thing")
_Made = TypeVar("_Made")


def each(
    work: Callable[[_Thing], _Made], things: Iterable[_Thing], workers: int = 1
) -> list[_Made]:
    """Results in the order of the things, whatever the number of workers."""
    if workers > 1:
        with ThreadPoolExecutor(workers) as pool:
            return list(pool.map(work, things))
    return [work(thing) for thing in things]
