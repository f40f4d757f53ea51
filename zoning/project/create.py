"""Making a project folder: read what was delivered, guess, say so, write zoning.toml."""

from __future__ import annotations

import itertools
import json
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyproj

from zoning.errors import CRSError, LayerError, ProjectError, UsageError, name_some
from zoning.geo.crs import is_metric, label, parse_crs
from zoning.io.atomic import replacing, write_text
from zoning.io.intake.advice import fitting_crs, outside_remarks, place_remarks, remarks
from zoning.io.intake.columns import code_column, guess_columns, parse_maps
from zoning.io.intake.inputs import Inputs, Source, read_codes, read_inputs, take_layer
from zoning.io.intake.rows import overlaps_of_areas
from zoning.model.codes import is_district
from zoning.model.profile import Profile, load_profile
from zoning.model.schema import LEVELS, POINTS
from zoning.project.folder import FORMAT

__all__ = ["INPUT_OPTIONS", "InitReport", "create", "source_lines"]

#: Layers that ``zoning init`` takes files for.
INPUT_OPTIONS = (
    "areas",
    "buildings",
    "barriers",
    "blocks",
    "compounds",
    "previous",
    "allowed_gaps",
)
#: Files and their layers, by the layer of the project that they are for.
Files = Mapping[str, Sequence[tuple[str, str | None]]]


@dataclass(frozen=True)
class InitReport:
    """What ``create`` found and guessed; ``str()`` is the text for people."""

    path: Path
    lines: tuple[str, ...]
    lang: str = "en"

    def __str__(self) -> str:
        return "\n".join(self.lines)


def create(
    path: str | os.PathLike,
    files: Files,
    *,
    profile: str = "cn-2020",
    maps: Sequence[str] = (),
    crs: str | None = None,
    encoding: str | None = None,
    codes: str | None = None,
    name: str | None = None,
    lang: str | None = None,
    seed: int = 0,
    attribution: str = "",
    copy_to: str | None = None,
) -> InitReport:
    """Make a project folder with a zoning.toml; nothing else is written.

    Parameters
    ----------
    path : path
        The folder; must not exist, or be empty.
    files : mapping of str to sequence of (path, layer)
        Input files by layer; ``areas`` once a level, top first.
    profile : str
        Name of a profile or path of a TOML file.
    maps : sequence of str
        ``layer.column=NAME``.
    crs : str, optional
        The project's CRS, and that of data which have none.
    encoding : str, optional
        Of the text of Shapefiles and GeoJSON that do not say it, or say it wrong.
    codes : str, optional
        Official list of districts.
    name, lang, attribution : str, optional
        Of the project, for maps and papers; the folder's name and the profile's language where
        not said.
    seed : int, default 0
        Where chance decides.
    copy_to : str, optional
        Folder inside the project to copy the files to, so that it stands on its own.

    Returns
    -------
    InitReport

    Raises
    ------
    ProjectError
        The folder exists and is not empty, or cannot be written.
    InputError
        A file, layer, column, code or CRS cannot be used.
    """
    folder = Path(path)
    _refuse_taken(folder)
    if not files.get("areas"):
        raise UsageError("a project needs areas: --areas FILE[:LAYER]")
    rules = load_profile(profile)
    given = parse_maps(maps)
    wanted = parse_crs(crs) if crs else None
    if copy_to is not None:
        files = _copied(files, folder / copy_to)
    sources, frames = _read_all(files, given, crs, encoding)
    label_of = [s.label for entries in sources.values() for s in entries]
    chinese = rules.name.startswith("cn-")
    chosen = _choose_crs(wanted, frames, label_of, chinese=chinese)
    placed = place_remarks(sources, frames, chosen, chinese=chinese)
    inputs = read_inputs(sources, chosen)
    lang = lang or ("zh" if rules.name.startswith("cn-") else "en")
    about = {
        "format": FORMAT,
        "name": name or folder.resolve().name,
        "profile": _profile_text(profile),
        "crs": label(chosen),
        "seed": seed,
        "lang": lang,
        "attribution": attribution,
    }
    listed = len(read_codes(Path(codes), rules.codes)) if codes else None
    write_text(folder / "zoning.toml", _toml(about, sources, folder, codes))
    placed += remarks(sources, frames, inputs.layers["areas"]) + outside_remarks(inputs.layers)
    said = _say(folder, about, sources, placed, inputs, rules, listed)
    return InitReport(folder, tuple(said), lang)


