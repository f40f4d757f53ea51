"""The house in figures: its entries, floors and lines, and that nothing it does has changed.

``python -m benchmarks house`` compares with version 0.1.0 from the history, in an environment of
its own, and times ``make demo`` from a clean clone; ``--quick`` leaves both out.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.house import structure
from benchmarks.house.former import (
    Checkout,
    demo_cpu,
    differing_layers,
    former_checkout,
    journeys_of,
)
from benchmarks.house.fresh import fresh_demo
from benchmarks.report import Figure, figures_table, table

__all__ = ["main"]

ROOT = Path(__file__).resolve().parents[2]


def main(argv: list[str]) -> int:
    """Print the figures; 1 where one is not reached."""
    figures = _of_the_tree()
    if "--quick" not in argv:
        former = former_checkout(ROOT, ROOT / "benchmarks/cache")
        present = Checkout(ROOT, Path(sys.executable))
        figures += _of_both(former, present)
        fresh = fresh_demo(ROOT)
        figures += [
            Figure.at_most("runtime environment, MB", 740, fresh.megabytes, "{:.0f}"),
            Figure.at_most("make demo, clean clone, empty cache, s", 120, fresh.seconds, "{:.0f}"),
            Figure.at_most("longest silence in it, s", 10, fresh.silent, "{:.1f}"),
        ]
    print(figures_table(figures))
    return int(any(f.ok is False for f in figures))


def _of_the_tree() -> list[Figure]:
    own, generated = structure.package_lines(ROOT)
    most, folder = structure.biggest_folder(ROOT)
    return [
        Figure.at_most("entries in zoning/", 16, structure.entries(ROOT), "{:.0f}"),
        Figure.exactly("circles", 0, structure.circle_count(ROOT)),
        Figure.exactly("imports that run upwards", 0, structure.upward_count(ROOT)),
        Figure.at_most(f"Python files in one folder ({folder})", 20, most, "{:.0f}"),
        Figure.at_most("lines of the package", 42_000, own, "{:.0f}"),
        Figure.exactly("generated lines", 0, generated),
    ]


def _of_both(former: Checkout, present: Checkout) -> list[Figure]:
    with tempfile.TemporaryDirectory() as place:
        places = [Path(place) / "former", Path(place) / "present"]
        before, now = demo_cpu([former, present], places, runs=3)
        differing = differing_layers(*places)
        opened = Path(place) / "opened"
        shutil.copytree(places[0], opened)
        present.run("-m", "zoning", "run", str(opened), "--quiet", capture_output=True)
        again = differing_layers(places[0], opened)
    old, new = journeys_of(former), journeys_of(present)
    rows = [
        (name, *(side[name][kind] for kind in ("doors", "calls") for side in (old, new)))
        for name in old
    ]
    print(table(("journey", "doors 0.1.0", "doors", "calls 0.1.0", "calls"), rows), "\n")
    doors, calls = (
        sum(m[kind] for m in new.values()) / sum(m[kind] for m in old.values())
        for kind in ("doors", "calls")
    )
    return [
        Figure.at_most(f"zoning demo, CPU ({before:.1f} s to {now:.1f} s)", 0.9, now / before),
        Figure.exactly("layers of the demo that differ", "none", ", ".join(differing) or "none"),
        Figure.exactly(
            "layers that differ after a run of 0.1.0's project", "none", ", ".join(again) or "none"
        ),
        Figure.at_most("moves between rooms on four journeys: doors", 0.5, doors),
        Figure("the same: calls between rooms", "", f"{calls:.3g}", None),
    ]
