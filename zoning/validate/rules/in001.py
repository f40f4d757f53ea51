"""A file, or a feature in it, cannot be read.

Why
---
What cannot be read is not checked, and a check that says nothing about it would look clean.

Bad
---
A file that was cut off while it was copied; a polygon whose ring has two points.

Good
----
Every file opens and every feature comes out.

Remedy
------
Copy the file again from its source, or export it again. A feature that cannot be read was
left out of all further checks; the rest of its file was checked.
"""

from zoning.validate.core.rule import Finding, Rule


def check(context):
    """One finding a file that cannot be read, and one a feature that was left out."""
    found = []
    for facts in context.files:
        if facts.unreadable:
            found.append(Finding(facts.layer, (facts.path,), facts.unreadable))
        for text in facts.quarantined:
            found.append(Finding(facts.layer, (facts.path,), f"{facts.path}: {text}"))
    return found


RULE = Rule("IN001", "unreadable", "blocker", check)
