"""One register from several sources: every building once, with an id that lasts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.buildings.matching import Matching, match_records, no_pairs
from zoning.buildings.merging import merge_attributes
from zoning.errors import LayerError
from zoning.model.schema import BUILDINGS, ISSUED, conform, empty
from zoning.model.uses import map_uses

__all__ = ["Register", "holder_of", "register"]


@dataclass(frozen=True)
class Register:
    """The register and the account of how it came about.

    Parameters
    ----------
    buildings : GeoDataFrame
        Layer ``buildings``, sorted by ``building_id``.
    merged : DataFrame
        ``source``, ``source_id``, ``building_id`` it went into, ``why``, ``share`` of its
        footprint that lies there.
    refused : DataFrame
        ``source``, ``source_id``, ``cause``.
    counts : DataFrame
        A row a source: ``delivered`` = ``taken`` + ``merged`` + ``refused``; ``repaired``
        of those taken or merged had an outline that crossed itself.
    issued : DataFrame
        Rows of kind ``building`` that are new, for the table ``issued``.
    """

    buildings: gpd.GeoDataFrame
    merged: pd.DataFrame
    refused: pd.DataFrame
    counts: pd.DataFrame
    issued: pd.DataFrame = field(repr=False, default_factory=lambda: empty(ISSUED))

    def _repr_html_(self) -> str:
        return self.counts.to_html()

    def explore(self, **options):
        """An interactive map of the register, coloured by source."""
        shown = self.buildings[["building_id", "source", "use", "floors", "geometry"]]
        from zoning.html.explore import explore  # loads folium

        return explore(shown, "source", **options)


def register(
    buildings: gpd.GeoDataFrame,
    *,
    order: Sequence[str] = (),
    issued: pd.DataFrame | None = None,
    uses: Mapping[str, str] | None = None,
    matching: Matching | None = None,
    merge: bool = True,
) -> Register:
    """Every building once, from the records of one or several sources.

    Parameters
    ----------
    buildings : GeoDataFrame
        Layer ``buildings`` with ``source`` and ``source_id``; polygons or points, also
        mixed, in a projected CRS. Lines that are closed are taken as outlines.
    order : sequence of str
        Sources, best first; those not named follow in alphabetical order.
    issued : DataFrame, optional
        Table ``issued``: a record known from an earlier delivery keeps its building's id.
    uses : mapping of str to str, optional
        Further words for uses, as from `read_use_table`.
    matching : Matching, optional
        When two records are one building; the rule is told in `zoning.buildings.matching`.
    merge : bool, default True
        Whether to look for copies at all; without it every record is a building.

    Returns
    -------
    Register
        The result does not depend on the order of rows.

    Raises
    ------
    LayerError
        ``source`` or ``source_id`` is missing.
    """
    for column in ("source", "source_id"):
        if column not in buildings.columns or buildings[column].isna().any():
            raise LayerError(f"layer buildings: {column} is missing; take the files in first")
    records = conform(buildings.assign(building_id=_record_key(buildings)), BUILDINGS)
    rank = _ranks(records["source"], order)
    sort = np.lexsort((records["source_id"].to_numpy(dtype="U"), rank))
    records, rank = records.iloc[sort].reset_index(drop=True), rank[sort]
    shapes, cause, repaired = _usable(records.geometry.to_numpy())
    fine = np.array([c is None for c in cause], dtype=bool)
    refused = records.loc[~fine, ["source", "source_id"]].assign(cause=cause[~fine])
    source = records["source"]
    records = records.set_geometry(gpd.GeoSeries(shapes, index=records.index, crs=records.crs))
    records["use"] = map_uses(records["use"], table=uses)
    records, rank = records[fine].reset_index(drop=True), rank[fine]
    if merge:
        kept, pairs = match_records(records, rank, matching or Matching())
    else:
        kept, pairs = np.ones(len(records), dtype=bool), no_pairs()
    made = merge_attributes(records, kept, pairs, rank)
    made["building_id"], new = _lasting_ids(records, kept, pairs, issued)
    names = made["building_id"]
    first = pairs.drop_duplicates("record")
    merged = records.loc[first["record"], ["source", "source_id"]].reset_index(drop=True)
    merged["building_id"] = names.reindex(first["kept"]).to_numpy()
    merged["why"], merged["share"] = first["why"].to_numpy(), first["share"].to_numpy()
    return Register(
        buildings=conform(made, BUILDINGS),
        merged=merged,
        refused=refused.reset_index(drop=True),
        counts=_counts(source, made["source"], merged["source"], refused["source"], repaired),
        issued=new,
    )


def holder_of(source: pd.Series, source_id: pd.Series) -> pd.Series:
    """How the table ``issued`` names a record: source and its own id."""
    return source.astype("str") + ":" + source_id.astype("str")


def _record_key(buildings: pd.DataFrame) -> pd.Series:
    return holder_of(buildings["source"], buildings["source_id"])


def _ranks(source: pd.Series, order: Sequence[str]) -> np.ndarray:
    others = sorted(set(source) - set(order))
    place = {name: i for i, name in enumerate([*order, *others])}
    return source.map(place).to_numpy(dtype="int64")


def _usable(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Shapes as polygons or points, the cause where there is none, and which were repaired."""
    cause = np.full(len(shapes), None, dtype=object)
    repaired = np.zeros(len(shapes), dtype=bool)
    shapes = shapes.copy()
    none = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    cause[none] = "no geometry"
    odd = ~none & ~np.isfinite(shapely.bounds(shapes)).all(axis=1)
    cause[odd] = "coordinates that are no numbers"
    fine = ~none & ~odd
    lines = fine & (shapely.get_dimensions(shapes) == 1)
    if lines.any():
        shapes[lines] = shapely.polygonize(shapes[lines, None])
        shapes[lines] = _polygons_of(shapes[lines])
        cause[lines & shapely.is_empty(shapes)] = "an open line, not an outline"
    flat = fine & (shapely.get_dimensions(shapes) == 2)
    crossed = flat.copy()
    crossed[flat] = ~shapely.is_valid(shapes[flat])
    if crossed.any():
        shapes[crossed] = _polygons_of(shapely.make_valid(shapes[crossed], method="structure"))
        gone = crossed & shapely.is_empty(shapes)
        cause[gone] = "an outline without area"
        repaired = crossed & ~gone
    mixed = fine & (shapely.get_type_id(shapes) == 7)
    shapes[mixed] = _polygons_of(shapes[mixed])
    cause[mixed & shapely.is_empty(shapes)] = "neither polygon nor point"
    single = fine & (shapely.get_type_id(shapes) == 4)
    shapes[single] = shapely.centroid(shapes[single])
    return shapes, cause, repaired


