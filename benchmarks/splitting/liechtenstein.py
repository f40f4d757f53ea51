"""The shipped sample, Liechtenstein, as layers: what `zoning demo` divides."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio

import zoning
from tests.fixtures.county import County
from zoning.buildings import spread_people
from zoning.geo.crs import to_crs, working_crs
from zoning.io.intake.columns import guess_columns
from zoning.io.intake.inputs import Source, take_layer

__all__ = ["SAMPLE", "liechtenstein"]

SAMPLE = Path(zoning.__file__).parent / "project" / "data" / "liechtenstein.gpkg"


@cache
def liechtenstein() -> County:
    """Municipalities, barriers (all street classes) and buildings with people on them.

    People are spread over buildings as `zoning run` does it: the sample has none.
    """
    areas = _layer("areas", "municipalities")
    crs = working_crs([areas])
    areas = to_crs(areas, crs, where="areas")
    buildings = to_crs(_layer("buildings", "buildings"), crs, where="buildings")
    parts = [_layer("barriers", name) for name in ("streets", "waterways", "railways")]
    barriers = pd.concat([to_crs(p, crs, where="barriers") for p in parts], ignore_index=True)
    barriers["barrier_id"] = [f"l{i:05d}" for i in range(len(barriers))]
    return County(areas, barriers, spread_people(buildings, areas))


def _layer(kind: str, name: str) -> gpd.GeoDataFrame:
    frame = pyogrio.read_dataframe(SAMPLE, layer=name)
    names = [str(c) for c in frame.columns if c != "geometry"]
    level = "township" if kind == "areas" else None
    source = Source(SAMPLE, layer=name, columns=guess_columns(names, kind), level=level)
    return take_layer(frame, kind, source)
