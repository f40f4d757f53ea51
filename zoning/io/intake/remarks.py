"""What an office should know of its files before the first run, beside rows that are broken."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

import geopandas as gpd
import numpy as np
import shapely

from zoning.io.intake.inputs import KEYS, Source
from zoning.io.intake.rows import as_codes
from zoning.model.schema import LEVELS, POLYGONS

__all__ = ["remarks"]

#: Ids that people look for in reports; lines and blocks are found on the map.
_LOOKED_FOR = ("buildings",)


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


#: Share of areas that lie in one area of the other level.
_MOST = 0.8


def _inside(inner: gpd.GeoDataFrame, outer: gpd.GeoDataFrame) -> float:
    """Share of areas that have their ground in a larger area of another level.

    Areas that are an area of the other level too, as a town with one village, do not count.
    """
    a, b = inner.geometry.to_numpy(), outer.geometry.to_numpy()
    i, j = shapely.STRtree(b).query(shapely.point_on_surface(a), predicate="within")
    times = np.zeros(len(a))
    np.maximum.at(times, i, shapely.area(b[j]) / shapely.area(a[i]))
    same = np.abs(times - 1) < 0.01
    return float((times[~same] > 1).mean()) if (~same).any() else 0.0
