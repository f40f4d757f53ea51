"""Census districts and enumeration zones: exact coverages, checked, settled, mapped.

Names are loaded when first used, so that ``import zoning`` and ``zoning --help`` stay quick.
"""

from __future__ import annotations

import importlib
import sys
import warnings
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, Any

from zoning.io.libraries import require_versions
from zoning.model.former import former_names
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


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'zoning' has no attribute {name!r}")
    require_versions()
    return getattr(importlib.import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)


class _FormerNames(MetaPathFinder, Loader):
    """Modules of 0.1.0 under the names that they had, with a warning.

    Asked last, when no other finder found anything, so that it costs nothing otherwise.
    """

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """A module of 0.1.0, else nothing."""
        if not fullname.startswith("zoning.") or fullname not in former_names():
            return None
        return ModuleSpec(fullname, self)

    def exec_module(self, module: ModuleType) -> None:
        """Put the present module, the one name, or the names of several modules in its place."""
        former = module.__name__
        at, *renamed = former_names()[former]
        present, _, name = at.partition(":")
        warnings.warn(
            f"{former} is now {present}{'.' if name else ''}{name}",
            DeprecationWarning,
            stacklevel=2,
        )
        found = [importlib.import_module(part) for part in present.split(",")]
        if len(found) == 1 and not renamed:
            sys.modules[former] = getattr(found[0], name) if name else found[0]
        for part in found:
            vars(module).update({n: getattr(part, n) for n in part.__all__})
            for old, new in (pair.split("=") for pair in renamed):
                if hasattr(part, new):
                    setattr(module, old, getattr(part, new))


sys.meta_path.append(_FormerNames())
