"""Census districts and enumeration zones: exact coverages, checked, settled, mapped.

Names are loaded when first used, so that ``import zoning`` and ``zoning --help`` stay quick.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from zoning._version import __version__

if TYPE_CHECKING:
    from zoning.boundaries import Zoning
    from zoning.boundaries.borders import Disputes, compare_borders
    from zoning.boundaries.settle import settle
    from zoning.cartography.mapbook import map_book
    from zoning.cartography.webmap import coverage_map
    from zoning.layers import list_layers, read_layer
    from zoning.pipeline import Project, split
    from zoning.profile import load_profile, profile_names
    from zoning.validate.findings import Findings
    from zoning.validate.run import check

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
    "settle",
    "split",
]

_HOME = {
    "Disputes": "zoning.boundaries.borders",
    "Findings": "zoning.validate.findings",
    "Project": "zoning.pipeline",
    "Zoning": "zoning.boundaries",
    "check": "zoning.validate.run",
    "compare_borders": "zoning.boundaries.borders",
    "coverage_map": "zoning.cartography.webmap",
    "list_layers": "zoning.layers",
    "load_profile": "zoning.profile",
    "map_book": "zoning.cartography.mapbook",
    "profile_names": "zoning.profile",
    "read_layer": "zoning.layers",
    "settle": "zoning.boundaries.settle",
    "split": "zoning.pipeline",
}


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'zoning' has no attribute {name!r}")
    return getattr(importlib.import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
