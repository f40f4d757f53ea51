"""Which areas are divided, and what their districts are."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.errors import CRSError, GeometryError, LayerError, SplitError, name_some
from zoning.model.codes import is_district
from zoning.model.profile import Profile
from zoning.model.schema import AREAS, LEVELS, conform, require

__all__ = ["Parents", "find_parents"]


@dataclass(frozen=True)
class Parents:
    """The areas that are divided.

    Parameters
    ----------
    areas : GeoDataFrame
        Every area with territory, sorted by code.
    leaf : array of int
        Rows of `areas` that are divided: those without smaller ones inside.
    district : array of bool, shape (leaves,)
        Whether the area is a district itself, or is to be divided into districts.
    points : GeoDataFrame or None
        Villages that are given as points: districts that have to be grown.
    notes : tuple of str
        Areas that are not divided, and why.
    """

    areas: gpd.GeoDataFrame
    leaf: np.ndarray
    district: np.ndarray
    points: gpd.GeoDataFrame | None = None
    notes: tuple[str, ...] = ()

    @property
    def geometry(self) -> np.ndarray:
        """Polygons of the areas that are divided."""
        return self.areas.geometry.to_numpy()[self.leaf]

    @property
    def codes(self) -> np.ndarray:
        """Their codes."""
        return self.areas["area_code"].to_numpy(dtype=object)[self.leaf]


def find_parents(areas: gpd.GeoDataFrame, profile: Profile) -> Parents:
    """The areas to divide: the smallest ones that have territory.

    Parameters
    ----------
    areas : GeoDataFrame
        Polygons of one or several levels, layer ``areas``, in metres.
    profile : Profile
        Whether districts are official or may be invented.

    Raises
    ------
    CRSError
        No CRS, or one in degrees.
    GeometryError
        An area is empty, not finite or invalid.
    SplitError
        The profile's districts are official and no area has the form of one.
    """
    require(areas, AREAS)
    if areas.crs is None:
        raise CRSError("layer areas: no CRS; give the one that its coordinates are in")
    if not areas.crs.is_projected:
        raise CRSError(
            f"layer areas: {areas.crs.name} is in degrees; project to a CRS in metres first"
        )
    frame = conform(areas, AREAS)
    geometry = frame.geometry.to_numpy()
    lacking = shapely.is_missing(geometry) | shapely.is_empty(geometry)
    polygon = np.isin(shapely.get_type_id(geometry), (3, 6))
    bad = lacking | (polygon & ~shapely.is_valid(geometry))
    if bad.any():
        raise GeometryError(
            f"layer areas: {name_some(frame['area_code'][bad])} has no valid geometry; repair it"
        )
    points = frame[~polygon & np.isin(shapely.get_type_id(geometry), (0, 4))]
    frame = frame[polygon].reset_index(drop=True)
    if not len(frame):
        raise LayerError("layer areas: no polygon in it; zones need an area to divide")
    leaf = _leaves(frame)
    points = points.reset_index(drop=True)
    bare = _without_villages(frame, leaf, profile, points)
    notes = _said(frame.iloc[leaf[bare]], profile) if bare.any() else ()
    leaf = leaf[~bare]
    district = _districts(frame, leaf, profile, points)
    return Parents(frame, leaf, district, points if len(points) else None, notes)


def _leaves(frame):
    """Areas that no area of a lower level lies in."""
    rank = frame["level"].map({level: i for i, level in enumerate(LEVELS)}).astype("float64")
    rank = rank.fillna(len(LEVELS)).to_numpy()
    if len(np.unique(rank)) == 1:
        return np.arange(len(frame))
    geometry = frame.geometry.to_numpy()
    inner = shapely.point_on_surface(geometry)
    child, parent = shapely.STRtree(geometry).query(inner, predicate="within")
    holds = np.unique(parent[rank[parent] < rank[child]])
    return np.setdiff1d(np.arange(len(frame)), holds)


def _without_villages(frame, leaf, profile, points):
    """Which townships hold no village where others do and districts are the official ones."""
    level = frame["level"].to_numpy(dtype=object)[leaf]
    village = np.array([one == LEVELS[-1] for one in level], dtype=bool)
    if not profile.codes.official or not (village.any() or len(points)):
        return np.zeros(len(leaf), dtype=bool)
    return ~village & ~_with_points(frame, leaf, points)


def _with_points(frame, leaf, points):
    """Which areas hold a village that is given as a point."""
    out = np.zeros(len(leaf), dtype=bool)
    if len(points):
        tree = shapely.STRtree(frame.geometry.to_numpy()[leaf])
        out[tree.query(points.geometry.to_numpy(), predicate="intersects")[1]] = True
    return out


def _said(bare, profile):
    named = [" ".join(v for v in pair if isinstance(v, str)) for pair in
             zip(bare["area_code"], bare["name"], strict=True)]  # fmt: skip
    return (
        f"{name_some(named)}: no village in it, so no district and no zone; {profile.name} takes "
        "districts from the official list and invents none: add its villages to the areas",
    )


def _districts(frame, leaf, profile, points):
    codes = frame["area_code"].astype("str").to_numpy(dtype=object)[leaf]
    level = frame["level"].to_numpy(dtype=object)[leaf]
    village = np.array([one == LEVELS[-1] for one in level], dtype=bool)
    length = profile.codes.district_length
    if not profile.codes.official:
        return village
    fits = village.copy()
    if length is not None:
        fits = np.array([is_district(c, profile.codes) for c in codes], dtype=bool)
    fits |= _with_points(frame, leaf, points)
    if not fits.all():
        wanted = f"{length}-digit codes, the last three not 000" if length else "the level village"
        raise SplitError(
            f"layer areas: {name_some(codes[~fits])} is no district: under {profile.name} "
            f"districts are the official ones ({wanted}); give the villages' polygons with their "
            "official codes, or use a profile whose districts may be drawn, such as general"
        )
    return np.ones(len(leaf), dtype=bool)


def areas_above(parents: Parents) -> pd.Series:
    """Code of the area above each area that is divided, its own where it is divided itself."""
    frame = parents.areas.iloc[parents.leaf]
    above = frame["parent_code"].where(frame["parent_code"].notna(), frame["area_code"])
    own = frame["area_code"]
    return above.where(parents.district, own).reset_index(drop=True)
