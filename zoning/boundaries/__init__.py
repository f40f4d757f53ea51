"""Zones and borders: everything that draws lines."""

from zoning.boundaries.split.split_areas import Zoning, split

__all__ = ["Zoning", "split"]
