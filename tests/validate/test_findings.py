"""The result: frame, JSON against its schema, waivers, baseline."""

import datetime
import json
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.four_zones import CRS, areas, buildings, zones
from zoning.errors import FileError, LayerError, UsageError
from zoning.io.write import write_layers
from zoning.model.schema import FINDINGS, WAIVERS, conform
from zoning.validate import check
from zoning.validate.findings import join_ids, split_ids
from zoning.validate.report.text_report import text_report
from zoning.validate.waivers import read_waivers, since_baseline

ROOT = Path(__file__).resolve().parents[2]
TODAY = datetime.date(2026, 11, 1)


@pytest.fixture(scope="module")
def gap():
    return check(zones().drop(index=3), within=areas(), buildings=buildings(), profile="un")


def waiver(found, rule="COV001", **changes):
    row = found.frame[found.frame["rule_id"] == rule].iloc[0]
    data = {
        "finding_id": row["finding_id"],
        "by": "Li Wei",
        "reason": "lake",
        "until": "2026-12-31",
        "geometry": row["geometry"],
        **changes,
    }
    return gpd.GeoDataFrame([data], geometry="geometry", crs=CRS)


def again(waivers, today=TODAY):
    from zoning.validate.check import check_layers

    layers = {"zones": zones().drop(index=3), "areas": areas(), "buildings": buildings()}
    return check_layers(layers, profile="un", waivers=waivers, today=today)


def test_json_fits_its_schema(gap):
    import jsonschema

    schema = json.loads((ROOT / "docs/schemas/zoning-findings-1.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(gap.to_json()), schema)
    assert json.loads(gap.to_json())["counts"]["error"] == 2


def test_frame_is_the_layer_of_the_schema(gap):
    assert list(conform(gap.frame, FINDINGS).columns) == list(gap.frame.columns)
    ranks = ["blocker", "error", "warning", "info"]
    order = [ranks.index(s) for s in gap.frame["severity"]]
    assert order == sorted(order)


def test_text_names_people_and_counts(gap):
    text = text_report(gap)
    assert "ERROR COV001" in text
    assert "40 people" in text
    assert text.endswith("0 blockers, 2 errors, 1 warning, 0 info")


def test_shown_in_a_notebook(gap):
    assert "COV001" in gap._repr_html_()
    page = gap.explore().get_root().render()
    assert "COV001" in page


def test_a_waiver_holds(gap):
    result = again(waiver(gap))
    assert result.waived == 1
    assert result.counts["error"] == 1
    assert "COV001" not in set(result.open["rule_id"])


@pytest.mark.parametrize(
    "changes",
    [{"by": ""}, {"reason": None}, {"until": "2026-10-31"}, {"until": "soon"}],
    ids=["nobody", "no reason", "over", "no date"],
)
def test_a_waiver_that_does_not_hold(gap, changes):
    assert again(waiver(gap, **changes)).waived == 0


def test_a_waiver_without_end_holds(gap):
    assert again(waiver(gap, until=None)).waived == 1


@pytest.mark.parametrize(("moved", "holds"), [(0.009, 1), (0.011, 0)])
def test_a_waiver_holds_within_a_centimetre(gap, moved, holds):
    patch = gap.frame[gap.frame["rule_id"] == "COV001"].geometry.translate(moved, 0).iloc[0]
    assert again(waiver(gap, geometry=patch)).waived == holds


def test_waivers_come_back_from_a_file(gap, tmp_path):
    file = tmp_path / "decisions.gpkg"
    write_layers(file, {"waivers": conform(waiver(gap), WAIVERS)})
    assert again(read_waivers(file)).waived == 1
    write_layers(file, {"waivers": waiver(gap).rename(columns={"finding_id": "id"})})
    with pytest.raises(LayerError, match="no column finding_id"):
        read_waivers(file)


def test_baseline_leaves_only_what_is_new(gap, tmp_path):
    file = tmp_path / "before.json"
    file.write_text(gap.to_json(), "utf-8")
    assert len(since_baseline(gap, file)) == 0
    more = check(zones().drop(index=[2, 3]), within=areas(), buildings=buildings(), profile="un")
    new = since_baseline(more, file)
    assert 0 < len(new) < len(more)
    assert "b3" in set(new.frame["feature_ids"])
    for text in ("[]", '{"findings": 3}', "no json"):
        file.write_text(text, "utf-8")
        with pytest.raises(FileError, match="no report of findings"):
            since_baseline(gap, file)


@pytest.mark.slow
@given(st.lists(st.text(min_size=1), min_size=1, max_size=4))
def test_ids_survive_their_text(names):
    assert split_ids(join_ids(names)) == names


def test_a_building_under_two_findings_of_a_rule_counts_once():
    """Zones and buildings both turned the wrong way: four buildings, not eight."""
    turned = {
        name: frame.set_geometry(shapely.reverse(frame.geometry.array), crs=CRS)
        for name, frame in (("zones", zones()), ("buildings", buildings()))
    }
    found = check(turned["zones"], buildings=turned["buildings"], profile="un", select="GEO007")
    row = found.by_rule().iloc[0]
    assert (row["findings"], row["n_buildings"], row["persons"]) == (8, 4, 100)
    assert "INFO GEO007 ring order: 8 (4 buildings, 100 people)" in text_report(found)
    # Without buildings, a zone under two findings counts once as well.
    odd = zones()
    odd.loc[0, "geometry"] = shapely.MultiPolygon(
        [shapely.reverse(odd.geometry[0]), shapely.box(0, 0, 1, 1)]
    )
    found = check(odd, profile="un", select="GEO007,ZON001")
    assert set(found.by_rule()["persons"]) == {240}


def test_the_text_in_chinese(gap):
    text = text_report(gap, lang="zh").splitlines()
    assert text[0].startswith("已审核 3 个普查小区，4 栋建筑物，40 户，100 人；方案 un；规则 ")
    assert "强制性错误 COV001 遗漏：1 条（1 栋建筑物，40 人）" in text
    assert any(line.startswith("未执行（缺少图层：官方代码表）：COD007") for line in text)
    assert text[-1].startswith("阻断性错误 0 条，强制性错误 ")
    with pytest.raises(UsageError, match="language fr"):
        text_report(gap, lang="fr")
