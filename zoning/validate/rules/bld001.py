"""A building stands outside every zone.

Why
---
Nobody is sent to it. Most often the border cuts it off, the zone is missing, or the building
layer reaches beyond the area that is counted.

Bad
---
A building with nine people beyond the outermost zone.

Good
----
Every building stands in a zone.

Remedy
------
Extend the zone to take it in, or take the building out of the layer where it is not in the
area that this office counts.
"""

import numpy as np

from zoning.validate.core.context import zone_by_place
from zoning.validate.core.rule import Finding, Rule


def check(context):
    """One finding a building whose geometry no zone meets at its inner point."""
    stands = context.shared(zone_by_place)
    outside = stands.isna().to_numpy() & context.usable("buildings")
    label, geometry = context.labels("buildings"), context.geometry("buildings")
    return [
        Finding(
            "buildings", (label[i],), f"building {label[i]} stands outside every zone", geometry[i]
        )
        for i in np.flatnonzero(outside)
    ]


RULE = Rule("BLD001", "building outside every zone", "warning", check, needs=("zones", "buildings"))
