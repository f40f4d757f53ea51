"""The report as one self-contained page: map, filters, a picture of every finding, print view.

The page asks nothing of any network. All text from the data travels as JSON and is put on the
page as text, never as markup.
"""

from __future__ import annotations

import html
import json
from importlib import resources
from typing import Any

import numpy as np
import pandas as pd
import shapely

from zoning.lang.report_words import WORDS, words_of
from zoning.lang.translate import translated, translated_note
from zoning.model.tolerances import in_a_row, tolerance
from zoning.validate.core.parents import inside_rows
from zoning.validate.findings import Findings, plain_rows, split_ids
from zoning.validate.report.rule_words import rule_words

__all__ = ["html_report"]

_UNIT, _FINE = in_a_row("report_units")
_AROUND = tolerance("around_finding")
_SHOWN = (
    "finding_id", "rule_id", "severity", "layer", "message", "n_buildings", "persons", "area_m2",
)  # fmt: skip


def html_report(found: Findings, *, title: str = "", lang: str = "en") -> str:
    """One HTML page of findings.

    Parameters
    ----------
    found : Findings
        Of a check; the layers that it looked at are drawn beneath.
    title : str, optional
        Heading.
    lang : {"en", "zh"}, default "en"
        Language of the page; a message for which it has no words stays English.

    Returns
    -------
    str
        A whole page that opens from a file, without a network.
    """
    words = words_of(lang)
    template = (resources.files("zoning.validate.report") / "assets" / "report.html").read_text(
        "utf-8"
    )
    data = json.dumps(_data(found, lang), ensure_ascii=False, allow_nan=False)
    # Within a script element only "<" can end it or open a comment.
    data = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    page = template.replace("{{lang}}", lang).replace("{{noscript}}", words["noscript"])
    page = page.replace("{{title}}", html.escape(title or words["title"]))
    head, tail = page.split("{{data}}")
    return head + data + tail


def _data(found: Findings, lang: str) -> dict[str, Any]:
    words = WORDS[lang]
    origin = _origin(found)
    used = sorted(set(found.frame["rule_id"]))
    figures = [f"{v:,} {words.get('of_' + k, k)}" for k, v in found.figures.items()]
    return {
        "words": words,
        "unit": _UNIT,
        "fine": _FINE,
        "head": [*figures, f"{words['profile']} {found.profile}"],
        "counts": found.counts,
        "notes": [translated_note(note, lang) for note in found.notes],
        "rules": {r: _rule(r, lang) for r in used},
        "totals": {
            f"{r.severity}{r.rule_id}": [int(r.n_buildings), int(r.persons)]
            for r in found.by_rule().itertuples()
        },
        "layers": _ground(found, origin),
        "findings": _findings(found, origin, lang),
    }


def _rule(rule_id: str, lang: str) -> dict[str, str]:
    words = rule_words(rule_id, lang)
    return {"name": words.name, "why": words.why, "remedy": words.remedy}


def _origin(found: Findings) -> np.ndarray:
    for name in ("zones", "areas"):
        if name in found.layers and len(found.layers[name]):
            bounds = shapely.bounds(np.asarray(found.layers[name].geometry.array))
            bounds = bounds[np.isfinite(bounds).all(axis=1)]
            if len(bounds):
                return np.floor(bounds[:, :2].min(axis=0))
    return np.zeros(2)


def _ground(found: Findings, origin: np.ndarray) -> dict[str, list]:
    layers = {}
    for name, key in (("areas", "area_code"), ("zones", "zone_code")):
        if name in found.layers:
            frame = found.layers[name]
            layers[name] = _shapes(frame[key], np.asarray(frame.geometry.array), origin)
    if "buildings" in found.layers:
        frame = found.layers["buildings"]
        shapes = np.asarray(frame.geometry.array)
        near = _near_findings(found, shapes)
        layers["buildings"] = _shapes(frame["building_id"].iloc[near], shapes[near], origin)
    return layers


