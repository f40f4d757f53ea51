"""The project folder: zoning.toml, decisions and derived layers."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Self

import geopandas as gpd
import pandas as pd
import pyproj

from zoning.errors import ProjectError
from zoning.geo.crs import parse_crs
from zoning.io.intake.inputs import Inputs, Source, parse_sources, read_codes, read_inputs
from zoning.io.read import list_layers, read_layers, single_parts
from zoning.io.write import append_rows, write_layers
from zoning.model import schema
from zoning.model.profile import Profile, load_profile

__all__ = ["FORMAT", "OnProgress", "ProjectFolder", "now"]

#: Called with stage, done, total.
OnProgress = Callable[[str, int, int], None]

#: Version of the folder's format. A later program reads an older one or says how to migrate.
FORMAT = 1
_TABLES = ("project", "limits", "inputs", "buildings", "progress")
_ABOUT = ("format", "name", "profile", "crs", "seed", "lang", "attribution")


def now() -> str:
    """This moment as every table writes it: UTC, to the second, ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _refuse_unknown(file: Path, config: Mapping) -> None:
    """A misspelt key must not be passed over in silence."""
    for table, keys in (("", _TABLES), ("project", _ABOUT)):
        given = config.get(table, {}) if table else config
        unknown = sorted(set(given) - set(keys))
        if unknown:
            where = f"[{table}] " if table else ""
            raise ProjectError(
                f"{file}: {where}{unknown[0]} is not known (known: {', '.join(keys)})"
            )


