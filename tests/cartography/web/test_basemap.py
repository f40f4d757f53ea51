"""Base maps from files: pictures and tiles lie where they belong, in the page."""

import io

import numpy as np
import pytest

from tests.fixtures.pages import coverage_map
from zoning.cartography.web.basemap import basemap_options
from zoning.errors import CRSError, FileError
from zoning.html.offline import save_page


@pytest.fixture
def bounds(town):
    return town.zones.dropna(subset="geometry").to_crs(3857).total_bounds


@pytest.fixture
def photo(town, tmp_path):
    """A red picture over the town, 500 m square, in the town's CRS."""
    return _photo(tmp_path / "photo.tif", crs=town.zones.crs)


def _photo(path, crs, west=499_950.0, north=3_290_350.0):
    import rasterio
    from rasterio.transform import from_origin

    with rasterio.open(
        path, "w", driver="GTiff", width=500, height=400, count=3, dtype="uint8", crs=crs,
        transform=from_origin(west, north, 1.0, 1.0),
    ) as target:  # fmt: skip
        target.write(np.full((400, 500), 220, np.uint8), 1)
        target.write(np.full((400, 500), 20, np.uint8), 2)
        target.write(np.full((400, 500), 20, np.uint8), 3)
    return path


def _tile(colour):
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (256, 256), colour).save(out, "PNG")
    return out.getvalue()


def _archive(path, kind, tiles):
    from pmtiles.tile import Compression, zxy_to_tileid
    from pmtiles.writer import Writer

    with path.open("wb") as handle:
        writer = Writer(handle)
        for zxy, data in sorted(tiles.items(), key=lambda item: zxy_to_tileid(*item[0])):
            writer.write_tile(zxy_to_tileid(*zxy), data)
        writer.finalize({"tile_type": kind, "tile_compression": Compression.NONE}, {})
    return path


def _under(bounds, zooms):
    from zoning.cartography.web.basemap import _tile_at

    out = []
    for z in zooms:
        x0, y0 = _tile_at(bounds[0], bounds[3], z)
        x1, y1 = _tile_at(bounds[2], bounds[1], z)
        out += [(z, x, y) for x in range(x0, x1 + 1) for y in range(y0, y1 + 1)]
    return out


def test_a_picture_is_cut_to_the_zones(photo, bounds):
    made = basemap_options(photo, bounds)
    assert made["kind"] == "image"
    (south, west), (north, east) = made["bounds"]
    # 400 by 300 metres of zones at 29.7 degrees north.
    assert (north - south) * 110_850 == pytest.approx(300, rel=0.01)
    assert (east - west) * 96_800 == pytest.approx(400, rel=0.01)
    assert made["url"].startswith("data:image/webp;base64,")


def test_grey_and_wide_numbers_become_a_picture(photo, bounds, tmp_path):
    import rasterio

    with rasterio.open(photo) as source:
        profile = source.profile | {"count": 1, "dtype": "uint16"}
    ramp = np.arange(400 * 500, dtype=np.uint16).reshape(400, 500)
    with rasterio.open(tmp_path / "grey.tif", "w", **profile) as target:
        target.write(ramp, 1)
    assert basemap_options(tmp_path / "grey.tif", bounds)["kind"] == "image"


def test_tiles_outside_the_zones_are_left_out(bounds, tmp_path):
    from pmtiles.tile import TileType

    inside = _under(bounds, [14, 15, 16])
    tiles = {zxy: _tile("red") for zxy in [*inside, (14, 0, 0)]}
    made = basemap_options(_archive(tmp_path / "t.pmtiles", TileType.PNG, tiles), bounds)
    assert set(made["tiles"]) == {f"{z}/{x}/{y}" for z, x, y in inside}
    assert (made["min"], made["max"]) == (14, 16)


def test_a_deep_zoom_beyond_the_budget_is_left_out(bounds, tmp_path, monkeypatch):
    from pmtiles.tile import TileType

    import zoning.cartography.web.basemap as module

    tiles = {zxy: _tile("red") for zxy in _under(bounds, [14, 15])}
    path = _archive(tmp_path / "t.pmtiles", TileType.PNG, tiles)
    monkeypatch.setattr(module, "BUDGET", len(_tile("red")) * len(_under(bounds, [14])))
    assert basemap_options(path, bounds)["max"] == 14


def test_vector_tiles_are_refused(bounds, tmp_path):
    from pmtiles.tile import TileType

    path = _archive(tmp_path / "v.pmtiles", TileType.MVT, {(14, 1, 1): b"x"})
    with pytest.raises(FileError, match="vector tiles"):
        basemap_options(path, bounds)


def test_what_cannot_lie_underneath_is_one_error(bounds, tmp_path, town):
    with pytest.raises(FileError, match=r"missing\.tif"):
        basemap_options(tmp_path / "missing.tif", bounds)
    with pytest.raises(CRSError, match="coordinate system"):
        basemap_options(_photo(tmp_path / "nowhere.tif", crs=None), bounds)
    with pytest.raises(FileError, match="nowhere under"):
        basemap_options(_photo(tmp_path / "far.tif", town.zones.crs, west=600_000.0), bounds)
    text = tmp_path / "text.tif"
    text.write_text("not a picture")
    with pytest.raises(FileError, match="picture"):
        basemap_options(text, bounds)


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["image", "tiles"])
def test_it_shows_under_the_zones_and_can_be_switched_off(
    kind, photo, bounds, town, tmp_path, browser
):
    from pmtiles.tile import TileType

    if kind == "tiles":
        tiles = {zxy: _tile((220, 20, 20)) for zxy in _under(bounds, [14, 15, 16])}
        photo = _archive(tmp_path / "t.pmtiles", TileType.PNG, tiles)
    path = save_page(coverage_map(town.zones, basemap=photo), tmp_path / "m.html")
    browser.open(path)
    browser.run("zoningMap.shown.delete('zones'); zoningMap.redraw()")
    assert _reds(browser) > 20_000
    browser.run("document.querySelector('[data-layer=basemap]').click()")
    assert _reds(browser) == 0
    assert browser.others(path) == []
    assert browser.errors == []


def _reds(browser):
    from PIL import Image

    image = Image.open(io.BytesIO(browser.driver.get_screenshot_as_png())).convert("RGB")
    rgb = np.asarray(image).astype(int)
    return int(((rgb[..., 0] > 200) & (rgb[..., 1] < 60) & (rgb[..., 2] < 60)).sum())
