"""Cases of the rules, small layers drawn in text, and pictures of them as SVG."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from itertools import pairwise
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from zoning.model.profile import load_profile
from zoning.model.tolerances import in_a_row, tolerance
from zoning.validate.check import check_layers
from zoning.validate.core.context import FileFacts
from zoning.validate.core.rule import Rule
from zoning.validate.findings import Findings

__all__ = ["case_layers", "draw_case", "run_case"]

_WIDTH, _HEIGHT, _PAD = in_a_row("picture_of_a_rule")
_NOT_NOTHING = tolerance("not_nothing")
#: Layer to fill, line, line width; drawn in this order.
_STYLE = {
    "areas": ("none", "#20262b", 3.0),
    "districts": ("none", "#20262b", 2.4),
    "zones": ("#e9f0e4", "#5d6b55", 1.4),
    "allowed_gaps": ("#cfe3f1", "#5d86a8", 1.2),
    "buildings": ("#d9cfbd", "#77694f", 1.2),
    "barriers": ("none", "#8a8f94", 4.0),
    "disputes": ("none", "#b3261e", 1.2),
}
_ZONE_FILLS = ("#e9f0e4", "#e4ebf3", "#f4ecdf", "#efe4ef", "#e2f1ef")
_CRS = "EPSG:25832"


def draw_case(rule: Rule, which: str) -> str:
    """One case of a rule as SVG text; what the rule finds is drawn in red.

    A case about files has no geometry: it is written out as text.
    """
    case = rule.cases[which]
    layers = {n: f for n, f in case_layers(case).items() if hasattr(f, "geometry")}
    found = [g for g in run_case(rule, case).frame.geometry if g is not None and not g.is_empty]
    shapes = [g for f in layers.values() for g in _finite(f.geometry)]
    if not shapes:
        return _svg(_text_lines(case))
    view = _View(shapes)
    parts = []
    for name, (fill, line, width) in _STYLE.items():
        if name in layers:
            parts += _layer(view, name, layers[name], fill, line, width)
    parts += [_mark(view, shape) for shape in found]
    whole = rule.id.startswith("COD") or _alike(layers.get("zones"))
    for name in ("zones", "buildings"):
        if name in layers:
            parts += _labels(view, name, layers[name], whole=whole and name == "zones")
    if rule.id == "GEO007":
        parts += _arrows(view, layers["zones"])
    if rule.id.startswith("CRS"):
        for n, (name, frame) in enumerate(layers.items()):
            x, y = frame.total_bounds[:2]
            text = f"{name}: {frame.crs or 'no CRS'}, from x {x:.0f}, y {y:.0f}"
            parts.append(f'<text x="8" y="{18 + 16 * n}">{escape(text)}</text>')
    return _svg(parts)


def _alike(zones) -> bool:
    """Whether the last digits alone do not tell zones apart."""
    if zones is None or "zone_code" not in zones:
        return False
    short = [str(c)[-3:] for c in zones["zone_code"]]
    return len(set(short)) < len(short)


def _finite(geometry) -> list:
    return [
        g
        for g in geometry
        if g is not None and not g.is_empty and np.isfinite(shapely.get_coordinates(g)).any()
    ]


class _View:
    """Metres to pixels, north up."""

    def __init__(self, shapes) -> None:
        xy = np.concatenate([shapely.get_coordinates(s) for s in shapes])
        xy = xy[np.isfinite(xy).all(axis=1)]
        low, high = xy.min(axis=0), xy.max(axis=0)
        size = np.maximum(high - low, _NOT_NOTHING)
        self.scale = min((_WIDTH - 2 * _PAD) / size[0], (_HEIGHT - 2 * _PAD) / size[1])
        self.middle = (low + high) / 2

    def __call__(self, xy: np.ndarray) -> np.ndarray:
        out = (xy - self.middle) * [self.scale, -self.scale] + [_WIDTH / 2, _HEIGHT / 2]
        return out[np.isfinite(out).all(axis=1)]


def _path(view: _View, shape) -> str:
    text = []
    for part in _parts(shape):
        if part.geom_type == "Polygon":
            text += [_line(view, ring) + "Z" for ring in shapely.get_rings(part)]
        elif part.geom_type != "Point":
            text.append(_line(view, part))
    return "".join(text)


def _parts(shape):
    for part in shapely.get_parts(shape):
        if hasattr(part, "geoms"):
            yield from _parts(part)
        else:
            yield part


def _line(view: _View, ring) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in view(shapely.get_coordinates(ring)))


def _layer(view, name, frame, fill, line, width) -> list[str]:
    out = []
    for n, shape in enumerate(frame.geometry):
        if shape is None or shape.is_empty:
            continue
        colour = _ZONE_FILLS[n % len(_ZONE_FILLS)] if name == "zones" else fill
        out.append(
            f'<path d="{_path(view, shape)}" fill="{colour}" fill-rule="evenodd" stroke="{line}" '
            f'stroke-width="{width}" stroke-linejoin="round"/>'
        )
    return out


def _mark(view: _View, shape) -> str:
    spots = [p for p in _parts(shape) if p.geom_type == "Point"]
    size = shapely.bounds(shape)
    tiny = max(size[2] - size[0], size[3] - size[1]) * view.scale < 10
    if spots or tiny:
        here = shapely.get_coordinates(spots if spots else shapely.centroid(shape))
        return "".join(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="9" fill="none" stroke="#b3261e" '
            'stroke-width="2.5"/>'
            for x, y in view(here)
        )
    area = shapely.get_dimensions(shape) == 2
    fill = "#b3261e" if area else "none"
    return (
        f'<path d="{_path(view, shape)}" fill="{fill}" fill-opacity="0.28" fill-rule="evenodd" '
        'stroke="#b3261e" stroke-width="2.5" stroke-linejoin="round"/>'
    )


def _labels(view: _View, name: str, frame, *, whole: bool) -> list[str]:
    out = []
    for row, shape in zip(frame.drop(columns="geometry").to_dict("records"), frame.geometry):
        if shape is None or shape.is_empty or not shape.is_valid:
            continue
        (x, y), *_ = view(shapely.get_coordinates(shapely.point_on_surface(shape)))
        lines = _zone_label(row, whole) if name == "zones" else _building_label(row)
        for n, text in enumerate(lines):
            out.append(
                f'<text x="{x:.1f}" y="{y + 4 + 15 * (n - (len(lines) - 1) / 2):.1f}" '
                'text-anchor="middle" paint-order="stroke" stroke="#ffffff" stroke-width="3">'
                f"{escape(text)}</text>"
            )
    return out


def _known(row: Mapping[str, Any], column: str) -> str:
    value = row.get(column)
    if value is None or value != value or value == "":
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)


def _zone_label(row: Mapping[str, Any], whole: bool) -> list[str]:
    code = _known(row, "zone_code")
    lines = [(code if whole else code[-3:]) or "no code"]
    if _known(row, "persons"):
        lines.append(f"{_known(row, 'persons')} people")
    return [*lines, *(t for t in (_known(row, "part"),) if t)]


def _building_label(row: Mapping[str, Any]) -> list[str]:
    lines = [_known(row, "building_id")]
    if _known(row, "number"):
        lines.append(f"no. {_known(row, 'number')}")
    if "zone_code" in row:
        lines.append(f"zone {_known(row, 'zone_code')[-3:] or '?'}")
    return lines


def _arrows(view: _View, frame) -> list[str]:
    """An arrowhead in the middle of every edge, the way the ring runs."""
    out = []
    for shape in frame.geometry:
        for ring in shapely.get_rings(shape):
            xy = view(shapely.get_coordinates(ring))
            for a, b in pairwise(xy):
                turn = np.degrees(np.arctan2(b[1] - a[1], b[0] - a[0]))
                x, y = (a + b) / 2
                out.append(
                    f'<path d="M-7 -6L7 0L-7 6Z" fill="#20262b" '
                    f'transform="translate({x:.1f} {y:.1f}) rotate({turn:.0f})"/>'
                )
    return out


def _text_lines(case: Mapping[str, Any]) -> list[str]:
    lines = []
    for facts in case.get("files", ()):
        lines.append(f"{facts['path']}  ({facts['layer']})")
        said = [facts.get("unreadable"), *facts.get("encoding", ()), *facts.get("counts", ())]
        lines += [f"    {text}" for text in said if text]
        if "crs" in facts:
            lines.append(f"    {facts['crs']}")
    for name, rows in case["layers"].items():
        lines += [f"{name}: " + ", ".join(f"{k} {v}" for k, v in row.items()) for row in rows]
    wrapped = [line[i : i + 62] for line in lines for i in range(0, len(line), 62)]
    return [
        f'<text x="20" y="{40 + 22 * n}" xml:space="preserve">{escape(line)}</text>'
        for n, line in enumerate(wrapped)
    ]


def _svg(parts: list[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'width="{_WIDTH}" height="{_HEIGHT}" font-family="sans-serif" font-size="13">'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>' + "".join(parts) + "</svg>\n"
    )


def case_layers(case: Mapping[str, Any]) -> dict[str, pd.DataFrame]:
    """The layers of a case: rows with columns and ``wkt`` (absent for a table).

    ``crs`` is one for all layers, or one a layer (null: none declared).
    """
    crs = case.get("crs", _CRS)
    layers: dict[str, pd.DataFrame] = {}
    for name, rows in case["layers"].items():
        own = crs.get(name, _CRS) if isinstance(crs, Mapping) else crs
        table = pd.DataFrame([{k: v for k, v in row.items() if k != "wkt"} for row in rows])
        if any("wkt" in row for row in rows):
            with np.errstate(invalid="ignore"):
                shapes = shapely.from_wkt([row.get("wkt") for row in rows], on_invalid="ignore")
            layers[name] = gpd.GeoDataFrame(table, geometry=shapes, crs=own)
        else:
            layers[name] = table
    return layers


def run_case(rule: Rule, case: Mapping[str, Any]) -> Findings:
    """What one rule finds in one of its cases.

    ``limits`` and ``severities`` are added to the profile; ``files`` are facts about reading.
    """
    profile = load_profile(case.get("profile", "un")).with_limits(case.get("limits", {}))
    files = tuple(_facts(facts) for facts in case.get("files", ()))
    return check_layers(case_layers(case), profile=profile, files=files, select=rule.id)


def _facts(given: Mapping[str, Any]) -> FileFacts:
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in given.items()}
    if "crs" in values:
        values["crs"] = pyproj.CRS(values["crs"])
    return FileFacts(**values)
