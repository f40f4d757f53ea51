"""Figures of the source tree: entries, folders, lines, circles."""

from __future__ import annotations

from pathlib import Path

from docs.imports import circles, imports, loaded_by_name, upward

__all__ = ["biggest_folder", "circle_count", "entries", "package_lines", "upward_count"]

#: Files of other people that the package carries.
_VENDORED = ("leaflet-", "jquery-", "fflate-")


def entries(root: Path) -> int:
    """Files and folders directly in ``zoning/``."""
    return sum(1 for p in (root / "zoning").iterdir() if _kept(p))


def biggest_folder(root: Path) -> tuple[int, str]:
    """Most Python files in one folder of the repository; rules, one a file, aside."""
    count: dict[str, int] = {}
    for top in ("zoning", "benchmarks", "docs", "tests"):
        for path in (root / top).rglob("*.py"):
            folder = str(path.parent.relative_to(root))
            if folder != "zoning/validate/rules" and _kept(path):
                count[folder] = count.get(folder, 0) + 1
    folder = max(count, key=lambda name: count[name])
    return count[folder], folder


def package_lines(root: Path) -> tuple[int, int]:
    """Lines of the package: Python and scripts, vendored files aside; and generated ones."""
    package = root / "zoning"
    files = [p for p in package.rglob("*") if p.suffix in (".py", ".js") and _kept(p)]
    own = sum(_lines(p) for p in files if not p.name.startswith(_VENDORED))
    return own, sum(_lines(p) for p in package.rglob("*.ll"))


def circle_count(root: Path) -> int:
    """Groups of modules that import each other."""
    return len(circles(imports(root)))


def upward_count(root: Path) -> int:
    """Imports that run up or across, and files that load by name other than the doors."""
    doors = {"zoning/__init__.py", "zoning/cli/__init__.py"}
    return len(upward(imports(root))) + len(set(loaded_by_name(root)) - doors)


def _lines(path: Path) -> int:
    return path.read_bytes().count(b"\n")


def _kept(path: Path) -> bool:
    return not {"__pycache__", "cache"} & set(path.parts)
