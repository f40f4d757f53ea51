"""What a test needs beyond Python: skipped with its reason, or failed where nothing may be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
REQUIRE_ALL = bool(os.environ.get("ZONING_REQUIRE_ALL"))
#: The run is one of the plain form of the kernels.
PLAIN = os.environ.get("ZONING_KERNELS") == "python"


def need(available: bool, what: str) -> None:
    """Skip with a reason where something is missing; fail where everything must be there."""
    if available:
        return
    if REQUIRE_ALL:
        pytest.fail(f"{what} is missing, and ZONING_REQUIRE_ALL is set")
    pytest.skip(f"{what} is missing")
