"""QR codes as rows of dark modules, for vector pages."""

from __future__ import annotations

import segno

__all__ = ["dark_runs", "place_text"]


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


def dark_runs(text: str) -> tuple[int, list[tuple[int, int, int]]]:
    """Side in modules, and each dark run as ``(column, row, length)``; no quiet zone."""
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
