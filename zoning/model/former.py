"""What 0.1.0 called by another name: the table; ``zoning/__init__.py`` finds by it."""

from __future__ import annotations

from functools import cache
from importlib import resources

__all__ = ["former_names"]


@cache
def former_names() -> dict[str, tuple[str, ...]]:
    """Dotted name of 0.1.0 to the present one, and after it ``former=present`` names inside.

    ``module:name`` for a single name, ``module,module`` where one became several.
    """
    file = resources.files("zoning.model") / "data" / "former_names.txt"
    lines = file.read_text("utf-8").splitlines()
    words = (tuple(line.split()) for line in lines if not line.startswith("#"))
    return {former: tuple(present) for former, *present in words}
