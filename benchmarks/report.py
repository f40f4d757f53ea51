"""How benchmarks print: figures against what is to be reached, machine and versions."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

__all__ = ["Figure", "figures_table", "machine", "table"]


@dataclass(frozen=True)
class Figure:
    """One figure: what it is, what is to be reached, what was measured, whether that is so."""

    name: str
    reach: str
    measured: str
    ok: bool | None

    @classmethod
    def at_most(cls, name: str, bound: float, value: float, form: str = "{:.3g}") -> Figure:
        """A figure that should not exceed a bound."""
        return cls(name, f"<= {form.format(bound)}", form.format(value), bool(value <= bound))

    @classmethod
    def at_least(cls, name: str, bound: float, value: float, form: str = "{:.3g}") -> Figure:
        """A figure that should not fall short of a bound."""
        return cls(name, f">= {form.format(bound)}", form.format(value), bool(value >= bound))

    @classmethod
    def exactly(cls, name: str, wanted: object, value: object) -> Figure:
        """A figure that should be one value."""
        return cls(name, f"= {wanted}", str(value), wanted == value)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table with aligned columns."""
    text = [[str(c) for c in row] for row in rows]
    wide = [max(len(r[i]) for r in [list(head), *text]) for i in range(len(head))]
    lines = ["| " + " | ".join(c.ljust(w) for c, w in zip(row, wide)) + " |" for row in text]
    first = "| " + " | ".join(c.ljust(w) for c, w in zip(head, wide)) + " |"
    return "\n".join([first, "|" + "|".join("-" * (w + 2) for w in wide) + "|", *lines])


def figures_table(figures: Iterable[Figure]) -> str:
    """Figures as ``figure | reach | measured | ok``."""
    word = {True: "yes", False: "NO", None: ""}
    rows = [(f.name, f.reach, f.measured, word[f.ok]) for f in figures]
    return table(("figure", "reach", "measured", "ok"), rows)


def machine() -> str:
    """Processor, cores, Python and the libraries that the figures depend on."""
    import shapely

    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [
            x.split(":")[1].strip() for x in info.read_text().splitlines() if "model name" in x
        ]
        cpu = f"{names[0]}, {len(names)} cores" if names else cpu
    names = "numpy scipy pandas shapely geopandas pyogrio".split()
    have = {d.metadata["Name"].lower(): d.version for d in metadata.distributions()}
    versions = ", ".join(f"{n} {have[n]}" for n in names if n in have)
    geos = ".".join(map(str, shapely.geos_version))
    return f"{cpu}; Python {sys.version.split()[0]}; {versions}; GEOS {geos}"
