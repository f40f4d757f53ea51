"""Which columns of which layer go into the page, packed."""

from __future__ import annotations

import numpy as np
import pandas as pd

from zoning.cartography.web.map_model import MapLayers
from zoning.cartography.web.packed import PackedLayer
from zoning.html.style import ClassedFigure
from zoning.lang.translate import translated

__all__ = ["packed_layers"]

# column: kind, or ("ints", scale)
_COLUMNS: dict[str, dict] = {
    "zones": {
        "zone_code": "text", "district_code": "text", "township_code": "enum", "kind": "enum",
        "part": "text", "n_buildings": 1, "households": 1, "persons": 1, "dwellings": 1,
        "area_m2": 1, "compactness": 100, "visible_share": 1000, "in_range": "bool",
        "reason": "enum", "status": "enum", "authority": "enum",
    },
    "districts": {
        "district_code": "text", "name": "text", "township_code": "enum", "n_zones": 1,
        "n_buildings": 1, "households": 1, "persons": 1, "status": "enum",
    },
    "townships": {
        "area_code": "text", "name": "text", "level": "enum", "population": 1, "authority": "enum",
    },
    "buildings": {
        "building_id": "text", "number": 1, "use": "enum", "floors": 1, "dwellings": 1,
        "households": 1, "persons": 1, "persons_source": "enum", "status": "enum", "name": "text",
        "address": "text",
    },
    "barriers": {"barrier_id": "text", "kind": "enum", "name": "text"},
    "findings": {
        "finding_id": "text", "rule_id": "enum", "severity": "enum", "layer": "enum",
        "feature_ids": "text", "area_m2": 100, "width_m": 1000, "n_buildings": 1, "persons": 1,
        "message": "text", "waived": "bool",
    },
    "disputes": {
        "dispute_id": "text", "kind": "enum", "claim_a": "enum", "claim_b": "enum", "area_m2": 1,
        "width_m": 100, "length_m": 10, "n_buildings": 1, "households": 1, "persons": 1,
        "place": "text", "status": "enum", "method": "enum",
    },
}  # fmt: skip
_LABELLED = ("zones", "districts", "townships")
#: Layers that a page shows at once; the others are unpacked when it has been painted.
_FIRST = ("zones", "districts", "townships", "findings", "disputes")


def packed_layers(
    layers: MapLayers, figures: list[ClassedFigure]
) -> tuple[list[PackedLayer], list[PackedLayer]]:
    """What the page needs for its first picture, and what can wait."""
    made = {}
    for name, columns in _COLUMNS.items():
        frame = getattr(layers, name)
        if frame is not None:
            made[name] = _pack(name, frame, columns)
    for figure in figures:
        made["zones"].add_ints(f"class_{figure.key}", figure.values)
    if "findings" in made:
        # A page speaks both languages: the button changes this sentence as well.
        told = layers.findings[["message", "rule_id"]].astype("object").fillna("")
        made["findings"].add_text(
            "message_zh", [translated(m, r, "zh") for m, r in zip(told["message"], told["rule_id"])]
        )
    if "buildings" in made:
        rows = pd.Series(np.arange(len(layers.zones)), index=layers.zones["zone_code"])
        home = layers.buildings["zone_code"].astype("object").map(rows[~rows.index.duplicated()])
        made["buildings"].add_ints("zone_row", home)
    first = [made[n] for n in _FIRST if n in made]
    return first, [made[n] for n in made if n not in _FIRST]


def _pack(name: str, frame, columns: dict) -> PackedLayer:
    layer = PackedLayer(name, frame.geometry.to_numpy(), len(frame), label=name in _LABELLED)
    for column, kind in columns.items():
        values = frame[column]
        if kind == "text":
            layer.add_text(column, values)
        elif kind == "enum":
            layer.add_enum(column, values.astype("object").where(values.notna(), None))
        elif kind == "bool":
            layer.add_enum(column, values.astype("object").map({True: "yes", False: "no"}))
        else:
            layer.add_ints(column, values, scale=kind)
    return layer
