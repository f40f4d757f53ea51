"""A border runs out to a needle point and back.

Why
---
Spikes come from a slip of the mouse or from rounding. Nobody can walk one, and it crosses
other zones or leaves a slit in them.

Bad
---
A corner sharper than 1 degree.

Good
----
The border goes straight past the place.

Remedy
------
Delete the vertex at the tip.
"""

import shapely

from zoning.geo.crs import spot
from zoning.validate.core.rule import Finding, Rule
from zoning.validate.facts.shapes import CHECKED, SPIKE_DEGREES, corners_of


def check(context):
    """One finding a spike, at its tip; measured is its length in metres."""
    found = []
    for name in CHECKED:
        if not context.has(name):
            continue
        label = context.labels(name)
        for row, x, y, leg in corners_of(context, name).spikes:
            i = int(row)
            found.append(
                Finding(
                    name,
                    (label[i],),
                    f"{name}: {label[i]} has a spike of {leg:.3g} m, sharper than "
                    f"{SPIKE_DEGREES:g} degree, at {spot(x, y)}",
                    shapely.Point(x, y),
                    measured=float(leg),
                    unit="m",
                )
            )
    return found


RULE = Rule("GEO004", "spike", "warning", check)
