"""Tags on layers of a GeoPackage: what a layer was made with, readable in QGIS and GDAL.

fiona is the library that reads and writes a layer's metadata without touching its features.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from zoning.errors import FileError
from zoning.io.guard import check_path

__all__ = ["read_tags", "write_tags"]


def write_tags(path: str | os.PathLike, tags: Mapping[str, Mapping[str, str]]) -> None:
    """Set the tags of layers of a GeoPackage of our own making.

    Parameters
    ----------
    path : path
        The GeoPackage; only ever one that is being written, never an input.
    tags : mapping of str to mapping of str to str
        Layer name to its tags.
    """
    import fiona  # half a second that reading need not pay

    for layer, pairs in tags.items():
        with fiona.open(path, "a", layer=layer) as collection:
            collection.update_tags({key: str(value) for key, value in pairs.items()})


def read_tags(path: str | os.PathLike, layer: str) -> dict[str, str]:
    """The tags of one layer, empty where it has none.

    Raises
    ------
    FileError
        The file or layer cannot be read.
    """
    import fiona
    from fiona.errors import FionaError

    file = check_path(path)
    try:
        with fiona.open(Path(file), layer=layer) as collection:
            return dict(collection.tags())
    except (FionaError, ValueError) as error:
        raise FileError(f"{file}: layer {layer}: cannot be read ({error})") from None
