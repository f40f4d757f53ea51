"""From a delivered file to a layer: columns, codes, coordinates, and what is wrong with it.

Nothing is repaired here; rows that cannot be used are named in :mod:`zoning.io.intake.rejected`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.errors import LayerError, name_some
from zoning.model.schema import (
    ALLOWED_GAPS,
    AREAS,
    BARRIERS,
    BUILDINGS,
    MOST,
    POINTS,
    POLYGONS,
    LayerSpec,
    as_numbers,
    as_text,
    conform,
    remedy_for,
)
from zoning.model.tolerances import tolerance

__all__ = [
    "as_codes",
    "overlaps_of_areas",
    "take_areas",
    "take_barriers",
    "take_blocks",
    "take_buildings",
    "take_gaps",
]

#: Class of a street, river or railway (OSM values) to kind and rank, 1 strongest.
_CLASSES: dict[str, tuple[str, int]] = {
    **dict.fromkeys(
        "motorway trunk primary secondary tertiary unclassified residential living_street road "
        "motorway_link trunk_link primary_link secondary_link tertiary_link pedestrian".split(),
        ("road", 1),
    ),
    **dict.fromkeys("service track busway raceway".split(), ("road", 3)),
    **dict.fromkeys("path footway steps cycleway bridleway corridor platform".split(), ("road", 4)),
    **dict.fromkeys("river riverbank canal".split(), ("river", 1)),
    **dict.fromkeys("stream ditch drain weir dam".split(), ("river", 2)),
    **dict.fromkeys(
        "rail light_rail tram narrow_gauge preserved subway monorail".split(), ("rail", 1)
    ),
}
_KIND_OF_COLUMN = {"highway": "road", "waterway": "river", "railway": "rail"}


def _renamed(frame: gpd.GeoDataFrame, columns: Mapping[str, str]) -> gpd.GeoDataFrame:
    data = {column: frame[name] for column, name in columns.items()}
    flat = shapely.force_2d(frame.geometry.array)
    return gpd.GeoDataFrame(data, geometry=flat, crs=frame.crs, index=frame.index)


def take_areas(frame: gpd.GeoDataFrame, columns: Mapping[str, str], level: str) -> gpd.GeoDataFrame:
    """Areas of one level in the columns of ``areas``.

    Parameters
    ----------
    frame : GeoDataFrame
        As read; polygons, or points for villages.
    columns : mapping
        Column of the layer to column of the frame.
    level : str
        ``county``, ``township`` or ``village``.

    Raises
    ------
    LayerError
        No code column, an empty or repeated code, geometry of the wrong kind.
    """
    if "area_code" not in columns:
        have = ", ".join(str(c) for c in frame.columns if c != "geometry")
        raise LayerError(
            f"no column that looks like a code; name it with --map areas.area_code=NAME "
            f"(columns are: {have})"
        )
    taken = _renamed(frame, columns)
    taken["level"] = level
    taken["area_code"] = as_codes(taken["area_code"])
    _refuse_bad_codes(taken["area_code"], columns["area_code"])
    allowed = POLYGONS | POINTS if level == "village" else POLYGONS
    _refuse_other_kinds(taken, allowed, "area_code")
    return conform(taken, AREAS)


def as_codes(values: pd.Series) -> pd.Series:
    """Values as text without blanks around it; a code read as a number stays a code."""
    return as_text(values).str.strip()


def _refuse_bad_codes(codes: pd.Series, column: str) -> None:
    blank = codes.isna() | (codes == "")
    if blank.any():
        rows = name_some(int(i) + 1 for i in np.flatnonzero(blank))
        raise LayerError(f"code column {column} is empty in row {rows}; give every area a code")
    twice = codes[codes.duplicated()].unique()
    if len(twice):
        raise LayerError(
            f"code {name_some(twice)} stands more than once in column {column}; "
            "merge the parts of an area into one feature or mend the code"
        )


def _refuse_other_kinds(frame: gpd.GeoDataFrame, allowed: frozenset[str], key: str) -> None:
    kinds = frame.geometry.geom_type
    wrong = kinds.notna() & ~kinds.isin(allowed)
    if wrong.all() and len(frame):
        found = ", ".join(sorted(set(kinds.dropna())))
        remedy = remedy_for(str(kinds.dropna().iloc[0])) if found else "draw it first"
        raise LayerError(
            f"no {' or '.join(sorted(allowed))} in it, only {found or 'rows without geometry'}; "
            f"{remedy}"
        )
    if wrong.any():
        ids = name_some(frame.loc[wrong, key])
        raise LayerError(f"{ids} is {kinds[wrong].iloc[0]}, wanted {' or '.join(sorted(allowed))}")


def take_buildings(
    frame: gpd.GeoDataFrame, columns: Mapping[str, str], source: str
) -> gpd.GeoDataFrame:
    """Buildings in the columns of ``buildings``; rows without an id get one from their place."""
    taken = _renamed(frame, columns)
    if "address" not in taken:
        taken["address"] = _address(taken, frame)
    taken["building_id"] = _ids(taken, "building_id", "b")
    taken["source"] = source
    taken["source_id"] = taken["building_id"]
    for column in ("floors", "dwellings", "households", "persons"):
        if column in taken:
            taken[column] = _counts(taken[column])
    taken["tags"] = _building_tags(taken)
    return conform(taken, BUILDINGS)


def _address(taken: pd.DataFrame, frame: pd.DataFrame) -> pd.Series:
    """Street and house number together, or the one that there is."""
    parts = [
        as_text((taken if column in taken else frame)[column]).str.strip().replace("", pd.NA)
        for column in ("street", "housenumber")
        if column in taken or column in frame
    ]
    if not parts:
        return pd.Series(pd.NA, index=taken.index, dtype="str")
    # A number without its street is no address where others have one.
    return parts[0] if len(parts) == 1 else (parts[0] + " " + parts[1]).fillna(parts[0])


def _counts(values: pd.Series) -> pd.Series:
    """Whole numbers, also from text as 6层 or 12 units; null where there is none."""
    number = as_numbers(values)
    plain = pd.api.types.is_numeric_dtype(values.dtype)
    if not plain and (number.isna() & values.notna()).any():
        text = values.astype("str").str.extract(r"^\s*(\d+)\s*[^\d\s.,;+/-]*\s*$")[0]
        number = number.fillna(as_numbers(text))
    return number.where(number.abs() < MOST)


def _building_tags(taken: pd.DataFrame) -> pd.Series:
    """Tags as ``compound=NAME;public_rental`` beside those that were delivered."""
    none = pd.Series("", index=taken.index, dtype="str")
    parts = [taken[c].astype("str").fillna("") if c in taken else none for c in ("tags", "use")]
    rental = parts[1].str.contains("公租|廉租|public_rental|social housing", case=False)
    compound = none
    if "compound" in taken:
        name = taken["compound"].astype("str").fillna("").str.strip().str.replace(";", ",")
        compound = ("compound=" + name).where(name != "", "")
    text = parts[0].str.strip() + ";" + compound + ";" + none.mask(rental, "public_rental")
    text = text.str.replace(r";+", ";", regex=True).str.strip(";")
    return text.where(text != "")


def take_barriers(
    frame: gpd.GeoDataFrame, columns: Mapping[str, str], kind: str | None = None
) -> gpd.GeoDataFrame:
    """Barriers in the columns of ``barriers``, with kind and rank from their class.

    Parameters
    ----------
    frame : GeoDataFrame
        Lines; rows of other geometry (squares, river areas) give their outline.
    columns : mapping
        ``class`` may name a column of OSM values.
    kind : str, optional
        Kind of rows whose class says nothing.
    """
    taken = _renamed(frame, columns)
    taken["barrier_id"] = _ids(taken, "barrier_id", "l")
    kind = kind or _KIND_OF_COLUMN.get(str(columns.get("class", "")).casefold(), "other")
    classes = taken["class"] if "class" in taken else pd.Series(pd.NA, index=taken.index)
    known = classes.map(lambda c: _CLASSES.get(str(c)), na_action="ignore")
    if "kind" not in taken:
        taken["kind"] = known.map(lambda k: k[0], na_action="ignore")
    taken["kind"] = taken["kind"].where(taken["kind"].notna(), kind)
    if "rank" not in taken:
        taken["rank"] = known.map(lambda k: k[1], na_action="ignore")
    rank = as_numbers(taken["rank"])
    taken["rank"] = rank.where(rank.notna(), 3 if "class" in columns else 1)
    areal = taken.geometry.geom_type.isin(POLYGONS)
    if areal.any():
        taken.loc[areal, "geometry"] = taken.geometry[areal].boundary
    return conform(taken, BARRIERS)


def take_blocks(frame: gpd.GeoDataFrame, columns: Mapping[str, str]) -> gpd.GeoDataFrame:
    """Blocks (pieces never cut): ``block_id``, counts where known, polygon."""
    taken = _renamed(frame, columns)
    taken["block_id"] = _ids(taken, "block_id", "k")
    kinds = {"block_id": "str", "area_code": "str"}
    kinds |= dict.fromkeys(("persons", "households", "dwellings"), "int")
    spec = LayerSpec("blocks", POLYGONS, "block_id", {c: k for c, k in kinds.items() if c in taken})
    return conform(taken, spec)


def take_gaps(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Land that is rightly in no zone, in the columns of ``allowed_gaps``."""
    names = {c: c for c in ("gap_id", "name") if c in frame.columns}
    taken = _renamed(frame, names)
    taken["gap_id"] = _ids(taken, "gap_id", "g")
    return conform(taken, ALLOWED_GAPS)


