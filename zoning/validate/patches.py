"""Patches: faces that are not fine, measured and named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.validate.arrangement import Arrangement
from zoning.validate.faces import face_polygons
from zoning.validate.labels import FINE, GAP, OUTSIDE, OVERLAP, Label
from zoning.validate.widths import inscribed_widths

if TYPE_CHECKING:
    from zoning.validate.edges import Coverage

__all__ = ["COLUMNS", "Patch", "Patches", "build_patches"]

#: Columns of the frame of patches, geometry apart.
COLUMNS = (
    "kind",
    "zones",
    "beside",
    "parents",
    "area_m2",
    "width_m",
    "length_m",
    "size_class",
    "allowed",
)
_KINDS = {GAP: "gap", OVERLAP: "overlap", OUTSIDE: "outside"}
_ORDER = ("gap", "overlap", "outside", "duplicate", "nested", "mismatch")
#: Share of both zones that an overlap must take for the two to be one zone drawn twice.
_TWICE = 0.9


@dataclass(frozen=True, slots=True)
class Patch:
    """One place where the division is not exact.

    Parameters
    ----------
    kind : {"gap", "overlap", "outside", "duplicate", "nested", "mismatch"}
        What it is.
    geometry : Polygon, MultiPolygon, LineString or MultiLineString
        Its exact shape; lines for a mismatch.
    zones : tuple of int
        Rows of the zones that claim it; for a gap those that border it. Ascending, but for
        ``nested``: the inner zone first.
    beside : tuple of int
        Rows of other zones along its border.
    parents : tuple of int
        Rows of the parents in which it lies.
    area_m2, width_m, length_m : float
        Exact area; diameter of the largest circle inside; half the border less the width.
    size_class : str
        By width: ``numeric``, ``digitising``, ``sliver`` or ``territorial``.
    allowed : bool
        A gap that the allowed layer covers.
    """

    kind: str
    geometry: Any
    zones: tuple[int, ...]
    beside: tuple[int, ...] = ()
    parents: tuple[int, ...] = ()
    area_m2: float = 0.0
    width_m: float = 0.0
    length_m: float = 0.0
    size_class: str = "numeric"
    allowed: bool = False


@dataclass(frozen=True)
class Patches:
    """All patches of one check.

    Parameters
    ----------
    frame : GeoDataFrame
        One row a patch: the columns of :data:`COLUMNS`, as in :class:`Patch`.
    """

    frame: gpd.GeoDataFrame

    def __len__(self) -> int:
        return len(self.frame)

    def __iter__(self):
        names = [*COLUMNS, "geometry"]
        columns = [self.frame[name].tolist() for name in COLUMNS]
        columns.append(list(self.frame.geometry.array))
        return (Patch(**dict(zip(names, row))) for row in zip(*columns))

    @classmethod
    def none(cls, crs=None) -> Patches:
        """No patch at all."""
        return cls.of([], crs)

    @classmethod
    def of(cls, patches: Sequence[Patch], crs=None) -> Patches:
        """Patches sorted by kind and place."""
        shapes = np.array([p.geometry for p in patches] + [None], dtype=object)[:-1]
        rank = np.array([_ORDER.index(p.kind) for p in patches], dtype=int)
        area = np.array([p.area_m2 for p in patches])
        bounds = shapely.bounds(shapes).reshape(-1, 4)
        order = np.lexsort((area, *bounds.T[::-1], rank))
        data = {c: [getattr(patches[i], c) for i in order] for c in COLUMNS}
        table = pd.DataFrame(data, columns=list(COLUMNS))
        kinds = {"allowed": bool, **dict.fromkeys(("area_m2", "width_m", "length_m"), float)}
        table = table.astype(kinds)
        return cls(gpd.GeoDataFrame(table, geometry=shapes[order], crs=crs))


def build_patches(
    arrangement: Arrangement,
    label: Label,
    coverage: Coverage,
    widths: Mapping[str, float],
    allowed: np.ndarray,
    lost: np.ndarray,
) -> list[Patch]:
    """Faces that are not fine as patches with their measures."""
    walks = np.flatnonzero(label.kind != FINE)
    if not len(walks):
        return []
    shapes = face_polygons(arrangement.faces, arrangement.noded.nodes, walks)
    over, beside, under = (_tuples(p, walks) for p in (label.over, label.beside, label.under))
    made = [
        Patch(_KINDS[k], s, b if k == GAP else o, () if k == GAP else b, u)
        for k, s, o, b, u in zip(label.kind[walks].tolist(), shapes, over, beside, under)
    ]
    made = _without_holes_of(made, lost)
    made = _with_allowed(made, allowed)
    made = _twice(made, coverage)
    return _measured(made, widths, coverage.tolerance)


def _tuples(pairs: np.ndarray, walks: np.ndarray) -> list[tuple[int, ...]]:
    low = np.searchsorted(pairs[:, 0], walks)
    high = np.searchsorted(pairs[:, 0], walks, side="right")
    names = pairs[:, 1].tolist()
    return [tuple(names[a:b]) for a, b in zip(low.tolist(), high.tolist())]


def _without_holes_of(patches: list[Patch], lost: np.ndarray) -> list[Patch]:
    """Gaps left out where a zone that could not be used probably lies."""
    hulls = [h for h in map(_hull, lost) if h is not None]
    if not hulls:
        return patches
    gaps = [i for i, p in enumerate(patches) if p.kind == "gap"]
    shapes = np.array([patches[i].geometry for i in gaps] + [None], dtype=object)[:-1]
    tree = shapely.STRtree(np.array(hulls, dtype=object))
    gap, hull = tree.query(shapes, predicate="intersects")
    common = shapely.area(shapely.intersection(shapes[gap], tree.geometries[hull]))
    share = np.bincount(gap, common, minlength=len(gaps))
    drop = {gaps[k] for k in np.flatnonzero(share >= 0.5 * shapely.area(shapes))}
    return [p for i, p in enumerate(patches) if i not in drop]


def _hull(shape):
    """Convex hull of the finite vertices of a zone that could not be used."""
    if shape is None:
        return None
    points = shapely.get_coordinates(shape)
    points = points[np.isfinite(points).all(axis=1)]
    return shapely.multipoints(points).convex_hull if len(points) > 2 else None


def _with_allowed(patches: list[Patch], allowed: np.ndarray) -> list[Patch]:
    """Gaps divided into what the allowed layer covers and the rest."""
    rows = ~(shapely.is_missing(allowed) | shapely.is_empty(allowed))
    rows[rows] = shapely.is_valid(allowed[rows])
    if not rows.any():
        return patches
    cover = shapely.union_all(allowed[rows])
    shapely.prepare(cover)
    out = []
    for patch in patches:
        if patch.kind != "gap" or not cover.intersects(patch.geometry):
            out.append(patch)
        elif cover.covers(patch.geometry):
            out.append(replace(patch, allowed=True))
        else:
            rest = _wide_parts(shapely.difference(patch.geometry, cover))
            shared = _wide_parts(shapely.intersection(patch.geometry, cover))
            out += [replace(patch, geometry=g, allowed=True) for g in shared]
            out += [replace(patch, geometry=g) for g in rest]
    return out


def _wide_parts(shape) -> list:
    """Polygons of a shape that are wider than the millimetre that a lake is drawn to."""
    parts = [g for g in shapely.get_parts(shape) if g.geom_type == "Polygon"]
    return [g for g in parts if 2 * g.area > 0.001 * g.length]


def _twice(patches: list[Patch], coverage: Coverage) -> list[Patch]:
    """Overlaps of two zones that are nearly one, or of which one lies in the other."""
    pairs: dict[tuple[int, int], list[int]] = {}
    for i, patch in enumerate(patches):
        if patch.kind == "overlap":
            for a, one in enumerate(patch.zones):
                for other in patch.zones[a + 1 :]:
                    pairs.setdefault((one, other), []).append(i)
    taken: dict[int, tuple[str, tuple[int, int]]] = {}
    for (a, b), members in sorted(pairs.items()):
        shared = sum(patches[i].geometry.area for i in members)
        one, other = coverage.zones[a], coverage.zones[b]
        if min(one.area, other.area) == 0:
            continue
        kind = _relation(shared, one, other, coverage.tolerance)
        if kind is None:
            continue
        names = (b, a) if kind == "nested" and other.area < one.area else (a, b)
        for i in members:
            taken.setdefault(i, (kind, names))
    return _merged(patches, taken)


def _relation(shared: float, one, other, tolerance: float) -> str | None:
    if shared >= _TWICE * max(one.area, other.area):
        return "duplicate"
    small = one if one.area <= other.area else other
    if small.area - shared <= tolerance * small.length + 1e-9 * small.area:
        return "nested"
    return None


def _merged(patches, taken) -> list[Patch]:
    """Overlaps of one doubled or nested pair as one patch."""
    groups: dict[tuple[str, tuple[int, int]], list[int]] = {}
    for i, name in taken.items():
        groups.setdefault(name, []).append(i)
    out = [p for i, p in enumerate(patches) if i not in taken]
    for (kind, names), members in groups.items():
        mine = [patches[i] for i in members]
        shape = mine[0].geometry
        if len(mine) > 1:
            shape = shapely.union_all([p.geometry for p in mine])
        extra = {z for p in mine for z in (*p.zones, *p.beside)} - set(names)
        parents = {q for p in mine for q in p.parents}
        out.append(Patch(kind, shape, names, tuple(sorted(extra)), tuple(sorted(parents))))
    return out


def _measured(patches: list[Patch], widths, tolerance: float) -> list[Patch]:
    shapes = np.array([p.geometry for p in patches] + [None], dtype=object)[:-1]
    area, length = shapely.area(shapes), shapely.length(shapes)
    width = inscribed_widths(shapes, area, length)
    classes = [*widths, "territorial"]
    at = np.searchsorted(list(widths.values()), width, side="right")
    shapes = shapely.normalize(shapes)
    return [
        replace(
            p, geometry=g, area_m2=a, width_m=w, length_m=max(h / 2 - w, w), size_class=classes[c]
        )
        for p, g, a, w, h, c in zip(
            patches, shapes, area.tolist(), width.tolist(), length.tolist(), at.tolist()
        )
        if w > tolerance
    ]
