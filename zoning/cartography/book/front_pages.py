"""The sheets before the maps: cover, index, overviews of townships and districts, batches."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from zoning.cartography.book import frame_panel as panel
from zoning.cartography.book.frame import BINDING_MM, View, fit_view, paper_lines
from zoning.cartography.book.frame_map import WATER, polygon_rings
from zoning.cartography.page.canvas import PAPERS
from zoning.cartography.page.label_places import PageGround, place_beside
from zoning.model.tolerances import tolerance

__all__ = ["draw_batch", "draw_cover", "draw_index", "draw_overview", "index_sheets"]

_ROW = tolerance("index_row")
_SIMPLIFIED = tolerance("roads_simplified")


def _inner(paper: str) -> tuple[float, float, float, float]:
    width, height = PAPERS[paper]
    return BINDING_MM, 8.0, width - 8 - BINDING_MM, height - 16


def draw_cover(book, rows) -> None:
    """Title, place, figures, drafter, reviewer, date, notice."""
    words, options = book.words, book.options
    canvas = book.document.sheet(options.paper, False)
    x, y, width, height = _inner(options.paper)
    middle = x + width / 2
    canvas.rect(x, y, width, height, stroke=0.0, width=0.6)
    canvas.rect(x + 1.5, y + 1.5, width - 3, height - 3, stroke=0.0, width=0.2)
    top = y + height * 0.18
    for line in canvas.letters.break_lines(book.title, 24, width - 20, True)[:3]:
        canvas.text(middle, top, line, 24, bold=True, align="center")
        top += 12
    name = words["base_map"] if options.base_map else words["map_book"]
    canvas.text(middle, top + 6, name, 18, align="center")
    if book.township:
        named = f"{book.data.area_name(book.township)}  {book.township}"
        canvas.text(
            middle, top + 18, canvas.letters.clip(named, 13, width - 16), 13, align="center"
        )
    zones = book.data.zones.iloc[rows]
    cells = [(words["district"], f"{zones['district_code'].nunique():,}")]
    cells.append((words["zone"], f"{len(zones):,}"))
    for label, column in (
        ("buildings", "n_buildings"),
        ("households", "households"),
        ("persons", "persons"),
    ):
        if column in book.data.known_figures:
            cells.append((words[label], f"{int(zones[column].sum()):,}"))
    panel.draw_figures(canvas, (x + 15, y + height * 0.5, width - 30, 12), cells)
    panel.draw_boxes(
        canvas, (x + 15, y + height * 0.68, width - 30, 26), words=words,
        drafter=options.drafter, reviewer=options.reviewer, date=options.date_text,
    )  # fmt: skip
    if options.public:
        canvas.text(middle, y + height - 26, words["public"], 8, align="center")
    canvas.paragraph(x + 15, y + height - 22, width - 30, book.notice, 9, bold=True, lines=3)
    canvas.paragraph(x + 15, y + height - 10, width - 30, book.attribution, 7, lines=2)
    book.document.finish(canvas)
    book.document.bookmark(book.title, 0)


def index_sheets(paper: str, count: int) -> int:
    """How many sheets the index of so many zones takes."""
    return -(-count // _per_sheet(paper))


def _columns(paper: str) -> int:
    return 2 if paper == "A4" else 3


def _per_sheet(paper: str) -> int:
    height = _inner(paper)[3] - 20
    return int(height / _ROW) * _columns(paper)


def draw_index(book, rows, numbers, links) -> None:
    """Zones by code with figures and sheet; each line leads to its sheet."""
    words, data, paper = book.words, book.data, book.options.paper
    x, y, width, _ = _inner(paper)
    per, columns = _per_sheet(paper), _columns(paper)
    persons = data.zones["persons"].to_numpy(object, na_value=None)
    houses = data.zones["n_buildings"].to_numpy(object, na_value=None)
    side = width / columns
    for first in range(0, len(rows), per):
        canvas = book.document.sheet(paper, False)
        _title(canvas, book, words["index"])
        for k, row in enumerate(rows[first : first + per]):
            column, line = divmod(k, per // columns)
            left, base = x + column * side, y + 24 + line * _ROW
            if line == 0:
                _index_head(canvas, words, left, base - _ROW, side)
            row = int(row)
            canvas.text(left, base, canvas.letters.clip(data.zone_code[row], 7.5, side - 44), 7.5)
            for value, end in ((houses[row], 31), (persons[row], 16)):
                text = "–" if pd.isna(value) else f"{int(value)}"
                canvas.text(left + side - end, base, text, 7.5, align="right")
            canvas.text(left + side - 5, base, str(numbers[row]), 7.5, bold=True, align="right")
            canvas.line(left, base + 1.2, left + side - 5, base + 1.2, stroke=0.75, width=0.1)
            book.document.link(left, base - 3.2, side - 5, _ROW, links[row])
        book.document.finish(canvas)
        if first == 0:
            book.document.bookmark(words["index"], 0)
        book.sheet_number += 1


def _index_head(canvas, words, left, base, side) -> None:
    canvas.text(left, base, words["zone_code"], 5.8, tone=0.25)
    for label, end in (("buildings", 31), ("persons", 16), ("sheets", 5)):
        canvas.text(left + side - end, base, words[label], 5.8, tone=0.25, align="right")


def _title(canvas, book, text: str, below: str = "") -> None:
    x, y, width, _ = _inner(book.options.paper)
    number = book.words.sheet(str(book.sheet_number))
    panel.draw_head(
        canvas, (x, y, width, 15), title=book.title, main=text,
        below=below or (book.data.area_name(book.township) if book.township else ""),
        right=number,
    )  # fmt: skip


def draw_overview(book, rows, *, heading: str, below: str, level: int, labels: str) -> None:
    """Zones of a township or district with their numbers.

    Parameters
    ----------
    rows : array of int
        Zones that the book has. The map shows the whole district or township, these in white.
    labels : str
        ``zone`` for zone numbers, ``district`` for names of districts.
    """
    data = book.data
    rows = np.array([r for r in rows if not shapely.is_missing(data.zone_geoms[r])], int)
    canvas = book.document.sheet(book.options.paper, False)
    x, y, width, height = _inner(book.options.paper)
    _title(canvas, book, heading, below)
    frame = (x, y + 17, width, height - 40)
    if len(rows):
        view = _overview_map(book, canvas, frame, rows, labels)
        panel.draw_scale(canvas, (x, y + height - 20, 70, 10), view)
    panel.draw_notice(
        canvas, (x, y + height - 5, width, 5), notice=book.notice, attribution=book.attribution
    )  # fmt: skip
    book.document.finish(canvas)
    book.document.bookmark(heading if not below else f"{heading} {below}", level)


def _overview_map(book, canvas, frame, rows, labels) -> View:
    data, words = book.data, book.words
    whole = _whole(data, rows, labels)
    view = fit_view(frame, shapely.total_bounds(data.zone_geoms[whole]), margin=6)
    around = data.line_tree.query(shapely.box(*view.extent))
    with canvas.clipped(*frame):
        canvas.rect(*frame, fill=0.93)
        for some, grey in ((whole, 0.97), (rows, 1.0)):
            xy, starts, _ = polygon_rings(data.zone_geoms[some], view)
            canvas.path(xy, starts, fill=grey, closed=True)
        for kind, tone, wide in (("road", 0.6, 0.25), ("river", WATER, 0.5), ("rail", 0.35, 0.35)):
            some = around[(data.line_kind[around] == kind) & (data.line_rank[around] <= 3)]
            xy, starts, _ = paper_lines(data.line_geoms[np.sort(some)], view, tolerance=_SIMPLIFIED)
            canvas.path(xy, starts, stroke=tone, width=wide)
        rest = np.setdiff1d(whole, rows)
        codes = pd.unique(pd.Series(data.zone_district[rows]))
        others = np.setdiff1d(pd.unique(pd.Series(data.zone_district[rest])), codes)
        outlines = [[data.zone_geoms[rows]], [data.district_lines(c) for c in codes]]
        # Of the rest the finest lines that the map is about: zones, or districts.
        beside = [data.district_lines(c) for c in others] or [data.zone_geoms[rest]]
        for shapes, tone, wide in zip((beside, *outlines), (0.35, 0.25, 0.0), (0.2, 0.3, 0.7)):
            xy, starts, _ = paper_lines(np.concatenate(shapes), view)
            canvas.path(xy, starts, stroke=tone, width=wide)
        ground = PageGround(*frame)
        ground.take(*panel.north_box(view))
        if labels == "district":
            _name_districts(book, canvas, ground, view, rows, codes)
            _name_districts(book, canvas, ground, view, rest, others, tone=0.4)
        else:
            _number_zones(book, canvas, ground, view, rows)
            _number_zones(book, canvas, ground, view, rest, printed=False)
    panel.draw_frame(canvas, view)
    panel.draw_north(canvas, view, words["north"])
    return view


def _whole(data, rows, labels: str) -> np.ndarray:
    """The zones of the districts, or of the townships, that some zones belong to."""
    group = pd.Series(data.zone_district).astype("object")
    if labels == "district":
        group = group.map(data.district_township).where(lambda g: g.notna(), group)
    same = group.isin(group.iloc[rows]).to_numpy() & ~shapely.is_missing(data.zone_geoms)
    return np.union1d(np.flatnonzero(same), rows)


def _put(canvas, ground, spot, text, size, bold=False, tone=0.0) -> bool:
    x, y = (float(v) for v in spot)
    width = canvas.letters.width(text, size, bold) + 0.6
    height = size * 25.4 / 72 * 0.73 + 0.6
    box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    if not ground.free(*box):
        found = place_beside(ground, x, y, width, height, gap=0.5, reach=4)
        if found is None:
            return False
        x, y = found
    ground.take(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    canvas.middle(x, y, text, size, bold=bold, align="center", halo=0.3, tone=tone)
    return True


def _number_zones(book, canvas, ground, view, rows, printed: bool = True) -> None:
    data, tone = book.data, 0.0 if printed else 0.4
    spots = view.paper(shapely.get_coordinates(shapely.point_on_surface(data.zone_geoms[rows])))
    large = np.argsort(-shapely.area(data.zone_geoms[rows]), kind="stable")
    for k in large:
        row = int(rows[k])
        text = str(data.zone_code[row])[-data.zone_digits :]
        if not _put(canvas, ground, spots[k], text, 7.0, printed, tone):
            _put(canvas, ground, spots[k], text, 5.5, printed, tone)


def _name_districts(book, canvas, ground, view, rows, codes, tone=0.0) -> None:
    data = book.data
    for code in codes:
        mine = rows[data.zone_district[rows] == code]
        whole = data.district_lines(code)
        # Of a district that is printed in part, the name belongs on that part.
        all_of_it = len(whole) and len(mine) == (data.zone_district == code).sum()
        shape = whole[0] if all_of_it else shapely.union_all(data.zone_geoms[mine])
        spot = view.paper(shapely.get_coordinates(shapely.point_on_surface(shape)))[0]
        name = data.district_name(code)
        for text, size in ((name, 7.0), (name, 5.5), (str(code), 5.5), (str(code)[-3:], 5.0)):
            if text and _put(canvas, ground, spot, text, size, tone=tone):
                break


def draw_batch(book, rows, numbers, *, place: str, number: int) -> None:
    """What one supervisor takes: zones, figures, sheets, room to sign for each."""
    words, paper = book.words, book.options.paper
    canvas = book.document.sheet(paper, False)
    x, y, width, height = _inner(paper)
    _title(canvas, book, f"{words['batch']} {number}", place)
    heads = (
        ("zone_code", 0.0), ("buildings", 0.30), ("households", 0.40), ("persons", 0.50),
        ("sheets", 0.58), ("received", 0.63), ("returned", 0.82),
    )  # fmt: skip
    base = y + 24
    for label, share in heads:
        canvas.text(x + share * width + 1, base, words[label], 5.8, tone=0.25)
    step = min(10.0, (height - 40) / (len(rows) + 1))
    for row in [*rows.tolist(), -1]:
        base += step
        _batch_line(canvas, book, row, rows, numbers, x, base, width)
    for share in (0.63, 0.82):
        canvas.line(
            x + share * width, y + 21, x + share * width, base + 1.6, stroke=0.4, width=0.15
        )
    panel.draw_notice(
        canvas, (x, y + height - 5, width, 5), notice=book.notice, attribution=book.attribution
    )  # fmt: skip
    book.document.finish(canvas)
    book.document.bookmark(f"{words['batch']} {number}  {place}", 1)


def _batch_line(canvas, book, row, rows, numbers, x, base, width) -> None:
    zones = book.data.zones
    chosen = zones.iloc[rows] if row < 0 else zones.iloc[[row]]
    first = book.words["total"] if row < 0 else str(chosen["zone_code"].iloc[0])
    bold = row < 0
    canvas.text(x + 1, base, first, 8, bold=True)
    for column, share in (("n_buildings", 0.30), ("households", 0.40), ("persons", 0.50)):
        known = column in book.data.known_figures
        text = f"{int(chosen[column].sum()):,}" if known else "–"
        canvas.text(x + share * width + 1, base, text, 8, bold=bold)
    if row >= 0:
        canvas.text(x + 0.58 * width + 1, base, str(numbers[row]), 8, bold=True)
    canvas.line(x, base + 1.6, x + width, base + 1.6, stroke=0.4, width=0.15)
