"""How often four journeys move between rooms, by one call trace.

Run as a program with the root of a checkout: it works on any version with the commands of 0.1.0,
so that the same trace measures what was and what is. A room is an entry of ``zoning/``, a folder or
a loose module. Two counts, each independent of the number of rows: ``doors``, pairs of rooms of
which a journey passes from one into the other, and ``calls``, pairs of functions in two rooms of
which one calls the other.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import tempfile
import threading
from pathlib import Path

__all__ = ["moves"]


def moves(root: Path) -> dict[str, dict[str, int]]:
    """Journey to its moves between rooms in the checkout at `root`: doors, calls."""
    sys.path.insert(0, str(root))
    from zoning.cli import main

    sample = next((root / "zoning").rglob("liechtenstein.gpkg"))
    found = {}
    with tempfile.TemporaryDirectory() as place:
        for name, steps in _journeys(Path(place), sample).items():
            trace = _Trace(root / "zoning")
            for step in steps:
                words = step() if callable(step) else step
                if words is None:
                    continue
                with trace, contextlib.redirect_stdout(io.StringIO()) as said:
                    code = main([str(w) for w in words])
                if code not in (0, 1):
                    raise SystemExit(f"{name}: {words} ended with {code}: {said.getvalue()}")
            doors = {tuple(end.split(":")[0] for end in pair) for pair in trace.pairs}
            found[name] = {"doors": len(doors), "calls": len(trace.pairs)}
    return found


class _Trace:
    """Pairs of functions of which one calls the other from another room."""

    def __init__(self, package: Path) -> None:
        self.package = str(package) + "/"
        self.pairs: set[tuple[str, str]] = set()

    def __enter__(self) -> None:
        threading.setprofile(self._see)
        sys.setprofile(self._see)

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)
        threading.setprofile(None)

    def _see(self, frame, event, _) -> None:
        if event != "call" or not frame.f_code.co_filename.startswith(self.package):
            return
        caller = frame.f_back
        while caller is not None and not caller.f_code.co_filename.startswith(self.package):
            caller = caller.f_back
        if caller is None or "<module>" in (frame.f_code.co_name, caller.f_code.co_name):
            return  # loading a module is no step of a journey
        here, there = self._room(caller), self._room(frame)
        if here[0] != there[0]:
            self.pairs.add((":".join(here), ":".join(there)))

    def _room(self, frame) -> tuple[str, str]:
        path = frame.f_code.co_filename[len(self.package) :]
        return path.split("/")[0].removesuffix(".py"), f"{path}:{frame.f_code.co_qualname}"


def _journeys(place: Path, sample: Path) -> dict[str, list]:
    """Commands of each journey; a function gives its words when its turn comes, or none."""
    town, pair = place / "town", place / "pair"
    init = ["init", town, "--areas", f"{sample}:municipalities"]
    init += ["--barriers", f"{sample}:streets", "--profile", "general", "--quiet"]
    first = "1001-1002-001"
    return {
        "areas: init to write": [init, ["run", town, "--quiet"]],
        "buildings: import to return": [
            ["buildings", "import", town, f"{sample}:buildings", "--quiet"],
            ["run", town, "--quiet"],
            ["buildings", "listing", town, "-o", place / "listing.csv", "--quiet"],
            lambda: _write_return(town, place / "back.csv"),
            ["buildings", "update", town, place / "back.csv", "--by", "team", "--quiet"],
            ["run", town, "--quiet"],
        ],
        "zones: to map and book": [
            ["map", "coverage", town, "-o", place / "c.html", "--quiet"],
            lambda: ["map", "book", town, "--zone", _zone(town), "-o", place / "b.pdf", "--quiet"],
        ],
        "dispute: compare to sheet": [
            lambda: _write_pair(place / "both.gpkg"),
            ["init", pair, "--areas", place / "both.gpkg", "--profile", "general", "--quiet"],
            ["borders", "compare", pair, "--quiet"],
            ["borders", "propose", pair, first, "--method", "midline", "--by", "A", "--quiet"],
            ["borders", "settle", pair, first, "--method", "midline", "--by", "A",
             "--document", "D1", "--quiet"],
            ["borders", "sheet", pair, first, "-o", place / "sheet.pdf", "--quiet"],
        ],
    }  # fmt: skip


def _zone(folder: Path) -> str:
    import pyogrio

    zones = pyogrio.read_dataframe(folder / "zoning.gpkg", layer="zones", read_geometry=False)
    return sorted(zones.loc[zones["n_buildings"].between(20, 60), "zone_code"])[0]


def _write_return(folder: Path, target: Path) -> None:
    import pyogrio

    names = ["building_id"]
    houses = pyogrio.read_dataframe(
        folder / "zoning.gpkg", layer="buildings", columns=names, read_geometry=False
    )
    rows = [f"{b},changed,4" for b in sorted(houses["building_id"])[:3]]
    target.write_text("\n".join(["building_id,change,households", *rows]) + "\n", "utf-8")


def _write_pair(target: Path) -> None:
    import geopandas as gpd
    from shapely import box

    frame = gpd.GeoDataFrame(
        {"area_code": ["1001", "1002"], "name": ["North", "South"]},
        geometry=[box(0, 0, 2000, 1010), box(0, 990, 2000, 2000)],
        crs=2056,
    )
    frame.geometry = frame.geometry.translate(2_760_000, 1_220_000)
    frame.to_file(target)


if __name__ == "__main__":
    print(json.dumps(moves(Path(sys.argv[1]).resolve())))
