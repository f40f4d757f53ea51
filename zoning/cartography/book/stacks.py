"""Sheets of zones that are not a plain area: stacks in one building, zones without territory."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from zoning.cartography.book import frame_panel as panel
from zoning.cartography.book.frame import frames
from zoning.cartography.book.zone_sheet import figures

__all__ = ["draw_list_sheet", "draw_stack", "floors_of"]

_FLOORS = re.compile(
    r"(?:floors?|storeys?|levels?|fl\.?)\s*(\d+)\s*(?:-|–|to|~)?\s*(\d+)?"
    r"|(\d+)\s*(?:-|–|~|至)\s*(\d+)\s*[层楼]|(\d+)\s*[层楼]",
    re.IGNORECASE,
)


def floors_of(part: str) -> tuple[int, int] | None:
    """First and last floor that the part of a vertical zone names.

    Examples
    --------
    >>> floors_of("floors 5-12, entrance B")
    (5, 12)
    >>> floors_of("open ground") is None
    True
    """
    found = _FLOORS.search(part)
    if not found:
        return None
    numbers = [int(n) for n in found.groups() if n]
    return min(numbers), max(numbers)


def draw_stack(book, canvas, rect, members) -> None:
    """A diagram of the zones of a stack: floors from the ground up, then what has no floor.

    The zone of this sheet is dark. Zones are stacked in the order of their floors and codes.
    """
    data = book.data
    x, y, width, height = rect
    parts = data.zones["part"].iloc[members].fillna("").astype("str").tolist()
    spans = [floors_of(p) for p in parts]
    order = sorted(
        range(len(members)),
        key=lambda k: (spans[k] is None, spans[k] or (0, 0), str(data.zone_code[members[k]])),
    )
    canvas.rect(x, y, width, height, fill=1.0, stroke=0.0, width=0.25)
    canvas.text(x + 1.5, y + 3.5, canvas.letters.clip(book.words["vertical_note"], 6, width - 3), 6)
    step = min(7.0, (height - 6) / len(order))
    size = 6.2 if step > 3 else 4.5
    shown = order[: max(1, int((height - 6) / 1.8))]
    step = min(7.0, (height - 6) / len(shown))
    for level, k in enumerate(shown):
        top = y + height - 1 - (level + 1) * step
        this = k == 0
        canvas.rect(x + 1.5, top, 14, step, fill=0.45 if this else 0.92, stroke=0.0, width=0.2)
        code = str(data.zone_code[members[k]])[-data.zone_digits :]
        canvas.middle(
            x + 8.5,
            top + step / 2,
            code,
            size,
            bold=this,
            align="center",
            tone=1.0 if this else 0.0,
        )
        text = canvas.letters.clip(parts[k], size, width - 19)
        canvas.middle(x + 17, top + step / 2, text, size, bold=this)


def draw_list_sheet(book, row: int, number: int) -> None:
    """The sheet of a virtual zone: a ruled list, no map."""
    words, options, data = book.words, book.options, book.data
    layout = frames(options.paper, False)
    canvas = book.document.sheet(options.paper, False)
    zone = data.zones.iloc[row]
    panel.draw_head(
        canvas, layout.head, title=book.title,
        main=f"{words['zone']}  {zone['zone_code']}", below=book.where(row),
        right=words.sheet(str(number)),
    )  # fmt: skip
    x, y, width, _ = layout.map
    panel.draw_figures(canvas, (x, y, width, 11), figures(zone, words, data.known_figures)[:3])
    canvas.paragraph(x, y + 12, width, words["virtual_note"], 8, lines=2)
    _ruled(
        canvas,
        words,
        (x, y + 21, width, layout.boxes[1] - y - 23),
        [] if options.public else _registered(data, row),
    )
    panel.draw_boxes(
        canvas, layout.boxes, words=words, drafter=options.drafter, reviewer=options.reviewer,
        date=options.date_text,
    )  # fmt: skip
    panel.draw_notice(canvas, layout.notice, notice=book.notice, attribution=book.attribution)
    book.document.finish(canvas)


def _registered(data, row: int) -> list[str]:
    """Addresses of buildings that are registered in a virtual zone."""
    mine = data.buildings.iloc[data.houses_of(np.array([row]))]
    return [t if pd.notna(t) else "" for t in mine["address"].astype("object")]


def _ruled(canvas, words, rect, lines: list[str]) -> None:
    x, y, width, height = rect
    stops = (0.0, 0.08, 0.40, 0.52, 1.0)
    for label, stop in zip(("listing_no", "listing_name", "persons", "listing_note"), stops):
        canvas.text(x + stop * width + 1, y + 4, words[label], 7, bold=True)
    count = int((height - 6) / 7.5)
    for k in range(count + 1):
        base = y + 6 + k * 7.5
        canvas.line(x, base, x + width, base, stroke=0.3, width=0.15)
        if k < count:
            canvas.text(x + 1, base + 5, str(k + 1), 7)
            if k < len(lines):
                room = width * 0.48 - 2
                text = canvas.letters.clip(lines[k], 7, room)
                canvas.text(x + stops[3] * width + 1, base + 5, text, 7)
    for stop in stops:
        left = x + stop * width
        canvas.line(left, y, left, y + 6 + count * 7.5, stroke=0.3, width=0.15)
