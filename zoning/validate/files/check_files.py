"""Check files that this package did not make: any team's zones, areas and buildings."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd

from zoning.errors import CRSError, InputError, LayerError
from zoning.geo.crs import parse_crs, to_crs
from zoning.io.intake.columns import CANDIDATES, code_column, guess_columns
from zoning.io.intake.inputs import read_codes
from zoning.model.profile import Profile, load_profile
from zoning.model.schema import LAYERS, remedy_for
from zoning.validate.check import check_layers
from zoning.validate.core.context import FileFacts
from zoning.validate.files.guess_profile import choose_profile
from zoning.validate.files.inspection import read_inspected
from zoning.validate.findings import Findings

__all__ = ["FileLayer", "check_files", "read_files", "uncut"]

_EXTRA = {
    "buildings": {
        "zone_code": ("zone_code", "普查小区代码", "小区代码", "xqdm"),
        "number": ("number", "编号"),
    }
}

#: Layers whose key is a code that people gave, not a running number.
_CODED = ("zones", "areas", "districts")


@dataclass(frozen=True)
class FileLayer:
    """One file, and the layer in it, given for a layer of the check."""

    path: str | Path
    layer: str | None = None

    @property
    def label(self) -> str:
        """File and layer, for messages."""
        return f"{self.path}:{self.layer}" if self.layer else str(self.path)


def check_files(
    files: Mapping[str, Sequence[FileLayer]],
    *,
    profile: str | Path | Profile | None = None,
    crs=None,
    encoding: str | None = None,
    maps: Mapping[str, Mapping[str, str]] | None = None,
    official: Path | None = None,
    select=None,
    ignore=None,
    waivers: gpd.GeoDataFrame | None = None,
    progress=None,
    today: datetime.date | None = None,
) -> Findings:
    """Everything that is wrong with zones in files.

    Parameters
    ----------
    files : mapping of str to sequence of FileLayer
        Layer of the check (``zones``, ``areas``, ``buildings``...) to its files; several
        files of one layer come from several teams and are checked as one coverage.
    profile : str, path or Profile, optional
        The census's rules; by default those that the codes are of, see
        :func:`zoning.validate.files.guess_profile.choose_profile`.
    crs : anything that pyproj reads, optional
        For files without a CRS.
    encoding : str, optional
        Of the text of files that do not say it, or say it wrong.
    maps : mapping, optional
        Layer to column to the column's name in the file, before any guess.
    official : Path, optional
        CSV or Excel of the official list.
    select, ignore, waivers, progress, today
        As in :func:`zoning.check`.

    Raises
    ------
    InputError
        No polygon layer of zones can be read. Whatever else is wrong is a finding.
    """
    layers, facts, notes = read_files(files, crs=crs, maps=maps or {}, encoding=encoding)
    zones = layers.get("zones")
    if zones is None or not _has_polygons(zones):
        raise InputError(_why_not(files["zones"], facts, zones))
    off: Mapping[str, str] = {}
    if profile is None:
        choice = choose_profile(layers)
        profile, off = choice.profile, choice.off
        notes.insert(0, choice.note)
    if official is not None:
        layers["official"] = read_codes(official, load_profile(profile).codes)
    found = check_layers(
        layers,
        profile=profile,
        files=tuple(facts),
        select=select,
        ignore=ignore,
        waivers=waivers,
        progress=progress,
        today=today,
        off=off,
    )
    return Findings(**{**found.__dict__, "notes": (*notes, *found.notes)})


def _has_polygons(frame: gpd.GeoDataFrame) -> bool:
    return bool(frame.geometry.geom_type.isin(("Polygon", "MultiPolygon")).any())


def _why_not(
    files: Sequence[FileLayer], facts: Sequence[FileFacts], zones: gpd.GeoDataFrame | None
) -> str:
    bad = [f for f in facts if f.layer == "zones" and f.unreadable]
    if bad:
        return bad[0].unreadable
    if zones is None or not zones.geometry.notna().any():
        return f"{files[0].label}: no geometry in it; give the layer of zones"
    counts = zones.geometry.geom_type.value_counts()
    held = ", ".join(f"{n:,} {kind}" for kind, n in counts.items())
    return f"{files[0].label}: no polygon in it, only {held}; {remedy_for(counts.index[0])}"


def read_files(
    files: Mapping[str, Sequence[FileLayer]],
    *,
    crs=None,
    maps: Mapping[str, Mapping[str, str]],
    encoding: str | None = None,
) -> tuple[dict[str, gpd.GeoDataFrame], list[FileFacts], list[str]]:
    """The layers of files in the columns of the schema, what reading showed, and notes.

    Files of one layer are put one below the other; ``source`` says where each row is from.
    A file in another CRS than the first of its layer is converted.
    """
    layers: dict[str, gpd.GeoDataFrame] = {}
    facts: list[FileFacts] = []
    notes: list[str] = []
    wanted_crs = None if crs is None else parse_crs(crs)
    for name, entries in files.items():
        parts = []
        for entry in entries:
            frame, fact = read_inspected(
                entry.path, entry.layer, name=name, crs=wanted_crs, encoding=encoding
            )
            facts.append(fact)
            if frame is not None:
                parts.append(_take(frame, name, entry, maps.get(name, {}), notes))
        if parts:
            layers[name] = _joined(parts)
    return layers, facts, notes


def _joined(parts: Sequence[gpd.GeoDataFrame]) -> gpd.GeoDataFrame:
    crs = next((p.crs for p in parts if p.crs is not None), None)
    same = []
    for part in parts:
        if crs is None or part.crs == crs:
            same.append(part)
        elif part.crs is None:
            same.append(part.set_crs(crs))
        else:
            same.append(_converted(part, crs))
    if len(same) == 1:
        return same[0]
    return pd.concat(same, ignore_index=True)


def _converted(part: gpd.GeoDataFrame, crs) -> gpd.GeoDataFrame:
    try:
        return to_crs(part, crs)
    except CRSError:
        return part.set_crs(crs, allow_override=True)  # CRS002 and CRS004 say so


def _take(
    frame: gpd.GeoDataFrame,
    name: str,
    entry: FileLayer,
    given: Mapping[str, str],
    notes: list[str],
) -> gpd.GeoDataFrame:
    geometry = frame.geometry.name
    have = [str(c) for c in frame.columns if c != geometry]
    columns = guess(have, name, entry, given)
    key = LAYERS[name].key if name in _CODED else ""
    if key and key not in columns and key not in given:
        code = code_column(frame.drop(columns=geometry), columns.values())
        columns |= {key: code} if code else {}
    guessed = {c: n for c, n in columns.items() if c != n and c not in given}
    if guessed:
        said = ", ".join(f"{c} = {n}" for c, n in guessed.items())
        notes.append(f"{entry.label}: guessed {said}")
    data = {c: frame[n] for c, n in columns.items()}
    known = LAYERS[name].columns if name in LAYERS else {}
    data |= {c: frame[c] for c in have if c in known and c not in data}
    out = gpd.GeoDataFrame(data, geometry=frame.geometry.array, crs=frame.crs, index=frame.index)
    out["source"] = entry.label
    return out


def guess(
    have: Iterable[str], name: str, entry: FileLayer, given: Mapping[str, str]
) -> dict[str, str]:
    """Columns of a file by the names of a layer, names cut to ten bytes included.

    Raises
    ------
    LayerError
        A column that was given is not in the file; names file and columns.
    """
    have = list(have)
    if name not in CANDIDATES:
        return {c: c for c in LAYERS[name].columns if c in have} if name in LAYERS else {}
    full = uncut(have, name)
    back = {f: n for n, f in full.items()}
    try:
        found = guess_columns([full[n] for n in have], name, given={})
        chosen = {c: back[n] for c, n in found.items()}
        if given:
            chosen |= {
                c: n for c, n in guess_columns(have, name, given=given).items() if c in given
            }
    except LayerError as error:
        raise LayerError(f"{entry.label}: {error}") from None
    folded = {n.casefold(): n for n in have}
    for column, names in _EXTRA.get(name, {}).items():
        match = next((folded[n] for n in names if n in folded), None)
        if match and column not in chosen and match not in chosen.values():
            chosen[column] = match
    return chosen


def uncut(have: Iterable[str], name: str) -> dict[str, str]:
    """Column names with those that Shapefile cut to ten bytes made whole where it is clear.

    Examples
    --------
    >>> uncut(["普查小区代", "persons"], "zones")
    {'普查小区代': '普查小区代码', 'persons': 'persons'}
    """
    have = list(have)
    whole: dict[str, set[str]] = {}
    for names in CANDIDATES[name].values():
        for candidate in names:
            for encoding in ("utf-8", "gb18030"):
                cut = candidate.encode(encoding)[:10].decode(encoding, errors="ignore")
                if cut != candidate:
                    whole.setdefault(cut.casefold(), set()).add(candidate)
    out = {}
    for column in have:
        full = whole.get(column.casefold(), set()) - set(have)
        out[column] = next(iter(full)) if len(full) == 1 else column
    return out
