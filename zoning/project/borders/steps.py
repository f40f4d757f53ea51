"""Steps in the register of disputes of a project, short of settling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import geopandas as gpd
import pandas as pd
import shapely

from zoning.boundaries.dispute_register import common_superior, event, require_step
from zoning.boundaries.settle.propose import propose
from zoning.errors import SettlementError, UsageError
from zoning.project.borders.agreed import (
    claim_rows,
    current_register,
    ground_of,
    pairs_of,
    with_or_without_zones,
)
from zoning.project.folder import ProjectFolder

__all__ = [
    "agree",
    "pass_up",
    "propose_for",
    "raise_again",
    "record_proposal",
    "visit",
    "withdraw",
]


def propose_for(
    project: ProjectFolder,
    ids: Iterable[str],
    *,
    line: shapely.Geometry | None = None,
    statutory: shapely.Geometry | None = None,
) -> tuple[gpd.GeoDataFrame, tuple[str, ...]]:
    """What every method would give either side for some disputes; see `propose`.

    Returns
    -------
    GeoDataFrame
        One row a dispute and method.
    tuple of str
        Notes: where zones could not be taken into account.
    """
    ground = ground_of(project)
    rows = require_step(current_register(project), ids, "proposed")
    tables = []
    notes: list[str] = []
    for part in pairs_of(rows):
        a, b = claim_rows(ground.areas, part.iloc[0])
        tables.append(
            with_or_without_zones(
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


def record_proposal(
    project: ProjectFolder, ids: Iterable[str], *, method: str, by: str, document: str | None = None
) -> None:
    """Write down that a method is proposed for some disputes."""
    rows = require_step(current_register(project), ids, "proposed")
    _record(project, rows, "proposed", by, document, {"method": method})


def agree(
    project: ProjectFolder, ids: Iterable[str], *, side: str, by: str, document: str | None = None
) -> None:
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


def visit(
    project: ProjectFolder,
    ids: Iterable[str],
    *,
    on: str,
    present: str,
    seen: str,
    by: str,
    document: str | None = None,
) -> None:
    """Write down a joint visit: the day, who was there and what was seen."""
    rows = require_step(current_register(project), ids, "visited")
    facts = {"on": on, "present": present, "seen": seen}
    _record(project, rows, "visited", by, document, facts)


def pass_up(
    project: ProjectFolder, ids: Iterable[str], *, by: str, document: str | None = None
) -> dict[str, str]:
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


def withdraw(
    project: ProjectFolder,
    ids: Iterable[str],
    *,
    by: str,
    reason: str = "",
    document: str | None = None,
) -> None:
    """Write down that a dispute is no longer maintained."""
    rows = require_step(current_register(project), ids, "withdrawn")
    _record(project, rows, "withdrawn", by, document, {"reason": reason})


def raise_again(
    project: ProjectFolder, ids: Iterable[str], *, by: str, document: str | None = None
) -> None:
    """Open a dispute that was listed as noise or withdrawn."""
    rows = require_step(current_register(project), ids, "raised")
    _record(project, rows, "raised", by, document, {})


def _record(
    project: ProjectFolder,
    rows: gpd.GeoDataFrame,
    action: str,
    by: str,
    document: str | None,
    facts: Mapping,
) -> None:
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
