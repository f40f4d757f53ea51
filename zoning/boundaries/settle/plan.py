"""For each method the new lines inside a patch and the ground that they leave no choice on."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely

from zoning.boundaries.settle.midline import Sites, divide_patch, rim_sites
from zoning.boundaries.settle.patch_outline import Rim
from zoning.geo.edges import faces_of
from zoning.model.tolerances import tolerance

__all__ = ["Houses", "Plan", "plan"]

_ONE_SIDE = tolerance("touches_one_side")
_TOO_NARROW = tolerance("too_narrow")
#: What is said of a patch that no line can divide.
_WHOLE = "{}: it goes whole to the side with the longer rim"
_CLEAR, _YARD = tolerance("line_off_houses"), tolerance("yard")
#: West, south, east, north.
_MARGIN = tolerance("outlines_around") * np.array([-1.0, -1.0, 1.0, 1.0])
_ENOUGH, _REST = tolerance("enough_divided"), tolerance("rest_undivided")
_CLOSING_UP = tolerance("closing_up")
_ONE_PLACE, _ON_BORDER = tolerance("one_place"), tolerance("on_border")
_NO_LINE, _NO_LAND = tolerance("no_line"), tolerance("no_land")


@dataclass(frozen=True)
class Houses:
    """Buildings near a patch.

    Parameters
    ----------
    shapes : numpy.ndarray of Polygon
        Footprints; points stand as small discs.
    side : numpy.ndarray of int
        Side in whose zones the people live or are registered, -1 where not known.
    leaf : numpy.ndarray of int
        The zone that it is registered in, -1 where not known.
    """

    shapes: np.ndarray
    side: np.ndarray
    leaf: np.ndarray

    def take(self, rows) -> Houses:
        """Some of them."""
        return Houses(self.shapes[rows], self.side[rows], self.leaf[rows])

    def rooted(self, outlines) -> Houses:
        """The same, each that stands mostly on ground of one side alone being that side's.

        Ground that is not disputed stays where it is, so no line could give such a house to the
        other side whole: whoever registers it, the line goes round it.
        """
        if len(self.shapes) == 0:
            return self
        box = shapely.bounds(shapely.multipolygons(shapely.get_parts(self.shapes)))
        near = shapely.clip_by_rect(np.asarray(outlines, dtype=object), *(box + _MARGIN))
        near = shapely.make_valid(near)
        alone = np.array([shapely.difference(near[s], near[1 - s]) for s in (0, 1)], dtype=object)
        share = shapely.area(shapely.intersection(self.shapes[:, None], alone[None, :]))
        most = np.argmax(share, axis=1)
        rooted = share.max(axis=1) > 0.5 * shapely.area(self.shapes)
        side = np.where(rooted, most, self.side)
        return Houses(self.shapes, side, np.where(side == self.side, self.leaf, -1))


@dataclass(frozen=True)
class Plan:
    """How one patch is to be divided.

    Parameters
    ----------
    lines : numpy.ndarray of LineString
    whole : int or None
        Side that gets all of it.
    forced : tuple of (Polygon, side, leaf)
        Ground given to a side whatever lies nearest; ``leaf`` -1 for any.
    sites : Sites or None
        For what is not forced: the side of the nearest site.
    directed : geometry or None
        A line with side 0 on its left.
    failed : str
        Why the method cannot be used here, empty where it can.
    remark : str
        What was done in its stead where the method does not apply to such a patch.
    """

    lines: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=object))
    whole: int | None = None
    forced: tuple[tuple[shapely.Polygon, int, int], ...] = ()
    sites: Sites | None = None
    directed: shapely.Geometry | None = None
    failed: str = ""
    remark: str = ""


def plan(method: str, rim: Rim, houses: Houses, *, features=None, line=None) -> Plan:
    """The plan of a method for one patch.

    Parameters
    ----------
    method : str
        ``0`` or ``1`` (whole to that side), ``midline``, ``feature``, ``buildings``,
        ``enclave``, ``line`` or ``agreed`` (a directed line settled before).
    features : array of LineString, optional
        Roads, rivers and other visible lines.
    line : geometry, optional
        Drawn by hand, or agreed before.
    """
    if method in ("0", "1"):
        return Plan(whole=int(method))
    if method == "agreed":
        return Plan(lines=shapely.get_parts(line), directed=line)
    if method == "line":
        return _by_line(rim, line)
    if rim.width < _TOO_NARROW:
        return Plan(whole=_longer_rim(rim), remark=_WHOLE.format(f"under {_TOO_NARROW} m wide"))
    if not (len(rim.of(0)) and len(rim.of(1))):
        alone = _WHOLE.format("it borders on undisputed land of one side only")
        return Plan(whole=_longer_rim(rim), remark=alone)
    if method == "feature":
        return _by_feature(rim, features)
    if method == "buildings":
        return _by_buildings(rim, houses)
    if method == "enclave":
        return _with_enclaves(rim, houses)
    return _by_midline(rim, houses)


def _longer_rim(rim: Rim) -> int:
    length = [float(np.sum(rim.of(s).lengths)) for s in (0, 1)]
    return 1 if round(length[1], 3) > round(length[0], 3) else 0


def _by_midline(rim: Rim, houses: Houses) -> Plan:
    sites = rim_sites(rim)
    lines = divide_patch(rim, sites, houses.shapes)
    forced = _kept_whole(_blocks(houses.shapes), lines, rim, sites)
    walls = [shapely.boundary(p) for p, _, _ in forced]
    return Plan(lines=_flatten(lines, walls), forced=forced, sites=sites)


def _kept_whole(blocks, lines, rim: Rim, sites: Sites) -> tuple:
    """Ground of the blocks that lines run through, each for the side that has most of it."""
    if len(lines) == 0 or len(blocks) == 0:
        return ()
    through = shapely.union_all(lines)
    shapely.prepare(through)
    blocks = blocks[shapely.intersects(through, blocks)]
    forced = []
    for block in blocks:
        inside = shapely.intersection(block, rim.shape)
        forced += [(p, _majority(block, sites), -1) for p in _areal(inside)]
    return tuple(forced)


def _blocks(shapes) -> np.ndarray:
    """Buildings with a strip around them, those that come together as one."""
    if len(shapes) == 0:
        return np.empty(0, dtype=object)
    grown = shapely.union_all(shapely.buffer(shapes, _CLEAR, join_style="mitre", mitre_limit=2))
    return shapely.get_parts(grown)


def _majority(block, sites: Sites) -> int:
    """Side that has most of a block, by points spread evenly over it."""
    x0, y0, x1, y1 = shapely.bounds(block)
    step = max(0.5, np.sqrt((x1 - x0) * (y1 - y0)) / 20)
    grid = np.stack(np.meshgrid(np.arange(x0, x1, step), np.arange(y0, y1, step)), axis=-1)
    points = shapely.points(grid.reshape(-1, 2))
    points = points[shapely.within(points, block)]
    if len(points) == 0:
        points = np.array([shapely.point_on_surface(block)])
    # Outside the patch the nearest rim is that of the land the point lies on.
    near = sites.nearest(points)
    return int(np.sum(near == 1) > np.sum(near == 0))


def _by_buildings(rim: Rim, houses: Houses) -> Plan:
    known = houses.take(houses.side >= 0)
    if len(known.shapes) == 0:
        return _by_midline(rim, houses)
    yards = _yards(known, _CLEAR / 2)
    sites = rim_sites(rim)
    outline = shapely.segmentize(shapely.boundary(yards), _CLEAR)
    xy, of_yard = shapely.get_coordinates(outline, return_index=True)
    sites = Sites(xy, known.side[of_yard]).with_(sites)
    lines = divide_patch(rim, sites, houses.shapes)
    forced = _inside(yards, known, rim)
    # A house that nobody registers goes whole to the side that has most of it, as at a midline.
    others = _blocks(houses.take(houses.side < 0).shapes)
    forced += _kept_whole(shapely.difference(others, shapely.union_all(yards)), lines, rim, sites)
    walls = [shapely.boundary(p) for p, _, _ in forced]
    return Plan(lines=_flatten(lines, walls), forced=forced, sites=sites)


def _with_enclaves(rim: Rim, houses: Houses) -> Plan:
    known = houses.take(houses.side >= 0)
    sites = rim_sites(rim)
    lines = divide_patch(rim, sites)
    forced = _inside(_yards(known, _YARD), known, rim)
    walls = [shapely.boundary(p) for p, _, _ in forced]
    return Plan(lines=_flatten(lines, walls), forced=forced, sites=sites)


def _yards(houses: Houses, width: float) -> np.ndarray:
    """Buildings with a yard that leaves room for the nearest building of the other side."""
    room = np.full(len(houses.shapes), width)
    for side in (0, 1):
        mine, other = np.flatnonzero(houses.side == side), houses.side != side
        if len(mine) and other.any():
            tree = shapely.STRtree(houses.shapes[other])
            (at, _), far = tree.query_nearest(
                houses.shapes[mine], return_distance=True, all_matches=False
            )
            room[mine[at]] = np.minimum(width, 0.45 * far)
    return shapely.buffer(houses.shapes, room, join_style="mitre", mitre_limit=2)


def _inside(yards, houses: Houses, rim: Rim) -> tuple:
    clipped = shapely.intersection(yards, rim.shape)
    forced = []
    for yard, side, leaf in zip(clipped, houses.side, houses.leaf, strict=True):
        forced += [(p, int(side), int(leaf)) for p in _areal(yard)]
    return tuple(forced)


def _by_feature(rim: Rim, features) -> Plan:
    if features is None or len(features) == 0:
        return Plan(failed="no road, river or other visible line is given")
    parts = _clipped(features, rim)
    if len(parts) == 0:
        return Plan(failed="no road or river runs between the two lines")
    parts = _closed_up(parts, rim, np.inf)
    forced, rest = _local_faces(rim, parts)
    share = sum(p.area for p, _, _ in forced) / rim.shape.area
    if share < _ENOUGH or len({s for _, s, _ in forced}) < 2:
        return Plan(failed="the roads and rivers there do not divide it lengthwise")
    sites = rim_sites(rim)
    lines = list(parts)
    if rest:
        middle = divide_patch(rim, sites)
        between = shapely.intersection(middle[:, None], np.array(rest, dtype=object)[None, :])
        lines += [m for m in shapely.get_parts(between.ravel()) if m.length > 0]
    return Plan(lines=np.array(lines, dtype=object), forced=tuple(forced), sites=sites)


def _by_line(rim: Rim, line) -> Plan:
    if line is None:
        return Plan(failed="no line was given")
    parts = _clipped([line], rim)
    if len(parts) == 0:
        return Plan(failed="the line does not run through it")
    parts = _closed_up(parts, rim, max(_CLOSING_UP, rim.width))
    forced, rest = _local_faces(rim, parts)
    if sum(p.area for p in rest) > _REST * rim.shape.area:
        return Plan(failed="the line does not divide it from end to end; draw it longer")
    return Plan(lines=parts, forced=tuple(forced), sites=rim_sites(rim))


def _clipped(lines, rim: Rim) -> np.ndarray:
    """The parts of lines inside a patch, joined end to end."""
    ground = shapely.buffer(rim.shape, _ONE_PLACE)
    inside = shapely.intersection(shapely.union_all(np.asarray(lines, dtype=object)), ground)
    parts = shapely.get_parts(inside)
    parts = parts[(shapely.get_dimensions(parts) == 1) & (shapely.length(parts) > _NO_LINE)]
    if len(parts) == 0:
        return parts
    return shapely.get_parts(shapely.line_merge(shapely.multilinestrings(parts)))


def _closed_up(parts, rim: Rim, reach: float) -> np.ndarray:
    """Lines whose loose ends inside the patch are led straight to the nearest tip."""
    ends = np.vstack([shapely.get_coordinates(p)[[0, -1]] for p in parts])
    spots, counts = np.unique(np.round(ends, 6), axis=0, return_counts=True)
    points = shapely.points(spots[counts == 1])
    border = shapely.boundary(rim.shape)
    loose = points[shapely.distance(points, border) > _ON_BORDER]
    tips = rim.tips
    if len(loose) == 0 or len(tips) == 0:
        return parts
    tips = shapely.points(tips)
    far = shapely.distance(loose[:, None], tips[None, :])
    links = []
    for i, t in enumerate(np.argmin(np.round(far, 6), axis=1)):
        link = shapely.linestrings(shapely.get_coordinates([loose[i], tips[t]]))
        if far[i, t] <= reach and shapely.covers(shapely.buffer(rim.shape, _ONE_PLACE), link):
            links.append(link)
    return np.concatenate([parts, np.array(links, dtype=object)])


def _local_faces(rim: Rim, parts) -> tuple[list, list]:
    """Pieces of the patch that touch one side's land alone, and pieces that touch both."""
    faces = faces_of([*shapely.get_parts(shapely.boundary(rim.shape)), *parts])
    faces = faces[shapely.within(shapely.point_on_surface(faces), rim.shape)]
    tree = shapely.STRtree(faces)
    edge, face = tree.query(rim.edges.middles, predicate="dwithin", distance=_ONE_PLACE)
    touch = np.zeros((len(faces), 2))
    for side in (0, 1):
        rows = rim.side[edge] == side
        touch[:, side] = np.bincount(
            face[rows], weights=rim.edges.lengths[edge[rows]], minlength=len(faces)
        )
    minor, major = touch.min(axis=1), touch.max(axis=1)
    clear = (minor <= _ONE_SIDE * major) & (major > 0)
    forced = [(f, int(np.argmax(t)), -1) for f, t in zip(faces[clear], touch[clear], strict=True)]
    return forced, list(faces[~clear])


def _areal(geometry) -> list:
    parts = shapely.get_parts(geometry)
    return [p for p in parts if shapely.get_dimensions(p) == 2 and p.area > _NO_LAND]


def _flatten(*groups) -> np.ndarray:
    lines = [part for group in groups for item in group for part in shapely.get_parts(item)]
    return np.array(lines, dtype=object)
