"""The sheets of one zone: the map, and enlargements where numbers would not fit."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import shapely

from zoning.cartography.book import frame_map as ground_map
from zoning.cartography.book import frame_panel as panel
from zoning.cartography.book.boundary_in_words import describe_boundary
from zoning.cartography.book.enlargements import drop_enlarged, enlargements, letters_of, mark
from zoning.cartography.book.frame import Frames, View, fit_view, frames
from zoning.cartography.book.frame_labels import Lettered, LetterOptions, letter_map, number_texts
from zoning.model.tolerances import tolerance

__all__ = ["ZoneSheet", "draw_zone_sheets", "plan_view"]


_FAR_MM = tolerance("name_is_far")


@dataclass
class ZoneSheet:
    """What was drawn on one sheet, for the index and for measuring.

    Parameters
    ----------
    zone_code : str
    number : str
        As printed, ``12`` or ``12b`` for an enlargement.
    scale : int
    lettered : Lettered
    shown : set of int
        Rows of the buildings whose number is legible here.
    """

    zone_code: str
    number: str
    scale: float
    lettered: Lettered
    shown: set[int] = field(default_factory=set)


def plan_view(geom, paper: str, houses=None):
    """Frames and view of a zone's sheet, upright or on its side, whichever shows it larger.

    Buildings a little outside the zone (a straddling one, a point on the wrong side of the
    street) are on the map; one that is further off than the zone is wide is not.
    """
    bounds = np.array(shapely.bounds(geom))
    if houses is not None and len(houses):
        reach = max(100.0, *(bounds[2:] - bounds[:2]))
        near = ((houses > bounds[:2] - reach) & (houses < bounds[2:] + reach)).all(axis=1)
        if near.any():
            low, high = houses[near].min(axis=0), houses[near].max(axis=0)
            bounds = np.concatenate([np.minimum(bounds[:2], low), np.maximum(bounds[2:], high)])
    choices = [(f, fit_view(f.map, bounds)) for f in (frames(paper, False), frames(paper, True))]
    return min(choices, key=lambda c: (c[1].scale, c[0].landscape))


def draw_zone_sheets(book, row: int, number: int) -> list[ZoneSheet]:
    """Draw the sheets of one zone that has a polygon.

    Parameters
    ----------
    book : Book
        The document, its data and options (see `zoning.cartography.book.book`).
    row : int
        The zone.
    number : int
        Number of its first sheet.
    """
    data, options = book.data, book.options
    members = data.members(row)
    geom = data.zone_geoms[row]
    houses = data.house_points[data.houses_of(members)]
    layout, view = plan_view(geom, options.paper, houses)
    main = _Sheet(layout, view, members, str(number), geom, main=True)
    drawn, details = _draw(book, main)
    sheets = [drawn]
    for k, (layout, view) in enumerate(details):
        tag = f"{number}{letters_of(k)}"
        sheets.append(_draw(book, _Sheet(layout, view, members, tag, geom, main=False))[0])
    return sheets


@dataclass(frozen=True)
class _Sheet:
    """What is to be drawn on one sheet: frames, view, zones (a stack has several), number."""

    layout: Frames
    view: View
    members: np.ndarray
    number: str
    geom: object
    main: bool


def _draw(book, sheet: _Sheet):
    """Draw one sheet; what was lettered, and the views of its enlargements."""
    data, options, view, members = book.data, book.options, sheet.view, sheet.members
    canvas = book.document.sheet(sheet.layout.paper, sheet.layout.landscape)
    diagram = _corner(data, view, members) if sheet.main and len(members) > 1 else None
    with canvas.clipped(view.x, view.y, view.width, view.height):
        lines, zone_line = _draw_map(book, canvas, view, members)
        lettered = _letter(book, canvas, sheet, diagram, lines, zone_line)
        details = []
        if sheet.main and not options.base_map:
            details = enlargements(book, view, members, lettered, canvas.letters)
            drop_enlarged(lettered, details, data, view.scale)
        if not options.base_map:
            _walk(canvas, data, view, members)
        draw_labels(canvas, lettered, view, sheet.geom)
        for k, (_, inner) in enumerate(details):
            tag = f"{sheet.number}{letters_of(k)}"
            assert lettered.ground is not None, "only a lettered map has enlargements"
            lettered.labels.append(mark(canvas, view, inner, tag, lettered.ground))
    if diagram:
        book.draw_stack(canvas, diagram, members)
    _around(book, canvas, sheet, lettered, details)
    book.document.finish(canvas)
    shown = {int(lettered.houses[a.owner]) for a in lettered.labels if a.kind == "number"}
    code = str(data.zone_code[members[0]])
    return ZoneSheet(code, sheet.number, view.scale, lettered, shown), details


def _draw_map(book, canvas, view: View, members):
    """Everything below the texts; lines and the zone's boundary on the page."""
    data = book.data
    style = ground_map.Style(pale=book.options.base_map)
    around = ground_map.look_around(data, view)
    ground_map.draw_ground(canvas, data, view, members, style)
    lines = ground_map.draw_lines(canvas, data, view, around, style)
    ground_map.draw_houses(canvas, data, view, around, members, style)
    return lines, ground_map.draw_zone(canvas, data, view, around, members, style)


