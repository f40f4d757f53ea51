"""Townships and districts of the county: which cell belongs to whom, and the polygons."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from benchmarks.county.names import area_names
from benchmarks.county.plan import Plan, Warp, spread
from zoning.model import schema

__all__ = ["Admin", "area_frame", "densify", "make_admin"]


@dataclass(frozen=True)
class Admin:
    """Township and district of every cell (-1 outside), and what is special about them."""

    township: np.ndarray
    district: np.ndarray
    of_district: np.ndarray  # district: its township
    n_districts: int


def make_admin(plan: Plan, rng: np.random.Generator, scale: float) -> Admin:
    """Assign cells to townships and districts; then put in enclaves."""
    kind = plan.kind
    weight = np.where(plan.town >= 0, 1.0, 0.14) * np.where(plan.village, 0.5, 1.0)
    weight = np.where(plan.inside, weight, 0.0)
    township = _nearest_township(plan)
    township = _contiguous(plan, township, weight, np.zeros(len(township), dtype=np.int64))
    wanted = max(len(plan.centre), round(kind.districts * scale))
    holes = min(round(5 * scale), wanted // 20)
    share = np.bincount(township[plan.inside], weight[plan.inside], len(plan.centre))
    quota = _allot(share / share.sum() * 0.75 + 0.25 / len(share), wanted - holes)
    district = np.full(len(township), -1)
    first = 0
    for t, count in enumerate(quota):
        rows = np.flatnonzero(township == t)
        count = min(count, len(rows))
        feature = np.c_[plan.site[rows], plan.side[rows] * 4000.0]
        seeds = _seeds(plan, rng, rows, weight[rows] + 0.02, count)
        district[rows] = first + _k_means(feature, weight[rows] + 0.02, seeds)
        first += count
    district = _contiguous(plan, district, weight, township)
    district = _enclaves(plan, rng, scale, district, township, holes)
    district, n = _renumber(plan, district, township)
    return Admin(township, district, _owners(plan, district, township, n), n)


def _owners(plan, district, township, n):
    """The township of each district: that of most of its cells (enclaves lie elsewhere)."""
    rows = plan.inside
    votes = coo_array(
        (np.ones(rows.sum()), (district[rows], township[rows])), shape=(n, len(plan.centre))
    )
    return np.asarray(votes.toarray()).argmax(axis=1)


def _nearest_township(plan):
    k = min(6, len(plan.centre))
    near = cKDTree(plan.centre).query(plan.site, k=k)[1].reshape(len(plan.site), -1)
    power = ((plan.site[:, None] - plan.centre[near]) ** 2).sum(-1) - plan.radius[near] ** 2
    township = near[np.arange(len(near)), power.argmin(axis=1)]
    own = (plan.town >= 0) & (plan.town < len(plan.centre))
    township[own] = plan.town[own]
    return np.where(plan.inside, township, -1)


def _allot(share, total):
    """Whole numbers, at least one each, in proportion to shares."""
    exact = share * total
    count = np.maximum(1, np.floor(exact).astype(np.int64))
    order = np.argsort(count - exact, kind="stable")
    for row in np.resize(order, max(0, total - count.sum())):
        count[row] += 1
    return count


def _seeds(plan, rng, rows, weight, k):
    """Cells to start districts from: one in each village first, then by weight."""
    key = rng.exponential(1 / weight)
    village = np.flatnonzero(plan.village[rows])
    order = village[np.argsort(key[village], kind="stable")]
    firsts = order[np.unique(plan.town[rows[order]], return_index=True)[1]]
    key[firsts] = -1.0 - rng.random(len(firsts))
    return np.argsort(key, kind="stable")[:k]


def _k_means(feature, weight, seeds):
    """Weighted Lloyd iterations from given seeds; a label for each row."""
    k = len(seeds)
    if k < 2:
        return np.zeros(len(feature), dtype=np.int64)
    middle = feature[seeds]
    for _ in range(6):
        label = cKDTree(middle).query(feature)[1]
        mass = np.bincount(label, weight, k)
        full = mass > 0
        for d in range(feature.shape[1]):
            total = np.bincount(label, weight * feature[:, d], k)
            middle[full, d] = total[full] / mass[full]
    return cKDTree(middle).query(feature)[1]


def _links(plan):
    both = plan.inside[plan.edge_cells].all(axis=1)
    return plan.edge_cells[both]


def _contiguous(plan, label, weight, within):
    """Give stray pieces of a label to a neighbour of the same parent, a few times over."""
    a, b = _links(plan).T
    n = len(label)
    for _ in range(4):
        same = label[a] == label[b]
        graph = coo_array((np.ones(same.sum()), (a[same], b[same])), shape=(n, n))
        piece = connected_components(graph, directed=False)[1]
        mass = np.bincount(piece, weight)
        rows = np.flatnonzero(label >= 0)
        order = rows[np.lexsort((piece[rows], -mass[piece[rows]], label[rows]))]
        main = np.full(label.max() + 1, -1)
        main[label[order][::-1]] = piece[order][::-1]
        stray = (label >= 0) & (piece != main[np.maximum(label, 0)])
        if not stray.any():
            break
        for x, y in ((a, b), (b, a)):
            take = stray[x] & ~stray[y] & (within[x] == within[y])
            label = label.copy()
            label[x[take]] = label[y[take]]
    return label


def _enclaves(plan, rng, scale, district, township, holes):
    """Detached parts inside a neighbour, across a township's border, and whole districts."""
    a, b = _links(plan).T
    n = len(district)
    ends = np.r_[a, b], np.r_[b, a]
    inner = np.ones(n, dtype=bool)
    inner[ends[0][district[ends[0]] != district[ends[1]]]] = False
    inner[plan.edge_cells[~plan.inside[plan.edge_cells].all(axis=1)].ravel()] = False
    inner &= plan.inside & (district >= 0)
    deep = inner.copy()
    deep[ends[0][~inner[ends[1]]]] = False
    district = district.copy()
    spots = rng.permutation(np.flatnonzero(inner))
    tree, used = cKDTree(plan.site), set()
    parts, abroad = max(1, round(12 * scale)), round(4 * scale)
    new, done = district.max() + 1, 0
    for cell in rng.permutation(np.flatnonzero(deep))[: 4 * holes]:
        if done < holes and district[cell] not in used:
            used.add(district[cell])
            around = ends[1][ends[0] == cell]
            district[np.r_[cell, around]] = new + done
            done += 1
    done = 0
    for cell in spots:
        if done >= parts + abroad:
            break
        if district[cell] in used or district[cell] >= new:
            continue
        near = tree.query(plan.site[cell], k=min(600, n))[1]
        home = township[near] == township[cell]
        home = ~home if done >= parts else home
        other = near[home & (district[near] >= 0) & (district[near] != district[cell])]
        other = other[district[other] < new]
        if len(other):
            used.add(district[cell])
            district[cell] = district[other[0]]
            done += 1
    return district


