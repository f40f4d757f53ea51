"""Barrier lines of the county: streets, tracks, dual carriageways, rivers, rails, lakes."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components, dijkstra, minimum_spanning_tree

from benchmarks.county.admin import Admin, border_edges, densify
from benchmarks.county.names import road_names
from benchmarks.county.plan import Plan, Warp, spread
from zoning.model import schema

__all__ = ["Roads", "barrier_frame", "make_roads"]


@dataclass(frozen=True)
class Roads:
    """What runs along each edge, and the lines that follow no edge.

    ``rank`` is 0 where an edge carries no road. ``lakes`` has a row for each lake: x, y,
    radius. ``lanes`` are lines into blocks, ``free`` railways and motorways, each with
    coordinates in the plan; ``free_half`` is half the distance of its two lines (0: one).
    """

    rank: np.ndarray
    lakes: np.ndarray
    lanes: np.ndarray  # rows of x0, y0, x1, y1
    free: tuple[np.ndarray, ...]
    free_half: tuple[float, ...]
    free_kind: tuple[str, ...]


def make_roads(plan: Plan, admin: Admin, rng: np.random.Generator) -> Roads:
    """Choose which edges are roads: most in towns, a tree and some loops in the country."""
    a, b = plan.edge_cells.T
    urban = (plan.town[a] >= 0) & (plan.town[b] >= 0)
    either = (plan.town[a] >= 0) | (plan.town[b] >= 0)
    draw = rng.random(len(a))
    rank = np.zeros(len(a), dtype=np.int64)
    rank[urban & (draw < 0.93)] = 3
    rank[either & ~urban & (draw < 0.6)] = 3
    tree = _tree(plan, rng)
    rank[(rank == 0) & ~urban & (draw < 0.20)] = 4
    rank[(rank == 0) & ~urban & tree] = 3
    border = border_edges(plan, admin)
    agreed = _border_with_road(plan, admin, rng, border, urban)
    rank[border & ~agreed] = 0
    rank[border & agreed & (rank == 0)] = np.where(urban, 3, 4)[border & agreed & (rank == 0)]
    busy = _main_roads(plan)
    rank[busy > 0] = 2
    rank[busy >= 5] = 1
    rank[plan.edge_river >= 0] = 0
    lanes = _lanes(plan, rng, rank)
    lakes = _lakes(plan, rng)
    return Roads(rank, lakes, lanes, *_free_lines(plan, rng))


def _graph(plan, weight):
    n = len(plan.node)
    i, j = plan.edge_nodes.min(axis=1), plan.edge_nodes.max(axis=1)
    return coo_array((weight, (i, j)), shape=(n, n)).tocsr()


def _length(plan):
    return np.hypot(*(plan.node[plan.edge_nodes[:, 0]] - plan.node[plan.edge_nodes[:, 1]]).T)


def _edge_index(plan, i, j):
    """Edge rows of node pairs, any one where an edge stands twice."""
    n = np.int64(len(plan.node))
    key = plan.edge_nodes.min(axis=1) * n + plan.edge_nodes.max(axis=1)
    order = np.argsort(key, kind="stable")
    wanted = np.minimum(i, j) * n + np.maximum(i, j)
    return order[np.searchsorted(key[order], wanted)]


def _tree(plan, rng):
    """A spanning tree of short edges, so that every corner of the country has a road."""
    weight = _length(plan) * rng.uniform(0.5, 1.5, len(plan.edge_nodes)) + 1.0
    wet = plan.edge_river >= 0
    at_water = np.zeros(len(plan.node), dtype=bool)
    at_water[plan.edge_nodes[wet].ravel()] = True
    weight[at_water[plan.edge_nodes].any(axis=1)] *= 8.0
    weight[wet] = 1e9
    made = minimum_spanning_tree(_graph(plan, weight)).tocoo()
    chosen = np.zeros(len(weight), dtype=bool)
    chosen[_edge_index(plan, made.row.astype(np.int64), made.col.astype(np.int64))] = True
    return chosen


def _border_with_road(plan, admin, rng, border, urban):
    """Whether the border between two districts runs along a road: one draw a pair."""
    d = np.where(plan.inside, admin.district, -1)[plan.edge_cells]
    low, high = d.min(axis=1), d.max(axis=1)
    pair = np.unique(low * (d.max() + 2) + high, return_inverse=True)[1]
    draw = rng.random(pair.max() + 1)[pair]
    return border & (draw < np.where(urban, 0.62, 0.40))


def _main_roads(plan):
    """How many shortest ways between neighbouring townships use each edge."""
    length = _length(plan)
    length[plan.edge_river >= 0] *= 50
    graph = _graph(plan, length)
    centre = plan.centre
    used = np.zeros(len(length), dtype=np.int64)
    if len(centre) < 2:
        return used
    start = np.array([np.hypot(*(plan.node - c).T).argmin() for c in centre])
    for t, node in enumerate(start):
        near = np.argsort(np.hypot(*(centre - centre[t]).T), kind="stable")[1:5]
        reach = 1.6 * np.hypot(*(centre[near] - centre[t]).T).max()
        ways = dijkstra(graph, directed=False, indices=node, return_predecessors=True, limit=reach)
        before = ways[1]
        for goal in start[near]:
            path = [goal]
            while before[path[-1]] >= 0:
                path.append(before[path[-1]])
            path = np.array(path, dtype=np.int64)
            np.add.at(used, _edge_index(plan, path[:-1], path[1:]), 1)
    return used


def _lanes(plan, rng, rank):
    """Lanes from the middle of a street into its block: some go through, some end there."""
    cell = plan.edge_cells.ravel()
    edge = np.repeat(np.arange(len(plan.edge_cells)), 2)
    fit = (plan.town[cell] >= 0) & ~plan.village[cell] & plan.inside[cell] & (rank[edge] == 3)
    fit &= np.repeat(_length(plan) > 70.0, 2)
    cell, edge = cell[fit], edge[fit]
    order = rng.permutation(len(cell))
    cell, edge = cell[order], edge[order]
    order = np.argsort(cell, kind="stable")
    cell, edge = cell[order], edge[order]
    count = np.bincount(cell, minlength=len(plan.site))
    rank_in = spread(count)[1]
    wish = rng.choice([0, 1, 2], len(plan.site), p=[0.68, 0.17, 0.15])
    keep = rank_in < wish[cell]
    cell, edge = cell[keep], edge[keep]
    middle = plan.node[plan.edge_nodes[edge]].mean(axis=1)
    through = (wish == 2)[cell] & (count >= 2)[cell]
    stop = np.where(through, 1.0, rng.uniform(0.45, 0.85, len(cell)))[:, None]
    return np.c_[middle, middle + stop * (plan.site[cell] - middle)]


def _lakes(plan, rng):
    """Reservoirs in open country, each with an island."""
    open_cells = np.flatnonzero(plan.inside & (plan.town < 0) & (plan.spacing > 300))
    count = min(len(open_cells), max(1, len(open_cells) // 220))
    chosen = rng.choice(open_cells, count, replace=False)
    cell = plan.edge_cells.ravel()
    ends = plan.node[plan.edge_nodes]
    way = ends[:, 1] - ends[:, 0]
    normal = np.c_[-way[:, 1], way[:, 0]] / np.maximum(np.hypot(*way.T), 1e-9)[:, None]
    gap = np.abs(((plan.site[plan.edge_cells] - ends[:, :1]) * normal[:, None]).sum(-1)).ravel()
    room = np.full(len(plan.site), np.inf)
    np.minimum.at(room, cell, gap)
    return np.c_[plan.site[chosen], 0.62 * np.minimum(room[chosen], 400.0)]


def _free_lines(plan, rng):
    """Railways and motorways that cross whatever lies in their way."""
    wide, high = plan.size
    lines, half, kinds = [], [], []
    count = max(1, round(np.sqrt(wide * high / 1.45e9)))
    for i in range(2 * count):
        flip = i % 2
        t = np.arange(-400.0, (wide, high)[1 - flip] + 400.0, 60.0)
        base = (wide, high)[flip] * (i // 2 + rng.uniform(0.25, 0.75)) / count
        length = np.array([21_000.0, 8_000.0])
        angle = np.multiply.outer(t, 2 * np.pi / length) + rng.uniform(0, 6.28, 2)
        wave = np.sin(angle) @ (length * [0.05, 0.035])
        xy = np.c_[base + wave, t] if flip == 0 else np.c_[t, base + wave]
        lines += [xy]
        half += [9.0 if flip else 0.0]
        kinds += ["road" if flip else "rail"]
    return tuple(lines), tuple(half), tuple(kinds)


def barrier_frame(plan: Plan, roads: Roads, warp: Warp, rng) -> gpd.GeoDataFrame:
    """All barrier lines, in layer form."""
    parts = [_streets(plan, roads, warp, rng), _lane_lines(roads, warp)]
    parts += [_water(plan, roads, warp), _free(roads, warp), _roundabouts(plan, roads, warp, rng)]
    geometry = np.concatenate([p[0] for p in parts])
    kind = np.concatenate([np.broadcast_to(p[1], len(p[0])) for p in parts])
    rank = np.concatenate([p[2] for p in parts])
    middle = shapely.get_coordinates(shapely.centroid(geometry))
    order = np.lexsort((middle[:, 0], -np.floor(middle[:, 1] / 500.0)))
    geometry, kind, rank = geometry[order], kind[order], rank[order]
    names = np.array(road_names(len(rank), rank), dtype=object)
    names[kind != "road"] = None
    frame = gpd.GeoDataFrame(
        {
            "barrier_id": [f"l{i:06d}" for i in range(1, len(rank) + 1)],
            "kind": kind,
            "rank": rank,
            "name": names,
        },
        geometry=geometry,
        crs=plan.kind.epsg,
    )
    return schema.conform(frame, schema.BARRIERS)


def _streets(plan, roads, warp, rng):
    """Strokes: edges of one rank joined where they go straight on."""
    edges = np.flatnonzero(roads.rank > 0)
    nodes = plan.edge_nodes[edges]
    start, end = plan.node[nodes[:, 0]].copy(), plan.node[nodes[:, 1]].copy()
    _stop_at_rivers(plan, rng, nodes, start, end)
    row, _, xy = densify(start, end, np.where(roads.rank[edges] >= 4, 60.0, 75.0))
    lines = shapely.linestrings(warp(xy), indices=row)
    stroke = _strokes(plan, nodes, roads.rank[edges], rng)
    order = np.argsort(stroke, kind="stable")
    merged = shapely.line_merge(shapely.multilinestrings(lines[order], indices=stroke[order]))
    rank = np.zeros(stroke.max() + 1, dtype=np.int64)
    rank[stroke] = roads.rank[edges]
    part, of = shapely.get_parts(merged, return_index=True)
    rank = rank[of]
    dual = rank == 1
    twin = shapely.offset_curve(part[dual], 11.0, join_style="mitre")
    twin = shapely.get_parts(twin)
    twin = twin[shapely.length(twin) > 1.0]
    return np.r_[part, twin], "road", np.r_[rank, np.ones(len(twin), dtype=np.int64)]


def _stop_at_rivers(plan, rng, nodes, start, end):
    """Roads that meet a river end at its bank, but for the bridges."""
    river = np.full(len(plan.node), -1)
    wet = plan.edge_river >= 0
    river[plan.edge_nodes[wet].ravel()] = np.repeat(plan.edge_river[wet], 2)
    bridge = rng.random(len(plan.node)) < 0.22
    half = np.array([r.half for r in plan.rivers])
    for here, there, column in ((start, end, 0), (end, start, 1)):
        node = nodes[:, column]
        cut = (river[node] >= 0) & ~bridge[node]
        length = np.hypot(*(end - start).T)
        back = half[river[node]] + 0.5
        t = np.where(cut, np.minimum(back / np.maximum(length, 1.0), 0.9), 0.0)
        here += t[:, None] * (there - here)


def _strokes(plan, nodes, rank, rng):
    """A label for edges that continue one another at a node by less than 48 degrees."""
    m = len(nodes)
    way = plan.node[nodes[:, 1]] - plan.node[nodes[:, 0]]
    angle = np.arctan2(way[:, 1], way[:, 0])
    heading = np.r_[angle, angle + np.pi]  # of an edge's end, looking along the edge
    at = np.r_[nodes[:, 0], nodes[:, 1]]
    order = np.argsort(at, kind="stable")
    count = np.bincount(at, minlength=len(plan.node))
    first = np.cumsum(count) - count
    end, other = spread(count[at[order]])
    one, two = order[end], order[first[at[order[end]]] + other]
    keep = (one != two) & (np.r_[rank, rank][one] == np.r_[rank, rank][two])
    one, two = one[keep], two[keep]
    bend = np.abs(np.abs((heading[one] - heading[two] + np.pi) % (2 * np.pi) - np.pi) - np.pi)
    best = np.full(2 * m, np.inf)
    np.minimum.at(best, one, bend)
    split = rng.random(len(plan.node)) < 0.02
    good = (bend <= best[one]) & (bend <= best[two]) & (bend < np.radians(48)) & ~split[at[one]]
    graph = coo_array((np.ones(good.sum()), (one[good] % m, two[good] % m)), shape=(m, m))
    return connected_components(graph, directed=False)[1]


def _lane_lines(roads, warp):
    if not len(roads.lanes):
        return np.empty(0, dtype=object), "road", np.empty(0, dtype=np.int64)
    row, _, xy = densify(roads.lanes[:, :2], roads.lanes[:, 2:], 60.0)
    lines = shapely.linestrings(warp(xy), indices=row)
    return lines, "road", np.full(len(lines), 4)


def _water(plan, roads, warp):
    """Banks of the rivers in pieces of about 2 km; shores of lakes and islands."""
    lines, rank = [], []
    for river in plan.rivers:
        y = np.arange(-300.0, plan.size[1] + 300.0, 40.0)
        slope = river.slope(y)
        normal = np.c_[np.ones(len(y)), -slope] / np.hypot(1, slope)[:, None]
        width = river.half * (1 + 0.22 * np.sin(y / 900.0) + 0.1 * np.sin(y / 310.0))
        for sign in (-1, 1):
            bank = warp(np.c_[river.x(y), y] + sign * width[:, None] * normal)
            cuts = range(0, len(bank) - 1, 50)
            lines += [shapely.linestrings(bank[c : c + 51]) for c in cuts]
    rank = [1] * len(lines)
    turn = np.linspace(0, 2 * np.pi, 25)
    for x, y, radius in roads.lakes:
        r = radius * (1 + 0.16 * np.sin(3 * turn + x) + 0.1 * np.sin(5 * turn + y))
        for share in (1.0, 0.33):
            ring = np.c_[x + share * r * np.cos(turn), y + share * r * np.sin(turn)]
            ring[-1] = ring[0]
            lines.append(shapely.linestrings(warp(ring)))
            rank.append(3)
    return np.array(lines, dtype=object), "river", np.array(rank, dtype=np.int64)


def _free(roads, warp):
    lines, kinds = [], []
    for xy, half, kind in zip(roads.free, roads.free_half, roads.free_kind):
        way = np.gradient(xy, axis=0)
        normal = np.c_[-way[:, 1], way[:, 0]] / np.hypot(*way.T)[:, None]
        for sign in (-1, 1) if half else (0,):
            bent = warp(xy + sign * half * normal)
            pieces = [shapely.linestrings(bent[c : c + 51]) for c in range(0, len(bent) - 1, 50)]
            lines += pieces
            kinds += [kind] * len(pieces)
    return np.array(lines, dtype=object), np.array(kinds), np.ones(len(lines), dtype=np.int64)


def _roundabouts(plan, roads, warp, rng):
    """Small rings of road around some crossings of streets."""
    on = roads.rank == 3
    degree = np.bincount(plan.edge_nodes[on].ravel(), minlength=len(plan.node))
    chosen = np.flatnonzero((degree >= 4) & (rng.random(len(plan.node)) < 0.03))
    turn = np.linspace(0, 2 * np.pi, 13)
    ring = 13.0 * np.c_[np.cos(turn), np.sin(turn)]
    ring[-1] = ring[0]
    xy = warp(plan.node[chosen])[:, None] + ring
    return shapely.linestrings(xy), "road", np.full(len(chosen), 3)
