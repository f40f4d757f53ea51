"""The same faults put before other tools: how many each finds, and in what time.

A tool that is not installed is named as such: geoplanar is a Python package, mapshaper a
command (``ZONING_MAPSHAPER`` names it), PostGIS is asked through ``psql`` (``ZONING_PSQL``
names a command that connects to a database with the extension). Each is asked in the way that
its manual says, for the classes that a coverage check is about; found means that it names a
place or a feature of the fault, more is not asked of it.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from benchmarks.report import table
from tests.fixtures.faults.defects import KINDS, fits
from tests.fixtures.faults.scene import Scene
from tests.fixtures.faults.site import Seeded, Site
from zoning.validate.coverage.engine import find_patches

__all__ = ["peers"]

#: Classes that are about the coverage alone.
_CLASSES = (
    "gap", "overlap", "hole", "missing_zone", "edge_matched_gap", "duplicate",
    "shifted_duplicate", "nested", "enclave_too_small", "corner", "t_on_the_line",
    "t_off_the_line", "outside", "gap_at_the_rim",
)  # fmt: skip
#: A place within so many metres of the fault's cell counts as found.
_NEAR_M = 1.0


def peers(side: int, seed: int = 0) -> str:
    """A table: share of the faults of each class that each tool finds, and its time."""
    rows, times = {k: [k] for k in _CLASSES}, ["CPU or wall s"]
    names = []
    scenes = [_scene(kind, side, seed) for kind in _CLASSES]
    for name, ask in _tools():
        names.append(name)
        begin = time.perf_counter()
        for kind, (scene, faults) in zip(_CLASSES, scenes):
            places = ask(scene.frames()["zones"], scene.frames()["areas"])
            rows[kind].append(_share(faults, places))
        times.append(f"{time.perf_counter() - begin:.1f}")
    absent = [n for n, there in _absent() if not there]
    text = table(("class", *names), [*rows.values(), times])
    return text + (f"\nnot installed: {', '.join(absent)}" if absent else "")


def _scene(kind: str, side: int, seed: int) -> tuple[Scene, list[tuple[Site, Seeded]]]:
    """A county with one kind of fault in every site that takes it."""
    rng = np.random.default_rng(seed)
    scene = Scene.clean(side, rng)
    make, where = KINDS[kind]
    faults = []
    for number, (r, c) in enumerate(scene.sites()):
        site = Site(scene, r, c, rng, number)
        if fits(where, site):
            fault = Seeded(kind)
            make(site, fault)
            faults.append((site, fault))
    return scene, faults


def _share(faults, places) -> str:
    """Share of the faults whose cell, a little wider, a place told meets."""
    cells = np.array([shapely.Polygon(site.ring).buffer(_NEAR_M) for site, _ in faults])
    hit = np.unique(shapely.STRtree(cells).query(places, predicate="intersects")[1])
    return f"{len(hit) / len(cells):.2f}"


def _tools() -> Iterator[tuple[str, Callable]]:
    yield "zoning", lambda z, a: np.asarray(find_patches(z, within=a).frame.geometry.array)
    yield "zoning, no parents", lambda z, a: np.asarray(find_patches(z).frame.geometry.array)
    yield "GEOS, gap width 0", lambda z, a: _geos(z, 0.0)
    yield "GEOS, gap width 1", lambda z, a: _geos(z, 1.0)
    yield "GEOS, gap width 10", lambda z, a: _geos(z, 10.0)
    if importlib.util.find_spec("geoplanar"):
        yield "geoplanar", _geoplanar
    if _mapshaper():
        yield "mapshaper", _ask_mapshaper
    if _psql():
        yield f"PostGIS {_postgis_version()}", _ask_postgis


def _absent():
    return (
        ("geoplanar", importlib.util.find_spec("geoplanar")),
        ("mapshaper", _mapshaper()),
        ("PostGIS", _psql()),
    )


def _geos(zones, gap_width: float) -> np.ndarray:
    shapes = np.asarray(zones.geometry.array)
    lines = shapely.coverage_invalid_edges(shapes, gap_width=gap_width)
    return lines[~shapely.is_empty(lines)]


def _geoplanar(zones, areas) -> np.ndarray:
    import geoplanar

    found = [np.asarray(geoplanar.gaps(zones).array)]
    pairs = geoplanar.overlaps(zones)
    rows = np.unique(np.asarray(pairs).ravel()) if len(pairs) else []
    if len(rows):
        shapes = np.asarray(zones.geometry.array)
        pairs = np.asarray(pairs).reshape(-1, 2) if np.ndim(pairs) == 2 else np.asarray(pairs).T
        found.append(shapely.intersection(shapes[pairs[:, 0]], shapes[pairs[:, 1]]))
    return np.concatenate(found)


def _mapshaper() -> str | None:
    return os.environ.get("ZONING_MAPSHAPER") or shutil.which("mapshaper")


def _ask_mapshaper(zones, areas) -> np.ndarray:
    """``-mosaic`` cuts the land into pieces and names the zones over each."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "zones.json", Path(folder) / "mosaic.json"
        numbered = gpd.GeoDataFrame(
            {"row": np.arange(len(zones))}, geometry=np.asarray(zones.geometry.array)
        )
        source.write_text(numbered.to_json())
        call = [_mapshaper(), str(source), "-mosaic", "calc=rows=collect(row)", "-o", str(target)]
        subprocess.run(call, capture_output=True, check=True, timeout=600)
        pieces = json.loads(target.read_text())["features"]
    wrong = [
        shapely.geometry.shape(p["geometry"])
        for p in pieces
        if len(p["properties"].get("rows") or []) != 1
    ]
    return np.array([*wrong, None], dtype=object)[:-1]


