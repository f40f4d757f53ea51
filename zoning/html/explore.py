"""Any layer as a map to look at in a notebook: no network, text as text."""

from __future__ import annotations

import html
import json
import os
from collections.abc import Mapping

import folium
import geopandas as gpd
import numpy as np
import pandas as pd

from zoning.errors import CRSError, LayerError
from zoning.html.offline import offline_html, safe_text, save_page
from zoning.html.style import RAMP

__all__ = ["CoverageMap", "explore"]

#: For columns of words: apart in lightness as well as in colour.
_WORDS = ("#3580ad", "#e08a1e", "#243f7a", "#b9dba6", "#8c3b6f", "#5a5a5a", "#d9c64a")


class CoverageMap(folium.Map):
    """A folium map that shows and saves without a network."""

    def save(self, outfile: str | os.PathLike, **_: object) -> None:
        """Write one HTML file with everything in it; see :func:`save_page`."""
        save_page(self, outfile)

    def _repr_html_(self, **_: object) -> str:
        page = html.escape(offline_html(self))
        return (
            f'<iframe srcdoc="{page}" style="width:100%;height:600px;border:0" '
            'title="zoning map" allowfullscreen></iframe>'
        )


def explore(
    frame: gpd.GeoDataFrame,
    column: str | None = None,
    *,
    tooltip: list[str] | None = None,
    colours: Mapping[str, str] | None = None,
    **options: object,
) -> CoverageMap:
    """A folium map of one layer that shows and saves without a network.

    Parameters
    ----------
    frame : GeoDataFrame
        Any geometry, any CRS; rows without geometry are left out.
    column : str, optional
        What colours tell: five classes of a number, or one colour a word.
    tooltip : list of str, optional
        Columns to show under the pointer; all but the geometry if not given.
    colours : mapping of str to str, optional
        Colour of each word of `column`.
    **options
        Of ``folium.Map``, such as ``width`` and ``height``.

    Raises
    ------
    CRSError
        The layer has no coordinate system.
    LayerError
        A column is not there.
    """
    names = [str(c) for c in frame.columns if c != frame.geometry.name]
    wanted = list(tooltip) if tooltip is not None else names
    missing = [c for c in [*wanted, *([column] if column else [])] if c not in names]
    if missing:
        raise LayerError(f"explore: no column {missing[0]}; columns are: {', '.join(names)}")
    if frame.crs is None:
        raise CRSError("explore: no coordinate system; say which with set_crs")
    shown = frame[~(frame.geometry.isna() | frame.geometry.is_empty)]
    made = _base(shown, options)
    if not len(shown):
        return made
    by_row, legend = _colours(shown, column, colours or {})
    _data(shown, wanted, by_row).add_to(made)
    if legend:
        made.get_root().html.add_child(folium.Element(_legend(column, legend)))
    return made


def _base(shown, options: dict) -> CoverageMap:
    bounds = shown.to_crs(4326).total_bounds if len(shown) else (-20.0, -50.0, 20.0, 50.0)
    west, south, east, north = bounds
    made = CoverageMap(
        location=[(south + north) / 2, (west + east) / 2], tiles=None, control_scale=True,
        prefer_canvas=True, max_zoom=22, **options,
    )  # fmt: skip
    made.default_js = [item for item in made.default_js if item[0] in ("leaflet", "jquery")]
    made.default_css = [item for item in made.default_css if item[0] == "leaflet_css"]
    made.fit_bounds([[float(south), float(west)], [float(north), float(east)]])
    return made


def _data(shown, columns, colours) -> folium.GeoJson:
    plain = {f"c{i}": [_words(v) for v in shown[c]] for i, c in enumerate(columns)}
    rows = gpd.GeoDataFrame(
        {**plain, "colour": colours}, geometry=shown.geometry.array, crs=shown.crs
    ).to_crs(4326)
    return folium.GeoJson(
        json.loads(rows.to_json(drop_id=True)),
        style_function=_style,
        marker=folium.CircleMarker(radius=4, weight=1, fill=True),
        tooltip=folium.GeoJsonTooltip(
            [f"c{i}" for i in range(len(columns))], aliases=[safe_text(c) for c in columns]
        )
        if columns
        else None,
    )


def _style(feature: dict) -> dict:
    colour = feature["properties"]["colour"]
    line = "LineString" in feature["geometry"]["type"]
    return {
        "color": colour if line else "#40566b", "weight": 3 if line else 1,
        "fillColor": colour, "fillOpacity": 0.7,
    }  # fmt: skip


def _words(value: object) -> str:
    if value is None or value is pd.NA or value != value:
        return "–"
    if isinstance(value, (float, np.floating)):
        return f"{value:,.2f}"
    return safe_text(value)


def _colours(shown, column, given):
    """A colour for each row, and what each colour means."""
    if column is None:
        return [_WORDS[0]] * len(shown), []
    values = shown[column]
    if pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values):
        numbers = values.astype("float64").to_numpy(dtype=float, na_value=np.nan)
        known = numbers[np.isfinite(numbers)]
        edges = np.unique(np.quantile(known, [0.2, 0.4, 0.6, 0.8])) if len(known) else np.array([])
        place = np.searchsorted(edges, numbers, side="right")
        steps = [RAMP[round(i * 4 / max(1, len(edges)))] for i in range(len(edges) + 1)]
        bounds = ["", *(f"{e:,.4g}" for e in edges), ""]
        legend = [(steps[i], f"{bounds[i]} – {bounds[i + 1]}") for i in range(len(steps))]
        return [steps[p] if np.isfinite(n) else "#ffffff" for p, n in zip(place, numbers)], legend
    codes, words = pd.factorize(values.astype("object"), sort=True)
    palette = [given.get(w, _WORDS[i % len(_WORDS)]) for i, w in enumerate(words)]
    legend = [(colour, str(w)) for colour, w in zip(palette, words)]
    return [palette[c] if c >= 0 else "#ffffff" for c in codes], legend


def _legend(column, legend) -> str:
    rows = "".join(
        f'<div><span style="display:inline-block;width:14px;height:10px;margin-right:6px;'
        f'border:1px solid #777;background:{colour}"></span>{safe_text(text)}</div>'
        for colour, text in legend[:12]
    )
    return (
        '<div style="position:absolute;right:10px;top:10px;z-index:1000;background:#fff;'
        'padding:6px 10px;border-radius:5px;font:13px sans-serif;box-shadow:0 1px 5px #777">'
        f"<b>{safe_text(column)}</b>{rows}</div>"
    )
