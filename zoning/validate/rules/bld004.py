"""A building's code names another zone than the one it stands in.

Why
---
The listing sends one enumerator to it, the map another.

Bad
---
A building with the code of zone 001 in the middle of zone 002.

Good
----
Its code is that of the zone around it. A building on a border may carry the code of any zone
that holds its middle or the largest share of it; one in a stack carries that of the stack's
first zone.

Remedy
------
``zoning run`` assigns it anew. If the code is right, the border is wrong.
"""

import numpy as np

from zoning.validate.core.rule import Finding, Rule
from zoning.validate.facts.building_shares import shares_of_buildings


def check(context):
    """One finding a building whose code is no zone that holds it."""
    codes = context["buildings"]["zone_code"]
    label, geometry = context.labels("buildings"), context.geometry("buildings")
    zones = context.labels("zones")
    known = set(context["zones"]["zone_code"].dropna())
    shares = context.shared(shares_of_buildings)
    carried = codes.isin(known).to_numpy()
    allowed = shares.allowed(codes.to_numpy())
    return [
        Finding(
            "buildings",
            (label[i],),
            f"building {label[i]} carries zone {codes[i]} and stands in {zones[shares.main[i]]}",
            geometry[i],
        )
        for i in np.flatnonzero(carried & (shares.main >= 0) & ~allowed)
    ]


RULE = Rule("BLD004", "building's code differs", "error", check, needs=("zones", "buildings"))
