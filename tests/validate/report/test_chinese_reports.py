"""Reports, the catalogue and the commands of a project in Chinese."""

import json
import re

import geopandas as gpd
import pyogrio
import pytest
from shapely import box

from tests.fixtures.drawn_project import write_project
from tests.fixtures.english import english_in
from tests.fixtures.four_zones import CRS, X0, Y0, areas, buildings, zones
from zoning.cli import main
from zoning.lang.translate import translated, translated_note
from zoning.validate import check
from zoning.validate.catalogue import catalogue
from zoning.validate.report.gpkg_report import write_findings
from zoning.validate.report.html_report import html_report
from zoning.validate.report.text_report import text_report

RULES = list(catalogue())


def two_offices():
    """Four zones of two offices with a strip missing and a strip claimed twice between them."""
    frame = zones(authority=["east", "west", "east", "west"])
    frame.loc[1, "geometry"] = box(X0 + 101, Y0, X0 + 200, Y0 + 100)
    frame.loc[3, "geometry"] = box(X0 + 99, Y0 + 100, X0 + 200, Y0 + 200)
    return check(frame, profile="un", select="COV")


def test_two_offices():
    found = two_offices()
    shown = [translated(m, "COV007", "zh") for m in found.frame["message"]]
    assert sorted(shown) == [
        "两单位的普查小区 7001001001、7001001002、7001001004 之间有遗漏："
        "100.00 平方米，宽 1.00 米（成片）",
        "两单位的普查小区 7001001003、7001001004 重叠：100.00 平方米，宽 1.00 米（成片）",
    ]


@pytest.fixture(scope="module")
def faulty():
    frame = zones().drop(index=3)
    frame.loc[2, "geometry"] = box(X0, Y0 + 95, X0 + 100, Y0 + 200)
    houses = buildings().drop(columns="number")
    return check(frame, within=areas(), buildings=houses, profile="cn-2020")


def test_the_text_report(faulty):
    assert faulty.notes
    assert faulty.skipped
    ids = [*faulty.frame["finding_id"], "b1", "b2", "b3", "b4", "cn-2020"]
    assert english_in(text_report(faulty, lang="zh"), ids) == []
    assert english_in(text_report(faulty), ids)


def test_the_page(faulty):
    page = html_report(faulty, lang="zh")
    data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1])
    shown = [*data["notes"], *data["head"], *(f["message"] for f in data["findings"])]
    shown += [text for rule in data["rules"].values() for text in rule.values()]
    shown += [re.sub(r"\{\w+\}", "", text) for text in data["words"].values()]
    for text in shown:
        assert english_in(text, ["b1", "b2", "b3", "b4", "stack"]) == [], text
    assert english_in(re.search("<noscript>(.*?)</noscript>", page)[1]) == []


def test_the_geopackage(faulty, tmp_path):
    file = tmp_path / "findings.gpkg"
    write_findings(file, faulty, lang="zh")
    for layer in ("findings", "findings_areas"):
        frame = pyogrio.read_dataframe(file, layer=layer)
        english = dict(zip(faulty.frame["finding_id"], faulty.frame["message"]))
        assert list(frame["message"]) == [english[i] for i in frame["finding_id"]]
        assert all(english_in(t, ["b4"]) == [] for t in frame["message_zh"])
    for qml in pyogrio.read_dataframe(file, layer="layer_styles")["styleQML"]:
        labels = re.findall(r'label="([^"]*)"', qml)
        assert labels == ["阻断性错误", "强制性错误", "核实性问题", "提示"]
        assert '"message_zh"' in qml
    write_findings(file, faulty)
    assert "message_zh" not in pyogrio.read_dataframe(file, layer="findings")


def test_what_is_compared_stays_english(faulty):
    report = json.loads(faulty.to_json())
    assert any(f["message"].startswith("gap beside") for f in report["findings"])
    assert any(note.startswith("BLD006: buildings are not") for note in report["notes"])


