"""Buildings of the county: along the streets, in estates, in hamlets; floors and people.

Each house stands inside the triangle between a block's middle and one of its edges, so
rows along different streets never meet and no house stands on its own street.
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from benchmarks.county.plan import Plan, Warp, spread
from benchmarks.county.roads import Roads
from zoning.model import schema

__all__ = ["building_frame"]


@dataclass(frozen=True)
class Boxes:
    """Rectangles before they are drawn: middle, direction, sides, what they are."""

    xy: np.ndarray
    way: np.ndarray
    wide: np.ndarray
    deep: np.ndarray
    cell: np.ndarray
    sort: np.ndarray  # 0 country house, 1 town house, 2 slab, 3 tower, 4 hall

    def __getitem__(self, keep):
        return Boxes(*(getattr(self, f)[keep] for f in self.__dataclass_fields__))

    @staticmethod
    def join(parts):
        """All boxes of several sets."""
        fields = Boxes.__dataclass_fields__
        return Boxes(*(np.concatenate([getattr(p, f) for p in parts]) for f in fields))


COUNTRY, TOWN, SLAB, TOWER, HALL = range(5)


def building_frame(plan, admin, roads, warp: Warp, rng, scale, areas, barriers):
    """Buildings with floors, households and people, in layer form."""
    sort = _block_sorts(plan, rng)
    sides = _Sides(plan, roads)
    parts = [
        _rows(sides, rng, np.isin(sort[sides.cell], (TOWN, HALL)) & (sides.rank > 0), TOWN),
        _rows(sides, rng, _deep(plan, sides, rng, sort), TOWN, second=True),
        _hamlets(plan, sides, rng, sort),
        _lattice(plan, sides, rng, sort, SLAB),
        _lattice(plan, sides, rng, sort, TOWER),
        _lattice(plan, sides, rng, sort, HALL),
        _islanders(roads, rng),
    ]
    boxes = Boxes.join(parts)
    boxes = boxes[plan.inside[boxes.cell] & _dry(plan, roads, boxes)]
    boxes = boxes[_settled(plan, admin, rng, boxes, scale)]
    polygons = _draw(boxes, warp)
    keep = _cleared(polygons, areas, barriers, rng)
    boxes, polygons = boxes[keep], polygons[keep]
    wanted = round(plan.kind.buildings * scale)
    if len(polygons) > wanted:
        keep = np.sort(rng.permutation(len(polygons))[:wanted])
        boxes, polygons = boxes[keep], polygons[keep]
    return _frame(plan, boxes, polygons, rng, scale)


def _block_sorts(plan, rng):
    """What stands in each cell: estates of slabs or towers, rows of houses, halls, nothing."""
    kind = plan.kind
    draw, pick = rng.random((2, len(plan.site)))
    sort = np.full(len(plan.site), TOWN)
    city = (plan.town >= 0) & ~plan.village
    city &= plan.urban[np.where(city, plan.town, 0)]
    estate = city & (draw < kind.estate_share)
    sort[estate] = np.where(pick < kind.tower_share, TOWER, SLAB)[estate]
    sort[city & (draw > 0.91)] = HALL
    sort[city & (draw > 0.955)] = -1
    sort[(plan.town >= 0) & ~city & (draw > 0.97)] = -1
    sort[plan.town < 0] = COUNTRY
    return sort


def _deep(plan, sides, rng, sort):
    """Sides with a second row of houses behind the first."""
    chance = rng.random(len(sides.cell)) < plan.kind.second_row
    return (sort[sides.cell] == TOWN) & (sides.rank > 0) & chance


class _Sides:
    """Both sides of every edge: the triangle from a cell's middle to the edge."""

    def __init__(self, plan: Plan, roads: Roads):
        self.cell = plan.edge_cells.ravel()
        self.edge = np.repeat(np.arange(len(plan.edge_cells)), 2)
        self.rank = roads.rank[self.edge]
        a, b = (plan.node[plan.edge_nodes[self.edge, i]] for i in (0, 1))
        self.start, self.length = a, np.hypot(*(b - a).T)
        self.way = (b - a) / self.length[:, None]
        normal = np.c_[-self.way[:, 1], self.way[:, 0]]
        height = ((plan.site[self.cell] - a) * normal).sum(axis=1)
        self.inward = normal * np.sign(height)[:, None]
        self.height = np.abs(height)
        self.foot = ((plan.site[self.cell] - a) * self.way).sum(axis=1)
        self.river = plan.edge_river[self.edge] >= 0


