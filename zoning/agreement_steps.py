"""Steps in the register of disputes of a project, from a proposal to a settled line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd
import shapely

from zoning.agreement import (
    area_hashes,
    areas_below,
    claim_rows,
    current_areas,
    current_register,
    effective_settlements,
    replace_rows,
)
from zoning.agreement_store import put_back, saved_rows, store
from zoning.boundaries.dispute import common_superior, event, geometry_hash, require_step
from zoning.boundaries.settle import Settled, settle
from zoning.boundaries.settle_propose import propose
from zoning.errors import MisfitError, SettlementError, UsageError
from zoning.project import Project

__all__ = [
    "BASES",
    "Outcome",
    "agree",
    "pass_up",
    "propose_for",
    "raise_again",
    "record_proposal",
    "settle_disputes",
    "undo",
    "visit",
    "withdraw",
]

#: On what a settlement can rest, the strongest first.
BASES = ("statutory", "present management", "agreement", "ruling")


@dataclass(frozen=True)
class Outcome:
    """What settling some disputes of a project did, or would do.

    Parameters
    ----------
    settled : tuple of Settled
        One a pair of neighbours.
    recorded : bool
        Whether it was written down.
    notes : tuple of str
        What the user must know.
    """

    settled: tuple[Settled, ...]
    recorded: bool
    notes: tuple[str, ...] = ()

    @property
    def ledger(self) -> pd.DataFrame:
        """What each side gets, all disputes together."""
        return pd.concat([s.ledger for s in self.settled], ignore_index=True)

    @property
    def moved(self) -> pd.DataFrame:
        """The buildings affected, for both sides."""
        return pd.concat([s.moved for s in self.settled], ignore_index=True)

    @property
    def problems(self) -> tuple:
        """What cannot be done cleanly."""
        return tuple(p for s in self.settled for p in s.problems)


@dataclass(frozen=True)
class _Ground:
    """Everything that is needed to settle: areas in force, children, buildings, lines."""

    areas: gpd.GeoDataFrame
    children: Mapping[str, gpd.GeoDataFrame]
    buildings: gpd.GeoDataFrame | None
    barriers: gpd.GeoDataFrame | None


def _ground(project: Project) -> _Ground:
    inputs = project.inputs().layers
    children = {n: project.read(n) for n in ("districts", "zones") if project.has(n)}
    buildings = project.read("buildings") if project.has("buildings") else None
    if buildings is None or len(buildings) == 0:
        buildings = inputs.get("buildings")
    return _Ground(
        current_areas(project, inputs["areas"]), children, buildings, inputs.get("barriers")
    )


def _pairs(rows: pd.DataFrame) -> Iterable[gpd.GeoDataFrame]:
    for _, part in rows.reset_index(drop=True).groupby(["claim_a", "claim_b"], sort=True):
        yield part


def _children(ground: _Ground, a, b) -> dict[str, gpd.GeoDataFrame]:
    """Levels under two areas: areas, then the districts and zones drawn last."""
    code_a, code_b = str(a["area_code"].iloc[0]), str(b["area_code"].iloc[0])
    made = areas_below(ground.areas, code_a, code_b)
    stems = {code_a, code_b, *(str(c) for part in made.values() for c in part["area_code"])}
    for name, frame in ground.children.items():
        key = "district_code" if name == "districts" else "zone_code"
        mine = frame[key].astype(str).str.startswith(tuple(stems)) & ~frame.geometry.is_empty
        mine &= frame.geometry.notna()
        if mine.any():
            made[name] = frame[mine]
    return made


def propose_for(project: Project, ids: Iterable[str], *, line=None, statutory=None):
    """What every method would give either side for some disputes; see `propose`.

    Returns
    -------
    GeoDataFrame
        One row a dispute and method.
    tuple of str
        Notes: where zones could not be taken into account.
    """
    ground = _ground(project)
    rows = require_step(current_register(project), ids, "proposed")
    tables, notes = [], []
    for part in _pairs(rows):
        a, b = claim_rows(ground.areas, part.iloc[0])
        tables.append(
            _with_or_without_zones(
                propose,
                ground,
                (a, b),
                part,
                notes,
                line=line,
                statutory=statutory,
                ids=part["dispute_id"],
            )
        )
    return pd.concat(tables, ignore_index=True), tuple(notes)


def _with_or_without_zones(work, ground: _Ground, sides, part, notes, **options):
    """Work on all levels; without districts and zones where those do not fit the areas."""
    children = _children(ground, *sides)
    options |= {"buildings": ground.buildings, "barriers": ground.barriers}
    try:
        return work(*sides, part, children=children, **options)
    except MisfitError:
        drawn = {n: f for n, f in children.items() if n not in ("districts", "zones")}
        if len(drawn) == len(children):
            raise
        notes.append(
            f"{sides[0]['area_code'].iloc[0]}, {sides[1]['area_code'].iloc[0]}: their zones do not "
            "end on their present borders; they follow with the next zoning run"
        )
        return work(*sides, part, children=drawn, **options)


def record_proposal(project: Project, ids, *, method: str, by: str, document=None) -> None:
    """Write down that a method is proposed for some disputes."""
    rows = require_step(current_register(project), ids, "proposed")
    _record(project, rows, "proposed", by, document, {"method": method})


def agree(project: Project, ids, *, side: str, by: str, document=None) -> None:
    """Write down that one side agrees to what was proposed.

    Parameters
    ----------
    side : str
        ``a`` or ``b``, or the code of the claimant that agrees.
    """
    rows = require_step(current_register(project), ids, "agreed")
    for _, row in rows.iterrows():
        named = {"a": "a", "b": "b", str(row["claim_a"]): "a", str(row["claim_b"]): "b"}
        if side not in named:
            raise UsageError(
                f"--side {side}: {row['dispute_id']} lies between {row['claim_a']} (a) and "
                f"{row['claim_b']} (b)"
            )
    which = {"a": "a", "b": "b"}.get(side)
    events = [
        event(
            "agreed",
            row["dispute_id"],
            by=by,
            document=document,
            before={"status": row["status"]},
            after={
                "side": which or ("a" if side == str(row["claim_a"]) else "b"),
                "hash_a": row["hash_a"],
                "hash_b": row["hash_b"],
            },
        )
        for _, row in rows.iterrows()
    ]
    project.record(events=pd.DataFrame(events))


def visit(project: Project, ids, *, on: str, present: str, seen: str, by: str, document=None):
    """Write down a joint visit: the day, who was there and what was seen."""
    rows = require_step(current_register(project), ids, "visited")
    facts = {"on": on, "present": present, "seen": seen}
    _record(project, rows, "visited", by, document, facts)


def pass_up(project: Project, ids, *, by: str, document=None) -> dict[str, str]:
    """Pass disputes that two sides cannot end to their nearest common superior.

    Returns
    -------
    dict
        Dispute to the superior's code.

    Raises
    ------
    SettlementError
        Neither the areas nor the codes name one.
    """
    rows = require_step(current_register(project), ids, "passed")
    areas = project.inputs().layers["areas"]
    above = {}
    for _, row in rows.iterrows():
        superior = common_superior(areas, str(row["claim_a"]), str(row["claim_b"]))
        if superior is None:
            raise SettlementError(
                f"dispute {row['dispute_id']}: {row['claim_a']} and {row['claim_b']} have no "
                "common superior; fill parent_code in the areas"
            )
        above[row["dispute_id"]] = superior
    events = [
        event("passed", d, by=by, document=document, after={"superior": s})
        for d, s in above.items()
    ]
    project.record(events=pd.DataFrame(events))
    return above


def withdraw(project: Project, ids, *, by: str, reason: str = "", document=None) -> None:
    """Write down that a dispute is no longer maintained."""
    rows = require_step(current_register(project), ids, "withdrawn")
    _record(project, rows, "withdrawn", by, document, {"reason": reason})


def raise_again(project: Project, ids, *, by: str, document=None) -> None:
    """Open a dispute that was listed as noise or withdrawn."""
    rows = require_step(current_register(project), ids, "raised")
    _record(project, rows, "raised", by, document, {})


def _record(project: Project, rows, action: str, by: str, document, facts: Mapping) -> None:
    events = [
        event(
            action,
            row["dispute_id"],
            by=by,
            document=document,
            before={"status": row["status"]},
            after={**facts, "hash_a": row["hash_a"], "hash_b": row["hash_b"]},
        )
        for _, row in rows.iterrows()
    ]
    project.record(events=pd.DataFrame(events))


def settle_disputes(
    project: Project,
    ids: Sequence[str],
    *,
    method: str,
    by: str,
    basis: str = "agreement",
    document: str = "",
    authority_a: str | None = None,
    authority_b: str | None = None,
    signers: str | None = None,
    decided_on: str | None = None,
    visited_on: str | None = None,
    line=None,
    statutory=None,
    accept: bool = False,
) -> Outcome:
    """Settle disputes of a project and write it down, on all levels at once.

    Parameters
    ----------
    method : str
        See `zoning.boundaries.settle.settle`.
    basis : str
        One of `BASES`. A ruling needs that the dispute was passed to the common superior.
    authority_a, authority_b : str, optional
        Who decided for either side, where it is not the office of the area's code itself;
        recorded in the journal.
    statutory : geometry, optional
        A surveyed line: no other basis is accepted where it runs through the dispute.
    accept : bool, default False
        Write it down although a child would be emptied or parted.

    Returns
    -------
    Outcome
        ``recorded`` is false where problems stand against it.

    Raises
    ------
    SettlementError
        The state does not allow it, the method cannot be used, or a statutory line goes first.
    """
    if basis not in BASES:
        raise UsageError(f"--basis {basis}: wanted {', '.join(BASES)}")
    rows = require_step(current_register(project), ids, "settled")
    _refuse_rank(rows, basis, method, statutory)
    ground = _ground(project)
    done, notes, parts = [], [], list(_pairs(rows))
    for part in parts:
        sides = claim_rows(ground.areas, part.iloc[0])
        done.append(
            _with_or_without_zones(settle, ground, sides, part, notes, method=method,
                                   line=line if line is not None else statutory,
                                   ids=part["dispute_id"])
        )  # fmt: skip
        ground = _after(ground, done[-1])
    outcome = Outcome(tuple(done), False, tuple(notes))
    if any(s.blocking for s in done) and not accept:
        return outcome
    said = {
        "method": method,
        "basis": basis,
        "authority_a": authority_a,
        "authority_b": authority_b,
        "signers": signers,
        "decided_by": by,
        "decided_on": decided_on,
        "visited_on": visited_on,
        "document": document,
    }
    _write_down(project, parts, outcome, said, ground)
    return Outcome(outcome.settled, True, outcome.notes)


def _refuse_rank(rows, basis: str, method: str, statutory) -> None:
    if statutory is not None and basis != "statutory":
        inside = shapely.length(shapely.intersection(rows.geometry.to_numpy(), statutory))
        bound = rows[inside > 0.01]
        if len(bound):
            raise SettlementError(
                f"dispute {bound['dispute_id'].iloc[0]}: a statutory line runs through it and goes "
                "before any claim; settle with --method line --basis statutory"
            )
    if basis == "ruling":
        free = rows[rows["passed_to"].isna()]
        if len(free):
            raise SettlementError(
                f"dispute {free['dispute_id'].iloc[0]}: a ruling is for disputes that were "
                "passed to the common superior; do that first (zoning borders pass)"
            )
    if basis == "statutory" and method != "line":
        raise UsageError("--basis statutory goes with --method line and the surveyed line")


def _after(ground: _Ground, done: Settled) -> _Ground:
    """The ground after one pair was settled, for the next pair."""
    lower = [f for n, f in done.children.items() if n not in ("districts", "zones")]
    areas = replace_rows(ground.areas, [done.a, done.b, *lower], "area_code")
    children = dict(ground.children)
    for name, key in (("districts", "district_code"), ("zones", "zone_code")):
        if name in done.children:
            old, new = children[name], done.children[name]
            lost = set(old[key]) - set(new[key])
            touched = {str(c) for s in (done.ledger["zones"],) for z in s for c in z.split(",")}
            kept = old[~(old[key].isin(lost) & old[key].isin(touched))]
            children[name] = replace_rows(kept, [new], key)
    buildings = done.buildings if done.buildings is not None else ground.buildings
    return _Ground(areas, children, buildings, ground.barriers)


def _write_down(project: Project, parts, outcome: Outcome, said: Mapping, ground: _Ground) -> None:
    before = {n: project.read(n) for n in ("districts", "zones", "buildings") if project.has(n)}
    hashes = area_hashes(ground.areas)
    events, settlements = [], []
    for part, done in zip(parts, outcome.settled, strict=True):
        saved = saved_rows(before, done)
        for row, line in zip(
            part.sort_values("dispute_id").to_dict("records"), done.lines.geometry, strict=True
        ):
            facts = {
                **{k: v for k, v in said.items() if v},
                "line": shapely.to_wkb(line, hex=True),
                "hash_a": hashes.get(str(row["claim_a"])),
                "hash_b": hashes.get(str(row["claim_b"])),
                "hash_line": geometry_hash(line),
                "moved": done.moved.loc[
                    done.moved["dispute_id"] == row["dispute_id"], "building_id"
                ].tolist(),
            }
            had = {"status": row["status"], "hash_a": row["hash_a"], "hash_b": row["hash_b"]}
            events.append(
                event("settled", row["dispute_id"], by=said["decided_by"], before=had | saved,
                      after=facts, document=said["document"])
            )  # fmt: skip
            saved = {}
            settlements.append(_settlement(row, line, said))
    frame = gpd.GeoDataFrame(settlements, geometry="geometry", crs=project.crs)
    project.record(settlements=frame, events=pd.DataFrame(events))
    # The areas as a later run makes them from the journal, to the last bit.
    store(project, current_areas(project), ground.children, ground.buildings)


def _settlement(row: Mapping, line, said: Mapping) -> dict:
    return {
        "dispute_id": row["dispute_id"],
        "method": said["method"],
        "basis": said["basis"],
        # Codes of the areas, by which a later run finds them again.
        "authority_a": str(row["claim_a"]),
        "authority_b": str(row["claim_b"]),
        "decided_by": said["decided_by"],
        "signers": said["signers"] or _names(said),
        "visited_on": said["visited_on"],
        "document": said["document"],
        "decided_on": said["decided_on"],
        "geometry": line,
    }


def _names(said: Mapping) -> str | None:
    names = [n for n in (said["authority_a"], said["authority_b"]) if n]
    return "; ".join(names) or None


def undo(project: Project, ids: Sequence[str], *, by: str, document=None) -> tuple[str, ...]:
    """Take settlements back; the journal keeps both steps.

    Returns
    -------
    tuple of str
        Notes: where zones were changed since, so that a new run has to follow.
    """
    rows = require_step(current_register(project), ids, "undone")
    kept = effective_settlements(project)
    kept = kept[~kept["dispute_id"].isin(rows["dispute_id"])]
    journal = project.decisions("events")
    steps = journal[(journal["action"] == "settled") & journal["target_id"].isin(rows.index)]
    last = steps.sort_values("event_id").groupby("target_id").tail(1)
    saved = [json.loads(text) for text in last["before"].dropna()]
    taken = {d: json.loads(text) for d, text in zip(last["target_id"], last["after"], strict=True)}
    events = [
        event("undone", d, by=by, document=document, before=taken.get(d, {}),
              after={"hash_a": row["hash_a"], "hash_b": row["hash_b"]})
        for d, row in rows.iterrows()
    ]  # fmt: skip
    project.replace_decisions("settlements", kept)
    project.record(events=pd.DataFrame(events))
    return put_back(project, saved, current_areas(project))
