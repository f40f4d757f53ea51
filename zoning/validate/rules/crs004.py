"""Coordinates do not fit the coordinate system that the layer names.

Why
---
With x and y exchanged, or degrees under the name of metres, everything lies somewhere else,
areas mean nothing, and each layer for itself looks sound.

Bad
---
Latitude first; degrees in a layer that says EPSG:25832; metres in one that says EPSG:4326.

Good
----
Coordinates within the area for which the system is made, x (east) first.

Remedy
------
Exchange the axes (QGIS: *Swap X and Y coordinates*) or name the right system. A system that
inflates areas, such as EPSG:3857, is a warning: convert to the local metric one.
"""

from zoning.geo.extent import fits_alone, misfit
from zoning.validate.core.rule import Finding, Rule


def check(context):
    """One finding a file or layer whose coordinates do not fit its CRS."""
    found = []
    known = [f for f in context.files if f.crs is not None and f.bounds]
    # A layer that is wrong by itself says nothing of the others.
    right = [f for f in known if fits_alone(f)]
    for facts in known:
        where = facts.path or facts.layer
        wrong = misfit(facts, [f for f in right if f is not facts])
        if wrong:
            text, severity = wrong
            found.append(Finding(facts.layer, (where,), f"{where}: {text}", severity=severity))
    return found


RULE = Rule("CRS004", "coordinates do not fit the CRS", "blocker", check)
