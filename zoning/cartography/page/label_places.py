"""Places for the texts of a map page so that none lies on another.

The page is a grid of quarter millimetres. A text may stand where all cells under it are free;
it then takes them. This makes "no two labels overlap" a property of the method instead of an
aim: boxes are rounded outwards to whole cells. Candidate positions around a point follow the
order of preference that cartographers use (on it, right of it, above, below, left; Imhof 1975);
a number that finds no room next to its building stands further off with a leader line.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from zoning.model.tolerances import tolerance

__all__ = ["CELL", "PageGround", "PlacedLabel", "place_beside", "place_numbers"]

CELL = tolerance("label_cell")
_GAP = tolerance("label_gap")
_MM = 25.4 / 72
#: Directions of the candidate places around a point, best first (x right, y down).
_AROUND = ((1, 0), (0, -1), (0, 1), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1))


@dataclass(frozen=True)
class PlacedLabel:
    """One text where it will be printed.

    Parameters
    ----------
    text : str
        What is printed.
    kind : str
        ``number``, ``street``, ``water``, ``rail``, ``neighbour``, ``key``.
    x, y : float
        Centre of the text, millimetres on the page.
    width, height : float
        Box of the letters, millimetres.
    size : float
        Points.
    angle : float
        Radians clockwise on the page.
    leader : tuple of float or None
        Point on the ground that a line leads to.
    owner : int
        Which feature the text belongs to; letters of one curved name share it.
    """

    text: str
    kind: str
    x: float
    y: float
    width: float
    height: float
    size: float
    angle: float = 0.0
    leader: tuple[float, float] | None = None
    owner: int = -1

    def corners(self) -> np.ndarray:
        """The four corners of the box, shape (4, 2)."""
        half = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * (self.width / 2, self.height / 2)
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        return half @ np.array([[cos, sin], [-sin, cos]]) + (self.x, self.y)


class PageGround:
    """Which parts of a map frame are taken by texts, and where lines are dense.

    Parameters
    ----------
    x, y, width, height : float
        The frame on the page, millimetres.
    """

    def __init__(self, x: float, y: float, width: float, height: float):
        self.frame = (x, y, x + width, y + height)
        shape = (math.ceil(height / CELL), math.ceil(width / CELL))
        self.taken = np.zeros(shape, bool)
        self.ink = np.zeros(shape, np.uint8)

    def _cells(self, x0, y0, x1, y1) -> tuple[slice, slice]:
        left, top = self.frame[:2]
        rows = slice(int((y0 - top) / CELL), math.ceil((y1 - top) / CELL))
        return rows, slice(int((x0 - left) / CELL), math.ceil((x1 - left) / CELL))

    def inside(self, x0, y0, x1, y1) -> bool:
        """Whether a box lies wholly in the frame."""
        frame = self.frame
        return x0 >= frame[0] and y0 >= frame[1] and x1 <= frame[2] and y1 <= frame[3]

    def free(self, x0, y0, x1, y1) -> bool:
        """Whether a box lies in the frame and touches no text."""
        return self.inside(x0, y0, x1, y1) and not self.taken[self._cells(x0, y0, x1, y1)].any()

    def take(self, x0, y0, x1, y1) -> None:
        """Keep a box, cut to the frame, for a text or symbol."""
        frame = self.frame
        x0, y0 = max(x0, frame[0]), max(y0, frame[1])
        x1, y1 = min(x1, frame[2]), min(y1, frame[3])
        if x0 < x1 and y0 < y1:
            self.taken[self._cells(x0, y0, x1, y1)] = True

    def darkness(self, x0, y0, x1, y1) -> int:
        """How many cells under a box hold lines."""
        return int(self.ink[self._cells(x0, y0, x1, y1)].sum())

    def _index(self, xy) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        cells = ((xy - self.frame[:2]) / CELL).astype(np.intp)
        rows, columns = cells[:, 1], cells[:, 0]
        # Truncation towards zero would let a point just outside count as inside.
        shape = self.ink.shape
        good = (xy[:, 0] >= self.frame[0]) & (xy[:, 1] >= self.frame[1])
        good &= (rows < shape[0]) & (columns < shape[1])
        return rows, columns, good

    def points_free(self, xy) -> bool:
        """Whether points lie in the frame and on no text."""
        rows, columns, good = self._index(xy)
        return bool(good.all()) and not self.taken[rows, columns].any()

    def open_at(self, xy) -> np.ndarray:
        """For each point, whether it lies in the frame and on no text."""
        rows, columns, good = self._index(xy)
        good[good] = ~self.taken[rows[good], columns[good]]
        return good

    def take_points(self, xy) -> None:
        """Keep the cells under points."""
        rows, columns, good = self._index(xy)
        self.taken[rows[good], columns[good]] = True

    def draw(self, xy, starts, weight: int = 1) -> None:
        """Note lines (points in millimetres, index of each line's first point) as ink."""
        if len(xy) < 2:
            return
        within = np.ones(len(xy) - 1, bool)
        within[np.asarray(starts[1:], int) - 1] = False
        a, b = xy[:-1][within], xy[1:][within]
        steps = np.ceil(np.hypot(*(b - a).T) / CELL).astype(int).clip(1, 4000)
        row = np.repeat(np.arange(len(a)), steps)
        part = (np.arange(len(row)) - np.repeat(np.cumsum(steps) - steps, steps)) / steps[row]
        rows, columns, good = self._index(a[row] + (b - a)[row] * part[:, None])
        self.ink[rows[good], columns[good]] = weight


def place_beside(ground, x, y, width, height, gap=_GAP, reach=1) -> tuple[float, float] | None:
    """Centre of the best free place on or around a point, or ``None``."""
    best, price = None, math.inf
    half_w, half_h = width / 2, height / 2
    for ring in range(1, reach + 1):
        for rank, (dx, dy) in enumerate(_AROUND):
            cx = x + dx * (half_w + gap * ring)
            cy = y + dy * (half_h + gap * ring)
            box = (cx - half_w, cy - half_h, cx + half_w, cy + half_h)
            if not ground.free(*box):
                continue
            cost = rank + 8 * (ring - 1) + 0.5 * ground.darkness(*box)
            if cost < price:
                best, price = (cx, cy), cost
        if best:
            break
    return best


def _far_place(ground, x, y, width, height, reach) -> tuple[float, float] | None:
    """Centre of the nearest free place that a line from the point reaches freely."""
    half_w, half_h = width / 2, height / 2
    radius = 2.0
    while radius <= reach:
        count = max(12, int(radius * 2))
        for turn in range(count):
            angle = 2 * math.pi * turn / count
            cx, cy = x + radius * math.cos(angle), y + radius * math.sin(angle)
            box = (cx - half_w, cy - half_h, cx + half_w, cy + half_h)
            if ground.free(*box) and ground.points_free(_between(x, y, cx, cy)):
                return cx, cy
        radius += 1.0
    return None


def _between(x, y, cx, cy) -> np.ndarray:
    """Points along a leader, its first and last part left out."""
    count = max(2, int(math.hypot(cx - x, cy - y) / CELL))
    part = np.linspace(0.15, 0.85, count)[:, None]
    return np.array([[x, y]]) + part * np.array([[cx - x, cy - y]])


def place_numbers(
    ground, points, texts, sizes, *, solid, width_of, reach=0.0
) -> tuple[list[PlacedLabel], list[int]]:
    """Numbers on or beside their buildings.

    Parameters
    ----------
    ground : PageGround
        The page; places found are taken.
    points : array of float, shape (n, 2)
        A point on each building, millimetres on the page.
    texts : sequence of str
        What stands there.
    sizes : sequence of float
        Sizes in points to try, largest first.
    solid : array of float
        Half the side of a small building or symbol that the text should stay off; 0 where it
        is large enough to be written on.
    width_of : callable
        (text, size) to millimetres.
    reach : float
        How far off a number may stand with a leader line, millimetres.

    Returns
    -------
    list of PlacedLabel, list of int
        Labels placed, with the position in `texts` as `owner`, and the positions for which no
        room was found.
    """
    placed: list[PlacedLabel] = []
    waiting = list(range(len(texts)))
    for step, size in enumerate(sizes):
        left = []
        height = size * _MM * 0.73 + 0.3
        for i in waiting:
            x, y = float(points[i][0]), float(points[i][1])
            width = width_of(texts[i], size) + 0.4
            spot = _near_place(ground, x, y, width, height, float(solid[i]), step)
            if spot is None:
                left.append(i)
                continue
            placed.append(_take(ground, texts[i], spot, width, height, size, None, i))
        waiting = left
    if reach and waiting:
        left, size = [], sizes[-1]
        height = size * _MM * 0.73 + 0.3
        for i in waiting:
            x, y = float(points[i][0]), float(points[i][1])
            width = width_of(texts[i], size) + 0.4
            spot = _far_place(ground, x, y, width, height, reach)
            if spot is None:
                left.append(i)
                continue
            ground.take_points(_between(x, y, *spot))
            placed.append(_take(ground, texts[i], spot, width, height, size, (x, y), i))
        waiting = left
    return placed, waiting


def _near_place(ground, x, y, width, height, solid, step):
    half_w, half_h = width / 2, height / 2
    centre = ground.free(x - half_w, y - half_h, x + half_w, y + half_h)
    if centre and (not solid or step > 1):
        return x, y
    spot = place_beside(ground, x, y, width, height, gap=solid + 0.2)
    if spot is None and step:
        spot = place_beside(ground, x, y, width, height, gap=solid + 0.9, reach=2)
    return spot


def _take(ground, text, spot, width, height, size, leader, owner) -> PlacedLabel:
    x, y = spot
    ground.take(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    return PlacedLabel(text, "number", x, y, width, height, size, leader=leader, owner=owner)
