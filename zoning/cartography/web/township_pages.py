"""An index page and one page a township: small files for slow phones.

The index holds no script: a picture of the county whose parts are links, and a table.
"""

from __future__ import annotations

import html
import re

import geopandas as gpd
import numpy as np
import shapely

from zoning.html.offline import asset
from zoning.lang.map_words import check_language, texts
from zoning.model.tolerances import tolerance

__all__ = ["index_page", "page_name"]

_WIDTH = tolerance("index_width")
_SIZE = tolerance("index_name")
_NOT_NOTHING = tolerance("not_nothing")
#: Endings that say who governs a township, not what it is called.
_SEAT = re.compile("(?<=[镇乡])人民政府$|(?<=街道)办事处$")
_SAFE = re.compile(r"[^0-9A-Za-z._-]")


def page_name(code: str) -> str:
    """The file name of a township's page; characters that a path could misread become ``_``.

    Examples
    --------
    >>> page_name("500112001")
    '500112001.html'
    >>> page_name("../etc")
    '.._etc.html'
    """
    return f"{_SAFE.sub('_', str(code))}.html"


def index_page(
    townships: gpd.GeoDataFrame,
    rows: list[dict],
    columns: list[str],
    *,
    title: str,
    lang: str,
    notice: str = "",
    attribution: str = "",
    made: str = "",
) -> str:
    """The text of an index page that needs neither script nor network.

    Parameters
    ----------
    townships : GeoDataFrame
        Polygons with ``area_code`` and ``name``, any projected CRS.
    rows : list of dict
        Figures by township, each with ``code`` and ``name``.
    columns : list of str
        Which figures, ``name`` first.
    title, notice, attribution, made : str
        Shown as text, whatever they hold.
    lang : {"en", "zh"}
        Language of the page.
    """
    words = texts(check_language(lang))
    head = "".join(f"<th>{_text(words.get(f'col.{c}', c))}</th>" for c in columns)
    body = "".join(_row(row, columns) for row in rows)
    notes = [notice, attribution, f"{words['made']} {made}" if made else ""]
    foot = "".join(f"<p>{_text(n)}</p>" for n in notes if n)
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>{asset('index.css', __package__)}</style>\n"
        "</head>\n<body>\n"
        f'<h1 dir="auto">{_text(title)}</h1>\n<p>{_text(words["index.hint"])}</p>\n'
        f'<p><a href="all.html">{_text(words["index.whole"])}</a></p>\n'
        f"{_picture(townships, rows)}\n"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>\n"
        f"<footer>{foot}</footer>\n</body>\n</html>\n"
    )


def _text(value: object) -> str:
    return html.escape(str(value), quote=True)


def _row(row: dict, columns: list[str]) -> str:
    cells = []
    for column in columns:
        value = row.get(column)
        if column == "name":
            link = (
                f'<a href="{page_name(row["code"])}" dir="auto">{_text(value or row["code"])}</a>'
            )
            cells.append(f'<th scope="row">{link}</th>')
        elif value is None:
            cells.append("<td>–</td>")
        elif column.endswith("_share"):
            cells.append(f"<td>{value:.1%}</td>")
        else:
            number = f"{value:,}" if isinstance(value, (int, float)) else value
            cells.append(f"<td>{_text(number)}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _picture(townships: gpd.GeoDataFrame, rows: list[dict]) -> str:
    """The townships as links in one small drawing; names that would cover others are left out."""
    known = {row["code"] for row in rows}
    frame = townships[townships["area_code"].isin(known)]
    if not len(frame):
        return ""
    west, south, east, north = frame.total_bounds
    scale = _WIDTH / max(east - west, north - south, _NOT_NOTHING)
    tolerance = 0.7 / scale
    shapes = shapely.simplify(frame.geometry.to_numpy(), tolerance)
    at = shapely.get_coordinates(shapely.point_on_surface(frame.geometry.to_numpy()))
    at = np.column_stack([at[:, 0] - west, north - at[:, 1]]) * scale
    names = [
        code if not isinstance(name, str) else name
        for code, name in zip(frame["area_code"], frame["name"], strict=True)
    ]
    short = [_SEAT.sub("", name) for name in names]
    clear = _clear(short, at, shapely.area(frame.geometry.to_numpy()), (east - west) * scale)
    parts, words = [], []
    for i, code in enumerate(frame["area_code"]):
        path = _path(shapes[i], west, north, scale)
        href = page_name(code)
        parts.append(f'<a href="{href}"><path d="{path}"/><title>{_text(names[i])}</title></a>')
        place = clear[i]
        if place is not None:
            x, y = place
            words.append(f'<text x="{x:.0f}" y="{y:.0f}">{_text(short[i])}</text>')
    # Names last, so that no township covers the name of another.
    parts += words
    width, height = (east - west) * scale, (north - south) * scale
    return (
        f'<svg viewBox="-4 -4 {width + 8:.0f} {height + 8:.0f}" role="img">{"".join(parts)}</svg>'
    )


def _clear(labels: list[str], at, areas, width: float) -> list[tuple[float, float] | None]:
    """Where labels stand that cover no other one, large townships first; ``None`` for the rest."""
    taken: list[tuple[float, float, float, float]] = []
    places: list[tuple[float, float] | None] = [None] * len(labels)
    for i in np.lexsort([np.arange(len(labels)), -np.round(areas)]):
        wide = sum(_SIZE if ord(c) > 0x2E7F else 0.6 * _SIZE for c in labels[i])
        if wide > width:
            continue
        x = min(max(float(at[i, 0]), wide / 2), width - wide / 2)
        for lower in (0.0, 0.6, -0.6):
            y = float(at[i, 1]) + (0.35 + lower) * _SIZE
            box = (x - wide / 2, y - _SIZE, x + wide / 2, y + 0.25 * _SIZE)
            if all(box[2] < b[0] or b[2] < box[0] or box[3] < b[1] or b[3] < box[1] for b in taken):
                taken.append(box)
                places[i] = (x, y)
                break
    return places


def _path(shape, west: float, north: float, scale: float) -> str:
    rings = shapely.get_rings(shapely.get_parts(shape))
    text = []
    for ring in rings:
        xy = (shapely.get_coordinates(ring)[:-1] - [west, north]) * [scale, -scale]
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in np.asarray(xy))
        text.append(f"M{points}Z")
    return "".join(text)
