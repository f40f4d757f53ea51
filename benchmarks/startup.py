"""How long a user waits for ``zoning --help`` and ``import zoning``: fresh processes."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

CASES = {
    "zoning --help": ([sys.executable, "-m", "zoning", "--help"], 0.3),
    "import zoning": ([sys.executable, "-c", "import zoning"], 0.3),
    "python -c pass": ([sys.executable, "-c", "pass"], None),
}


def main(argv: list[str] | None = None) -> int:
    """Print the median wall time of each case over seven fresh processes."""
    print(f"{'figure':<18} {'reach':>8} {'measured':>10}  ok")
    missed = 0
    for name, (command, reach) in CASES.items():
        times = []
        for _ in range(8):
            started = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            times.append(time.perf_counter() - started)
        median = statistics.median(times[1:])
        good = reach is None or median < reach
        missed += not good
        limit = f"{reach:.1f} s" if reach else "-"
        print(f"{name:<18} {limit:>8} {median:>8.3f} s  {'yes' if good else 'NO'}")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