def test_the_catalogue_on_the_command_line(capsys):
    assert main(["rules", "--lang", "zh"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "BLD001  核实性问题 建筑物在普查小区之外"
    assert len(lines) == len(RULES)
    assert main(["rules", "COV001", "--lang", "zh"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("COV001  遗漏（强制性错误）\n\n")
    assert english_in(page) == []
    assert main(["rules", "--lang", "zh", "--pages", "nowhere"]) == 2
    assert main(["rules", "COV001", "--lang", "zh", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["name"] == "gap"


def test_files_speak_the_language_asked_for(tmp_path, capsys):
    file = tmp_path / "普查小区.gpkg"
    gpd.GeoDataFrame(
        {"code": ["a1", "a2"]}, geometry=[box(0, 0, 9, 9), box(8, 0, 20, 9)], crs=CRS
    ).to_file(file, layer="z")
    assert main(["validate", str(file), "--lang", "zh"]) == 1
    out = capsys.readouterr().out
    ids = re.findall(r"\[[0-9a-f]{16}\]", out)
    assert english_in(out, [str(file), "a1", "a2", "code", "un", *ids]) == []


@pytest.mark.slow
def test_a_project_speaks_its_language(tmp_path, capsys):
    """init, validate, signoff and verify of a project whose zoning.toml says zh."""
    source = tmp_path / "towns.gpkg"
    areas().assign(name="西街").to_file(source, layer="towns")
    folder = tmp_path / "p"
    argv = ["init", str(folder), "--areas", str(source), "--profile", "un", "--lang", "zh"]
    own = [str(folder), str(source), CRS, "un", "towns", "Li Wei", "package", "sha256"]
    assert main(argv) == 0
    said = capsys.readouterr().out
    assert "行政区域（镇街）" in said
    own.append(said.splitlines()[0].rsplit("：", 1)[1].rstrip("）"))
    assert english_in(said, [*own, "area_code", "name"]) == [], said

    write_project(folder, zones())
    assert main(["signoff", str(folder), "--by", "Li Wei"]) == 0
    out, err = capsys.readouterr()
    packages = list((folder / "signoff").glob("*.zip"))
    digest = re.findall("[0-9a-f]{64}", out)
    assert english_in(out, [*own, str(packages[0]), *digest]) == [], out
    assert "4 个普查小区中有 4 个尚未确认" in err
    assert english_in(err, own) == [], err

    assert main(["verify", str(packages[0])]) == 0
    out = capsys.readouterr().out
    assert "与签字确认时一致" in out
    assert english_in(out.splitlines()[1], own) == []
    assert main(["verify", str(packages[0]), "--lang", "en"]) == 0
    assert "as it was signed" in capsys.readouterr().out

    write_project(folder, zones().drop(index=3))
    assert main(["signoff", str(folder), "--by", "Li Wei", "--overwrite"]) == 1
    out, err = capsys.readouterr()
    assert "7001001002、7001001003 旁有遗漏" in out
    assert err.startswith("zoning: 不能签字确认")


def test_notes_of_a_run():
    notes = [
        "towns.gpkg:towns: areas 7001 and 3 more: no geometry; draw it or delete the row",
        "a.gpkg: buildings row 3, row 4: a street, river or railway, no building; set aside (give "
        "it with --barriers)",
        "a.gpkg: areas 7: invalid geometry (ring Self-intersection[5.5 7]); repair it (QGIS: Fix "
        "geometries)",
        "buildings refused, an outline without area: 7",
        "7001: 12 persons left over, no building to put them on",
        "override: 2 pieces cannot join zone 7001001001, 7001001002: it or the zone they come "
        "from would no longer be in one piece",
        "3 districts changed since they were confirmed and are draft again: 7001001, 7001002",
        "zone 7001001001, 7001001002 has no ground left and is dropped",
        "finding 38 is new: gap beside 7001001001: 2.00 m2, 0.50 m wide (sliver)",
        "finding 38 differs in severity, n_buildings, waived",
        "buildings row 3: Polygon, wanted LineString; set aside",
        "a.gpkg: no column of ids, so they are made up; name it: --map buildings.building_id=NAME "
        "(columns are: 高, 宽)",
        "a.gpkg: 1,200 ids stand more than once; made distinct by -2, -3",
        "2 township areas lie inside 12 village areas: they were given in the wrong order; swap "
        "them: --areas a.gpkg a.gpkg",
        "7001 西街: no village in it, so no district and no zone; cn-2020 takes districts from the "
        "official list and invents none: add its villages to the areas",
    ]
    for note in notes:
        told = translated_note(note, "zh")
        assert told != note
        assert english_in(told, ["towns.gpkg:towns", "a.gpkg"]) == [], told