def _letter(book, canvas, sheet: _Sheet, diagram, lines, zone_line) -> Lettered:
    view, options = sheet.view, book.options
    keep_free = [panel.north_box(view)]
    if diagram:
        x, y, wide, high = diagram
        keep_free.append((x, y, x + wide, y + high))
    how = LetterOptions(
        numbers=not options.base_map,
        public=options.public,
        reach=10.0 if sheet.main else 60.0,
        keep_free=tuple(keep_free),
    )
    return letter_map(
        book.data, view, sheet.members, lines, zone_line, tracer=book.tracer,
        width_of=canvas.letters.width, options=how,
    )  # fmt: skip


def _corner(data, view: View, members) -> tuple[float, float, float, float]:
    """Where the diagram of a stack hides the fewest of its buildings."""
    wide, high = 50.0, min(42.0, 7.0 * len(members) + 7.0)
    spots = view.paper(data.house_points[data.houses_of(members)])
    right, low = view.x + view.width - wide - 1, view.y + view.height - high - 1
    corners = [(view.x + 1, low), (right, low), (view.x + 1, view.y + 1)]

    def hidden(corner) -> int:
        off = spots - corner
        return int(((off > -3) & (off < (wide + 3, high + 3))).all(axis=1).sum())

    return (*min(corners, key=hidden), wide, high)


def draw_labels(canvas, lettered: Lettered, view: View, geom) -> None:
    """Print the texts of a map, those far from the zone `geom` in grey."""
    far = _far(lettered.labels, view, geom)
    for label in lettered.labels:
        if label.leader is not None:
            x, y = label.leader
            canvas.line(x, y, label.x, label.y, stroke=0.0, width=0.15)
            canvas.squares([(x, y)], 0.5)
    for label, grey in zip(lettered.labels, far):
        if label.kind == "key":
            canvas.circle(label.x, label.y, 1.5, fill=1.0, stroke=0.0, width=0.2)
            canvas.middle(label.x, label.y - 0.2, label.text, label.size, align="center")
            continue
        tone = ground_map.WATER if label.kind == "water" else 0.42 if grey else 0.0
        if label.kind == "neighbour":
            tone = 0.3
        # Figures and capitals are centred on the box; names leave room for accents and feet.
        drop = (0.365 if label.kind in ("number", "neighbour") else 0.33) * label.size * 25.4 / 72
        x = label.x - np.sin(label.angle) * drop
        y = label.y + np.cos(label.angle) * drop
        canvas.text(
            x, y, label.text, label.size, angle=label.angle, align="center", tone=tone,
            halo=0.3, bold=label.kind == "neighbour",
        )  # fmt: skip


def _far(labels, view: View, geom) -> np.ndarray:
    """Whether each text but a number is more than `_FAR_MM` outside the zone on the page."""
    if not labels:
        return np.zeros(0, bool)
    spots = shapely.points([view.ground(a.x, a.y) for a in labels])
    shapely.prepare(geom)
    near = shapely.dwithin(geom, spots, _FAR_MM * view.scale / 1000)
    return ~(near | np.array([a.kind == "number" for a in labels], bool))


def _walk(canvas, data, view, members) -> None:
    rows = data.houses_of(members[:1])
    rows = rows[data.house_number[rows] >= 0]
    if not len(rows):
        return
    spots = view.paper(data.house_points[rows])
    ground_map.draw_walk(canvas, spots)
    gate = data.entry(int(members[0]))
    if gate is not None:
        ground_map.draw_entry(canvas, view.paper(gate[None, :])[0], spots[0])


