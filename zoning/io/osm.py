"""OSM features whose tags stand in one column, told apart into columns."""

from __future__ import annotations

import json
import re

import geopandas as gpd
import pandas as pd

__all__ = ["expand_tags"]

#: Tags that a layer of areas, buildings or barriers can use, and the columns they become.
_KEYS = {
    "building": "building",
    "building:levels": "building:levels",
    "building:flats": "units",
    "highway": "highway",
    "waterway": "waterway",
    "railway": "railway",
    "name": "name",
    "addr:full": "addr:full",
    "addr:street": "street",
    "addr:housenumber": "housenumber",
    "admin_level": "admin_level",
    "population": "population",
}
_COLUMNS = ("tags", "other_tags")
_HSTORE = re.compile(r'"((?:[^"\\]|\\.)*)"\s*=>\s*(?:"((?:[^"\\]|\\.)*)"|NULL)')


def expand_tags(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """A frame whose column ``tags`` or ``other_tags`` became columns.

    Parameters
    ----------
    frame : GeoDataFrame
        As read. The column holds dicts, JSON objects or ``"key"=>"value"`` pairs; anything
        else is left as it is.

    Returns
    -------
    GeoDataFrame
        Columns that were there already win over tags of the same name.
    """
    for column in _COLUMNS:
        if column not in frame.columns:
            continue
        found = [_parse(value) for value in frame[column]]
        parsed = [p for p in found if p is not None]
        if not any(parsed) or len(parsed) < len(found):
            continue
        made = {}
        for key, name in _KEYS.items():
            values = [p.get(key) for p in parsed]
            if name not in frame.columns and any(v is not None for v in values):
                text = [None if v is None else str(v) for v in values]
                made[name] = pd.Series(text, index=frame.index, dtype="str")
        frame = frame.drop(columns=column).assign(**made)
    return frame


def _parse(value: object) -> dict | None:
    """A dict of tags; empty for none, ``None`` where the value is something else."""
    if isinstance(value, dict):
        return value
    if value is None or value is pd.NA or value != value or value == "":
        return {}
    if not isinstance(value, str):
        return None
    text = value.strip()
    if text.startswith("{"):
        try:
            found = json.loads(text)
        except ValueError:
            return None
        return found if isinstance(found, dict) else None
    pairs = {_plain(k): _plain(v) for k, v in _HSTORE.findall(text)}
    return pairs or None


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)
