"""Corrections that last: overrides and adopted zones on real data."""

from __future__ import annotations

import json
import shutil

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from zoning.cli import main
from zoning.geo.anchors import anchor_points
from zoning.io.write import write_layers
from zoning.project.pipeline import Project

pytestmark = pytest.mark.slow


@pytest.fixture
def project(valley, tmp_path):
    shutil.copytree(valley.path, tmp_path / "copy")
    return Project.open(tmp_path / "copy")


def neighbours(project) -> tuple[str, str]:
    """Two zones of one district that share a long border, each with many buildings."""
    zones = project.read("zones")
    zones = zones[(zones["n_buildings"] >= 10)].reset_index(drop=True)
    shapes = zones.geometry.to_numpy()
    i, j = shapely.STRtree(shapes).query(shapes, predicate="touches")
    same = zones["district_code"].to_numpy()[i] == zones["district_code"].to_numpy()[j]
    i, j = i[same & (i < j)], j[same & (i < j)]
    shared = shapely.length(shapely.intersection(shapes[i], shapes[j]))
    best = shared.argmax()
    return zones["zone_code"][i[best]], zones["zone_code"][j[best]]


def nearest(project, a: str, b: str) -> str:
    """The building of zone a that stands nearest to zone b."""
    buildings = project.read("buildings")
    zone_b = project.read("zones").set_index("zone_code").geometry[b]
    mine = buildings[buildings["zone_code"] == a].reset_index(drop=True)
    return mine["building_id"][
        shapely.distance(anchor_points(mine.geometry.to_numpy()), zone_b).argmin()
    ]


def rows(project, layer) -> pd.DataFrame:
    frame = project.read(layer)
    key = {"zones": "zone_code", "buildings": "building_id", "districts": "district_code"}[layer]
    table = pd.DataFrame(frame.drop(columns="geometry")).astype("object")
    table["wkb"] = shapely.to_wkb(frame.geometry.to_numpy(), hex=True)
    return table.set_index(key)


def changed(before: pd.DataFrame, after: pd.DataFrame) -> set[str]:
    both = before.index.intersection(after.index)
    a, b = before.loc[both], after.loc[both]
    same = (a == b) | (a.isna() & b.isna())
    return set(both[~same.all(axis=1)]) | set(before.index.symmetric_difference(after.index))


def test_an_override_moves_one_building_and_touches_one_district(project, capsys):
    a, b = neighbours(project)
    moving = nearest(project, a, b)
    before = {name: rows(project, name) for name in ("zones", "buildings", "districts")}
    override = {
        "override_id": ["o1"], "target": ["building"], "target_id": [moving], "zone_code": [b],
        "action": ["assign"], "by": ["Li"], "reason": ["entrance on the other side"],
    }  # fmt: skip
    project.record(overrides=pd.DataFrame(override))
    result = project.run()
    after = {name: rows(project, name) for name in before}
    assert after["buildings"].loc[moving, "zone_code"] == b
    district = a[:7]
    assert changed(before["districts"], after["districts"]) <= {district}
    assert {z[:7] for z in changed(before["zones"], after["zones"])} == {district}
    moved = before["buildings"].loc[list(changed(before["buildings"], after["buildings"]))]
    assert set(moved["zone_code"].str[:7]) == {district}
    assert set(before["zones"].index) == set(after["zones"].index)
    assert set(result.changes.changed) >= {a, b}
    assert not result.changes.new
    report = json.loads((project.reports / "changes.json").read_text())
    assert set(report["changed"]) == set(result.changes.changed)
    assert not result.findings.fails("error")

    project.zoning_gpkg.unlink()
    project.run()
    for name, table in after.items():
        assert changed(table, rows(project, name)) == set()


@pytest.mark.county
def test_adopted_zones_survive_a_run(project, tmp_path, capsys):
    a, b = neighbours(project)
    zones = project.read("zones").set_index("zone_code")
    edge = shapely.intersection(zones.geometry[a], zones.geometry[b])
    bite = shapely.intersection(zones.geometry[b], edge.buffer(60, cap_style="flat"))
    edited = gpd.GeoDataFrame(
        {"zone_code": [a, b]},
        geometry=[zones.geometry[a].union(bite), zones.geometry[b].difference(bite)],
        crs=project.crs,
    )
    file = write_layers(tmp_path / "edited.gpkg", {"zones": edited})
    assert main(["adopt", str(project.path), str(file), "--by", "Li", "--dry-run"]) == 0
    assert len(project.decisions("overrides")) == 0
    assert main(["adopt", str(project.path), str(file), "--by", "Li"]) == 0
    out = capsys.readouterr().out
    overrides = project.decisions("overrides")
    assert len(overrides) > 0
    assert f"{b} -> {a}" in out
    project.run()
    now = project.read("zones").set_index("zone_code")
    gained = now.geometry[a].area - zones.geometry[a].area
    assert gained > 0
    assert main(["adopt", str(project.path), str(file), "--dry-run"]) == 0
    assert f"{b} -> {a}" not in capsys.readouterr().out


def test_printed_pages_that_are_no_longer_true_are_named(project):
    from zoning.project.issued_codes import give_out

    a, b = neighbours(project)
    give_out(project, [a], by="Li")
    assert project.run().changes.stale == ()
    override = {
        "override_id": ["o1"], "target": ["building"], "target_id": [nearest(project, a, b)],
        "zone_code": [b], "action": ["assign"],
    }  # fmt: skip
    numbers = project.read("buildings").set_index("building_id")
    project.record(overrides=pd.DataFrame(override))
    result = project.run()
    assert result.changes.stale == (a,)
    assert a in str(result)
    after = project.read("buildings").set_index("building_id")
    stayed = after.index[(after["zone_code"] == a) & (numbers.loc[after.index, "zone_code"] == a)]
    assert (after.loc[stayed, "number"] == numbers.loc[stayed, "number"]).all()
