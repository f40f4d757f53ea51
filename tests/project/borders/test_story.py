"""The whole story on Liechtenstein: two maps of one border become one line.

Mauren and Schellenberg are generalised apart, as two teams would; the disputes are compared,
proposed, settled by every method, and the project run; one is taken back; the derived file is
deleted and made again.
"""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely

from zoning import check, compare_borders, settle, split
from zoning.errors import GeometryError, SettlementError
from zoning.project.borders.agreed import compare_project, current_areas, current_register
from zoning.project.borders.settling import settle_disputes, undo_settlement
from zoning.project.borders.steps import (
    agree,
    pass_up,
    propose_for,
    record_proposal,
    visit,
)
from zoning.project.create import create
from zoning.project.pipeline import Project

pytestmark = pytest.mark.slow

SIDES = ("7008", "7011")
TOLERANCE = {"7008": 25, "7011": 12}


@pytest.fixture(scope="module")
def teams(sample):
    """Both sides with the buildings and streets around."""
    areas = gpd.read_file(sample, layer="municipalities").to_crs(2056)
    areas = areas[areas["code"].isin(SIDES)].rename(columns={"code": "area_code"})
    shapes = [
        shapely.simplify(g, TOLERANCE[c])
        for c, g in zip(areas["area_code"], areas.geometry, strict=True)
    ]
    areas = areas.set_geometry(gpd.GeoSeries(shapes, index=areas.index, crs=2056))
    ground = areas.union_all()
    rest = {}
    for layer in ("buildings", "streets"):
        frame = gpd.read_file(sample, layer=layer).to_crs(2056)
        rest[layer] = frame[frame.geometry.representative_point().within(ground)]
    return areas, rest["buildings"], rest["streets"]


@pytest.fixture(scope="module")
def folder(teams, tmp_path_factory):
    """A project of both, run provisionally as its borders overlap."""
    areas, buildings, streets = teams
    folder = tmp_path_factory.mktemp("border")
    file = folder / "teams.gpkg"
    areas.to_file(file, layer="municipalities")
    buildings.to_file(file, layer="buildings")
    streets.to_file(file, layer="streets")
    create(
        folder / "p",
        {
            "areas": [(str(file), "municipalities")],
            "buildings": [(str(file), "buildings")],
            "barriers": [(str(file), "streets")],
        },
        profile="general",
        name="Mauren and Schellenberg",
    )
    return folder / "p"


def test_zones_and_buildings_follow_a_settled_line(teams):
    areas, buildings, streets = teams
    sides = [areas[areas["area_code"] == c] for c in SIDES]
    made = [split(s, buildings=buildings, barriers=streets, profile="general") for s in sides]
    zones = tuple(m.zones for m in made)
    homes = gpd.pd.concat([m.buildings for m in made], ignore_index=True)
    homes = homes.drop_duplicates("building_id")
    found = compare_borders(*sides, buildings=homes, zones_a=zones[0], zones_b=zones[1])
    assert len(found.open) >= 4
    assert found.open["zones"].str.len().min() > 0
    result = settle(*sides, found, method="midline", children={"zones": zones}, buildings=homes)
    shapes = [g for pair in result.children["zones"] for g in pair.geometry]
    assert shapely.coverage_is_valid(shapes)
    assert shapely.coverage_is_valid([result.a.geometry.iloc[0], result.b.geometry.iloc[0]])
    both = gpd.pd.concat(result.children["zones"], ignore_index=True)
    assert [p for p in result.problems if p.kind == "emptied"] == []
    findings = check(both, within=gpd.pd.concat([result.a, result.b]), buildings=result.buildings,
                     select="COV,BLD001,BLD002")  # fmt: skip
    errors = findings.frame[findings.frame["severity"].isin(["error", "blocker"])]
    assert errors[errors["rule_id"].str.startswith("COV")].empty, errors["message"].tolist()
    # Every building that lies in settled ground is in the zone that it stands in.
    inside = result.moved.set_index("building_id")["zone_after"]
    where = dict(zip(both["zone_code"], both.geometry, strict=True))
    points = result.buildings.set_index("building_id").representative_point()
    assert all(where[zone].intersects(points[b]) for b, zone in inside.items())