def _copied(files: Files, target: Path) -> Files:
    for file, _ in itertools.chain.from_iterable(files.values()):
        with replacing(target / Path(file).name) as part:
            shutil.copyfile(file, part)
    return {
        layer: [(str(target / Path(file).name), inner) for file, inner in entries]
        for layer, entries in files.items()
    }


def _refuse_taken(folder: Path) -> None:
    if folder.is_file():
        raise ProjectError(f"{folder}: is a file; choose another folder")
    if (folder / "zoning.toml").exists():
        raise ProjectError(f"{folder}: is a project already; choose another folder")
    if folder.is_dir() and any(folder.iterdir()):
        raise ProjectError(f"{folder}: exists and is not empty; choose another folder")
    parent = folder
    while not parent.exists():
        parent = parent.parent
    if not parent.is_dir() or not os.access(parent, os.W_OK):
        raise ProjectError(f"{folder}: cannot be written (no right to write in {parent})")


def _read_all(
    files: Files, given: Mapping[str, Mapping[str, str]], crs: str | None, encoding: str | None
) -> tuple[dict[str, tuple[Source, ...]], list[gpd.GeoDataFrame]]:
    sources: dict[str, tuple[Source, ...]] = {}
    frames: list[gpd.GeoDataFrame] = []
    for layer in INPUT_OPTIONS:
        entries = files.get(layer, ())
        levels = _levels(len(entries)) if layer == "areas" else [None] * len(entries)
        made = []
        for (file, inner), level in zip(entries, levels, strict=True):
            path = Path(os.path.abspath(file))
            said = encoding if path.suffix.lower() in (".shp", ".json", ".geojson") else None
            source = Source(path, inner, level=level, crs=crs, encoding=said)
            frame = source.read()
            source = _guess(frame, layer, source, given)
            if frame.crs is None:
                raise CRSError(f"{source.label}: no coordinate system; say which with --crs")
            frames.append(frame)
            made.append(source if _needs_crs(source) else replace(source, crs=None))
        if made:
            sources[layer] = tuple(made)
    return sources, frames


def _needs_crs(source: Source) -> bool:
    return replace(source, crs=None).read().crs is None if source.crs else False


def _levels(count: int) -> list[str]:
    by_count = {1: ["township"], 2: ["township", "village"], 3: list(LEVELS)}
    if count not in by_count:
        raise UsageError(f"--areas was given {count} times; at most once a level (3)")
    return by_count[count]


def _guess(
    frame: gpd.GeoDataFrame, layer: str, source: Source, given: Mapping[str, Mapping[str, str]]
) -> Source:
    names = [str(c) for c in frame.columns if c != frame.geometry.name]
    if layer not in ("areas", "buildings", "barriers", "blocks", "previous"):
        return source
    try:
        kind = "zones" if layer == "previous" else layer
        columns = guess_columns(names, kind, given=_fitting(given.get(kind, {}), names))
        if layer == "areas" and "area_code" not in columns:
            code = code_column(frame.drop(columns=frame.geometry.name), columns.values())
            columns |= {"area_code": code} if code else {}
        if layer == "previous":
            columns = {c: n for c, n in columns.items() if c == "zone_code"}
        source = replace(source, columns=columns)
        if layer == "areas" and len(frame) and frame.geom_type.dropna().isin(POINTS).all():
            source = replace(source, level="village")
        take_layer(frame, layer, source)
    except LayerError as error:
        raise LayerError(f"{source.label}: {error}") from None
    return source


def _fitting(given: Mapping[str, str], names: list[str]) -> Mapping[str, str]:
    """What the user said, as far as this file has it; the first file of a layer must."""
    have = {c: n for c, n in given.items() if n in names}
    if given and not have:
        name = next(iter(given.values()))
        raise LayerError(f"no column {name}; columns are: {', '.join(names) or 'none'}")
    return have


def _choose_crs(
    wanted: pyproj.CRS | None,
    frames: Sequence[gpd.GeoDataFrame],
    labels: Sequence[str],
    *,
    chinese: bool,
) -> pyproj.CRS:
    if wanted is not None and is_metric(wanted):
        return wanted
    try:
        return fitting_crs(frames, chinese=chinese)
    except CRSError as error:
        # The first layer with rows says where the project lies.
        which = next((name for name, f in zip(labels, frames, strict=True) if len(f)), labels[0])
        raise CRSError(f"{which}: {error}") from None


