"""Check a project folder: its derived layers, its decisions, its official list."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pandas as pd

from zoning.project import Project
from zoning.validate.findings import Findings
from zoning.validate.run import check_layers

__all__ = ["LAYERS_CHECKED", "check_project", "project_layers"]

#: Layers of zoning.gpkg that are checked.
LAYERS_CHECKED = ("zones", "areas", "districts", "buildings", "barriers", "disputes", "dwellings")


def project_layers(project: Project) -> dict[str, pd.DataFrame]:
    """The layers of a project that a check looks at, those that are there.

    Raises
    ------
    ProjectError
        The project was never run.
    FileError
        zoning.gpkg cannot be read.
    """
    project.require_run()
    layers = {name: project.read(name) for name in LAYERS_CHECKED if project.has(name)}
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
    project: Project,
    *,
    select=None,
    ignore=None,
    waivers=None,
    allowed_gaps=None,
    progress=None,
    today: datetime.date | None = None,
) -> Findings:
    """Everything that is wrong in a project's folder.

    Parameters
    ----------
    project : Project
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
