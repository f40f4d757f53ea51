"""Styles of the project's layers as QGIS reads them from ``layer_styles``.

A QML document a layer: symbols, labels with the scales at which they show, and column names
in the project's language. Colours are those that stay apart for colour-blind readers (Okabe
and Ito) and in grey.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import pandas as pd

from zoning.cartography.export.qml_symbols import add_labels, add_rules, add_symbol
from zoning.lang.column_names import column_name
from zoning.model.tolerances import tolerance

__all__ = ["LayerStyle", "qml", "styles_for"]

_LABEL_SIZE, _OUTLINE = tolerance("label_size"), tolerance("outline_width")


@dataclass(frozen=True)
class LayerStyle:
    """How one layer looks in QGIS.

    Parameters
    ----------
    classes : tuple of (str, str, dict)
        QGIS filter expression (empty for all), legend text, and properties of the symbol.
    label : str
        Expression of the label; none where empty.
    label_size : float
        Points.
    label_below : int
        Labels show at scales larger than 1 to this; 0 for always.
    below : int
        The layer shows at scales larger than 1 to this; 0 for always.
    """

    classes: tuple[tuple[str, str, dict], ...]
    label: str = ""
    label_size: float = _LABEL_SIZE
    label_below: int = 0
    label_bold: bool = False
    below: int = 0
    along: bool = False


def _fill(
    colour="255,255,255,0", outline="60,60,60,255", width=_OUTLINE, style="solid", line="solid"
):
    return {
        "color": colour, "outline_color": outline, "outline_width": f"{width}",
        "outline_width_unit": "MM", "style": style, "outline_style": line,
    }  # fmt: skip


def _line(colour, width, dash=""):
    out = {"line_color": colour, "line_width": f"{width}", "line_width_unit": "MM"}
    if dash:
        out |= {"customdash": dash, "customdash_unit": "MM", "use_custom_dash": "1"}
    return out


_ORANGE, _BLUE, _GREEN = "230,159,0", "0,114,178", "0,158,115"
_VERMILION, _PURPLE, _YELLOW = "213,94,0", "204,121,167", "240,228,66"
_CLAIM_A, _CLAIM_B = "0,92,158", "158,0,89"
_WRONG = _fill(f"{_VERMILION},150", f"{_VERMILION},255", 0.6)
#: Most warnings are whole zones: hatched, so that what is below stays visible.
_DOUBT = _fill(f"{_ORANGE},200", f"{_ORANGE},255", 0.4, style="b_diagonal")
_ROAD = "\"kind\" = 'road'"

_STYLES = {
    "areas": LayerStyle(
        (
            ("\"level\" = 'county'", "county", _fill(width=1.2, outline="0,0,0,255")),
            ("\"level\" = 'township'", "township", _fill(width=0.8, outline="30,30,30,255")),
            ("ELSE", "other", _fill(width=0.4, outline="90,90,90,255", line="dash")),
        ),
        label='coalesce("name", "area_code")', label_size=10, label_bold=True,
    ),
    "districts": LayerStyle(
        (("", "district", _fill(width=0.7, outline="0,0,0,255", line="dash dot")),),
        label='coalesce("name", "district_code")', label_size=9, label_below=100_000,
    ),
    "zones": LayerStyle(
        (
            ("\"kind\" = 'special'", "special", _fill(f"{_PURPLE},90", width=0.4)),
            ("\"kind\" = 'vertical'", "vertical", _fill(f"{_YELLOW},110", width=0.4)),
            ('"in_range"', "in range", _fill(f"{_GREEN},60", width=0.4)),
            ('NOT "in_range"', "out of range", _fill(f"{_ORANGE},110", width=0.4)),
            ("ELSE", "not judged", _fill("200,200,200,60", width=0.4)),
        ),
        label='right("zone_code", 3)', label_size=9, label_below=25_000, label_bold=True,
    ),
    "barriers": LayerStyle(
        (
            (_ROAD + ' AND coalesce("rank", 3) <= 1', "main road", _line("90,90,90,255", 0.9)),
            (_ROAD + ' AND coalesce("rank", 3) <= 3', "street", _line("120,120,120,255", 0.5)),
            (_ROAD, "path", _line("140,140,140,255", 0.3, "1.5;1")),
            ("\"kind\" = 'river'", "river, stream", _line(f"{_BLUE},255", 0.6)),
            ("\"kind\" = 'rail'", "railway", _line("20,20,20,255", 0.6, "2;1")),
            ("ELSE", "other line", _line("100,80,60,255", 0.3, "0.5;1")),
        ),
        label='"name"', label_size=7, label_below=10_000, below=150_000, along=True,
    ),
    "buildings": LayerStyle(
        (
            ("\"zone_code\" IS NULL", "without a zone", _fill(f"{_VERMILION},255", width=0.3)),
            ("\"persons\" > 0", "with people", _fill("170,170,170,255", width=0.15)),
            ("ELSE", "other", _fill("255,255,255,255", width=0.3)),
        ),
        label='"number"', label_size=7, label_below=4_000, below=50_000,
    ),
    "blocks": LayerStyle(
        (("", "block", _fill(width=0.2, outline="120,120,120,255", line="dot")),),
        label='"persons"', label_size=7, label_below=10_000, below=50_000,
    ),
    "allowed_gaps": LayerStyle(
        (("", "land in no zone", _fill(f"{_BLUE},110", f"{_BLUE},200", 0.3, style="f_diagonal")),),
        label='"name"', label_size=8, label_below=50_000,
    ),
    "field_notes": LayerStyle(
        (("", "note", _fill(f"{_VERMILION},255", "255,255,255,255", 0.3)),), label='"note"'
    ),
    "disputes": LayerStyle(
        (
            ("\"status\" IN ('open', 'proposed')", "open", _WRONG),
            ("\"status\" = 'noise'", "noise", _fill("150,150,150,120", width=0.1)),
            ("\"status\" IN ('agreed_a', 'agreed_b')", "one side agrees",
             _fill(f"{_ORANGE},110", f"{_ORANGE},255", 0.4)),
            ("\"status\" = 'settled'", "settled", _fill(f"{_GREEN},90", f"{_GREEN},255", 0.4)),
            ("ELSE", "withdrawn", _fill("200,200,200,60", "150,150,150,255", 0.3, line="dot")),
        ),
        label='"dispute_id"', label_below=25_000,
    ),
    "claims": LayerStyle(
        (
            ("\"side\" = 'A'", "claim of side A", _fill(outline=f"{_CLAIM_A},255", width=0.6)),
            ("\"side\" = 'B'", "claim of side B",
             _fill(outline=f"{_CLAIM_B},255", width=0.6, line="dash")),
            ("ELSE", "claim", _fill(outline="60,60,60,255", width=0.5)),
        ),
        label='coalesce("name", "area_code")', label_size=10, label_bold=True,
    ),
    "findings": LayerStyle(
        (
            ("\"severity\" IN ('blocker', 'error')", "error", _WRONG),
            ("\"severity\" = 'warning'", "warning", _DOUBT),
            ("ELSE", "info", _fill(f"{_BLUE},0", f"{_BLUE},200", 0.25, line="dot")),
        ),
        label='"rule_id"', label_below=10_000,
    ),
}  # fmt: skip
_LEGEND_ZH = {
    "county": "区县", "township": "镇街", "other": "其他", "district": "普查区",
    "special": "特殊普查小区", "vertical": "楼内分层小区", "in range": "规模合适",
    "out of range": "规模超出范围", "not judged": "未评定", "main road": "主要道路",
    "street": "道路", "path": "小路", "river, stream": "河流", "railway": "铁路",
    "other line": "其他明显地物", "without a zone": "未归入小区", "with people": "有人居住",
    "open": "有争议", "noise": "数字化误差", "one side agrees": "一方同意", "settled": "已协商确定",
    "withdrawn": "已撤回",
    "claim of side A": "甲方主张界线", "claim of side B": "乙方主张界线", "claim": "各方主张界线",
    "block": "街区", "land in no zone": "允许空白区",
    "error": "强制性错误", "warning": "核实性问题", "info": "提示",
}  # fmt: skip


def styles_for(
    layers: Mapping[str, pd.DataFrame], *, profile=None, lang: str = "en", shapes=None
) -> dict[str, str]:
    """QML of every layer that has a style.

    Parameters
    ----------
    layers : mapping of str to GeoDataFrame or DataFrame
        The layers that will be in the file, by name.
    profile : Profile, optional
        Its number of digits in a zone's number.
    lang : {"en", "zh"}
        Language of the legend and of column names.
    shapes : mapping of str to str, optional
        ``fill``, ``line`` or ``marker`` for layers without rows to tell it from.

    Returns
    -------
    dict of str to str
        Layer name to QML text, for `zoning.io.write.write_layers`.
    """
    digits = profile.codes.zone_digits if profile is not None else 3
    out = {}
    for name, frame in layers.items():
        shape = (shapes or {}).get(name) or _shape(frame)
        if name in _STYLES and shape:
            out[name] = qml(_STYLES[name], frame, shape=shape, lang=lang, digits=digits)
    return out


def _shape(frame: pd.DataFrame) -> str:
    """``fill``, ``line`` or ``marker``: the most that a layer's geometry has."""
    if not hasattr(frame, "geom_type"):
        return ""
    kinds = set(frame.geom_type.dropna().str.removeprefix("Multi"))
    if kinds == {"Point"}:
        return "marker"
    return "line" if kinds and kinds <= {"Point", "LineString"} else "fill"


