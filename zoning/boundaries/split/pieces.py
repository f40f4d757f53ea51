"""The land laid out in pieces: noded, cut between houses, loaded with people."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from zoning.boundaries.ground.atoms import Pieces, cut_faces, locate
from zoning.boundaries.ground.noded_lines import Lines, node_lines
from zoning.boundaries.split.graph import join_wholes, merge_empty
from zoning.boundaries.split.request import Request
from zoning.errors import GeometryError, name_some
from zoning.geo.anchors import anchor_points
from zoning.geo.dissolve import dissolve
from zoning.model.profile import UNITS
from zoning.model.tolerances import tolerance

__all__ = ["Layout", "lay_out"]

_CUT_ABOVE = tolerance("cut_above")
_FITS = tolerance("good_by_itself")
_SHARED = tolerance("not_divided")

_LOST = tolerance("lost_border")
_GRID = tolerance("noding_grid")


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
    face : array of int, shape (buildings,)
        Face that each building counts in, -1 outside every area.
    anchor : array of float, shape (buildings, 2)
        A point inside each building.
    load : DataFrame, one row a piece
        Sums of the units that the buildings have, and ``buildings``.
    """

    pieces: Pieces
    label: np.ndarray
    area: np.ndarray
    home: np.ndarray
    face: np.ndarray
    anchor: np.ndarray
    load: pd.DataFrame

    @property
    def n(self) -> int:
        """How many pieces there are."""
        return len(self.area)


def lay_out(request: Request) -> Layout:
    """Pieces of the divided areas.

    Parameters
    ----------
    request : Request
        Lines, what carries people, what must not be cut.
    """
    parents, wholes = request.parents, request.wholes
    borders = border_lines(parents.geometry)
    lines = [borders, wholes.lines(), request.barriers]
    if request.former is not None:
        lines.append(border_lines(request.former.geometry.to_numpy()))
    pieces, polygons = _between(Lines.join(*lines), parents.geometry)
    planar = pieces.planar
    middle = shapely.point_on_surface(polygons)
    anchor = anchors(request.loads.geometry.to_numpy())
    home = _place(np.where(pieces.area >= 0, polygons, np.array(None)), anchor)
    whole = _wholes(wholes, middle, home, request)
    cut = _to_cut(request, pieces.area, home, whole)
    parent = np.arange(planar.n_faces)
    if cut.any():
        load = request.loads[request.units[0]].fillna(0).to_numpy(dtype="float64")
        small = np.where(request.alone, np.inf, load / (_SHARED * request.most))
        geometry = request.loads.geometry.to_numpy()
        pieces, parent = cut_faces(
            pieces, geometry, home, cut, small=small, workers=request.workers
        )
        home = locate_again(pieces, parent, home, cut, anchor)
    here = home >= 0
    load = np.bincount(home[here], minlength=pieces.planar.n_faces)
    label = join_wholes(pieces, whole[parent])
    # A block without people is ground that may go either way.
    label = merge_empty(
        pieces,
        load,
        parent,
        ~wholes.strict[whole[parent]] | (whole[parent] < 0) if wholes.strict.any() else None,
        label=label,
    )
    layout = with_labels(pieces, label, home, anchor, request.loads)
    _require_all(layout.area, parents)
    return layout


def _between(lines: Lines, areas: np.ndarray) -> tuple[Pieces, np.ndarray]:
    """Faces between lines with the area of each, and their polygons.

    GEOS now and then loses a stretch of a line that another one runs along within micrometres,
    and two areas become one. Then all is noded once more, on a grid.
    """
    size = shapely.area(areas)
    for grid in (None, _GRID):
        planar, strength, border = node_lines(lines, grid)
        polygons = dissolve(planar, np.arange(planar.n_faces), planar.n_faces)
        area = locate(areas, shapely.point_on_surface(polygons))
        held = np.bincount(area + 1, weights=planar.area, minlength=len(areas) + 1)[1:]
        if (np.abs(held - size) <= _LOST * size).all():
            break
    return Pieces(planar, strength, border, area), polygons


