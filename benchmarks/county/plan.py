"""The plan of a county: towns, blocks and fields as one Voronoi diagram.

Every street, lane, river and border of the county runs along edges of this diagram, every
house stands in the triangle between a block's middle and one of its edges. So nothing
crosses by accident, and what crosses is put there on purpose.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import Voronoi, cKDTree

from benchmarks.county.kinds import Kind

__all__ = ["Plan", "Warp", "make_plan", "spread"]


@dataclass(frozen=True)
class Plan:
    """Blocks, edges and nodes, before the plane is bent.

    ``site`` has one row a cell, ``edge_nodes`` and ``edge_cells`` one row an edge; cells
    outside the county keep their edges with it. ``town`` is -1 in open country.
    """

    kind: Kind
    size: tuple[float, float]
    centre: np.ndarray  # township centres
    urban: np.ndarray  # township: one of the city's
    radius: np.ndarray
    site: np.ndarray
    town: np.ndarray  # cell: township or village whose grid it belongs to
    village: np.ndarray  # cell: in a village's grid
    spacing: np.ndarray
    inside: np.ndarray
    side: np.ndarray  # cell: which side of which river
    node: np.ndarray
    edge_nodes: np.ndarray
    edge_cells: np.ndarray
    edge_river: np.ndarray  # river number or -1
    rivers: tuple[River, ...]


@dataclass(frozen=True)
class River:
    """A river as a graph: x = f(y), with its half width."""

    base: float
    waves: np.ndarray  # rows of amplitude, wave number, phase
    half: float

    def x(self, y):
        """Where the middle of the river is at y."""
        a, k, p = self.waves.T
        return self.base + (a * np.sin(np.multiply.outer(np.asarray(y), k) + p)).sum(-1)

    def slope(self, y):
        """dx/dy at y."""
        a, k, p = self.waves.T
        return (a * k * np.cos(np.multiply.outer(np.asarray(y), k) + p)).sum(-1)

    def distance(self, xy):
        """About how far points are from the middle of the river."""
        d = np.abs(xy[:, 0] - self.x(xy[:, 1]))
        return d / np.hypot(1.0, self.slope(xy[:, 1]))


class Warp:
    """A gentle bend of the whole plane, so that grids become streets.

    A sum of plane waves whose gradient stays under about 0.2: houses keep their shape and
    nothing folds over.
    """

    def __init__(self, rng: np.random.Generator, origin: tuple[float, float]):
        self.origin = np.asarray(origin)
        length = np.repeat([7000.0, 2600.0, 950.0, 420.0], 2)
        self.amplitude = length * np.repeat([0.018, 0.014, 0.010, 0.007], 2)
        heading = rng.uniform(0, np.pi, 8)
        self.wave = 2 * np.pi / length[:, None] * np.c_[np.cos(heading), np.sin(heading)]
        self.phase = rng.uniform(0, 2 * np.pi, 8)
        push = rng.uniform(0, 2 * np.pi, 8)
        self.push = np.c_[np.cos(push), np.sin(push)]

    def __call__(self, xy: np.ndarray) -> np.ndarray:
        """Points of the plan in the county's CRS."""
        shift = self.amplitude * np.sin(xy @ self.wave.T + self.phase)
        return xy + shift @ self.push + self.origin

    def turn(self, xy: np.ndarray, direction: np.ndarray) -> np.ndarray:
        """Unit directions at points, after the bend."""
        cos = self.amplitude * np.cos(xy @ self.wave.T + self.phase)
        bent = direction + (cos * (direction @ self.wave.T)) @ self.push
        return bent / np.hypot(bent[:, 0], bent[:, 1])[:, None]


