"""Levels of areas on each side of a border, as leaves and what they are part of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from zoning.boundaries.compare.sides import Side, key_of, sound_polygons
from zoning.boundaries.settle.mesh import Fabric
from zoning.errors import LayerError, MisfitError, SettlementError, name_some
from zoning.geo.crs import to_crs
from zoning.geo.edges import owners_of
from zoning.model.tolerances import tolerance

__all__ = ["Level", "Tree", "grow", "read_level"]

_BOTH = tolerance("in_both_sides")
_FIT = tolerance("children_misfit")
_AROUND = tolerance("children_compared")


@dataclass(frozen=True)
class Level:
    """One layer of one level, both sides together.

    Parameters
    ----------
    name : str
        ``areas``, ``districts``, ``zones`` or as the caller named it.
    codes, shapes, side : numpy.ndarray
        One a row that has a polygon; ``side`` is 0 or 1.
    rows : numpy.ndarray of int
        Position of each in the caller's frame.
    """

    name: str
    codes: np.ndarray
    shapes: np.ndarray
    side: np.ndarray
    rows: np.ndarray


@dataclass(frozen=True)
class Tree:
    """The leaves and, for each level, the row that a leaf is part of (-1 for none)."""

    fabric: Fabric
    levels: tuple[Level, ...]
    part_of: tuple[np.ndarray, ...]

    def leaf_named(self) -> Mapping[str, int]:
        """Leaf by code."""
        return {str(c): i for i, c in enumerate(self.fabric.codes)}


def read_level(name: str, frame, sides: tuple[Side, Side], crs, notes: list[str]) -> Level:
    """A level from a frame of both sides' rows, or from a pair of frames.

    Parameters
    ----------
    frame : GeoDataFrame or tuple of GeoDataFrame
        Polygons with a code column; a pair holds side 0's rows and side 1's.

    Raises
    ------
    LayerError, GeometryError
        No code column, repeated codes, geometry that cannot be used.
    SettlementError
        A row whose side cannot be told.
    """
    if isinstance(frame, tuple):
        parts = [read_level(name, f, sides, crs, notes) for f in frame]
        shift = len(frame[0])
        return Level(
            name,
            np.concatenate([p.codes for p in parts]),
            np.concatenate([p.shapes for p in parts]),
            np.repeat([0, 1], [len(p.codes) for p in parts]),
            np.concatenate([parts[0].rows, parts[1].rows + shift]),
        )
    if len(frame) == 0:
        nothing = np.empty(0, dtype=object)
        return Level(name, nothing, nothing, np.empty(0, int), np.empty(0, int))
    key = key_of(frame, where=name)
    shapes = to_crs(frame, crs, where=name).geometry.to_numpy()
    rows = np.flatnonzero(shapely.get_dimensions(shapes) == 2)
    codes = frame[key].astype("str").to_numpy(dtype=object)[rows]
    twice = [c for c, n in zip(*np.unique(codes.astype(str), return_counts=True)) if n > 1]
    if twice:
        raise LayerError(f"{name}: {key} {name_some(twice)} stands more than once; make it unique")
    order = np.argsort(codes.astype(str), kind="stable")
    codes, rows = codes[order], rows[order]
    sound, mended = sound_polygons(shapes[rows], codes, where=name)
    notes += mended
    return Level(name, codes, sound, _side_of(name, codes, sound, sides), rows)


def _side_of(name: str, codes, shapes, sides: tuple[Side, Side]) -> np.ndarray:
    by_code = np.full((len(codes), 2), 0)
    for s, side in enumerate(sides):
        stems = tuple(str(c) for c in side.codes)
        by_code[:, s] = [str(c).startswith(stems) for c in codes]
    by_area = np.column_stack(
        [shapely.area(shapely.intersection(shapes, s.outline)) for s in sides]
    )
    clear = by_code.sum(axis=1) == 1
    side = np.where(clear, np.argmax(by_code, axis=1), np.argmax(by_area, axis=1))
    torn = ~clear & (by_area.min(axis=1) > _BOTH * by_area.max(axis=1)) & (by_area.max(axis=1) > 0)
    if torn.any():
        raise SettlementError(
            f"{name}: {name_some(codes[torn])} lies where both sides claim the ground and its code "
            "names neither; give the two sides' children apart"
        )
    side[~clear & (by_area.max(axis=1) == 0)] = -1
    return side


def grow(levels: list[Level]) -> Tree:
    """The leaves of some levels, coarsest level first, and what each leaf is part of."""
    shapes, sides, codes = [], [], []
    for side in (0, 1, -1):
        present = [lv for lv in levels if (lv.side == side).any()]
        if not present:
            continue
        finest = present[-1]
        rows = np.flatnonzero(finest.side == side)
        shapes.append(finest.shapes[rows])
        codes.append(finest.codes[rows])
        sides.append(np.full(len(rows), side))
    fabric = Fabric(np.concatenate(shapes), np.concatenate(sides), np.concatenate(codes))
    return Tree(fabric, tuple(levels), tuple(_membership(fabric, lv) for lv in levels))


def _membership(fabric: Fabric, level: Level) -> np.ndarray:
    part_of = np.full(len(fabric.shapes), -1, dtype=np.int64)
    own = {str(c): i for i, c in enumerate(level.codes)}
    inside = shapely.point_on_surface(fabric.shapes)
    for side in (0, 1, -1):
        leaves, rows = np.flatnonzero(fabric.side == side), np.flatnonzero(level.side == side)
        if len(leaves) == 0 or len(rows) == 0:
            continue
        leaf, row = owners_of(fabric.shapes[leaves], level.shapes[rows], inside[leaves])
        part_of[leaves[leaf]] = rows[row]
        for i in leaves:
            if str(fabric.codes[i]) in own and level.side[own[str(fabric.codes[i])]] == side:
                part_of[i] = own[str(fabric.codes[i])]
    return part_of


def check_fit(tree: Tree, sides: tuple[Side, Side], patches) -> None:
    """Raise unless the leaves of each side reach its outline next to the patches.

    Raises
    ------
    MisfitError
        Children leave ground uncovered there, or lie outside their own side.
    """
    around = shapely.union_all(shapely.buffer(patches, _AROUND, quad_segs=2))
    for s, side in enumerate(sides):
        mine = np.flatnonzero(tree.fabric.side == s)
        near = mine[shapely.STRtree(tree.fabric.shapes[mine]).query(around, predicate="intersects")]
        children = shapely.intersection(shapely.union_all(tree.fabric.shapes[near]), around)
        own = shapely.intersection(side.outline, around)
        if shapely.equals(children, own):
            continue
        odd = shapely.get_parts(shapely.symmetric_difference(children, own))
        odd = odd[shapely.get_dimensions(odd) == 2]
        thick = shapely.area(odd) > _FIT * shapely.length(odd)
        if thick.any():
            worst = odd[np.argmax(shapely.area(odd))]
            x, y = np.round(shapely.get_coordinates(shapely.point_on_surface(worst))[0], 1)
            raise MisfitError(
                f"{side.name}: its smallest areas ({name_some(tree.fabric.codes[near])}) do not "
                f"end where its own outline does: {worst.area:,.2f} m2 near {x}, {y}; run zoning "
                "validate on them (COV001-COV003) and mend that first"
            )


def updated(frame: gpd.GeoDataFrame, level: Level, shapes: Mapping[int, shapely.Geometry], crs):
    """A frame with new shapes for some rows of its level, rows that were emptied left out."""
    geometry = to_crs(frame, crs).geometry.to_numpy().copy()
    # A loop was taken out of an outline that crossed itself, whether the line reached it or not.
    here = np.flatnonzero((level.rows >= 0) & (level.rows < len(frame)))
    here = here[~shapely.is_valid(geometry[level.rows[here]])]
    geometry[level.rows[here]] = level.shapes[here]
    dropped = []
    for i, shape in shapes.items():
        geometry[level.rows[i]] = shape
        if shape.is_empty:
            dropped.append(level.rows[i])
    made = frame.set_geometry(gpd.GeoSeries(geometry, index=frame.index, crs=crs))
    return made.drop(index=made.index[dropped]) if dropped else made
