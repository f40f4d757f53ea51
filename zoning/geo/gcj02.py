"""GCJ-02, the obfuscated system of Chinese web maps; the public form of its formula is followed."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import pyproj
from numpy.typing import ArrayLike

__all__ = ["gcj_to_wgs", "in_china", "moved_by", "to_degrees", "wgs_to_gcj"]


def in_china(lon: float, lat: float) -> bool:
    """Whether a place lies in the box in which web services apply the shift."""
    return 72.0 < lon < 138.0 and 0.8 < lat < 56.0


def wgs_to_gcj(lon: ArrayLike, lat: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """GCJ-02 longitude and latitude of WGS 84 ones (degrees, arrays or numbers)."""
    lon, lat = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    x, y = lon - 105.0, lat - 35.0
    wave = 20 * np.sin(6 * np.pi * x) + 20 * np.sin(2 * np.pi * x)
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * np.sqrt(np.abs(x))
    north += (wave + 20 * np.sin(np.pi * y) + 40 * np.sin(np.pi * y / 3)) * 2 / 3
    north += (160 * np.sin(np.pi * y / 12) + 320 * np.sin(np.pi * y / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * np.sqrt(np.abs(x))
    east += (wave + 20 * np.sin(np.pi * x) + 40 * np.sin(np.pi * x / 3)) * 2 / 3
    east += (150 * np.sin(np.pi * x / 12) + 300 * np.sin(np.pi * x / 30)) * 2 / 3
    # Krasovsky 1940, on which the formula is defined.
    axis, ecc = 6378245.0, 0.00669342162296594323
    phi = np.radians(lat)
    w = np.sqrt(1 - ecc * np.sin(phi) ** 2)
    dlat = np.degrees(north * w**3 / (axis * (1 - ecc)))
    dlon = np.degrees(east * w / (axis * np.cos(phi)))
    return lon + dlon, lat + dlat


def gcj_to_wgs(lon: ArrayLike, lat: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """WGS 84 longitude and latitude of GCJ-02 ones, to about a millimetre."""
    x, y = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    east, north = x, y
    for _ in range(4):
        gx, gy = wgs_to_gcj(east, north)
        east, north = east - (gx - x), north - (gy - y)
    return east, north


@lru_cache(maxsize=4)
def to_degrees(crs: Any) -> pyproj.Transformer:
    """From a CRS to longitude and latitude; kept, as making it takes longer than most uses."""
    return pyproj.Transformer.from_crs(crs, 4326, always_xy=True)


def moved_by(convert: Callable, xy: np.ndarray, crs: Any) -> np.ndarray | None:
    """Places (n, 2) of a projected CRS with GCJ-02 undone or done, ``None`` outside China.

    Parameters
    ----------
    convert : callable
        `gcj_to_wgs` or `wgs_to_gcj`.
    xy : array of float, shape (n, 2)
        Coordinates.
    crs : pyproj.CRS
        Their CRS; ``None`` also comes back where it leads to no longitude and latitude.
    """
    try:
        change = to_degrees(crs)
    except pyproj.exceptions.ProjError:
        return None
    lon, lat = change.transform(*xy.T)
    if not (np.isfinite(lon).all() and np.isfinite(lat).all()):
        return None
    if not in_china(float(np.mean(lon)), float(np.mean(lat))):
        return None
    lon, lat = convert(lon, lat)
    return np.column_stack(change.transform(lon, lat, direction="INVERSE"))
