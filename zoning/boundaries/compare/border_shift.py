"""A border that is displaced as a whole is no dispute: find the displacement and name it.

GCJ-02 (the obfuscated system of Chinese web maps) moves places by 18 to 700 m, a wrong datum
by up to some hundreds of metres, swapped axes or a zone prefix by thousands of kilometres. All
move a border alike, so that it fits the other one when that is undone; a true dispute does not.
Where the two have vertices in common these must agree; a border too straight for that must
come to lie on the other one when a known displacement is undone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass

import numpy as np
import shapely
from scipy.spatial import cKDTree

from zoning.geo.gcj02 import gcj_to_wgs, moved_by
from zoning.geo.shift import (
    datum_name,
    line_tree,
    points_along,
    refine_offset,
    share_on,
    vote_offset,
)
from zoning.model.tolerances import tolerance

__all__ = ["Shift", "detect_shift"]

_REACH = tolerance("border_reach")
_AGREE, _STANDING = tolerance("agree_once_moved"), tolerance("agree_as_they_stand")
_MOSTLY = tolerance("shift_on_line")
_EXACTLY = tolerance("shift_exactly")
_SMALLEST = tolerance("smallest_datum")
_AGREES = tolerance("shift_agrees")
_ALONG, _FACING = tolerance("along_line"), tolerance("facing_line")
_COMMON, _CORNERS = tolerance("common_spread"), tolerance("corner_spread")
_ALIKE = tolerance("corners_alike")
_SPREAD, _LEAST_SPREAD = tolerance("datum_spread"), tolerance("datum_spread_least")


@dataclass(frozen=True)
class Shift:
    """A displacement of B against A.

    Parameters
    ----------
    kind : str
        ``gcj02``, ``datum``, ``axes``, ``zone_prefix`` or ``apart``.
    side : str
        ``a`` or ``b``: the side that the conversion `remedy` should be applied to.
    dx_m, dy_m : float
        Mean offset of B against A (metres east and north).
    matched : float
        Share of the facing vertices of A that lie on vertices of B once it is undone.
    message : str
        One line with the remedy.
    """

    kind: str
    side: str
    dx_m: float
    dy_m: float
    matched: float
    message: str

    @property
    def offset_m(self) -> float:
        """Length of the offset."""
        return float(np.hypot(self.dx_m, self.dy_m))

    def to_dict(self) -> dict:
        """As in the JSON report."""
        return {**asdict(self), "offset_m": self.offset_m}


@dataclass(frozen=True)
class _Rim:
    """One side, and what of its outline is within reach of the other's."""

    side: str
    outline: shapely.Geometry
    vertices: np.ndarray
    lines: np.ndarray
    tree: shapely.STRtree


def detect_shift(a, b, crs) -> Shift | None:
    """The displacement between two outlines, ``None`` where there is none.

    Parameters
    ----------
    a, b : Polygon or MultiPolygon
        Outlines of two sides that claim to be neighbours.
    crs : pyproj.CRS
        Their common projected CRS in metres.
    """
    far = float(shapely.distance(a, b))
    if far > 20 * _REACH:
        return _far_apart(a, b, far)
    mine, theirs = _facing("a", a, b), _facing("b", b, a)
    if not len(mine.vertices) or not len(theirs.vertices):
        return None
    found = None
    many = len(mine.vertices) >= 8 and len(theirs.vertices) >= 8
    if many:
        if _agreement(mine.vertices, theirs.vertices, _AGREES) > _STANDING:
            return None
        found = _gcj(mine, theirs, crs, _by_vertices)
    offset = None if found else _offset(mine, theirs)
    if many and offset is not None:
        found = _constant(mine, theirs, offset, crs)
    found = found or _gcj(mine, theirs, crs, _by_length)
    return (
        _known_datum(mine, theirs, offset, crs) if found is None and offset is not None else found
    )


def _facing(side: str, outline, other) -> _Rim:
    rings = shapely.get_rings(shapely.get_parts(outline))
    rim = shapely.boundary(other)
    shapely.prepare(rim)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    lines = np.stack([xy[:-1], xy[1:]], axis=1)[ring[1:] == ring[:-1]]
    tree = line_tree(lines)
    xy = np.unique(xy, axis=0)
    near = shapely.dwithin(rim, shapely.points(xy), _REACH)
    return _Rim(side, outline, xy[near], lines[shapely.dwithin(rim, tree.geometries, _REACH)], tree)


