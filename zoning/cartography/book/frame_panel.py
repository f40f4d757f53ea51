"""What stands around the map of a sheet: title, scale, legend, figures, words, boxes."""

from __future__ import annotations

import numpy as np
import segno

from zoning.cartography.book.frame import View
from zoning.cartography.book.frame_map import BOUNDARY, WATER
from zoning.model.tolerances import tolerance

__all__ = [
    "draw_boxes",
    "draw_code",
    "draw_figures",
    "draw_frame",
    "draw_head",
    "draw_legend",
    "draw_north",
    "draw_notice",
    "draw_scale",
    "draw_words",
    "place_text",
    "qr_runs",
]

_SMALL = tolerance("small_print")


def draw_head(canvas, rect, *, title, main, below, right, status="") -> None:
    """Title of the book, what this sheet is, where it lies, the sheet's number, its status."""
    x, y, width, _ = rect
    letters = canvas.letters
    end = canvas.text(x + width, y + 4.5, right, 9, bold=True, align="right")
    canvas.text(x, y + 4, letters.clip(title, 8.5, width - end - 4), 8.5)
    end = canvas.text(x + width, y + 9.8, status, 8, align="right")
    canvas.text(x, y + 9.8, letters.clip(main, 13, width - end - 3, True), 13, bold=True)
    canvas.text(x, y + 14, letters.clip(below, 8.5, width), 8.5)


def draw_frame(canvas, view: View) -> None:
    """The neat line around the map."""
    canvas.rect(view.x, view.y, view.width, view.height, stroke=0.0, width=0.35)


def north_box(view: View) -> tuple[float, float, float, float]:
    """The corner of the map that the north arrow keeps free."""
    return view.x + view.width - 10, view.y + 1, view.x + view.width - 1, view.y + 15


def draw_north(canvas, view: View, letter: str) -> None:
    """A north arrow in the upper right corner of the map."""
    x0, y0, x1, y1 = north_box(view)
    canvas.rect(x0, y0, x1 - x0, y1 - y0, fill=1.0)
    x = (x0 + x1) / 2
    left = np.array([[x, y0 + 4.5], [x - 2.2, y1 - 1], [x, y1 - 3]])
    right = np.array([[x, y0 + 4.5], [x + 2.2, y1 - 1], [x, y1 - 3]])
    canvas.path(left, [0], fill=0.0, stroke=0.0, width=0.15, closed=True)
    canvas.path(right, [0], fill=1.0, stroke=0.0, width=0.15, closed=True)
    canvas.text(x, y0 + 3.6, letter, 9, bold=True, align="center")


def draw_scale(canvas, rect, view: View) -> None:
    """The scale as a ratio and as a bar in round metres."""
    x, y, width, _ = rect
    canvas.text(x, y + 3.6, f"1 : {view.scale:,}".replace(",", " "), 9, bold=True)
    room = (width - 14) * view.scale / 1000
    step = next(
        s for s in (10.0**p * m for p in range(7, -2, -1) for m in (5, 2, 1)) if s * 2 <= room
    )
    side = step * 1000 / view.scale
    for k in range(2):
        canvas.rect(
            x + k * side, y + 5, side, 1.4, fill=0.0 if k == 0 else 1.0, stroke=0.0, width=0.15
        )
    unit, per = ("km", 1000) if step >= 1000 else ("m", 1)
    for k in range(3):
        text = f"{k * step / per:g}" + (f" {unit}" if k == 2 else "")
        canvas.text(x + k * side, y + 9.2, text, _SMALL, align="left" if k == 0 else "center")


def draw_figures(canvas, rect, cells) -> None:
    """A row of figures, each under its label."""
    x, y, width, height = rect
    step = width / max(1, len(cells))
    for k, (label, value) in enumerate(cells):
        canvas.rect(x + k * step, y, step, height, stroke=0.4, width=0.15)
        canvas.text(
            x + k * step + 1, y + 3, canvas.letters.clip(label, 5.8, step - 2), 5.8, tone=0.25
        )
        room = canvas.letters.width(value, 1, True)
        size = min(11.0, (step - 1.5) / room)
        canvas.text(x + (k + 0.5) * step, y + 8.8, value, size, bold=True, align="center")


