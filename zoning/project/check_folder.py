"""Check a project folder: its derived layers, its decisions, its official list."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

import geopandas as gpd
import pandas as pd

from zoning.errors import UsageError
from zoning.project.folder import OnProgress, ProjectFolder
from zoning.validate.check import check_layers
from zoning.validate.findings import Findings

__all__ = ["LAYERS_CHECKED", "check_project", "project_layers", "waive"]

#: Layers of zoning.gpkg that are checked.
LAYERS_CHECKED = (
    "zones", "areas", "districts", "buildings", "barriers", "disputes", "dwellings", "blocks",
    "allowed_gaps",
)  # fmt: skip


def project_layers(project: ProjectFolder) -> dict[str, pd.DataFrame]:
    """The layers of a project that a check looks at, those that are there.

    Raises
    ------
    ProjectError
        The project was never run.
    FileError
        zoning.gpkg cannot be read.
    """
    project.require_run()
    layers = project.layers(*LAYERS_CHECKED)
    missing = [name for name in ("areas", "barriers") if name not in layers]
    if missing:
        inputs = project.inputs()
        given = {name: inputs.get(name) for name in missing}
        layers |= {name: frame for name, frame in given.items() if frame is not None}
    official = project.official_list()
    if official is not None:
        layers["official"] = official
    issued = project.decisions("issued")
    if len(issued):
        layers["issued"] = issued
    return layers


def check_project(
    project: ProjectFolder,
    *,
    select: str | None = None,
    ignore: str | None = None,
    waivers: gpd.GeoDataFrame | None = None,
    allowed_gaps: gpd.GeoDataFrame | None = None,
    progress: OnProgress | None = None,
    today: datetime.date | None = None,
) -> Findings:
    """Everything that is wrong in a project's folder.

    Parameters
    ----------
    project : ProjectFolder
        Opened, and run at least once.
    select, ignore : str, optional
        Rule ids or their beginnings.
    waivers : GeoDataFrame, optional
        Instead of those of decisions.gpkg.
    allowed_gaps : GeoDataFrame, optional
        Polygons where a gap is only ``info``.
    progress : callable, optional
        Called with stage, done, total.
    today : datetime.date, optional
        The day on which waivers must still hold.

    Returns
    -------
    Findings
        In the project's CRS.
    """
    layers = project_layers(project)
    if allowed_gaps is not None:
        layers["allowed_gaps"] = allowed_gaps
    found = check_layers(
        layers,
        profile=project.profile,
        select=select,
        ignore=ignore,
        waivers=project.decisions("waivers") if waivers is None else waivers,
        progress=progress,
        today=today,
    )
    files = {name: project.zoning_gpkg.name for name in layers if project.has(name)}
    return replace(found, files=files)


def waive(
    project: ProjectFolder,
    found: Findings,
    ids: Sequence[str],
    *,
    by: str,
    reason: str,
    until: str | None = None,
) -> pd.DataFrame:
    """Record waivers for findings of a project, with their patches; the rows recorded.

    Parameters
    ----------
    project : ProjectFolder
        Its ``decisions.gpkg`` gets the rows, and an event each.
    found : Findings
        Of :func:`check_project`.
    ids : sequence of str
        ``finding_id`` of each.
    by, reason : str
        Who says so, and why.
    until : str, optional
        Last day, YYYY-MM-DD; without end by default.

    Raises
    ------
    UsageError
        An id is not among the findings, a name or a reason is missing, or the date is none.
    """
    if not by.strip() or not reason.strip():
        raise UsageError("--waive: a waiver needs --by NAME and --reason TEXT")
    if until is not None:
        try:
            last = datetime.date.fromisoformat(until)
        except ValueError:
            raise UsageError(f"--until {until}: wanted a date as 2026-12-31") from None
        if last < (today := datetime.date.today()):
            raise UsageError(
                f"--until {until}: is past (today is {today}); the waiver would not hold"
            )
    unknown = sorted(set(ids) - set(found.frame["finding_id"]))
    if unknown:
        raise UsageError(
            f"--waive {unknown[0]}: no finding has this id; zoning validate names them"
        )
    rows = found.frame[found.frame["finding_id"].isin(ids)][["finding_id", "message", "geometry"]]
    rows = rows.assign(by=by.strip(), reason=reason.strip(), until=until)
    events = pd.DataFrame(
        {"by": by.strip(), "action": "waive", "layer": "findings", "target_id": rows["finding_id"],
         "before": rows["message"], "after": reason.strip()}
    )  # fmt: skip
    waivers = rows.drop(columns="message").reset_index(drop=True)
    project.record(waivers=waivers, events=events.reset_index(drop=True))
    return waivers
