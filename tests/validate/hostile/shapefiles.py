"""Shapefiles whose parts do not fit, and text in every encoding but the one they say."""

import shutil
import struct

from tests.validate.hostile.making import changed, changed_part, maker, named, shp
from tests.validate.small import zones


@maker("refused")
def shp_without_shx(folder, _):
    path = shp(folder)
    path.with_suffix(".shx").unlink()
    return path


@maker("IN003")
def shp_without_dbf(folder, _):
    path = shp(folder)
    path.with_suffix(".dbf").unlink()
    return path


@maker("CRS001")
def shp_without_prj(folder, _):
    path = shp(folder)
    path.with_suffix(".prj").unlink()
    return path


@maker("CRS001", b"", b"rubbish", b"\xff\xfe\x00")
def shp_with_a_bad_prj(folder, content):
    path = shp(folder)
    path.with_suffix(".prj").write_bytes(content)
    return path


@maker("IN003")
def shp_with_a_shuffled_index(folder, _):
    path = shp(folder)
    changed(path.with_suffix(".shx"), lambda d: d[:100] + d[108:116] + d[100:108] + d[116:])
    return path


@maker("IN003")
def shp_of_half(folder, _):
    return changed(shp(folder), lambda d: d[: len(d) // 2])


@maker("IN003")
def shp_with_more_at_the_end(folder, _):
    return changed(shp(folder), lambda d: d + b"\0" * 10)


@maker("IN003", ".dbf", ".shx")
def shp_with_a_part_of_another_day(folder, suffix):
    path = shp(folder)
    other = shp(folder, "other.shp", zones().iloc[:3])
    shutil.copy(other.with_suffix(suffix), path.with_suffix(suffix))
    return path


@maker("IN003")
def shp_with_half_a_table(folder, _):
    path = shp(folder)
    changed(path.with_suffix(".dbf"), lambda d: d[: len(d) * 2 // 3])
    return path


@maker("IN003")
def shp_whose_index_points_beyond(folder, _):
    path = shp(folder)
    changed(path.with_suffix(".shx"), lambda d: d[:108] + struct.pack(">i", 10**8) + d[112:])
    return path


@maker("GEO002")
def shp_with_a_null_shape(folder, _):
    frame = zones()
    frame.loc[1, "geometry"] = None
    return shp(folder, frame=frame)


def silenced(path):
    """Without a word on the encoding, in a part of its own or in the table's head."""
    path.with_suffix(".cpg").unlink(missing_ok=True)
    changed(path.with_suffix(".dbf"), lambda d: d[:29] + b"\0" + d[30:])
    return path


@maker("clean")
def shp_in_gbk_that_says_so(folder, _):
    return shp(folder, frame=named(名称=list("甲乙丙丁")), encoding="GBK")


@maker("clean")
def shp_in_gbk_that_says_nothing(folder, _):
    return silenced(shp_in_gbk_that_says_so(folder, None))


@maker("IN002")
def shp_in_gbk_that_says_utf8(folder, _):
    path = shp_in_gbk_that_says_so(folder, None)
    path.with_suffix(".cpg").write_text("UTF-8")
    return path


@maker("IN002")
def shp_in_utf8_that_says_gbk(folder, _):
    path = shp(folder, frame=named(名称=["龙溪", "回兴", "双龙", "王家"]), encoding="UTF-8")
    path.with_suffix(".cpg").write_text("GBK")
    return path


@maker("IN002")
def shp_with_a_name_cut_inside_a_character(folder, _):
    return shp(folder, frame=named(行政代码=list("甲乙丙丁")), encoding="UTF-8")


@maker("IN002")
def shp_in_latin1_that_says_nothing(folder, _):
    frame = named(name=["São", "a", "b", "c"])
    return silenced(shp(folder, frame=frame, encoding="ISO-8859-1"))


@maker("IN002")
def shp_with_a_cpg_of_nonsense(folder, _):
    path = shp_in_latin1_that_says_nothing(folder, None)
    path.with_suffix(".cpg").write_text("martian")
    return path


@maker("clean")
def shp_with_two_columns_of_one_name(folder, _):
    path = shp(folder, frame=zones()[["zone_code", "persons", "geometry"]].assign(n0=1, n1=2))
    return changed_part(path, ".dbf", b"n1\0", b"n0\0")
