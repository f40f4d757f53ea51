"""Sign a project off: one package with everything that was judged, and its hashes."""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata, resources
from pathlib import Path
from typing import Any

import pandas as pd
import pyogrio
import pyproj
import shapely

from zoning.errors import ProjectError, UsageError
from zoning.geo.crs import label as crs_label
from zoning.io.atomic import sha256, write_text
from zoning.model.version import __version__
from zoning.project.check_folder import check_project
from zoning.project.folder import OnProgress, ProjectFolder, now
from zoning.project.signoff.package import write_package
from zoning.project.signoff.signing import sign
from zoning.validate.findings import Findings
from zoning.validate.report.html_report import html_report

__all__ = ["Signoff", "sign_off"]

_PACKAGES = ("geopandas", "numpy", "pandas", "pyogrio", "pyproj", "shapely")


@dataclass(frozen=True)
class Signoff:
    """What a sign-off did.

    Parameters
    ----------
    findings : Findings
        Of the check made for it.
    package, signature : Path or None
        The files written; ``None`` where it was refused, or no key was given.
    sha256 : str
        Of the package.
    """

    findings: Findings
    package: Path | None = None
    signature: Path | None = None
    sha256: str = ""

    @property
    def refused(self) -> bool:
        """Whether a blocker or an error stood against it."""
        return self.package is None


def sign_off(
    project: ProjectFolder,
    *,
    by: str,
    package: Path | None = None,
    key: Path | None = None,
    overwrite: bool = False,
    at: str | None = None,
    progress: OnProgress | None = None,
) -> Signoff:
    """Check a project and, where nothing stands against it, write its package.

    Parameters
    ----------
    project : ProjectFolder
        Has been run.
    by : str
        Who signs.
    package : Path, optional
        The package; ``signoff/NAME-DATE.zip`` in the project's folder by default.
    key : Path, optional
        Ed25519 private key for a detached signature beside the package.
    overwrite : bool, default False
        Replace a package that exists.
    at : str, optional
        When, ISO 8601 in UTC; now by default.
    progress : callable, optional
        Called with stage, done, total.

    Returns
    -------
    Signoff
        ``refused`` where a blocker or an error is left without a waiver: nothing is written.

    Raises
    ------
    UsageError
        No name.
    ProjectError
        The project was never run, or the package exists.
    """
    if not by.strip():
        raise UsageError("--by: say who signs")
    at = at or now()
    target = Path(package) if package else _default_target(project, at)
    if target.exists() and not overwrite:
        raise ProjectError(f"{target}: exists; give --overwrite or another name with --output")
    found = check_project(project, progress=progress, today=pd.Timestamp(at).date())
    if found.fails("error"):
        return Signoff(found)
    with tempfile.TemporaryDirectory() as place:
        files = _files(project, found, Path(place))
        write_package(target, files, _manifest(project, found, by.strip(), at))
    signature = sign(target, key) if key else None
    digest = sha256(target)
    project.record(events=_event(by.strip(), at, target, digest))
    return Signoff(found, target, signature, digest)


def _default_target(project: ProjectFolder, at: str) -> Path:
    name = "".join(c if c.isalnum() else "-" for c in project.name).strip("-") or "project"
    return project.path / "signoff" / f"{name}-{at[:10]}.zip"


def _event(by: str, at: str, target: Path, digest: str) -> pd.DataFrame:
    row = {"at": at, "by": by, "action": "signoff", "layer": "project", "document": target.name,
           "after": digest}  # fmt: skip
    return pd.DataFrame([row]).assign(event_id=None, target_id=None, before=None)


def _files(project: ProjectFolder, found: Findings, place: Path) -> dict[str, Path]:
    """Everything that goes into the package, by its name there."""
    files = {"zoning.toml": project.path / "zoning.toml", "zoning.gpkg": project.zoning_gpkg}
    if project.decisions_gpkg.exists():
        files["decisions.gpkg"] = project.decisions_gpkg
    title = f"{project.name}: {found.profile}"
    made = {
        "reports/findings.json": found.to_json(),
        "reports/findings.html": html_report(found, title=title, lang=project.lang),
        f"profile/{project.profile.name}.toml": _profile_text(project),
    }
    official = project.official_list()
    if official is not None:
        made["official.csv"] = official.to_csv(index=False, lineterminator="\n")
    for name, text in made.items():
        files[name] = write_text(place / name, text)
    if project.maps.is_dir():
        for file in sorted(p for p in project.maps.rglob("*") if p.is_file()):
            if not file.name.startswith("."):
                files[f"maps/{file.relative_to(project.maps).as_posix()}"] = file
    return files


def _profile_text(project: ProjectFolder) -> str:
    """The profile as its file has it; ``[limits]`` of the project are in zoning.toml."""
    name = str(project.config["project"]["profile"])
    if name.endswith(".toml"):
        path = Path(name) if Path(name).is_absolute() else project.path / name
        return path.read_text("utf-8")
    return (resources.files("zoning.model") / "profiles" / f"{name}.toml").read_text("utf-8")


def _manifest(project: ProjectFolder, found: Findings, by: str, at: str) -> dict[str, Any]:
    return {
        "schema": "zoning-package/1",
        "name": project.name,
        "profile": project.profile.name,
        "crs": crs_label(project.crs),
        "seed": project.seed,
        "signed_by": by,
        "signed_at": at,
        "figures": dict(found.figures),
        "counts": found.counts,
        "waived": found.waived,
        "inputs": _inputs(project),
        "versions": _versions(),
    }


def _inputs(project: ProjectFolder) -> list[dict[str, Any]]:
    rows = []
    for layer, sources in sorted(project.sources.items()):
        for source in sources:
            known = source.path.exists()
            rows.append(
                {
                    "layer": layer,
                    "file": source.path.name,
                    "file_layer": source.layer,
                    "sha256": sha256(source.path) if known else None,
                }
            )
    return rows


def _versions() -> Mapping[str, str]:
    versions = {name: metadata.version(name) for name in _PACKAGES}
    versions["zoning"] = __version__
    versions["python"] = platform.python_version()
    versions["geos"] = shapely.geos_version_string
    versions["gdal"] = pyogrio.__gdal_version_string__
    versions["proj"] = pyproj.proj_version_str
    return dict(sorted(versions.items()))
