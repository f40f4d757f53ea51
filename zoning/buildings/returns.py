"""A field return compared with the register: records, and conflicts between teams."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from zoning.buildings.matching import Matching
from zoning.buildings.return_files import COUNTS, ReturnedRow, clean_rows, read_return
from zoning.buildings.return_records import FIELDS, in_force, return_events
from zoning.errors import InputError
from zoning.model.tolerances import tolerance

__all__ = ["FieldReturn", "compare_return", "read_return"]

#: When a new building is one that the register has.
_SAME = Matching()
_REDRAWN = tolerance("outline_redrawn")
_SAME_VERTEX, _SAME_POINT = tolerance("same_vertex"), tolerance("same_point")


@dataclass(frozen=True)
class FieldReturn:
    """A return compared with the register.

    Parameters
    ----------
    events : DataFrame
        Records to append to the journal, conflicts among them.
    counts : dict of str to int
        Rows: ``new``, ``changed``, ``split``, ``demolished``, ``conflict``, ``unchanged``,
        ``refused``.
    refused : DataFrame
        ``row`` (from 1), ``building_id``, ``cause``.
    columns : mapping of str to str
        Columns that the file names in another way, and its name for them.
    left : tuple of str
        Columns of the file that nothing was taken from.
    """

    events: pd.DataFrame
    counts: dict[str, int]
    refused: pd.DataFrame
    columns: Mapping[str, str] = field(default_factory=dict)
    left: tuple[str, ...] = ()

    def __str__(self) -> str:
        return ", ".join(f"{n} {what}" for what, n in self.counts.items() if n) or "nothing"

    def _repr_html_(self) -> str:
        return pd.Series(self.counts, name="rows").to_frame().T.to_html()


def compare_return(
    buildings: gpd.GeoDataFrame,
    returned: pd.DataFrame,
    events: pd.DataFrame,
    *,
    document: str,
    by: str,
) -> FieldReturn:
    """What a return changes, and where it contradicts an earlier one.

    Parameters
    ----------
    buildings : GeoDataFrame
        The register as it stands, projected CRS.
    returned : DataFrame or GeoDataFrame
        As from `read_return`. Rows with a known ``building_id`` are changes (or
        demolitions, by ``action``); rows without one, and several rows with the same one,
        are new or split buildings. A null cell says nothing.
    events : DataFrame
        The journal so far.
    document : str
        Names the return, as its file and date.
    by : str
        The team.

    Returns
    -------
    FieldReturn
        A value that an earlier return of another document changed is not overwritten: it
        becomes a conflict, unless this return only repeats what the earlier one replaced. A
        new building on the footprint of one that the register has is a conflict too.

    Raises
    ------
    InputError
        The document is in the journal already.
    """
    own = events["layer"].eq("buildings") & events["document"].eq(document)
    if own.any():
        raise InputError(f"{document}: is in the journal already; nothing to take in twice")
    maker = _Maker(buildings, events, document=document, by=by)
    rows, refused = clean_rows(returned, maker.known, buildings.crs)
    for row in rows:
        maker.take(row)
    counts = maker.counts | {"refused": len(refused)}
    table = pd.DataFrame(refused, columns=["row", "building_id", "cause"])
    about = returned.attrs
    return FieldReturn(
        return_events(maker.records),
        counts,
        table,
        about.get("columns", {}),
        tuple(about.get("left", ())),
    )


class _Maker:
    """Turns rows into records, one after the other."""

    def __init__(self, buildings, events, *, document: str, by: str) -> None:
        self.records: list[dict[str, Any]] = []
        self.counts = dict.fromkeys(
            ("new", "changed", "split", "demolished", "conflict", "unchanged"), 0
        )
        self._document, self._by = document, by
        table = buildings.drop_duplicates("building_id").set_index("building_id")
        self._shapes = dict(zip(table.index, table.geometry, strict=True))
        self._names = table.index
        self._tree = shapely.STRtree(table.geometry.to_numpy())
        known = table[[c for c in (*FIELDS, "persons_source") if c in table.columns]].astype(object)
        self._rows = known.where(known.notna(), None).to_dict("index")
        self._earlier = _earlier(events, document)
        #: Every id of the register, those of demolished buildings too.
        self.known = set(table.index) | set(self._earlier)

    def take(self, row: ReturnedRow) -> None:
        key = row.building_id
        if key is None or key not in self.known:
            self._new(row)
        elif key not in self._shapes:
            self._of_gone(key, row)
        elif row.action == "demolished":
            self._demolish(key)
        else:
            self._change(key, row)

    def _of_gone(self, key: str, row: ReturnedRow) -> None:
        """A building that an earlier return has demolished."""
        if row.action == "demolished":
            self.counts["unchanged"] += 1
        else:
            after = {**row.values, "status": "standing"}
            self._add("conflict", key, {"status": "demolished"}, after)

    def _add(self, action: str, key: str, before: dict, after: dict) -> None:
        self.counts[action] += 1
        self.records.append(
            {
                "by": self._by,
                "action": action,
                "target_id": key,
                "before": _json(before),
                "after": _json(after),
                "document": self._document,
            }
        )

    def _new(self, row: ReturnedRow) -> None:
        content = shapely.to_wkb(shapely.normalize(row.shape))
        key = row.building_id or "n" + hashlib.blake2b(content, digest_size=6).hexdigest()
        if key in self.known:
            self.counts["unchanged"] += 1
            return
        self.known.add(key)
        after = {**row.values, "geometry": row.shape, "status": "new"}
        if "persons" in row.values:
            after["persons_source"] = "survey"
        if row.parent:
            after["split_from"] = row.parent
        there = None if row.parent else self._standing_at(row.shape)
        if there is None:
            self._add("new", key, {}, after)
        else:
            self._add("conflict", key, {"same_place": there}, after)

    def _standing_at(self, shape) -> str | None:
        """The building of the register that a new one would stand on, if any."""
        near = self._tree.query(shape, predicate="dwithin", distance=_SAME.point_m)
        best, most = None, 0.0
        for i in sorted(near):
            name = str(self._names[i])
            old = self._shapes[name]
            if shape.area and old.area:
                share = shape.intersection(old).area / shape.area
                same = share >= _SAME.cover
            else:
                share = same = 1.0
            if same and share > most:
                best, most = name, share
        return best

    def _demolish(self, key: str) -> None:
        if self._earlier.get(key):
            stands = {c: self._now(key, c) for c in self._earlier[key] if c in FIELDS}
            self._add("conflict", key, stands or {"status": "standing"}, {"status": "demolished"})
        else:
            self._add("demolished", key, {"status": "standing"}, {"status": "demolished"})

    def _change(self, key: str, row: ReturnedRow) -> None:
        before, after = self._differences(key, row)
        earlier = self._earlier.get(key, {})
        clash = {c for c in after if c in earlier}
        against = sorted(c for c in clash if not _same(earlier[c], after[c]))
        free = {c: v for c, v in after.items() if c not in clash}
        if "persons" in clash:
            free.pop("persons_source", None)
        if against:
            stands = {c: before.get(c) for c in against}
            self._add("conflict", key, stands, {c: after[c] for c in against})
        if free:
            action = "split" if row.action == "split" else "changed"
            self._add(action, key, {c: before[c] for c in before if c in free}, free)
        elif not against:
            self.counts["unchanged"] += 1

    def _differences(self, key: str, row: ReturnedRow) -> tuple[dict[str, Any], dict[str, Any]]:
        """What the row says differently from the register: as it was, as it is said to be."""
        before: dict[str, Any] = {}
        after: dict[str, Any] = {}
        for column, value in row.values.items():
            old = self._now(key, column)
            if old != value and not (column == "use" and value == "unknown"):
                before[column], after[column] = old, value
        # The field may confirm an estimate: then the figure stays and its source changes.
        confirmed = "persons" in row.values and not row.estimated
        if "persons" in after or (confirmed and self._now(key, "persons_source") != "survey"):
            after["persons_source"] = "survey"
        if row.shape is not None and _redrawn(self._shapes[key], row.shape):
            before["geometry"], after["geometry"] = self._shapes[key], row.shape
        return before, after

    def _now(self, key: str, column: str):
        value = self._rows[key].get(column)
        return int(value) if value is not None and column in COUNTS else value


def _earlier(events: pd.DataFrame, document: str) -> dict[str, dict[str, Any]]:
    """Building to column to what it was before other returns changed it."""
    out: dict[str, dict[str, Any]] = {}
    rows = in_force(events)
    rows = rows[rows["document"] != document]
    for key, action, before, after in zip(
        rows["target_id"], rows["action"], rows["before"], rows["after"], strict=True
    ):
        changed = out.setdefault(key, {})
        if action == "demolished":
            changed["demolished"] = None
        if action == "new":
            continue
        for column in after:
            changed.setdefault(column, before.get(column))
    return {k: v for k, v in out.items() if v}


def _same(old, new) -> bool:
    if isinstance(old, str) and not isinstance(new, str) and hasattr(new, "wkb"):
        return not _redrawn(shapely.from_wkb(old), new)
    return old == new


def _redrawn(old, new) -> bool:
    if old is None or old.is_empty:
        return True
    if shapely.get_dimensions(old) != shapely.get_dimensions(new):
        # A point put on a known outline says where somebody stood, not what the outline is.
        return shapely.get_dimensions(new) == 2
    if shapely.get_dimensions(new) == 0:
        return shapely.distance(old, new) > _SAME_POINT
    if shapely.equals_exact(old, new, _SAME_VERTEX):
        return False
    return old.symmetric_difference(new).area > _REDRAWN * old.area


def _json(values: dict[str, Any]) -> str | None:
    if not values:
        return None
    plain = {c: shapely.to_wkb(v, hex=True) if hasattr(v, "wkb") else v for c, v in values.items()}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)