def _profile_text(profile: str) -> str:
    return str(Path(profile).resolve()) if profile.endswith(".toml") else profile


def _toml(about: Mapping, sources: Mapping, folder: Path, codes: str | None) -> str:
    lines = [
        "# A zoning project. Change what was guessed wrong and run again: zoning run",
        "[project]",
        *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in about.items()),
        "",
        "# Overrides of the profile's ranges, for example:",
        "# [limits]",
        "# persons = { min = 150, target = 250, max = 350 }",
    ]
    for layer, entries in sources.items():
        for source in entries:
            lines += source_lines(layer, source, folder)
    if codes:
        lines += ["", "[inputs.codes]", f"path = {json.dumps(_relative(Path(codes), folder))}"]
    return "\n".join(lines) + "\n"


def source_lines(layer: str, source: Source, folder: Path) -> list[str]:
    """Lines of zoning.toml that name one input, after an empty one."""
    text = json.dumps
    lines = ["", f"[[inputs.{layer}]]"]
    lines += [f"path = {text(_relative(source.path, folder), ensure_ascii=False)}"]
    for key in ("layer", "level", "kind", "crs", "encoding", "name"):
        value = getattr(source, key)
        if value is not None:
            lines.append(f"{key} = {text(value, ensure_ascii=False)}")
    if source.columns:
        pairs = ", ".join(f"{c} = {text(n, ensure_ascii=False)}" for c, n in source.columns.items())
        lines.append(f"columns = {{ {pairs} }}")
    return lines


def _relative(path: Path, folder: Path) -> str:
    """Seen from the folder where the file lies in it or close by, else absolute."""
    absolute = Path(os.path.abspath(path))
    try:
        near = Path(os.path.relpath(absolute, folder.resolve()))
    except ValueError:  # another drive
        return absolute.as_posix()
    return near.as_posix() if near.parts.count("..") <= 2 else absolute.as_posix()


def _say(
    folder: Path,
    about: Mapping,
    sources: Mapping[str, Iterable[Source]],
    told: Iterable[str],
    inputs: Inputs,
    rules: Profile,
    listed: int | None,
) -> list[str]:
    lines = [f"project {folder} ({about['crs']}, profile {rules.name}: {rules.title})"]
    for layer, entries in sources.items():
        for source in entries:
            guessed = ", ".join(f"{c} = {n}" for c, n in source.columns.items()) or "as they are"
            level = f" ({source.level})" if source.level else ""
            lines.append(f"  {layer}{level}: {source.label}; columns {guessed}")
    for layer, frame in inputs.layers.items():
        lines.append(f"  {len(frame):,} {layer} can be used")
    if listed is not None:
        lines.append(f"  {listed:,} districts in the official list")
    lines += [f"  ! {remark}" for remark in told]
    lines += [f"  ! {problem}" for problem in inputs.problems]
    for row in overlaps_of_areas(inputs.layers["areas"]).head(10).itertuples():
        lines.append(
            f"  ! areas {row.a} and {row.b} overlap by {row.area_m2 / 10_000:.2f} ha; settle the "
            "border (zoning borders) or run with --provisional"
        )
    lines += _skipped_limits(rules, inputs)
    lines += _no_districts(rules, inputs.layers["areas"])
    lines.append(f"next: zoning run {folder}")
    return lines


def _no_districts(rules: Profile, areas: pd.DataFrame) -> list[str]:
    """Said at once where the profile's districts cannot be among the areas."""
    length = rules.codes.district_length
    if not rules.codes.official or length is None:
        return []
    if any(is_district(code, rules.codes) for code in areas["area_code"]):
        return []
    return [
        f"  ! no area has a code of {length} digits that do not end in 000: {rules.name} takes "
        "districts from the official list and invents none; add them with --areas, or choose "
        "--profile general"
    ]


def _skipped_limits(rules: Profile, inputs: Inputs) -> list[str]:
    areas, buildings = inputs.layers["areas"], inputs.layers.get("buildings")
    units = set()
    if areas["population"].notna().any():
        units.add("persons")
    for frame in (f for f in (areas, buildings, inputs.layers.get("blocks")) if f is not None):
        have = ("persons", "households", "dwellings")
        units |= {u for u in have if u in frame and frame[u].notna().any()}
    skipped = sorted({r.unit for side in (rules.urban, rules.rural) for r in side.ranges} - units)
    if not skipped:
        return []
    return [f"  ! no {name_some(skipped)} in the data: limits in that unit are skipped"]
