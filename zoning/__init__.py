"""Census districts and enumeration zones: exact coverages, checked, settled, mapped.

Names are loaded when first used, so that ``import zoning`` and ``zoning --help`` stay quick.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

from zoning.io.libraries import require_versions
from zoning.model.former import FormerNames
from zoning.model.version import __version__

if TYPE_CHECKING:
    from zoning.boundaries import Zoning
    from zoning.boundaries.compare.compare import Disputes, compare_borders
    from zoning.boundaries.settle.settle_borders import settle
    from zoning.cartography.book.book import map_book
    from zoning.cartography.web.webmap import coverage_map
    from zoning.io.read import list_layers, read_layer
    from zoning.io.records import read_records
    from zoning.model.profile import load_profile, profile_names
    from zoning.project.pipeline import Project, split
    from zoning.validate.check import check
    from zoning.validate.findings import Findings

__all__ = [
    "Disputes",
    "Findings",
    "Project",
    "Zoning",
    "__version__",
    "check",
    "compare_borders",
    "coverage_map",
    "list_layers",
    "load_profile",
    "map_book",
    "profile_names",
    "read_layer",
    "read_records",
    "settle",
    "split",
]

_HOME = {
    "Disputes": "zoning.boundaries.compare.compare",
    "Findings": "zoning.validate.findings",
    "Project": "zoning.project.pipeline",
    "Zoning": "zoning.boundaries",
    "check": "zoning.validate.check",
    "compare_borders": "zoning.boundaries.compare.compare",
    "coverage_map": "zoning.cartography.web.webmap",
    "list_layers": "zoning.io.read",
    "load_profile": "zoning.model.profile",
    "map_book": "zoning.cartography.book.book",
    "profile_names": "zoning.model.profile",
    "read_layer": "zoning.io.read",
    "read_records": "zoning.io.records",
    "settle": "zoning.boundaries.settle.settle_borders",
    "split": "zoning.project.pipeline",
}

sys.meta_path.append(FormerNames())


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'zoning' has no attribute {name!r}")
    require_versions()
    return getattr(importlib.import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
