"""Version 0.1.0 beside the present one: the same commands in the same run on one machine."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["FORMER", "Checkout", "demo_cpu", "differing_layers", "former_checkout", "journeys_of"]

#: The last commit of 0.1.0.
FORMER = "fb7b205"
_LAYERS = {"zones": "zone_code", "buildings": "building_id", "districts": "district_code",
           "findings": "finding_id"}  # fmt: skip


@dataclass(frozen=True)
class Checkout:
    """A version: its folder and the Python that runs it."""

    root: Path
    python: Path

    def run(self, *words: str, **options) -> subprocess.CompletedProcess:
        """A command of its Python, with its own package first."""
        env = {**os.environ, "PYTHONPATH": str(self.root)}
        return subprocess.run(
            [str(self.python), *words], check=True, env=env, cwd=tempfile.gettempdir(), **options
        )


def former_checkout(root: Path, cache: Path) -> Checkout:
    """0.1.0 from the history, with an environment of its own; made once."""
    folder = cache / "zoning-0.1.0"
    python = folder / ".venv/bin/python"
    if not (folder / ".ready").exists():
        cache.mkdir(parents=True, exist_ok=True)
        subprocess.run(["git", "clone", "-q", str(root), str(folder)], check=True)
        subprocess.run(["git", "-C", str(folder), "checkout", "-q", FORMER], check=True)
        subprocess.run([sys.executable, "-m", "venv", str(folder / ".venv")], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", str(folder)], check=True)
        (folder / ".ready").touch()
    return Checkout(folder, python)


def demo_cpu(versions: Sequence[Checkout], places: Sequence[Path], runs: int) -> list[float]:
    """CPU seconds of ``zoning demo`` of each version, the least of several runs in turn."""
    best = [float("inf")] * len(versions)
    for _ in range(runs):
        for n, (version, place) in enumerate(zip(versions, places, strict=True)):
            before = _children()
            version.run(
                "-m", "zoning", "demo", "liechtenstein", str(place), "--overwrite",
                capture_output=True,
            )  # fmt: skip
            best[n] = min(best[n], _children() - before)
    return best


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def differing_layers(one: Path, two: Path) -> list[str]:
    """Layers of two demo projects that are not equal row by row, geometry as WKB.

    Of findings only the ids are compared: their other columns follow from the rows.
    """
    import pyogrio

    wrong = []
    for layer, key in _LAYERS.items():
        a, b = (
            pyogrio.read_dataframe(p / "zoning.gpkg", layer=layer).sort_values(key)
            for p in (one, two)
        )
        if layer == "findings":
            same = a[key].tolist() == b[key].tolist()
        else:
            plain = [f.drop(columns=["geometry", "status_at"], errors="ignore") for f in (a, b)]
            same = plain[0].reset_index(drop=True).equals(plain[1].reset_index(drop=True))
            same = same and a.geometry.to_wkb().tolist() == b.geometry.to_wkb().tolist()
        if not same:
            wrong.append(layer)
    return wrong


def journeys_of(version: Checkout) -> dict[str, dict[str, int]]:
    """The moves of each journey in one version."""
    script = Path(__file__).with_name("journeys.py")
    done = version.run(str(script), str(version.root), capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])
