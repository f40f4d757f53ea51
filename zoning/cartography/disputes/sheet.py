"""The sheet of one dispute: for the table and the field, to sign and to seal.

Two pages of A4 a dispute with a binding margin of 35 mm. The first has the facts, the map and
the methods compared; the second the turning points, the houses, the record of the visit, the
decision, and boxes for both offices and their common superior.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.cartography.disputes.sheet_back import draw_back
from zoning.cartography.disputes.sheet_map import BLUE, GREEN, RED, MapWindow, draw_map
from zoning.cartography.page.canvas import Canvas, Document
from zoning.cartography.page.fonts import needs_cjk
from zoning.errors import UsageError
from zoning.io.atomic import replacing
from zoning.lang.dispute_words import reason_in, word
from zoning.model.tolerances import count, tolerance

__all__ = ["SheetData", "dispute_sheets"]

LEFT, RIGHT = tolerance("binding_margin"), tolerance("dispute_right")
_LINES = count("dispute_lines")


@dataclass(frozen=True)
class SheetData:
    """Everything on the sheet of one dispute.

    Parameters
    ----------
    dispute : mapping
        Row of the register: ``dispute_id``, ``kind``, measures, ``status``, ``place``.
    patch : Polygon
        The ground in dispute, metric CRS like all that follows.
    sides : tuple of geometry
        Outline of A and of B as they were delivered.
    names : tuple of str
        Code and name of A and of B.
    line : geometry or None
        As agreed, or as proposed while nothing is agreed, A on its left.
    method : str or None
        By which `line` was drawn.
    proposals : DataFrame or None
        Rows of `zoning.boundaries.settle.propose.propose` for this dispute.
    settlement : mapping or None
        Row of ``settlements``.
    visits : sequence of mapping
        ``on``, ``present``, ``seen``.
    moved : DataFrame or None
        Buildings inside: ``building_id``, ``number``, ``persons``, ``zone_before``, ``side``.
    title : str
        Name of the project.
    notice : str
        Text that must stand on every map of this census.
    """

    dispute: Mapping
    patch: shapely.Polygon
    sides: tuple
    names: tuple[str, str]
    line: shapely.Geometry | None = None
    method: str | None = None
    proposals: pd.DataFrame | None = None
    settlement: Mapping | None = None
    visits: Sequence[Mapping] = ()
    moved: pd.DataFrame | None = None
    buildings: gpd.GeoDataFrame | None = None
    barriers: gpd.GeoDataFrame | None = None
    zones: gpd.GeoDataFrame | None = None
    statutory: shapely.Geometry | None = None
    title: str = ""
    crs: str = ""
    notice: str = ""
    extra: Mapping = field(default_factory=dict)


def dispute_sheets(
    sheets: Sequence[SheetData], path: str | os.PathLike, *, lang: str = "en"
) -> int:
    """Write the sheets of some disputes to one PDF, whole or not at all.

    Parameters
    ----------
    sheets : sequence of SheetData
        In the order of the pages.
    path : path
        Replaced if it exists.
    lang : {"en", "zh"}

    Returns
    -------
    int
        Number of pages.

    Raises
    ------
    UsageError
        No dispute, or another language.
    FileError
        Chinese text and no Chinese font; the message names the package to install.
    """
    if not sheets:
        raise UsageError("borders sheet: no dispute to print; zoning borders list shows them")
    cjk = lang == "zh" or any(_has_cjk(s) for s in sheets)
    document = Document(word("title", lang), cjk=cjk)
    for sheet in sheets:
        for page, draw in enumerate((_front, draw_back), start=1):
            canvas = document.sheet("A4", landscape=False)
            if page == 1:
                document.bookmark(str(sheet.dispute["dispute_id"]), 0)
            draw(canvas, sheet, lang)
            _foot(canvas, sheet, lang, page)
            document.finish(canvas)
    with replacing(path) as part:
        Path(part).write_bytes(bytes(document.output()))
    return 2 * len(sheets)


def _has_cjk(sheet: SheetData) -> bool:
    texts = [sheet.title, *sheet.names, str(sheet.dispute.get("place"))]
    texts += [str(v) for visit in sheet.visits for v in visit.values()]
    texts += [str(v) for v in (sheet.settlement or {}).values()]
    if sheet.barriers is not None and "name" in sheet.barriers:
        texts += sheet.barriers["name"].dropna().astype(str).tolist()
    return any(needs_cjk(t) for t in [*texts, sheet.notice])


def _front(canvas: Canvas, sheet: SheetData, lang: str) -> None:
    head(canvas, sheet, lang)
    y = _facts(canvas, sheet, lang, 31.0)
    extent = MapWindow.around(sheet.patch, LEFT, y + 2, RIGHT - LEFT, _map_height(canvas, sheet, y))
    draw_map(
        canvas,
        extent,
        patch=sheet.patch,
        sides=sheet.sides,
        line=sheet.line,
        decided=sheet.settlement is not None,
        statutory=sheet.statutory,
        buildings=_inside(sheet.buildings, extent.window),
        barriers=_inside(sheet.barriers, extent.window),
        zones=_inside(sheet.zones, extent.window),
        lang=lang,
    )
    y = _legend(canvas, sheet, lang, extent.y + extent.height + 4)
    _methods(canvas, sheet, lang, y + 5)


def _map_height(canvas: Canvas, sheet: SheetData, y: float) -> float:
    """What legend, methods and foot leave of the page, millimetres."""
    rows = 0 if sheet.proposals is None else len(sheet.proposals)
    return canvas.height - y - 2 - 18 - (17 + 5 * rows if rows else 0) - 18


def head(canvas: Canvas, sheet: SheetData, lang: str) -> None:
    """Title and number."""
    canvas.text(LEFT, 17, f"{word('title', lang)}  {sheet.dispute['dispute_id']}", 15, bold=True)
    names = f"{sheet.names[0]}  —  {sheet.names[1]}"
    canvas.text(LEFT, 24, canvas.letters.clip(names, 10, 120), 10)
    canvas.text(RIGHT, 24, canvas.letters.clip(sheet.title, 9, 44), 9, align="right", tone=0.3)
    canvas.line(LEFT, 26.5, RIGHT, 26.5, width=0.4)


def _inside(frame, box):
    if frame is None or len(frame) == 0:
        return None
    return frame[shapely.intersects(frame.geometry.to_numpy(), box)]


def _number(value, unit: str = "", digits: int = 0) -> str:
    if value is None or pd.isna(value):
        return "—"
    return f"{float(value):,.{digits}f}{' ' if unit else ''}{unit}"


def _facts(canvas: Canvas, sheet: SheetData, lang: str, y: float) -> float:
    d = sheet.dispute
    superior = d.get("passed_to")
    facts = [
        ("kind", word(str(d["kind"]), lang)),
        ("area", _number(d["area_m2"], "m²", 1)),
        ("width", _number(d["width_m"], "m", 2)),
        ("length", _number(d["length_m"], "m")),
        ("buildings", _number(d.get("n_buildings"))),
        ("households", _number(d.get("households"))),
        ("persons", _number(d.get("persons"))),
        ("state", word(str(d["status"]), lang)),
        ("place", str(d.get("place") or "—")),
        ("superior", str(superior) if isinstance(superior, str) else "—"),
        ("zones", str(sheet.extra.get("zones") or "—")),
        ("others", str(d.get("others") or "—")),
    ]
    column, lines = (RIGHT - LEFT) / 4, 1
    for i, (key, text) in enumerate(facts):
        x, row = LEFT + (i % 4) * column, y + (i // 4) * 8.5
        canvas.text(x, row, word(key, lang), 6.5, tone=0.35)
        parts = _wrapped(canvas, text, column - 2)
        for k, part in enumerate(parts):
            canvas.text(x, row + 4 + 3.6 * k, canvas.letters.clip(part, 8.5, column - 2), 8.5)
        lines = max(lines, len(parts))
    return y + 8.5 * 3 - 3 + 3.6 * (lines - 1)


def _wrapped(canvas: Canvas, text: str, width: float) -> list[str]:
    """A list of codes in lines, at most eight; how many more there are on the last one."""
    codes = text.split(",") if "," in text and canvas.letters.width(text, 8.5) > width else [text]
    if len(codes) > _LINES:
        codes = [*codes[: _LINES - 1], f"… (+{len(codes) - _LINES + 1})"]
    return [code.strip() for code in codes]


def _legend(canvas: Canvas, sheet: SheetData, lang: str, y: float) -> float:
    entries = [
        (BLUE, 0.6, (), f"{word('l_a', lang)} {sheet.names[0]}"),
        (RED, 0.6, (2.4, 1.0), f"{word('l_b', lang)} {sheet.names[1]}"),
        (0.0, 0.5, (), word("l_both", lang)),
    ]
    if sheet.line is not None:
        agreed = sheet.settlement is not None
        text = word("l_new" if agreed else "l_proposed", lang)
        entries.append((0.0, 0.9, () if agreed else (1.6, 0.8), text))
    if sheet.statutory is not None:
        entries.append((GREEN, 0.7, (3, 1, 1, 1), word("l_statutory", lang)))
    entries.append((0.72, 0.6, (), word("l_feature", lang)))
    if sheet.zones is not None:
        entries.append((0.55, 0.2, (0.8, 0.8), word("l_zone", lang)))
    x = LEFT
    for tone, width, dash, text in entries:
        room = 11 + canvas.letters.width(text, 7)
        if x + room > RIGHT:
            x, y = LEFT, y + 4.2
        canvas.line(x, y - 1, x + 8, y - 1, stroke=tone, width=width, dash=dash)
        canvas.text(x + 9, y, text, 7)
        x += room + 4
    room = 11 + canvas.letters.width(word("l_patch", lang), 7)
    if x + room > RIGHT:
        x, y = LEFT, y + 4.2
    canvas.rect(x, y - 2.4, 8, 2.8, fill=(1.0, 0.93, 0.62), stroke=0.6, width=0.1)
    canvas.text(x + 9, y, word("l_patch", lang), 7)
    return y


def _methods(canvas: Canvas, sheet: SheetData, lang: str, y: float) -> None:
    if sheet.proposals is None or len(sheet.proposals) == 0:
        return
    canvas.text(LEFT, y, word("methods", lang), 10, bold=True)
    widths = (33, 20, 20, 23, 23, 14)
    edges = LEFT + np.cumsum((0, *widths))
    keys = ("method", "gain_a", "gain_b", "houses_ab", "people_ab", "line_m")
    y += 5
    for x, w, key in zip(edges, widths, keys):
        right = key != "method"
        canvas.text(x + (w - 2 if right else 0), y, word(key, lang), 6.5, tone=0.35,
                    align="right" if right else "left")  # fmt: skip
    canvas.text(edges[-1] + 1, y, word("zones_changed", lang), 6.5, tone=0.35)
    canvas.line(LEFT, y + 1.2, RIGHT, y + 1.2, width=0.15)
    for row in sheet.proposals.to_dict("records"):
        y += 5
        _method_row(canvas, sheet, row, lang, y, edges, widths)
        canvas.line(LEFT, y + 1.4, RIGHT, y + 1.4, stroke=0.8, width=0.1)


def _method_row(canvas, sheet, row, lang: str, y: float, edges, widths) -> None:
    name = "buildings_m" if row["method"] == "buildings" else row["method"]
    chosen = row["method"] == sheet.method
    label = word(name, lang) + (" ✓" if chosen else "")
    canvas.text(LEFT, y, canvas.letters.clip(label, 8, widths[0] - 1, bold=chosen), 8, bold=chosen)
    if not row["available"]:
        text = f"{word('not_possible', lang)} {reason_in(row['reason'], lang)}"
        room = RIGHT - edges[1] - 1
        canvas.text(edges[1] + 1, y, canvas.letters.clip(text, 7, room), 7, tone=0.35)
        return
    cells = (
        f"{row['gain_a_m2']:+,.0f}",
        f"{row['gain_b_m2']:+,.0f}",
        f"{row['buildings_a']:,.0f} / {row['buildings_b']:,.0f}",
        f"{row['persons_a']:,.0f} / {row['persons_b']:,.0f}",
        f"{row['length_m']:,.0f}",
    )
    for x, w, text in zip(edges[1:], widths[1:], cells):
        canvas.text(x + w - 2, y, text, 8, align="right")
    note = str(row["problems"] or (word("binding", lang) if row["binding"] else row["zones"]))
    room = RIGHT - edges[-1] - 1
    if note == row["zones"] and canvas.letters.width(note, 6.5) > room:
        first, *more = note.split(",")
        note = f"{first} (+{len(more)})"
    canvas.text(edges[-1] + 1, y, canvas.letters.clip(note, 6.5, room), 6.5)


def _foot(canvas: Canvas, sheet: SheetData, lang: str, page: int) -> None:
    y = canvas.height - 14
    third = (RIGHT - LEFT) / 3
    for i, key in enumerate(("drafter", "reviewer", "date")):
        x = LEFT + i * third
        label = word(key, lang)
        canvas.text(x, y, label, 7.5)
        start = x + canvas.letters.width(label, 7.5) + 2
        canvas.line(start, y + 0.6, x + third - 4, y + 0.6, width=0.15)
    y += 6
    number = word("page", lang).format(sheet.dispute["dispute_id"], page, 2)
    canvas.text(RIGHT, y, number, 6.5, align="right", tone=0.35)
    left = sheet.notice or sheet.crs
    canvas.text(LEFT, y, left, 6.5, tone=0.35)
