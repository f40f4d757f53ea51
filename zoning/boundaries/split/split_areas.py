"""Zones of areas: the one function that the rest of the package calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

import geopandas as gpd
import numpy as np
import pandas as pd

from zoning.boundaries.ground.straighten import straighten
from zoning.boundaries.split.draw import draw_zones
from zoning.boundaries.split.overrides import revise, wanted_stacks
from zoning.boundaries.split.pieces import lay_out
from zoning.boundaries.split.previous import draw_from, former_zones, keep_names
from zoning.boundaries.split.request import make_request
from zoning.boundaries.split.result_layers import outlines, publish, zone_of_faces
from zoning.boundaries.split.retry import areas_missed, cut_more
from zoning.boundaries.split.special_zones import add_virtual, split_gone, stack_towers
from zoning.boundaries.split.villages import grow_villages
from zoning.boundaries.split.zone_codes import mark_alone, name_zones
from zoning.model.profile import UNITS, Profile, load_profile

__all__ = ["Zoning", "split_areas"]

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Zoning:
    """What a split gives back; layers as in the schema, in the CRS of the areas.

    Parameters
    ----------
    areas : GeoDataFrame
        The areas as published: within 1e-6 m of those given, with the nodes of their zones.
    districts, zones : GeoDataFrame
    buildings : GeoDataFrame
        As given, with ``zone_code``; null outside every area.
    draw_atoms : callable
        Makes `atoms`, when it is asked for.
    notes : tuple of str
        What the user should know: limits skipped, demands that could not be met.
    uncounted : DataFrame
        Buildings and blocks that lie in no area that is divided, and so in no zone: ``layer``,
        ``id``, ``persons``, ``households``, ``dwellings``.
    """

    areas: gpd.GeoDataFrame
    districts: gpd.GeoDataFrame
    zones: gpd.GeoDataFrame
    buildings: gpd.GeoDataFrame
    draw_atoms: Callable[[], gpd.GeoDataFrame] = field(repr=False)
    notes: tuple[str, ...] = ()
    uncounted: pd.DataFrame = field(default_factory=pd.DataFrame)

    @cached_property
    def atoms(self) -> gpd.GeoDataFrame:
        """The pieces that zones were put together from: ``atom_id``, ``zone_code``, polygons."""
        return self.draw_atoms()

    def _repr_html_(self) -> str:
        """The figures as a small table, for notebooks."""
        rows = {
            "districts": len(self.districts),
            "zones": len(self.zones),
            "buildings": len(self.buildings),
            "within limits": f"{np.mean(self.zones['in_range'].fillna(False)):.1%}"
            if len(self.zones)
            else "",
        }
        cells = "".join(f"<tr><th>{k}</th><td>{v}</td></tr>" for k, v in rows.items())
        return f"<table>{cells}</table>"

    def explore(self, **options):
        """An interactive map of the zones; `options` as in :func:`zoning.html.explore.explore`."""
        from zoning.html.explore import explore  # loads folium

        return explore(self.zones, "persons", **options)


def split_areas(
    areas: gpd.GeoDataFrame,
    *,
    buildings: gpd.GeoDataFrame | None = None,
    barriers: gpd.GeoDataFrame | None = None,
    blocks: gpd.GeoDataFrame | None = None,
    profile: Profile | str = "cn-2020",
    n_zones=None,
    previous: gpd.GeoDataFrame | None = None,
    overrides: gpd.GeoDataFrame | None = None,
    compounds: gpd.GeoDataFrame | None = None,
    recode: Callable | None = None,
    seed: int = 0,
    workers: int = 1,
    progress: Progress | None = None,
) -> Zoning:
    """Zones that cover areas exactly, balanced, compact, bounded by what people see.

    Parameters
    ----------
    areas : GeoDataFrame
        Layer ``areas``: polygons with ``area_code`` and ``level``, a projected CRS in metres.
        The smallest areas are divided; villages are districts.
    buildings : GeoDataFrame, optional
        Layer ``buildings``: polygons or points with ``building_id`` and whole numbers of
        ``persons``, ``households`` or ``dwellings``, same CRS.
    barriers : GeoDataFrame, optional
        Layer ``barriers``: lines with ``kind`` and ``rank``, same CRS.
    blocks : GeoDataFrame, optional
        Polygons with ``persons``, ``households`` or ``dwellings`` that are never cut.
    profile : Profile or str
        The census's rules, or their name.
    n_zones : int or mapping of area code to int, optional
        Number of zones instead of a target.
    previous : GeoDataFrame, optional
        Zones of the last census with ``zone_code``; those that still fit are kept.
    overrides : GeoDataFrame, optional
        Layer ``overrides``: corrections by people.
    compounds : GeoDataFrame, optional
        Polygons that stay whole where they fit.
    recode : callable, optional
        From zones and buildings to the codes that `overrides` name them by, by present code.
    seed : int, default 0
        Start of all random choices.
    workers : int, default 1
        Threads; the result does not depend on them.
    progress : callable, optional
        Told stage, done and total.

    Returns
    -------
    Zoning

    Raises
    ------
    CRSError, GeometryError, LayerError
        A layer cannot be used.
    SplitError
        The demand cannot be met at all.
    """
    tell = progress or (lambda stage, done, total: None)
    buildings, gone = split_gone(buildings)
    request = make_request(
        areas, buildings, barriers, load_profile(profile),
        blocks=blocks, compounds=compounds, n_zones=n_zones,
    )  # fmt: skip
    former = former_zones(previous, request.parents.areas.crs)
    request = replace(request, former=former, workers=workers)
    tell("lines", 0, 4)
    layout, request = grow_villages(lay_out(request), request)
    tell("zones", 1, 4)
    if former is None:
        drawn = draw_zones(layout, request, seed, workers)
        layout, drawn = _look_again(layout, drawn, request, seed, workers)
    else:
        drawn = draw_from(layout, request, former, seed, workers)
    tell("tables", 2, 4)
    polygons, touch = outlines(layout, drawn)
    names = name_zones(polygons, touch, drawn.area, request.parents, request.profile, seed)
    if former is not None:
        names = keep_names(layout, drawn, names, former, request)
    names = mark_alone(names, layout, drawn, request)
    notes, before, stacks = list(request.notes), None, set()
    if overrides is not None and len(overrides):
        codes = names.zone
        if recode is not None:
            base = publish(layout, drawn, names, request)
            renamed = recode(base["zones"], base["buildings"])
            codes = np.array([renamed.get(c, c) for c in names.zone], dtype=object)
        _, before = _straighten(layout, drawn, request, None)
        layout, drawn, names, more = revise(layout, drawn, names, request, overrides, codes)
        notes += more
        stacks = wanted_stacks(layout, drawn, names, request, overrides, codes)
    place, _ = _straighten(layout, drawn, request, before)
    layers = publish(layout, drawn, names, request, place)
    layers = stack_towers(layers, request, stacks)
    layers, more = add_virtual(layers, gone, request)
    notes += more
    tell("done", 4, 4)
    return Zoning(**layers, notes=tuple(notes), uncounted=_uncounted(layout, request))


def _uncounted(layout, request):
    """What carries people and lies in no area."""
    lost = np.flatnonzero(layout.home < 0)
    block = lost >= request.n_buildings
    table = request.loads.iloc[lost]
    columns = {"layer": np.where(block, "blocks", "buildings"), "id": table["building_id"]}
    return pd.DataFrame({**columns, **{u: table[u] for u in UNITS}}).reset_index(drop=True)


def _look_again(layout, drawn, request, seed, workers):
    """Draw areas anew, from smaller pieces, where zones are outside the limits needlessly."""
    redo = areas_missed(layout, drawn, request.demands, request.units)
    if not redo.any():
        return layout, drawn
    here = layout.face >= 0
    area = np.full(len(here), -1)
    area[here] = layout.pieces.area[layout.face[here]]
    wanted = here & redo[area]
    high = np.array([d.high for d in request.demands])[area]
    apart = wanted & (request.loads[request.units[0]].fillna(0).to_numpy() > high)
    cut = np.bincount(layout.face[wanted], minlength=layout.pieces.planar.n_faces) > 1
    cut[layout.face[apart]] = True
    if not cut.any():
        return layout, drawn
    layout, zone = cut_more(layout, drawn, request.loads, cut, apart)
    weights = replace(request.weights, retries=2 * request.weights.retries)
    again = replace(request, weights=weights)
    drawn = draw_zones(layout, again, seed, workers, kept=zone, redo=redo)
    return layout, drawn


def _straighten(layout, drawn, request, before):
    zone = zone_of_faces(layout, drawn)
    return straighten(layout.pieces, zone, request.loads.geometry.to_numpy(), before)
