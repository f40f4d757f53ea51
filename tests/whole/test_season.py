"""A season in the field, from the delivered files to the bulletin, through the command line."""

from __future__ import annotations

import contextlib
import io
import json
import re
import shutil

import geopandas as gpd
import pandas as pd
import pytest
from geopandas.testing import assert_geodataframe_equal
from shapely import LineString, box
from shapely.affinity import translate

from zoning.cli import main
from zoning.project.folder import ProjectFolder

pytestmark = pytest.mark.slow

CRS = "EPSG:2056"
X, Y = 2_700_000, 1_200_000
LAYERS = ("districts", "zones", "buildings")


def write(frame: gpd.GeoDataFrame, path):
    frame.to_file(path, driver="GPKG")
    return str(path)


def deliver(folder):
    """Two towns of 600 m, streets every 100 m, a house every 25 m along them; two sources."""
    towns = gpd.GeoDataFrame(
        {"code": ["100", "200"], "name": ["East", "West"], "population": [900, 700]},
        geometry=[box(X + 600 * i, Y, X + 600 * i + 600, Y + 600) for i in range(2)],
        crs=CRS,
    )
    lines = [LineString([(X, Y + 100 * k), (X + 1200, Y + 100 * k)]) for k in range(1, 6)]
    lines += [LineString([(X + 100 * k, Y), (X + 100 * k, Y + 600)]) for k in range(1, 12)]
    streets = gpd.GeoDataFrame({"highway": ["residential"] * len(lines)}, geometry=lines, crs=CRS)
    homes = [
        box(X + 25 * i + 7, Y + 100 * k + 8, X + 25 * i + 17, Y + 100 * k + 18)
        for k in range(6)
        for i in range(48)
        if (i + 1) % 4 and (i + k) % 3
    ]
    houses = gpd.GeoDataFrame(
        {"id": [f"c{i:03d}" for i in range(len(homes))], "building": ["house"] * len(homes)},
        geometry=homes,
        crs=CRS,
    )
    # The satellite sees most houses a metre aside, and three that the cadastre lacks.
    seen = houses[houses.index % 5 > 0].assign(id=lambda t: t["id"].str.replace("c", "s"))
    seen = seen.set_geometry(seen.translate(0.8, 0.6)).drop(columns="building")
    extra = gpd.GeoDataFrame(
        {"id": ["s901", "s902", "s903"]},
        geometry=[translate(box(0, 0, 9, 9), X + dx, Y + 60) for dx in (40, 440, 840)],
        crs=CRS,
    )
    seen = pd.concat([seen, extra], ignore_index=True)
    return {
        "areas": write(towns, folder / "towns.gpkg"),
        "barriers": write(streets, folder / "streets.gpkg"),
        "buildings": write(houses, folder / "cadastre.gpkg"),
        "satellite": write(seen, folder / "satellite.gpkg"),
        "houses": len(houses),
        "seen": len(seen),
    }


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """A folder with the delivered files and a project in it that has been run once."""
    home = tmp_path_factory.mktemp("season")
    files = deliver(home)
    said = io.StringIO()
    commands = [
        ["init", "--areas", files["areas"], "--buildings", files["buildings"],
         "--barriers", files["barriers"], "--profile", "general"],
        ["buildings", "import", files["satellite"]],
        ["run"],
    ]  # fmt: skip
    for command in commands:
        at = 2 if command[0] == "buildings" else 1
        with contextlib.redirect_stdout(said):
            assert main([*command[:at], str(home / "office"), *command[at:]]) == 0
    return home, files, said.getvalue()


@pytest.fixture
def office(ran, tmp_path, capsys):
    """A copy of the project, the delivered files, a way to run commands, what import said."""
    home, files, said = ran
    shutil.copytree(home, tmp_path, dirs_exist_ok=True)

    def zoning(*args, code=0):
        assert main([str(a) for a in args]) == code, capsys.readouterr()
        return capsys.readouterr()

    return tmp_path / "office", files, zoning, said


def printed(project: ProjectFolder) -> dict:
    rows = project.read("buildings").dropna(subset=["number"])
    return rows.set_index("building_id")[["zone_code", "number"]].T.to_dict("list")


def layers(project: ProjectFolder) -> dict:
    return {name: project.read(name) for name in LAYERS}