def _near_findings(found: Findings, shapes: np.ndarray) -> np.ndarray:
    places = np.asarray(found.frame.geometry.array)
    bounds = shapely.bounds(places)
    bounds = bounds[np.isfinite(bounds).all(axis=1)]
    if not len(bounds):
        return np.empty(0, int)
    windows = shapely.box(*(bounds + np.array([-1, -1, 1, 1]) * _AROUND).T)
    _, near = shapely.STRtree(shapes).query(windows)
    return np.unique(near)


def _shapes(keys, shapes: np.ndarray, origin: np.ndarray) -> list:
    out = []
    for key, shape in zip(keys, shapes):
        rings = _rings(shape, origin, _UNIT)
        if rings:
            out.append(["" if key is None or key is pd.NA else str(key), rings])
    return out


def _rings(shape, origin: np.ndarray, unit: int) -> list[list[int]]:
    """Rings or lines as whole-number steps; a polygon's closing vertex is left out."""
    if shape is None or shape.is_empty:
        return []
    lines = []
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon":
            lines += [shapely.get_coordinates(r)[:-1] for r in shapely.get_rings(part)]
        elif part.geom_type in ("MultiPolygon", "GeometryCollection", "MultiLineString"):
            lines += [np.asarray(r, float) for r in _flat(part)]
        else:
            lines.append(shapely.get_coordinates(part))
    out = []
    for xy in lines:
        xy = xy[np.isfinite(xy).all(axis=1)]
        if len(xy):
            whole = np.rint((xy - origin) * unit).astype("int64")
            out.append(np.diff(whole, axis=0, prepend=0).ravel().tolist())
    return out


def _flat(shape):
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon":
            yield from (shapely.get_coordinates(r)[:-1] for r in shapely.get_rings(part))
        elif hasattr(part, "geoms"):
            yield from _flat(part)
        else:
            yield shapely.get_coordinates(part)


def _kind(shape) -> str:
    if shape is None or shape.is_empty:
        return "none"
    kinds = set(shapely.get_type_id(_leaves(shape)))
    if kinds & {3, 6}:
        return "area"
    return "line" if kinds & {1, 2, 5} else "point"


def _leaves(shape) -> np.ndarray:
    parts = shapely.get_parts(shape)
    while len(parts) and (shapely.get_type_id(parts) >= 4).any():
        parts = shapely.get_parts(parts)
    return parts


def _findings(found: Findings, origin: np.ndarray, lang: str) -> list[dict[str, Any]]:
    frame = found.frame
    places = _places(found)
    columns = [*_SHOWN, "width_m", "feature_ids", "waived"]
    rows = plain_rows(frame, columns)
    for row, shape, place in zip(rows, frame.geometry, places):
        row["feature_ids"] = split_ids(row["feature_ids"])[:50]
        row["message"] = translated(row["message"], row["rule_id"], lang)
        row["waived"] = bool(row["waived"])
        row["place"] = place
        row["geometry"] = {"kind": _kind(shape), "rings": _rings(shape, origin, _FINE)}
        for name in ("n_buildings", "persons"):
            row[name] = None if row[name] is None else int(row[name])
    return rows


def _places(found: Findings) -> list[str]:
    """Township in which each finding lies: code and name, empty where none is known."""
    if "areas" not in found.layers:
        return [""] * len(found.frame)
    areas = found.layers["areas"]
    level = areas["level"]
    kept = areas[(level == "township") if (level == "township").any() else level.notna() | True]
    shapes = np.asarray(kept.geometry.array)
    good = shapely.is_valid(shapes) & ~shapely.is_empty(shapes)
    kept, shapes = kept[good], shapes[good]
    spots = np.asarray(found.frame.geometry.array)
    spots = np.where(shapely.is_valid(spots), spots, shapely.envelope(spots))
    rows = inside_rows(spots, shapes)
    names = [" ".join(str(v) for v in pair if isinstance(v, str)) for pair in
             zip(kept["area_code"], kept["name"])]  # fmt: skip
    return [names[r] if r >= 0 else "" for r in rows]
