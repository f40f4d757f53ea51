"""Words of the reports in English and in the wording of Chinese census offices."""

from __future__ import annotations

from collections.abc import Mapping

from zoning.errors import UsageError

__all__ = ["WORDS", "words_of"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "title": "Findings",
        "blocker": "blocker",
        "error": "error",
        "warning": "warning",
        "info": "info",
        "waived": "waived",
        "profile": "profile",
        "notes": "Notes on this check",
        "of_zones": "zones",
        "of_buildings": "buildings",
        "of_households": "households",
        "of_persons": "people",
        "buildings": "{n} buildings",
        "persons": "{n} people",
        "width": "{n} m wide",
        "area": "{n} m²",
        "metres": "{n} m",
        "kilometres": "{n} km",
        "zones": "zone",
        "areas": "area",
        "buildings_layer": "building",
        "allrules": "All rules",
        "allplaces": "All townships",
        "search": "Search code or text",
        "why": "Why it matters, and the remedy",
        "remedy": "Remedy",
        "more": "Show more ({n} left)",
        "all": "Whole map",
        "print": "Print",
        "nomatch": "No finding passes the filters.",
        "clean": "No finding. Every rule that ran is satisfied.",
        "refused": "Sign-off would be refused.",
        "accepted": "Nothing stands against sign-off.",
        "and": ", ",
        "checked": "checked {figures}; profile {profile}; {rules} rules",
        "nothing": "nothing",
        "group": "{severity} {id} {name}: {n}{people}",
        "people": " ({counts})",
        "found": "{n}",
        "count": "{n} {severity}",
        "said": "{what}: {text}",
        "rule": "{id}  {name}  ({severity})",
        "page_why": "Why",
        "page_bad": "Bad",
        "page_good": "Good",
        "page_remedy": "Remedy",
        "noscript": "List and pictures are drawn by the script in this page, without a network.",
        "more_findings": "  and {n} more",
        "waived_findings": "{n} findings are waived",
        "not_run": "not run, {why}: {ids}",
        "note": "note: {text}",
    },
    "zh": {
        "title": "审核结果",
        "blocker": "阻断性错误",
        "error": "强制性错误",
        "warning": "核实性问题",
        "info": "提示",
        "waived": "已作核实说明",
        "profile": "方案",
        "notes": "审核说明",
        "of_zones": "个普查小区",
        "of_buildings": "栋建筑物",
        "of_households": "户",
        "of_persons": "人",
        "buildings": "{n} 栋建筑物",
        "persons": "{n} 人",
        "width": "宽 {n} 米",
        "area": "{n} 平方米",
        "metres": "{n} 米",
        "kilometres": "{n} 公里",
        "zones": "普查小区",
        "areas": "镇街",
        "buildings_layer": "建筑物",
        "allrules": "全部规则",
        "allplaces": "全部镇街",
        "search": "查询代码或文字",
        "why": "原因与处理办法",
        "remedy": "处理办法",
        "more": "显示更多（还有 {n} 条）",
        "all": "全图",
        "print": "打印",
        "nomatch": "没有符合条件的问题。",
        "clean": "审核通过，未发现问题。",
        "refused": "存在错误，不能签字确认。",
        "accepted": "可以签字确认。",
        "and": "，",
        "checked": "已审核 {figures}；方案 {profile}；规则 {rules} 条",
        "nothing": "无数据",
        "group": "{severity} {id} {name}：{n} 条{people}",
        "people": "（{counts}）",
        "found": "{n} 条",
        "count": "{severity} {n} 条",
        "said": "{what}：{text}",
        "rule": "{id}  {name}（{severity}）",
        "page_why": "原因",
        "page_bad": "错误示例",
        "page_good": "正确示例",
        "page_remedy": "处理办法",
        "noscript": "本页用自带的脚本显示列表和图形，不使用网络；请允许运行脚本。",
        "more_findings": "  另有 {n} 条",
        "waived_findings": "{n} 条已作核实说明",
        "not_run": "未执行（{why}）：{ids}",
        "note": "说明：{text}",
    },
}


def words_of(lang: str) -> Mapping[str, str]:
    """The words of reports in a language.

    Raises
    ------
    UsageError
        There are none in it.
    """
    if lang not in WORDS:
        raise UsageError(f"language {lang}: wanted one of {', '.join(sorted(WORDS))}")
    return WORDS[lang]
