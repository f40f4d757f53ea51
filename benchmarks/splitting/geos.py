"""What GEOS and Qhull alone need for the work that a split does: a floor for its CPU time.

The lines and the sites are those that the splitter itself hands to GEOS and Qhull, recorded
in a run whose time does not count; each is then given to one call of the library.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from unittest import mock

import numpy as np
import pyogrio
import scipy.spatial
import shapely

__all__ = ["geos_sum"]


def geos_sum(folder: Path, layers: dict, inputs: dict, options: dict, made) -> dict[str, float]:
    """CPU seconds by stage: reading, noding, polygonizing, Voronoi, union, validity.

    ``delaunay`` is what Qhull needs without the diagram; it is not part of the sum.
    """
    lines, sites = _record(layers, inputs, options)
    spent = {}
    spent["read"] = _cpu(lambda: _read(folder))[0]
    spent["node"], noded = _cpu(lambda: shapely.union_all(lines))
    parts = shapely.get_parts(noded)
    spent["polygonize"] = _cpu(lambda: shapely.polygonize(parts))[0]
    spent["voronoi"] = _cpu(lambda: _each(scipy.spatial.Voronoi, sites))[0]
    atoms = np.asarray(made.atoms.geometry.array)
    zone = made.atoms["zone_code"].to_numpy()
    order = np.argsort(zone, kind="stable")
    groups = np.split(atoms[order], np.flatnonzero(zone[order][1:] != zone[order][:-1]) + 1)
    spent["union"] = _cpu(lambda: [shapely.coverage_union_all(g) for g in groups])[0]
    shapes = np.asarray(made.zones.geometry.array)
    shapes = shapes[shapely.is_valid_input(shapes)]
    spent["validity"] = _cpu(
        lambda: (shapely.is_valid(shapes).all(), shapely.coverage_is_valid(shapes))
    )[0]
    total = sum(spent.values())
    delaunay = _cpu(lambda: _each(scipy.spatial.Delaunay, sites))[0]
    return {**spent, "sum": total, "delaunay": delaunay, "sites": sum(map(len, sites))}


def _each(qhull, sites):
    """Every set of sites once, keeping nothing."""
    for points in sites:
        qhull(points)


def _cpu(work):
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def _read(folder):
    for name in ("villages", "barriers", "buildings"):
        pyogrio.read_dataframe(folder / f"{name}.gpkg", use_arrow=True)


def _record(layers, inputs, options):
    """Lines given to GEOS for noding, and every set of sites given to Qhull."""
    from zoning.boundaries import split

    lines, sites = [], []
    union_all = shapely.union_all

    def noted_union(geometry, *args, **kwargs):
        lines.append(np.asarray(geometry).ravel())
        return union_all(geometry, *args, **kwargs)

    patches = [mock.patch.object(shapely, "union_all", noted_union)]
    for name, module in list(sys.modules.items()):
        if not name.startswith("zoning.boundaries"):
            continue
        for qhull in ("Delaunay", "Voronoi"):
            original = getattr(module, qhull, None)
            if original is not None:
                patches.append(mock.patch.object(module, qhull, _noted(original, sites)))
    for patch in patches:
        patch.start()
    try:
        split(layers["areas"], **inputs, **options)
    finally:
        for patch in patches:
            patch.stop()
    return max(lines, key=len), sites


def _noted(original, sites):
    def call(points, *args, **kwargs):
        sites.append(np.asarray(points).copy())
        return original(points, *args, **kwargs)

    return call
