"""The printed map book: one vector page a zone, in one PDF or one a township.

A zone's sheet has what an enumerator needs without a phone: the boundary, drawn and in words,
numbered buildings, names along streets and rivers, the codes of the neighbours, the way to
walk. Where numbers would not fit, the zone gets enlarged sheets.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pandas as pd

from zoning.cartography import mapbook_front as front
from zoning.cartography.bookpage import fit_view, paper_lines
from zoning.cartography.bookpage_map import BOUNDARY
from zoning.cartography.fonts import needs_cjk
from zoning.cartography.mapbook_canvas import PAPERS, Document
from zoning.cartography.mapbook_data import BookData, book_data, select_zones
from zoning.cartography.mapbook_special import draw_list_sheet, draw_stack
from zoning.cartography.mapbook_zone import ZoneSheet, draw_zone_sheets
from zoning.cartography.words import Tracer
from zoning.cartography.words_text import Words
from zoning.errors import UsageError
from zoning.files import replacing
from zoning.profile import Profile, load_profile

__all__ = ["MapBook", "map_book"]

#: A book of more zones is written as one file a township.
_ONE_FILE = 500


@dataclass(frozen=True)
class MapBook:
    """The files of a map book.

    Parameters
    ----------
    paths : tuple of Path
        PDF files, in the order of the townships' codes.
    sheets : DataFrame
        One row a zone: ``zone_code``, ``sheet`` (number of its first sheet), ``n_sheets``,
        ``scale`` (denominator), ``n_buildings`` (to be numbered), ``n_numbered``,
        ``n_streets`` (longer than 3 cm on its sheets), ``n_named``, ``file``.
    """

    paths: tuple[Path, ...]
    sheets: pd.DataFrame

    def _repr_html_(self) -> str:
        return self.sheets.to_html(index=False, max_rows=20)


@dataclass(frozen=True)
class _Options:
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


def map_book(
    zones,
    *,
    path,
    districts=None,
    areas=None,
    buildings=None,
    barriers=None,
    profile: str | Profile | None = None,
    title: str = "",
    lang: str = "en",
    paper: str = "A4",
    select=None,
    public: bool = False,
    base_map: bool = False,
    drafter: str = "",
    reviewer: str = "",
    date=None,
    attribution: str = "",
    per_township: bool | None = None,
    progress: Callable[[str, int, int], None] | None = None,
    observe: Callable[[ZoneSheet], None] | None = None,
) -> MapBook:
    """Write a map book, one sheet a zone, and say what is on its sheets.

    Parameters
    ----------
    zones : GeoDataFrame of Polygon
        Layer ``zones`` (`zoning.schema.ZONES`) in a projected CRS in metres. Zones of kind
        ``virtual`` have no geometry and get a list; zones of one ``stack`` get a diagram.
    path : path
        The PDF. Where several files are written, the township's code is put before ``.pdf``.
    districts, areas : GeoDataFrame of Polygon, optional
        For names, townships and the outlines of districts.
    buildings : GeoDataFrame of Polygon or Point, optional
        With ``zone_code``, ``number`` and ``use``.
    barriers : GeoDataFrame of LineString, optional
        Streets, rivers and railways with ``kind``, ``rank`` and ``name``.
    profile : str or Profile, optional
        Its notice is printed, its unnamed uses stay unnamed, its staffing makes the
        supervisors' batches.
    title : str
        Title of the book; by default the name of the county, else of the book's kind.
    lang : {"en", "zh"}
    paper : {"A4", "A3"}
    select : sequence of str, optional
        Codes of zones, districts or townships; by default every zone.
    public : bool
        Leave out what is said of single buildings: use letters and addresses.
    base_map : bool
        A pale map without numbers, to draw on.
    drafter, reviewer : str
        Names to print; empty fields are left to fill in by hand.
    date : date or str (ISO 8601), optional
        Printed and written into the file; without it the field is empty and the file is the
        same on every day.
    attribution : str
        Whose data these are.
    per_township : bool, optional
        One file a township; by default where there are more than 500 zones.
    progress : callable, optional
        Called with (stage, done, total).
    observe : callable, optional
        Called with each `ZoneSheet` after it is drawn, for measuring.

    Returns
    -------
    MapBook

    Raises
    ------
    CRSError, GeometryError, LayerError
        A layer that cannot be mapped.
    FileError
        Chinese text and no Chinese font on the system.
    UsageError
        An unknown language, paper, date or code.
    """
    if paper not in PAPERS:
        raise UsageError(f"--paper {paper}: wanted one of {', '.join(PAPERS)}")
    words = Words(lang)
    rules = load_profile(profile) if profile is not None else None
    data = book_data(zones, districts, areas, buildings, barriers, rules)
    rows = select_zones(data, select)
    options = _Options(
        str(title) or _county(data) or words["map_book"], lang, paper, public, drafter, reviewer,
        _day(date), attribution, base_map,
    )  # fmt: skip
    parts = _parts(data, rows, per_township)
    cjk = _has_cjk(data, options)
    paths, tables, done = [], [], 0
    for township, some in parts:
        file = _file(Path(path), township, len(parts))
        book = _Book(data, options, words, some, township, cjk)

        def tick(now, start=done):
            if progress is not None:
                progress("map book", start + now, len(rows))

        with replacing(file) as temporary:
            tables.append(book.write(temporary, tick, observe).assign(file=file.name))
        paths.append(file)
        done += len(some)
    return MapBook(tuple(paths), pd.concat(tables, ignore_index=True))


def _county(data: BookData) -> str:
    top = data.areas[(data.areas["level"] == "county").fillna(False).to_numpy(bool)]
    names = top["name"].dropna()
    return str(names.iloc[0]) if len(names) == 1 else ""


def _day(value) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise UsageError(f"date {value}: wanted a day as 2026-11-21") from None


def _parts(data: BookData, rows: np.ndarray, per_township: bool | None) -> list[tuple]:
    """Townships and their zones, in order of code; one part without splitting."""
    table = dict(zip(data.districts["district_code"], data.districts["township_code"]))
    named = [table.get(d) for d in data.zone_district[rows]]
    codes = pd.Series(named, dtype="object").where(pd.notna(named), "")
    unique = sorted(set(codes))
    if per_township is None:
        per_township = len(rows) > _ONE_FILE
    if not per_township or len(unique) == 1:
        return [(unique[0] if len(unique) == 1 else "", rows)]
    return [(code, rows[(codes == code).to_numpy(bool)]) for code in unique]


def _file(path: Path, township: str, count: int) -> Path:
    if path.suffix.lower() != ".pdf":
        path = path / "book.pdf"
    if count == 1:
        return path
    # A township without a code still gets a name of its own.
    safe = "".join(c if c.isalnum() or c in "-_." else "_" for c in township) or "other"
    return path.with_name(f"{path.stem}-{safe}{path.suffix}")


def _has_cjk(data: BookData, options: _Options) -> bool:
    texts = [options.title, options.drafter, options.reviewer, options.attribution]
    if options.lang == "zh" or needs_cjk("".join(texts)):
        return True
    for frame, columns in (
        (data.zones, ("zone_code", "part")), (data.districts, ("district_code", "name")),
        (data.areas, ("area_code", "name")), (data.barriers, ("name",)),
        (data.buildings, ("address",)),
    ):  # fmt: skip
        for column in columns:
            if needs_cjk("".join(frame[column].dropna().astype("str").unique())):
                return True
    return False


@dataclass
class _Book:
    """One file while it is being written."""

    data: BookData
    options: _Options
    words: Words
    rows: np.ndarray
    township: str
    cjk: bool
    sheet_number: int = 1
    document: Document = field(init=False)
    tracer: Tracer = field(init=False)
    title: str = field(init=False)

    def __post_init__(self):
        data, options = self.data, self.options
        self.title = options.title
        day = options.date
        stamp = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
        self.document = Document(options.title, date=stamp, cjk=self.cjk)
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
            self, self.rows, heading=self.words["township_map"], below=name, numbers=numbers,
            level=0, labels="district",
        )  # fmt: skip
        table, batch = [], 0
        for code, rows in districts:
            place = f"{data.district_name(code)} {code}".strip()
            self.sheet_number = numbers[int(rows[0])] - len(batches[code]) - 1
            front.draw_overview(
                self, rows, heading=self.words["district_map"], below=place, numbers=numbers,
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
            sheets = [ZoneSheet(str(data.zone_code[row]), str(number), 0, _no_letters())]
        else:
            sheets = draw_zone_sheets(self, row, number)
        self.document.set_link(link, page=page)
        if observe is not None:
            for sheet in sheets:
                observe(sheet)
        expected = set().union(*(s.expected for s in sheets))
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
            bounds = _total(shapes)
            view = fit_view((x, y, width, height), bounds, margin=2)
            lines = paper_lines(shapes, view, tolerance=0.25)[:2]
            outline = paper_lines(data.district_lines(code), view, tolerance=0.15)[:2]
            self._insets[key] = (view, lines, outline)
        view, lines, outline = self._insets[key]
        canvas.rect(x, y, width, height, fill=0.97, stroke=0.0, width=0.2)
        with canvas.clipped(x, y, width, height):
            canvas.path(*lines, stroke=0.6, width=0.12)
            canvas.path(*outline, stroke=0.0, width=0.35)
            xy, starts, _ = paper_lines(data.zone_geoms[[row]], view, tolerance=0.1)
            canvas.path(xy, starts, fill=BOUNDARY, stroke=BOUNDARY, width=0.4, closed=True)
        text = self.words["overview"] + f"  1 : {view.scale:,}".replace(",", " ")
        canvas.text(x + 1, y + height - 1, text, 5, halo=0.3)

    def use_name(self, use: str) -> str:
        """A use in the book's language."""
        from zoning.buildings.uses import use_label

        return use_label(use, self.options.lang)


def _no_letters():
    from zoning.cartography.bookpage_labels import Lettered

    return Lettered()


def _total(shapes) -> tuple:
    import shapely

    return tuple(shapely.total_bounds(shapes))


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
