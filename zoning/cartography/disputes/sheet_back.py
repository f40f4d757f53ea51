"""The second page of a dispute sheet: coordinates, houses, visit, decision, signatures."""

from __future__ import annotations

import numpy as np
import pandas as pd

from zoning.cartography.disputes.sheet_map import turning_points
from zoning.cartography.page.canvas import Canvas
from zoning.lang.dispute_words import word
from zoning.model.tolerances import tolerance

__all__ = ["draw_back"]

LEFT, RIGHT = tolerance("binding_margin"), tolerance("dispute_right")
_ROW = tolerance("dispute_row")


def draw_back(canvas: Canvas, sheet, lang: str) -> None:
    """Draw the second page."""
    title = f"{word('title', lang)}  {sheet.dispute['dispute_id']}"
    canvas.text(LEFT, 17, title, 11, bold=True)
    canvas.line(LEFT, 19.5, RIGHT, 19.5, width=0.4)
    y = _points(canvas, sheet, lang, 26.0)
    y = _houses(canvas, sheet, lang, y + 8)
    y = _visit(canvas, sheet, lang, max(y + 8, 128.0))
    _decision(canvas, sheet, lang, max(y + 8, 168.0))
    _boxes(canvas, lang, 212.0)


def _points(canvas: Canvas, sheet, lang: str, y: float) -> float:
    """Turning points in four columns, at most 64 of them."""
    heading = word("turning", lang)
    if sheet.method:
        name = "buildings_m" if sheet.method == "buildings" else sheet.method
        heading = word("turning_of", lang).format(word(name, lang))
    canvas.text(LEFT, y, heading, 10, bold=True)
    xy = turning_points(sheet.line)
    if len(xy) == 0:
        canvas.text(LEFT, y + 5, "—", 8)
        return y + 5
    shown = xy[:64]
    column, rows = (RIGHT - LEFT) / 4, int(np.ceil(len(shown) / 4))
    rows = max(rows, min(len(shown), 8))
    top = y + 5
    for c in range(int(np.ceil(len(shown) / rows))):
        x = LEFT + c * column
        canvas.text(x, top, word("point", lang), 6.5, tone=0.35)
        canvas.text(x + 23, top, word("east", lang), 6.5, tone=0.35, align="right")
        canvas.text(x + 39, top, word("north", lang), 6.5, tone=0.35, align="right")
    for i, (east, north) in enumerate(shown.tolist()):
        x, row = LEFT + (i // rows) * column, top + (i % rows + 1) * _ROW
        canvas.text(x, row, str(i + 1), 7, bold=True)
        canvas.text(x + 23, row, f"{east:,.2f}".replace(",", " "), 7, align="right")
        canvas.text(x + 39, row, f"{north:,.2f}".replace(",", " "), 7, align="right")
    y = top + rows * _ROW
    if len(xy) > len(shown):
        y += _ROW
        canvas.text(LEFT, y, word("more_points", lang).format(len(xy) - len(shown)), 7, tone=0.35)
    return y


def _houses(canvas: Canvas, sheet, lang: str, y: float) -> float:
    canvas.text(LEFT, y, word("affected", lang), 10, bold=True)
    moved = sheet.moved
    if moved is None or len(moved) == 0:
        canvas.text(LEFT, y + 5, word("none_inside", lang), 8)
        return y + 5
    edges = (0, 26, 60, 78, 122)
    keys = ("building", "registered", "persons", "goes_to")
    y += 5
    for half in range(2 if len(moved) > 8 else 1):
        for edge, key in zip(edges, keys):
            canvas.text(LEFT + half * 84 + edge * 0.66, y, word(key, lang), 6.5, tone=0.35)
    rows = moved.head(16).to_dict("records")
    for i, row in enumerate(rows):
        x, line = LEFT + (i // 8) * 84, y + (i % 8 + 1) * _ROW
        number = row.get("number")
        name = str(row["building_id"]) if number is None or pd.isna(number) else str(number)
        cells = (name, row.get("zone_before"), row.get("persons"), _side(row, sheet))
        for edge, width, text in zip(edges, (24, 33, 17, 43), cells):
            shown = "—" if text is None or pd.isna(text) else str(text)
            shown = canvas.letters.clip(shown, 7, width * 0.66)
            canvas.text(LEFT + (x - LEFT) + edge * 0.66, line, shown, 7)
    y += min(len(rows), 8) * _ROW
    if len(moved) > 16:
        y += _ROW
        canvas.text(LEFT, y, word("more_buildings", lang).format(len(moved) - 16), 7, tone=0.35)
    return y


def _side(row, sheet) -> str | None:
    side = row.get("side")
    if side not in ("a", "b"):
        return None
    zone = row.get("zone_after")
    return str(zone) if isinstance(zone, str) and zone else sheet.names[0 if side == "a" else 1]


def _visit(canvas: Canvas, sheet, lang: str, y: float) -> float:
    canvas.text(LEFT, y, word("visit", lang), 10, bold=True)
    visits = list(sheet.visits)[-2:] or [{}]
    for visit in visits:
        y += 6
        y = _filled(canvas, lang, y, (("visit_on", 45, visit.get("on")),
                                      ("present", 118, visit.get("present"))))  # fmt: skip
        y = _text_lines(canvas, word("seen", lang), visit.get("seen"), y + 1.5)
    return y


def _filled(canvas: Canvas, lang: str, y: float, entries) -> float:
    x = LEFT
    for key, width, text in entries:
        label = word(key, lang)
        canvas.text(x, y, label, 7.5, tone=0.35)
        start = x + canvas.letters.width(label, 7.5) + 2
        canvas.line(start, y + 0.8, x + width - 3, y + 0.8, width=0.15)
        if isinstance(text, str) and text:
            canvas.text(start, y, canvas.letters.clip(text, 8, x + width - 3 - start), 8)
        x += width
    return y + 6


def _text_lines(canvas: Canvas, label: str, text, y: float) -> float:
    """A text on ruled lines, or ruled lines to write on."""
    canvas.text(LEFT, y, label, 7.5, tone=0.35)
    start = LEFT + canvas.letters.width(label, 7.5) + 2
    text = text if isinstance(text, str) else ""
    lines = canvas.letters.break_lines(text, 8, RIGHT - start)[:3] if text else ["", ""]
    for line in lines:
        canvas.line(start, y + 0.8, RIGHT, y + 0.8, width=0.15)
        if line:
            canvas.text(start, y, line, 8)
        y += 5.5
    return y


def _decision(canvas: Canvas, sheet, lang: str, y: float) -> float:
    canvas.text(LEFT, y, word("decision", lang), 10, bold=True)
    s = sheet.settlement or {}
    method = s.get("method")
    name = "buildings_m" if method == "buildings" else method
    basis = s.get("basis")
    shown = "statutory_b" if basis == "statutory" else basis
    y = _filled(canvas, lang, y + 6, (
        ("method", 80, word(name, lang) if isinstance(name, str) else None),
        ("basis", 84, word(shown, lang) if isinstance(shown, str) else None),
    ))  # fmt: skip
    y = _filled(canvas, lang, y + 1, (
        ("document", 80, s.get("document")), ("decided_on", 84, s.get("decided_on")),
    ))  # fmt: skip
    return _filled(canvas, lang, y + 1, (("decided_by", 164, s.get("decided_by")),))


def _boxes(canvas: Canvas, lang: str, y: float) -> None:
    """Three boxes, each with room for a seal 42 mm across."""
    width, height = (RIGHT - LEFT - 8) / 3, 62.0
    for i, key in enumerate(("sign_a", "sign_b", "sign_c")):
        x = LEFT + i * (width + 4)
        canvas.rect(x, y, width, height, stroke=0.0, width=0.3)
        canvas.text(x + 2, y + 5, word(key, lang), 8, bold=True)
        canvas.text(x + width - 2, y + 5, word("seal", lang), 7, tone=0.45, align="right")
        for row, label in enumerate(("signature", "date")):
            base = y + height - 10 + row * 7
            canvas.text(x + 2, base, word(label, lang), 7, tone=0.35)
            canvas.line(x + 16, base + 0.6, x + width - 3, base + 0.6, width=0.15)
