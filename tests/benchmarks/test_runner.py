"""The benchmarks' own machinery: names, tables, atoms as graphs, blocks, memory by stage."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely import LineString, MultiPolygon, box

from benchmarks.__main__ import main, modules
from benchmarks.report import Figure, figures_table
from benchmarks.splitting.atoms import atom_graph, judge, tasks
from benchmarks.splitting.blocks import PLACES, judge_tracts, tracts
from benchmarks.splitting.worker import Clock


def test_benchmarks_are_found_and_unknown_ones_refused(capsys):
    assert {"blocks", "peers", "split"} <= set(modules())
    assert "worker" not in modules()
    assert main(["--list"]) == 0
    assert main(["nothing"]) == 2
    assert "no benchmark nothing" in capsys.readouterr().err


def test_a_figure_says_whether_it_is_reached():
    assert Figure.at_most("x", 2, 2.0).ok
    assert not Figure.at_most("x", 2, 2.001).ok
    assert Figure.at_least("x", 0.999, 0.9991).ok
    assert not Figure.exactly("x", 31, 30).ok
    text = figures_table([Figure.at_most("CPU s", 6.0, 7.5, "{:.1f}")])
    assert text.splitlines()[-1].split() == "| CPU s | <= 6.0 | 7.5 | NO |".split()


def test_a_clock_counts_stages():
    clock = Clock()
    clock.start("read")
    clock("split", 0, 2)
    list(range(100_000))
    clock("split", 1, 2)
    clock.start(None)
    assert list(clock.stages) == ["read", "split"]
    assert clock.total["wall"] >= clock.stages["split"]["wall"] > 0
    assert clock.total["peak_mb"] > 10


def row_of_atoms(persons):
    """Squares of 10 m in a row, a road along the border between the second and third."""
    atoms = gpd.GeoDataFrame(
        {"persons": persons, "zone_code": "500112001001001"},
        geometry=[box(10 * i, 0, 10 * i + 10, 10) for i in range(len(persons))],
        crs=4545,
    )
    barriers = gpd.GeoDataFrame(geometry=[LineString([(20, -5), (20, 15)])], crs=4545)
    return atom_graph(atoms, barriers)


def test_atoms_as_a_graph():
    graph = row_of_atoms([100, 100, 100, 200])
    assert graph.pair.tolist() == [[0, 1], [1, 2], [2, 3]]
    assert graph.shared.tolist() == [10, 10, 10]
    assert graph.seen.tolist() == [0, 10, 0]


def test_a_labelling_is_judged():
    graph = row_of_atoms([100, 100, 100, 200])
    m = judge(graph, np.array([0, 0, 1, 1]))
    assert (m.zones, m.out, m.in_range, m.multipart) == (2, 0, 1.0, 0)
    assert m.deviation == pytest.approx(50)
    assert m.on_barrier == 1.0
    assert m.compactness == pytest.approx(4 * np.pi * 200 / 60**2)
    assert judge(graph, np.array([0, 1, 0, 1])).multipart == 2
    assert judge(graph, np.array([0, 1, 2, 2])).out == 2


def test_towers_are_taken_out_of_the_tasks_of_peers():
    graph = row_of_atoms([250, 250, 900, 40])
    work, label = tasks(graph)
    assert [(t.rows.tolist(), t.k, t.pair.tolist()) for t in work] == [([0, 1], 2, [[0, 1]])]
    assert len(set(label)) == 3
    m = judge(graph, np.array([0, 1, 2, 3]))
    assert (m.in_range, m.out) == (1.0, 0), "the tower and the rest behind it are unavoidable"


def test_groups_of_blocks_are_judged():
    areas = gpd.GeoDataFrame(
        {"area_code": ["t"], "n_zones": [2]}, geometry=[box(0, 0, 30, 10)], crs=32619
    )
    blocks = gpd.GeoDataFrame(
        {"block_id": list("abc"), "area_code": "t", "persons": pd.array([40, 20, 60], "Int64")},
        geometry=[box(0, 0, 10, 10), box(10, 0, 20, 10), box(20, 0, 30, 10)],
        crs=32619,
    )
    even = judge_tracts(areas, blocks, ["x", "x", "y"])
    assert (even.deviation, even.multipart, even.unforced) == (0.0, (), ())
    torn = judge_tracts(areas, blocks, ["x", "y", "x"])
    assert torn.multipart == torn.unforced == ("x",)
    assert torn.deviation == pytest.approx(2 / 3)
    split_tract = areas.set_geometry([MultiPolygon([box(0, 0, 1, 1), box(2, 0, 3, 1)])])
    assert judge_tracts(split_tract, blocks, ["x", "y", "x"]).unforced == ()


@pytest.mark.realdata
@pytest.mark.parametrize("place", PLACES, ids=lambda p: p.name)
def test_official_block_groups_measure_as_published(shared_data, place):
    areas, blocks = tracts(place)
    m = judge_tracts(areas, blocks, blocks["official"])
    known = {"Providence": (0.342, 0.266, 0.592), "Rockland": (0.288, 0.197, 0.514)}
    assert (m.spread, m.deviation, m.compactness) == pytest.approx(known[place.name], abs=6e-4)
