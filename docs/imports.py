"""Which module imports which, read from the source: the picture, the test and the figures of
the house stand on it.

Every import counts, at the top of a file, inside a function or under ``TYPE_CHECKING``. The
public names that ``zoning/__init__.py`` loads when they are first used do not: that is the door.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from pathlib import Path

__all__ = ["FLOORS", "circles", "imports", "lines_of_rooms", "loaded_by_name", "room", "upward"]

ROOT = Path(__file__).resolve().parent.parent
#: Rooms from the top floor down; rooms of one floor do not import each other.
FLOORS = (
    ("cli",),
    ("project",),
    ("cartography", "fieldwork"),
    ("boundaries", "buildings", "validate"),
    ("html",),
    ("lang",),
    ("io",),
    ("geo",),
    ("model",),
    ("errors",),
)
#: Files that open doors: they may name what stands anywhere.
_DOORS = ("zoning", "zoning.__main__")


def imports(root: Path = ROOT) -> dict[str, set[str]]:
    """Module to the modules of the package that it imports."""
    files = {_name(path, root): path for path in sorted((root / "zoning").rglob("*.py"))}
    return {name: _imported(path, files) - {name} for name, path in files.items()}


def _name(path: Path, root: Path) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def _imported(path: Path, files: Mapping[str, Path]) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            found |= {name if name in files else node.module for name in whole}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found & set(files)


def room(module: str) -> str:
    """The entry of the package that a module belongs to."""
    return module.split(".")[1] if "." in module else module


def upward(graph: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    """Imports that run up, or across to another room of the same floor."""
    floor = {name: height for height, names in enumerate(FLOORS) for name in names}
    return sorted(
        (module, target)
        for module, targets in graph.items()
        for target in targets
        if module not in _DOORS and room(module) != room(target)
        if target in _DOORS or floor[room(module)] >= floor[room(target)]
    )


def circles(graph: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """Groups of modules that reach each other: strongly connected components (Tarjan)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        order[module] = low[module] = len(order)
        stack.append(module)
        for target in sorted(graph.get(module, ())):
            if target not in order:
                visit(target)
                low[module] = min(low[module], low[target])
            elif target in stack:
                low[module] = min(low[module], order[target])
        if low[module] == order[module]:
            at = stack.index(module)
            group = stack[at:]
            del stack[at:]
            if len(group) > 1:
                found.append(sorted(group))

    for module in sorted(graph):
        if module not in order:
            visit(module)
    return found


def loaded_by_name(root: Path = ROOT) -> list[str]:
    """Files that load a module by a name made at run time."""
    words = ("import_module(", "__import__(")
    return sorted(
        str(path.relative_to(root))
        for path in (root / "zoning").rglob("*.py")
        if any(word in path.read_text("utf-8") for word in words)
    )


def lines_of_rooms(root: Path = ROOT) -> dict[str, int]:
    """Lines of Python of each room."""
    lines: dict[str, int] = {}
    for path in (root / "zoning").rglob("*.py"):
        name = room(_name(path, root))
        lines[name] = lines.get(name, 0) + len(path.read_text("utf-8").splitlines())
    return lines
