"""What the columns of the layers are called in QGIS and on phones."""

from __future__ import annotations

__all__ = ["column_name"]

_ZH = {
    "zone_code": "普查小区代码", "district_code": "普查区代码", "township_code": "镇街代码",
    "area_code": "代码", "parent_code": "上级代码", "name": "名称", "level": "级别",
    "population": "人口", "urban": "城镇", "authority": "责任单位", "kind": "类型",
    "rank": "等级", "barrier_id": "编号", "stack": "楼栋组", "part": "范围",
    "n_zones": "普查小区数", "n_buildings": "建筑物数", "households": "户数",
    "persons": "人数", "dwellings": "住房单元数", "area_m2": "面积（平方米）",
    "compactness": "紧凑度", "visible_share": "沿明显地物比例", "in_range": "规模合适",
    "reason": "原因", "status": "状态", "status_by": "经办人", "status_at": "时间",
    "building_id": "建筑物标识", "number": "建筑物编号", "use": "用途", "floors": "层数",
    "persons_source": "人数来源", "source": "来源", "source_id": "来源编号",
    "address": "地址", "dispute_id": "争议编号", "claim_a": "甲方", "claim_b": "乙方",
    "width_m": "宽度（米）", "length_m": "长度（米）", "place": "地点", "method": "办法",
    "updated": "更新时间", "finding_id": "问题编号", "rule_id": "规则", "severity": "级别",
    "layer": "图层", "feature_ids": "要素", "measured": "实测", "limit": "限值",
    "unit": "单位", "message": "说明", "waived": "已说明", "entrance": "门栋",
    "floor": "楼层", "room": "房号", "vacant": "空置", "dwelling_id": "住房标识",
}  # fmt: skip


def column_name(column: str, lang: str) -> str:
    """A column in words.

    Examples
    --------
    >>> column_name("zone_code", "en")
    'Zone code'
    >>> column_name("zone_code", "zh")
    '普查小区代码'
    """
    if lang == "zh" and column in _ZH:
        return _ZH[column]
    unit = {"_m2": " (m²)", "_m": " (m)"}
    for end, shown in unit.items():
        if column.endswith(end):
            return column.removesuffix(end).replace("_", " ").capitalize() + shown
    return column.replace("_", " ").capitalize()
