"""Settled borders in a project: areas as agreed, what settling works on, and the register.

What people decide is in decisions.gpkg: the line of each settlement, with side A on its left,
and every step in the journal. Areas as agreed, zones and the layer ``disputes`` follow from
that and from the inputs, so they can be made again at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import geopandas as gpd
import pandas as pd
import shapely

from zoning.boundaries.compare.compare import Disputes, compare_areas, compare_borders
from zoning.boundaries.dispute_register import fold, geometry_hash, match_disputes
from zoning.boundaries.settle.settle_borders import settle
from zoning.errors import LayerError, MisfitError, SettlementError, name_some
from zoning.model.schema import DISPUTES, LEVELS, conform
from zoning.model.tolerances import tolerance
from zoning.project.folder import ProjectFolder

__all__ = [
    "Ground",
    "agreed_areas",
    "children_of",
    "compare_project",
    "current_areas",
    "current_register",
    "disputes_layer",
    "effective_settlements",
    "ground_of",
    "lineage",
    "pairs_of",
    "with_or_without_zones",
]

_Made = TypeVar("_Made")
#: Columns of the settled lines that matter here.
_LINE = ("dispute_id", "authority_a", "authority_b", "geometry")
_THROUGH = tolerance("runs_through")
_ALONG = tolerance("on_border_moved")
_NOISE_M, _REACH_M = tolerance("compare_noise"), tolerance("compare_reach")


def agreed_areas(areas: gpd.GeoDataFrame, settlements: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The areas with every settled line in force, on all levels at once.

    Parameters
    ----------
    areas : GeoDataFrame
        Layer ``areas``: polygons (points are passed over) keyed by ``area_code``, with
        ``level`` and ``parent_code``; metric CRS. Not changed.
    settlements : GeoDataFrame
        Layer ``settlements``: lines with side A on their left, ``dispute_id``,
        ``authority_a``, ``authority_b`` (codes of areas).

    Returns
    -------
    GeoDataFrame
        The same rows in the same order. Applied in the order of ``decided_on`` and id; a line
        whose ground is no longer disputed changes nothing.

    Raises
    ------
    LayerError
        A settlement names an area that is not there.
    """
    if len(settlements) == 0:
        return areas
    missing = sorted(set(_LINE[:3]) - set(settlements.columns))
    if missing:
        raise LayerError(f"settlements: no column {', '.join(missing)}")
    order = [c for c in ("decided_on", "dispute_id") if c in settlements.columns]
    lines = settlements.to_crs(areas.crs).sort_values(order, kind="stable", na_position="first")
    made = areas
    for (code_a, code_b), part in lines.groupby(["authority_a", "authority_b"], sort=False):
        made = _with_lines(made, str(code_a), str(code_b), part)
    return made


