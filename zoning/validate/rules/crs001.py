"""A layer has no coordinate system.

Why
---
Without one, nobody knows where the zones are. Two layers that fit by chance today differ by
hundreds of metres once somebody guesses.

Bad
---
A Shapefile without ``.prj``.

Good
----
Every layer names its coordinate system.

Remedy
------
Ask who made the file; then ``--crs EPSG:4545`` or QGIS: *Define projection*. Do not guess
between systems of one country: they look alike and lie 50 to 150 m apart.
"""

from zoning.validate.core.rule import Finding, Rule


def check(context):
    """One finding a file or layer with coordinates and without a CRS."""
    found = []
    for facts in context.files:
        if facts.crs is None and facts.bounds and not facts.unreadable:
            where = facts.path or facts.layer
            text = f"{where}: no coordinate system; say which with --crs"
            found.append(Finding(facts.layer, (where,), text))
    return found


RULE = Rule("CRS001", "CRS missing", "blocker", check)
