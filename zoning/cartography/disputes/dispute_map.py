"""All disputes of a county on one page that opens without a network, with their state."""

from __future__ import annotations

import html
import json

import folium
import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from branca.element import MacroElement
from jinja2 import Template

from zoning.boundaries.compare.compare import tally
from zoning.html.explore import CoverageMap
from zoning.html.offline import asset, script_json
from zoning.lang.dispute_words import word
from zoning.model.tolerances import tolerance

__all__ = ["COLOURS", "dispute_map"]

#: Colour of each state (Okabe and Ito), in the order of the steps.
COLOURS = {
    "open": "#d55e00",
    "proposed": "#e69f00",
    "agreed_a": "#56b4e9",
    "agreed_b": "#56b4e9",
    "settled": "#009e73",
    "noise": "#999999",
    "withdrawn": "#cfcfcf",
}
#: Colours of the lines that sides claim: A, B, and where both have the same.
CLAIMED = {"a": "#005c9e", "b": "#9e0059", "both": "#3a3a3a"}
_AROUND = tolerance("around_dispute")
_WORDS = ("side_a", "side_b", "l_a", "l_b", "l_both", "l_new", "l_around", "state", "kind", "gap",
          "overlap", "area", "width", "length", "buildings", "persons", "place", "method",
          "superior", "updated", "neighbours", "n_all", "n_open", "n_settled", "ha")  # fmt: skip
_COLUMNS = ["dispute_id", "claim_a", "claim_b", "kind", "status", "area_m2", "width_m", "length_m",
            "n_buildings", "persons", "place", "method", "updated"]  # fmt: skip


class _Disputes(MacroElement):
    """Data, script and style of the page."""

    _template = Template(
        "{% macro header(this, kwargs) %}<style>{{ this.style }}</style>"
        '<meta name="viewport" content="width=device-width, initial-scale=1">{% endmacro %}'
        "{% macro script(this, kwargs) %}{{ this.code }}\n"
        "{{ this._parent.get_name() }}.attributionControl.setPrefix(false);"
        "{% if this.credit %}{{ this._parent.get_name() }}.attributionControl"
        ".addAttribution({{ this.credit }});{% endif %}"
        "zoningDisputes({{ this._parent.get_name() }}, {{ this.page }});{% endmacro %}"
    )

    def __init__(self, page: dict, credit: str) -> None:
        super().__init__()
        self._name = "ZoningDisputes"
        self.style = asset("disputes.css", "zoning.cartography.web")
        self.code = asset("disputes.js", "zoning.cartography.web")
        self.page = script_json(json.dumps(page, ensure_ascii=False, sort_keys=True))
        self.credit = script_json(json.dumps(html.escape(credit))) if credit else ""


def dispute_map(
    disputes: gpd.GeoDataFrame,
    *,
    areas: gpd.GeoDataFrame | None = None,
    lines: gpd.GeoDataFrame | None = None,
    barriers: gpd.GeoDataFrame | None = None,
    title: str = "",
    lang: str = "en",
    notice: str = "",
    attribution: str = "",
) -> folium.Map:
    """A map of disputes by state, with figures by neighbour and a list to step through.

    Parameters
    ----------
    disputes : GeoDataFrame
        Layer ``disputes`` (polygons); ``passed_to`` is shown where there is one. Any CRS.
    areas : GeoDataFrame, optional
        Areas as they were delivered (``area_code``, ``name``): what each side claims, the line
        of A and that of B where they differ, and the areas around with their names.
    lines : GeoDataFrame, optional
        Layer ``settlements``: the agreed lines.
    barriers : GeoDataFrame, optional
        Roads and rivers; only those within 300 m of a dispute go in.
    title : str
        Stands behind the word for such a map.
    lang : {"en", "zh"}
    notice, attribution : str
        Texts that must stand on the map.

    Returns
    -------
    folium.Map
        ``save`` writes one file that asks the network for nothing.
    """
    shown = disputes[disputes.geometry.notna()].to_crs(4326)
    heading = f"{word('map_title', lang)} {title}".strip()
    page = {
        "title": heading,
        "words": _words(lang),
        "states": list(COLOURS),
        "colours": COLOURS,
        "disputes": _features(shown, _names(areas)),
        "claims": _claims(disputes, areas),
        "claimed": CLAIMED,
        "tally": _tally(disputes),
        "areas": _plain(areas, np.inf, disputes),
        "names": _labels(areas, shown),
        "barriers": _plain(barriers, 300.0, disputes),
        "lines": _plain(lines, np.inf, disputes),
        "notice": notice,
        "bounds": _bounds(shown),
    }
    made = CoverageMap(location=[0, 0], tiles=None, zoom_start=12, max_zoom=22,
                       prefer_canvas=True, attribution_control=True)  # fmt: skip
    made.default_js = [item for item in made.default_js if item[0] == "leaflet"]
    made.default_css = [item for item in made.default_css if item[0] == "leaflet_css"]
    made.get_root().title = html.escape(heading)
    made.add_child(_Disputes(page, attribution))
    return made


def _words(lang: str) -> dict[str, str]:
    words = {key: word(key, lang) for key in _WORDS}
    words |= {f"state.{state}": word(state, lang) for state in COLOURS}
    methods = ("a", "b", "midline", "feature", "line", "enclave", "statutory")
    words |= {f"method.{m}": word(m, lang) for m in methods}
    words["method.buildings"] = word("buildings_m", lang)
    return words