@cache
def _psql() -> str | None:
    """The client, where a server with PostGIS answers it."""
    client = os.environ.get("ZONING_PSQL") or shutil.which("psql")
    try:
        return client if client and _sql("SELECT PostGIS_Lib_Version()", client) else None
    except RuntimeError as error:
        print(f"PostGIS is left out: {error}")
        return None


def _sql(text: str, client: str | None = None) -> str:
    call = [str(client or _psql()), "-Atq", "-v", "ON_ERROR_STOP=1"]
    done = subprocess.run(call, input=text, capture_output=True, text=True, timeout=600)
    if done.returncode:
        raise RuntimeError(f"psql: {done.stderr.strip().splitlines()[0]}")
    return done.stdout


def _postgis_version() -> str:
    return _sql("SELECT PostGIS_Lib_Version()").strip()


#: Overlaps of pairs, and the holes of the union of all; from PostGIS 3.4 on its coverage
#: check as well.
_POSTGIS = """
SELECT ST_AsHexEWKB(ST_Intersection(a.g, b.g)) FROM z a JOIN z b
ON a.id < b.id AND a.g && b.g AND ST_Relate(a.g, b.g, '2********');
SELECT ST_AsHexEWKB(ST_InteriorRingN(p, n)) FROM
(SELECT (ST_Dump(ST_Union(g))).geom AS p FROM z) u, generate_series(1, ST_NumInteriorRings(p)) n;
"""
_POSTGIS_34 = """
SELECT ST_AsHexEWKB(e) FROM (SELECT ST_CoverageInvalidEdges(g, 1.0) OVER () AS e FROM z) c
WHERE NOT ST_IsEmpty(e);
"""


def _ask_postgis(zones, areas) -> np.ndarray:
    shapes = np.asarray(zones.geometry.array)
    rows = "\n".join(f"{i}\t{g}" for i, g in enumerate(shapely.to_wkb(shapes, hex=True)))
    text = f"CREATE TEMP TABLE z (id int, g geometry);\nCOPY z FROM STDIN;\n{rows}\n\\.\n"
    text += "CREATE INDEX ON z USING gist (g);\n" + _POSTGIS
    if tuple(map(int, _postgis_version().split(".")[:2])) >= (3, 4):
        text += _POSTGIS_34
    return shapely.from_wkb(np.array(_sql(text).split(), dtype=object))
