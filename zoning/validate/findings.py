"""The result of a check: a layer of findings, their counts, and how to show them."""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow
import pyarrow.compute
import shapely

from zoning.geo.crs import label as crs_label
from zoning.io.atomic import plain_value
from zoning.model.profile import SEVERITIES
from zoning.model.schema import FINDINGS, conform, empty
from zoning.validate.catalogue import catalogue
from zoning.validate.core.batch import Batch
from zoning.validate.core.rule import WORST_FIRST

__all__ = ["Findings", "at_least", "finding_ids", "join_ids", "plain_rows", "split_ids", "to_frame"]

_COLOURS = {"blocker": "#7a0177", "error": "#d7191c", "warning": "#fdae61", "info": "#2c7bb6"}
#: Columns that are told as the findings have them.
_TOLD = (
    "severity",
    "layer",
    "measured",
    "limit",
    "unit",
    "area_m2",
    "width_m",
    "n_buildings",
    "households",
    "persons",
    "message",
)


@dataclass(frozen=True)
class Findings:
    """What a check found.

    Parameters
    ----------
    frame : GeoDataFrame
        The layer ``findings`` of the schema, any geometry, CRS of the check; worst first, then
        by rule, then by people. ``feature_ids`` holds keys with commas between.
    profile : str
        Name of the profile.
    ran : tuple of str
        Ids of the rules that ran.
    skipped : mapping of str to str
        Rule id to the reason why it did not run.
    notes : tuple of str
        What else a reader must know (a limit without its unit in the data).
    figures : mapping of str to int
        How much was looked at: zones, buildings, households, persons.
    layers, files : mapping
        The layers as they were looked at, and the file of each where there is one.
    together : callable, optional
        Rows of the frame and their feature ids to buildings, households and persons, each
        counted once.
    """

    frame: gpd.GeoDataFrame
    profile: str = ""
    ran: tuple[str, ...] = ()
    skipped: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    figures: Mapping[str, int] = field(default_factory=dict)
    layers: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)
    files: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    together: Callable[..., Any] | None = field(default=None, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.frame)

    @property
    def open(self) -> gpd.GeoDataFrame:
        """Findings without a waiver that holds."""
        return self.frame[~self.frame["waived"].fillna(False).astype(bool)]

    @property
    def counts(self) -> dict[str, int]:
        """Unwaived findings by severity, worst first."""
        have = self.open["severity"].value_counts()
        return {severity: int(have.get(severity, 0)) for severity in WORST_FIRST}

    @property
    def waived(self) -> int:
        """Number of findings with a waiver that holds."""
        return len(self.frame) - len(self.open)

    @property
    def worst(self) -> str | None:
        """Worst severity without a waiver, ``None`` where nothing is left."""
        return next((s for s, n in self.counts.items() if n), None)

    def fails(self, level: str = "error") -> bool:
        """Whether a finding at or above a severity is left without a waiver."""
        return self.worst is not None and at_least(self.worst, level)

    def by_rule(self) -> pd.DataFrame:
        """Findings, buildings and people by rule, worst first; index 0..n-1.

        A building under several findings of a rule counts once.
        """
        grouped = self.open.groupby(["rule_id", "severity"], sort=True)
        table = grouped.agg(
            findings=("finding_id", "size"),
            n_buildings=("n_buildings", "sum"),
            persons=("persons", "sum"),
        ).reset_index()
        if self.together is not None and len(table):
            each = [
                self.together(rows, [split_ids(i) for i in rows["feature_ids"]])
                for _, rows in grouped
            ]
            counts = np.nan_to_num(np.array(each)).astype("int64")
            table["n_buildings"], table["persons"] = counts[:, 0], counts[:, 2]
        table.insert(1, "name", [catalogue()[r].name for r in table["rule_id"]])
        rank = table["severity"].map(WORST_FIRST.index)
        order = np.lexsort((table["rule_id"], rank))
        return table.iloc[order].reset_index(drop=True)

    def records(self) -> list[dict[str, Any]]:
        """Findings as plain values, in the order of the frame, as the JSON report has them."""
        rows = plain_rows(self.frame, list(FINDINGS.columns))
        bounds = shapely.bounds(np.asarray(self.frame.geometry.array))
        for row, box in zip(rows, bounds):
            row["feature_ids"] = split_ids(row["feature_ids"])
            row["rule_name"] = catalogue()[row["rule_id"]].name
            row["bbox"] = None if not np.isfinite(box).all() else [float(v) for v in box]
        return rows

    def to_dict(self) -> dict[str, Any]:
        """The report ``zoning-findings/1``."""
        return {
            "schema": "zoning-findings/1",
            "crs": crs_label(self.frame.crs) if self.frame.crs is not None else None,
            "profile": self.profile,
            "counts": self.counts,
            "waived": self.waived,
            "figures": dict(self.figures),
            "ran": list(self.ran),
            "skipped": dict(self.skipped),
            "notes": list(self.notes),
            "findings": self.records(),
        }

    def to_json(self) -> str:
        """The report ``zoning-findings/1`` as text; the same findings give the same text."""
        text = json.dumps(
            self.to_dict(), ensure_ascii=False, indent=1, default=plain_value, allow_nan=False
        )
        return text + "\n"

    def explore(self, **options):
        """A map of the findings; `options` as in :func:`zoning.html.explore.explore`."""
        columns = ["rule_id", "severity", "message", "n_buildings", "persons"]
        options = {"colours": _COLOURS, **options}
        from zoning.html.explore import explore  # loads folium

        return explore(self.frame[[*columns, "geometry"]], "severity", **options)

    def _repr_html_(self) -> str:
        counts = ", ".join(f"{n} {s}" for s, n in self.counts.items() if n) or "no finding"
        rows = "".join(
            f"<tr><td>{r.rule_id}</td><td>{html.escape(r.name)}</td><td>{r.severity}</td>"
            f"<td>{r.findings}</td><td>{r.n_buildings}</td><td>{r.persons}</td></tr>"
            for r in self.by_rule().itertuples()
        )
        head = "".join(
            f"<th>{h}</th>"
            for h in ("rule", "name", "severity", "findings", "buildings", "persons")
        )
        return (
            f"<b>{counts}</b> (profile {html.escape(self.profile)}, {self.waived} waived)"
            f"<table><tr>{head}</tr>{rows}</table>"
        )


