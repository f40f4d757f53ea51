"""A town small enough to check by eye: two townships, four districts, twelve zones."""

from __future__ import annotations

from types import SimpleNamespace

import geopandas as gpd
import pytest
import shapely

CRS = "EPSG:4545"
X0, Y0, SIDE = 500_000.0, 3_290_000.0, 100.0

#: Text from data that must be shown as text, wherever it goes.
NASTY = (
    "<img src=x onerror=alert(1)>",
    "${alert(1)} `tick` \\u0041 \"double\" 'single'",
    "</script><script>alert(2)</script>",
    "{{ 7*7 }} {% raw %}",
    "مرحبا بالعالم",
    "长" * 200,
    "🏠 emoji 👩‍👩‍👧",
    "<img src='https://x.example/y.png'> @import url(//x.example/z)",
)


def square(column: float, row: float, side: float = SIDE):
    """A square of the grid, by the cell of its lower left corner."""
    x, y = X0 + column * SIDE, Y0 + row * SIDE
    return shapely.box(x, y, x + side, y + side)


def make_town() -> SimpleNamespace:
    """Zones 4 wide and 3 high; the left half is township 990112001, the right 990112002.

    Zone people run from 0 to 440 in steps of 40, row by row. District 990112002002 holds a
    stack of two vertical zones at the top right and a virtual zone.
    """
    rows, houses = [], []
    for k in range(12):
        column, row = k % 4, k // 4
        town = "990112001" if column < 2 else "990112002"
        district = f"{town}{'001' if row < 2 else '002'}"
        rows.append((district, 40 * k, square(column, row)))
        for i in range(3):
            houses.append((k, i, square(column + 0.1 + 0.3 * i, row + 0.4, 12.0)))
    zones = gpd.GeoDataFrame(rows, columns=["district_code", "persons", "geometry"], crs=CRS)
    number = zones.groupby("district_code").cumcount() + 1
    zones["zone_code"] = zones["district_code"] + number.map("{:03d}".format)
    zones = zones.assign(
        kind="ordinary", n_buildings=3, households=zones["persons"] // 3, area_m2=SIDE**2,
        compactness=0.785, visible_share=[k / 11 for k in range(12)], status="draft",
        in_range=zones["persons"].between(150, 350),
    )  # fmt: skip
    buildings = gpd.GeoDataFrame(
        {
            "building_id": [f"b{k:02d}{i}" for k, i, _ in houses],
            "zone_code": [zones["zone_code"][k] for k, _, _ in houses],
            "number": [i + 1 for _, i, _ in houses],
            "persons": [40 * k // 3 for k, _, _ in houses],
            "persons_source": ["survey" if i < k % 4 else "estimated" for k, i, _ in houses],
            "use": "residential",
            "floors": 2,
            "name": [NASTY[(3 * k + i) % len(NASTY)] for k, i, _ in houses],
        },
        geometry=[g for _, _, g in houses],
        crs=CRS,
    )
    zones, buildings = _special(zones, buildings)
    districts = zones.dropna(subset="geometry").dissolve("district_code").reset_index()
    districts = districts[["district_code", "geometry"]].assign(
        name=list(NASTY[:4]), township_code=districts["district_code"].str[:9]
    )
    areas = districts.dissolve("township_code").reset_index()
    areas = areas.rename(columns={"township_code": "area_code"})[["area_code", "geometry"]]
    areas = areas.assign(name=["North <b>", "南镇"], level="township")
    return SimpleNamespace(
        zones=zones, districts=districts, areas=areas, buildings=buildings,
        barriers=_barriers(), findings=_findings(zones), disputes=_disputes(),
    )  # fmt: skip


def _special(zones, buildings):
    top = zones.index[zones["district_code"] == "990112002002"][-1]
    zones.loc[top, ["kind", "stack", "part"]] = ["vertical", "s1", "floors 1-3"]
    second = zones.loc[[top]].assign(zone_code="990112002002003", part="floors 4-6")
    virtual = zones.loc[[0]].assign(
        zone_code="990112002002900", district_code="990112002002", kind="virtual", geometry=None,
        n_buildings=0, area_m2=None, compactness=None, visible_share=None,
    )  # fmt: skip
    zones = gpd.pd.concat([zones, second, virtual], ignore_index=True)
    buildings.loc[4, ["use", "name"]] = ["military", "Hidden barracks"]
    return gpd.GeoDataFrame(zones, crs=CRS), buildings


def _barriers():
    lines = [
        shapely.LineString([(X0 - 50, Y0 + SIDE), (X0 + 450, Y0 + SIDE)]),
        shapely.LineString([(X0 + 2 * SIDE, Y0 - 50), (X0 + 2 * SIDE, Y0 + 350)]),
    ]
    return gpd.GeoDataFrame(
        {"barrier_id": ["r1", "w1"], "kind": ["road", "river"], "name": ["High & Low", NASTY[4]]},
        geometry=lines,
        crs=CRS,
    )


def _findings(zones):
    ids = [zones["zone_code"][5], "b000", zones["zone_code"][5]]
    return gpd.GeoDataFrame(
        {
            "finding_id": ["f1", "f2", "f3"],
            "rule_id": ["COV001", "BLD001", "ZON004"],
            "severity": ["error", "warning", "warning"],
            "layer": ["zones", "buildings", "zones"],
            "feature_ids": ids,
            "message": [NASTY[0], NASTY[1], f"zone {ids[2]} has 440 persons, more than 350"],
            "waived": [False, False, True],
        },
        geometry=[square(1.5, 1.5, 2.0), shapely.Point(X0 + 15, Y0 + 45), None],
        crs=CRS,
    )


def _disputes():
    return gpd.GeoDataFrame(
        {
            "dispute_id": ["d1"], "kind": ["gap"], "claim_a": ["990112001"],
            "claim_b": ["990112002"], "area_m2": [400.0], "status": ["open"], "persons": [7],
            "n_buildings": [1], "place": [NASTY[0]],
        },
        geometry=[square(1.95, 2.2, 10.0)],
        crs=CRS,
    )  # fmt: skip


@pytest.fixture
def town() -> SimpleNamespace:
    """Layers of the town: zones, districts, areas, buildings, barriers, findings, disputes."""
    return make_town()


@pytest.fixture(scope="session")
def town_layers():
    """The function that makes the town, for tests that keep a page for the whole session."""
    return make_town