def _around(book, canvas, sheet: _Sheet, lettered, details) -> None:
    data, options, words = book.data, book.options, book.words
    layout, view, row = sheet.layout, sheet.view, int(sheet.members[0])
    zone = data.zones.iloc[row]
    code = str(zone["zone_code"])
    panel.draw_frame(canvas, view)
    panel.draw_north(canvas, view, words["north"])
    title = f"{words['base_map'] if options.base_map else words['zone_map']}  {code}"
    if not sheet.main:
        title += f"  {words['enlargement']} {sheet.number}"
    panel.draw_head(
        canvas, layout.head, title=book.title, main=title, below=book.where(row),
        right=words.sheet(sheet.number), status=words.status(zone["status"]),
    )  # fmt: skip
    panel.draw_scale(canvas, layout.scale, view)
    signs = _signs(book, lettered, view, details)
    panel.draw_legend(canvas, layout.legend, signs, heading=words["legend"])
    panel.draw_figures(canvas, layout.figures, figures(zone, words, data.known_figures))
    panel.draw_words(canvas, layout.words, _said(book, sheet, zone, lettered))
    book.draw_inset(canvas, layout.inset, row)
    lon, lat = data.centres[row]
    panel.draw_code(canvas, layout.code, code=code, lon=lon, lat=lat, words=words)
    panel.draw_boxes(
        canvas, layout.boxes, words=words, drafter=options.drafter, reviewer=options.reviewer,
        date=options.date_text,
    )  # fmt: skip
    panel.draw_notice(canvas, layout.notice, notice=book.notice, attribution=book.attribution)


def _said(book, sheet: _Sheet, zone, lettered) -> list[tuple[str, str]]:
    """Headings and paragraphs: boundary, names and uses by letter, buildings not on the map."""
    data, words, row = book.data, book.words, int(sheet.members[0])

    def short(i: int) -> str:
        return str(data.zone_code[i])[-data.zone_digits :]

    text = describe_boundary(
        book.tracer.barriers(row, data.line_group), words=words,
        feature=lambda i: (data.line_kind[i], data.line_name[i]),
        foreign=lambda i: book.foreign(row, i), number=short,
    )  # fmt: skip
    inside = [short(i) for i in book.tracer.enclaves(row)]
    text = f"{text} {words.holes(inside, book.tracer.parts(row))}".strip()
    blocks = [(words["boundary"], book.note(zone) + text), *_notes(book, lettered)]
    if sheet.main and not book.options.base_map:
        blocks.append((words["off_map"], _off_map(data, sheet.members, lettered)))
    return blocks


def figures(zone, words, known) -> list[tuple[str, str]]:
    """The figures of a zone as label and text, a dash where unknown.

    `known` names the columns in which any zone has a figure.
    """
    cells = []
    for label, column in (
        ("buildings", "n_buildings"), ("households", "households"), ("persons", "persons")
    ):  # fmt: skip
        text = "–"
        if column in known and pd.notna(zone[column]):
            text = f"{int(zone[column]):,}".replace(",", " ")
        cells.append((words[label], text))
    area = zone["area_m2"]
    if pd.isna(area):
        area = zone["geometry"].area if zone["geometry"] is not None else float("nan")
    if area == area:
        text = f"{area / 1e6:.2f} km²" if area >= 1e6 else f"{area / 1e4:.1f} ha"
        cells.append((words["area"], text))
    return cells


def _signs(book, lettered, view, details) -> list[tuple[str, str]]:
    words, data = book.words, book.data
    around = ground_map.look_around(data, view)
    kinds = set(data.line_kind[around.lines].tolist())
    ranks = data.line_rank[around.lines][data.line_kind[around.lines] == "road"]
    pale = book.options.base_map
    signs = [("draw", words["l_draw"]) if pale else ("boundary", words["l_boundary"])]
    signs.append(("neighbour", words["l_neighbour"]))
    if len(data.districts):
        signs.append(("district", words["l_district"]))
    if len(around.houses) and not pale:
        signs.append(("home", words["l_home"]))
        if len(lettered.houses) and (data.use_letter[lettered.houses] != "").any():
            signs.append(("other", words["l_other"]))
        signs.append(("outside", words["l_outside"]))
        signs.append(("walk", words["l_walk"]))
    if (ranks <= 3).any():
        signs.append(("street", words["l_street"]))
    if (ranks > 3).any():
        signs.append(("path", words["l_path"]))
    if "river" in kinds:
        signs.append(("water", words["l_water"]))
    if "rail" in kinds:
        signs.append(("rail", words["l_rail"]))
    if details:
        signs.append(("detail", words["l_detail"]))
    return signs


def _off_map(data, members, lettered) -> str:
    """Numbers of buildings that lie too far from their zone to be on its map."""
    rows = np.setdiff1d(data.houses_of(members), lettered.houses)
    return ", ".join(number_texts(data, rows, public=True))


def _notes(book, lettered) -> list[tuple[str, str]]:
    """Streets and uses that stand on the map as a letter."""
    words, data = book.words, book.data
    notes = [(words["l_names"], ", ".join(f"{a} {n}" for a, n in lettered.keys))]
    if not book.options.public:
        used = sorted(set(data.use_letter[lettered.houses]) - {""})
        text = ", ".join(f"{c} {book.use_name(data.uses[c])}" for c in used)
        notes.append((words["l_uses"], text))
    return notes