def qml(style: LayerStyle, frame, *, shape: str, lang: str = "en", digits: int = 3) -> str:
    """One style as a QML document.

    Parameters
    ----------
    style : LayerStyle
    frame : DataFrame
        Its columns get names in `lang`.
    shape : {"fill", "line", "marker"}
        What the layer's geometry is.
    """
    root = ET.Element("qgis", version="3.22.0", styleCategories="AllStyleCategories")
    if style.below:
        root.set("hasScaleBasedVisibilityFlag", "1")
        root.set("minScale", str(style.below))
        root.set("maxScale", "0")
    rules = []
    for expression, text, properties in style.classes:
        shown = _LEGEND_ZH.get(text, text) if lang == "zh" else text
        rules.append((expression, shown, properties))
    add_rules(root, rules, shape, add_symbol)
    label = style.label.replace('right("zone_code", 3)', f'right("zone_code", {digits})')
    add_labels(root, style, label, shape)
    aliases = ET.SubElement(root, "aliases")
    columns = [c for c in frame.columns if c != getattr(frame, "_geometry_column_name", None)]
    for index, column in enumerate(columns):
        ET.SubElement(
            aliases, "alias", field=str(column), index=str(index), name=column_name(column, lang)
        )
    body = ET.tostring(root, encoding="unicode")
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + body
