"""One file of a map book: its sheets in order, their numbers, and what all of them share."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from zoning.cartography.book import front_pages as front
from zoning.cartography.book.book_data import BookData
from zoning.cartography.book.boundary_in_words import Tracer
from zoning.cartography.book.frame import fit_view, paper_lines
from zoning.cartography.book.frame_labels import Lettered
from zoning.cartography.book.frame_map import BOUNDARY
from zoning.cartography.book.stacks import draw_list_sheet, draw_stack
from zoning.cartography.book.zone_sheet import ZoneSheet, draw_zone_sheets
from zoning.cartography.page.canvas import Document
from zoning.lang.book_words import Words
from zoning.model.tolerances import tolerance
from zoning.model.uses import use_label

__all__ = ["Book", "Options"]

_WIDER, _FINER = tolerance("districts_simplified"), tolerance("zone_simplified")


@dataclass(frozen=True)
class Options:
    """What a book is made with; as the arguments of `zoning.map_book`."""

    title: str
    lang: str
    paper: str
    public: bool
    drafter: str
    reviewer: str
    date: date | None
    attribution: str
    base_map: bool

    @property
    def date_text(self) -> str:
        day = self.date
        if day is None:
            return ""
        return f"{day.year}年{day.month}月{day.day}日" if self.lang == "zh" else day.isoformat()


@dataclass
class Book:
    """One file while it is being written."""

    data: BookData
    options: Options
    words: Words
    rows: np.ndarray
    township: str
    cjk: bool
    sheet_number: int = 1
    document: Document = field(init=False)
    tracer: Tracer = field(init=False)
    title: str = field(init=False)

    def __post_init__(self) -> None:
        data, options = self.data, self.options
        self.title = options.title
        day = options.date
        stamp = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
        self.document = Document(options.title, date=stamp, cjk=self.cjk, lang=options.lang)
        self.tracer = Tracer(
            data.zone_geoms, data.zone_tree, data.line_geoms, data.line_tree, self.rows
        )
        notice = data.profile.notice if data.profile else {}
        self.notice = notice.get(options.lang) or notice.get("en") or ""
        label = self.words.pair("attribution", options.attribution)
        self.attribution = label if options.attribution else ""
        self._insets: dict[tuple, tuple] = {}

    def write(self, path: Path, tick, observe) -> pd.DataFrame:
        """Draw every sheet, write the file, return the table of its zones."""
        data = self.data
        districts = _grouped(self.rows, data.zone_district)
        batches = {code: _batches(data, rows) for code, rows in districts}
        numbers = self._number(districts, batches)
        links = {int(r): self.document.add_link(page=1) for r in self.rows}
        front.draw_cover(self, self.rows)
        self.sheet_number = 2
        front.draw_index(self, self.rows, numbers, links)
        name = data.area_name(self.township) if self.township else ""
        front.draw_overview(
            self, self.rows, heading=self.words["township_map"], below=name,
            level=0, labels="district",
        )  # fmt: skip
        table, batch = [], 0
        for code, rows in districts:
            place = f"{data.district_name(code)} {code}".strip()
            self.sheet_number = numbers[int(rows[0])] - len(batches[code]) - 1
            front.draw_overview(
                self, rows, heading=self.words["district_map"], below=place,
                level=0, labels="zone",
            )  # fmt: skip
            for some in batches[code]:
                batch += 1
                self.sheet_number += 1
                front.draw_batch(self, some, numbers, place=place, number=batch)
            for row in rows.tolist():
                table.append(self._zone(row, numbers[row], links[row], observe))
                tick(len(table))
        self.document.output(str(path))
        return pd.DataFrame(table)

    def _number(self, districts, batches) -> dict[int, int]:
        """The sheet of each zone: cover, index and township first, then by district."""
        now = 3 + front.index_sheets(self.options.paper, len(self.rows))
        numbers = {}
        for code, rows in districts:
            now += 1 + len(batches[code])
            for row in rows.tolist():
                numbers[row] = now
                now += 1
        return numbers

    def _zone(self, row: int, number: int, link: int, observe) -> dict:
        data = self.data
        page = self.document.page_no() + 1
        if data.zone_geoms[row] is None:
            draw_list_sheet(self, row, number)
            sheets = [ZoneSheet(str(data.zone_code[row]), str(number), 0, Lettered())]
        else:
            sheets = draw_zone_sheets(self, row, number)
        self.document.set_link(link, page=page)
        if observe is not None:
            for sheet in sheets:
                observe(sheet)
        drawn = data.zone_geoms[row] is not None
        expected = set(data.houses_of(data.members(row)).tolist()) if drawn else set()
        shown = set().union(*(s.shown for s in sheets))
        return {
            "zone_code": data.zone_code[row],
            "sheet": number,
            "n_sheets": len(sheets),
            "scale": int(sheets[0].scale),
            "n_buildings": len(expected),
            "n_numbered": len(shown & expected),
            "n_streets": sum(s.lettered.long_streets for s in sheets),
            "n_named": sum(s.lettered.named_streets for s in sheets),
        }

    def where(self, row: int) -> str:
        """Township and district of a zone, by name and code."""
        data, code = self.data, self.data.zone_district[row]
        parts = []
        if self.township:
            parts.append(data.area_name(self.township))
        elif code in data.district_township:
            parts.append(data.area_name(data.district_township[code]))
        name = data.district_name(code)
        parts.append(f"{name} {code}" if name else f"{self.words['district']} {code}")
        return "  ·  ".join(p for p in parts if p)

    def foreign(self, row: int, other: int) -> str | None:
        """How a boundary's words name what lies beyond it."""
        if other < 0:
            return None
        code = self.data.zone_district[other]
        if code == self.data.zone_district[row]:
            return ""
        return self.data.district_name(code) or f"{self.words['district']} {code}"

    def note(self, zone) -> str:
        """What must be said of a zone before its boundary."""
        notes = []
        if zone["kind"] == "special":
            notes.append(self.words["special_note"])
        if zone["kind"] == "vertical" and pd.notna(zone["part"]):
            notes.append(self.words.pair("part", zone["part"]) + ".")
        if pd.notna(zone["authority"]):
            notes.append(self.words.pair("authority", zone["authority"]) + ".")
        return "".join(n + " " for n in notes)

    def draw_stack(self, canvas, rect, members) -> None:
        """The diagram of a vertical zone."""
        draw_stack(self, canvas, rect, members)

    def draw_inset(self, canvas, rect, row: int) -> None:
        """Where the zone lies in its district."""
        data = self.data
        x, y, width, height = rect
        code = data.zone_district[row]
        key = (code, rect)
        if key not in self._insets:
            mine = np.flatnonzero(data.zone_district == code)
            shapes = data.zone_geoms[mine]
            shapes = shapes[[g is not None for g in shapes]]
            bounds = tuple(shapely.total_bounds(shapes))
            view = fit_view((x, y, width, height), bounds, margin=2)
            lines = paper_lines(shapes, view, tolerance=_WIDER)[:2]
            outline = paper_lines(data.district_lines(code), view)[:2]
            self._insets[key] = (view, lines, outline)
        view, lines, outline = self._insets[key]
        canvas.rect(x, y, width, height, fill=0.97, stroke=0.0, width=0.2)
        with canvas.clipped(x, y, width, height):
            canvas.path(*lines, stroke=0.6, width=0.12)
            canvas.path(*outline, stroke=0.0, width=0.35)
            xy, starts, _ = paper_lines(data.zone_geoms[[row]], view, tolerance=_FINER)
            canvas.path(xy, starts, fill=BOUNDARY, stroke=BOUNDARY, width=0.4, closed=True)
        text = self.words["overview"] + f"  1 : {view.scale:,}".replace(",", " ")
        canvas.text(x + 1, y + height - 1, text, 5, halo=0.3)

    def use_name(self, use: str) -> str:
        """A use in the book's language."""
        return use_label(use, self.options.lang)