def _renumber(plan, district, township):
    """Districts counted township by township, from north to south."""
    rows = np.flatnonzero(district >= 0)
    n = district.max() + 1
    count = np.bincount(district[rows], minlength=n)
    y = np.bincount(district[rows], plan.site[rows, 1], n) / np.maximum(count, 1)
    votes = np.zeros((n, len(plan.centre)))
    np.add.at(votes, (district[rows], township[rows]), 1)
    order = np.lexsort((-y, votes.argmax(axis=1), count == 0))
    rank = np.empty(n, dtype=np.int64)
    rank[order] = np.arange(n)
    return np.where(district >= 0, rank[district], -1), int((count > 0).sum())


def densify(start, end, step):
    """Points along straight edges: row of the edge, place along it (0 to 1), coordinates."""
    length = np.hypot(*(end - start).T)
    pieces = np.maximum(1, np.ceil(length / step)).astype(np.int64)
    row, rank = spread(pieces + 1)
    t = rank / pieces[row]
    return row, t, start[row] + t[:, None] * (end - start)[row]


def border_edges(plan: Plan, admin: Admin) -> np.ndarray:
    """Which edges part two districts, or the county from outside."""
    d = np.where(plan.inside, admin.district, -1)[plan.edge_cells]
    return d[:, 0] != d[:, 1]


