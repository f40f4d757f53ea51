"""Names along streets, rivers and railways.

A name stands on a stretch of its line that is nearly straight, else follows the bend letter by
letter, else stands beside the line; a street that has no room for its name on the page gets a
letter in a circle, explained in the legend. Method: windows of the name's length slide along
the line, the straightest free one nearest to the middle wins.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from zoning.cartography.page.label_places import CELL, PlacedLabel
from zoning.model.tolerances import tolerance

__all__ = ["along_line", "key_spot", "resample"]

_MM = 25.4 / 72
_UPRIGHT = tolerance("upright")
_STEP = tolerance("line_step")
_TALL = tolerance("line_tall")
_MAX_TURN = tolerance("letter_turn")
_KEY_RADIUS = tolerance("key_radius")
_NOT_NOTHING = tolerance("not_nothing")


def resample(xy: np.ndarray, step: float = _STEP) -> np.ndarray:
    """Points at equal distances along a line, first and last kept nearly."""
    gaps = np.hypot(*np.diff(xy, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(gaps)])
    places = np.arange(0.0, along[-1], step)
    return np.column_stack([np.interp(places, along, xy[:, 0]), np.interp(places, along, xy[:, 1])])


@lru_cache(maxsize=4096)
def _template(columns: int, rows: int) -> tuple[np.ndarray, np.ndarray]:
    """Points over the unit square with its middle at the origin: all, and those to ask first.

    A text that overlaps another crosses its rim or holds it whole: the rim and every fourth
    point inside tell as much as all points.
    """
    u, v = np.meshgrid(np.linspace(-0.5, 0.5, columns), np.linspace(-0.5, 0.5, rows))
    i, k = np.meshgrid(np.arange(columns), np.arange(rows))
    rim = (i == 0) | (k == 0) | (i == columns - 1) | (k == rows - 1)
    few = rim | ((i % 4 == 0) & (k % 4 == 0))
    return np.column_stack([u.ravel(), v.ravel()]), np.column_stack([u[few], v[few]])


def _box_points(x, y, width, height, angle, *, few=False) -> np.ndarray:
    """Points that cover a turned box so densely that no cell under it is missed."""
    pace = CELL * 0.65
    size = math.ceil(width / pace) + 1, math.ceil(height / pace) + 1
    grid = _template(max(2, size[0]), max(2, size[1]))[few]
    cos, sin = math.cos(angle), math.sin(angle)
    turn = np.array([[width * cos, width * sin], [-height * sin, height * cos]])
    return grid @ turn + (x, y)


def along_line(ground, line, text, *, kind, sizes, width_of, owner, offset=0.0, bend=True):
    """Labels of a name on or beside a line, or an empty list where there is no room.

    Parameters
    ----------
    ground : PageGround
        The page; places found are taken.
    line : array of float, shape (n, 2)
        Points every half millimetre, as `resample` makes them.
    text, kind, owner
        For the labels.
    sizes : sequence of float
        Points, largest first.
    width_of : callable
        (text, size) to millimetres.
    offset : float
        Distance of the text's middle from the line, millimetres, as a second choice.
    bend : bool
        Whether the name may be set letter by letter.
    """
    for size in sizes:
        width, height = width_of(text, size), size * _MM * _TALL
        if math.ceil(width / _STEP) + 2 > len(line):
            continue
        windows = _windows(line, width)
        for shift in (0.0, offset, -offset) if offset else (0.0,):
            found = _straight(ground, windows, width, height, shift)
            if found is not None:
                x, y, angle = found
                ground.take_points(_box_points(x, y, width + 0.5, height + 0.3, angle))
                return [PlacedLabel(text, kind, x, y, width, height, size, angle, owner=owner)]
        letters = bend and _curved(ground, line, text, size, height, width_of, kind, owner)
        if letters:
            return letters
    return []


def _windows(line, width):
    """Middle, chord, its length and the line's distance from it, for every stretch of a width."""
    count = math.ceil(width / _STEP)
    start, end = line[: len(line) - count], line[count:]
    chord = end - start
    length = np.maximum(np.hypot(*chord.T), _NOT_NOTHING)
    bend = np.where(length > 0.9 * width, 0.0, np.inf)
    # Distance of the points at a quarter, half and three quarters from the chord.
    for part in (0.25, 0.5, 0.75):
        middle = line[int(count * part) :][: len(start)] - start
        cross = np.abs(chord[:, 0] * middle[:, 1] - chord[:, 1] * middle[:, 0]) / length
        bend = np.maximum(bend, cross)
    return (start + end) / 2, chord, length, bend


