"""Good files of seven kinds, and fuzzed ones made from them."""

from __future__ import annotations

import json
import random
import shutil
import warnings
from pathlib import Path

__all__ = ["CANARY", "KINDS", "fuzzed", "make_seeds"]

KINDS = ("gpkg", "shp", "geojson", "array", "fgb", "parquet", "gdb")
#: Code in a file that none of the fuzzed ones is: seen in a report, it was read from there.
CANARY = "CANARY-7f3a"
_NUMBERS = (b"1e308", b"-1e999", b"NaN", b"null", b'"x"', b"[]", b"{}", b"9" * 400, b"0", b"true",
            b"9" * 20, b"-0.0", b'"\\ud800"', b'"\\u0000"')  # fmt: skip
_WORDS = (b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\0", b"\0\0\0\x80")


def make_seeds(folder: Path) -> None:
    """Write one small good file of each kind, and the canary."""
    import geopandas as gpd
    import pyogrio
    from shapely import box

    folder.mkdir(parents=True)
    codes = [f"500112001001{n:03d}" for n in range(1, 7)]
    frame = gpd.GeoDataFrame(
        {"zone_code": codes, "name": list("甲乙丙丁戊己"), "persons": range(200, 260, 10)},
        geometry=[
            box(x, y, x + 0.01, y + 0.01) for x in (106.5, 106.51) for y in (29.7, 29.71, 29.72)
        ],
        crs=4326,
    )  # fmt: skip
    local = frame.to_crs(4545)
    (folder / "shp").mkdir()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # FileGDB has whole numbers of 64 bits only on demand
        pyogrio.write_dataframe(local, folder / "zones.gpkg", layer="zones")
        pyogrio.write_dataframe(local, folder / "shp" / "zones.shp", encoding="GBK")
        pyogrio.write_dataframe(local, folder / "zones.fgb")
        pyogrio.write_dataframe(local, folder / "zones.gdb", driver="OpenFileGDB", layer="zones")
    local.to_parquet(folder / "zones.parquet")
    value = json.loads(frame.to_json(drop_id=True))
    (folder / "zones.geojson").write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    (folder / "zones.json").write_text(json.dumps(value["features"], ensure_ascii=False), "utf-8")
    canary = frame.assign(zone_code=CANARY)
    pyogrio.write_dataframe(canary, folder / "canary.gpkg", layer="zones")


def fuzzed(seed: int, n: int, seeds: Path, folder: Path, gentle: int, port: int) -> Path:
    """File `n` of a seed, or Shapefile, or FileGDB folder.

    `gentle` ones tend to open still: from 1, one by one, until one of them does.
    """
    rng = random.Random(f"{seed}-{n}" if gentle < 2 else f"{seed}-{n}-{int(gentle)}")
    kind = KINDS[n % len(KINDS)]
    if kind == "shp":
        shutil.copytree(seeds / "shp", folder, dirs_exist_ok=True)
        part = folder / f"zones.{rng.choice(('shp', 'shx', 'dbf', 'dbf', 'prj', 'cpg', 'shp'))}"
        _mutate(part, rng, bool(gentle), seeds, port)
        return folder / "zones.shp"
    if kind == "gdb":
        path = folder / "zones.gdb"
        shutil.copytree(seeds / "zones.gdb", path)
        parts = sorted(p for p in path.iterdir() if p.stat().st_size)
        for part in [rng.choice(parts)] if gentle else parts:
            _mutate(part, rng, bool(gentle), seeds, port)
        return path
    name = {"array": "zones.json"}.get(kind, f"zones.{kind}")
    path = Path(shutil.copy(seeds / name, folder / name))
    _mutate(path, rng, bool(gentle), seeds, port)
    return path


def _mutate(path: Path, rng: random.Random, gentle: bool, seeds: Path, port: int) -> None:
    data = bytearray(path.read_bytes())
    text = path.suffix in (".json", ".geojson", ".prj", ".cpg")
    for _ in range(1 if gentle else rng.randint(2, 12)):
        if not data:
            break
        _once(data, rng, gentle, text, seeds, port)
    path.write_bytes(data)


def _once(
    data: bytearray, rng: random.Random, gentle: bool, text: bool, seeds: Path, port: int
) -> None:
    at = rng.randrange(len(data))
    size = rng.randint(1, 4 if gentle else 200)
    what = rng.random()
    if text and what < 0.5:
        start = next((i for i in range(at, len(data)) if 48 <= data[i] <= 57), at)
        stop = next((i for i in range(start, len(data)) if data[i] not in b"0123456789.-e"), start)
        mild = gentle and rng.random() < 0.7
        data[start:stop] = str(rng.random() * 200).encode() if mild else rng.choice(_NUMBERS)
    elif what < 0.6:
        for _ in range(size):
            spot = rng.randrange(len(data))
            data[spot] ^= 1 << rng.randrange(8)
    elif what < 0.7:
        data[at : at + 4] = rng.choice(_WORDS)
    elif what < 0.78:
        data[at : at + size] = bytes(size)
    elif what < 0.86:
        other = rng.randrange(len(data))
        data[at : at + size] = data[other : other + size]
    elif what < 0.92 and not gentle:
        del data[at:]
    elif what < 0.97:
        names = (f"http://127.0.0.1:{port}/x", f"/vsicurl/http://127.0.0.1:{port}/x",
                 str(seeds / "canary.gpkg"), "/etc/passwd")  # fmt: skip
        data[at:at] = rng.choice(names).encode()
    else:
        data[at:at] = rng.randbytes(size)
