"""A QGIS project file beside a GeoPackage, for QField and QGIS."""

from __future__ import annotations

import uuid
from xml.etree import ElementTree as ET

from zoning.cartography.export.kml_gpx import clean
from zoning.lang.book_words import Words

__all__ = ["project_file"]

_SPACE = uuid.UUID("3b1d9d3c-6f6e-4c39-8d0f-5c1f0f9d7a52")
_TITLES = {
    "districts": "district", "zones": "zone", "buildings": "buildings", "barriers": "l_street",
    "field_notes": "listing_note",
}  # fmt: skip
#: What an enumerator may change; the rest is to look at.
_EDITABLE = ("buildings", "field_notes")


def project_file(layers, styles, *, title: str, lang: str) -> str:
    """The text of ``project.qgs`` over layers in ``data.gpkg`` in the same folder.

    Parameters
    ----------
    layers : mapping of str to GeoDataFrame
        Lowest first.
    styles : mapping of str to str
        QML of layers, as `zoning.cartography.export.qml.styles_for` makes it.
    title : str
    lang : {"en", "zh"}
    """
    words = Words(lang)
    crs = next(iter(layers.values())).crs
    root = ET.Element("qgis", projectname=clean(title), version="3.22.0")
    ET.SubElement(root, "title").text = clean(title)
    _crs(ET.SubElement(root, "projectCrs"), crs)
    known = ET.SubElement(ET.SubElement(root, "properties"), "SpatialRefSys")
    # Without this QGIS takes the project's CRS for unknown.
    ET.SubElement(known, "ProjectionsEnabled", type="int").text = "1"
    tree = ET.SubElement(root, "layer-tree-group")
    canvas = ET.SubElement(root, "mapcanvas", name="theMapCanvas", annotationsVisible="1")
    ET.SubElement(canvas, "units").text = "meters"
    _extent(ET.SubElement(canvas, "extent"), layers["zones"])
    _crs(ET.SubElement(canvas, "destinationsrs"), crs)
    bodies = ET.SubElement(root, "projectlayers")
    for name, frame in reversed(layers.items()):
        key = f"{name}_{uuid.uuid5(_SPACE, name).hex}"
        source = f"./data.gpkg|layername={name}"
        shown = words[_TITLES[name]]
        ET.SubElement(
            tree, "layer-tree-layer", id=key, name=shown, source=source, providerKey="ogr",
            checked="Qt::Checked", expanded="0",
        )  # fmt: skip
        bodies.append(_layer(name, frame, key, source, shown, styles.get(name)))
    text = ET.tostring(root, encoding="unicode")
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + text


def _layer(name, frame, key, source, shown, style):
    element = ET.Element("maplayer", type="vector", readOnly="0" if name in _EDITABLE else "1")
    ET.SubElement(element, "id").text = key
    ET.SubElement(element, "datasource").text = source
    ET.SubElement(element, "layername").text = shown
    _crs(ET.SubElement(element, "srs"), frame.crs)
    ET.SubElement(element, "provider", encoding="UTF-8").text = "ogr"
    if style:
        look = ET.fromstring(style.partition("\n")[2])
        for attribute in (
            "labelsEnabled", "hasScaleBasedVisibilityFlag", "minScale", "maxScale"
        ):  # fmt: skip
            if attribute in look.attrib:
                element.set(attribute, look.attrib[attribute])
        element.extend(list(look))
    return element


def _crs(parent, crs) -> None:
    """A CRS by its authority code where it has one, else by its WKT."""
    srs = ET.SubElement(parent, "spatialrefsys")
    ET.SubElement(srs, "wkt").text = crs.to_wkt()
    authority = crs.to_authority()
    ET.SubElement(srs, "authid").text = ":".join(authority) if authority else ""


def _extent(parent, zones) -> None:
    values = zones.total_bounds
    for tag, value in zip(("xmin", "ymin", "xmax", "ymax"), values):
        ET.SubElement(parent, tag).text = f"{value:.3f}"
