"""The land laid out in pieces: noded, cut between houses, loaded with people."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from zoning.anchors import anchor_points
from zoning.boundaries.atoms import Pieces, cut_faces, locate
from zoning.boundaries.dissolve import dissolve
from zoning.boundaries.graph import merge_empty
from zoning.boundaries.noding import Lines, node_lines
from zoning.boundaries.parents import Parents
from zoning.errors import GeometryError, name_some
from zoning.profile import UNITS

__all__ = ["Layout", "lay_out"]

#: A block with more than this share of the maximum is cut between its houses.
_CUT_ABOVE = 0.5


@dataclass(frozen=True)
class Layout:
    """Pieces that zones are put together from, with what they hold.

    Parameters
    ----------
    pieces : Pieces
        Faces with what their segments follow.
    label : array of int, shape (faces,)
        Piece of each face, -1 outside every area.
    area : array of int, shape (pieces,)
        Row of the divided area that each piece lies in.
    home : array of int, shape (buildings,)
        Piece that each building counts in, -1 outside every area.
    anchor : array of float, shape (buildings, 2)
        A point inside each building.
    load : DataFrame, one row a piece
        Sums of the units that the buildings have, and ``buildings``.
    """

    pieces: Pieces
    label: np.ndarray
    area: np.ndarray
    home: np.ndarray
    anchor: np.ndarray
    load: pd.DataFrame

    @property
    def n(self) -> int:
        """How many pieces there are."""
        return len(self.area)


def lay_out(parents: Parents, barriers: Lines, buildings, leading: str, most: float) -> Layout:
    """Pieces of the divided areas.

    Parameters
    ----------
    parents : Parents
    barriers : Lines
        What people see on the ground.
    buildings : GeoDataFrame
        Layer ``buildings``, sorted; may be empty.
    leading : str
        Unit that decides where blocks are cut between houses.
    most : float
        Most that a zone may hold of it.
    """
    borders = border_lines(parents.geometry)
    planar, strength, border = node_lines(Lines.join(borders, barriers))
    polygons = dissolve(planar, np.arange(planar.n_faces), planar.n_faces)
    area = locate(parents.geometry, shapely.point_on_surface(polygons))
    pieces = Pieces(planar, strength, border, area)
    anchor = anchors(buildings.geometry.to_numpy())
    inner = np.where(area >= 0, polygons, None)
    home = locate(inner, shapely.points(anchor))
    load = buildings[leading].fillna(0).to_numpy(dtype="float64")
    here = home >= 0
    n = planar.n_faces
    full = np.bincount(home[here], weights=load[here], minlength=n) > _CUT_ABOVE * most
    several = np.bincount(home[here], minlength=n) > 1
    parent = np.arange(n)
    if (full & several).any():
        pieces, parent = cut_faces(pieces, buildings.geometry.to_numpy(), home, full & several)
        home = _locate_again(pieces, parent, home, full & several, anchor)
    return _label(pieces, parent, home, anchor, buildings, parents)


def border_lines(polygons: np.ndarray) -> Lines:
    """Rings of the areas, as lines."""
    rings = shapely.get_rings(shapely.get_parts(polygons))
    lines = shapely.linestrings(*_ragged(shapely.force_2d(rings)))
    n = len(lines)
    return Lines(lines, np.zeros(n), np.ones(n, dtype=bool))


def _ragged(rings):
    xy, index = shapely.get_coordinates(rings, return_index=True)
    return xy, None, None, index


def anchors(geometry: np.ndarray) -> np.ndarray:
    """A point inside each building: its centre where that lies inside."""
    centre = anchor_points(geometry)
    xy = np.full((len(geometry), 2), np.nan)
    good = ~shapely.is_missing(centre) & ~shapely.is_empty(centre)
    xy[good] = shapely.get_coordinates(centre[good])
    return xy


def _locate_again(pieces, parent, home, cut, anchor):
    """Face of each building after some faces were cut."""
    planar = pieces.planar
    whole = ~cut[parent]
    now = np.full(len(cut), -1, dtype=np.int64)
    now[parent[whole]] = np.flatnonzero(whole)
    made = np.where(home >= 0, now[home], -1)
    again = np.flatnonzero((home >= 0) & cut[home])
    polygons = dissolve(planar, np.where(whole, -1, np.arange(planar.n_faces)), planar.n_faces)
    made[again] = locate(polygons, shapely.points(anchor[again]))
    return made


def _label(pieces, parent, home, anchor, buildings, parents):
    here = home >= 0
    load = np.bincount(home[here], minlength=pieces.planar.n_faces)
    label = merge_empty(pieces, load, parent)
    inside = pieces.area >= 0
    # Pieces are numbered by area, then by their first face.
    first = np.full(label.max() + 1, -1, dtype=np.int64)
    first[label[inside]] = pieces.area[inside]
    kept = np.flatnonzero(first >= 0)
    order = kept[np.argsort(first[kept], kind="stable")]
    number = np.full(len(first), -1, dtype=np.int64)
    number[order] = np.arange(len(order))
    label = np.where(inside, number[label], -1)
    home = np.where(here, label[home], -1)
    area = first[order]
    _require_all(area, parents)
    sums = pd.DataFrame({"buildings": np.bincount(home[home >= 0], minlength=len(area))})
    for unit in UNITS:
        value = buildings[unit].fillna(0).to_numpy(dtype="float64")
        sums[unit] = np.bincount(home[home >= 0], weights=value[home >= 0], minlength=len(area))
    return Layout(pieces, label, area, home, anchor, sums)


def _require_all(area, parents):
    missing = np.setdiff1d(np.arange(len(parents.leaf)), area)
    if len(missing):
        raise GeometryError(
            f"layer areas: {name_some(parents.codes[missing])} lies wholly under other areas; "
            "repair the overlap first"
        )
