"""How far one outline lies beside another that it should share a border with, and why.

One outline is taken as points every few metres. If it is displaced, the differences between
its points and those of the other pile up at one offset (a generalised Hough transform), also
where the two were digitised apart and share no vertex. The best offset is refined by fitting
points to lines. Whether it is believed is for the caller to say: it knows what the two are.
"""

from __future__ import annotations

import numpy as np
import pyproj
import shapely
from pyproj.aoi import AreaOfInterest
from pyproj.database import query_crs_info
from pyproj.enums import PJType

from zoning.geo.gcj02 import to_degrees
from zoning.model.tolerances import count, in_a_row, tolerance

__all__ = ["datum_name", "line_tree", "points_along", "refine_offset", "share_on", "vote_offset"]

_ILL = tolerance("ill_conditioned")
_CELL = tolerance("vote_cell")
_VOTERS, _STEP = count("voters"), tolerance("compared_step")
_REACHES = in_a_row("fitting_reaches")
_NAME_NEAR, _NAME_SHARE = tolerance("datum_name_near"), tolerance("datum_name_share")
#: Datums that all lie within a metre or two of WGS 84, and of each other.
_MODERN = ("ITRF", "WGS 84", "ETRF", "ETRS", "IGS", "IGb", "CGCS2000", "China 2000", "REGCAN")


def line_tree(lines: np.ndarray) -> shapely.STRtree:
    """Segments, shape (n, 2, 2), to be asked what lies on them."""
    return shapely.STRtree(shapely.linestrings(lines))


def points_along(lines: np.ndarray) -> np.ndarray:
    """Points along segments, evenly spaced by length, some 10 m apart and 50 to 1500 in all."""
    length = _lengths(lines)
    ends = np.cumsum(length)
    count = int(min(_VOTERS, max(50, ends[-1] / _STEP)))
    at = (np.arange(count) + 0.5) / count * ends[-1]
    which = np.searchsorted(ends, at)
    along = at - (ends[which] - length[which])
    return _at_share(lines[which], along / length[which])


def share_on(
    points: np.ndarray, tree: shapely.STRtree, distance: float, *, facing: float | None = None
) -> float:
    """Share of points that lie within a distance (metres) of lines.

    With `facing`, the share of those points only that lie within that distance; 0 where they
    are fewer than eight.
    """
    spots = shapely.points(points)
    on, near = (
        len(np.unique(tree.query(spots, predicate="dwithin", distance=d)[0])) if d else len(points)
        for d in (distance, facing)
    )
    return on / near if facing is None or near >= 8 else 0.0


def vote_offset(points: np.ndarray, other: np.ndarray, reach: float) -> np.ndarray | None:
    """The offset (points minus other) at which most pairs of points agree, to a few metres.

    Parameters
    ----------
    points : array of float, shape (n, 2)
        Voters, as from `points_along`.
    other : array of float, shape (m, 2, 2)
        Segments of the other outline.
    reach : float
        Offsets are searched up to this distance in metres.
    """
    from scipy.ndimage import uniform_filter  # slow to load, and most borders fit as they are
    from scipy.spatial import cKDTree

    low, high = points.min(axis=0) - reach, points.max(axis=0) + reach
    near = other[((other.max(axis=1) >= low) & (other.min(axis=1) <= high)).all(axis=1)]
    if not len(near):
        return None
    tree = cKDTree(_every_step(near))
    middle = int(reach / _CELL)
    size = 2 * middle + 1
    votes = np.zeros(size * size)
    for start in range(0, len(points), 100):
        some = points[start : start + 100]
        pairs = cKDTree(some).sparse_distance_matrix(tree, reach, output_type="ndarray")
        voter, place = pairs["i"], pairs["j"]
        # One vote a point and cell: a long straight line must not vote many times.
        key = voter.astype(np.int32)
        for axis in (0, 1):
            key *= size
            apart = some[voter, axis] - tree.data[place, axis]
            key += np.rint(apart / _CELL).astype(np.int32) + middle
        key.sort()
        once = key[np.diff(key, prepend=-1) != 0] % (size * size)
        votes += np.bincount(once, minlength=size * size)
    # Each cell with the eight around it: an offset rarely falls into the middle of one.
    around = uniform_filter(votes.reshape(size, size), size=3, mode="constant")
    return (np.array(np.unravel_index(np.argmax(around), around.shape)) - middle) * _CELL


