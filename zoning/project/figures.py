"""Figures of a run by township, for people and scripts, and what a run says at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from zoning.errors import UsageError, name_some
from zoning.lang.text_tables import aligned, text_width
from zoning.lang.translate import translated_note
from zoning.project.issued_codes import Changes

__all__ = ["figures_text", "run_text", "township_figures", "uncounted_counts", "uncounted_texts"]

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
_LOST = {
    "en": {
        None: "", "persons": " with {:,} people", "households": " with {:,} households",
        "buildings": "not counted: {n:,} buildings{people} stand in no zone ({ids}); add the area "
        "that is missing there, or take them out of the layer",
        "blocks": "not counted: {n:,} blocks{people} lie in no area ({ids}); add the areas that "
        "are missing, or take the blocks out of the layer",
    },
    "zh": {
        None: "", "persons": "、{:,} 人", "households": "、{:,} 户",
        "buildings": "未计入：{n:,} 栋建筑物{people}不在任何普查小区内（{ids}）；请补充所缺区域，"
        "或将其从图层中删除",
        "blocks": "未计入：{n:,} 个地块{people}不在任何区域内（{ids}）；请补充所缺区域，"
        "或将其从图层中删除",
    },
}  # fmt: skip
_TOTAL = {"en": "total", "zh": "合计"}
_WORDS = {
    "en": {
        "note": "note: {}", "findings": "findings: {}", "none": "none", "changes": "changes: {}",
        "stale": "printed pages no longer true: {}", "time": "time: {:.1f} s ({})", "and": ", ",
        "count": "{1} {0}", "blocker": "blocker", "error": "error", "warning": "warning",
        "info": "info",
    },
    "zh": {
        "note": "说明：{}", "findings": "审核结果：{}", "none": "无", "changes": "变化情况：{}",
        "stale": "需重新打印的图页：{}", "time": "用时：{:.1f} 秒（{}）", "and": "，",
        "count": "{} {} 条", "blocker": "阻断性错误", "error": "强制性错误",
        "warning": "核实性问题", "info": "提示",
        "read": "读取", "split": "划分", "number": "编号", "check": "审核", "write": "写出",
    },
}  # fmt: skip


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
    # A township that nobody divided is a row of zeros, not a row less.
    level = layers["areas"]["level"]
    divided = set(districts["township_code"]) | set(districts["district_code"])
    bare = layers["areas"].loc[(level == "township"), "area_code"]
    bare = bare[~bare.isin(divided)].tolist()
    table = table.reindex([*table.index, *bare])
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


def uncounted_texts(table: pd.DataFrame, *, lang: str = "en") -> list[str]:
    """What stands in no zone and is counted nowhere, one sentence a layer.

    Parameters
    ----------
    table : DataFrame
        ``layer`` (buildings, blocks), ``id``, and ``persons`` and ``households`` where known.
    """
    out = []
    for layer, rows in table.groupby("layer", sort=True) if len(table) else ():
        unit = next((u for u in ("persons", "households") if rows[u].fillna(0).sum() > 0), None)
        number = 0 if unit is None else int(rows[unit].sum())
        first = ", ".join([*sorted(rows["id"].astype("str"))[:3], *["…"][: len(rows) > 3]])
        people = _LOST[lang][unit].format(number)
        out.append(_LOST[lang][layer].format(n=len(rows), people=people, ids=first))
    return out


def uncounted_counts(table: pd.DataFrame) -> dict[str, dict[str, int]]:
    """How many rows, persons, households and dwellings stand in no zone, by layer."""
    if not len(table):
        return {}
    by = table.groupby("layer")
    sums = by[["persons", "households", "dwellings"]].sum().astype("int64").assign(rows=by.size())
    return {str(k): {str(c): int(v) for c, v in row.items()} for k, row in sums.iterrows()}


def figures_text(table: pd.DataFrame, *, lang: str = "en") -> str:
    """The table for a terminal: right-aligned numbers with thousands separators."""
    columns = []
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
        columns.append([head, *text])
    lines = aligned(columns, [c not in ("township_code", "name") for c in _HEADS[lang]])
    rule = "-" * max(map(text_width, lines))
    return "\n".join([lines[0], rule, *lines[1:-1], rule, lines[-1]])


def run_text(
    figures: pd.DataFrame,
    changes: Changes,
    counts: Mapping[str, int],
    notes: Sequence[str],
    seconds: Mapping[str, float],
    *,
    lang: str = "en",
) -> str:
    """The table of figures, what there is to note, findings, changes, time.

    Parameters
    ----------
    figures : DataFrame
        Of :func:`zoning.project.figures.township_figures`.
    changes : Changes
        Against the run before.
    counts : mapping of str to int
        Findings by severity.
    notes : sequence of str
        What the user must know, as the stages wrote it.
    seconds : mapping of str to float
        Wall time by stage.
    lang : {"en", "zh"}, default "en"
        Language; a note for which it has no words stays English.
    """
    if lang not in _WORDS:
        raise UsageError(f"language {lang}: wanted one of {', '.join(sorted(_WORDS))}")
    words = _WORDS[lang]
    found = [words["count"].format(words[s], n) for s, n in counts.items() if n]
    lines = [figures_text(figures, lang=lang), ""]
    lines += [words["note"].format(translated_note(text, lang)) for text in notes]
    lines.append(words["findings"].format(words["and"].join(found) or words["none"]))
    lines.append(words["changes"].format(changes.text(lang)))
    if changes.stale:
        lines.append(words["stale"].format(name_some(changes.stale, 10)))
    stages = words["and"].join(f"{words.get(stage, stage)} {s:.1f}" for stage, s in seconds.items())
    lines.append(words["time"].format(sum(seconds.values()), stages))
    return "\n".join(lines)
