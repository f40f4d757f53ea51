"""Zones and borders: everything that draws lines."""

from zoning.boundaries.split import Zoning, split

__all__ = ["Zoning", "split"]
