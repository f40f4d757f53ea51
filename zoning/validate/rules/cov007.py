"""Two offices draw their common border differently.

Why
---
Neither can mend it alone: what one gives up, the other must take. Such land is where whole
villages are missed or counted twice.

Bad
---
Two townships that both claim a strip along their border, or leave one between them.

Good
----
Both have the same line, and a record says who agreed to it.

Remedy
------
Put it in the register of disputes (``zoning borders compare``), settle it with the neighbour,
and let both offices take over the settled line. Survey lines in law come first.
"""

from zoning.errors import name_some
from zoning.validate.core.batch import Batch
from zoning.validate.core.rule import Finding, Rule
from zoning.validate.coverage.by_rule import area_patches, findings, judged, measures, size

_WORDS = {"gap": "lies between", "overlap": "is claimed by"}


def check(context):
    """One finding a patch; measured its area. It names the areas, without areas the zones.

    With areas, their own polygons are compared: what zones do inside an agreed border is
    COV001 to COV003. Without areas, offices are told apart by the column ``authority`` or by
    the township of the district, and a gap counts where it is at least three times longer
    than wide.
    """
    found = []
    for patch in area_patches(context):
        ids = tuple(str(context.parents["area_code"].iloc[z]) for z in patch.zones)
        word = _WORDS.get(patch.kind, "is claimed by")
        text = f"land {word} {name_some(ids)}: {size(patch)}"
        found.append(Finding("areas", ids, text, **measures(patch)))
    between = judged(context).between
    texts = [
        f"land {_WORDS[kind]} zones {{zones}} of two offices: {{size}}" for kind in between.kind
    ]
    return Batch.joined([Batch.of(found), findings(context, between, texts)])


RULE = Rule("COV007", "border of two offices does not match", "error", check, needs=("zones",))
