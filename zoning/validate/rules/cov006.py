"""A zone lies wholly inside another one.

Why
---
Its people are counted under both codes. Most often the outer zone lacks the hole that an
enclave needs.

Bad
---
A village drawn as a zone of its own on top of the zone around it.

Good
----
The outer zone has a hole, and the inner one fills it.

Remedy
------
Cut the inner zone out of the outer one, or merge the two.
"""

from zoning.validate.core.rule import Rule
from zoning.validate.coverage.by_rule import findings, judged


def check(context):
    """One finding a pair, the inner zone named first; measured the inner zone's area."""
    nested, label = judged(context).nested, context.labels("zones")
    texts = [f"zone {label[a]} lies inside zone {label[b]}: {{size}}" for a, b in nested.zones]
    return findings(context, nested, texts)


RULE = Rule("COV006", "zone inside another", "error", check, needs=("zones",))
