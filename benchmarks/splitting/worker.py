"""One split in a process of its own: CPU, wall and peak memory by stage, and GEOS alone.

``python -m benchmarks.splitting.worker '{"folder": ..., ...}'`` prints one line of JSON.
A process of its own, so that the memory is that of the split and nothing else; the kernels are
warmed on a small county before the clock starts.
"""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import subprocess
import sys
import time
from pathlib import Path
from unittest import mock

import pyogrio

from benchmarks import ROOT

__all__ = ["Clock", "read_layers", "run_worker"]


def run_worker(**task) -> dict:
    """Run a task in a fresh process and give back what it measured.

    Parameters
    ----------
    folder : str
        GeoPackages as `County.write` makes them.
    profile : str
        Census profile.
    seed, workers, cores : int
        Handed to the split; cores that the process may use.
    partition : bool
        Measure also the search for zones alone.
    geos : bool
        Measure also what GEOS and Qhull need for the same work.
    out : str
        Where to pickle the result.
    """
    single = dict.fromkeys(
        ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "GDAL_NUM_THREADS"), "1"
    )
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.splitting.worker", json.dumps(task)],
        env={**os.environ, **single, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip()[-1500:])
    return json.loads(done.stdout.splitlines()[-1])


class Clock:
    """CPU seconds, wall seconds and peak memory of stages, as a progress callback."""

    def __init__(self):
        self.stages: dict[str, dict[str, float]] = {}
        self._name = None
        self._peak()
        self._at = self._now()

    @staticmethod
    def _now():
        t = os.times()
        return t.user + t.system + t.children_user + t.children_system, time.perf_counter()

    @staticmethod
    def _peak() -> float:
        """Peak memory in MB since the last call (since the start where it cannot be reset)."""
        text = Path("/proc/self/status").read_text()
        peak = next(int(x.split()[1]) for x in text.splitlines() if x.startswith("VmHWM"))
        with contextlib.suppress(OSError):
            Path("/proc/self/clear_refs").write_text("5")
        return peak / 1024.0

    def start(self, name: str | None) -> None:
        """End the running stage and begin another."""
        now, peak = self._now(), self._peak()
        if self._name is not None:
            spent = self.stages.setdefault(self._name, {"cpu": 0.0, "wall": 0.0, "peak_mb": 0.0})
            spent["cpu"] += now[0] - self._at[0]
            spent["wall"] += now[1] - self._at[1]
            spent["peak_mb"] = max(spent["peak_mb"], peak)
        self._name, self._at = name, self._now()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage != self._name and stage != "done":
            self.start(stage)

    @property
    def total(self) -> dict[str, float]:
        """Sum of CPU and wall, highest memory."""
        values = self.stages.values()
        return {
            "cpu": sum(s["cpu"] for s in values),
            "wall": sum(s["wall"] for s in values),
            "peak_mb": max((s["peak_mb"] for s in values), default=0.0),
        }


def read_layers(folder: Path) -> dict:
    """The layers of a county from its GeoPackages."""
    import pandas as pd

    read = {
        name: pyogrio.read_dataframe(folder / f"{name}.gpkg", use_arrow=True)
        for name in ("county", "townships", "villages", "barriers", "buildings")
    }
    areas = pd.concat([read.pop(n) for n in ("county", "townships", "villages")])
    return {"areas": areas.reset_index(drop=True), **read}


def _warm():
    from tests.fixtures.county import county
    from zoning.boundaries import split

    small = county("yubei", seed=5, scale=0.02)
    split(small.areas, buildings=small.buildings, barriers=small.barriers, profile="cn-2020")


def _partition_cpu(layers, inputs, options) -> float:
    """CPU seconds of the search for zones alone, given atoms and their graph."""
    from zoning.boundaries import split
    from zoning.boundaries.split import draw

    spent = [0.0]
    search = draw.partition_all

    def timed(*args, **kwargs):
        start = time.process_time()
        made = search(*args, **kwargs)
        spent[0] += time.process_time() - start
        return made

    with mock.patch.object(draw, "partition_all", timed):
        split(layers["areas"], **inputs, **options)
    return spent[0]


def main() -> int:
    """Do the task given as JSON on the command line."""
    task = json.loads(sys.argv[1])
    cores = sorted(os.sched_getaffinity(0))[: task.get("cores", 1)]
    os.sched_setaffinity(0, cores)
    from zoning.boundaries import split

    _warm()
    clock = Clock()
    clock.start("read")
    layers = read_layers(Path(task["folder"]))
    clock.start("prepare")
    options = {"profile": task["profile"], "seed": task.get("seed", 0)}
    options["workers"] = task.get("workers", 1)
    inputs = {"buildings": layers["buildings"], "barriers": layers["barriers"]}
    made = split(layers["areas"], **inputs, **options, progress=clock)
    clock.start(None)
    answer = {"stages": clock.stages, **clock.total}
    if task.get("out"):
        Path(task["out"]).write_bytes(pickle.dumps(made))
    if task.get("partition"):
        answer["partition"] = _partition_cpu(layers, inputs, options)
    if task.get("geos"):
        from benchmarks.splitting.geos import geos_sum

        answer["geos"] = geos_sum(Path(task["folder"]), layers, inputs, options, made)
    print(json.dumps(answer))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
