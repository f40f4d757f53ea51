"""The texts of the printed book in English and Chinese, in the wording of census offices."""

from __future__ import annotations

from zoning.errors import UsageError

__all__ = ["LANGUAGES", "Words"]

LANGUAGES = ("en", "zh")

_TEXTS = {
    "zone_map": ("Zone map", "普查小区图"),
    "district_map": ("District map", "普查区图"),
    "township_map": ("Township map", "镇街普查区划图"),
    "base_map": ("Base map", "底图"),
    "map_book": ("Map book", "普查小区图册"),
    "index": ("Index of zones", "普查小区索引"),
    "sheet": ("Sheet", "第{}页"),
    "zone": ("Zone", "普查小区"),
    "zone_code": ("Zone code", "普查小区代码"),
    "district": ("District", "普查区"),
    "township": ("Township", "镇街"),
    "buildings": ("Buildings", "建筑物"),
    "households": ("Households", "户数"),
    "persons": ("Persons", "人数"),
    "area": ("Area", "面积"),
    "drafter": ("Drafted by", "制图人"),
    "reviewer": ("Reviewed by", "审核人"),
    "date": ("Date", "日期"),
    "enumerator": ("Enumerator", "普查员"),
    "supervisor": ("Supervisor", "普查指导员"),
    "seal": ("Seal of the village", "村（居）委会盖章"),
    "boundary": ("Boundary", "四至说明"),
    "legend": ("Legend", "图例"),
    "scale": ("Scale", "比例尺"),
    "north": ("N", "北"),
    "centre": ("Centre", "中心点"),
    "l_draw": ("zone as proposed, to be drawn anew", "拟划普查小区，请在图上勾绘"),
    "l_boundary": ("boundary of this zone", "本普查小区界线"),
    "l_neighbour": ("other zones, with their number", "相邻普查小区界线及编号"),
    "l_district": ("boundary of a district", "普查区界线"),
    "l_home": ("building with people, its number", "住宅类建筑物及编号"),
    "l_other": ("other building, letter of its use", "其他建筑物及用途字母"),
    "l_outside": ("building of another zone", "其他普查小区建筑物"),
    "l_street": ("street", "道路"),
    "l_path": ("path", "小路"),
    "l_water": ("river, stream", "河流"),
    "l_rail": ("railway", "铁路"),
    "l_walk": ("entry and walking order", "入口及行走路线"),
    "l_detail": ("enlarged on sheet", "放大图见页"),
    "l_names": ("Names", "名称"),
    "l_uses": ("Uses", "用途"),
    "off_map": ("Far outside the zone, not on the map", "远离本小区、图上未绘的建筑物"),
    "enlargement": ("Enlargement", "放大图"),
    "overview": ("Overview", "位置示意"),
    "batch": ("Supervisor's batch", "普查指导员分册"),
    "batch_zones": ("zones in this batch", "本册普查小区"),
    "total": ("Total", "合计"),
    "received": ("Received, signature", "领图签字"),
    "returned": ("Returned, signature", "交图签字"),
    "special_note": (
        "Special zone: ask the supervisor before you enter.",
        "特殊普查小区：入户前请先联系普查指导员。",
    ),
    "virtual_note": (
        "Virtual zone: registered here, no territory. Enter the people below.",
        "虚拟普查小区：仅有登记、无实际地域，请在下表登记。",
    ),
    "vertical_note": ("This building holds several zones.", "本建筑物划分为多个普查小区。"),
    "part": ("Part", "范围"),
    "listing_no": ("No.", "序号"),
    "listing_name": ("Name of householder", "户主姓名"),
    "listing_note": ("Remarks", "备注"),
    "public": ("No figures of single buildings.", "不含单栋建筑物数据。"),
    "unnumbered": ("without a number", "无编号"),
    "north_west": ("north-west", "西北"),
    "outer_border": ("the outer border", "外部边界"),
    "open_ground": ("a line over open ground", "无明显地物的界线"),
    "authority": ("Responsible", "责任单位"),
    "draft": ("Draft, not confirmed", "草案，未确认"),
    "confirmed": ("Confirmed", "已确认"),
    "submitted": ("Submitted", "已上报"),
    "returned_status": ("Returned, to be redrawn", "已退回，待修改"),
    "accepted": ("Accepted", "审核通过"),
    "attribution": ("Data", "数据来源"),
    "dwellings": ("Dwellings", "住房单元"),
    "sheets": ("Sheet", "页"),
    "no_buildings": ("No building is plotted here.", "本普查小区未标绘建筑物。"),
    "also": ("Also here", "此处另有"),
}
_COMPASS = (
    ("north", "北"), ("north-east", "东北"), ("east", "东"), ("south-east", "东南"),
    ("south", "南"), ("south-west", "西南"), ("west", "西"), ("north-west", "西北"),
)  # fmt: skip
_KINDS = {
    "road": ("a street without a name", "无名道路"),
    "river": ("a stream without a name", "无名河流"),
    "rail": ("the railway", "铁路"),
    "ridge": ("a ridge", "山脊"),
    "wall": ("a wall", "围墙"),
    "other": ("a visible line", "明显地物"),
}


