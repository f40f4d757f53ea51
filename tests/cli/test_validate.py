"""`zoning validate` and `zoning rules`: exit codes, formats, folders and bare files."""

import json

import pytest

from tests.fixtures.drawn_project import project, write_project  # noqa: F401 - a fixture
from tests.fixtures.four_zones import areas, buildings, zones
from zoning.cli import main
from zoning.validate.catalogue import catalogue


@pytest.fixture
def files(tmp_path):
    zones().to_file(tmp_path / "zones.gpkg")
    areas().to_file(tmp_path / "areas.geojson")
    buildings().to_file(tmp_path / "buildings.fgb")
    zones().drop(index=3).to_file(tmp_path / "three.gpkg")
    return tmp_path


def run(capsys, *argv):
    code = main([str(a) for a in argv])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return code, out, err


def bare(files, name="zones.gpkg"):
    return (
        "validate", files / name, "--within", files / "areas.geojson", "--buildings",
        files / "buildings.fgb", "--profile", "un",
    )  # fmt: skip


@pytest.mark.slow
def test_a_clean_project_ends_with_0(project, capsys):  # noqa: F811
    code, out, _ = run(capsys, "validate", project.path)
    assert code == 0
    assert out.endswith("0 blockers, 0 errors, 0 warnings, 0 info\n")


@pytest.mark.slow
def test_a_project_with_a_hole_ends_with_1(project, capsys):  # noqa: F811
    write_project(project.path, zones().drop(index=3))
    code, out, _ = run(capsys, "validate", project.path)
    assert code == 1
    assert "40 people" in out
    assert run(capsys, "validate", project.path, "--ignore", "COV,COD")[0] == 0
    assert run(capsys, "validate", project.path, "--select", "BLD001")[0] == 0
    assert (
        run(capsys, "validate", project.path, "--select", "BLD001", "--fail-level", "warning")[0]
        == 1
    )


def test_options_of_files_do_not_go_with_a_folder(project, capsys):  # noqa: F811
    code, _, err = run(capsys, "validate", project.path, "--profile", "un")
    assert code == 2
    assert "--profile goes with files of zones" in err


def test_bare_files_of_three_formats(files, capsys):
    code, out, _ = run(capsys, *bare(files))
    assert (code, out.splitlines()[-1]) == (0, "0 blockers, 0 errors, 0 warnings, 0 info")


def test_a_gap_in_bare_files(files, capsys):
    code, out, _ = run(capsys, *bare(files, "three.gpkg"), "--format", "json")
    report = json.loads(out)
    assert code == 1
    gaps = [f for f in report["findings"] if f["rule_id"] == "COV001"]
    assert max(g["area_m2"] for g in gaps) == pytest.approx(10_000, rel=1e-6)


@pytest.mark.slow
def test_several_teams_are_one_coverage(files, capsys):
    zones().iloc[:2].to_file(files / "north.gpkg")
    zones().iloc[2:].to_file(files / "south.gpkg")
    argv = ("validate", files / "north.gpkg", files / "south.gpkg", "--profile", "un")
    assert run(capsys, *argv)[0] == 0
    zones().iloc[1:3].to_file(files / "south.gpkg")
    code, out, _ = run(capsys, *argv)
    assert code == 1
    assert "COD002" in out


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["text", "json", "sarif", "html"])
def test_formats_go_to_standard_output_or_a_file(files, capsys, kind):
    code, out, _ = run(capsys, *bare(files), "--format", kind, "-q")
    target = files / f"report.{kind}"
    assert run(capsys, *bare(files), "--format", kind, "-q", "-o", target)[0] == code
    assert target.read_text("utf-8").strip() == out.strip()
    code, _, err = run(capsys, *bare(files), "--format", kind, "-o", target)
    assert code == 2
    assert "exists; give --overwrite" in err


@pytest.mark.slow
def test_geopackage_needs_a_file(files, capsys):
    assert run(capsys, *bare(files), "--format", "gpkg")[0] == 2
    assert run(capsys, *bare(files), "--format", "gpkg", "-o", files / "f.gpkg")[0] in (0, 1)
    assert (files / "f.gpkg").exists()


