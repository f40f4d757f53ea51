"""Run the catalogue over layers: :func:`check`."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from zoning.errors import CRSError, LayerError
from zoning.geo.crs import to_crs
from zoning.geo.extent import extent_of, like_degrees
from zoning.io.intake.columns import CANDIDATES, known_names
from zoning.model.profile import Profile, load_profile
from zoning.model.schema import DECISIONS, LAYERS
from zoning.validate.catalogue import chosen
from zoning.validate.core.batch import Batch
from zoning.validate.core.context import Context, FileFacts, prepare_layer
from zoning.validate.core.rule import severity_of
from zoning.validate.coverage.gc_paused import collector_paused
from zoning.validate.facts.measuring_crs import Measure, choose_measure
from zoning.validate.facts.people import count_people, count_together
from zoning.validate.findings import Findings, to_frame
from zoning.validate.waivers import apply_waivers

__all__ = ["check", "check_layers", "make_context"]

Progress = Callable[[str, int, int], None]
#: Layers with geometry of their own; the others are tables.
_SPATIAL = ("zones", "areas", "districts", "buildings", "barriers", "disputes", "allowed_gaps")


def check(
    zones: gpd.GeoDataFrame,
    *,
    within: gpd.GeoDataFrame | None = None,
    buildings: gpd.GeoDataFrame | None = None,
    districts: gpd.GeoDataFrame | None = None,
    barriers: gpd.GeoDataFrame | None = None,
    disputes: gpd.GeoDataFrame | None = None,
    dwellings: pd.DataFrame | None = None,
    official: pd.DataFrame | None = None,
    allowed_gaps: gpd.GeoDataFrame | None = None,
    profile: str | Path | Profile = "cn-2020",
    select: str | Iterable[str] | None = None,
    ignore: str | Iterable[str] | None = None,
    waivers: gpd.GeoDataFrame | None = None,
    progress: Progress | None = None,
) -> Findings:
    """Everything that is wrong with a division into zones.

    Parameters
    ----------
    zones : GeoDataFrame
        Polygons, key ``zone_code``; columns of the schema where known. They need not come from
        this package. Checked in their own CRS where it is projected and metric.
    within : GeoDataFrame, optional
        Polygons that the zones must fill, key ``area_code``. Without it, gaps open to the
        outside are searched between outer edges, and nothing can be outside.
    buildings : GeoDataFrame, optional
        Polygons or points, key ``building_id``; findings are counted in them and their people.
    districts, barriers, disputes, dwellings : GeoDataFrame, optional
        As in the schema; rules that need them are skipped without.
    official : DataFrame, optional
        The official list: columns ``code`` and ``name``.
    allowed_gaps : GeoDataFrame, optional
        Polygons (lakes, military land) where a gap is only ``info``.
    profile : str, path or Profile, default "cn-2020"
        The census's rules.
    select, ignore : str or iterable of str, optional
        Rule ids or their beginnings.
    waivers : GeoDataFrame, optional
        Layer ``waivers``: each holds while its patch stays within 1 cm and until its date.
    progress : callable, optional
        Called with stage, done, total.

    Returns
    -------
    Findings
        Worst first. Bad data never raise: they are findings.

    Raises
    ------
    LayerError
        `zones` is no GeoDataFrame.
    UsageError, ProfileError
        `select` or `ignore` names no rule; the profile is unknown or lowers a severity.

    Notes
    -----
    Columns are also known under the names that offices give them, as ``行政代码``; the notes of
    the findings say which were taken.

    Examples
    --------
    >>> from shapely import box
    >>> zones = gpd.GeoDataFrame(
    ...     {"zone_code": ["7001001001", "7001001002"]},
    ...     geometry=[box(0, 0, 10, 10), box(10, 0, 20, 9)], crs=25832)
    >>> area = gpd.GeoDataFrame({"area_code": ["7001"]}, geometry=[box(0, 0, 20, 10)], crs=25832)
    >>> found = check(zones, within=area, profile="un", select="ZON001,COD")
    >>> found.counts["error"]
    0
    """
    if not isinstance(zones, gpd.GeoDataFrame):
        raise LayerError(f"zones: wanted a GeoDataFrame, got {type(zones).__name__}")
    given = {
        "zones": zones,
        "areas": within,
        "districts": districts,
        "buildings": buildings,
        "barriers": barriers,
        "disputes": disputes,
        "dwellings": dwellings,
        "official": official,
        "allowed_gaps": allowed_gaps,
    }
    layers, said = {}, []
    for name, frame in given.items():
        if frame is None:
            continue
        layers[name], taken = (
            known_names(frame, name, where=name) if name in CANDIDATES else (frame, [])
        )
        said += taken
    found = check_layers(
        layers,
        profile=profile,
        select=select,
        ignore=ignore,
        waivers=waivers,
        progress=progress,
    )
    return replace(found, notes=(*said, *found.notes)) if said else found


@collector_paused()
def check_layers(
    layers: Mapping[str, pd.DataFrame],
    *,
    profile: str | Path | Profile = "cn-2020",
    files: tuple[FileFacts, ...] = (),
    select=None,
    ignore=None,
    waivers: gpd.GeoDataFrame | None = None,
    progress: Progress | None = None,
    today: datetime.date | None = None,
    off: Mapping[str, str] | None = None,
) -> Findings:
    """As :func:`check`, for layers by name and with what reading their files showed.

    `off` holds rules that are not run, with the reason.
    """
    profile = load_profile(profile)
    rules = [(rule, severity_of(rule, profile)) for rule in chosen(select, ignore)]
    context = make_context(layers, profile, files)
    batches: list[Batch] = []
    skipped, ran = {}, []
    for done, (rule, severity) in enumerate(rules):
        if progress:
            progress("check", done, len(rules))
        if off and rule.id in off:
            skipped[rule.id] = off[rule.id]
            continue
        missing = [name for name in rule.needs if not context.has(name)]
        if missing:
            skipped[rule.id] = f"no layer {', '.join(missing)}"
            continue
        ran.append(rule.id)
        batches.append(Batch.of(rule.check(context)).graded(severity))
    if progress:
        progress("check", len(rules), len(rules))
    found = count_people(context, Batch.joined(batches))
    rule_ids = np.repeat(np.array(ran, dtype=object), [len(batch) for batch in batches])
    frame = _told(context, to_frame(found, rule_ids, context.crs))
    if waivers is not None and len(waivers):
        frame = apply_waivers(frame, waivers, today=today)
    return Findings(
        frame=frame,
        profile=profile.name,
        ran=tuple(ran),
        skipped=skipped,
        notes=tuple(context.notes),
        figures=_figures(context),
        layers={name: _told(context, layer) for name, layer in context.layers.items()},
        together=functools.partial(count_together, context),
        files={facts.layer: facts.path for facts in reversed(context.files) if facts.path},
    )


def _told(context: Context, frame: pd.DataFrame) -> pd.DataFrame:
    """A frame in the CRS of the findings, where that is another than they were measured in."""
    if context.told in (None, context.crs) or not isinstance(frame, gpd.GeoDataFrame):
        return frame
    return frame.to_crs(context.told) if frame.crs is not None else frame


def make_context(
    layers: Mapping[str, pd.DataFrame], profile: Profile, files: tuple[FileFacts, ...] = ()
) -> Context:
    """The context of a check: one metric CRS, every column of the schema.

    Facts about coordinates are taken down before anything is converted, so that the CRS rules
    see what was given.
    """
    notes: list[str] = []
    known = {facts.layer for facts in files}
    facts = files + tuple(
        _facts(name, layers[name])
        for name in _SPATIAL
        if name in layers and name not in known and isinstance(layers[name], gpd.GeoDataFrame)
    )
    measure, frames = _one_crs(layers, profile, notes)
    if measure is not None and measure.note:
        notes.append(measure.note)
    specs = {**LAYERS, **DECISIONS}
    prepared = {
        name: prepare_layer(frame, specs[name], notes)
        if name in specs
        else frame.reset_index(drop=True)
        for name, frame in frames.items()
    }
    crs = told = None
    if measure is not None:
        crs, told = measure.crs, measure.told
    return Context(prepared, profile, crs, files=facts, told=told, notes=notes)


def _facts(name: str, frame: gpd.GeoDataFrame) -> FileFacts:
    box = extent_of(frame, name).bounds
    return FileFacts(path="", layer=name, crs=frame.crs, rows=len(frame), bounds=box)


def _one_crs(
    layers: Mapping[str, pd.DataFrame], profile: Profile, notes: list[str]
) -> tuple[Measure | None, dict[str, pd.DataFrame]]:
    """All layers in one metric CRS; where that cannot be, coordinates are taken as metres."""
    spatial = {n: f for n, f in layers.items() if isinstance(f, gpd.GeoDataFrame)}
    spatial = _with_degrees(spatial)
    declared = [f for f in spatial.values() if f.crs is not None and len(f)]
    measure = None
    if declared:
        try:
            measure = choose_measure(declared, chinese=profile.name.startswith("cn-"))
        except CRSError as error:
            notes.append(f"{error}; measured as if coordinates were metres")
    out = dict(layers)
    for name, frame in spatial.items():
        out[name] = _moved(name, frame, measure and measure.crs, declared, notes)
    return measure, out


def _with_degrees(spatial: Mapping[str, gpd.GeoDataFrame]) -> dict[str, gpd.GeoDataFrame]:
    """Where no layer has a CRS and all look like degrees, they are measured as such.

    CRS001 stands all the same; only widths and areas come out in metres.
    """
    bare = all(f.crs is None for f in spatial.values())
    if not bare or not all(like_degrees(f.total_bounds) for f in spatial.values() if len(f)):
        return dict(spatial)
    return {name: frame.set_crs(4326) for name, frame in spatial.items()}


def _moved(name, frame, crs, declared, notes):
    if crs is None:
        return frame.set_crs(None, allow_override=True)
    if frame.crs is None:
        # CRS001 reports it; the check goes on in the system of the first layer that has one.
        frame = frame.set_crs(declared[0].crs)
    try:
        return to_crs(frame, crs, where=name)
    except CRSError as error:
        notes.append(str(error))
        return frame.set_crs(crs, allow_override=True)


def _figures(context: Context) -> dict[str, Any]:
    figures: dict[str, Any] = {"zones": len(context["zones"]) if context.has("zones") else 0}
    if context.has("buildings"):
        buildings = context["buildings"]
        figures["buildings"] = len(buildings)
        for unit in ("households", "persons"):
            if buildings[unit].notna().any():
                figures[unit] = int(buildings[unit].sum())
    return figures
