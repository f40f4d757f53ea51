"""How often a file is looked at: guarded and listed once, opened once a layer, never stale."""

import contextlib
import os
import shutil
import sqlite3
from collections import Counter

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
from shapely.geometry import box

from zoning.errors import FileError
from zoning.io import guard, read
from zoning.io.read import list_layers, read_layer, read_layers
from zoning.io.write import write_layers
from zoning.project.folder import ProjectFolder

SIX = ("areas", "districts", "zones", "buildings", "barriers", "findings")


@pytest.fixture
def looks(monkeypatch):
    """Counts of listings, of opened layers and of guards' own openings."""
    seen = Counter()

    def counting(name, real):
        def counted(*args, **kwargs):
            seen[name] += 1
            return real(*args, **kwargs)

        return counted

    monkeypatch.setattr(pyogrio, "list_layers", counting("listed", pyogrio.list_layers))
    monkeypatch.setattr(pyogrio, "read_dataframe", counting("opened", pyogrio.read_dataframe))
    monkeypatch.setattr(guard.sqlite3, "connect", counting("guarded", sqlite3.connect))
    read._seen.cache_clear()
    return seen


@pytest.fixture
def long_ago(monkeypatch):
    """Files count as settled at once, as they do after two seconds."""
    monkeypatch.setattr(read, "count", {"same_moment": 0}.__getitem__)


def squares(n=1):
    shapes = [box(i, 0, i + 1, 1) for i in range(n)]
    return gpd.GeoDataFrame({"k": range(n)}, geometry=shapes, crs=25832)


def test_six_layers_of_a_project_cost_one_look_at_the_file(valley, looks, long_ago):
    project = ProjectFolder.open(valley.path)
    layers = {name: project.read(name) for name in SIX if project.has(name)}
    assert all(len(frame) for frame in layers.values())
    assert len(layers) == 6
    assert looks == {"guarded": 1, "listed": 1, "opened": 6}


def test_even_where_the_file_was_written_a_moment_ago(valley, tmp_path, looks):
    shutil.copytree(valley.path, tmp_path / "p")
    project = ProjectFolder.open(tmp_path / "p")
    layers = project.layers(*SIX, "dwellings")
    assert list(layers) == list(SIX)
    assert looks == {"guarded": 1, "listed": 1, "opened": 6}


def test_decisions_are_listed_once_as_well(valley, looks, long_ago):
    project = ProjectFolder.open(valley.path)
    for name in ("events", "issued", "settlements", "overrides", "waivers"):
        project.decisions(name)
    assert looks["listed"] == looks["guarded"] == 1
    assert looks["opened"] == len(list_layers(project.decisions_gpkg))


def test_a_layer_of_a_file_is_listed_and_opened_once(tmp_path, looks):
    file = write_layers(tmp_path / "a.gpkg", {"a": squares()})
    looks.clear()
    assert len(read_layer(file)) == 1
    assert looks == {"guarded": 1, "listed": 1, "opened": 1}


def test_a_file_written_anew_is_looked_at_anew(tmp_path, long_ago):
    file = tmp_path / "a.gpkg"
    for names in (["a"], ["a", "b"], ["b"], ["c", "a"]):
        write_layers(file, {name: squares() for name in names})
        assert list_layers(file) == names
        assert list(read_layers(file, "abc")) == [n for n in "abc" if n in names]


def test_a_change_in_place_of_the_same_size_in_the_same_moment_is_seen(tmp_path):
    """As fast as it goes: without the rule for fresh files, some of these are missed."""
    file = write_layers(tmp_path / "a.gpkg", {"a": squares(), "b": squares()})
    size = file.stat().st_size
    for name in ("c", "d", "e", "f", "a"):
        old = list_layers(file)[0]
        with contextlib.closing(sqlite3.connect(file)) as db:
            for table in ("gpkg_contents", "gpkg_geometry_columns"):
                db.execute(f"update {table} set table_name = ? where table_name = ?", (name, old))
            db.execute(f'alter table "{old}" rename to "{name}"')
            db.commit()
        assert file.stat().st_size == size
        assert name in list_layers(file)


def test_changes_that_another_program_keeps_beside_the_file_are_seen(tmp_path, long_ago):
    file = write_layers(tmp_path / "a.gpkg", {"a": squares()})
    assert list_layers(file) == ["a"]
    with contextlib.closing(sqlite3.connect(file)) as db:
        db.execute("pragma journal_mode = wal")
        db.execute("create table more (x integer)")
        db.execute(
            "insert into gpkg_contents (table_name, data_type) values ('more', 'attributes')"
        )
        db.commit()
        assert list_layers(file) == ["a", "more"]


def test_a_file_is_guarded_anew_when_its_place_is_taken(tmp_path, long_ago):
    file = write_layers(tmp_path / "a.gpkg", {"a": squares()})
    assert list_layers(file) == ["a"]
    trap = write_layers(tmp_path / "b.gpkg", {"a": squares()})
    with contextlib.closing(sqlite3.connect(trap)) as db:
        db.execute("alter table a rename to b")
        db.execute("create view a as select * from b")
        db.commit()
    times = file.stat()
    os.utime(trap, ns=(times.st_atime_ns, times.st_mtime_ns))
    trap.replace(file)
    with pytest.raises(FileError, match="view"):
        list_layers(file)
    file.unlink()
    with pytest.raises(FileError, match="no such file"):
        read_layer(file)


def test_read_layers_gives_what_read_layer_gives(tmp_path):
    table = pd.DataFrame({"x": ["甲"]})
    file = write_layers(tmp_path / "a.gpkg", {"a": squares(3), "t": table})
    both = read_layers(file, ["t", "a", "none"])
    assert list(both) == ["t", "a"]
    for name, frame in both.items():
        pd.testing.assert_frame_equal(pd.DataFrame(frame), pd.DataFrame(read_layer(file, name)))
