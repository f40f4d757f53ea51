"""The register of a project: its sources in their order, each building once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import geopandas as gpd
import pandas as pd

from zoning.buildings.dwellings import count_dwellings, take_dwellings
from zoning.buildings.register import Register, register
from zoning.errors import ProjectError, name_some
from zoning.io.intake.rejected import RejectedRows
from zoning.io.read import read_table
from zoning.model.uses import read_use_table
from zoning.project.folder import ProjectFolder

__all__ = ["SETTINGS", "Delivered", "deliver", "grid_of"]

#: Keys of ``[buildings]`` in zoning.toml.
SETTINGS = ("merge", "uses", "dwellings", "grid")


@dataclass(frozen=True)
class Delivered:
    """What a project's sources of buildings come to.

    Parameters
    ----------
    register : Register
        The buildings and their account; what was set aside when reading is refused.
    notes : tuple of str
        What was merged or refused, for people.
    dwellings : DataFrame or None
        Layer ``dwellings`` where the project names one.
    merges : bool
        Whether copies were looked for: then ids are given out by the register, else they
        are those of the one source.
    """

    register: Register
    notes: tuple[str, ...] = ()
    dwellings: pd.DataFrame | None = None
    merges: bool = False

    @property
    def buildings(self) -> gpd.GeoDataFrame:
        """Layer ``buildings``."""
        return self.register.buildings


def deliver(
    project: ProjectFolder, buildings: gpd.GeoDataFrame, problems: Sequence[RejectedRows] = ()
) -> Delivered:
    """Every building of a project's sources once.

    Copies are merged where the project names several sources, or where ``merge = true``
    stands in ``[buildings]`` of its zoning.toml; the first source named is the best one.

    Parameters
    ----------
    project : ProjectFolder
        ``[buildings]`` may say ``merge``, ``uses`` (a table of further words), ``dwellings``
        (a list of them) and ``grid`` (a raster of people).
    buildings : GeoDataFrame
        Layer ``buildings`` of all sources, as `ProjectFolder.inputs` gives it.
    problems : sequence of RejectedRows
        Rows set aside when reading; they count as refused.

    Raises
    ------
    ProjectError
        ``[buildings]`` says something unknown.
    FileError
        The table of uses cannot be used.
    """
    settings = project.config.get("buildings", {})
    unknown = sorted(set(settings) - set(SETTINGS))
    if unknown:
        raise ProjectError(
            f"{project.path / 'zoning.toml'}: [buildings] {unknown[0]} is not known "
            f"(keys: {', '.join(SETTINGS)})"
        )
    sources = project.sources.get("buildings", ())
    merges = bool(settings.get("merge", len(sources) > 1))
    made = register(
        buildings,
        order=list(dict.fromkeys(s.name or s.path.stem for s in sources)),
        issued=project.decisions("issued"),
        uses=_uses(project, settings),
        merge=merges,
    )
    made = _with_set_aside(made, problems, {s.label: s.name or s.path.stem for s in sources})
    notes = _notes(made)
    if "dwellings" not in settings:
        return Delivered(made, tuple(notes), merges=merges)
    path = _path(project, settings["dwellings"])
    homes = take_dwellings(read_table(path), made.buildings, made.merged, where=path)
    made = replace(made, buildings=count_dwellings(made.buildings, homes.table))
    if len(homes.refused):
        rows = name_some(homes.refused["row"])
        notes.append(f"{path}: row {rows}: its building is not in the register")
    return Delivered(made, tuple(notes), homes.table, merges)


def grid_of(project: ProjectFolder) -> Path | None:
    """The raster of people that a project names, ``None`` where it names none."""
    named = project.config.get("buildings", {}).get("grid")
    return None if named is None else _path(project, named)


def _path(project: ProjectFolder, text: str) -> Path:
    path = Path(text)
    return path if path.is_absolute() else project.path / path


def _uses(project: ProjectFolder, settings: Mapping) -> dict[str, str] | None:
    return read_use_table(_path(project, settings["uses"])) if "uses" in settings else None


def _with_set_aside(
    made: Register, problems: Iterable[RejectedRows], names: Mapping[str, str]
) -> Register:
    rows = [
        (names.get(p.source, p.source), key, p.what)
        for p in problems
        if p.layer == "buildings"
        for key in p.ids
    ]
    if not rows:
        return made
    more = pd.DataFrame(rows, columns=["source", "source_id", "cause"])
    counts = made.counts.copy()
    for source, n in more["source"].value_counts().sort_index().items():
        if source not in counts.index:
            counts.loc[source] = 0
        counts.loc[source, ["delivered", "refused"]] += n
    refused = pd.concat([made.refused, more], ignore_index=True)
    return replace(made, refused=refused, counts=counts)


def _notes(made: Register) -> list[str]:
    notes = []
    n = int(made.counts["merged"].sum())
    if n:
        notes.append(f"buildings: {n:,} copies merged into others; see zoning buildings import")
    for cause, rows in made.refused.groupby("cause", sort=True):
        if "; " not in str(cause):  # those set aside when reading are told by the reader
            notes.append(f"buildings refused, {cause}: {name_some(rows['source_id'])}")
    return notes