def _rows(sides, rng, chosen, sort, *, second=False):
    """A row of houses along each chosen side, or the row behind it."""
    rows = np.flatnonzero(chosen)
    setback = rng.uniform(5.5, 9.0, len(rows)) + np.where(sides.rank[rows] <= 2, 5.0, 0.0)
    setback += np.where(sides.rank[rows] == 1, 9.0, 0.0)
    deep = rng.uniform(9.0, 14.0, len(rows))
    if second:
        setback = setback + deep + rng.uniform(6.0, 10.0, len(rows))
    step = rng.uniform(14.0, 25.0, len(rows))
    back = (setback + deep) / sides.height[rows]
    low = sides.foot[rows] * back + 1.5
    high = sides.length[rows] - (sides.length[rows] - sides.foot[rows]) * back - 1.5
    low, high = np.maximum(low, 5.0), np.minimum(high, sides.length[rows] - 5.0)
    count = np.where(back < 0.9, np.maximum(0, np.floor((high - low) / step)), 0)
    return _along(sides, rng, rows, low, count, step, setback, deep, sort)


def _along(sides, rng, rows, low, count, step, setback, deep, sort):
    row, rank = spread(count.astype(np.int64))
    side = rows[row]
    depth = deep[row] * rng.uniform(0.8, 1.0, len(row))
    along = low[row] + (rank + 0.5) * step[row]
    xy = sides.start[side] + along[:, None] * sides.way[side]
    xy = xy + (setback[row] + depth / 2)[:, None] * sides.inward[side]
    wide = step[row] * rng.uniform(0.62, 0.88, len(row))
    return Boxes(xy, sides.way[side], wide, depth, sides.cell[side], np.full(len(row), sort))


def _hamlets(plan, sides, rng, sort):
    """Short strings of houses on some stretches of country road."""
    open_side = (sort[sides.cell] == COUNTRY) & (sides.rank > 1)
    rows = np.flatnonzero(open_side & (sides.length > 60.0) & (sides.height > 45.0))
    rows = rows[rng.random(len(rows)) < plan.kind.hamlets]
    setback = rng.uniform(5.0, 14.0, len(rows))
    deep = rng.uniform(8.0, 11.5, len(rows))
    step = rng.uniform(16.0, 34.0, len(rows))
    back = (setback + deep) / sides.height[rows]
    low = np.maximum(sides.foot[rows] * back + 2.0, 8.0)
    high = sides.length[rows] - (sides.length[rows] - sides.foot[rows]) * back - 2.0
    high = np.minimum(high, sides.length[rows] - 8.0)
    most = np.floor((high - low) / step)
    count = np.clip(rng.geometric(1 / 6.5, len(rows)), 1, 22)
    count = np.where(back < 0.9, np.maximum(0, np.minimum(count, most)), 0)
    low = low + rng.random(len(rows)) * np.maximum(0, high - low - count * step)
    return _along(sides, rng, rows, low, count, step, setback, deep, COUNTRY)


_LATTICE = {
    SLAB: (46.0, 13.0, 13.0, 19.0),  # wide, deep, gap beside, gap behind
    TOWER: (30.0, 22.0, 22.0, 28.0),
    HALL: (62.0, 30.0, 14.0, 14.0),
}


def _lattice(plan, sides, rng, sort, what):
    """Rows of equal buildings inside a block, parallel to its longest side."""
    wide, deep, beside, behind = _LATTICE[what]
    cells = np.flatnonzero((sort == what) & plan.inside)
    longest = np.zeros(len(plan.site), dtype=np.int64)
    order = np.argsort(sides.length, kind="stable")
    longest[sides.cell[order]] = order
    way = sides.way[longest[cells]]
    way = np.where(np.abs(way[:, :1]) >= np.abs(way[:, 1:]), way, np.c_[-way[:, 1], way[:, 0]])
    i, j = np.mgrid[-3:4, -4:5].reshape(2, -1)
    shift = rng.uniform(-0.5, 0.5, (len(cells), 2))
    across = np.c_[-way[:, 1], way[:, 0]]
    u = (i + shift[:, :1]) * (wide + beside)
    v = (j + shift[:, 1:]) * (deep + behind)
    xy = plan.site[cells][:, None] + u[..., None] * way[:, None] + v[..., None] * across[:, None]
    cell = np.repeat(cells, len(i))
    n = len(cell)
    boxes = Boxes(
        xy.reshape(-1, 2),
        np.repeat(way, len(i), axis=0),
        wide * rng.uniform(0.8, 1.0, n),
        deep * rng.uniform(0.9, 1.0, n),
        cell,
        np.full(n, what),
    )
    return boxes[_within_block(plan, sides, boxes)]


