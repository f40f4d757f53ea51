"""The printed map book: one vector page a zone, in one PDF or one a township.

A zone's sheet has what an enumerator needs without a phone: the boundary, drawn and in words,
numbered buildings, names along streets and rivers, the codes of the neighbours, the way to
walk. Where numbers would not fit, the zone gets enlarged sheets.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pandas as pd

from zoning.cartography.book.book_data import BookData, book_data, select_zones
from zoning.cartography.book.document import Book, Options
from zoning.cartography.book.zone_sheet import ZoneSheet
from zoning.cartography.page.canvas import PAPERS
from zoning.cartography.page.fonts import needs_cjk
from zoning.errors import UsageError
from zoning.io.atomic import replacing
from zoning.lang.book_words import Words
from zoning.model.profile import Profile, load_profile
from zoning.model.tolerances import count

__all__ = ["MapBook", "map_book"]

_ONE_FILE = count("zones_in_one_file")


@dataclass(frozen=True)
class MapBook:
    """The files of a map book.

    Parameters
    ----------
    paths : tuple of Path
        PDF files, in the order of the townships' codes.
    sheets : DataFrame
        One row a zone: ``zone_code``, ``sheet`` (number of its first sheet), ``n_sheets``,
        ``scale`` (denominator), ``n_buildings`` (of the zone; of all zones of a stack),
        ``n_numbered`` (with a legible number on one of the sheets),
        ``n_streets`` (longer than 3 cm on its sheets), ``n_named``, ``file``.
    """

    paths: tuple[Path, ...]
    sheets: pd.DataFrame

    def _repr_html_(self) -> str:
        return self.sheets.to_html(index=False, max_rows=20)


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
        Layer ``zones`` (`zoning.model.schema.ZONES`) in a projected CRS in metres. Zones of kind
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
    options = Options(
        str(title) or _county(data) or words["map_book"], lang, paper, public, drafter, reviewer,
        _day(date), attribution, base_map,
    )  # fmt: skip
    parts = _parts(data, rows, per_township)
    cjk = _has_cjk(data, options)
    paths, tables, done = [], [], 0
    for township, some in parts:
        file = _file(Path(path), township, len(parts))
        book = Book(data, options, words, some, township, cjk)

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


def _has_cjk(data: BookData, options: Options) -> bool:
    texts = [options.title, options.drafter, options.reviewer, options.attribution]
    if options.lang == "zh" or needs_cjk("".join(texts)):
        return True
    for frame, columns in (
        (data.zones, ("zone_code", "part", "authority")),
        (data.districts, ("district_code", "name")),
        (data.areas, ("area_code", "name")), (data.barriers, ("name",)),
        (data.buildings, ("address",)),
    ):  # fmt: skip
        for column in columns:
            if needs_cjk("".join(frame[column].dropna().astype("str").unique())):
                return True
    return False
