"""Seeded faults found again: recall, precision and exactness of areas, class by class."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

import numpy as np
import shapely

from benchmarks.report import Figure, table
from benchmarks.validate_defects import KINDS, fits
from benchmarks.validate_scene import Scene, code
from benchmarks.validate_site import Seeded, Site
from zoning.validate.check import check

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
        out.clean += len(_check(frames).frame)
        for _ in range(scenes):
            scene = Scene.clean(side, rng)
            _compare(out, scene, _seed(scene, rng))
    return out


def _check(frames):
    return check(
        frames["zones"], within=frames["areas"], buildings=frames["buildings"], profile="un"
    )


def _seed(scene: Scene, rng: np.random.Generator) -> list[Seeded]:
    """One fault a site, the kinds in turn."""
    waiting = {where: [] for where in ("any", "inner", "border", "rim")}
    told = []
    for number, (r, c) in enumerate(scene.sites()):
        site = Site(scene, r, c, rng, number)
        open_ = [w for w in waiting if fits(w, site)]
        where = open_[int(rng.integers(len(open_)))]
        if len(open_) > 1 and rng.random() < 0.7:
            where = "any" if "any" in open_ else where
        if not waiting[where]:
            names = [k for k, (_, w) in KINDS.items() if w == where]
            waiting[where] = list(rng.permutation(names))
        kind = waiting[where].pop()
        fault = Seeded(kind)
        fault.near |= _around(scene, site)
        KINDS[kind][0](site, fault)
        told.append(fault)
    return told


def _around(scene: Scene, site: Site) -> set[str]:
    """Features of the cells around, and the zone whose number comes next."""
    near = {site.fresh, f"N{site.number:04d}", f"row of {site.r},{site.c}"}
    for r in range(site.r - 1, site.r + 2):
        for c in range(site.c - 1, site.c + 2):
            if (r, c) in scene.zones:
                near |= {code(r, c), scene.buildings[r, c]["building_id"]}
    last = site.c % 8 == 7
    near.add(code(site.r + 1, site.c - 7) if last else code(site.r, site.c + 1))
    return near


def _compare(out: Recall, scene: Scene, faults: list[Seeded]) -> None:
    frames = scene.frames()
    rows = {f"row of {k[0]},{k[1]}": f"row {i + 1}" for i, k in enumerate(scene.zones)}
    records = _check(frames).frame
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
