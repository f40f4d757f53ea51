"""The stages in order, and what joins two rooms.

read -> agreed areas -> people on buildings -> split -> codes kept -> numbers -> check -> write.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import geopandas as gpd
import pandas as pd

from zoning.boundaries import Zoning
from zoning.buildings import number_buildings, with_grid
from zoning.buildings.dwellings import in_zones
from zoning.cartography.export.qml import styles_for
from zoning.errors import InputError, UsageError, name_some
from zoning.fieldwork import apply_statuses
from zoning.geo.kernels import slow_note
from zoning.io.atomic import write_json
from zoning.io.intake.inputs import Inputs
from zoning.io.write import write_layers
from zoning.model import schema
from zoning.model.version import __version__
from zoning.project import issued_codes
from zoning.project.adoption import Adoption, overrides_from
from zoning.project.borders.agreed import current_areas, disputes_layer
from zoning.project.building_register import Delivered, deliver, grid_of
from zoning.project.check_folder import LAYERS_CHECKED, check_project
from zoning.project.divide import make_zoning, refuse_unusable, split, with_returns
from zoning.project.figures import run_text, township_figures, uncounted_counts, uncounted_texts
from zoning.project.folder import OnProgress, ProjectFolder
from zoning.validate.check import check_layers
from zoning.validate.findings import Findings

__all__ = ["Project", "RunResult", "adopt", "check_project", "run_project", "split"]


@dataclass(frozen=True)
class RunResult:
    """What a run made.

    Parameters
    ----------
    figures : DataFrame
        One row a township: districts, zones, share in range, buildings, people.
    changes : Changes
        Against the run before.
    findings : Findings
        Of the check at the end.
    notes : tuple of str
        What the user must know: rows set aside, limits skipped, people without a building.
    seconds : mapping of str to float
        Wall time by stage.
    uncounted : DataFrame
        Buildings and blocks that lie in no zone; as in :class:`zoning.boundaries.Zoning`.
    """

    figures: pd.DataFrame
    changes: issued_codes.Changes
    findings: Findings
    notes: tuple[str, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    uncounted: pd.DataFrame = field(default_factory=pd.DataFrame)

    def _repr_html_(self) -> str:
        return self.figures.to_html(index=False)

    def to_dict(self) -> dict[str, Any]:
        """The report ``zoning-run/1``."""
        table = self.figures.astype(object).where(self.figures.notna(), None)
        return {
            "schema": "zoning-run/1",
            "figures": table.to_dict("records"),
            "changes": self.changes.to_dict(),
            "counts": self.findings.counts,
            "notes": [*uncounted_texts(self.uncounted), *self.notes],
            "uncounted": uncounted_counts(self.uncounted),
            "seconds": dict(self.seconds),
        }

    def __str__(self) -> str:
        return self.text()

    def text(self, lang: str = "en") -> str:
        """The run in words, in English (``en``) or Chinese (``zh``)."""
        counts = self.findings.counts
        notes = [*uncounted_texts(self.uncounted, lang=lang), *self.notes]
        return run_text(self.figures, self.changes, counts, notes, self.seconds, lang=lang)


class _Clock:
    """Wall time by stage, and the progress bar."""

    def __init__(self, progress: OnProgress | None) -> None:
        self.seconds: dict[str, float] = {}
        self._progress = progress
        self._started = time.perf_counter()
        self._stage: str | None = None

    def start(self, stage: str, total: int = 1) -> None:
        self.stop()
        self._stage, self._started = stage, time.perf_counter()
        if self._progress:
            self._progress(stage, 0, total)

    def stop(self) -> None:
        if self._stage is not None:
            self.seconds[self._stage] = round(time.perf_counter() - self._started, 3)
            if self._progress:
                self._progress(self._stage, 1, 1)
        self._stage = None


class Project(ProjectFolder):
    """A project folder that can be run and checked."""

    def run(self, **options: Any) -> RunResult:
        """The whole flow; see :func:`run_project`."""
        return run_project(self, **options)

    def check(self, **options: Any) -> Findings:
        """Findings of the project as it stands; see :func:`check_project`."""
        return check_project(self, **options)


def run_project(
    project: ProjectFolder,
    *,
    township: str | None = None,
    provisional: bool = False,
    workers: int = 1,
    progress: OnProgress | None = None,
) -> RunResult:
    """Divide, number, check and write a project.

    Parameters
    ----------
    project : Project
        With its zoning.toml and inputs.
    township : str, optional
        Replace only this township's rows; they are the same as in a run of the whole.
    provisional : bool, default False
        Go on although areas overlap; the ground in dispute goes to the lower code.
    workers : int, default 1
        Threads; the result does not depend on them.
    progress : callable, optional
        Told stage, done and total.

    Raises
    ------
    InputError
        Areas that cannot be used, named.
    """
    clock = _Clock(progress)
    clock.start("read")
    inputs = project.inputs()
    _refuse_township(inputs, township)
    issued = project.decisions("issued")
    before = _before(project)
    clock.start("split")
    delivered, made = _draw(
        project, inputs, provisional=provisional, workers=workers, progress=progress
    )
    layers = inputs.layers
    clock.start("number")
    made = with_returns(made, project.decisions("events"), project.profile)
    derived = _with_codes(project, made, layers.get("barriers"), issued)
    if township is not None:
        derived = _only(derived, project, township)
    if delivered is not None and delivered.dwellings is not None:
        derived["dwellings"] = in_zones(delivered.dwellings, derived["buildings"])
    derived["districts"], derived["zones"], fallen = apply_statuses(
        derived["districts"], derived["zones"], project.decisions("events")
    )
    disputes = disputes_layer(project)
    if len(disputes):
        derived["disputes"] = disputes
    for name in ("blocks", "allowed_gaps"):
        if name in layers:
            derived[name] = schema.conform(layers[name], schema.LAYERS[name])
    clock.start("check")
    fresh = _to_issue(derived, issued, delivered)
    findings = _check(project, derived, pd.concat([issued, fresh], ignore_index=True))
    derived["findings"] = findings.frame
    changes = issued_codes.compare(derived["zones"], derived["buildings"], before, issued)

    clock.start("write")
    project.record(issued=fresh)
    _write(project, derived, findings, changes)
    clock.stop()
    notes = [str(p) for p in inputs.problems] + list(made.notes) + fallen
    notes += delivered.notes if delivered else ()
    notes += [note for note in [slow_note()] if note]
    figures = township_figures(derived)
    return RunResult(figures, changes, findings, tuple(notes), clock.seconds, made.uncounted)


def _draw(
    project: ProjectFolder, inputs: Inputs, *, provisional: bool, **options: Any
) -> tuple[Delivered | None, Zoning]:
    """What the register took in, and the division of the agreed areas with all overrides."""
    _refuse_blocked(inputs)
    layers = dict(inputs.layers)
    layers["areas"] = current_areas(project, layers["areas"])
    refuse_unusable(layers["areas"], provisional=provisional)
    delivered = None
    if "buildings" in layers:
        delivered = deliver(project, layers["buildings"], inputs.problems)
        layers["buildings"] = delivered.buildings
        if (grid := grid_of(project)) is not None:
            layers["areas"], layers["buildings"] = with_grid(
                layers["areas"], layers["buildings"], grid
            )
    issued, rules = project.decisions("issued"), project.profile.codes

    def recode(zones: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame | None) -> dict[str, str]:
        return issued_codes.keep_codes(zones, buildings, issued, rules)

    made = make_zoning(
        layers,
        project.profile,
        seed=project.seed,
        overrides=project.decisions("overrides"),
        recode=recode,
        **options,
    )
    return delivered, _renamed(made, recode(made.zones, made.buildings))


def _renamed(made: Zoning, codes: Mapping[str, str]) -> Zoning:
    """The division with the codes that its zones had before."""
    if not codes:
        return made

    def recoded(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        return frame.assign(zone_code=frame["zone_code"].replace(codes))

    return replace(
        made,
        zones=recoded(made.zones),
        buildings=recoded(made.buildings),
        draw_atoms=lambda: recoded(made.atoms),
    )


def _refuse_township(inputs: Inputs, township: str | None) -> None:
    areas = inputs.layers["areas"]
    if township is None or township in set(areas["area_code"]):
        return
    known = name_some(areas.loc[areas["level"] == "township", "area_code"], 8)
    raise UsageError(f"--township {township}: no such area; townships are: {known}")


def adopt(
    project: ProjectFolder,
    path: str | os.PathLike,
    *,
    layer: str | None = None,
    by: str = "",
    reason: str = "edited by hand",
    dry_run: bool = False,
) -> Adoption:
    """Take in zones edited by hand: overrides are recorded, applied by the next run.

    Parameters
    ----------
    project : Project
        Has been run.
    path, layer : path, str
        Polygons with ``zone_code``.
    by, reason : str
        For the record.
    dry_run : bool, default False
        Record nothing.
    """
    project.require_run()
    _, made = _draw(project, project.inputs(), provisional=True)
    done = overrides_from(
        project,
        path,
        made.atoms,
        buildings=made.buildings,
        zones=made.zones,
        layer=layer,
        by=by,
        reason=reason,
    )
    if len(done.overrides) and not dry_run:
        event = {"by": [by], "action": ["adopt"], "layer": ["overrides"], "document": [str(path)]}
        project.record(overrides=done.overrides, events=pd.DataFrame(event))
    return done


def _refuse_blocked(inputs: Inputs) -> None:
    stops = [p for p in inputs.problems if p.blocks]
    if stops:
        more = f" (and {len(stops) - 1} more problems)" if len(stops) > 1 else ""
        raise InputError(f"{stops[0]}{more}")


def _before(project: ProjectFolder) -> tuple[gpd.GeoDataFrame, pd.DataFrame] | None:
    if not project.has("zones"):
        return None
    return project.read("zones"), project.read("buildings")


def _with_codes(
    project: ProjectFolder, made: Zoning, barriers: gpd.GeoDataFrame | None, issued: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """All derived layers, with the codes and numbers that were given out before."""
    zones, buildings = made.zones.copy(), made.buildings
    buildings = schema.empty(schema.BUILDINGS, project.crs) if buildings is None else buildings
    printed = issued_codes.printed_numbers(issued)
    unnumbered = buildings["zone_code"].notna() & buildings["number"].isna()
    if len(printed) or unnumbered.any():
        buildings = number_buildings(buildings, zones, barriers=barriers, issued=printed)
    buildings["status"] = buildings["status"].fillna("standing")
    derived = {
        "areas": schema.conform(made.areas, schema.AREAS),
        "districts": schema.conform(made.districts, schema.DISTRICTS),
        "zones": schema.conform(zones, schema.ZONES),
        "buildings": schema.conform(buildings, schema.BUILDINGS, extra=True),
    }
    if barriers is not None:
        derived["barriers"] = schema.conform(barriers, schema.BARRIERS)
    return derived


def _only(derived: dict, project: ProjectFolder, township: str) -> dict[str, pd.DataFrame]:
    """The derived layers with only one township's rows new, the others as they were."""
    if not project.has("zones"):
        raise UsageError(f"--township {township}: run the whole project once first")
    districts = derived["districts"]
    mine = set(districts.loc[districts["township_code"] == township, "district_code"])
    out = dict(derived)
    old_districts = project.read("districts")
    gone = set(old_districts.loc[old_districts["township_code"] == township, "district_code"])
    for name, key in (("districts", "district_code"), ("zones", "district_code")):
        new = derived[name][derived[name][key].isin(mine)]
        kept = project.read(name)
        kept = kept[~kept[key].isin(gone | mine)]
        out[name] = schema.conform(pd.concat([kept, new]), schema.LAYERS[name])
    digits = project.profile.codes.zone_digits
    new, old = derived["buildings"], project.read("buildings")
    new = new[new["zone_code"].str[:-digits].isin(mine)]
    old = old[~old["building_id"].isin(set(new["building_id"]))]
    old = old[~old["zone_code"].str[:-digits].isin(gone | mine)]
    out["buildings"] = schema.conform(pd.concat([old, new]), schema.BUILDINGS, extra=True)
    return out


