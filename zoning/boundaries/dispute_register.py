"""The register of disputes: states, steps, and ids that outlive a new delivery.

The register is nothing but the journal read from the start: every step is an event with who,
when, on what document, and the hash of both geometries. Nothing is overwritten, so the same
journal always gives the same register.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.errors import SettlementError, name_some
from zoning.model.schema import DISPUTES, conform
from zoning.model.tolerances import tolerance

__all__ = [
    "STATES",
    "STEPS",
    "common_superior",
    "event",
    "fold",
    "geometry_hash",
    "match_disputes",
    "require_known",
    "require_step",
]

#: All states of a dispute.
STATES = ("noise", "open", "proposed", "agreed_a", "agreed_b", "settled", "withdrawn")
_LIVE = frozenset({"noise", "open", "proposed", "agreed_a", "agreed_b"})
#: Step to the states in which it may be taken.
STEPS: Mapping[str, frozenset[str]] = {
    "raised": frozenset({"noise", "withdrawn"}),
    "proposed": _LIVE,
    "agreed": frozenset({"proposed", "agreed_a", "agreed_b"}),
    "visited": frozenset(STATES) - {"withdrawn"},
    "passed": _LIVE - {"noise"},
    "settled": _LIVE,
    "undone": frozenset({"settled"}),
    "withdrawn": _LIVE,
}
_SAME_GROUND = tolerance("same_ground")
_PLACE = tolerance("same_dispute")
_COUNTS = ("n_buildings", "households", "persons")
_FACTS = ["kind", "claim_a", "claim_b", "area_m2", "width_m", "length_m"]


def geometry_hash(*shapes) -> str:
    """A short hash of geometries, the same for the same ground whatever their first vertex."""
    digest = hashlib.sha256()
    for shape in shapes:
        digest.update(shapely.to_wkb(shapely.normalize(shapely.force_2d(shape)), byte_order=1))
    return digest.hexdigest()[:16]


def event(
    action: str,
    dispute_id: str,
    *,
    by: str,
    after: Mapping | None = None,
    before: Mapping | None = None,
    document: str | None = None,
    at: str | None = None,
) -> dict:
    """One row for the journal ``events``; mappings become JSON."""
    return {
        "event_id": None,
        "at": at,
        "by": by,
        "action": action,
        "layer": "disputes",
        "target_id": dispute_id,
        "before": _json(before),
        "after": _json(after),
        "document": document,
    }


def _json(value: Mapping | None) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)


def fold(events: pd.DataFrame, crs=None) -> gpd.GeoDataFrame:
    """The register as the journal leaves it.

    Parameters
    ----------
    events : DataFrame
        Table ``events``; rows of other layers are passed over.
    crs : pyproj.CRS, optional
        Of the patches.

    Returns
    -------
    GeoDataFrame
        Layer ``disputes`` (polygon: the patch as it was last compared) with the columns
        ``present`` (found in the last comparison), ``agreed`` (sides that have agreed),
        ``visits`` and ``history`` (JSON lists), ``passed_to``, ``previous`` (state before it
        was settled), ``hash_a`` and ``hash_b``.
    """
    rows: dict[str, dict] = {}
    mine = events[events["layer"] == "disputes"].sort_values("event_id", kind="stable")
    for step in mine.to_dict("records"):
        row = rows.setdefault(step["target_id"], {"dispute_id": step["target_id"]})
        _apply(row, step)
    table = pd.DataFrame(list(rows.values()))
    if len(table) == 0:
        table = pd.DataFrame({"dispute_id": pd.Series([], dtype="str")})
    for column in ("agreed", "passed_to", "previous", "hash_a", "hash_b", "others", "note"):
        if column not in table:
            table[column] = pd.Series(None, index=table.index, dtype="object")
    for column in ("visits", "history"):
        lists = table[column] if column in table else pd.Series([[]] * len(table))
        table[column] = [json.dumps(v if isinstance(v, list) else []) for v in lists]
    if "present" not in table:
        table["present"] = pd.Series(False, index=table.index, dtype="bool")
    shapes = [shapely.from_wkb(w) if w else None for w in table.get("patch", [None] * len(table))]
    frame = gpd.GeoDataFrame(
        table.drop(columns="patch", errors="ignore"), geometry=gpd.GeoSeries(shapes, crs=crs)
    )
    return conform(frame.set_crs(crs, allow_override=True), DISPUTES, extra=True)


def _apply(row: dict, step: Mapping) -> None:
    after = json.loads(step["after"]) if isinstance(step["after"], str) else {}
    action = step["action"]
    row["updated"] = step["at"]
    for key in (*_FACTS, *_COUNTS, "patch", "others", "note", "place", "hash_a", "hash_b"):
        if key in after:
            row[key] = after[key]
    row.setdefault("history", []).append([step["at"], action, step["by"], step["document"]])
    if action in ("found", "changed"):
        row["present"] = True
        row["status"] = after.get("status", row.get("status", "open"))
    elif action == "gone":
        row["present"] = False
        row["status"] = "settled" if row.get("status") == "settled" else "withdrawn"
    elif action == "visited":
        row.setdefault("visits", []).append(after)
    elif action == "passed":
        row["passed_to"] = after.get("superior")
    else:
        _move(row, action, after)


def _move(row: dict, action: str, after: Mapping) -> None:
    """Steps that change the state."""
    if action == "raised":
        row["status"] = "open"
    elif action == "proposed":
        row.update(status="proposed", method=after.get("method"), agreed=None)
    elif action == "agreed":
        sides = {*(row.get("agreed") or "").split(","), after["side"]} - {""}
        row.update(status=f"agreed_{after['side']}", agreed=",".join(sorted(sides)))
    elif action == "settled":
        row.update(previous=row.get("status"), status="settled", method=after.get("method"))
    elif action == "undone":
        row.update(status=row.get("previous") or "open", previous=None)
        if row["status"] in ("open", "noise"):
            row["method"] = None
    elif action == "withdrawn":
        row["status"] = "withdrawn"


def require_step(register: pd.DataFrame, ids: Iterable[str], step: str) -> pd.DataFrame:
    """The rows of some disputes, provided that a step may be taken from their state.

    Raises
    ------
    SettlementError
        An id is not in the register, or its state does not allow the step.
    """
    rows = require_known(register, ids)
    wrong = rows[~rows["status"].isin(STEPS[step])]
    if len(wrong):
        first = wrong.iloc[0]
        allowed = ", ".join(s for s in STATES if s in STEPS[step])
        raise SettlementError(
            f"dispute {name_some(wrong['dispute_id'])} is {first['status']}: {step} is for those "
            f"that are {allowed}"
        )
    return rows


def require_known(register: pd.DataFrame, ids: Iterable[str]) -> pd.DataFrame:
    """The rows of some disputes, indexed by id.

    Raises
    ------
    SettlementError
        An id is not in the register.
    """
    ids = list(dict.fromkeys(str(i) for i in ids))
    unknown = sorted(set(ids) - set(register["dispute_id"]))
    if unknown:
        raise SettlementError(
            f"no dispute {name_some(unknown)}; zoning borders list shows what there is"
        )
    return register.set_index("dispute_id", drop=False).loc[ids]


def match_disputes(
    found: gpd.GeoDataFrame, known: gpd.GeoDataFrame, hashes: Mapping[str, str], *, by: str
) -> tuple[gpd.GeoDataFrame, list[dict]]:
    """Give patches of a new comparison the ids that they had, and say what changed.

    Parameters
    ----------
    found : GeoDataFrame
        From a comparison.
    known : GeoDataFrame
        The register so far, from `fold`.
    hashes : mapping of str to str
        Hash of the geometry of each claimant, by code.
    by : str
        Who compared.

    Returns
    -------
    GeoDataFrame
        `found` with lasting ids and the register's states.
    list of dict
        Events ``found``, ``changed`` and ``gone``; none where nothing changed.
    """
    found = found.sort_values("dispute_id").reset_index(drop=True)
    partner = _partners(found, known)
    ids, events = [], []
    taken = _last_numbers(known)
    old = known.set_index("dispute_id", drop=False)
    for i, row in enumerate(found.itertuples(index=False)):
        if i in partner:
            dispute = partner[i]
            step = _changed(row, old.loc[dispute], hashes, by)
            events += [step] if step else []
        else:
            pair = f"{row.claim_a}-{row.claim_b}"
            taken[pair] = taken.get(pair, 0) + 1
            dispute = f"{pair}-{taken[pair]:03d}"
            events.append(event("found", dispute, by=by, after=_facts(row, hashes, row.status)))
        ids.append(dispute)
    gone = known[known["present"].astype(bool) & ~known["dispute_id"].isin(ids)]
    events += [
        event("gone", d, by=by, before={"status": s}, after={"note": "the delivered borders agree"})
        for d, s in zip(gone["dispute_id"], gone["status"], strict=True)
    ]
    result = found.assign(dispute_id=pd.Series(ids, dtype="str"))
    for column in ("status", "method", "updated"):
        had = result["dispute_id"].map(old[column]) if len(old) else None
        if had is not None:
            result[column] = had.where(had.notna(), result[column])
    return result.sort_values("dispute_id").reset_index(drop=True), events


def _partners(found, known) -> dict[int, str]:
    """Row of `found` to the id of the known dispute in its place; each at most once."""
    if len(found) == 0 or len(known) == 0:
        return {}
    new = shapely.buffer(found.geometry.to_numpy(), _PLACE, quad_segs=2)
    old = shapely.buffer(known.geometry.to_numpy(), _PLACE, quad_segs=2)
    i, j = shapely.STRtree(old).query(new, predicate="intersects")
    pair_new = _pairs(found)[i]
    pair_old = _pairs(known)[j]
    keep = pair_new == pair_old
    i, j = i[keep], j[keep]
    share = shapely.area(shapely.intersection(new[i], old[j]))
    share /= np.minimum(shapely.area(new[i]), shapely.area(old[j]))
    ids = known["dispute_id"].to_numpy()
    size = shapely.area(new)[i]
    order = np.lexsort([ids[j].astype(str), -np.round(size, 3), -np.round(share, 6)])
    partner: dict[int, str] = {}
    used: set[str] = set()
    for k in order:
        if share[k] >= _SAME_GROUND and int(i[k]) not in partner and ids[j[k]] not in used:
            partner[int(i[k])] = str(ids[j[k]])
            used.add(str(ids[j[k]]))
    return partner


def _pairs(frame) -> np.ndarray:
    a, b = (frame[c].astype(str).to_numpy(dtype=object) for c in ("claim_a", "claim_b"))
    return np.array(["|".join(sorted(p)) for p in zip(a, b, strict=True)], dtype=object)


def _last_numbers(known) -> dict[str, int]:
    last: dict[str, int] = {}
    for dispute in known["dispute_id"]:
        pair, _, number = str(dispute).rpartition("-")
        if number.isdigit():
            last[pair] = max(last.get(pair, 0), int(number))
    return last


def _facts(row, hashes: Mapping[str, str], status: str | None) -> dict:
    facts = {k: getattr(row, k) for k in _FACTS}
    counts = {k: getattr(row, k) for k in _COUNTS}
    facts |= {k: int(v) for k, v in counts.items() if not pd.isna(v)}
    facts.update(
        patch=shapely.to_wkb(row.geometry, hex=True),
        hash_a=hashes.get(row.claim_a),
        hash_b=hashes.get(row.claim_b),
        others=row.others,
        note=row.note,
        place=row.place,
    )
    if status is not None:
        facts["status"] = status
    return {k: v for k, v in facts.items() if not (isinstance(v, float) and np.isnan(v))}


def _changed(row, old, hashes: Mapping[str, str], by: str) -> dict | None:
    """An event where the patch is not the one that was compared last, else nothing."""
    same = old.geometry is not None and geometry_hash(row.geometry) == geometry_hash(old.geometry)
    if same and bool(old["present"]):
        return None
    status = old["status"]
    if (status == "withdrawn" and not bool(old["present"])) or status in ("noise", "open"):
        status = row.status
    before = {k: old[k] for k in _FACTS} | {"status": old["status"]}
    return event(
        "changed", old["dispute_id"], by=by, before=before, after=_facts(row, hashes, status)
    )


def common_superior(areas: pd.DataFrame, one: str, other: str) -> str | None:
    """Code of the nearest area above both, by ``parent_code``, else by common digits.

    Parameters
    ----------
    areas : DataFrame
        Layer ``areas``.
    one, other : str
        Codes of the two authorities.

    Examples
    --------
    >>> import pandas as pd
    >>> areas = pd.DataFrame({"area_code": ["50", "5001"], "parent_code": [None, "50"]})
    >>> common_superior(areas, "5001", "5002")
    '50'
    """
    parents = {}
    if "parent_code" in areas.columns:
        known = areas[areas["parent_code"].notna()]
        parents = dict(zip(known["area_code"].astype(str), known["parent_code"].astype(str)))
    chain, at = [], one
    while at in parents and at not in chain:
        chain.append(at)
        at = parents[at]
    above = {*chain[1:], at} if chain else set()
    at, seen = other, set()
    while at in parents and at not in seen:
        seen.add(at)
        at = parents[at]
        if at in above:
            return at
    return _by_digits(one, other)


def _by_digits(one: str, other: str) -> str | None:
    """The superior by China's codes: 2 digits a province, 4 a city, 6 a county, 9 a township."""
    if not all(c.isdigit() and len(c) in (6, 9, 12) for c in (one, other)):
        return None
    for length in (9, 6, 4, 2):
        if one[:length] == other[:length] and min(len(one), len(other)) > length:
            return one[:length]
    return None
