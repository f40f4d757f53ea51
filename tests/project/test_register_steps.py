"""What a project says about its buildings in zoning.toml."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import box

from zoning.errors import CRSError, FileError, ProjectError, UsageError
from zoning.project.building_register import deliver
from zoning.project.folder import ProjectFolder
from zoning.project.register_steps import account, add_sources

CRS = "EPSG:2056"
TOML = """[project]
format = 1
name = "P"
profile = "general"
crs = "EPSG:2056"

[[inputs.areas]]
path = "areas.gpkg"

[[inputs.buildings]]
path = "one.gpkg"
"""


@pytest.fixture
def folder(tmp_path):
    area = gpd.GeoDataFrame({"code": ["1"]}, geometry=[box(0, 0, 99, 99)], crs=CRS)
    area.to_file(tmp_path / "areas.gpkg", driver="GPKG")
    houses = [box(0, 0, 10, 10), box(0, 0, 10, 10), box(30, 0, 40, 10)]
    one = gpd.GeoDataFrame({"id": list("abc"), "use": "吊脚楼"}, geometry=houses, crs=CRS)
    one.to_file(tmp_path / "one.gpkg", driver="GPKG")
    (tmp_path / "zoning.toml").write_text(TOML, "utf-8")
    return tmp_path


def delivered(folder, settings="", **files):
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    (folder / "zoning.toml").write_text(TOML + settings, "utf-8")
    project = ProjectFolder.open(folder)
    inputs = project.inputs()
    return deliver(project, inputs.get("buildings"), inputs.problems)


def test_one_source_is_taken_as_it_is(folder):
    made = delivered(folder)
    assert made.buildings["building_id"].tolist() == ["a", "b", "c"]
    assert not made.merges
    assert made.notes == ()


def test_a_project_can_ask_for_copies_to_be_merged(folder):
    made = delivered(folder, "[buildings]\nmerge = true\n")
    assert made.buildings["building_id"].tolist() == ["a", "c"]
    assert made.notes == ("buildings: 1 copies merged into others; see zoning buildings import",)


def test_words_and_dwellings_of_its_own(folder):
    made = delivered(
        folder,
        '[buildings]\nmerge = true\nuses = "uses.csv"\ndwellings = "homes.csv"\n',
        uses="term,use\n吊脚楼,mixed\n",
        homes="building_id,room\nb,101\na,102\nz,1\n",
    )
    assert set(made.buildings["use"]) == {"mixed"}
    assert made.buildings["dwellings"].tolist() == [2, pd.NA]
    assert made.dwellings["building_id"].tolist() == ["a", "a"]
    assert "row 3: its building is not in the register" in made.notes[-1]


def test_a_setting_that_is_not_known_is_named(folder):
    with pytest.raises(ProjectError, match=r"\[buildings\] merged is not known"):
        delivered(folder, "[buildings]\nmerged = true\n")
    with pytest.raises(FileError, match="no table of uses"):
        delivered(folder, '[buildings]\nuses = "none.csv"\n')


def test_a_source_is_added_and_the_account_adds_up(folder):
    shifted = gpd.GeoDataFrame(
        {"层数": [3, 4]}, geometry=[box(1, 1, 11, 11), box(70, 0, 80, 10)], crs=CRS
    )
    shifted.to_file(folder / "two.gpkg", driver="GPKG")
    project = add_sources(
        ProjectFolder.open(folder), [(str(folder / "two.gpkg"), None)], name="air"
    )
    made = account(project)
    assert made.register.counts.loc["air"].to_dict() == {
        "delivered": 2,
        "taken": 1,
        "merged": 1,
        "refused": 0,
        "repaired": 0,
    }
    by_id = made.register.buildings.set_index("building_id")
    assert by_id.loc["a", ["floors", "figures"]].tolist() == [3, "floors=air"]
    assert "buildings in the register: 3" in str(made)
    assert made.to_dict()["schema"] == "zoning-register/1"


def test_a_source_that_cannot_be_added_leaves_the_project_as_it_was(folder):
    before = (folder / "zoning.toml").read_text("utf-8")
    project = ProjectFolder.open(folder)
    bare = gpd.GeoDataFrame({"id": ["x"]}, geometry=[box(0, 0, 1, 1)])
    bare.to_file(folder / "bare.gpkg", driver="GPKG")
    with pytest.raises(CRSError, match="say it with --crs"):
        add_sources(project, [(str(folder / "bare.gpkg"), None)])
    with pytest.raises(UsageError, match="a source named one is there"):
        add_sources(project, [(str(folder / "one.gpkg"), None)])
    with pytest.raises(UsageError, match="--name goes with one file"):
        add_sources(project, [("a", None), ("b", None)], name="x")
    assert (folder / "zoning.toml").read_text("utf-8") == before
