"""A coordinate is not a finite number.

Why
---
A NaN or an infinite coordinate spreads: areas become NaN, the map cannot be drawn, and many
programs drop the feature without a word. So does one of 300 digits, as damage in a file makes
them: its square is infinite.

Bad
---
A zone with a corner at (NaN, 40).

Good
----
Every coordinate is a finite number, and a place on the Earth.

Remedy
------
Export the layer again from its source, or draw the feature anew. It was left out of all
further checks.
"""

import numpy as np
import shapely

from zoning.model.schema import FAR
from zoning.validate.core.context import finite
from zoning.validate.core.rule import Finding, Rule
from zoning.validate.facts.shapes import CHECKED


def check(context):
    """One finding a feature; the place is what remains of it."""
    found = []
    for name in CHECKED:
        if context.has(name):
            geometry, label = context.geometry(name), context.labels(name)
            found += [
                Finding(
                    name,
                    (label[i],),
                    f"{name}: {label[i]} has a coordinate that is no place on the Earth",
                    _rest(geometry[i]),
                )
                for i in np.flatnonzero(~finite(geometry))
            ]
    return found


def _rest(geometry):
    """The finite corners, so that the feature can be found on the map."""
    points = shapely.get_coordinates(geometry)
    points = points[(np.abs(points) < FAR).all(axis=1)]
    return shapely.multipoints(points) if len(points) else None


RULE = Rule("GEO001", "coordinate not finite", "blocker", check)
