"""Which column of a delivered file is which column of a layer: guesses and their table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

import pandas as pd

from zoning.errors import LayerError, UsageError
from zoning.model.tolerances import tolerance

__all__ = ["CANDIDATES", "RETURNED", "code_column", "guess_columns", "known_names", "parse_maps"]

_Frame = TypeVar("_Frame", bound=pd.DataFrame)

#: How the names of code columns end where an office names them its own way.
_ENDINGS = ("key", "code", "codes", "cod", "codigo", "geoid", "fips", "dm", "代码", "编码", "编号")

#: Layer to column to the names under which offices and public sources deliver it, best first.
#: Compared without case. Sources: the Chinese county database standard (XZQDM, XZQMC), census
#: offices' own files, OSM, US and Brazilian census files.
CANDIDATES: dict[str, dict[str, tuple[str, ...]]] = {
    "areas": {
        "area_code": (
            "area_code",
            "zone_code",
            "district_code",
            "code",
            "行政代码",
            "行政区代码",
            "区划代码",
            "行政区划代码",
            "普查区代码",
            "行政编码",
            "区划编码",
            "村居代码",
            "镇街代码",
            "乡镇代码",
            "区县代码",
            "代码",
            "xzqdm",
            "zldwdm",
            "adcode",
            "code_village",
            "village_code",
            "code_town",
            "code_township",
            "town_code",
            "township_code",
            "code_county",
            "county_code",
            "pac",
            "geoid",
            "geoid10",
            "geoid20",
            "cd_geocodi",
            "area_id",
            "lsoa11cd",
            "msoa11cd",
            "msoa11_cd",
            "gid",
            "id",
        ),
        "name": (
            "name",
            "名称",
            "行政名称",
            "行政区名称",
            "区划名称",
            "普查区名称",
            "xzqmc",
            "zldwmc",
            "name10",
            "namelsad",
            "nm_bairro",
            "lsoa11nm",
            "msoa11nm",
            "district",
            "label",
        ),
        "parent_code": ("parent_code", "上级代码", "parent", "sjdm"),
        "population": (
            "population",
            "人口",
            "人口数",
            "常住人口",
            "总人口",
            "pop",
            "persons",
            "totpop",
            "pop2020",
            "pop10",
            "pop1990",
            "v014",
            "人数",
        ),
        "households": ("households", "户数", "总户数", "hh"),
        "dwellings": ("dwellings", "hse_units", "housing_units", "住房单元", "住房数"),
        "urban": ("urban", "城乡", "is_urban"),
        "authority": ("authority", "责任单位"),
    },
    "buildings": {
        "building_id": (
            "building_id",
            "建筑物编号",
            "建筑物代码",
            "建筑编号",
            "建筑代码",
            "建筑物id",
            "房屋编号",
            "房屋代码",
            "楼栋编号",
            "identificatie",
            "osm_id",
            "bldg_id",
            "uid",
            "uid_bldg",
            "name_id",
            "id",
        ),
        "use": ("use", "用途", "建筑用途", "building", "building_use", "usage", "function"),
        "floors": ("floors", "层数", "楼层", "building:levels", "levels", "floors_ag", "storeys"),
        "dwellings": ("dwellings", "住房单元", "aantal_verblijfsobjecten", "units"),
        "households": ("households", "户数"),
        "persons": ("persons", "人数", "人口", "population", "pop"),
        "name": ("name", "名称", "建筑物名称"),
        "address": ("address", "地址", "详细地址", "addr:full", "full_addr", "fulladdress"),
        "street": tuple(
            "street addr:street addr_street street_name streetname st_name strasse straße "
            "strassenname stn_text str_name strname openbareruimte rue nom_voie logradouro calle "
            "路名 街路名 街路巷 街路巷名 道路名称".split()
        ),
        "housenumber": tuple(
            "housenumber addr:housenumber addr_housenumber addr_hn house_number house_no houseno "
            "st_num hausnummer hausnr hsnr deinr huisnummer numero num_voie 门牌号 门牌 "
            "门牌号码".split()
        ),
        "compound": ("compound", "小区名称", "小区", "院落"),
        "tags": ("tags", "标签"),
    },
    "barriers": {
        "barrier_id": ("barrier_id", "osm_id", "id", "道路编号"),
        "class": ("class", "highway", "waterway", "railway", "fclass", "roadclass", "等级"),
        "kind": ("kind", "类型"),
        "rank": ("rank",),
        "name": ("name", "名称", "道路名称"),
    },
    "zones": {
        "zone_code": (
            "zone_code",
            "普查小区代码",
            "小区代码",
            "普查小区编码",
            "pcxqdm",
            "xqdm",
            "ea_code",
            "eacode",
            "ea_id",
            "geoid",
            "geoid10",
            "geoid20",
            "cd_geocodi",
            "code",
            "代码",
            "zone",
            "zone_id",
            "gid",
            "id",
        ),
        "district_code": ("district_code", "普查区代码", "普查区编码", "pcqdm"),
        "kind": ("kind", "类型"),
        "stack": ("stack",),
        "part": ("part",),
        "n_buildings": ("n_buildings", "建筑物数", "建筑物栋数"),
        "households": ("households", "户数", "总户数", "hh"),
        "persons": (
            "persons",
            "人数",
            "人口",
            "人口数",
            "population",
            "pop",
            "totpop",
            "pop10",
            "pop1990",
            "v014",
        ),
        "dwellings": ("dwellings", "hse_units", "housing_units", "住房单元", "住房数"),
        "reason": ("reason",),
        "authority": ("authority", "责任单位"),
    },
    "districts": {
        "district_code": ("district_code", "普查区代码", "普查区编码", "pcqdm", "code", "代码"),
        "name": ("name", "名称", "普查区名称", "pcqmc"),
        "township_code": ("township_code", "镇街代码"),
    },
    "blocks": {
        "block_id": ("block_id", "geoid10", "geoid20", "geoid", "blockid", "code", "id"),
        "area_code": ("area_code", "parent_code"),
        "persons": ("persons", "population", "totpop", "pop", "pop10", "人口", "人数"),
        "households": ("households", "户数"),
        "dwellings": ("dwellings", "hse_units", "housing_units"),
    },
}

#: Columns of a return from the field beside those of the layer ``buildings``.
RETURNED: dict[str, tuple[str, ...]] = {
    "action": ("action", "change", "变更", "变更类型"),
    "split_from": ("split_from", "拆自"),
    "status": ("status", "状态"),
    "persons_source": ("persons_source", "人数来源"),
    "x": ("x", "lon", "longitude", "经度"),
    "y": ("y", "lat", "latitude", "纬度"),
}


def known_names(frame: _Frame, layer: str, *, where: str = "") -> tuple[_Frame, list[str]]:
    """A frame with columns named as a layer names them, and a line on what was taken.

    What has a name of the layer already keeps it. A code is also known by its values where no
    name tells it; ``id`` and the like are no codes where rows have names.

    Parameters
    ----------
    frame : GeoDataFrame or DataFrame
        As an office delivers it; not changed.
    layer : str
        Of which layer; one of `CANDIDATES`.
    where : str, optional
        File or argument, for the line.

    Examples
    --------
    >>> frame, lines = known_names(pd.DataFrame({"行政代码": ["500105"]}), "areas", where="a.shp")
    >>> list(frame.columns), lines
    (['area_code'], ['a.shp: area_code = 行政代码'])
    """
    geometry = getattr(frame, "_geometry_column_name", None)
    have = [str(c) for c in frame.columns if c != geometry]
    found = guess_columns(have, layer)
    key = next(iter(CANDIDATES[layer]))
    if key not in found and key in ("area_code", "zone_code"):
        code = code_column(frame[[c for c in frame.columns if c != geometry]], found.values())
        code = code or next((c for c in have if _ends_as_code(frame, c)), None)
        found = {key: code} | found if code else found
    if found.get(key) in ("id", "gid") and "name" in found:
        del found[key]
    taken = {n: c for c, n in found.items() if n != c and c not in have}
    if not taken:
        return frame, []
    said = ", ".join(f"{c} = {n}" for n, c in taken.items())
    return frame.rename(columns=taken), [f"{where}: {said}" if where else said]


def guess_columns(
    columns: Iterable[str], layer: str, *, given: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Column of a layer to the column of a file that holds it.

    Parameters
    ----------
    columns : iterable of str
        Columns of the file.
    layer : str
        ``areas``, ``buildings``, ``barriers`` or ``blocks``.
    given : mapping, optional
        What the user said; goes before any guess. ``None`` as a value means: not there.

    Raises
    ------
    LayerError
        A column that was given is not in the file.

    Examples
    --------
    >>> guess_columns(["XZQDM", "XZQMC", "户数"], "areas")
    {'area_code': 'XZQDM', 'name': 'XZQMC', 'households': '户数'}
    """
    have = list(columns)
    folded: dict[str, str] = {}
    for name in have:
        folded.setdefault(name.strip().casefold(), name)
    found: dict[str, str] = {}
    for column, name in (given or {}).items():
        if name not in have:
            raise LayerError(f"no column {name}; columns are: {', '.join(have) or 'none'}")
        found[column] = name
    for column, names in CANDIDATES[layer].items():
        if column in found:
            continue
        match = next((folded[n] for n in names if n in folded), None)
        if match is not None and match not in found.values():
            found[column] = match
    return {c: found[c] for c in CANDIDATES[layer] if c in found}


