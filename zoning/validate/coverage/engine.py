"""The coverage engine: every gap, overlap, stray part and mismatch of a set of zones.

A division is *valid* where every place within the parents lies in exactly one zone, and every
zone within one parent. The check is exact: edges that two zones share vertex by vertex are
matched by hash; what is left is noded, and each face counted. A tolerance decides nothing
but names: what is narrower than four units in the last place of the coordinates is a
mismatch of edges, everything wider a patch with its exact area.

The definition of a valid coverage follows the OGC simple features coverage of JTS; counting
layers over the faces of an arrangement is classical overlay (de Berg et al., *Computational
Geometry*, chapter 2).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import geopandas as gpd
import numpy as np

from zoning.errors import CRSError
from zoning.geo.edges import Edges, edges_of
from zoning.model.tolerances import by_name, count, tolerance
from zoning.validate.coverage.arrangement import (
    Arrangement,
    Matched,
    arrange,
    match_edges,
    suspects_of,
)
from zoning.validate.coverage.coverage_model import Coverage, usable_polygons
from zoning.validate.coverage.face_verdicts import FaceVerdicts, label_faces
from zoning.validate.coverage.gc_paused import collector_paused
from zoning.validate.coverage.open_gaps import rungs_of
from zoning.validate.coverage.patches import COLUMNS, Patches
from zoning.validate.coverage.to_patches import draft_patches, measured, mismatches

__all__ = ["COLUMNS", "Patches", "find_patches"]

#: Upper inscribed widths in metres of the classes of patches; above the last: territorial.
WIDTHS: Mapping[str, float] = by_name("size_classes")
_ROUNDS = count("arrange_rounds")
_OPEN_GAP_M = tolerance("open_gap")
Progress = Callable[[str, int, int], None]


@collector_paused()
def find_patches(
    zones,
    *,
    within=None,
    allowed=None,
    members: np.ndarray | None = None,
    usable: np.ndarray | None = None,
    edges: Edges | None = None,
    widths: Mapping[str, float] = WIDTHS,
    open_gap_m: float = _OPEN_GAP_M,
    progress: Progress | None = None,
) -> Patches:
    """Where zones leave gaps, overlap, leave their parents, or merely do not match.

    Parameters
    ----------
    zones : GeoDataFrame, GeoSeries or array of geometry
        Polygons in a projected CRS in metres. ``None``, empty, non-finite, invalid and
        non-polygonal ones take no part.
    within : GeoDataFrame, GeoSeries or array of geometry, optional
        Polygons that the zones must fill, each zone inside one of them. Without it, holes are
        gaps, and gaps open to the outside are searched where two zones come within
        `open_gap_m` of each other.
    allowed : GeoDataFrame, GeoSeries or array of geometry, optional
        Polygons (lakes, military land) in which a gap is marked ``allowed``.
    members : array of bool, optional
        Zones that make up the coverage (each vertical stack once); unusable ones among them
        are left out all the same.
    usable : array of bool, optional
        Zones known to be valid polygons; tested where this is left out.
    edges : Edges, optional
        Those of all members that are usable, where they are known; with `usable` only.
    widths : mapping of str to float
        Upper inscribed widths in metres of the classes, ascending.
    open_gap_m : float, default 1.0
        Widest mouth of a gap that is open to the outside; only without `within`.
    progress : callable, optional
        Called with stage, done, total.

    Returns
    -------
    Patches
        Sorted by kind and place, whatever the order of rows; zones and parents as row
        numbers. A gap inside what an unusable zone probably covers is left out: its
        cause is the unusable zone.

    Raises
    ------
    CRSError
        `zones` has geographic coordinates, or another CRS than `within` or `allowed`.

    Examples
    --------
    >>> from shapely import box
    >>> found = find_patches([box(0, 0, 5, 9), box(5.5, 0, 9, 9)], within=[box(0, 0, 9, 9)])
    >>> found.frame[["kind", "zones", "area_m2", "width_m"]].values.tolist()
    [['gap', (0, 1), 4.5, 0.5]]
    """
    crs = _one_crs(zones, within, allowed)
    report = progress or (lambda stage, done, total: None)
    report("edges", 0, 3)
    geometry, parents = _array(zones), _array(within)
    wanted = np.ones(len(geometry), bool) if members is None else np.asarray(members, bool)
    usable = usable_polygons(geometry, wanted) if usable is None else usable & wanted
    coverage = Coverage.of(geometry, parents, usable)
    lost = geometry[wanted & ~np.isin(np.arange(len(geometry)), coverage.members)]
    edges = edges_of(geometry, coverage.members) if edges is None else edges
    matched = match_edges(edges, edges_of(parents, coverage.holders), len(geometry))
    report("edges", 1, 3)
    made = _arranged(matched, coverage, 0.0 if len(coverage.holders) else open_gap_m)
    report("edges", 2, 3)
    if made is None:
        return Patches.none(crs)
    arrangement, label = made
    draft = draft_patches(arrangement, label, coverage, _array(allowed), lost)
    nothing = np.zeros(len(draft), dtype=bool)
    draft = draft.changed(nothing, mismatches(matched, arrangement, label))
    report("edges", 3, 3)
    return measured(draft, widths, coverage.tolerance, crs)


def _arranged(
    matched: Matched, coverage: Coverage, open_gap_m: float
) -> tuple[Arrangement, FaceVerdicts] | None:
    """The arrangement of what does not fit, widened until no face hides a border."""
    if matched.fits.all():
        return None
    tolerance = coverage.tolerance
    members = np.zeros(matched.n_zones, dtype=bool)
    members[coverage.members] = True
    suspects = suspects_of(matched, coverage.zones, members)
    rungs = None
    for _ in range(_ROUNDS):
        arrangement = arrange(matched, suspects, tolerance, rungs)
        label = label_faces(arrangement, coverage)
        hidden = label.hidden & members & ~suspects
        if hidden.any():
            suspects |= hidden
        elif open_gap_m and rungs is None:
            rungs = rungs_of(arrangement, coverage, open_gap_m)
            if not len(rungs[0]):
                break
        else:
            break
    return arrangement, label


def _array(frame) -> np.ndarray:
    if frame is None:
        return np.empty(0, dtype=object)
    if isinstance(frame, gpd.GeoDataFrame | gpd.GeoSeries):
        return np.asarray(frame.geometry.array)
    return np.asarray(frame, dtype=object)


def _one_crs(zones, *others):
    crs = getattr(zones, "crs", None)
    if crs is not None and crs.is_geographic:
        raise CRSError(f"zones: {crs.name} has degrees; wanted a projected CRS in metres")
    for other in others:
        theirs = getattr(other, "crs", None)
        if crs is not None and theirs is not None and theirs != crs:
            raise CRSError(f"zones are in {crs.name}, their parents in {theirs.name}; convert one")
    return crs
