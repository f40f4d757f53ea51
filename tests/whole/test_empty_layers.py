"""No layer that is empty, or holds nothing that can be used, makes a command fall over."""

import itertools

import geopandas as gpd
import pytest
from shapely import LineString, Point, box

import zoning
from zoning.cli import main

pytestmark = pytest.mark.slow

CRS = 25832
HALVES = [box(0, 0, 1000, 1000), box(1000, 0, 2000, 1000)]
HOUSES = [box(x, y, x + 10, y + 10) for x in range(50, 2000, 100) for y in range(50, 1000, 300)]
LAYERS = {
    "townships": gpd.GeoDataFrame({"code": ["7001", "7002"]}, geometry=HALVES, crs=CRS),
    "villages": gpd.GeoDataFrame({"code": ["700101", "700201"]}, geometry=HALVES, crs=CRS),
    "buildings": gpd.GeoDataFrame({"persons": [9] * len(HOUSES)}, geometry=HOUSES, crs=CRS),
    "barriers": gpd.GeoDataFrame(
        {"highway": ["residential"]}, geometry=[LineString([(0, 500), (2000, 500)])], crs=CRS
    ),
    "blocks": gpd.GeoDataFrame({"id": ["k1", "k2"]}, geometry=HALVES, crs=CRS),
    "compounds": gpd.GeoDataFrame({"id": ["c"]}, geometry=[box(100, 100, 300, 300)], crs=CRS),
    "previous": gpd.GeoDataFrame({"zone_code": ["700101001"]}, geometry=HALVES[:1], crs=CRS),
}
#: What may be missing: each layer alone, and all but the townships.
GONE = [*itertools.combinations(LAYERS, 1), tuple(LAYERS)[1:]]


def files(folder, gone, how):
    options = {name: [] for name in ("areas", *list(LAYERS)[2:])}
    for name, frame in LAYERS.items():
        kind = frame.geom_type.iloc[0]
        if name in gone and how == "no rows":
            frame = frame.iloc[:0]
        elif name in gone:
            frame = frame.assign(geometry=gpd.GeoSeries([None] * len(frame), crs=CRS))
        frame.to_file(folder / f"{name}.gpkg", geometry_type=kind)
        option = "areas" if name in ("townships", "villages") else name
        options[option].append(str(folder / f"{name}.gpkg"))
    return [part for name, paths in options.items() for part in (f"--{name}", *paths)]


@pytest.mark.parametrize("how", ["no rows", "no geometry"])
@pytest.mark.parametrize("gone", GONE, ids="-".join)
def test_a_layer_without_rows_or_geometry_is_no_fault(tmp_path, capsys, gone, how):
    project = str(tmp_path / "p")
    argv = files(tmp_path, gone, how)
    assert main(["init", project, *argv, "--profile", "general"]) == 0
    said = capsys.readouterr().out.count(".gpkg: no row in it")
    assert said == (len(gone) if how == "no rows" else 0)
    code = main(["run", project])
    err = capsys.readouterr().err
    areas_gone = how == "no geometry" and {"townships", "villages"} & set(gone)
    assert code == (2 if areas_gone else 0), err
    assert err.count("\n") == (1 if areas_gone else 0), err
    if not code:
        assert main(["validate", project]) == 0
        assert main(["status", project]) == 0
        assert main(["buildings", "import", project]) == 0


def test_nothing_but_townships_is_drawn_and_mapped(tmp_path, capsys):
    """The outputs for people, where every layer but the townships is empty."""
    project = str(tmp_path / "p")
    argv = files(tmp_path, list(LAYERS)[1:], "no rows")
    assert main(["init", project, *argv, "--profile", "general"]) == 0
    for command in (["run"], ["map", "coverage"], ["map", "book"], ["borders", "compare"]):
        assert main([*command, project]) == 0, capsys.readouterr().err
    listing = ["buildings", "listing", project, "-o", str(tmp_path / "l.csv")]
    assert main(listing) == 0, capsys.readouterr().err
    assert main(["signoff", project, "--by", "L"]) == 0, capsys.readouterr().err


