"""A county without a fault, as arrays: crooked cells in townships, one building each.

Neighbours share every vertex, townships are exact unions, codes and numbers are right. The
seeded defects are put into it, each in a site of its own: four cells apart, so that no two
touch.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import geopandas as gpd
import numpy as np
import shapely

__all__ = ["BLOCK", "CELL", "CRS", "Scene", "cells", "coverage"]

#: Cells along a township's side, metres along a cell's side, vertices between two corners.
BLOCK, CELL, BETWEEN = 8, 100.0, 2
_ORIGIN = np.array([437_500.0, 3_284_000.0])
CRS = "EPSG:4545"


def cells(rows: int, columns: int, rng: np.random.Generator) -> np.ndarray:
    """Rings of a crooked grid, shape (rows, columns, vertices, 2), counter-clockwise, closed.

    Vertex 0 is the lower left corner; the next ``BETWEEN`` lie on the south side, and so on
    round. Neighbours have the same coordinates.
    """
    corner = np.stack(np.meshgrid(np.arange(columns + 1.0), np.arange(rows + 1.0)), axis=-1)
    corner = _ORIGIN + CELL * (corner + rng.uniform(-0.15, 0.15, corner.shape))
    share = np.linspace(0, 1, BETWEEN + 2)[1:-1, None]

    def side(a, b):
        way = a[..., None, :] + share * (b - a)[..., None, :]
        return way + CELL * rng.uniform(-0.03, 0.03, way.shape)

    south = side(corner[:, :-1], corner[:, 1:])
    west = side(corner[:-1], corner[1:])
    ll, lr, ur, ul = corner[:-1, :-1], corner[:-1, 1:], corner[1:, 1:], corner[1:, :-1]
    parts = [
        ll[..., None, :],
        south[:-1],
        lr[..., None, :],
        west[:, 1:],
        ur[..., None, :],
        south[1:, :, ::-1],
        ul[..., None, :],
        west[:, :-1, ::-1],
        ll[..., None, :],
    ]
    return np.concatenate(parts, axis=2)


def coverage(rows: int, columns: int, seed: int = 0) -> np.ndarray:
    """Polygons of a crooked grid, row by row."""
    rings = cells(rows, columns, np.random.default_rng(seed))
    count = rings.shape[2]
    offsets = np.arange(rows * columns + 1)
    return shapely.from_ragged_array(
        shapely.GeometryType.POLYGON, rings.reshape(-1, 2), (offsets * count, offsets)
    )


@dataclass
class Scene:
    """Layers that can still be changed.

    Parameters
    ----------
    rings : array
        As from :func:`cells`: the clean coordinates.
    zones : dict
        Rows by (row, column), or any other name for zones added: code, geometry.
    buildings : dict
        Rows by the same names: id, code, number, geometry.
    parents : dict of str to Polygon
        Townships by code.
    """

    rings: np.ndarray
    zones: dict = field(default_factory=dict)
    buildings: dict = field(default_factory=dict)
    parents: dict = field(default_factory=dict)

    @classmethod
    def clean(cls, side: int, rng: np.random.Generator) -> Scene:
        """A square county of `side` by `side` cells."""
        scene = cls(cells(side, side, rng))
        shapes = shapely.polygons(scene.rings.reshape(side * side, -1, 2)).reshape(side, side)
        for r in range(side):
            for c in range(side):
                scene.zones[r, c] = {"zone_code": code(r, c), "geometry": shapes[r, c]}
                middle = shapes[r, c].centroid
                scene.buildings[r, c] = {
                    "building_id": f"B{r:03d}{c:03d}",
                    "zone_code": code(r, c),
                    "number": 1,
                    "persons": 250,
                    "geometry": shapely.box(middle.x - 6, middle.y - 4, middle.x + 6, middle.y + 4),
                }
        for r in range(0, side, BLOCK):
            for c in range(0, side, BLOCK):
                block = shapes[r : r + BLOCK, c : c + BLOCK].ravel()
                whole = shapely.coverage_union_all(block)
                scene.parents[parent(r, c)] = shapely.orient_polygons(whole)
        return scene

    @property
    def side(self) -> int:
        """Cells along a side."""
        return self.rings.shape[0]

    def sites(self) -> list[tuple[int, int]]:
        """Cells that a defect may sit in; the east side may be a township's border."""
        return [(r, c) for r in range(3, self.side - 1, 4) for c in range(3, self.side, 4)]

    def frames(self) -> dict[str, gpd.GeoDataFrame]:
        """The layers: zones, areas, buildings."""
        zones = gpd.GeoDataFrame(list(self.zones.values()), geometry="geometry", crs=CRS)
        buildings = gpd.GeoDataFrame(list(self.buildings.values()), geometry="geometry", crs=CRS)
        areas = gpd.GeoDataFrame(
            {"area_code": list(self.parents), "level": "township"},
            geometry=list(self.parents.values()),
            crs=CRS,
        )
        return {"zones": zones, "areas": areas, "buildings": buildings}


def parent(r: int, c: int) -> str:
    """Code of the township of a cell."""
    return f"70{r // BLOCK:02d}{c // BLOCK:02d}"


def code(r: int, c: int) -> str:
    """Code of the zone of a cell: its township's one district, and its number there."""
    return f"{parent(r, c)}001{(r % BLOCK) * BLOCK + c % BLOCK + 1:03d}"
