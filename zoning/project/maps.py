"""Maps of a project: reads its layers, chooses zones, writes pages beside them."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from zoning.errors import ProjectError, UsageError, name_some
from zoning.project.folder import OnProgress, ProjectFolder

__all__ = ["Chosen", "choose", "write_book", "write_coverage", "write_map_pages"]


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

    def layers(self) -> dict[str, Any]:
        """All but the zones, by the names that map functions give them."""
        return {
            name: getattr(self, name)
            for name in ("districts", "areas", "buildings", "barriers", "findings", "disputes")
        }


def choose(
    project: ProjectFolder, *, zones: Iterable[str] = (), townships: Iterable[str] = ()
) -> Chosen:
    """The layers of a project, or of some of its zones or townships.

    Parameters
    ----------
    project : ProjectFolder
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
    return _part(_every(project), list(zones), list(townships))


def _every(project: ProjectFolder) -> Chosen:
    project.require_run()
    names = ("areas", "districts", "buildings", "barriers", "findings", "disputes")
    frames = project.layers("zones", *names)
    if "areas" not in frames:
        frames["areas"] = project.inputs().get("areas")
    return Chosen(zones=frames["zones"], **{n: _some(frames.get(n)) for n in names})


def _some(frame: gpd.GeoDataFrame | None) -> gpd.GeoDataFrame | None:
    return frame if frame is not None and len(frame) else None


def _part(every: Chosen, zones: list[str], townships: list[str]) -> Chosen:
    if not zones and not townships:
        return every
    part = every.zones[_wanted(every.zones, every.districts, zones, townships)]
    frames = _around(part, every.layers(), townships)
    return Chosen(
        zones=part.reset_index(drop=True),
        **{k: None if f is None else _some(f.reset_index(drop=True)) for k, f in frames.items()},
    )


def _wanted(
    every: gpd.GeoDataFrame,
    districts: gpd.GeoDataFrame | None,
    zones: Iterable[str],
    townships: Iterable[str],
) -> pd.Series:
    unknown = sorted(set(zones) - set(every["zone_code"]))
    if unknown:
        raise UsageError(f"--zone {name_some(unknown)}: no such zone in this project")
    home = pd.Series(pd.NA, index=every.index, dtype="object")
    if districts is not None:
        towns = districts.set_index("district_code")["township_code"].astype("object")
        home = every["district_code"].astype("object").map(towns)
    unknown = sorted(set(townships) - set(home.dropna()))
    if unknown:
        raise UsageError(
            f"--township {name_some(unknown)}: no zone there; townships are: "
            f"{name_some(sorted(set(home.dropna())), limit=12)}"
        )
    return every["zone_code"].isin(zones) | home.isin(townships)


def _around(
    part: gpd.GeoDataFrame, frames: Mapping[str, gpd.GeoDataFrame | None], townships: Iterable[str]
) -> dict[str, gpd.GeoDataFrame | None]:
    """What belongs to a part of the zones: its districts, buildings, lines and findings."""
    out = dict(frames)
    homes = set(townships)
    if (districts := frames["districts"]) is not None:
        districts = districts[districts["district_code"].isin(part["district_code"])]
        out["districts"] = districts
        homes |= set(districts["township_code"].dropna())
    if (areas := frames["areas"]) is not None:
        out["areas"] = areas[areas["area_code"].isin(homes)]
    if (buildings := frames["buildings"]) is not None:
        out["buildings"] = buildings[buildings["zone_code"].isin(part["zone_code"])]
    place = part.geometry[~(part.geometry.isna() | part.geometry.is_empty)]
    for name in ("barriers", "findings", "disputes"):
        if (frame := frames[name]) is not None and len(place):
            rows = frame.sindex.query(place.to_numpy(), predicate="intersects")[1]
            out[name] = frame.iloc[sorted(set(rows))]
    return out


def data_date(project: ProjectFolder) -> str:
    """The day the zones were made, for the foot of maps."""
    when = datetime.fromtimestamp(project.zoning_gpkg.stat().st_mtime, UTC)
    return when.strftime("%Y-%m-%d")


