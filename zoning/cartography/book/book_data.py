"""The layers of a map book in the form that its pages ask for.

Everything is an array beside a spatial index; a page asks for what lies in its frame. Names of
places that a profile keeps unnamed never get in.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.buildings.rounds import entry_points
from zoning.errors import CRSError, GeometryError, LayerError, UsageError, name_some
from zoning.geo.crs import require_metric
from zoning.model.profile import Profile
from zoning.model.schema import (
    AREAS,
    BARRIERS,
    BUILDINGS,
    DISTRICTS,
    ZONES,
    conform,
    empty,
    require,
)
from zoning.model.uses import USES, is_residential, map_uses

__all__ = ["BookData", "book_data", "hide_names", "select_zones"]

#: Uses that a profile may forbid to name, and the words data have for them.
_UNNAMED_WORDS = {
    "military": ("military", "barracks", "bunker", "军事", "部队", "兵营", "军"),
    "prison": ("prison", "jail", "监狱", "看守所", "戒毒所"),
}

#: Uses of buildings that need no letter on the map.
_PLAIN_USES = ("residential", "mixed", "unknown")


def _free_letter(name: str, taken: set[str]) -> str:
    """A letter for a use: one of its own if possible."""
    own = [c for c in name.upper() if "A" <= c <= "Z"]
    for letter in [*own, *"ABCDEFGHJKLMNPQRSTUVWXYZ"]:
        if letter not in taken:
            return letter
    return f"U{len(taken)}"


@dataclass(frozen=True)
class BookData:
    """Layers of one book, all in one projected CRS.

    Parameters
    ----------
    zones, districts, areas, buildings, barriers : GeoDataFrame
        As in `zoning.model.schema`, sorted by key.
    profile : Profile or None
        Its notice, staffing and unnamed uses.
    """

    zones: gpd.GeoDataFrame
    districts: gpd.GeoDataFrame
    areas: gpd.GeoDataFrame
    buildings: gpd.GeoDataFrame
    barriers: gpd.GeoDataFrame
    profile: Profile | None = None
    zone_geoms: np.ndarray = field(init=False, repr=False)
    zone_tree: shapely.STRtree = field(init=False, repr=False)
    house_geoms: np.ndarray = field(init=False, repr=False)
    house_points: np.ndarray = field(init=False, repr=False)
    house_tree: shapely.STRtree = field(init=False, repr=False)
    house_zone: np.ndarray = field(init=False, repr=False)
    line_geoms: np.ndarray = field(init=False, repr=False)
    line_tree: shapely.STRtree = field(init=False, repr=False)
    line_kind: np.ndarray = field(init=False, repr=False)
    line_rank: np.ndarray = field(init=False, repr=False)
    line_name: np.ndarray = field(init=False, repr=False)
    line_named: np.ndarray = field(init=False, repr=False)
    line_group: np.ndarray = field(init=False, repr=False)
    house_number: np.ndarray = field(init=False, repr=False)
    use_letter: np.ndarray = field(init=False, repr=False)
    is_home: np.ndarray = field(init=False, repr=False)
    uses: dict = field(init=False, repr=False)
    zone_code: np.ndarray = field(init=False, repr=False)
    zone_district: np.ndarray = field(init=False, repr=False)
    zone_digits: int = field(init=False, repr=False)
    centres: np.ndarray = field(init=False, repr=False)

    def __post_init__(self):
        put = object.__setattr__
        put(self, "zone_code", self.zones["zone_code"].to_numpy(object))
        put(self, "zone_district", self.zones["district_code"].to_numpy(object))
        put(self, "zone_digits", self.profile.codes.zone_digits if self.profile else 3)
        put(self, "house_number", self.buildings["number"].fillna(-1).to_numpy(int))
        self._set_uses(put)
        put(self, "zone_geoms", self.zones.geometry.array._data.copy())
        put(self, "zone_tree", shapely.STRtree(self.zone_geoms))
        houses = self.buildings.geometry.array._data.copy()
        put(self, "house_geoms", houses)
        put(self, "house_tree", shapely.STRtree(houses))
        put(self, "house_points", shapely.get_coordinates(shapely.point_on_surface(houses)))
        place = pd.Series(np.arange(len(self.zones)), index=self.zones["zone_code"])
        codes = self.buildings["zone_code"]
        put(self, "house_zone", place.reindex(codes).fillna(-1).to_numpy().astype(int))
        put(self, "line_geoms", self.barriers.geometry.array._data.copy())
        put(self, "line_tree", shapely.STRtree(self.line_geoms))
        self._set_lines(put)
        put(self, "centres", self._lon_lat())

    def _set_lines(self, put) -> None:
        kind = self.barriers["kind"].fillna("other").to_numpy(object)
        name = self.barriers["name"].fillna("").astype("str").str.strip().to_numpy(object)
        put(self, "line_kind", kind)
        put(self, "line_rank", self.barriers["rank"].fillna(3).to_numpy(int).clip(1))
        put(self, "line_name", name)
        put(self, "line_named", name != "")
        # Pieces of one street, or of one kind without a name, count as one line.
        both = pd.Series(kind) + "\x00" + pd.Series(name) if len(kind) else pd.Series([], dtype=str)
        put(self, "line_group", pd.factorize(both, sort=True)[0])

    def _set_uses(self, put) -> None:
        use = map_uses(self.buildings["use"])
        letters = dict.fromkeys(_PLAIN_USES, "")
        for name in USES:
            if name not in letters:
                letters[name] = _free_letter(name, set(letters.values()))
        put(self, "uses", {v: k for k, v in letters.items() if v})
        put(self, "use_letter", use.map(letters).to_numpy(object))
        people = sum(
            self.buildings[c].fillna(0).to_numpy(int)
            for c in ("persons", "households", "dwellings")
        )
        put(self, "is_home", is_residential(use).to_numpy(bool) | (people > 0))

    @property
    def known_figures(self) -> frozenset[str]:
        """Columns of figures that say something: not all null and not all zero."""
        columns = ("n_buildings", "households", "persons")
        return frozenset(c for c in columns if (self.zones[c].fillna(0) > 0).any())

    @property
    def district_township(self) -> dict[str, str]:
        """Township of each district that has one."""
        made = self.__dict__.get("_townships")
        if made is None:
            known = self.districts[self.districts["township_code"].notna()]
            made = dict(zip(known["district_code"], known["township_code"]))
            self.__dict__["_townships"] = made
        return made

    def houses_of(self, members) -> np.ndarray:
        """Rows of the buildings of some zones, in the order of their numbers."""
        table = self.__dict__.get("_by_zone")
        if table is None:
            order = np.lexsort(
                (np.arange(len(self.house_zone)), self.house_number, self.house_zone)
            )
            starts = np.searchsorted(self.house_zone[order], np.arange(len(self.zones) + 1))
            table = self.__dict__["_by_zone"] = (order, starts)
        order, starts = table
        return np.concatenate([order[starts[m] : starts[m + 1]] for m in members])

    def members(self, row: int) -> np.ndarray:
        """Rows of the zones that share a zone's polygon, the zone itself first."""
        stack = self.zones["stack"].iloc[row]
        if pd.isna(stack):
            return np.array([row])
        same = np.flatnonzero((self.zones["stack"] == stack).fillna(False).to_numpy(bool))
        return np.concatenate([[row], same[same != row]])

    def district_lines(self, code: str) -> np.ndarray:
        """The polygon of a district, as an array of none or one."""
        table = self.__dict__.get("_district_rows")
        if table is None:
            table = {c: i for i, c in enumerate(self.districts["district_code"])}
            self.__dict__["_district_rows"] = table
        row = table.get(code)
        geoms = self.districts.geometry.array._data
        return geoms[:0] if row is None else geoms[row : row + 1]

    def entry(self, row: int) -> np.ndarray | None:
        """Where the round of a zone begins, on the zone's own ground or its border."""
        known = self.__dict__.get("_entries")
        if known is None:
            known = entry_points(self.buildings, self.zones, self.barriers)
            self.__dict__["_entries"] = known
        spot = known.get(str(self.zones["zone_code"].iloc[row]))
        if spot is None or shapely.is_missing(self.zone_geoms[row]):
            return None
        nearest = shapely.shortest_line(self.zone_geoms[row], shapely.points(spot))
        return shapely.get_coordinates(nearest)[0]

    def _lon_lat(self) -> np.ndarray:
        """Longitude and latitude of a point in each zone; NaN without geometry."""
        out = np.full((len(self.zones), 2), np.nan)
        there = ~shapely.is_missing(self.zone_geoms)
        if there.any() and self.zones.crs is not None:
            points = gpd.GeoSeries(
                shapely.point_on_surface(self.zone_geoms[there]), crs=self.zones.crs
            )
            out[there] = shapely.get_coordinates(points.to_crs(4326).array._data)
        return out

    def district_name(self, code: str) -> str:
        """Name of a district, of the area of the same code, or nothing."""
        return self._names.get(code, "")

    @property
    def _names(self) -> dict[str, str]:
        made = self.__dict__.get("_name_table")
        if made is None:
            made = {}
            for frame, key in ((self.areas, "area_code"), (self.districts, "district_code")):
                known = frame[frame["name"].notna()]
                made.update(zip(known[key], known["name"]))
            self.__dict__["_name_table"] = made
        return made

    def area_name(self, code: str) -> str:
        """Name of an area, or its code where it has none."""
        return self._names.get(code, "") or code


