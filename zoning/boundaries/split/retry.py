"""A closer look where the first pieces do not allow zones within the limits.

A tower that is a zone by itself may lock in a few neighbours between its land and the border
of the district. There, and wherever a district has avoidable zones outside the limits, blocks
are cut between all their houses and towers keep only the ground right around them.
"""

from __future__ import annotations

import numpy as np

from zoning.boundaries.ground.atoms import cut_faces
from zoning.boundaries.split.draw import Drawn
from zoning.boundaries.split.graph import connected, merge_empty
from zoning.boundaries.split.pieces import Layout, locate_again, with_labels
from zoning.boundaries.split.search import Demand
from zoning.model.tolerances import tolerance

__all__ = ["areas_missed", "cut_more"]

_SCRAP_M2 = tolerance("scrap_of_ground")


def areas_missed(
    layout: Layout, drawn: Drawn, demands: list[Demand], units: list[str]
) -> np.ndarray:
    """Areas with a zone outside the limits that is more than one piece.

    Returns
    -------
    array of bool, shape (areas,)
        A region that is one zone below the minimum, and a single piece above the maximum,
        are not counted.
    """
    n = len(drawn.area)
    missed = np.zeros(n, dtype=bool)
    alone = np.bincount(drawn.region)[drawn.region] == 1
    held = np.bincount(drawn.zone, weights=layout.load[units[0]] > 0, minlength=n)
    for rank, unit in enumerate(units):
        load = np.bincount(drawn.zone, weights=layout.load[unit], minlength=n)
        bounds = [
            (d.low, d.high) if rank == 0 else (d.second or (0, 0, np.inf))[1:] for d in demands
        ]
        low, high = np.array(bounds)[drawn.area].T
        missed |= (load < low) & ~alone
        missed |= (load > high) & (held > 1)
    found = np.zeros(len(demands), dtype=bool)
    found[drawn.area[missed]] = True
    return found


def cut_more(
    layout: Layout, drawn: Drawn, buildings, cut: np.ndarray, apart: np.ndarray
) -> tuple[Layout, np.ndarray]:
    """Cut more faces between their houses.

    Parameters
    ----------
    layout : Layout
    drawn : Drawn
        Zones so far.
    buildings : GeoDataFrame
    cut : array of bool, shape (faces,)
        Faces to cut.
    apart : array of bool, shape (buildings,)
        Buildings that keep only the ground right around them.

    Returns
    -------
    layout : Layout
    zone : array of int, shape (pieces,)
        Zone so far of each new piece.
    """
    pieces, parent = cut_faces(
        layout.pieces, buildings.geometry.to_numpy(), layout.face, cut, apart
    )
    face = locate_again(pieces, parent, layout.face, cut, layout.anchor)
    load = np.bincount(face[face >= 0], minlength=pieces.planar.n_faces)
    fresh = cut[parent]
    carved = np.zeros(len(cut), dtype=bool)
    carved[layout.face[apart & (layout.face >= 0)]] = True
    scrap = ~carved[parent] | (pieces.planar.area < _SCRAP_M2)
    merged = merge_empty(pieces, load, parent, fresh & scrap)
    # What was one piece before stays one, unless it lost the face that held it together.
    old = layout.label[parent]
    key = np.where(fresh, layout.n + merged, old)
    joined = np.bincount(merged, weights=fresh) > 0
    key = np.where((old >= 0) & joined[merged], layout.n + merged, key)
    label = connected(pieces, np.where(old >= 0, key, -1))
    made = with_labels(pieces, label, face, layout.anchor, buildings)
    zone = np.zeros(made.n, dtype=np.int64)
    inside = made.label >= 0
    zone[made.label[inside]] = drawn.zone[old[inside]]
    return made, zone
