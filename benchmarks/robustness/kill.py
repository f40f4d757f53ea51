"""Kill `run`, `validate -o` and `signoff` at 100 moments and look at what they left behind.

Each time the command would replace an output of a former run by one that can be told from it:
another target of people a zone, another reviewer, which serve as the run's id. Afterwards
every target must be the former one, whole, or the new one, complete. 30 of the kills come the
moment the temporary file of a target appears.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import ROOT
from benchmarks.report import Figure, figures_table

__all__ = ["main"]

SAMPLE = ROOT / "zoning" / "project" / "data" / "liechtenstein.gpkg"
#: People a zone that a run aims at: its run id, to be seen in the number of zones.
_TARGETS = (120, 400)


def main(argv: list[str]) -> int:
    """Run the kills and print the counts; 1 where anything was left half-written."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks kill", description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--writing", type=int, default=30, help="of them while a target is written")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=120.0, help="stop after so long")
    parser.add_argument("--quick", action="store_true", help="12 kills, 4 while writing")
    args = parser.parse_args(argv)
    kills, writing = (12, 4) if args.quick else (args.kills, args.writing)
    with tempfile.TemporaryDirectory() as place:
        bench = _Bench(Path(place), random.Random(args.seed))
        bench.prepare()
        end = time.time() + 60 * args.minutes
        for n in range(3 * kills):
            command = ("run", "validate", "signoff")[n % 3]
            bench.kill_once(command, writing=bench.counts["writing"] < writing)
            if bench.counts["killed"] >= kills or time.time() > end:
                break
        bench.sweep()
    for line in bench.faults:
        print(line)
    counts = bench.counts
    figures = [
        Figure.exactly("killed", kills, counts["killed"]),
        Figure("ended before they were killed, not counted", "", str(counts["ended"]), None),
        Figure.at_least("killed while a target was written", writing, counts["writing"], "{:.0f}"),
        Figure("former output whole", "", str(counts["former"]), None),
        Figure("new output complete", "", str(counts["new"]), None),
        Figure.exactly("inputs changed", 0, counts["inputs"]),
        Figure.exactly("half-written (neither)", 0, counts["neither"]),
        Figure.exactly("runs after a kill that failed or left parts", 0, counts["after"]),
        Figure.exactly("leftovers after a whole run of each command", 0, counts["left"]),
    ]
    print(figures_table(figures))
    return int(any(f.ok is False for f in figures))