def _polygons_of(shapes: np.ndarray) -> np.ndarray:
    """The polygons inside collections, each as one polygon or multi-polygon."""
    out = np.empty(len(shapes), dtype=object)
    for i, shape in enumerate(shapes):
        parts = shapely.get_parts(shapely.get_parts(shape))
        parts = parts[shapely.get_type_id(parts) == 3]
        out[i] = parts[0] if len(parts) == 1 else shapely.multipolygons(parts)
    return out


def _lasting_ids(records, kept, pairs, issued) -> tuple[pd.Series, pd.DataFrame]:
    """The id of each kept record, and the new rows for ``issued``."""
    holder = records["building_id"]
    home = pd.Series(records.index, index=records.index)
    first = pairs.drop_duplicates("record")
    home.loc[first["record"]] = first["kept"].to_numpy()
    old = empty(ISSUED) if issued is None else issued[issued["kind"].eq("building")]
    known = holder.map(old.drop_duplicates("holder").set_index("holder")["code"])
    # The building's own record speaks first, then the better source's.
    votes = pd.DataFrame({"home": home, "code": known, "own": home == records.index})
    votes = votes[votes["code"].notna()].sort_values("own", ascending=False, kind="stable")
    votes = votes.drop_duplicates("home").drop_duplicates("code").set_index("home")["code"]
    ids = votes.reindex(records.index[kept])
    ids = ids.where(ids.notna(), _new_ids(records[kept], ids, set(old["code"])))
    fresh = known.isna()
    new = pd.DataFrame(
        {
            "kind": "building",
            "code": home[fresh].map(ids),
            "holder": holder[fresh],
        }
    )
    return ids.astype("str"), new.reset_index(drop=True)


def _new_ids(kept: pd.DataFrame, ids: pd.Series, taken: set[str]) -> pd.Series:
    """The source's own id where it is free, else the source's name before it."""
    wanted = kept["source_id"].astype("str")
    clash = wanted.isin(taken | set(ids.dropna())) | wanted.duplicated()
    wanted = wanted.mask(clash, kept["source"].astype("str") + "." + wanted)
    nth = wanted.groupby(wanted).cumcount()
    return wanted.where(nth == 0, wanted + "-" + (nth + 1).astype("str"))


def _counts(delivered, taken, merged, refused, repaired) -> pd.DataFrame:
    table = pd.DataFrame({"delivered": delivered.value_counts().sort_index()})
    for name, column in (
        ("taken", taken),
        ("merged", merged),
        ("refused", refused),
        ("repaired", delivered[repaired]),
    ):
        table[name] = column.value_counts().reindex(table.index).fillna(0).astype("int64")
    table.index.name = "source"
    return table
