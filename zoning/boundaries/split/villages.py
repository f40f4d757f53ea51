"""Districts grown from village points: each piece of ground goes to the village nearest on foot."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra

from zoning.boundaries.ground.atoms import locate
from zoning.boundaries.split.divided_areas import Parents
from zoning.boundaries.split.graph import adjacency
from zoning.boundaries.split.pieces import Layout, with_labels
from zoning.boundaries.split.request import Request, demands_of
from zoning.errors import SplitError, name_some
from zoning.geo.dissolve import dissolve
from zoning.model.tolerances import tolerance

__all__ = ["grow_villages"]

_ACROSS = tolerance("across_barrier")
_LEAST_WAY, _NOT_NOTHING = tolerance("least_way"), tolerance("not_nothing")


def grow_villages(layout: Layout, request: Request) -> tuple[Layout, Request]:
    """Layout and request with townships replaced by the districts of their village points.

    Parameters
    ----------
    layout : Layout
        Pieces of the townships.
    request : Request
        `parents.points` holds the villages.

    Raises
    ------
    SplitError
        A village lies in no township, or shares its piece of ground with another.
    """
    parents = request.parents
    points = parents.points
    if points is None or not len(points):
        return layout, request
    polygons = dissolve(layout.pieces.planar, layout.label, layout.n)
    start = locate(polygons, points.geometry.to_numpy())
    if (start < 0).any():
        raise SplitError(
            f"layer areas: village {name_some(points['area_code'][start < 0])} lies in no township"
        )
    twice = pd.Series(start).duplicated(keep=False).to_numpy()
    if twice.any():
        raise SplitError(
            f"layer areas: villages {name_some(points['area_code'][twice])} lie in one block; "
            "give a barrier between them or their polygons"
        )
    village = _nearest(layout, polygons, start)
    return _replace(layout, request, points, village)


def _nearest(layout, polygons, start):
    """Village of each piece, -1 where none is in its part of the township."""
    touch = adjacency(layout.pieces, layout.label, layout.n)
    centre = shapely.get_coordinates(shapely.point_on_surface(polygons))
    a, b = touch.pair.T
    way = np.hypot(*(centre[a] - centre[b]).T) + _LEAST_WAY
    way *= 1 + (_ACROSS - 1) * touch.seen / np.maximum(touch.length, _NOT_NOTHING)
    graph = coo_array((way, (a, b)), shape=(layout.n, layout.n)).tocsr()
    _, _, source = dijkstra(
        graph, directed=False, indices=start, min_only=True, return_predecessors=True
    )
    number = np.full(layout.n, -1)
    number[start] = np.arange(len(start))
    village = np.where(source >= 0, number[np.maximum(source, 0)], -1)
    for area in np.unique(layout.area[village < 0]):
        mine = layout.area == area
        rest = np.flatnonzero(mine & (village < 0))
        # A detached part without a village goes to the nearest village of its township.
        own = start[layout.area[start] == area]
        if not len(own):
            continue
        far = np.hypot(*(centre[rest][:, None] - centre[own][None]).transpose(2, 0, 1))
        village[rest] = number[own[far.argmin(axis=1)]]
    return village


def _replace(layout, request, points, village):
    parents = request.parents
    with_point = np.isin(np.arange(len(parents.leaf)), layout.area[village >= 0])
    stay = np.flatnonzero(~with_point)
    township = np.full(len(points), 0)
    township[village[village >= 0]] = layout.area[village >= 0]
    frame = points.copy()
    frame["level"] = "village"
    above = parents.codes[township]
    frame["parent_code"] = frame["parent_code"].where(frame["parent_code"].notna(), above)
    frame["urban"] = frame["urban"].where(
        frame["urban"].notna(), parents.areas["urban"].iloc[parents.leaf[township]].to_numpy()
    )
    frame = frame.set_geometry(
        gpd.GeoSeries(parents.geometry[township], index=frame.index, crs=parents.areas.crs)
    )
    areas = pd.concat([parents.areas, frame], ignore_index=True)
    leaf = np.concatenate([parents.leaf[stay], len(parents.areas) + np.arange(len(points))])
    district = np.concatenate([parents.district[stay], np.ones(len(points), dtype=bool)])
    made = Parents(areas, leaf, district)
    number = np.full(len(parents.leaf), -1)
    number[stay] = np.arange(len(stay))
    area = np.where(village >= 0, len(stay) + village, number[layout.area])
    face = np.where(layout.label >= 0, area[layout.label], -1)
    pieces = replace(layout.pieces, area=face)
    label = np.where(layout.label >= 0, layout.label, layout.n)
    fresh = with_labels(pieces, label, layout.face, layout.anchor, request.loads)
    demands = demands_of(made, request.profile, request.units)
    return fresh, replace(request, parents=made, demands=demands)
