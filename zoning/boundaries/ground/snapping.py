"""Lines that were drawn, cut or projected apart and run along each other: one line, not two."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.spatial import cKDTree

from zoning.geo.edges import distinct
from zoning.geo.grouping import first_connected
from zoning.model.tolerances import tolerance

__all__ = ["matched", "matched_areas"]

_ONE_PLACE = tolerance("one_place")


def matched(lines: np.ndarray, fixed: np.ndarray) -> np.ndarray:
    """Lines of which those that run along each other are the same, vertex by vertex.

    Where two lines are the same but for rounding, one has a vertex that the other has not, or
    both have it a digit apart. Land between them would be thinner than numbers can tell, and
    noding is not safe with it. Each line gets the vertices of the other; no point moves by more
    than a micrometre, and points of fixed lines by less wherever others can move instead.

    Parameters
    ----------
    lines : array of LineString
    fixed : array of bool
        Lines that others are led onto: the borders of areas.

    Returns
    -------
    array of LineString
        `lines` itself where nothing is that near.
    """
    xy, line = shapely.get_coordinates(lines, return_index=True)
    if not len(xy):
        return lines
    spots, at = distinct(xy, return_inverse=True)
    firm = np.zeros(len(spots), dtype=bool)
    firm[at[fixed[line]]] = True
    place, stand = spots.copy(), _first_of_knot(spots, firm)
    from_ = np.flatnonzero(line[1:] == line[:-1])
    ends = stand[np.column_stack([at[from_], at[from_ + 1]])]
    used = np.unique(stand)
    tree = shapely.STRtree(shapely.linestrings(spots[ends]))
    spot, edge = tree.query(shapely.points(spots[used]), predicate="dwithin", distance=_ONE_PLACE)
    spot = used[spot]
    fresh = (ends[edge] != spot[:, None]).all(axis=1)
    spot, edge = spot[fresh], edge[fresh]
    if not len(spot) and (stand == np.arange(len(spots))).all():
        return lines
    led = fixed[line[from_[edge]]] & ~firm[spot]
    _lead_onto(place, spot[led], spots[ends[edge[led]]])
    moved = place[stand[at]]
    base, tip = place[ends[edge, 0]], place[ends[edge, 1]]
    order = np.lexsort((((place[spot] - base) * (tip - base)).sum(axis=1), edge))
    after = from_[edge[order]] + 1
    moved = np.insert(moved, after, place[spot[order]], axis=0)
    line = np.insert(line, after, line[after])
    new = np.ones(len(line), dtype=bool)
    new[1:] = (line[1:] != line[:-1]) | (moved[1:] != moved[:-1]).any(axis=1)
    new &= np.bincount(line[new], minlength=len(lines))[line] > 1
    return _lines(moved[new], line[new], len(lines))


def _first_of_knot(spots, firm) -> np.ndarray:
    """For each point the one that it is: a firm one, else the first by coordinates."""
    pairs = cKDTree(spots).query_pairs(_ONE_PLACE, output_type="ndarray")
    knot = first_connected(len(spots), pairs)
    order = np.lexsort((~firm, knot))[::-1]
    first = np.empty(len(spots), dtype=np.int64)
    first[knot[order]] = order
    return first[knot]


def _lead_onto(place, spot, ends) -> None:
    """Put points onto the nearest of the edges that they are beside."""
    base, way = ends[:, 0], ends[:, 1] - ends[:, 0]
    share = ((place[spot] - base) * way).sum(axis=1) / (way**2).sum(axis=1)
    foot = base + np.clip(share, 0.0, 1.0)[:, None] * way
    far = np.hypot(*(foot - place[spot]).T)
    order = np.lexsort((*foot.T, far, spot))
    first = order[np.unique(spot[order], return_index=True)[1]]
    place[spot[first]] = foot[first]


def _lines(xy, line, n: int) -> np.ndarray:
    """Lines of points; one that is a single place by now is empty."""
    made = np.full(n, shapely.LineString(), dtype=object)
    present = np.unique(line)
    made[present] = shapely.linestrings(xy, indices=np.searchsorted(present, line))
    return made


def matched_areas(polygons: np.ndarray) -> np.ndarray:
    """Polygons whose common borders are the same, vertex by vertex; see `matched`.

    Parameters
    ----------
    polygons : array of Polygon or MultiPolygon

    Returns
    -------
    array of Polygon or MultiPolygon
        Those that fit already, and those that would become invalid, are the same objects.
    """
    parts, owner = shapely.get_parts(polygons, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    lines = shapely.linestrings(xy, indices=ring)
    made = matched(lines, np.ones(len(lines), dtype=bool))
    if made is lines:
        return polygons
    out = polygons.copy()
    for row in np.unique(owner[part[~shapely.equals_exact(made, lines)]]):
        mine = [_rings(made[part == k]) for k in np.flatnonzero(owner == row)]
        if any(some is None for some in mine):
            continue
        whole = [shapely.polygons(some[0], some[1:]) for some in mine]
        shape = whole[0] if len(whole) == 1 else shapely.multipolygons(whole)
        out[row] = shape if shapely.is_valid(shape) else polygons[row]
    return out


def _rings(lines):
    """Closed lines as rings; ``None`` where one is a mere line by now."""
    xy, line = shapely.get_coordinates(lines, return_index=True)
    if (np.bincount(line, minlength=len(lines)) < 4).any():
        return None
    return shapely.linearrings(xy, indices=line)