def spread(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For ragged work: the row of each item, and the item's rank within its row."""
    counts = np.asarray(counts, dtype=np.int64)
    row = np.repeat(np.arange(len(counts)), counts)
    first = np.cumsum(counts) - counts
    return row, np.arange(counts.sum()) - np.repeat(first, counts)


def make_plan(kind: Kind, rng: np.random.Generator, scale: float) -> Plan:
    """Towns, blocks, fields and rivers of a county."""
    wide = np.sqrt(kind.area_km2 * 1e6 * scale * 0.8)
    size = (wide, wide / 0.8)
    centre, urban, radius = _townships(kind, rng, scale, size)
    rivers = _rivers(rng, scale, size)
    site, town, village, spacing = _sites(kind, rng, scale, size, centre, radius)
    site, town, village, spacing, bank = _along_rivers(
        rng, size, rivers, site, town, village, spacing
    )
    inside = _inside(rng, size, site)
    voronoi = Voronoi(site)
    cells, nodes = voronoi.ridge_points, np.asarray(voronoi.ridge_vertices)
    keep = (nodes >= 0).all(axis=1) & inside[cells].any(axis=1)
    cells, nodes = cells[keep], nodes[keep]
    point, nodes = _collapse(voronoi.vertices, nodes, spacing[cells].min(axis=1))
    keep = nodes[:, 0] != nodes[:, 1]
    cells, nodes = cells[keep], nodes[keep]
    river = np.where(bank[cells[:, 0]] == bank[cells[:, 1]], bank[cells[:, 0]], -1)
    side = sum((site[:, 0] > r.x(site[:, 1])).astype(np.int64) for r in rivers)
    river[side[cells[:, 0]] == side[cells[:, 1]]] = -1
    return Plan(
        kind, size, centre, urban, radius, site, town, village, spacing, inside, side,
        point, nodes, cells, river, rivers,
    )  # fmt: skip


def _townships(kind, rng, scale, size):
    """Centres of the townships: the city's close together, the others far apart."""
    total = max(1, round(kind.townships * scale))
    urban = min(total, max(1, round(kind.urban_townships * scale)))
    cities = max(1, round(urban / 13))
    gap = 2 * kind.urban_radius * 0.97
    heart = _far_apart(rng, cities, size, np.empty((0, 2)), 0.25)
    share = np.bincount(np.arange(urban) % cities, minlength=cities)
    centre = []
    for middle, count in zip(heart, share):
        i, j = np.mgrid[-6:7, -6:7].reshape(2, -1)
        grid = np.c_[i + 0.5 * j, j * np.sqrt(0.75)] * gap
        grid = grid + rng.uniform(-0.08, 0.08, grid.shape) * gap
        nearest = np.argsort(np.hypot(*grid.T), kind="stable")[:count]
        centre.append(middle + grid[nearest])
    town = np.concatenate(centre)
    town = np.clip(town, 0.06 * np.asarray(size), 0.94 * np.asarray(size))
    rural = _far_apart(rng, total - urban, size, town, 0.07)
    radius = np.r_[
        kind.urban_radius * rng.uniform(0.9, 1.1, urban),
        kind.town_radius * rng.uniform(0.7, 1.4, total - urban),
    ]
    return np.concatenate([town, rural]), np.arange(total) < urban, radius


def _far_apart(rng, count, size, taken, margin):
    """Points chosen one by one, each far from those before it."""
    points = list(taken)
    for _ in range(count):
        tries = rng.uniform(margin, 1 - margin, (60, 2)) * size
        if points:
            near = cKDTree(np.array(points)).query(tries)[0]
            points.append(tries[np.argmax(near)])
        else:
            points.append(np.asarray(size) * rng.uniform(0.42, 0.58, 2))
    return np.array(points[len(taken) :]).reshape(-1, 2)


def _rivers(rng, scale, size):
    count = max(1, round(1.6 * np.sqrt(scale)))
    made = []
    for place in (np.arange(count) + 0.5) / count:
        length = np.array([19_000.0, 6_500.0, 2_400.0])
        waves = np.c_[length * [0.07, 0.05, 0.035], 2 * np.pi / length, rng.uniform(0, 6.28, 3)]
        base = size[0] * (place + rng.uniform(-0.12, 0.12) / count)
        made.append(River(base, waves, float(rng.uniform(14.0, 42.0))))
    return tuple(made)


def _sites(kind, rng, scale, size, centre, radius):
    """Cell centres: a turned grid in each town and village, loose points in the country."""
    villages = round(kind.villages * scale)
    low, high = np.zeros(2), np.asarray(size)
    spots = rng.uniform(low, high, (4 * villages, 2))
    away = cKDTree(centre).query(spots)[0] if villages else np.empty(0)
    spots = _thin(spots[away > 1.15 * kind.urban_radius], 3.2 * kind.village_radius)[:villages]
    middle = np.concatenate([centre, spots])
    reach = np.r_[radius, kind.village_radius * rng.uniform(0.75, 1.3, len(spots))]
    step = np.r_[
        kind.block * rng.uniform(0.88, 1.15, len(centre)),
        kind.village_block * rng.uniform(0.9, 1.15, len(spots)),
    ]
    tree, biggest = cKDTree(middle), 1.35 * reach.max()
    parts = [_grid(rng, t, middle, reach, step, tree) for t in range(len(middle))]
    site = np.concatenate([p for p, _ in parts])
    town = np.concatenate([np.full(len(p), t) for t, (p, _) in enumerate(parts)])
    gap = kind.field
    columns, rows = (int(s / gap) + 9 for s in size)
    i, j = np.mgrid[0:columns, 0:rows].reshape(2, -1) - 4.0
    field = np.c_[i + 0.5 * (j % 2), j] * gap + rng.uniform(-0.36, 0.36, (len(i), 2)) * gap
    if len(site):
        field = field[cKDTree(site).query(field, distance_upper_bound=biggest)[0] > 0.42 * gap]
    site = np.concatenate([site, field])
    spacing = np.r_[step[town], np.full(len(field), gap)]
    town = np.r_[town, np.full(len(field), -1)]
    return site, town, town >= len(centre), spacing


def _grid(rng, t, middle, reach, step, tree):
    """One town's blocks: a turned grid, jittered, cut at an uneven rim."""
    half = int(1.35 * reach[t] / step[t]) + 1
    i, j = np.mgrid[-half : half + 1, -half : half + 1].reshape(2, -1).astype(float)
    aspect = rng.uniform(0.85, 1.3)
    local = np.c_[i * aspect, j / aspect] + rng.uniform(-0.13, 0.13, (len(i), 2))
    turn = rng.uniform(0, np.pi / 2)
    cos, sin = np.cos(turn), np.sin(turn)
    xy = local @ np.array([[cos, sin], [-sin, cos]]) * step[t]
    angle, phase = np.arctan2(xy[:, 1], xy[:, 0]), rng.uniform(0, 6.28, 3)
    rim = sum(np.cos((m + 1) * angle + phase[m]) * 0.11 for m in range(3))
    keep = np.hypot(*xy.T) < reach[t] * (1 + rim)
    xy = xy[keep] + middle[t]
    near = tree.query(xy, k=min(5, len(middle)))[1].reshape(len(xy), -1)
    power = ((xy[:, None] - middle[near]) ** 2).sum(-1) - reach[near] ** 2
    mine = near[np.arange(len(xy)), power.argmin(axis=1)] == t
    return xy[mine], turn


def _thin(points, gap):
    """Points of which no two are closer than a gap, first come first kept."""
    if not len(points):
        return points
    pairs = cKDTree(points).query_pairs(gap, output_type="ndarray")
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    keep = np.ones(len(points), dtype=bool)
    for a, b in pairs:
        if keep[a]:
            keep[b] = False
    return points[keep]


def _along_rivers(rng, size, rivers, site, town, village, spacing):
    """Mirrored pairs of cells along each river, so that its middle is a chain of edges."""
    bank = np.full(len(site), -1)
    for number, river in enumerate(rivers):
        clear = river.distance(site) > 118.0
        site, town, village = site[clear], town[clear], village[clear]
        spacing, bank = spacing[clear], bank[clear]
        y = np.arange(-900.0, size[1] + 900.0, 128.0)
        y = y + rng.uniform(-14, 14, len(y))
        slope = river.slope(y)
        normal = np.c_[np.ones(len(y)), -slope] / np.hypot(1, slope)[:, None]
        middle = np.c_[river.x(y), y]
        pairs = np.concatenate([middle - 78 * normal, middle + 78 * normal])
        near = cKDTree(site).query(pairs, distance_upper_bound=260.0)[1]
        found = near < len(site)
        of = np.where(found, near, 0)
        site = np.concatenate([site, pairs])
        town = np.r_[town, np.where(found, town[of], -1)]
        village = np.r_[village, found & village[of]]
        spacing = np.r_[spacing, np.full(len(pairs), 128.0)]
        bank = np.r_[bank, np.full(len(pairs), number)]
    return site, town, village, spacing, bank


def _inside(rng, size, site):
    """Cells inside an uneven outline a little within the rectangle."""
    phase = rng.uniform(0, 6.28, 12)
    unit = site / size
    wave = [np.sin(unit * 6.28 * m + phase[2 * m : 2 * m + 2]) for m in (1, 2, 4)]
    shift = sum(w / (m + 1) for w, m in zip(wave, (1, 2, 4))) * 0.014
    edge = np.minimum(unit, 1 - unit)
    return (edge + shift[:, ::-1] > 0.012).all(axis=1)


def _collapse(point, nodes, spacing):
    """Merge the ends of very short edges, so that crossings have four arms."""
    length = np.hypot(*(point[nodes[:, 0]] - point[nodes[:, 1]]).T)
    short = nodes[length < 0.2 * spacing]
    n = len(point)
    graph = coo_array((np.ones(len(short)), (short[:, 0], short[:, 1])), shape=(n, n))
    count, label = connected_components(graph, directed=False)
    size = np.bincount(label, minlength=count)
    merged = np.c_[
        np.bincount(label, point[:, 0], count), np.bincount(label, point[:, 1], count)
    ] / size[:, None]  # fmt: skip
    return merged, label[nodes]