def draw_words(canvas, rect, blocks) -> None:
    """Paragraphs, each under its heading, set as large as all of them fit."""
    x, y, width, height = rect
    blocks = [(h, t) for h, t in blocks if t]
    for size in (7.0, 6.5, 6.0, 5.5, 5.0, 4.5):
        step = size * 1.25 * 25.4 / 72
        counts = [len(canvas.letters.break_lines(t, size, width)) for _, t in blocks]
        if sum(counts) * step + 4.2 * len(blocks) <= height:
            break
    for (heading, text), count in zip(blocks, counts):
        room = int((rect[1] + height - y - 4.2) / step)
        canvas.text(x, y + 3, heading, 7, bold=True)
        y = canvas.paragraph(
            x, y + 3.4, width, text, size, leading=1.25, lines=max(1, min(count, room))
        )
        y += 0.8


def draw_code(canvas, rect, *, code, lon, lat, words) -> None:
    """The QR code, and in plain figures what it says."""
    x, y, width, height = rect
    side = min(21.0, height - 2)
    count, dark = qr_runs(place_text(code, lon, lat))
    cell = side / count
    # One path, one fill: seams between separate fills show on screens.
    left_top = np.array(dark)[:, :2] * cell + (x, y + 1)
    size = np.column_stack([np.array(dark)[:, 2], np.ones(len(dark))]) * cell
    corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])
    ring = (left_top[:, None] + corners[None] * size[:, None]).reshape(-1, 2)
    canvas.path(ring, np.arange(0, len(ring), 4), fill=0.0, closed=True)
    left = x + side + 2
    room = width - side - 2
    canvas.text(left, y + 4, words["centre"], 5.8, tone=0.25)
    if lat == lat:
        canvas.text(left, y + 7.5, f"{abs(lat):.5f}° {'N' if lat >= 0 else 'S'}", _SMALL)
        canvas.text(left, y + 10.5, f"{abs(lon):.5f}° {'E' if lon >= 0 else 'W'}", _SMALL)
    fit = min(_SMALL, room / canvas.letters.width(code, 1, True))
    if fit >= 4.5:
        canvas.text(left, y + 14.5, code, fit, bold=True)
    else:
        canvas.paragraph(left, y + 12, room, code, _SMALL, bold=True)


def draw_boxes(canvas, rect, *, words, drafter, reviewer, date) -> None:
    """Drafter, reviewer, date; boxes for enumerator, supervisor and the village's seal."""
    x, y, width, height = rect
    shares = (0.28, 0.22, 0.22, 0.28)
    one = width * shares[0]
    step = height / 3
    for k, (label, value) in enumerate(
        (("drafter", drafter), ("reviewer", reviewer), ("date", date))
    ):
        canvas.rect(x, y + k * step, one, step, stroke=0.0, width=0.2)
        canvas.text(x + 1, y + k * step + 2.7, words[label], 5.8, tone=0.25)
        shown = canvas.letters.clip(str(value or ""), 8, one - 2)
        canvas.text(x + 1, y + (k + 1) * step - 1.2, shown, 8)
    left = x + one
    for label, share in zip(("enumerator", "supervisor", "seal"), shares[1:]):
        canvas.rect(left, y, width * share, height, stroke=0.0, width=0.2)
        canvas.paragraph(left + 1, y + 0.6, width * share - 2, words[label], 5.8)
        left += width * share


def draw_notice(canvas, rect, *, notice, attribution) -> None:
    """The notice of the profile and whose data these are."""
    x, y, width, _ = rect
    right = canvas.letters.clip(attribution, 5.5, width * 0.5)
    used = canvas.text(x + width, y + 3.6, right, 5.5, align="right", tone=0.2) if right else 0
    canvas.text(x, y + 3.6, canvas.letters.clip(notice, 6.5, width - used - 3), 6.5, bold=True)


