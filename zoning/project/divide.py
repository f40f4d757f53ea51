"""One division, from raw layers to numbered buildings: the splitter joined with the register.

Zones are drawn from the buildings as delivered. What the field finds afterwards changes
buildings, people and numbers inside the zones that people have walked; the lines move only
when the office says so, by delivering new buildings or by overrides. So a page on paper stays
true, and a deleted zoning.gpkg is rebuilt the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyproj

from zoning.boundaries import Zoning
from zoning.boundaries import split as split_areas
from zoning.buildings import apply_returns, number_buildings, place, spread_people
from zoning.buildings.return_records import in_force
from zoning.errors import GeometryError, LayerError, name_some
from zoning.geo.crs import label, to_crs
from zoning.io.intake.advice import fitting_crs
from zoning.io.intake.columns import CANDIDATES, guess_columns
from zoning.io.intake.inputs import Source, fit, take_layer
from zoning.io.intake.rows import overlaps_of_areas
from zoning.model import schema
from zoning.model.profile import UNITS, Profile, load_profile
from zoning.project.figures import uncounted_texts
from zoning.project.folder import OnProgress

__all__ = ["make_zoning", "refuse_unusable", "split", "with_returns"]


def split(
    areas: gpd.GeoDataFrame,
    *,
    buildings: gpd.GeoDataFrame | None = None,
    barriers: gpd.GeoDataFrame | Sequence[gpd.GeoDataFrame] | None = None,
    blocks: gpd.GeoDataFrame | None = None,
    compounds: gpd.GeoDataFrame | None = None,
    previous: gpd.GeoDataFrame | None = None,
    overrides: pd.DataFrame | None = None,
    profile: str | Profile = "cn-2020",
    n_zones: int | Mapping[str, int] | None = None,
    seed: int = 0,
    workers: int = 1,
    progress: OnProgress | None = None,
) -> Zoning:
    """Divide areas into districts and zones, with numbered buildings.

    Parameters
    ----------
    areas : GeoDataFrame
        Polygons; columns of layer ``areas`` or any that can be guessed (a code at least).
        Without a column ``level`` they are townships.
    buildings : GeoDataFrame, optional
        Polygons or points. Where they carry no persons, the areas' population is spread over
        them.
    barriers : GeoDataFrame or several, optional
        Lines that people can see: streets, rivers, railways.
    blocks : GeoDataFrame, optional
        Polygons that must not be cut, with ``persons`` (or households, dwellings).
    compounds : GeoDataFrame, optional
        Polygons (gated areas) that stay whole where they fit.
    previous : GeoDataFrame, optional
        The last census's zones with ``zone_code``: those that still fit are kept.
    overrides : DataFrame, optional
        Layer ``overrides``: corrections by people, such as a building that goes to another zone.
    profile : str or Profile, default "cn-2020"
        The census's rules.
    n_zones : int or mapping of area code to int, optional
        Number of zones instead of a target.
    seed : int, default 0
        Where chance decides.
    workers : int, default 1
        Threads; the result does not depend on them.
    progress : callable, optional
        Told stage, done and total.

    Returns
    -------
    Zoning
        Districts, zones and buildings in a projected metric CRS: the common one of the
        inputs, else a local one; ``notes`` says which inputs were converted.

    Raises
    ------
    InputError
        Columns, codes, CRS or geometry that cannot be used; areas that overlap.
    SplitError
        A demand that no division can meet.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from shapely import box
    >>> towns = gpd.GeoDataFrame({"code": ["7001"]}, geometry=[box(0, 0, 900, 900)], crs=25832)
    >>> homes = gpd.GeoDataFrame(
    ...     {"persons": [200, 300]}, geometry=[box(10, 10, 20, 20), box(800, 800, 810, 810)],
    ...     crs=25832)
    >>> len(split(towns, buildings=homes, profile="general").zones)
    2
    """
    rules = load_profile(profile)
    frames = _frames(areas, buildings, barriers, blocks)
    frames += [
        (n, f) for n, f in (("compounds", compounds), ("previous", previous)) if f is not None
    ]
    crs = fitting_crs([f for _, f in frames], chinese=rules.name.startswith("cn-"))
    layers: dict[str, gpd.GeoDataFrame] = {}
    notes: list[str] = []
    for name, frame in frames:
        if len(frame) and frame.crs != crs:
            notes.append(f"{name}: converted from {label(frame.crs)} to {label(crs)}")
        taken = to_crs(_taken(name, frame, notes), crs, where=name)
        layers[name] = _joined(layers.get(name), taken)
    refuse_unusable(layers["areas"])
    made = make_zoning(
        layers,
        rules,
        n_zones=n_zones,
        overrides=_placed(overrides, crs),
        seed=seed,
        workers=workers,
        progress=progress,
    )
    return replace(made, notes=(*uncounted_texts(made.uncounted), *notes, *made.notes))


def _placed(overrides: pd.DataFrame | None, crs: pyproj.CRS) -> gpd.GeoDataFrame | None:
    """Overrides as a layer: those that name a building or zone need no point."""
    if overrides is None:
        return None
    if isinstance(overrides, gpd.GeoDataFrame):
        return to_crs(overrides, crs, where="overrides")
    nowhere = gpd.GeoSeries([None] * len(overrides), index=overrides.index, crs=crs)
    return gpd.GeoDataFrame(overrides, geometry=nowhere, crs=crs)


def _frames(
    areas: gpd.GeoDataFrame,
    buildings: gpd.GeoDataFrame | None,
    barriers: gpd.GeoDataFrame | Sequence[gpd.GeoDataFrame] | None,
    blocks: gpd.GeoDataFrame | None,
) -> list[tuple[str, gpd.GeoDataFrame]]:
    several = barriers if isinstance(barriers, (list, tuple)) else [barriers]
    given = [("areas", areas), ("buildings", buildings), ("blocks", blocks)]
    given += [("barriers", frame) for frame in several]
    for name, frame in given:
        if frame is not None and not isinstance(frame, gpd.GeoDataFrame):
            raise LayerError(f"{name}: wanted a GeoDataFrame, got {type(frame).__name__}")
    return [(name, frame) for name, frame in given if frame is not None]


def _taken(name: str, frame: gpd.GeoDataFrame, notes: list[str]) -> gpd.GeoDataFrame:
    if name == "areas" and "level" in frame.columns:
        schema.require(frame, schema.AREAS)
        return schema.conform(frame, schema.AREAS)
    names = [str(c) for c in frame.columns if c != frame.geometry.name]
    try:
        columns = guess_columns(names, name) if name in CANDIDATES else {}
        source = Source(Path(name), columns=columns)
        frame, problems = fit(frame.reset_index(drop=True), name, source)
        if stop := next((p for p in problems if p.blocks), None):
            raise LayerError(f"{name_some(stop.ids)}: {stop.what}")
        notes += [f"{name} {name_some(p.ids)}: {p.what}" for p in problems]
        return take_layer(frame, name, source)
    except LayerError as error:
        raise LayerError(f"{name}: {error}") from None


def _joined(first: gpd.GeoDataFrame | None, more: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    if first is None:
        return more
    both = pd.concat([first, more], ignore_index=True)
    nth = both.groupby("barrier_id").cumcount()
    both["barrier_id"] = both["barrier_id"].where(
        nth == 0, both["barrier_id"] + "-" + (nth + 1).astype("str")
    )
    return both


def refuse_unusable(areas: gpd.GeoDataFrame, *, provisional: bool = False) -> None:
    """Raise where areas are broken or claim the same ground.

    Raises
    ------
    GeometryError
        Invalid or empty geometry, or an overlap of more than digitising noise.
    """
    bad = areas[~(areas.geometry.notna() & ~areas.geometry.is_empty & areas.geometry.is_valid)]
    if len(bad):
        raise GeometryError(
            f"areas: {name_some(bad['area_code'])} has no valid geometry; repair it first "
            "(QGIS: Fix geometries)"
        )
    if provisional:
        return
    pairs = overlaps_of_areas(areas)
    if len(pairs):
        first = pairs.iloc[0]
        more = f" and {len(pairs) - 1} more pairs" if len(pairs) > 1 else ""
        raise GeometryError(
            f"areas: {first['a']} and {first['b']} overlap by {first['area_m2'] / 1e4:.2f} ha"
            f"{more}; settle the border (zoning borders) or run with --provisional"
        )


def make_zoning(layers: Mapping[str, gpd.GeoDataFrame], rules: Profile, **options: Any) -> Zoning:
    """People on buildings, the split, and numbers, for layers that are read and checked.

    Parameters
    ----------
    layers : mapping of str to GeoDataFrame
        ``areas`` and, where given, ``buildings``, ``barriers``, ``blocks``, ``compounds``,
        ``previous``, each in its schema's columns and one metric CRS.
    rules : Profile
        The census's rules.
    **options
        Passed to :func:`zoning.boundaries.split.split_areas`.
    """
    areas, buildings = layers["areas"], layers.get("buildings")
    notes: list[str] = []
    if buildings is not None:
        buildings = spread_people(buildings, areas)
        notes += buildings.attrs.get("notes", [])
        buildings.attrs = {}
    made = split_areas(
        areas,
        buildings=buildings,
        barriers=layers.get("barriers"),
        blocks=layers.get("blocks"),
        compounds=layers.get("compounds"),
        previous=layers.get("previous"),
        profile=rules,
        **options,
    )
    made = replace(made, notes=tuple(notes) + tuple(made.notes))
    if made.buildings is None or not len(made.buildings):
        return made
    numbered = number_buildings(made.buildings, made.zones, barriers=layers.get("barriers"))
    return replace(made, buildings=numbered)


def with_returns(made: Zoning, events: pd.DataFrame, rules: Profile) -> Zoning:
    """A division with the field returns of the journal in force.

    Parameters
    ----------
    made : Zoning
        From the buildings as delivered, codes final.
    events : DataFrame
        The journal.
    rules : Profile
        For ``in_range`` of the zones that changed.

    Returns
    -------
    Zoning
        Same lines. New buildings lie in the zone that they stand in and have no number yet;
        estimates are spread anew, so that areas still add up; counts of zones and districts
        follow.
    """
    if made.buildings is None or not len(in_force(events)):
        return made
    before = made.buildings
    after = apply_returns(before, events)
    new = after["zone_code"].isna() & ~after["building_id"].isin(before["building_id"])
    if new.any():
        drawn = made.zones[made.zones.geometry.notna()]
        after.loc[new, "zone_code"] = place(after[new], drawn, "zone_code").to_numpy()
    after = spread_people(after, made.areas)
    notes = after.attrs.pop("notes", [])
    zones = _recounted(made.zones, "zone_code", before, after)
    zones = _judged(zones, made.zones, made.areas, rules)
    home = zones.set_index("zone_code")["district_code"]
    districts = _recounted(
        made.districts,
        "district_code",
        before.assign(district_code=before["zone_code"].map(home)),
        after.assign(district_code=after["zone_code"].map(home)),
    )
    told = tuple(n for n in notes if n not in made.notes)
    return replace(
        made, buildings=after, zones=zones, districts=districts, notes=(*made.notes, *told)
    )


def _sums(buildings: pd.DataFrame, key: str) -> pd.DataFrame:
    counts = [u for u in UNITS if u in buildings.columns]
    sums = buildings.groupby(key)[counts].sum()
    return sums.assign(n_buildings=buildings.groupby(key).size())


def _recounted(
    frame: gpd.GeoDataFrame, key: str, before: pd.DataFrame, after: pd.DataFrame
) -> gpd.GeoDataFrame:
    """Counts moved by what the buildings gained or lost: stacks and blocks keep theirs."""
    gain = _sums(after, key).sub(_sums(before, key), fill_value=0)
    gain = gain.reindex(frame[key]).fillna(0).astype("int64")
    out = frame.copy()
    for column in gain.columns:
        if column in out.columns:
            old = out[column].astype("Int64")
            more = pd.Series(gain[column].to_numpy(), index=out.index)
            out[column] = (old.fillna(0) + more).where(old.notna() | (more != 0))
    return out


def _judged(
    zones: gpd.GeoDataFrame, old: gpd.GeoDataFrame, areas: gpd.GeoDataFrame, rules: Profile
) -> gpd.GeoDataFrame:
    """``in_range`` of the zones whose counts changed."""
    changed = pd.Series(False, index=zones.index)
    for unit in UNITS:
        changed |= (zones[unit].astype("Int64") != old[unit].astype("Int64")).fillna(False)
    if not changed.any():
        return zones
    known = areas.dropna(subset=["urban"])
    urban = place(zones[changed], known, "area_code").map(known.set_index("area_code")["urban"])
    units = {u for u in UNITS if zones[u].fillna(0).sum() > 0}
    out = zones.copy()
    inside = pd.Series(True, index=urban.index)
    for flag in (True, False, None):
        mine = urban.isna() if flag is None else urban.eq(flag).fillna(False)
        for one in rules.limits_for(flag).known(units)[0].ranges:
            fits = pd.Series(one.holds(zones.loc[changed, one.unit].astype("float64")))
            inside &= ~mine.astype(bool) | fits.astype(bool)
    out.loc[changed, "in_range"] = inside
    return out
