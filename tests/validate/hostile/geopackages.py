"""GeoPackages that are cut, lie about themselves, or would run something."""

import shutil
import sqlite3

import pyogrio

from tests.validate.hostile.making import changed, gpkg, maker
from tests.validate.small import zones


def copied_while_open(path, copy, *statements):
    """A copy of a file that another program has open: what was done is in its log alone."""
    db = sqlite3.connect(path)
    db.execute("pragma journal_mode = wal")
    for statement in statements:
        db.execute(statement)
    db.commit()
    for tail in ("", "-wal"):
        shutil.copy(f"{path}{tail}", f"{copy}{tail}")
    db.close()
    return copy


@maker("refused", 0.02, 0.5)
def gpkg_cut(folder, share):
    return changed(gpkg(folder), lambda d: d[: int(len(d) * share)])


@maker("refused")
def gpkg_without_its_last_page(folder, _):
    path = gpkg(folder)
    with sqlite3.connect(path) as db:
        db.execute("create table t (x)")
        db.executemany("insert into t values (?)", [("x" * 1000,)] * 50)
    return changed(path, lambda d: d[:-4096])


@maker("refused", "VirtualShape", "VirtualText", "VirtualOGR")
def gpkg_with_a_virtual_table(folder, module):
    path = gpkg(folder)
    with sqlite3.connect(path) as db:
        db.execute("pragma writable_schema = on")
        db.execute(
            "insert into sqlite_master values ('table', 'v', 'v', 0, ?)",
            (f"create virtual table v using {module}('/etc/passwd')",),
        )
    return path


@maker("refused")
def gpkg_with_an_endless_view(folder, _):
    path = gpkg(folder)
    with sqlite3.connect(path) as db:
        db.execute("alter table zones rename to hidden")
        db.execute(
            "create view zones as with recursive c(n) as (select 1 union all select n + 1 from c) "
            "select n as fid, h.zone_code, h.geom from c, hidden h"
        )
    return path


@maker("refused")
def gpkg_with_a_view_in_its_log(folder, _):
    return copied_while_open(
        gpkg(folder, "a.gpkg"),
        folder / "zones.gpkg",
        "alter table zones rename to hidden",
        "create view zones as select * from hidden",
    )


@maker("refused")
def gpkg_with_a_computed_column(folder, _):
    path = gpkg(folder)
    with sqlite3.connect(path) as db:
        db.execute("alter table zones add column big generated always as (zeroblob(1000000000))")
    return path


@maker("clean")
def gpkg_with_a_trigger(folder, _):
    path = gpkg(folder)
    with sqlite3.connect(path) as db:
        db.execute("create trigger t after insert on zones begin delete from zones; end")
    return path


@maker("refused")
def gpkg_without_layers(folder, _):
    path = gpkg(folder)
    with sqlite3.connect(path) as db:
        for table in ("gpkg_contents", "gpkg_geometry_columns", "gpkg_ogr_contents"):
            db.execute(f"delete from {table}")
    return path


@maker("refused")
def gpkg_of_two_layers(folder, _):
    gpkg(folder)
    frame = zones()
    pyogrio.write_dataframe(frame, folder / "zones.gpkg", layer="more", append=True)
    return folder / "zones.gpkg"


@maker("IN003")
def gpkg_that_lists_more_rows(folder, _):
    path = gpkg(folder)
    with sqlite3.connect(path) as db:
        db.execute("update gpkg_ogr_contents set feature_count = 9")
    return path


@maker("IN003")
def gpkg_open_elsewhere(folder, _):
    return copied_while_open(gpkg(folder), folder / "copy.gpkg", "create table t (x)")


@maker("GEO002", b"rubbish", b"", b"GP\x00\x01")
def gpkg_with_bad_geometry(folder, content):
    path = gpkg(folder)
    with sqlite3.connect(path) as db:
        for (name,) in db.execute("select name from sqlite_master where type='trigger'").fetchall():
            db.execute(f"drop trigger {name}")
        db.execute("update zones set geom = ? where fid = 1", (content,))
    return path


@maker("refused")
def gpkg_of_points(folder, _):
    return gpkg(folder, frame=zones().set_geometry(zones().centroid))