def _check(
    project: ProjectFolder, layers: Mapping[str, pd.DataFrame], issued: pd.DataFrame
) -> Findings:
    """Findings of what is about to be written; the same as ``validate`` gives afterwards."""
    known = {n: layers[n] for n in LAYERS_CHECKED if n in layers and len(layers[n])}
    known["issued"] = issued
    official = project.official_list()
    if official is not None:
        known["official"] = official
    waivers = project.decisions("waivers")
    return check_layers(known, profile=project.profile, waivers=waivers)


def _to_issue(derived: Mapping, issued: pd.DataFrame, delivered: Delivered | None) -> pd.DataFrame:
    """Codes, numbers and ids that this run gives out for the first time."""
    rows = issued_codes.rows_to_issue(derived["zones"], derived["buildings"], issued)
    if delivered is not None and delivered.merges:
        ids = issued_codes.numbered(delivered.register.issued, len(issued) + len(rows))
        rows = pd.concat([rows, ids], ignore_index=True)
    return rows


def _write(
    project: ProjectFolder, derived: Mapping, findings: Findings, changes: issued_codes.Changes
) -> None:
    made_with = {
        "ZONING_VERSION": __version__,
        "PROFILE": project.profile.name,
        "SEED": str(project.seed),
        "ATTRIBUTION": project.attribution,
    }
    write_layers(
        project.zoning_gpkg,
        derived,
        styles=styles_for(derived, profile=project.profile, lang=project.lang),
        tags={"zones": made_with, "districts": made_with},
    )
    write_json(project.reports / "findings.json", findings.to_dict())
    write_json(project.reports / "changes.json", changes.to_dict())
