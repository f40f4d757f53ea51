"""Every kernel on made-up input, as a program: one line of digests, by name, in JSON."""

from __future__ import annotations

import hashlib
import json
import sys
from types import SimpleNamespace

import numpy as np

__all__ = ["CASES"]

FEW = 40


def _ints(rng, low, high, *shape):
    return rng.integers(low, high, shape).astype(np.int64)


def points(rng):
    from zoning.geo.kernels.half_edges import number_points

    bits = _ints(rng, -4, 4, 300, 2) * 2**61 // 3
    number, first = np.empty(300, np.int64), np.empty(300, np.int64)
    count = number_points(bits, number, first)
    assert (bits[first[number]] == bits).all()
    return count, number, first[:count]


def _grid(rng, side=9):
    """Segments of a grid, some left out, and points moved a little."""
    x, y = (v.ravel() for v in np.meshgrid(np.arange(side), np.arange(side)))
    node = np.arange(side * side).reshape(side, side)
    ends = np.vstack([
        np.column_stack([node[:, :-1].ravel(), node[:, 1:].ravel()]),
        np.column_stack([node[:-1].ravel(), node[1:].ravel()]),
    ])  # fmt: skip
    ends = ends[rng.random(len(ends)) < 0.8].astype(np.int64)
    return np.column_stack([x, y]) + rng.uniform(-0.3, 0.3, (side * side, 2)), ends


def faces(rng):
    from zoning.geo.planar import trace_faces, without_dangles

    xy, ends = _grid(rng)
    stays = without_dangles(len(xy), ends)
    made = trace_faces(xy, np.ascontiguousarray(ends[stays]))
    return stays, made.after, made.face, made.area


def rings(rng):
    from zoning.geo.kernels.half_edges import trace_rings
    from zoning.geo.planar import trace_faces, without_dangles

    xy, ends = _grid(rng)
    made = trace_faces(xy, np.ascontiguousarray(ends[without_dangles(len(xy), ends)]))
    label = np.append(_ints(rng, 0, 4, made.n_faces), -1)[made.face]
    keep = (label != label.reshape(-1, 2)[:, ::-1].ravel()) & (label >= 0)
    tail = np.ascontiguousarray(made.tail)
    return trace_rings(made.after, keep.astype(np.int64), tail, len(xy))


def sets(rng):
    from zoning.geo.kernels.sets import join_small, unite

    ends, part = _ints(rng, 0, 200, 120, 2), np.arange(200)
    count = unite(ends, part)
    held, first = rng.uniform(0, 9, 200), np.arange(200)
    joined = join_small(_ints(rng, 0, 200, 400, 2), 20.0, held, first)
    return count, part, joined, held, first


def _stars(rng, count):
    """Rings of segments around places in a square: where each begins, and rows."""
    rows, start = [], [0]
    for _ in range(count):
        angle = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(3, 12))))
        at = rng.uniform(0, 100, 2) + np.column_stack([np.cos(angle), np.sin(angle)]) * 12
        rows.append(np.hstack([at, np.roll(at, -1, axis=0)]))
        start.append(start[-1] + len(at))
    return np.array(start), np.vstack(rows)


def outlines(rng):
    from zoning.geo.kernels.outlines import clip_ridges, foot_points, rings_met

    start, ring = _stars(rng, FEW)
    ridge_from = np.arange(FEW + 1) * 5
    middle = np.repeat(ring[start[:-1], :2], 5, axis=0)
    ridge = np.hstack([middle, middle]) + rng.uniform(-20, 20, (len(middle), 4))
    cut = clip_ridges(start, ring, ridge_from, ridge, 0.5, 5000)
    assert len(cut[0])
    assert clip_ridges(start, ring, ridge_from, ridge, 0.5, 3) is None
    met = np.zeros(FEW, np.int64)
    count = rings_met(ridge, _ints(rng, -2, FEW, len(ridge), 2), start, ring, met)
    feet = foot_points(_ints(rng, 0, FEW, 60, 2), start, ring, 30.0, 0.1)
    assert len(feet[0])
    return *cut, count, met, *feet


