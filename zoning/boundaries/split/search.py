"""Zones as connected groups of pieces with balanced load, compact, bounded by what people see."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np

from zoning.boundaries.split.graph import Adjacency
from zoning.geo.grouping import groups, offsets
from zoning.geo.kernels.boundaries import kernel
from zoning.geo.threads import each
from zoning.model.tolerances import by_name, count, in_a_row, tolerance

__all__ = ["Demand", "Region", "Weights", "partition", "partition_all", "seed_of"]

#: Sums that judge a zone; see kernels/zone_sums_source.py.
N_FEATURES = 11
_WIDE_M = tolerance("wide_zones")
_NARROW_M = tolerance("narrow_zones")
_GOOD = tolerance("good_attempt")
_FINE = count("many_pieces")
_MORE = in_a_row("more_attempts")
_OFTEN = count("found_often")
_SAME = tolerance("same_total")
_WEIGHTS, _EFFORT = by_name("zone_weights"), by_name("zone_effort")


@dataclass(frozen=True)
class Weights:
    """What counts how much in a good zone.

    Parameters
    ----------
    outside : float
        For being outside the limits at all.
    off, off2 : float
        Per share of the target that a zone is off, and per square of it.
    shape : float
        Per point of compactness (Polsby-Popper) that is missing.
    thin : float
        Per square of the compactness that is missing to .4, so that few zones are thin.
    hidden : float
        Per zone border that follows nothing visible.
    spread : float
        Per distance of people from their centre, in typical zone widths.
    turn : float
        Hidden metres that a turn by one radian counts for.
    heat : float
        Largest worsening that a step may bring at first.
    sweeps, trees, flips, starts, restarts : int
        Effort: times through all zones, trees for each cut of two zones, single pieces tried
        per piece, trees for each cut at the start, attempts.
    retries : int
        More attempts where zones are outside the limits.
    """

    outside: float = _WEIGHTS["outside"]
    off: float = _WEIGHTS["off"]
    off2: float = _WEIGHTS["off2"]
    shape: float = _WEIGHTS["shape"]
    thin: float = _WEIGHTS["thin"]
    hidden: float = _WEIGHTS["hidden"]
    spread: float = _WEIGHTS["spread"]
    turn: float = _WEIGHTS["turn"]
    heat: float = _WEIGHTS["heat"]
    sweeps: int = _EFFORT["sweeps"]
    trees: int = _EFFORT["trees"]
    flips: int = _EFFORT["flips"]
    starts: int = _EFFORT["starts"]
    restarts: int = _EFFORT["restarts"]
    retries: int = _EFFORT["retries"]


@dataclass(frozen=True)
class Demand:
    """What is asked of the zones of one region.

    Parameters
    ----------
    target, low, high : float
        Of the leading load.
    second : tuple of float or None
        Target, low, high of the second load, where the profile has two at once.
    count : int or None
        Exactly so many zones.
    """

    target: float
    low: float
    high: float
    second: tuple[float, float, float] | None = None
    count: int | None = None


@dataclass(frozen=True)
class Region:
    """Connected pieces that are divided into zones on their own.

    Parameters
    ----------
    feature : array of float, shape (pieces, 8)
        Load, second load, area, perimeter, people, people times x and y, people times squared
        distance, all relative to the region's middle; the rest of the sums is added here.
    start, near, length, hidden, cost : arrays
        Neighbours in compressed rows.
    demand : Demand
    seed : int
        1 to 2 ** 31 - 2.
    own : array of bool, shape (pieces,), optional
        Pieces that are zones of their own whatever they hold.
    """

    feature: np.ndarray
    start: np.ndarray
    near: np.ndarray
    length: np.ndarray
    hidden: np.ndarray
    cost: np.ndarray
    demand: Demand
    seed: int
    own: np.ndarray | None = None


def seed_of(seed: int, name: str) -> int:
    """A start value for the kernels' random numbers, from the project's seed and a code."""
    return zlib.crc32(f"{seed}/{name}".encode()) % 2147483645 + 1


def region_rows(
    piece: np.ndarray, region: np.ndarray, touch: Adjacency, n_regions: int
) -> list[tuple]:
    """Neighbour lists of each region, pieces numbered from 0 in their order."""
    order, start = groups(region[piece], n_regions)
    local = np.full(len(region), -1, dtype=np.int64)
    local[piece[order]] = np.arange(len(piece)) - start[region[piece[order]]]
    a = np.concatenate([touch.pair[:, 0], touch.pair[:, 1]])
    b = np.concatenate([touch.pair[:, 1], touch.pair[:, 0]])
    e = np.tile(np.arange(len(touch.pair)), 2)
    same = region[a] == region[b]
    a, b, e = a[same], b[same], e[same]
    sort = np.lexsort((b, a, region[a])) if len(a) else np.empty(0, dtype=np.int64)
    a, b, e = a[sort], b[sort], e[sort]
    edge_start = offsets(np.bincount(region[a], minlength=n_regions)[:n_regions])
    rows = []
    for r in range(n_regions):
        mine = piece[order[start[r] : start[r + 1]]]
        part = slice(edge_start[r], edge_start[r + 1])
        row = offsets(np.bincount(local[a[part]], minlength=len(mine)))
        rows.append((mine, row, local[b[part]], e[part]))
    return rows


def partition_all(regions: list[Region], weights: Weights, workers: int = 1) -> list[np.ndarray]:
    """Zones of every region, numbered from 0 in each; the same whatever the workers."""
    return each(lambda region: partition(region, weights), regions, workers)


def partition(region: Region, weights: Weights) -> np.ndarray:
    """Zone of each piece of one region."""
    n = len(region.feature)
    load = region.feature[:, 0]
    demand = region.demand
    feature = np.zeros((n, N_FEATURES))
    feature[:, :4] = region.feature[:, :4]
    owner = np.repeat(np.arange(n), np.diff(region.start))
    feature[:, 4] = np.bincount(owner, weights=region.hidden, minlength=n)
    feature[:, 5:9] = region.feature[:, 4:8]
    big = load > demand.high if demand.count is None else np.zeros(n, dtype=bool)
    if region.own is not None:
        big |= region.own
    feature[:, 9] = np.where(big, load, 0.0)
    feature[:, 10] = big
    count = demand.count or _count(load[~big].sum(), int(big.sum()), demand)
    if count <= 1 or n == 1:
        return np.zeros(n, dtype=np.int64)
    return _Search(region, weights, feature.ravel(), min(count, n)).run()


def _count(plain: float, big: int, demand: Demand) -> int:
    """How many zones there should be for this load."""
    if plain <= 0:
        return max(big, 1)
    best = round(plain / demand.target)
    if np.isfinite(demand.high):
        best = max(best, int(np.ceil(plain / demand.high)))
    if demand.low > 0:
        best = min(best, int(plain // demand.low))
    return max(int(best), 0 if big else 1) + big


class _Search:
    """Arrays that the kernels work in, for one region."""

    def __init__(self, region: Region, weights: Weights, feature: np.ndarray, count: int):
        n = len(region.feature)
        m = len(region.near)
        self.region, self.weights, self.feature, self.count, self.n = (
            region,
            weights,
            feature,
            count,
            n,
        )
        self.rule = _rule(region, weights, count)
        self.graph = [region.start, region.near, region.length, region.hidden]
        self.cost = region.cost
        self.seed = np.array([region.seed], dtype=np.int64)
        ints = [np.empty(n, dtype=np.int64) for _ in range(5)]
        self.local, self.member, self.order, self.parent, self.depth = ints
        self.front, self.front_from = (np.empty(m + 1, dtype=np.int64) for _ in range(2))
        self.sums, self.whole = np.empty(13 * n), np.empty(22)
        self.side = np.zeros(n, dtype=np.int64)

    def run(self) -> np.ndarray:
        best = np.zeros(self.n, dtype=np.int64)
        best_total, best_misses, found = np.inf, self.n, 0
        tries = self.weights.restarts * _MORE[self.n >= _FINE * self.count]
        for attempt in range(tries + self.weights.retries):
            good = attempt >= tries or best_total < _GOOD * self.count
            if attempt >= self.weights.restarts and best_misses == 0 and good:
                break
            zone, total = self._once()
            misses = self._misses(zone)
            if misses == best_misses and abs(total - best_total) < _SAME:
                found += 1
            elif (misses, total) < (best_misses, best_total):
                best, best_total, best_misses, found = zone, total, misses, 1
            # The same again and again from other starts: there is hardly a better one.
            if found == _OFTEN:
                break
        return best

    def _misses(self, zone: np.ndarray) -> int:
        """How many zones are outside the limits though they need not be."""
        sums = np.bincount(zone, weights=self.feature[0::N_FEATURES])
        big = np.bincount(zone, weights=self.feature[9::N_FEATURES])
        several = np.bincount(zone, weights=self.feature[10::N_FEATURES]) > 1
        demand = self.region.demand
        if demand.count is not None:
            return 0
        plain = (big == 0) & ((sums < demand.low) | (sums > demand.high))
        missed = plain | (big > 0) & (several | (sums > big))
        if demand.second is not None:
            second = np.bincount(zone, weights=self.feature[1::N_FEATURES])
            missed |= (big == 0) & ((second < demand.second[1]) | (second > demand.second[2]))
        return int(missed.sum())

    def _once(self):
        n, w = self.n, self.weights
        zone = np.empty(n, dtype=np.int64)
        tree = [self.order, self.parent, self.depth, self.front, self.front_from, self.sums]
        zones = kernel("divide")(
            n, self.count, w.starts, *self.graph, self.cost, self.feature, self.rule,
            zone, self.seed, self.local, self.member, *tree, self.side, self.whole,
            np.zeros(n + 1, dtype=np.int64),
        )  # fmt: skip
        fixed = int(self.region.demand.count is not None)
        ints = [np.empty(n + 1, dtype=np.int64) for _ in range(5)]
        total = np.zeros(1)
        kernel("improve")(
            n, zones, w.sweeps, w.trees, w.flips, fixed, *self.graph, self.cost, self.feature,
            self.rule, zone, np.zeros(n + 1, dtype=np.int64), self.seed, self.local, self.member,
            *tree, self.side, self.whole, np.empty(11 * (n + 1)), *ints, total,
        )  # fmt: skip
        return zone, total[0]


def _rule(region: Region, w: Weights, count: int) -> np.ndarray:
    d = region.demand
    area = region.feature[:, 2].sum()
    width = float(np.sqrt(area / max(count, 1)))
    target = d.target
    if d.count is not None:
        target = region.feature[:, 0].sum() / d.count or 1.0
    second = d.second or (0.0, 0.0, 0.0)
    return np.array(
        [
            target,
            d.low,
            d.high,
            w.outside,
            w.off,
            w.off2,
            w.shape,
            w.hidden / (8.0 * max(width, _NARROW_M)),
            w.spread / min(width, _WIDE_M),
            # A zone more or less must not pay by itself.
            -0.4 * w.shape,
            *second,
            w.heat,
            w.thin,
        ]
    )
