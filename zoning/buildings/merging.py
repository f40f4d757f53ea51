"""What a building knows after its records from several sources became one."""

from __future__ import annotations

import numpy as np
import pandas as pd

from zoning.buildings.population import apportion
from zoning.model.tolerances import tolerance

__all__ = ["FIGURES", "merge_attributes"]

_NOT_NOTHING = tolerance("not_nothing")

#: Columns whose source is written down, in the order of the column ``figures``.
FIGURES = ("floors", "dwellings", "households", "persons")
_COUNTS = ("dwellings", "households", "persons")
_FIRST = ("use", "floors", "name", "address", "status", "tags", "persons_source")


def merge_attributes(
    records: pd.DataFrame, kept: np.ndarray, pairs: pd.DataFrame, rank: np.ndarray
) -> pd.DataFrame:
    """The kept records, with what they lack filled from the records merged into them.

    The better source wins, column by column. Counts of records that are pieces of a kept
    one are summed; the count of a record that covers several kept ones is divided among
    them by overlap, as whole numbers.

    Parameters
    ----------
    records : DataFrame
        Layer ``buildings``, index 0..n-1, ``use`` from the controlled list.
    kept : array of bool
        Records to keep.
    pairs : DataFrame
        As from `match_records`.
    rank : array of int
        Rank of each record's source.

    Returns
    -------
    DataFrame
        The kept rows, same index, with ``figures``: source of each figure, as
        ``floors=survey;persons=cadastre``.
    """
    out = records[kept].copy()
    table = pairs.assign(rank=rank[pairs["record"].to_numpy(dtype="int64")])
    table = table.sort_values(["kept", "rank", "overlap_m2", "record"], ascending=[1, 1, 0, 1])
    origin = {}
    for column in _FIRST:
        if column in out:
            out[column], origin[column] = _fill_first(records, out[column], table, column)
    for column in _COUNTS:
        if column in out:
            out[column], origin[column] = _fill_count(records, out[column], table, column)
    out["figures"] = _figures(out, origin, records["source"])
    return out


def _fill_first(records, values: pd.Series, table: pd.DataFrame, column: str):
    """Nulls filled from the first merged record that knows; and the row each came from."""
    blank = values.isna() | (values == "unknown").fillna(False)
    if column == "persons_source" or not blank.any() or not len(table):
        return values, None
    candidates = table[table["kept"].isin(values.index[blank])]
    known = records[column].reindex(candidates["record"])
    usable = (known.notna() & (known != "unknown").fillna(True)).to_numpy(dtype=bool)
    first = candidates[usable].drop_duplicates("kept").set_index("kept")["record"]
    filled = values.copy()
    filled.loc[first.index] = records[column].reindex(first).to_numpy()
    return filled, first


def _fill_count(records, values: pd.Series, table: pd.DataFrame, column: str):
    """Null counts filled from the best source among the merged records."""
    blank = values.isna()
    rows = table[records[column].reindex(table["record"]).notna().to_numpy()]
    if not blank.any() or not len(rows):
        return values, None
    record = rows["record"].to_numpy()
    order = np.lexsort((rows["kept"].to_numpy(), record))
    unique, group = np.unique(record[order], return_inverse=True)
    total = records[column].reindex(unique).to_numpy(dtype="int64")
    weight = np.maximum(rows["overlap_m2"].to_numpy()[order], _NOT_NOTHING)
    share = np.empty(len(rows), dtype="int64")
    share[order] = apportion(total, group, weight)
    sums = (
        rows.assign(count=share)
        .groupby(["kept", "rank"], sort=True)
        .agg(count=("count", "sum"), record=("record", "first"))
    )
    best = sums.reset_index().drop_duplicates("kept").set_index("kept")
    best = best[best.index.isin(values.index[blank])]
    filled = values.copy()
    filled.loc[best.index] = best["count"].astype("Int64")
    return filled, best["record"]


def _figures(out: pd.DataFrame, origin: dict, source: pd.Series) -> pd.Series:
    text = np.full(len(out), "", dtype=object)
    own = source.reindex(out.index).astype("str").to_numpy(dtype=object)
    for column in FIGURES:
        if column not in out:
            continue
        known = out[column].notna().to_numpy()
        where = own.copy()
        taken = origin.get(column)
        if taken is not None and len(taken):
            where[out.index.get_indexer(taken.index)] = source.reindex(taken).to_numpy()
        piece = (column + "=") + where[known]
        text[known] = np.where(text[known] == "", piece, text[known] + ";" + piece)
    return pd.Series(text, index=out.index, dtype="str").where(text != "")
