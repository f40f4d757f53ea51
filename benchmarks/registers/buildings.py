"""The register of buildings: time, memory, copies found, length of the walks, the bulletin.

``python -m benchmarks buildings`` prints every figure; ``--quick`` is a tenth of the county
and fewer zones; ``--full`` adds a million buildings and every zone of the county.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks import ROOT
from benchmarks.report import Figure, figures_table

__all__ = ["main"]

#: Scale of the county at which its buildings, some cut into terraces, some with sheds, are 117,000.
SCALE = 0.725
ORDER = ("cadastre", "satellite", "addresses")


def _prepared(scale: float):
    """Records of three sources, and zones and barriers to number them in."""
    from tests.fixtures.county import county
    from tests.fixtures.deliveries import deliveries, terraces
    from zoning.boundaries import split

    made = county("yubei", seed=1001, scale=scale)
    divided = split(made.areas, buildings=made.buildings, barriers=made.barriers, profile="cn-2020")
    rng = np.random.default_rng(11)
    truth = terraces(made.buildings, 0.25, rng)
    return deliveries(truth, rng), divided.zones, made.barriers


def _repeated(frame, copies: int, keys: tuple[str, ...]):
    """A layer and copies of it, each 200 km further east, with ids of their own."""
    parts = [frame]
    for k in range(1, copies):
        part = frame.set_geometry(frame.translate(200_000 * k, 0))
        parts.append(part.assign(**{key: part[key].astype("str") + f"~{k}" for key in keys}))
    return pd.concat(parts, ignore_index=True) if copies > 1 else frame


def work(scale: float, copies: int = 1) -> dict:
    """Register, deduplicate, assign and number, measured in this process."""
    from tests.fixtures.deliveries import judge_merging
    from zoning.buildings import number_buildings, register

    records, zones, barriers = _prepared(scale)
    plain = _repeated(records.drop(columns=["first", "last"]), copies, ("source_id",))
    zones = _repeated(zones[["zone_code", "geometry"]], copies, ("zone_code",))
    barriers = _repeated(barriers, copies, ("barrier_id",))
    _forget_peak()
    start, wall = os.times(), time.perf_counter()
    made = register(plain, order=ORDER)
    middle, middle_wall = os.times(), time.perf_counter()
    numbered = number_buildings(made.buildings, zones, barriers=barriers)
    end, end_wall = os.times(), time.perf_counter()
    precision, recall = judge_merging(records, made) if copies == 1 else (None, None)
    return {
        "delivered": len(plain),
        "buildings": len(made.buildings),
        "numbered": int(numbered["number"].notna().sum()),
        "zones": int(numbered["zone_code"].nunique()),
        "register_wall": middle_wall - wall,
        "number_wall": end_wall - middle_wall,
        "wall": end_wall - wall,
        "cpu": sum(end[:2]) - sum(start[:2]),
        "register_cpu": sum(middle[:2]) - sum(start[:2]),
        "peak_mb": _peak(),
        "refused": float(made.counts["refused"].sum() / len(plain)),
        "precision": precision,
        "recall": recall,
    }


def _forget_peak() -> None:
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _peak() -> float:
    try:
        text = Path("/proc/self/status").read_text()
        return next(int(x.split()[1]) for x in text.splitlines() if x.startswith("VmHWM")) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _in_process(scale: float, copies: int = 1) -> dict:
    """`work` in a fresh process on two cores, so that the memory is its own."""
    task = f"print(json.dumps(work({scale}, {copies})))"
    code = f"import json; from benchmarks.registers.buildings import work; {task}"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    return json.loads(done.stdout.splitlines()[-1])


def _walks(buildings, zones, barriers, *, every: int, still: int) -> dict:
    """Length of the walks against the reference, over zones with 5 buildings or more."""
    from benchmarks.registers.reference import reference_length
    from zoning.buildings.rounds import plan_rounds, walk

    inside = buildings[buildings["zone_code"].notna()]
    rounds = plan_rounds(inside.sort_values("building_id", ignore_index=True), zones, barriers)
    position = walk(rounds)
    ours, best, worst, count = 0.0, 0.0, 1.0, 0
    for number in range(0, len(rounds), every):
        rows, matrix = rounds.rows(number), rounds.matrix(number)
        if len(matrix) < 6:
            continue
        order = np.argsort(position[rows], kind="stable")
        mine = float(matrix[order, np.roll(order, -1)].sum())
        reference = reference_length(matrix, still=still)
        ours, best, count = ours + mine, best + reference, count + 1
        worst = max(worst, mine / reference if reference else 1.0)
    return {"ratio": ours / best, "worst": worst, "zones": count, "km": ours / 1000}


def _bulletins() -> tuple[str, str]:
    """Tengzhou's bulletin in both languages from the fixture of the tests."""
    from tests.fixtures import tengzhou
    from zoning.fieldwork import bulletin, measure

    areas, districts, zones, buildings, expected = tengzhou.layers()
    made = measure(
        districts,
        zones,
        buildings,
        areas=areas,
        as_of=datetime.fromisoformat("2020-07-27T17:00+08:00"),
        expected=expected,
    )
    return bulletin(made, lang="zh", unit="市"), bulletin(made, name="Tengzhou")