def _grouped(rows: np.ndarray, keys: np.ndarray) -> list[tuple[str, np.ndarray]]:
    """Rows by key, keys and rows in order."""
    codes = keys[rows]
    return [(code, rows[codes == code]) for code in sorted(set(codes))]


def _batches(data: BookData, rows: np.ndarray) -> list[np.ndarray]:
    """Zones of a district as supervisors take them, in order of code; none without staffing.

    A zone needs as many enumerators as its people ask for; a supervisor has at most the
    profile's number of enumerators.
    """
    staffing = data.profile.staffing if data.profile else {}
    most = staffing.get("enumerators_per_supervisor_max")
    if not most:
        return []
    need = np.array([_enumerators(data.zones.iloc[row], staffing) for row in rows.tolist()])
    count = max(1, math.ceil(need.sum() / most))
    while True:
        # Even shares, so that the last supervisor is not left with one zone.
        share = need.sum() / count
        group = np.minimum(((np.cumsum(need) - need / 2) / share).astype(int), count - 1)
        loads = np.bincount(group, weights=need)
        if loads.max() <= max(most, need.max()) or count >= len(rows):
            return [rows[group == g] for g in np.unique(group)]
        count += 1


def _enumerators(zone, staffing) -> int:
    for column in ("persons", "households"):
        per = staffing.get(f"{column}_per_enumerator")
        if per and pd.notna(zone[column]):
            # A zone a little over one load still goes to one person.
            return max(1, math.floor(float(zone[column]) / per + 0.5))
    return 1
