"""The optional layer of dwellings: entrance, floor, room, whether vacant."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from zoning.errors import LayerError
from zoning.io.intake.columns import CANDIDATES
from zoning.model.schema import DWELLINGS, conform

__all__ = ["Dwellings", "count_dwellings", "in_zones", "take_dwellings"]

_NAMES = {
    "dwelling_id": ("dwelling_id", "住房单元编号", "住房编号"),
    "building_id": CANDIDATES["buildings"]["building_id"],
    "source": ("source", "来源"),
    "entrance": ("entrance", "门栋", "单元"),
    "floor": ("floor", "楼层", "层"),
    "room": ("room", "房号", "室号", "门牌号"),
    "vacant": ("vacant", "空置", "是否空置"),
    "zone_code": ("zone_code", "普查小区代码"),
}
_TRUE = {"1", "true", "yes", "y", "是", "空置", "空"}
_FALSE = {"0", "false", "no", "n", "否", "有人", ""}


@dataclass(frozen=True)
class Dwellings:
    """Dwellings of the register, and the rows that belong to no building of it."""

    table: pd.DataFrame
    refused: pd.DataFrame


def take_dwellings(
    table: pd.DataFrame, buildings: pd.DataFrame, merged: pd.DataFrame, *, where: str | Path = ""
) -> Dwellings:
    """A delivered list of dwellings, tied to the register.

    Parameters
    ----------
    table : DataFrame
        As delivered: ``building_id`` and any of ``dwelling_id``, ``entrance``, ``floor``,
        ``room``, ``vacant``, ``zone_code`` (of a vertical zone), also under Chinese names.
    buildings : DataFrame
        The register, with ``building_id`` and ``source_id``.
    merged : DataFrame
        ``source_id`` and ``building_id`` of records that went into others: their dwellings
        go along.
    where : path, optional
        Named in messages.

    Returns
    -------
    Dwellings
        Layer ``dwellings``; ``refused`` has ``row`` and ``cause``.

    Raises
    ------
    LayerError
        No column ``building_id``, or a word for vacant that is neither yes nor no.
    """
    folded = {str(c).strip().casefold(): c for c in table.columns}
    found = {}
    for column, names in _NAMES.items():
        match = next((folded[n] for n in names if n in folded), None)
        if match is not None:
            found[match] = column
    frame = table.rename(columns=found).reset_index(drop=True)
    if "building_id" not in frame.columns:
        raise LayerError(f"{where}: no column building_id; columns are: {', '.join(table.columns)}")
    home = _home(frame["building_id"], buildings, merged)
    known = home.notna()
    refused = pd.DataFrame(
        {"row": [i + 1 for i in frame.index[~known]], "cause": "building is not in the register"}
    )
    frame = frame.assign(building_id=home)[known]
    if "vacant" in frame.columns:
        frame["vacant"] = _yes_or_no(frame["vacant"], where)
    if "floor" in frame.columns:
        frame["floor"] = pd.to_numeric(frame["floor"].astype("str").str.strip("层 "), "coerce")
    frame["dwelling_id"] = _ids(frame)
    return Dwellings(conform(frame, DWELLINGS), refused)


def _home(ids: pd.Series, buildings: pd.DataFrame, merged: pd.DataFrame) -> pd.Series:
    ids = ids.astype("str").str.strip()
    went = merged.drop_duplicates("source_id").set_index("source_id")["building_id"]
    own = buildings.drop_duplicates("source_id").set_index("source_id")["building_id"]
    named = pd.Series(buildings["building_id"].to_numpy(), index=buildings["building_id"])
    home = ids.map(named)
    return home.fillna(ids.map(own)).fillna(ids.map(went))


def _yes_or_no(values: pd.Series, where) -> pd.Series:
    words = values.astype("str").str.strip().str.casefold().where(values.notna())
    odd = words[words.notna() & ~words.isin(_TRUE | _FALSE)]
    if len(odd):
        raise LayerError(f"{where}: vacant = {odd.iloc[0]!r}: wanted yes or no (是, 否)")
    out = words.isin(_TRUE).astype("boolean")
    return out.where(words.notna())


def _ids(frame: pd.DataFrame) -> pd.Series:
    """Given ids, else building and a count in the order of entrance, floor and room."""
    keys = [c for c in ("entrance", "floor", "room") if c in frame.columns]
    order = frame.sort_values(["building_id", *keys], kind="stable")
    nth = order.groupby("building_id").cumcount().reindex(frame.index) + 1
    made = frame["building_id"].astype("str") + "." + nth.astype("str")
    if "dwelling_id" not in frame.columns:
        return made
    given = frame["dwelling_id"]
    ids = given.where(given.notna(), made).astype("str")
    again = ids.groupby(ids).cumcount()
    return ids.where(again == 0, ids + "-" + (again + 1).astype("str"))


def count_dwellings(buildings: pd.DataFrame, dwellings: pd.DataFrame) -> pd.DataFrame:
    """Buildings whose number of dwellings was not known, with those that are listed."""
    counted = buildings["building_id"].map(dwellings["building_id"].value_counts())
    out = buildings.copy()
    out["dwellings"] = out["dwellings"].fillna(counted.astype("Int64"))
    return out


def in_zones(dwellings: pd.DataFrame, buildings: pd.DataFrame) -> pd.DataFrame:
    """Dwellings with the zone of their building where they name none of their own."""
    zone = buildings.drop_duplicates("building_id").set_index("building_id")["zone_code"]
    out = dwellings.copy()
    out["zone_code"] = out["zone_code"].fillna(out["building_id"].map(zone))
    return out