def draw_legend(canvas, rect, entries, *, heading) -> None:
    """Signs and their meaning, in two columns where the frame is wide."""
    x, y, width, height = rect
    canvas.text(x, y + 3, heading, 7, bold=True)
    columns = 2 if width > 75 else 1
    per = -(-len(entries) // columns)
    step = min(3.3, (height - 4) / max(1, per))
    for k, (sign, meaning) in enumerate(entries):
        left = x + (k // per) * width / columns
        middle = y + 4.2 + (k % per + 0.5) * step
        _sign(canvas, sign, left, middle)
        room = width / columns - 10
        canvas.middle(left + 9, middle, canvas.letters.clip(meaning, 5.8, room), 5.8)


def _sign(canvas, sign: str, x: float, y: float) -> None:
    end = x + 7.5
    if sign == "boundary":
        canvas.line(x, y, end, y, stroke=BOUNDARY, width=1.0)
    elif sign == "draw":
        canvas.line(x, y, end, y, stroke=0.45, width=0.5, dash=(2.0, 1.5))
    elif sign == "neighbour":
        canvas.line(x, y, end, y, stroke=0.4, width=0.25, dash=(1.4, 0.9))
    elif sign == "district":
        canvas.line(x, y, end, y, stroke=0.75, width=2.0)
        canvas.line(x, y, end, y, stroke=0.1, width=0.45, dash=(3.0, 1.0, 0.6, 1.0))
    elif sign == "home":
        canvas.rect(x + 1.5, y - 1.2, 4.5, 2.4, fill=0.74, stroke=0.0, width=0.13)
        canvas.middle(x + 3.75, y, "7", 5.8, align="center")
    elif sign == "other":
        canvas.rect(x + 1.5, y - 1.2, 4.5, 2.4, fill=1.0, stroke=0.0, width=0.4)
        canvas.middle(x + 3.75, y, "8S", 5.8, align="center")
    elif sign == "outside":
        canvas.rect(x + 1.5, y - 1.2, 4.5, 2.4, fill=0.86)
    elif sign == "street":
        canvas.line(x, y, end, y, stroke=0.45, width=1.8)
        canvas.line(x, y, end, y, stroke=1.0, width=1.5)
    elif sign == "path":
        canvas.line(x, y, end, y, stroke=0.45, width=0.3, dash=(1.6, 0.8))
    elif sign == "water":
        canvas.line(x, y, end, y, stroke=WATER, width=0.9)
    elif sign == "rail":
        canvas.line(x, y, end, y, stroke=0.2, width=0.7)
        canvas.line(x, y, end, y, stroke=1.0, width=0.4, dash=(2.0, 2.0))
    elif sign == "walk":
        tip = np.array([[x + 2.4, y], [x, y - 1.1], [x + 0.7, y], [x, y + 1.1]])
        canvas.path(tip, [0], fill=0.0, closed=True)
        canvas.line(x + 3, y, end, y, stroke=0.3, width=0.18, dash=(0.3, 0.9))
    elif sign == "detail":
        canvas.rect(x + 1.2, y - 1.3, 5.2, 2.6, stroke=0.0, width=0.3, dash=(0.9, 0.6))


def place_text(code: str, lon: float, lat: float) -> str:
    """What the code of a zone's sheet says: a ``geo:`` address (RFC 5870) and the zone code.

    Examples
    --------
    >>> place_text("500112001001007", 106.63, 29.718)
    'geo:29.71800,106.63000?q=29.71800,106.63000(500112001001007)'
    """
    if lon != lon or lat != lat:
        return code
    spot = f"{lat:.5f},{lon:.5f}"
    return f"geo:{spot}?q={spot}({code})"


def qr_runs(text: str) -> tuple[int, list[tuple[int, int, int]]]:
    """A QR code: side in modules, and each dark run as ``(column, row, length)``; no quiet zone."""
    # Any of the eight masks reads well; trying them all takes longer than drawing the page.
    rows = [bytes(r) for r in segno.make(text, error="m", micro=False, mask=3).matrix]
    out = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            if row[x]:
                end = row.find(b"\x00", x)
                end = len(row) if end < 0 else end
                out.append((x, y, end - x))
                x = end
            else:
                x += 1
    return len(rows), out