def _straight(ground, windows, width, height, shift):
    middle, chord, length, bend = windows
    places = np.flatnonzero(bend < (0.42 if shift else 0.3) * height)
    if not len(places):
        return None
    way = chord[places] / length[places, None]
    # Texts read from left to right, or from below where the line is upright.
    back = (way[:, 0] < -_UPRIGHT) | ((np.abs(way[:, 0]) <= _UPRIGHT) & (way[:, 1] > 0))
    way[back] *= -1
    spots = middle[places]
    if shift:
        spots = spots + np.column_stack([-way[:, 1], way[:, 0]]) * shift
    half = way * (width / 2)
    free = ground.open_at(np.concatenate([spots, spots - half, spots + half]))
    free = np.flatnonzero(free.reshape(3, -1).all(axis=0))
    if not len(free):
        return None
    off_middle = np.abs(places[free] - len(middle) / 2) * _STEP
    order = free[np.argsort(off_middle + 12 * bend[places[free]], kind="stable")]
    for i in order[:: max(1, len(order) // 24)].tolist():
        x, y = spots[i].tolist()
        angle = math.atan2(way[i, 1], way[i, 0])
        if ground.points_free(_box_points(x, y, width + 0.5, height + 0.3, angle, few=True)):
            return x, y, angle
    return None


def _curved(ground, line, text, size, height, width_of, kind, owner) -> list[PlacedLabel]:
    advances = [width_of(c, size) * 1.06 for c in text]
    total = sum(advances)
    count = math.ceil(total / _STEP)
    room = len(line) - count - 2
    if room < 1 or any("\u0590" <= c < "\u0900" for c in text):
        return []  # joined scripts are not set letter by letter
    middle = room / 2
    for i in sorted(range(0, room, max(1, room // 12)), key=lambda k: abs(k - middle)):
        piece = line[i : i + count + 3]
        if not ground.open_at(piece[1:-1]).all():
            continue
        if piece[-1, 0] < piece[0, 0]:
            piece = piece[::-1]
        letters = _set_letters(piece, text, advances, size, height, kind, owner)
        if letters is None:
            continue
        boxes = np.concatenate(
            [_box_points(a.x, a.y, a.width + 0.3, height + 0.3, a.angle) for a in letters]
        )
        if ground.points_free(boxes):
            ground.take_points(boxes)
            return letters
    return []


def _set_letters(piece, text, advances, size, height, kind, owner):
    letters, at, last = [], 0.0, None
    smooth = _smooth(piece)
    for char, advance in zip(text, advances):
        place = (at + advance / 2) / _STEP
        k = min(int(place), len(smooth) - 2)
        x, y = smooth[k] + (smooth[k + 1] - smooth[k]) * (place - k)
        a, b = smooth[max(0, k - 2)], smooth[min(len(smooth) - 1, k + 3)]
        angle = math.atan2(b[1] - a[1], b[0] - a[0])
        if last is not None and abs(angle - last) > _MAX_TURN:
            return None
        if abs(angle) > 1.75:
            return None  # upside down
        last = angle
        at += advance
        if char != " ":
            letters.append(
                PlacedLabel(
                    char, kind, float(x), float(y), advance, height, size, angle, owner=owner
                )
            )
    return letters


def _smooth(piece: np.ndarray) -> np.ndarray:
    """A moving mean over 2.5 mm, so that a kink does not tilt one letter."""
    if len(piece) < 7:
        return piece
    padded = np.concatenate([piece[:1].repeat(2, 0), piece, piece[-1:].repeat(2, 0)])
    sums = np.cumsum(np.concatenate([np.zeros((1, 2)), padded]), axis=0)
    return (sums[5:] - sums[:-5]) / 5


def key_spot(ground, line, radius: float = _KEY_RADIUS) -> tuple[float, float] | None:
    """A free place for a circled letter on a line, nearest to its middle."""
    middle = len(line) / 2
    for i in sorted(range(0, len(line), 2), key=lambda k: abs(k - middle)):
        x, y = line[i]
        if ground.free(x - radius, y - radius, x + radius, y + radius):
            ground.take(x - radius, y - radius, x + radius, y + radius)
            return float(x), float(y)
    return None
