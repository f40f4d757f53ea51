"""Random borders that two offices digitised apart, with districts, zones and buildings."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from zoning.geo.gcj02 import wgs_to_gcj

CRS = "EPSG:4545"
ORIGIN = np.array([500_000.0, 3_290_000.0])
#: Standard deviation of the digitising error in metres.
NOISE = (0.02, 0.2, 1.0, 5.0, 15.0)


@dataclass(frozen=True)
class Case:
    """Two counties, their districts and zones, buildings and roads near the border."""

    a: gpd.GeoDataFrame
    b: gpd.GeoDataFrame
    districts: gpd.GeoDataFrame
    zones: gpd.GeoDataFrame
    buildings: gpd.GeoDataFrame
    roads: gpd.GeoDataFrame

    @property
    def children(self) -> dict[str, gpd.GeoDataFrame]:
        """Levels below the counties."""
        return {"districts": self.districts, "zones": self.zones}


def make_case(seed: int, *, length: float = 1500.0, invalid: bool = False) -> Case:
    """One random border with the noise level that the seed chooses in turn.

    Parameters
    ----------
    seed : int
        Also picks the noise level.
    length : float
        Length of the border in metres.
    invalid : bool
        Let side A's outline cross itself in a small loop.
    """
    rng = np.random.default_rng(seed)
    noise = NOISE[seed % len(NOISE)]
    true = _true_line(rng, length)
    lines = [_digitised(rng, true, noise) for _ in range(2)]
    tables = [_zones_of(rng, line, length, side) for side, line in enumerate(lines)]
    zones = gpd.pd.concat(tables, ignore_index=True)
    zones = gpd.GeoDataFrame(zones, geometry="geometry", crs=CRS)
    districts = _dissolved(zones, "district_code", "district_code")
    a = _dissolved(zones[zones["area_code"] == "500112"], "area_code", "area_code")
    b = _dissolved(zones[zones["area_code"] == "500105"], "area_code", "area_code")
    if invalid:
        a, districts, zones = _with_loop(rng, lines[0], a, districts, zones)
    road = _digitised(rng, true, min(noise, 1.0) / 2)
    roads = gpd.GeoDataFrame({"name": ["road"]}, geometry=[shapely.linestrings(road)], crs=CRS)
    return Case(a, b, districts, zones, _buildings(rng, true, noise), roads)


def straight_case(seed: int, dispute: str) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Two counties with a straight border of a few corners, and a true dispute on it.

    Parameters
    ----------
    seed : int
    dispute : str
        ``none``, ``bulge`` (B reaches over the border in one place) or ``strip`` (B's border
        runs beside A's as a whole).
    """
    rng = np.random.default_rng(seed)
    corners = int(rng.integers(0, 4))
    x = np.r_[0.0, np.sort(rng.uniform(1500, 6500, corners)), 8000.0]
    line = np.column_stack([x, rng.normal(0, 600, len(x))])
    south = np.vstack([line, [(8000, -9000), (0, -9000)]])
    upper = line + [0, rng.uniform(-700, 700)] if dispute == "strip" else line
    north = np.vstack([upper, [(8000, 9000), (0, 9000)]])
    shapes = [shapely.polygons(south), shapely.polygons(north)]
    if dispute == "bulge":
        spot = shapely.line_interpolate_point(shapely.linestrings(line), rng.uniform(500, 7000))
        shapes[1] = shapely.union(shapes[1], shapely.buffer(spot, rng.uniform(20, 300)))
    turn = rng.uniform(0, 360)
    shapes = [
        shapely.affinity.translate(shapely.affinity.rotate(s, turn, origin=(0, 0)), *ORIGIN)
        for s in shapes
    ]
    return tuple(
        gpd.GeoDataFrame({"area_code": [code]}, geometry=[shape], crs=CRS)
        for code, shape in zip(("500112", "500105"), shapes, strict=True)
    )


