"""The main job on real data: Liechtenstein, divided, registered and validated."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pytest
import shapely
from needs import ROOT

from zoning.cli import main
from zoning.geo.anchors import anchor_points
from zoning.io.read import read_layer
from zoning.io.write import write_layers
from zoning.project.pipeline import Project

pytestmark = pytest.mark.slow

OUTSIDE = ["w2104", "w3036", "w3037", "w3038"]
PEOPLE = 38_749


def test_every_building_is_in_one_zone_with_its_own_number(country):
    buildings = country.read("buildings")
    assert len(buildings) == 3723
    inside = buildings[buildings["zone_code"].notna()]
    assert len(inside) == 3719
    assert sorted(buildings.loc[buildings["zone_code"].isna(), "building_id"]) == OUTSIDE
    assert not inside.duplicated(["zone_code", "number"]).any()
    highest = inside.groupby("zone_code")["number"].max()
    assert (highest == inside.groupby("zone_code").size()).all()
    zones = country.read("zones").set_index("zone_code").geometry
    homes = zones.loc[inside["zone_code"]].to_numpy()
    points = anchor_points(inside.geometry.to_numpy())
    assert shapely.distance(homes, points).max() < 1e-6


def test_people_add_up_to_the_official_figures(country):
    official = pyogrio.read_dataframe(
        ROOT / "zoning/project/data/liechtenstein.gpkg", layer="municipalities", read_geometry=False
    ).set_index("code")["population"]
    zones = country.read("zones")
    by_zone = zones.groupby(zones["district_code"].str[:4])["persons"].sum()
    assert by_zone.to_dict() == {str(code): n for code, n in official.items()}
    assert int(zones["persons"].sum()) == PEOPLE
    buildings = country.read("buildings")
    by_building = buildings.groupby("zone_code")["persons"].sum()
    lived = zones.set_index("zone_code")["persons"].astype("int64")
    assert by_building.reindex(lived.index).fillna(0).astype("int64").equals(lived)
    assert set(buildings.loc[buildings["zone_code"].notna(), "persons_source"]) == {"estimated"}
    districts = country.read("districts")
    assert int(districts["persons"].sum()) == PEOPLE


def test_validation_is_clean_but_for_the_buildings_outside(country, capsys):
    assert main(["validate", str(country.path), "--format", "json", "--quiet"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["counts"]["blocker"] == report["counts"]["error"] == 0
    outside = [f for f in report["findings"] if f["rule_id"] == "BLD001"]
    assert sorted(i for f in outside for i in f["feature_ids"]) == OUTSIDE


def test_a_spoilt_copy_is_caught_and_only_the_spoilt_is_named(country, tmp_path, capsys):
    spoilt = tmp_path / "spoilt"
    shutil.copytree(country.path, spoilt)
    project = Project.open(spoilt)
    zones = project.read("zones")
    lived = zones[(zones["n_buildings"] > 5)].sort_values("zone_code")
    gone, moved, twice = lived["zone_code"].iloc[[5, 40, 80]]
    bad = zones[zones["zone_code"] != gone].copy()
    at = bad["zone_code"] == moved
    bad.loc[at, "geometry"] = bad.loc[at, "geometry"].translate(1, 0)
    bad = pd.concat([bad, bad[bad["zone_code"] == twice]], ignore_index=True)
    layers = {n: project.read(n) for n in ("areas", "districts", "buildings", "barriers")}
    write_layers(project.zoning_gpkg, {**layers, "zones": bad})

    assert main(["validate", str(spoilt), "--format", "json", "--quiet"]) == 1
    errors = [
        f for f in json.loads(capsys.readouterr().out)["findings"]
        if f["severity"] in ("error", "blocker")
    ]  # fmt: skip
    spoilt_zones = zones[zones["zone_code"].isin([gone, moved, twice])]
    near = shapely.buffer(spoilt_zones.geometry.to_numpy(), 2)
    neighbours = zones[[shapely.intersects(near, g).any() for g in zones.geometry]]["zone_code"]
    buildings = layers["buildings"]
    inside = buildings.loc[buildings["zone_code"].isin([gone, moved, twice]), "building_id"]
    districts = spoilt_zones["district_code"]
    allowed = {*neighbours, *inside, *districts, *districts.str[:4]}
    assert {"COV001", "COV002", "COD002"} <= {f["rule_id"] for f in errors}
    named = {i for f in errors for i in f["feature_ids"]}
    assert {moved, twice} <= named
    for finding in errors:
        assert set(finding["feature_ids"]) & allowed, finding
    hole = [f for f in errors if f["rule_id"] == "COV001"]
    lost = zones.loc[zones["zone_code"] == gone].iloc[0]
    assert max(f["area_m2"] for f in hole) == pytest.approx(lost["area_m2"], rel=0.02)


def test_zones_bring_their_figures(country):
    zones = country.read("zones")
    assert zones["kind"].notna().all()
    assert np.allclose(zones["area_m2"].astype(float), zones.geometry.area)
    perimeter = zones.geometry.length
    assert np.allclose(zones["compactness"], 4 * np.pi * zones.geometry.area / perimeter**2)
    assert zones["visible_share"].dropna().between(0, 1).all()
    assert (zones["in_range"] | zones["reason"].notna()).all()
    assert set(zones["status"]) == {"draft"}
    districts = country.read("districts").set_index("district_code")
    assert districts["n_zones"].to_dict() == zones.groupby("district_code").size().to_dict()


def tables(project) -> dict[str, pd.DataFrame]:
    """Every derived layer with a hash of each WKB, in the order it is stored."""
    out = {}
    for name in ("areas", "districts", "zones", "buildings", "findings"):
        frame = read_layer(project.zoning_gpkg, name)
        table = pd.DataFrame(frame.drop(columns="geometry"))
        wkb = shapely.to_wkb(frame.geometry.to_numpy())
        out[name] = table.assign(wkb=[hashlib.sha256(w or b"").hexdigest() for w in wkb])
    return out


def assert_same(a: dict, b: dict) -> None:
    for name, frame in a.items():
        pd.testing.assert_frame_equal(frame, b[name], obj=name)


@pytest.mark.county
def test_running_again_changes_nothing(country, tmp_path):
    again = tmp_path / "again"
    shutil.copytree(country.path, again)
    before = tables(country)
    project = Project.open(again)
    result = project.run()
    assert not result.changes.any
    assert_same(before, tables(project))
    project.zoning_gpkg.unlink()
    project.run()
    assert_same(before, tables(project))


@pytest.mark.county
def test_the_order_of_rows_and_the_hash_seed_change_nothing(country, tmp_path):
    other = tmp_path / "shuffled"
    shutil.copytree(country.path / "inputs", other / "inputs")
    shutil.copyfile(country.path / "zoning.toml", other / "zoning.toml")
    source = other / "inputs" / "liechtenstein.gpkg"
    layers = {}
    for name in ("municipalities", "buildings", "streets", "waterways", "railways"):
        frame = gpd.read_file(source, layer=name)
        layers[name] = frame.sample(frac=1, random_state=7).reset_index(drop=True)
    source.unlink()
    write_layers(source, layers)
    code = "import sys; from zoning.cli import main; sys.exit(main(['run', sys.argv[1], '-q']))"
    env = {**os.environ, "PYTHONHASHSEED": "4711"}
    subprocess.run([sys.executable, "-c", code, str(other)], check=True, env=env, cwd=ROOT,
                   stdout=subprocess.DEVNULL)  # fmt: skip
    assert_same(tables(country), tables(Project.open(other)))


@pytest.mark.county
def test_one_township_alone_gives_the_same_rows(country, tmp_path):
    part = tmp_path / "part"
    shutil.copytree(country.path, part)
    project = Project.open(part)
    project.run(township="7005")
    assert_same(tables(country), tables(project))


@pytest.mark.county
def test_a_pipe_gets_data_and_no_progress(country, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(country.path, copy)
    done = subprocess.run(
        [sys.executable, "-m", "zoning", "run", str(copy), "--format", "json"],
        check=True, capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    report = json.loads(done.stdout)
    total = report["figures"][-1]
    assert (total["buildings"], total["persons"]) == (3719, PEOPLE)
    assert done.stderr == ""
    assert report["counts"]["error"] == 0