def _ends_as_code(frame: pd.DataFrame, column: str) -> bool:
    return column.casefold().endswith(("code", "代码", "编码")) and frame[column].is_unique


def code_column(frame: pd.DataFrame, taken: Iterable[str] = ()) -> str | None:
    """The one column whose values look like codes, where no name says which it is.

    Text of one length, three characters or more, in every row and hardly ever twice. Where
    several columns are like that, the one whose name ends as names of codes do.

    Examples
    --------
    >>> code_column(pd.DataFrame({"BKG_KEY": ["060750179029", "060750101001"], "n": [1, 2]}))
    'BKG_KEY'
    """
    taken = set(taken)
    found = []
    for column in frame.columns:
        values = frame[column]
        if column in taken or not isinstance(values.dtype, pd.StringDtype) or values.hasnans:
            continue
        text = values.str.strip()
        lengths = text.str.len()
        same = len(text) > 1 and lengths.iloc[0] >= 3 and (lengths == lengths.iloc[0]).all()
        if (
            same
            and text.str.contains(r"\d").all()
            and text.nunique() >= tolerance("nearly_unique") * len(text)
        ):
            found.append(str(column))
    if len(found) > 1:
        found = [c for c in found if c.casefold().endswith(_ENDINGS)]
    return found[0] if len(found) == 1 else None


def parse_maps(items: Iterable[str]) -> dict[str, dict[str, str]]:
    """``layer.column=NAME`` options as layer to column to name.

    Examples
    --------
    >>> parse_maps(["areas.area_code=GB"])
    {'areas': {'area_code': 'GB'}}
    """
    maps: dict[str, dict[str, str]] = {}
    for item in items:
        target, equals, name = item.partition("=")
        layer, dot, column = target.partition(".")
        if not (equals and dot and name):
            raise UsageError(f"--map {item}: wanted layer.column=NAME, as areas.area_code=CODE")
        if layer not in CANDIDATES:
            raise UsageError(f"--map {item}: layer is not one of {', '.join(CANDIDATES)}")
        if column not in CANDIDATES[layer]:
            known = ", ".join(CANDIDATES[layer])
            raise UsageError(f"--map {item}: column of {layer} is not one of {known}")
        maps.setdefault(layer, {})[column] = name
    return maps
