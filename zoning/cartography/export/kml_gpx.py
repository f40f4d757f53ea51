"""KML 2.2 and GPX 1.1: zones and numbered buildings for any map program on a phone.

The XML library escapes what stands in the data; characters that XML cannot hold are replaced.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pandas as pd
import shapely

from zoning.lang.book_words import Words
from zoning.model.uses import map_uses, use_label

__all__ = ["clean", "write_gpx", "write_kml"]

_KML = "http://www.opengis.net/kml/2.2"
_GPX = "http://www.topografix.com/GPX/1/1"
_BAD = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text) -> str:
    """Text that XML can hold; nothing where there is none.

    Examples
    --------
    >>> clean("a\\x00b")
    'a\ufffdb'
    """
    return "" if text is None or pd.isna(text) else _BAD.sub("\ufffd", str(text))


def _child(parent, tag: str, text=None, **attributes):
    element = ET.SubElement(parent, tag, attributes)
    if text is not None:
        element.text = clean(text)
    return element


def _save(root, path: Path) -> None:
    ET.indent(root)
    ET.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def write_kml(path, layers, *, name: str, lang: str) -> None:
    """Zones as outlines and buildings as numbered points, a folder each.

    Parameters
    ----------
    path : path
    layers : mapping of str to GeoDataFrame
        ``zones`` and ``buildings`` in longitude and latitude.
    name : str
        Title of the document.
    lang : {"en", "zh"}
    """
    words = Words(lang)
    ET.register_namespace("", _KML)
    root = ET.Element(f"{{{_KML}}}kml")
    document = _child(root, f"{{{_KML}}}Document")
    _child(document, f"{{{_KML}}}name", name)
    _styles(document)
    folder = _folder(document, words["zone_map"])
    zones = layers["zones"]
    for row, geom in zip(zones.to_dict("records"), zones.geometry.array._data):
        if geom is None or geom.is_empty:
            continue
        mark = _mark(folder, row["zone_code"], "#zone", _zone_text(row, words))
        _areas(mark, geom)
    folder = _folder(document, words["buildings"])
    for row, (x, y) in _houses(layers["buildings"], lang):
        mark = _mark(folder, row["label"], "#house", row["text"])
        point = _child(mark, f"{{{_KML}}}Point")
        _child(point, f"{{{_KML}}}coordinates", f"{x:.7f},{y:.7f}")
    _save(root, path)


def _styles(document) -> None:
    zone = _child(document, f"{{{_KML}}}Style", id="zone")
    line = _child(zone, f"{{{_KML}}}LineStyle")
    _child(line, f"{{{_KML}}}color", "ff29009e")
    _child(line, f"{{{_KML}}}width", "3")
    fill = _child(zone, f"{{{_KML}}}PolyStyle")
    _child(fill, f"{{{_KML}}}color", "1a29009e")
    house = _child(document, f"{{{_KML}}}Style", id="house")
    icon = _child(house, f"{{{_KML}}}IconStyle")
    _child(icon, f"{{{_KML}}}scale", "0.5")
    label = _child(house, f"{{{_KML}}}LabelStyle")
    _child(label, f"{{{_KML}}}scale", "0.8")


def _folder(document, name: str):
    folder = _child(document, f"{{{_KML}}}Folder")
    _child(folder, f"{{{_KML}}}name", name)
    return folder


def _mark(folder, name, style: str, text: str):
    mark = _child(folder, f"{{{_KML}}}Placemark")
    _child(mark, f"{{{_KML}}}name", name)
    if text:
        # KML shows descriptions as HTML; < and & in data must arrive there as text.
        shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        _child(mark, f"{{{_KML}}}description", shown)
    _child(mark, f"{{{_KML}}}styleUrl", style)
    return mark


def _areas(mark, geom) -> None:
    holder = mark
    parts = shapely.get_parts(geom)
    if len(parts) > 1:
        holder = _child(mark, f"{{{_KML}}}MultiGeometry")
    for part in parts:
        polygon = _child(holder, f"{{{_KML}}}Polygon")
        rings = [("outerBoundaryIs", part.exterior)]
        rings += [("innerBoundaryIs", r) for r in part.interiors]
        for tag, ring in rings:
            line = _child(_child(polygon, f"{{{_KML}}}{tag}"), f"{{{_KML}}}LinearRing")
            xy = shapely.get_coordinates(ring)
            _child(line, f"{{{_KML}}}coordinates", " ".join(f"{x:.7f},{y:.7f}" for x, y in xy))


def _zone_text(row, words: Words) -> str:
    said = []
    for label, column in (
        ("buildings", "n_buildings"), ("households", "households"), ("persons", "persons")
    ):  # fmt: skip
        if pd.notna(row[column]):
            said.append(words.pair(label, int(row[column])))
    if pd.notna(row["part"]):
        said.append(words.pair("part", row["part"]))
    return ", ".join(said)


def _houses(buildings, lang: str):
    """Buildings in walking order: label, text and a point of each."""
    if not len(buildings):
        return []
    order = np.lexsort(
        (
            buildings["building_id"].to_numpy(str),
            buildings["number"].fillna(10**9).to_numpy(int),
            buildings["zone_code"].fillna("").to_numpy(str),
        )
    )
    rows = buildings.iloc[order]
    spots = shapely.get_coordinates(shapely.point_on_surface(rows.geometry.array._data))
    uses = [use_label(u, lang) for u in map_uses(rows["use"])]
    out = []
    for row, use, spot in zip(rows.to_dict("records"), uses, spots):
        number = row["number"]
        label = str(int(number)) if pd.notna(number) else clean(row["building_id"])
        text = "  ".join(t for t in (use, clean(row["address"]), clean(row["zone_code"])) if t)
        out.append(({**row, "label": label, "text": text}, spot))
    return out


def write_gpx(path, layers, *, name: str, lang: str) -> None:
    """Buildings as waypoints, the walk through each zone as a route, its outline as a track."""
    ET.register_namespace("", _GPX)
    root = ET.Element(f"{{{_GPX}}}gpx", version="1.1", creator="zoning")
    meta = _child(root, f"{{{_GPX}}}metadata")
    _child(meta, f"{{{_GPX}}}name", name)
    houses = _houses(layers["buildings"], lang)
    for row, spot in houses:
        point = _point(root, "wpt", spot)
        _child(point, f"{{{_GPX}}}name", row["label"])
        _child(point, f"{{{_GPX}}}desc", row["text"])
    _routes(root, houses)
    zones = layers["zones"]
    for code, geom in zip(zones["zone_code"], zones.geometry.array._data):
        if geom is None or geom.is_empty:
            continue
        track = _child(root, f"{{{_GPX}}}trk")
        _child(track, f"{{{_GPX}}}name", code)
        for ring in shapely.get_rings(geom):
            segment = _child(track, f"{{{_GPX}}}trkseg")
            for spot in shapely.get_coordinates(ring):
                _point(segment, "trkpt", spot)
    _save(root, path)


def _routes(root, houses) -> None:
    route, last = None, None
    for row, spot in houses:
        if pd.isna(row["zone_code"]) or pd.isna(row["number"]):
            continue
        if row["zone_code"] != last:
            last = row["zone_code"]
            route = _child(root, f"{{{_GPX}}}rte")
            _child(route, f"{{{_GPX}}}name", last)
        point = _point(route, "rtept", spot)
        _child(point, f"{{{_GPX}}}name", row["label"])


def _point(parent, tag: str, spot):
    return _child(parent, f"{{{_GPX}}}{tag}", lat=f"{spot[1]:.7f}", lon=f"{spot[0]:.7f}")
