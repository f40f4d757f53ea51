"""The border between zones follows nothing that can be seen.

Why
---
Two enumerators meet at a border. If it follows a road, a river or a railway, both know which
door is whose; if it runs through gardens, doors are counted twice or not at all.

Bad
---
A zone whose border to its neighbours lies on a barrier for less than a tenth of its length.

Good
----
A border along a street.

Remedy
------
Move the border to the next road, river, railway or ridge. The outer border of the area is
not counted: it is where it is.
"""

import numpy as np

from zoning.model.tolerances import tolerance
from zoning.validate.core.rule import Finding, Rule
from zoning.validate.facts.visible import inner_and_visible

LEAST = tolerance("unseen_zone")


def check(context):
    """One finding a zone; measured is the share of its inner border within 2 m of a barrier."""
    if not len(context["barriers"]):
        context.note("ZON006: the layer of barriers is empty; not checked")
        return []
    inner, visible = context.shared(inner_and_visible)
    geometry, label = context.geometry("zones"), context.labels("zones")
    share = np.divide(visible, inner, out=np.ones(len(inner)), where=inner > 0)
    return [
        Finding(
            "zones",
            (label[i],),
            f"zone {label[i]} follows something visible on {share[i]:.0%} of its inner border",
            geometry[i],
            measured=float(share[i]),
            limit=LEAST,
        )
        for i in np.flatnonzero(share < LEAST)
    ]


RULE = Rule("ZON006", "border follows nothing visible", "warning", check, ("zones", "barriers"))
