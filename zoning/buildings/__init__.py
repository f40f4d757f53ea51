"""The register of buildings: every building once, its people, its number on the walk.

`register` makes one of several sources (`matching`, `merging`); `population` and `gridded` spread
people, `dwellings` counts homes; `places` says which zone a building stands in; `numbering` numbers
along a walk (`rounds`, `walks`, `streets`, `distances`); `return_files`, `returns` and
`return_records` take field returns in; `listing` lists households in visiting order.

Works on frames; opens returns and grids of people, writes listings. Knows no project folder and
not how a zone is made.
"""

from zoning.buildings.gridded import with_grid
from zoning.buildings.numbering import number_buildings
from zoning.buildings.places import place
from zoning.buildings.population import spread_people
from zoning.buildings.register import Register, register
from zoning.buildings.return_records import apply_returns
from zoning.model.uses import USES, map_uses, read_use_table

__all__ = [
    "USES",
    "Register",
    "apply_returns",
    "map_uses",
    "number_buildings",
    "place",
    "read_use_table",
    "register",
    "spread_people",
    "with_grid",
]
