"""Width of patches: the diameter of the largest circle inside."""

from __future__ import annotations

import numpy as np
import shapely

__all__ = ["inscribed_widths"]


def inscribed_widths(shapes: np.ndarray, area: np.ndarray, length: np.ndarray) -> np.ndarray:
    """Diameter of the largest circle inside each polygon.

    Exact for triangles (four times the area by the border); otherwise to a hundredth of the
    least it can be, twice the area by the border.

    Parameters
    ----------
    shapes : array of Polygon or MultiPolygon
        Not empty.
    area, length : array of float
        Their areas and lengths of border.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        width = np.where(length > 0, 4 * area / length, 0.0)
    count = shapely.get_num_coordinates(shapes)
    other = np.flatnonzero((count != 4) & (area > 0))
    for k in other.tolist():
        width[k] = _largest_circle(shapes[k], area[k] / length[k])
    return width


def _largest_circle(shape, least: float) -> float:
    parts = [p for p in shapely.get_parts(shape) if p.area > 0]
    line = [shapely.maximum_inscribed_circle(p, tolerance=least / 100) for p in parts]
    return max((2 * part.length for part in line), default=0.0)
