"""Where things stand on a sheet: frames, scale ladder, the view of the map frame.

The binding margin of 35 mm is the left edge of an upright sheet and the upper edge of a sheet
on its side: bound together, both lie in the spine.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from zoning.cartography.page.canvas import PAPERS
from zoning.model.tolerances import by_name, in_a_row, tolerance

__all__ = ["BINDING_MM", "LADDER", "Frames", "View", "fit_view", "frames", "paper_lines"]

BINDING_MM = tolerance("binding_margin")
#: Denominators of the scales that a map may have.
LADDER = in_a_row("map_scales")
_EDGE = tolerance("paper_edge")
_SHEET = by_name("sheet_parts")
_HEAD = _SHEET["head"]
_PANEL = _SHEET["panel"]
_SIDE = _SHEET["side"]
_NOTICE = _SHEET["notice"]
_MARGIN, _SMALLEST = tolerance("view_margin"), tolerance("view_smallest")
_SIMPLIFIED = tolerance("line_simplified")
_ROUNDING = tolerance("rounding")


@dataclass(frozen=True)
class Frames:
    """Rectangles ``(x, y, width, height)`` of one sheet, millimetres."""

    paper: str
    landscape: bool
    head: tuple[float, float, float, float]
    map: tuple[float, float, float, float]
    scale: tuple[float, float, float, float]
    legend: tuple[float, float, float, float]
    figures: tuple[float, float, float, float]
    words: tuple[float, float, float, float]
    inset: tuple[float, float, float, float]
    code: tuple[float, float, float, float]
    boxes: tuple[float, float, float, float]
    notice: tuple[float, float, float, float]


def frames(paper: str, landscape: bool) -> Frames:
    """The frames of a zone's sheet."""
    width, height = PAPERS[paper]
    if landscape:
        return _on_its_side(paper, height, width)
    return _upright(paper, width, height)


def _upright(paper: str, width: float, height: float) -> Frames:
    left, right, top = BINDING_MM, width - _EDGE, _EDGE
    low = height - _EDGE
    span = right - left
    panel = low - _PANEL
    one, three = 54.0, 46.0
    two = span - one - three - 4
    b, c = left + one + 2, right - three
    return Frames(
        paper,
        False,
        head=(left, top, span, _HEAD),
        map=(left, top + _HEAD + 1, span, panel - 2 - (top + _HEAD + 1)),
        scale=(left, panel, one, 10),
        legend=(left, panel + 11, one, _PANEL - 11 - 28),
        figures=(b, panel, two, 11),
        words=(b, panel + 12, two, _PANEL - 12 - 28),
        inset=(c, panel, three, 28),
        code=(c, panel + 29, three, 20),
        boxes=(left, low - _NOTICE - 22, span, 21.5),
        notice=(left, low - _NOTICE, span, _NOTICE),
    )


def _on_its_side(paper: str, width: float, height: float) -> Frames:
    left, right, top, low = _EDGE, width - _EDGE, BINDING_MM, height - _EDGE
    span = right - left
    side = right - _SIDE
    start, end = top + _HEAD + 1, low - _NOTICE
    legend_top = start + 43
    boxes_top = end - 23.5
    words_top = max(legend_top + 30, boxes_top - 45)
    return Frames(
        paper,
        True,
        head=(left, top, span, _HEAD),
        map=(left, start, side - 2 - left, end - 1 - start),
        scale=(side, start + 32, _SIDE, 10),
        legend=(side, legend_top, _SIDE, words_top - 13 - legend_top),
        figures=(side, words_top - 12, _SIDE, 11),
        words=(side, words_top, _SIDE, boxes_top - words_top - 1),
        inset=(side, start, 46, 31),
        code=(side + 47, start, _SIDE - 47, 31),
        boxes=(side, boxes_top, _SIDE, 22.5),
        notice=(left, end, span, _NOTICE),
    )


