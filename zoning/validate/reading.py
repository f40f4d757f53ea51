"""Read one layer of a file for a check, and write down what reading showed."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from zoning.errors import InputError
from zoning.layers import FORMATS, read_layer
from zoning.validate.context import FileFacts

__all__ = ["read_inspected"]


def read_inspected(
    path: Path, layer: str | None, *, name: str, crs=None
) -> tuple[gpd.GeoDataFrame | None, FileFacts]:
    """A layer and the facts that the file rules judge; ``None`` where it cannot be read.

    Parameters
    ----------
    path, layer : Path, str or None
        File, and its layer where it has several.
    name : str
        Layer of the check.
    crs : pyproj.CRS, optional
        For a file without a CRS.
    """
    label = f"{path}:{layer}" if layer else str(path)
    driver = FORMATS.get(Path(path).suffix.lower(), ("FileGDB", ()))[0]
    try:
        frame = read_layer(path, layer, crs=crs)
    except InputError as error:
        return None, FileFacts(path=label, layer=name, driver=driver, unreadable=str(error))
    return frame, FileFacts(
        path=label,
        layer=name,
        driver=driver,
        crs=frame.crs,
        rows=len(frame),
        bounds=_bounds(frame),
    )


def _bounds(frame: gpd.GeoDataFrame) -> tuple[float, ...]:
    each = shapely.bounds(np.asarray(frame.geometry.array))
    each = each[np.isfinite(each).all(axis=1)]
    if not len(each):
        return ()
    return (*map(float, each[:, :2].min(axis=0)), *map(float, each[:, 2:].max(axis=0)))
