"""Maps of a project: reads its layers, chooses zones, writes pages beside them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import geopandas as gpd
import pandas as pd

from zoning.errors import ProjectError, UsageError, name_some
from zoning.project import Project

__all__ = ["Chosen", "choose", "write_book", "write_coverage"]

Progress = Callable[[str, int, int], None]
_PARENTS = ("district_code", "township_code")


@dataclass(frozen=True)
class Chosen:
    """The layers of a project that a map shows, each a frame or ``None``."""

    zones: gpd.GeoDataFrame
    districts: gpd.GeoDataFrame | None
    areas: gpd.GeoDataFrame | None
    buildings: gpd.GeoDataFrame | None
    barriers: gpd.GeoDataFrame | None
    findings: gpd.GeoDataFrame | None
    disputes: gpd.GeoDataFrame | None

    def layers(self) -> dict[str, gpd.GeoDataFrame | None]:
        """All but the zones, by the names that map functions give them."""
        return {
            name: getattr(self, name)
            for name in ("districts", "areas", "buildings", "barriers", "findings", "disputes")
        }


def choose(project: Project, *, zones: Iterable[str] = (), townships: Iterable[str] = ()) -> Chosen:
    """The layers of a project, or of some of its zones or townships.

    Parameters
    ----------
    project : Project
        One that has been run.
    zones, townships : iterable of str
        Codes to keep; all zones where both are empty.

    Raises
    ------
    ProjectError
        The project has not been run.
    UsageError
        A code that no zone or township has.
    """
    project.require_run()
    every = project.read("zones")
    districts = project.read("districts")
    areas = _areas(project)
    wanted = _wanted(every, districts, list(zones), list(townships))
    part = every[wanted].reset_index(drop=True)
    frames = {"areas": areas, "districts": districts}
    for name in ("buildings", "barriers", "findings", "disputes"):
        frames[name] = project.read(name)
    if not wanted.all():
        frames = _around(part, frames, list(townships))
    return Chosen(
        zones=part, **{k: f if f is not None and len(f) else None for k, f in frames.items()}
    )


def _areas(project: Project):
    if project.has("areas"):
        return project.read("areas")
    return project.inputs().get("areas")


def _wanted(every, districts, zones, townships) -> pd.Series:
    if not zones and not townships:
        return pd.Series(True, index=every.index)
    unknown = sorted(set(zones) - set(every["zone_code"]))
    if unknown:
        raise UsageError(f"--zone {name_some(unknown)}: no such zone in this project")
    home = every["district_code"].map(districts.set_index("district_code")["township_code"])
    unknown = sorted(set(townships) - set(home.dropna()))
    if unknown:
        raise UsageError(
            f"--township {name_some(unknown)}: no zone there; townships are: "
            f"{name_some(sorted(set(home.dropna())), limit=12)}"
        )
    return every["zone_code"].isin(zones) | home.isin(townships)


def _around(part, frames, townships):
    """What belongs to a part of the zones: its districts, buildings, lines and findings."""
    out = dict(frames)
    inside = frames["districts"]["district_code"].isin(part["district_code"])
    out["districts"] = frames["districts"][inside]
    homes = set(townships) | set(out["districts"]["township_code"].dropna())
    if frames["areas"] is not None:
        out["areas"] = frames["areas"][frames["areas"]["area_code"].isin(homes)]
    out["buildings"] = frames["buildings"][frames["buildings"]["zone_code"].isin(part["zone_code"])]
    place = part.geometry[~(part.geometry.isna() | part.geometry.is_empty)]
    for name in ("barriers", "findings", "disputes"):
        frame = frames[name]
        if len(frame) and len(place):
            rows = frame.sindex.query(place.to_numpy(), predicate="intersects")[1]
            out[name] = frame.iloc[sorted(set(rows))]
    return {name: f if f is None else f.reset_index(drop=True) for name, f in out.items()}


def data_date(project: Project) -> str:
    """The day the zones were made, for the foot of maps."""
    when = datetime.fromtimestamp(project.zoning_gpkg.stat().st_mtime, UTC)
    return when.strftime("%Y-%m-%d")


def write_coverage(
    project: Project,
    path: str | os.PathLike | None = None,
    *,
    zones: Iterable[str] = (),
    townships: Iterable[str] = (),
    lang: str | None = None,
    public: bool = False,
    basemap: str | os.PathLike | None = None,
    progress: Progress | None = None,
) -> Path:
    """Write the coverage map of a project as one page; its path.

    Parameters
    ----------
    path : path, optional
        ``maps/coverage.html`` in the project if not given.
    zones, townships : iterable of str
        Show only these.
    lang : {"en", "zh"}, optional
        The project's if not given.
    public : bool
        No figure of a single building.
    basemap : path, optional
        A raster PMTiles archive or georeferenced image.

    Raises
    ------
    ProjectError
        The project has not been run, or the page cannot be written.
    UsageError
        A code that does not exist.
    """
    from zoning.cartography.offline import save_page
    from zoning.cartography.webmap import coverage_map

    report = progress or (lambda *_: None)
    report("coverage map", 0, 3)
    chosen = choose(project, zones=zones, townships=townships)
    report("coverage map", 1, 3)
    page = coverage_map(
        chosen.zones, **chosen.layers(), profile=project.profile, title=project.name,
        lang=lang or project.lang, attribution=project.attribution, public=public,
        made=data_date(project), basemap=basemap,
    )  # fmt: skip
    report("coverage map", 2, 3)
    target = Path(path) if path else project.maps / "coverage.html"
    _make_folder(target.parent)
    save_page(page, target)
    report("coverage map", 3, 3)
    return target


def write_book(
    project: Project,
    path: str | os.PathLike | None = None,
    *,
    zones: Iterable[str] = (),
    townships: Iterable[str] = (),
    lang: str | None = None,
    public: bool = False,
    progress: Progress | None = None,
    **options: object,
) -> Path:
    """Write the book of field maps of a project; its path.

    `options` are those of :func:`zoning.map_book`, such as ``paper`` and ``drafter``.

    Raises
    ------
    ProjectError
        The project has not been run, or the book cannot be written.
    UsageError
        A code that does not exist.
    """
    from zoning.cartography.mapbook import map_book

    project.require_run()
    # Pages show their neighbours too: the book gets every layer and the codes to print.
    chosen = choose(project)
    select = None
    if zones or townships:
        part = choose(project, zones=zones, townships=townships)
        select = sorted(part.zones["zone_code"])
    target = Path(path) if path else project.maps / "book.pdf"
    _make_folder(target.parent)
    layers = chosen.layers()
    options.setdefault("date", data_date(project))
    made = map_book(
        chosen.zones, districts=layers["districts"], areas=layers["areas"],
        buildings=layers["buildings"], barriers=layers["barriers"], profile=project.profile,
        title=project.name, lang=lang or project.lang, select=select, public=public,
        attribution=project.attribution, progress=progress, path=target, **options,
    )  # fmt: skip
    return Path(made) if isinstance(made, (str, os.PathLike)) else target


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectError(f"{folder}: cannot be made ({error.strerror}); choose another") from None
