"""Two buildings stand on the same ground.

Why
---
One house drawn twice is counted twice: two numbers, two visits, and people who exist once.

Bad
---
Two footprints that cover each other.

Good
----
Footprints that touch at most.

Remedy
------
Merge the two rows, keep the older id. Where a bridge or an overhang is meant, waive it.
"""

from zoning.model.tolerances import tolerance
from zoning.validate.core.joins import doubled_footprints
from zoning.validate.core.rule import Finding, Rule

SHARE = tolerance("doubled_footprint")


def check(context):
    """One finding a pair; measured is the share of the smaller one that is covered."""
    label = context.labels("buildings")
    found = []
    for one, two, common, part in zip(*doubled_footprints(context.sound("buildings"), SHARE)):
        ids = tuple(sorted((str(label[one]), str(label[two]))))
        text = f"buildings {ids[0]} and {ids[1]} share {part:.0%} of the smaller footprint"
        area = float(common.area)
        found.append(
            Finding("buildings", ids, text, common, float(part), SHARE, "share", area_m2=area)
        )
    return found


RULE = Rule("BLD005", "footprints overlap", "warning", check, needs=("buildings",))
