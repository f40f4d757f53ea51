"""Field returns as records: what a building was, what it is now, who said so, and undo.

Each record is one event of decisions.gpkg with layer ``buildings``: ``new``, ``changed``,
``split``, ``demolished``; ``conflict`` for what two teams say differently, ``resolved`` for
the choice between them, ``undone`` for a record taken back. ``before`` and ``after`` are JSON
objects of the columns that changed, geometry as hexadecimal WKB. Nothing is ever rewritten:
the register of today is the delivered one with the records applied in their order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from zoning.errors import UsageError, name_some
from zoning.model.schema import BUILDINGS, EVENTS, conform

__all__ = [
    "FIELDS",
    "apply_returns",
    "conflicts",
    "history",
    "in_force",
    "resolve",
    "return_events",
    "undo_record",
]

#: Columns that a return can change.
FIELDS = ("use", "floors", "dwellings", "households", "persons", "name", "address", "tags")
_DATA = ("new", "changed", "split", "demolished", "resolved")
_ACTIONS = (*_DATA, "conflict", "undone")


def _own(events: pd.DataFrame) -> pd.DataFrame:
    rows = events[events["layer"].eq("buildings") & events["action"].isin(_ACTIONS)]
    return rows.sort_values("event_id").reset_index(drop=True)


def in_force(events: pd.DataFrame) -> pd.DataFrame:
    """The records that hold, in their order; ``before`` and ``after`` as dicts."""
    rows = _own(events)
    undone = set(rows.loc[rows["action"] == "undone", "document"])
    rows = rows[rows["action"].isin(_DATA) & ~rows["event_id"].isin(undone)].copy()
    for column in ("before", "after"):
        rows[column] = [json.loads(t) if isinstance(t, str) else {} for t in rows[column]]
    return rows.reset_index(drop=True)


def apply_returns(buildings: gpd.GeoDataFrame, events: pd.DataFrame) -> gpd.GeoDataFrame:
    """The register with every field return in force.

    Parameters
    ----------
    buildings : GeoDataFrame
        Layer ``buildings`` as delivered, in the project's CRS.
    events : DataFrame
        The journal.

    Returns
    -------
    GeoDataFrame
        Layer ``buildings``, sorted by id: new ones added, demolished ones gone, columns as
        last returned; ``persons_source`` is ``survey`` where a return gave the persons.
    """
    rows = in_force(events)
    if not len(rows):
        return buildings
    state: dict[str, dict[str, Any]] = {}
    gone: dict[str, bool] = {}
    for key, action, after in zip(rows["target_id"], rows["action"], rows["after"], strict=True):
        state.setdefault(key, {}).update(after)
        if action == "demolished":
            gone[key] = True
        elif action == "new" or after.get("status") == "standing":
            gone[key] = False
    out = _with_new(conform(buildings, BUILDINGS, extra=True), state, rows)
    out = out.set_index("building_id", drop=False)
    for column in (*FIELDS, "status", "persons_source", "geometry"):
        values = {k: s[column] for k, s in state.items() if column in s and k in out.index}
        if not values:
            continue
        index = list(values)
        if column == "geometry":
            out.loc[index, "geometry"] = shapely.from_wkb(list(values.values()))
        else:
            out.loc[index, column] = pd.array(list(values.values()), dtype=out[column].dtype)
    out = _note_sources(out, state)
    dead = [k for k, flag in gone.items() if flag]
    return conform(out[~out.index.isin(dead)].reset_index(drop=True), BUILDINGS, extra=True)


def _with_new(buildings, state, rows) -> gpd.GeoDataFrame:
    fresh = rows[(rows["action"] == "new") & ~rows["target_id"].isin(buildings["building_id"])]
    ids = [k for k in dict.fromkeys(fresh["target_id"]) if "geometry" in state[k]]
    if not ids:
        return buildings
    origin = fresh.drop_duplicates("target_id").set_index("target_id")["document"]
    added = gpd.GeoDataFrame(
        {"building_id": ids, "source": origin.reindex(ids).to_numpy(), "source_id": ids},
        geometry=shapely.from_wkb([state[k]["geometry"] for k in ids]),
        crs=buildings.crs,
    )
    both = pd.concat([buildings, conform(added, BUILDINGS)], ignore_index=True)
    return gpd.GeoDataFrame(both, crs=buildings.crs)


def _note_sources(out: gpd.GeoDataFrame, state) -> gpd.GeoDataFrame:
    """Figures that a return gave say so in ``figures``."""
    texts = dict(zip(out.index, out["figures"].astype(object), strict=True))
    for key, values in state.items():
        given = [c for c in ("floors", "dwellings", "households", "persons") if c in values]
        if given and key in texts:
            old = texts[key]
            pairs = dict(p.split("=", 1) for p in old.split(";")) if isinstance(old, str) else {}
            pairs.update(dict.fromkeys(given, "survey"))
            texts[key] = ";".join(f"{k}={v}" for k, v in pairs.items())
    return out.assign(figures=pd.array(list(texts.values()), dtype="str"))


def history(events: pd.DataFrame, building_id: str) -> pd.DataFrame:
    """Everything that happened to one building, the oldest first.

    Returns
    -------
    DataFrame
        ``event_id``, ``at``, ``by``, ``action``, ``document``, ``change`` (text), ``undone``.
    """
    rows = _own(events)
    rows = rows[rows["target_id"] == building_id]
    taken_back = set(rows.loc[rows["action"] == "undone", "document"])
    out = rows[["event_id", "at", "by", "action", "document"]].copy()
    out["change"] = [_told(b, a) for b, a in zip(rows["before"], rows["after"], strict=True)]
    out["undone"] = rows["event_id"].isin(taken_back).to_numpy()
    return out.reset_index(drop=True)


def _told(before: object, after: object) -> str:
    old = json.loads(before) if isinstance(before, str) else {}
    new = json.loads(after) if isinstance(after, str) else {}
    parts = []
    for key in dict.fromkeys([*old, *new]):
        if key == "geometry":
            parts.append("outline redrawn" if key in old else "outline drawn")
        elif key in new and key in old:
            parts.append(f"{key}: {_text(old[key])} -> {_text(new[key])}")
        elif key in new:
            parts.append(f"{key}: {_text(new[key])}")
    return "; ".join(parts)


def _text(value: object) -> str:
    return "nothing" if value is None else str(value)


def conflicts(events: pd.DataFrame) -> pd.DataFrame:
    """What teams say differently and nobody has decided yet.

    Returns
    -------
    DataFrame
        ``event_id``, ``building_id``, ``at``, ``by``, ``document``, ``stands`` (what holds
        now), ``proposed``, as text.
    """
    rows = _own(events)
    undone = set(rows.loc[rows["action"] == "undone", "document"])
    decided = rows["before"].str.startswith('{"conflict"').fillna(False).astype(bool)
    decided &= ~rows["event_id"].isin(undone)
    over = {json.loads(b)["conflict"] for b in rows.loc[decided, "before"]}
    rows = rows[rows["action"].eq("conflict") & ~rows["event_id"].isin(over | undone)]
    out = rows[["event_id", "target_id", "at", "by", "document"]].rename(
        columns={"target_id": "building_id"}
    )
    out["stands"] = [_told(None, text) for text in rows["before"]]
    out["proposed"] = [_told(None, text) for text in rows["after"]]
    return out.reset_index(drop=True)


def resolve(events: pd.DataFrame, conflict: str, take: str, *, by: str) -> pd.DataFrame:
    """The record that decides a conflict.

    Parameters
    ----------
    events : DataFrame
        The journal.
    conflict : str
        Its ``event_id``.
    take : str
        ``proposed`` puts the later return in force, ``stands`` keeps what is.
    by : str
        Who decided.

    Raises
    ------
    UsageError
        No such open conflict, another word, or no name.
    """
    if take not in ("proposed", "stands"):
        raise UsageError(f"--take {take}: wanted proposed or stands")
    if not by.strip():
        raise UsageError("--by: say who decided")
    open_ = conflicts(events)
    if conflict not in set(open_["event_id"]):
        known = name_some(open_["event_id"]) if len(open_) else "none"
        raise UsageError(f"conflict {conflict}: not open; open ones are: {known}")
    row = events[events["event_id"] == conflict].iloc[0]
    after = row["after"] if take == "proposed" else "{}"
    values = json.loads(after)
    return return_events(
        [
            {
                "by": by.strip(),
                "action": _decided(values),
                "target_id": row["target_id"],
                "before": json.dumps({"conflict": conflict}),
                "after": after,
                "document": row["document"],
            }
        ]
    )


def _decided(values: dict[str, Any]) -> str:
    """What putting a proposal in force does to the building."""
    status = values.get("status")
    return status if status in ("new", "demolished") else "resolved"


def undo_record(events: pd.DataFrame, event_id: str, *, by: str) -> pd.DataFrame:
    """The record that takes another one back.

    Raises
    ------
    UsageError
        No such record, already undone, or a later record of the building builds on it (take
        that one back first).
    """
    if not by.strip():
        raise UsageError("--by: say who decided")
    rows = _own(events)
    undone = set(rows.loc[rows["action"] == "undone", "document"])
    mine = rows[rows["event_id"] == event_id]
    if not len(mine) or mine["action"].iloc[0] == "undone":
        raise UsageError(f"record {event_id}: none of a building; see zoning buildings history ID")
    if event_id in undone:
        raise UsageError(f"record {event_id}: already undone")
    row = mine.iloc[0]
    later = rows[
        (rows["target_id"] == row["target_id"])
        & (rows["event_id"] > event_id)
        & ~rows["action"].isin(["undone", "conflict"])
        & ~rows["event_id"].isin(undone)
    ]
    fields = _fields(row["after"])
    blocking = [
        e
        for e, action, after in zip(later["event_id"], later["action"], later["after"], strict=True)
        if row["action"] == "new" or action == "demolished" or fields & _fields(after)
    ]
    if blocking:
        raise UsageError(
            f"record {event_id}: {name_some(blocking)} builds on it; undo the later one first"
        )
    return return_events(
        [{"by": by.strip(), "action": "undone", "target_id": row["target_id"],
          "document": event_id}]
    )  # fmt: skip


def _fields(text: object) -> set[str]:
    return set(json.loads(text)) if isinstance(text, str) else set()


def return_events(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """Rows for ``ProjectFolder.record(events=...)``."""
    table = pd.DataFrame(list(rows), columns=[c for c in EVENTS.columns if c != "at"])
    return table.assign(layer="buildings").drop(columns="event_id")
