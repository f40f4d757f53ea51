"""The splitter at county scale and on real data: every figure, in one run.

Seeds 1001 to 1005 are for measuring only: the splitter is not tuned on them.
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
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from benchmarks.report import Figure, figures_table, table
from benchmarks.splitting.blocks import blocks_figures
from benchmarks.splitting.liechtenstein import liechtenstein
from benchmarks.splitting.measures import Measures, measure
from benchmarks.splitting.peers import peers_figures
from benchmarks.splitting.worker import run_worker
from tests.fixtures.county import County, county

__all__ = ["main"]

SEEDS = (1001, 1002, 1003, 1004, 1005)


def main(argv: list[str]) -> int:
    """Print the tables; 1 where a figure is not reached."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks split", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the county, one seed")
    parser.add_argument("--only", help="comma separated: " + ", ".join(PARTS))
    parser.add_argument("--json", help="write the figures to this file too")
    parser.add_argument("--seeds", type=int, default=5, help="how many of the seeds")
    options = parser.parse_args(argv)
    chosen = options.only.split(",") if options.only else list(PARTS)
    figures: list[Figure] = []
    for name in chosen:
        print(f"\n### {name}\n", flush=True)
        made = PARTS[name](options)
        print("\n" + figures_table(made), flush=True)
        figures += made
    if len(chosen) > 1:
        print("\n### all figures\n\n" + figures_table(figures))
    if options.json:
        Path(options.json).write_text(json.dumps([asdict(f) for f in figures], indent=1))
    return int(any(f.ok is False for f in figures))


def _measured(layers: County, made, level: str = "village") -> Measures:
    areas = layers.areas[layers.areas["level"] == level]
    published = made.areas[made.areas["level"] == level]
    return measure(areas, made.zones, made.buildings, layers.barriers, published=published)


def _divide(
    kind: str, seed: int, scale: float, folder: Path, **task
) -> tuple[County, dict, object]:
    layers = county(kind, seed, scale)
    layers.write(folder)
    out = folder / "made.pickle"
    answer = run_worker(folder=str(folder), profile="cn-2020", out=str(out), **task)
    return layers, answer, pickle.loads(out.read_bytes())


def county_part(options) -> list[Figure]:
    """Yubei-like county: time by stage, the GEOS sum, all measures; the worst of the seeds."""
    scale, seeds = (0.1, SEEDS[:1]) if options.quick else (1.0, SEEDS[: options.seeds])
    rows, found = [], []
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            layers, took, made = _divide("yubei", seed, scale, Path(folder), geos=True)
            both = run_worker(folder=folder, profile="cn-2020", workers=2, cores=2)
        m = _measured(layers, made)
        found.append((took, both, m))
        _print_stages(seed, took, both)
        rows.append(_row(seed, took, m))
        print(f"out of range: {', '.join(m.out_of_range) or 'none'}; unavoidable: {m.causes}\n")
    print(table(_HEAD, rows))
    return _county_figures(found)


_HEAD = (
    "seed", "zones", "unavoidable", "in range", "deviation", "compactness", "on barriers",
    "turning", "cut off barriers", "CPU s", "x GEOS", "MB",
)  # fmt: skip


def _row(seed, took, m):
    ratio = took["cpu"] / took["geos"]["sum"] if "geos" in took else float("nan")
    return (
        seed, m.zones, m.unavoidable, f"{m.in_range:.4%}", f"{m.deviation:.1f}",
        f"{m.compactness:.3f}", f"{m.on_barrier:.3f}", f"{m.turning:.0f}",
        f"{m.cut_off_barrier / max(m.buildings, 1):.3%}", f"{took['cpu']:.2f}", f"{ratio:.2f}",
        f"{took['peak_mb']:.0f}",
    )  # fmt: skip


def _print_stages(seed, took, both):
    stages = [
        (name, f"{s['cpu']:.2f}", f"{s['wall']:.2f}", f"{s['peak_mb']:.0f}")
        for name, s in took["stages"].items()
    ]
    stages.append(("whole", *(f"{took[k]:.2f}" for k in ("cpu", "wall")), f"{took['peak_mb']:.0f}"))
    stages.append(
        ("on two cores", *(f"{both[k]:.2f}" for k in ("cpu", "wall")), f"{both['peak_mb']:.0f}")
    )
    print(f"seed {seed}\n\n" + table(("stage", "CPU s", "wall s", "peak MB"), stages))
    alone = [(k, f"{v:.2f}" if k != "sites" else v) for k, v in took["geos"].items()]
    print("\n" + table(("GEOS and Qhull alone", "CPU s"), alone) + "\n", flush=True)


