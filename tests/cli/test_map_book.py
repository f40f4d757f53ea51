"""`zoning map book`: files named on standard output, one line for every mistake."""

import pytest

from zoning.cli import main


def refused(capsys, *argv) -> str:
    assert main([str(a) for a in argv]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1, err
    return err


@pytest.mark.slow
@pytest.mark.parametrize("more", [[], ["--base-map", "--public", "--paper", "A3"]])
def test_a_book_is_written_and_named(country, tmp_path, capsys, more):
    target = tmp_path / "book.pdf"
    argv = ["map", "book", str(country.path), "--zone", "7002001003", "-o", str(target), *more]
    assert main(argv) == 0
    assert capsys.readouterr().out == f"{target}\n"
    assert target.read_bytes().startswith(b"%PDF")
    assert "--overwrite" in refused(capsys, *argv)


@pytest.mark.slow
def test_mistakes(country, tmp_path, capsys):
    target = tmp_path / "book.pdf"
    start = ["map", "book", country.path, "-o", target]
    assert "9999" in refused(capsys, *start, "--zone", "9999")
    assert "9999" in refused(capsys, *start, "--township", "9999")
    assert "tomorrow" in refused(capsys, *start, "--zone", "7002001003", "--date", "tomorrow")
    assert not target.exists()
