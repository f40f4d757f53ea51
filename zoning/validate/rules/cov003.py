"""Part of a zone lies outside the area that it belongs to.

Why
---
The union of the zones is the parent, or the tables of the two do not add up: people of a
neighbour are counted here, or land that is in nobody's charge is visited.

Bad
---
A zone that reaches six metres over the border of its township.

Good
----
The outermost zones end exactly on the border.

Remedy
------
Cut the zone at the border. Where the border itself is wrong, settle it with the neighbour
first.
"""

from zoning.errors import name_some
from zoning.validate.core.batch import Batch
from zoning.validate.core.rule import Rule
from zoning.validate.coverage.by_rule import findings, strays


def check(context):
    """One finding a part; measured its area. A zone is at home where most of it lies."""
    found = []
    for patches, names in strays(context):
        where = [name_some(names[p] for p in parents) for parents in patches.parents]
        texts = [f"zone {{zones}} lies {'in ' + w if w else 'outside every area'}" for w in where]
        found.append(findings(context, patches, [text + ": {size}" for text in texts]))
    return Batch.joined(found)


RULE = Rule("COV003", "outside its parent", "error", check, needs=("zones",))
