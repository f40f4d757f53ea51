"""Inputs of a project: which file and layer, which columns, read into the project's CRS."""

from __future__ import annotations

import itertools
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj

from zoning.errors import FileError, InputError, LayerError, ProjectError
from zoning.geo.crs import to_crs
from zoning.io.guard import check_path
from zoning.io.intake.columns import guess_columns
from zoning.io.intake.rejected import RejectedRows, quarantine, without_other_kinds, without_streets
from zoning.io.intake.rows import take_areas, take_barriers, take_blocks, take_buildings, take_gaps
from zoning.io.osm import expand_tags
from zoning.io.read import read_layer, read_table, single_parts
from zoning.io.shapefile import lost_shapes
from zoning.model import schema
from zoning.model.codes import is_district, stem
from zoning.model.profile import CodeRules

__all__ = [
    "INPUT_LAYERS",
    "KEYS",
    "Inputs",
    "Source",
    "fit",
    "parse_sources",
    "read_codes",
    "read_inputs",
]

INPUT_LAYERS = (
    "areas",
    "buildings",
    "barriers",
    "blocks",
    "compounds",
    "previous",
    "places",
    "allowed_gaps",
)
#: Column that names the rows of an input layer.
KEYS = {
    "areas": "area_code",
    "buildings": "building_id",
    "barriers": "barrier_id",
    "blocks": "block_id",
}
#: Layers whose rows are judged by their geometry; former zones may have none (virtual ones).
_CHECKED = (*KEYS, "compounds", "allowed_gaps")


@dataclass(frozen=True)
class Source:
    """One input: a layer of a file, and which of its columns are which.

    ``columns`` maps a column of the layer to a column of the file; ``level`` belongs to
    areas, ``kind`` to barriers, ``name`` (the file's by default) to buildings.
    """

    path: Path
    layer: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    level: str | None = None
    kind: str | None = None
    crs: str | None = None
    encoding: str | None = None
    name: str | None = None

    @property
    def label(self) -> str:
        """The file and its layer, for messages."""
        return f"{self.path}:{self.layer}" if self.layer else str(self.path)

    def read(self) -> gpd.GeoDataFrame:
        """The layer as it stands in the file, OSM tags as columns.

        Raises
        ------
        FileError
            It cannot be read, or was cut off.
        """
        check_path(self.path)
        lost = lost_shapes(self.path) if self.path.suffix.lower() == ".shp" else None
        if lost:
            raise FileError(f"{self.label}: the .shp is cut off: {lost}")
        return expand_tags(read_layer(self.path, self.layer, crs=self.crs, encoding=self.encoding))


@dataclass(frozen=True)
class Inputs:
    """The input layers in the project's CRS and columns, and what was wrong with them.

    ``layers`` holds ``areas`` always, the others where they were given; rows that cannot be
    used are left out and named in ``problems``.
    """

    layers: Mapping[str, gpd.GeoDataFrame]
    problems: tuple[RejectedRows, ...] = ()

    def get(self, name: str) -> gpd.GeoDataFrame | None:
        """One layer, ``None`` where it was not given."""
        return self.layers.get(name)


def read_inputs(sources: Mapping[str, tuple[Source, ...]], crs: pyproj.CRS) -> Inputs:
    """All inputs, read, in one CRS, checked row by row.

    Raises
    ------
    InputError
        A file cannot be read or a layer has no usable columns.
    """
    layers: dict[str, gpd.GeoDataFrame] = {}
    problems: list[RejectedRows] = []
    for name, entries in sources.items():
        parts = []
        for source in entries:
            part, found = _take(name, source, crs)
            parts.append(part)
            problems += found
        frame = parts[0] if len(parts) == 1 else pd.concat(parts, ignore_index=True)
        layers[name] = _unique(frame, name)
    if "areas" in layers:
        layers["areas"] = _with_parents(layers["areas"])
    return Inputs(layers, tuple(problems))


