"""Patches: the result of the coverage engine, one row a place that is not exact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

__all__ = ["COLUMNS", "KINDS", "Draft", "Patch", "Patches"]

#: Columns of the frame of patches, geometry apart.
COLUMNS = (
    "kind",
    "zones",
    "parents",
    "area_m2",
    "width_m",
    "length_m",
    "size_class",
    "allowed",
)
#: Kinds of patches, in the order of the frame.
KINDS = ("gap", "overlap", "outside", "duplicate", "nested", "mismatch")


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
    parents : tuple of int
        Rows of the parents in which it lies: of parts in the wrong parent, and of gaps that no
        zone borders; otherwise none is named.
    area_m2, width_m, length_m : float
        Exact area; diameter of the largest circle inside; half the border less the width. For
        a mismatch the length of the lines.
    size_class : str
        By width: ``numeric``, ``digitising``, ``sliver`` or ``territorial``.
    allowed : bool
        A gap that the allowed layer covers.
    """

    kind: str
    geometry: Any
    zones: tuple[int, ...]
    parents: tuple[int, ...] = ()
    area_m2: float = 0.0
    width_m: float = 0.0
    length_m: float = 0.0
    size_class: str = "numeric"
    allowed: bool = False


@dataclass
class Draft:
    """Patches in the making, as columns of one length; measures come last."""

    kind: np.ndarray
    shape: np.ndarray
    zones: list[tuple[int, ...]]
    parents: list[tuple[int, ...]]
    allowed: np.ndarray

    @classmethod
    def of(cls, patches: list[Patch]) -> Draft:
        """From single patches."""
        return cls(
            np.array([KINDS.index(p.kind) for p in patches], dtype=np.int8),
            np.array([p.geometry for p in patches] + [None], dtype=object)[:-1],
            [p.zones for p in patches],
            [p.parents for p in patches],
            np.array([p.allowed for p in patches], dtype=bool),
        )

    def __len__(self) -> int:
        return len(self.kind)

    def patch(self, row: int) -> Patch:
        """One row, without measures."""
        return Patch(
            KINDS[self.kind[row]],
            self.shape[row],
            self.zones[row],
            self.parents[row],
            allowed=bool(self.allowed[row]),
        )

    def changed(self, drop: np.ndarray, add: list[Patch]) -> Draft:
        """A copy without some rows and with others after them."""
        if not drop.any() and not add:
            return self
        kept = np.flatnonzero(~drop)
        rows, more = kept.tolist(), Draft.of(add)
        return Draft(
            np.concatenate([self.kind[kept], more.kind]),
            np.concatenate([self.shape[kept], more.shape]),
            [self.zones[i] for i in rows] + more.zones,
            [self.parents[i] for i in rows] + more.parents,
            np.concatenate([self.allowed[kept], more.allowed]),
        )


@dataclass(frozen=True)
class Patches:
    """All patches of one check.

    Parameters
    ----------
    frame : GeoDataFrame
        One row a patch: the columns of :data:`COLUMNS`, as in :class:`Patch`; sorted by kind
        and place.
    """

    frame: gpd.GeoDataFrame

    def __len__(self) -> int:
        return len(self.frame)

    def __iter__(self) -> Iterator[Patch]:
        kind, *rest = (self.frame[name].tolist() for name in COLUMNS)
        shapes = np.asarray(self.frame.geometry.array).tolist()
        return map(Patch, kind, shapes, *rest)

    @classmethod
    def none(cls, crs=None) -> Patches:
        """No patch at all."""
        nothing = np.empty(0)
        return cls.of(Draft.of([]), nothing, nothing, nothing, nothing.astype(object), crs)

    @classmethod
    def of(cls, draft: Draft, area, width, length, size_class, crs=None) -> Patches:
        """Measured patches, sorted."""
        bounds = shapely.bounds(draft.shape).reshape(-1, 4)
        order = np.lexsort((area, bounds[:, 1], bounds[:, 0], draft.kind))
        data = {
            "kind": np.array(KINDS, dtype=object)[draft.kind[order]],
            "zones": _objects(draft.zones)[order],
            "parents": _objects(draft.parents)[order],
            "area_m2": area[order],
            "width_m": width[order],
            "length_m": length[order],
            "size_class": size_class[order],
            "allowed": draft.allowed[order],
        }
        return cls(gpd.GeoDataFrame(pd.DataFrame(data), geometry=draft.shape[order], crs=crs))


def _objects(values: list) -> np.ndarray:
    out = np.empty(len(values), dtype=object)
    out[:] = values
    return out
