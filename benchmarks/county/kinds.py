"""What the two synthetic counties look like, as numbers."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["KINDS", "Kind"]


@dataclass(frozen=True)
class Kind:
    """The figures of one county at scale 1.

    Lengths are in metres, areas in square kilometres, shares between 0 and 1. Counts grow
    with the scale, sizes do not: ten times the county has ten times the townships.
    """

    name: str
    county_code: str
    county_name: str
    epsg: int
    origin: tuple[float, float]
    area_km2: float
    townships: int
    urban_townships: int
    districts: int
    buildings: int
    persons: int
    urban_radius: float
    town_radius: float
    block: float
    field: float
    hamlets: float
    second_row: float
    villages: int = 0
    village_radius: float = 0.0
    village_block: float = 0.0
    estate_share: float = 0.0
    tower_share: float = 0.0
    giants: int = 0


KINDS = {
    # A mountain county at the edge of a city: towers and slabs in the streets of 13
    # townships, hamlets along winding roads in 17.
    "yubei": Kind(
        name="yubei",
        county_code="990112",
        county_name="渝北样区",
        epsg=4545,
        origin=(367_000.0, 3_290_000.0),
        area_km2=1452.0,
        townships=30,
        urban_townships=13,
        districts=549,
        buildings=117_000,
        persons=2_660_000,
        urban_radius=1650.0,
        town_radius=520.0,
        block=128.0,
        field=590.0,
        hamlets=0.62,
        second_row=0.30,
        estate_share=0.34,
        tower_share=0.36,
        giants=3,
    ),
    # A plain of nucleated villages: rows of courtyard houses on narrow lanes.
    "tengzhou": Kind(
        name="tengzhou",
        county_code="990481",
        county_name="滕州样市",
        epsg=4548,
        origin=(518_000.0, 3_885_000.0),
        area_km2=1495.0,
        townships=21,
        urban_townships=5,
        districts=1263,
        buildings=300_000,
        persons=1_600_000,
        urban_radius=1700.0,
        town_radius=480.0,
        block=112.0,
        field=640.0,
        hamlets=0.10,
        second_row=0.75,
        villages=1150,
        village_radius=172.0,
        village_block=80.0,
        estate_share=0.12,
        tower_share=0.04,
    ),
}