@dataclass(frozen=True)
class View:
    """A piece of ground in a frame at a scale, north up.

    Parameters
    ----------
    x, y, width, height : float
        The frame on the page, millimetres.
    east, north : float
        Ground coordinates of the frame's middle, metres.
    scale : int
        Denominator.
    """

    x: float
    y: float
    width: float
    height: float
    east: float
    north: float
    scale: float

    def paper(self, xy: np.ndarray) -> np.ndarray:
        """Ground coordinates to millimetres on the page."""
        per = 1000.0 / self.scale
        out = (np.asarray(xy, float) - (self.east, self.north)) * (per, -per)
        return out + (self.x + self.width / 2, self.y + self.height / 2)

    def ground(self, x: float, y: float) -> tuple[float, float]:
        """Millimetres on the page to ground coordinates."""
        per = self.scale / 1000.0
        return (
            self.east + (x - self.x - self.width / 2) * per,
            self.north - (y - self.y - self.height / 2) * per,
        )

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """Least and greatest east and north of the frame."""
        half_w, half_h = (self.width * self.scale / 2000, self.height * self.scale / 2000)
        return (
            self.east - half_w, self.north - half_h, self.east + half_w, self.north + half_h
        )  # fmt: skip

    def wider(self, mm: float) -> tuple[float, float, float, float]:
        """The extent with so many millimetres of the page added on each side."""
        x0, y0, x1, y1 = self.extent
        more = mm * self.scale / 1000
        return x0 - more, y0 - more, x1 + more, y1 + more


def fit_view(frame, bounds, *, margin: float = _MARGIN, smallest: float = _SMALLEST) -> View:
    """The view of the largest scale of the ladder that shows `bounds` whole.

    Parameters
    ----------
    frame : tuple of float
        The map frame.
    bounds : tuple of float
        Least and greatest east and north on the ground.
    margin : float
        Millimetres to keep free on each side.
    smallest : float
        The least denominator, so that a tiny zone still shows its surroundings.
    """
    x, y, width, height = frame
    x0, y0, x1, y1 = bounds
    need = 1000 * max((x1 - x0) / (width - 2 * margin), (y1 - y0) / (height - 2 * margin))
    scale = next((s for s in LADDER if s >= max(need, smallest) * (1 - _ROUNDING)), LADDER[-1])
    return View(x, y, width, height, (x0 + x1) / 2, (y0 + y1) / 2, scale)


def paper_lines(geoms, view: View, *, tolerance: float = _SIMPLIFIED):
    """Lines or rings on the page, cut near the frame and simplified.

    Parameters
    ----------
    geoms : array of geometry
        Lines, rings or polygons (their rings are taken).
    view : View
    tolerance : float
        Millimetres on the page by which a line may be simplified.

    Returns
    -------
    array of float, array of int, array of int
        Points in millimetres, where each line begins, and which of `geoms` it belongs to.
    """
    none = np.zeros((0, 2)), np.zeros(0, int), np.zeros(0, int)
    geoms = np.asarray(geoms, dtype=object)
    if not len(geoms):
        return none
    parts, owner = shapely.get_parts(geoms, return_index=True)
    polygon = shapely.get_type_id(parts) == 3
    if polygon.any():
        rings, ring_owner = shapely.get_rings(parts[polygon], return_index=True)
        parts = np.concatenate([parts[~polygon], rings])
        owner = np.concatenate([owner[~polygon], owner[polygon][ring_owner]])
    lines = shapely.clip_by_rect(_as_lines(parts), *view.wider(3.0))
    lines, index = shapely.get_parts(lines, return_index=True)
    keep = shapely.get_type_id(lines) == 1
    lines, owner = lines[keep], owner[index[keep]]
    if not len(lines):
        return none
    lines = shapely.simplify(lines, tolerance * view.scale / 1000, preserve_topology=False)
    xy, index = shapely.get_coordinates(lines, return_index=True)
    starts = np.flatnonzero(np.diff(index, prepend=-1))
    return view.paper(xy), starts, owner


def _as_lines(parts: np.ndarray) -> np.ndarray:
    """Rings as lines: GEOS clips a ring to nothing where it turns back on itself."""
    ring = shapely.get_type_id(parts) == 2
    if not ring.any():
        return parts
    out = parts.copy()
    xy, index = shapely.get_coordinates(parts[ring], return_index=True)
    out[ring] = shapely.linestrings(xy, indices=index)
    return out