def _county_figures(found) -> list[Figure]:
    took, both, m = zip(*found)
    whole = "county: "
    over = max(t["cpu"] / t["geos"]["sum"] for t in took)
    return [
        Figure.at_most(whole + "split CPU s", 6.0, max(t["cpu"] for t in took), "{:.2f}"),
        Figure.at_most(whole + "split over GEOS sum", 1.4, over, "{:.2f}"),
        Figure.at_most(whole + "wall s on two cores", 4.0, max(b["wall"] for b in both), "{:.2f}"),
        Figure.at_most(whole + "peak MB", 600, max(t["peak_mb"] for t in took), "{:.0f}"),
        *_quality(whole, m),
        Figure.at_least(whole + "compactness", 0.65, min(x.compactness for x in m), "{:.3f}"),
        Figure.at_least(whole + "on barriers", 0.62, min(x.on_barrier for x in m), "{:.3f}"),
        Figure.at_most(whole + "deviation", 35, max(x.deviation for x in m), "{:.1f}"),
    ]


def _quality(name: str, m) -> list[Figure]:
    """What holds of every county: in range, exactness, buildings."""
    astray = max(x.outside_own_zone for x in m)
    return [
        Figure.at_least(name + "in range", 0.999, min(x.in_range for x in m), "{:.4%}"),
        Figure.exactly(name + "coverage faults", 0, max(x.coverage_faults for x in m)),
        Figure.exactly(name + "valid for GEOS", True, all(x.geos_valid for x in m)),
        Figure.exactly(name + "multipart", 0, max(x.multipart for x in m)),
        Figure.at_most(name + "parents, ulps", 2, max(x.parent_ulps for x in m), "{:.2f}"),
        Figure.at_most(
            name + "cut off barriers",
            0.001,
            max(x.cut_off_barrier / max(x.buildings, 1) for x in m),
            "{:.3%}",
        ),
        Figure.exactly(name + "buildings outside their zone", 0, astray),
        Figure.exactly(name + "buildings unassigned", 0, max(x.unassigned for x in m)),
        Figure.exactly(name + "zones whose people differ", 0, max(x.persons_differ for x in m)),
    ]


def growth_part(options) -> list[Figure]:
    """CPU and memory at 1, 2, 4 and 10 times the county."""
    scales = (0.1, 0.2) if options.quick else (1.0, 2.0, 4.0, 10.0)
    rows, cpu, head = [], [], ("county", "CPU s", "times the first", "peak MB")
    for scale in scales:
        with tempfile.TemporaryDirectory() as folder:
            county("yubei", SEEDS[0], scale).write(folder)
            took = run_worker(folder=folder, profile="cn-2020")
        cpu.append(took["cpu"])
        times = f"{cpu[-1] / cpu[0]:.1f}"
        rows.append((f"{scale:g}x", f"{cpu[-1]:.1f}", times, f"{took['peak_mb']:.0f}"))
        print(f"{scale:g}x: {cpu[-1]:.1f} s", flush=True)
    print("\n" + table(head, rows))
    ratio = scales[-1] / scales[0]
    name = f"growth: CPU at {ratio:g}x over 1x"
    return [Figure.at_most(name, 1.1 * ratio, cpu[-1] / cpu[0], "{:.1f}")]


def run_part(options) -> list[Figure]:
    """`zoning run` from files to a written, numbered and validated GeoPackage, two cores."""
    scale = 0.1 if options.quick else 1.0
    with tempfile.TemporaryDirectory() as folder:
        paths = county("yubei", SEEDS[0], scale).write(Path(folder) / "in")
        project = Path(folder) / "project"
        areas = [x for n in ("county", "townships", "villages") for x in ("--areas", str(paths[n]))]
        layers = ["--buildings", str(paths["buildings"]), "--barriers", str(paths["barriers"])]
        _cli("init", str(project), *areas, *layers, "--profile", "cn-2020")
        before = os.times()
        wall, out = _cli("run", str(project), "--workers", "2")
        after = os.times()
        size = (project / "zoning.gpkg").stat().st_size / 1e6
    print("\n".join(out.splitlines()[-6:]))
    cpu = after.children_user + after.children_system
    cpu -= before.children_user + before.children_system
    print(f"\n{cpu:.1f} CPU s; zoning.gpkg: {size:.0f} MB")
    return [Figure.at_most("zoning run, wall s on two cores", 15.0, wall, "{:.1f}")]


