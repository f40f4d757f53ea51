"""How far the work is: per township, supervision group or authority, as of a moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from zoning.errors import LayerError, UsageError
from zoning.fieldwork.statuses import DONE
from zoning.model.tolerances import in_a_row

__all__ = ["GROUPINGS", "Progress", "measure", "read_expected", "share_steps"]

#: What figures can be grouped by; all but the first are columns of the table of expectations
#: or of the areas.
GROUPINGS = ("township", "group", "authority")
STEPS = in_a_row("plotted_steps")
_SUMS = (
    "districts",
    "districts_expected",
    "districts_confirmed",
    "zones",
    "buildings",
    "buildings_expected",
)


@dataclass(frozen=True)
class Progress:
    """Figures of the field as of a moment.

    Parameters
    ----------
    table : DataFrame
        A row a township (or group, or authority): ``code``, ``name``, ``districts``,
        ``districts_expected``, ``districts_confirmed``, ``completion`` (share), ``zones`` (of
        confirmed districts), ``buildings``, ``buildings_expected``, ``plotted`` (share).
    total : dict
        The same for all together.
    passed : dict of int to int
        Number of townships that have plotted more than 20, 30 and 70 per cent.
    disputes : dict of str to int
        ``settled`` and ``open``.
    as_of : datetime
        Time zone aware.
    by : str
        What a row is: ``township``, ``group`` or ``authority``.
    days : float or None
        Days until the deadline (negative: days late), from the moment of completion where
        everything is confirmed.
    dispute_days : float or None
        Days by which the settling of disputes is ahead of its own deadline.
    since : dict
        Growth of the total's counts since an earlier moment; empty without one.
    """

    table: pd.DataFrame
    total: dict[str, Any]
    passed: dict[int, int]
    disputes: dict[str, int]
    as_of: datetime
    by: str = "township"
    days: float | None = None
    dispute_days: float | None = None
    since: dict[str, Any] = field(default_factory=dict)

    def _repr_html_(self) -> str:
        return self.table.to_html(index=False)

    def to_dict(self) -> dict[str, Any]:
        """The report ``zoning-status/1``."""
        rows = self.table.astype(object).where(self.table.notna(), None).to_dict("records")
        return {
            "schema": "zoning-status/1",
            "as_of": self.as_of.isoformat(timespec="minutes"),
            "by": self.by,
            "total": self.total,
            "passed": {str(step): n for step, n in self.passed.items()},
            "disputes": self.disputes,
            "days": self.days,
            "dispute_days": self.dispute_days,
            "since": self.since,
            "rows": rows,
        }


def read_expected(path: str | Path) -> pd.DataFrame:
    """What is expected per township: a CSV or Excel table.

    Columns ``township_code``, and any of ``districts``, ``buildings`` (counts expected, as of
    the last census or the plan), ``group`` (supervision group), ``authority``.

    Raises
    ------
    LayerError
        No ``township_code``, one that stands twice, or a count that is no number.
    """
    from zoning.io.read import read_table

    table = read_table(path).rename(columns=_CHINESE)
    if "township_code" not in table.columns:
        raise LayerError(f"{path}: no column township_code; columns are: {', '.join(table)}")
    if table["township_code"].duplicated().any():
        twice = table.loc[table["township_code"].duplicated(), "township_code"].iloc[0]
        raise LayerError(f"{path}: township_code {twice} stands more than once")
    for column in ("districts", "buildings"):
        if column in table.columns:
            number = pd.to_numeric(table[column], errors="coerce")
            if (number.isna() & table[column].notna()).any():
                raise LayerError(f"{path}: column {column} holds a value that is no number")
            table[column] = number.astype("Int64")
    return table


_CHINESE = {
    "镇街代码": "township_code",
    "普查区数": "districts",
    "建筑物数": "buildings",
    "督导组": "group",
    "责任单位": "authority",
}


def measure(
    districts: gpd.GeoDataFrame,
    zones: gpd.GeoDataFrame,
    buildings: pd.DataFrame,
    *,
    areas: pd.DataFrame,
    as_of: datetime,
    expected: pd.DataFrame | None = None,
    disputes: pd.DataFrame | None = None,
    by: str = "township",
) -> Progress:
    """Figures of the field from the layers as they stand.

    Parameters
    ----------
    districts, zones : GeoDataFrame
        With ``status`` as of the moment, as from `apply_statuses`.
    buildings : DataFrame
        Those plotted up to the moment, with ``zone_code``.
    areas : DataFrame
        Layer ``areas``: names of townships, ``authority``.
    as_of : datetime
        The moment, time zone aware.
    expected : DataFrame, optional
        As from `read_expected`. Without it the districts of the project are expected, and a
        share of buildings is not known.
    disputes : DataFrame, optional
        Layer ``disputes``.
    by : str
        One of `GROUPINGS`.

    Raises
    ------
    UsageError
        A grouping that the data do not know.
    """
    if by not in GROUPINGS:
        raise UsageError(f"--group-by {by}: not one of {', '.join(GROUPINGS)}")
    table = _townships(districts, zones, buildings, areas, expected)
    passed = {step: int((table["plotted"] > step / 100).sum()) for step in STEPS}
    total = _shares(table[list(_SUMS)].sum(min_count=1).to_frame().T).iloc[0]
    if by != "township":
        table = _grouped(table, by)
    columns = ["code", "name", *_SUMS, "completion", "plotted"]
    return Progress(
        table=table[columns].sort_values("code", ignore_index=True),
        total={k: _plain(total[k]) for k in (*_SUMS, "completion", "plotted")},
        passed=passed,
        disputes=_disputes(disputes),
        as_of=as_of,
        by=by,
    )


def _townships(districts, zones, buildings, areas, expected) -> pd.DataFrame:
    done = districts[districts["status"].isin(DONE)]
    home = districts.set_index("district_code")["township_code"]
    township = zones["district_code"].map(home)
    town_of_zone = pd.Series(township.to_numpy(), index=zones["zone_code"])
    counts = {
        "districts": districts.groupby("township_code").size(),
        "districts_confirmed": done.groupby("township_code").size(),
        "zones": township[zones["district_code"].isin(done["district_code"])].value_counts(),
        "buildings": buildings["zone_code"].map(town_of_zone).value_counts(),
    }
    codes = set(counts["districts"].index)
    names = areas.drop_duplicates("area_code").set_index("area_code")
    if expected is not None:
        expected = expected.set_index("township_code")
        codes |= set(expected.index)
    index = pd.Index(sorted(codes), name="code")
    table = pd.DataFrame({k: v.reindex(index).fillna(0) for k, v in counts.items()}, index=index)
    table = table.astype("Int64")
    for what in ("districts", "buildings"):
        given = pd.Series(pd.NA, index=index, dtype="Int64")
        if expected is not None and what in expected.columns:
            given = expected[what].reindex(index)
        if what == "districts":
            given = given.fillna(table["districts"])
        table[f"{what}_expected"] = given
    table["name"] = names["name"].reindex(index)
    for column in ("group", "authority"):
        known = names[column].reindex(index) if column in names.columns else None
        if expected is not None and column in expected.columns:
            told = expected[column].reindex(index)
            known = told if known is None else told.fillna(known)
        table[column] = pd.NA if known is None else known
    return _shares(table).reset_index()


def _shares(table: pd.DataFrame) -> pd.DataFrame:
    table = table.copy()
    for share, count, whole in (
        ("completion", "districts_confirmed", "districts_expected"),
        ("plotted", "buildings", "buildings_expected"),
    ):
        wanted = table[whole].astype("float64")
        part = table[count].astype("float64") / wanted.where(wanted > 0)
        table[share] = part.round(4)
    return table


def _grouped(table: pd.DataFrame, by: str) -> pd.DataFrame:
    if table[by].isna().all():
        raise UsageError(
            f"--group-by {by}: no township has one; add a column {by} to the table of expectations"
        )
    keys = table[by].fillna("?")
    sums = table[list(_SUMS)].groupby(keys).sum(min_count=1)
    sums.index.name = "code"
    return _shares(sums).reset_index().assign(name=lambda t: t["code"])


def _disputes(disputes: pd.DataFrame | None) -> dict[str, int]:
    if disputes is None or not len(disputes):
        return {"settled": 0, "open": 0}
    status = disputes["status"]
    over = status.isin(["noise", "withdrawn", "settled"])
    return {"settled": int((status == "settled").sum()), "open": int((~over).sum())}


def _plain(value: Any) -> Any:
    if pd.isna(value):
        return None
    return round(float(value), 4) if float(value) != int(value) else int(value)


def share_steps(passed: dict[int, int]) -> Sequence[tuple[int, int]]:
    """Steps and how many townships passed each, the lowest step first."""
    return sorted(passed.items())
