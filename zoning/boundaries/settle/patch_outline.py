"""The rim of a disputed patch: which side's undisputed land lies along each stretch of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from zoning.boundaries.settle.mesh import Fabric
from zoning.geo.edges import Edges, distinct, edges_of, unmatched
from zoning.model.tolerances import tolerance

__all__ = ["Rim", "RimFinder"]

_ON = tolerance("on_border")
_SOUGHT = tolerance("rim_sought")


@dataclass(frozen=True)
class Rim:
    """The rim of one patch.

    Parameters
    ----------
    shape : Polygon
        The patch.
    kind : str
        ``gap`` or ``overlap``.
    edges : Edges
        The rim, the patch on the left; ``owner`` is 0.
    side : numpy.ndarray of int
        Side whose undisputed land lies across each edge; -1 for neither.
    meets : tuple of numpy.ndarray
        For each side the points of the rim at which two of its leaves meet, shape (n, 2).
    width : float
        Greatest width in metres.
    """

    shape: shapely.Polygon
    kind: str
    edges: Edges
    side: np.ndarray
    meets: tuple[np.ndarray, np.ndarray]
    width: float

    def of(self, side: int) -> Edges:
        """The stretches along one side's land."""
        return self.edges.take(self.side == side)

    @cached_property
    def tips(self) -> np.ndarray:
        """Points where the land across changes from one side to the other, shape (n, 2)."""
        ends = [distinct(np.vstack([e.start, e.end])) for e in (self.of(0), self.of(1))]
        points, counts = distinct(np.vstack(ends), return_counts=True)
        return points[counts > 1]


class RimFinder:
    """Makes rims for the patches of one border.

    Parameters
    ----------
    fabric : Fabric
    outlines : tuple of geometry
        Outline of side 0 and of side 1.
    """

    def __init__(self, fabric: Fabric, outlines):
        self._outer = [edges_of([o]) for o in outlines]
        self._trees = [shapely.STRtree(e.lines) for e in self._outer]
        self._meets = [_meeting_points(fabric, side) for side in (0, 1)]

    def rim(self, shape, kind: str, width: float) -> Rim:
        """The rim of one patch."""
        edges = edges_of([shape])
        middles = edges.middles
        distance = np.column_stack([self._distance(middles, s) for s in (0, 1)])
        on = np.argmin(distance, axis=1)
        land = on if kind == "gap" else 1 - on
        # Both borders run there where third parties or nobody lies across.
        land = np.where((distance <= _ON).sum(axis=1) == 1, land, -1)
        border = shapely.boundary(shape)
        meets = tuple(m[shapely.dwithin(shapely.points(m), border, _ON)] for m in self._meets)
        return Rim(shape, kind, edges, land, meets, width)

    def _distance(self, points, side: int) -> np.ndarray:
        found = np.full(len(points), np.inf)
        (at, _), far = self._trees[side].query_nearest(
            points, max_distance=_SOUGHT, return_distance=True, all_matches=False
        )
        found[at] = far
        return found


def _meeting_points(fabric: Fabric, side: int) -> np.ndarray:
    """Points on the outline of a side at which two of its leaves meet."""
    rows = np.flatnonzero(fabric.side == side)
    edges = edges_of(fabric.shapes[rows])
    outer = unmatched(edges)
    ends = np.round(np.vstack([outer.start, outer.end]), 6)
    leaf = np.concatenate([outer.owner, outer.owner])
    if len(ends) == 0:
        return np.empty((0, 2))
    pairs = np.unique(np.column_stack([ends, leaf]), axis=0)
    spots, counts = np.unique(pairs[:, :2], axis=0, return_counts=True)
    return spots[counts > 1]
