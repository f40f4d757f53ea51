"""The working coordinate system: metric, projected, common to all layers."""

from __future__ import annotations

from collections.abc import Iterable

import geopandas as gpd
import numpy as np
import pyproj
from pyproj.aoi import AreaOfInterest
from pyproj.database import query_utm_crs_info

from zoning.errors import CRSError

__all__ = [
    "is_metric",
    "label",
    "local_crs",
    "parse_crs",
    "require_metric",
    "spot",
    "to_crs",
    "working_crs",
]

#: Datums that PROJ transforms to CGCS2000 or WGS 84 without moving a coordinate: it knows no
#: parameters for them and says nothing.
_SILENT_DATUMS = ("Beijing 1954", "Xian 1980", "New Beijing")


def parse_crs(text: object, *, where: str = "--crs") -> pyproj.CRS:
    """A CRS from whatever names one: ``EPSG:4545``, a PROJ string, WKT.

    Raises
    ------
    CRSError
        It names none.
    """
    try:
        return pyproj.CRS.from_user_input(text)
    except pyproj.exceptions.CRSError:
        raise CRSError(
            f"{where}: {str(text)[:80]!r} names no coordinate system; write for example EPSG:4545"
        ) from None


def label(crs: pyproj.CRS) -> str:
    """``EPSG:4545`` where the CRS has a code, else its name."""
    code = crs.to_authority(min_confidence=70)
    return f"{code[0]}:{code[1]}" if code else crs.name


def spot(x: float, y: float, digits: int = 3) -> str:
    """Coordinates for a message; what no map holds is not written out to 300 digits.

    Examples
    --------
    >>> spot(540012.5, 5220000), spot(1e300, 0)
    ('540012.500, 5220000.000', '1e+300, 0.000')
    """
    return ", ".join(f"{v:.{digits}f}" if abs(v) < 1e12 else f"{v:.3g}" for v in (x, y))


def is_metric(crs: pyproj.CRS | None) -> bool:
    """Whether a CRS is projected with both axes in metres."""
    if crs is None or not crs.is_projected:
        return False
    return all(axis.unit_name in ("metre", "meter") for axis in crs.axis_info[:2])


def require_metric(frame: gpd.GeoDataFrame, where: str) -> pyproj.CRS:
    """The frame's CRS, provided that it is projected and metric.

    Raises
    ------
    CRSError
        There is none, or it is in degrees or feet.
    """
    if frame.crs is None:
        raise CRSError(f"{where}: no coordinate system; say which with set_crs or --crs")
    if not is_metric(frame.crs):
        raise CRSError(
            f"{where}: {label(frame.crs)} is not a projected CRS in metres; convert with to_crs, "
            f"for example to {label(working_crs([frame]))}"
        )
    return frame.crs


def working_crs(frames: Iterable[gpd.GeoDataFrame], *, chinese: bool = False) -> pyproj.CRS:
    """The CRS to work in: the common metric one, else a local one.

    Parameters
    ----------
    frames : iterable of GeoDataFrame
        All inputs, the leading one first; each has a CRS.
    chinese : bool, default False
        The census is China's: take the 3-degree CGCS2000 Gauss-Kruger zone (EPSG:4534-4554)
        where the data lie in the country. Data in any CGCS2000 system count as such.

    Returns
    -------
    pyproj.CRS
        The one projected metric CRS that all inputs share; otherwise the CGCS2000 zone, or
        the UTM zone (WGS 84) at the centre of the first frame.

    Raises
    ------
    CRSError
        A frame has no CRS, or the centre lies in no zone.
    """
    frames = [f for f in frames if len(f)]
    for frame in frames:
        if frame.crs is None:
            raise CRSError("a layer has no coordinate system; say which with --crs")
    if not frames:
        raise CRSError("no layer has a row, so nothing says where it lies; give --crs")
    first = frames[0]
    if is_metric(first.crs) and all(f.crs == first.crs for f in frames):
        return first.crs
    return local_crs(first, chinese or any(_datum(f.crs) == "China 2000" for f in frames))


def local_crs(frame: gpd.GeoDataFrame, chinese: bool = False) -> pyproj.CRS:
    """The local metric CRS at the centre of a frame: CGCS2000 Gauss-Kruger in China, else UTM.

    Raises
    ------
    CRSError
        The centre lies in no zone.
    """
    lon, lat = _centre(frame)
    if chinese and 73.5 <= lon <= 136.5 and 3 <= lat <= 54:
        return pyproj.CRS.from_epsg(4534 + round((lon - 75) / 3))
    zones = query_utm_crs_info("WGS 84", AreaOfInterest(lon, lat, lon, lat))
    if not zones:
        raise CRSError(
            f"the data centre on longitude {lon:.3f}, latitude {lat:.3f}, where no UTM zone is; "
            "check axes and CRS, or give --crs"
        )
    return pyproj.CRS.from_epsg(int(zones[0].code))


def _centre(frame: gpd.GeoDataFrame) -> tuple[float, float]:
    x0, y0, x1, y1 = frame.total_bounds
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    if frame.crs.is_geographic:
        lon, lat = x, y
    else:
        try:
            to_degrees = pyproj.Transformer.from_crs(frame.crs, 4326, always_xy=True)
        except pyproj.exceptions.ProjError:
            raise CRSError(f"{_unusable(frame.crs)}; check the .prj, or give --crs") from None
        lon, lat = to_degrees.transform(x, y)
    if not (np.isfinite([lon, lat]).all() and abs(lon) <= 180 and abs(lat) <= 90):
        raise CRSError(
            f"coordinates around {x:.6g}, {y:.6g} do not fit {label(frame.crs)}; "
            "check axes and CRS, or give --crs"
        )
    return float(lon), float(lat)


def to_crs(frame: gpd.GeoDataFrame, crs: pyproj.CRS, *, where: str = "layer") -> gpd.GeoDataFrame:
    """The frame in another CRS; the frame itself where it is there already.

    Raises
    ------
    CRSError
        No CRS, or a datum whose shift PROJ does not know (Beijing 1954, Xian 1980), which it
        would pass through unchanged and without a word.
    """
    if frame.crs is None:
        raise CRSError(f"{where}: no coordinate system; say which with --crs")
    if frame.crs == crs:
        return frame
    source, target = _datum(frame.crs), _datum(crs)
    for old in _SILENT_DATUMS:
        if (old in source) != (old in target):
            raise CRSError(
                f"{where}: the shift between {source} and {target} is not public and PROJ would "
                "leave coordinates unchanged; convert with your survey office's parameters first"
            )
    try:
        return frame.to_crs(crs)
    except pyproj.exceptions.ProjError:
        raise CRSError(f"{where}: {_unusable(frame.crs)}; check the .prj, or give --crs") from None


def _unusable(crs: pyproj.CRS) -> str:
    return f"coordinate system {label(crs)[:60]} cannot be computed with"


def _datum(crs: pyproj.CRS) -> str:
    base = crs.geodetic_crs or crs
    return base.datum.name if base.datum is not None else base.name
