"""A building stands in two zones.

Why
---
The border runs through a house. Each enumerator may leave it to the other, or both knock.

Bad
---
A building with 40 % of its ground in one zone and 60 % in another.

Good
----
The border runs around the building.

Remedy
------
Move the border past the house. Until then it is counted in the zone whose code it carries.
"""

from zoning.validate.core.rule import Finding, Rule
from zoning.validate.facts.building_shares import SHARE, shares_of_buildings


def check(context):
    """One finding a building with at least 1 % and 1 m2 in a second zone; measured the share."""
    label, geometry = context.labels("buildings"), context.geometry("buildings")
    zones = context.labels("zones")
    found = []
    for building, parts in context.shared(shares_of_buildings).straddling():
        text = ", ".join(f"{share:.0%} in {zones[zone]}" for zone, share in parts)
        found.append(
            Finding(
                "buildings",
                (label[building],),
                f"building {label[building]} straddles zones: {text}",
                geometry[building],
                measured=float(parts[1][1]),
                limit=SHARE,
                unit="share",
            )
        )
    return found


RULE = Rule("BLD003", "building straddles zones", "warning", check, needs=("zones", "buildings"))