def _wholes(wholes, middle, home, request):
    """Row of the ground that each face must stay with, -1 for none."""
    if not len(wholes.geometry):
        return np.full(len(middle), -1, dtype=np.int64)
    whole = locate(wholes.geometry, middle)
    load = request.loads[request.units[0]].fillna(0).to_numpy(dtype="float64")
    inside = (home >= 0) & (whole[home] >= 0)
    held = np.bincount(whole[home[inside]], weights=load[inside], minlength=len(wholes.geometry))
    fits = wholes.strict | (held <= request.most)
    return np.where((whole >= 0) & fits[whole], whole, -1)


def _to_cut(request, area, home, whole):
    """Faces that hold too many people for one piece, or a building that is to be alone."""
    n = len(whole)
    here = home >= 0
    load = request.loads[request.units[0]].fillna(0).to_numpy(dtype="float64")
    held = np.bincount(home[here], weights=load[here], minlength=n)
    full = held > _CUT_ABOVE * request.most
    if len(request.units) == 1:
        target = np.array([np.inf if d.count else d.target for d in request.demands] + [np.inf])
        full &= np.abs(held - target[area]) > _FITS * target[area]
    full[home[here & request.alone]] = True
    several = np.bincount(home[here], minlength=n) > 1
    return full & several & (whole < 0)


def border_lines(polygons: np.ndarray) -> Lines:
    """Rings of the areas, as lines."""
    rings = shapely.get_rings(shapely.force_2d(shapely.get_parts(polygons)))
    xy, index = shapely.get_coordinates(rings, return_index=True)
    lines = shapely.linestrings(xy, indices=index)
    return Lines(lines, np.zeros(len(lines)), np.ones(len(lines), dtype=bool))


def anchors(geometry: np.ndarray) -> np.ndarray:
    """Coordinates of the point where each building counts, not a number where it has none."""
    points = anchor_points(geometry)
    xy = np.full((len(points), 2), np.nan)
    known = ~shapely.is_missing(points)
    xy[known] = shapely.get_coordinates(points[known])
    return xy


def _place(polygons, anchor):
    home = np.full(len(anchor), -1, dtype=np.int64)
    known = ~np.isnan(anchor[:, 0])
    home[known] = locate(polygons, shapely.points(anchor[known]))
    return home


def locate_again(pieces, parent, home, cut, anchor):
    """Face of each building after some faces were cut."""
    planar = pieces.planar
    whole = ~cut[parent]
    now = np.full(len(cut), -1, dtype=np.int64)
    now[parent[whole]] = np.flatnonzero(whole)
    made = np.where(home >= 0, now[home], -1)
    again = np.flatnonzero((home >= 0) & cut[home])
    polygons = dissolve(planar, np.where(whole, -1, np.arange(planar.n_faces)), planar.n_faces)
    made[again] = _place(polygons, anchor[again])
    return made


def with_labels(pieces: Pieces, label, home, anchor, buildings) -> Layout:
    """Pieces from labelled faces, numbered by area and first face.

    Parameters
    ----------
    pieces : Pieces
    label : array of int, shape (faces,)
        Faces of the same area with the same label are one piece.
    home : array of int, shape (buildings,)
        Face of each building, -1 for none.
    anchor : array of float, shape (buildings, 2)
    buildings : GeoDataFrame
    """
    inside = pieces.area >= 0
    first = np.full(label.max() + 1, -1, dtype=np.int64)
    first[label[inside]] = pieces.area[inside]
    kept = np.flatnonzero(first >= 0)
    order = kept[np.argsort(first[kept], kind="stable")]
    number = np.full(len(first), -1, dtype=np.int64)
    number[order] = np.arange(len(order))
    label = np.where(inside, number[label], -1)
    face, home = home, np.where(home >= 0, label[home], -1)
    n = len(order)
    sums = pd.DataFrame({"buildings": np.bincount(home[home >= 0], minlength=n)})
    for unit in UNITS:
        value = buildings[unit].fillna(0).to_numpy(dtype="float64")
        sums[unit] = np.bincount(home[home >= 0], weights=value[home >= 0], minlength=n)
    return Layout(pieces, label, first[order], home, face, anchor, sums)


def _require_all(area, parents):
    missing = np.setdiff1d(np.arange(len(parents.leaf)), area)
    if len(missing):
        raise GeometryError(
            f"layer areas: {name_some(parents.codes[missing])} lies wholly under other areas; "
            "repair the overlap first"
        )
