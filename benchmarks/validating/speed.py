"""Time and memory of the coverage check, beside the validator of GEOS on the same data.

GEOS: ``is_valid`` of every polygon and ``coverage_invalid_edges`` at a gap width of 0, which
is what its documentation asks for. Ours: the engine alone
(:func:`zoning.validate.coverage.engine.find_patches`, which tests validity too), and the full check
(:func:`zoning.validate.check.check`: every rule, on zones with codes in areas with codes). CPU
seconds of one process; each figure the best of its runs.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time

import geopandas as gpd
import numpy as np
import shapely

from benchmarks import ROOT
from benchmarks.report import Figure
from tests.fixtures.faults.scene import CRS, coverage
from zoning.validate.check import check
from zoning.validate.core.joins import join_buildings
from zoning.validate.coverage.engine import find_patches

__all__ = ["joins", "million", "ratios"]

_TOWNSHIPS = 10


def ratios(side: int, runs: int = 2) -> list[Figure]:
    """Ratios to GEOS on `side` by `side` zones: clean, shifted districts, all edges off."""
    zones = coverage(side, side)
    parents = _townships(zones, side)
    codes = _codes(side)
    n = f"{side * side:,} zones"
    cases = (
        ("clean", zones, parents, 1.5, runs),
        ("clean, no parents", zones, None, 1.5, runs),
        ("shifted districts", _shifted(zones, side), parents, 3.0, runs),
        ("every edge off by < 1 cm", _noisy(zones), parents, 6.0, 1),
    )
    figures = []
    for name, shapes, within, reach, times in cases:
        engine, full, geos = _best(shapes, within, codes, times)
        name = f"{name}, {n}"
        figures += [
            Figure.at_most(f"{name}: engine by GEOS", reach, engine / geos),
            Figure.at_most(f"{name}: full check by GEOS", reach, full / geos),
            Figure(f"{name}: GEOS, us a zone", "", f"{geos / len(shapes) * 1e6:.3g}", None),
        ]
    return figures


def _best(shapes, parents, codes, runs: int) -> tuple[float, float, float]:
    """CPU seconds of the engine, of the full check and of GEOS, the best of runs by turns."""
    zones = gpd.GeoDataFrame({"zone_code": codes[0]}, geometry=shapes, crs=CRS)
    areas = None
    if parents is not None:
        areas = gpd.GeoDataFrame(
            {"area_code": codes[1], "level": "township"}, geometry=parents, crs=CRS
        )
    tasks = (
        lambda: find_patches(shapes, within=parents),
        lambda: check(zones, within=areas, profile="un"),
        lambda: (shapely.is_valid(shapes).all(), shapely.coverage_invalid_edges(shapes)),
    )
    took = np.empty((runs, len(tasks)))
    for run in range(runs):
        for k, task in enumerate(tasks):
            begin = time.process_time()
            task()
            took[run, k] = time.process_time() - begin
    return tuple(took.min(axis=0))


def _codes(side: int) -> tuple[list[str], list[str]]:
    """Codes of zones, row by row, and of their townships, as :func:`_townships` cuts them."""
    cut = np.array_split(np.arange(side), _TOWNSHIPS)
    block = np.repeat(np.arange(_TOWNSHIPS), [len(c) for c in cut])
    nth = np.concatenate([np.arange(len(c)) for c in cut]) + 1
    zones = [
        f"70{block[r]:02d}{block[c]:02d}{nth[r]:03d}{nth[c]:03d}"
        for r in range(side)
        for c in range(side)
    ]
    return zones, [f"70{r:02d}{c:02d}" for r in range(_TOWNSHIPS) for c in range(_TOWNSHIPS)]


def _townships(zones: np.ndarray, side: int) -> np.ndarray:
    cut = np.array_split(np.arange(side), _TOWNSHIPS)
    grid = zones.reshape(side, side)
    whole = [shapely.coverage_union_all(grid[np.ix_(a, b)].ravel()) for a in cut for b in cut]
    return shapely.orient_polygons(np.array(whole))


def _shifted(zones: np.ndarray, side: int) -> np.ndarray:
    """Every seventh township's zones moved by 0.7 m east and 0.3 m north."""
    grid = zones.reshape(side, side).copy()
    cut = np.array_split(np.arange(side), _TOWNSHIPS)
    for k, (a, b) in enumerate((a, b) for a in cut for b in cut):
        if k % 7 == 0:
            grid[np.ix_(a, b)] = shapely.transform(grid[np.ix_(a, b)], lambda c: c + [0.7, 0.3])
    return grid.ravel()


def _noisy(zones: np.ndarray) -> np.ndarray:
    """Every vertex of every zone moved on its own, by up to 5 mm in x and in y."""
    at = shapely.get_coordinates(zones).reshape(len(zones), -1, 2)
    off = np.random.default_rng(1).uniform(-0.005, 0.005, at.shape)
    off[:, -1] = off[:, 0]
    count = at.shape[1]
    offsets = np.arange(len(zones) + 1)
    return shapely.from_ragged_array(
        shapely.GeometryType.POLYGON, (at + off).reshape(-1, 2), (offsets * count, offsets)
    )


def million(side: int = 1000) -> list[Figure]:
    """Findings and peak memory on a clean coverage, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.validating.speed", str(side)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    told = json.loads(done.stdout.splitlines()[-1])
    n = f"clean coverage of {side * side:,} zones"
    return [
        Figure.exactly(f"{n}: findings", 0, told["patches"]),
        Figure.at_most(f"{n}: peak memory in GB", 12.0, told["gigabytes"]),
        Figure(f"{n}: CPU seconds", "", f"{told['seconds']:.1f}", None),
    ]


def _measure(side: int) -> dict:
    zones = coverage(side, side)
    parent = [shapely.coverage_union_all(zones)]
    begin = time.process_time()
    patches = len(find_patches(zones, within=parent)) + len(find_patches(zones))
    seconds = (time.process_time() - begin) / 2
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return {"patches": patches, "seconds": seconds, "gigabytes": peak}


def joins(buildings: int = 117_000, side: int = 100) -> list[Figure]:
    """Microseconds a building of the join, on turned boxes in zones of a county's size.

    10,000 zones over the 1,452 km2 of the county that the project is named after are 380 m
    across; footprints are 8 to 20 m.
    """
    rng = np.random.default_rng(0)
    zones = shapely.transform(coverage(side, side), lambda c: c * 3.8)
    low_x, low_y, high_x, high_y = shapely.total_bounds(zones)
    middle = rng.uniform((low_x, low_y), (high_x, high_y), (buildings, 2))
    half, angle = rng.uniform(4, 10, (buildings, 2)), rng.uniform(0, np.pi, buildings)
    corner = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half[:, None]
    turn = np.stack([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    shapes = shapely.polygons(middle[:, None] + np.einsum("ijn,nkj->nki", turn, corner))
    begin = time.process_time()
    join = join_buildings(shapes, zones)
    each = (time.process_time() - begin) / buildings * 1e6
    cut = np.bincount(join.building, minlength=buildings) > 1
    return [
        Figure.at_most(
            f"{buildings:,} buildings in {len(zones):,} zones: us a building", 10.0, each
        ),
        Figure("of them across a border", "", f"{cut.mean():.1%}", None),
    ]


if __name__ == "__main__":
    print(json.dumps(_measure(int(sys.argv[1]))))
