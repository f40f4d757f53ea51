"""Zones as connected groups of pieces with balanced load, compact, bounded by what people see."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np

from zoning.boundaries.split.graph import Adjacency
from zoning.geo.grouping import groups, offsets
from zoning.geo.kernels.improve import improve
from zoning.geo.kernels.partition import divide
from zoning.geo.kernels.trees import Search
from zoning.geo.threads import each
from zoning.model.tolerances import by_name, count, in_a_row, tolerance

__all__ = ["Demand", "Region", "Weights", "partition", "partition_all", "seed_of"]

#: Sums that judge a zone; see `zoning.geo.kernels.trees`.
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
    return _Attempts(region, weights, feature, min(count, n)).run()


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


class _Attempts:
    """The search for the zones of one region, made several times."""

    def __init__(self, region: Region, weights: Weights, feature: np.ndarray, count: int):
        self.region, self.weights, self.feature = region, weights, feature
        self.count, self.n = count, len(feature)
        self.search = Search(region, feature, _rule(region, weights, count))

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
        sums = np.bincount(zone, weights=self.feature[:, 0])
        big = np.bincount(zone, weights=self.feature[:, 9])
        several = np.bincount(zone, weights=self.feature[:, 10]) > 1
        demand = self.region.demand
        if demand.count is not None:
            return 0
        plain = (big == 0) & ((sums < demand.low) | (sums > demand.high))
        missed = plain | (big > 0) & (several | (sums > big))
        if demand.second is not None:
            second = np.bincount(zone, weights=self.feature[:, 1])
            missed |= (big == 0) & ((second < demand.second[1]) | (second > demand.second[2]))
        return int(missed.sum())

    def _once(self) -> tuple[np.ndarray, float]:
        zones = divide(self.search, self.count, self.weights.starts)
        fixed = self.region.demand.count is not None
        _, total = improve(self.search, zones, self.weights, fixed)
        return self.search.zones(), total


@dataclass(frozen=True)
class _Rule:
    """Limits and weights as the kernels take them; see `zoning.geo.kernels.trees.Search`."""

    target: float
    low: float
    high: float
    outside: float
    off: float
    off2: float
    shape: float
    thin: float
    cover: float
    spread: float
    more: float
    heat: float
    second: float
    second_low: float
    second_high: float


def _rule(region: Region, w: Weights, count: int) -> _Rule:
    d = region.demand
    area = region.feature[:, 2].sum()
    width = float(np.sqrt(area / max(count, 1)))
    target = d.target
    if d.count is not None:
        target = region.feature[:, 0].sum() / d.count or 1.0
    second, second_low, second_high = d.second or (0.0, 0.0, 0.0)
    return _Rule(
        target=float(target),
        low=float(d.low),
        high=float(d.high),
        outside=w.outside,
        off=w.off,
        off2=w.off2,
        shape=w.shape,
        thin=w.thin,
        cover=w.hidden / (8.0 * max(width, _NARROW_M)),
        spread=w.spread / min(width, _WIDE_M),
        # A zone more or less must not pay by itself.
        more=-0.4 * w.shape,
        heat=w.heat,
        second=float(second),
        second_low=float(second_low),
        second_high=float(second_high),
    )
