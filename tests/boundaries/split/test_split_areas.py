"""A split on towns that can be checked by eye."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely

from tests.fixtures.division_judge import assert_counted_once, assert_exact, avoidable, rows
from tests.fixtures.drawn_towns import CRS, area, grid_houses, houses, rules, town
from zoning.boundaries import split
from zoning.errors import CRSError, GeometryError, LayerError, SplitError


@pytest.fixture(scope="module")
def square():
    areas, homes, streets = town()
    return areas, homes, streets, split(areas, buildings=homes, barriers=streets, profile=rules())


def test_square_town_is_divided_exactly(square):
    areas, homes, _, made = square
    assert_exact(areas, made)
    assert_counted_once(homes, made)
    assert avoidable(made, 150, 350) == []
    assert made.zones["in_range"].all()


def test_zones_follow_streets_where_blocks_allow(square):
    *_, made = square
    # 16 houses of 10 people a block: zones are one or two whole blocks.
    assert made.zones["visible_share"].min() > 0.99
    assert set(made.zones["n_buildings"]) <= {16, 32}


def test_rows_and_workers_do_not_matter(square):
    areas, homes, streets, made = square
    again = split(
        areas,
        buildings=homes.sample(frac=1, random_state=1),
        barriers=streets.sample(frac=1, random_state=2),
        profile=rules(),
        workers=2,
    )
    assert rows(again) == rows(made)


def test_inputs_are_left_alone(square):
    areas, homes, streets, _ = square
    fresh = town()
    assert areas.equals(fresh[0])
    assert homes.equals(fresh[1])
    assert streets.equals(fresh[2])


def test_codes_are_built_from_the_district(square):
    *_, made = square
    for row in made.zones.itertuples():
        assert row.zone_code[:-3] == row.district_code
        assert row.district_code[:-3] == "1"
    counts = made.zones.groupby("district_code").size()
    assert (made.districts.set_index("district_code")["n_zones"] == counts).all()


def test_detached_part_is_a_zone_of_its_own_with_its_reason():
    land = shapely.MultiPolygon([shapely.box(0, 0, 400, 400), shapely.box(600, 0, 700, 100)])
    areas, homes = area(land), grid_houses(700, 25)
    homes = homes[homes.within(land)]
    made = split(areas, buildings=homes, profile=rules())
    part = made.zones[made.zones.geometry.centroid.x > 500]
    empty = split(areas, buildings=homes[homes.geometry.centroid.x < 500], profile=rules())
    assert len(part) == 1
    assert part["persons"].iloc[0] == 160
    lone = empty.zones[empty.zones.geometry.centroid.x > 500]
    assert list(lone["reason"]) == ["uninhabited"]
    assert_exact(areas, made)


def test_tower_is_alone_and_locks_nobody_in():
    areas, homes, streets = town(400)
    homes.loc[homes.index[0], "persons"] = 900
    made = split(areas, buildings=homes, barriers=streets, profile=rules())
    tower = made.zones[made.zones["persons"] > 350]
    assert list(tower["reason"]) == ["tower"]
    assert list(tower["n_buildings"]) == [1]
    assert avoidable(made, 150, 350) == []


def test_villages_are_districts_and_official_ones_are_never_invented():
    both = area(shapely.box(0, 0, 300, 300), shapely.box(300, 0, 600, 300), code="500112001001")
    villages = both.assign(level="village")
    homes = grid_houses(600, 25)
    made = split(villages, buildings=homes, profile="cn-2020")
    assert set(made.districts["district_code"]) == set(villages["area_code"])
    with pytest.raises(SplitError, match="official"):
        split(area(shapely.box(0, 0, 300, 300), code="500112"), buildings=homes, profile="cn-2020")


def test_no_buildings_gives_one_zone_a_part_and_says_so():
    made = split(area(shapely.box(0, 0, 100, 100)), profile=rules())
    assert len(made.zones) == 1
    assert any("no limit" in note or "skipped" in note for note in made.notes)


def test_building_outside_every_area_has_no_zone():
    homes = houses([(50, 50), (500, 500)], 200)
    made = split(area(shapely.box(0, 0, 100, 100)), buildings=homes, profile=rules())
    assert list(made.buildings["zone_code"].isna()) == [False, True]


def test_no_line_cuts_a_building_without_a_barrier():
    rng = np.random.default_rng(5)
    homes = houses(rng.uniform(10, 390, (300, 2)), 12, side=6)
    tree = shapely.STRtree(homes.geometry.to_numpy())
    a, b = tree.query(homes.geometry.to_numpy(), predicate="intersects")
    homes = homes.drop(index=homes.index[np.unique(b[a < b])])
    made = split(area(shapely.box(0, 0, 400, 400)), buildings=homes, profile=rules())
    assert len(made.zones) > 5
    lines = shapely.STRtree(shapely.boundary(made.zones.geometry.to_numpy()))
    _, cut = lines.query(shapely.buffer(homes.geometry.to_numpy(), -0.05), predicate="intersects")
    assert len(cut) == 0


def _cut(made, homes):
    """Rows of the houses that a piece's border cuts by more than 5 cm."""
    lines = shapely.STRtree(shapely.boundary(made.atoms.geometry.to_numpy()))
    inside = shapely.buffer(homes.geometry.to_numpy(), -0.05)
    return np.unique(lines.query(inside, predicate="intersects")[0]).tolist()


