"""Where the files of a new project lie: a wrong coordinate system is named before anything else.

The test is that of CRS004. What would lie somewhere else in the project as well is refused;
what lies right once it is converted is only told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd
import numpy as np
import pyproj
import shapely

from zoning.errors import CRSError
from zoning.geo.crs import label, local_crs, working_crs
from zoning.geo.extent import Extent, distortion, extent_of, fits_alone, misfit
from zoning.io.intake.inputs import Source
from zoning.model.schema import POLYGONS

__all__ = ["fitting_crs", "outside_remarks", "place_remarks"]


def fitting_crs(frames: Sequence[gpd.GeoDataFrame], *, chinese: bool) -> pyproj.CRS:
    """The CRS to work in: as :func:`zoning.geo.crs.working_crs`, none that inflates areas.

    Raises
    ------
    CRSError
        As there.
    """
    chosen = working_crs(frames, chinese=chinese)
    first = next((f for f in frames if len(f)), None)
    if first is None or first.crs != chosen or distortion(extent_of(first, "")) is None:
        return chosen
    return local_crs(first, chinese=chinese)


def place_remarks(
    sources: Mapping[str, Sequence[Source]],
    frames: Sequence[gpd.GeoDataFrame],
    crs: pyproj.CRS,
    *,
    chinese: bool,
) -> list[str]:
    """One line for each file whose coordinates do not fit its CRS, but can be used.

    Parameters
    ----------
    sources : mapping of str to sequence of Source
        Inputs by layer.
    frames : sequence of GeoDataFrame
        Each source as read, in the same order, with a CRS.
    crs : pyproj.CRS
        The project's.
    chinese : bool
        Whether the census is China's, for the CRS that a remedy names.

    Raises
    ------
    CRSError
        Coordinates that do not fit, neither as they are nor converted; names file and remedy.
    """
    entries = [(layer, source.label) for layer, of in sources.items() for source in of]
    extents = [extent_of(f, *entry) for entry, f in zip(entries, frames, strict=True)]
    known = [e for e in extents if e.crs is not None and e.bounds]
    # A layer that is wrong by itself says nothing of the others.
    right = [e for e in known if fits_alone(e)]
    lines = []
    for extent, frame in zip(extents, frames, strict=True):
        if extent not in known:
            continue
        wrong = misfit(extent, [e for e in right if e is not extent])
        if wrong is None:
            continue
        text, severity = wrong
        if severity is None and not _fits_converted(extent, crs):
            raise CRSError(f"{extent.path}: {text}; {_remedy(frame, text, chinese)}")
        if extent.crs != crs:
            text = f"{text.split('; convert')[0]}; converted to {label(crs)}"
        lines.append(f"{extent.path}: {text}")
    return lines


def outside_remarks(layers: Mapping[str, gpd.GeoDataFrame]) -> list[str]:
    """What lies in no area that is divided and would be counted nowhere, one line a layer.

    Parameters
    ----------
    layers : mapping of str to GeoDataFrame
        ``areas``, and ``buildings`` and ``blocks`` where given, in one metric CRS.
    """
    areas = layers["areas"]
    flat = areas[areas.geometry.geom_type.isin(POLYGONS)]
    divided = flat[~flat["area_code"].isin(flat["parent_code"])].geometry.to_numpy()
    lines = []
    for name in ("buildings", "blocks"):
        frame = layers.get(name)
        if frame is None or not len(frame) or not len(divided):
            continue
        points = shapely.point_on_surface(frame.geometry.to_numpy())
        inside = np.zeros(len(frame), dtype=bool)
        inside[shapely.STRtree(divided).query(points, predicate="intersects")[0]] = True
        lost = frame[~inside]
        if len(lost):
            persons = int(lost["persons"].fillna(0).sum()) if "persons" in lost else 0
            many = f"{len(lost):,} of {len(frame):,} {name}"
            lines.append(
                f"{many} with {persons:,} people lie in no area and will be counted nowhere; "
                "add the areas that are missing"
                if persons
                else f"{many} lie in no area and will be counted nowhere; add the areas that are "
                "missing"
            )
    return lines


def _fits_converted(extent: Extent, crs: pyproj.CRS) -> bool:
    """Whether a layer lies where the project's CRS is made for, once it is converted."""
    if extent.crs is None or extent.crs.is_geographic or extent.crs == crs:
        return False
    change = pyproj.Transformer.from_crs(extent.crs, crs, always_xy=True)
    x0, y0, x1, y1 = extent.bounds
    box = change.transform_bounds(x0, y0, x1, y1)
    if not np.isfinite(box).all():
        return False
    return misfit(Extent(extent.path, extent.layer, crs, box), ()) is None


def _remedy(frame: gpd.GeoDataFrame, text: str, chinese: bool) -> str:
    name = "name the system that they are in (QGIS: Set Layer CRS)"
    if "outside the area" not in text:
        return name
    try:
        return f"{name}, or have them converted with --crs {label(local_crs(frame, chinese))}"
    except CRSError:
        return name
