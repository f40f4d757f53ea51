"""The texts inside the map frame of a sheet: which there are, and where they go."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely

from zoning.cartography.book.frame import View
from zoning.cartography.page.label_places import PageGround, PlacedLabel, place_numbers
from zoning.cartography.page.line_names import along_line, key_spot, resample
from zoning.model.tolerances import in_a_row, tolerance

__all__ = ["LONG_MM", "LetterOptions", "Lettered", "letter_map", "number_texts", "symbol_half"]

LONG_MM = tolerance("long_street")
_NUMBER_SIZES = in_a_row("number_sizes")
_STREET_SIZES = in_a_row("street_sizes")
_REPEAT_MM = tolerance("name_again")
_REACH_MM = tolerance("label_reach")
_NOT_NOTHING = tolerance("not_nothing")
_KEYS = "abcdefghijkmnopqrstuvwxyz"


@dataclass
class Lettered:
    """The texts of one map and what was found on the way.

    Parameters
    ----------
    labels : list of PlacedLabel
    unplaced : list of int
        Rows of buildings whose number found no room.
    keys : list of tuple of str
        Letter and name of streets named in the legend instead of on the line.
    long_streets, named_streets : int
        Streets longer than `LONG_MM` here, and how many of them bear a name or key.
    houses : array of int
        Rows of the buildings that should be numbered here.
    ground : PageGround
        What is taken, for whatever else is put on the map.
    """

    labels: list[PlacedLabel] = field(default_factory=list)
    unplaced: list[int] = field(default_factory=list)
    keys: list[tuple[str, str]] = field(default_factory=list)
    long_streets: int = 0
    named_streets: int = 0
    houses: np.ndarray = field(default_factory=lambda: np.zeros(0, int))
    ground: PageGround | None = field(default=None, repr=False)

    @property
    def led(self) -> list[int]:
        """Rows of buildings whose number stands off with a leader line."""
        return [
            int(self.houses[a.owner]) for a in self.labels if a.kind == "number" and a.leader
        ]  # fmt: skip


def symbol_half(data, rows, view: View) -> np.ndarray:
    """Half the side of buildings too small on the page to bear their number, else 0."""
    low_x, low_y, high_x, high_y = shapely.bounds(data.house_geoms[rows]).T * 1000 / view.scale
    wide, high = high_x - low_x, high_y - low_y
    half = np.where((wide < 2.6) | (high < 1.7), np.minimum(wide, high) / 2, 0.0)
    return np.where(shapely.get_type_id(data.house_geoms[rows]) == 0, 0.65, half)


def number_texts(data, rows, *, public: bool) -> list[str]:
    """Number of each building, with the letter of its use where it is no dwelling."""
    numbers = data.house_number[rows]
    letters = data.use_letter[rows] if not public else np.full(len(rows), "")
    return [f"{n}{c}" if n >= 0 else c or "?" for n, c in zip(numbers.tolist(), letters)]


def letter_map(data, view: View, members, lines, zone_line, *, tracer, width_of, options):
    """Place every text of a map.

    Parameters
    ----------
    data : BookData
    view : View
    members : array of int
        Rows of the zones that the sheet is about.
    lines : tuple
        Points, starts and rows of barriers on the page, as `draw_lines` returns them.
    zone_line : tuple
        Points and starts of the zone's boundary on the page.
    tracer : Tracer or None
        For the neighbours along the boundary.
    width_of : callable
        (text, size) to millimetres.
    options : LetterOptions
    """
    ground = PageGround(view.x, view.y, view.width, view.height)
    for box in options.keep_free:
        ground.take(*box)
    xy, starts, owner = lines
    ground.draw(xy, starts, 1)
    ground.draw(zone_line[0], zone_line[1], 3)
    out = Lettered(ground=ground)
    waiting = []
    if options.numbers:
        waiting = _numbers(out, ground, data, view, members, width_of, options)
    if tracer is not None:
        _neighbours(out, ground, data, view, members, tracer, width_of)
    streets = _streets(xy, starts, owner, data, view)
    for street in streets:
        if street.length >= LONG_MM:
            _name(out, ground, street, width_of, must=True)
    if waiting:
        _lead(out, ground, data, view, waiting, width_of, options)
    for street in streets:
        if street.length < LONG_MM:
            _name(out, ground, street, width_of, must=False)
    return out


@dataclass(frozen=True)
class LetterOptions:
    """What a map is lettered with.

    ``keep_free`` are boxes on the page that hold other things; ``reach`` is how far a number
    may stand off, millimetres.
    """

    numbers: bool = True
    public: bool = False
    reach: float = _REACH_MM
    keep_free: tuple = ()


def _numbers(out, ground, data, view, members, width_of, options) -> list[int]:
    mine = data.houses_of(members)
    spots = view.paper(data.house_points[mine])
    x0, y0, x1, y1 = ground.frame
    inside = (
        (spots[:, 0] > x0 + 1) & (spots[:, 0] < x1 - 1) & (spots[:, 1] > y0 + 1)
        & (spots[:, 1] < y1 - 1)
    )  # fmt: skip
    mine, spots = mine[inside], spots[inside]
    out.houses = mine
    texts = number_texts(data, mine, public=options.public)
    solid = symbol_half(data, mine, view)
    placed, waiting = place_numbers(
        ground, spots, texts, _NUMBER_SIZES, solid=solid, width_of=width_of
    )
    out.labels += placed
    return waiting


def _lead(out, ground, data, view, waiting, width_of, options) -> None:
    rows = out.houses[waiting]
    spots = view.paper(data.house_points[rows])
    texts = number_texts(data, rows, public=options.public)
    solid = np.full(len(rows), 0.3)
    placed, left = place_numbers(
        ground, spots, texts, _NUMBER_SIZES[-1:], solid=solid, width_of=width_of,
        reach=options.reach,
    )  # fmt: skip
    for label in placed:
        moved = PlacedLabel(**{**label.__dict__, "owner": int(waiting[label.owner])})
        out.labels.append(moved)
    out.unplaced = [int(rows[i]) for i in left]


def _neighbours(out, ground, data, view, members, tracer, width_of) -> None:
    runs = [r for r in tracer.neighbours(int(members[0])) if r.neighbour >= 0]
    home = data.zone_district[members[0]]
    seen: set[int] = set()
    for run in sorted(runs, key=lambda r: -r.length_m):
        again = run.neighbour in seen
        long_mm = run.length_m * 1000 / view.scale
        if again and long_mm < 40:
            continue
        seen.add(run.neighbour)
        same = data.zone_district[run.neighbour] == home
        text = _codes(data, run.neighbour, data.zone_digits if same else 99)
        line = resample(view.paper(run.line), 1.0)
        for piece in np.array_split(line, max(1, round(len(line) / 110))):
            label = _outside(ground, piece, text, width_of, run.neighbour)
            if label:
                out.labels.append(label)


def _codes(data, row: int, digits: int) -> str:
    """Code of a zone, or the first and last of those that share its polygon."""
    codes = sorted(data.zone_code[m][-digits:] for m in data.members(row))
    return codes[0] if len(codes) == 1 else f"{codes[0]}–{codes[-1][-data.zone_digits :]}"


def _outside(ground, line, text, width_of, owner) -> PlacedLabel | None:
    """A code beside a stretch of the boundary, on the outer side."""
    if len(line) < 2:
        line = np.concatenate([line, line + (0.5, 0.0)])
    way = np.gradient(line, axis=0)
    way /= np.maximum(np.hypot(*way.T), _NOT_NOTHING)[:, None]
    normal = np.column_stack([way[:, 1], -way[:, 0]])
    middle = (len(line) - 1) / 2
    order = sorted(range(0, len(line), max(1, len(line) // 12)), key=lambda k: abs(k - middle))
    best = None
    for size in (7.0, 5.8):
        width, height = width_of(text, size) + 0.6, size * 25.4 / 72 * 0.73 + 0.5
        lift = np.abs(normal) @ (width / 2, height / 2)
        best = _cheapest(ground, line, normal, lift, order, width, height)
        if best:
            break
    if best is None:
        return None
    x, y = best
    ground.take(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    return PlacedLabel(text, "neighbour", x, y, width, height, size, owner=owner)


def _cheapest(ground, line, normal, lift, order, width, height):
    """The place beside a line that covers the fewest lines; a clear one ends the search."""
    best, price = None, 1e9
    for off in (1.6, 3.5, 6.0, 9.0):
        spots = line + normal * (lift + off)[:, None]
        for rank, k in enumerate(order):
            x, y = spots[k].tolist()
            box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            if not ground.free(*box):
                continue
            cost = 0.6 * rank + 2 * off + ground.darkness(*box)
            if cost < price:
                best, price = (x, y), cost
            if cost < 0.6 * rank + 2 * off + 4:
                return best
        if best and price < 30:
            break
    return best


@dataclass(frozen=True)
class _Street:
    group: int
    name: str
    kind: str
    rank: int
    length: float
    lines: list


def _streets(xy, starts, owner, data, view) -> list[_Street]:
    """Named lines on the page, joined by name; the longest first."""
    if not len(starts):
        return []
    group = data.line_group[owner]
    named = data.line_named[owner]
    ends = np.append(starts[1:], len(xy))
    x0, y0 = view.x, view.y
    out = []
    for g in np.unique(group[named]):
        mine = np.flatnonzero((group == g) & named)
        pieces = [xy[starts[i] : ends[i]] for i in mine]
        joined = shapely.multilinestrings([shapely.linestrings(p) for p in pieces])
        joined = shapely.clip_by_rect(
            shapely.line_merge(joined), x0 + 0.5, y0 + 0.5, x0 + view.width - 0.5,
            y0 + view.height - 0.5,
        )  # fmt: skip
        parts = [p for p in shapely.get_parts(joined) if p.geom_type == "LineString"]
        if not parts:
            continue
        row = owner[mine[0]]
        parts.sort(key=lambda p: -p.length)
        out.append(
            _Street(
                int(g), data.line_name[row], data.line_kind[row], int(data.line_rank[row]),
                float(sum(p.length for p in parts)), [shapely.get_coordinates(p) for p in parts],
            )
        )  # fmt: skip
    return sorted(out, key=lambda s: (s.rank, -s.length, s.name))


_LABEL_KIND = {"river": "water", "rail": "rail"}


def _name(out, ground, street: _Street, width_of, *, must: bool) -> None:
    kind = _LABEL_KIND.get(street.kind, "street")
    text = street.name if len(street.name) <= 48 else street.name[:47] + "…"
    labels: list[PlacedLabel] = []
    pieces: list[np.ndarray] = []
    for line in street.lines:
        points = resample(line)
        if len(points) < 4:
            continue
        count = max(1, round(len(points) * 0.5 / _REPEAT_MM))
        pieces += np.array_split(points, count)
    for points in pieces:
        if labels and len(points) < 120:
            continue
        labels += along_line(
            ground, points, text, kind=kind, sizes=_STREET_SIZES, width_of=width_of,
            owner=1_000_000 + street.group * 64 + len(labels) % 64, offset=2.4, bend=must,
        )  # fmt: skip
    out.labels += labels
    if not must:
        return
    out.long_streets += 1
    named = bool(labels)
    if not named and pieces and len(out.keys) < len(_KEYS):
        spot = key_spot(ground, pieces[0])
        if spot is not None:
            letter = _KEYS[len(out.keys)]
            out.keys.append((letter, street.name))
            out.labels.append(PlacedLabel(letter, "key", *spot, 3.0, 3.0, 6.0, owner=street.group))
            named = True
    out.named_streets += named
