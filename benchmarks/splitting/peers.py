"""The partition step against its peers, on identical atoms with identical measures.

Peers get what helps them: towers are taken out before, every connected rest is a task of its
own, and only the library's own call is on the clock. Those that take too long do as many
districts as finish in a box of CPU seconds; their time is extrapolated by atoms.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import pickle
import signal
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.report import Figure, figures_table, table
from benchmarks.splitting.atoms import Atoms, Judged, Task, atom_graph, judge, tasks
from benchmarks.splitting.worker import run_worker
from tests.fixtures.county import county

__all__ = ["PEERS", "main", "peers_figures"]

#: CPU seconds for a peer that may not finish.
BOX_SECONDS = 60.0


def main(argv: list[str]) -> int:
    """Print the table; 1 where a figure is not reached."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks peers", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the county")
    figures = peers_figures(parser.parse_args(argv))
    print("\n" + figures_table(figures))
    return int(any(f.ok is False for f in figures))


@dataclass
class Tried:
    """What a peer did: CPU seconds, share of the atoms, failures."""

    label: np.ndarray
    done: np.ndarray
    cpu: float = 0.0
    setup: float = 0.0
    failed: int = 0
    why: str = ""


def peers_figures(options) -> list[Figure]:
    """All peers on the atoms of one county."""
    scale, box = (0.1, 10.0) if options.quick else (1.0, BOX_SECONDS)
    for module in ("pygeoda", "pymetis", "kahip", "libpysal", "spopt.region", "gerrychain"):
        with contextlib.suppress(ImportError):
            importlib.import_module(module)
    layers = county("yubei", 1001, scale)
    with tempfile.TemporaryDirectory() as folder:
        layers.write(folder)
        out = Path(folder) / "made.pickle"
        took = run_worker(folder=folder, profile="cn-2020", out=str(out), partition=True)
        made = pickle.loads(out.read_bytes())
    atoms = atom_graph(made.atoms, layers.barriers)
    work, first = tasks(atoms)
    print(f"{len(atoms.persons)} atoms, {len(atoms.pair)} pairs, {len(work)} tasks\n")
    ours = judge(atoms, np.unique(made.atoms["zone_code"], return_inverse=True)[1])
    rows = [_row("zoning", took["partition"], 1.0, ours, "")]
    found = {}
    for name, (solve, boxed) in PEERS.items():
        tried = _try(solve, atoms, work, first, box if boxed else 20 * box)
        if not tried.done.any():
            rows.append((name, f"{tried.cpu:.1f}", "0 %", *["-"] * 6, tried.why))
            continue
        m = judge(_only(atoms, tried.done), tried.label[tried.done])
        share = tried.done.mean()
        found[name] = (tried.cpu / share, m)
        rows.append(_row(name, tried.cpu / share, share, m, _remark(tried, share)))
    head = (
        "partition", "CPU s", "of atoms", "zones", "in range", "deviation", "compactness",
        "on barriers", "multipart", "remark",
    )  # fmt: skip
    print(table(head, rows))
    return _figures(took["partition"], ours, found)


def _figures(cpu, ours, found):
    figures = []
    for name in ("pygeoda skater", "pygeoda redcap"):
        if name not in found:
            figures.append(Figure(f"peers: {name}", "measured", "not installed or failed", False))
            continue
        theirs, m = found[name]
        out = (1 - ours.in_range) / max(1 - m.in_range, 1e-12)
        figures.append(
            Figure.at_least(f"peers: CPU of {name} over ours", 5.0, theirs / cpu, "{:.1f}")
        )
        figures.append(
            Figure.at_most(f"peers: our share out of range over {name}'s", 1 / 30, out, "{:.4f}")
        )
    return figures


def _row(name, cpu, share, m: Judged, remark):
    return (
        name, f"{cpu:.2f}" if cpu < 100 else f"{cpu:.0f}", f"{share:.1%}", m.zones,
        f"{m.in_range:.2%}", f"{m.deviation:.1f}", f"{m.compactness:.3f}",
        f"{m.on_barrier:.3f}", m.multipart, remark,
    )  # fmt: skip


def _remark(tried: Tried, share: float) -> str:
    text = "extrapolated" if not tried.done.all() else ""
    if tried.setup:
        text += f"its weights: {tried.setup / share:.2f} s more"
    return f"{text} {tried.failed} failed: {tried.why}".strip() if tried.failed else text


def _only(atoms: Atoms, keep: np.ndarray) -> Atoms:
    local = np.cumsum(keep) - 1
    both = keep[atoms.pair].all(axis=1)
    return Atoms(
        *(getattr(atoms, f)[keep] for f in ("persons", "area", "perimeter", "xy", "district")),
        local[atoms.pair[both]],
        atoms.shared[both],
        atoms.seen[both],
    )


def _try(solve: Callable, atoms: Atoms, work: list[Task], first, box: float) -> Tried:
    """Give a peer one task after another until the box is full."""
    label = first.astype(np.int64) * 1000
    tried = Tried(label, np.zeros(len(first), dtype=bool))
    began = time.process_time()
    # Every third task from everywhere, then the others, so that a full box is a fair sample.
    order = [t for i in range(3) for t in work[i::3]]
    with tempfile.TemporaryDirectory() as folder:
        for task in order:
            if time.process_time() - began > box:
                break
            try:
                with _bell(min(box / 4, began + box - time.process_time())):
                    spent, setup, part = solve(atoms, task, Path(folder))
            except Exception as error:  # noqa: BLE001 - a peer may fail in any way
                tried.failed += 1
                tried.why = f"{type(error).__name__}: {str(error)[:60]}"
                continue
            tried.cpu += spent
            tried.setup += setup
            label[task.rows] += np.asarray(part, dtype=np.int64)
            tried.done[task.rows] = True
        else:
            if not tried.failed:
                tried.done[:] = True
    return tried


