"""FlatGeobuf and GeoParquet: cut, without geometry, bombs."""

import json

import numpy as np
import pandas as pd
import pyogrio
import shapely

from tests.validate.hostile.making import changed, maker
from tests.validate.small import zones


@maker("refused", 0.1, 0.5, 0.95)
def fgb_cut(folder, share):
    path = folder / "zones.fgb"
    pyogrio.write_dataframe(zones(), path)
    return changed(path, lambda d: d[: int(len(d) * share)])


@maker("refused")
def fgb_of_rubbish(folder, _):
    path = folder / "zones.fgb"
    path.write_bytes(b"fgb\x03fgb\x00" + bytes(range(256)) * 20)
    return path


@maker("refused")
def parquet_without_geometry(folder, _):
    pd.DataFrame({"a": [1]}).to_parquet(folder / "zones.parquet")
    return folder / "zones.parquet"


@maker("refused", 0.3, 0.9)
def parquet_cut(folder, share):
    zones().to_parquet(folder / "zones.parquet")
    return changed(folder / "zones.parquet", lambda d: d[: int(len(d) * share)])


@maker("refused", "geo", "crs", "wkb")
def parquet_with_bad(folder, what):
    import pyarrow as pa
    import pyarrow.parquet as pq

    wkb = shapely.to_wkb(np.asarray(zones().geometry.array))
    if what == "wkb":
        wkb[0] = b"rubbish"
    column = {"encoding": "WKB", "geometry_types": ["Polygon"]}
    if what == "crs":
        column["crs"] = {"rubbish": 1}
    geo = {"version": "1.0.0", "primary_column": "geometry", "columns": {"geometry": column}}
    text = b"rubbish" if what == "geo" else json.dumps(geo).encode()
    table = pa.table(
        {"zone_code": list(zones()["zone_code"]), "geometry": pa.array(wkb, pa.binary())}
    )
    pq.write_table(table.replace_schema_metadata({b"geo": text}), folder / "zones.parquet")
    return folder / "zones.parquet"


@maker("refused")
def parquet_bomb(folder, _):
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = 40_000_000
    wkb = shapely.to_wkb(zones().geometry.iloc[0])
    geometry = pa.DictionaryArray.from_arrays(pa.array(np.zeros(rows, "int8")), pa.array([wkb]))
    column = {"encoding": "WKB", "geometry_types": ["Polygon"]}
    geo = {"version": "1.0.0", "primary_column": "geometry", "columns": {"geometry": column}}
    table = pa.table({"geometry": geometry}).replace_schema_metadata({b"geo": json.dumps(geo)})
    pq.write_table(table, folder / "zones.parquet", compression="zstd")
    return folder / "zones.parquet"
