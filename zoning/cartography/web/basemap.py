"""A base map that the user supplies as a file; it goes into the page, nothing is fetched.

Raster PMTiles (`the specification, version 3 <https://github.com/protomaps/PMTiles>`_) or any
georeferenced image that GDAL reads. Needs the extra ``basemap`` (pmtiles, rasterio).
"""

from __future__ import annotations

import base64
import math
import os
import warnings
from pathlib import Path

import numpy as np

from zoning.errors import CRSError, FileError
from zoning.model.tolerances import count, tolerance

__all__ = ["BUDGET", "basemap_options"]

BUDGET = count("picture_budget")
_LONGEST = count("longest_picture")
_NOT_NOTHING = tolerance("not_nothing_squared")
_HALF = math.pi * 6378137.0
#: First bytes of TIFF, BigTIFF, PNG, JPEG, WebP: GDAL reads much else, such as files that
#: point at other files.
_PICTURES = {
    b"II*\0": "GTiff", b"MM\0*": "GTiff", b"II+\0": "GTiff", b"MM\0+": "GTiff",
    b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"RIFF": "WEBP",
}  # fmt: skip
_MIME = {2: "image/png", 3: "image/jpeg", 4: "image/webp", 5: "image/avif"}


def basemap_options(path: str | os.PathLike, bounds) -> dict:
    """What the page needs to draw a base map under its zones.

    Parameters
    ----------
    path : path
        A ``.pmtiles`` archive of pictures, or a georeferenced image.
    bounds : tuple of float
        (min x, min y, max x, max y) of the map in EPSG:3857; nothing outside is taken.

    Returns
    -------
    dict
        ``kind`` ``tiles`` with ``tiles`` by ``z/x/y`` and the zooms there are, or ``kind``
        ``image`` with ``url`` and ``bounds`` (south west, north east, degrees).

    Raises
    ------
    FileError
        No such file, not a picture, vector tiles, or nothing in it lies under the zones.
    CRSError
        The image does not say where it lies.
    """
    file = Path(path)
    if not file.is_file():
        raise FileError(f"{file}: no such file; a base map is an image or a .pmtiles archive")
    with file.open("rb") as handle:
        head = handle.read(12)
    if head.startswith(b"PMTiles"):
        return _tiles(file, bounds)
    driver = next((d for magic, d in _PICTURES.items() if head.startswith(magic)), None)
    if driver is None:
        raise FileError(f"{file}: not a picture (GeoTIFF, PNG, JPEG, WebP) and not PMTiles")
    return _image(file, driver, bounds)


def _missing(file: Path, package: str) -> FileError:
    return FileError(f"{file}: reading it needs {package}; install zoning[basemap]")


def _tiles(file: Path, bounds) -> dict:
    try:
        from pmtiles.reader import MmapSource, Reader
        from pmtiles.tile import SpecVersionUnsupported
    except ImportError:
        raise _missing(file, "pmtiles") from None
    with file.open("rb") as handle:
        reader = Reader(MmapSource(handle))
        try:
            header = reader.header()
            kind = int(header["tile_type"].value)
        except (KeyError, ValueError, IndexError, EOFError, SpecVersionUnsupported) as error:
            raise FileError(f"{file}: not a PMTiles archive of version 3 ({error!r})") from None
        if kind not in _MIME:
            raise FileError(
                f"{file}: holds vector tiles; a base map needs pictures (png, jpeg or webp)"
            )
        tiles, deepest = _collect(reader, header, bounds)
    if not tiles:
        raise FileError(f"{file}: no tile in it lies under the zones")
    return {
        "kind": "tiles",
        "tiles": {
            key: f"data:{_MIME[kind]};base64,{base64.b64encode(data).decode('ascii')}"
            for key, data in tiles.items()
        },
        "min": min(int(key.split("/")[0]) for key in tiles),
        "max": deepest,
    }