def plain_rows(frame: pd.DataFrame, columns: Sequence[str]) -> list[dict[str, Any]]:
    """Rows as plain values for JSON, which has neither NaN nor infinity: both become null."""
    columns = list(columns)
    table = frame[columns].astype(object).where(frame[columns].notna(), None)
    rows = table.to_dict("records")
    for column in (c for c in columns if pd.api.types.is_float_dtype(frame[c].dtype)):
        for i in np.flatnonzero(np.isinf(frame[column].to_numpy(dtype="float64", na_value=np.nan))):
            rows[i][column] = None
    return rows


def at_least(severity: str, level: str) -> bool:
    """Whether a severity is a level or worse."""
    return SEVERITIES.index(severity) >= SEVERITIES.index(level)


def to_frame(found: Batch, rule_ids: np.ndarray, crs) -> gpd.GeoDataFrame:
    """The layer ``findings`` from what rules returned, worst first.

    Parameters
    ----------
    found : Batch
        All findings, each with its severity.
    rule_ids : array of str
        Rule of each.
    """
    if not len(found):
        return empty(FINDINGS, crs)
    table = pd.DataFrame(
        {
            "finding_id": finding_ids(rule_ids.tolist(), found.ids, found.geometry),
            "rule_id": rule_ids,
            "feature_ids": _all_joined(found.ids),
            "waived": False,
            **{column: getattr(found, column) for column in _TOLD},
        }
    )
    frame = gpd.GeoDataFrame(table, geometry=found.geometry, crs=crs)
    return conform(frame.iloc[_worst_first(table)], FINDINGS, by_key=False)


def _worst_first(table: pd.DataFrame) -> np.ndarray:
    """Rows by severity, rule, people, features and id."""
    rank = {severity: n for n, severity in enumerate(WORST_FIRST)}
    keys = {
        "severity": [rank[severity] for severity in table["severity"].tolist()],
        "rule": table["rule_id"].array,
        "people": -np.nan_to_num(table["persons"].to_numpy()),
        "features": table["feature_ids"].array,
        "id": table["finding_id"].array,
    }
    # Text of the many is compared in Arrow, ten times as fast as one Python object at a time.
    order = pyarrow.compute.sort_indices(
        pyarrow.table(keys), sort_keys=[(key, "ascending") for key in keys]
    )
    return order.to_numpy()


def join_ids(ids: Sequence[str]) -> str:
    """Feature ids as one text, commas between; a comma inside an id gets a backslash.

    Examples
    --------
    >>> split_ids(join_ids(["a", "b,c"]))
    ['a', 'b,c']
    """
    return ",".join(i.replace("\\", "\\\\").replace(",", "\\,") for i in ids)


def _all_joined(ids: Sequence[Sequence[str]]) -> list[str]:
    """:func:`join_ids` of many."""
    odd = any("," in name or "\\" in name for names in ids for name in names)
    return [join_ids(names) for names in ids] if odd else [",".join(names) for names in ids]


def split_ids(text: str | None) -> list[str]:
    """Feature ids out of one text, the reverse of :func:`join_ids`."""
    if not text:
        return []
    parts = re.findall(r"(?:\\.|[^\\,])+", text)
    return [re.sub(r"\\(.)", r"\1", part) for part in parts]


def finding_ids(
    rule_ids: Iterable[str], ids: Sequence[tuple[str, ...]], geometry: np.ndarray
) -> list[str]:
    """Lasting ids: a hash of rule, sorted feature ids and an ordinal.

    The ordinal tells findings of one rule about the same features apart; it follows their
    place (south-west corner, then north-east), never the order of rows.
    """
    names = [f"{rule}\x1f" + "\x1f".join(sorted(mine)) for rule, mine in zip(rule_ids, ids)]
    numbers: dict[str, int] = {}
    number = np.array([numbers.setdefault(name, len(numbers)) for name in names])
    count = np.bincount(number)
    ordinal = np.zeros(len(names), dtype=np.int64)
    alike = np.flatnonzero(count[number] > 1)
    bounds = shapely.bounds(geometry[alike])
    bounds = np.where(np.isnan(bounds), -np.inf, bounds)
    order = np.lexsort((*bounds.T[::-1], number[alike]))
    sizes = count[count > 1]
    ordinal[alike[order]] = np.arange(len(alike)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    texts = (f"{name}\x1f{n}".encode() for name, n in zip(names, ordinal.tolist()))
    return [hashlib.blake2b(text, digest_size=8).hexdigest() for text in texts]