_WANTED = (
    "截至7月27日17时，全市已完成普查区划分711个，完成率57%，划分普查小区1460个，标绘建筑物9680个。"
    "有12个镇街建筑物标绘超过20%，其中7个超过30%，3个超过70%。",
    "As of 17:00 on 27 July, 711 districts divided in Tengzhou (57 % of 1,247), with 1,460 zones; "
    "9,680 buildings plotted. 12 townships have plotted more than 20 % of the buildings expected, "
    "7 of them more than 30 %, 3 more than 70 %.",
)


def _register_figures(argv) -> list[Figure]:
    quick = "--quick" in argv
    base = _in_process(SCALE / 10 if quick else SCALE)
    name = f"{base['buildings']:,} buildings of {base['delivered']:,} records"
    # CPU seconds bound the wall time on cores that are free, and are what a busy machine can tell.
    bound = 10 * base["buildings"] / 117_000 + (1 if quick else 0)
    figures = [
        Figure.at_most(f"{name}: CPU s, no less than wall s on idle cores", bound, base["cpu"]),
        Figure(f"{name}: wall s as it was", "", f"{base['wall']:.1f}", None),
        Figure(f"{name}: register, then number, CPU s", "",
               f"{base['register_cpu']:.1f} + {base['cpu'] - base['register_cpu']:.1f}", None),
        Figure.at_most(f"{name}: peak MB", 1000, base["peak_mb"], "{:.0f}"),
        Figure.at_most("refused, share", 0.001, base["refused"], "{:.4f}"),
        Figure.at_least("copies: precision", 0.99, base["precision"], "{:.4f}"),
        Figure.at_least("copies: recall", 0.99, base["recall"], "{:.4f}"),
    ]  # fmt: skip
    if "--full" in argv:
        large = _in_process(SCALE, 9)
        grown = f"{large['buildings']:,} buildings: CPU over that of {base['buildings']:,}"
        figures.append(Figure.at_most(grown, 10, large["cpu"] / base["cpu"]))
        figures.append(Figure(f"{large['buildings']:,} buildings: wall s, peak MB", "",
                              f"{large['wall']:.0f}, {large['peak_mb']:.0f}", None))  # fmt: skip
    return figures


def _walk_figures(argv) -> list[Figure]:
    from benchmarks.splitting.liechtenstein import liechtenstein
    from tests.fixtures.county import county
    from zoning.boundaries import split

    quick, full = "--quick" in argv, "--full" in argv
    demo = liechtenstein()
    big = county("yubei", seed=1001, scale=0.1 if quick else 1.0)
    figures = []
    for name, data, profile, every in (
        ("Liechtenstein", demo, "general", 1),
        ("county", big, "cn-2020", 1 if full or quick else 10),
    ):
        made = split(data.areas, buildings=data.buildings, barriers=data.barriers, profile=profile)
        still = 20_000 if name == "Liechtenstein" and not quick else 2_000
        got = _walks(made.buildings, made.zones, data.barriers, every=every, still=still)
        label = f"walks of {name}, {got['zones']:,} zones, {got['km']:,.0f} km: over the reference"
        figures.append(Figure.at_most(label, 1.15, got["ratio"], "{:.4f}"))
        figures.append(Figure(f"walks of {name}: worst zone", "", f"{got['worst']:.3f}", None))
    return figures


def main(argv: list[str]) -> int:
    """Print the figures of the register, the walks and the bulletin."""
    figures = [*_register_figures(argv), *_walk_figures(argv)]
    for language, said, wanted in zip(("zh", "en"), _bulletins(), _WANTED, strict=True):
        found = "as published" if said == wanted else said
        figures.append(Figure.exactly(f"bulletin of Tengzhou, {language}", "as published", found))
    print(figures_table(figures))
    return int(any(f.ok is False for f in figures))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
