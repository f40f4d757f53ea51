"""Tags on layers of a GeoPackage: what a layer was made with, readable in QGIS and GDAL.

:func:`zoning.io.write.write_layers` writes them with the layer.
"""

from __future__ import annotations

import os

import pyogrio

from zoning.io.guard import UNREADABLE, check_path, quiet, short, untouched
from zoning.io.libraries import unreadable

__all__ = ["read_tags"]


def read_tags(path: str | os.PathLike, layer: str) -> dict[str, str]:
    """The tags of one layer, empty where it has none.

    Raises
    ------
    FileError
        The file or layer cannot be read.
    """
    file = check_path(path)
    try:
        with quiet(), untouched(file) as copy:
            return dict(pyogrio.read_info(copy, layer=layer)["layer_metadata"] or {})
    except UNREADABLE as error:
        raise unreadable(f"{file}: layer {layer}: cannot be read ({short(error)})") from None
