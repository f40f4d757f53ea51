"""Where a building stands: one point, the same for everyone who asks."""

from __future__ import annotations

import numpy as np
import shapely

__all__ = ["anchor_points"]


def anchor_points(geometry: np.ndarray) -> np.ndarray:
    """A point inside each geometry: its centroid where that lies inside, else one on its surface.

    Parameters
    ----------
    geometry : array of Geometry
        Points, polygons, or ``None``.

    Returns
    -------
    array of Point
        ``None`` where there is no usable geometry.
    """
    geometry = np.asarray(geometry, dtype=object)
    points = shapely.centroid(geometry)
    polygon = np.isin(shapely.get_type_id(geometry), (3, 6))
    off = polygon & ~shapely.intersects(geometry, points)
    points[off] = shapely.point_on_surface(geometry[off])
    points[shapely.is_empty(points)] = None
    return points
