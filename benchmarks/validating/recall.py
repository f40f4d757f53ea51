"""Seeded faults found again: recall, precision and exactness of areas, class by class."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

import numpy as np
import shapely

from benchmarks.report import Figure, table
from tests.fixtures.faults.scene import Scene
from tests.fixtures.faults.seeding import check_frames, seed_faults
from tests.fixtures.faults.site import Seeded

__all__ = ["Recall", "figures", "recall"]


@dataclass
class Recall:
    """What came of all scenes."""

    seeded: Counter = field(default_factory=Counter)
    wanted: Counter = field(default_factory=Counter)
    found: Counter = field(default_factory=Counter)
    near: Counter = field(default_factory=Counter)
    aside: Counter = field(default_factory=Counter)
    stray: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    inexact: list[str] = field(default_factory=list)
    clean: int = 0
    worst: float = 0.0


def recall(seeds: int, scenes: int, side: int) -> Recall:
    """Seed faults of all kinds into `scenes` counties a seed, check them, and compare."""
    out = Recall()
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        frames = Scene.clean(side, rng).frames()
        out.clean += len(check_frames(frames).frame)
        for _ in range(scenes):
            scene = Scene.clean(side, rng)
            _compare(out, scene, seed_faults(scene, rng))
    return out


def _compare(out: Recall, scene: Scene, faults: list[Seeded]) -> None:
    frames = scene.frames()
    rows = {f"row of {k[0]},{k[1]}": f"row {i + 1}" for i, k in enumerate(scene.zones)}
    records = check_frames(frames).frame
    names = [frozenset(map(str, ids)) for ids in _ids(records)]
    told = list(zip(records["rule_id"], names, records["area_m2"], strict=True))
    by_name = defaultdict(list)
    for rule, ids, area in told:
        by_name[rule, ids].append(area)
    ulp = float(np.spacing(np.abs(shapely.total_bounds(frames["areas"].geometry.array)).max()))
    owner = defaultdict(set)
    for k, fault in enumerate(faults):
        out.seeded[fault.kind] += 1
        for name in fault.near:
            owner[rows.get(name, name)].add(k)
        for rules, ids, area, border in fault.wanted:
            ids = frozenset(rows.get(i, i) for i in ids)
            hits = [a for rule in rules for a in by_name.get((rule, ids), [])]
            out.wanted[fault.kind] += 1
            out.found[fault.kind] += bool(hits)
            if not hits:
                out.missed.append(f"{fault.kind}: {rules} {sorted(ids)}")
            elif area is not None:
                _judge_area(out, fault.kind, hits, area, max(1e-9 * area, 4 * ulp * border))
    for rule, ids, _ in told:
        owners = [owner[i] for i in ids]
        if owners and (of := set.intersection(*owners)):
            out.near[faults[min(of)].kind] += 1
            continue
        out.stray.append(f"{rule} {sorted(ids)}")
        for k in set().union(*owners):
            out.aside[faults[k].kind] += 1


def _ids(records):
    return [
        ids if isinstance(ids, (list, tuple)) else str(ids).split(",")
        for ids in records["feature_ids"]
    ]


def _judge_area(out: Recall, kind: str, hits, area: float, allowed: float) -> None:
    off = min(abs(float(a) - area) for a in hits)
    out.worst = max(out.worst, off / allowed)
    if off > allowed:
        out.inexact.append(f"{kind}: {off:.3g} m2 off {area:.6g}, allowed {allowed:.3g}")


def figures(out: Recall) -> tuple[list[Figure], str]:
    """Figures, and a table by class with what went wrong."""
    wanted, found = sum(out.wanted.values()), sum(out.found.values())
    rows = [
        (
            k,
            out.seeded[k],
            out.wanted[k],
            out.found[k],
            f"{out.found[k] / out.wanted[k]:.4f}",
            f"{out.near[k] / (out.near[k] + out.aside[k]):.4f}" if out.near[k] else "",
        )
        for k in sorted(out.seeded)
    ]
    head = ("class", "seeded", "findings wanted", "found", "recall", "precision")
    text = table(head, rows)
    text += "\nprecision: of the findings that name a feature of the fault, those about it alone"
    for title, lines in (
        ("missed", out.missed), ("away from any defect", out.stray), ("area", out.inexact)
    ):  # fmt: skip
        text += "".join(f"\n{title}: {line}" for line in lines[:20])
    return [
        Figure.at_least("seeded defects over all seeds", 5000, sum(out.seeded.values()), "{:.0f}"),
        Figure.at_least("recall, right rule and features", 1.0, found / wanted, "{:.6f}"),
        Figure.exactly("findings away from a defect", 0, len(out.stray)),
        Figure.exactly("findings in the clean counties", 0, out.clean),
        Figure.at_most("patch area off, in allowed errors", 1.0, out.worst),
    ], text
