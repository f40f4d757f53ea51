"""People from a grid divide the office's figures; they never replace them."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely import box

from zoning.buildings import spread_people, with_grid
from zoning.errors import CRSError, FileError
from zoning.model.schema import AREAS, conform

CRS = "EPSG:32632"


@pytest.fixture
def grid(tmp_path):
    """Four cells of 100 m in a row: 10, 30, 0 and 60 people."""
    return raster(tmp_path / "people.tif", [[10, 30, 0, 60]], CRS)


# rasterio itself multiplies transforms in a way that a later version of affine gives up.
pytestmark = pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning")


def raster(path, values, crs):
    import rasterio
    from rasterio.transform import from_origin

    values = np.array(values, dtype="float32")
    shape = {"height": values.shape[0], "width": values.shape[1], "count": 1}
    with rasterio.open(
        path, "w", driver="GTiff", dtype="float32", crs=crs, nodata=-1,
        transform=from_origin(500_000, 5_200_100, 100, 100), **shape,
    ) as file:  # fmt: skip
        file.write(values, 1)
    return path


def layers(population):
    areas = gpd.GeoDataFrame(
        {"area_code": ["a"], "level": ["township"], "population": [population]},
        geometry=[box(500_000, 5_200_000, 500_400, 5_200_100)],
        crs=CRS,
    )
    homes = [box(500_000 + x, 5_200_010, 500_010 + x, 5_200_020) for x in (10, 40, 110, 310)]
    buildings = gpd.GeoDataFrame({"building_id": list("wxyz")}, geometry=homes, crs=CRS)
    return conform(areas, AREAS), buildings


def test_cells_decide_and_the_figure_of_the_area_stays(grid):
    areas, buildings = layers(200)
    areas, buildings = with_grid(areas, buildings, grid)
    out = spread_people(buildings, areas)
    assert out["persons"].sum() == 200
    assert out["persons"].tolist() == [10, 10, 60, 120]
    assert set(out["figures"]) == {"persons=estimated:grid"}


def test_an_area_without_a_figure_takes_that_of_the_grid(grid):
    areas, buildings = layers(None)
    areas, buildings = with_grid(areas, buildings, grid)
    assert areas["population"].tolist() == [100]
    assert spread_people(buildings, areas)["persons"].sum() == 100


def test_a_later_building_counts_as_much_for_its_floor_area(grid):
    areas, buildings = layers(200)
    _, buildings = with_grid(areas, buildings, grid)
    later = buildings.iloc[:1].assign(building_id="new", people_weight=np.nan)
    later = later.set_geometry(later.translate(0, 40))
    out = spread_people(pd.concat([buildings, later], ignore_index=True), areas)
    assert out["persons"].sum() == 200
    assert 35 <= out["persons"].iloc[-1] <= 45


def test_a_grid_in_degrees(tmp_path):
    import rasterio
    from rasterio.transform import from_origin

    lon, lat = 9.0, 46.95
    values = np.array([[1.0, 9.0]], dtype="float32")
    path = tmp_path / "degrees.tif"
    with rasterio.open(
        path, "w", driver="GTiff", dtype="float32", crs="EPSG:4326", count=1, height=1, width=2,
        transform=from_origin(lon, lat + 0.01, 0.01, 0.01),
    ) as file:  # fmt: skip
        file.write(values, 1)
    homes = [box(x, 46.954, x + 0.0001, 46.9541) for x in (9.004, 9.014)]
    buildings = gpd.GeoDataFrame(
        {"building_id": ["p", "q"]}, geometry=homes, crs="EPSG:4326"
    ).to_crs(CRS)
    areas, _ = layers(100)
    areas = areas.set_geometry([box(0, 0, 1_000_000, 9_000_000)]).set_crs(CRS)
    areas, buildings = with_grid(areas, buildings, path)
    assert spread_people(buildings, areas)["persons"].tolist() == [10, 90]


def test_what_is_no_grid_is_refused(tmp_path, grid):
    areas, buildings = layers(1)
    text = tmp_path / "text.tif"
    text.write_text("people")
    with pytest.raises(FileError, match="not a readable GeoTIFF"):
        with_grid(areas, buildings, text)
    with pytest.raises(FileError, match="no such GeoTIFF"):
        with_grid(areas, buildings, tmp_path / "none.tif")
    with pytest.raises(CRSError, match="no coordinate system"):
        with_grid(areas, buildings, raster(tmp_path / "bare.tif", [[1]], None))
