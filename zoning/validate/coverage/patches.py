"""Patches: the result of the coverage engine, one row a place that is not exact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
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


@dataclass(frozen=True, eq=False)
class Patches:
    """All patches of one check as columns, sorted by kind and place.

    Parameters
    ----------
    code : array of int
        Kind of each, its place in :data:`KINDS`.
    shape, zones, parents, area_m2, width_m, length_m, size_class, allowed : array
        As in :class:`Patch`.
    crs : pyproj.CRS, optional
        Of the shapes.
    """

    code: np.ndarray
    shape: np.ndarray
    zones: np.ndarray
    parents: np.ndarray
    area_m2: np.ndarray
    width_m: np.ndarray
    length_m: np.ndarray
    size_class: np.ndarray
    allowed: np.ndarray
    crs: Any = None

    def __len__(self) -> int:
        return len(self.code)

    def __iter__(self) -> Iterator[Patch]:
        columns = (self.kind, self.shape, *(getattr(self, name) for name in COLUMNS[1:]))
        return map(Patch, *(column.tolist() for column in columns))

    @property
    def kind(self) -> np.ndarray:
        """Name of the kind of each."""
        return np.array(KINDS, dtype=object)[self.code]

    @cached_property
    def frame(self) -> gpd.GeoDataFrame:
        """One row a patch, with the columns of :data:`COLUMNS`."""
        table = pd.DataFrame({name: getattr(self, name) for name in COLUMNS})
        return gpd.GeoDataFrame(table, geometry=self.shape, crs=self.crs)

    def take(self, rows: np.ndarray) -> Patches:
        """Some of them: row numbers or a mask."""
        columns = {name: getattr(self, name)[rows] for name in ("code", "shape", *COLUMNS[1:])}
        return Patches(**columns, crs=self.crs)

    def renamed(self, rows: np.ndarray) -> Patches:
        """With other numbers of zones: zone i is row ``rows[i]``."""
        number = rows.tolist()
        zones = [tuple([number[z] for z in mine]) for mine in self.zones.tolist()]
        return replace(self, zones=_objects(zones))

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
        return cls(
            draft.kind[order],
            draft.shape[order],
            _objects(draft.zones)[order],
            _objects(draft.parents)[order],
            area[order],
            width[order],
            length[order],
            size_class[order],
            draft.allowed[order],
            crs,
        )


def _objects(values: list) -> np.ndarray:
    out = np.empty(len(values), dtype=object)
    out[:] = values
    return out
