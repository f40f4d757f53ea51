"""`python -m benchmarks` runs every benchmark; with names, only those; `--quick` all small.

A benchmark is a module or a folder here with a function `main(argv)`.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from benchmarks.report import machine

FOLDER = Path(__file__).parent


def names() -> list[str]:
    """Benchmarks that there are, by name."""
    files = [p for p in FOLDER.glob("*.py") if not p.name.startswith("_")]
    files += FOLDER.glob("*/__init__.py")
    found = [p for p in files if "\ndef main(argv" in p.read_text("utf-8")]
    return sorted(p.parent.name if p.name == "__init__.py" else p.stem for p in found)


def main(argv: list[str]) -> int:
    """Run benchmarks by name, or all; other words are handed on to them."""
    known = names()
    if {"-h", "--help", "--list"} & set(argv):
        print(f"usage: python -m benchmarks [NAME]... [--quick]\nnames: {', '.join(known)}")
        return 0
    chosen = [a for a in argv if not a.startswith("-")]
    unknown = sorted(set(chosen) - set(known))
    if unknown:
        print(f"no benchmark {unknown[0]}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    options = [a for a in argv if a.startswith("-")]
    print(machine())
    worst = 0
    for name in chosen or known:
        print(f"\n## {name}\n", flush=True)
        worst = max(worst, importlib.import_module(f"benchmarks.{name}").main(options) or 0)
    return worst


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
