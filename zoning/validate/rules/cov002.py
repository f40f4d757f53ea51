"""Two zones or more claim the same land.

Why
---
Its people are counted twice, or each enumerator leaves them to the other.

Bad
---
Two zones that share a strip of ground beside their border.

Good
----
Each place lies in one zone; neighbours share one line.

Remedy
------
Decide who has the strip and give both zones the same line. Where the ground is a building
divided by floors, give the zones one polygon and the same ``stack``.
"""

from zoning.validate.core.rule import Rule
from zoning.validate.coverage.by_rule import findings, judged


def check(context):
    """One finding a patch; measured its area. It names all zones that claim it."""
    return findings(context, judged(context).overlaps, "zones {zones} overlap: {size}")


RULE = Rule("COV002", "overlap", "error", check, needs=("zones",))
