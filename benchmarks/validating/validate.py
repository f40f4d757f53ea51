"""The coverage check: seeded faults found, exactness, time beside GEOS, memory, shifts, peers.

``python -m benchmarks validate`` runs all (some ten minutes); ``--quick`` a small share of
it, whose figures say less.
"""

from __future__ import annotations

from benchmarks.report import Figure, figures_table
from benchmarks.validating.other_tools import peers
from benchmarks.validating.recall import figures, recall
from benchmarks.validating.shifts import shifts
from benchmarks.validating.speed import joins, million, ratios

__all__ = ["main"]


def main(argv: list[str]) -> int:
    """Run the benchmark; 1 where a figure is not reached."""
    quick = "--quick" in argv
    out = recall(*(1, 1, 40) if quick else (5, 3, 80))
    found, text = figures(out)
    print(text, "\n")
    if quick:
        found = found[1:]
    print(figures_table(found), "\n", flush=True)
    for sides in (100,) if quick else (100, 316, 548):
        found += _shown(ratios(sides))
    found += _shown(million(200 if quick else 1000))
    found += _shown(joins())
    found += _shown(shifts(12 if quick else 1))
    print(peers(20 if quick else 40), "\n")
    print(figures_table(found))
    return int(any(f.ok is False for f in found))


def _shown(figures: list[Figure]) -> list[Figure]:
    print(figures_table(figures), "\n", flush=True)
    return figures