def test_terraced_houses_are_divided_along_their_common_wall():
    """Walls in one line, corners of neighbours at different angles and shifted by 2 m."""
    lower = [shapely.box(x, 20, x + 10, 30) for x in range(20, 180, 10)]
    upper = [
        shapely.Polygon([(x, 30), (x + 12, 30), (x + 12, 42), (x - 1, 40), (x - 3, 33)])
        for x in range(22, 180, 17)
    ]
    homes = houses([(0, 0)] * (len(lower) + len(upper)), 40)
    homes = homes.set_geometry([*lower, *upper], crs=CRS)
    made = split(area(shapely.box(0, 0, 200, 60)), buildings=homes, profile=rules())
    assert len(made.zones) > 2
    assert _cut(made, homes) == []


def test_a_house_around_a_courtyard_is_not_cut_by_the_line_around_the_house_in_it():
    around = shapely.box(100, 100, 140, 140) - shapely.box(110, 110, 130, 130)
    homes = houses([(120, 120), (0, 0), (50, 50), (60, 150), (180, 180)], 120)
    homes.loc[1, "geometry"] = around
    made = split(area(shapely.box(0, 0, 200, 200)), buildings=homes, profile=rules())
    assert _cut(made, homes) == []


def test_a_house_across_a_border_is_cut_by_that_border_alone():
    left, right = shapely.box(0, 0, 100, 100), shapely.box(100, 0, 200, 100)
    xy = [(x, y) for x in (120, 150, 180) for y in (15, 35, 65, 85)]
    homes = houses([*xy, (30, 30), (30, 70), (100, 50)], 60)
    homes.loc[len(homes) - 1, "geometry"] = shapely.box(88, 46, 111, 54)
    made = split(area(left, right), buildings=homes, profile=rules())
    across = homes.geometry.iloc[-1]
    border = shapely.buffer(shapely.LineString([(100, 0), (100, 100)]), 0.01)
    lines = shapely.union_all(shapely.boundary(made.zones.geometry.to_numpy()))
    inside = shapely.intersection(shapely.difference(lines, border), shapely.buffer(across, -0.05))
    assert inside.is_empty
    assert _cut(made, homes.iloc[:-1]) == []


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        (lambda a: a.set_crs(None, allow_override=True), CRSError, "no CRS"),
        (lambda a: a.to_crs(4326), CRSError, "degrees"),
        (lambda a: a.drop(columns="area_code"), LayerError, "area_code"),
        (
            lambda a: a.set_geometry([shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])], crs=CRS),
            GeometryError,
            "1",
        ),
    ],
)
def test_bad_areas_get_one_line(change, error, words):
    with pytest.raises(error, match=words) as caught:
        split(change(area(shapely.box(0, 0, 100, 100))), profile=rules())
    assert "\n" not in str(caught.value)


def test_layers_in_another_crs_are_refused():
    homes = houses([(50, 50)], 10).to_crs(32651)
    with pytest.raises(CRSError, match="buildings"):
        split(area(shapely.box(0, 0, 100, 100)), buildings=homes, profile=rules())


def test_what_lies_outside_every_area_is_named_with_its_people():
    homes = houses([(50, 50), (500, 500)], 200)
    made = split(area(shapely.box(0, 0, 100, 100)), buildings=homes, profile=rules())
    assert made.uncounted[["layer", "persons"]].values.tolist() == [["buildings", 200]]
    assert made.uncounted["id"].tolist() == [homes["building_id"].iloc[1]]
    blocks = area(shapely.box(0, 0, 100, 100), shapely.box(400, 0, 500, 100), code="11")
    blocks = blocks.rename(columns={"area_code": "block_id"}).assign(persons=[200, 300])
    made = split(area(shapely.box(0, 0, 100, 100)), blocks=blocks, profile=rules())
    assert made.uncounted[["layer", "persons"]].values.tolist() == [["blocks", 300]]


@pytest.mark.slow
def test_a_township_without_villages_is_not_divided_where_districts_are_official():
    towns = area(shapely.box(0, 0, 300, 300), shapely.box(300, 0, 600, 300))
    towns = towns.assign(area_code=["500112001000", "500112002000"], name=["East", "West"])
    village = towns.iloc[:1].assign(area_code="500112001001", level="village")
    areas = pd.concat([towns.assign(level="township"), village], ignore_index=True)
    homes = grid_houses(600, 25)
    made = split(areas, buildings=homes, profile="cn-2020")
    assert set(made.districts["district_code"]) == {"500112001001"}
    assert any("500112002000 West: no village in it" in note for note in made.notes)
    assert len(made.uncounted) == made.buildings["zone_code"].isna().sum() > 0
    # Others may be drawn: there, the township is divided as it is.
    made = split(areas, buildings=homes, profile="general")
    assert {code[:12] for code in made.districts["district_code"]} == {
        "500112001001",
        "500112002000",
    }
    with pytest.raises(SplitError, match="000 is no district"):
        split(towns.assign(level="township"), buildings=homes, profile="cn-2020")
