"""Statuses moved in a project folder: the journal first, then the derived layers."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from zoning.fieldwork.statuses import DONE, KEYS, apply_statuses, can_move, move
from zoning.io.atomic import replacing
from zoning.project.folder import Project
from zoning.project.issued_codes import give_out

__all__ = ["move_in_project"]


def move_in_project(
    project: Project,
    *,
    to: str,
    by: str,
    districts: Sequence[str] | None = None,
    zones: Sequence[str] | None = None,
    everything: bool = False,
    reason: str = "",
) -> list[str]:
    """Move districts or zones to a status; the codes that were moved.

    Parameters
    ----------
    project : Project
        Has been run.
    to : str
        The new status.
    by : str
        Who decided.
    districts, zones : sequence of str, optional
        Codes; one of the two.
    everything : bool, default False
        Every district whose status allows the move, instead of named ones; those that were
        returned are moved by name only.
    reason : str
        Of a return.

    Raises
    ------
    UsageError
        As `move`.
    ProjectError
        The project has not been run.
    """
    project.require_run()
    layers = {name: project.read(name) for name in ("districts", "zones")}
    events = project.decisions("events")
    layers["districts"], layers["zones"], _ = apply_statuses(
        layers["districts"], layers["zones"], events
    )
    layer, codes = ("zones", zones) if zones else ("districts", districts or [])
    if everything:
        status = layers["districts"].set_index("district_code")["status"]
        # What was sent back with a reason is taken up again by name, not in passing.
        codes = [c for c, s in status.items() if can_move(s, to) and s != "returned"]
    rows = move(layer, codes, to, by=by, reason=reason, **layers)
    if not len(rows):
        return []
    project.record(events=rows)
    if to in DONE:
        # What people have confirmed keeps its codes and numbers, as if it were printed.
        of = "district_code" if layer == "districts" else "zone_code"
        mine = layers["zones"][layers["zones"][of].isin(rows["target_id"])]
        give_out(project, mine["zone_code"], by=by, what="confirmed")
    moved = apply_statuses(layers["districts"], layers["zones"], project.decisions("events"))
    _write_statuses(project.zoning_gpkg, dict(zip(("districts", "zones"), moved, strict=False)))
    return list(rows["target_id"])


def _write_statuses(file: Path, layers: Mapping[str, pd.DataFrame]) -> None:
    """The three columns of status, in a copy that then takes the file's place."""
    with replacing(file) as part:
        shutil.copyfile(file, part)
        with contextlib.closing(sqlite3.connect(part)) as db:
            # Triggers of the spatial index name these functions; no geometry changes here.
            for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
                db.create_function(name, 1, lambda _: None)
            for layer, key in KEYS.items():
                columns = ["status", "status_by", "status_at", key]
                rows = layers[layer][columns].astype(object)
                values = rows.where(rows.notna(), None).to_numpy().tolist()
                db.executemany(
                    f'update "{layer}" set status = ?, status_by = ?, status_at = ? '
                    f'where "{key}" = ?',
                    values,
                )
            db.commit()