def _take(
    name: str, source: Source, crs: pyproj.CRS
) -> tuple[gpd.GeoDataFrame, list[RejectedRows]]:
    frame = source.read()
    problems: list[RejectedRows] = []
    try:
        key = _columns(frame, name, source).get(KEYS.get(name, ""))
        frame, problems = fit(frame, name, source)
        if name in _CHECKED:
            # Before ids are made up: what is wrong is named as the file names it.
            frame, found = quarantine(
                single_parts(frame), key, source=source.label, layer=name, blocks=name == "areas"
            )
            problems += found
        taken = take_layer(frame, name, source)
    except LayerError as error:
        raise LayerError(f"{source.label}: {error}") from None
    return to_crs(taken, crs, where=source.label), problems


def fit(
    frame: gpd.GeoDataFrame, name: str, source: Source
) -> tuple[gpd.GeoDataFrame, list[RejectedRows]]:
    """The rows of a frame as read that can belong to a layer, and those set aside, named.

    Raises
    ------
    LayerError
        None of them can.
    """
    if name == "buildings":
        return without_streets(frame, source=source.label)
    key = _columns(frame, name, source).get(KEYS.get(name, ""))
    return without_other_kinds(frame, name, source=source.label, key=key, level=source.level)


def take_layer(frame: gpd.GeoDataFrame, name: str, source: Source) -> gpd.GeoDataFrame:
    """A frame as read, in the columns of its layer.

    Raises
    ------
    LayerError
        A column is missing or a code is empty or repeated.
    """
    columns = _columns(frame, name, source)
    frame, _ = fit(frame, name, source)
    match name:
        case "areas":
            return take_areas(frame, columns, source.level or "township")
        case "buildings":
            return take_buildings(frame, columns, source.name or source.path.stem)
        case "barriers":
            return take_barriers(frame, columns, source.kind)
        case "blocks":
            return take_blocks(frame, columns)
        case "allowed_gaps":
            return take_gaps(frame)
        case "previous":
            return _former(frame, columns)
    return frame


def _former(frame: gpd.GeoDataFrame, columns: Mapping[str, str]) -> gpd.GeoDataFrame:
    """Zones of the last census with their code under its own name."""
    code = columns.get("zone_code")
    if code is None or code == "zone_code":
        return frame
    return frame.drop(columns="zone_code", errors="ignore").rename(columns={code: "zone_code"})


def _columns(frame: gpd.GeoDataFrame, name: str, source: Source) -> dict[str, str]:
    if name not in KEYS and name != "previous":
        return dict(source.columns)
    names = [str(c) for c in frame.columns if c != frame.geometry.name]
    if source.columns:
        gone = [c for c in source.columns.values() if c not in names]
        if gone:
            raise LayerError(f"no column {gone[0]}; columns are: {', '.join(names)}")
        return dict(source.columns)
    return guess_columns(names, "zones" if name == "previous" else name)


def _unique(frame: gpd.GeoDataFrame, name: str) -> gpd.GeoDataFrame:
    """Ids made distinct across several sources, in the order of the sources."""
    key = KEYS.get(name)
    if key is None:
        return frame
    twice = frame[key].duplicated()
    if twice.any():
        if name == "areas":
            code = frame.loc[twice, key].iloc[0]
            raise InputError(f"areas: code {code} stands in more than one level; make it unique")
        nth = frame.groupby(key).cumcount()
        frame[key] = frame[key].where(nth == 0, frame[key] + "-" + (nth + 1).astype("str"))
    return frame.sort_values(key, kind="stable", ignore_index=True)


