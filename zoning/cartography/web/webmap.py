"""The coverage map: every zone of a county in one page that opens without a network.

Up to :data:`FOLIUM_FEATURES` features folium draws them, so that whatever else knows folium
can add to the map; above that one packed canvas layer does. Search, legend, table, measuring
and printing are the same script in both cases (``assets/*.js``).
"""

from __future__ import annotations

import html
import json
import os
from pathlib import Path

import geopandas as gpd
import numpy as np
from branca.element import MacroElement
from jinja2 import Template

from zoning.cartography.web.map_figures import figures_for, table_for
from zoning.cartography.web.map_layers import prepare_map
from zoning.cartography.web.map_model import MapLayers
from zoning.cartography.web.packed import FINE_M, GRID_M, blob, grid_step
from zoning.cartography.web.page_columns import packed_layers
from zoning.cartography.web.paint_options import SCRIPTS, draw_names, paint_options
from zoning.errors import UsageError
from zoning.html.explore import CoverageMap
from zoning.html.offline import asset, script_json
from zoning.lang.map_words import LANGUAGES, check_language, texts
from zoning.model.profile import Profile, load_profile
from zoning.model.tolerances import count

__all__ = ["FOLIUM_FEATURES", "coverage_map"]

FOLIUM_FEATURES = count("folium_features")


class _Interface(MacroElement):
    """Data, script and style of the page, as one part of a folium map."""

    _template = Template(
        "{% macro html(this, kwargs) %}"
        '<script type="text/plain" id="zoning-first">{{ this.first }}</script>'
        '{% if this.later %}<script type="text/plain" id="zoning-later">{{ this.later }}</script>'
        "{% endif %}{% endmacro %}"
        "{% macro header(this, kwargs) %}<style>{{ this.style }}</style>"
        '<meta name="viewport" content="width=device-width, initial-scale=1">{% endmacro %}'
        "{% macro script(this, kwargs) %}(() => {\n{{ this.code }}\n})();\n"
        "{{ this._parent.get_name() }}.attributionControl.setPrefix(false);"
        "zoningStart({{ this._parent.get_name() }}, "
        "Object.assign({{ this.options }}, {{ this.drawn() }}), "
        "'zoning-first', {{ \"'zoning-later'\" if this.later else 'null' }});"
        "{% endmacro %}"
    )

    def __init__(self, options: dict, first: str, later: str, drawn: dict) -> None:
        super().__init__()
        self._name = "ZoningInterface"
        self.first, self.later = first, later
        self.style = asset("page.css", __package__)
        own = (asset(name, __package__) for name in SCRIPTS)
        self.code = "\n".join([asset("fflate-0.8.2.js"), *own])
        self.options = script_json(json.dumps(options, ensure_ascii=False, sort_keys=True))
        self._drawn = drawn

    def drawn(self) -> str:
        """Which folium layer draws which layer; names are known only when it renders."""
        names = {layer: element.get_name() for layer, element in self._drawn.items()}
        return json.dumps({"drawn": names} if names else {})


