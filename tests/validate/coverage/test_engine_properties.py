"""What must hold for every coverage, however it was damaged."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from zoning.geo.edges import edges_of
from zoning.validate.coverage.arrangement import match_edges
from zoning.validate.coverage.coverage_model import Coverage
from zoning.validate.coverage.engine import _arranged, find_patches

BASE = np.array([437_500.0, 3_200_000.0])


def grid(rng, rows, columns, between):
    """Zones that fit exactly: cells of a crooked grid, with vertices between the corners."""
    corners = np.stack(np.meshgrid(np.arange(columns + 1), np.arange(rows + 1)), axis=-1) * 100.0
    corners = BASE + corners + rng.uniform(-20, 20, corners.shape)

    def side(a, b):
        share = np.linspace(0, 1, between + 2)[1:-1, None]
        return a + share * (b - a) + rng.uniform(-5, 5, (between, 2))

    across = [
        [side(corners[r, c], corners[r, c + 1]) for c in range(columns)] for r in range(rows + 1)
    ]
    up = [[side(corners[r, c], corners[r + 1, c]) for c in range(columns + 1)] for r in range(rows)]
    return [
        shapely.Polygon(
            np.concatenate(
                [
                    corners[r, c][None],
                    across[r][c],
                    corners[r, c + 1][None],
                    up[r][c + 1],
                    corners[r + 1, c + 1][None],
                    across[r + 1][c][::-1],
                    corners[r + 1, c][None],
                    up[r][c][::-1],
                ]
            )
        )
        for r in range(rows)
        for c in range(columns)
    ]


def damage(rng, zones):
    """One to four faults of any size, from below a nanometre to ten metres."""
    zones = list(zones)
    for _ in range(rng.integers(1, 5)):
        at = int(rng.integers(len(zones)))
        size = 10.0 ** rng.integers(-10, 2)
        shift = rng.uniform(-1, 1, 2) * size
        kind = rng.integers(6)
        if kind == 0 and len(zones) > 1:
            del zones[at]
        elif kind == 1:
            zones[at] = shapely.transform(zones[at], lambda c, d=shift: c + d)
        elif kind == 2:
            zones.append(shapely.transform(zones[at], lambda c, d=shift: c + d))
        elif kind == 3:
            zones.append(shapely.centroid(zones[at]).buffer(rng.uniform(1, 300), quad_segs=2))
        elif kind == 4 and not zones[at].interiors:
            jitter = rng.uniform(-1, 1, (shapely.get_num_coordinates(zones[at]), 2)) * size
            jitter[-1] = jitter[0]
            moved = shapely.transform(zones[at], lambda c, d=jitter: c + d)
            if moved.is_valid:
                zones[at] = moved
        else:
            hole = shapely.centroid(zones[at]).buffer(rng.uniform(1, 20), quad_segs=2)
            left = shapely.difference(zones[at], hole)
            if not left.is_empty:
                zones[at] = left
    return zones


CASES = st.tuples(
    st.integers(0, 2**32 - 1), st.integers(1, 5), st.integers(1, 5), st.integers(0, 3)
)


def make(case):
    seed, rows, columns, between = case
    rng = np.random.default_rng(seed)
    clean = grid(rng, rows, columns, between)
    cut = int(rng.integers(0, len(clean)))
    parents = [shapely.coverage_union_all(p) for p in (clean[:cut], clean[cut:]) if p]
    return clean, np.array(damage(rng, clean), dtype=object), np.array(parents, dtype=object)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(CASES)
def test_counts_over_faces_add_up_to_the_areas(case):
    """Every face counted as often as zones lie over it gives the zones' area, and parents'."""
    _, zones, parents = make(case)
    coverage = Coverage.of(zones, parents, np.ones(len(zones), bool))
    edges = edges_of(zones, coverage.members), edges_of(parents, coverage.holders)
    made = _arranged(match_edges(*edges, len(zones)), coverage, 0.0)
    if made is None:
        return
    arrangement = made[0]
    planar, counts = arrangement.planar, arrangement.counts
    assert (counts >= 0).all()
    extra = ((counts[:, 0] - counts[:, 1]) * planar.area).sum()
    wanted = shapely.area(zones).sum() - shapely.area(parents).sum()
    assert abs(extra - wanted) <= coverage.tolerance * shapely.length(zones).sum() + 1e-9
    step = np.bincount(arrangement.half[arrangement.owner < len(zones)], minlength=len(planar.face))
    over = np.append(counts[:, 0], 0)
    twin = np.arange(len(planar.face)) ^ 1
    assert (over[planar.face] - over[planar.face[twin]] == step - step[twin]).all()


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(CASES)
def test_order_of_rows_and_of_vertices_changes_nothing(case):
    _, zones, parents = make(case)
    zones = zones[np.unique(shapely.to_wkb(zones), return_index=True)[1]]
    rng = np.random.default_rng(case[0])
    order = rng.permutation(len(zones))
    one = find_patches(zones, within=parents).frame
    turned = shapely.reverse(zones[order])
    two = find_patches(turned, within=parents[::-1]).frame
    back = [tuple(sorted(order[list(z)].tolist())) for z in two["zones"]]
    assert one["kind"].tolist() == two["kind"].tolist()
    assert [tuple(sorted(z)) for z in one["zones"]] == back
    assert one.geometry.to_wkb().tolist() == two.geometry.to_wkb().tolist()


@settings(max_examples=30, deadline=None)
@given(CASES)
def test_a_clean_coverage_is_quiet(case):
    clean, _, parents = make(case)
    assert len(find_patches(clean, within=parents)) == 0
    assert len(find_patches(clean)) == 0


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(CASES)
def test_patches_lie_where_the_overlay_of_geos_says(case):
    """GEOS may move vertices by a few micrometres: compared to that, and away from it."""
    _, zones, parents = make(case)
    frame = find_patches(zones, within=parents).frame
    wide = frame[frame["width_m"] > 1e-4]
    union, land = shapely.union_all(zones), shapely.union_all(parents)
    wanted = shapely.difference(land, union)
    gaps = shapely.union_all(wide.geometry[wide["kind"] == "gap"].array)
    slack = 2e-4 * shapely.length(zones).sum() + 1e-6
    assert abs(wanted.area - gaps.area) <= slack
    assert shapely.symmetric_difference(wanted, gaps).area <= slack