def _within_block(plan, sides, boxes, inset=7.0):
    """Whether all four corners keep a distance from every side of their cell."""
    count = np.bincount(sides.cell, minlength=len(plan.site))
    order = np.argsort(sides.cell, kind="stable")
    first = np.cumsum(count) - count
    row, rank = spread(count[boxes.cell])
    side = order[first[boxes.cell[row]] + rank]
    normal = sides.inward[side]
    reach = (
        np.abs((boxes.way[row] * normal).sum(1)) * boxes.wide[row]
        + np.abs(boxes.way[row, 0] * normal[:, 1] - boxes.way[row, 1] * normal[:, 0])
        * boxes.deep[row]
    ) / 2
    gap = ((boxes.xy[row] - sides.start[side]) * normal).sum(1) - reach
    wanted = inset + np.where(sides.rank[side] == 1, 14.0, 0.0)
    worst = np.full(len(boxes.cell), np.inf)
    np.minimum.at(worst, row, gap - wanted)
    return worst >= 0


def _islanders(roads, rng):
    """A few houses on the islands of the larger lakes."""
    big = roads.lakes[roads.lakes[:, 2] > 110.0]
    row, rank = spread(rng.integers(3, 8, len(big)))
    turn = rank * 0.9 + big[row, 0]
    xy = big[row, :2] + 0.17 * big[row, 2:] * np.c_[np.cos(turn), np.sin(turn)]
    n = len(row)
    way = np.tile([[1.0, 0.0]], (n, 1))
    return Boxes(xy, way, np.full(n, 9.0), np.full(n, 7.0), np.full(n, -1), np.zeros(n, dtype=int))


def _dry(plan, roads, boxes):
    """Whether a box stands clear of rivers and lakes."""
    reach = np.hypot(boxes.wide, boxes.deep) / 2
    dry = np.ones(len(boxes.cell), dtype=bool)
    for river in plan.rivers:
        dry &= river.distance(boxes.xy) > 1.35 * river.half + reach + 3.0
    lake_of = shapely.STRtree(shapely.points(roads.lakes[:, :2]))
    box, lake = lake_of.query(shapely.points(boxes.xy), predicate="dwithin", distance=600.0)
    gap = np.hypot(*(boxes.xy[box] - roads.lakes[lake, :2]).T)
    wet = (gap < 1.3 * roads.lakes[lake, 2] + reach[box]) & (boxes.cell[box] >= 0)
    dry[box[wet]] = False
    return dry


def _settled(plan, admin, rng, boxes, scale):
    """Leave a few districts without people and a few with hardly any; thin out forests."""
    keep = np.ones(len(boxes.cell), dtype=bool)
    town = np.bincount(admin.district[plan.inside], plan.town[plan.inside] >= 0, admin.n_districts)
    rural = rng.permutation(np.flatnonzero(town == 0))
    empty, few = max(1, round(2 * scale)), max(1, round(6 * scale))
    if len(rural) > 4 * (empty + few):
        district = admin.district[boxes.cell]
        keep &= ~np.isin(district, rural[:empty])
        small = np.isin(district, rural[empty : empty + few])
        keep &= ~small | (rng.random(len(keep)) < 0.12)
    wave = np.sin(boxes.xy @ np.array([[9e-4, 4e-4], [-5e-4, 1.1e-3]])).sum(axis=1)
    forest = (boxes.sort == COUNTRY) & (wave > 1.55) & (boxes.cell >= 0)
    return keep & ~forest


def _draw(boxes, warp):
    """The rectangles in the county's CRS, one in four with a wing or a bay."""
    way = warp.turn(boxes.xy, boxes.way)
    across = np.c_[-way[:, 1], way[:, 0]]
    u = np.array([-0.5, 0.5, 0.5, 0.12, 0.12, -0.5])
    v = np.array([-0.5, -0.5, 0.2, 0.2, 0.5, 0.5])
    wing = (np.floor(boxes.xy.sum(axis=1) * 7) % 4 == 0) & (boxes.sort <= TOWN)
    v = np.where(wing[:, None], v, np.where(v > 0, 0.5, v))
    middle = warp(boxes.xy)[:, None]
    xy = middle + (u * boxes.wide[:, None])[..., None] * way[:, None]
    xy = xy + (v * boxes.deep[:, None])[..., None] * across[:, None]
    four = xy[:, [0, 1, 2, 5]]
    out = np.empty(len(xy), dtype=object)
    out[wing] = shapely.polygons(xy[wing])
    out[~wing] = shapely.polygons(four[~wing])
    return out


