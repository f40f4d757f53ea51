"""From pieces to zones: the regions, what is asked of them, and the search."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from zoning.boundaries.split.graph import Adjacency, adjacency, components
from zoning.boundaries.split.pieces import Layout
from zoning.boundaries.split.request import Request
from zoning.boundaries.split.search import (
    Region,
    partition_all,
    region_rows,
    seed_of,
)
from zoning.geo.dissolve import dissolve
from zoning.model.tolerances import tolerance

__all__ = ["Drawn", "draw_zones"]

_NOT_NOTHING = tolerance("not_nothing")


@dataclass(frozen=True)
class Drawn:
    """Zones as groups of pieces.

    Parameters
    ----------
    zone : array of int, shape (pieces,)
        Zone of each piece; zones are numbered by region.
    region : array of int, shape (zones,)
        Connected part of an area that each zone lies in.
    area : array of int, shape (zones,)
        Row of its divided area.
    touch : Adjacency
        Common borders of pieces.
    """

    zone: np.ndarray
    region: np.ndarray
    area: np.ndarray
    touch: Adjacency


def draw_zones(
    layout: Layout, request: Request, seed: int, workers: int = 1, *,
    kept: np.ndarray | None = None, redo: np.ndarray | None = None,
    apart: np.ndarray | None = None,
) -> Drawn:  # fmt: skip
    """Zones of every area.

    Parameters
    ----------
    layout : Layout
    request : Request
        What is asked of the zones of each area.
    seed : int
        With the area's code it starts the random numbers.
    workers : int
        Threads.
    kept : array of int, shape (pieces,), optional
        Zones drawn before; only areas in `redo` (array of bool) are drawn anew.
    apart : array of int, shape (pieces,), optional
        Ground that does not mix: each number from 0 on is one zone already, what has -1 is
        divided.
    """
    codes, demands, units = request.parents.codes, request.demands, request.units
    weights = request.weights
    own = np.zeros(layout.n, dtype=bool)
    own[layout.home[request.alone & (layout.home >= 0)]] = True
    touch = adjacency(layout.pieces, layout.label, layout.n, bends=True)
    touch = ferry(layout, touch, np.array([d.count is not None for d in demands]))
    pair = touch.pair
    if apart is not None:
        pair = pair[apart[pair[:, 0]] == apart[pair[:, 1]]]
    part = components(layout.n, pair)
    # Regions in order of area: the first piece of each comes in that order.
    n_regions = int(part.max()) + 1
    area = np.empty(n_regions, dtype=np.int64)
    area[part] = layout.area
    rows = region_rows(np.arange(layout.n), part, touch, n_regions)
    whole = np.zeros(n_regions, dtype=bool)
    if apart is not None:
        whole[part[apart >= 0]] = True
    feature = _features(layout, units)
    hidden = touch.hidden + weights.turn * touch.turn
    regions = []
    for r, (mine, start, near, edge) in enumerate(rows):
        name = f"{codes[area[r]]}/{r - np.searchsorted(area, area[r])}"
        regions.append(
            Region(
                _local(feature[mine]),
                start,
                np.ascontiguousarray(near),
                touch.length[edge],
                hidden[edge],
                touch.seen[edge] / np.maximum(touch.length[edge], _NOT_NOTHING),
                demands[area[r]],
                seed_of(seed, name),
                own[mine],
            )
        )
    if kept is None:
        todo = np.flatnonzero(~whole).tolist()
    else:
        assert redo is not None, "zones kept: which areas to draw anew?"
        todo = np.flatnonzero(redo[area]).tolist()
    fresh = partition_all([regions[r] for r in todo], weights, workers)
    found = [np.zeros(len(mine), dtype=int) if kept is None else kept[mine] for mine, *_ in rows]
    for r, label in zip(todo, fresh, strict=True):
        found[r] = label
    zone = np.empty(layout.n, dtype=np.int64)
    counts = []
    at = 0
    for (mine, *_), label in zip(rows, found, strict=True):
        _, label = np.unique(label, return_inverse=True)
        zone[mine] = at + label
        counts.append(int(label.max()) + 1)
        at += counts[-1]
    region = np.repeat(np.arange(n_regions), counts)
    return Drawn(zone, region, area[region], touch)


def ferry(layout: Layout, touch: Adjacency, joined: np.ndarray) -> Adjacency:
    """Links between the detached parts of areas that are to have a given number of zones.

    Only there may a zone have several parts; the area forces it.
    """
    if not joined.any():
        return touch
    part = components(layout.n, touch.pair)
    pairs = []
    polygons = None
    for area in np.flatnonzero(joined):
        mine = np.flatnonzero(layout.area == area)
        parts = np.unique(part[mine])
        if len(parts) < 2:
            continue
        if polygons is None:
            polygons = dissolve(layout.pieces.planar, layout.label, layout.n)
        size = [(np.count_nonzero(part[mine] == p), -p) for p in parts]
        main = mine[part[mine] == parts[max(range(len(parts)), key=size.__getitem__)]]
        for p in parts:
            rest = mine[part[mine] == p]
            if len(rest) and rest[0] not in main:
                far = shapely.distance(polygons[rest][:, None], polygons[main][None, :])
                i, j = np.unravel_index(np.argmin(far), far.shape)
                pairs.append(sorted((rest[i], main[j])))
    if not pairs:
        return touch
    extra = np.array(pairs, dtype=np.int64)
    zero = np.zeros(len(extra))
    return Adjacency(
        np.vstack([touch.pair, extra]),
        *(np.concatenate([a, zero]) for a in (touch.length, touch.hidden, touch.seen, touch.turn)),
    )


def _features(layout, units):
    """Sums of every piece, see kernels/zone_sums_source.py."""
    n = layout.n
    planar = layout.pieces.planar
    inside = layout.label >= 0
    area = np.bincount(layout.label[inside], weights=planar.area[inside], minlength=n)
    around = _perimeters(layout)
    load = layout.load[units[0]].to_numpy()
    second = layout.load[units[-1]].to_numpy()
    here = layout.home >= 0
    home, xy = layout.home[here], layout.anchor[here]
    held = layout.load["buildings"].to_numpy()
    # People spread over the buildings of a piece; the load decides, not the footprint.
    share = np.where(held > 0, load / np.maximum(held, 1), 0.0)[home]
    sums = [np.bincount(home, weights=share * w, minlength=n) for w in (xy[:, 0], xy[:, 1])]
    square = np.bincount(home, weights=share * (xy**2).sum(axis=1), minlength=n)
    return np.column_stack([load, second, area, around, load, *sums, square])


def _perimeters(layout):
    two = layout.pieces.planar.face.reshape(-1, 2)
    label = np.where(two >= 0, layout.label[two], -1)
    outer = label[:, 0] != label[:, 1]
    length = layout.pieces.planar.lengths[outer]
    total = np.zeros(layout.n)
    for side in range(2):
        mine = label[outer, side]
        total += np.bincount(mine[mine >= 0], weights=length[mine >= 0], minlength=layout.n)
    return total


def _local(feature):
    """Coordinates relative to the region's middle, where squares keep their digits."""
    made = feature.copy()
    people = made[:, 4]
    total = people.sum()
    if total <= 0:
        return made
    x0, y0 = made[:, 5].sum() / total, made[:, 6].sum() / total
    made[:, 7] += people * (x0**2 + y0**2) - 2 * (x0 * made[:, 5] + y0 * made[:, 6])
    made[:, 5] -= people * x0
    made[:, 6] -= people * y0
    return made