@pytest.mark.parametrize("name", list(LAYERS)[2:])
def test_empty_frames_from_python(name):
    layers = {n: LAYERS[n] for n in list(LAYERS)[2:]}
    layers[name] = layers[name].iloc[:0]
    made = zoning.split(LAYERS["townships"], **layers, profile="general")
    assert made.zones.geometry.area.sum() == pytest.approx(2e6)


@pytest.mark.parametrize("name", ["barriers", "blocks", "compounds", "previous"])
def test_rows_of_another_kind_are_set_aside_and_named(tmp_path, capsys, name):
    odd = gpd.GeoDataFrame(geometry=[Point(5, 5), Point(6, 6)], crs=CRS)
    mixed = gpd.pd.concat([LAYERS[name], odd], ignore_index=True)
    mixed.to_file(tmp_path / f"{name}.gpkg")
    LAYERS["townships"].to_file(tmp_path / "towns.gpkg")
    LAYERS["buildings"].to_file(tmp_path / "houses.gpkg")
    project, file = str(tmp_path / "p"), str(tmp_path / f"{name}.gpkg")
    argv = ["--areas", str(tmp_path / "towns.gpkg"), "--buildings", str(tmp_path / "houses.gpkg")]
    assert main(["init", project, *argv, f"--{name}", file, "--profile", "general"]) == 0
    out = capsys.readouterr().out
    first = len(LAYERS[name]) + 1
    assert f"{name} row {first}, row {first + 1}: Point, wanted" in out
    assert f"{len(LAYERS[name])} {name} can be used" in out
    assert main(["run", project]) == 0
    assert f"{name} row {first}, row {first + 1}: Point, wanted" in capsys.readouterr().out
    assert main(["map", "coverage", project]) == 0
    made = zoning.split(LAYERS["townships"], **{name: mixed}, profile="general")
    assert any(f"{name} row {first}" in n for n in made.notes)


def test_a_layer_of_nothing_but_another_kind_is_refused(tmp_path, capsys):
    LAYERS["townships"].to_file(tmp_path / "towns.gpkg")
    points = gpd.GeoDataFrame(geometry=[Point(5, 5)], crs=CRS)
    points.to_file(tmp_path / "points.gpkg")
    argv = ["init", tmp_path / "p", "--areas", tmp_path / "towns.gpkg"]
    argv += ["--barriers", tmp_path / "points.gpkg", "--profile", "general"]
    assert main([str(a) for a in argv]) == 2
    assert "points.gpkg: no LineString or Polygon in it, only Point" in capsys.readouterr().err


def test_label_points_among_townships_are_set_aside_others_stop_a_run(tmp_path, capsys):
    towns = LAYERS["townships"]
    label = gpd.GeoDataFrame({"code": ["7001"]}, geometry=[Point(5, 5)], crs=CRS)
    for code, result in (("7001", 0), ("7003", 2)):
        file, project = tmp_path / f"{code}.gpkg", str(tmp_path / code)
        gpd.pd.concat([towns, label.assign(code=code)]).to_file(file)
        assert main(["init", project, "--areas", str(file), "--profile", "general"]) == 0
        assert f"areas {code}: Point, wanted Polygon" in capsys.readouterr().out
        assert main(["run", project]) == result
        capsys.readouterr()


@pytest.mark.parametrize("text", ["code,name\n", "code,name\n7001,x\n", "code,name\n,x\n"])
def test_an_official_list_without_a_district_is_refused(tmp_path, capsys, text):
    LAYERS["townships"].to_file(tmp_path / "towns.gpkg")
    (tmp_path / "codes.csv").write_text(text)
    argv = ["init", tmp_path / "p", "--areas", tmp_path / "towns.gpkg"]
    assert main([str(a) for a in (*argv, "--codes", tmp_path / "codes.csv")]) == 2
    err = capsys.readouterr().err
    assert "codes.csv: no code of 12 digits of a district in it" in err
    assert err.count("\n") == 1
