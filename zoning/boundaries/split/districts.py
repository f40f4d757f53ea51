"""Districts where none are given: neighbouring zones of one township, about a dozen each."""

from __future__ import annotations

import numpy as np
import shapely

from zoning.boundaries.split.graph import Adjacency, components
from zoning.boundaries.split.search import Demand, Region, Weights, partition, seed_of
from zoning.geo.grouping import offsets

__all__ = ["group_zones"]

_ZONES_A_DISTRICT = 12
_LEAST, _MOST = 6, 18
#: Stands for the length of a common border where there is none, in metres.
_FERRY_M = 1.0


def group_zones(
    polygons: np.ndarray, touch: Adjacency, area: np.ndarray, codes: np.ndarray, seed: int
) -> np.ndarray:
    """District of each zone, numbered from 0 inside its area.

    Parameters
    ----------
    polygons : array of Polygon
        Zones.
    touch : Adjacency
        Common borders of zones of the same area.
    area : array of int
        Row of each zone's area.
    codes : array of str
        Codes of areas, by row.
    seed : int

    Returns
    -------
    array of int
        A district has several parts only where its area has.
    """
    district = np.zeros(len(polygons), dtype=np.int64)
    centre = shapely.get_coordinates(shapely.centroid(polygons))
    for one in np.unique(area):
        mine = np.flatnonzero(area == one)
        if len(mine) <= _MOST:
            continue
        number = np.full(len(polygons), -1)
        number[mine] = np.arange(len(mine))
        inside = (area[touch.pair] == one).all(axis=1)
        pair, length = number[touch.pair[inside]], touch.length[inside]
        pair, length = _bridge(polygons[mine], pair, length)
        region = _region(polygons[mine], centre[mine], pair, length, seed_of(seed, codes[one]))
        district[mine] = partition(region, Weights(sweeps=30, spread=0.5, hidden=0.0))
    return district


def _bridge(polygons, pair, length):
    """Add links from detached parts to the nearest zone of another, until all hang together."""
    while True:
        part = components(len(polygons), pair)
        if part.max() == 0:
            return pair, length
        sizes = np.bincount(part)
        rows = np.flatnonzero(part == np.argmin(sizes))
        others = np.flatnonzero(part != np.argmin(sizes))
        far = shapely.distance(polygons[rows][:, None], polygons[others][None, :])
        i, j = np.unravel_index(np.argmin(far), far.shape)
        pair = np.vstack([pair, sorted([rows[i], others[j]])])
        length = np.append(length, _FERRY_M)


def _region(polygons, centre, pair, length, seed):
    n = len(polygons)
    xy = centre - centre.mean(axis=0)
    one = np.ones(n)
    feature = np.column_stack(
        [
            one,
            one,
            shapely.area(polygons),
            shapely.length(polygons),
            one,
            xy[:, 0],
            xy[:, 1],
            (xy**2).sum(axis=1),
        ]
    )
    a = np.concatenate([pair[:, 0], pair[:, 1]])
    b = np.concatenate([pair[:, 1], pair[:, 0]])
    order = np.lexsort((b, a))
    both = np.concatenate([length, length])[order]
    start = offsets(np.bincount(a, minlength=n))
    zero = np.zeros(len(order))
    demand = Demand(_ZONES_A_DISTRICT, _LEAST, _MOST)
    return Region(feature, start, b[order].astype(np.int64), both, zero, zero, demand, seed)