def area_frame(plan, admin, warp: Warp, rng, on_road: np.ndarray) -> gpd.GeoDataFrame:
    """County, townships and villages as an exact coverage, in layer form.

    `on_road` says of each edge whether a road runs along it; there the border follows
    within a few metres (now and then exactly), elsewhere it is a coarse survey line.
    """
    edges = np.flatnonzero(border_edges(plan, admin))
    lines = _border_lines(plan, warp, rng, edges, on_road[edges])
    faces = shapely.get_parts(shapely.polygonize(lines))
    owner = _face_owner(plan, admin, warp, faces)
    faces, owner = faces[owner >= 0], owner[owner >= 0]
    order = np.argsort(owner, kind="stable")
    faces, owner = faces[order], owner[order]
    present = np.unique(owner)
    villages = _united(faces, owner)
    home = admin.of_district[present]
    order = np.argsort(home, kind="stable")
    townships = _united(villages[order], home[order])
    county = shapely.coverage_union_all(townships)
    return _frame(plan, present, villages, home, townships, county)


def _united(polygons, key):
    """One polygon for each run of equal keys."""
    groups = shapely.multipolygons(shapely.get_parts(polygons), indices=_part_keys(polygons, key))
    return shapely.normalize(shapely.coverage_union_all(groups[:, None], axis=1))


def _part_keys(polygons, key):
    dense = np.unique(key, return_inverse=True)[1]
    return np.repeat(dense, shapely.get_num_geometries(polygons))


def _border_lines(plan, warp, rng, edges, road):
    start, end = (plan.node[plan.edge_nodes[edges, i]] for i in (0, 1))
    shift = rng.normal(0, 1.3, plan.node.shape)
    shift[rng.random(len(shift)) < 0.15] = 0.0
    length = np.hypot(*(end - start).T)
    row, t, xy = densify(start, end, np.where(road, 38.0, 52.0))
    normal = np.c_[-(end - start)[:, 1], (end - start)[:, 0]] / np.maximum(length, 1)[:, None]
    small = np.where(rng.random(len(edges)) < 0.15, 0.0, rng.uniform(-4.5, 4.5, len(edges)))
    large = rng.uniform(-1, 1, len(edges)) * np.minimum(26.0, 0.11 * length)
    amplitude = np.where(road, np.clip(small, -0.1 * length, 0.1 * length), large)
    waves, phase = rng.integers(1, 4, len(edges)), rng.uniform(0, 6.28, len(edges))
    bend = np.sin(np.pi * waves[row] * t + phase[row]) * np.minimum(1, 6 * t * (1 - t))
    nodes = plan.edge_nodes[edges]
    slip = shift[nodes[row, 0]] * (1 - t)[:, None] + shift[nodes[row, 1]] * t[:, None]
    xy = xy + normal[row] * (amplitude[row] * bend)[:, None] + slip
    at_end = (t == 0) | (t == 1)
    node = np.where(t == 0, nodes[row, 0], nodes[row, 1])
    xy[at_end] = (plan.node + shift)[node[at_end]]
    return shapely.linestrings(warp(xy), indices=row)


def _face_owner(plan, admin, warp, faces):
    """The district of most cell centres in each face; -1 where there is none."""
    rows = np.flatnonzero(plan.inside)
    tree = shapely.STRtree(faces)
    point, face = tree.query(shapely.points(warp(plan.site[rows])), predicate="within")
    votes = coo_array(
        (np.ones(len(face)), (face, admin.district[rows[point]])),
        shape=(len(faces), admin.n_districts),
    ).tocsr()
    owner = np.asarray(votes.argmax(axis=1)).ravel()
    return np.where(np.asarray(votes.sum(axis=1)).ravel() > 0, owner, -1)


def _frame(plan, present, villages, home, townships, county):
    kind = plan.kind
    base, tail = kind.county_code, "000000"
    here = np.unique(home)
    number = {t: i + 1 for i, t in enumerate(here)}
    serial = spread(np.bincount(home, minlength=len(plan.centre)))[1] + 1
    township_code = [f"{base}{number[t]:03d}000" for t in here]
    village_code = [f"{base}{number[t]:03d}{s:03d}" for t, s in zip(home, serial)]
    parents = [f"{base}{number[t]:03d}000" for t in home]
    urban = plan.urban[here]
    names = area_names(len(here), len(present), urban, plan.urban[home])
    frame = gpd.GeoDataFrame(
        {
            "area_code": [base + tail, *township_code, *village_code],
            "name": [kind.county_name, *names[0], *names[1]],
            "level": ["county", *["township"] * len(here), *["village"] * len(present)],
            "parent_code": [None, *[base + tail] * len(here), *parents],
            "urban": [None, *urban.tolist(), *plan.urban[home].tolist()],
        },
        geometry=np.r_[county, townships, villages],
        crs=kind.epsg,
    )  # fmt: skip
    return schema.conform(frame, schema.AREAS)
