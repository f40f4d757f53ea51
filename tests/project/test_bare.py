"""Projects with less than everything: areas alone, areas and barriers, misspelt keys."""

import pytest

from zoning.cli import main
from zoning.errors import ProjectError
from zoning.project.create import create
from zoning.project.pipeline import Project


@pytest.mark.slow
@pytest.mark.parametrize("barriers", [(), ("streets",)])
def test_areas_without_buildings_are_one_zone_each_part_and_stay_so(tmp_path, sample, barriers):
    files = {
        "areas": [(str(sample), "municipalities")],
        "barriers": [(str(sample), name) for name in barriers],
    }
    create(tmp_path / "p", files, profile="general")
    project = Project.open(tmp_path / "p")
    first = project.run()
    assert first.figures["zones"].iloc[-1] == len(project.read("zones")) == 30
    assert not first.findings.fails("error")
    assert not project.run().changes.any


def test_a_misspelt_key_is_named(tmp_path, sample):
    create(tmp_path / "p", {"areas": [(str(sample), "municipalities")]}, profile="general")
    file = tmp_path / "p" / "zoning.toml"
    file.write_text(file.read_text("utf-8").replace("lang =", "langg ="), "utf-8")
    with pytest.raises(ProjectError, match="langg is not known"):
        Project.open(tmp_path / "p")


def test_init_says_where_the_profile_finds_no_district(tmp_path, sample, capsys):
    assert (
        main(["init", str(tmp_path / "p"), "--lang", "en", "--areas", f"{sample}:municipalities"])
        == 0
    )
    assert "choose --profile general" in capsys.readouterr().out
