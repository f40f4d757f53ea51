"""Cases of the rules: small layers drawn in text, used by tests and by the rules' pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from zoning.model.profile import load_profile
from zoning.validate.check import check_layers
from zoning.validate.core.context import FileFacts
from zoning.validate.core.rule import Rule
from zoning.validate.findings import Findings

__all__ = ["case_layers", "run_case"]

_CRS = "EPSG:25832"


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