def _agreement(mine, theirs, tolerance) -> float:
    """Share of the vertices of the smaller set that have one of the other within tolerance."""
    if len(mine) > len(theirs):
        mine, theirs = theirs, mine
    return float(np.mean(cKDTree(theirs).query(mine)[0] <= tolerance))


def _corresponding(mine, theirs, tolerance) -> float:
    """Agreement counted along the part of the border that both sets have."""
    distance = cKDTree(theirs).query(mine)[0]
    along = distance < _FACING
    return float(np.mean(distance[along] <= tolerance)) if along.sum() >= 8 else 0.0


def _gcj(mine: _Rim, theirs: _Rim, crs, told_by: Callable) -> Shift | None:
    """GCJ-02 in the side that fits better once it is undone, where one does."""
    told = [
        (*fit, moved.side, sign)
        for moved, fixed, sign in ((theirs, mine, 1), (mine, theirs, -1))
        if (fit := told_by(moved, fixed, crs)) is not None
    ]
    if not told:
        return None
    matched, (dx, dy), side, sign = max(told, key=lambda t: t[0])
    text = (
        f"side {side.upper()} is in GCJ-02, {np.hypot(dx, dy):.1f} m off ({_say(dx, dy)}): "
        "no dispute can be told from it; convert it to WGS 84 or CGCS2000 first "
        f"(--gcj02 {side} does)"
    )
    return Shift("gcj02", side, sign * float(dx), sign * float(dy), matched, text)


def _by_vertices(moved: _Rim, fixed: _Rim, crs):
    """Share of vertices that fit the other border once GCJ-02 is undone, and the offset."""
    undone = moved_by(gcj_to_wgs, moved.vertices, crs)
    if undone is None:
        return None
    matched = max(
        _corresponding(undone, fixed.vertices, 1.0),
        share_on(undone, fixed.tree, _ALONG, facing=_FACING),
    )
    standing = share_on(moved.vertices, fixed.tree, _ALONG)
    offset = (moved.vertices - undone).mean(axis=0)
    return (matched, offset) if matched > max(_AGREE, 2 * standing) else None


def _by_length(moved: _Rim, fixed: _Rim, crs):
    """The same of a straight border, by how far it lies beside the other one, across it."""
    there = moved_by(gcj_to_wgs, shapely.get_coordinates(moved.outline), crs)
    middle = shapely.get_coordinates(shapely.centroid(moved.outline))
    undone = moved_by(gcj_to_wgs, middle, crs)
    if there is None or undone is None:
        return None
    offset = (middle - undone)[0]
    back = shapely.set_coordinates(shapely.force_2d(moved.outline), there)
    share = _lies_on(back, moved.outline, fixed.outline, np.hypot(*offset))
    return (share, offset) if share else None


def _offset(mine: _Rim, theirs: _Rim) -> np.ndarray | None:
    """By how much B's border is displaced against A's, if it is."""
    if not len(mine.lines) or not len(theirs.lines):
        return None
    points = points_along(theirs.lines)
    rough = vote_offset(points, mine.lines, _REACH)
    if rough is None:
        return None
    offset = refine_offset(points, rough, mine.lines, line_tree(mine.lines))
    # Lines say little of a move along them; vertices in common do.
    back = theirs.vertices - offset
    distance, at = cKDTree(back).query(mine.vertices)
    close = distance <= max(_EXACTLY, _COMMON * np.hypot(*offset))
    if close.sum() >= 3:
        offset = offset + np.median(back[at[close]] - mine.vertices[close], axis=0)
    return offset


def _constant(mine: _Rim, theirs: _Rim, offset: np.ndarray, crs) -> Shift | None:
    """A datum told from many vertices that moved alike."""
    size = float(np.hypot(*offset))
    if size < _SMALLEST:
        return None
    spread = max(_LEAST_SPREAD, _SPREAD * size)
    matched = _corresponding(mine.vertices, theirs.vertices - offset, spread)
    if matched < max(_AGREE, 3 * _corresponding(mine.vertices, theirs.vertices, spread)):
        return None
    return _datum(offset, matched, datum_name(mine.vertices.mean(axis=0), offset, crs))


