"""The register of buildings: every building once, its people, its number on the walk."""

from zoning.buildings.numbering import number_buildings
from zoning.buildings.places import place
from zoning.buildings.population import spread_people
from zoning.buildings.uses import USES, map_uses, read_use_table

__all__ = [
    "USES",
    "map_uses",
    "number_buildings",
    "place",
    "read_use_table",
    "spread_people",
]
