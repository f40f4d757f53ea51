"""What commands print, in the project's language: headings, words of a table, sentences.

Errors stay English, and so does everything that programs read (``--format json``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["counts_line", "sentence", "table"]

#: Headings that the layers have no column for, or that say it in fewer words than theirs.
_HEADS = {
    "event_id": "记录号", "at": "时间", "by": "经办人", "action": "操作", "document": "文件",
    "target_id": "争议编号", "change": "变动", "undone": "已撤销", "stands": "现有",
    "proposed": "提出", "delivered": "提供", "taken": "采用", "merged": "合并",
    "refused": "未采用", "repaired": "修复", "note": "说明", "agreed": "已同意",
    "passed_to": "报上级", "updated": "最近更新", "claim_a": "甲方", "claim_b": "乙方",
    "n": "处数", "noise": "误差", "open": "未结", "settled": "已结", "area_m2": "面积m²",
    "width_m": "最大宽度m", "length_m": "沿界长度m", "gain_a_m2": "甲方增减m²",
    "gain_b_m2": "乙方增减m²", "buildings_a": "建筑物甲", "persons_a": "人数甲",
    "buildings_b": "建筑物乙", "persons_b": "人数乙", "zones": "变动的普查小区",
    "reason": "原因", "problems": "问题", "method": "方案", "place": "位置",
    "side": "划归", "building_id": "建筑物标识", "zone_from": "原普查小区", "zone_to": "新普查小区",
}  # fmt: skip
_VALUES = {
    "kind": {"gap": "遗漏", "overlap": "重叠"},
    "action": {
        "found": "发现", "gone": "消失", "raised": "重新提出", "visited": "现场勘察",
        "proposed": "提出方案", "agreed": "同意", "passed": "报上级", "settled": "协商确定",
        "undone": "撤销", "withdrawn": "撤回", "changed": "变更", "new": "新增", "split": "拆分",
        "demolished": "拆除", "conflict": "冲突",
    },
    "source": {"total": "合计"},
    "agreed": {"a": "甲方", "b": "乙方", "a,b": "双方"},
}  # fmt: skip
#: What a return from the field counts.
_COUNTED = {**_VALUES["action"], "unchanged": "无变化", "refused": "未采用"}
_STATES = ("noise", "open", "proposed", "agreed_a", "agreed_b", "settled", "withdrawn")
_METHODS = ("a", "b", "midline", "feature", "enclave", "line", "statutory")


def table(frame: pd.DataFrame, lang: str) -> str:
    """A table in aligned columns, its headings and the words that zoning wrote translated."""
    from zoning.lang.text_tables import text_table

    if lang != "zh":
        return text_table(frame)
    import pandas as pd

    from zoning.lang.column_names import column_name

    shown = frame.copy()
    for column, words in _words().items():
        if column in shown.columns:
            shown[column] = [words.get(v, v) for v in shown[column].astype(object)]
    for column in shown.columns[[pd.api.types.is_bool_dtype(t) for t in shown.dtypes]]:
        shown[column] = shown[column].map({True: "是", False: "否"})
    for column in ("reason", "problems", "note"):
        if column in shown.columns:
            shown[column] = [_clauses(v) for v in shown[column].astype(object)]
    for column in ("change", "stands", "proposed"):
        if column in shown.columns and not pd.api.types.is_numeric_dtype(shown[column]):
            shown[column] = [_changes(v) for v in shown[column].astype(object)]
    heads = {str(c): _HEADS.get(str(c)) or column_name(str(c), "zh") for c in shown.columns}
    return text_table(shown.rename(columns=heads))


def _words() -> dict[str, dict[str, str]]:
    from zoning.lang.dispute_words import word

    states = {s: word(s, "zh") for s in _STATES}
    methods = {m: word(m, "zh") for m in _METHODS} | {"buildings": word("buildings_m", "zh")}
    return {**_VALUES, "status": states, "method": methods}


def _clauses(text: object) -> object:
    if not isinstance(text, str) or not text:
        return text
    return "；".join(sentence(part, "zh") for part in text.split("; "))


def _changes(text: object) -> object:
    """``households: 6 -> 20; outline redrawn``, as the journal tells it."""
    from zoning.lang.column_names import column_name

    if not isinstance(text, str):
        return text
    parts = []
    for part in text.split("; "):
        column, colon, rest = part.partition(": ")
        known = colon and re.fullmatch(r"[a-z_]+", column)
        parts.append(f"{column_name(column, 'zh')}：{rest}" if known else sentence(part, "zh"))
    return "；".join(parts)


def sentence(text: str, lang: str) -> str:
    """A line, put into the language; what has no words in it stays English."""
    if lang == "en":
        return text
    from zoning.lang.translate import translated_note

    return "\n".join(translated_note(line, lang) if line else "" for line in text.split("\n"))


def counts_line(counts: dict[str, int], lang: str, otherwise: Callable[[], str]) -> str:
    """The counts of a return in one line."""
    if lang != "zh":
        return otherwise()
    return "，".join(f"{_COUNTED.get(w, w)} {n} 条" for w, n in counts.items() if n) or "无内容"
