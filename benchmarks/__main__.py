"""`python -m benchmarks` runs every benchmark; with names, only those; `--quick` all small.

A benchmark is a module of this folder or of one of its folders with a function `main(argv)`.
Names come first; from the first option on all words are handed on: `benchmarks fuzz --seed 3`.
"""

from __future__ import annotations

import importlib
import itertools
import sys

from benchmarks import ROOT
from benchmarks.report import machine

FOLDER = ROOT / "benchmarks"


def modules() -> dict[str, str]:
    """Benchmarks that there are: the name, and the module in which each is."""
    files = [p for p in FOLDER.rglob("*.py") if not p.name.startswith("_")]
    files = [p for p in files if not {"cache", "results"} & set(p.relative_to(FOLDER).parts)]
    return {
        p.stem: ".".join(p.relative_to(ROOT).with_suffix("").parts)
        for p in sorted(files, key=lambda p: p.stem)
        if "\ndef main(argv" in p.read_text("utf-8")
    }


def main(argv: list[str]) -> int:
    """Run benchmarks by name, or all; other words are handed on to them."""
    known = modules()
    chosen = list(itertools.takewhile(lambda word: not word.startswith("-"), argv))
    options = argv[len(chosen) :]
    if "--list" in argv or (not chosen and {"-h", "--help"} & set(argv)):
        print(f"usage: python -m benchmarks [NAME]... [OPTION]...\nnames: {', '.join(known)}")
        return 0
    unknown = sorted(set(chosen) - set(known))
    if unknown:
        print(f"no benchmark {unknown[0]}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    print(machine())
    worst = 0
    for name in chosen or known:
        print(f"\n## {name}\n", flush=True)
        worst = max(worst, importlib.import_module(known[name]).main(options) or 0)
    return worst


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
