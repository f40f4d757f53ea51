"""Records of a layer one after the other, for layers that need not or cannot be loaded whole.

fiona reads so. It brings a GDAL of its own into the process, so nothing else imports it, and all
else runs without it: it has no wheels for Python 3.14 and for ARM Linux.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely.geometry

from zoning.errors import FileError, LayerError, UsageError, name_some
from zoning.io.encoding import json_in_utf8
from zoning.io.guard import NO_NETWORK, UNREADABLE, check_path, short, untouched
from zoning.io.libraries import unreadable
from zoning.io.read import list_layers
from zoning.io.shapefile import text_facts

__all__ = ["read_records"]

_STREAMED = (".gpkg", ".shp", ".geojson", ".json", ".fgb", ".gdb")


def read_records(path: str | os.PathLike, layer: str | None = None) -> Iterator[dict[str, Any]]:
    """Records of one layer in the order of the file, one at a time.

    Parameters
    ----------
    path : path
        GeoPackage, Shapefile, GeoJSON, FlatGeobuf or a FileGDB folder.
    layer : str, optional
        Needed where the file has several.

    Yields
    ------
    dict
        Column name to value, in the file's order, with the shapely geometry (or None) last, as
        ``geometry``.

    Raises
    ------
    UsageError
        fiona is not installed.
    FileError
        The file cannot be used; see :func:`zoning.io.guard.check_path`.
    LayerError
        No such layer, or several to choose from.

    Examples
    --------
    >>> from itertools import islice
    >>> from importlib.resources import files
    >>> sample = files("zoning.project") / "data/liechtenstein.gpkg"
    >>> [town["name"] for town in islice(read_records(sample, "municipalities"), 2)]
    ['Vaduz', 'Triesen']
    """
    try:
        import fiona
    except ImportError as error:
        raise UsageError(
            f"reading record by record needs fiona ({short(error)}): on Python 3.11 to 3.13 "
            "pip install fiona; or read the layer whole, with read_layer"
        ) from None
    file = check_path(path)
    if file.suffix.lower() not in _STREAMED:
        raise FileError(f"{file}: cannot be read record by record; read it whole, with read_layer")
    return _records(fiona, file, _chosen(file, layer))


def _chosen(file: Path, layer: str | None) -> str:
    names = [name for name in list_layers(file) if name != "layer_styles"]
    if layer is None and len(names) == 1:
        return names[0]
    if layer is None:
        raise LayerError(f"{file}: {len(names)} layers ({name_some(names, 8)}); say which")
    if layer not in names:
        raise LayerError(f"{file}: no layer {layer}; layers are: {', '.join(names) or 'none'}")
    return layer


def _records(fiona: Any, file: Path, layer: str) -> Iterator[dict[str, Any]]:
    try:
        with untouched(file) as copy, _opened(fiona, copy, layer) as collection:
            for record in collection:
                shape = record.geometry and shapely.geometry.shape(record.geometry)
                yield {**record.properties, "geometry": shape}
    except (fiona.errors.FionaError, *UNREADABLE) as error:
        raise unreadable(f"{file}: layer {layer}: cannot be read ({short(error)})") from None


def _opened(fiona: Any, file: Path, layer: str) -> Any:
    options: dict[str, Any] = {"layer": layer}
    source: Any = str(file)
    if file.suffix.lower() == ".shp":
        options["encoding"] = text_facts(file).encoding
    elif text := json_in_utf8(file) if "json" in file.suffix.lower() else None:
        source, options = io.BytesIO(text), {}
    with fiona.Env(**NO_NETWORK):
        return fiona.open(source, **options)