def _with_parents(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """``parent_code`` filled from the level above, by the area that holds a point inside."""
    levels = [level for level in schema.LEVELS if (areas["level"] == level).any()]
    areas = areas.copy()
    areas["parent_code"] = _as_the_areas_write(areas["parent_code"], areas["area_code"])
    for upper, lower in itertools.pairwise(levels):
        orphan = (areas["level"] == lower) & areas["parent_code"].isna()
        if not orphan.any():
            continue
        points = areas.loc[orphan, ["area_code", "geometry"]].copy()
        points["geometry"] = points.geometry.representative_point()
        parents = areas.loc[areas["level"] == upper, ["area_code", "geometry"]]
        joined = points.sjoin(parents, predicate="within", rsuffix="parent")
        found = joined[~joined.index.duplicated()]["area_code_parent"]
        areas.loc[orphan, "parent_code"] = found.reindex(areas.index[orphan])
    return areas


def _as_the_areas_write(parents: pd.Series, codes: pd.Series) -> pd.Series:
    """Parents' codes in the length that the areas have: 500105002 may be 500105002000 there."""
    strange = parents.notna() & ~parents.isin(codes)
    if not strange.any():
        return parents
    known = {stem(code): code for code in codes}
    return parents.where(~strange, parents.map(lambda c: known.get(stem(c), c), na_action="ignore"))


def parse_sources(folder: Path, file: Path, inputs: Mapping) -> dict[str, tuple[Source, ...]]:
    """The inputs that zoning.toml names, by layer; paths are seen from the folder.

    Raises
    ------
    ProjectError
        A key that is not known, no path, or no areas.
    """
    made: dict[str, tuple[Source, ...]] = {}
    for name in INPUT_LAYERS:
        entries = inputs.get(name, ())
        if not isinstance(entries, Sequence) or isinstance(entries, str):
            raise ProjectError(f"{file}: inputs.{name}: write it as [[inputs.{name}]]")
        if entries:
            made[name] = tuple(_source(folder, file, name, e) for e in entries)
    if "areas" not in made:
        raise ProjectError(f"{file}: no [[inputs.areas]]; a project needs at least one areas layer")
    return made


def _source(folder: Path, file: Path, name: str, entry: Mapping) -> Source:
    known = {"path", "layer", "columns", "level", "kind", "crs", "encoding", "name"}
    unknown = set(entry) - known
    if unknown or "path" not in entry:
        wrong = f"{sorted(unknown)[0]} is not known" if unknown else "no path"
        raise ProjectError(f"{file}: inputs.{name}: {wrong} (keys: {', '.join(sorted(known))})")
    level = entry.get("level")
    if name == "areas" and level is not None and level not in schema.LEVELS:
        raise ProjectError(
            f"{file}: inputs.areas: level {level!r} is not one of {', '.join(schema.LEVELS)}"
        )
    path = Path(str(entry["path"]))
    return Source(
        path=path if path.is_absolute() else Path(os.path.normpath(folder / path)),
        layer=entry.get("layer"),
        columns=entry.get("columns", {}),
        level=level,
        kind=entry.get("kind"),
        crs=entry.get("crs"),
        encoding=entry.get("encoding"),
        name=entry.get("name"),
    )


def read_codes(
    path: Path, rules: CodeRules, *, columns: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """The districts of an official list of codes.

    Parameters
    ----------
    path : Path
        CSV or Excel table; rows of higher levels (codes ending in 000) are passed over.
    rules : CodeRules
        The profile's; with a fixed length, the column whose values have it holds the codes.
    columns : mapping, optional
        ``area_code`` and ``name`` where the user named them.

    Returns
    -------
    DataFrame
        Text columns ``code`` and ``name``, sorted by code.

    Raises
    ------
    LayerError
        No column of codes, or no code of a district.
    """
    table = read_table(path)
    given = dict(columns or {})
    names = [str(c) for c in table.columns]
    if "area_code" not in given and rules.district_length:
        fits = {
            c: table[c].astype("str").str.fullmatch(rf"\d{{{rules.district_length}}}").mean()
            for c in names
        }
        best = max(names, key=lambda c: (fits[c], c == "code"), default=None)
        if best is not None and fits[best] > 0.5:
            given["area_code"] = best
    found = guess_columns(names, "areas", given=given)
    if "area_code" not in found:
        raise LayerError(f"{path}: no column that looks like a code (columns: {', '.join(names)})")
    code = table[found["area_code"]].astype("str").str.strip()
    name = table[found["name"]] if "name" in found else pd.Series(pd.NA, index=table.index)
    listed = pd.DataFrame({"code": code, "name": name}).dropna(subset="code")
    if rules.district_length:
        listed = listed[np.array([is_district(c, rules) for c in listed["code"]], dtype=bool)]
    if not len(listed):
        length = f" of {rules.district_length} digits" if rules.district_length else ""
        raise LayerError(f"{path}: no code{length} of a district in it; give the official list")
    return listed.drop_duplicates("code").sort_values("code", ignore_index=True)
