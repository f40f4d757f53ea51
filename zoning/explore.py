"""Maps of results, for notebooks.

Every room's results can be looked at, but the room of maps stands above the others: it is
named here and loaded when a map is asked for, so that none of them imports it.
"""

from __future__ import annotations

from importlib import import_module

__all__ = ["explore"]


def explore(frame, column: str | None = None, **options):
    """A folium map of a layer; see :func:`zoning.cartography.explore.explore`."""
    return import_module("zoning.cartography.explore").explore(frame, column, **options)
