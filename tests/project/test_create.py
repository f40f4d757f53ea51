"""Where the files of a new project lie: refused, converted or told at init."""

import geopandas as gpd
import pytest
from shapely import box

from zoning.errors import CRSError
from zoning.project.create import create
from zoning.project.folder import ProjectFolder


def write(path, lon, lat, crs, said=None, codes=("500105001001", "500105001002")):
    """Two areas of 1 km beside each other at a place, in one CRS and under another's name."""
    there = gpd.GeoSeries.from_xy([lon], [lat], crs=4326).to_crs(4545)[0]
    shapes = [box(x, 0, x + 1000, 1000) for x in (0, 1000)]
    frame = gpd.GeoDataFrame({"code": codes}, geometry=shapes, crs=4545)
    frame["geometry"] = frame.translate(round(there.x), round(there.y))
    frame = frame.to_crs(crs)
    frame.set_crs(said or crs, allow_override=True).to_file(path)
    return str(path)


def made(tmp_path, *files, layer="areas", **options):
    given = {"areas": [(files[0], None)]}
    if len(files) > 1:
        given[layer] = [(files[1], None)]
    return str(create(tmp_path / "p", given, lang="en", **options))


def test_a_file_in_the_wrong_zone_is_refused_with_the_remedy(tmp_path):
    file = write(tmp_path / "v.gpkg", 106.5, 29.6, 4548)
    with pytest.raises(CRSError, match=r"v\.gpkg: .* lie outside .* --crs EPSG:4545"):
        made(tmp_path, file)
    assert not (tmp_path / "p").exists()
    said = made(tmp_path, file, crs="EPSG:4545")
    assert "lie outside the area for which EPSG:4548 is made; converted to EPSG:4545" in said
    x, y, *_ = ProjectFolder.open(tmp_path / "p").inputs().layers["areas"].total_bounds
    assert 300_000 < x < 400_000
    assert 3_270_000 < y < 3_280_000


@pytest.mark.parametrize("crs", [None, "EPSG:4545"])
def test_degrees_under_the_name_of_metres_are_refused(tmp_path, crs):
    good = write(tmp_path / "v.gpkg", 106.5, 29.6, 4545)
    bad = write(tmp_path / "b.gpkg", 106.5, 29.6, 4326, said=4545)
    with pytest.raises(CRSError, match=r"b\.gpkg: coordinates look like degrees, EPSG:4545"):
        made(tmp_path, good, bad, layer="buildings", crs=crs)


def test_swapped_axes_are_refused(tmp_path):
    good = write(tmp_path / "v.gpkg", 106.5, 29.6, 4326)
    frame = gpd.read_file(good)
    frame["geometry"] = frame.geometry.map(lambda g: box(*(g.bounds[i] for i in (1, 0, 3, 2))))
    frame.to_file(tmp_path / "s.gpkg")
    with pytest.raises(CRSError, match=r"s\.gpkg: latitude stands first"):
        made(tmp_path, good, str(tmp_path / "s.gpkg"), layer="buildings")


def test_web_mercator_is_converted_and_told(tmp_path):
    said = made(tmp_path, write(tmp_path / "v.gpkg", 106.5, 29.6, 3857))
    assert "EPSG:3857 makes areas 1.32 times as large here; converted to EPSG:4545" in said
    areas = ProjectFolder.open(tmp_path / "p").inputs().layers["areas"]
    assert areas.area.sum() == pytest.approx(2e6, rel=1e-3)


def test_a_metric_crs_that_fits_is_kept_without_a_word(tmp_path):
    said = made(tmp_path, write(tmp_path / "v.gpkg", 106.5, 29.6, 4545))
    assert "(EPSG:4545," in said
    assert "!" not in said.replace("! no persons", "")


def test_what_lies_in_no_area_is_told_with_its_people(tmp_path):
    file = write(tmp_path / "v.gpkg", 106.5, 29.6, 4545)
    homes = gpd.read_file(file).translate(1000, 0)
    frame = gpd.GeoDataFrame({"id": ["a", "b"], "persons": [3, 4]}, geometry=homes, crs=4545)
    frame.to_file(tmp_path / "h.gpkg")
    said = made(tmp_path, file, str(tmp_path / "h.gpkg"), layer="buildings")
    assert "1 of 2 buildings with 4 people lie in no area and will be counted nowhere" in said