def book_data(zones, districts, areas, buildings, barriers, profile) -> BookData:
    """Check the layers of a book and bring them into one form.

    Raises
    ------
    LayerError
        A layer misses its key or has geometry of the wrong type.
    CRSError
        The zones have no projected CRS in metres, or a layer has another CRS.
    GeometryError
        A zone that is not virtual has no geometry or coordinates that are no numbers.
    """
    require(zones, ZONES, where="map_book")
    if "district_code" not in zones.columns:
        zones = zones.assign(district_code=_stems(zones["zone_code"]))
    zones = conform(zones, ZONES)
    if not len(zones):
        raise LayerError("map_book: layer zones has no rows; run the split first")
    require_metric(zones, "map_book: layer zones")
    crs = zones.crs
    zones["district_code"] = zones["district_code"].fillna(_stems(zones["zone_code"]))
    _check_geometry(zones)
    unnamed = profile.unnamed if profile is not None else ()
    return BookData(
        zones=zones,
        districts=_layer(districts, DISTRICTS, crs),
        areas=_layer(areas, AREAS, crs),
        buildings=hide_names(_layer(buildings, BUILDINGS, crs), unnamed),
        barriers=_layer(barriers, BARRIERS, crs),
        profile=profile,
    )


def _stems(codes: pd.Series) -> pd.Series:
    return codes.astype("str").str[:-3]


