"""A sheet of paper: lines, areas and texts in millimetres, written as PDF operators.

fpdf2 makes the document, its fonts and links. Its drawing calls format one number at a time,
which takes longer than all the rest of a map page, so this file writes whole arrays of
coordinates as path operators itself (ISO 32000-1, section 8.5) and hands fpdf2 the text.
Units inside are 0.04 mm, the dot of a 600 dpi printer, y down from the top edge, all integers.
"""

from __future__ import annotations

import math
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache

import numpy as np
from fpdf import FPDF

from zoning.cartography.page.fonts import Lettering
from zoning.model.tolerances import count, tolerance

__all__ = ["PAPERS", "Canvas", "Document"]

#: Width and height in millimetres of a portrait sheet.
PAPERS = {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}
_PEN, _LEADING, _BOLD = tolerance("pen_width"), tolerance("leading"), tolerance("edge_of_bold")
_PER_MM = count("units_a_mm")
_UNIT = 72 / 25.4 / _PER_MM  # points in a unit
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)


class Document(FPDF):
    """A PDF whose bytes depend on its content alone.

    Parameters
    ----------
    title : str
        Title in the document's information.
    date : datetime, optional
        Date written into the file; a fixed one if not given.
    cjk : bool
        Whether Chinese text will be set.
    lang : str
        Language that readers aloud are told.
    """

    def __init__(
        self, title: str, *, date: datetime | None = None, cjk: bool = False, lang: str = "en"
    ):
        super().__init__(unit="mm")
        self.set_auto_page_break(False)
        self.set_margin(0)
        self.set_title(title)
        self.set_lang({"zh": "zh-CN"}.get(lang, lang))
        self.set_creator("zoning")
        self.set_creation_date(date or _NO_DATE)
        self.letters = Lettering(self, cjk=cjk)

    def sheet(self, paper: str, landscape: bool) -> Canvas:
        """A new page, empty; draw on the canvas, then call `finish` once."""
        self.add_page("L" if landscape else "P", format=paper)
        self.letters.use_on_page()
        width, height = PAPERS[paper]
        if landscape:
            width, height = height, width
        return Canvas(width, height, self.letters)

    def finish(self, canvas: Canvas) -> None:
        """Write a canvas to the current page."""
        self._out(canvas.content())

    def bookmark(self, text: str, level: int) -> None:
        """An entry of the outline that leads to the current page."""
        self.start_section(text, level, strict=False)


@lru_cache(maxsize=4096)
def _path_format(points: int) -> str:
    return "%d %d m" + " %d %d l" * (points - 1)


def _tone(value, operator: str) -> str:
    if isinstance(value, tuple):
        red, green, blue = value
        return f"{red:.2f} {green:.2f} {blue:.2f} {operator.replace('g', 'rg')}"
    return f"{value:.2f} {operator}"


