"""Which parent each zone lies in, by place and by code."""

from __future__ import annotations

import numpy as np
import shapely

from zoning.validate.core.context import Context

__all__ = ["inside_rows", "parent_rows"]


def inside_rows(children: np.ndarray, parents: np.ndarray) -> np.ndarray:
    """Row of the parent that holds most of each child, -1 where none holds any.

    Parameters
    ----------
    children, parents : array of polygons
        ``None`` is passed over.

    Returns
    -------
    array of int
        By the inner point where only one parent holds it, else by area.
    """
    out = np.full(len(children), -1)
    known = np.flatnonzero(~shapely.is_missing(children) & ~shapely.is_empty(children))
    if not len(parents) or not len(known):
        return out
    parents = parents.copy()
    shapely.prepare(parents)
    tree = shapely.STRtree(parents)
    points = shapely.point_on_surface(children[known])
    child, parent = tree.query(points)
    # Asked of the prepared parent: a tree's own predicate would walk its whole border.
    x, y = shapely.get_x(points)[child], shapely.get_y(points)[child]
    holds = shapely.intersects_xy(parents[parent], x, y)
    child, parent = child[holds], parent[holds]
    hits = np.bincount(child, minlength=len(known))
    single = hits[child] == 1
    out[known[child[single]]] = parent[single]
    unclear = known[hits != 1]
    if len(unclear):
        child, parent = tree.query(children[unclear], predicate="intersects")
        shared = shapely.area(shapely.intersection(children[unclear][child], parents[parent]))
        order = np.lexsort((parent, -shared, child))
        child, parent, shared = child[order], parent[order], shared[order]
        first = np.unique(child, return_index=True)[1]
        first = first[shared[first] > 0]
        out[unclear[child[first]]] = parent[first]
    return out


def parent_rows(context: Context) -> np.ndarray:
    """Row in ``context.parents`` of the area that holds each zone, -1 where none does."""
    return context.shared(_zones_in_parents)


def _zones_in_parents(context: Context) -> np.ndarray:
    zones = context.sound("zones")
    parents = context.parents
    if parents is None:
        return np.full(len(zones), -1)
    return inside_rows(zones, np.asarray(parents.geometry.array))


def zones_in_districts(context: Context) -> np.ndarray:
    """Row in ``districts`` of the district that holds each zone, -1 where none does."""
    usable = context.usable("districts")
    zones = context.sound("zones")
    rows = np.flatnonzero(usable)
    at = inside_rows(zones, context.geometry("districts")[usable])
    return np.where(at >= 0, rows[at], -1) if len(rows) else at
