"""The printed map book: speed, size, memory, and what is wrong on its pages.

    python -m benchmarks book [--sample] [--scale 1.0] [--memory] [--keep FOLDER]

Prints, for the shipped sample and a synthetic county divided by this program: sheets a second
on one core, megabytes for 300 sheets, labels that overlap, buildings of a zone without a
number on any of its sheets, and streets longer than 3 cm that bear a name. With ``--memory``
the county is printed in processes of their own instead, whole and 1,000 zones of it.
Everything but the speed is judged from the labels alone, with shapely.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.fixtures.label_judge import Seen

__all__ = ["main"]


def sample_layers() -> tuple[dict, str]:
    """The shipped sample, divided."""
    from benchmarks.splitting.liechtenstein import liechtenstein

    return _divided(liechtenstein(), "general"), "general"


def county_layers(scale: float) -> tuple[dict, str]:
    """A synthetic county, divided."""
    from tests.fixtures.county import yubei

    return _divided(yubei(scale=scale), "cn-2020"), "cn-2020"


def _divided(county, profile: str) -> dict:
    from zoning.model.profile import load_profile
    from zoning.project.divide import make_zoning

    layers = {"areas": county.areas, "buildings": county.buildings, "barriers": county.barriers}
    made = make_zoning(layers, load_profile(profile))
    return {
        "zones": made.zones, "districts": made.districts, "areas": county.areas,
        "buildings": made.buildings, "barriers": county.barriers,
    }  # fmt: skip


def print_book(layers, profile: str, path, *, seen=None, **options):
    """Write a book; the book, CPU seconds and bytes."""
    from zoning.cartography.book.book import map_book

    rest = {k: v for k, v in layers.items() if k != "zones"}
    start = time.process_time()
    made = map_book(
        layers["zones"], path=path, profile=profile, title="Benchmark", observe=seen,
        attribution="benchmark", **rest, **options,
    )  # fmt: skip
    seconds = time.process_time() - start
    return made, seconds, sum(p.stat().st_size for p in made.paths)


def report(name: str, layers, profile: str, folder: Path, **options) -> bool:
    """Print the figures of one book; whether they are reached."""
    path, seen = folder / f"{name}.pdf", Seen()
    made, seconds, size = print_book(layers, profile, path, **options)
    sheets = int(made.sheets["n_sheets"].sum())
    print_book(layers, profile, path, seen=seen, **options)
    lost = seen.missing(layers["buildings"])
    rate, mega = sheets / seconds, size / sheets * 300 / 1e6
    share = seen.named / max(1, seen.streets)
    print(f"{name}: {len(made.sheets):,} zones, {len(made.paths)} files")
    print(f"  sheets of zones            {sheets:9,}")
    print(f"  sheets a CPU second        {rate:9.1f}   wanted 20")
    print(f"  MB for 300 sheets          {mega:9.2f}   wanted 6 or less")
    print(f"  labels                     {seen.labels:9,}   {seen.led:,} numbers on leader lines")
    print(f"  labels that overlap        {seen.overlapping:9}   wanted 0   {seen.examples or ''}")
    print(f"  buildings without number   {len(lost):9}   wanted 0   {lost[:5] or ''}")
    print(
        f"  streets over 3 cm named    {share:9.2%}   wanted 95 % "
        f"({seen.streets:,} streets, {seen.keyed:,} by a letter)"
    )
    return rate >= 20 and mega <= 6 and not seen.overlapping and not lost and share >= 0.95


def peak(file: Path, count: int, folder: Path) -> dict:
    """Print so many zones in a process of its own; its peak memory and CPU seconds."""
    code = [
        sys.executable,
        "-m",
        "benchmarks.mapping.book",
        "--child",
        str(file),
        "--count",
        str(count),
    ]
    code += ["--keep", str(folder)]
    done = subprocess.run(code, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


class Resident:
    """Most memory held while sheets are drawn, megabytes; what reading took is not in it."""

    def __init__(self) -> None:
        self.mb = 0.0
        self.count = 0

    def __call__(self, sheet) -> None:
        self.count += 1
        if self.count % 25 == 1:
            pages = int(Path("/proc/self/statm").read_text().split()[1])
            self.mb = max(self.mb, pages * os.sysconf("SC_PAGE_SIZE") / 2**20)


def _peak_mb() -> float:
    """Most memory this process ever held.

    Not ``ru_maxrss``: on Linux that begins with what the parent held when it forked.
    """
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(t.split()[1]) for t in lines if t.startswith("VmHWM")) / 1024


def child(file: str, count: int, folder: Path) -> None:
    """What `peak` runs."""
    with open(file, "rb") as handle:
        layers, profile = pickle.load(handle)
    codes = sorted(layers["zones"]["zone_code"])[:count]
    held = Resident()
    made, seconds, size = print_book(
        layers, profile, folder / "peak.pdf", seen=held, select=codes, per_township=True
    )
    top = _peak_mb()
    sheets = int(made.sheets["n_sheets"].sum())
    found = {"mb": top, "held": held.mb, "seconds": seconds, "sheets": sheets}
    print(json.dumps({**found, "bytes": size, "files": len(made.paths)}))


def memory(layers, profile: str, folder: Path) -> bool:
    """Peak memory of the whole county against 1,000 zones of it."""
    file = folder / "layers.pickle"
    with file.open("wb") as handle:
        pickle.dump((layers, profile), handle)
    few, all_ = peak(file, 1000, folder), peak(file, len(layers["zones"]), folder)
    ratio = max(all_["mb"] / few["mb"], all_["held"] / few["held"])
    print("memory")
    for name, one in (("1,000 zones", few), ("all zones", all_)):
        print(
            f"  {name:12} {one['sheets']:7,} sheets  {one['files']:3} files"
            f"  {one['mb']:6.0f} MB at most, {one['held']:.0f} while printing"
            f"  {one['seconds']:7.1f} CPU s  {one['bytes'] / 1e6:7.1f} MB of PDF"
        )
    print(f"  peak, all against 1,000    {ratio:9.2f}   wanted 1.2 or less")
    return ratio <= 1.2


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark; 0 where every figure is reached."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sample", action="store_true", help="only the shipped sample")
    parser.add_argument("--quick", action="store_true", help="the same")
    parser.add_argument("--scale", type=float, default=0.1, help="of the county (default: 0.1)")
    parser.add_argument("--memory", action="store_true", help="only memory, at that scale")
    parser.add_argument("--keep", help="folder for the books (default: a temporary one)")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--count", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(args.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if args.child:
            child(args.child, args.count, folder)
            return 0
        good = report("sample", *sample_layers(), folder, per_township=False)
        if not (args.sample or args.quick):
            layers, profile = county_layers(args.scale)
            if args.memory:
                good &= memory(layers, profile, folder)
            else:
                good &= report(f"county-{args.scale:g}", layers, profile, folder)
    return 0 if good else 1


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    sys.exit(main())