def lines(rng):
    from zoning.geo.kernels.tighten import Chains

    start = np.arange(7) * 12
    x = np.tile(np.arange(12) * 10.0, 6)
    xy = np.column_stack([x, np.repeat(np.arange(6) * 15.0, 12)])
    xy += rng.uniform(-6, 6, xy.shape)
    walls = rng.uniform(-5, 120, (6, 8, 2))
    wall = np.concatenate([walls, walls + rng.uniform(-8, 8, walls.shape)], axis=2)
    wall = np.concatenate([wall, np.full((6, 8, 1), 1.5), np.zeros((6, 8, 1))], axis=2)
    near = np.tile(np.arange(6), 6)
    chains = Chains(xy, start, wall, np.arange(7) * 8, near, np.arange(7) * 6)
    left = chains.tighten(6, np.array([0, 0, 1, 0, 0, 0]))
    assert (left < 0).any()
    return left, xy


def boxes(rng):
    from zoning.geo.box_pairs import _Grid

    low = rng.uniform(0, 100, (500, 2))
    high = low + rng.uniform(0, 6, (500, 2))
    grid = _Grid.over(low, high)
    return [v for pair in grid.pairs(low, high, rng.random(500) < 0.5) for v in pair]


def circles(rng):
    from zoning.geo.kernels.circles import largest_circles

    start, ring = _stars(rng, FEW)
    x, y, far_x, far_y = (np.ascontiguousarray(column) for column in ring.T)
    long = np.hypot(far_x - x, far_y - y)
    edges = SimpleNamespace(
        x=x, y=y, far_x=far_x, far_y=far_y, nx=(y - far_y) / long, ny=(far_x - x) / long,
        first=start[:-1],
    )  # fmt: skip
    return [largest_circles(edges, _ints(rng, 1, 9, FEW), 6, 0.6180339887498949)]


def zones(rng):
    """Pieces in a grid divided, by loads that make all branches of the rule count."""
    from zoning.boundaries.split.search import Demand, Region, Weights, partition

    side = 12
    n = side * side
    node = np.arange(n).reshape(side, side)
    a = np.concatenate([node[:, :-1].ravel(), node[:-1].ravel()])
    b = np.concatenate([node[:, 1:].ravel(), node[1:].ravel()])
    a, b = np.concatenate([a, b]), np.concatenate([b, a])
    order = np.lexsort((b, a))
    load = rng.uniform(0, 20, n)
    load[rng.integers(0, n, 3)] = 500.0
    at = np.column_stack([np.arange(n) % side, np.arange(n) // side]) * 10.0
    feature = np.column_stack(
        [load, load / 3, np.full(n, 100.0), np.full(n, 40.0), load, *(load[:, None] * at).T,
         load * (at**2).sum(axis=1)]
    )  # fmt: skip
    start = np.concatenate([[0], np.cumsum(np.bincount(a, minlength=n))])
    length, hidden = np.full(len(a), 10.0), rng.choice([0.0, 10.0], len(a))
    made = []
    for more in ({}, {"second": (60.0, 40.0, 70.0)}, {"count": 9}):
        demand = Demand(180.0, 140.0, 220.0, **more)
        rows = start, b[order], length, hidden, rng.random(len(a))
        region = Region(feature, *rows, demand, seed=int(rng.integers(1, 2**31 - 2)))
        made.append(partition(region, Weights()))
    return made


CASES = (points, faces, rings, sets, outlines, lines, boxes, circles, zones)


def _digest(case) -> str:
    digest = hashlib.sha256()
    for seed in range(3):
        for value in case(np.random.default_rng(seed)):
            digest.update(np.asarray(value).tobytes())
    return digest.hexdigest()


def main() -> None:
    """Print which form ran and what came of each case."""
    from zoning.geo import kernels

    told = {case.__name__: _digest(case) for case in CASES}
    sys.stdout.write(json.dumps({"compiled": kernels.compiled(), **told}))


if __name__ == "__main__":
    main()