def _known_datum(mine: _Rim, theirs: _Rim, offset: np.ndarray, crs) -> Shift | None:
    """A datum told from the few corners of a border that moved alike; only one that is known."""
    size = float(np.hypot(*offset))
    if size < 5 or max(len(mine.vertices), len(theirs.vertices)) > 60:
        return None
    # A datum moves the ends of a border not quite alike: the most that agree say where.
    offset = _agreed(mine, theirs, offset)
    spread = max(_EXACTLY, _CORNERS * size)
    distance = cKDTree(theirs.vertices - offset).query(mine.vertices)[0]
    corners = mine.vertices[distance <= spread]
    # Corners in one line leave open how far the border moved along it.
    if len(corners) < 3 or np.linalg.svd(corners - corners.mean(axis=0))[1][1] < size:
        return None
    back = shapely.transform(theirs.outline, lambda xy: xy - offset)
    share = _lies_on(back, theirs.outline, mine.outline, size, spread)
    name = datum_name(mine.vertices.mean(axis=0), offset, crs, near=1.0) if share else None
    return _datum(offset, share, name) if name else None


def _agreed(mine: _Rim, theirs: _Rim, offset: np.ndarray) -> np.ndarray:
    """The offset of most corners that moved alike, near a first one; that one without any."""
    distance, at = cKDTree(theirs.vertices - offset).query(mine.vertices)
    close = distance <= max(_EXACTLY, _COMMON * np.hypot(*offset))
    moved = theirs.vertices[at[close]] - mine.vertices[close]
    if not len(moved):
        return offset
    alike = max(cKDTree(moved).query_ball_point(moved, _ALIKE), key=len)
    return np.median(moved[alike], axis=0)


def _datum(offset: np.ndarray, matched: float, name: str | None) -> Shift:
    dx, dy = map(float, offset)
    as_if = f", as if its coordinates were {name}" if name else ""
    text = (
        f"side B lies {np.hypot(dx, dy):.2f} m off side A ({_say(dx, dy)}) along the whole "
        f"border{as_if}: a datum shift, not a dispute; give both files their true CRS and "
        "compare again"
    )
    return Shift("datum", "b", dx, dy, matched, text)


def _lies_on(undone, moved, fixed, offset: float, within: float = _EXACTLY) -> float:
    """Share of a rim facing another one that lies on it once moved back; 0 where too little.

    The stretch must be longer than the way moved, most of what faces the other rim, and must
    not have lain on it before: a border moved along itself says nothing.
    """
    rim = shapely.boundary(fixed)
    now, facing = _on_rim(undone, rim, within)
    before, _ = _on_rim(moved, rim, within)
    if now < max(offset, _MOSTLY * facing) or before > _STANDING * now:
        return 0.0
    return now / facing


def _on_rim(shape, rim, tolerance: float) -> tuple[float, float]:
    """Metres of the rim of a shape that lie on another rim, and that face it within 200 m."""
    box = shapely.bounds(rim) + [-_FACING, -_FACING, _FACING, _FACING]
    around = shapely.clip_by_rect(shapely.boundary(shape), *box)
    near, far = shapely.buffer(rim, tolerance), shapely.buffer(rim, _FACING, quad_segs=4)
    length = shapely.length(shapely.intersection(around, np.array([near, far])))
    return float(length[0]), float(length[1])


def _far_apart(a, b, far: float) -> Shift:
    text = (
        f"side A and side B lie {far / 1000:,.0f} km apart: they are no neighbours, or one has "
        "the wrong CRS; check both"
    )
    kind = "apart"
    if _near(a, _turned(b)):
        kind, text = "axes", "side B has its axes swapped (x is north): swap them and compare again"
    elif _near(_turned(a), b):
        kind, text = "axes", "side A has its axes swapped (x is north): swap them and compare again"
    else:
        millions = (shapely.centroid(b).x - shapely.centroid(a).x) / 1e6
        whole = round(millions)
        if whole and _near(a, shapely.transform(b, lambda xy: xy - [whole * 1e6, 0])):
            kind = "zone_prefix"
            text = (
                f"side B's eastings carry {whole:+d} million metres against side A's: a zone "
                "prefix in one of them; give each file its true CRS and compare again"
            )
    ca, cb = shapely.centroid(a), shapely.centroid(b)
    return Shift(kind, "b", cb.x - ca.x, cb.y - ca.y, 0.0, text)


def _turned(geometry):
    return shapely.transform(geometry, lambda xy: xy[:, ::-1])


def _near(a, b) -> bool:
    return float(shapely.distance(a, b)) < _REACH


def _say(dx: float, dy: float) -> str:
    east = f"{abs(dx):.1f} m {'east' if dx >= 0 else 'west'}"
    return f"{east}, {abs(dy):.1f} m {'north' if dy >= 0 else 'south'}"
