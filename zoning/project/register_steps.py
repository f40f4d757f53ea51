"""What the office does with the register of a project: add sources, take returns in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from zoning.buildings.register import Register
from zoning.buildings.return_records import apply_returns
from zoning.buildings.returns import FieldReturn, compare_return, read_return
from zoning.errors import CRSError, LayerError, ProjectError, UsageError
from zoning.io.atomic import sha256, write_text
from zoning.io.intake.columns import guess_columns, parse_maps
from zoning.io.intake.inputs import Source, take_layer
from zoning.lang.text_tables import text_table
from zoning.project.building_register import deliver
from zoning.project.create import source_lines
from zoning.project.folder import ProjectFolder

__all__ = ["Account", "account", "add_sources", "require_building", "take_return"]


@dataclass(frozen=True)
class Account:
    """What came of the records of every source."""

    register: Register

    def __str__(self) -> str:
        return self.text()

    def text(
        self,
        show: Callable[[pd.DataFrame], str] = text_table,
        say: Callable[[str], str] = str,
    ) -> str:
        """The account in words; `show` renders a table and `say` a line, in any language."""
        made = self.register
        table = made.counts.reset_index()
        total = table.drop(columns="source").sum()
        table.loc[len(table)] = ["total", *total]
        lines = [show(table), "", say(f"buildings in the register: {len(made.buildings):,}")]
        for why, n in made.merged["why"].value_counts().sort_index().items():
            lines.append(say(f"merged, {_WHY.get(str(why), why)}: {n:,}"))
        for cause, n in made.refused["cause"].value_counts().sort_index().items():
            lines.append(say(f"refused, {cause}: {n:,}"))
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return self.register.counts.to_html()

    def to_dict(self) -> dict:
        """The report ``zoning-register/1``."""
        made = self.register
        return {
            "schema": "zoning-register/1",
            "buildings": len(made.buildings),
            "sources": made.counts.reset_index().to_dict("records"),
            "merged": made.merged.to_dict("records"),
            "refused": made.refused.to_dict("records"),
        }


_WHY = {
    "copy": "copies inside one source",
    "part": "parts of a larger outline",
    "covered": "covered by a better source",
    "shifted": "drawn a little aside by another source",
    "point": "points in a building",
}


def account(project: ProjectFolder) -> Account:
    """The register of a project's sources: delivered = taken + merged + refused.

    Raises
    ------
    ProjectError
        The project names no buildings.
    InputError
        A source cannot be read.
    """
    inputs = project.inputs()
    buildings = inputs.get("buildings")
    if buildings is None:
        raise ProjectError(
            f"{project.path}: no buildings; add a file: zoning buildings import {project.path} FILE"
        )
    return Account(deliver(project, buildings, inputs.problems).register)


def add_sources(
    project: ProjectFolder,
    files: Sequence[tuple[str, str | None]],
    *,
    name: str | None = None,
    maps: Sequence[str] = (),
    crs: str | None = None,
    encoding: str | None = None,
) -> ProjectFolder:
    """The project with further sources of buildings named in its zoning.toml.

    Parameters
    ----------
    project : ProjectFolder
        Its sources so far stay the better ones.
    files : sequence of (path, layer)
        What was delivered; the files themselves are never written to.
    name : str, optional
        Name of the source, for one file.
    maps : sequence of str
        ``buildings.COLUMN=NAME``.
    crs : str, optional
        For a file without a coordinate system.
    encoding : str, optional
        Of the text of a file that does not say it, or says it wrong.

    Raises
    ------
    FileError, LayerError, CRSError
        A file that cannot be used.
    UsageError
        One name for several files, or a source of that name is there already.
    """
    if name and len(files) > 1:
        raise UsageError("--name goes with one file")
    given = parse_maps(maps).get("buildings", {})
    taken = {s.name or s.path.stem for s in project.sources.get("buildings", ())}
    lines: list[str] = []
    for path, layer in files:
        source = Source(Path(path).absolute(), layer, crs=crs, encoding=encoding, name=name)
        source_name = name or source.path.stem
        if source_name in taken:
            raise UsageError(f"{path}: a source named {source_name} is there; give --name")
        taken.add(source_name)
        source = replace(source, name=source_name, columns=_columns(source, given))
        lines += source_lines("buildings", source, project.path)
    file = project.path / "zoning.toml"
    text = file.read_text("utf-8").rstrip("\n")
    write_text(file, "\n".join([text, *lines]) + "\n")
    return ProjectFolder.open(project.path)


def _columns(source: Source, given: Mapping[str, str]) -> dict[str, str]:
    frame = source.read()
    if frame.crs is None:
        raise CRSError(f"{source.label}: no coordinate system; say it with --crs EPSG:CODE")
    names = [str(c) for c in frame.columns if c != frame.geometry.name]
    try:
        columns = guess_columns(names, "buildings", given=given)
        take_layer(frame, "buildings", Source(source.path, columns=columns))
    except LayerError as error:
        raise LayerError(f"{source.label}: {error}") from None
    return columns


def take_return(
    project: ProjectFolder,
    file: str | Path,
    layer: str | None = None,
    *,
    by: str,
    document: str | None = None,
) -> FieldReturn:
    """Write a return from the field to the journal.

    Parameters
    ----------
    project : ProjectFolder
        Has been run.
    file, layer : path, str
        GeoPackage, GeoJSON, CSV or Excel.
    by : str
        The team.
    document : str, optional
        Name of the return; by default the file's with a hash of its content, so that the same
        file is not taken twice.

    Raises
    ------
    ProjectError
        Not run yet.
    InputError
        A file that cannot be used, or one that was taken in before.
    UsageError
        No name.
    """
    if not by.strip():
        raise UsageError("--by: say which team")
    project.require_run()
    back = read_return(file, layer, crs=project.crs)
    document = document or f"{Path(file).name} ({sha256(file)[:8]})"
    events = project.decisions("events")
    made = compare_return(_present(project), back, events, document=document, by=by.strip())
    project.record(events=made.events)
    return made


def _present(project: ProjectFolder) -> pd.DataFrame:
    """The register with the journal in force, also with what no run has seen yet."""
    return apply_returns(project.read("buildings"), project.decisions("events"))


def require_building(project: ProjectFolder, building_id: str) -> None:
    """Raise unless the register or its journal knows a building.

    Raises
    ------
    UsageError
        No such building.
    """
    project.require_run()
    events = project.decisions("events")
    known = set(project.read("buildings")["building_id"])
    known |= set(events.loc[events["layer"] == "buildings", "target_id"])
    if building_id not in known:
        raise UsageError(f"building {building_id}: not in the register of {project.path}")
