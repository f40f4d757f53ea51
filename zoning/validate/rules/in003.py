"""The parts of a file do not fit together.

Why
---
A Shapefile is three files or more. If one was copied from another day, or edited alone,
geometry sits on the wrong row: zones carry each other's codes, and nothing else shows it.

Bad
---
470 shapes and 469 rows; an index in another order than the shapes; half a ``.shp``.

Good
----
As many rows as shapes, in the same order.

Remedy
------
Copy all parts again from one source. Deliver a GeoPackage, which is one file.
"""

from zoning.validate.core.rule import Finding, Rule


def check(context):
    """One finding a file and mismatch."""
    return [
        Finding(facts.layer, (facts.path,), f"{facts.path}: {text}")
        for facts in context.files
        for text in facts.counts
    ]


RULE = Rule("IN003", "parts do not match", "blocker", check)
