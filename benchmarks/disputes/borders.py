"""Disputed borders: exactness of every method on random borders, and times.

    python -m benchmarks borders [--cases 1000] [--json F]

Prints one line a figure; ends with 1 where a figure is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import geopandas as gpd
import shapely

from tests.fixtures.disputed_border import in_gcj, make_case, straight_case
from tests.fixtures.settlement_judge import METHODS, checked, compared, replayed, settled
from zoning.boundaries.compare.compare import compare_areas, compare_borders
from zoning.errors import SettlementError

COUNTIES = "cn_chongqing_zaozhuang_jining_counties_osm_pop.gpkg"


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
