"""The listing on paper: boxes to fill, one line a household, in visiting order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pandas as pd

from zoning.cartography.page.canvas import PAPERS, Canvas, Document
from zoning.cartography.page.fonts import needs_cjk
from zoning.io.atomic import replacing
from zoning.model.tolerances import by_name, tolerance

__all__ = ["listing_pdf"]

_BINDING, _EDGE = tolerance("binding_margin"), tolerance("paper_edge")
_LISTING = by_name("listing_parts")
_HEAD, _FOOT = _LISTING["head"], _LISTING["foot"]
_ROW, _TITLE = _LISTING["row"], _LISTING["title"]
#: Column of the listing, heading in English and Chinese, width in millimetres, alignment.
_COLUMNS = (
    ("number", ("No.", "编号"), 11, "center"),
    ("place", ("Address, name", "地址、名称"), 50, "left"),
    ("use", ("Use", "用途"), 23, "left"),
    ("floors", ("Floors", "层数"), 11, "center"),
    ("door", ("Entrance, floor, room", "门栋、楼层、房号"), 25, "left"),
    ("households", ("Households", "户数"), 17, "center"),
    ("persons", ("Persons", "人数"), 14, "center"),
    ("head", ("Head of household", "户主姓名"), 44, "left"),
    ("counted", ("Persons counted", "登记人数"), 16, "left"),
    ("visited_on", ("Visited on", "入户日期"), 19, "left"),
    ("remarks", ("Remarks", "备注"), 24, "left"),
)
_WORDS = {
    "en": {
        "title": "Listing of households", "zone": "Zone", "district": "District",
        "page": "Page {} of {}", "enumerator": "Enumerator", "supervisor": "Supervisor",
        "date": "Date", "buildings": "buildings", "households": "households",
        "persons": "persons", "expected": "expected", "estimated": "~ estimated",
        "public": "Public copy without figures",
    },
    "zh": {
        "title": "户主姓名底册", "zone": "普查小区", "district": "普查区",
        "page": "第{}页 共{}页", "enumerator": "普查员", "supervisor": "普查指导员",
        "date": "日期", "buildings": "栋建筑物", "households": "户", "persons": "人",
        "expected": "预计", "estimated": "~ 推算", "public": "公开版，不含数据",
    },
}  # fmt: skip


@dataclass(frozen=True)
class _ListingSheet:
    """What is the same on every page of a document."""

    words: dict[str, str]
    zh: bool
    title: str
    notice: str
    public: bool
    paper: str


def listing_pdf(
    table: pd.DataFrame,
    path: str | Path,
    *,
    names: dict[str, str] | None = None,
    title: str = "",
    notice: str = "",
    lang: str = "en",
    paper: str = "A4",
    public: bool = False,
    date: datetime | None = None,
) -> Path:
    """Write a listing as PDF: landscape, 35 mm to bind, a new page for every zone.

    Parameters
    ----------
    table : DataFrame
        As from `zoning.buildings.listing.listing`.
    path : path
        Target, replaced whole.
    names : dict of str to str, optional
        Zone code to the name of its district.
    title, notice : str
        Name of the office's area, and the text at the foot of every page.
    lang : str
        ``en`` or ``zh``.
    paper : str
        ``A4`` or ``A3``.
    public : bool
        Say that figures are left out.
    date : datetime, optional
        Written into the file; a fixed one by default.

    Raises
    ------
    FileError
        Chinese text and no Chinese font.
    """
    sheet = _ListingSheet(_WORDS[lang], lang == "zh", title, notice, public, paper)
    words = table.select_dtypes(exclude="number").astype(object).fillna("")
    texts = [str(text) for text in pd.unique(words.to_numpy().ravel())]
    texts += [title, notice, *(names or {}).values()]
    cjk = lang == "zh" or any(map(needs_cjk, texts))
    document = Document(f"{sheet.words['title']} {title}".strip(), date=date, cjk=cjk)
    lines = _cells(table)
    for code, rows in lines.groupby("zone_code", sort=True):
        _zone(document, sheet, str(code), (names or {}).get(str(code), ""), rows)
    with replacing(path) as part:
        document.output(str(part))
    return Path(path)


def _cells(table: pd.DataFrame) -> pd.DataFrame:
    """The texts of each line; what belongs to the building stands on its first line only."""
    text = table.astype(object).where(table.notna(), "").astype(str)
    out = pd.DataFrame({"zone_code": text["zone_code"], "building_id": text["building_id"]})
    out["first"] = ~table.duplicated(["zone_code", "building_id", "number"])
    place = text["address"] + text["name"].where(text["address"] == "", "  " + text["name"])
    out["place"] = place.str.strip()
    door = text["entrance"] + "-" + text["floor"] + "-" + text["room"]
    out["door"] = door.where(door != "--", "")
    guess = table["persons_source"].isin(["estimated", "推算"])
    out["persons"] = ("~" + text["persons"]).where(guess & (text["persons"] != ""), text["persons"])
    for column in ("number", "use", "floors", "households", "remarks"):
        out[column] = text[column]
    for column in ("number", "place", "use", "floors", "households", "persons"):
        out[column] = out[column].where(out["first"], "")
    for column in ("head", "counted", "visited_on"):
        out[column] = ""
    return out.assign(n_persons=table["persons"], n_households=table["households"])


def _zone(
    document: Document, sheet: _ListingSheet, code: str, district: str, rows: pd.DataFrame
) -> None:
    height = PAPERS[sheet.paper][0]
    per = int((height - 2 * _EDGE - _HEAD - _FOOT - _TITLE) // _ROW)
    pages = -(-len(rows) // per)
    for page in range(pages):
        canvas = document.sheet(sheet.paper, landscape=True)
        _header(canvas, sheet, code, district, rows)
        _table(canvas, _continued(rows, page * per, per), sheet)
        _footer(canvas, sheet, page + 1, pages)
        document.finish(canvas)
        if page == 0:
            document.bookmark(code, 0)


def _continued(rows: pd.DataFrame, start: int, count: int) -> pd.DataFrame:
    """The lines of a page; a building that began on the page before is named again."""
    out = rows.iloc[start : start + count]
    if start and not out["first"].iloc[0]:
        out = out.copy()
        begun = rows.iloc[:start]
        begun = begun[begun["first"]].iloc[-1]
        for column in ("number", "place"):
            out.iloc[0, out.columns.get_loc(column)] = f"({begun[column]})" if begun[column] else ""
    return out


def _header(canvas: Canvas, sheet: _ListingSheet, code: str, district: str, rows) -> None:
    words, left, right = sheet.words, _BINDING, canvas.width - _EDGE
    canvas.text(left, _EDGE + 6, f"{words['title']}  {sheet.title}".strip(), 14, bold=True)
    canvas.text(right, _EDGE + 6, f"{words['zone']} {code}", 14, bold=True, align="right")
    place = f"{words['district']} {district}" if district else ""
    canvas.text(left, _EDGE + 13, canvas.letters.clip(place, 10, 120), 10)
    first = rows[rows["first"]]
    counts = [f"{len(first):,} {words['buildings']}"]
    if not sheet.public:
        homes = first[first["n_persons"].fillna(1) > 0]
        for unit in ("households", "persons"):
            # A sum over the few buildings that know it would mislead.
            if len(homes) and homes[f"n_{unit}"].notna().all():
                counts.append(f"{int(first[f'n_{unit}'].sum()):,} {words[unit]}")
    said = words["public"] if sheet.public else words["expected"]
    canvas.text(right, _EDGE + 13, f"{', '.join(counts)} ({said})", 10, align="right")
    wide = (right - left) / 3
    for i, what in enumerate(("enumerator", "supervisor", "date")):
        x = left + i * wide
        canvas.rect(x, _EDGE + 17, wide, 11, stroke=0.0)
        canvas.text(x + 1.5, _EDGE + 20.5, words[what], 7, tone=0.35)


def _table(canvas: Canvas, rows: pd.DataFrame, sheet: _ListingSheet) -> None:
    left, top = _BINDING, _EDGE + _HEAD
    # A wider sheet gives every column its share.
    scale = (canvas.width - _EDGE - left) / sum(width for _, _, width, _ in _COLUMNS)
    widths = [width * scale for _, _, width, _ in _COLUMNS]
    total = sum(widths)
    bottom = top + _TITLE + _ROW * len(rows)
    canvas.rect(left, top, total, _TITLE, fill=0.9, stroke=0.0)
    x = left
    for (name, heads, _, align), width in zip(_COLUMNS, widths, strict=True):
        canvas.paragraph(x + 1, top + 0.6, width - 1.5, heads[sheet.zh], 7, bold=True, lines=2)
        for i, text in enumerate(rows[name]):
            if text:
                y = top + _TITLE + _ROW * (i + 0.5)
                _cell(canvas, x, y, width, text, align, bold=name == "number")
        canvas.line(x, top, x, bottom, width=0.15)
        x += width
    canvas.line(x, top, x, bottom, width=0.15)
    for i, first in enumerate([*rows["first"], True]):
        y = top + _TITLE + _ROW * i
        # A building's lines stay together to the eye: heavier above its first one.
        start = left if first or i == 0 else left + sum(widths[:4])
        canvas.line(start, y, left + total, y, width=0.3 if first or i == 0 else 0.1)


def _cell(canvas: Canvas, x, y, width, text, align: str, *, bold: bool) -> None:
    size = 11 if bold else 8
    if align == "center":
        shown = canvas.letters.clip(text, size, width - 1)
        canvas.middle(x + width / 2, y, shown, size, bold=bold, align="center")
        return
    lines = canvas.letters.break_lines(text, size, width - 2)
    if len(lines) == 1:
        canvas.middle(x + 1, y, lines[0], size)
        return
    second = canvas.letters.clip(" ".join(lines[1:]), 7, width - 2)
    canvas.middle(x + 1, y - 1.6, canvas.letters.clip(lines[0], 7, width - 2), 7)
    canvas.middle(x + 1, y + 1.8, second, 7)


def _footer(canvas: Canvas, sheet: _ListingSheet, page: int, pages: int) -> None:
    left, right, y = _BINDING, canvas.width - _EDGE, canvas.height - _EDGE
    canvas.text(right, y, sheet.words["page"].format(page, pages), 8, align="right")
    x = left
    if not sheet.public:
        x += canvas.text(left, y, sheet.words["estimated"], 7, tone=0.3) + 6
    canvas.text(x, y, canvas.letters.clip(sheet.notice, 7, right - x - 30), 7, tone=0.3)
