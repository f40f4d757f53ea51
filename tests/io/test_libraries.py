"""A broken installation is named as such, exit 3; never as a damaged file."""

import subprocess
import sys

import pyogrio
import pytest
from needs import ROOT

from zoning.cli import main
from zoning.errors import FileError, InstallationError
from zoning.io import libraries
from zoning.io.read import list_layers, read_layer


@pytest.fixture(autouse=True)
def _afresh(monkeypatch):
    """What was found is not kept between tests."""
    yield
    monkeypatch.undo()
    libraries.require_versions.cache_clear()
    libraries._failure.cache_clear()


def _installed(folder, requirement, *found):
    """Folders that describe zoning, which needs something, and libraries that were found."""
    about = folder / "zoning-0.1.0.dist-info"
    about.mkdir()
    text = f"Name: zoning\nRequires-Dist: {requirement}\n\nRequires-Dist: nothing>=9\n"
    (about / "METADATA").write_text(text, "utf-8")
    for name in found:
        (folder / f"{name}.dist-info").mkdir()


def _last_line(capsys):
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1, lines
    return lines[0]


@pytest.mark.parametrize(
    ("requirement", "found", "old"),
    [
        ("pandas>=3.0", "pandas-2.3.3", "pandas 2.3.3 is older than 3.0"),
        ("pandas>=3.0", "pandas-3.0.0", ""),
        ("pandas>=3.0", "pandas-3", ""),
        ("llvmlite>=0.45", "llvmlite-0.50.0", ""),
        ("fpdf2<3,>=2.8.6", "fpdf2-2.8.5", "fpdf2 2.8.5 is older than 2.8.6"),
        ("pyarrow>=19", "pyarrow-18.1.0.dev3+g1", "pyarrow 18.1.0.dev3+g1 is older than 19"),
        ('fiona>=1.10.1; python_version < "3.14"', "fiona-1.9", ""),
        ('cryptography>=42; extra == "sign"', "cryptography-3", ""),
    ],
)
def test_versions_below_the_floors_are_named(
    tmp_path, monkeypatch, capsys, requirement, found, old
):
    _installed(tmp_path, requirement, found)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    libraries.require_versions.cache_clear()
    code = main(["rules", "COV001"])
    assert code == (3 if old else 0)
    if old:
        line = _last_line(capsys)
        assert line.startswith(f"zoning: the installation does not fit: {old}; mend it with: ")


def test_floors_are_those_of_setup_cfg():
    folder = libraries._installed().get("zoning")
    assert folder is not None, "zoning is not installed (make test)"
    floors = libraries._floors(folder)
    assert {"pandas", "pyogrio", "pyarrow", "geopandas", "shapely"} <= set(floors)
    assert "pytest" not in floors


@pytest.mark.parametrize("error", [AttributeError("no json_"), RuntimeError("ABI"), TypeError()])
def test_a_reader_that_reads_nothing_is_not_the_files_fault(monkeypatch, sample, capsys, error):
    def broken(*_, **__):
        raise error

    monkeypatch.setattr(pyogrio, "read_dataframe", broken)
    libraries._failure.cache_clear()
    with pytest.raises(InstallationError, match="a sound layer cannot be read") as caught:
        read_layer(sample, "municipalities")
    assert type(error).__name__ in str(caught.value)
    assert "pyogrio " in str(caught.value)
    assert str(sample) not in str(caught.value)
    assert main(["validate", f"{sample}:municipalities"]) == 3
    assert "the installation does not work" in _last_line(capsys)


@pytest.mark.slow
def test_a_broken_writer_is_no_fault_of_ours(monkeypatch, sample, tmp_path, capsys):
    def broken(*_, **__):
        raise AttributeError("module 'pyarrow' has no attribute 'json_'")

    folder = tmp_path / "p"
    areas = f"{sample}:municipalities"
    assert main(["init", str(folder), "--areas", areas, "--profile", "general"]) == 0
    capsys.readouterr()
    monkeypatch.setattr(pyogrio, "write_dataframe", broken)
    libraries._failure.cache_clear()
    assert main(["run", str(folder), "--quiet"]) == 3
    assert "the installation does not work: a sound layer" in _last_line(capsys)


def test_a_damaged_file_is_still_the_files_fault(tmp_path, sample):
    file = tmp_path / "t.geojson"
    file.write_text('{"type": "FeatureCollection", "features": [{', "utf-8")
    with pytest.raises(FileError, match=r"t\.geojson"):
        list_layers(file)


def _run_with(setup, sample):
    script = f"{setup}\nfrom zoning.cli import main\nraise SystemExit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", script, "validate", f"{sample}:municipalities"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 3, ran.stderr
    (line,) = ran.stderr.splitlines()
    return line


@pytest.mark.slow
@pytest.mark.parametrize("name", ["pyarrow", "pyogrio", "geopandas", "shapely"])
def test_a_library_that_is_missing_is_named(sample, name):
    line = _run_with(f"import sys; sys.modules[{name!r}] = None", sample)
    assert f"the installation does not work: {name} cannot be imported (Mod" in line


@pytest.mark.slow
def test_a_library_that_fails_while_it_is_imported_is_named(sample, tmp_path):
    (tmp_path / "pyproj.py").write_text("import numpy\nnumpy.no_such_name\n", "utf-8")
    line = _run_with(f"import sys; sys.path.insert(0, {str(tmp_path)!r})", sample)
    assert "the installation does not work: pyproj cannot be imported (AttributeError" in line


def test_our_own_faults_are_still_ours(monkeypatch, capsys):
    def wrong(*_):
        raise ValueError("ours")

    monkeypatch.setattr("zoning.cli.rules.run", wrong)
    assert main(["rules", "COV001"]) == 3
    assert "a fault of zoning itself, not of your data (ValueError: ours;" in _last_line(capsys)
