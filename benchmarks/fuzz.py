"""Fuzzed files of every format: no traceback, crash, hang, request, foreign file, silent loss.

`python -m benchmarks.fuzz` makes 50,000 files from good ones of seven kinds, in equal shares,
half of them still openable by GDAL, and gives each to the check as a user would. The work is
done in child processes: a crash or a hang is seen from outside, and the next child goes on.
"""

from __future__ import annotations

import argparse
import collections
import http.server
import json
import os
import random
import select
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from pathlib import Path

from benchmarks.report import Figure, figures_table

__all__ = ["main"]

KINDS = ("gpkg", "shp", "geojson", "array", "fgb", "parquet", "gdb")
_HANG = 20.0
_CANARY = "CANARY-7f3a"


def main(argv: list[str]) -> int:
    """Run the fuzzer and print the counts; 1 where anything but a refusal or a finding came."""
    parser = argparse.ArgumentParser(prog="benchmarks.fuzz", description=__doc__)
    parser.add_argument("--files", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="700 files")
    parser.add_argument(
        "--worker", nargs=3, metavar=("START", "STOP", "DIR"), help=argparse.SUPPRESS
    )
    parser.add_argument("--port", type=int, default=0, help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if args.worker:
        start, stop, folder = args.worker
        return _work(args.seed, int(start), int(stop), Path(folder), args.port)
    return _supervise(700 if args.quick else args.files, args.seed)


# --- the supervisor --------------------------------------------------------------------------


def _supervise(files: int, seed: int) -> int:
    asked: list[str] = []
    server = _listener(asked)
    counts: collections.Counter = collections.Counter()
    faults: list[str] = []
    began = time.time()
    with tempfile.TemporaryDirectory() as place:
        _make_seeds(Path(place) / "seeds", server.server_port)
        at = 0
        while at < files:
            at = _one_child(seed, at, files, Path(place), server.server_port, counts, faults)
    server.shutdown()
    for line in faults[:20]:
        print(line)
    opened = counts["opened"] / max(1, counts["files"])
    said = ", ".join(f"{counts[k]:,} {k}" for k in ("refused", "findings", "clean"))
    print(f"{counts['files']:,} files in {time.time() - began:.0f} s: {said}")
    print(", ".join(f"{k} {counts['kind ' + k]:,}" for k in KINDS))
    figures = [
        Figure("files", f"= {files:,}", f"{counts['files']:,}", counts["files"] == files),
        Figure("openable by GDAL", "half", f"{opened:.1%}", 0.4 <= opened <= 0.6),
        Figure.exactly("tracebacks", 0, counts["traceback"]),
        Figure.exactly("crashes", 0, counts["crash"]),
        Figure.exactly("hangs", 0, counts["hang"]),
        Figure.exactly("requests", 0, len(asked)),
        Figure.exactly("foreign files read", 0, counts["foreign"]),
        Figure.exactly("inputs changed", 0, counts["touched"]),
        Figure.exactly("silent losses", 0, counts["loss"]),
    ]
    print(figures_table(figures))
    return int(bool(faults or asked))


def _listener(asked: list[str]) -> http.server.HTTPServer:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_POST = do_GET

        def log_message(self, *args):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def _one_child(seed, at, files, place, port, counts, faults) -> int:
    """Run a child until it ends, crashes or hangs; the number of the next file."""
    command = [
        sys.executable, "-m", "benchmarks.fuzz", "--seed", str(seed), "--port", str(port),
        "--worker", str(at), str(files), str(place),
    ]  # fmt: skip
    child = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ}
    )
    buffer, doing, deadline = b"", at, time.time() + 60
    while True:
        ready, _, _ = select.select([child.stdout], [], [], max(0.0, deadline - time.time()))
        chunk = os.read(child.stdout.fileno(), 65536) if ready else None
        if chunk is None:
            child.kill()
            child.wait()
            counts["hang"] += 1
            counts["files"] += 1
            faults.append(f"hang: file {doing}")
            return doing + 1
        if not chunk:
            break
        deadline = time.time() + _HANG
        buffer += chunk
        *lines, buffer = buffer.split(b"\n")
        for line in lines:
            done = json.loads(line)
            doing = done["n"] + 1
            _count(done, counts, faults)
    code = child.wait()
    if code == 0:
        return files
    counts["crash"] += 1
    counts["files"] += 1
    faults.append(f"crash ({code}): file {doing}")
    return doing + 1


def _count(done, counts, faults) -> None:
    counts["files"] += 1
    counts["kind " + done["kind"]] += 1
    counts["opened"] += done["opened"]
    counts[done["status"]] += 1
    for name in ("foreign", "touched", "loss"):
        counts[name] += bool(done[name])
    bad = done["status"] == "traceback" or done["foreign"] or done["touched"] or done["loss"]
    if bad:
        faults.append(json.dumps(done, ensure_ascii=False)[:400])
        print(faults[-1], file=sys.stderr, flush=True)
    if counts["files"] % 1000 == 0:
        print(f"{counts['files']:,} files, {len(faults)} faults", file=sys.stderr, flush=True)


# --- the files ---------------------------------------------------------------------------------


