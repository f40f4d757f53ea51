"""Static figures of zones for reports and notebooks, in the colours of the web map.

Needs the extra ``notebook`` (matplotlib).
"""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np

from zoning.cartography.web.map_figures import figures_for
from zoning.cartography.web.map_layers import prepare_map
from zoning.errors import UsageError
from zoning.html.style import BARRIER_STYLES
from zoning.lang.map_words import check_language, texts
from zoning.model.profile import Profile, load_profile
from zoning.model.tolerances import tolerance

__all__ = ["plot_zones"]

_WIDTH, _MARGIN = tolerance("figure_width"), tolerance("figure_margin")
_NOTES = tolerance("figure_notes")
_NOT_NOTHING = tolerance("not_nothing")

#: Fonts that have Chinese, the first one found is used.
_CHINESE = ("Noto Sans CJK SC", "Noto Serif CJK SC", "Source Han Sans SC", "SimHei", "PingFang SC")
_HATCHES = {"dots": "..", "lines": "///", "cross": "xxx"}


def plot_zones(
    zones: gpd.GeoDataFrame,
    *,
    figure: str = "size",
    districts: gpd.GeoDataFrame | None = None,
    areas: gpd.GeoDataFrame | None = None,
    buildings: gpd.GeoDataFrame | None = None,
    barriers: gpd.GeoDataFrame | None = None,
    findings: gpd.GeoDataFrame | None = None,
    profile: str | Path | Profile | None = None,
    title: str = "",
    lang: str = "en",
    attribution: str = "",
    labels: bool = False,
    width: float = _WIDTH,
):
    """A matplotlib figure of zones, with legend, scale bar and the profile's notice.

    Parameters
    ----------
    zones : GeoDataFrame
        Polygons with ``zone_code``, in a projected CRS in metres.
    figure : {"size", "status", "progress", "compactness", "visible", "findings"}
        What colours tell.
    districts, areas, buildings, barriers, findings : GeoDataFrame, optional
        Layers to draw or to count, in any CRS.
    profile : str or path or Profile, optional
        The census's rules; ``cn-2020`` if not given.
    title, attribution : str
        Text above and below.
    lang : {"en", "zh"}
        Language of the legend; Chinese needs a Chinese font on the system.
    labels : bool
        Write the end of each zone's code into it.
    width : float
        Inches.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    UsageError
        The layers do not hold that figure, the language is unknown, or a font is missing.
    """
    from matplotlib.figure import Figure

    words = texts(check_language(lang))
    rules = load_profile(profile if profile is not None else "cn-2020")
    frames = {
        "zones": zones, "districts": districts, "areas": areas, "buildings": buildings,
        "barriers": barriers, "findings": findings, "disputes": None,
    }  # fmt: skip
    layers = prepare_map(frames, rules, public=False)
    choice = {f.key: f for f in figures_for(layers, rules)}
    if figure not in choice:
        raise UsageError(f"figure {figure}: these layers hold {', '.join(choice)}")
    shown = layers.zones.to_crs(zones.crs)
    west, south, east, north = shown.total_bounds
    height = width * min(1.6, max(0.5, (north - south) / max(east - west, 1.0)))
    page = Figure(figsize=(width + 2.2, height + 0.8), layout="constrained")
    axes = page.add_subplot()
    _zones(axes, shown, choice[figure])
    _lines(axes, layers, zones.crs)
    if labels:
        _labels(axes, shown, rules.codes.zone_digits)
    _furniture(axes, (west, south, east, north))
    font = _font(lang)
    _legend(axes, choice[figure], words, font)
    notes = [rules.notice.get(lang, ""), attribution]
    axes.text(
        0, _NOTES, "\n".join(n for n in notes if n), transform=axes.transAxes, va="top",
        fontsize=7, parse_math=False, **font,
    )  # fmt: skip
    if title:
        axes.set_title(title, loc="left", fontsize=11, parse_math=False, **font)
    return page


