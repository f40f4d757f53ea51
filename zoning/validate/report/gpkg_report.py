"""Findings as a GeoPackage that opens styled in QGIS."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.io.write import write_layers
from zoning.lang.report_words import words_of
from zoning.lang.translate import translated
from zoning.validate.findings import Findings

__all__ = ["findings_layers", "write_findings"]

_COLOURS = {
    "blocker": "106,15,73,255",
    "error": "179,38,30,255",
    "warning": "200,130,0,255",
    "info": "31,95,153,255",
}
_SYMBOLS = {
    "marker": '<symbol type="marker" name="{n}" alpha="1" force_rhr="0" clip_to_extent="1">'
    '<layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map">'
    '<Option type="QString" name="name" value="circle"/>'
    '<Option type="QString" name="color" value="{c}"/>'
    '<Option type="QString" name="outline_color" value="255,255,255,255"/>'
    '<Option type="QString" name="size" value="3"/>'
    '<Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>',
    "line": '<symbol type="line" name="{n}" alpha="1" force_rhr="0" clip_to_extent="1">'
    '<layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map">'
    '<Option type="QString" name="line_color" value="{c}"/>'
    '<Option type="QString" name="line_width" value="0.8"/>'
    '<Option type="QString" name="line_width_unit" value="MM"/></Option></layer></symbol>',
    "fill": '<symbol type="fill" name="{n}" alpha="0.55" force_rhr="0" clip_to_extent="1">'
    '<layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map">'
    '<Option type="QString" name="color" value="{c}"/>'
    '<Option type="QString" name="outline_color" value="{c}"/>'
    '<Option type="QString" name="outline_width" value="0.6"/>'
    '<Option type="QString" name="outline_width_unit" value="MM"/></Option></layer></symbol>',
}
_LAYERS = {"findings": "marker", "findings_lines": "line", "findings_areas": "fill"}


def write_findings(path: str | Path, found: Findings, *, lang: str = "en") -> Path:
    """Write findings to a GeoPackage, whole or not at all.

    Layers: ``findings`` (every finding, a point inside it), ``findings_lines`` and
    ``findings_areas`` (their exact geometry), each with a QGIS style by severity. QGIS cannot
    style a layer of mixed geometry, hence three.

    Parameters
    ----------
    path : path
        Target, replaced when it exists.
    found : Findings
        Of a check.
    lang : {"en", "zh"}, default "en"
        Language of the legend and of what is shown when a finding is pointed at. ``message``
        stays as the rules wrote it; another language stands beside it (``message_zh``).
    """
    words, layers = words_of(lang), findings_layers(found)
    if lang != "en":
        layers = {name: _with_message(frame, lang) for name, frame in layers.items()}
    styles = {name: _qml(_LAYERS[name], words, _column(lang)) for name in layers}
    return write_layers(path, layers, styles=styles)


def _column(lang: str) -> str:
    return "message" if lang == "en" else f"message_{lang}"


def _with_message(frame: gpd.GeoDataFrame, lang: str) -> gpd.GeoDataFrame:
    """With the messages in a language in a column after the English ones."""
    told = [translated(m, r, lang) for m, r in zip(frame["message"], frame["rule_id"])]
    out = frame.copy()
    out.insert(out.columns.get_loc("message") + 1, _column(lang), pd.array(told, dtype="str"))
    return out


def findings_layers(found: Findings) -> dict[str, gpd.GeoDataFrame]:
    """The layers of :func:`write_findings`, sorted by ``finding_id``."""
    frame = found.frame.sort_values("finding_id", ignore_index=True)
    shapes = np.asarray(frame.geometry.array)
    spots = np.full(len(shapes), None, dtype=object)
    there = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    spots[there] = shapely.point_on_surface(shapes[there])
    layers = {"findings": frame.set_geometry(gpd.GeoSeries(spots, crs=frame.crs))}
    for name, dimension in (("findings_lines", 1), ("findings_areas", 2)):
        rows = np.flatnonzero(there & (shapely.get_dimensions(shapes) == dimension))
        kept = frame.iloc[rows].reset_index(drop=True)
        if len(kept):
            exact = [_only(shape, dimension) for shape in shapes[rows]]
            layers[name] = kept.set_geometry(gpd.GeoSeries(exact, crs=frame.crs))
    return layers


def _only(shape, dimension: int):
    """The parts of one dimension as a multi-geometry; a collection has no style."""
    parts = shapely.get_parts(shape)
    while (shapely.get_type_id(parts) >= 4).any():
        parts = shapely.get_parts(parts)
    parts = parts[shapely.get_dimensions(parts) == dimension]
    return shapely.multipolygons(parts) if dimension == 2 else shapely.multilinestrings(parts)


def _qml(kind: str, words: Mapping[str, str], message: str) -> str:
    symbols, categories = [], []
    for n, (severity, colour) in enumerate(_COLOURS.items()):
        symbols.append(_SYMBOLS[kind].format(n=n, c=colour))
        categories.append(
            f'<category symbol="{n}" value="{severity}" label="{words[severity]}" render="true"/>'
        )
    geometry = {"marker": 0, "line": 1, "fill": 2}[kind]
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
        '<qgis version="3.34" styleCategories="Symbology|Labeling|MapTips">'
        '<renderer-v2 type="categorizedSymbol" attr="severity" enableorderby="0" '
        'forceraster="0" symbollevels="0">'
        f"<categories>{''.join(categories)}</categories><symbols>{''.join(symbols)}</symbols>"
        "</renderer-v2>"
        f'<mapTip enabled="1">[% "rule_id" || \': \' || "{message}" %]</mapTip>'
        f"<layerGeometryType>{geometry}</layerGeometryType></qgis>"
    )