def refine_offset(
    points: np.ndarray, offset: np.ndarray, other: np.ndarray, tree: shapely.STRtree
) -> np.ndarray:
    """An offset, known to some metres, fitted: point-to-line least squares.

    The parameters are those of `vote_offset`, and the tree of `other` (`line_tree`).
    """
    move = -np.asarray(offset, dtype=float)
    for reach in _REACHES:
        here = points + move
        point, line = tree.query_nearest(shapely.points(here), max_distance=reach)
        if len(point) < 10:
            break
        along = other[line, 1] - other[line, 0]
        size = np.hypot(*along.T)
        fine = size > 0
        normal = np.column_stack([-along[fine, 1], along[fine, 0]]) / size[fine, None]
        miss = ((other[line[fine], 0] - here[point[fine]]) * normal).sum(axis=1)
        left = normal.T @ normal
        if np.linalg.cond(left) > _ILL:
            break
        move = move + np.linalg.solve(left, normal.T @ miss)
    return -move


def datum_name(
    at: np.ndarray, offset: np.ndarray, crs: pyproj.CRS, near: float = _NAME_NEAR
) -> str | None:
    """The datum in use at a place whose coordinates, mislabelled, give an offset (metres).

    Parameters
    ----------
    at, offset : array of float, shape (2,)
        In `crs`, a projected CRS.
    near : float, default 5.0
        How well it must fit, in metres; or in per cent of the offset where that is more.
    """
    size = float(np.hypot(*offset))
    if size <= 5:
        return None
    lon, lat = to_degrees(crs).transform(*at)
    infos = query_crs_info(
        pj_types=[PJType.GEOGRAPHIC_2D_CRS], area_of_interest=AreaOfInterest(lon, lat, lon, lat)
    )
    best: tuple[float, str | None] = (max(near, _NAME_SHARE * near * size), None)
    for info in infos:
        if info.auth_name != "EPSG" or info.deprecated or info.name.startswith(_MODERN):
            continue
        moved = _mislabelled(info.code, lon, lat, crs) - at
        for sign in (1, -1):
            miss = float(np.hypot(*(sign * moved - offset)))
            if miss < best[0]:
                best = (miss, f"{info.name} (EPSG:{info.code})")
    return best[1]


def _mislabelled(code: str, lon: float, lat: float, crs: pyproj.CRS) -> np.ndarray:
    """Where a place comes to lie when its coordinates of a datum are read as if in WGS 84."""
    try:
        convert = pyproj.Transformer.from_crs(4326, int(code), always_xy=True)
        wrong = convert.transform(lon, lat)
    except pyproj.exceptions.ProjError:
        return np.array([np.inf, np.inf])
    return np.asarray(to_degrees(crs).transform(*wrong, direction="INVERSE"))


def _lengths(lines: np.ndarray) -> np.ndarray:
    way = lines[:, 1] - lines[:, 0]
    return np.sqrt((way * way).sum(axis=1))


def _at_share(lines: np.ndarray, share: np.ndarray) -> np.ndarray:
    """The place at a share of the length of each segment."""
    return (lines[:, 1] - lines[:, 0]) * share[:, None] + lines[:, 0]


def _every_step(lines: np.ndarray) -> np.ndarray:
    """The middles of equal pieces of segments, no longer than a step."""
    pieces = np.maximum(1, np.ceil(_lengths(lines) / _STEP)).astype(int)
    which = np.repeat(np.arange(len(lines)), pieces)
    nth = np.arange(len(which)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    return _at_share(lines[which], (nth + 0.5) / pieces[which])
