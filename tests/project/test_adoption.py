"""Zones edited by hand become overrides piece by piece."""

import geopandas as gpd
import pytest
from shapely import Polygon, box

from zoning.errors import GeometryError, LayerError, ProjectError
from zoning.project.adoption import overrides_from
from zoning.project.create import create
from zoning.project.folder import ProjectFolder

#: Four pieces in a row, 10 m wide: two in Z1, two in Z2.
ATOMS = gpd.GeoDataFrame(
    {"atom_id": [0, 1, 2, 3], "zone_code": ["Z1", "Z1", "Z2", "Z2"], "buildings": [1, 2, 3, 4],
     "persons": [10, 20, 30, 40]},
    geometry=[box(i * 10, 0, i * 10 + 10, 10) for i in range(4)], crs=25832,
)  # fmt: skip


@pytest.fixture
def project(tmp_path):
    towns = gpd.GeoDataFrame({"code": ["7001"]}, geometry=[box(0, 0, 40, 10)], crs=25832)
    towns.to_file(tmp_path / "t.gpkg")
    create(tmp_path / "p", {"areas": [(str(tmp_path / "t.gpkg"), None)]}, profile="general")
    return ProjectFolder.open(tmp_path / "p")


def edited(tmp_path, crs=25832, **zones):
    file = tmp_path / "edited.gpkg"
    frame = gpd.GeoDataFrame({"zone_code": list(zones)}, geometry=list(zones.values()), crs=25832)
    frame.to_crs(crs).to_file(file)
    return file


def test_a_line_moved_by_one_piece_gives_one_override(project, tmp_path):
    file = edited(tmp_path, Z1=box(0, 0, 30, 10), Z2=box(30, 0, 40, 10))
    done = overrides_from(project, file, ATOMS, by="Li", reason="river")
    row = done.overrides.iloc[0]
    assert len(done.overrides) == 1
    assert (row["target"], row["action"], row["zone_code"]) == ("atom", "assign", "Z1")
    assert ATOMS.geometry.iloc[2].contains(row.geometry)
    assert done.moved.to_numpy().tolist() == [["Z2", "Z1", 1, 3, 30]]
    assert len(done.cut) == 0
    assert "Z2 -> Z1: 1 pieces, 3 buildings, 30 people" in str(done)


def test_the_project_crs_is_not_asked_of_the_file(project, tmp_path):
    file = edited(tmp_path, crs=3857, Z1=box(0, 0, 30, 10), Z2=box(30, 0, 40, 10))
    assert len(overrides_from(project, file, ATOMS).overrides) == 1


def test_unchanged_zones_give_nothing(project, tmp_path):
    file = edited(tmp_path, Z1=box(0, 0, 20, 10))
    done = overrides_from(project, file, ATOMS)
    assert len(done.overrides) == 0
    assert "nothing to adopt" in str(done)


def test_a_piece_that_is_cut_goes_whole_and_is_named(project, tmp_path):
    file = edited(tmp_path, Z1=box(0, 0, 27, 10), Z2=box(27, 0, 40, 10))
    done = overrides_from(project, file, ATOMS)
    assert done.overrides["zone_code"].tolist() == ["Z1"]
    assert done.cut[["atom_id", "zone_code"]].to_numpy().tolist() == [[2, "Z1"]]
    assert done.cut["share"].iloc[0] == pytest.approx(0.3)
    assert "not honoured: a line cuts the piece" in str(done)


def test_a_piece_that_is_cut_is_divided_between_its_buildings(project, tmp_path):
    houses = gpd.GeoDataFrame(
        {"building_id": ["b", "c", "d"], "zone_code": ["Z2"] * 3, "persons": [5, 7, 9]},
        geometry=[box(21, 2, 23, 4), box(24, 2, 26, 4), box(28, 2, 29, 4)], crs=25832,
    )  # fmt: skip
    file = edited(tmp_path, Z1=box(0, 0, 27, 10), Z2=box(27, 0, 40, 10))
    done = overrides_from(project, file, ATOMS, buildings=houses)
    assert done.overrides["target"].tolist() == ["building"] * 2
    assert done.overrides["target_id"].tolist() == ["b", "c"]
    assert set(done.overrides["zone_code"]) == {"Z1"}
    assert done.moved.to_numpy().tolist() == [["Z2", "Z1", 2, 2, 12]]
    assert "not honoured" not in str(done)


def test_a_line_that_cut_a_piece_before_is_no_edit(project, tmp_path):
    zones = gpd.GeoDataFrame(
        {"zone_code": ["Z1", "Z2"]}, geometry=[box(0, 0, 18, 10), box(18, 0, 40, 10)], crs=25832
    )
    file = edited(tmp_path, Z1=box(0, 0, 18, 10), Z2=box(18, 0, 40, 10))
    assert "not honoured" in str(overrides_from(project, file, ATOMS))
    assert str(overrides_from(project, file, ATOMS, zones=zones)).startswith("nothing to adopt")


def test_zones_of_another_project_are_refused(project, tmp_path):
    with pytest.raises(ProjectError, match="none of its zones"):
        overrides_from(project, edited(tmp_path, Q1=box(0, 0, 9, 9)), ATOMS)
    done = overrides_from(
        project, edited(tmp_path, Q1=box(0, 0, 9, 9), Z1=box(0, 0, 30, 10)), ATOMS
    )
    assert done.unknown == ("Q1",)


def test_files_that_cannot_be_used_are_named(project, tmp_path):
    bow = Polygon([(0, 0), (9, 9), (9, 0), (0, 9)])
    with pytest.raises(GeometryError, match="zone Z1 is not valid"):
        overrides_from(project, edited(tmp_path, Z1=bow), ATOMS)
    file = tmp_path / "other.gpkg"
    gpd.GeoDataFrame({"note": ["Z1"]}, geometry=[box(0, 0, 1, 1)], crs=25832).to_file(file)
    with pytest.raises(LayerError, match="no column zone_code; columns are: note"):
        overrides_from(project, file, ATOMS)
    twice = gpd.GeoDataFrame({"zone_code": ["Z1"] * 2}, geometry=[box(0, 0, 1, 1)] * 2, crs=25832)
    twice.to_file(file, layer="twice")
    with pytest.raises(LayerError, match="Z1 stands more than once"):
        overrides_from(project, file, ATOMS, layer="twice")


def test_the_code_is_known_under_other_names(project, tmp_path):
    file = edited(tmp_path, Z1=box(0, 0, 30, 10))
    plain = overrides_from(project, file, ATOMS)
    other = tmp_path / "other.gpkg"
    gpd.read_file(file).rename(columns={"zone_code": "普查小区代码"}).to_file(other)
    found = overrides_from(project, other, ATOMS)
    assert found.moved.equals(plain.moved)
    assert "zone_code = 普查小区代码" in str(found)