class _Bench:
    """A small project, what its outputs must be for each run id, and the count."""

    def __init__(self, place: Path, rng: random.Random) -> None:
        self.place, self.rng = place, rng
        self.project = place / "p"
        self.counts: collections.Counter = collections.Counter()
        self.faults: list[str] = []
        self.zones: dict[int, int] = {}
        self.seconds: dict[str, float] = {}
        self.state = {"run": 0, "validate": 0, "signoff": 0}

    # --- what is done ------------------------------------------------------------------------

    def prepare(self) -> None:
        """Make the project and learn each output for each run id."""
        import geopandas as gpd

        areas = gpd.read_file(SAMPLE, layer="municipalities")
        areas = areas[areas["code"].isin(areas.sort_values("population")["code"].head(3))]
        areas.to_file(self.place / "towns.gpkg", layer="towns")
        for layer in ("buildings", "streets"):
            box = tuple(areas.total_bounds)
            gpd.read_file(SAMPLE, layer=layer, bbox=box).to_file(self.place / f"{layer}.gpkg")
        _zoning("init", self.project, "--areas", self.place / "towns.gpkg", "--profile", "general",
                "--buildings", self.place / "buildings.gpkg", "--barriers",
                self.place / "streets.gpkg")  # fmt: skip
        self.inputs = self._input_hashes()
        for i in (1, 0):
            for command in ("run", "validate"):
                self._set(command, i)
                began = time.time()
                _zoning(*self._arguments(command))
                self.seconds[command] = time.time() - began
            self.zones[i] = len(self._layer("zones"))
        _zoning(*self._arguments("signoff"))
        self.seconds["signoff"] = self.seconds["validate"] * 1.2
        if abs(self.zones[0] - self.zones[1]) < 4:
            raise SystemExit(f"{self.zones} zones: the runs cannot be told apart")

    def _arguments(self, command: str) -> list:
        if command == "run":
            return ["run", self.project, "--quiet"]
        report = self.place / "report.json"
        if command == "validate":
            rules = ("COV", "ZON,BLD")[self.state["validate"]]
            return ["validate", self.project, "-q", "--format", "json", "-o", report, "--overwrite",
                    "--select", rules]  # fmt: skip
        by = ("Li", "Wang")[self.state["signoff"]]
        return [
            "signoff",
            self.project,
            "--by",
            by,
            "-q",
            "--overwrite",
            "-o",
            self.place / "s.zip",
        ]

    def _set(self, command: str, i: int) -> None:
        """Make the next run of a command the one with run id `i`."""
        self.state[command] = i
        if command != "run":
            return
        file = self.project / "zoning.toml"
        lines = [x for x in file.read_text("utf-8").splitlines() if not x.startswith("persons = ")]
        text = "\n".join(x for x in lines if x.strip() != "[limits]")
        aim = _TARGETS[i]
        limits = f"persons = {{min = {aim // 2}, target = {aim}, max = {aim * 2}}}"
        file.write_text(f"{text}\n[limits]\n{limits}\n", "utf-8")

    # --- one kill ----------------------------------------------------------------------------

    def kill_once(self, command: str, *, writing: bool) -> None:
        """Start a command whose output differs from what is there, kill it, judge."""
        former = self.state[command]
        before = self._hash(command)
        self._set(command, 1 - former)
        child = _start(*self._arguments(command))
        if writing:
            seen = self._wait_for_part(child)
        else:
            seen = False
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(self.rng.uniform(0.05, 1.0) * self.seconds[command])
        ended = child.poll() is not None
        if not ended:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
        self.counts["ended" if ended else "killed"] += 1
        # Other work on the machine comes and goes: keep the moments within the run.
        self.seconds[command] *= 0.7 if ended and not writing else 1.02
        self.counts["writing"] += seen and not ended
        self._judge(command, former, before)

    def _wait_for_part(self, child: subprocess.Popen) -> bool:
        """Wait until the temporary file of a target is there."""
        folders = (self.project, self.place, self.project / "reports")
        while child.poll() is None:
            for folder in folders:
                with contextlib.suppress(OSError):
                    if any(name.startswith(".part-") for name in os.listdir(folder)):
                        return True
        return False

    def _judge(self, command: str, former: int, before: str) -> None:
        """Count the target as former (not a byte changed), as new (complete), or as neither."""
        if self._hash(command) == before:
            self.counts["former"] += 1
            self._set(command, former)
        else:
            lacks = self._lacks(command, 1 - former)
            self.counts["neither" if lacks else "new"] += 1
            if lacks:
                self.faults.append(f"{command}: neither the former nor the new one: {lacks}")
        broken = self._broken()
        if broken:
            self.counts["neither"] += 1
            self.faults.append(f"{command}: {broken}")
        if self._input_hashes() != self.inputs:
            self.counts["inputs"] += 1
        if self.rng.random() < 0.2:
            self._run_again(command)

    def _run_again(self, command: str) -> None:
        """The next one must work, and sweep what the killed one left."""
        child = _start(*self._arguments(command), stderr=subprocess.PIPE)
        said = child.communicate()[1].decode("utf-8", "replace").strip()[-200:]
        code = child.returncode
        # What a sign-off or a report left beside the project is swept by the next one there.
        parts = list(self.project.rglob(".part-*"))
        if code not in (0, 1) or (command == "run" and parts):
            self.counts["after"] += 1
            self.faults.append(f"after a killed {command}: exit code {code} {said}, left {parts}")

    def sweep(self) -> None:
        """Run each command to its end once more; nothing of the killed ones may be left."""
        for command in self.state:
            self._set(command, 1 - self.state[command])
            _zoning(*self._arguments(command))
            lacks = self._lacks(command, self.state[command])
            if lacks:
                self.counts["after"] += 1
                self.faults.append(f"the last {command}: {lacks}")
        known = {"zoning.toml", "zoning.gpkg", "decisions.gpkg", "maps", "reports"}
        strange = [p for p in self.project.iterdir() if p.name not in known]
        parts = [p for p in self.place.rglob("*") if p.name.startswith(".")]
        tails = [p for p in self.place.rglob("*") if p.name.endswith(("-wal", "-journal", "-shm"))]
        left = sorted({*strange, *parts, *tails})
        self.counts["left"] = len(left)
        self.faults += [f"left: {path.relative_to(self.place)}" for path in left]

    # --- what is there -----------------------------------------------------------------------

    def _target(self, command: str) -> Path:
        names = {"validate": "report.json", "signoff": "s.zip"}
        return self.place / names[command] if command in names else self.project / "zoning.gpkg"

    def _hash(self, command: str) -> str:
        from zoning.io.atomic import sha256

        return sha256(self._target(command))

    def _layer(self, name: str):
        from zoning.io.read import read_layer

        return read_layer(self.project / "zoning.gpkg", name)

    def _lacks(self, command: str, i: int) -> str:
        """What an output lacks to be the complete one of run `i`; empty where it is that."""
        try:
            if command == "run":
                return self._zones_lack(i)
            if command == "validate":
                report = json.loads((self.place / "report.json").read_text("utf-8"))
                ran = {rule[:3] for rule in report["ran"]}
                return "" if ran == ({"COV"}, {"ZON", "BLD"})[i] else f"ran {ran}"
            from zoning.project.signoff.verification import verify

            done = verify(self.place / "s.zip")
            by = done.manifest["signed_by"]
            return "" if done.ok and by == ("Li", "Wang")[i] else f"{by}: {done.differences[:2]}"
        except Exception as error:  # noqa: BLE001 - whatever it is, the output is not whole
            return f"{type(error).__name__} {error}"

    def _zones_lack(self, i: int) -> str:
        from zoning.io.read import list_layers

        layers = set(list_layers(self.project / "zoning.gpkg"))
        missing = {"areas", "districts", "zones", "buildings", "findings"} - layers
        if missing:
            return f"no layers {missing}"
        zones, buildings = self._layer("zones"), self._layer("buildings")
        stray = set(buildings["zone_code"].dropna()) - set(zones["zone_code"])
        if stray:
            return f"buildings of zones that are not there: {sorted(stray)[:3]}"
        nearest = min((0, 1), key=lambda k: abs(len(zones) - self.zones[k]))
        return "" if nearest == i else f"{len(zones)} zones, as of the former run"

    def _broken(self) -> str:
        for name in ("zoning.gpkg", "decisions.gpkg"):
            file = self.project / name
            if not file.exists():
                continue
            with contextlib.closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as db:
                said = db.execute("pragma integrity_check").fetchone()[0]
            if said != "ok":
                return f"{name}: {said}"
        for file in (self.project / "reports").glob("*.json"):
            try:
                json.loads(file.read_text("utf-8"))
            except ValueError as error:
                return f"{file.name}: {error}"
        return ""

    def _input_hashes(self) -> dict[str, str]:
        from zoning.io.atomic import sha256

        return {p.name: sha256(p) for p in sorted(self.place.glob("*.gpkg"))}


def _start(*arguments, stderr=subprocess.DEVNULL) -> subprocess.Popen:
    command = [sys.executable, "-m", "zoning", *map(str, arguments)]
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=stderr, start_new_session=True
    )


def _zoning(*arguments) -> None:
    command = [sys.executable, "-m", "zoning", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(map(str, arguments[:2]))}: {done.stderr.strip()}")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