def _layer(frame, spec, crs) -> gpd.GeoDataFrame:
    if frame is None or not len(frame):
        return empty(spec, crs)
    require(frame, spec, where="map_book")
    if frame.crs is None or not frame.crs.equals(crs):
        raise CRSError(
            f"map_book: layer {spec.name} is in {frame.crs or 'no CRS'}, zones in "
            f"{crs.to_string()}; bring all layers into one"
        )
    made = conform(frame, spec)
    geoms = made.geometry.array._data
    bare = shapely.is_missing(geoms) | shapely.is_empty(geoms)
    wrong = ~_finite(geoms)
    # A building that is nowhere would lose its number without a word; a line is just not drawn.
    if spec is BUILDINGS:
        wrong |= bare
    if wrong.any():
        raise GeometryError(
            f"map_book: layer {spec.name}: {name_some(made[spec.key][wrong])} has no geometry or "
            "coordinates that are no numbers; repair it or leave it out"
        )
    return made[~bare].reset_index(drop=True)


def _finite(geoms) -> np.ndarray:
    """Whether all coordinates of each geometry are numbers; true where there are none."""
    xy, index = shapely.get_coordinates(geoms, return_index=True)
    out = np.ones(len(geoms), bool)
    out[index[~np.isfinite(xy).all(axis=1)]] = False
    return out


def _check_geometry(zones: gpd.GeoDataFrame) -> None:
    geoms = zones.geometry.array._data
    missing = shapely.is_missing(geoms) | shapely.is_empty(geoms)
    virtual = (zones["kind"].fillna("ordinary") == "virtual").to_numpy()
    finite = _finite(geoms)
    for wrong, text in (
        (missing & ~virtual, "has no geometry and is not of kind virtual; draw it or set its kind"),
        (~finite, "has coordinates that are no numbers; repair it"),
        (~missing & finite & ~shapely.is_valid(geoms), "crosses itself; repair it (make_valid)"),
    ):
        if wrong.any():
            codes = name_some(zones["zone_code"][wrong])
            raise GeometryError(f"map_book: layer zones: {codes} {text}")


def hide_names(buildings: gpd.GeoDataFrame, unnamed) -> gpd.GeoDataFrame:
    """A copy in which buildings of uses that a profile keeps unnamed have no use or name.

    Parameters
    ----------
    buildings : GeoDataFrame
        Layer ``buildings``.
    unnamed : sequence of str
        Of the profile: ``military``, ``prison``.
    """
    words = [w for kind in unnamed for w in _UNNAMED_WORDS.get(kind, (kind,))]
    if not words or not len(buildings):
        return buildings
    secret = np.zeros(len(buildings), bool)
    for column in ("use", "name"):
        text = buildings[column].astype("str").str.lower().fillna("")
        for word in words:
            secret |= text.str.contains(word, regex=False).to_numpy(dtype=bool, na_value=False)
    out = buildings.copy()
    for column in ("use", "name", "address"):
        out[column] = out[column].mask(secret)
    return out


def select_zones(data: BookData, select) -> np.ndarray:
    """Rows of the zones named by code, by district or by township.

    Parameters
    ----------
    data : BookData
    select : sequence of str or None
        Codes; ``None`` takes every zone.

    Raises
    ------
    UsageError
        A code names nothing.
    """
    if select is None:
        return np.arange(len(data.zones))
    wanted = [select] if isinstance(select, str) else [str(c) for c in select]
    zones, districts = data.zones, data.districts
    township = dict(zip(districts["district_code"], districts["township_code"]))
    columns = [
        zones["zone_code"],
        zones["district_code"],
        zones["district_code"].map(township).astype("object"),
    ]
    hit = np.zeros(len(zones), bool)
    unknown = []
    for code in wanted:
        found = np.zeros(len(zones), bool)
        for column in columns:
            found |= (column == code).fillna(False).to_numpy(dtype=bool)
        if not found.any():
            unknown.append(code)
        hit |= found
    if unknown:
        raise UsageError(
            f"map_book: {name_some(unknown)}: no zone, district or township of this code"
        )
    return np.flatnonzero(hit)
