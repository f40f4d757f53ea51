"""What holds for every division, on random small towns."""

from __future__ import annotations

import itertools

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fixtures.division_judge import assert_counted_once, assert_exact, avoidable, rows
from tests.fixtures.drawn_towns import CRS, area, houses, rules
from zoning.boundaries import split

_COORDINATE = st.integers(0, 20).map(lambda i: i * 20.0)
_POINT = st.tuples(_COORDINATE, _COORDINATE)
_SLOW = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@st.composite
def parents(draw):
    """One to three touching boxes, one of them perhaps with a hole or a detached part."""
    cuts = sorted(draw(st.sets(st.integers(1, 19), max_size=2)))
    edges = [0, *cuts, 20]
    shapes = [shapely.box(a * 20.0, 0, b * 20.0, 400) for a, b in itertools.pairwise(edges)]
    if draw(st.booleans()):
        shapes[0] = shapely.MultiPolygon([shapes[0], shapely.box(-100, 0, -40, 60)])
    if draw(st.booleans()):
        x0, _, x1, _ = shapes[-1].bounds
        hole = shapely.box(x0 + (x1 - x0) / 4, 100, x1 - (x1 - x0) / 4, 160)
        shapes[-1] = shapes[-1].difference(hole)
    return area(*shapes)


@st.composite
def streets(draw):
    """Lines that cross, dangle, overlap, repeat or run along a border."""
    lines = [
        shapely.LineString(xy)
        for xy in draw(st.lists(st.lists(_POINT, min_size=2, max_size=4), max_size=8))
        if len(set(xy)) > 1
    ]
    ids = [f"s{i}" for i in range(len(lines))]
    return gpd.GeoDataFrame({"barrier_id": ids, "kind": "road"}, geometry=lines, crs=CRS)


@st.composite
def homes(draw):
    """Houses or points: in rows, twice in one place, touching, across borders, or none."""
    side = draw(st.sampled_from([0.0, 6.0, 20.0]))
    xy = draw(st.lists(_POINT, max_size=40))
    persons = draw(st.lists(st.integers(0, 120), min_size=len(xy), max_size=len(xy)))
    return houses(np.array(xy, dtype=float).reshape(-1, 2), persons or 0, side)


@_SLOW
@pytest.mark.slow
@given(parents(), streets(), homes())
def test_every_division_is_exact(areas, barriers, buildings):
    made = split(areas, buildings=buildings, barriers=barriers, profile=rules())
    assert_exact(areas, made)
    assert len(made.buildings) == len(buildings)
    assert (
        made.zones["persons"].fillna(0).sum()
        == buildings["persons"][
            made.buildings.set_index("building_id")["zone_code"]
            .reindex(buildings["building_id"])
            .notna()
            .to_numpy()
        ].sum()
    )


@pytest.mark.slow
@settings(_SLOW, max_examples=6)
@given(parents(), streets(), homes(), st.randoms(use_true_random=False))
def test_order_and_workers_do_not_matter(areas, barriers, buildings, chance):
    one = split(areas, buildings=buildings, barriers=barriers, profile=rules())
    seed = chance.randrange(1000)
    two = split(
        areas.sample(frac=1, random_state=seed),
        buildings=buildings.sample(frac=1, random_state=seed),
        barriers=barriers.sample(frac=1, random_state=seed),
        profile=rules(),
        workers=2,
    )
    assert rows(one) == rows(two)


@pytest.mark.slow
@settings(_SLOW, max_examples=8)
@given(st.integers(0, 10_000), st.integers(60, 160))
def test_scattered_houses_give_zones_within_the_limits(seed, count):
    rng = np.random.default_rng(seed)
    grid = rng.permutation(400)[:count]
    xy = np.column_stack([grid % 20, grid // 20]) * 20.0 + rng.uniform(6, 14, (count, 2))
    buildings = houses(xy, rng.integers(2, 40, count), side=5.0)
    areas = area(shapely.box(0, 0, 400, 400))
    made = split(areas, buildings=buildings, profile=rules())
    assert_exact(areas, made)
    assert_counted_once(buildings, made)
    assert avoidable(made, 150, 350) == []
