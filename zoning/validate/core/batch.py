"""Findings as columns, for thousands of places that are wrong in the same way.

A rule writes one finding as :class:`~zoning.validate.core.rule.Finding`. Where patches come by the
thousand, it may return a :class:`Batch`, which holds one array a field and looks like a
sequence of findings; the runner counts and tells all findings as one batch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import chain
from typing import Any, overload

import numpy as np

from zoning.validate.core.rule import Finding

__all__ = ["Batch"]

_LISTS = ("ids", "message")
_OBJECTS = ("layer", "geometry", "unit", "severity")
_FIELDS = tuple(f.name for f in fields(Finding))


@dataclass(frozen=True, eq=False)
class Batch(Sequence[Finding]):
    """Findings, one column a field of :class:`~zoning.validate.core.rule.Finding`.

    Parameters
    ----------
    layer, geometry, unit, severity : array of object
        ``None`` where a finding has none.
    ids, message : list
        Tuples of feature ids; texts.
    measured, limit, area_m2, width_m, n_buildings, households, persons : array of float
        NaN where a finding has none.
    """

    layer: np.ndarray
    ids: list[tuple[str, ...]]
    message: list[str]
    geometry: np.ndarray
    measured: np.ndarray
    limit: np.ndarray
    unit: np.ndarray
    area_m2: np.ndarray
    width_m: np.ndarray
    severity: np.ndarray
    n_buildings: np.ndarray
    households: np.ndarray
    persons: np.ndarray

    @classmethod
    def about(
        cls, layer: str, ids: list[tuple[str, ...]], message: list[str], geometry, **columns
    ) -> Batch:
        """Findings about one layer; each further column an array or one value for all."""
        columns = {"layer": layer, "geometry": geometry, **columns}
        made = {}
        for name in _FIELDS:
            if name not in _LISTS:
                made[name] = np.empty(len(ids), dtype=object if name in _OBJECTS else float)
                made[name][:] = columns.get(name, None if name in _OBJECTS else np.nan)
        return cls(ids=ids, message=message, **made)

    @classmethod
    def of(cls, found: Iterable[Finding]) -> Batch:
        """The same findings as columns; a batch is returned as it is."""
        if isinstance(found, cls):
            return found
        rows = list(found)
        made: dict[str, Any] = {}
        for name in _FIELDS:
            values = [getattr(f, name) for f in rows]
            if name in _LISTS:
                made[name] = values
            elif name in _OBJECTS:
                made[name] = np.empty(len(rows), dtype=object)
                made[name][:] = values
            else:
                made[name] = np.array(values, dtype=float)
        return cls(**made)

    @classmethod
    def joined(cls, batches: Sequence[Batch]) -> Batch:
        """All findings of several batches, one batch after the other."""
        if not batches:
            return cls.of(())
        made: dict[str, Any] = {}
        for name in _FIELDS:
            columns = [getattr(batch, name) for batch in batches]
            some = name in _LISTS
            made[name] = list(chain.from_iterable(columns)) if some else np.concatenate(columns)
        return cls(**made)

    def counted(self, rows: np.ndarray, counts: np.ndarray) -> Batch:
        """With buildings, households and persons of some rows."""
        filled = {}
        for name, values in zip(("n_buildings", "households", "persons"), counts.T, strict=True):
            filled[name] = getattr(self, name).copy()
            filled[name][rows] = np.trunc(values)
        return replace(self, **filled)

    def graded(self, severity: str) -> Batch:
        """With a severity where a finding has none of its own."""
        grades = [own or severity for own in self.severity.tolist()]
        return replace(self, severity=np.array(grades, dtype=object))

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[Finding]:
        return map(self.__getitem__, range(len(self)))

    @overload
    def __getitem__(self, at: int) -> Finding: ...
    @overload
    def __getitem__(self, at: slice) -> Batch: ...
    def __getitem__(self, at):
        """One finding, or a batch of some."""
        if isinstance(at, slice):
            return Batch(**{name: getattr(self, name)[at] for name in _FIELDS})
        values = {name: getattr(self, name)[at] for name in _FIELDS}
        for name, value in values.items():
            if name not in _LISTS and name not in _OBJECTS:
                values[name] = None if np.isnan(value) else float(value)
        for name in ("n_buildings", "households", "persons"):
            values[name] = None if values[name] is None else int(values[name])
        return Finding(**values)
