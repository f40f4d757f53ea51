"""Modules of 0.1.0 under the names that they had: an import still finds them, and says so."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Sequence
from functools import cache
from importlib import import_module, resources
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

__all__ = ["FormerNames", "former_names"]


@cache
def former_names() -> dict[str, tuple[str, ...]]:
    """Dotted name of 0.1.0 to the present one, and after it ``former=present`` names inside.

    ``module:name`` for a single name, ``module,module`` where one became several.
    """
    file = resources.files("zoning.model") / "data" / "former_names.txt"
    lines = file.read_text("utf-8").splitlines()
    words = (tuple(line.split()) for line in lines if not line.startswith("#"))
    return {former: tuple(present) for former, *present in words}


class FormerNames(MetaPathFinder, Loader):
    """Finds what no other finder finds: asked last, so that it costs nothing otherwise."""

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
        found = [import_module(part) for part in present.split(",")]
        if len(found) == 1 and not renamed:
            sys.modules[former] = getattr(found[0], name) if name else found[0]
        for part in found:
            vars(module).update({n: getattr(part, n) for n in part.__all__})
            for old, new in (pair.split("=") for pair in renamed):
                if hasattr(part, new):
                    setattr(module, old, getattr(part, new))
