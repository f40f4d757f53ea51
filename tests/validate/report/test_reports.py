"""SARIF, GeoPackage and HTML."""

import json
import re
from pathlib import Path

import pyogrio
import pytest

from tests.fixtures.four_zones import areas, buildings, zones
from zoning.errors import UsageError
from zoning.io.read import read_layer
from zoning.lang.report_words import WORDS
from zoning.validate import check
from zoning.validate.report.gpkg_report import write_findings
from zoning.validate.report.html_report import html_report
from zoning.validate.report.sarif_report import sarif_report

NASTY = "</script><script>alert(1)</script>${alert(2)}`"


@pytest.fixture(scope="module")
def found():
    frame = zones().drop(index=3)
    frame.loc[0, "zone_code"] = NASTY
    return check(frame, within=areas(), buildings=buildings(), profile="un")


def test_sarif_fits_its_schema(found):
    """The published schema of SARIF 2.1.0, with what it says of formats (URIs, dates)."""
    import jsonschema

    schema = json.loads((Path(__file__).parent / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
    judge = jsonschema.Draft4Validator
    judge.check_schema(schema)
    report = json.loads(json.dumps(sarif_report(found)))
    judge(schema, format_checker=judge.FORMAT_CHECKER).validate(report)
    run = report["runs"][0]
    # It can fail: no tool, a level that is none.
    for broken in ({"results": []}, {**run, "results": [{"message": {}, "level": "bad"}]}):
        assert not judge(schema).is_valid({**report, "runs": [broken]})
    assert len(run["results"]) == len(found)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert {r["level"] for r in run["results"]} <= {"error", "warning", "note"}


def test_geopackage_has_points_and_areas_with_styles(found, tmp_path):
    file = tmp_path / "findings.gpkg"
    write_findings(file, found)
    assert len(read_layer(file, "findings")) == len(found)
    patches = read_layer(file, "findings_areas")
    gap = patches[patches["rule_id"] == "COV001"]
    assert gap.geometry.area.iloc[0] == pytest.approx(10_000)
    styles = pyogrio.read_dataframe(file, layer="layer_styles")
    assert set(styles["f_table_name"]) == {"findings", "findings_areas"}
    assert all("categorizedSymbol" in qml for qml in styles["styleQML"])


def test_page_holds_all_findings_and_asks_for_nothing(found):
    page = html_report(found, title="<Yubei>")
    data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1])
    assert {f["finding_id"] for f in data["findings"]} == set(found.frame["finding_id"])
    assert {"areas", "zones", "buildings"} == set(data["layers"])
    assert "&lt;Yubei&gt;" in page
    assert not re.search(r"""(src|href)\s*=|@import|url\(|fetch\(|XMLHttp""", page)


def test_names_from_the_data_stay_text(found):
    page = html_report(found)
    assert page.count("</script>") == 2
    assert "<script>alert" not in page
    rendered = found.explore().get_root().render()
    assert "<script>alert(1)" not in rendered
    assert "${alert" not in rendered


def test_page_speaks_chinese(found):
    page = html_report(found, lang="zh")
    assert '<html lang="zh">' in page
    assert "强制性错误" in page
    assert WORDS["en"].keys() == WORDS["zh"].keys()
    with pytest.raises(UsageError, match="wanted one of en, zh"):
        html_report(found, lang="xx")


def test_clean_page():
    page = html_report(check(zones(), within=areas(), buildings=buildings(), profile="un"))
    assert '"findings": []' in page