def test_a_season(office, tmp_path):
    folder, files, zoning, said = office
    # Taken in: the account adds up, the copies are gone, what only one source saw is there.
    assert re.search(rf"satellite +{files['seen']} +3 +{files['seen'] - 3} +0", said)
    assert re.search(rf"cadastre +{files['houses']} +{files['houses']} +0 +0", said)
    project = ProjectFolder.open(folder)
    first = project.read("buildings")
    assert len(first) == files["houses"] + 3
    assert int(first["persons"].sum()) == 1600
    lines = layers(project)["zones"].geometry

    # Printed: from here on the numbers stand.
    zoning("buildings", "listing", folder, "-o", tmp_path / "listing.pdf")
    assert (tmp_path / "listing.pdf").read_bytes().startswith(b"%PDF")
    before = printed(project)
    a, b, gone, split = list(before)[:4]

    # Two teams come back and overlap.
    one = pd.DataFrame(
        {"building_id": [a, b, gone], "floors": [2, 3, None], "action": ["", "", "demolished"]}
    )
    one.to_csv(tmp_path / "team1.csv", index=False)
    shape = first.set_index("building_id").geometry[split]
    x0, y0, x1, y1 = shape.bounds
    two = gpd.GeoDataFrame(
        {
            "building_id": [a, b, gone, None, split, split],
            "floors": [4, 3, 1, 1, None, None],
            "use": ["residential", None, None, "商店", None, None],
        },
        geometry=[
            None, None, None, box(X + 330, Y + 330, X + 340, Y + 340),
            box(x0, y0, x0 + 4, y1), box(x0 + 4, y0, x1, y1),
        ],
        crs=CRS,
    ).to_crs(4326)  # fmt: skip
    two.to_file(tmp_path / "team2.gpkg", driver="GPKG")
    out = zoning("buildings", "update", folder, tmp_path / "team1.csv", "--by", "team 1").out
    assert out.strip() == "2 changed, 1 demolished"
    out = zoning("buildings", "update", folder, tmp_path / "team2.gpkg", "--by", "team 2").out
    assert out.strip() == "2 new, 1 split, 2 conflict, 1 unchanged"
    again = zoning("buildings", "update", folder, tmp_path / "team1.csv", "--by", "x", code=2)
    assert "in the journal already" in again.err

    # The conflicts are listed and decided.
    rows = json.loads(zoning("buildings", "conflicts", folder, "--format", "json").out)["rows"]
    assert {r["building_id"]: r["proposed"] for r in rows} == {
        a: "floors: 4",
        gone: "floors: 1; status: standing",
    }
    for row in rows:
        take = "proposed" if row["building_id"] == a else "stands"
        zoning(
            "buildings", "resolve", folder, row["event_id"], "--take", take, "--by", "the office"
        )
    assert "floors: 3 -> 4" not in zoning("buildings", "history", folder, b).out
    zoning("run", folder)
    after = project.read("buildings").set_index("building_id")
    assert after.loc[[a, b], "floors"].tolist() == [4, 3]
    assert gone not in after.index
    assert int(after["persons"].sum()) == 1600

    # No printed number changed, new buildings took the next free ones, no line moved.
    now = printed(project)
    stayed = [k for k in before if k != gone]
    assert {k: before[k] for k in stayed} == {k: now[k] for k in stayed}
    used = pd.DataFrame(before.values(), columns=["zone", "number"]).groupby("zone")["number"].max()
    new = [k for k in now if k not in before]
    assert len(new) == 2
    for key in new:
        zone, number = now[key]
        assert number > used[zone]
    assert lines.geom_equals(layers(project)["zones"].geometry).all()

    # Confirmed, told, one district returned.
    codes = list(project.read("districts")["district_code"])
    zoning("confirm", folder, "--all", "--by", "the office")
    text = zoning("status", folder, "--bulletin", "--lang", "zh").out
    assert f"已完成普查区划分{len(codes)}个，完成率100%" in text
    assert f"标绘建筑物{len(after)}个" in text
    zoning("confirm", folder, "--district", codes[0], "--by", "county", "--return", "gate")
    figures = json.loads(zoning("status", folder, "--format", "json").out)
    assert figures["total"]["districts_confirmed"] == len(codes) - 1
    zoning("run", folder)
    status = project.read("districts").set_index("district_code")["status"]
    assert status[codes[0]] == "returned"
    assert set(status[codes[1:]]) <= {"confirmed"}
    assert printed(project) == now

    # Deleted and rebuilt the same; the history is where it was.
    kept = layers(project)
    project.zoning_gpkg.unlink()
    zoning("run", folder)
    for name, frame in layers(project).items():
        assert_geodataframe_equal(frame, kept[name], normalize=False)
    told = zoning("buildings", "history", folder, gone).out
    assert "demolished" in told
    assert "team 1" in told


def test_a_command_that_cannot_be_done_says_why_in_one_line(office, tmp_path):
    folder, files, zoning, _ = office
    cases = [
        (("buildings", "import", folder, files["satellite"]), "a source named satellite is there"),
        (("buildings", "import", folder, tmp_path / "none.gpkg"), "no such file"),
        (("buildings", "history", folder, "zz"), "building zz: not in the register"),
        (("buildings", "undo", folder, "e1", "--by", "x"), "record e1: none of a building"),
        (("buildings", "listing", folder), "say where to write it"),
        (("buildings", "listing", folder, "-o", tmp_path / "l.doc"), ".csv, .xlsx or .pdf"),
        (("buildings", "listing", folder, "--zone", "9", "-o", tmp_path / "l.csv"), "no such zone"),
        (("confirm", folder, "--district", "9", "--by", "x"), "no such code"),
        (("confirm", tmp_path, "--district", "9", "--by", "x"), "no zoning.toml"),
        (("status", folder, "--as-of", "monday"), "wanted a time as"),
        (("status", folder, "--since", "2999-01-01"), "--since must lie before"),
    ]
    for args, message in cases:
        err = zoning(*args, code=2).err
        assert message in err
        assert len(err.strip().splitlines()) == 1
