"""Draws docs/architecture.svg, the house from its imports: ``python -m docs.architecture``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from docs.imports import FLOORS, imports, lines_of_rooms, room

TARGET = Path(__file__).with_name("architecture.svg")
WIDTH, STEP, HIGH = 960, 74, 46
#: What a room is for, in the words of its doorway.
SAYS = {
    "cli": "one command a file",
    "project": "the folder: run, borders, sign-off",
    "cartography": "maps, books, sheets, exports",
    "fieldwork": "who confirmed what, how far",
    "boundaries": "lines: pieces, zones, disputes",
    "buildings": "the register and its walks",
    "validate": "the judge: rules over layers",
    "html": "pages that open offline",
    "lang": "words of people",
    "io": "the one door for files",
    "geo": "plane geometry, kernels",
    "model": "layers, codes, profiles",
    "errors": "every error on purpose",
}


def picture() -> str:
    """The drawing as SVG: floors from the top down, width by lines, an arrow a pair of rooms."""
    places = _places(lines_of_rooms())
    height = STEP * len(FLOORS) + 20
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        'font-family="DejaVu Sans, Arial, sans-serif">',
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="5" '
        'markerHeight="5" orient="auto"><path d="M0 0L8 4L0 8z" fill="#5d7285"/></marker></defs>',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
    ]
    pairs = Counter(
        (room(module), room(target))
        for module, targets in imports().items()
        for target in targets
        # Every room raises errors and may ask the model: those arrows would hide the others.
        if room(module) != room(target) and room(target) not in ("errors", "model")
        if {room(module), room(target)} <= set(places)
    )
    parts += [_arrow(places, *pair, count) for pair, count in sorted(pairs.items())]
    parts += [_box(name, *place, lines_of_rooms()[name]) for name, place in places.items()]
    parts.append(
        f'<text x="20" y="{height - 70}" font-size="11" fill="#33475b">Arrows: imports, the wider '
        "the more. Every room may use model and errors.</text>"
    )
    return "\n".join([*parts, "</svg>"]) + "\n"


def _places(lines: dict[str, int]) -> dict[str, tuple[float, float, float]]:
    """Left edge, top and width of each room."""
    places = {}
    for height, names in enumerate(FLOORS):
        wide = [max(190.0, 2.4 * lines[name] ** 0.5) for name in names]
        left = (WIDTH - sum(wide) - 70 * (len(names) - 1)) / 2
        # Rooms that stand alone lean to alternate sides, so that arrows past them stay visible.
        left += (0 if len(names) > 1 else (-1) ** height * 130) if 0 < height < 9 else 0
        for name, width in zip(names, wide, strict=True):
            places[name] = (left, 16.0 + STEP * height, width)
            left += width + 70
    return places


def _arrow(places, source: str, target: str, count: int) -> str:
    x1, y1, w1 = places[source]
    x2, y2, w2 = places[target]
    lean = (x2 + w2 / 2 - x1 - w1 / 2) / WIDTH
    start, end = x1 + w1 * (0.5 + 0.35 * lean), x2 + w2 * (0.5 - 0.35 * lean)
    bend = STEP * 0.5
    return (
        f'<path d="M{start:.0f} {y1 + HIGH:.0f}C{start:.0f} {y1 + HIGH + bend:.0f} '
        f'{end:.0f} {y2 - bend:.0f} {end:.0f} {y2 - 2:.0f}" fill="none" stroke="#5d7285" '
        f'stroke-opacity="0.45" stroke-width="{min(5.0, 0.6 + count**0.5 / 2.5):.1f}" '
        f'marker-end="url(#tip)"><title>{source} imports {target}: {count}</title></path>'
    )


def _box(name: str, left: float, top: float, width: float, lines: int) -> str:
    middle = left + width / 2
    return (
        f'<rect x="{left:.0f}" y="{top:.0f}" width="{width:.0f}" height="{HIGH}" rx="4" '
        'fill="#eef4f8" stroke="#24506f"/>'
        f'<text x="{middle:.0f}" y="{top + 19:.0f}" text-anchor="middle" font-size="15" '
        f'font-weight="bold" fill="#17344a">{name}'
        f'<tspan font-weight="normal" font-size="11"> {round(lines, -2):,} lines</tspan></text>'
        f'<text x="{middle:.0f}" y="{top + 36:.0f}" text-anchor="middle" font-size="11" '
        f'fill="#33475b">{SAYS[name]}</text>'
    )


if __name__ == "__main__":
    TARGET.write_text(picture(), "utf-8")
