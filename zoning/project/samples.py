"""Demo projects from the data that come with the package."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoning.project.folder import OnProgress, ProjectFolder

__all__ = ["DEMOS", "Demo", "make_demo"]

#: Written into a demo's folder: only such a folder is ever replaced.
_MARK = ".zoning-demo"


@dataclass(frozen=True)
class Demo:
    """One shipped sample: its file, its layers, what every map of it must carry."""

    file: str
    title: str
    areas: tuple[str, ...]
    buildings: tuple[str, ...]
    barriers: tuple[str, ...]
    attribution: str
    profile: str = "general"


DEMOS = {
    "liechtenstein": Demo(
        file="liechtenstein.gpkg",
        title="Liechtenstein",
        areas=("municipalities",),
        buildings=("buildings",),
        barriers=("streets", "waterways", "railways"),
        attribution="© OpenStreetMap contributors, ODbL 1.0; population: Office of Statistics "
        "Liechtenstein",
    )
}


def make_demo(
    name: str,
    path: str | os.PathLike,
    *,
    lang: str = "en",
    overwrite: bool = False,
    progress: OnProgress | None = None,
) -> str:
    """Make, run and map a demo project; the text that says what came out and where.

    Raises
    ------
    ProjectError
        The folder exists and is no demo.
    """
    from zoning.errors import ProjectError
    from zoning.project.create import create
    from zoning.project.pipeline import Project

    demo, folder = DEMOS[name], Path(path)
    if folder.exists() and any(folder.iterdir()):
        if not (folder / _MARK).exists():
            raise ProjectError(f"{folder}: exists and is no demo; choose another folder")
        if not overwrite:
            raise ProjectError(f"{folder}: holds a demo already; give --overwrite to replace it")
        shutil.rmtree(folder)
    with resources.as_file(resources.files("zoning.project") / "data" / demo.file) as sample:
        files = {
            layer: [(str(sample), inner) for inner in getattr(demo, layer)]
            for layer in ("areas", "buildings", "barriers")
        }
        try:
            create(
                folder, files, profile=demo.profile, name=demo.title, lang=lang,
                attribution=demo.attribution, copy_to="inputs",
            )  # fmt: skip
        except BaseException:
            # Without its mark the next demo would take the folder for somebody's.
            shutil.rmtree(folder, ignore_errors=True)
            raise
    (folder / _MARK).touch()
    project = Project.open(folder)
    result = project.run(progress=progress)
    made = _maps(project, progress)
    lines = [result.text(lang), "", "请看：" if lang == "zh" else "Look at:"]
    lines += [f"  {path}" for path in made]
    lines.append(f"  {project.zoning_gpkg} (QGIS)")
    return "\n".join(lines)


def _maps(project: ProjectFolder, progress: OnProgress | None) -> list[Path]:
    from zoning.project.maps import write_book, write_coverage

    zones = project.read("zones")
    # A few that show what a page is for: streets, and houses to number.
    usual = zones[(zones["kind"] == "ordinary") & zones["in_range"].fillna(False)]
    usual = usual[usual["n_buildings"].between(20, 60)].sort_values("zone_code")
    few = list((usual if len(usual) else zones)["zone_code"])[:3]
    return [
        write_coverage(project, progress=progress),
        *write_book(project, zones=few, progress=progress),
    ]
