"""Styles for QGIS: every layer of the project, well-formed, the same each time."""

import contextlib
import sqlite3
from xml.etree import ElementTree as ET

import pytest

from zoning.cartography.export.qml import styles_for
from zoning.io.write import write_layers
from zoning.model import schema
from zoning.model.schema import conform


def project_layers(town) -> dict:
    return {
        "areas": conform(town.areas, schema.AREAS),
        "districts": conform(town.districts, schema.DISTRICTS),
        "zones": conform(town.zones, schema.ZONES),
        "barriers": conform(town.barriers, schema.BARRIERS),
        "buildings": conform(town.buildings, schema.BUILDINGS),
        "disputes": conform(town.disputes, schema.DISPUTES),
        "findings": conform(town.findings, schema.FINDINGS),
        "blocks": conform(
            town.zones[["geometry"]].assign(block_id=town.zones["zone_code"]), schema.BLOCKS
        ),
        "allowed_gaps": conform(town.zones[["geometry"]].assign(name="lake"), schema.ALLOWED_GAPS),
    }


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_layer_with_geometry_has_a_style(town, lang):
    layers = project_layers(town)
    styles = styles_for(layers, lang=lang)
    spatial = {n for n, s in schema.LAYERS.items() if s.geometry}
    assert set(styles) == spatial
    assert styles == styles_for(layers, lang=lang)


def test_a_style_has_symbols_labels_and_names_of_columns(town):
    layers = project_layers(town)
    for name, text in styles_for(layers, lang="zh").items():
        assert text.startswith("<!DOCTYPE qgis")
        root = ET.fromstring(text.partition("\n")[2])
        symbols = root.findall("renderer-v2/symbols/symbol")
        rules = root.findall("renderer-v2/rules/rule")
        assert len(symbols) == max(1, len(rules)), name
        assert root.get("labelsEnabled") == "1"
        assert root.find("labeling/settings/text-style").get("fieldName")
        named = {a.get("field") for a in root.findall("aliases/alias")}
        assert named == set(layers[name].columns) - {"geometry"}
        shape = "line" if name == "barriers" else "fill"
        assert {s.get("type") for s in symbols} == {shape}


def test_columns_in_expressions_exist(town):
    import re

    layers = project_layers(town)
    for name, text in styles_for(layers).items():
        root = ET.fromstring(text.partition("\n")[2])
        said = [r.get("filter") for r in root.findall("renderer-v2/rules/rule")]
        said.append(root.find("labeling/settings/text-style").get("fieldName"))
        for column in re.findall(r'"(\w+)"', " ".join(said)):
            assert column in layers[name].columns, (name, column)


def test_points_get_markers(town):
    houses = town.buildings.set_geometry(town.buildings.centroid)
    text = styles_for({"buildings": houses})["buildings"]
    assert 'type="marker"' in text


def test_tables_and_unknown_layers_have_none(town):
    table = town.zones.drop(columns="geometry")
    assert styles_for({"dwellings": table, "mine": town.zones}) == {}


@pytest.mark.slow
def test_the_file_carries_them(town, tmp_path):
    layers = project_layers(town)
    file = write_layers(tmp_path / "z.gpkg", layers, styles=styles_for(layers))
    with contextlib.closing(sqlite3.connect(file)) as db:
        rows = db.execute(
            "select f_table_name, useAsDefault, styleQML from layer_styles"
        ).fetchall()
    assert {r[0] for r in rows} == set(layers)
    assert all(default == 1 and qml.startswith("<!DOCTYPE") for _, default, qml in rows)
