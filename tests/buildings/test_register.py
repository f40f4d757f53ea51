"""Every building once: copies merged by the rule, ids that last, an account that adds up."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from geopandas.testing import assert_geodataframe_equal
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, MultiPoint, Point, Polygon, box

from tests.fixtures.deliveries import ORDER, deliveries, judge_merging, terraces
from zoning.buildings import register
from zoning.errors import LayerError
from zoning.io.read import read_layer
from zoning.model.schema import BUILDINGS, conform

CRS = "EPSG:2056"


def source(name, *shapes, **columns):
    ids = [f"{name}{i}" for i in range(len(shapes))]
    frame = gpd.GeoDataFrame(
        {"building_id": ids, "source": name, "source_id": ids, **columns},
        geometry=list(shapes),
        crs=CRS,
    )
    return conform(frame, BUILDINGS)


def both(*sources):
    return pd.concat(sources, ignore_index=True)


def test_a_copy_drawn_aside_goes_into_the_better_source():
    made = register(both(source("b", box(1, 1, 11, 11)), source("a", box(0, 0, 10, 10))), order="a")
    assert made.buildings["building_id"].tolist() == ["a0"]
    assert made.merged.drop(columns="share").values.tolist() == [["b", "b0", "a0", "covered"]]
    assert made.merged["share"].tolist() == [pytest.approx(0.81)]


def test_a_small_shed_drawn_aside_is_found_by_its_centre():
    made = register(both(source("a", box(0, 0, 3, 3)), source("b", box(1.6, 1.6, 4.6, 4.6))))
    assert made.merged["why"].tolist() == ["shifted"]


def test_neighbours_that_share_a_wall_stay_two():
    made = register(source("a", box(0, 0, 10, 10), box(10, 0, 20, 10)))
    assert len(made.buildings) == 2
    made = register(both(source("a", box(0, 0, 10, 10)), source("b", box(9, 0, 19, 10))))
    assert len(made.buildings) == 2


def test_what_one_source_splits_and_the_other_merges():
    whole, west, east = box(0, 0, 20, 10), box(0, 0, 10, 10), box(10, 0, 20, 10)
    made = register(both(source("a", whole), source("b", west, east, households=[3, 4])))
    assert made.buildings[["building_id", "households"]].values.tolist() == [["a0", 7]]
    made = register(both(source("a", west, east), source("b", whole, households=[7], use="school")))
    assert made.buildings["households"].tolist() == [4, 3]
    assert made.buildings["use"].tolist() == ["school", "school"]
    assert set(made.buildings["figures"]) == {"households=b"}


def test_inside_one_source_only_copies_and_parts_are_merged():
    made = register(
        source("a", box(0, 0, 10, 10), box(0, 0, 10, 10), box(2, 2, 4, 4), box(6, 0, 16, 10))
    )
    assert made.buildings["building_id"].tolist() == ["a0", "a3"]
    assert made.merged["why"].tolist() == ["copy", "part"]


def test_points_go_into_the_building_they_stand_in_or_beside():
    made = register(
        both(
            source("a", box(0, 0, 10, 10)),
            source("p", Point(5, 5), Point(11, 5), Point(30, 5), floors=[2, None, 1]),
        ),
        order=["p", "a"],
    )
    assert made.buildings["building_id"].tolist() == ["a0", "p2"]
    assert made.buildings["floors"].tolist() == [2, 1]
    assert made.merged["why"].tolist() == ["point", "point"]


def test_the_better_source_wins_column_by_column():
    made = register(
        both(
            source("a", box(0, 0, 10, 10), use=["住宅"], floors=[None], persons=[7]),
            source("b", box(0, 0, 10, 10), use=["office"], floors=[3], persons=[9]),
        )
    )
    row = made.buildings.iloc[0]
    assert (row["use"], row["floors"], row["persons"]) == ("residential", 3, 7)
    assert row["figures"] == "floors=b;persons=a"


def test_what_cannot_be_a_building_is_refused_by_name_and_the_rest_counted():
    bow = Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    ring = LineString([(30, 0), (40, 0), (40, 10), (30, 10), (30, 0)])
    made = register(
        source("a", bow, ring, LineString([(0, 0), (1, 1)]), None, MultiPoint([(60, 0), (62, 0)]))
    )
    assert made.refused["cause"].tolist() == ["an open line, not an outline", "no geometry"]
    assert made.counts.loc["a"].to_dict() == {
        "delivered": 5,
        "taken": 3,
        "merged": 0,
        "refused": 2,
        "repaired": 1,
    }
    kinds = made.buildings.geometry.geom_type.tolist()
    assert kinds == ["MultiPolygon", "Polygon", "Point"]
    assert made.buildings.geometry.is_valid.all()


def test_an_id_lasts_when_the_first_source_stays_away():
    a, b = source("a", box(0, 0, 10, 10)), source("b", box(1, 0, 11, 10), box(50, 0, 60, 10))
    first = register(both(a, b), order="ab")
    assert first.buildings["building_id"].tolist() == ["a0", "b1"]
    issued = first.issued.assign(issued_id="x")
    second = register(b, issued=issued)
    assert second.buildings["building_id"].tolist() == ["a0", "b1"]
    assert len(second.issued) == 0


def test_the_same_id_in_two_sources_is_told_apart():
    a, b = source("a", box(0, 0, 10, 10)), source("b", box(50, 0, 60, 10))
    made = register(both(a.assign(source_id="7"), b.assign(source_id="7")))
    assert made.buildings["building_id"].tolist() == ["7", "b.7"]


def test_a_layer_without_sources_is_refused():
    with pytest.raises(LayerError, match="source is missing"):
        register(source("a", box(0, 0, 1, 1)).drop(columns="source"))


@pytest.fixture(scope="module")
def three():
    """Three sources of a thousand houses with a known truth."""
    rng = np.random.default_rng(7)
    side = rng.uniform(7, 24, (1000, 2))
    corner = np.array([(40 * (i % 40), 40 * (i // 40)) for i in range(1000)])
    shapes = [box(x, y, x + a, y + b) for (x, y), (a, b) in zip(corner, side, strict=True)]
    truth = terraces(gpd.GeoDataFrame(geometry=shapes, crs=CRS), 0.3, rng)
    return deliveries(truth, rng)


def test_precision_and_recall_on_a_known_truth(three):
    made = register(three, order=ORDER)
    precision, recall = judge_merging(three, made)
    assert precision >= 0.99
    assert recall >= 0.99
    counts = made.counts
    assert (counts["delivered"] == counts[["taken", "merged", "refused"]].sum(axis=1)).all()
    assert counts["delivered"].sum() == len(three)
    assert counts["refused"].sum() == 0


@pytest.mark.slow
@settings(max_examples=4, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_the_order_of_rows_does_not_matter(seed):
    rng = np.random.default_rng(1)
    shapes = [box(30 * i, 0, 30 * i + 12, 9) for i in range(40)]
    three = deliveries(terraces(gpd.GeoDataFrame(geometry=shapes, crs=CRS), 0.5, rng), rng)
    made = register(three, order=ORDER)
    mixed = register(three.sample(frac=1, random_state=seed), order=ORDER)
    assert_geodataframe_equal(made.buildings, mixed.buildings)
    pd.testing.assert_frame_equal(made.merged, mixed.merged)


@pytest.mark.realdata
def test_mixed_geometry_of_kathmandu(shared_data):
    frame = read_layer(shared_data / "np_kathmandu_osm" / "kathmandu_extract.geojson")
    frame = frame.to_crs("EPSG:32645").rename(columns={"osm_id": "source_id"})
    frame = frame.assign(source="osm", building_id=frame["source_id"])
    made = register(frame)
    assert made.counts.loc["osm", "delivered"] == 689
    assert set(made.refused["cause"]) == {"an open line, not an outline"}
    assert len(made.buildings) >= 660
