"""Enlarged sheets: where numbers do not fit on a zone's main sheet."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from zoning.cartography.book.frame import LADDER, View, fit_view, frames
from zoning.cartography.book.frame_labels import Lettered, number_texts, symbol_half
from zoning.cartography.page.label_places import (
    PageGround,
    PlacedLabel,
    place_beside,
    place_numbers,
)
from zoning.model.tolerances import count, tolerance

__all__ = ["drop_enlarged", "enlargements", "letters_of", "mark"]

_LARGEST = count("largest_enlargement")
_COARSEST = count("smallest_enlargement")
_MOST_LED = tolerance("led_numbers")


def letters_of(k: int) -> str:
    """a, b, ... z, aa, ab, ..."""
    text = ""
    k += 1
    while k:
        k, rest = divmod(k - 1, 26)
        text = chr(97 + rest) + text
    return text


def enlargements(book, view, members, lettered, letters) -> list:
    """Views that show larger what has no room on the main sheet."""
    data = book.data
    crowded = list(lettered.unplaced)
    led = lettered.led
    if led and len(led) > max(3, _MOST_LED * len(lettered.houses)):
        crowded += led
    if not crowded:
        return []
    rows = np.unique(crowded)

    def width_of(text, size):
        return letters.width(text, size)

    return _cut(book, data, rows, view.scale, members, width_of, 0)


def _cut(book, data, rows, scale, members, width_of, depth) -> list:
    """Views of the smallest enlargement at which the numbers of some buildings find room.

    Buildings too far apart for one view are halved along the longer side.
    """
    points = data.house_points[rows]
    low, high = points.min(axis=0), points.max(axis=0)
    choices = []
    for sideways in (False, True):
        layout = frames(book.options.paper, sideways)
        fit = fit_view(layout.map, (*low, *high), margin=14, smallest=_LARGEST)
        choices.append((layout, fit))
    layout, fit = min(choices, key=lambda c: (c[1].scale, c[0].landscape))
    for step in reversed(LADDER):
        if fit.scale <= step <= min(scale / 1.6, _COARSEST):
            view = replace(fit, scale=step)
            if step == _LARGEST or _fits(data, view, members, width_of, book.options):
                return [(layout, view)]
    if depth > 12 or len(rows) == 1:
        return [(layout, fit)]
    axis = int(np.argmax(high - low))
    order = np.lexsort((rows, points[:, axis]))
    half = len(rows) // 2
    first, second = np.sort(rows[order[:half]]), np.sort(rows[order[half:]])
    return _cut(book, data, first, scale, members, width_of, depth + 1) + _cut(
        book, data, second, scale, members, width_of, depth + 1
    )


def _fits(data, view: View, members, width_of, options) -> bool:
    """Whether all numbers of a view find room, few of them with leader lines."""
    mine = data.houses_of(members)
    spots = view.paper(data.house_points[mine])
    inside = (
        (spots[:, 0] > view.x + 1) & (spots[:, 0] < view.x + view.width - 1)
        & (spots[:, 1] > view.y + 1) & (spots[:, 1] < view.y + view.height - 1)
    )  # fmt: skip
    mine, spots = mine[inside], spots[inside]
    ground = PageGround(view.x, view.y, view.width, view.height)
    texts = number_texts(data, mine, public=options.public)
    solid = symbol_half(data, mine, view)
    sizes = (7.0, 6.2)
    left = place_numbers(ground, spots, texts, sizes, solid=solid, width_of=width_of)[1]
    return len(left) <= _MOST_LED * len(mine)


def drop_enlarged(lettered: Lettered, details, data, scale: float) -> None:
    """Take off the main sheet the numbers that an enlargement shows much larger.

    An enlargement of half the zone leaves them: there the main sheet stays the one to walk by.
    """
    small = [v for _, v in details if v.scale <= 0.5 * scale]
    if not small:
        return
    # A number close to the edge of the enlargement is not shown there.
    boxes = np.array([v.wider(-1.5) for v in small])
    x, y = data.house_points[lettered.houses].T[:, :, None]
    inside = (boxes[:, 0] < x) & (boxes[:, 2] > x) & (boxes[:, 1] < y) & (boxes[:, 3] > y)
    enlarged = inside.any(axis=1)
    lettered.labels = [a for a in lettered.labels if a.kind != "number" or not enlarged[a.owner]]


def mark(canvas, view: View, inner: View, tag: str, ground: PageGround) -> PlacedLabel:
    """The frame of an enlargement on the main sheet, with the sheet's number at a corner."""
    x0, y0, x1, y1 = inner.extent
    (a, b), (c, d) = view.paper(np.array([[x0, y1], [x1, y0]]))
    canvas.rect(a, b, c - a, d - b, stroke=0.0, width=0.35, dash=(1.2, 0.8))
    wide, high = canvas.letters.width(tag, 7, True) + 1.6, 3.6
    corners = [(x, y) for y in (b - high / 2, d + high / 2) for x in (a + wide / 2, c - wide / 2)]
    corners += [((a + c) / 2, (b + d) / 2)]
    half_w, half_h = wide / 2, high / 2
    spot = next(
        (c for c in corners
         if ground.free(c[0] - half_w, c[1] - half_h, c[0] + half_w, c[1] + half_h)),
        None,
    )  # fmt: skip
    if spot is None:
        middle = ((a + c) / 2, (b + d) / 2)
        spot = place_beside(ground, *middle, wide, high, gap=2.0, reach=12) or corners[0]
    x, y = spot
    ground.take(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
    canvas.rect(x - wide / 2, y - high / 2, wide, high, fill=0.0)
    canvas.middle(x, y, tag, 7, bold=True, tone=1.0, align="center")
    return PlacedLabel(tag, "sheet", x, y, wide, high, 7.0)
