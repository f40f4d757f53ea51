"""The map on a dispute sheet: both lines, the ground between, houses with their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from zoning.cartography.page.canvas import Canvas
from zoning.lang.dispute_words import word
from zoning.model.tolerances import in_a_row, tolerance

__all__ = ["MapWindow", "draw_map", "turning_points"]

_SCALES = in_a_row("dispute_scales")
BLUE, RED, GREEN = (0.0, 0.36, 0.62), (0.78, 0.30, 0.0), (0.0, 0.45, 0.33)
_PATCH = (1.0, 0.93, 0.62)
_TURN = tolerance("dispute_turn")
_BOTH, _GAP = tolerance("dispute_both"), tolerance("dispute_gap")


@dataclass(frozen=True)
class MapWindow:
    """Where ground coordinates come on the paper (millimetres, y down)."""

    x: float
    y: float
    width: float
    height: float
    scale: float
    centre: tuple[float, float]

    @classmethod
    def around(cls, shape, x: float, y: float, width: float, height: float) -> MapWindow:
        """The largest round scale at which a shape fits with some of its surroundings."""
        x0, y0, x1, y1 = shapely.bounds(shape)
        room = max(0.12 * max(x1 - x0, y1 - y0), 12.0)
        need = max((x1 - x0 + 2 * room) / width, (y1 - y0 + 2 * room) / height) * 1000
        scale = next((s for s in _SCALES if s >= need), need)
        return cls(x, y, width, height, scale, ((x0 + x1) / 2, (y0 + y1) / 2))

    def paper(self, xy) -> np.ndarray:
        """Points on the paper."""
        mm = 1000 / self.scale
        east = self.x + self.width / 2 + (xy[:, 0] - self.centre[0]) * mm
        north = self.y + self.height / 2 - (xy[:, 1] - self.centre[1]) * mm
        return np.column_stack([east, north])

    @property
    def window(self):
        """The ground shown, as a box."""
        w, h = self.width * self.scale / 2000, self.height * self.scale / 2000
        cx, cy = self.centre
        return shapely.box(cx - w, cy - h, cx + w, cy + h)


def turning_points(line) -> np.ndarray:
    """Vertices at which a line turns, ends included, in order along it, shape (n, 2)."""
    if line is None or shapely.is_empty(line):
        return np.empty((0, 2))
    parts = shapely.get_parts(shapely.line_merge(line, directed=True))
    simple = shapely.simplify(parts, _TURN)
    order = np.argsort(-shapely.length(simple), kind="stable")
    return shapely.get_coordinates(simple[order])


def draw_map(
    canvas: Canvas,
    extent: MapWindow,
    *,
    patch,
    sides: Sequence,
    line=None,
    decided: bool = False,
    statutory=None,
    buildings: gpd.GeoDataFrame | None = None,
    barriers: gpd.GeoDataFrame | None = None,
    zones: gpd.GeoDataFrame | None = None,
    lang: str = "en",
) -> None:
    """Draw the map of one dispute.

    Parameters
    ----------
    patch : Polygon
        The ground in dispute.
    sides : sequence of geometry
        Outline of A and of B.
    line : geometry, optional
        As agreed (`decided`) or as proposed, with its turning points.
    buildings : GeoDataFrame, optional
        ``number`` or ``building_id`` is written beside each one.
    """
    box = extent.window
    with canvas.clipped(extent.x, extent.y, extent.width, extent.height):
        _areas(canvas, extent, [patch], fill=_PATCH)
        for frame, tone, width in ((zones, 0.55, 0.15), (barriers, 0.72, 0.5)):
            if frame is not None and len(frame):
                shapes = frame.geometry.to_numpy()
                edge = shapely.boundary(shapes) if frame is zones else shapes
                dash = (0.8, 0.8) if frame is zones else ()
                _lines(canvas, extent, shapely.intersection(edge, box), tone, width, dash)
        numbers = _houses(canvas, extent, buildings, box)
        _borders(canvas, extent, sides, box)
        if statutory is not None:
            _lines(canvas, extent, [shapely.intersection(statutory, box)], GREEN, 0.7, (3, 1, 1, 1))
        taken = _turns(canvas, extent, line, decided) if line is not None else []
        _write_numbers(canvas, numbers, taken)
        _road_names(canvas, extent, barriers, box, taken)
    canvas.rect(extent.x, extent.y, extent.width, extent.height, stroke=0.0, width=0.3)
    _scale_bar(canvas, extent, lang)


def _parts(shapes) -> np.ndarray:
    parts = shapely.get_parts(np.asarray(shapes, dtype=object))
    return parts[shapely.get_dimensions(parts) == 1]


def _lines(canvas, extent, shapes, tone, width, dash=()) -> None:
    parts = _parts(shapes)
    if len(parts) == 0:
        return
    xy, at = shapely.get_coordinates(parts, return_index=True)
    starts = np.flatnonzero(np.r_[True, at[1:] != at[:-1]]).tolist()
    canvas.path(extent.paper(xy), starts, stroke=tone, width=width, dash=dash)


def _areas(canvas, extent, shapes, **options) -> None:
    rings = shapely.get_rings(shapely.get_parts(np.asarray(shapes, dtype=object)))
    if len(rings) == 0:
        return
    xy, at = shapely.get_coordinates(rings, return_index=True)
    starts = np.flatnonzero(np.r_[True, at[1:] != at[:-1]]).tolist()
    canvas.path(extent.paper(xy), starts, closed=True, **options)


def _borders(canvas, extent, sides, box) -> None:
    """A solid, B dashed, and where both agree one black line."""
    a, b = (shapely.intersection(shapely.boundary(s), box) for s in sides)
    near = [shapely.buffer(x, _BOTH) for x in (a, b)]
    both = shapely.intersection(a, near[1])
    _lines(canvas, extent, [both], 0.0, 0.5)
    _lines(canvas, extent, [shapely.difference(a, near[1])], BLUE, 0.6)
    _lines(canvas, extent, [shapely.difference(b, near[0])], RED, 0.6, (2.4, 1.0))


def _houses(canvas, extent, buildings, box) -> list[tuple[float, float, str]]:
    if buildings is None or len(buildings) == 0:
        return []
    shapes = buildings.geometry.to_numpy()
    flat = shapely.get_dimensions(shapes) < 2
    shapes = np.where(flat, shapely.buffer(shapes, 1.2 * extent.scale / 1000), shapes)
    shown = shapely.intersects(shapes, box)
    _areas(canvas, extent, shapes[shown], fill=0.85, stroke=0.25, width=0.15)
    column = "number" if "number" in buildings and buildings["number"].notna().any() else None
    column = column or ("building_id" if "building_id" in buildings else None)
    if column is None or extent.scale > 5000:
        return []
    points = extent.paper(shapely.get_coordinates(shapely.point_on_surface(shapes[shown])))
    texts = buildings[column].astype("str").where(buildings[column].notna(), "").to_numpy()[shown]
    return [(x, y, t) for (x, y), t in zip(points.tolist(), texts, strict=True) if t]


def _turns(canvas, extent, line, decided: bool) -> list:
    _lines(canvas, extent, [line], 1.0, 1.6)
    _lines(canvas, extent, [line], 0.0, 0.8, () if decided else (1.6, 0.8))
    taken: list[tuple[float, float, float, float]] = []
    for i, (x, y) in enumerate(extent.paper(turning_points(line)).tolist(), start=1):
        canvas.circle(x, y, 0.6, fill=1.0, stroke=0.0, width=0.25)
        _label(canvas, taken, x, y, str(i), 6.5, bold=True)
    return taken


def _write_numbers(canvas, numbers, taken) -> None:
    for x, y, text in numbers:
        _label(canvas, taken, x, y, text, 5.5, centred=True)


def _label(canvas, taken, x, y, text, size, *, bold=False, centred=False) -> None:
    """A label where it covers no other; left out where there is no such place."""
    width, height = canvas.letters.width(text, size, bold), size * 0.3
    spots = [(x - width / 2, y + height / 2)] if centred else []
    spots += [(x + 1, y - 0.6), (x + 1, y + height + 0.4), (x - width - 1, y - 0.6),
              (x - width - 1, y + height + 0.4)]  # fmt: skip
    for left, base in spots:
        box = (left, base - height, left + width, base)
        if not any(_meet(box, other) for other in taken):
            taken.append(box)
            canvas.text(left, base, text, size, bold=bold, halo=0.35)
            return


def _meet(one, other, gap: float = _GAP) -> bool:
    return not (
        one[2] + gap < other[0]
        or other[2] + gap < one[0]
        or one[3] + gap < other[1]
        or other[3] + gap < one[1]
    )


def _road_names(canvas, extent, barriers, box, taken) -> None:
    """Each name once, along the longest piece of its road in the map."""
    if barriers is None or "name" not in barriers or len(barriers) == 0:
        return
    named = barriers[barriers["name"].notna()]
    pieces = shapely.intersection(named.geometry.to_numpy(), box)
    seen: set[str] = set()
    for i in np.argsort(-shapely.length(pieces), kind="stable"):
        name = str(named["name"].iloc[i])
        if name in seen or len(seen) >= 12 or shapely.length(pieces[i]) == 0:
            continue
        part = _parts([pieces[i]])
        longest = part[np.argmax(shapely.length(part))]
        width = canvas.letters.width(name, 6) * extent.scale / 1000
        if longest.length < 1.2 * width:
            continue
        middle = longest.length / 2
        ends = shapely.line_interpolate_point(longest, [middle - width / 2, middle + width / 2])
        (x0, y0), (x1, y1) = extent.paper(shapely.get_coordinates(ends)).tolist()
        if x1 < x0:
            x0, y0, x1, y1 = x1, y1, x0, y0
        cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
        half = canvas.letters.width(name, 6) / 2
        box_here = (cx - half, cy - half / 2, cx + half, cy + half / 2)
        if any(_meet(box_here, other) for other in taken):
            continue
        taken.append(box_here)
        seen.add(name)
        angle = float(np.arctan2(y1 - y0, x1 - x0))
        canvas.text(cx, cy + 0.7, name, 6, angle=angle, align="center", tone=0.3, halo=0.35)


def _scale_bar(canvas, extent, lang) -> None:
    ground = next(
        d for d in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 1e9)
        if d * 1000 / extent.scale >= 15
    )  # fmt: skip
    length = ground * 1000 / extent.scale
    x, y = extent.x + 4, extent.y + extent.height - 4
    canvas.rect(x - 2, y - 5.5, length + 22, 7.5, fill=1.0)
    canvas.rect(x, y - 1.2, length / 2, 1.2, fill=0.0)
    canvas.rect(x, y - 1.2, length, 1.2, stroke=0.0, width=0.2)
    text = f"{ground:,.0f} m    1:{extent.scale:,.0f}"
    canvas.text(x, y - 2, text, 6.5)
    # North arrow
    cx, cy = extent.x + extent.width - 7, extent.y + 12
    canvas.circle(cx, cy - 3, 6, fill=1.0)
    arrow = np.array([[cx, cy - 7], [cx + 2, cy], [cx, cy - 1.5], [cx - 2, cy]])
    canvas.path(arrow, [0], fill=0.0, closed=True)
    canvas.text(cx, cy + 3, word("n", lang), 7, align="center", bold=True)
