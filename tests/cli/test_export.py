"""`zoning export`: files named on standard output, one line for every mistake."""

import pytest

from zoning.cli import main


def refused(capsys, *argv) -> str:
    assert main([str(a) for a in argv]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1, err
    return err


@pytest.mark.slow
@pytest.mark.parametrize("to", ["qfield", "kml", "gpx"])
def test_a_file_is_written_and_named(country, tmp_path, capsys, to):
    target = tmp_path / "phone.out"
    argv = ["export", str(country.path), "--to", to, "--zone", "7002001003", "-o", str(target)]
    assert main(argv) == 0
    assert capsys.readouterr().out == f"{target}\n"
    assert target.stat().st_size > 1000
    assert "--overwrite" in refused(capsys, *argv)
    assert main([*argv, "--overwrite"]) == 0


def test_mistakes(country, tmp_path, capsys):
    folder = str(country.path)
    target = str(tmp_path / "a.kml")
    assert "9999" in refused(
        capsys, "export", folder, "--to", "kml", "--zone", "9999", "-o", target
    )
    assert "zoning.toml" in refused(capsys, "export", tmp_path, "--to", "kml", "-o", target)
    assert not (tmp_path / "a.kml").exists()


def test_an_unknown_format_is_wrong_use(country, capsys):
    assert main(["export", str(country.path), "--to", "dxf"]) == 2
    assert "dxf" in capsys.readouterr().err
