"""What a rule sees: all layers in one metric CRS, the profile, and shared computations.

Rows keep the order in which they were given, so that "row 7" means the seventh row of the
file. Nothing is mended here: a value that does not fit its column becomes null and is noted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from zoning.model.profile import UNITS, Profile
from zoning.model.schema import FAR, LAYERS, MOST, LayerSpec, as_numbers, as_text
from zoning.validate.core.joins import Join, join_buildings
from zoning.validate.core.levels import smallest

__all__ = [
    "Context",
    "FileFacts",
    "finite",
    "inner_points",
    "joined",
    "polygonal",
    "prepare_layer",
    "zone_by_place",
    "zone_rows",
]

T = TypeVar("T")
_NUMBERS = {"int": "Int64", "float": "float64"}


@dataclass(frozen=True)
class FileFacts:
    """What reading one layer of one file showed; the file rules judge it.

    Parameters
    ----------
    path, layer : str
        File, and layer of the project that it was read for.
    driver : str
        Format (``Shapefile``, ``GeoPackage``...), empty for a frame from memory.
    unreadable : str
        Why it could not be read, empty if it could.
    encoding : tuple of str
        What is wrong with its text.
    cut : tuple of str
        Text cut inside a character.
    counts : tuple of str
        What does not match between its parts.
    quarantined : tuple of str
        Features that were left out, with the reason.
    crs : pyproj.CRS or None
        As declared.
    rows : int
        Rows read.
    bounds : tuple of float
        Of the coordinates as they stand, empty without any.
    columns : tuple of str
        As the file names them.
    lost : int
        Rows whose geometry is gone because the file was cut off; one finding tells them.
    """

    path: str
    layer: str
    driver: str = ""
    unreadable: str = ""
    encoding: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    quarantined: tuple[str, ...] = ()
    crs: pyproj.CRS | None = None
    rows: int = 0
    bounds: tuple[float, ...] = ()
    columns: tuple[str, ...] = ()
    lost: int = 0


@dataclass(eq=False)
class Context:
    """All that a rule may look at.

    Parameters
    ----------
    layers : mapping of str to GeoDataFrame
        ``zones``, ``areas`` (what zones must fill), ``districts``, ``buildings``, ``barriers``,
        ``disputes``, ``dwellings``, ``official``, ``allowed_gaps``, ``issued``: those that were
        given, with every column of the schema, index 0..n-1, one metric CRS.
    profile : Profile
        The census's rules.
    crs : pyproj.CRS or None
        CRS of all layers.
    files : tuple of FileFacts
        What reading showed, one a layer and file.
    told : pyproj.CRS or None
        CRS in which findings are given back.
    """

    layers: Mapping[str, pd.DataFrame]
    profile: Profile
    crs: pyproj.CRS | None = None
    files: tuple[FileFacts, ...] = ()
    told: pyproj.CRS | None = None
    notes: list[str] = field(default_factory=list)
    _shared: dict[Any, Any] = field(default_factory=dict, repr=False)

    def has(self, *names: str) -> bool:
        """Whether all these layers were given."""
        return all(name in self.layers for name in names)

    def __getitem__(self, name: str) -> gpd.GeoDataFrame:
        return self.layers[name]

    def shared(self, make: Callable[[Context], T]) -> T:
        """``make(context)``, computed once and kept for all rules."""
        if make not in self._shared:
            self._shared[make] = make(self)
        return self._shared[make]

    def note(self, text: str) -> None:
        """Say something about the check itself (a limit skipped for want of its unit)."""
        if text not in self.notes:
            self.notes.append(text)

    def labels(self, name: str) -> np.ndarray:
        """Key of every row of a layer, "row 7" where it has none."""
        return self.once(("labels", name), lambda: _labels(self.layers[name], name))

    def geometry(self, name: str) -> np.ndarray:
        """Geometry of a layer as an array, ``None`` where there is none."""
        return self.once(("geometry", name), lambda: np.asarray(self.layers[name].geometry.array))

    def sound(self, name: str) -> np.ndarray:
        """Geometry of a layer as an array, ``None`` in rows that are not usable."""
        shapes = self.geometry(name).copy()
        shapes[~self.usable(name)] = None
        return shapes

    def finite(self, name: str) -> np.ndarray:
        """Mask of rows that have coordinates, all of them finite."""
        return self.once(("finite", name), lambda: _with_place(self.geometry(name)))

    def usable(self, name: str) -> np.ndarray:
        """Mask of rows whose geometry is finite, not empty and valid; the rest is for GEO."""
        return self.once(("usable", name), lambda: _usable(self, name))

    @property
    def members(self) -> np.ndarray:
        """Mask of zones that make up the coverage: usable, not virtual, each stack once."""
        return self.once("members", lambda: _members(self))

    @property
    def parents(self) -> gpd.GeoDataFrame | None:
        """Usable polygons that zones must fill: the `areas` that hold no smaller ones.

        Index 0..n-1; the column ``row`` is the row in `areas`. ``None`` without areas.
        """
        return self.once("parents", lambda: _parents(self))

    def people_of_zones(self, unit: str) -> np.ndarray:
        """Persons, households or dwellings of every zone as floats, NaN where unknown.

        The zones' own column, else the sum over its buildings.
        """
        return self.once(("people", unit), lambda: _people_of_zones(self, unit))

    def once(self, key: Any, make: Callable[[], T]) -> T:
        """``make()``, computed once and kept under a key."""
        if key not in self._shared:
            self._shared[key] = make()
        return self._shared[key]


def prepare_layer(frame: pd.DataFrame, spec: LayerSpec, notes: list[str]) -> pd.DataFrame:
    """A copy with every column of a layer, of its kind, rows in their order.

    A column already there keeps its name; a value that is no number becomes null and is
    noted. Columns that the layer does not know stay.
    """
    out = frame.reset_index(drop=True).copy()
    for column, kind in spec.columns.items():
        if column not in out.columns:
            out[column] = _blank(len(out), kind)
        elif kind in _NUMBERS:
            out[column] = _number(out[column], kind, spec.name, notes)
        elif kind == "str":
            out[column] = _text(out[column])
    return out


def _blank(count: int, kind: str):
    if kind == "str":
        return np.full(count, None, dtype=object)
    if kind == "bool":
        return pd.array([pd.NA] * count, dtype="boolean")
    return pd.array(np.full(count, np.nan), dtype=_NUMBERS[kind])


def _number(values: pd.Series, kind: str, layer: str, notes: list[str]) -> pd.Series:
    numbers = as_numbers(values).astype("float64")
    if kind == "int":
        numbers = numbers.where(numbers.abs() < MOST)
    lost = numbers.isna() & values.notna()
    if lost.any():
        notes.append(f"{layer}: {int(lost.sum())} values of {values.name} are no numbers")
    numbers = numbers.where(np.isfinite(numbers))
    return numbers.round().astype("Int64") if kind == "int" else numbers


def _text(values: pd.Series) -> pd.Series:
    if pd.api.types.is_float_dtype(values.dtype):
        values = as_text(values)
    return pd.Series(_stripped(values), index=values.index, dtype=object)


def _stripped(values: pd.Series) -> np.ndarray:
    """Values as text without spaces around, blank ones null."""
    if isinstance(values.dtype, pd.StringDtype):
        # Column by column: a walk over the single values costs more than most rules.
        text = values.str.strip()
        blank = (text == "").fillna(False)
        text = text.mask(blank) if blank.any() else text
        return text.to_numpy(dtype=object, na_value=None)
    out = np.full(len(values), None, dtype=object)
    raw = values.to_numpy(dtype=object)
    known = np.flatnonzero(values.notna().to_numpy())
    words = (str(v).strip() or None for v in raw[known])
    out[known] = np.fromiter(words, dtype=object, count=len(known))
    return out


def _labels(frame: pd.DataFrame, name: str) -> np.ndarray:
    spec = LAYERS.get(name)
    rows = np.array([f"row {i + 1}" for i in range(len(frame))], dtype=object)
    if spec is None or spec.key not in frame.columns:
        return rows
    key = frame[spec.key].astype("object")
    return np.where(key.isna(), rows, key.to_numpy())


def finite(geometry: np.ndarray) -> np.ndarray:
    """Mask of geometries all of whose coordinates are on the Earth (``None`` and empty count).

    What is larger than :data:`zoning.model.schema.FAR` is finite for a computer alone: its squares
    are not, and neither are areas and widths.
    """
    coordinates, index = shapely.get_coordinates(geometry, return_index=True)
    good = np.ones(len(geometry), dtype=bool)
    good[index[~(np.abs(coordinates) < FAR).all(axis=1)]] = False
    return good


def _with_place(geometry: np.ndarray) -> np.ndarray:
    return ~(shapely.is_missing(geometry) | shapely.is_empty(geometry)) & finite(geometry)


def _usable(context: Context, name: str) -> np.ndarray:
    mask = context.finite(name).copy()
    mask[mask] = shapely.is_valid(context.geometry(name)[mask])
    return mask


def polygonal(context: Context, name: str) -> np.ndarray:
    """Mask of rows with a usable polygon."""
    return context.usable(name) & np.isin(shapely.get_type_id(context.geometry(name)), (3, 6))


def _members(context: Context) -> np.ndarray:
    zones = context["zones"]
    mask = polygonal(context, "zones")
    mask &= (zones["kind"] != "virtual").to_numpy()
    stack = zones["stack"].where(mask)
    mask &= ~(stack.notna() & stack.duplicated()).to_numpy()
    return mask


def _parents(context: Context) -> gpd.GeoDataFrame | None:
    if not context.has("areas"):
        return None
    areas = context["areas"]
    rows = np.flatnonzero(polygonal(context, "areas"))
    levels = areas["level"].iloc[rows].tolist()
    rows = rows[smallest(context.geometry("areas")[rows], levels)]
    kept = areas.iloc[rows].copy()
    kept["row"] = rows
    return kept.reset_index(drop=True)


def _people_of_zones(context: Context, unit: str) -> np.ndarray:
    assert unit in UNITS, unit
    zones = context["zones"]
    own = zones[unit].astype("float64").to_numpy(na_value=np.nan)
    if not np.isnan(own).all() or not context.has("buildings"):
        return own
    buildings = context["buildings"]
    each = buildings[unit].astype("float64")
    if each.isna().all():
        return own
    codes = zones["zone_code"]
    stands = buildings["zone_code"]
    if stands.isna().all():
        stands = context.shared(zone_by_place)
    sums = each.groupby(stands.to_numpy()).sum()
    return codes.map(sums).fillna(0).astype("float64").to_numpy()


def joined(context: Context) -> Join:
    """Buildings joined to the zones of the coverage; rows are those of the layers.

    Where several zones hold a building's inner point, on a border, the one with the lowest
    code does, whatever the order of rows.
    """
    members = np.flatnonzero(context.members)
    members = members[np.argsort(context.labels("zones")[members].astype(str), kind="stable")]
    buildings = context.sound("buildings")
    points = context.shared(inner_points)
    join = join_buildings(buildings, context.geometry("zones")[members], points)
    main = np.full(len(buildings), -1)
    main[join.main >= 0] = members[join.main[join.main >= 0]]
    return replace(join, main=main, zone=members[join.zone])


def inner_points(context: Context) -> np.ndarray:
    """A point inside every usable building, ``None`` for the others."""
    return shapely.point_on_surface(context.sound("buildings"))


def zone_rows(context: Context) -> np.ndarray:
    """Row of the zone that holds each building's inner point, -1 outside all."""
    return context.shared(joined).main


def zone_by_place(context: Context) -> pd.Series:
    """Label of the zone in which each building's inner point lies, null outside all."""
    rows = zone_rows(context)
    out = np.full(len(rows), None, dtype=object)
    out[rows >= 0] = context.labels("zones")[rows[rows >= 0]]
    return pd.Series(out, dtype=object)
