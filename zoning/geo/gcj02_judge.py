"""GCJ-02, the shifted system of Chinese web maps, by the formula that is public.

Kept beside the judge on purpose: it must not lean on the code whose results it judges.
"""

from __future__ import annotations

import numpy as np

__all__ = ["in_china", "to_gcj", "undo_gcj"]

#: Krasovsky 1940, on which the formula is built: semi-major axis, squared eccentricity.
_A, _EE = 6378245.0, 0.00669342162296594323


def in_china(lon: float, lat: float) -> bool:
    """Whether a place lies in the box in which web services apply the shift."""
    return 72.0 <= lon <= 137.9 and 0.8 <= lat <= 55.9


def to_gcj(lonlat: np.ndarray) -> np.ndarray:
    """WGS 84 degrees (n, 2) to GCJ-02."""
    return lonlat + _shift(lonlat)


def undo_gcj(lonlat: np.ndarray) -> np.ndarray:
    """GCJ-02 degrees (n, 2) to WGS 84, to a millimetre, by fixed-point iteration."""
    out = lonlat - _shift(lonlat)
    for _ in range(4):
        out = lonlat - _shift(out)
    return out


def _shift(lonlat: np.ndarray) -> np.ndarray:
    x, y = lonlat[:, 0] - 105.0, lonlat[:, 1] - 35.0
    root = np.sqrt(np.abs(x))
    ripple = 20.0 * np.sin(6.0 * np.pi * x) + 20.0 * np.sin(2.0 * np.pi * x)
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y**2 + 0.1 * x * y + 0.2 * root
    north += (
        2.0
        / 3.0
        * (
            ripple
            + 20.0 * np.sin(np.pi * y)
            + 40.0 * np.sin(np.pi / 3.0 * y)
            + 160.0 * np.sin(np.pi / 12.0 * y)
            + 320.0 * np.sin(np.pi / 30.0 * y)
        )
    )
    east = 300.0 + x + 2.0 * y + 0.1 * x**2 + 0.1 * x * y + 0.1 * root
    east += (
        2.0
        / 3.0
        * (
            ripple
            + 20.0 * np.sin(np.pi * x)
            + 40.0 * np.sin(np.pi / 3.0 * x)
            + 150.0 * np.sin(np.pi / 12.0 * x)
            + 300.0 * np.sin(np.pi / 30.0 * x)
        )
    )
    lat = np.radians(lonlat[:, 1])
    bend = 1.0 - _EE * np.sin(lat) ** 2
    meridian = _A * (1.0 - _EE) / bend**1.5
    across = _A / np.sqrt(bend) * np.cos(lat)
    return np.degrees(np.column_stack([east / across, north / meridian]))
