"""Layers of a project for phones and other programs.

``qfield``: one zip with a QGIS project and a styled GeoPackage, which QField and QGIS open.
``kml`` and ``gpx``: for phones with any map program, in longitude and latitude. ``geoparquet``:
one file a layer, for analysis. With zones named, only they, their buildings and the lines
along them are in it: a lost phone does not carry a county.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from zoning.cartography.book.book_data import hide_names
from zoning.cartography.export.kml_gpx import write_gpx, write_kml
from zoning.cartography.export.qgs import project_file
from zoning.cartography.export.qml import styles_for
from zoning.errors import CRSError, LayerError, ProjectError, UsageError, name_some
from zoning.io.atomic import replacing
from zoning.io.write import write_layers
from zoning.model.schema import BARRIERS, BUILDINGS, DISTRICTS, ZONES, conform, empty
from zoning.model.tolerances import tolerance

__all__ = ["FORMATS", "Pack", "export_layers", "export_project", "pack_layers"]

#: Format to the ending of its file; GeoParquet is a folder.
FORMATS = {"qfield": ".zip", "kml": ".kml", "gpx": ".gpx", "geoparquet": ""}
_NAMES = {"kml": "zones", "gpx": "zones"}
_NEAR_M = tolerance("lines_near")
#: The oldest moment that a zip can hold: the same file on every day.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Pack:
    """What goes on one phone: layers in one projected CRS.

    Parameters
    ----------
    zones, districts, buildings, barriers : GeoDataFrame
        As in `zoning.model.schema`, only what belongs to the zones chosen.
    """

    zones: gpd.GeoDataFrame
    districts: gpd.GeoDataFrame
    buildings: gpd.GeoDataFrame
    barriers: gpd.GeoDataFrame

    def layers(self) -> dict[str, gpd.GeoDataFrame]:
        """Layers by name, lowest first as they are drawn."""
        return {
            "barriers": self.barriers,
            "buildings": self.buildings,
            "zones": self.zones,
            "districts": self.districts,
        }


def pack_layers(
    zones, *, districts=None, buildings=None, barriers=None, profile=None, codes=()
) -> Pack:
    """The layers that belong to some zones, or all of them.

    Parameters
    ----------
    zones : GeoDataFrame of Polygon
        Layer ``zones``.
    districts, buildings, barriers : GeoDataFrame, optional
        The other layers, in the CRS of the zones.
    profile : Profile, optional
        Names that it forbids are left out.
    codes : iterable of str
        Zone codes to keep; all where empty. Districts are left out where zones are named:
        their outline would show more than the zones.

    Raises
    ------
    UsageError
        A code that no zone has.
    """
    given = (districts, DISTRICTS), (buildings, BUILDINGS), (barriers, BARRIERS)
    frames = [_layer(frame, spec, zones.crs) for frame, spec in given]
    zones = conform(zones, ZONES)
    frames[1] = hide_names(frames[1], profile.unnamed if profile is not None else ())
    wanted = list(codes)
    if wanted:
        unknown = sorted(set(wanted) - set(zones["zone_code"]))
        if unknown:
            raise UsageError(f"--zone {name_some(unknown)}: no such zone in this project")
        zones = _keep(zones, zones["zone_code"].isin(wanted))
        frames[0] = frames[0].iloc[:0]
        frames[1] = _keep(frames[1], frames[1]["zone_code"].isin(wanted).fillna(False))
        frames[2] = _near(frames[2], zones)
    return Pack(zones, *frames)


def _layer(frame, spec, crs) -> gpd.GeoDataFrame:
    if frame is None or not len(frame):
        return empty(spec, crs)
    if frame.crs != crs:
        raise CRSError(f"export: layer {spec.name} and zones differ in CRS; bring them into one")
    return conform(frame, spec)


def _keep(frame, mask) -> gpd.GeoDataFrame:
    return frame[mask.to_numpy(bool)].reset_index(drop=True)


def _near(barriers, zones) -> gpd.GeoDataFrame:
    """Lines near the zones, cut so that no more than their surroundings is shown."""
    shapes = zones.geometry.array._data
    shapes = shapes[~(shapely.is_missing(shapes) | shapely.is_empty(shapes))]
    if not len(shapes) or not len(barriers):
        return barriers.iloc[:0]
    area = shapely.union_all(shapely.buffer(shapes, _NEAR_M, quad_segs=4))
    shapely.prepare(area)
    hit = shapely.intersects(area, barriers.geometry.array._data)
    near = barriers[hit].reset_index(drop=True)
    cut = shapely.intersection(near.geometry.array._data, area)
    near = near.set_geometry(gpd.GeoSeries(cut, crs=barriers.crs))
    lines = near.geometry.geom_type.isin(("LineString", "MultiLineString"))
    return near[lines].reset_index(drop=True)


def export_layers(pack: Pack, to: str, path, *, name: str = "zones", profile=None, lang="en"):
    """Write a pack in one of `FORMATS`; paths of the files written.

    Parameters
    ----------
    pack : Pack
    to : str
        ``qfield``, ``kml``, ``gpx`` or ``geoparquet``.
    path : path
        The file; a folder for ``geoparquet``.
    name : str
        Title inside the file.
    profile : Profile, optional
    lang : {"en", "zh"}

    Raises
    ------
    UsageError
        An unknown format.
    LayerError
        Nothing to write.
    """
    if to not in FORMATS:
        raise UsageError(f"--to {to}: wanted one of {', '.join(FORMATS)}")
    if not len(pack.zones):
        raise LayerError("export: layer zones has no rows; run the project first")
    target = Path(path)
    if to == "geoparquet":
        return _geoparquet(pack, target)
    with replacing(target) as part:
        if to == "qfield":
            _qfield(pack, part, name, profile, lang)
        elif to == "kml":
            write_kml(part, _degrees(pack), name=name, lang=lang)
        else:
            write_gpx(part, _degrees(pack), name=name, lang=lang)
    return [target]


def _degrees(pack: Pack) -> dict[str, gpd.GeoDataFrame]:
    if pack.zones.crs is None:
        raise CRSError("export: layer zones has no CRS; set it first, phones need longitudes")
    return {name: frame.to_crs(4326) for name, frame in pack.layers().items()}


def _geoparquet(pack: Pack, folder: Path) -> list[Path]:
    written = []
    for name, frame in pack.layers().items():
        if len(frame):
            target = folder / f"{name}.parquet"
            with replacing(target) as part:
                frame.to_parquet(part, index=False, write_covering_bbox=True)
            written.append(target)
    return written


def _qfield(pack: Pack, part: Path, name: str, profile, lang: str) -> None:
    layers = {n: f for n, f in pack.layers().items() if len(f)}
    if "buildings" in layers:
        layers["buildings"] = _to_survey(layers["buildings"])
    everything = {**layers, "field_notes": _notes(pack.zones.crs)}
    styles = styles_for(
        everything, profile=profile, lang=lang, shapes={"field_notes": "marker"}
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data.gpkg"
        write_layers(
            data,
            everything,
            # An empty layer says nothing of its geometry; a phone must know that these are points.
            kinds={"field_notes": "Point"},
            styles={name: styles[name] for name in layers},
        )
        text = project_file(everything, styles, title=name, lang=lang)
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as pack_file:
            for entry, body in (("data.gpkg", data.read_bytes()), ("project.qgs", text.encode())):
                info = zipfile.ZipInfo(entry, _ZIP_DATE)
                info.compress_type = zipfile.ZIP_DEFLATED
                pack_file.writestr(info, body)


def _to_survey(buildings) -> gpd.GeoDataFrame:
    """Buildings whose people nobody has asked yet with empty fields for them.

    An estimate that came back from the phone unchanged would pass for a survey.
    """
    asked = (buildings["persons_source"] == "survey").fillna(False).to_numpy(bool)
    out = buildings.copy()
    for column in ("persons", "households", "persons_source"):
        out[column] = out[column].where(asked)
    return out


def _notes(crs) -> gpd.GeoDataFrame:
    """An empty layer of points for what the enumerator finds."""
    data = {c: pd.Series([], dtype="str") for c in ("building_id", "note", "by", "at")}
    return gpd.GeoDataFrame(data, geometry=gpd.GeoSeries([], crs=crs), crs=crs)


def export_project(
    project, to: str, path=None, *, codes: Iterable[str] = (), lang=None, overwrite: bool = False
) -> list[Path]:
    """Write the layers of a project, or of some of its zones; paths of the files written.

    Parameters
    ----------
    project : Project
        One that has been run.
    to : str
        One of `FORMATS`.
    path : path, optional
        The file, or the folder for ``geoparquet``; by default in the project's ``maps``.
    codes : iterable of str
        Zones to export; all where empty.
    lang : {"en", "zh"}, optional
        By default the project's.
    overwrite : bool
        Replace files in a folder that was named.

    Raises
    ------
    ProjectError
        The project has not been run, or a file exists.
    UsageError
        An unknown format, or a code that no zone has.
    """
    if to not in FORMATS:
        raise UsageError(f"--to {to}: wanted one of {', '.join(FORMATS)}")
    project.require_run()
    pack = pack_layers(
        project.read("zones"), districts=project.read("districts"),
        buildings=project.read("buildings"), barriers=project.read("barriers"),
        profile=project.profile, codes=codes,
    )  # fmt: skip
    target = Path(path) if path else project.maps / f"{_NAMES.get(to, to)}{FORMATS[to]}"
    if path and to == "geoparquet" and not overwrite:
        taken = [target / f"{n}.parquet" for n in pack.layers()]
        taken = [f for f in taken if f.exists()]
        if taken or target.is_file():
            raise ProjectError(
                f"{taken[0] if taken else target}: exists; give --overwrite or another name"
            )
    return export_layers(
        pack, to, target, name=project.name, profile=project.profile, lang=lang or project.lang
    )  # fmt: skip
