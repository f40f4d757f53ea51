"""The synthetic county: its figures, its exactness, its repeatability."""

import numpy as np
import pandas as pd
import pytest
import shapely

from tests.fixtures.county import KINDS, county
from zoning.model import schema

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["yubei", "tengzhou"])
def made(request):
    return request.param, county(request.param, seed=7, scale=0.1)


@pytest.mark.slow
def test_it_has_the_figures_of_its_kind(made):
    kind, layers = made
    figures = KINDS[kind]
    assert (layers.areas["level"] == "township").sum() == round(figures.townships * 0.1)
    villages = (layers.areas["level"] == "village").sum()
    assert abs(villages - figures.districts * 0.1) <= 2
    assert len(layers.buildings) == pytest.approx(figures.buildings * 0.1, rel=0.02)
    assert layers.buildings["persons"].sum() == round(figures.persons * 0.1)


def test_layers_follow_the_schema(made):
    _, layers = made
    schema.require(layers.areas, schema.AREAS)
    schema.require(layers.barriers, schema.BARRIERS)
    schema.require(layers.buildings, schema.BUILDINGS)
    codes = layers.areas["area_code"]
    assert codes.str.fullmatch(r"\d{12}").all()
    assert layers.areas.crs == layers.barriers.crs == layers.buildings.crs


def test_each_level_is_an_exact_coverage(made):
    _, layers = made
    parts = [layers.level(level).geometry.array for level in ("county", "township", "village")]
    for polygons in parts:
        assert shapely.is_valid(polygons).all()
        assert shapely.coverage_is_valid(np.asarray(polygons))
    assert shapely.equals(shapely.coverage_union_all(np.asarray(parts[2])), parts[0][0])


@pytest.mark.slow
def test_it_is_hard_in_the_ways_of_a_real_county():
    layers = county("yubei", seed=7, scale=0.3)
    villages = layers.level("village")
    assert (villages.geometry.geom_type == "MultiPolygon").any(), "detached parts"
    assert (villages["population"] < 150).any(), "districts with hardly anyone"
    assert (layers.buildings["persons"] > 350).any(), "towers"
    lines = np.concatenate([layers.barriers.geometry.array, villages.boundary.array])
    tree = shapely.STRtree(layers.buildings.geometry.array)
    cut = np.unique(tree.query(lines, predicate="intersects")[1])
    assert 0.005 < len(cut) / len(layers.buildings) < 0.03, "buildings on a line"
    assert set(layers.barriers["kind"]) == {"road", "river", "rail"}
    assert layers.barriers.geometry.is_ring.any(), "islands and roundabouts"


@pytest.mark.slow
def test_houses_do_not_overlap(made):
    _, layers = made
    shapes = layers.buildings.geometry.array
    pairs = shapely.STRtree(shapes).query(shapes, predicate="overlaps")
    assert pairs.size == 0


def test_people_of_areas_are_those_of_their_buildings(made):
    _, layers = made
    totals = layers.areas.groupby("level")["population"].sum()
    assert totals["county"] == totals["township"] == totals["village"]
    assert totals["county"] <= layers.buildings["persons"].sum()


@pytest.mark.slow
def test_the_same_seed_gives_the_same_county():
    one, two, other = (county("yubei", seed=s, scale=0.03) for s in (3, 3, 4))
    for name in ("areas", "barriers", "buildings"):
        a, b, c = (getattr(x, name) for x in (one, two, other))
        assert (a.geometry.to_wkb() == b.geometry.to_wkb()).all()
        pd.testing.assert_frame_equal(a.drop(columns="geometry"), b.drop(columns="geometry"))
        assert len(a) != len(c) or (a.geometry.to_wkb() != c.geometry.to_wkb()).any()


@pytest.mark.slow
def test_it_writes_geopackages(tmp_path):
    paths = county("tengzhou", seed=1, scale=0.02).write(tmp_path)
    assert set(paths) == {"county", "townships", "villages", "barriers", "buildings"}
    assert all(p.stat().st_size > 10_000 for p in paths.values())
