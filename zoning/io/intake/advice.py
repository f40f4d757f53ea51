"""What an office should know of its files before the first run, beside rows that are broken.

A wrong coordinate system is named before anything else; the test is that of CRS004. What would
lie somewhere else in the project as well is refused; what lies right once it is converted is
only told.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

import geopandas as gpd
import numpy as np
import pyproj
import shapely

from zoning.errors import CRSError
from zoning.geo.crs import label, local_crs, working_crs
from zoning.geo.extent import Extent, distortion, extent_of, fits_alone, misfit
from zoning.io.intake.inputs import KEYS, Source
from zoning.io.intake.rows import as_codes
from zoning.model.schema import LEVELS, POLYGONS
from zoning.model.tolerances import tolerance

__all__ = ["fitting_crs", "outside_remarks", "place_remarks", "remarks"]

#: Ids that people look for in reports; lines and blocks are found on the map.
_LOOKED_FOR = ("buildings",)


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


def remarks(
    sources: Mapping[str, Sequence[Source]],
    frames: Sequence[gpd.GeoDataFrame],
    areas: gpd.GeoDataFrame,
) -> list[str]:
    """One line for each thing that a user may want to mend.

    Parameters
    ----------
    sources : mapping of str to sequence of Source
        Inputs by layer, their columns guessed.
    frames : sequence of GeoDataFrame
        Each source as read, in the same order.
    areas : GeoDataFrame
        Layer ``areas``, metric CRS.
    """
    lines = []
    entries = [(layer, source) for layer, of in sources.items() for source in of]
    for (layer, source), frame in zip(entries, frames, strict=True):
        if not len(frame):
            lines.append(f"{source.label}: no row in it")
        elif layer in _LOOKED_FOR:
            lines += _made_up(layer, source, frame)
    return lines + list(_swapped(areas, {s.level: s.label for s in sources["areas"]}))


def _made_up(layer: str, source: Source, frame: gpd.GeoDataFrame) -> list[str]:
    """Rows whose id the file does not say: reports name what nobody finds in the file."""
    key = KEYS[layer]
    option = f"--map {layer}.{key}=NAME"
    if key not in source.columns:
        have = [str(c) for c in frame.columns if c != frame.geometry.name]
        named = f" (columns are: {', '.join(have)})" if have else ""
        return [f"{source.label}: no column of ids, so they are made up; name it: {option}{named}"]
    ids = as_codes(frame[source.columns[key]])
    blank = int((ids.isna() | (ids == "")).sum())
    twice = int(ids[ids.notna() & (ids != "")].duplicated().sum())
    lines = []
    if blank:
        lines.append(f"{source.label}: {blank:,} rows without an id; theirs are made up")
    if twice:
        lines.append(f"{source.label}: {twice:,} ids stand more than once; made distinct by -2, -3")
    return lines


def _swapped(areas: gpd.GeoDataFrame, files: Mapping[str | None, str]) -> Iterator[str]:
    """Levels of which the lower one holds the upper one: given in the wrong order."""
    flat = areas[areas.geometry.geom_type.isin(POLYGONS)]
    levels = [level for level in LEVELS if (flat["level"] == level).any()]
    for upper, lower in itertools.pairwise(levels):
        above, below = (flat[flat["level"] == level] for level in (upper, lower))
        if _inside(above, below) > _MOST and _inside(below, above) < 1 - _MOST:
            yield (
                f"{len(above)} {upper} areas lie inside {len(below)} {lower} areas: they were "
                f"given in the wrong order; swap them: --areas {files[lower]} {files[upper]}"
            )


_MOST, _ONE_AREA = tolerance("nested"), tolerance("one_area")


def _inside(inner: gpd.GeoDataFrame, outer: gpd.GeoDataFrame) -> float:
    """Share of areas that have their ground in a larger area of another level.

    Areas that are an area of the other level too, as a town with one village, do not count.
    """
    a, b = inner.geometry.to_numpy(), outer.geometry.to_numpy()
    i, j = shapely.STRtree(b).query(shapely.point_on_surface(a), predicate="within")
    times = np.zeros(len(a))
    np.maximum.at(times, i, shapely.area(b[j]) / shapely.area(a[i]))
    same = np.abs(times - 1) < _ONE_AREA
    return float((times[~same] > 1).mean()) if (~same).any() else 0.0
