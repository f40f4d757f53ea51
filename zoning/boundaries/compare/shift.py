"""A border that is displaced as a whole is no dispute: find the displacement and name it.

GCJ-02 (the obfuscated system of Chinese web maps) moves places by 18 to 700 m, a wrong datum
by up to some hundreds of metres, swapped axes or a zone prefix by thousands of kilometres. All
move every vertex alike, so vertices of the two borders vote for an offset; a true dispute
gives no clear winner. Where a border is straight it has too few vertices to vote; there it is
tried whether the border comes to lie on the other one when a known displacement is undone.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import numpy as np
import pyproj
import shapely
from pyproj.aoi import AreaOfInterest
from pyproj.database import query_crs_info
from pyproj.enums import PJType
from scipy.spatial import cKDTree

from zoning.geo.gcj02 import gcj_to_wgs

__all__ = ["Shift", "detect_shift"]

#: Farther than any datum or GCJ-02 moves a place.
_REACH = 1500.0
#: Bin of the vote in metres; votes of neighbouring bins are counted together.
_BIN = 4.0
#: Share of facing vertices that must agree once moved, and at most agree as they stand.
_AGREE, _STANDING = 0.5, 0.2
#: Share of a straight border that must lie on the other one once moved.
_MOSTLY = 0.8
#: How near (metres) it must come: six decimals of a degree. Wider, and a disputed strip that
#: happens to be as wide as GCJ-02 moves a border would be taken for a shift.
_EXACTLY = 0.2
#: Offsets of corners that differ by less than this (metres) are votes for one.
_ALIKE = 0.5
#: Datums that all lie within a metre or two of WGS 84, and of each other.
_MODERN = ("ITRF", "WGS 84", "ETRF", "ETRS", "IGS", "IGb", "CGCS2000", "China 2000", "REGCAN")
#: Smaller than this is digitising, not another datum.
_SMALLEST = 0.05


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
    mine, theirs = _facing(a, b), _facing(b, a)
    if not len(mine) or not len(theirs):
        return None
    found = None
    if len(mine) >= 8 and len(theirs) >= 8:
        if _agreement(mine, theirs, 0.01) > _STANDING:
            return None
        found = _gcj(mine, theirs, (a, b), crs) or _constant(mine, theirs, crs)
    return found or _straight_gcj(a, b, crs) or _corners(mine, theirs, (a, b), crs)


def _facing(a, b) -> np.ndarray:
    """Vertices of A within reach of B, at most some thousands, evenly taken."""
    xy = np.unique(shapely.get_coordinates(a), axis=0)
    x0, y0, x1, y1 = shapely.bounds(b)
    inside = (xy > [x0 - _REACH, y0 - _REACH]).all(1) & (xy < [x1 + _REACH, y1 + _REACH]).all(1)
    xy = xy[inside]
    rim = shapely.boundary(b)
    tree = shapely.STRtree(shapely.get_parts(rim))
    near = np.unique(tree.query(shapely.points(xy), predicate="dwithin", distance=_REACH)[0])
    return xy[near]


def _agreement(mine, theirs, tolerance) -> float:
    """Share of the vertices of the smaller set that have one of the other within tolerance."""
    if len(mine) > len(theirs):
        mine, theirs = theirs, mine
    return float(np.mean(cKDTree(theirs).query(mine)[0] <= tolerance))


def _gcj(mine, theirs, outlines, crs) -> Shift | None:
    to_degrees = pyproj.Transformer.from_crs(crs, 4326, always_xy=True)
    lon, lat = to_degrees.transform(*np.concatenate([mine, theirs]).mean(axis=0))
    if not (72 < lon < 138 and 0.8 < lat < 56):
        return None
    best = None
    a, b = outlines
    for side, moved, fixed, rim in (("b", theirs, mine, a), ("a", mine, theirs, b)):
        undone = np.column_stack(
            to_degrees.transform(*gcj_to_wgs(*to_degrees.transform(*moved.T)), direction="INVERSE")
        )
        matched = max(_corresponding(undone, fixed, 1.0), _along(undone, rim))
        standing = _along(moved, rim, of_all=True)
        if matched > max(_AGREE, 2 * standing) and (best is None or matched > best[1]):
            best = (side, matched, (moved - undone).mean(axis=0))
    if best is None:
        return None
    return _said_gcj(*best)


def _said_gcj(side: str, matched: float, offset) -> Shift:
    dx, dy = offset
    text = (
        f"side {side.upper()} is in GCJ-02, {np.hypot(dx, dy):.1f} m off ({_say(dx, dy)}): "
        "no dispute can be told from it; convert it to WGS 84 or CGCS2000 first "
        f"(--gcj02 {side} does)"
    )
    sign = 1 if side == "b" else -1
    return Shift("gcj02", side, sign * float(dx), sign * float(dy), matched, text)


def _corresponding(mine, theirs, tolerance) -> float:
    """Agreement counted along the part of the border that both sets have."""
    distance = cKDTree(theirs).query(mine)[0]
    along = distance < 200
    return float(np.mean(distance[along] <= tolerance)) if along.sum() >= 8 else 0.0


def _along(points, outline, tolerance: float = 15.0, *, of_all: bool = False) -> float:
    """The same for borders digitised apart, whose vertices differ: distance to the line."""
    rings = shapely.get_parts(shapely.get_rings(outline))
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    go = ring[1:] == ring[:-1]
    tree = shapely.STRtree(shapely.linestrings(np.stack([xy[:-1][go], xy[1:][go]], axis=1)))
    spots = shapely.points(points)
    near = np.unique(tree.query(spots, predicate="dwithin", distance=200.0)[0])
    on = np.unique(tree.query(spots, predicate="dwithin", distance=tolerance)[0])
    if of_all:
        return len(on) / len(points)
    return len(on) / len(near) if len(near) >= 8 else 0.0


def _constant(mine, theirs, crs) -> Shift | None:
    offset = _vote(mine, theirs)
    if offset is None or np.hypot(*offset) < _SMALLEST:
        return None
    spread = max(0.02, 0.004 * np.hypot(*offset))
    back = theirs - offset
    distance, at = cKDTree(back).query(mine)
    close = distance <= max(3 * spread, 0.05)
    if close.sum() >= 8:
        offset = offset + np.median(back[at[close]] - mine[close], axis=0)
        back = theirs - offset
    matched = _corresponding(mine, back, max(2 * spread, 0.05))
    before = _corresponding(mine, theirs, max(2 * spread, 0.05))
    if matched < _AGREE or matched < 3 * before:
        return None
    dx, dy = map(float, offset)
    return _said_constant(dx, dy, matched, _datum_name((mine.mean(axis=0)), dx, dy, crs))


def _said_constant(dx: float, dy: float, matched: float, name: str | None) -> Shift:
    as_if = f", as if its coordinates were {name}" if name else ""
    text = (
        f"side B lies {np.hypot(dx, dy):.2f} m off side A ({_say(dx, dy)}) along the whole "
        f"border{as_if}: a datum shift, not a dispute; give both files their true CRS and "
        "compare again"
    )
    return Shift("datum", "b", dx, dy, matched, text)


def _straight_gcj(a, b, crs) -> Shift | None:
    """GCJ-02 told from how far a straight border lies beside the other one, across it."""
    to_degrees = pyproj.Transformer.from_crs(crs, 4326, always_xy=True)

    def undone(xy):
        degrees = gcj_to_wgs(*to_degrees.transform(*xy.T))
        return np.column_stack(to_degrees.transform(*degrees, direction="INVERSE"))

    best = None
    for side, moved, fixed in (("b", b, a), ("a", a, b)):
        at = np.array([shapely.centroid(moved).coords[0]])
        lon, lat = to_degrees.transform(*at[0])
        if not (72 < lon < 138 and 0.8 < lat < 56):
            return None
        offset = (at - undone(at))[0]
        share = _lies_on(shapely.transform(moved, undone), moved, fixed, np.hypot(*offset))
        if share > 0 and (best is None or share > best[1]):
            best = (side, share, offset)
    return _said_gcj(*best) if best else None


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
    around = shapely.clip_by_rect(shapely.boundary(shape), *_widened(shapely.bounds(rim), 200.0))
    near, far = shapely.buffer(rim, tolerance), shapely.buffer(rim, 200.0, quad_segs=4)
    length = shapely.length(shapely.intersection(around, np.array([near, far])))
    return float(length[0]), float(length[1])


def _widened(box, by: float):
    return np.asarray(box) + [-by, -by, by, by]


def _corners(mine, theirs, outlines, crs) -> Shift | None:
    """A datum told from the few corners of a border that moved alike; only one that is known."""
    if len(mine) > 60 or len(theirs) > 60:
        return None
    pairs = (theirs[None, :, :] - mine[:, None, :]).reshape(-1, 2)
    pairs = pairs[np.hypot(*pairs.T) < _REACH]
    if not len(pairs):
        return None
    tree = cKDTree(pairs)
    votes = np.array([len(v) for v in tree.query_ball_point(pairs, _ALIKE)])
    a, b = outlines
    seen: set[int] = set()
    for i in np.argsort(-votes, kind="stable"):
        alike = tree.query_ball_point(pairs[i], _ALIKE)
        if votes[i] < 3 or len(seen) > 60:
            return None
        if i in seen:
            continue
        seen.update(alike)
        offset = np.median(pairs[alike], axis=0)
        size = float(np.hypot(*offset))
        if size < 5:
            continue
        # A datum moves the ends of a border not quite alike.
        spread = max(_EXACTLY, 0.003 * size)
        corners = mine[cKDTree(theirs - offset).query(mine)[0] <= spread]
        # Corners in one line leave open how far the border moved along it.
        if np.linalg.svd(corners - corners.mean(axis=0), compute_uv=False)[1] < size:
            continue
        back = shapely.transform(b, lambda xy, offset=offset: xy - offset)
        share = _lies_on(back, b, a, size, spread)
        dx, dy = map(float, offset)
        name = _datum_name(mine.mean(axis=0), dx, dy, crs, near=1.0) if share else None
        if name:
            return _said_constant(dx, dy, share, name)
    return None


def _vote(mine, theirs) -> np.ndarray | None:
    """The offset that most pairs of vertices agree on, refined to the middle of its votes."""
    step = max(1, len(mine) // 600)
    sample = mine[::step]
    tree = cKDTree(theirs)
    lists = tree.query_ball_point(sample, _REACH)
    sizes = np.array([len(i) for i in lists])
    if sizes.sum() == 0:
        return None
    pairs = np.concatenate([np.asarray(i, dtype=np.int64) for i in lists])
    offsets = theirs[pairs] - np.repeat(sample, sizes, axis=0)
    peak = _peak(offsets, _BIN)
    for width in (1.0, 0.2):
        near = np.abs(offsets - peak).max(axis=1) <= 2 * _BIN * width
        peak = _peak(offsets[near], _BIN * width / 4)
    return peak


def _peak(offsets: np.ndarray, size: float) -> np.ndarray:
    cells = np.floor(offsets / size).astype(np.int64)
    places, counts = np.unique(cells, axis=0, return_counts=True)
    index = cKDTree(places)
    top = np.argsort(-counts, kind="stable")[:200]
    around = [counts[index.query_ball_point(places[t], 1.5)].sum() for t in top]
    centre = places[top[int(np.argmax(around))]]
    near = (np.abs(cells - centre) <= 1).all(axis=1)
    return np.median(offsets[near], axis=0)


def _datum_name(at, dx: float, dy: float, crs, near: float = 5.0) -> str | None:
    """The datum in use there whose coordinates, mislabelled, give this offset, nearly (metres)."""
    to_degrees = pyproj.Transformer.from_crs(crs, 4326, always_xy=True)
    lon, lat = to_degrees.transform(*at)
    infos = query_crs_info(
        pj_types=[PJType.GEOGRAPHIC_2D_CRS], area_of_interest=AreaOfInterest(lon, lat, lon, lat)
    )
    best = None
    for info in infos:
        if info.auth_name != "EPSG" or info.deprecated or info.name.startswith(_MODERN):
            continue
        moved = _mislabelled(info.code, lon, lat, to_degrees, at)
        for sign in (1, -1):
            miss = float(np.hypot(*(sign * moved - (dx, dy))))
            if miss < max(near, 0.01 * near * np.hypot(dx, dy)) and (
                best is None or miss < best[0]
            ):
                best = (miss, f"{info.name} (EPSG:{info.code})")
    return best[1] if best and np.hypot(dx, dy) > 5 else None


def _mislabelled(code: str, lon: float, lat: float, to_degrees, at) -> np.ndarray:
    """Offset of a place when coordinates of a datum are read as if they were WGS 84."""
    try:
        convert = pyproj.Transformer.from_crs(4326, int(code), always_xy=True)
        east, north = convert.transform(lon, lat)
    except pyproj.exceptions.ProjError:
        return np.array([np.inf, np.inf])
    place = to_degrees.transform(east, north, direction="INVERSE")
    return np.asarray(place) - at


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
