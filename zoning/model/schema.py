"""The layers of a project: names, geometry, keys and columns.

Columns are the contract between the rooms of this package: the splitter writes them, the
validator reads them, and neither knows the other. Keys are strings, counts are nullable
integers (``Int64``), coordinates are in the project's CRS.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import geopandas as gpd
import pandas as pd

from zoning.errors import LayerError, name_some

__all__ = [
    "ALLOWED_GAPS",
    "AREAS",
    "BARRIERS",
    "BLOCKS",
    "BUILDINGS",
    "DECISIONS",
    "DISPUTES",
    "DISTRICTS",
    "DWELLINGS",
    "EVENTS",
    "FAR",
    "FINDINGS",
    "ISSUED",
    "LAYERS",
    "LEVELS",
    "MOST",
    "OVERRIDES",
    "SETTLEMENTS",
    "WAIVERS",
    "ZONES",
    "LayerSpec",
    "as_numbers",
    "as_text",
    "conform",
    "empty",
    "remedy_for",
    "require",
]

POLYGONS = frozenset({"Polygon", "MultiPolygon"})
LINES = frozenset({"LineString", "MultiLineString"})
POINTS = frozenset({"Point", "MultiPoint"})
NO_GEOMETRY: frozenset[str] = frozenset()

#: Levels of areas, top first.
LEVELS = ("county", "township", "village")

#: Whole numbers up to here are exact as floats; what is larger is no count and no code.
MOST = 2.0**53
#: No coordinate on the Earth is larger, in any unit down to the millimetre.
FAR = 1e11
_DTYPES = {"str": "str", "int": "Int64", "float": "float64", "bool": "boolean"}


@dataclass(frozen=True)
class LayerSpec:
    """What one layer holds.

    Parameters
    ----------
    name : str
        Layer name, as in ``zoning.gpkg``.
    geometry : frozenset of str
        Geometry types allowed; empty for a table. ``None`` geometry is allowed where
        `nullable` is true.
    key : str
        Column that identifies a row; a non-empty unique string.
    columns : mapping of str to str
        Column to kind (``str``, ``int``, ``float``, ``bool``), key included, in order.
    required : frozenset of str
        Columns that an input must bring; the others are added as null.
    nullable : bool
        Whether a row may have no geometry.
    """

    name: str
    geometry: frozenset[str]
    key: str
    columns: Mapping[str, str]
    required: frozenset[str] = field(default_factory=frozenset)
    nullable: bool = False


def _spec(
    name: str,
    geometry: frozenset[str],
    key: str,
    columns: str,
    required: Iterable[str] = (),
    nullable: bool = False,
) -> LayerSpec:
    kinds = {}
    for item in columns.split():
        column, _, kind = item.partition(":")
        kinds[column] = kind or "str"
    return LayerSpec(name, geometry, key, kinds, frozenset({key, *required}), nullable)


AREAS = _spec(
    "areas",
    POLYGONS | POINTS,
    "area_code",
    "area_code name level parent_code population:int households:int dwellings:int "
    "urban:bool authority",
)
BARRIERS = _spec("barriers", LINES, "barrier_id", "barrier_id kind rank:int name")
DISTRICTS = _spec(
    "districts",
    POLYGONS,
    "district_code",
    "district_code name township_code n_zones:int n_buildings:int households:int persons:int "
    "status status_by status_at",
)
ZONES = _spec(
    "zones",
    POLYGONS,
    "zone_code",
    "zone_code district_code kind stack part n_buildings:int households:int persons:int "
    "dwellings:int area_m2:float compactness:float visible_share:float in_range:bool reason "
    "status status_by status_at authority",
    nullable=True,
)
BUILDINGS = _spec(
    "buildings",
    POLYGONS | POINTS,
    "building_id",
    "building_id zone_code number:int use floors:int dwellings:int households:int persons:int "
    "persons_source status source source_id name address tags figures",
)
DWELLINGS = _spec(
    "dwellings",
    NO_GEOMETRY,
    "dwelling_id",
    "dwelling_id building_id entrance floor:int room vacant:bool zone_code",
)
ALLOWED_GAPS = _spec("allowed_gaps", POLYGONS, "gap_id", "gap_id name")
BLOCKS = _spec("blocks", POLYGONS, "block_id", "block_id persons:int households:int dwellings:int")
DISPUTES = _spec(
    "disputes",
    POLYGONS,
    "dispute_id",
    "dispute_id kind claim_a claim_b area_m2:float width_m:float length_m:float n_buildings:int "
    "households:int persons:int place status method updated",
)
FINDINGS = _spec(
    "findings",
    POLYGONS | LINES | POINTS | {"GeometryCollection"},
    "finding_id",
    "finding_id rule_id severity layer feature_ids measured:float limit:float unit "
    "area_m2:float width_m:float n_buildings:int households:int persons:int message waived:bool",
    nullable=True,
)
SETTLEMENTS = _spec(
    "settlements",
    LINES,
    "dispute_id",
    "dispute_id method basis authority_a authority_b decided_by signers visited_on document "
    "decided_on",
)
OVERRIDES = _spec(
    "overrides",
    POINTS,
    "override_id",
    "override_id target target_id zone_code action by reason",
    nullable=True,
)
WAIVERS = _spec(
    "waivers",
    POLYGONS | LINES | POINTS | {"GeometryCollection"},
    "finding_id",
    "finding_id by reason until",
    nullable=True,
)
EVENTS = _spec(
    "events",
    NO_GEOMETRY,
    "event_id",
    "event_id at by action layer target_id before after document",
)
ISSUED = _spec("issued", NO_GEOMETRY, "issued_id", "issued_id kind code holder number:int at")

LAYERS = {
    spec.name: spec
    for spec in (
        AREAS,
        BARRIERS,
        DISTRICTS,
        ZONES,
        BUILDINGS,
        DWELLINGS,
        DISPUTES,
        BLOCKS,
        ALLOWED_GAPS,
        FINDINGS,
    )
}
DECISIONS = {spec.name: spec for spec in (SETTLEMENTS, OVERRIDES, WAIVERS, EVENTS, ISSUED)}


def remedy_for(kind: str) -> str:
    """What to do with geometry of a kind that is no polygon, where polygons are wanted.

    Examples
    --------
    >>> remedy_for("Point")
    'give the layer of polygons'
    """
    if kind == "GeometryCollection":
        return "take it apart into polygons first (QGIS: Multipart to singleparts)"
    if kind in LINES:
        return "make polygons of the lines first (QGIS: Polygonize)"
    return "give the layer of polygons"


def require(frame: pd.DataFrame, spec: LayerSpec, *, where: str = "") -> None:
    """Raise unless a frame has the required columns, key and geometry of a layer.

    Parameters
    ----------
    frame : GeoDataFrame or DataFrame
        The layer as it was given.
    spec : LayerSpec
        What it should be.
    where : str, optional
        File or argument to name in the message.

    Raises
    ------
    LayerError
        A required column is missing, the key is empty or repeated, or geometry is of a
        type that the layer does not hold.
    """
    label = f"{where}: layer {spec.name}" if where else f"layer {spec.name}"
    missing = sorted(spec.required - set(frame.columns))
    if missing:
        have = ", ".join(str(c) for c in frame.columns if c != "geometry")
        raise LayerError(f"{label}: no column {', '.join(missing)}; columns are: {have}")
    _require_key(frame[spec.key], label)
    if not spec.geometry:
        return
    if not isinstance(frame, gpd.GeoDataFrame):
        raise LayerError(f"{label}: wanted a GeoDataFrame, got a table without geometry")
    types = frame.geometry.geom_type
    wrong = frame[types.notna() & ~types.isin(spec.geometry)]
    if len(wrong):
        ids = name_some(wrong[spec.key])
        wanted = " or ".join(sorted(spec.geometry))
        raise LayerError(f"{label}: {ids} is {types[wrong.index[0]]}, wanted {wanted}")


def _require_key(key: pd.Series, label: str) -> None:
    blank = key.isna() | (key.astype("str").str.strip() == "")
    if blank.any():
        rows = name_some(i + 1 for i in blank.to_numpy().nonzero()[0])
        raise LayerError(f"{label}: {key.name} is empty in row {rows}; give every row a code")
    twice = key[key.duplicated()].drop_duplicates()
    if len(twice):
        raise LayerError(
            f"{label}: {key.name} {name_some(twice)} stands more than once; make codes unique"
        )


def conform(
    frame: pd.DataFrame, spec: LayerSpec, *, extra: bool = False, by_key: bool = True
) -> pd.DataFrame:
    """A copy of a frame with exactly a layer's columns, kinds and order of rows.

    Parameters
    ----------
    frame : GeoDataFrame or DataFrame
        Has at least the key.
    spec : LayerSpec
        The layer.
    extra : bool, default False
        Keep columns that the layer does not name, after its own.
    by_key : bool, default True
        Sort by key; else rows stay in their order.

    Returns
    -------
    GeoDataFrame or DataFrame
        Index 0..n-1; missing columns are null.

    Raises
    ------
    LayerError
        A value is not of its column's kind.
    """
    data = {}
    for column, kind in spec.columns.items():
        if column in frame.columns:
            data[column] = _cast(frame[column], kind, spec.name)
        else:
            blank = float("nan") if kind == "float" else pd.NA
            data[column] = pd.Series(blank, index=frame.index, dtype=_DTYPES[kind])
    if extra:
        for column in frame.columns:
            if column not in data and column != getattr(frame, "_geometry_column_name", None):
                data[column] = frame[column]
    table = pd.DataFrame(data, index=frame.index)
    order = table[spec.key].argsort(kind="stable") if by_key else slice(None)
    if spec.geometry and isinstance(frame, gpd.GeoDataFrame):
        table = gpd.GeoDataFrame(table, geometry=frame.geometry.array, crs=frame.crs)
    return table.iloc[order].reset_index(drop=True)


def _cast(values: pd.Series, kind: str, layer: str) -> pd.Series:
    try:
        if kind == "str":
            return as_text(values)
        if kind == "int":
            return pd.to_numeric(values).round().astype("Int64")
        if kind == "float":
            return pd.to_numeric(values).astype("float64")
        return values.astype("boolean")
    except (ValueError, TypeError, OverflowError) as error:
        raise LayerError(
            f"layer {layer}: column {values.name} holds a value that is no {kind} ({error})"
        ) from None


def as_numbers(values: pd.Series) -> pd.Series:
    """Values as numbers, null where they are none, also whole numbers of hundreds of digits."""
    try:
        return pd.to_numeric(values, errors="coerce")
    except OverflowError:  # JSON allows them
        return pd.to_numeric(values.map(str, na_action="ignore"), errors="coerce")


def as_text(values: pd.Series) -> pd.Series:
    """Values as text; a code that was read as a number does not become ``7001.0``."""
    if pd.api.types.is_float_dtype(values.dtype):
        whole = values.dropna()
        if len(whole) and ((whole == whole.round()) & (whole.abs() < MOST)).all():
            values = values.astype("Int64")
    return values.astype("str").where(values.notna())


def empty(spec: LayerSpec, crs: Any = None) -> pd.DataFrame:
    """A layer without rows, with every column of its kind."""
    data = {c: pd.Series([], dtype=_DTYPES[kind]) for c, kind in spec.columns.items()}
    if not spec.geometry:
        return pd.DataFrame(data)
    return gpd.GeoDataFrame(data, geometry=gpd.GeoSeries([], crs=crs), crs=crs)
