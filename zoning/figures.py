"""Figures of a run by township, as a table for people and scripts."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

__all__ = ["figures_text", "township_figures"]

_HEADS = {
    "en": {
        "township_code": "township", "name": "", "districts": "districts", "zones": "zones",
        "in_range": "in range", "buildings": "buildings", "persons": "people",
        "mean": "people/zone", "visible": "on barriers",
    },
    "zh": {
        "township_code": "镇街", "name": "", "districts": "普查区", "zones": "普查小区",
        "in_range": "规模合格", "buildings": "建筑物", "persons": "人数",
        "mean": "平均人数", "visible": "沿明显地物",
    },
}  # fmt: skip
_TOTAL = {"en": "total", "zh": "合计"}


def township_figures(layers: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """One row a township, sorted by code, and a last row ``total``.

    Returns
    -------
    DataFrame
        ``township_code``, ``name``, ``districts``, ``zones``, ``in_range`` (zones within the
        limits), ``buildings``, ``households``, ``persons``, ``mean`` (people a zone that has
        any), ``visible`` (mean share of inner boundary on a barrier).
    """
    districts, zones = layers["districts"], layers["zones"]
    township = districts.set_index("district_code")["township_code"]
    zone = zones.assign(township=zones["district_code"].map(township))
    by = zone.groupby("township")
    lived = zone[zone["persons"].fillna(0) > 0].astype({"persons": "float64"})
    lived = lived.groupby("township")["persons"]
    table = pd.DataFrame(
        {
            "districts": districts.groupby("township_code").size(),
            "zones": by.size(),
            "in_range": by["in_range"].sum(),
            "buildings": by["n_buildings"].sum(),
            "households": by["households"].sum(),
            "persons": by["persons"].sum(),
            "mean": lived.mean(),
            "visible": by["visible_share"].mean(),
        }
    )
    total = table.sum(numeric_only=True)
    everyone = zone.loc[zone["persons"].fillna(0) > 0, "persons"].astype("float64")
    total["mean"] = everyone.mean()
    total["visible"] = zones["visible_share"].astype("float64").mean()
    areas = layers["areas"].set_index("area_code")["name"]
    table.insert(0, "name", areas.reindex(table.index))
    table = table.sort_index().rename_axis("township_code").reset_index()
    last = pd.DataFrame([{"township_code": "total", "name": "", **total.to_dict()}])
    table = pd.concat([table, last], ignore_index=True)
    counts = ["districts", "zones", "in_range", "buildings", "households", "persons"]
    table[counts] = table[counts].fillna(0).astype("Int64")
    for column, digits in (("mean", 1), ("visible", 3)):
        table[column] = (
            pd.to_numeric(table[column], errors="coerce").astype("float64").round(digits)
        )
    return table


def figures_text(table: pd.DataFrame, *, lang: str = "en") -> str:
    """The table for a terminal: right-aligned numbers with thousands separators."""
    cells = {}
    for column, head in _HEADS[lang].items():
        values = table[column]
        if column == "township_code":
            text = [_TOTAL[lang] if v == "total" else str(v) for v in values]
        elif column == "name":
            text = ["" if pd.isna(v) else str(v) for v in values]
        elif column == "mean":
            text = ["-" if pd.isna(v) else f"{v:,.0f}" for v in values]
        elif column == "visible":
            text = ["-" if pd.isna(v) else f"{v:.0%}" for v in values]
        else:
            text = ["-" if pd.isna(v) else f"{v:,}" for v in values]
        cells[column] = [head, *text]
    widths = {c: max(_width(t) for t in texts) for c, texts in cells.items()}
    lines = []
    for i in range(len(table) + 1):
        row = []
        for column, texts in cells.items():
            gap = " " * (widths[column] - _width(texts[i]))
            left = column in ("township_code", "name")
            row.append(texts[i] + gap if left else gap + texts[i])
        lines.append("  ".join(row).rstrip())
    rule = "-" * max(_width(line) for line in lines)
    return "\n".join([lines[0], rule, *lines[1:-1], rule, lines[-1]])


def _width(text: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    return sum(2 if ord(c) >= 0x2E80 else 1 for c in text)
