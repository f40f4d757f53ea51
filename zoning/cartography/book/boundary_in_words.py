"""The boundary of a zone in words: from street to street, clockwise.

A ring is cut into runs, each along one street, river or border of another district, and each
run is said with its direction and length, as delineation manuals ask of a written boundary.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import shapely

from zoning.lang.book_words import Words
from zoning.model.tolerances import count, tolerance

__all__ = ["Run", "Tracer", "describe_boundary"]

ALONG_M = tolerance("follows_line")
_MOST_RUNS = count("boundary_runs")
_SHORT_M, _SHORT_SHARE = tolerance("shortest_run"), tolerance("shortest_run_share")


@dataclass(frozen=True)
class Run:
    """A stretch of a zone's outer ring along one thing.

    Parameters
    ----------
    barrier : int
        Row of the barrier followed, -1 where none.
    neighbour : int
        Row of the zone on the other side, -1 where none.
    length_m : float
    line : array of float, shape (n, 2)
        Its points in the layers' CRS, clockwise.
    """

    barrier: int
    neighbour: int
    length_m: float
    line: np.ndarray


class Tracer:
    """Runs of zones' rings by neighbour and by barrier.

    Parameters
    ----------
    geoms : array of Polygon
        All zones.
    tree : STRtree
        Over them.
    lines : array of LineString
        Barriers.
    line_tree : STRtree
        Over the barriers.
    rows : array of int
        The zones that will be asked for.
    """

    def __init__(self, geoms, tree, lines, line_tree, rows) -> None:
        self._rings: dict[int, list[tuple]] = {}
        rows = np.asarray([r for r in rows if not shapely.is_missing(geoms[r])], int)
        if not len(rows):
            return
        rings, owner, hole = _all_rings(geoms[rows])
        owner = rows[owner]
        xy, index = shapely.get_coordinates(rings, return_index=True)
        same = index[1:] == index[:-1]
        a, b = xy[:-1][same], xy[1:][same]
        ring = index[:-1][same]
        neighbour = _beside(a, b, owner[ring], tree)
        barrier = _along(a, b, line_tree, len(lines))
        cuts = np.searchsorted(ring, np.arange(len(rings) + 1))
        for i, row in enumerate(owner.tolist()):
            part = slice(cuts[i], cuts[i + 1])
            edges = (a[part], b[part], neighbour[part], barrier[part])
            self._rings.setdefault(row, []).append((bool(hole[i]), edges))

    def neighbours(self, row: int) -> list[Run]:
        """Runs of a zone's rings by the zone on the other side, the land on their right."""
        rings = self._rings.get(row, [])
        return [r for _, edges in rings for r in _runs(*edges, by_barrier=False, names=None)]

    def enclaves(self, row: int) -> list[int]:
        """Rows of the zones that lie in holes of a zone."""
        rings = self._rings.get(row, [])
        inside = {int(n) for hole, edges in rings if hole for n in edges[2] if n >= 0}
        return sorted(inside)

    def parts(self, row: int) -> int:
        """In how many parts a zone lies."""
        return sum(not hole for hole, _ in self._rings.get(row, []))

    def barriers(self, row: int, names) -> list[Run]:
        """Runs of the outer ring of a zone's largest part, clockwise from the north-west.

        Parameters
        ----------
        row : int
            The zone.
        names : array of int
            For each barrier, a number that pieces of the same street share.
        """
        rings = self._rings.get(row, [])
        if not rings:
            return []
        return _from_north_west(_absorb(_runs(*rings[0][1], by_barrier=True, names=names), names))


def _all_rings(geoms):
    """Rings with the polygon on their right, the outer one of the largest part first.

    Returns
    -------
    array of LinearRing, array of int, array of bool
        The rings, which of `geoms` each belongs to, whether it bounds a hole.
    """
    parts, owner = shapely.get_parts(geoms, return_index=True)
    order = np.lexsort((-shapely.area(parts), owner))
    parts, owner = shapely.orient_polygons(parts[order], exterior_cw=True), owner[order]
    rings, part = shapely.get_rings(parts, return_index=True)
    hole = np.concatenate([[False], part[1:] == part[:-1]])
    return rings, owner[part], hole


def _beside(a, b, own, tree) -> np.ndarray:
    """The zone left of each edge of a clockwise ring, -1 where none."""
    edge = b - a
    length = np.hypot(*edge.T)
    safe = np.where(length > 0, length, 1.0)
    normal = np.column_stack([-edge[:, 1], edge[:, 0]]) / safe[:, None]
    probe = (a + b) / 2 + normal * np.minimum(0.05, safe / 4)[:, None]
    point, zone = tree.query(shapely.points(probe), predicate="within")
    out = np.full(len(a), -1)
    other = zone != own[point]
    # Zones of one stack share a polygon; the lowest row speaks for them.
    np.maximum.at(out, point[other], zone[other])
    return out


