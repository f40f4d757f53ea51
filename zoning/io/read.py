"""Reading files: plain formats only, every path through :mod:`zoning.io.guard`.

GDAL reads by way of pyogrio, and is asked with care: Shapefile text comes through byte by byte,
JSON in another encoding is turned into UTF-8 first, and FlatGeobuf columns are looked at before
anything touches them.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
import zipfile
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyogrio
import shapely

from zoning.errors import FileError, LayerError, UsageError, name_some
from zoning.io.encoding import json_in_utf8, sound_text, text_encoding, unique_columns
from zoning.io.guard import UNREADABLE, check_path, logs_of, quiet, short, untouched
from zoning.io.libraries import unreadable
from zoning.io.parquet import read_parquet
from zoning.io.shapefile import decoded, text_facts
from zoning.model.tolerances import count

__all__ = ["list_layers", "read_layer", "read_layers", "read_table", "read_tags", "single_parts"]

_JSON = (".json", ".geojson")
_LATIN_1 = "ISO-8859-1"
_TABLES = (".csv", ".xlsx")

#: Name and geometry type of each layer; None for a file that is one layer without a name.
Listing = tuple[tuple[str, str | None], ...] | None


def list_layers(path: str | os.PathLike) -> list[str]:
    """Names of the layers of a file, in its own order."""
    file, listing = _opened(path)
    return [file.stem] if listing is None else [name for name, _ in listing]


def read_layer(
    path: str | os.PathLike,
    layer: str | None = None,
    *,
    crs: object = None,
    encoding: str | None = None,
) -> gpd.GeoDataFrame:
    """One layer of a file as a GeoDataFrame, geometry as it stands in the file.

    Parameters
    ----------
    path : path
        GeoPackage, Shapefile, GeoJSON (also a bare array of features), FlatGeobuf,
        GeoParquet, or a FileGDB folder.
    layer : str, optional
        Needed where the file has several layers with geometry.
    crs : anything that pyproj reads, optional
        For data without a CRS; data that have one keep it.
    encoding : str, optional
        Of the text, where the file does not say or says it wrong (GBK, cp1252).

    Returns
    -------
    GeoDataFrame
        Index 0..n-1 in the order of the file.

    Raises
    ------
    FileError
        The file cannot be used; see :func:`check_path`.
    LayerError
        No such layer, or several to choose from.
    """
    file, listing = _opened(path)
    if encoding is not None:
        encoding = _known_encoding(encoding)
    if listing is not None:
        frame = _read_ogr(file, _choose(file, listing, layer), encoding)
    elif file.suffix.lower() == ".parquet":
        frame = read_parquet(file, encoding)
    else:
        frame = _read_array(file, encoding)
    if frame.crs is None and crs is not None:
        frame = frame.set_crs(crs)
    return frame.reset_index(drop=True)


def read_layers(path: str | os.PathLike, names: Iterable[str]) -> dict[str, gpd.GeoDataFrame]:
    """Those of the named layers that a file has, as :func:`read_layer` gives them.

    The file is looked at once and then opened once a layer.
    """
    file, listing = _opened(path)
    have = {name for name, _ in listing or ()}
    return {name: _read_ogr(file, name).reset_index(drop=True) for name in names if name in have}


def _opened(path: str | os.PathLike) -> tuple[Path, Listing]:
    """A file that passed the guard, and its layers.

    A GeoPackage is not looked at again while it stays as it is.
    """
    state = _state(path)
    return _looked_at(path) if state is None else _seen(os.fspath(path), state)


def _looked_at(path: str | os.PathLike) -> tuple[Path, Listing]:
    file = check_path(path)
    if file.suffix.lower() == ".parquet" or _is_bare_array(file):
        return file, None
    return file, _listing(file)


@lru_cache(maxsize=16)
def _seen(path: str, state: tuple[int, ...]) -> tuple[Path, Listing]:
    return _looked_at(path)


def _state(path: str | os.PathLike) -> tuple[int, ...] | None:
    """What changes whenever a GeoPackage does; None where nothing would for sure."""
    file = Path(path)
    if file.suffix.lower() != ".gpkg":
        return None
    try:
        about = file.stat()
        if logs_of(file):
            return None
    except (OSError, ValueError):
        return None
    times = about.st_mtime_ns, about.st_ctime_ns
    if time.time_ns() - max(times) < count("same_moment"):
        return None
    return about.st_dev, about.st_ino, about.st_size, *times


def _listing(file: Path) -> Listing:
    try:
        with quiet(), untouched(file) as copy:
            rows = pyogrio.list_layers(copy)
    except UNREADABLE as error:
        raise unreadable(f"{file}: cannot be read ({short(error)})") from None
    return tuple((str(name), kind) for name, kind in rows)


def _known_encoding(name: str) -> str:
    known = text_encoding(name)
    if not known:
        raise UsageError(
            f"encoding {name}: not known; wanted a name as GBK, GB18030, Big5, UTF-8, cp1252"
        )
    return known


def _choose(file: Path, listing: Iterable[tuple[str, str | None]], layer: str | None) -> str:
    names = [name for name, _ in listing]
    if layer is not None:
        if layer not in names:
            raise LayerError(f"{file}: no layer {layer}; layers are: {', '.join(names) or 'none'}")
        return layer
    spatial = [name for name, kind in listing if kind is not None and name != "layer_styles"]
    if len(spatial) == 1:
        return spatial[0]
    if not spatial:
        raise LayerError(
            f"{file}: no layer with geometry; layers are: {', '.join(names) or 'none'}"
        )
    raise LayerError(
        f"{file}: {len(spatial)} layers ({name_some(spatial, 8)}); say which as {file.name}:LAYER"
    )


def _is_bare_array(file: Path) -> bool:
    if file.suffix.lower() not in _JSON:
        return False
    with file.open("rb") as handle:
        head = handle.read(256)
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"[")


def _read_array(file: Path, encoding: str | None = None) -> gpd.GeoDataFrame:
    """A bare JSON array of features, which GDAL refuses and offices deliver."""
    try:
        text = json_in_utf8(file, encoding) or file.read_bytes()
        features = json.loads(text.decode("utf-8-sig"))
        return gpd.GeoDataFrame.from_features(features, crs=4326)
    except (*UNREADABLE, AttributeError, RecursionError) as error:
        raise unreadable(
            f"{file}: not an array of GeoJSON features ({short(error)}); export it again"
        ) from None


def _read_ogr(file: Path, layer: str, encoding: str | None = None) -> gpd.GeoDataFrame:
    """A layer as it stands in the file; what has no geometry gets an empty column of it.

    Parameters
    ----------
    file : Path
        Passed by :func:`zoning.io.guard.check_path`.
    layer : str
        One of its layers.
    encoding : str, optional
        What the user says of its text.

    Raises
    ------
    FileError
        It cannot be read, with the remedy.
    """
    suffix = file.suffix.lower()
    options: dict[str, Any] = {"layer": layer, "use_arrow": True, "on_invalid": "ignore"}
    if suffix == ".shp":
        # Every byte comes through as it is; which encoding it has, its bytes say best.
        options["encoding"] = _LATIN_1
    try:
        with quiet(), untouched(file) as copy:
            text = json_in_utf8(file, encoding) if suffix in _JSON else None
            if text is not None:
                options.pop("layer")
            loose = suffix == ".fgb" and not _sound_columns(copy, layer)
            if loose:
                options |= {"use_arrow": False, "encoding": _LATIN_1}
            frame = pyogrio.read_dataframe(copy if text is None else text, **options)
    except UnicodeDecodeError:
        raise FileError(
            f"{file}: layer {layer}: text is not in the encoding that the file declares; "
            "say which it is with --encoding NAME (for example GBK)"
        ) from None
    except AttributeError:
        # pyogrio takes the geometry by its column's name, which in a damaged file others have too.
        raise unreadable(
            f"{file}: layer {layer}: its columns have lost their names; export it again"
        ) from None
    except UNREADABLE as error:
        raise unreadable(f"{file}: layer {layer}: {_cannot(error)}") from None
    frame = unique_columns(frame)
    if loose:
        frame = decoded(frame, encoding or "utf-8", errors="replace")
    frame = sound_text(frame, encoding)
    if suffix == ".shp":
        frame = unique_columns(decoded(frame, text_facts(file, encoding).encoding))
    if not isinstance(frame, gpd.GeoDataFrame):
        blank = gpd.GeoSeries([None] * len(frame), index=frame.index)
        frame = gpd.GeoDataFrame(frame, geometry=blank)
    return frame


def _sound_columns(file: Path, layer: str) -> bool:
    """Whether each value of a layer's Arrow columns lies inside its column's bytes.

    From a damaged FlatGeobuf file GDAL makes columns whose values point beyond their end, and
    whoever reads one brings the process down. Without Arrow it reads such a file soundly.
    """
    with pyogrio.open_arrow(file, layer=layer, use_pyarrow=True) as (_, batches):
        for batch in batches:
            for column in batch.columns:
                # As bytes: whether text is UTF-8 is looked at later, and no reason to stop.
                plain = column.view(pa.binary()) if pa.types.is_string(column.type) else column
                try:
                    plain.validate(full=True)
                except pa.ArrowInvalid:
                    return False
    return True


def _cannot(error: Exception) -> str:
    if "Nonlinear" in str(error):
        return "has curves; convert them to straight edges first (QGIS: Segmentize)"
    if isinstance(error, UnboundLocalError):
        return "its coordinate system cannot be read; mend the .prj or export it again"
    return f"cannot be read ({short(error)})"


def single_parts(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """A copy in which a multi-geometry of one part is that part.

    A GeoPackage layer with one real multipolygon gives every polygon back as a multipolygon;
    what is read must not differ from what was written.
    """
    geometry = np.array(frame.geometry.array)
    lone = np.isin(shapely.get_type_id(geometry), (4, 5, 6))
    lone &= shapely.get_num_geometries(geometry) == 1
    geometry[lone] = shapely.get_geometry(geometry[lone], 0)
    return frame.set_geometry(gpd.array.GeometryArray(geometry, crs=frame.crs))


def read_table(path: str | os.PathLike) -> pd.DataFrame:
    """A CSV or Excel table, every cell as text, empty cells as null.

    Raises
    ------
    FileError
        Missing, not a table, or in no encoding that offices use (UTF-8, GB18030).
    """
    file = Path(path)
    if not file.is_file():
        raise FileError(f"{file}: no such file")
    if file.suffix.lower() not in _TABLES:
        raise FileError(f"{file}: wanted a table ({', '.join(_TABLES)})")
    try:
        if file.suffix.lower() == ".xlsx":
            _refuse_table_bomb(file)
            return pd.read_excel(file, dtype="str")
        for encoding in ("utf-8-sig", "gb18030"):
            with contextlib.suppress(UnicodeDecodeError):
                return pd.read_csv(file, dtype="str", encoding=encoding)
    except (ValueError, OSError, pd.errors.ParserError, KeyError, zipfile.BadZipFile) as error:
        raise FileError(f"{file}: not a readable table ({short(error)})") from None
    except ImportError:
        raise FileError(f"{file}: Excel needs openpyxl; pip install zoning[excel]") from None
    raise FileError(f"{file}: text is neither UTF-8 nor GB18030; save it as UTF-8")


def _refuse_table_bomb(file: Path) -> None:
    """A workbook is a zip; a list of codes unpacks to some megabytes."""
    with zipfile.ZipFile(file) as archive:
        size = sum(info.file_size for info in archive.infolist())
    if size > count("largest_table"):
        raise FileError(f"{file}: unpacks to {size:,} bytes; save the list alone as CSV")


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
