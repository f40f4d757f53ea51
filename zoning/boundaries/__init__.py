"""Zones and borders: everything that draws lines."""

from zoning.boundaries.split.split_areas import Zoning
from zoning.boundaries.split.split_areas import split_areas as split

__all__ = ["Zoning", "split"]
