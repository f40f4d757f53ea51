"""The worker of the fuzzer: make a file, give it to everything that reads, look at what came."""

from __future__ import annotations

import collections
import contextlib
import faulthandler
import gc
import json
import shutil
import tempfile
import traceback
from pathlib import Path

from benchmarks.robustness.fuzz_files import CANARY, KINDS, fuzzed

__all__ = ["judge", "work"]

#: What a report must not hold: contents of files that were never given.
_FOREIGN = (CANARY, "root:x:")


def work(seed: int, start: int, stop: int, place: Path, port: int, *, hang: float) -> int:
    """Make and judge files `start` to `stop`, one line of JSON each on standard output."""
    import warnings

    warnings.simplefilter("ignore")
    faulthandler.enable()
    done: collections.Counter = collections.Counter()
    opened: collections.Counter = collections.Counter()
    for n in range(start, stop):
        kind = KINDS[n % len(KINDS)]
        # Steered so that half of the files of each kind still open.
        gentle = int(opened[kind] <= done[kind] / 2)
        faulthandler.dump_traceback_later(hang)
        with tempfile.TemporaryDirectory(dir=place) as folder:
            gentle, path = _made(seed, n, place, Path(folder), gentle, port)
            result = judge(path, n, place)
        done[kind] += 1
        opened[kind] += result["opened"]
        if n == start:
            # What was imported stays: looking through it again and again costs a fifth.
            gc.collect()
            gc.freeze()
        print(json.dumps({"n": n, "kind": kind, "gentle": gentle, **result}), flush=True)
    faulthandler.cancel_dump_traceback_later()
    return 0


def _made(seed: int, n: int, place: Path, folder: Path, gentle: int, port: int):
    """File `n`; a gentle one is made anew a few times where it does not open."""
    for attempt in range(gentle, 5 if gentle else 1):
        inside = folder / str(attempt)
        inside.mkdir()
        path = fuzzed(seed, n, place / "seeds", inside, attempt, port)
        if not attempt or _plain_rows(path) is not None:
            break
    return attempt, path


def judge(path: Path, n: int, place: Path) -> dict:
    """What a file leads to: refused, findings, clean or traceback, and what must not be."""
    from zoning.io.atomic import sha256

    rows = _plain_rows(path)
    # Reading by others may change a file (a log brought up to date): only what we change counts.
    before = sha256(path.parent)
    result = {"opened": rows is not None, "status": "clean", "foreign": False, "loss": "",
              "error": ""}  # fmt: skip
    said: list[str] = []
    with _caught(result, said):
        found = _checked(path, result, rows, profile="cn-2020" if n % 2 else None)
        said.append(found.to_json())
        said.append(_reported(found, n, place))
    if n % 6 == 0:
        with _caught(result, said, refused=False):
            said.append(_taken_in(path, n, place))
    result["foreign"] = any(sign in text for sign in _FOREIGN for text in said)
    result["touched"] = sha256(path.parent) != before
    return result


def _checked(path: Path, result: dict, rows: int | None, profile: str | None):
    from zoning.validate.files.check_files import FileLayer, check_files

    found = check_files({"zones": [FileLayer(path)]}, profile=profile)
    result["status"] = "findings" if found.worst else "clean"
    read = len(found.layers["zones"])
    if rows is not None and read < rows and not found.counts["blocker"]:
        result["loss"] = f"{rows} rows, {read} read, nothing said"
    return found


def _reported(found, n: int, place: Path) -> str:
    """One of the other reports, in turn."""
    which = n // len(KINDS) % 4
    if which == 0:
        from zoning.validate.report.text_report import text_report

        return text_report(found)
    if which == 1:
        from zoning.validate.report.sarif_report import sarif_report

        return json.dumps(sarif_report(found), allow_nan=False)
    if which == 2:
        from zoning.validate.report.html_report import html_report

        return html_report(found)
    from zoning.validate.report.gpkg_report import write_findings

    write_findings(place / "findings.gpkg", found)
    return ""


def _taken_in(path: Path, n: int, place: Path) -> str:
    """What `zoning init` says to the file as areas, or as buildings of good areas."""
    from zoning.project.create import create

    folder = place / "project"
    seeds = place / "seeds"
    files = {"areas": [(str(path), None)]}
    if n % 12 == 0:
        files = {"areas": [(str(seeds / "zones.gpkg"), None)], "buildings": [(str(path), None)]}
    try:
        return str(create(folder, files))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _caught(result: dict, said: list[str], *, refused: bool = True):
    """A refusal is well and is kept as text; any other exception is what is looked for."""
    from zoning.errors import FaultError, ZoningError

    try:
        yield
    except ZoningError as error:
        said.append(str(error))
        if isinstance(error, FaultError):
            result["status"], result["error"] = "traceback", f"FaultError: {error}"[:300]
        elif refused:
            result["status"], result["error"] = "refused", str(error)[:200]
    except Exception as error:  # noqa: BLE001 - what the fuzzer looks for
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        ours = [f for f in traceback.extract_tb(error.__traceback__) if "/zoning/" in f.filename]
        last = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "?"
        text = f"{type(error).__name__} at {where}, {last}: {error}"
        result["status"], result["error"] = "traceback", text[:300]


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
        layers = pyogrio.list_layers(path).tolist()
        # A damaged FileGDB shows its own catalogue as a table beside the layer.
        spatial = [name for name, geometry in layers if geometry is not None]
        name = (spatial or [layers[0][0]])[0]
        return len(pyogrio.read_dataframe(path, on_invalid="ignore", layer=name))
    except Exception:  # noqa: BLE001 - whatever it is, the file does not open
        return None
