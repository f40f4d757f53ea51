"""Settle disputes of a project, write it down, and take it back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd
import shapely

from zoning.boundaries.dispute_register import event, geometry_hash, require_step
from zoning.boundaries.settle.settle_borders import Settled, settle
from zoning.errors import SettlementError, UsageError, name_some
from zoning.lang.text_tables import text_table
from zoning.model.tolerances import tolerance
from zoning.project.borders.agreed import (
    Ground,
    area_hashes,
    claim_rows,
    current_areas,
    current_register,
    effective_settlements,
    ground_of,
    pairs_of,
    replace_rows,
    with_or_without_zones,
)
from zoning.project.borders.store import put_back, saved_rows, store
from zoning.project.folder import ProjectFolder

__all__ = ["BASES", "Outcome", "settle_disputes", "undo_settlement"]

_OFF = tolerance("uncovered")
_THROUGH = tolerance("runs_through")
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

    def to_dict(self) -> dict:
        """The report ``zoning-settlement/1``."""
        return {
            "schema": "zoning-settlement/1",
            "recorded": self.recorded,
            "notes": list(self.notes),
            "ledger": _plain_rows(self.ledger),
            "buildings": _plain_rows(self.moved),
            "problems": [
                {"kind": p.kind, "layer": p.layer, "codes": list(p.codes), "message": p.message,
                 "blocking": p.blocking}
                for p in self.problems
            ],
        }  # fmt: skip

    def __str__(self) -> str:
        return self.text()

    def text(
        self,
        show: Callable[[pd.DataFrame], str] = text_table,
        say: Callable[[str], str] = str,
    ) -> str:
        """The ledger in words; `show` renders a table and `say` a line, in any language."""
        columns = ["dispute_id", "method", "gain_a_m2", "gain_b_m2", "buildings_a", "persons_a",
                   "buildings_b", "persons_b", "length_m", "zones"]  # fmt: skip
        rounded = {"gain_a_m2": 1, "gain_b_m2": 1, "length_m": 1}
        lines = [show(self.ledger[columns].round(rounded))]
        if len(self.moved):
            lines += [say("buildings affected:"), show(self.moved)]
        blocking = [p for p in self.problems if p.blocking]
        if self.recorded:
            lines.append(say("settled and recorded"))
        elif blocking:
            lines.append(say("nothing was written; see the notes, or give --accept"))
        else:
            lines.append(say("nothing was written"))
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return self.ledger.round(1).to_html(index=False, na_rep="")


def _plain_rows(table: pd.DataFrame) -> list[dict]:
    return table.astype(object).where(table.notna(), None).to_dict("records")


def settle_disputes(
    project: ProjectFolder,
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
    line: shapely.Geometry | None = None,
    statutory: shapely.Geometry | None = None,
    accept: bool = False,
    dry_run: bool = False,
) -> Outcome:
    """Settle disputes of a project and write it down, on all levels at once.

    Parameters
    ----------
    method : str
        See `zoning.boundaries.settle.settle_borders.settle`.
    basis : str
        One of `BASES`. A ruling needs that the dispute was passed to the common superior.
    authority_a, authority_b : str, optional
        Who decided for either side, where it is not the office of the area's code itself;
        recorded in the journal.
    statutory : geometry, optional
        A surveyed line: no other basis is accepted where it runs through the dispute.
    accept : bool, default False
        Write it down although a child would be emptied or parted.
    dry_run : bool, default False
        Write nothing.

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
    ground = ground_of(project)
    done, parts = [], list(pairs_of(rows))
    notes: list[str] = []
    for part in parts:
        sides = claim_rows(ground.areas, part.iloc[0])
        done.append(
            with_or_without_zones(settle, ground, sides, part, notes, method=method,
                                   line=line if line is not None else statutory,
                                   ids=part["dispute_id"])
        )  # fmt: skip
        ground = _after(ground, done[-1])
    outcome = Outcome(tuple(done), False, tuple(notes))
    if dry_run or (any(s.blocking for s in done) and not accept):
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
    return replace(outcome, recorded=True)


def _refuse_rank(
    rows: gpd.GeoDataFrame, basis: str, method: str, statutory: shapely.Geometry | None
) -> None:
    if statutory is not None and basis != "statutory":
        inside = shapely.length(shapely.intersection(rows.geometry.to_numpy(), statutory))
        bound = rows[inside > _THROUGH]
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


def _after(ground: Ground, done: Settled) -> Ground:
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
    return Ground(areas, children, buildings, ground.barriers)


def _write_down(
    project: ProjectFolder,
    parts: Iterable[gpd.GeoDataFrame],
    outcome: Outcome,
    said: Mapping,
    ground: Ground,
) -> None:
    before = project.layers("districts", "zones", "buildings")
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
                "moved": _moved_in(done.moved, row["dispute_id"]),
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


def _moved_in(moved: pd.DataFrame, dispute: str) -> dict[str, list]:
    """Building to the side and the zone (null where a run has to say) that it went to."""
    mine = moved[moved["dispute_id"] == dispute]
    rows = zip(mine["building_id"], mine["side"], mine["zone_after"], strict=True)
    return {str(b): [side, None if pd.isna(zone) else str(zone)] for b, side, zone in rows}


def _settlement(row: Mapping, line: shapely.Geometry, said: Mapping) -> dict:
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


def undo_settlement(
    project: ProjectFolder, ids: Sequence[str], *, by: str, document: str | None = None
) -> tuple[str, ...]:
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
    areas = current_areas(project)
    notes = put_back(project, saved, areas)
    return notes or _zones_off(project, areas, {*rows["claim_a"], *rows["claim_b"]})


def _zones_off(
    project: ProjectFolder, areas: gpd.GeoDataFrame, codes: Iterable[str]
) -> tuple[str, ...]:
    """A note where zones, drawn since, do not end on the borders that are in force again."""
    zones = project.layers("zones").get("zones")
    off = []
    for code in sorted(map(str, codes)):
        area = areas.loc[areas["area_code"].astype(str) == code].geometry
        if zones is None or len(area) != 1:
            continue
        mine = zones.geometry[zones["zone_code"].astype(str).str.startswith(code)]
        drawn = shapely.union_all(mine[mine.notna()].to_numpy())
        if not drawn.is_empty and drawn.symmetric_difference(area.iloc[0]).area > _OFF:
            off.append(code)
    if not off:
        return ()
    return (f"zones of {name_some(off)} do not end on the borders in force; run again: zoning run",)