def _names(areas: gpd.GeoDataFrame | None) -> dict[str, str]:
    """Code and name of each area, by code."""
    if areas is None or "area_code" not in areas.columns:
        return {}
    names = areas["name"] if "name" in areas.columns else pd.Series(None, index=areas.index)
    return {
        str(c): str(c) if pd.isna(n) or str(n) == str(c) else f"{n} ({c})"
        for c, n in zip(areas["area_code"], names, strict=True)
    }


def _labels(areas: gpd.GeoDataFrame | None, shown: gpd.GeoDataFrame) -> list[dict]:
    """Where the name of each area stands: on its ground in the first view, if it has any."""
    named = _names(areas)
    if areas is None or not named or len(shown) == 0:
        return []
    shapes = areas.geometry.to_crs(4326).to_numpy()
    flat = shapely.get_dimensions(shapes) == 2
    shapes = shapely.make_valid(shapes[flat])
    x0, y0, x1, y1 = shown.total_bounds
    room = 0.15 * max(x1 - x0, y1 - y0)
    view = shapely.box(x0 - room, y0 - room, x1 + room, y1 + room)
    seen = shapely.intersection(shapes, view)
    points = shapely.point_on_surface(np.where(shapely.area(seen) > 0, seen, shapes))
    codes = areas["area_code"].astype("str").to_numpy()[flat]
    claimants = {*shown["claim_a"], *shown["claim_b"]}
    return [
        {"name": named[c], "lat": round(p.y, 6), "lon": round(p.x, 6)}
        for c, p in sorted(zip(codes, points, strict=True), key=lambda x: x[0] not in claimants)
    ]


def _claims(disputes: gpd.GeoDataFrame, areas: gpd.GeoDataFrame | None) -> dict | None:
    """The lines that the two sides of every dispute claim, near it, and where they agree."""
    if areas is None or "area_code" not in areas.columns or len(disputes) == 0:
        return None
    shapes = areas.geometry.to_crs(disputes.crs)
    outline = dict(zip(areas["area_code"].astype("str"), shapely.boundary(shapes), strict=True))
    named, features = _names(areas), []
    for (a, b), part in disputes.groupby(["claim_a", "claim_b"], sort=True):
        if a not in outline or b not in outline:
            continue
        near = shapely.union_all(shapely.buffer(part.geometry.to_numpy(), _AROUND))
        lines = [shapely.intersection(outline[c], near) for c in (a, b)]
        both = shapely.intersection(outline[a], outline[b])
        drawn = {
            "both": (both, f"{named[a]} – {named[b]}"),
            "a": (shapely.difference(lines[0], both), named[a]),
            "b": (shapely.difference(lines[1], both), named[b]),
        }
        for role, (line, name) in drawn.items():
            flat = [x for x in shapely.get_parts(line) if shapely.get_dimensions(x) == 1]
            if flat:
                line = gpd.GeoSeries([shapely.line_merge(shapely.multilinestrings(flat))])
                line = line.set_crs(disputes.crs).to_crs(4326).iloc[0]
                facts = {"role": role, "name": name}
                features.append(
                    {"type": "Feature", "properties": facts, "geometry": _geojson(line)}
                )
    return {"type": "FeatureCollection", "features": features} if features else None


def _features(shown: gpd.GeoDataFrame, named: dict[str, str]) -> dict:
    points = shapely.point_on_surface(shown.geometry.to_numpy())
    columns = [*_COLUMNS, *(["passed_to"] if "passed_to" in shown else [])]
    rows = pd.DataFrame(shown)[columns].astype(object)
    rows = rows.where(rows.notna(), None).to_dict("records")
    features = []
    for row, shape, point in zip(rows, shown.geometry, points, strict=True):
        row["lat"], row["lon"] = round(point.y, 7), round(point.x, 7)
        row["a"], row["b"] = (named.get(row[c], row[c]) for c in ("claim_a", "claim_b"))
        features.append({"type": "Feature", "properties": row, "geometry": _geojson(shape)})
    return {"type": "FeatureCollection", "features": features}


def _geojson(shape) -> dict:
    # 1e-7 degrees are a centimetre.
    return json.loads(shapely.to_geojson(shapely.transform(shape, lambda xy: xy.round(7))))


def _plain(frame, reach: float, disputes: gpd.GeoDataFrame) -> dict | None:
    """Geometry alone, thinned to what a screen shows, near the disputes."""
    if frame is None or len(frame) == 0 or len(disputes) == 0:
        return None
    shapes = frame.geometry.to_crs(disputes.crs)
    shapes = shapes[shapely.get_dimensions(shapes.to_numpy()) > 0]
    if np.isfinite(reach):
        tree = shapely.STRtree(shapes.to_numpy())
        near = tree.query(disputes.geometry.to_numpy(), predicate="dwithin", distance=reach)[1]
        shapes = shapes.iloc[np.unique(near)].simplify(1.0)
    shapes = gpd.GeoSeries(shapes, crs=disputes.crs).to_crs(4326)
    features = [
        {"type": "Feature", "properties": {}, "geometry": _geojson(s)}
        for s in shapes
        if not s.is_empty
    ]
    return {"type": "FeatureCollection", "features": features} if features else None


def _tally(disputes: gpd.GeoDataFrame) -> list[dict]:
    table = tally(disputes)
    return [
        {
            "pair": f"{row.claim_a} – {row.claim_b}",
            "n": int(row.n - row.noise),
            "open": int(row.open),
            "settled": int(row.settled),
            "area_m2": float(row.area_m2),
        }
        for row in table.itertuples(index=False)
    ]


def _bounds(shown: gpd.GeoDataFrame) -> list | None:
    if len(shown) == 0:
        return None
    x0, y0, x1, y1 = shown.total_bounds
    return [[float(y0), float(x0)], [float(y1), float(x1)]]
