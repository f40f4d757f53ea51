"""What all tests share: the folder of real data, the browser, small layers."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

REQUIRE_ALL = bool(os.environ.get("ZONING_REQUIRE_ALL"))
ROOT = Path(__file__).resolve().parent.parent


def need(available: bool, what: str) -> None:
    """Skip with a reason where something is missing; fail where everything must be there."""
    if available:
        return
    if REQUIRE_ALL:
        pytest.fail(f"{what} is missing, and ZONING_REQUIRE_ALL is set")
    pytest.skip(f"{what} is missing")


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
