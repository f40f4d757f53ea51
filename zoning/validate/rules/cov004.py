"""Zones share a border, but not its vertices.

Why
---
Nothing is lost yet. After the next change of CRS, rounding or simplification the two lines
part, and a gap or an overlap opens that nobody drew.

Bad
---
Two zones end in the middle of a third one's edge, where that one has no vertex; or a border
drawn twice, less than a micrometre apart, as noding and changes of CRS leave it.

Good
----
Both sides of a border have the same vertices.

Remedy
------
Give the long edge the vertices that it lacks; most editors do so on saving with topological
editing on.
"""

from zoning.errors import name_some
from zoning.validate.core.rule import Finding, Rule
from zoning.validate.coverage.by_rule import judged, zone_names


def check(context):
    """One finding a stretch of border; measured its length in metres."""
    found = []
    for patch in judged(context).mismatches:
        ids = zone_names(context, patch.zones)
        text = f"zones {name_some(ids)} share a border but not its vertices"
        if patch.area_m2:
            text = f"the border of {name_some(ids)} is drawn twice, less than a micrometre apart"
        told: dict = {
            "measured": patch.length_m,
            "limit": 0.0,
            "unit": "m",
            "width_m": patch.width_m,
        }
        found.append(Finding("zones", ids, text, patch.geometry, **told))
    return found


RULE = Rule("COV004", "edges do not match", "warning", check, needs=("zones",))