@pytest.mark.slow
def test_baseline(files, capsys):
    target = files / "before.json"
    run(capsys, *bare(files, "three.gpkg"), "--format", "json", "-o", target)
    assert run(capsys, *bare(files, "three.gpkg"), "--baseline", target)[0] == 0


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["nothing.gpkg"], "no such file"),
        (["zones.gpkg:other"], "no layer other; layers are: zones"),
        (["zones.gpkg", "--map", "zones.zone_code=GB"], "no column GB; columns are:"),
        (["zones.gpkg", "--map", "zones.x"], "wanted layer.column=NAME"),
        (["zones.gpkg", "--profile", "mars"], "profile mars: not known"),
        (["zones.gpkg", "--select", "NOPE"], "NOPE is no rule"),
        (["zones.gpkg", "--crs", "EPSG:0"], "names no coordinate system"),
        (["https://example.com/z.gpkg"], "not a plain file"),
        (["/vsicurl/https://example.com/z.gpkg"], "not a plain file"),
        (["zones.gpkg", "--baseline", "zones.gpkg"], "no report of findings"),
    ],
)
def test_wrong_use_is_one_line(files, capsys, monkeypatch, argv, said):
    monkeypatch.chdir(files)
    code, out, err = run(capsys, "validate", *argv)
    assert code == 2
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


def test_an_unreadable_second_file_is_a_finding(files, capsys):
    (files / "broken.gpkg").write_bytes(b"SQLite format 3\x00 and then nothing")
    code, out, _ = run(
        capsys,
        "validate",
        files / "zones.gpkg",
        "--within",
        files / "broken.gpkg",
        "--profile",
        "un",
    )
    assert code == 1
    assert "BLOCKER IN001" in out


@pytest.mark.slow
def test_allowed_gaps_are_only_hints(files, capsys):
    zones().iloc[[3]][["geometry"]].to_file(files / "lake.gpkg")
    argv = ("validate", files / "three.gpkg", "--profile", "un", "--select", "COV001")
    areas().to_file(files / "areas.gpkg")
    argv = (*argv, "--within", files / "areas.gpkg")
    assert run(capsys, *argv)[0] == 1
    code, out, _ = run(capsys, *argv, "--allowed-gaps", files / "lake.gpkg")
    assert code == 0
    assert "INFO COV001" in out


def test_rules_are_listed_and_explained(capsys):
    code, out, _ = run(capsys, "rules")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == list(catalogue())
    code, out, _ = run(capsys, "rules", "zon004")
    assert "Remedy" in out
    assert json.loads(run(capsys, "rules", "--format", "json")[1])["rules"][0]["id"] == "BLD001"
    assert run(capsys, "rules", "XYZ")[0] == 2


@pytest.mark.slow
def test_a_finding_is_waived_and_stays_so(project, capsys):  # noqa: F811
    write_project(project.path, zones().drop(index=3))
    _, out, _ = run(capsys, "validate", project.path, "--format", "json")
    ids = [f["finding_id"] for f in json.loads(out)["findings"] if f["severity"] == "error"]
    options = [x for i in ids for x in ("--waive", i)]
    code, _, err = run(capsys, "validate", project.path, *options)
    assert (code, "needs --by NAME and --reason TEXT" in err) == (2, True)
    who = ("--by", "Li Wei", "--reason", "reservoir")
    assert run(capsys, "validate", project.path, *options, *who, "--until", "soon")[0] == 2
    assert run(capsys, "validate", project.path, *options, *who, "--until", "2020-01-01")[0] == 2
    assert run(capsys, "validate", project.path, "--waive", "0", *who)[0] == 2
    code, out, _ = run(capsys, "validate", project.path, *options, *who)
    assert code == 0
    assert f"{len(ids)} findings are waived" in out
    assert run(capsys, "validate", project.path)[0] == 0
    assert set(project.decisions("events")["action"]) == {"waive"}
    assert run(capsys, "validate", project.path / "zoning.gpkg:zones", "--waive", "0", *who)[0] == 2
