"""What CONTRIBUTING.md shows works as it stands there."""

import re
import tomllib

import geopandas as gpd
from needs import ROOT
from shapely import box

from zoning.model.profile import load_profile
from zoning.validate.check import make_context

TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def _block(language):
    return re.search(rf"^```{language}\n(.*?)^```", TEXT, flags=re.S | re.M)[1]


def test_the_rule_is_a_rule_of_27_lines():
    space = {"__name__": "shown"}
    code = _block("python")
    exec(compile(code, "CONTRIBUTING.md", "exec"), space)
    zones = gpd.GeoDataFrame(
        {"zone_code": ["7001001001", "7001001002", "7001001003"], "name": ["North", "North", None]},
        geometry=[box(i, 0, i + 1, 1) for i in range(3)],
        crs=2056,
    )
    found = space["RULE"].check(make_context({"zones": zones}, load_profile("un")))
    assert [f.ids for f in found] == [("7001001001",), ("7001001002",)]
    assert found[0].message == "7001001001: name North stands twice"
    assert len([line for line in code.splitlines() if line.strip()]) == 27


def test_the_profile_is_the_one_shipped(tmp_path):
    shown = tomllib.loads(_block("toml"))
    assert shown == tomllib.loads((ROOT / "zoning/model/profiles/ke.toml").read_text("utf-8"))


def test_files_and_folders_that_it_names_exist():
    for path in re.findall(r"`((?:zoning|tests|docs)/[\w/.]*)`", TEXT):
        if "zon099" not in path and "got.csv" not in path:
            assert (ROOT / path).exists(), path
    for link in re.findall(r"\]\(([\w.]+\.md)\)", TEXT):
        assert (ROOT / link).exists(), link
