"""What a settlement does to people: buildings that move, gains and losses, and problems."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.boundaries.settle.level_trees import Tree
from zoning.boundaries.settle.mesh import Mesh
from zoning.boundaries.settle.plan import Houses
from zoning.errors import name_some
from zoning.model.tolerances import tolerance

__all__ = ["SettlementProblem", "Stock", "buildings_after", "find_problems", "ledger"]

_CUT_INTO = tolerance("cut_into")
_DISC = tolerance("point_building")
_MOVED = ["building_id", "dispute_id", "side", "zone_before", "zone_after", "households", "persons"]


@dataclass(frozen=True)
class SettlementProblem:
    """Something that a settlement does not do cleanly.

    Parameters
    ----------
    kind : str
        ``emptied`` (a child loses all its land), ``parted`` (a child falls into more parts),
        ``building_cut`` (the line runs through a building), ``mended`` (geometry repaired).
    layer : str
    codes : tuple of str
    message : str
        One line with the remedy.
    blocking : bool
        Whether it should stop the settlement from being recorded.
    ground : geometry or None
        Where: land lost, or parts that lie apart.
    """

    kind: str
    layer: str
    codes: tuple[str, ...]
    message: str
    blocking: bool = True
    ground: shapely.Geometry | None = None


class Stock:
    """The buildings along a border, with the side that their people belong to.

    Parameters
    ----------
    buildings : GeoDataFrame or None
        In the metric CRS; ``building_id`` and ``zone_code`` are used where present.
    tree : Tree
    stems : tuple of tuple of str
        Codes of side 0 and of side 1, with which a zone code may begin.
    """

    def __init__(self, buildings: gpd.GeoDataFrame | None, tree: Tree, stems):
        self.frame = buildings
        self.inside = np.empty(0, dtype=object)
        if buildings is None or len(buildings) == 0:
            return
        shapes = buildings.geometry.to_numpy()
        flat = shapely.get_dimensions(shapes) < 2
        shapes = np.where(flat, shapely.buffer(shapes, _DISC, quad_segs=2), shapes)
        self.shapes = np.where(shapely.is_valid(shapes), shapes, shapely.buffer(shapes, 0))
        self.inside = shapely.point_on_surface(buildings.geometry.to_numpy())
        self.tree = shapely.STRtree(self.shapes)
        self.side, self.leaf = _registered(buildings, tree, stems)

    def near(self, shape) -> Houses:
        """The buildings that touch a patch, in the order of their ids."""
        if self.frame is None or len(self.inside) == 0:
            nothing = np.empty(0, dtype=np.int64)
            return Houses(np.empty(0, dtype=object), nothing, nothing)
        rows = np.sort(self.tree.query(shape, predicate="intersects"))
        if "building_id" in self.frame.columns:
            ids = self.frame["building_id"].astype(str).to_numpy()[rows]
            rows = rows[np.argsort(ids, kind="stable")]
        return Houses(self.shapes[rows], self.side[rows], self.leaf[rows])


def _registered(buildings, tree: Tree, stems) -> tuple[np.ndarray, np.ndarray]:
    nothing = np.full(len(buildings), -1, dtype=np.int64)
    if "zone_code" not in buildings.columns:
        return nothing, nothing.copy()
    leaf_of = tree.leaf_named()
    zones = buildings["zone_code"]
    codes = zones.astype(str).where(zones.notna(), "").to_numpy()
    leaf = np.array([leaf_of.get(c, -1) for c in codes], dtype=np.int64)
    side = np.where(leaf >= 0, tree.fabric.side[leaf], -1)
    for s in (0, 1):
        begins = np.array([bool(c) and c.startswith(stems[s]) for c in codes])
        side = np.where((side < 0) & begins, s, side)
    return side, leaf


def buildings_after(stock: Stock, tree: Tree, mesh: Mesh | None, side, holder, chosen, swapped):
    """The buildings with their new zones, and the list of those that are affected."""
    frame = stock.frame
    blank = pd.DataFrame({c: pd.Series([], dtype="str") for c in _MOVED})
    if frame is None or mesh is None or len(frame) == 0:
        return frame, blank
    disputed = np.flatnonzero(mesh.patch >= 0)
    disputed = disputed[mesh.patch[disputed] < len(chosen)]
    building, at = shapely.STRtree(mesh.faces[disputed]).query(stock.inside, predicate="intersects")
    building, first = np.unique(building, return_index=True)
    face = disputed[at[first]]
    zones = frame["zone_code"] if "zone_code" in frame.columns else pd.Series(pd.NA, frame.index)
    zones = zones.astype("object").copy()
    before = zones.iloc[building].to_numpy()
    after = tree.fabric.codes[holder[face].max(axis=1)].astype(object)
    if tree.levels[-1].name != "zones":
        # Only larger areas were settled: those that stay with their side keep their zone, and where
        # the others belong is for the next run to say.
        after = np.where(stock.side[building] == side[face], before, None)
    zones.iloc[building] = after
    names = np.array(["a", "b"], dtype=object)[:: -1 if swapped else 1]
    ids = frame["building_id"] if "building_id" in frame.columns else frame.index.to_series()
    moved = pd.DataFrame(
        {
            "building_id": ids.iloc[building].astype("str").to_numpy(),
            "dispute_id": chosen["dispute_id"].to_numpy()[mesh.patch[face]],
            "side": names[side[face]],
            "zone_before": before,
            "zone_after": after,
        }
    )
    for column in ("households", "persons"):
        known = column in frame.columns
        moved[column] = frame[column].iloc[building].to_numpy() if known else pd.NA
    moved = moved.sort_values(["dispute_id", "building_id"]).reset_index(drop=True)
    return frame.assign(zone_code=zones.astype("str").where(zones.notna())), moved


def ledger(mesh: Mesh | None, side, holder, chosen, lines, moved, tree: Tree, swapped):
    """What each side gets out of each dispute; one row a dispute, in the order of ids."""
    n = len(chosen)
    area = np.zeros((n, 2))
    zones = [""] * n
    if mesh is not None:
        here = (mesh.patch >= 0) & (mesh.patch < n) & (side >= 0)
        np.add.at(area, (mesh.patch[here], side[here]), shapely.area(mesh.faces[here]))
        zones = [_zones_changed(mesh, side, holder, tree, k) for k in range(n)]
    if swapped:
        area = area[:, ::-1]
    gap = chosen["kind"].to_numpy() == "gap"
    book = pd.DataFrame(
        {
            "dispute_id": chosen["dispute_id"].to_numpy(),
            "kind": chosen["kind"].to_numpy(),
            "method": lines["method"].to_numpy(),
            "area_a_m2": area[:, 0],
            "area_b_m2": area[:, 1],
            # Both sides count an overlap as theirs before; nobody counts a gap.
            "gain_a_m2": np.where(gap, area[:, 0], 0.0 - area[:, 1]),
            "gain_b_m2": np.where(gap, area[:, 1], 0.0 - area[:, 0]),
        }
    )
    for s in ("a", "b"):
        mine = moved[moved["side"] == s].groupby("dispute_id")
        book[f"buildings_{s}"] = book["dispute_id"].map(mine.size()).fillna(0).astype("int64")
        for column in ("households", "persons"):
            total = pd.to_numeric(moved[column], errors="coerce").fillna(0)
            total = total[moved["side"] == s].groupby(moved["dispute_id"]).sum()
            book[f"{column}_{s}"] = book["dispute_id"].map(total).fillna(0).astype("int64")
    book["zones"] = zones
    book["length_m"] = shapely.length(lines.geometry.to_numpy())
    book["turns"] = shapely.get_num_coordinates(lines.geometry.to_numpy())
    return book


def _zones_changed(mesh: Mesh, side, holder, tree: Tree, patch: int) -> str:
    """Leaves that gain land in a patch, or lose it."""
    here = np.flatnonzero((mesh.patch == patch) & (side >= 0))
    other = mesh.owner[here, 1 - side[here]]
    gained = holder[here].max(axis=1)[mesh.owner[here, side[here]] < 0]
    leaves = np.concatenate([gained, other])
    return ",".join(sorted(str(c) for c in tree.fabric.codes[np.unique(leaves[leaves >= 0])]))


def find_problems(
    tree: Tree, made, stock: Stock, lines, notes, used
) -> tuple[SettlementProblem, ...]:
    """Everything that a settlement does not do cleanly."""
    found = [SettlementProblem("mended", "areas", (), note, blocking=False) for note in notes]
    for level, new in zip(tree.levels, made, strict=True):
        found += _of_level(level, new, used)
    cut = _cut_buildings(stock, lines)
    if len(cut):
        found.append(
            SettlementProblem(
                "building_cut",
                "buildings",
                tuple(cut),
                f"the line runs through building {name_some(cut)}; it is counted where most of "
                "it lies; draw a line round it (method line) if the sides want it whole",
                blocking=False,
            )
        )
    return tuple(found)


def _of_level(level, new, used) -> list[SettlementProblem]:
    gone = tuple(str(level.codes[i]) for i, s in new.items() if s.is_empty)
    apart = [
        i
        for i, s in new.items()
        if len(shapely.get_parts(s)) > len(shapely.get_parts(level.shapes[i]))
    ]
    parted = tuple(str(level.codes[i]) for i in apart)
    found = []
    if gone:
        found.append(
            SettlementProblem(
                "emptied",
                level.name,
                gone,
                f"{level.name}: {name_some(gone)} would have no land left; merge it into its "
                "neighbour first, or take another method",
                ground=shapely.union_all([level.shapes[i] for i, s in new.items() if s.is_empty]),
            )
        )
    if parted:
        wanted = bool(used) and set(used) <= {"enclave", "agreed"}
        found.append(
            SettlementProblem(
                "parted",
                level.name,
                parted,
                f"{level.name}: {name_some(parted)} would lie in more parts than before; "
                "take another method, or give each enclave a zone of its own in the next run",
                blocking=not wanted,
                ground=shapely.union_all([_minor_parts(new[i]) for i in apart]),
            )
        )
    return found


def _minor_parts(shape):
    parts = shapely.get_parts(shape)
    return shapely.multipolygons(np.delete(parts, np.argmax(shapely.area(parts))))


def _cut_buildings(stock: Stock, lines) -> list[str]:
    frame = stock.frame
    if frame is None or len(stock.inside) == 0 or len(lines) == 0:
        return []
    core = shapely.buffer(stock.shapes, -_CUT_INTO, join_style="mitre")
    row = shapely.STRtree(core).query(lines.geometry.to_numpy(), predicate="intersects")[1]
    point = shapely.get_dimensions(frame.geometry.to_numpy()) < 2
    rows = [r for r in np.unique(row) if not point[r]]
    ids = frame["building_id"] if "building_id" in frame.columns else frame.index.to_series()
    return sorted(ids.iloc[rows].astype(str))
