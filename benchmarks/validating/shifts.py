"""Layers shifted against a neighbour: real counties, each moved as GCJ-02 and as a datum would.

Every county of the sample with a neighbour within 3 km is judged three times against the
borders of its neighbours: as it is, shifted by GCJ-02, and moved by a datum's 102 m. The zones
against the areas that they fill are judged by the same code on the same kind of lines.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely

from benchmarks import DATA
from benchmarks.report import Figure
from zoning.geo.gcj02 import wgs_to_gcj
from zoning.validate.facts.layer_shift import offset_between, outline

__all__ = ["shifts"]

SAMPLE = "cn_chongqing_zaozhuang_jining_counties_osm_pop.gpkg"
_CRS = "EPSG:4545"
_NEAR_M = 3000.0
_EVERY_M = 25.0
_DATUM = np.array([84.0, -57.0])


def shifts(step: int = 1) -> list[Figure]:
    """Cases told right, the worst error of an offset, shifts seen where none is."""
    path = DATA / SAMPLE
    if not path.exists():
        return [Figure("shifted counties", "", f"no sample {SAMPLE}", None)]
    counties = gpd.read_file(path).to_crs(_CRS)
    shapes = np.asarray(counties.geometry.array)
    shifted = shapely.transform(
        np.asarray(counties.to_crs(4326).geometry.array), wgs_to_gcj, interleaved=False
    )
    shifted = np.asarray(gpd.GeoSeries(shifted, crs=4326).to_crs(_CRS).array)
    widest = 0.0
    missed, wrong_kind, falsely, errors = 0, 0, 0, {"GCJ-02": [], "datum": []}
    for i in range(0, len(shapes), step):
        near = np.flatnonzero(shapely.dwithin(shapes, shapes[i], _NEAR_M))
        others = outline(shapes[near[near != i]], all_edges=True)
        if not len(others):
            continue
        falsely += _judged(shapes[i], others) is not None
        moved, differ = _gcj_along(shapes[i])
        widest = max(widest, differ)
        by_datum = shapely.transform(shapes[i], lambda xy: xy + _DATUM)
        for kind, shape, true in (("GCJ-02", shifted[i], moved), ("datum", by_datum, _DATUM)):
            offset = _judged(shape, others)
            if offset is None:
                missed += 1
                continue
            wrong_kind += offset.kind != kind
            errors[kind].append(np.hypot(*(true - [offset.east_m, offset.north_m])))
    cases = missed + sum(map(len, errors.values()))
    return [
        Figure("shifted layers judged", "", f"{cases}, and {cases // 2} as they are", None),
        Figure("GCJ-02 differs along one county's border by up to, m", "", f"{widest:.1f}", None),
        Figure.exactly("shifts not found", 0, missed),
        Figure.exactly("shifts found where none is", 0, falsely),
        Figure.exactly("kind of shift told wrongly", 0, wrong_kind),
        *(
            Figure.at_most(f"{kind}: worst error of the offset in metres", 6.0, max(e))
            for kind, e in errors.items()
            if e
        ),
    ]


def _gcj_along(shape) -> tuple[np.ndarray, float]:
    """How GCJ-02 moves a border: the median along it, and how far from that a place can be.

    The shift is none: it differs from place to place. What one offset can say is its median
    over the border by length.
    """
    border = shapely.boundary(shape)
    at = np.arange(0, border.length, _EVERY_M)
    here = gpd.GeoSeries(shapely.line_interpolate_point(border, at), crs=_CRS)
    there = shapely.transform(np.asarray(here.to_crs(4326).array), wgs_to_gcj, interleaved=False)
    there = gpd.GeoSeries(there, crs=4326).to_crs(_CRS)
    moved = np.column_stack([there.x - here.x, there.y - here.y])
    middle = np.median(moved, axis=0)
    return middle, float(np.hypot(*(moved - middle).T).max())


def _judged(shape, others):
    return offset_between(outline(np.array([shape])), others, crs=_CRS, aligned=0.02)
