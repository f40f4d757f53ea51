"""A project folder whose derived layers are drawn by hand, not by the splitter."""

import pandas as pd
import pytest

from tests.validate.small import CRS, areas, buildings, zones
from zoning.io.write import write_layers
from zoning.model import schema
from zoning.project.create import create
from zoning.project.folder import ProjectFolder


def write_project(folder, frame, homes=None):
    """Replace the derived layers of a project."""
    homes = buildings() if homes is None else homes
    districts = areas().rename(columns={"area_code": "district_code"})
    districts = districts.assign(district_code="7001001", township_code="7001")
    layers = {"areas": areas(), "districts": districts, "zones": frame, "buildings": homes}
    write_layers(
        folder / "zoning.gpkg",
        {n: schema.conform(f, schema.LAYERS[n]) for n, f in layers.items()},
    )


def make_project(folder):
    """A project with the four zones, in a folder ``p`` inside the one given."""
    source = folder / "towns.gpkg"
    areas().assign(name="West").to_file(source, layer="towns")
    create(folder / "p", {"areas": [(str(source), None)]}, profile="un")
    write_project(folder / "p", zones())
    made = ProjectFolder.open(folder / "p")
    assert made.crs.to_string() == CRS
    return made


@pytest.fixture
def project(tmp_path):
    return make_project(tmp_path)


@pytest.fixture
def event_rows(project):
    def rows():
        return pd.DataFrame(ProjectFolder.open(project.path).decisions("events"))

    return rows