def _cleared(polygons, areas, barriers, rng, straddlers=0.024):
    """Drop boxes that overlap another, and most of those on a line.

    Real layers have about one building in forty on a road or border: those stay.
    """
    keep = np.ones(len(polygons), dtype=bool)
    tree = shapely.STRtree(polygons)
    a, b = tree.query(polygons, predicate="intersects")
    keep[np.maximum(a, b)[a != b]] = False
    lines = np.r_[barriers.geometry.array, areas.geometry[areas.level == "village"].boundary.array]
    on = np.unique(tree.query(np.asarray(lines, dtype=object), predicate="intersects")[1])
    on = rng.permutation(on[keep[on]])
    allowed = int(straddlers * keep.sum())
    keep[on[allowed:]] = False
    return keep


def _frame(plan, boxes, polygons, rng, scale):
    floors, dwellings, persons = _people(plan, boxes, rng, scale)
    middle = shapely.get_coordinates(shapely.centroid(polygons))
    order = np.lexsort((middle[:, 0], -np.floor(middle[:, 1] / 400.0)))
    use = np.array(["house", "residential", "apartments", "apartments", "industrial"], dtype=object)
    use = use[boxes.sort]
    draw = rng.random(len(use))
    use[(boxes.sort == TOWN) & (draw < 0.10)] = "commercial"
    use[(boxes.sort == TOWN) & (draw > 0.996)] = "school"
    households = np.minimum(dwellings, -(-persons * 10 // 27))
    frame = gpd.GeoDataFrame(
        {
            "building_id": [f"b{i:07d}" for i in range(1, len(order) + 1)],
            "use": use[order],
            "floors": floors[order],
            "dwellings": dwellings[order],
            "households": households[order],
            "persons": persons[order],
            "persons_source": "given",
        },
        geometry=polygons[order],
        crs=plan.kind.epsg,
    )
    return schema.conform(frame, schema.BUILDINGS)


def _people(plan, boxes, rng, scale):
    """Floors, dwellings and whole people that add up to the county's figure."""
    n = len(boxes.cell)
    low = np.array([1, 3, 6, 24, 1])[boxes.sort]
    high = np.array([3, 7, 12, 34, 2])[boxes.sort]
    floors = rng.integers(low, high + 1)
    flat = np.array([75.0, 88.0, 92.0, 100.0, 1.0])[boxes.sort]
    dwellings = np.maximum(1, (boxes.wide * boxes.deep * floors * 0.78 / flat).astype(np.int64))
    dwellings = np.where(boxes.sort == COUNTRY, rng.integers(1, 3, n), dwellings)
    lived_in = rng.random(n) > np.array([0.06, 0.12, 0.02, 0.01, 0.95])[boxes.sort]
    dwellings = np.where(lived_in, dwellings, 0)
    dwellings[(boxes.sort == HALL) & lived_in] = 6
    raw = dwellings * rng.gamma(9.0, 2.6 / 9.0, n)
    wanted = round(plan.kind.persons * scale)
    giants = np.flatnonzero(boxes.sort == TOWER)[: round(plan.kind.giants * scale)]
    persons = np.where(boxes.sort == COUNTRY, np.round(raw), 0.0)
    fixed = persons.sum()
    rest = np.where(boxes.sort == COUNTRY, 0.0, raw)
    rest[giants] = 0.0
    persons[giants] = rng.integers(2100, 2900, len(giants))
    rest *= max(0.0, wanted - fixed - persons[giants].sum()) / max(rest.sum(), 1.0)
    whole = np.floor(rest)
    short = wanted - int(persons.sum() + whole.sum())
    order = np.argsort(whole - rest, kind="stable")
    whole[order[: max(0, short)]] += 1
    persons = (persons + whole).astype(np.int64)
    dwellings = np.maximum(dwellings, -(-persons // 4)) * (persons > 0)
    return floors, dwellings, persons
