"""A zone touches itself in a single point.

Why
---
Where two parts of a zone, or its border and its hole, meet in one point, nobody can walk
through, and the smallest shift of a vertex makes two zones of it or closes the hole.

Bad
---
A zone whose hole touches its outer border.

Good
----
The hole lies inside, or the border runs around it.

Remedy
------
Move the vertex a few metres, or give one of the parts to the neighbour.
"""

from zoning.validate.core.rule import Finding, Rule
from zoning.validate.facts.shapes import self_touches


def check(context):
    """One finding a zone, at the places where its rings touch."""
    label = context.labels("zones")
    touches = self_touches(context.geometry("zones"), context.usable("zones"))
    return [
        Finding("zones", (label[i],), f"zone {label[i]} touches itself in a point", place)
        for i, place in touches
    ]


RULE = Rule("ZON002", "zone touches itself", "warning", check, needs=("zones",))
