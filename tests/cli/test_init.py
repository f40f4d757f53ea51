"""`zoning init`: one line for every bad input, exit code 2, nothing written."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
from shapely import LineString, Polygon, box

from zoning.cli import main


@pytest.fixture
def towns(tmp_path):
    return write(tmp_path / "towns.gpkg", ["7001", "7002"])


def write(path: Path, codes, shapes=None, crs=25832, **columns):
    shapes = shapes or [box(i * 1000, 0, (i + 1) * 1000, 1000) for i in range(len(codes))]
    frame = gpd.GeoDataFrame({"code": codes, **columns}, geometry=shapes, crs=crs)
    frame.to_file(path, layer=path.stem)
    return path


def refused(capsys, *argv) -> str:
    """The one line that a refused command prints."""
    assert main([str(a) for a in argv]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1, err
    assert "Traceback" not in err
    return err


def test_a_good_folder(tmp_path, towns, capsys):
    assert main(["init", str(tmp_path / "p"), "--areas", str(towns), "--profile", "general"]) == 0
    out, _ = capsys.readouterr()
    assert "area_code = code" in out
    assert (tmp_path / "p" / "zoning.toml").exists()


def test_missing_file(tmp_path, capsys):
    text = refused(capsys, "init", tmp_path / "p", "--areas", tmp_path / "none.gpkg")
    assert "none.gpkg: no such file" in text


def test_a_text_file_named_gpkg(tmp_path, capsys):
    file = tmp_path / "x.gpkg"
    file.write_text("hello")
    assert "x.gpkg: content is not GeoPackage" in refused(
        capsys, "init", tmp_path / "p", "--areas", file
    )


def test_a_layer_that_is_not_there(tmp_path, towns, capsys):
    text = refused(capsys, "init", tmp_path / "p", "--areas", f"{towns}:cities")
    assert "no layer cities; layers are: towns" in text


def test_no_polygon_in_an_areas_layer(tmp_path, capsys):
    file = write(tmp_path / "lines.gpkg", ["1"], [LineString([(0, 0), (1, 1)])])
    text = refused(capsys, "init", tmp_path / "p", "--areas", file)
    assert "lines.gpkg" in text
    assert "only LineString" in text


def test_a_column_that_is_not_there(tmp_path, towns, capsys):
    text = refused(capsys, "init", tmp_path / "p", "--areas", towns, "--map", "areas.area_code=GB")
    assert "no column GB; columns are: code" in text


@pytest.mark.parametrize(
    ("codes", "words"), [(["1", "1"], "more than once"), (["1", None], "empty in row 2")]
)
def test_empty_or_duplicate_codes(tmp_path, capsys, codes, words):
    file = write(tmp_path / "t.gpkg", codes)
    text = refused(capsys, "init", tmp_path / "p", "--areas", file)
    assert "t.gpkg" in text
    assert words in text


def test_an_output_folder_that_exists(tmp_path, towns, capsys):
    assert "not empty" in refused(capsys, "init", tmp_path, "--areas", towns)


def test_an_output_folder_that_cannot_be_written(tmp_path, towns, capsys):
    text = refused(capsys, "init", towns / "p", "--areas", towns)
    assert "towns.gpkg" in text
    assert "cannot be written" in text


def test_no_crs_is_refused_unless_given(tmp_path, capsys):
    file = write(tmp_path / "t.shp", ["1"], crs=None)
    file.with_suffix(".prj").unlink(missing_ok=True)
    assert "say which with --crs" in refused(capsys, "init", tmp_path / "p", "--areas", file)
    argv = ["init", tmp_path / "p", "--areas", file, "--crs", "EPSG:25832", "--profile", "un"]
    assert main([str(a) for a in argv]) == 0
    assert 'crs = "EPSG:25832"' in (tmp_path / "p" / "zoning.toml").read_text()


def test_degrees_are_converted(tmp_path, capsys):
    file = write(tmp_path / "t.gpkg", ["1"], [box(9.5, 47.1, 9.6, 47.2)], crs=4326)
    assert main(["init", str(tmp_path / "p"), "--areas", str(file), "--profile", "un"]) == 0
    assert 'crs = "EPSG:32632"' in (tmp_path / "p" / "zoning.toml").read_text()


def test_init_accepts_and_lists_broken_geometry(tmp_path, capsys):
    bow = Polygon([(0, 0), (100, 100), (100, 0), (0, 100)])
    areas = write(tmp_path / "t.gpkg", ["1", "2"], [box(200, 0, 900, 900), bow])
    lines = [LineString([(0, 0), (np.nan, 1)]), LineString([(0, 0), (1, 1)])]
    barriers = write(tmp_path / "r.gpkg", ["x", "y"], lines)
    argv = ["init", tmp_path / "p", "--areas", areas, "--barriers", barriers, "--profile", "un"]
    assert main([str(a) for a in argv]) == 0
    out, _ = capsys.readouterr()
    assert "areas 2: invalid geometry (self-intersection" in out
    assert "barriers" in out


def test_run_refuses_broken_areas_by_name(tmp_path, capsys):
    bow = Polygon([(0, 0), (100, 100), (100, 0), (0, 100)])
    areas = write(tmp_path / "t.gpkg", ["1", "2"], [box(200, 0, 900, 900), bow])
    main(["init", str(tmp_path / "p"), "--areas", str(areas), "--profile", "general"])
    capsys.readouterr()
    text = refused(capsys, "run", tmp_path / "p")
    assert "t.gpkg" in text
    assert "areas 2: invalid geometry" in text


def test_run_refuses_areas_that_overlap_by_pair_and_hectares(tmp_path, capsys):
    areas = write(tmp_path / "t.gpkg", ["1", "2"], [box(0, 0, 1000, 1000), box(900, 0, 2000, 1000)])
    main(["init", str(tmp_path / "p"), "--areas", str(areas), "--profile", "general"])
    out, _ = capsys.readouterr()
    assert "1 and 2 overlap by 10.00 ha" in out
    assert "1 and 2 overlap by 10.00 ha" in refused(capsys, "run", tmp_path / "p")


@pytest.mark.parametrize("argv", [[], ["nonsense"], ["init"], ["run", "--workers", "0"]])
def test_wrong_use_ends_with_two(argv):
    assert main(argv) == 2


def test_a_fault_of_ours_ends_with_three(monkeypatch, tmp_path, towns, capsys):
    monkeypatch.setattr("zoning.project.create.create", lambda *a, **k: 1 / 0)
    assert main(["init", str(tmp_path / "p"), "--areas", str(towns)]) == 3
    _, err = capsys.readouterr()
    assert "a fault of zoning itself" in err
    assert err.count("\n") == 1


def test_levels_in_the_wrong_order_are_said(tmp_path, towns, capsys):
    # The second town is one village.
    shapes = [box(0, 0, 500, 1000), box(500, 0, 1000, 1000), box(1000, 0, 2000, 1000)]
    parts = write(tmp_path / "villages.gpkg", ["700101", "700102", "700201"], shapes)
    for order, said in (((parts, towns), True), ((towns, parts), False)):
        argv = ["init", str(tmp_path / str(said)), "--areas", *map(str, order)]
        assert main([*argv, "--profile", "general"]) == 0
        out = capsys.readouterr().out
        assert ("2 village areas: they were given in the wrong order" in out) == said, out
        assert (f"swap them: --areas {towns} {parts}" in out) == said


@pytest.mark.slow
def test_ids_that_are_made_up_are_said(tmp_path, towns, capsys):
    shapes = [box(i * 50, 0, i * 50 + 9, 9) for i in range(3)]
    houses = write(tmp_path / "houses.gpkg", ["x"] * 3, shapes, 建筑编号=["a", "b", "c"])
    rest = write(tmp_path / "rest.gpkg", ["x"] * 3, shapes, nr=["a", "a", None])
    argv = ["init", str(tmp_path / "p"), "--areas", str(towns), "--profile", "general"]
    assert main([*argv, "--buildings", str(houses)]) == 0
    out = capsys.readouterr().out
    assert "building_id = 建筑编号" in out
    assert "made up" not in out
    argv[1] += "2"
    assert main([*argv, "--buildings", str(rest)]) == 0
    assert "no column of ids, so they are made up; name it: --map" in capsys.readouterr().out
    argv[1] += "3"
    assert main([*argv, "--buildings", str(rest), "--map", "buildings.building_id=nr"]) == 0
    out = capsys.readouterr().out
    assert "1 rows without an id; theirs are made up" in out
    assert "1 ids stand more than once" in out