def _along(a, b, tree, count) -> np.ndarray:
    """The barrier that each edge follows, -1 where none."""
    out = np.full(len(a), -1)
    if not count:
        return out
    middle = shapely.points((a + b) / 2)
    edge, line = tree.query_nearest(middle, max_distance=ALONG_M, all_matches=False)
    # The middle near a line that crosses says nothing: a point at a third must be near it too.
    third = shapely.points(a + (b - a) / 3)[edge]
    near = shapely.distance(third, tree.geometries[line]) <= ALONG_M
    out[edge[near]] = line[near]
    return out


def _runs(a, b, neighbour, barrier, *, by_barrier, names) -> list[Run]:
    if by_barrier:
        named = np.where(barrier >= 0, names[barrier], -1) if len(names) else barrier
        key = np.where(named >= 0, named, -2 - neighbour)
    else:
        key = neighbour
    change = np.flatnonzero(key[1:] != key[:-1]) + 1
    if not len(change):
        pieces = [np.arange(len(key))]
    else:
        # The ring starts anywhere; begin at the first change.
        turned = np.roll(np.arange(len(key)), -change[0])
        cuts = change[1:] - change[0]
        if key[-1] != key[0]:
            cuts = np.append(cuts, len(key) - change[0])
        pieces = np.split(turned, cuts)
    out = []
    for piece in pieces:
        line = np.concatenate([a[piece], b[piece[-1:]]])
        length = float(np.hypot(*(b[piece] - a[piece]).T).sum())
        out.append(Run(int(barrier[piece[0]]), int(neighbour[piece[0]]), length, line))
    return out


def _same(one: Run, two: Run, names) -> bool:
    if names is None:
        return one.neighbour == two.neighbour
    if one.barrier < 0 or two.barrier < 0:
        return one.barrier < 0 and two.barrier < 0 and one.neighbour == two.neighbour
    return names[one.barrier] == names[two.barrier]


def _join(one: Run, two: Run) -> Run:
    main = one if one.length_m >= two.length_m else two
    line = np.concatenate([one.line, two.line[1:]])
    return Run(main.barrier, main.neighbour, one.length_m + two.length_m, line)


def _absorb(runs: list[Run], names) -> list[Run]:
    """Short runs given to the longer one beside them, until few enough are left."""
    runs = list(runs)
    total = sum(r.length_m for r in runs)
    while len(runs) > 1:
        i = min(range(len(runs)), key=lambda k: (runs[k].length_m, k))
        short = runs[i].length_m < max(_SHORT_M, _SHORT_SHARE * total)
        if not short and len(runs) <= _MOST_RUNS:
            break
        before, after = (i - 1) % len(runs), (i + 1) % len(runs)
        into = before if runs[before].length_m >= runs[after].length_m else after
        runs = _merge(runs, i, into)
        k = 0
        while len(runs) > 1 and k < len(runs):
            if _same(runs[k], runs[(k + 1) % len(runs)], names):
                runs = _merge(runs, (k + 1) % len(runs), k)
            else:
                k += 1
    return runs


def _merge(runs: list[Run], i: int, into: int) -> list[Run]:
    """Run `i` joined to its neighbour in the ring."""
    first, second = (i, into) if (i + 1) % len(runs) == into else (into, i)
    made = _join(runs[first], runs[second])
    out = [r for k, r in enumerate(runs) if k not in (first, second)]
    out.insert(first if first < second else len(out), made)
    return out


def _from_north_west(runs: list[Run]) -> list[Run]:
    if not runs:
        return runs
    starts = np.array([r.line[0] for r in runs])
    everything = np.concatenate([r.line for r in runs])
    west, north = everything[:, 0].min(), everything[:, 1].max()
    first = int(np.argmin((starts[:, 0] - west) + (north - starts[:, 1])))
    return runs[first:] + runs[:first]


def describe_boundary(runs, *, words: Words, feature, foreign, number) -> str:
    """A boundary as one paragraph.

    Parameters
    ----------
    runs : list of Run
        As `Tracer.barriers` gives them.
    words : Words
        The language.
    feature : callable
        Row of a barrier to (kind, name).
    foreign : callable
        Row of a zone (or -1) to the name of its district where that is another one, ``""`` for
        the same district, ``None`` for land outside every zone.
    number : callable
        Row of a zone to its number in the district.
    """
    if not runs:
        return ""
    said = []
    for run in runs:
        what = _thing(run, words, feature, foreign)
        beside = number(run.neighbour) if foreign(run.neighbour) == "" else ""
        said.append(words.run(what, _direction(run.line), run.length_m, beside))
    first = _thing(runs[0], words, feature, foreign)
    last = _thing(runs[-1], words, feature, foreign)
    return words.boundary(first, last, said)


def _thing(run: Run, words: Words, feature, foreign) -> str:
    if run.barrier >= 0:
        return words.feature(*feature(run.barrier))
    name = foreign(run.neighbour)
    if name is None:
        return words["outer_border"]
    return words.border_with(name) if name else words["open_ground"]


def _direction(line: np.ndarray) -> int | None:
    """Sector of the way from the first to the last point: 0 north, 1 north-east ... or None."""
    dx, dy = line[-1] - line[0]
    length = float(np.hypot(*np.diff(line, axis=0).T).sum())
    if math.hypot(dx, dy) < 0.2 * length:
        return None
    return round(math.atan2(dx, dy) / (math.pi / 4)) % 8