class Words:
    """Texts in one language.

    Raises
    ------
    UsageError
        The language is not one of `LANGUAGES`.

    Examples
    --------
    >>> Words("en")["zone_map"]
    'Zone map'
    """

    def __init__(self, lang: str):
        if lang not in LANGUAGES:
            raise UsageError(f"--lang {lang}: wanted one of {', '.join(LANGUAGES)}")
        self.lang = lang
        self._i = LANGUAGES.index(lang)

    def __getitem__(self, key: str) -> str:
        return _TEXTS[key][self._i]

    def sheet(self, number: str) -> str:
        """The number of a sheet as it stands on it."""
        return f"Sheet {number}" if self.lang == "en" else f"第 {number} 页"

    def status(self, value: object) -> str:
        """A zone's status as it stands on its sheet; nothing where it has none."""
        known = {"draft", "confirmed", "submitted", "accepted"}
        if value == "returned":
            return self["returned_status"]
        return self[value] if value in known else ""

    def pair(self, label: str, value: object) -> str:
        """A label and its value."""
        return f"{self[label]}: {value}" if self.lang == "en" else f"{self[label]}：{value}"

    def feature(self, kind: str, name: str) -> str:
        """What a line is called: its name, else its kind."""
        if name:
            return name if len(name) <= 40 else name[:39] + "…"
        return _KINDS.get(kind, _KINDS["other"])[self._i]

    def border_with(self, name: str) -> str:
        """The border with another district."""
        return f"the border with {name}" if self.lang == "en" else f"与{name}的界线"

    def run(self, what: str, sector: int | None, length_m: float, beside: str = "") -> str:
        """One stretch of a boundary; `beside` is the zone on the other side."""
        step = 10 if length_m >= 100 else 5
        metres = max(step, round(length_m / step) * step)
        if self.lang == "en":
            way = f" {_COMPASS[sector][0]}" if sector is not None else ""
            other = f" (beside {beside})" if beside else ""
            return f"along {what}{way}, {metres} m{other}"
        way = f"向{_COMPASS[sector][1]}" if sector is not None else ""
        other = f"（邻{beside}小区）" if beside else ""
        return f"沿{what}{way}约{metres}米{other}"

    def holes(self, numbers: list[str], parts: int) -> str:
        """What a boundary leaves out: zones inside, and how many parts lie apart."""
        said = []
        if numbers:
            zh = f"其中{'、'.join(numbers)}小区为飞地，不在本小区内。"
            said.append(f"Without {', '.join(numbers)} inside it." if self.lang == "en" else zh)
        if parts > 1:
            zh = f"另有{parts - 1}块不相连部分，见图。"
            en = f"{parts - 1} more detached part{'s' if parts > 2 else ''}, see the map."
            said.append(en if self.lang == "en" else zh)
        return " ".join(said) if self.lang == "en" else "".join(said)

    def boundary(self, first: str, last: str, said: list[str]) -> str:
        """A whole boundary: where it starts, its stretches clockwise, back to the start."""
        if len(said) == 1:
            round_ = said[0]
            return f"Clockwise {round_}." if self.lang == "en" else f"顺时针{round_}，闭合。"
        if self.lang == "en":
            start = f"From where {last} meets {first} in the north-west, clockwise: "
            if first == last:
                start = "From the north-west corner, clockwise: "
            return start + "; ".join(said) + "; back to the start."
        start = f"自西北角{last}与{first}交汇处起，顺时针："
        if first == last:
            start = "自西北角起，顺时针："
        return start + "，再".join(said) + "，回到起点。"
