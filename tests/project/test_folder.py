"""The project folder: zoning.toml, inputs, decisions that only grow."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import Point, box

from zoning.errors import InputError, LayerError, ProfileError, ProjectError, UsageError
from zoning.io.intake.inputs import read_codes
from zoning.project.create import create
from zoning.project.folder import ProjectFolder


@pytest.fixture
def towns(tmp_path):
    file = tmp_path / "towns.gpkg"
    frame = gpd.GeoDataFrame(
        {"行政代码": ["7001", "7002"], "名称": ["甲", "乙"], "人口": [500, 700]},
        geometry=[box(0, 0, 1000, 1000), box(1000, 0, 2000, 1000)], crs=25832,
    )  # fmt: skip
    frame.to_file(file, layer="towns")
    return file


def test_init_writes_a_readable_toml_and_says_what_it_guessed(tmp_path, towns):
    report = create(tmp_path / "p", {"areas": [(str(towns), None)]}, profile="general")
    assert "area_code = 行政代码, name = 名称, population = 人口" in str(report)
    text = (tmp_path / "p" / "zoning.toml").read_text("utf-8")
    assert 'path = "../towns.gpkg"' in text
    project = ProjectFolder.open(tmp_path / "p")
    assert project.crs.to_epsg() == 25832
    areas = project.inputs().layers["areas"]
    assert areas["population"].tolist() == [500, 700]
    assert areas["level"].tolist() == ["township", "township"]


def test_limits_whose_unit_the_data_lack_are_skipped_and_said(tmp_path, towns):
    report = create(tmp_path / "p", {"areas": [(str(towns), None)]}, profile="ke")
    assert "no households in the data" in str(report)


def test_villages_find_their_township(tmp_path, towns):
    points = gpd.GeoDataFrame(
        {"code": ["a", "b"]}, geometry=[Point(1500, 500), Point(10, 10)], crs=25832
    )
    points.to_file(tmp_path / "villages.gpkg")
    files = [(str(towns), None), (str(tmp_path / "villages.gpkg"), None)]
    create(tmp_path / "p", {"areas": files}, profile="general")
    areas = ProjectFolder.open(tmp_path / "p").inputs().layers["areas"]
    villages = areas[areas["level"] == "village"].set_index("area_code")["parent_code"]
    assert villages.to_dict() == {"a": "7002", "b": "7001"}


def test_a_folder_that_exists_is_never_touched(tmp_path, towns):
    files = {"areas": [(str(towns), None)]}
    for name in ("full", "file"):
        target = tmp_path / name
        if name == "file":
            target.write_text("mine")
        else:
            target.mkdir()
            (target / "mine.txt").write_text("mine")
        with pytest.raises(ProjectError, match="choose another folder"):
            create(target, files)
    create(tmp_path / "p", files, profile="general")
    with pytest.raises(ProjectError, match="is a project already"):
        create(tmp_path / "p", files)
    assert (tmp_path / "full" / "mine.txt").read_text() == "mine"


def test_nothing_is_written_where_an_input_is_bad(tmp_path, towns):
    with pytest.raises(LayerError, match=r"towns\.gpkg.*columns are: 行政代码"):
        create(tmp_path / "p", {"areas": [(str(towns), None)]}, maps=["areas.area_code=GB"])
    with pytest.raises(UsageError, match="at most once a level"):
        create(tmp_path / "p", {"areas": [(str(towns), None)] * 4})
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        ("[project", ProjectError, "zoning.toml"),
        ("[project]\nformat = 9", ProjectError, "format 9"),
        ("[project]\nformat = 1", ProjectError, "no name, profile, crs"),
        (
            '[project]\nformat=1\nname="x"\nprofile="cn-2020"\ncrs="EPSG:4545"',
            ProjectError,
            "inputs",
        ),
        ('[project]\nformat=1\nname="x"\nprofile="mars"\ncrs="EPSG:4545"', ProfileError, "mars"),
        ('[project]\nformat=1\nname="x"\nprofile="un"\ncrs="nowhere"', InputError, "nowhere"),
        (
            '[project]\nformat=1\nname="x"\nprofile="un"\ncrs="EPSG:4545"\nseed=-1',
            ProjectError,
            "seed",
        ),
    ],
)
def test_a_toml_that_cannot_be_used_is_named(tmp_path, text, error, words):
    (tmp_path / "zoning.toml").write_text(text)
    with pytest.raises(error, match=words):
        ProjectFolder.open(tmp_path)


def test_a_folder_without_a_project_says_how_to_make_one(tmp_path):
    with pytest.raises(ProjectError, match="zoning init"):
        ProjectFolder.open(tmp_path)


@pytest.fixture
def project(tmp_path, towns):
    create(tmp_path / "p", {"areas": [(str(towns), None)]}, profile="general")
    return ProjectFolder.open(tmp_path / "p")


def test_decisions_grow_and_are_numbered(project):
    assert len(project.decisions("events")) == 0
    project.record(events=pd.DataFrame({"by": ["Li"], "action": ["confirm"]}))
    project.record(
        events=pd.DataFrame({"by": ["Wang", "Zhao"], "action": ["return", "confirm"]}),
        overrides=pd.DataFrame({"override_id": ["o1"], "target": ["zone"]}),
    )
    events = project.decisions("events")
    assert events["event_id"].tolist() == ["e00000001", "e00000002", "e00000003"]
    assert events["by"].tolist() == ["Li", "Wang", "Zhao"]
    assert events["at"].str.endswith("Z").all()
    assert project.decisions("overrides")["override_id"].tolist() == ["o1"]


def test_the_journal_cannot_be_rewritten(project):
    with pytest.raises(ProjectError, match="only grows"):
        project.replace_decisions("events", project.decisions("events"))


def test_derived_layers_are_empty_before_a_run(project):
    assert len(project.read("zones")) == 0
    assert not project.has("zones")
    with pytest.raises(ProjectError, match="zoning run"):
        project.require_run()


@pytest.mark.realdata
def test_the_official_list_gives_the_districts(shared_data, project):
    from zoning.model.profile import load_profile

    rules = load_profile("cn-2020").codes
    for county, villages in (("500112", 391), ("500105", 130)):
        listed = read_codes(shared_data / "cn_admin_codes" / f"{county}.csv", rules)
        assert len(listed) == villages
        assert listed["code"].str.startswith(county).all()
        assert listed["name"].notna().all()