def _ids(taken: gpd.GeoDataFrame, column: str, prefix: str) -> pd.Series:
    """Given ids where present and unique; a hash of the place where they are not.

    A repeated id gets ``-2``, ``-3`` in the order of geometry, never of rows, so that the
    order of a file changes nothing.
    """
    given = as_codes(taken[column]) if column in taken else pd.Series(pd.NA, index=taken.index)
    known = given.notna() & (given != "")
    # Most files name every row once: their places need not be read.
    if known.all() and given.is_unique:
        return given
    with np.errstate(invalid="ignore"):  # NaN coordinates are named by quarantine
        wkb = shapely.to_wkb(shapely.normalize(np.asarray(taken.geometry.array)))
    place = pd.Series(
        [prefix + hashlib.blake2b(w or b"", digest_size=6).hexdigest() for w in wkb],
        index=taken.index,
    )
    ids = given.where(known, place)
    order = pd.DataFrame({"id": ids, "place": place}).sort_values(["id", "place"], kind="stable")
    nth = order.groupby("id").cumcount().reindex(taken.index)
    return ids.where(nth == 0, ids + "-" + (nth + 1).astype("str"))


def _shared_ground(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Intersections of polygons, also of some that projecting has made invalid."""
    try:
        return shapely.intersection(one, other)
    except shapely.errors.GEOSException:
        # Rounded to micrometres, overlay cannot fail.
        one, other = shapely.make_valid(one), shapely.make_valid(other)
        return shapely.intersection(one, other, grid_size=tolerance("noding_grid"))


def overlaps_of_areas(areas: gpd.GeoDataFrame) -> pd.DataFrame:
    """Pairs of areas of one level that overlap by more than digitising noise.

    Parameters
    ----------
    areas : GeoDataFrame
        Valid polygons, metric CRS.

    Returns
    -------
    DataFrame
        ``a``, ``b`` (codes, a < b) and ``area_m2``, largest first.
    """
    rows = []
    noise = tolerance("overlap_of_areas")
    # Projecting makes what lies beyond the projection infinite: it overlaps nothing.
    finite = np.isfinite(shapely.bounds(areas.geometry.to_numpy())).all(axis=1)
    for _, level in areas[areas.geometry.geom_type.isin(POLYGONS) & finite].groupby("level"):
        shapes, codes = level.geometry.array, level["area_code"].to_numpy()
        i, j = shapely.STRtree(shapes).query(shapes, predicate="intersects")
        i, j = i[i < j], j[i < j]
        shared = _shared_ground(shapes[i], shapes[j])
        area = shapely.area(shared)
        for k in np.flatnonzero(area > tolerance("no_land")):
            # Thinner than the noise everywhere: eroding by half the width leaves nothing.
            if shapely.buffer(shared[k], -noise / 2).is_empty:
                continue
            a, b = sorted((str(codes[i[k]]), str(codes[j[k]])))
            rows.append((a, b, float(area[k])))
    frame = pd.DataFrame(rows, columns=["a", "b", "area_m2"])
    return frame.sort_values(["area_m2", "a", "b"], ascending=[False, True, True])
