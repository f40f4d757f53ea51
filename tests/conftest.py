"""What all tests share: the folder of real data, the browser, small layers."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from needs import REQUIRE_ALL, ROOT, need

__all__ = ["REQUIRE_ALL", "ROOT", "need"]


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder ``../shared/data`` beside the project: real data that is not shipped."""
    folder = Path(os.environ.get("ZONING_SHARED", ROOT.parent / "shared")) / "data"
    need(folder.is_dir(), f"the folder of real data ({folder})")
    return folder


@pytest.fixture(scope="session")
def sample() -> Path:
    """The shipped sample: Liechtenstein."""
    return ROOT / "zoning" / "data" / "liechtenstein.gpkg"


@pytest.fixture(scope="session")
def country(tmp_path_factory, sample):
    """A project of the shipped sample, run once; tests read it and change copies only."""
    from zoning.creation import create
    from zoning.pipeline import Project

    folder = tmp_path_factory.mktemp("country") / "liechtenstein"
    files = {
        "areas": [(str(sample), "municipalities")],
        "buildings": [(str(sample), "buildings")],
        "barriers": [(str(sample), name) for name in ("streets", "waterways", "railways")],
    }
    create(folder, files, profile="general", name="Liechtenstein", copy_to="inputs")
    project = Project.open(folder)
    project.run()
    return project
