"""GCJ-02, the obfuscated system of Chinese web maps; the public form of its formula is followed."""

from __future__ import annotations

import numpy as np

__all__ = ["gcj_to_wgs", "wgs_to_gcj"]


def wgs_to_gcj(lon, lat) -> tuple[np.ndarray, np.ndarray]:
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


def gcj_to_wgs(lon, lat) -> tuple[np.ndarray, np.ndarray]:
    """WGS 84 longitude and latitude of GCJ-02 ones, to about a millimetre."""
    x, y = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    east, north = x, y
    for _ in range(4):
        gx, gy = wgs_to_gcj(east, north)
        east, north = east - (gx - x), north - (gy - y)
    return east, north