def _collect(reader, header, bounds) -> tuple[dict[str, bytes], int]:
    """Tiles under the map, zoom by zoom, as long as whole zooms fit into the budget."""
    taken: dict[str, bytes] = {}
    size, deepest = 0, int(header["min_zoom"])
    for zoom in range(int(header["min_zoom"]), int(header["max_zoom"]) + 1):
        x0, y0 = _tile_at(bounds[0], bounds[3], zoom)
        x1, y1 = _tile_at(bounds[2], bounds[1], zoom)
        if (x1 - x0 + 1) * (y1 - y0 + 1) > 20_000:
            break
        found = {}
        for x in range(x0, x1 + 1):
            for y in range(y0, y1 + 1):
                data = reader.get(zoom, x, y)
                if data:
                    found[f"{zoom}/{x}/{y}"] = bytes(data)
        size += sum(len(d) for d in found.values())
        if size > BUDGET and taken:
            break
        taken |= found
        deepest = zoom
    return taken, deepest


def _tile_at(x: float, y: float, zoom: int) -> tuple[int, int]:
    n = 2**zoom
    column = math.floor((x + _HALF) / (2 * _HALF) * n)
    row = math.floor((_HALF - y) / (2 * _HALF) * n)
    return min(max(column, 0), n - 1), min(max(row, 0), n - 1)


def _image(file: Path, driver: str, bounds) -> dict:
    try:
        import rasterio
        from rasterio.errors import RasterioError
        from rasterio.vrt import WarpedVRT
    except ImportError:
        raise _missing(file, "rasterio") from None
    try:
        with rasterio.open(file, driver=driver) as source:
            if source.crs is None:
                raise CRSError(
                    f"{file}: does not say where it lies; give it a coordinate system "
                    "(gdal_translate -a_srs EPSG:... in.tif out.tif)"
                )
            with WarpedVRT(source, crs="EPSG:3857", add_alpha=True, resampling=1) as warped:
                box, data = _window(file, warped, bounds)
    except RasterioError as error:
        raise FileError(f"{file}: not a picture that can be read ({error})") from None
    south, west = _degrees(box[0], box[1])
    north, east = _degrees(box[2], box[3])
    url = "data:image/webp;base64," + base64.b64encode(_webp(data)).decode("ascii")
    return {"kind": "image", "url": url, "bounds": [[south, west], [north, east]]}


def _window(file: Path, warped, bounds):
    """The part of a picture under the map, in red, green, blue, alpha; at most 4096 wide."""
    from rasterio.windows import from_bounds

    left, bottom = max(bounds[0], warped.bounds.left), max(bounds[1], warped.bounds.bottom)
    right, top = min(bounds[2], warped.bounds.right), min(bounds[3], warped.bounds.top)
    if left >= right or bottom >= top:
        raise FileError(f"{file}: lies nowhere under the zones; check its coordinate system")
    window = from_bounds(left, bottom, right, top, warped.transform)
    scale = min(1.0, _LONGEST / max(window.width, window.height))
    shape = max(1, round(window.height * scale)), max(1, round(window.width * scale))
    data = warped.read(window=window, out_shape=(warped.count, *shape))
    if warped.dtypes[0] != "uint8":
        data = _stretch(data)
    colours, alpha = data[:-1], data[-1:]
    colours = colours[:3] if len(colours) >= 3 else np.repeat(colours[:1], 3, axis=0)
    return (left, bottom, right, top), np.concatenate([colours, alpha])


def _stretch(data: np.ndarray) -> np.ndarray:
    """Other kinds of numbers to 0-255, by the 2nd and 98th percentile of each band."""
    out = np.zeros(data.shape, dtype=np.uint8)
    out[-1] = np.where(data[-1] > 0, 255, 0)
    for band in range(len(data) - 1):
        known = data[band][data[-1] > 0].astype(float)
        if known.size:
            low, high = np.nanpercentile(known, [2, 98])
            spread = (data[band].astype(float) - low) / max(high - low, _NOT_NOTHING)
            out[band] = (np.nan_to_num(np.clip(spread, 0, 1)) * 255).astype(np.uint8)
    return out


def _webp(data: np.ndarray) -> bytes:
    from rasterio.errors import NotGeoreferencedWarning
    from rasterio.io import MemoryFile

    _, height, width = data.shape
    with MemoryFile() as memory, warnings.catch_warnings():
        # The page says where the picture lies; the picture itself need not.
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with memory.open(
            driver="WEBP", width=width, height=height, count=4, dtype="uint8", QUALITY="80"
        ) as target:
            target.write(data)
        return memory.read()


def _degrees(x: float, y: float) -> tuple[float, float]:
    return (
        round(math.degrees(math.atan(math.sinh(y / 6378137.0))), 8),
        round(math.degrees(x / 6378137.0), 8),
    )