def coverage_map(
    zones: gpd.GeoDataFrame,
    *,
    districts: gpd.GeoDataFrame | None = None,
    areas: gpd.GeoDataFrame | None = None,
    buildings: gpd.GeoDataFrame | None = None,
    barriers: gpd.GeoDataFrame | None = None,
    findings: gpd.GeoDataFrame | None = None,
    disputes: gpd.GeoDataFrame | None = None,
    profile: str | Path | Profile | None = None,
    title: str = "",
    lang: str = "en",
    attribution: str | None = None,
    public: bool = False,
    made: str = "",
    basemap: str | os.PathLike | None = None,
    engine: str = "auto",
) -> CoverageMap:
    """An interactive map of zones and what belongs to them.

    Parameters
    ----------
    zones : GeoDataFrame
        Polygons (none for virtual zones) with ``zone_code``; the other columns of the layer
        where known. Any CRS, as for every layer here.
    districts, areas, buildings, barriers, findings, disputes : GeoDataFrame, optional
        Layers of the design, each with at least its key.
    profile : str or path or Profile, optional
        The census's rules: the range that colours follow, the notice, which uses go without
        a name. ``cn-2020`` if not given.
    title : str
        Heading of the page.
    lang : {"en", "zh"}
        The language it opens in; the page can switch.
    attribution : str, optional
        Whose data these are, shown on the map.
    public : bool, default False
        No figure of a single building: buildings carry their outline and number only, zones
        with one building or a part of one have no counts (nor does one more zone, where a
        sum would tell), findings are left out.
    made : str, optional
        Date of the data, as text.
    basemap : path, optional
        A raster PMTiles archive or a georeferenced image to lie underneath; goes into the page.
    engine : {"auto", "folium", "packed"}
        Who draws; ``auto`` takes folium up to 5,000 features.

    Returns
    -------
    CoverageMap
        A folium map; ``save`` writes one file that opens without a network.

    Raises
    ------
    LayerError
        No zones, or a layer without its key.
    CRSError
        A layer has no coordinate system.
    UsageError
        An unknown language or engine.
    """
    check_language(lang)
    if engine not in ("auto", "folium", "packed"):
        raise UsageError(f"engine {engine}: wanted auto, folium or packed")
    rules = load_profile(profile if profile is not None else "cn-2020")
    frames = {
        "zones": zones, "districts": districts, "areas": areas, "buildings": buildings,
        "barriers": barriers, "findings": findings, "disputes": disputes,
    }  # fmt: skip
    layers = prepare_map(frames, rules, public=public)
    few = layers.count() <= FOLIUM_FEATURES
    with_folium = engine == "folium" or (engine == "auto" and few)
    page = _page(layers, rules, few, {"title": title, "lang": lang, "made": made}, attribution)
    return _assemble(layers, page, with_folium, basemap, lang)


def _page(layers: MapLayers, rules: Profile, few: bool, about: dict, attribution) -> dict:
    """Options of the script and the packed data."""
    figures = figures_for(layers, rules)
    bounds = layers.zones.total_bounds
    if not np.isfinite(bounds).all():
        bounds = np.zeros(4)
    step = grid_step(bounds, FINE_M if few else GRID_M)
    first, later = packed_layers(layers, figures)
    options = {
        **about,
        **paint_options(layers),
        "languages": list(LANGUAGES),
        "texts": {lang: texts(lang) for lang in LANGUAGES},
        "figures": [{"key": f.key, "classes": f.classes} for f in figures],
        "table": table_for(layers),
        "notice": dict(rules.notice),
        "attribution": attribution or "",
        "zoneDigits": rules.codes.zone_digits,
    }
    origin = [float(np.floor(bounds[0])), float(np.floor(bounds[1]))]
    return {
        "options": options,
        "first": blob(first, origin=origin, step=step),
        "later": blob(later, origin=origin, step=step) if later else "",
        "bounds": bounds,
    }


def _assemble(layers: MapLayers, page: dict, with_folium: bool, basemap, lang) -> CoverageMap:
    centre = gpd.points_from_xy(
        [(page["bounds"][0] + page["bounds"][2]) / 2],
        [(page["bounds"][1] + page["bounds"][3]) / 2],
        crs="EPSG:3857",
    ).to_crs("EPSG:4326")[0]
    made = CoverageMap(
        location=[centre.y, centre.x], tiles=None, zoom_start=12, max_zoom=22,
        zoom_control="bottomright", prefer_canvas=False, attribution_control=True,
        zoom_snap=0.25, keyboard=True, fade_animation=False,
    )  # fmt: skip
    # Only Leaflet: the rest of folium's files serve marker icons and popups, unused here.
    made.default_js = [item for item in made.default_js if item[0] == "leaflet"]
    made.default_css = [item for item in made.default_css if item[0] == "leaflet_css"]
    made.get_root().title = html.escape(page["options"]["title"] or texts(lang)["title"])
    drawn = draw_names(layers) if with_folium else {}
    for element in drawn.values():
        made.add_child(element)
    if basemap is not None:
        from zoning.cartography.web.basemap import basemap_options

        page["options"]["basemap"] = basemap_options(basemap, page["bounds"])
        page["options"]["shown"].append("basemap")
    made.add_child(_Interface(page["options"], page["first"], page["later"], drawn))
    return made
