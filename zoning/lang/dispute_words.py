"""The words of the dispute sheet and the dispute map, English and Chinese."""

from __future__ import annotations

from zoning.errors import UsageError

__all__ = ["reason_in", "word"]

_WORDS = {
    "title": ("Disputed border", "有争议边界协商确认单"),
    "map_title": ("Disputed borders", "有争议边界一览图"),
    "id": ("Number", "编号"),
    "kind": ("Kind", "类型"),
    "gap": ("gap: nobody's", "遗漏"),
    "overlap": ("overlap: claimed twice", "重叠"),
    "area": ("Area", "面积"),
    "width": ("Greatest width", "最大宽度"),
    "length": ("Along the border", "沿界长度"),
    "place": ("Place", "位置"),
    "side_a": ("Side A", "甲方"),
    "side_b": ("Side B", "乙方"),
    "others": ("Also touched", "涉及他方"),
    "buildings": ("Buildings", "建筑物"),
    "households": ("Households", "户数"),
    "persons": ("People", "人数"),
    "zones": ("Zones touched", "涉及普查小区"),
    "state": ("State", "状态"),
    "superior": ("Passed to", "报上级裁定"),
    "noise": ("noise", "数字化误差"),
    "open": ("open", "有争议"),
    "proposed": ("proposed", "已提出方案"),
    "agreed_a": ("side A agrees", "甲方同意"),
    "agreed_b": ("side B agrees", "乙方同意"),
    "settled": ("settled", "已协商确定"),
    "withdrawn": ("withdrawn", "已撤回"),
    "methods": ("The methods compared", "各方案比较"),
    "method": ("Method", "方案"),
    "gain_a": ("A gains m²", "甲方增减 m²"),
    "gain_b": ("B gains m²", "乙方增减 m²"),
    "houses_ab": ("Buildings A / B", "建筑物 甲/乙"),
    "people_ab": ("People A / B", "人数 甲/乙"),
    "line_m": ("Line m", "界线 m"),
    "zones_changed": ("Zones that change", "变动的普查小区"),
    "a": ("line of side A", "按甲方界线"),
    "b": ("line of side B", "按乙方界线"),
    "midline": ("midline", "取中线"),
    "feature": ("road or river", "沿道路或河流"),
    "buildings_m": ("as people are registered", "按房屋归属"),
    "enclave": ("houses as enclaves", "插花户划飞地"),
    "line": ("line drawn by hand", "手绘界线"),
    "statutory": ("statutory line", "法定勘界线"),
    "binding": ("goes before any claim", "优先于任何主张"),
    "not_possible": ("not possible:", "不可用："),
    "turning": ("Turning points of the line", "界线拐点坐标"),
    "turning_of": ("Turning points of the line: {}", "界线拐点坐标：{}"),
    "point": ("No.", "点号"),
    "east": ("East", "东坐标"),
    "north": ("North", "北坐标"),
    "more_points": ("{} more points in the register", "其余 {} 个拐点见登记库"),
    "affected": ("Buildings inside", "涉及建筑物"),
    "building": ("Building", "建筑物编号"),
    "registered": ("Registered in", "登记普查小区"),
    "goes_to": ("Goes to", "划归"),
    "none_inside": ("No building stands inside.", "争议范围内无建筑物。"),
    "more_buildings": ("and {} more", "另有 {} 栋"),
    "visit": ("Joint visit", "现场勘察"),
    "visit_on": ("Date", "日期"),
    "present": ("Present", "参加人员"),
    "seen": ("Seen", "勘察情况"),
    "decision": ("Decision", "协商结果"),
    "basis": ("Basis", "依据"),
    "document": ("Document", "文件"),
    "decided_by": ("Decided by", "经办人"),
    "decided_on": ("On", "确定日期"),
    "statutory_b": ("statutory line", "法定界线"),
    "present management": ("present management", "现行管理"),
    "agreement": ("agreement", "双方协商"),
    "ruling": ("ruling of the superior body", "上级裁定"),
    "sign_a": ("For side A", "甲方人普办"),
    "sign_b": ("For side B", "乙方人普办"),
    "sign_c": ("Common superior", "共同上级人普办"),
    "signature": ("Signature", "签字"),
    "seal": ("Seal", "盖章"),
    "date": ("Date", "日期"),
    "drafter": ("Drafted by", "制图人"),
    "reviewer": ("Reviewed by", "审核人"),
    "page": ("Dispute {}, page {} of {}", "{} 第{}页 共{}页"),
    "l_a": ("line of A", "甲方界线"),
    "l_b": ("line of B", "乙方界线"),
    "l_both": ("line of both", "双方一致界线"),
    "l_around": ("areas around", "周边行政区"),
    "l_patch": ("ground in dispute", "争议范围"),
    "l_new": ("line as agreed", "协商确定界线"),
    "l_proposed": ("line as proposed", "拟定界线"),
    "l_zone": ("zones", "普查小区界线"),
    "l_house": ("building, its number", "建筑物及编号"),
    "l_statutory": ("statutory line", "法定勘界线"),
    "l_feature": ("road, river", "道路、河流"),
    "scale": ("Scale", "比例尺"),
    "n": ("N", "北"),
    "noise_n": ("noise", "误差"),
    "neighbours": ("Neighbours", "相邻单位"),
    "n_all": ("disputes", "处"),
    "n_open": ("open", "未结"),
    "n_settled": ("settled", "已结"),
    "ha": ("ha", "公顷"),
    "search_state": ("State", "状态"),
    "updated": ("Last step", "最近更新"),
}


def word(key: str, lang: str) -> str:
    """One word or phrase.

    Raises
    ------
    UsageError
        A language that is not spoken here.
    """
    if lang not in ("en", "zh"):
        raise UsageError(f"--lang {lang}: wanted en or zh")
    return _WORDS[key][lang == "zh"]


#: Why a method cannot be used, or is replaced, as settling writes it.
_REASONS = {
    "no road, river or other visible line is given": "未提供道路、河流等明显地物",
    "no road or river runs between the two lines": "两条界线之间没有道路或河流",
    "the roads and rivers there do not divide it lengthwise": "其间的道路、河流未能沿长度方向分开",
    "no line was given": "未给出界线",
    "the line does not run through it": "所画界线不经过争议范围",
    "the line does not divide it from end to end; draw it longer":
        "所画界线未从头到尾分开，请画长些",
    "under 0.2 m wide: it goes whole to the side with the longer rim":
        "宽度不足 0.2 米：整块归边线较长的一方",
    "it borders on undisputed land of one side only: it goes whole to the side with the longer rim":
        "只与一方的无争议土地相邻：整块归该方",
}  # fmt: skip


def reason_in(text: str, lang: str) -> str:
    """A reason in a language; one that has no words there stays English."""
    return _REASONS.get(text, text) if lang == "zh" else text
