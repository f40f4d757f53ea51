"""What GDAL reads: the layers of a file and one of them as a frame.

GDAL is asked with care: Shapefile text comes through byte by byte, JSON in another encoding
is turned into UTF-8 first, and FlatGeobuf columns are looked at before anything touches them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopandas as gpd
import pyarrow as pa
import pyogrio
import pyproj
import shapely

from zoning.errors import FileError
from zoning.io.encoding import json_in_utf8, sound_text, unique_columns
from zoning.io.guard import quiet, untouched
from zoning.io.shapefile import decoded, text_facts

__all__ = ["JSON_SUFFIXES", "UNREADABLE", "layers_of", "read_ogr", "short"]

#: What reading a damaged file raises, whichever library stumbles over it.
UNREADABLE = (
    pyogrio.errors.DataSourceError,
    pyogrio.errors.DataLayerError,
    pyogrio.errors.FeatureError,
    pyogrio.errors.GeometryError,
    pyogrio.errors.FieldError,
    pyogrio.errors.CRSError,
    pyproj.exceptions.ProjError,
    shapely.errors.ShapelyError,
    pa.ArrowException,
    OSError,
    RuntimeError,
    ValueError,
    TypeError,
    KeyError,
    OverflowError,
    # pyogrio stumbles over a CRS that GDAL cannot export (its variable ``wkt`` is not set).
    UnboundLocalError,
)
JSON_SUFFIXES = (".json", ".geojson")
_LATIN_1 = "ISO-8859-1"


def layers_of(file: Path) -> list[tuple[Any, Any]]:
    """Layer names and geometry types.

    Raises
    ------
    FileError
        GDAL cannot open it.
    """
    try:
        with quiet(), untouched(file) as copy:
            return [tuple(row) for row in pyogrio.list_layers(copy)]
    except UNREADABLE as error:
        raise FileError(f"{file}: cannot be read ({short(error)})") from None


def read_ogr(file: Path, layer: str, encoding: str | None = None) -> gpd.GeoDataFrame:
    """A layer as it stands in the file; what has no geometry gets an empty column of it.

    Parameters
    ----------
    file : Path
        Passed by :func:`zoning.io.guard.check_path`.
    layer : str
        One of :func:`layers_of`.
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
            text = json_in_utf8(file, encoding) if suffix in JSON_SUFFIXES else None
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
        raise FileError(
            f"{file}: layer {layer}: its columns have lost their names; export it again"
        ) from None
    except UNREADABLE as error:
        raise FileError(f"{file}: layer {layer}: {_cannot(error)}") from None
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


def short(error: BaseException) -> str:
    """The first line of what a library said."""
    lines = str(error).strip().splitlines()
    return (lines[0] if lines else type(error).__name__)[:160]