def in_gcj(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The frame with GCJ-02 coordinates under the name of WGS 84."""
    degrees = frame.to_crs(4326)
    shapes = shapely.transform(
        degrees.geometry.to_numpy(), lambda xy: np.column_stack(wgs_to_gcj(*xy.T))
    )
    return degrees.set_geometry(gpd.GeoSeries(shapes, index=degrees.index, crs=4326))


def _true_line(rng, length: float) -> np.ndarray:
    x = np.linspace(0, length, int(length / 4) + 1)
    y = np.zeros_like(x)
    for wave in (1200, 400, 150, 60):
        y += rng.normal(0, wave / 40) * np.sin(2 * np.pi * x / wave + rng.uniform(0, 6.28))
    return np.column_stack([x, y]) + ORIGIN


def _digitised(rng, true: np.ndarray, noise: float) -> np.ndarray:
    pick = np.unique(
        np.r_[0, np.sort(rng.choice(len(true), len(true) // 6, replace=False)), len(true) - 1]
    )
    line = true[pick].copy()
    line[1:-1] += rng.normal(0, noise, (len(line) - 2, 2))
    # The outer ends lie on a third party's line, east and west, at different heights.
    line[[0, -1], 1] += rng.normal(0, noise, 2)
    keep = np.r_[True, np.diff(np.maximum.accumulate(line[:, 0])) > 0]
    return line[keep & (line[:, 0] < true[-1, 0]) | (np.arange(len(line)) == len(line) - 1)]


def _zones_of(rng, line: np.ndarray, length: float, side: int) -> gpd.GeoDataFrame:
    code = "500105" if side else "500112"
    depth = 400.0 * (1 if side else -1)
    west, east = ORIGIN[0], ORIGIN[0] + length
    ring = shapely.linestrings(
        np.vstack([line, [[east, ORIGIN[1] + depth], [west, ORIGIN[1] + depth], line[0]]])
    )
    cuts = np.sort(rng.uniform(0.05, 0.95, 8)) * length + west
    cuts = cuts[np.r_[True, np.diff(cuts) > 30]]
    walls = [
        shapely.linestrings([(x, ORIGIN[1] - 500), (x + rng.normal(0, 20), ORIGIN[1] + 500)])
        for x in cuts
    ]
    middle = shapely.linestrings([(west, ORIGIN[1] + depth * 0.5), (east, ORIGIN[1] + depth * 0.6)])
    ground = shapely.polygonize([shapely.union_all([ring])]).geoms[0]
    noded = shapely.union_all([ring, *[shapely.intersection(w, ground) for w in walls], middle])
    faces = shapely.get_parts(shapely.polygonize([noded]))
    faces = faces[shapely.within(shapely.point_on_surface(faces), ground)]
    faces = faces[np.argsort(shapely.get_x(shapely.centroid(faces)))]
    district = np.minimum(np.arange(len(faces)) * 3 // len(faces), 2)
    return gpd.GeoDataFrame(
        {
            "zone_code": [f"{code}00{d + 1}{i + 1:03d}" for i, d in enumerate(district)],
            "district_code": [f"{code}00{d + 1}" for d in district],
            "area_code": code,
        },
        geometry=faces,
        crs=CRS,
    )


def _with_loop(rng, line: np.ndarray, *frames: gpd.GeoDataFrame) -> list[gpd.GeoDataFrame]:
    """The frames with one border edge knotted so that every outline on it crosses itself."""
    i = int(rng.integers(5, len(line) - 5))
    p, q = line[i], line[i + 1]
    along = (q - p) / max(np.hypot(*(q - p)), 1e-9)
    off = np.array([-along[1], along[0]]) * 0.3
    knot = [p + 0.6 * (q - p) + off, p + 0.6 * (q - p) - off, p + 0.4 * (q - p) + off]

    def tie(shape):
        if shape.geom_type == "MultiPolygon":
            return shapely.multipolygons([tie(part) for part in shape.geoms])
        xy = shapely.get_coordinates(shape.exterior)
        for first, last, loop in ((p, q, knot), (q, p, knot[::-1])):
            here = (xy[:-1] == first).all(axis=1) & (xy[1:] == last).all(axis=1)
            if here.any():
                j = int(np.argmax(here)) + 1
                return shapely.polygons(np.vstack([xy[:j], loop, xy[j:]]))
        return shape

    return [f.set_geometry([tie(s) for s in f.geometry], crs=CRS) for f in frames]


def _dissolved(zones: gpd.GeoDataFrame, by: str, name: str) -> gpd.GeoDataFrame:
    codes = sorted(zones[by].unique())
    shapes = [shapely.coverage_union_all(zones.geometry[zones[by] == c].to_numpy()) for c in codes]
    return gpd.GeoDataFrame({name: codes}, geometry=shapes, crs=CRS)


def _buildings(rng, true: np.ndarray, noise: float) -> gpd.GeoDataFrame:
    n = 40
    at = true[rng.integers(5, len(true) - 5, n)] + rng.normal(0, max(2 * noise, 6.0), (n, 2))
    size = rng.uniform(3, 9, n)
    turned = rng.uniform(0, 1.57, n)
    shapes = [
        shapely.affinity.rotate(
            shapely.box(x - s, y - 0.7 * s, x + s, y + 0.7 * s), t, use_radians=True
        )
        for (x, y), s, t in zip(at, size, turned, strict=True)
    ]
    kept: list = []
    for shape in shapes:
        if all(shape.distance(k) > 1.5 for k in kept):
            kept.append(shape)
    code = np.where(rng.random(len(kept)) < 0.5, "500112001001", "500105001001")
    return gpd.GeoDataFrame(
        {
            "building_id": [f"w{i:03d}" for i in range(len(kept))],
            "zone_code": code,
            "persons": rng.integers(1, 40, len(kept)),
        },
        geometry=kept,
        crs=CRS,
    )
