"""The words of pages and maps, in English and in the wording of Chinese census offices."""

from __future__ import annotations

from zoning.errors import UsageError
from zoning.model.uses import USES, use_label

__all__ = ["LANGUAGES", "check_language", "texts"]

LANGUAGES = ("en", "zh")

# key: (English, Chinese)
_WORDS = {
    "title": ("Census zones", "区划绘图总览图"),
    "panel": ("Show or hide the panel", "显示或隐藏面板"),
    "search": ("Search", "查询"),
    "search.hint": ("Search a code or name", "查询代码或名称"),
    "search.none": ("Nothing found", "未找到"),
    "colour_by": ("Colour by", "着色指标"),
    "legend.count": ("Zones in each class", "各类普查小区数"),
    "layers": ("Layers", "图层"),
    "zoom.in": ("Zoom in", "放大"),
    "zoom.out": ("Zoom out", "缩小"),
    "layer.from": ("zoom in", "放大后显示"),
    "layer.zones": ("Zones", "普查小区"),
    "layer.districts": ("Districts", "普查区"),
    "layer.townships": ("Townships", "镇街"),
    "layer.barriers": ("Roads, rivers, rails", "明显地物"),
    "layer.buildings": ("Buildings", "建筑物"),
    "layer.disputes": ("Disputed borders", "有争议边界"),
    "layer.findings": ("Findings", "审核结果"),
    "layer.labels": ("Labels", "注记"),
    "layer.basemap": ("Base map", "底图"),
    "one.zones": ("Zone", "普查小区"),
    "one.districts": ("District", "普查区"),
    "one.townships": ("Township", "镇街"),
    "one.barriers": ("Line", "明显地物"),
    "one.buildings": ("Building", "建筑物"),
    "one.disputes": ("Dispute", "有争议边界"),
    "one.findings": ("Finding", "审核结果"),
    "table.townships": ("Townships", "镇街"),
    "table.districts": ("Districts", "普查区"),
    "tool.home": ("Whole map", "全图"),
    "tool.measure": ("Measure", "量测"),
    "tool.link": ("Copy link", "复制链接"),
    "tool.copied": ("Copied", "已复制"),
    "tool.print": ("Print", "打印"),
    "tool.language": ("中文", "English"),
    "close": ("Close", "关闭"),
    "keys": (
        "Keys: / search, arrows and + - move, Enter asks at the cross, m measure, 0 whole map",
        "快捷键：/ 查询，方向键和 + - 移动缩放，回车查看十字处，m 量测，0 全图",
    ),
    "made": ("Data of", "数据日期"),
    "measure.hint": ("Set points on the map", "在图上依次取点"),
    "measure.length": ("Length", "长度"),
    "measure.area": ("Area", "面积"),
    "broken": ("The data of this page cannot be read.", "无法读取本页数据。"),
    "yes": ("yes", "是"),
    "no": ("no", "否"),
    "figure.size": ("People against target", "人口规模与目标"),
    "figure.status": ("Status", "状态"),
    "figure.progress": ("Buildings surveyed", "建筑物核实进度"),
    "figure.compactness": ("Compactness", "紧凑度"),
    "figure.visible": ("Visible boundary", "边界沿明显地物比例"),
    "figure.findings": ("Findings", "审核结果"),
    "class.unknown": ("not known", "不详"),
    "class.withheld": ("withheld or not known", "不公布或不详"),
    "class.uninhabited": ("nobody lives here", "无人居住"),
    "class.below": ("under {a}", "低于 {a}"),
    "class.between": ("{a} to {b}", "{a} 至 {b}"),
    "class.above": ("over {a}", "超过 {a}"),
    "class.below_own": ("under the minimum", "低于下限"),
    "class.lower_own": ("minimum to target", "下限至目标"),
    "class.upper_own": ("target to maximum", "目标至上限"),
    "class.above_own": ("over the maximum", "超过上限"),
    "class.share": ("{a} to {b} %", "{a}% 至 {b}%"),
    "class.all": ("all", "全部"),
    "class.none": ("none", "无"),
    "class.exactly": ("{a}", "{a}"),
    "class.from": ("{a} or more", "{a} 及以上"),
    "class.draft": ("draft", "未确认"),
    "class.confirmed": ("confirmed", "已确认"),
    "class.submitted": ("submitted", "已上报"),
    "class.returned": ("returned", "已退回"),
    "class.accepted": ("accepted", "审核通过"),
    "col.code": ("Code", "代码"),
    "col.name": ("Name", "名称"),
    "col.area_code": ("Code", "代码"),
    "col.level": ("Level", "级别"),
    "col.population": ("Population", "人口"),
    "col.district_code": ("District code", "普查区代码"),
    "col.zone_code": ("Zone code", "普查小区代码"),
    "col.township_code": ("Township code", "镇街代码"),
    "col.kind": ("Kind", "类别"),
    "col.part": ("Part", "部分"),
    "col.n_zones": ("Zones", "小区数"),
    "col.n_buildings": ("Buildings", "建筑物（栋）"),
    "col.households": ("Households", "户数"),
    "col.persons": ("People", "人数"),
    "col.dwellings": ("Dwellings", "住房单元"),
    "col.area_m2": ("Area", "面积"),
    "col.compactness": ("Compactness", "紧凑度"),
    "col.visible_share": ("Visible boundary", "沿明显地物"),
    "col.in_range": ("In range", "在范围内"),
    "col.in_range_share": ("In range", "在范围内"),
    "col.confirmed_share": ("Confirmed", "已确认"),
    "col.reason": ("Reason", "原因"),
    "col.status": ("Status", "状态"),
    "col.authority": ("Authority", "责任单位"),
    "col.number": ("Number", "建筑物编号"),
    "col.use": ("Use", "用途"),
    "col.floors": ("Floors", "层数"),
    "col.persons_source": ("Source of figures", "数据来源"),
    "col.address": ("Address", "地址"),
    "col.rule_id": ("Rule", "规则"),
    "col.severity": ("Severity", "级别"),
    "col.message": ("What", "说明"),
    "col.layer": ("Layer", "图层"),
    "col.feature_ids": ("Features", "要素"),
    "col.width_m": ("Width", "宽度"),
    "col.length_m": ("Length", "长度"),
    "col.claim_a": ("Claimed by", "主张方甲"),
    "col.claim_b": ("and by", "主张方乙"),
    "col.place": ("Place", "位置"),
    "col.method": ("Method", "方法"),
    "col.n_findings": ("Findings", "审核结果"),
    "col.n_disputes": ("Disputes", "争议"),
    "col.waived": ("Waived", "已核实说明"),
    "col.surveyed_share": ("Surveyed", "核实率"),
    "val.status.draft": ("draft", "未确认"),
    "val.status.confirmed": ("confirmed", "已确认"),
    "val.status.submitted": ("submitted", "已上报"),
    "val.status.returned": ("returned", "已退回"),
    "val.status.accepted": ("accepted", "审核通过"),
    "val.status.open": ("open", "待协商"),
    "val.status.proposed": ("proposed", "已提方案"),
    "val.status.agreed_a": ("agreed by the first", "甲方同意"),
    "val.status.agreed_b": ("agreed by the second", "乙方同意"),
    "val.status.settled": ("settled", "协商确定"),
    "val.status.withdrawn": ("withdrawn", "撤回"),
    "val.status.noise": ("noise", "误差"),
    "val.kind.ordinary": ("ordinary", "普通"),
    "val.kind.special": ("special", "特殊"),
    "val.kind.vertical": ("part of a building", "建筑物拆分"),
    "val.kind.virtual": ("virtual", "虚拟普查小区"),
    "val.kind.gap": ("gap", "遗漏"),
    "val.kind.overlap": ("overlap", "重叠"),
    "val.kind.road": ("road", "道路"),
    "val.kind.river": ("river", "河流"),
    "val.kind.rail": ("rail", "铁路"),
    "val.kind.ridge": ("ridge", "山脊"),
    "val.kind.wall": ("wall", "围墙"),
    "val.kind.other": ("other", "其他"),
    "val.severity.blocker": ("blocker", "阻断性错误"),
    "val.severity.error": ("error", "强制性错误"),
    "val.severity.warning": ("warning", "核实性问题"),
    "val.severity.info": ("info", "提示"),
    "val.persons_source.given": ("given", "给定"),
    "val.persons_source.survey": ("survey", "调查"),
    "val.persons_source.estimated": ("estimated", "推算"),
    "val.reason.tower": ("one tall building", "高层建筑"),
    "val.reason.block": ("one block that is never cut", "不可分割地块"),
    "val.reason.small_district": ("small district", "普查区较小"),
    "val.reason.small_part": ("small detached part", "飞地较小"),
    "val.reason.uninhabited": ("nobody lives here", "无人居住"),
    "val.reason.locked": ("locked by hand", "人工锁定"),
    "val.reason.special": ("special zone", "特殊小区"),
    "val.level.county": ("county", "区县"),
    "val.level.township": ("township", "镇街"),
    "val.level.village": ("village", "村(居)"),
    "val.layer.zones": ("zones", "普查小区"),
    "val.layer.districts": ("districts", "普查区"),
    "val.layer.buildings": ("buildings", "建筑物"),
    "val.layer.areas": ("areas", "行政区域"),
    "val.layer.barriers": ("barriers", "明显地物"),
    "val.layer.disputes": ("disputes", "有争议边界"),
    "index.hint": (
        "One page a township, for slow phones. Each works without a network.",
        "每个镇街一页，适用于低配手机，无需联网。",
    ),
    "index.open": ("Open", "打开"),
    "index.whole": ("Whole map", "全图"),
    "figures.by": ("by", "按"),
    "persons": ("people", "人"),
    "households": ("households", "户"),
    "dwellings": ("dwellings", "套"),
}


def check_language(lang: str) -> str:
    """The language, if there are words for it.

    Raises
    ------
    UsageError
        It is neither ``en`` nor ``zh``.
    """
    if lang not in LANGUAGES:
        raise UsageError(f"language {lang}: wanted one of {', '.join(LANGUAGES)}")
    return lang


def texts(lang: str) -> dict[str, str]:
    """All words of pages in one language, by key.

    Examples
    --------
    >>> texts("zh")["layer.zones"]
    '普查小区'
    """
    at = LANGUAGES.index(check_language(lang))
    uses = {f"val.use.{name}": use_label(name, lang) for name in USES}
    return {**uses, **{key: words[at] for key, words in _WORDS.items()}}
