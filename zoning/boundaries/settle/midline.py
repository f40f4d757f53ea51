"""The line halfway between two borders, and the line between buildings of two sides.

Points are set along both rims, closer together where the patch is narrow, and along the
buildings that decide; the ridges of their Voronoi diagram between points of different sides
are the line. Whatever its quality, it is only a line: the coverage is exact because faces are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import QhullError, Voronoi, cKDTree

from zoning.boundaries.settle.patch_outline import Rim
from zoning.geo.edges import Edges, distinct, join_lines
from zoning.model.tolerances import in_a_row, tolerance

__all__ = ["Sites", "divide_patch", "rim_sites"]

_FINEST, _COARSEST = in_a_row("rim_spacing")
_SHARE = tolerance("rim_spacing_share")
_LEAD = in_a_row("lead_into_tip")
_SIMPLER, _SIMPLEST = tolerance("simpler_share"), tolerance("simpler_most")
_ONE_PLACE = tolerance("one_place")


@dataclass(frozen=True)
class Sites:
    """Points with the side that each stands for.

    Parameters
    ----------
    xy : numpy.ndarray, shape (n, 2)
    side : numpy.ndarray of int
    """

    xy: np.ndarray
    side: np.ndarray

    def with_(self, other: Sites) -> Sites:
        """Both sets of sites; a spot in both is kept once, as the first one has it."""
        xy = np.vstack([self.xy, other.xy])
        side = np.concatenate([self.side, other.side])
        _, at = distinct(np.round(xy, 4), return_index=True)
        at = np.sort(at)
        return Sites(xy[at], side[at])

    def nearest(self, points) -> np.ndarray:
        """Side of the site nearest to each point."""
        xy = shapely.get_coordinates(points)
        return self.side[cKDTree(self.xy).query(xy)[1]]


def rim_sites(rim: Rim) -> Sites:
    """Sites along both sides' stretches of a rim, dense where the other side is near."""
    spots, sides = [], []
    for which in (0, 1):
        mine, other = rim.of(which), rim.of(1 - which)
        if len(mine) == 0:
            continue
        xy = _adaptive(mine, other)
        spots.append(xy)
        sides.append(np.full(len(xy), which))
    if not spots:
        return Sites(np.empty((0, 2)), np.empty(0, dtype=np.int64))
    xy, side = np.vstack(spots), np.concatenate(sides)
    # A spot of both sides is a tip; it stands for neither.
    _, inverse, counts = distinct(np.round(xy, 4), return_inverse=True, return_counts=True)
    only = counts[inverse] == 1
    return Sites(xy[only], side[only])


def _adaptive(mine: Edges, other: Edges) -> np.ndarray:
    """Middles of pieces of edges that are short against their distance to the other rim."""
    start, end = mine.start, mine.end
    if len(other) == 0:
        return (start + end) / 2
    tree = shapely.STRtree(other.lines)
    done = []
    for _ in range(16):
        middle = (start + end) / 2
        length = np.hypot(*(end - start).T)
        point, far = tree.query_nearest(
            shapely.points(middle), return_distance=True, all_matches=False
        )
        gap = np.zeros(len(middle))
        gap[point[0]] = far
        long = length > np.clip(_SHARE * gap, _FINEST, _COARSEST)
        done.append(middle[~long])
        if not long.any():
            break
        start, middle, end = start[long], middle[long], end[long]
        start, end = np.vstack([start, middle]), np.vstack([middle, end])
    return np.vstack(done)


def divide_patch(rim: Rim, sites: Sites, keep_clear=None) -> np.ndarray:
    """Lines in a patch halfway between the sites of side 0 and those of side 1.

    Parameters
    ----------
    rim : Rim
    sites : Sites
    keep_clear : array of Polygon, optional
        Buildings that simplifying must not make the lines touch.

    Returns
    -------
    numpy.ndarray of LineString
        Inside the patch, ending on its rim.
    """
    if len(sites.xy) < 4 or len(np.unique(sites.side)) < 2:
        return np.empty(0, dtype=object)
    ridges = _ridges(sites)
    if len(ridges) == 0:
        return np.empty(0, dtype=object)
    shapely.prepare(rim.shape)
    ridges = ridges[shapely.intersects(rim.shape, ridges)]
    inside = shapely.contains_properly(rim.shape, ridges)
    cut = shapely.intersection(ridges[~inside], rim.shape)
    cut = shapely.get_parts(cut)
    pieces = np.concatenate([ridges[inside], cut[shapely.get_dimensions(cut) == 1]])
    lines = shapely.get_parts(join_lines(pieces))
    lines = _to_tips(lines, rim)
    return _simpler(lines, rim, keep_clear)