@dataclass(frozen=True)
class ProjectFolder:
    """A project folder.

    Parameters
    ----------
    path : Path
        The folder.
    name : str
        For titles.
    profile : Profile
        The census's rules, with the project's ``[limits]`` in force.
    crs : pyproj.CRS
        The working CRS, projected, in metres.
    seed : int
        Where chance decides.
    lang : str
        ``en`` or ``zh``.
    sources : mapping of str to tuple of Source
        The inputs by layer.
    config : mapping
        Everything that zoning.toml says.
    """

    path: Path
    name: str
    profile: Profile
    crs: pyproj.CRS
    seed: int = 0
    lang: str = "en"
    sources: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)
    config: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def open(cls, path: str | os.PathLike) -> Self:
        """The project in a folder.

        Raises
        ------
        ProjectError
            No zoning.toml there, or one that does not say what it should.
        """
        folder = Path(path)
        file = folder / "zoning.toml"
        if not file.is_file():
            raise ProjectError(f"{folder}: no zoning.toml in it; make a project with zoning init")
        try:
            config = tomllib.loads(file.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise ProjectError(f"{file}: {error}") from None
        return cls._from_config(folder, file, config)

    @classmethod
    def _from_config(cls, folder: Path, file: Path, config: dict) -> Self:
        _refuse_unknown(file, config)
        about = config.get("project", {})
        version = about.get("format")
        if not isinstance(version, int) or version > FORMAT:
            raise ProjectError(
                f"{file}: format {version!r} is not one that this version reads (1 to {FORMAT}); "
                "update zoning"
            )
        missing = [k for k in ("name", "profile", "crs") if k not in about]
        if missing:
            raise ProjectError(f"{file}: [project] has no {', '.join(missing)}")
        seed, lang = about.get("seed", 0), about.get("lang", "en")
        if isinstance(seed, bool) or not isinstance(seed, int) or seed < 0:
            raise ProjectError(f"{file}: seed = {seed!r}: wanted a whole number from 0")
        if lang not in ("en", "zh"):
            raise ProjectError(f"{file}: lang = {lang!r}: wanted en or zh")
        profile_name = str(about["profile"])
        if profile_name.endswith(".toml") and not Path(profile_name).is_absolute():
            profile_name = str(folder / profile_name)
        profile = load_profile(profile_name).with_limits(config.get("limits", {}))
        return cls(
            path=folder,
            name=str(about["name"]),
            profile=profile,
            crs=parse_crs(about["crs"], where=f"{file}: crs"),
            seed=seed,
            lang=lang,
            sources=parse_sources(folder, file, config.get("inputs", {})),
            config=config,
        )

    @property
    def zoning_gpkg(self) -> Path:
        """Derived layers; can be deleted and rebuilt."""
        return self.path / "zoning.gpkg"

    @property
    def decisions_gpkg(self) -> Path:
        """What people decided or observed."""
        return self.path / "decisions.gpkg"

    @property
    def maps(self) -> Path:
        """Folder of maps, books and sheets."""
        return self.path / "maps"

    @property
    def reports(self) -> Path:
        """Folder of findings, changes and figures."""
        return self.path / "reports"

    @cached_property
    def attribution(self) -> str:
        """Text that every map made from the inputs must carry, empty where none was given."""
        return str(self.config.get("project", {}).get("attribution", ""))

    def inputs(self) -> Inputs:
        """All inputs, read, in the project's CRS, checked row by row.

        Raises
        ------
        InputError
            A file cannot be read or a layer has no usable columns.
        """
        return read_inputs(self.sources, self.crs)

    def official_list(self) -> pd.DataFrame | None:
        """The official list of districts that the project names; see :func:`read_codes`."""
        entry = self.config.get("inputs", {}).get("codes")
        if not entry:
            return None
        path = Path(entry["path"])
        path = path if path.is_absolute() else self.path / path
        return read_codes(path, self.profile.codes, columns=entry.get("columns"))

    def has(self, layer: str) -> bool:
        """Whether zoning.gpkg holds a layer."""
        return self.zoning_gpkg.exists() and layer in list_layers(self.zoning_gpkg)

    def layers(self, *names: str) -> dict[str, pd.DataFrame]:
        """Those of the named derived layers that there are, as :meth:`read` gives them."""
        if not self.zoning_gpkg.exists():
            return {}
        found = read_layers(self.zoning_gpkg, names)
        return {n: _as_layer(f, schema.LAYERS[n], extra=True) for n, f in found.items()}

    def read(self, layer: str) -> pd.DataFrame:
        """A derived layer; empty, with its columns, where there is none yet."""
        found = self.layers(layer).get(layer)
        return schema.empty(schema.LAYERS[layer], self.crs) if found is None else found

    def require_run(self) -> None:
        """Raise unless the project has been run.

        Raises
        ------
        ProjectError
            There is no zoning.gpkg with zones.
        """
        if not self.has("zones"):
            raise ProjectError(f"{self.path}: no zones yet; run it first: zoning run {self.path}")

    def decisions(self, layer: str) -> pd.DataFrame:
        """A table of decisions.gpkg; empty, with its columns, where there is none yet."""
        return self._decided(layer)[layer]

    def _decided(self, *names: str) -> dict[str, pd.DataFrame]:
        file, specs = self.decisions_gpkg, {n: schema.DECISIONS[n] for n in names}
        found = read_layers(file, names) if file.exists() else {}
        return {
            n: _as_layer(found[n], spec) if n in found else schema.empty(spec, self.crs)
            for n, spec in specs.items()
        }

    def record(self, **rows: pd.DataFrame) -> None:
        """Append rows to tables of decisions.gpkg, all of them or none.

        Parameters
        ----------
        **rows
            Table name to rows with that table's columns; events without an ``event_id`` get
            the next one, and the present moment where ``at`` is empty.
        """
        rows = {name: frame for name, frame in rows.items() if len(frame)}
        if not rows:
            return
        if "events" in rows:
            rows["events"] = self._numbered(rows["events"])
        append_rows(self.decisions_gpkg, {n: self._decision(n, f) for n, f in rows.items()})

    def replace_decisions(self, layer: str, frame: pd.DataFrame) -> None:
        """Rewrite one table that people edit as a whole (settlements, overrides, waivers).

        Raises
        ------
        ProjectError
            For ``events`` and ``issued``, which only grow.
        """
        if layer in ("events", "issued"):
            raise ProjectError(f"{layer} only grows: nothing in it is ever changed")
        tables = self._decided(*schema.DECISIONS)
        tables[layer] = self._decision(layer, frame)
        write_layers(self.decisions_gpkg, {n: t for n, t in tables.items() if len(t)})

    def _numbered(self, events: pd.DataFrame) -> pd.DataFrame:
        events = events.copy().reset_index(drop=True)
        start = len(self.decisions("events"))
        ids = pd.Series([f"e{start + i + 1:08d}" for i in range(len(events))])
        events["event_id"] = events["event_id"].fillna(ids) if "event_id" in events else ids
        events["at"] = events["at"].fillna(now()) if "at" in events else now()
        return events

    def _decision(self, name: str, frame: pd.DataFrame) -> pd.DataFrame:
        """Rows as a table of decisions.gpkg has them; where it has geometry, so have they."""
        spec = schema.DECISIONS[name]
        if spec.geometry and not isinstance(frame, gpd.GeoDataFrame):
            nowhere = gpd.GeoSeries([None] * len(frame))
            frame = gpd.GeoDataFrame(frame, geometry=nowhere, crs=self.crs)
        return schema.conform(frame, spec)


def _as_layer(
    frame: gpd.GeoDataFrame, spec: schema.LayerSpec, *, extra: bool = False
) -> pd.DataFrame:
    if not spec.geometry:
        return schema.conform(pd.DataFrame(frame.drop(columns="geometry")), spec)
    return schema.conform(single_parts(frame), spec, extra=extra)