def _with_lines(
    areas: gpd.GeoDataFrame, code_a: str, code_b: str, lines: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    parents = parents_in(areas)
    made = areas
    # From the authorities upwards, as long as the two are different areas.
    for a, b in zip(lineage(parents, code_a), lineage(parents, code_b), strict=False):
        if a == b:
            break
        made = _between(made, a, b, lines)
    return made


def _between(
    areas: gpd.GeoDataFrame, code_a: str, code_b: str, lines: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    """The areas with all lines between two of them in force; all at once, so that the order
    in which they were settled leaves no trace."""
    sides = [areas[areas["area_code"].astype(str) == c] for c in (code_a, code_b)]
    for code, side in zip((code_a, code_b), sides, strict=True):
        if len(side) == 0:
            raise LayerError(
                f"settlements: {lines['dispute_id'].iloc[0]} names area {code}, which the areas "
                "do not have"
            )
    if any((shapely.get_dimensions(s.geometry.to_numpy()) != 2).any() for s in sides):
        return areas
    a, b = sides
    found = compare_borders(a, b, look_for_shift=False)
    through: dict[str, list] = {}
    for line in lines.geometry:
        for patch in _crossed(found.frame, line):
            through.setdefault(patch, []).extend(shapely.get_parts(line))
    if not through:
        return areas
    done = settle(
        a,
        b,
        found,
        method="agreed",
        ids=list(through),
        line={patch: shapely.multilinestrings(parts) for patch, parts in through.items()},
        children=areas_below(areas, code_a, code_b),
    )
    return replace_rows(areas, [done.a, done.b, *done.children.values()], "area_code")


def _crossed(frame: gpd.GeoDataFrame, line: shapely.Geometry | None) -> list[str]:
    """Ids of the patches through which, or along which, a line runs."""
    if line is None or line.is_empty or len(frame) == 0:
        return []
    ground = shapely.buffer(frame.geometry.to_numpy(), _ALONG, quad_segs=1)
    inside = shapely.length(shapely.intersection(ground, line))
    return frame.loc[inside > _THROUGH, "dispute_id"].tolist()


def areas_below(areas: gpd.GeoDataFrame, code_a: str, code_b: str) -> dict[str, gpd.GeoDataFrame]:
    """Polygons under either area, by level, coarsest first."""
    if "level" not in areas.columns:
        return {}
    parents = parents_in(areas)
    ups = {str(c): set(lineage(parents, str(c))[1:]) for c in areas["area_code"]}
    mine = areas["area_code"].astype(str).map(lambda c: bool(ups[c] & {code_a, code_b}))
    polygon = shapely.get_dimensions(areas.geometry.to_numpy()) == 2
    below = areas[mine & polygon]
    return {
        level: below[below["level"] == level] for level in LEVELS if (below["level"] == level).any()
    }


def parents_in(areas: pd.DataFrame) -> dict[str, str]:
    """Code to parent's code, for parents that are areas too."""
    if "parent_code" not in areas.columns:
        return {}
    known = areas[areas["parent_code"].notna()]
    own = set(areas["area_code"].astype(str))
    pairs = zip(known["area_code"].astype(str), known["parent_code"].astype(str), strict=True)
    return {code: parent for code, parent in pairs if parent in own}


def lineage(parents: Mapping[str, str], code: str) -> list[str]:
    """A code, its parent's, and so on upwards.

    Examples
    --------
    >>> lineage({"a": "b", "b": "c"}, "a")
    ['a', 'b', 'c']
    """
    chain = [code]
    while chain[-1] in parents and parents[chain[-1]] not in chain:
        chain.append(parents[chain[-1]])
    return chain


def replace_rows(
    frame: gpd.GeoDataFrame, parts: Iterable[gpd.GeoDataFrame], key: str
) -> gpd.GeoDataFrame:
    """A frame with the geometry of some rows, found by key, taken from other frames."""
    geometry = frame.geometry.to_numpy().copy()
    at = {str(c): i for i, c in enumerate(frame[key])}
    for part in parts:
        for code, shape in zip(part[key].astype(str), part.geometry, strict=True):
            geometry[at[code]] = shape
    return frame.set_geometry(gpd.GeoSeries(geometry, index=frame.index, crs=frame.crs))


def effective_settlements(project: ProjectFolder) -> gpd.GeoDataFrame:
    """The settlements in force."""
    return project.decisions("settlements")


def current_areas(
    project: ProjectFolder, areas: gpd.GeoDataFrame | None = None
) -> gpd.GeoDataFrame:
    """The areas of a project with every settled line in force."""
    if areas is None:
        areas = project.inputs().layers["areas"]
    return agreed_areas(areas, effective_settlements(project))


def current_register(project: ProjectFolder) -> gpd.GeoDataFrame:
    """The register as the journal leaves it; see `zoning.boundaries.dispute_register.fold`."""
    return fold(project.decisions("events"), project.crs)


def disputes_layer(project: ProjectFolder) -> gpd.GeoDataFrame:
    """The layer ``disputes`` for zoning.gpkg: everything in the register but what is gone.

    Returns
    -------
    GeoDataFrame
        Polygons with the schema's columns, sorted by id.
    """
    register = current_register(project)
    register = register[register["present"].astype(bool) | (register["status"] == "settled")]
    return conform(register, DISPUTES)


def compare_project(
    project: ProjectFolder,
    *,
    by: str,
    level: str | None = None,
    noise_m: float = _NOISE_M,
    reach_m: float = _REACH_M,
    places: gpd.GeoDataFrame | None = None,
) -> Disputes:
    """Compare all neighbouring areas as they were delivered and bring the register up to date.

    New patches get new ids, patches in the place of a known dispute keep its id, and the
    journal says what changed. Nothing is recorded where the borders are displaced as a whole.

    Parameters
    ----------
    by : str
        Who compares, for the journal.
    level : str, optional
        The lowest level with polygons where not said.

    Returns
    -------
    Disputes
        With lasting ids and the states of the register.
    """
    inputs = project.inputs().layers
    areas = inputs["areas"]
    drawn = {n: f for n, f in project.layers("zones", "buildings").items() if len(f)}
    found = compare_areas(
        areas,
        level=level,
        buildings=drawn.get("buildings", inputs.get("buildings")),
        zones=drawn.get("zones"),
        barriers=inputs.get("barriers"),
        places=places if places is not None else _places(areas),
        noise_m=noise_m,
        reach_m=reach_m,
        look_for_shift=True,
    )
    if found.shift is not None:
        return found
    frame, events = match_disputes(
        found.frame, current_register(project), area_hashes(areas), by=by
    )
    if events:
        project.record(events=pd.DataFrame(events))
        register = current_register(project).set_index("dispute_id")
        for column in ("status", "method", "updated"):
            frame[column] = frame["dispute_id"].map(register[column])
    return Disputes(frame, None, found.notes, found.sides, found.claims)


def _places(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame | None:
    """Villages known as points tell people where a dispute is."""
    points = areas[shapely.get_dimensions(areas.geometry.to_numpy()) == 0]
    return points if len(points) else None


def area_hashes(areas: gpd.GeoDataFrame) -> dict[str, str]:
    """Hash of each area's geometry, by code."""
    return {
        str(c): geometry_hash(g)
        for c, g in zip(areas["area_code"], areas.geometry, strict=True)
        if g is not None
    }


def claim_rows(areas: gpd.GeoDataFrame, row: Mapping) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """The areas of both claimants of a dispute.

    Raises
    ------
    SettlementError
        One of them is not in the areas any more.
    """
    sides = []
    for column in ("claim_a", "claim_b"):
        side = areas[areas["area_code"].astype(str) == str(row[column])]
        if len(side) != 1:
            raise SettlementError(
                f"dispute {row['dispute_id']}: area {name_some([row[column]])} is not in the "
                "project's areas any more; compare again (zoning borders compare DIR)"
            )
        sides.append(side)
    return sides[0], sides[1]


@dataclass(frozen=True)
class Ground:
    """Everything that is needed to settle: areas in force, children, buildings, lines."""

    areas: gpd.GeoDataFrame
    children: Mapping[str, gpd.GeoDataFrame]
    buildings: gpd.GeoDataFrame | None
    barriers: gpd.GeoDataFrame | None


def ground_of(project: ProjectFolder) -> Ground:
    inputs = project.inputs().layers
    children = project.layers("districts", "zones", "buildings")
    buildings = children.pop("buildings", None)
    if buildings is None or len(buildings) == 0:
        buildings = inputs.get("buildings")
    return Ground(
        current_areas(project, inputs["areas"]), children, buildings, inputs.get("barriers")
    )


def pairs_of(rows: pd.DataFrame) -> Iterable[gpd.GeoDataFrame]:
    for _, part in rows.reset_index(drop=True).groupby(["claim_a", "claim_b"], sort=True):
        yield part


def children_of(
    ground: Ground, a: gpd.GeoDataFrame, b: gpd.GeoDataFrame
) -> dict[str, gpd.GeoDataFrame]:
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


def with_or_without_zones(
    work: Callable[..., _Made],
    ground: Ground,
    sides: tuple[gpd.GeoDataFrame, gpd.GeoDataFrame],
    part: gpd.GeoDataFrame,
    notes: list[str],
    **options: Any,
) -> _Made:
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
