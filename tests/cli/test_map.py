"""`zoning map coverage`: files, exit codes, one line for what cannot be."""

import pytest

from zoning.cli import main


@pytest.fixture
def folder(country):
    return str(country.path)


@pytest.mark.slow
def test_a_page_is_written_and_its_path_printed(folder, tmp_path, capsys):
    target = tmp_path / "c.html"
    assert main(["map", "coverage", folder, "--township", "7006", "-o", str(target)]) == 0
    out, err = capsys.readouterr()
    assert out.strip() == str(target)
    assert err == ""
    assert target.stat().st_size > 100_000


@pytest.mark.slow
def test_an_existing_file_is_kept_unless_told(folder, tmp_path, capsys):
    target = tmp_path / "c.html"
    target.write_text("mine")
    command = ["map", "coverage", folder, "--township", "7006", "-o", str(target)]
    assert main(command) == 2
    assert "--overwrite" in capsys.readouterr().err
    assert target.read_text() == "mine"
    assert main([*command, "--overwrite"]) == 0
    assert target.read_text() != "mine"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--zone", "x"], "no such zone"),
        (["--township", "x"], "townships are"),
        (["--basemap", "missing.tif"], "missing.tif"),
    ],
)
def test_bad_wishes_end_with_one_line_and_two(folder, capsys, words, said):
    assert main(["map", "coverage", folder, *words]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert len(err.strip().splitlines()) == 1


def test_no_project(tmp_path, capsys):
    assert main(["map", "coverage", str(tmp_path)]) == 2
    assert "zoning.toml" in capsys.readouterr().err


@pytest.mark.slow
def test_pages(folder, tmp_path, capsys):
    target = tmp_path / "pages"
    words = ["--pages", "--township", "7006", "--lang", "zh", "-o", str(target)]
    assert main(["map", "coverage", folder, *words]) == 0
    assert capsys.readouterr().out.strip() == str(target / "index.html")
    assert "全图" in (target / "index.html").read_text("utf-8")
