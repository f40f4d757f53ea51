"""What the coverage engine looks at: usable polygons, their parents, and what is one place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from zoning.model.tolerances import count

__all__ = ["ULPS", "Coverage", "tolerance_of", "usable_polygons"]

ULPS = count("last_places")


@dataclass(frozen=True)
class Coverage:
    """What the engine looks at, as arrays.

    Parameters
    ----------
    zones, parents : array of geometry
        All rows; only `members` and `holders` take part.
    members, holders : array of int
        Rows that are valid polygons.
    tolerance : float
        Four units in the last place of the largest coordinate.
    """

    zones: np.ndarray
    parents: np.ndarray
    members: np.ndarray
    holders: np.ndarray
    tolerance: float

    @classmethod
    def of(cls, zones: np.ndarray, parents: np.ndarray, usable: np.ndarray) -> Coverage:
        """Of all usable parents, and some zones known to be usable."""
        members = np.flatnonzero(usable)
        holders = np.flatnonzero(usable_polygons(parents, np.ones(len(parents), bool)))
        tolerance = tolerance_of(zones[members], parents[holders])
        return cls(zones, parents, members, holders, tolerance)


def tolerance_of(*geometry: np.ndarray) -> float:
    """Four units in the last place of the largest coordinate."""
    ends = [shapely.total_bounds(g) for g in geometry if len(g)]
    return ULPS * float(np.spacing(np.abs(ends).max() if ends else 0.0))


def usable_polygons(geometry: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Valid, finite, non-empty polygons among those wanted."""
    out = wanted & np.isin(shapely.get_type_id(geometry), (3, 6)) & ~shapely.is_empty(geometry)
    out[out] = shapely.is_valid(geometry[out])
    return out
