"""What settling works on in a project: areas in force, their children, buildings, lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from zoning.errors import MisfitError
from zoning.project.borders.agreed import areas_below, current_areas
from zoning.project.folder import Project

__all__ = ["Ground", "children_of", "ground_of", "pairs_of", "with_or_without_zones"]


@dataclass(frozen=True)
class Ground:
    """Everything that is needed to settle: areas in force, children, buildings, lines."""

    areas: gpd.GeoDataFrame
    children: Mapping[str, gpd.GeoDataFrame]
    buildings: gpd.GeoDataFrame | None
    barriers: gpd.GeoDataFrame | None


def ground_of(project: Project) -> Ground:
    inputs = project.inputs().layers
    children = {n: project.read(n) for n in ("districts", "zones") if project.has(n)}
    buildings = project.read("buildings") if project.has("buildings") else None
    if buildings is None or len(buildings) == 0:
        buildings = inputs.get("buildings")
    return Ground(
        current_areas(project, inputs["areas"]), children, buildings, inputs.get("barriers")
    )


def pairs_of(rows: pd.DataFrame) -> Iterable[gpd.GeoDataFrame]:
    for _, part in rows.reset_index(drop=True).groupby(["claim_a", "claim_b"], sort=True):
        yield part


def children_of(ground: Ground, a, b) -> dict[str, gpd.GeoDataFrame]:
    """Levels under two areas: areas, then the districts and zones drawn last."""
    code_a, code_b = str(a["area_code"].iloc[0]), str(b["area_code"].iloc[0])
    made = areas_below(ground.areas, code_a, code_b)
    stems = {code_a, code_b, *(str(c) for part in made.values() for c in part["area_code"])}
    for name, frame in ground.children.items():
        key = "district_code" if name == "districts" else "zone_code"
        mine = frame[key].astype(str).str.startswith(tuple(stems)) & ~frame.geometry.is_empty
        mine &= frame.geometry.notna()
        if mine.any():
            made[name] = frame[mine]
    return made


def with_or_without_zones(work, ground: Ground, sides, part, notes, **options):
    """Work on all levels; without districts and zones where those do not fit the areas."""
    children = children_of(ground, *sides)
    options |= {"buildings": ground.buildings, "barriers": ground.barriers}
    try:
        return work(*sides, part, children=children, **options)
    except MisfitError:
        drawn = {n: f for n, f in children.items() if n not in ("districts", "zones")}
        if len(drawn) == len(children):
            raise
        notes.append(
            f"{sides[0]['area_code'].iloc[0]}, {sides[1]['area_code'].iloc[0]}: their zones do not "
            "end on their present borders; they follow with the next zoning run"
        )
        return work(*sides, part, children=drawn, **options)
