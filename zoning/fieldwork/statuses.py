"""Draft, confirmed, submitted, returned, accepted: moves by people, derived from the journal.

A status is never stored as such: it follows from the events of decisions.gpkg, so a rebuilt
zoning.gpkg has the same one. An event keeps a fingerprint of the zones as they were; where
they have changed since, the status is draft again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

import geopandas as gpd
import numpy as np
import pandas as pd

from zoning.errors import UsageError, name_some
from zoning.fieldwork.fingerprints import fingerprints

__all__ = ["DONE", "KEYS", "STATUSES", "apply_statuses", "can_move", "move", "prints_of"]

#: Every status, and the ones that it can be reached from.
_FROM: Mapping[str, frozenset[str]] = {
    "draft": frozenset({"confirmed", "submitted", "returned"}),
    "confirmed": frozenset({"draft", "returned"}),
    "submitted": frozenset({"confirmed"}),
    "returned": frozenset({"confirmed", "submitted", "accepted"}),
    "accepted": frozenset({"submitted"}),
}
STATUSES = tuple(_FROM)
#: Counted as divided.
DONE = frozenset({"confirmed", "submitted", "accepted"})
KEYS = {"districts": "district_code", "zones": "zone_code"}


def prints_of(zones: gpd.GeoDataFrame) -> tuple[pd.Series, pd.Series]:
    """Fingerprints of zones, and of districts as the sum of their zones."""
    shape = fingerprints(zones)
    rows = pd.DataFrame({"district": zones["district_code"].to_numpy(), "text": shape.to_numpy()})
    rows["text"] = zones["zone_code"].to_numpy() + "=" + rows["text"]
    joined = rows.sort_values("text").groupby("district")["text"].agg(";".join)
    return shape, joined.map(lambda t: hashlib.blake2b(t.encode(), digest_size=8).hexdigest())


def apply_statuses(
    districts: gpd.GeoDataFrame,
    zones: gpd.GeoDataFrame,
    events: pd.DataFrame,
    *,
    until: str | None = None,
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame, list[str]]:
    """Districts and zones with the status that the journal gives them.

    Parameters
    ----------
    districts, zones : GeoDataFrame
        Layers ``districts`` and ``zones``.
    events : DataFrame
        The journal; other events are passed over.
    until : str, optional
        Only events up to this moment (UTC, ISO 8601).

    Returns
    -------
    districts, zones : GeoDataFrame
        Same rows; ``status``, ``status_by`` and ``status_at`` are set, ``draft`` where
        nobody has moved them. A zone follows its district where that moved later.
    notes : list of str
        What went back to draft because it changed after it had been moved.
    """
    moves = _moves(events, until)
    shape, outline = prints_of(zones)
    notes: list[str] = []
    out_districts, gone = _with_status(districts, "district_code", moves["districts"], outline)
    notes += _changed("districts", gone)
    own = moves["zones"].reindex(zones["zone_code"])
    follow = moves["districts"].reindex(zones["district_code"])
    later = follow["order"].fillna(-1).to_numpy() > own["order"].fillna(-1).to_numpy()
    # What a zone takes from its district holds as long as the district's division stands.
    stands = ~zones["district_code"].isin(gone).to_numpy()
    present = shape.reindex(zones["zone_code"]).to_numpy(dtype=object)
    follow["print"] = np.where(stands, present, None)
    table = pd.DataFrame(
        {c: np.where(later, follow[c].to_numpy(object), own[c].to_numpy(object)) for c in own},
        index=own.index,
    )
    out_zones, gone_zones = _with_status(zones, "zone_code", table, shape)
    notes += _changed("zones", [c for c in gone_zones if c in set(own.index[~later])])
    return out_districts, out_zones, notes


def can_move(status: str, to: str) -> bool:
    """Whether the order of statuses allows a move."""
    return status in _FROM[to]


def _moves(events: pd.DataFrame, until: str | None) -> dict[str, pd.DataFrame]:
    """The last move of each district and each zone, by code."""
    rows = events[events["action"].isin(STATUSES) & events["layer"].isin(KEYS)]
    # Pages given out on confirming are told in the same words, but move nothing.
    rows = rows[rows["after"].str.startswith("{").fillna(False).astype(bool)]
    if until is not None:
        rows = rows[rows["at"] <= until]
    rows = rows.sort_values("event_id").reset_index(drop=True)
    after = [json.loads(text) for text in rows["after"]]
    rows["print"] = pd.Series([a.get("print") for a in after], index=rows.index, dtype="object")
    rows["order"] = rows.index.to_numpy(dtype="float64")
    last = rows.drop_duplicates(["layer", "target_id"], keep="last").set_index("target_id")
    keep = ["action", "by", "at", "print", "order"]
    return {layer: last.loc[last["layer"] == layer, keep] for layer in KEYS}


def _with_status(frame, key, table, prints):
    codes = frame[key]
    rows = table.reindex(codes)
    known = rows["action"].notna().to_numpy()
    same = rows["print"].to_numpy(dtype=object) == prints.reindex(codes).to_numpy(dtype=object)
    # Something returned or draft stays so whatever happens to its shape.
    lost = known & ~same & rows["action"].isin(DONE).to_numpy()
    out = frame.copy()
    for column, source in (("status", "action"), ("status_by", "by"), ("status_at", "at")):
        values = pd.Series(rows[source].to_numpy(dtype=object), index=frame.index)
        values[~known | lost] = "draft" if column == "status" else None
        out[column] = values.astype("str").where(values.notna())
    return out, list(codes[lost])


def _changed(what: str, codes: list[str]) -> list[str]:
    if not codes:
        return []
    return [
        f"{len(codes)} {what} changed since they were confirmed and are draft again: "
        f"{name_some(sorted(codes))}"
    ]


def move(
    layer: str,
    codes: Iterable[str],
    to: str,
    *,
    by: str,
    districts: gpd.GeoDataFrame,
    zones: gpd.GeoDataFrame,
    reason: str = "",
) -> pd.DataFrame:
    """Events that move districts or zones to a status.

    Parameters
    ----------
    layer : str
        ``districts`` or ``zones``.
    codes : iterable of str
        What to move.
    to : str
        One of `STATUSES`.
    by : str
        Who decided.
    districts, zones : GeoDataFrame
        The layers with their present status.
    reason : str
        Needed to return something.

    Returns
    -------
    DataFrame
        Rows for ``ProjectFolder.record(events=...)``.

    Raises
    ------
    UsageError
        A code that does not exist, a move that the order of statuses does not allow, no
        name, or a return without a reason.
    """
    codes = list(dict.fromkeys(codes))
    if to not in _FROM:
        raise UsageError(f"status {to}: not one of {', '.join(STATUSES)}")
    if not by.strip():
        raise UsageError("--by: say who decided")
    if to == "returned" and not reason.strip():
        raise UsageError("--return: say the reason, as --return 'house 12 is missing'")
    frame = {"districts": districts, "zones": zones}[layer]
    status = frame.set_index(KEYS[layer])["status"].fillna("draft")
    unknown = [c for c in codes if c not in status.index]
    if unknown:
        raise UsageError(f"{layer[:-1]} {name_some(unknown)}: no such code in the project")
    wrong = [c for c in codes if status[c] not in _FROM[to]]
    if wrong:
        known = " or ".join(sorted(_FROM[to]))
        raise UsageError(
            f"{layer[:-1]} {name_some(wrong)} is {status[wrong[0]]}: only {known} becomes {to}"
        )
    shape, outline = prints_of(zones)
    prints = outline if layer == "districts" else shape
    return pd.DataFrame(
        {
            "by": by.strip(),
            "action": to,
            "layer": layer,
            "target_id": codes,
            "before": [json.dumps({"status": status[c]}) for c in codes],
            "after": [json.dumps({"status": to, "print": prints.get(c)}) for c in codes],
            "document": reason.strip() or None,
        }
    )
