"""People from a population grid: how much of an area's figure each building stands for.

A grid (WorldPop, GHS-POP, a national one) says where people live, block by block, not how
many an office has counted. So it divides the areas' figures, and gives a figure only to areas
that have none. Inside a cell, floor area decides, as everywhere.
"""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from zoning.buildings.places import points_of
from zoning.buildings.population import home_weights
from zoning.errors import CRSError, FileError
from zoning.model.tolerances import tolerance

__all__ = ["with_grid"]

_LEAST = tolerance("missed_by_grid")


def with_grid(
    areas: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame, grid: str | Path
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Areas with a population where they had none, buildings with a weight from a grid.

    Parameters
    ----------
    areas : GeoDataFrame
        Layer ``areas``, polygons, projected CRS.
    buildings : GeoDataFrame
        Layer ``buildings`` in the same CRS.
    grid : path
        Raster of people a cell with its own CRS (GeoTIFF).

    Returns
    -------
    areas : GeoDataFrame
        ``population`` of areas without one: the sum of the cells whose middle lies inside,
        rounded.
    buildings : GeoDataFrame
        With ``people_weight``, which `spread_people` uses in place of floor area.

    Raises
    ------
    FileError
        The raster cannot be read, or rasterio is not installed.
    CRSError
        It has no CRS.
    """
    values, transform, crs = _read(grid)
    out = buildings.copy()
    out["people_weight"] = _weights(buildings, values, transform, crs)
    return _filled(areas, values, transform, crs), out


def _read(grid: str | Path):
    try:
        import rasterio
    except ImportError:
        raise FileError(f"{grid}: a grid needs rasterio; pip install zoning[raster]") from None
    path = Path(grid)
    if not path.is_file() or path.suffix.lower() not in (".tif", ".tiff"):
        raise FileError(f"{grid}: no such GeoTIFF (.tif)")
    try:
        with rasterio.open(path, driver="GTiff") as raster:
            values = raster.read(1, masked=True).filled(0).astype("float64")
            transform, crs = raster.transform, raster.crs
    except rasterio.errors.RasterioError as error:
        raise FileError(f"{grid}: not a readable GeoTIFF ({error})") from None
    if crs is None:
        raise CRSError(f"{grid}: no coordinate system; assign one (QGIS: Assign Projection)")
    return np.where(np.isfinite(values) & (values > 0), values, 0.0), transform, crs.to_wkt()


def _cells(xy: np.ndarray, shape, transform, source, target) -> tuple[np.ndarray, np.ndarray]:
    """Number of the cell that each point lies in, and whether it lies in the grid."""
    to_grid = pyproj.Transformer.from_crs(source, target, always_xy=True)
    x, y = to_grid.transform(xy[:, 0], xy[:, 1])
    column, row = _through(~transform, np.asarray(x), np.asarray(y))
    column, row = np.floor(column), np.floor(row)
    inside = (column >= 0) & (column < shape[1]) & (row >= 0) & (row < shape[0])
    cell = np.where(inside, row * shape[1] + column, 0).astype("int64")
    return cell, inside


def _through(t, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Coordinates through an affine transform."""
    return t.a * x + t.b * y + t.c, t.d * x + t.e * y + t.f


def _weights(buildings, values, transform, crs) -> np.ndarray:
    points = points_of(buildings)
    xy = np.column_stack([shapely.get_x(points), shapely.get_y(points)])
    cell, inside = _cells(xy, values.shape, transform, buildings.crs, crs)
    floor = home_weights(buildings)
    # Sums of floats in one fixed order, whatever that of the rows.
    order = np.argsort(buildings["building_id"].to_numpy(dtype="U"), kind="stable")
    order = order[inside[order]]
    whole = np.bincount(cell[order], floor[order], values.size)[cell]
    people = np.where(inside, values.ravel()[cell], 0.0)
    share = np.divide(floor, whole, out=np.zeros_like(floor), where=whole > 0)
    return share * np.where(people > 0, people, _LEAST * values.max(initial=0.0))


def _filled(areas, values, transform, crs) -> gpd.GeoDataFrame:
    flat = areas.geometry.geom_type.isin(["Polygon", "MultiPolygon"])
    missing = flat & areas["population"].isna()
    # A higher level is not filled where it would only repeat a lower one.
    if not missing.any() or areas.loc[flat, "population"].notna().any():
        return areas
    row, column = np.nonzero(values)
    x, y = _through(transform, column + 0.5, row + 0.5)
    back = pyproj.Transformer.from_crs(crs, areas.crs, always_xy=True)
    centres = shapely.points(*back.transform(x, y))
    which, centre = shapely.STRtree(centres).query(
        areas.geometry[missing].to_numpy(), predicate="contains"
    )
    sums = np.bincount(which, values[row[centre], column[centre]], int(missing.sum()))
    out = areas.copy()
    out.loc[missing, "population"] = pd.array(np.rint(sums).astype("int64"), dtype="Int64")
    return out