class Canvas:
    """What is drawn on one sheet.

    Tones are a grey from 0 (black) to 1 (white) or a tuple of red, green and blue.
    """

    def __init__(self, width: float, height: float, letters: Lettering):
        self.width = width
        self.height = height
        self.letters = letters
        self._ops: list[str] = []

    def content(self) -> bytes:
        """The page's content stream."""
        flip = f"q {_UNIT:.6f} 0 0 -{_UNIT:.6f} 0 {self.height * _PER_MM * _UNIT:.3f} cm 1 j 0 J"
        return "\n".join([flip, *self._ops, "Q"]).encode("latin-1")

    def raw(self, ops: list[str]) -> None:
        """Append operators that another canvas recorded."""
        self._ops.extend(ops)

    def take(self) -> list[str]:
        """The operators so far, to be used again on other sheets."""
        return list(self._ops)

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float):
        """Draw inside a rectangle only."""
        self._ops.append("q " + _rect(x, y, width, height) + " W n")
        yield
        self._ops.append("Q")

    def path(
        self, xy, starts, *, fill=None, stroke=None, width: float = _PEN, dash=(), closed=False
    ) -> None:
        """Lines or rings.

        Parameters
        ----------
        xy : array of float, shape (n, 2)
            Points on the paper in millimetres.
        starts : array of int
            Where each line begins in `xy`.
        fill, stroke : tone, optional
            Even-odd fill and line tone; nothing where not given.
        width : float
            Line width in millimetres.
        dash : sequence of float
            Lengths of dash and gap in millimetres.
        closed : bool
            Whether each line returns to its start.
        """
        if not len(xy):
            return
        data = np.rint(np.asarray(xy) * _PER_MM).astype(int).tolist()
        ends = [*starts[1:], len(data)]
        parts = []
        for first, last in zip(starts, ends):
            if last - first < 2:
                continue
            flat = [v for point in data[first:last] for v in point]
            parts.append(_path_format(last - first) % tuple(flat))
        if not parts:
            return
        join = " h\n" if closed else "\n"
        self._paint(join.join(parts) + (" h" if closed else ""), fill, stroke, width, dash)

    def _paint(self, path: str, fill, stroke, width: float, dash) -> None:
        style = []
        if fill is not None:
            style.append(_tone(fill, "g"))
        if stroke is not None:
            style.append(_tone(stroke, "g").upper())
            style.append(f"{width * _PER_MM:.3g} w")
            style.append("[" + " ".join(f"{d * _PER_MM:.3g}" for d in dash) + "] 0 d")
        paint = "B*" if fill is not None and stroke is not None else "f*" if stroke is None else "S"
        self._ops.append(" ".join(style) + "\n" + path + " " + paint)

    def rect(self, x, y, w, h, *, fill=None, stroke=None, width=_PEN, dash=()) -> None:
        """A rectangle from its upper left corner."""
        self._paint(_rect(x, y, w, h), fill, stroke, width, dash)

    def squares(self, xy, side: float, *, fill=0.0) -> None:
        """Filled squares around points."""
        half = side / 2
        boxes = " ".join(_rect(x - half, y - half, side, side) for x, y in np.asarray(xy))
        if boxes:
            self._paint(boxes, fill, None, 0, ())

    def line(self, x1, y1, x2, y2, *, stroke=0.0, width=_PEN, dash=()) -> None:
        """One straight line."""
        self._paint(
            f"{x1 * _PER_MM:.0f} {y1 * _PER_MM:.0f} m {x2 * _PER_MM:.0f} {y2 * _PER_MM:.0f} l",
            None, stroke, width, dash,
        )  # fmt: skip

    def circle(self, x, y, radius, *, fill=None, stroke=None, width=_PEN) -> None:
        """A circle, as a polygon of 24 sides."""
        turn = np.linspace(0, 2 * math.pi, 25)[:-1]
        ring = np.column_stack([x + radius * np.cos(turn), y + radius * np.sin(turn)])
        self.path(ring, [0], fill=fill, stroke=stroke, width=width, closed=True)

    def text(
        self, x, y, text, size, *, bold=False, angle=0.0, align="left", tone=0.0, halo=0.0
    ) -> float:
        """A text on one line; returns its width in millimetres.

        Parameters
        ----------
        x, y : float
            Where the base line begins, has its middle or ends, as `align` says.
        size : float
            Points.
        angle : float
            Radians clockwise on the page.
        halo : float
            Width in millimetres of a white edge, so that the text reads across lines.
        """
        runs, unit = self.letters.runs(str(text), bold)
        width = unit * size * 25.4 / 72
        shift = {"left": 0.0, "center": width / 2, "right": width}[align]
        cos, sin = math.cos(angle), math.sin(angle)
        x, y = (x - shift * cos) * _PER_MM, (y - shift * sin) * _PER_MM
        turn = f"{cos:.4f} {sin:.4f} {sin:.4f} {-cos:.4f}" if angle else "1 0 0 -1"
        place = f"{turn} {x:.1f} {y:.1f} Tm"
        points = round(size * 25.4 * _PER_MM / 72, 1)
        shown = " ".join(f"/F{i} {points} Tf {body} Tj" for i, body, _ in runs)
        if halo:
            self._ops.append(
                f"BT 1 G {round(halo * 2 * _PER_MM)} w 1 Tr [] 0 d {place} {shown} 0 Tr ET"
            )
        if any(edge for *_, edge in runs):
            pen = f"{_tone(tone, 'g').upper()} {points * _BOLD:.2f} w [] 0 d"
            shown = f"{pen} " + " ".join(
                f"/F{i} {points} Tf {2 if edge else 0} Tr {body} Tj" for i, body, edge in runs
            )
            shown += " 0 Tr"
        self._ops.append(f"BT {_tone(tone, 'g')} {place} {shown} ET")
        return width

    def paragraph(
        self, x, y, width, text, size, *, leading=_LEADING, bold=False, lines=99
    ) -> float:
        """Text broken to a width; returns the y below it.

        More than `lines` lines are cut with an ellipsis.
        """
        step = size * leading * 25.4 / 72
        broken = self.letters.break_lines(str(text), size, width, bold)
        if len(broken) > lines:
            broken = [*broken[: lines - 1], self.letters.clip(broken[lines - 1] + "…", size, width)]
        for line in broken:
            y += step
            self.text(x, y, line, size, bold=bold)
        return y

    def middle(self, x, y, text, size, **kwargs) -> float:
        """A text whose capitals are centred on y instead of standing on it."""
        return self.text(x, y + Lettering.CAP * size * 25.4 / 144, text, size, **kwargs)


def _rect(x, y, w, h) -> str:
    return " ".join(f"{v * _PER_MM:.1f}" for v in (x, y, w, h)) + " re"
