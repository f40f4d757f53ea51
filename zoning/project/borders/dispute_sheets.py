"""Sheets and the map of a project's disputes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.boundaries.dispute_register import require_known
from zoning.cartography.disputes.dispute_map import dispute_map
from zoning.cartography.disputes.sheet import SheetData, dispute_sheets
from zoning.errors import UsageError
from zoning.geo.crs import label
from zoning.html.offline import save_page
from zoning.model.tolerances import tolerance
from zoning.project.borders.agreed import claim_rows, current_register
from zoning.project.borders.steps import propose_for
from zoning.project.folder import ProjectFolder

__all__ = ["sheet_data", "write_map", "write_sheets"]

_ONE_PLACE = tolerance("one_place")

_LIVE = ("open", "proposed", "agreed_a", "agreed_b")


def write_sheets(
    project: ProjectFolder,
    path: str | os.PathLike,
    *,
    ids: Iterable[str] | None = None,
    lang: str | None = None,
    statutory: shapely.Geometry | None = None,
    proposals: bool = True,
) -> int:
    """Write the sheets of disputes to one PDF; all that are open or settled where not said.

    Returns
    -------
    int
        Number of pages.

    Raises
    ------
    SettlementError, UsageError, FileError
        An id that is not known, no dispute at all, no Chinese font.
    """
    lang = lang or project.lang
    sheets = sheet_data(project, ids=ids, lang=lang, statutory=statutory, proposals=proposals)
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    return dispute_sheets(sheets, path, lang=lang)


def sheet_data(
    project: ProjectFolder,
    *,
    ids: Iterable[str] | None = None,
    lang: str = "en",
    statutory: shapely.Geometry | None = None,
    proposals: bool = True,
) -> list[SheetData]:
    """What stands on the sheets of some disputes; see `SheetData`."""
    register = current_register(project)
    if ids:
        register = require_known(register, ids)
    else:
        register = register[register["status"].isin([*_LIVE, "settled"])]
    register = register.reset_index(drop=True)
    if len(register) == 0:
        raise UsageError(
            f"{project.path}: no dispute to print; compare first: zoning borders compare "
            f"{project.path}"
        )
    around = _surroundings(project, lang)
    offered = _offered(project, register, statutory) if proposals else None
    return [
        _one(project, row, around, offered, statutory)
        for row in register.sort_values("dispute_id").to_dict("records")
    ]


def _surroundings(project: ProjectFolder, lang: str) -> dict:
    inputs = project.inputs().layers
    drawn = project.layers("buildings", "zones")
    buildings = drawn.get("buildings")
    if buildings is None or len(buildings) == 0:
        buildings = inputs.get("buildings")
    settlements = project.decisions("settlements").set_index("dispute_id", drop=False)
    return {
        "areas": inputs["areas"],
        "barriers": inputs.get("barriers"),
        "buildings": buildings,
        "zones": drawn.get("zones"),
        "settlements": settlements,
        "journal": project.decisions("events"),
        "notice": _notice(project, lang),
    }


def _notice(project: ProjectFolder, lang: str) -> str:
    """The text that the census's rules put on every map, in the sheet's language if they can."""
    notice = dict(project.profile.notice)
    return str(notice.get(lang) or next(iter(notice.values()), ""))


def _offered(
    project: ProjectFolder, register: gpd.GeoDataFrame, statutory: shapely.Geometry | None
) -> pd.DataFrame | None:
    live = register.loc[register["status"].isin(_LIVE), "dispute_id"].tolist()
    if not live:
        return None
    return propose_for(project, live, statutory=statutory)[0]


def _one(
    project: ProjectFolder,
    row: Mapping,
    around: Mapping,
    offered: gpd.GeoDataFrame | None,
    statutory: shapely.Geometry | None,
) -> SheetData:
    a, b = claim_rows(around["areas"], row)
    mine = offered[offered["dispute_id"] == row["dispute_id"]] if offered is not None else None
    settlement, line, method = None, None, None
    if row["dispute_id"] in around["settlements"].index:
        settlement = around["settlements"].loc[row["dispute_id"]].to_dict()
        line, method = settlement.pop("geometry"), settlement["method"]
    elif mine is not None and len(mine):
        method = row["method"] if isinstance(row["method"], str) else _first(mine)
        chosen = mine[(mine["method"] == method) & mine["available"]]
        line = chosen.geometry.iloc[0] if len(chosen) else None
        method = method if len(chosen) else None
    zones = around["zones"]
    touched = ""
    if zones is not None and len(zones):
        near = zones[shapely.dwithin(zones.geometry.to_numpy(), row["geometry"], _ONE_PLACE)]
        touched = ", ".join(sorted(near["zone_code"].astype(str)))
    return SheetData(
        dispute=row,
        patch=row["geometry"],
        sides=(a.geometry.iloc[0], b.geometry.iloc[0]),
        names=(_name(a.iloc[0]), _name(b.iloc[0])),
        line=line,
        method=method,
        proposals=mine,
        settlement=settlement,
        visits=json.loads(row["visits"]) if isinstance(row["visits"], str) else [],
        moved=_inside(around, row),
        buildings=around["buildings"],
        barriers=around["barriers"],
        zones=zones,
        statutory=statutory,
        title=project.name,
        crs=label(project.crs),
        notice=around["notice"],
        extra={"zones": touched},
    )


def _first(proposals: pd.DataFrame) -> str:
    """A statutory line before all; else the midline, so that there is a line to talk about."""
    bound = proposals[proposals["binding"] & proposals["available"]]
    return "statutory" if len(bound) else "midline"


def _name(area: pd.Series) -> str:
    code, name = str(area["area_code"]), area.get("name")
    return f"{code} {name}" if isinstance(name, str) and name and name != code else code


def _inside(around: Mapping, row: Mapping) -> pd.DataFrame | None:
    """Buildings inside a dispute, with where they went if it is settled."""
    buildings: gpd.GeoDataFrame | None = around["buildings"]
    if buildings is None or len(buildings) == 0:
        return None
    points = shapely.point_on_surface(buildings.geometry.to_numpy())
    mine = buildings[shapely.intersects(points, row["geometry"])]
    moved = pd.DataFrame(
        {
            "building_id": mine["building_id"].to_numpy(),
            "number": mine["number"].to_numpy() if "number" in mine else None,
            "persons": mine["persons"].to_numpy() if "persons" in mine else None,
            "zone_before": mine["zone_code"].to_numpy() if "zone_code" in mine else None,
        }
    )
    if row["status"] == "settled" and len(moved):
        went = _went(around["journal"], row)
        moved["side"] = moved["building_id"].map(lambda b: went.get(str(b), (None, None))[0])
        after = moved["building_id"].map(lambda b: went.get(str(b), (None, None))[1])
        # Without zones a building goes to the area itself, which is said by its name.
        moved["zone_after"] = after.where(~after.isin([str(row["claim_a"]), str(row["claim_b"])]))
        moved["zone_before"] = moved["building_id"].map(_zones_before(around["journal"], row))
    return moved.sort_values("building_id").reset_index(drop=True)


def _went(journal: pd.DataFrame, row: Mapping) -> dict[str, list]:
    """Side and zone that buildings went to when a dispute was settled last."""
    mine = journal[(journal["action"] == "settled") & (journal["target_id"] == row["dispute_id"])]
    if len(mine) == 0:
        return {}
    return json.loads(mine.sort_values("event_id")["after"].iloc[-1]).get("moved", {})


def _zones_before(journal: pd.DataFrame, row: Mapping) -> dict:
    """Zones that buildings had before a dispute was settled last, by the journal."""
    steps = journal[(journal["action"] == "settled") & journal["before"].notna()]
    steps = steps.sort_values("event_id")
    # What was there is written down with the first of the disputes settled together; what was
    # settled later does not matter here.
    until = np.flatnonzero(steps["target_id"] == row["dispute_id"]).max(initial=-1)
    zones: dict = {}
    for text in steps["before"].iloc[: until + 1]:
        zones |= json.loads(text).get("rows", {}).get("buildings", {})
    return zones


def write_map(
    project: ProjectFolder,
    path: str | os.PathLike,
    *,
    ids: Iterable[str] | None = None,
    lang: str | None = None,
) -> Path:
    """Write the offline HTML map of a project's disputes.

    Raises
    ------
    SettlementError
        An id that is not known.
    """
    register = current_register(project)
    if ids:
        register = require_known(register, ids).reset_index(drop=True)
    areas = project.inputs().layers["areas"]
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    page = dispute_map(
        register,
        areas=areas,
        lines=project.decisions("settlements"),
        barriers=project.inputs().layers.get("barriers"),
        title=project.name,
        lang=lang or project.lang,
        notice=_notice(project, lang or project.lang),
        attribution=project.attribution,
    )
    return save_page(page, path)
