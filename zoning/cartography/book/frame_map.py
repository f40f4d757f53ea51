"""What is drawn inside the map frame of a sheet, below the texts.

Tones are chosen to stay apart on a grey copier: the zone is white on a light ground, its
boundary the darkest and widest line, water the only blue.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from zoning.cartography.book.frame import View, paper_lines
from zoning.geo.edges import edges_of, join_lines, pairing
from zoning.model.tolerances import in_a_row

__all__ = [
    "Style",
    "Surroundings",
    "draw_entry",
    "draw_ground",
    "draw_houses",
    "draw_lines",
    "draw_walk",
    "draw_zone",
    "look_around",
    "polygon_rings",
]

WATER = (0.25, 0.5, 0.75)
BOUNDARY = (0.62, 0.0, 0.16)
STREET_MM = in_a_row("street_widths")


@dataclass(frozen=True)
class Style:
    """How strongly things are drawn; `pale` for a base map to draw on."""

    pale: bool = False

    def tone(self, value: float) -> float:
        """A grey, lighter on a base map."""
        return value + (1 - value) * 0.45 if self.pale else value


@dataclass(frozen=True)
class Surroundings:
    """Rows of the layers that lie in a view."""

    zones: np.ndarray
    houses: np.ndarray
    lines: np.ndarray


def look_around(data, view: View) -> Surroundings:
    """What a view shows, in the order of the layers."""
    box = shapely.box(*view.extent)
    return Surroundings(
        np.sort(data.zone_tree.query(box)),
        np.sort(data.house_tree.query(box)),
        np.sort(data.line_tree.query(box, predicate="intersects")),
    )


def draw_ground(canvas, data, view, members, style: Style) -> None:
    """The light ground and the zone's white area.

    Parameters
    ----------
    members : array of int
        Rows of the zones that the sheet is about (a stack has several).
    """
    canvas.rect(view.x, view.y, view.width, view.height, fill=style.tone(0.95))
    xy, starts, _ = polygon_rings(data.zone_geoms[members[:1]], view)
    canvas.path(xy, starts, fill=1.0, closed=True)


def draw_houses(canvas, data, view, around, members, style: Style) -> None:
    """Buildings: those of the zone dark or outlined by use, the others pale."""
    rows = around.houses
    mine = np.isin(data.house_zone[rows], members)
    point = shapely.get_type_id(data.house_geoms[rows]) == 0
    home = data.is_home[rows]
    for chosen, fill, stroke, width in (
        (~mine, style.tone(0.86), None, 0.0),
        (mine & home, style.tone(0.74), style.tone(0.0), 0.13),
        (mine & ~home, 1.0, style.tone(0.0), 0.4),
    ):
        shapes = data.house_geoms[rows[chosen & ~point]]
        if len(shapes):
            xy, starts, _ = polygon_rings(shapes, view)
            canvas.path(xy, starts, fill=fill, stroke=stroke, width=width, closed=True)
        spots = view.paper(data.house_points[rows[chosen & point]])
        if len(spots):
            canvas.squares(spots, 1.3, fill=style.tone(0.0) if stroke is not None else fill)


def polygon_rings(geoms, view: View):
    """Rings of polygons cut to the page; clipped as areas, so that fills stay closed."""
    x0, y0, x1, y1 = view.wider(3.0)
    bounds = shapely.bounds(geoms)
    out = (
        (bounds[:, 0] < x0) | (bounds[:, 1] < y0) | (bounds[:, 2] > x1) | (bounds[:, 3] > y1)
    )  # fmt: skip
    if out.any():
        geoms = geoms.copy()
        geoms[out] = shapely.intersection(
            shapely.make_valid(geoms[out]), shapely.box(x0, y0, x1, y1)
        )
    shown = shapely.simplify(geoms, 0.05 * view.scale / 1000, preserve_topology=False)
    # A building too small to survive simplification is drawn as it is.
    lost = shapely.is_empty(shown)
    shown[lost] = geoms[lost]
    parts = shapely.get_parts(shown)
    rings = shapely.get_rings(parts[shapely.get_type_id(parts) == 3])
    xy, index = shapely.get_coordinates(rings, return_index=True)
    starts = np.flatnonzero(np.diff(index, prepend=-1))
    return view.paper(xy), starts, index


def draw_lines(canvas, data, view, around, style: Style):
    """Streets with casings, water, railways and other lines.

    Returns
    -------
    array, array, array
        Points on the page, starts and rows of the barriers, for the names.
    """
    rows = around.lines
    xy, starts, owner = paper_lines(data.line_geoms[rows], view)
    if not len(starts):
        return xy, starts, owner
    owner = rows[owner]
    kind, rank = data.line_kind[owner], data.line_rank[owner]
    pieces = np.split(xy, starts[1:])
    wide = np.array(STREET_MM) * (
        1.0 if view.scale <= 4000 else 0.75 if view.scale <= 10000 else 0.5
    )

    def put(chosen, **how):
        some = [pieces[i] for i in np.flatnonzero(chosen)]
        if some:
            begins = np.concatenate([[0], np.cumsum([len(p) for p in some])[:-1]])
            canvas.path(np.concatenate(some), begins, **how)

    road = kind == "road"
    put(kind == "river", stroke=WATER, width=0.9)
    put(road & (rank > 3), stroke=style.tone(0.45), width=0.3, dash=(1.6, 0.8))
    for casing in (True, False):
        for level in (3, 2, 1):
            width = wide[level - 1] + (0.3 if casing else 0.0)
            tone = style.tone(0.45) if casing else 1.0
            put(road & (rank == level), stroke=tone, width=width)
    put(kind == "rail", stroke=style.tone(0.2), width=0.7)
    put(kind == "rail", stroke=1.0, width=0.4, dash=(2.0, 2.0))
    other = ~np.isin(kind, ("road", "river", "rail"))
    put(other, stroke=style.tone(0.35), width=0.25, dash=(0.4, 0.8))
    return xy, starts, owner


def draw_zone(canvas, data, view, around, members, style: Style):
    """Boundaries: other zones thin and dashed, other districts with dots, this zone strong.

    Returns
    -------
    array, array
        The zone's own boundary on the page and where its lines begin.
    """
    others = np.setdiff1d(around.zones, members)
    xy, starts, _ = paper_lines(_once(data.zone_geoms[others], data.zone_geoms[members[:1]]), view)
    canvas.path(xy, starts, stroke=style.tone(0.4), width=0.25, dash=(1.4, 0.9))
    shown = data.district_lines(data.zone_district[members[0]])
    xy, starts, _ = paper_lines(shown, view)
    canvas.path(xy, starts, stroke=style.tone(0.75), width=2.4)
    canvas.path(xy, starts, stroke=style.tone(0.1), width=0.45, dash=(3.0, 1.0, 0.6, 1.0))
    xy, starts, _ = paper_lines(data.zone_geoms[members[:1]], view)
    if style.pale:
        canvas.path(xy, starts, stroke=0.45, width=0.5, dash=(2.0, 1.5))
    else:
        canvas.path(xy, starts, stroke=BOUNDARY, width=1.0)
    return xy, starts


def _once(geoms, drawn) -> np.ndarray:
    """The borders of polygons as lines, each once: twice, the dashes would fill their gaps.

    What `drawn` has of them is left out.
    """
    edges = edges_of(np.concatenate([drawn, geoms]))
    twin = pairing(edges)
    first = (twin < 0) | (np.arange(len(edges)) < twin)
    lines = edges.take(first & (edges.owner >= len(drawn))).lines
    return shapely.get_parts(join_lines(lines)) if len(lines) else lines


def draw_walk(canvas, points: np.ndarray) -> None:
    """The walking order as a dotted line from building to building."""
    if len(points) > 1:
        canvas.path(points, [0], stroke=0.3, width=0.18, dash=(0.3, 0.9))


def draw_entry(canvas, gate: np.ndarray, first: np.ndarray) -> None:
    """An arrow from where the walk enters to the first building."""
    way = first - gate
    length = float(np.hypot(*way))
    if length < 0.5:
        way, length = np.array([0.0, 1.0]), 1.0
    way = way / length
    side = np.array([-way[1], way[0]])
    tip = gate + way * 1.6
    ring = np.array(
        [tip, gate - way * 1.6 + side * 1.5, gate - way * 0.7, gate - way * 1.6 - side * 1.5]
    )
    canvas.path(ring, [0], fill=0.0, stroke=1.0, width=0.25, closed=True)