def test_the_whole_story(folder):
    project = Project.open(folder)
    with pytest.raises(GeometryError, match="settle the border"):
        project.run()
    project.run(provisional=True)

    found = compare_project(project, by="anna")
    assert len(found.open) >= 4
    assert len(project.decisions("events")) == len(found)
    assert compare_project(project, by="anna").frame["dispute_id"].tolist() == (
        found.frame["dispute_id"].tolist()
    )
    assert len(project.decisions("events")) == len(found)
    ids = found.open["dispute_id"].tolist()

    proposals, _ = propose_for(project, ids)
    assert set(proposals["dispute_id"]) == set(ids)
    assert proposals[proposals["method"] == "midline"]["available"].all()

    record_proposal(project, ids[:1], method="midline", by="anna", document="letter 1")
    visit(project, ids[:1], on="2026-07-01", present="Anna, Berta", seen="a hedge", by="anna")
    agree(project, ids[:1], side="7008", by="anna", document="letter 2")
    agree(project, ids[:1], side="b", by="berta", document="letter 3")
    with pytest.raises(SettlementError, match="passed to the common superior"):
        settle_disputes(project, ids[1:2], method="a", basis="ruling", by="carla", document="r")
    with pytest.raises(SettlementError, match="no common superior"):
        pass_up(project, ids[1:2], by="anna")

    before = current_areas(project)
    rest = found.frame["dispute_id"].tolist()
    methods = dict(zip(ids, ("midline", "a", "b", "buildings", "enclave"), strict=False))
    for dispute in rest:
        method = methods.get(dispute, "midline")
        done = settle_disputes(
            project, [dispute], method=method, by="anna", document="minutes 7", accept=True
        )
        assert done.recorded
    register = current_register(project).set_index("dispute_id")
    assert set(register["status"]) == {"settled"}
    assert register.loc[ids[0], "agreed"] == "a,b"
    agreed = current_areas(project)
    sides = [agreed[agreed["area_code"] == c] for c in SIDES]
    assert len(compare_borders(*sides)) == 0
    assert shapely.coverage_is_valid(agreed.geometry.to_numpy())

    # A run that is no longer provisional starts from the agreed areas and validates clean.
    project.run()
    findings = project.check(select="COV,DSP,IN,CRS,GEO001,GEO002,GEO003").frame
    assert findings[findings["severity"].isin(["error", "blocker"])].empty
    # The run adds the vertices at which zones begin; the land is the same.
    areas = project.read("areas").geometry.to_numpy()
    moved = shapely.area(shapely.symmetric_difference(areas, agreed.geometry.to_numpy()))
    assert moved.sum() < 0.01

    first = {n: _content(project, n) for n in ("areas", "zones", "buildings", "disputes")}
    history = project.decisions("events").to_json()
    project.zoning_gpkg.unlink()
    project.run()
    assert {n: _content(project, n) for n in first} == first
    assert project.decisions("events").to_json() == history

    notes = undo_settlement(project, ids[:1], by="anna", document="letter 9")
    assert "run again: zoning run" in notes[0], "zones were drawn on the line taken back"
    register = current_register(project).set_index("dispute_id")
    assert register.loc[ids[0], "status"] == "agreed_b"
    back = current_areas(project)
    sides = [back[back["area_code"] == c] for c in SIDES]
    left = compare_borders(*sides).frame
    assert len(left) == 1
    assert left["area_m2"].iloc[0] == pytest.approx(
        found.frame.set_index("dispute_id").loc[ids[0], "area_m2"], abs=0.01
    )
    assert len(project.decisions("settlements")) == len(rest) - 1
    undo_settlement(
        project, rest[1:] if rest[0] == ids[0] else [r for r in rest if r != ids[0]], by="anna"
    )
    assert current_areas(project).geometry.to_wkb().tolist() == before.geometry.to_wkb().tolist()


def _content(project, layer):
    frame = project.read(layer)
    return (frame.drop(columns="geometry").to_json(), frame.geometry.to_wkb().tolist())