def _zones(axes, shown, figure) -> None:
    solid = ~(shown.geometry.isna() | shown.geometry.is_empty)
    for number, style in enumerate(figure.classes):
        part = shown[solid & (figure.values == number)]
        if len(part):
            part.plot(
                ax=axes, facecolor=style["colour"], edgecolor=style.get("ink", "#40566b"),
                hatch=_HATCHES.get(style.get("hatch")), linewidth=0,
            )  # fmt: skip
    shown[solid].boundary.plot(ax=axes, color="#40566b", linewidth=0.35)


def _lines(axes, layers, crs) -> None:
    if layers.buildings is not None:
        layers.buildings.to_crs(crs).plot(ax=axes, color="#6f5f4b", markersize=0.5, linewidth=0)
    if layers.barriers is not None:
        lines = layers.barriers.to_crs(crs)
        for style in BARRIER_STYLES[1:]:
            part = lines[lines["kind"] == style["value"]]
            if len(part):
                part.plot(ax=axes, color=style["line"], linewidth=0.3 * style["width"])
    if layers.districts is not None:
        layers.districts.to_crs(crs).boundary.plot(
            ax=axes, color="#6b2a5b", linewidth=0.8, linestyle=(0, (6, 2, 1, 2))
        )
    if layers.townships is not None:
        layers.townships.to_crs(crs).boundary.plot(ax=axes, color="#1d1d1d", linewidth=1.2)


def _labels(axes, shown, digits: int) -> None:
    points = shown.geometry.representative_point()
    for code, point in zip(shown["zone_code"], points):
        if point is not None and not point.is_empty:
            axes.text(
                point.x, point.y, str(code)[-digits:], fontsize=6, ha="center", va="center",
                parse_math=False,
            )  # fmt: skip


def _furniture(axes, box) -> None:
    west, south, east, north = box
    margin = _MARGIN * max(east - west, north - south)
    axes.set(xlim=(west - margin, east + margin), ylim=(south - 3 * margin, north + margin))
    axes.set_aspect("equal")
    axes.set_axis_off()
    length = _round_length((east - west) / 4)
    y = south - 2 * margin
    axes.plot([west, west + length], [y, y], color="black", linewidth=2.5, solid_capstyle="butt")
    name = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    axes.text(west + length + margin, y, name, va="center", fontsize=8)


def _round_length(length: float) -> float:
    """The largest of 1, 2, 5 times a power of ten that is not longer."""
    power = 10 ** np.floor(np.log10(max(length, _NOT_NOTHING)))
    return float(max(m * power for m in (1, 2, 5) if m * power <= length))


def _font(lang: str) -> dict:
    if lang != "zh":
        return {}
    from matplotlib import font_manager

    have = {font.name for font in font_manager.fontManager.ttflist}
    found = next((name for name in _CHINESE if name in have), None)
    if found is None:
        raise UsageError("lang zh: no Chinese font found; install fonts-noto-cjk")
    return {"fontfamily": found}


def _legend(axes, figure, words: dict, font: dict) -> None:
    from matplotlib.patches import Patch

    handles = []
    counts = np.bincount(figure.values, minlength=len(figure.classes))
    for style, count in zip(figure.classes, counts):
        if not count:
            continue
        text = words.get(f"class.{style['key']}", style["key"])
        for mark in ("a", "b"):
            value = style.get(mark)
            text = text.replace(f"{{{mark}}}", "" if value is None else f"{value:,g}")
        handles.append(
            Patch(
                facecolor=style["colour"],
                edgecolor=style.get("ink", "#777777"),
                hatch=_HATCHES.get(style.get("hatch")),
                label=f"{text}  ({count})",
            )
        )
    legend = axes.legend(
        handles=handles, title=words[f"figure.{figure.key}"], loc="upper left",
        bbox_to_anchor=(1.01, 1), frameon=False, fontsize=8, alignment="left",
    )  # fmt: skip
    for text in [legend.get_title(), *legend.get_texts()]:
        if font:
            text.set_fontfamily(font["fontfamily"])
