"""A synthetic county of the size and shape of a real one, deterministic by seed and scale.

It is drawn, not sampled: towns of crooked blocks, villages, hamlets along winding roads,
borders that follow a road within a few metres or cut across fields, enclaves, rivers with
two banks, dual carriageways, lakes with an inhabited island, land without people.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np

from benchmarks.county.admin import area_frame, make_admin
from benchmarks.county.houses import building_frame
from benchmarks.county.kinds import KINDS, Kind
from benchmarks.county.plan import Warp, make_plan
from benchmarks.county.roads import barrier_frame, make_roads

__all__ = ["KINDS", "County", "Kind", "county", "tengzhou", "yubei"]


@dataclass(frozen=True)
class County:
    """The layers of a county, all in one projected CRS in metres.

    Attributes
    ----------
    areas : GeoDataFrame
        County, townships and villages (= districts); schema ``AREAS``, polygons, 12-digit
        codes as under ``cn-2020``. Each level is an exact coverage; some villages have
        detached parts inside a neighbour.
    barriers : GeoDataFrame
        Schema ``BARRIERS``, lines, not noded.
    buildings : GeoDataFrame
        Schema ``BUILDINGS``, polygons, with floors, dwellings, households and persons.
    """

    areas: gpd.GeoDataFrame
    barriers: gpd.GeoDataFrame
    buildings: gpd.GeoDataFrame

    def level(self, name: str) -> gpd.GeoDataFrame:
        """The areas of one level (county, township, village)."""
        return self.areas[self.areas["level"] == name].reset_index(drop=True)

    def write(self, folder: str | Path) -> dict[str, Path]:
        """Write townships, villages, barriers and buildings as GeoPackages for `zoning init`.

        Returns
        -------
        dict of str to Path
            ``county``, ``townships``, ``villages``, ``barriers``, ``buildings``.
        """
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        layers = {
            "county": self.level("county"),
            "townships": self.level("township"),
            "villages": self.level("village"),
            "barriers": self.barriers,
            "buildings": self.buildings,
        }
        paths = {}
        for name, frame in layers.items():
            paths[name] = folder / f"{name}.gpkg"
            paths[name].unlink(missing_ok=True)
            filled = frame.dropna(axis="columns", how="all")
            filled.to_file(paths[name], layer=name, driver="GPKG")
        return paths


def county(kind: str = "yubei", seed: int = 1001, scale: float = 1.0) -> County:
    """A synthetic county.

    Parameters
    ----------
    kind : {"yubei", "tengzhou"}
        A mountain county at a city's edge, with towers; or a plain of villages.
    seed : int
        Same kind, seed and scale: the same county to the last bit.
    scale : float
        1 is the size of the real one (yubei: 549 districts, 117,000 buildings, 2.66 million
        people, about 14,000 barrier lines); 0.03 is one township.

    Returns
    -------
    County
    """
    figures = KINDS[kind]
    streams = [np.random.default_rng([seed, i]) for i in range(6)]
    plan = make_plan(figures, streams[0], scale)
    warp = Warp(streams[1], figures.origin)
    admin = make_admin(plan, streams[2], scale)
    roads = make_roads(plan, admin, streams[3])
    areas = area_frame(plan, admin, warp, streams[4], roads.rank > 0)
    barriers = barrier_frame(plan, roads, warp, streams[3])
    buildings = building_frame(plan, admin, roads, warp, streams[5], scale, areas, barriers)
    return County(_populate(areas, buildings), barriers, buildings)


def yubei(seed: int = 1001, scale: float = 1.0) -> County:
    """The Yubei-like county: `county` with ``kind="yubei"``."""
    return county("yubei", seed, scale)


def tengzhou(seed: int = 1001, scale: float = 1.0) -> County:
    """The Tengzhou-like county: `county` with ``kind="tengzhou"``."""
    return county("tengzhou", seed, scale)


def _populate(areas: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Population, households and dwellings of each area, from the buildings inside it."""
    areas = areas.copy()
    village = areas[areas["level"] == "village"]
    middle = buildings.geometry.centroid
    point, area = village.sindex.query(middle, predicate="intersects")
    first = np.unique(point, return_index=True)[1]
    point, code = point[first], village["area_code"].to_numpy()[area[first]]
    for column in ("population", "households", "dwellings"):
        source = buildings["persons" if column == "population" else column]
        total = source.iloc[point].groupby(code).sum()
        parents = village.set_index("area_code")["parent_code"]
        total = total.reindex(parents.index, fill_value=0)
        upper = total.groupby(parents).sum()
        whole = areas["area_code"].map({**total.to_dict(), **upper.to_dict()})
        whole[areas["level"] == "county"] = int(total.sum())
        areas[column] = whole.astype("Int64")
    return areas
