"""What may be opened: plain local files of a listed format, and nothing that they point to.

GDAL opens far more than files: a VRT under any extension, URLs and ``/vsi`` paths let a
"shapefile" read other local files or send requests; a linked CRS in GeoJSON sends one too.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import re
import shutil
import sqlite3
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyogrio
import pyproj
import shapely

from zoning.errors import FileError

__all__ = [
    "FORMATS",
    "NO_NETWORK",
    "UNREADABLE",
    "check_path",
    "logs_of",
    "quiet",
    "short",
    "untouched",
]

#: Extension to format name and the bytes that such a file starts with.
FORMATS: dict[str, tuple[str, tuple[bytes, ...]]] = {
    ".gpkg": ("GeoPackage", (b"SQLite format 3\x00",)),
    ".shp": ("Shapefile", (b"\x00\x00\x27\x0a",)),
    ".geojson": ("GeoJSON", (b"{", b"[")),
    ".json": ("GeoJSON", (b"{", b"[")),
    ".fgb": ("FlatGeobuf", (b"fgb\x03",)),
    ".parquet": ("GeoParquet", (b"PAR1",)),
}
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
#: A GeoJSON file of this kind makes GDAL run a command on other files.
_STREAMED = b"gdal_streamed_alg"
#: A linked CRS (GeoJSON of 2008) makes GDAL send a request.
_LINKED_CRS = re.compile(rb'"crs"\s*:\s*\{[^}]{0,400}"(href|url)"\s*:', re.IGNORECASE)
#: While GDAL reads, its requests, should any slip through, end at a closed local port.
NO_NETWORK = {"GDAL_HTTP_PROXY": "127.0.0.1:9", "GDAL_HTTPS_PROXY": "127.0.0.1:9"}


def check_path(path: str | os.PathLike) -> Path:
    """The path, provided that it is a plain local file of a known format, or a .gdb folder.

    Raises
    ------
    FileError
        Missing, a URL or ``/vsi`` path, of an unknown format, or with content that is not of
        the format that its name says.
    """
    text = os.fspath(path)
    if "://" in text or text.startswith("/vsi") or "\x00" in text:
        raise FileError(f"{text}: not a plain file; copy it to this machine and give its path")
    if "!" in os.path.abspath(text):
        raise FileError(f"{text}: '!' in a path means an archive to the reader; rename it")
    file = Path(text)
    try:
        if not file.exists():
            raise FileError(f"{text}: no such file")
        if file.is_dir():
            return _check_folder(file)
        if not file.is_file():
            raise FileError(f"{text}: a device or pipe, wanted a plain file")
        return _check_file(file)
    except OSError as error:
        raise FileError(f"{text}: cannot be read ({error.strerror})") from None


def _check_folder(folder: Path) -> Path:
    if folder.suffix.lower() == ".gdb" and any(folder.glob("*.gdbtable")):
        return folder
    raise FileError(f"{folder}: a folder, wanted a file or a FileGDB folder (.gdb)")


def _check_file(file: Path) -> Path:
    suffix = file.suffix.lower()
    if suffix not in FORMATS:
        known = ", ".join([*FORMATS, ".gdb"])
        hint = "; unpack it first" if suffix in (".zip", ".7z", ".rar", ".gz") else ""
        raise FileError(
            f"{file}: format {suffix or 'without extension'} is not one of {known}{hint}"
        )
    name, starts = FORMATS[suffix]
    with file.open("rb") as handle:
        head = handle.read(256)
        if not head:
            raise FileError(f"{file}: empty file")
        if name == "GeoJSON":
            head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        if not head.startswith(starts):
            raise FileError(f"{file}: content is not {name}; export it again as {name}")
        if name == "GeoJSON":
            _refuse_streamed(file, handle)
    if name == "GeoPackage":
        _refuse_computed_tables(file)
    if name == "Shapefile":
        _refuse_without_index(file)
    return file


def _refuse_without_index(file: Path) -> None:
    """GDAL opens no .shp without its index and says so in words for programmers."""
    if not any(file.with_suffix(suffix).is_file() for suffix in (".shx", ".SHX")):
        raise FileError(
            f"{file}: no {file.stem}.shx beside it; copy all parts (.shp, .shx, .dbf, .prj) from "
            "their source, or make the index anew (QGIS: Repair Shapefile)"
        )


def _refuse_streamed(file: Path, handle: BinaryIO) -> None:
    with mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if content.find(_STREAMED) >= 0:
            raise FileError(f"{file}: a GDAL command, not features; export it again as GeoJSON")
        if _LINKED_CRS.search(content):
            raise FileError(
                f"{file}: takes its coordinate system from a web address, which is never asked; "
                "export it again"
            )


def _refuse_computed_tables(file: Path, label: Path | None = None) -> None:
    """A virtual table can read any file, a view can be endless, a computed column as well.

    Only the virtual tables of GeoPackage itself (spatial index, text search) are let through.
    """
    uri = file.resolve().as_uri() + "?mode=ro&immutable=1"
    file = label or file
    try:
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as db:
            rows = db.execute("select type, name, lower(sql) from sqlite_master").fetchall()
            layers = {name for (name,) in db.execute("select lower(table_name) from gpkg_contents")}
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise FileError(f"{file}: damaged GeoPackage ({error}); export it again") from None
    for kind, name, sql in rows:
        sql = " ".join(str(sql).split())
        index = " using rtree" in sql or " using fts" in sql
        if sql.startswith("create virtual") and not index:
            raise FileError(f"{file}: table {name} is virtual and could read other files; refused")
        if kind == "view" and str(name).lower() in layers:
            raise FileError(f"{file}: layer {name} is a view, not a table; export it as a layer")
        if kind == "table" and " generated always " in sql:
            raise FileError(f"{file}: table {name} has a computed column; export it again without")


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """No warnings and no network while GDAL reads."""
    before = {name: pyogrio.get_gdal_config_option(name) for name in NO_NETWORK}
    pyogrio.set_gdal_config_options(NO_NETWORK)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        pyogrio.set_gdal_config_options(before)


@contextlib.contextmanager
def untouched(file: Path) -> Iterator[Path]:
    """The file, or a copy of it where mere reading would change it.

    A GeoPackage with a write-ahead log or a journal beside it (it is open in QGIS, or a program
    died) is brought up to date by whoever reads it last. The copy has those changes too.
    """
    logs = logs_of(file)
    if file.suffix.lower() != ".gpkg" or not logs:
        yield file
        return
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / file.name
        for tail in ("", *logs):
            shutil.copyfile(f"{file}{tail}", f"{copy}{tail}")
        try:
            with contextlib.closing(sqlite3.connect(copy)) as db:
                db.execute("pragma journal_mode = delete")
        except sqlite3.Error as error:
            raise FileError(f"{file}: damaged GeoPackage ({error}); export it again") from None
        _refuse_computed_tables(copy, label=file)
        yield copy


def logs_of(file: Path) -> list[str]:
    """Endings of what SQLite keeps beside a file that is being written, or was when it died."""
    logs = [(tail, Path(f"{file}{tail}")) for tail in ("-wal", "-journal")]
    return [tail for tail, log in logs if log.is_file() and log.stat().st_size > 0]


def short(error: BaseException) -> str:
    """The first line of what a library said."""
    lines = str(error).strip().splitlines()
    return (lines[0] if lines else type(error).__name__)[:160]
