"""Disputed borders: exactness of every method on random borders, and times.

    python -m benchmarks.borders [--cases 1000] [--json F]

Prints one line a figure; ends with 1 where a figure is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from benchmarks.borders_case import Case, in_gcj, make_case, straight_case
from zoning.boundaries.compare.compare import compare_areas, compare_borders
from zoning.boundaries.settle.settle_borders import settle
from zoning.errors import SettlementError

METHODS = ("a", "b", "midline", "feature", "buildings")
MIRRORED = {"a": "b", "b": "a"}
COUNTIES = "cn_chongqing_zaozhuang_jining_counties_osm_pop.gpkg"
OUTSIDE_M2 = 0.02


def settled(case: Case, disputes, method: str):
    """The case settled by a method, the midline where there is no road to follow."""
    return settle(
        case.a,
        case.b,
        disputes,
        method=method,
        children=case.children,
        buildings=case.buildings,
        barriers=case.roads,
        or_else="midline",
    )


def faults(case: Case, disputes, result, again) -> list[str]:
    """What is wrong with a settlement; nothing where it is exact on three levels.

    `again` is what a new comparison of the two settled sides finds: no patch may be left.
    """
    found = []
    counties = [result.a, result.b]
    levels = {
        "counties": np.concatenate([f.geometry.to_numpy() for f in counties]),
        "districts": result.children["districts"].geometry.to_numpy(),
        "zones": result.children["zones"].geometry.to_numpy(),
    }
    total = shapely.area(levels["zones"]).sum()
    reported = {c for p in result.problems if p.kind == "parted" for c in p.codes}
    for name, shapes in levels.items():
        if not shapely.is_valid(shapes).all():
            found.append(f"{name} invalid")
        elif not shapely.coverage_is_valid(shapes):
            found.append(f"{name} no coverage")
        union = shapely.union_all(shapes)
        if abs(union.area - total) > 1e-4 or abs(shapely.area(shapes).sum() - total) > 1e-4:
            found.append(f"{name} overlap")
        if (
            sum(shapely.get_num_interior_rings(shapely.get_parts(union)))
            or len(shapely.get_parts(union)) > 1
        ):
            found.append(f"{name} hole")
    found += _multiparts(case, result, reported)
    if len(again):
        found.append(f"{len(again)} patches left, {again.frame['area_m2'].sum():.3g} m2")
    found += _moved_outside(case, disputes, result)
    return found


def _multiparts(case: Case, result, reported: set[str]) -> list[str]:
    found = []
    for old, new, key in (
        (case.a, result.a, "area_code"),
        (case.b, result.b, "area_code"),
        (case.districts, result.children["districts"], "district_code"),
        (case.zones, result.children["zones"], "zone_code"),
    ):
        before, after = (
            set(f.loc[f.geometry.geom_type.eq("MultiPolygon"), key]) for f in (old, new)
        )
        silent = after - before - reported
        if silent:
            found.append(f"{sorted(silent)} multipart, not reported")
    return found


def _moved_outside(case: Case, disputes, result) -> list[str]:
    ground = shapely.union_all(disputes.frame.geometry.to_numpy())
    worst = 0.0
    for before, after, key in (
        (case.a, result.a, "area_code"),
        (case.b, result.b, "area_code"),
        (case.zones, result.children["zones"], "zone_code"),
    ):
        old = before.set_index(key).geometry
        new = after.set_index(key).geometry.reindex(old.index)
        new = new.where(new.notna(), shapely.Polygon())
        old = shapely.make_valid(old.to_numpy(), method="structure", keep_collapsed=False)
        change = shapely.symmetric_difference(old, new.to_numpy())
        outside = shapely.area(shapely.difference(change, ground))
        worst = max(worst, float(outside.sum()))
    return [f"{worst:.4f} m2 moved outside"] if worst > OUTSIDE_M2 else []


def same(one, two) -> bool:
    """Whether two settlements are the same to the last bit, whichever side is A."""
    pairs = [
        (f.set_index(k).geometry.sort_index(), g.set_index(k).geometry.sort_index())
        for f, g, k in (
            (one.a, two.a, "area_code"),
            (one.b, two.b, "area_code"),
            (one.children["districts"], two.children["districts"], "district_code"),
            (one.children["zones"], two.children["zones"], "zone_code"),
        )
    ]
    return all(
        list(f.index) == list(g.index)
        and (
            shapely.to_wkb(shapely.normalize(f.to_numpy()))
            == shapely.to_wkb(shapely.normalize(g.to_numpy()))
        ).all()
        for f, g in pairs
    )


def checked(case: Case, disputes, mirrored, method: str):
    """A settlement by one method and what is wrong with it, one way and the other.

    `mirrored` are the disputes of B with A.
    """
    result = settled(case, disputes, method)
    again = compared(result.a, result.b)
    bad = faults(case, disputes, result, again)
    return result, bad + variants(case, method, result, disputes, mirrored, again)


def variants(case: Case, method: str, result, disputes, mirrored, again) -> list[str]:
    """Faults of swapping the sides, shuffling the rows and settling twice."""
    found = []
    other = Case(case.b, case.a, case.districts, case.zones, case.buildings, case.roads)
    turned = settled(other, mirrored, MIRRORED.get(method, method))
    mirror = type(turned)(
        turned.b, turned.a, turned.children, None, turned.lines, turned.ledger, turned.moved
    )
    if not same(result, mirror):
        found.append("differs when A and B are swapped")
    mixed = Case(
        case.a,
        case.b,
        case.districts.sample(frac=1, random_state=1),
        case.zones.sample(frac=1, random_state=2),
        case.buildings.sample(frac=1, random_state=3),
        case.roads,
    )
    if not same(result, settled(mixed, disputes, method)):
        found.append("differs when rows are shuffled")
    done = Case(
        result.a,
        result.b,
        result.children["districts"],
        result.children["zones"],
        case.buildings,
        case.roads,
    )
    if not same(result, settled(done, again, method)):
        found.append("not idempotent")
    return found


def compared(a, b):
    """The disputes of two sides, all of them, whatever a common shift would explain."""
    return compare_borders(a, b, look_for_shift=False)


def replayed(case: Case, disputes, result) -> bool:
    """Whether the recorded lines alone give the same two sides, to the last bit."""
    lines = dict(zip(result.lines["dispute_id"], result.lines.geometry, strict=True))
    again = settle(case.a, case.b, disputes, method="agreed", line=lines)
    return all(
        (
            shapely.to_wkb(shapely.normalize(f.geometry.to_numpy()))
            == shapely.to_wkb(shapely.normalize(g.geometry.to_numpy()))
        ).all()
        for f, g in ((result.a, again.a), (result.b, again.b))
    )


def exactness(cases: int, *, start: int = 0, say=print) -> dict:
    """Settle random borders by every method and count what is not exact."""
    exact, runs, refused, emptied, other = 0, 0, 0, 0, 0
    wrong: list[str] = []
    for seed in range(start, start + cases):
        invalid = seed % 7 == 3
        case = make_case(seed, invalid=invalid, length=600.0)
        runs += len(METHODS)
        try:
            disputes, mirrored = compared(case.a, case.b), compared(case.b, case.a)
        except Exception as error:  # noqa: BLE001
            wrong.append(f"{seed}: compare: {type(error).__name__}: {error}")
            say("  " + wrong[-1])
            continue
        for method in METHODS:
            try:
                result, bad = checked(case, disputes, mirrored, method)
                emptied += any(p.kind == "emptied" for p in result.problems)
                if not replayed(case, disputes, result):
                    other += 1
                    say(f"  {seed} {method}: its lines give other areas when replayed")
            except SettlementError as error:
                refused += 1
                bad = [] if invalid else [f"refused: {error}"]
            except Exception as error:  # noqa: BLE001
                bad = [f"{type(error).__name__}: {error}"]
            exact += not bad
            lines = [f"{seed} {method}{' invalid' if invalid else ''}: {b}" for b in bad]
            for line in lines[: max(0, 200 - len(wrong))]:
                say("  " + line)
            wrong += lines
    return {
        "runs": runs,
        "exact": exact,
        "refused": refused,
        "children emptied (reported)": emptied,
        "replayed otherwise": other,
        "wrong": len(wrong),
    }


def border_time(length: float = 5000.0) -> dict[str, float]:
    """CPU seconds to settle a 5 km border by each method."""
    case = make_case(3, length=length)
    disputes = compare_borders(case.a, case.b, look_for_shift=False)
    times = {}
    for method in METHODS:
        begun = time.process_time()
        settled(case, disputes, method)
        times[method] = time.process_time() - begun
    return times


def independent_overlay(cases: int = 60) -> float:
    """Greatest relative difference of disputed area to shapely's overlay of the inputs."""
    worst = 0.0
    for seed in range(cases):
        case = make_case(seed)
        a, b = case.a.geometry.iloc[0], case.b.geometry.iloc[0]
        frame = compare_borders(case.a, case.b, look_for_shift=False).frame
        closed = frame[(frame["kind"] == "gap") & (frame["note"] != "open end")]
        holes = shapely.get_parts(shapely.union(a, b))
        gaps = sum(shapely.Polygon(r).area for h in holes for r in h.interiors)
        for ours, theirs in (
            (frame.loc[frame["kind"] == "overlap", "area_m2"].sum(), a.intersection(b).area),
            (closed["area_m2"].sum(), gaps),
        ):
            worst = max(worst, abs(ours - theirs) / max(theirs, 1e-9) if theirs > 1e-6 else 0.0)
    return worst


