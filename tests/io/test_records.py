"""Records one after the other, by fiona; and everything else without it."""

import ast
import itertools
import subprocess
import sys

import geopandas as gpd
import pytest
from needs import ROOT, need
from shapely import points

import zoning
from zoning.errors import FileError, LayerError, UsageError
from zoning.io.read import read_layer
from zoning.io.records import read_records


@pytest.fixture(autouse=True)
def _reads(request):
    if "without" in request.node.name:
        return
    try:
        import fiona  # noqa: F401
    except ImportError:
        need(sys.version_info >= (3, 14), "fiona")  # where it has wheels, it is installed
        pytest.skip("fiona has no wheels for this Python")


def test_records_are_the_rows_of_the_layer(sample):
    rows = read_layer(sample, "municipalities")
    records = list(zoning.read_records(sample, "municipalities"))
    assert [list(r) for r in records] == [list(rows.columns)] * len(rows)
    assert [r["name"] for r in records] == rows["name"].tolist()
    assert all(r["geometry"].equals(g) for r, g in zip(records, rows.geometry))


def test_a_few_records_are_read_without_the_rest(sample):
    first = next(read_records(sample, "buildings"))
    assert first["osm_id"] == read_layer(sample, "buildings")["osm_id"].iloc[0]
    few = itertools.islice(read_records(sample, "buildings"), 3)
    assert len(list(few)) == 3


@pytest.mark.parametrize("suffix", [".gpkg", ".shp", ".fgb", ".geojson"])
def test_text_and_nulls_of_every_format(tmp_path, suffix):
    frame = gpd.GeoDataFrame({"名称": ["渝北", None]}, geometry=points([[1, 2], [1, 2]]), crs=4326)
    file = tmp_path / f"t{suffix}"
    frame.to_file(file, **({"encoding": "GBK"} if suffix == ".shp" else {}))
    file.with_suffix(".cpg").unlink(missing_ok=True)
    records = list(read_records(file))
    assert sorted((r["名称"] or "") for r in records) == ["", "渝北"]
    assert {r["geometry"].wkt for r in records} == {"POINT (1 2)"}


def test_what_cannot_be_read_so_is_refused_at_once(tmp_path, sample):
    with pytest.raises(LayerError, match=r"6 layers .* say which"):
        read_records(sample)
    with pytest.raises(LayerError, match="no layer x"):
        read_records(sample, "x")
    with pytest.raises(FileError, match="not a plain file"):
        read_records("/vsicurl/http://127.0.0.1/a.gpkg")
    file = tmp_path / "t.parquet"
    read_layer(sample, "municipalities").to_parquet(file)
    with pytest.raises(FileError, match="read it whole, with read_layer"):
        read_records(file)


def test_a_damaged_layer_is_the_files_fault(tmp_path, sample):
    file = tmp_path / "t.geojson"
    read_layer(sample, "municipalities").to_file(file)
    file.write_text(file.read_text("utf-8")[:2000], "utf-8")
    with pytest.raises(FileError, match=r"t\.geojson"):
        list(read_records(file))


@pytest.mark.slow
def test_nothing_else_imports_fiona_and_all_runs_without(tmp_path, sample):
    users = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "zoning").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.Import) and "fiona" in {a.name for a in node.names})
        or (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("fiona"))
    }
    assert users == {"zoning/io/records.py"}
    script = (
        "import sys; sys.modules['fiona'] = None\n"
        "from zoning.cli import main\n"
        "from zoning.io.read import read_tags\n"
        f"areas, folder = {str(sample)!r} + ':municipalities', {str(tmp_path / 'p')!r}\n"
        "assert main(['init', folder, '--areas', areas, '--profile', 'general']) == 0\n"
        "assert main(['run', folder, '--quiet']) in (0, 1)\n"
        "assert main(['map', 'coverage', folder]) == 0\n"
        "assert read_tags(folder + '/zoning.gpkg', 'zones')['PROFILE'] == 'general'\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr


def test_without_fiona_one_line_says_what_to_do(sample, monkeypatch):
    monkeypatch.setitem(sys.modules, "fiona", None)
    with pytest.raises(UsageError, match=r"needs fiona .* pip install fiona; or read the layer"):
        read_records(sample, "municipalities")
