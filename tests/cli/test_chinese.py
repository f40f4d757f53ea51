"""In a project whose language is Chinese, tables and sentences of every command are Chinese."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import box

from tests.fixtures.english import english_in
from zoning.cli import main

CRS = 25832
#: What is the data's own or a program's word.
OWN = ["zoning", "run", "borders", "buildings", "conflicts", "zoning.gpkg", "listing.csv", "zh",
       "back.csv", "ha", "m", "--reach", "survey", "houses", "persons", "households"]  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("zh")
    towns = gpd.GeoDataFrame(
        {"code": ["7001", "7002"]}, geometry=[box(0, 0, 1020, 1000), box(1000, 0, 2000, 1000)],
        crs=CRS,
    )  # fmt: skip
    spots = [(x, y) for x in range(50, 2000, 100) for y in range(50, 1000, 300)]
    houses = gpd.GeoDataFrame(
        {"建筑编号": [f"b{i}" for i in range(len(spots))], "人口": 9, "户数": 3},
        geometry=[box(x, y, x + 10, y + 10) for x, y in spots], crs=CRS,
    )  # fmt: skip
    towns.to_file(folder / "towns.gpkg")
    houses.to_file(folder / "houses.gpkg")
    argv = ["--areas", folder / "towns.gpkg", "--buildings", folder / "houses.gpkg"]
    argv = ["init", folder / "p", *argv, "--profile", "general", "--lang", "zh"]
    assert main([str(a) for a in argv]) == 0
    assert main(["run", str(folder / "p"), "--provisional"]) in (0, 1)
    rows = pd.DataFrame({"建筑编号": ["b1", "b2", "x"], "户数": [7, 2.5, 1], "备注": "n"})
    rows.to_csv(folder / "back.csv", index=False)
    return folder / "p"


def english(text, project):
    """English words in what was printed, but for paths, ids and codes."""
    kept = []
    for word in text.replace("：", " ").replace("，", " ").split():
        if str(project.parent) not in word and not any(c.isdigit() for c in word):
            kept.append(word)
    return english_in(" ".join(kept), [*OWN, "L"])


STEPS = [
    "borders list", "borders history", "borders tally",
    "borders compare", "borders list", "borders propose ID", "borders tally", "borders history",
    "borders propose ID --method midline --by L", "borders agree ID --side a --by L --document 7",
    "borders settle ID --method midline --by L --document 7 --dry-run",
    "borders withdraw ID --by L --reason 7", "borders raise ID --by L",
    "buildings import", "buildings conflicts", "buildings update BACK --by L",
    "buildings history b1", "buildings history b3", "confirm --all --by L", "confirm --all --by L",
    "adopt SELF --dry-run",
]  # fmt: skip


@pytest.mark.slow
def test_every_step_speaks_chinese(project, capsys):
    names = {"ID": "7001-7002-001", "BACK": str(project.parent / "back.csv"),
             "SELF": str(project / "zoning.gpkg") + ":zones"}  # fmt: skip
    capsys.readouterr()
    left = []
    for step in STEPS:
        words = step.split()
        verb = 2 if words[0] in ("borders", "buildings") else 1
        argv = [*words[:verb], str(project), *(names.get(w, w) for w in words[verb:])]
        assert main(argv) in (0, 1), capsys.readouterr().err
        out, err = capsys.readouterr()
        assert any("\u4e00" <= c <= "\u9fff" for c in out), step
        left += [(step, line) for line in f"{out}\n{err}".splitlines() if english(line, project)]
    assert left == [], "\n".join(map(str, left))


@pytest.mark.slow
def test_json_stays_as_it_is(project, capsys):
    assert main(["borders", "compare", str(project)]) in (0, 1)
    capsys.readouterr()
    assert main(["borders", "list", str(project), "--format", "json"]) == 0
    assert '"dispute_id"' in capsys.readouterr().out
