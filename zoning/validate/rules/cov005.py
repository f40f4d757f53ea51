"""Two zones are the same piece of land.

Why
---
A copy left in the layer doubles every person in it. Two codes may mean that one of them was
forgotten in a merge.

Bad
---
Two zones that share nine tenths of their land or more; one may be shifted a little.

Good
----
One zone. Where a tower is divided by floors, its zones have one polygon and one ``stack``.

Remedy
------
Delete the copy, keep the code that was given out first.
"""

from zoning.validate.core.rule import Rule
from zoning.validate.coverage.by_rule import findings, judged


def check(context):
    """One finding a pair; measured the area that both have."""
    text = "zones {zones} are drawn on the same land: {size}"
    return findings(context, judged(context).duplicates, text)


RULE = Rule("COV005", "zone drawn twice", "error", check, needs=("zones",))
