"""``zoning borders`` from the command line: exit codes, reports, files, sheets."""

from __future__ import annotations

import json
import shutil
import subprocess

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from needs import need

from zoning.cli import main
from zoning.geo.gcj02 import wgs_to_gcj
from zoning.io.read import list_layers
from zoning.project.create import create

CRS = "EPSG:4545"
AT = np.array([500_000, 3_290_000])


def area(code, name, *xy):
    return {"code": code, "name": name, "geometry": shapely.Polygon(np.array(xy) + AT)}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Two counties with one overlap of 20 m and people in it, a road and a surveyed line."""
    folder = tmp_path_factory.mktemp("files")
    rows = [
        area("500112", "渝北区", (0, 0), (600, 0), (600, 300), (400, 320), (200, 320), (0, 300)),
        area("500105", "江北区", (0, 300), (600, 300), (600, 600), (0, 600)),
    ]
    both = gpd.GeoDataFrame(rows, crs=CRS)
    both["parent"] = "5001"
    both.to_file(folder / "areas.gpkg", layer="areas")
    both.iloc[[0]].to_file(folder / "a.geojson", driver="GeoJSON")
    both.iloc[[1]].to_file(folder / "b.gpkg", layer="b")
    spots = [(300, 308), (320, 316), (450, 100), (100, 500)]
    houses = gpd.GeoDataFrame(
        {"id": [f"w{i}" for i in range(4)], "persons": [4, 3, 200, 180]},
        geometry=[shapely.box(*(AT + xy - 3), *(AT + xy + 3)) for xy in spots],
        crs=CRS,
    )
    houses.to_file(folder / "houses.gpkg", layer="houses")
    lines = {
        "road": [(0, 290), (150, 310), (450, 310), (600, 290)],
        "survey": [(0, 305), (600, 305)],
    }
    for name, xy in lines.items():
        shape = shapely.LineString(np.array(xy) + AT)
        frame = gpd.GeoDataFrame({"name": ["兴隆路"]}, geometry=[shape], crs=CRS)
        frame.to_file(folder / f"{name}.gpkg", layer=name)
    return folder


@pytest.fixture(scope="module")
def finished(files, tmp_path_factory):
    folder = tmp_path_factory.mktemp("project") / "p"
    create(
        folder,
        {
            "areas": [(str(files / "areas.gpkg"), "areas")],
            "buildings": [(str(files / "houses.gpkg"), "houses")],
            "barriers": [(str(files / "road.gpkg"), "road")],
        },
        profile="general",
        name="渝北",
        crs=CRS,
    )
    assert main(["borders", "compare", str(folder), "--by", "anna"]) == 1
    return folder


@pytest.fixture
def project(finished, tmp_path):
    return str(shutil.copytree(finished, tmp_path / "p"))


def run(capsys, *args):
    code = main(["borders", *map(str, args)])
    out = capsys.readouterr()
    return code, out.out, out.err


ID = "500105-500112-001"


@pytest.mark.slow
def test_compare_two_files(files, capsys, tmp_path):
    out = tmp_path / "found.gpkg"
    code, text, err = run(capsys, "compare", files / "a.geojson", f"{files / 'b.gpkg'}:b",
                          "--buildings", files / "houses.gpkg", "--barriers", files / "road.gpkg",
                          "--out", out)  # fmt: skip
    assert code == 1
    assert "500112-500105-001" in text
    assert "兴隆路" in text
    assert "1 open" in text
    assert "disputes" in list_layers(out)
    claims = gpd.read_file(out, layer="claims")
    assert claims[["area_code", "side"]].to_numpy().tolist() == [["500112", "A"], ["500105", "B"]]
    assert claims["name"].tolist() == ["渝北区", "江北区"]
    assert "layer_styles" in list_layers(out) or len(
        pd.read_sql("select * from layer_styles", _db(out))
    )
    code, text, _ = run(
        capsys, "compare", files / "a.geojson", files / "b.gpkg", "--format", "json"
    )
    report = json.loads(text)
    assert (code, report["schema"]) == (1, "zoning-disputes/1")
    assert report["disputes"][0]["kind"] == "overlap"
    code, text, err = run(capsys, "compare", files / "a.geojson", files / "b.gpkg", "--out", out)
    assert code == 2
    assert "exists" in err


def _db(file):
    import sqlite3

    return sqlite3.connect(file)


@pytest.mark.slow
def test_compare_a_layer_a_folder_and_a_html_map(files, capsys, tmp_path):
    code, text, _ = run(capsys, "compare", files / "areas.gpkg")
    assert code == 1
    assert "1 open" in text
    folder = tmp_path / "sides"
    folder.mkdir()
    for name in ("a.geojson", "b.gpkg"):
        shutil.copy(files / name, folder / name)
    page = tmp_path / "map.html"
    code, text, _ = run(capsys, "compare", folder, "--out", page)
    assert code == 1
    assert ID in text
    assert "zoningDisputes(" in page.read_text("utf-8")


@pytest.mark.slow
def test_a_shift_is_no_dispute(files, capsys, tmp_path):
    b = gpd.read_file(files / "b.gpkg").to_crs(4326)
    b = b.set_geometry(shapely.segmentize(b.geometry.to_numpy(), 0.0002), crs=4326)
    a = gpd.read_file(files / "b.gpkg").to_crs(4326)
    around = shapely.box(*shapely.buffer(a.geometry.iloc[0], 0.02).bounds)
    ring = shapely.segmentize(shapely.difference(around, b.geometry.iloc[0]), 0.01)
    a = a.set_geometry(gpd.GeoSeries([ring], crs=4326)).assign(code="500999")
    moved = shapely.transform(b.geometry.to_numpy(), lambda xy: np.column_stack(wgs_to_gcj(*xy.T)))
    b = b.set_geometry(gpd.GeoSeries(moved, crs=4326))
    a.to_file(tmp_path / "a.gpkg")
    b.to_file(tmp_path / "b.gpkg")
    code, text, _ = run(capsys, "compare", tmp_path / "a.gpkg", tmp_path / "b.gpkg")
    assert code == 1
    assert text.startswith("shift: side B is in GCJ-02")
    code, text, _ = run(capsys, "compare", tmp_path / "a.gpkg", tmp_path / "b.gpkg", "--gcj02", "b")
    assert code == 0, text


@pytest.mark.slow
def test_the_register_step_by_step(project, files, capsys):
    code, text, _ = run(capsys, "list", project)
    assert code == 0
    assert ID in text
    code, text, err = run(capsys, "agree", project, ID, "--side", "a", "--by", "anna")
    assert code == 2
    assert "is open: agreed is for those that are proposed" in err
    code, text, _ = run(capsys, "propose", project, ID, "--method", "midline", "--by", "anna")
    assert code == 0
    assert "feature" in text
    assert run(capsys, "visit", project, ID, "--on", "2026-07-01", "--present", "A, B",
               "--seen", "a wall", "--by", "anna")[0] == 0  # fmt: skip
    assert run(capsys, "agree", project, ID, "--side", "500105", "--by", "bo")[0] == 0
    code, text, _ = run(capsys, "pass", project, ID, "--by", "anna")
    assert "passed to 5001" in text
    code, text, _ = run(capsys, "history", project, ID, "--format", "json")
    actions = [row["action"] for row in json.loads(text)["rows"]]
    assert actions == ["found", "proposed", "visited", "agreed", "passed"]


@pytest.mark.slow
@pytest.mark.parametrize("method", ["a", "b", "midline", "feature", "buildings", "enclave", "line"])
def test_settle_by_every_method_and_undo(project, capsys, method):
    options = ["--method", method, "--by", "anna", "--document", "minutes 3"]
    if method == "line":
        x, y = AT
        options += ["--line", f"LINESTRING ({x} {y + 306}, {x + 600} {y + 306})"]
        dry = run(capsys, "settle", project, ID, *options, "--dry-run")
        assert dry[0] == 0
        assert "nothing was written" in dry[1]
    code, text, err = run(capsys, "settle", project, ID, *options, "--format", "json")
    assert code == 0, err
    report = json.loads(text)
    assert report["recorded"]
    assert {row["building_id"] for row in report["buildings"]} == {"w0", "w1"}
    assert json.loads(run(capsys, "list", project, "--format", "json")[1])["rows"][0]["status"] == (
        "settled"
    )
    if method == "midline":
        assert main(["run", project, "--quiet"]) in (0, 1)
        capsys.readouterr()
        assert "settled" in run(capsys, "list", project)[1]
    code, text, err = run(capsys, "settle", project, ID, *options)
    assert code == 2
    assert "is settled" in err
    assert run(capsys, "undo", project, ID, "--by", "anna")[0] == 0
    assert "open" in run(capsys, "list", project)[1]


@pytest.mark.slow
def test_a_statutory_line_goes_before_any_claim(project, files, capsys):
    law = ["--statutory", files / "survey.gpkg"]
    code, text, _ = run(capsys, "propose", project, ID, *law)
    assert code == 0
    assert text.splitlines()[1].split()[1] == "statutory"
    options = ["--by", "anna", "--document", "d", *law]
    code, _, err = run(capsys, "settle", project, ID, "--method", "midline", *options)
    assert code == 2
    assert "a statutory line runs through it" in err
    code, _, _ = run(
        capsys, "settle", project, ID, "--method", "line", "--basis", "statutory", *options
    )
    assert code == 0


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["compare", "nowhere.gpkg", "nothing.gpkg"], "nowhere.gpkg: no such file"),
        (["settle", "{p}", "--method", "a", "--by", "x", "--document", "d"], "say which disputes"),
        (["settle", "{p}", ID, "--method", "line", "--by", "x", "--document", "d"], "--line"),
        (["settle", "{p}", "q", "--method", "a", "--by", "x", "--document", "d"], "no dispute q"),
        (["propose", "{p}", ID, "--line", "LINESTRING (1"], "not well-formed WKT"),
        (["propose", "{p}", ID, "--method", "a"], "with --by"),
        (["sheet", "{p}", "q"], "no dispute q"),
        (["list", "nowhere"], "zoning.toml"),
    ],
)
def test_wrong_use_is_one_line(project, capsys, args, words):
    code, _, err = run(capsys, *[a.replace("{p}", project) for a in args])
    assert code == 2
    assert words in err
    assert err.count("\n") == 1


@pytest.mark.slow
def test_sheets_in_english_and_chinese(project, capsys, tmp_path):
    need(bool(shutil.which("pdftotext")), "pdftotext (Debian: poppler-utils)")
    for lang, words in (("en", "Turning points"), ("zh", "界线拐点坐标")):
        pdf = tmp_path / f"{lang}.pdf"
        code, _, err = run(capsys, "sheet", project, ID, "--lang", lang, "-o", pdf)
        assert code == 0, err
        assert "2 pages" in err
        text = subprocess.run(
            ["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True
        ).stdout
        assert words in text
        assert ID in text
        assert "渝北区" in text
        assert "兴隆路" in text


@pytest.mark.slow
def test_without_a_chinese_font_the_package_is_named(project, capsys, tmp_path, monkeypatch):
    monkeypatch.setattr("zoning.cartography.page.fonts._CJK_FOLDERS", (str(tmp_path),))
    monkeypatch.delenv("ZONING_CJK_FONT", raising=False)
    pdf = tmp_path / "zh.pdf"
    code, _, err = run(capsys, "sheet", project, ID, "--lang", "zh", "-o", pdf)
    assert code == 2
    assert "fonts-noto-cjk" in err
    assert not pdf.exists()


@pytest.mark.browser
def test_the_map_opens_without_a_network(project, capsys, tmp_path, browser):
    page = tmp_path / "map.html"
    assert run(capsys, "map", project, "-o", page, "--lang", "zh")[0] == 0
    browser.open(page)
    assert browser.others(page) == []
    assert browser.errors == []
    assert browser.run("return document.querySelectorAll('.dsp-list tr').length") == 1
    browser.run("document.querySelector('.dsp-list tr').click()")
    assert ID in browser.run("return document.querySelector('.leaflet-popup').textContent")
    assert "有争议" in browser.run("return document.querySelector('.dsp-states').textContent")
    # Both claims in two colours, named in the legend, and the areas with their names.
    legend = browser.run("return document.querySelector('.dsp-legend').textContent")
    assert "甲方界线: 江北区 (500105)" in legend
    assert "乙方界线: 渝北区 (500112)" in legend
    names = browser.run("return [...document.querySelectorAll('.dsp-name')].map(n => n.innerText)")
    assert sorted(names) == ["江北区 (500105)", "渝北区 (500112)"]
    drawn = browser.run(
        "const m = Object.values(window).find(v => v instanceof L.Map), found = {};"
        "m.eachLayer(l => { const r = l.feature && l.feature.properties.role;"
        " if (r) found[r] = l.options.color; }); return found"
    )
    assert drawn["a"] == "#005c9e"
    assert drawn["b"] == "#9e0059"


def test_one_area_against_the_whole_layer_is_compared_with_its_neighbours(tmp_path, capsys):
    import geopandas as gpd
    from shapely import box

    from zoning.cli import main

    whole = gpd.GeoDataFrame(
        {"area_code": ["1", "2"]}, geometry=[box(0, 0, 900, 900), box(900, 0, 1800, 900)], crs=25832
    )
    mine = whole.iloc[:1].set_geometry([box(0, 0, 910, 900)])
    whole.to_file(tmp_path / "all.gpkg")
    mine.to_file(tmp_path / "mine.gpkg")
    main(["borders", "compare", str(tmp_path / "mine.gpkg"), str(tmp_path / "all.gpkg")])
    assert "9,000.0" in capsys.readouterr().out
    assert main(["borders", "compare", str(tmp_path / "all.gpkg"), str(tmp_path / "all.gpkg")]) == 2
    assert "both hold 1, 2" in capsys.readouterr().err
