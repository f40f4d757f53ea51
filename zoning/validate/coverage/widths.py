"""Width of patches: the diameter of the largest circle inside.

From a place on the border, the largest circle that touches the border there and lies inside
is found by one formula an edge; the best place is then narrowed down along its edge. That is
the shrinking ball of Ma, Bae and Choi (2012, *3D medial axis point approximation*), with edges
in place of points. Long thin patches cost no more than round ones, unlike the search by cells
that GEOS has; that one serves compact shapes, whose circle may hang on corners alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from zoning.geo import kernels
from zoning.geo.edges import edges_of
from zoning.geo.grouping import steps
from zoning.geo.kernels.circles import largest_circles
from zoning.model.tolerances import count, in_a_row, tolerance

__all__ = ["inscribed_widths"]

_FINE, _COARSE = in_a_row("places_tried"), in_a_row("places_tried_of_many")
_MASS = count("many_patches")
_CHUNK = count("edge_pairs")
_MANY = count("many_corners")
_TRIES = count("tries_an_outline")
_COMPACT = tolerance("compact_patch")
_GOLDEN = (np.sqrt(5) - 1) / 2


def inscribed_widths(shapes: np.ndarray, area: np.ndarray, length: np.ndarray) -> np.ndarray:
    """Diameter of the largest circle inside each polygon, to about one per cent.

    Above 5,000 patches to about ten per cent in nine of ten: then nobody reads them singly.

    Never less than twice the area by the border, nor more than a circle of that area has;
    exact for triangles.

    Parameters
    ----------
    shapes : array of Polygon or MultiPolygon
        Not empty.
    area, length : array of float
        Their areas and lengths of border.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        least = np.where(length > 0, 2 * area / length, 0.0)
    width = 2 * least
    count = shapely.get_num_coordinates(shapes)
    rows = np.flatnonzero((count > 4) & (area > 0))
    effort = _FINE if len(rows) <= _MASS else _COARSE
    # Compact shapes go to GEOS, whose search by cells is quick for them, and the largest too.
    cells = (count > _MANY) | ((4 * np.pi * area > _COMPACT * length**2) & (effort is _FINE))
    for k in rows[cells[rows]].tolist():
        line = shapely.maximum_inscribed_circle(shapes[k], tolerance=np.sqrt(area[k]) / 200)
        width[k] = 2 * line.length
    rows = rows[~cells[rows]]
    # Patches in portions whose pairs of place and edge fit into the processor's cache.
    # Few edges are tried in many places, many edges in one each.
    samples = np.clip(_TRIES // count, 1, effort[0])
    if kernels.compiled():
        width[rows] = 2 * compiled_radii(shapes, rows, samples[rows], effort[1])
        rows = rows[:0]
    for most in np.unique(samples[rows]).tolist():
        mine = rows[samples[rows] == most]
        edges = _Outline.of(shapes, mine)
        portion = np.cumsum(most * edges.size**2) // _CHUNK
        ends = np.append(np.flatnonzero(np.diff(portion)) + 1, len(mine)).tolist()
        for low, high in zip([0, *ends], ends):
            width[mine[low:high]] = 2 * _radii(edges.part(low, high), (most, effort[1]))
    return np.minimum(np.maximum(width, least), np.sqrt(4 * area / np.pi))


def compiled_radii(shapes: np.ndarray, rows: np.ndarray, samples, steps: int) -> np.ndarray:
    """Radius of the largest circle inside some shapes, by the kernel: the bits of the arrays."""
    edges = _Outline.of(shapes, rows)
    return largest_circles(edges, samples.astype(np.int64), steps, float(_GOLDEN))


@dataclass(frozen=True)
class _Outline:
    """Edges by shape with the interior on the left, as columns."""

    x: np.ndarray
    y: np.ndarray
    far_x: np.ndarray
    far_y: np.ndarray
    nx: np.ndarray
    ny: np.ndarray
    owner: np.ndarray
    first: np.ndarray
    size: np.ndarray

    @classmethod
    def of(cls, shapes: np.ndarray, rows: np.ndarray) -> _Outline:
        edges = edges_of(shapes, rows)
        owner = np.searchsorted(rows, edges.owner)
        first = np.searchsorted(owner, np.arange(len(rows)))
        (x, y), (far_x, far_y) = edges.start.T.copy(), edges.end.T.copy()
        long = np.hypot(far_x - x, far_y - y)
        nx, ny = (y - far_y) / long, (far_x - x) / long
        size = np.diff(first, append=len(owner))
        return cls(x, y, far_x, far_y, nx, ny, owner, first, size)

    def part(self, low: int, high: int) -> _Outline:
        """The edges of some shapes that follow each other."""
        begin = self.first[low]
        cut = slice(begin, self.first[high] if high < len(self.first) else len(self.x))
        return _Outline(
            self.x[cut],
            self.y[cut],
            self.far_x[cut],
            self.far_y[cut],
            self.nx[cut],
            self.ny[cut],
            self.owner[cut] - low,
            self.first[low:high] - begin,
            self.size[low:high],
        )

    def balls(self, edge: np.ndarray, at: np.ndarray) -> np.ndarray:
        """Largest circle that touches these edges at these shares of their length."""
        place = (
            self.x[edge] + at * (self.far_x[edge] - self.x[edge]),
            self.y[edge] + at * (self.far_y[edge] - self.y[edge]),
        )
        mine = self.owner[edge]
        count = self.size[mine]
        begin = np.cumsum(count) - count
        who = np.repeat(np.arange(len(edge)), count)
        other = np.repeat(self.first[mine], count) + steps(count)
        radius = _ball(self, (place[0][who], place[1][who]), edge[who], other)
        return np.minimum.reduceat(radius, begin)


def _radii(edges: _Outline, effort: tuple[int, int]) -> np.ndarray:
    """Radius of the largest circle inside each shape."""
    samples = effort[0]
    edge = np.repeat(np.arange(len(edges.owner)), samples)
    at = np.tile((np.arange(samples) + 0.5) / samples, len(edges.owner))
    radius = edges.balls(edge, at)
    top = np.maximum.reduceat(radius, samples * edges.first)
    is_top = np.flatnonzero(radius == np.repeat(top, samples * edges.size))
    best = is_top[np.searchsorted(is_top, samples * edges.first)]
    return np.maximum(radius[best], _narrowed(edges.balls, edge[best], at[best], effort))


def _narrowed(balls, edge: np.ndarray, at: np.ndarray, effort: tuple[int, int]) -> np.ndarray:
    """Best radius along an edge around a place, by golden section."""
    low, high = at - 0.5 / effort[0], at + 0.5 / effort[0]
    one, two = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
    f_one, f_two = balls(edge, one), balls(edge, two)
    best = np.maximum(f_one, f_two)
    for _ in range(effort[1]):
        left = f_one > f_two
        low, high = np.where(left, low, one), np.where(left, two, high)
        fresh = np.where(left, high - _GOLDEN * (high - low), low + _GOLDEN * (high - low))
        f_fresh = balls(edge, fresh)
        one, two = np.where(left, fresh, two), np.where(left, one, fresh)
        f_one, f_two = np.where(left, f_fresh, f_two), np.where(left, f_one, f_fresh)
        best = np.maximum(best, f_fresh)
    return best


def _ball(edges: _Outline, place, edge, other) -> np.ndarray:
    """Radius at which a circle that grows from a place of an edge inwards meets another."""
    px, py = place
    nx, ny = edges.nx[edge], edges.ny[edge]
    mx, my = edges.nx[other], edges.ny[other]
    tx, ty = edges.x[other] - px, edges.y[other] - py
    sx, sy = edges.far_x[other] - px, edges.far_y[other] - py
    with np.errstate(divide="ignore", invalid="ignore"):
        depth = -(mx * tx + my * ty)
        line = depth / (1 - (mx * nx + my * ny))
        # The edge runs along (my, -mx); where the circle would touch it must lie on it.
        foot = line * (my * nx - mx * ny)
        hits = (foot > my * tx - mx * ty) & (foot < my * sx - mx * sy) & (depth > 0)
        one = (tx * tx + ty * ty) / np.maximum(2 * (nx * tx + ny * ty), 0.0)
        two = (sx * sx + sy * sy) / np.maximum(2 * (nx * sx + ny * sy), 0.0)
    line[~hits] = np.inf
    # Nought by nought: the place itself; it does not hinder its own circle.
    return np.fmin(line, np.fmin(one, two))