def write_coverage(
    project: ProjectFolder,
    path: str | os.PathLike | None = None,
    *,
    zones: Iterable[str] = (),
    townships: Iterable[str] = (),
    lang: str | None = None,
    public: bool = False,
    basemap: str | os.PathLike | None = None,
    progress: OnProgress | None = None,
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
    from zoning.cartography.web.webmap import coverage_map
    from zoning.html.offline import save_page

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


def write_map_pages(
    project: ProjectFolder,
    folder: str | os.PathLike | None = None,
    *,
    zones: Iterable[str] = (),
    townships: Iterable[str] = (),
    lang: str | None = None,
    public: bool = False,
    basemap: str | os.PathLike | None = None,
    progress: OnProgress | None = None,
) -> Path:
    """Write an index page, one page a township and the whole map; the path of the index.

    The folder appears whole or not at all; one that an earlier call made is replaced, any
    other that holds something is refused. Parameters as in :func:`write_coverage`.

    Raises
    ------
    ProjectError
        The project has not been run, or the folder cannot be written.
    UsageError
        A code that does not exist.
    """
    from zoning.cartography.web.map_figures import table_for
    from zoning.cartography.web.map_layers import prepare_map
    from zoning.cartography.web.township_pages import index_page, page_name
    from zoning.cartography.web.webmap import coverage_map
    from zoning.html.offline import save_page

    every = _every(project)
    chosen = _part(every, list(zones), list(townships))
    language = lang or project.lang
    about: dict[str, Any] = {
        "profile": project.profile, "lang": language, "attribution": project.attribution,
        "public": public, "made": data_date(project), "basemap": basemap,
    }  # fmt: skip
    layers = prepare_map({"zones": chosen.zones, **chosen.layers()}, project.profile, public=public)
    table = table_for(layers)
    if layers.townships is None or not table["rows"]:
        raise UsageError(f"{project.path}: its zones belong to no township; leave --pages out")
    target = Path(folder) if folder else project.maps / "coverage"
    total = len(table["rows"]) + 1
    with _replacing_folder(target) as part:
        page = coverage_map(chosen.zones, **chosen.layers(), title=project.name, **about)
        save_page(page, part / "all.html")
        for done, row in enumerate(table["rows"], 1):
            if progress:
                progress("pages", done, total)
            one = _part(chosen, [], [row["code"]])
            title = f"{project.name}: {row['name'] or row['code']}"
            page = coverage_map(one.zones, **one.layers(), title=title, engine="packed", **about)
            save_page(page, part / page_name(row["code"]))
        text = index_page(
            layers.townships, table["rows"], table["columns"], title=project.name, lang=language,
            notice=project.profile.notice.get(language, ""), attribution=project.attribution,
            made=about["made"],
        )  # fmt: skip
        (part / "index.html").write_text(text, "utf-8")
    if progress:
        progress("pages", total, total)
    return target / "index.html"


@contextlib.contextmanager
def _replacing_folder(target: Path) -> Iterator[Path]:
    """A new folder beside the target, put in its place at the end."""
    if target.exists() and not (target / "all.html").is_file() and any(target.iterdir()):
        raise ProjectError(f"{target}: holds other files; name an empty or new folder")
    _make_folder(target.parent)
    part = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        yield part
        part.chmod(0o755)
        old = part.with_name(part.name + "-old")
        if target.exists():
            target.rename(old)
        part.rename(target)
        shutil.rmtree(old, ignore_errors=True)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def write_book(
    project: ProjectFolder,
    path: str | os.PathLike | None = None,
    *,
    zones: Iterable[str] = (),
    townships: Iterable[str] = (),
    lang: str | None = None,
    public: bool = False,
    progress: OnProgress | None = None,
    **options: Any,
) -> list[Path]:
    """Write the book of field maps of a project; its files, one a township in a large one.

    `options` are those of :func:`zoning.map_book`, such as ``paper`` and ``drafter``.

    Raises
    ------
    ProjectError
        The project has not been run, or the book cannot be written.
    UsageError
        A code that does not exist.
    """
    from zoning.cartography.book.book import map_book

    # Pages show their neighbours too: the book gets every layer and the codes to print.
    chosen, select = _every(project), None
    if zones or townships:
        part = _part(chosen, list(zones), list(townships))
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
    return list(made.paths)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectError(f"{folder}: cannot be made ({error.strerror}); choose another") from None