def _make_seeds(folder: Path, port: int) -> None:
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
    pyogrio.write_dataframe(local, folder / "zones.gpkg", layer="zones")
    (folder / "shp").mkdir()
    pyogrio.write_dataframe(local, folder / "shp" / "zones.shp", encoding="GBK")
    pyogrio.write_dataframe(local, folder / "zones.fgb")
    pyogrio.write_dataframe(local, folder / "zones.gdb", driver="OpenFileGDB", layer="zones")
    local.to_parquet(folder / "zones.parquet")
    value = json.loads(frame.to_json(drop_id=True))
    (folder / "zones.geojson").write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    (folder / "zones.json").write_text(json.dumps(value["features"], ensure_ascii=False), "utf-8")
    canary = frame.assign(zone_code=_CANARY)
    pyogrio.write_dataframe(canary, folder / "canary.gpkg", layer="zones")


def _fuzzed(
    kind: str, seeds: Path, folder: Path, rng: random.Random, gentle: bool, port: int
) -> Path:
    """One fuzzed file, or Shapefile, or FileGDB folder."""
    if kind == "shp":
        shutil.copytree(seeds / "shp", folder, dirs_exist_ok=True)
        part = folder / f"zones.{rng.choice(('shp', 'shx', 'dbf', 'dbf', 'prj', 'cpg', 'shp'))}"
        _mutate(part, rng, gentle, seeds, port)
        return folder / "zones.shp"
    if kind == "gdb":
        path = folder / "zones.gdb"
        shutil.copytree(seeds / "zones.gdb", path)
        _mutate(
            rng.choice(sorted(p for p in path.iterdir() if p.stat().st_size)),
            rng,
            gentle,
            seeds,
            port,
        )
        return path
    name = {"array": "zones.json"}.get(kind, f"zones.{kind}")
    path = Path(shutil.copy(seeds / name, folder / name))
    _mutate(path, rng, gentle, seeds, port)
    return path


_NUMBERS = (b"1e308", b"-1e999", b"NaN", b"null", b'"x"', b"[]", b"{}", b"9" * 400, b"0", b"true")


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
        data[start:stop] = rng.choice(_NUMBERS) if not gentle else str(rng.random() * 200).encode()
    elif what < 0.6:
        for _ in range(size):
            spot = rng.randrange(len(data))
            data[spot] ^= 1 << rng.randrange(8)
    elif what < 0.7:
        data[at : at + 4] = rng.choice(
            (b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\0", b"\0\0\0\x80")
        )
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


# --- the worker --------------------------------------------------------------------------------


def _work(seed: int, start: int, stop: int, place: Path, port: int) -> int:
    import warnings

    warnings.simplefilter("ignore")
    opened = 0
    for n in range(start, stop):
        rng = random.Random(f"{seed}-{n}")
        kind = KINDS[n % len(KINDS)]
        # Steered so that half of the files still open.
        gentle = opened <= (n - start) / 2
        with tempfile.TemporaryDirectory(dir=place) as folder:
            path = _fuzzed(kind, place / "seeds", Path(folder), rng, gentle, port)
            result = _judge(path)
        opened += result["opened"]
        print(json.dumps({"n": n, "kind": kind, **result}), flush=True)
    return 0


def _judge(path: Path) -> dict:
    from zoning.errors import ZoningError
    from zoning.files import sha256
    from zoning.validate.bare import FileLayer, check_files

    root = path.parent
    before = sha256(root)
    rows = _plain_rows(path)
    # Reading by others may change a file (a log brought up to date): only what we change counts.
    before = sha256(root)
    result = {"opened": rows is not None, "foreign": False, "loss": "", "error": ""}
    try:
        found = check_files(
            {"zones": [FileLayer(path)]}, select="IN,CRS,GEO,COD", profile="cn-2020"
        )
        text = found.to_json()
        result["status"] = "findings" if found.worst else "clean"
        result["foreign"] = _CANARY in text or "root:x:" in text
        read = len(found.layers["zones"])
        if rows is not None and read < rows and not found.counts["blocker"]:
            result["loss"] = f"{rows} rows, {read} read, nothing said"
    except ZoningError as error:
        result["status"], result["error"] = "refused", str(error)[:200]
        result["foreign"] = "root:x:" in str(error)
    except Exception as error:  # noqa: BLE001 - what the fuzzer looks for
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        ours = [f for f in traceback.extract_tb(error.__traceback__) if "/zoning/" in f.filename]
        text = f"{type(error).__name__} at {where}, {ours[-1].name}: {error}"
        result["status"], result["error"] = "traceback", text[:300]
    result["touched"] = sha256(root) != before
    return result


def _plain_rows(path: Path) -> int | None:
    """Rows that a plain reader gets, ``None`` where it opens nothing."""
    import pyogrio

    try:
        if path.suffix == ".parquet":
            import pyarrow.parquet as pq

            return pq.read_metadata(path).num_rows
        if path.name == "zones.json":
            features = json.loads(path.read_bytes())
            return len(features) if isinstance(features, list) else None
        return len(pyogrio.read_dataframe(path, on_invalid="ignore", layer=0))
    except Exception:  # noqa: BLE001 - whatever it is, the file does not open
        return None


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