def _ridges(sites: Sites) -> np.ndarray:
    origin = sites.xy.mean(axis=0)
    xy = sites.xy - origin
    # Far sites of no side all round make every ridge between real ones finite.
    far = 10 * np.abs(xy).max() + 1000
    turn = np.arange(16) * np.pi / 8
    ring = far * np.column_stack([np.cos(turn), np.sin(turn)])
    side = np.concatenate([sites.side, np.full(len(ring), -1)])
    try:
        diagram = Voronoi(np.vstack([xy, ring]))
    except QhullError:
        return np.empty(0, dtype=object)
    pair = side[diagram.ridge_points]
    ends = np.asarray(diagram.ridge_vertices)
    keep = (pair[:, 0] != pair[:, 1]) & (pair >= 0).all(axis=1) & (ends >= 0).all(axis=1)
    xy = diagram.vertices[ends[keep]] + origin
    long = (xy[:, 0] != xy[:, 1]).any(axis=1)
    return shapely.linestrings(xy[long])


def _to_tips(lines, rim: Rim) -> np.ndarray:
    """Lines whose ends near a tip of the patch run straight into that tip.

    Where the patch is narrower than the spacing of the sites, the ridges are only noise.
    """
    tips = rim.tips
    if len(tips) == 0 or len(lines) == 0:
        return lines
    tree = cKDTree(tips)
    ground = shapely.buffer(rim.shape, _ONE_PLACE)
    shapely.prepare(ground)
    led: list[shapely.Geometry] = []
    used = np.zeros(len(tips), dtype=bool)
    for line in lines[np.argsort(-shapely.length(lines), kind="stable")]:
        xy = shapely.get_coordinates(line)
        far, near = tree.query(xy)
        if len(led) and far.max() < _LEAD[0] and used[near].all():
            # A scrap beside a line that runs into the same tip.
            continue
        for _ in range(2):
            at = tree.query(xy[0])[1]
            xy, met = _led(xy, tips[at], ground)
            used[at] |= met
            xy = xy[::-1]
        led.append(shapely.linestrings(xy))
    return np.array(led, dtype=object)


def _led(xy: np.ndarray, tip: np.ndarray, ground) -> tuple[np.ndarray, bool]:
    """The line with its start led into a tip, from as far away as the patch allows."""
    away = np.hypot(*(xy - tip).T)
    if away[0] == 0 or away[0] > _LEAD[0]:
        return xy, bool(away[0] == 0)
    for reach in _LEAD:
        first = int(np.argmax(away > reach))
        if away[first] > reach:
            straight = shapely.linestrings([tip, xy[first]])
            if shapely.covers(ground, straight):
                return np.vstack([tip, xy[first:]]), True
    straight = shapely.linestrings([tip, xy[0]])
    if shapely.covers(ground, straight):
        return np.vstack([tip, xy]), True
    return xy, False


def _simpler(lines, rim: Rim, keep_clear) -> np.ndarray:
    """Lines with fewer turning points that still lie inside and clear of buildings."""
    if len(lines) == 0:
        return lines
    walls = shapely.union_all(keep_clear) if keep_clear is not None and len(keep_clear) else None
    ground = shapely.buffer(rim.shape, _ONE_PLACE)
    shapely.prepare(ground)
    result = lines.copy()
    pending = np.arange(len(lines))
    tolerance = min(_SIMPLEST, _SIMPLER * rim.width)
    for _ in range(5):
        trial = shapely.simplify(lines[pending], tolerance)
        good = shapely.covers(ground, trial) & shapely.is_simple(trial)
        if walls is not None:
            good &= ~(shapely.crosses(trial, walls) & ~shapely.crosses(lines[pending], walls))
        result[pending[good]] = trial[good]
        pending = pending[~good]
        if len(pending) == 0:
            break
        tolerance /= 3
    return result
