"""Options of the page's script: what is painted, in which order, what a click tells."""

from __future__ import annotations

import json

import folium
import geopandas as gpd
import numpy as np

from zoning.cartography.web.map_model import MapLayers
from zoning.html import style
from zoning.model.tolerances import count

__all__ = ["SCRIPTS", "draw_names", "paint_options"]

#: Scripts of the page in the order in which they build on each other, after the vendored one.
SCRIPTS = ("unpack.js", "paint.js", "labels.js", "panel.js", "tools.js", "app.js")

_MANY = count("many_features")

_FIELDS = {
    "zones": (
        "persons", "households", "dwellings", "n_buildings", "in_range", "reason", "kind", "part",
        "district_code", "township_code", "area_m2", "compactness", "visible_share", "status",
        "authority",
    ),
    "districts": (
        "name", "persons", "households", "n_zones", "n_buildings", "township_code", "status",
    ),
    "townships": ("name", "population", "level", "authority"),
    "buildings": (
        "number", "persons", "households", "dwellings", "use", "floors", "persons_source",
        "status", "name", "address",
    ),
    "barriers": ("kind", "name"),
    "findings": (
        "rule_id", "severity", "message", "layer", "feature_ids", "area_m2", "width_m",
        "n_buildings", "persons", "waived",
    ),
    "disputes": (
        "kind", "status", "claim_a", "claim_b", "persons", "n_buildings", "area_m2", "width_m",
        "length_m", "place", "method",
    ),
}  # fmt: skip
_KEYS = {
    "zones": "zone_code", "districts": "district_code", "townships": "area_code",
    "buildings": "building_id", "barriers": "barrier_id", "findings": "finding_id",
    "disputes": "dispute_id",
}  # fmt: skip
_SEARCH = (
    ("zones", ("zone_code",)),
    ("districts", ("district_code", "name")),
    ("townships", ("area_code", "name")),
    ("disputes", ("dispute_id", "place")),
    ("buildings", ("building_id", "name")),
    ("barriers", ("name",)),
)


def paint_options(layers: MapLayers) -> dict:
    """What the script paints, bottom first, and from which zoom on."""
    many = len(layers.zones) > _MANY
    paint = [
        _entry("zones", fill=True),
        _entry("barriers", styles=style.BARRIER_STYLES, by="kind", start=13),
        _entry("buildings", styles=style.BUILDING_STYLES, start=15 if many else 14),
        _entry("zones", styles=style.ZONE_LINES, pixels=9),
        _entry("districts", styles=style.DISTRICT_STYLES, pixels=24),
        _entry("townships", styles=style.TOWNSHIP_STYLES),
        _entry("disputes", styles=style.DISPUTE_STYLES, by="status", mark=True),
        _entry(
            "findings",
            styles=style.FINDING_STYLES,
            by="severity",
            mark=True,
            sample=_commonest(layers),
        ),
    ]
    have = [entry for entry in paint if getattr(layers, entry["layer"]) is not None]
    shown = list(dict.fromkeys(entry["toggle"] for entry in have))
    return {
        "paint": have,
        "shown": [*shown, "labels"],
        "fields": {name: list(columns) for name, columns in _FIELDS.items()},
        "keys": _KEYS,
        "search": [[name, list(columns)] for name, columns in _SEARCH],
        "pick": [
            "findings",
            "disputes",
            "buildings",
            "barriers",
            "zones",
            "districts",
            "townships",
        ],
        "public": layers.public,
        "pale": 15 if many else 14,
    }


def _commonest(layers: MapLayers) -> int:
    """The style that most findings are painted with: the one to show in the list of layers."""
    severities = layers.findings["severity"] if layers.findings is not None else []
    counts = [int(np.sum(severities == s["value"])) for s in style.FINDING_STYLES]
    return int(np.argmax(counts))


def _entry(layer, *, styles=None, by=None, start=0, pixels=0, fill=False, mark=False, sample=0):
    return {
        "layer": layer, "toggle": layer, "from": start, "fill": fill, "by": by,
        "styles": styles, "sample": sample, "mark": mark, "pixels": pixels,
    }  # fmt: skip


def draw_names(layers: MapLayers) -> dict[str, folium.GeoJson]:
    """For a small map: each layer as folium's own, carrying nothing but its row number."""
    made = {}
    order = ("zones", "barriers", "buildings", "districts", "townships", "disputes", "findings")
    for name in order:
        frame = getattr(layers, name)
        if frame is None:
            continue
        rows = gpd.GeoDataFrame({"row": range(len(frame))}, geometry=frame.geometry.array)
        rows = rows[~(rows.geometry.isna() | rows.geometry.is_empty)]
        if not len(rows):
            continue
        rows = rows.set_crs(frame.crs).to_crs("EPSG:4326")
        made[name] = folium.GeoJson(
            json.loads(rows.to_json(drop_id=True)),
            name=name, smooth_factor=0.5, interactive=False, control=False,
            marker=folium.CircleMarker(radius=4, interactive=False),
            style_function=_plain_style,
        )  # fmt: skip
    return made


def _plain_style(_feature) -> dict:
    return {"weight": 1, "interactive": False}