@contextlib.contextmanager
def _bell(seconds: float):
    """Stop a Python call when the box is full."""

    def ring(signum, frame):
        raise TimeoutError("a quarter of the time box was not enough")

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, max(seconds, 0.01))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _timed(call: Callable):
    start = time.process_time()
    made = call()
    return time.process_time() - start, made


def _pygeoda(method: str):
    def solve(atoms: Atoms, task: Task, folder: Path):
        import pygeoda

        graph = task.csr()
        path = folder / "w.gal"
        lines = [f"0 {len(task.rows)} a id"]
        for i in range(len(task.rows)):
            near = graph.indices[graph.indptr[i] : graph.indptr[i + 1]] + 1
            lines += [f"{i + 1} {len(near)}", " ".join(map(str, near))]
        path.write_text("\n".join(lines) + "\n")
        ids = [str(i + 1) for i in range(len(task.rows))]
        setup, weights = _timed(lambda: pygeoda.read_gal(str(path), ids))
        data = [atoms.xy[task.rows, i].tolist() for i in (0, 1)]
        bound = {"bound_variable": atoms.persons[task.rows].tolist(), "min_bound": 150.0}
        options = {"cpu_threads": 1, "random_seed": 1, **bound}
        if method == "skater":
            spent, made = _timed(lambda: pygeoda.skater(task.k, weights, data, **options))
        else:
            spent, made = _timed(
                lambda: pygeoda.redcap(task.k, weights, data, "fullorder-wardlinkage", **options)
            )
        return spent, setup, made["Clusters"]

    return solve


def _metis(atoms: Atoms, task: Task, folder: Path):
    import pymetis

    graph = task.csr(_pull(task))
    arrays = [graph.indptr.tolist(), graph.indices.tolist(), graph.data.astype(int).tolist()]
    people = np.maximum(1, atoms.persons[task.rows].astype(int)).tolist()
    spent, made = _timed(
        lambda: pymetis.part_graph(
            task.k,
            xadj=arrays[0],
            adjncy=arrays[1],
            eweights=arrays[2],
            vweights=people,
            contiguous=True,
            options=pymetis.Options(seed=1),
        )
    )
    return spent, 0.0, made[1]


def _kahip(atoms: Atoms, task: Task, folder: Path):
    import kahip

    graph = task.csr(_pull(task))
    people = np.maximum(1, atoms.persons[task.rows].astype(int)).tolist()
    arrays = [graph.indptr.tolist(), graph.data.astype(int).tolist(), graph.indices.tolist()]
    spent, made = _timed(lambda: kahip.kaffpa(people, *arrays, task.k, 0.2, True, 1, 0))
    return spent, 0.0, made[1]


def _pull(task: Task) -> np.ndarray:
    """How strongly neighbours hold together: shared metres, a quarter of them on barriers."""
    return task.shared - 0.75 * task.seen


def _frame(atoms: Atoms, task: Task):
    import geopandas as gpd

    xy = atoms.xy[task.rows]
    points = gpd.points_from_xy(xy[:, 0], xy[:, 1])
    columns = {"x": xy[:, 0], "y": xy[:, 1], "persons": atoms.persons[task.rows]}
    return gpd.GeoDataFrame(columns, geometry=points)


def _w(task: Task):
    import libpysal

    graph = task.csr()
    near = {
        i: graph.indices[graph.indptr[i] : graph.indptr[i + 1]].tolist()
        for i in range(len(task.rows))
    }
    return libpysal.weights.W(near, silence_warnings=True)


def _spopt(name: str):
    def solve(atoms: Atoms, task: Task, folder: Path):
        from spopt import region

        frame, w = _frame(atoms, task), _w(task)
        if name == "WardSpatial":
            model = region.WardSpatial(frame, w, ["x", "y"], task.k)
        elif name == "MaxP":
            model = region.MaxPHeuristic(frame, w, ["x", "y"], "persons", 150, top_n=2)
        elif name == "AZP":
            model = region.AZP(frame, w, ["x", "y"], task.k, random_state=1)
        else:
            model = region.Skater(frame, w, ["x", "y"], task.k, floor=2)
        spent, _ = _timed(model.solve)
        return spent, 0.0, np.asarray(model.labels_)

    return solve


def _gerrychain(atoms: Atoms, task: Task, folder: Path):
    import networkx as nx
    from gerrychain import Graph
    from gerrychain.partition import recursive_tree_part

    plain = nx.Graph()
    people = atoms.persons[task.rows]
    plain.add_nodes_from((i, {"persons": float(p)}) for i, p in enumerate(people))
    plain.add_edges_from(map(tuple, task.pair.tolist()))
    graph = Graph.from_networkx(plain)
    spent, made = _timed(
        lambda: recursive_tree_part(
            graph, list(range(task.k)), float(people.sum() / task.k), "persons", 0.4
        )
    )
    return spent, 0.0, [made[i] for i in range(len(people))]


#: Name to solver, and whether it works in a time box.
PEERS = {
    "pygeoda skater": (_pygeoda("skater"), False),
    "pygeoda redcap": (_pygeoda("redcap"), False),
    "METIS": (_metis, False),
    "KaHIP": (_kahip, True),
    "spopt WardSpatial": (_spopt("WardSpatial"), True),
    "spopt MaxP": (_spopt("MaxP"), True),
    "spopt AZP": (_spopt("AZP"), True),
    "spopt Skater": (_spopt("Skater"), True),
    "gerrychain": (_gerrychain, True),
}
