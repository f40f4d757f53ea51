"""GeoParquet, which GDAL as it is delivered does not read: no row too many, none lost."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pyarrow.parquet as pq

from zoning.errors import FileError
from zoning.io.encoding import sound_text
from zoning.io.guard import UNREADABLE, short
from zoning.io.libraries import unreadable

__all__ = ["read_parquet"]


def read_parquet(file: Path, encoding: str | None = None) -> gpd.GeoDataFrame:
    try:
        _refuse_parquet_bomb(file)
        frame = gpd.read_parquet(file)
        _refuse_lost_rows(file, len(frame))
        return sound_text(frame, encoding)
    except UNREADABLE as error:
        raise unreadable(f"{file}: not a readable GeoParquet file ({short(error)})") from None


def _refuse_parquet_bomb(file: Path) -> None:
    """A few bytes can stand for millions of rows; real features take twenty or more each."""
    about, size = pq.read_metadata(file), file.stat().st_size
    groups = (about.row_group(i) for i in range(about.num_row_groups))
    unpacked = sum(g.total_byte_size for g in groups)
    if about.num_rows > max(size, 1 << 20) or unpacked > max(100 * size, 1 << 30):
        raise FileError(
            f"{file}: {size:,} bytes that unpack to {about.num_rows:,} rows and {unpacked:,} "
            "bytes; refused, export it again without compression"
        )


def _refuse_lost_rows(file: Path, read: int) -> None:
    """Rows are counted in the file, in each part and in each column of it; Arrow trusts one."""
    about = pq.read_metadata(file)
    groups = [about.row_group(i) for i in range(about.num_row_groups)]
    flat = [i for i in range(about.num_columns) if about.schema.column(i).max_repetition_level == 0]
    told = {about.num_rows, sum(g.num_rows for g in groups)}
    told |= {sum(g.column(i).num_values for g in groups) for i in flat}
    if told != {read}:
        raise FileError(
            f"{file}: {read:,} rows can be read, it speaks of {max(told):,}; the file is damaged, "
            "export it again"
        )
