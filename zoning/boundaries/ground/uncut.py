"""Ground that must not be cut: blocks drawn already, compounds with one gate."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.boundaries.ground.noded_lines import Lines
from zoning.errors import CRSError, GeometryError, LayerError, name_some
from zoning.model.profile import UNITS
from zoning.model.schema import BUILDINGS, conform
from zoning.model.tolerances import tolerance

__all__ = ["Wholes", "find_wholes"]

_BLOCK_EDGE, _WALL = tolerance("seen_block_edge"), tolerance("seen_compound_wall")


@dataclass(frozen=True)
class Wholes:
    """Polygons that stay in one zone.

    Parameters
    ----------
    geometry : array of Polygon
        One row a part.
    strict : array of bool
        Blocks are never cut; compounds are where they hold too many people for one zone.
    table : DataFrame or None
        Blocks with what they hold, where they hold anything.
    """

    geometry: np.ndarray
    strict: np.ndarray
    table: gpd.GeoDataFrame | None

    def lines(self) -> Lines:
        """Their edges: a block's is a street, a compound's a wall."""
        rings = shapely.get_rings(shapely.force_2d(self.geometry))
        count = 1 + shapely.get_num_interior_rings(self.geometry)
        strict = np.repeat(self.strict, count)
        xy, index = shapely.get_coordinates(rings, return_index=True)
        lines = shapely.linestrings(xy, indices=index) if len(rings) else rings
        strength = np.where(strict, _BLOCK_EDGE, _WALL)
        return Lines(lines, strength, np.zeros(len(lines), dtype=bool))

    def add_loads(self, buildings: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """Buildings, and behind them a point for each block where blocks carry the people.

        Buildings then carry nobody, so that no one is counted twice.
        """
        if self.table is None:
            return buildings
        part, block = shapely.get_parts(self.table.geometry.to_numpy(), return_index=True)
        order = np.lexsort((np.arange(len(part)), -shapely.area(part), block))
        largest = part[order[np.unique(block[order], return_index=True)[1]]]
        points = conform(
            gpd.GeoDataFrame(
                {"building_id": self.table["block_id"], **{u: self.table[u] for u in UNITS}},
                geometry=shapely.point_on_surface(largest),
                crs=self.table.crs,
            ),
            BUILDINGS,
        )
        if not len(buildings):
            return points
        empty = buildings.assign(
            **{u: pd.array([0] * len(buildings), dtype="Int64") for u in UNITS}
        )
        return pd.concat([empty, points], ignore_index=True)


def find_wholes(blocks, compounds, crs) -> Wholes:
    """Blocks and compounds checked and put together.

    Raises
    ------
    LayerError
        Blocks without ``block_id``, or repeated.
    CRSError, GeometryError
        A layer in another CRS, or with geometry that cannot be used.
    """
    blocks = _checked(blocks, "blocks", crs)
    compounds = _checked(compounds, "compounds", crs)
    table = None
    if blocks is not None:
        if "block_id" not in blocks or blocks["block_id"].isna().any():
            raise LayerError("layer blocks: every row needs a block_id")
        if blocks["block_id"].duplicated().any():
            twice = blocks["block_id"][blocks["block_id"].duplicated()].unique()
            raise LayerError(f"layer blocks: block_id {name_some(twice)} stands more than once")
        blocks = blocks.sort_values("block_id", kind="stable").reset_index(drop=True)
        held = [u for u in UNITS if u in blocks and blocks[u].notna().any()]
        if held:
            table = blocks.assign(
                **{u: pd.to_numeric(blocks[u]) if u in blocks else pd.NA for u in UNITS}
            )
    parts = [shapely.get_parts(f.geometry.to_numpy()) for f in (blocks, compounds) if f is not None]
    strict = [np.full(len(p), i == 0 and blocks is not None) for i, p in enumerate(parts)]
    if not parts:
        return Wholes(np.empty(0, dtype=object), np.empty(0, dtype=bool), None)
    return Wholes(np.concatenate(parts), np.concatenate(strict), table)


def _checked(frame, name, crs):
    if frame is None or not len(frame):
        return None
    if frame.crs is None or not frame.crs.equals(crs):
        raise CRSError(f"layer {name}: not in the areas' CRS {crs.name}; bring both to one CRS")
    geometry = frame.geometry
    bad = geometry.isna() | geometry.is_empty | ~geometry.is_valid
    bad |= ~geometry.geom_type.isin(["Polygon", "MultiPolygon"])
    if bad.any():
        rows = name_some(np.flatnonzero(bad) + 1)
        raise GeometryError(f"layer {name}: row {rows} has no valid polygon; repair it")
    return frame.reset_index(drop=True)