def straight_borders(cases: int = 40) -> dict:
    """How often GCJ-02 is told from a border of a few corners, and from one that is not in it."""
    told, wrong = 0, 0
    for seed in range(cases):
        for dispute in ("none", "bulge"):
            a, b = straight_case(seed, dispute)
            shift = compare_borders(a, in_gcj(b)).shift
            told += shift is not None and (shift.kind, shift.side) == ("gcj02", "b")
        for dispute in ("none", "bulge", "strip"):
            wrong += compare_borders(*straight_case(seed, dispute)).shift is not None
    return {
        "straight, in GCJ-02": 2 * cases,
        "straight, GCJ-02 named": told,
        "straight, not shifted": 3 * cases,
        "straight, false alarms": wrong,
    }


def counties(folder: Path) -> dict:
    """Time for all pairs of 40 real counties, and what a GCJ-02 shift is taken for."""
    frame = gpd.read_file(folder / COUNTIES).rename(columns={"Code_County": "area_code"})
    forty = frame.head(40)
    begun = time.process_time()
    found = compare_areas(forty)
    spent = time.process_time() - begun
    metric = frame.to_crs(4545).set_index("Name_County")
    shifted = in_gcj(frame).to_crs(4545).set_index("Name_County")
    a, b = metric.loc[["渝北区"]], shifted.loc[["北碚区"]]
    disputes = compare_borders(a, b)
    false_ha = a.geometry.iloc[0].intersection(b.geometry.iloc[0]).area / 1e4
    return {
        "pairs of 40 counties, CPU s": round(spent, 2),
        "disputes in one publisher's layer": len(found),
        "GCJ-02 named": disputes.shift is not None and disputes.shift.kind == "gcj02",
        "GCJ-02 offset m": round(disputes.shift.offset_m, 1) if disputes.shift else None,
        "false overlap without the check, ha": round(false_ha),
        "disputes listed": len(disputes),
    }