def _cli(*words: str) -> tuple[float, str]:
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "zoning", *words], capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(f"zoning {words[0]}: {done.stderr.strip()[-400:]}")
    return time.perf_counter() - start, done.stdout


def tengzhou_part(options) -> list[Figure]:
    """Tengzhou-like county: many small houses."""
    scale = 0.1 if options.quick else 1.0
    with tempfile.TemporaryDirectory() as folder:
        layers, took, made = _divide("tengzhou", SEEDS[0], scale, Path(folder))
    m = _measured(layers, made)
    print(table(_HEAD, [_row(SEEDS[0], took, m)]))
    print(f"out of range: {', '.join(m.out_of_range) or 'none'}; unavoidable: {m.causes}")
    return _quality("tengzhou: ", [m])


def country_part(options) -> list[Figure]:
    """Liechtenstein with ten seeds and the default setting."""
    from zoning.boundaries import split

    layers = liechtenstein()
    rows, found, spent = [], [], []
    for seed in range(3 if options.quick else 10):
        start = time.process_time()
        made = split(
            layers.areas,
            buildings=layers.buildings,
            barriers=layers.barriers,
            profile="general",
            seed=seed,
        )
        spent.append(time.process_time() - start)
        m = _measured(layers, made, "township")
        found.append(m)
        rows.append(
            (
                seed,
                m.zones,
                m.unavoidable,
                f"{m.in_range:.2%}",
                f"{m.deviation:.1f}",
                f"{m.compactness:.3f}",
                f"{m.on_barrier:.3f}",
                f"{m.spread_mean:.0f}",
                f"{m.spread_p90:.0f}",
                f"{m.turning:.0f}",
                f"{m.turning_off_barrier:.0f}",
                f"{m.cut} / {m.cut_off_barrier}",
                f"{spent[-1]:.2f}",
            )
        )
        if m.out_of_range:
            print(f"seed {seed}, out of range: {', '.join(m.out_of_range)}")
    print(
        table(
            ("seed", "zones", "unavoidable", "in range", "deviation", "compactness", "on barriers",
             "spread", "p90", "turning", "free lines", "cut / off barriers", "CPU s"),
            rows,
        )
    )  # fmt: skip
    print(f"causes: {found[0].causes}; the first run reads the kernels, {spent[0]:.2f} s")
    return _country_figures(found, spent[1:])


#: Figure of the country, field of the measures, bound, whether it is a least, format.
_COUNTRY = (
    ("deviation", "deviation", 32, False, "{:.1f}"),
    ("compactness", "compactness", 0.55, True, "{:.3f}"),
    ("on barriers", "on_barrier", 0.90, True, "{:.3f}"),
    ("spread mean m", "spread_mean", 180, False, "{:.0f}"),
    ("spread p90 m", "spread_p90", 450, False, "{:.0f}"),
    ("turning, all inner lines", "turning", 30, False, "{:.0f}"),
    ("turning, free lines", "turning_off_barrier", 30, False, "{:.0f}"),
    ("buildings cut off barriers", "cut_off_barrier", 0, False, "{:.0f}"),
    ("buildings cut by any inner line", "cut", 0, False, "{:.0f}"),
)


def _country_figures(found, spent) -> list[Figure]:
    """The worst of the seeds is judged; their mean stands beside it."""
    name = "country: "
    figures = [
        Figure.at_least(name + "in range", 1.0, min(m.in_range for m in found), "{:.2%}"),
        Figure.exactly(name + "unavoidable", "31 each", _same(31, [m.unavoidable for m in found])),
    ]
    for label, column, bound, least, form in _COUNTRY:
        values = [getattr(m, column) for m in found]
        made = (Figure.at_least if least else Figure.at_most)(
            name + label, bound, min(values) if least else max(values), form
        )
        mean = f"{made.measured} (mean {form.format(np.mean(values))})"
        figures.append(replace(made, measured=mean))
    astray = max(m.outside_own_zone for m in found)
    return [
        *figures,
        Figure.exactly(name + "buildings outside their zone", 0, astray),
        Figure.exactly(name + "coverage faults", 0, max(m.coverage_faults for m in found)),
        Figure.at_most(name + "CPU s warm", 1.0, float(np.max(spent)), "{:.2f}"),
    ]


def _same(wanted: int, values: list[int]) -> str:
    return f"{wanted} each" if set(values) == {wanted} else str(values)


PARTS = {
    "county": county_part,
    "run": run_part,
    "growth": growth_part,
    "tengzhou": tengzhou_part,
    "country": country_part,
    "blocks": blocks_figures,
    "peers": peers_figures,
}

if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    raise SystemExit(main(sys.argv[1:]))
