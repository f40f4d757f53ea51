"""Symbols, rules and labels of a QML document."""

from __future__ import annotations

import uuid
from xml.etree import ElementTree as ET

__all__ = ["add_labels", "add_rules", "add_symbol"]

_CLASSES = {"fill": "SimpleFill", "line": "SimpleLine", "marker": "SimpleMarker"}
#: A name space of our own, so that rule keys are the same in every run.
_SPACE = uuid.UUID("7c8f4d1e-6c9a-4f7e-9a51-2d1b8a0f2c11")


def add_rules(root, rules, shape: str, symbol) -> None:
    """A rule-based renderer: one rule a class, or a single symbol without expressions."""
    single = len(rules) == 1
    renderer = ET.SubElement(
        root, "renderer-v2", type="singleSymbol" if single else "RuleRenderer",
        symbollevels="0", enableorderby="0", forceraster="0",
    )  # fmt: skip
    if not single:
        tree = ET.SubElement(renderer, "rules", key=_key("root"))
        for k, (expression, text, _) in enumerate(rules):
            ET.SubElement(
                tree, "rule", key=_key(f"{k}{text}"), symbol=str(k), label=text,
                filter=_not_before(rules, k, expression),
            )  # fmt: skip
    symbols = ET.SubElement(renderer, "symbols")
    for k, (_, _, properties) in enumerate(rules):
        symbol(symbols, str(k), shape, properties)


def _not_before(rules, k: int, expression: str) -> str:
    """A filter that leaves out what an earlier rule has drawn already."""
    if expression in ("ELSE", ""):
        return expression
    earlier = [f"coalesce(NOT ({e}), true)" for e, _, _ in rules[:k] if e not in ("ELSE", "")]
    return " AND ".join([f"({expression})", *earlier])


def _key(text: str) -> str:
    return "{" + str(uuid.uuid5(_SPACE, text)) + "}"


def add_symbol(parent, name: str, shape: str, properties: dict) -> None:
    """One symbol; properties of a fill are turned into those of a marker where needed."""
    element = ET.SubElement(
        parent, "symbol", type=shape, name=name, alpha="1", clip_to_extent="1", force_rhr="0"
    )
    layer = ET.SubElement(
        element, "layer", {"class": _CLASSES[shape]}, enabled="1", locked="0",
    )  # fmt: skip
    layer.set("pass", "0")
    if shape == "marker":
        properties = {
            "name": "square", "size": "2", "size_unit": "MM", "color": properties["color"],
            "outline_color": properties["outline_color"], "outline_width": "0.2",
        }  # fmt: skip
    options = ET.SubElement(layer, "Option", type="Map")
    for key, value in properties.items():
        ET.SubElement(options, "Option", type="QString", name=key, value=value)
        # QGIS before 3.26 also looks for these.
        ET.SubElement(layer, "prop", k=key, v=value)


def add_labels(root, style, expression: str, shape: str) -> None:
    """Simple labels with a white edge, hidden at small scales."""
    if not expression:
        return
    root.set("labelsEnabled", "1")
    labeling = ET.SubElement(root, "labeling", type="simple")
    settings = ET.SubElement(labeling, "settings", calloutType="simple")
    weight, named = ("75", "Bold") if style.label_bold else ("50", "Book")
    text = ET.SubElement(
        settings, "text-style", fieldName=expression, isExpression="1", fontFamily="DejaVu Sans",
        fontSize=str(style.label_size), fontSizeUnit="Point", textColor="0,0,0,255",
        fontWeight=weight, namedStyle=named,
    )  # fmt: skip
    ET.SubElement(
        text, "text-buffer", bufferDraw="1", bufferSize="0.8", bufferSizeUnits="MM",
        bufferColor="255,255,255,255", bufferOpacity="1",
    )  # fmt: skip
    place = "2" if style.along and shape == "line" else "4" if shape == "fill" else "6"
    ET.SubElement(
        settings,
        "placement",
        placement=place,
        placementFlags="9",
        centroidInside="1",
        dist="0.5",
        priority="5" if style.along else "8",
    )
    # Buildings and boundaries are no obstacles: hardly a label would find room among them.
    how = {"obstacle": "0", "mergeLines": "1" if style.along else "0"}
    if style.label_below:
        # In QGIS scaleMax is the largest denominator.
        how |= {"scaleVisibility": "1", "scaleMax": str(style.label_below), "scaleMin": "0"}
    ET.SubElement(settings, "rendering", how)