def main(argv=None) -> int:
    """Run all parts and print their figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--json", type=Path)
    args = parser.parse_args(argv)
    begun = time.process_time()
    figures: dict = {"exactness": exactness(args.cases, start=args.start)}
    figures["exactness"]["CPU s"] = round(time.process_time() - begun, 1)
    figures["5 km border, CPU s"] = {k: round(v, 2) for k, v in border_time().items()}
    figures["area against overlay, relative"] = independent_overlay()
    figures["straight borders"] = straight_borders()
    if args.data.is_dir():
        figures["counties"] = counties(args.data)
    else:
        print(f"{args.data}: not there, the counties are left out", file=sys.stderr)
    print(json.dumps(figures, indent=1, ensure_ascii=False))
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False), "utf-8")
    return 1 if missed(figures) else 0


def missed(figures: dict) -> list[str]:
    """The names of the figures that were not reached."""
    exact = figures["exactness"]
    county = figures.get("counties", {})
    checks = {
        "exactness": exact["exact"] == exact["runs"] > 0,
        "replayed lines": exact["replayed otherwise"] == 0,
        "5 km border": max(figures["5 km border, CPU s"].values()) <= 1.0,
        "overlay": figures["area against overlay, relative"] <= 1e-6,
        "straight borders": figures["straight borders"]["straight, false alarms"] == 0,
        "counties": county.get("pairs of 40 counties, CPU s", 0) < 10,
        "control": county.get("disputes in one publisher's layer", 0) == 0,
        "GCJ-02": county.get("GCJ-02 named", True) and county.get("disputes listed", 0) == 0,
    }
    lost = [name for name, reached in checks.items() if not reached]
    print("missed: " + ", ".join(lost) if lost else "all figures reached")
    return lost


if __name__ == "__main__":
    sys.exit(main())
